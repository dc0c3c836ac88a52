//! The reader's word on findings: kept, honoured, listed, taken back. It leaves this computer with nobody but the
//! reader, and a page hears of none but those on itself.

mod store;

use js_sys::Array;
use plumbline_browser::{Answer, read, write};
use plumbline_core::report::Report;
use plumbline_labels::{Label, OfPage, Word, honour, plain};
use plumbline_protocol::Said;
use plumbline_words::{Account, Entry};
use wasm_bindgen::{JsCast, JsValue};

/// A page on which something is said.
pub(crate) struct Page {
    pub(crate) address: String,
    pub(crate) title: String,
    /// Whether it is in a private window, of which nothing is kept.
    pub(crate) private: bool,
}

/// The labels of a page, as they are kept.
pub(crate) async fn recall(address: &str) -> Answer<Array> {
    store::page(&plain(address)).await
}

/// Honours the labels among what was recalled: leaves out what they leave out. `told` puts a report into words.
pub(crate) fn honoured(
    recalled: &JsValue,
    mut report: Report,
    told: impl Fn(&Report) -> Account,
) -> Account {
    let mut account = told(&report);
    let labels = labels(recalled);
    if labels.is_empty() {
        return account;
    }
    let honoured = honour(&labels, &account.findings);
    for index in honoured.right {
        if let Some(finding) = account.findings.get_mut(index) {
            finding.right = true;
        }
    }
    if honoured.left_out.is_empty() {
        return account;
    }
    let mut at = 0..;
    let rights = account.findings.iter().map(|finding| finding.right);
    let rights: Vec<bool> = rights
        .filter(|_| at.next().is_none_or(|at| !honoured.left_out.contains(&at)))
        .collect();
    report.leave_out(&honoured.left_out);
    // What is said of the whole page counts what is left.
    let mut account = told(&report);
    for (finding, right) in account.findings.iter_mut().zip(rights) {
        finding.right = right;
    }
    account
}

/// What can be read of a list of labels.
fn labels(recalled: &JsValue) -> Vec<Label> {
    let list = recalled.dyn_ref::<Array>();
    let labels = list.into_iter().flat_map(Array::iter);
    labels.filter_map(|label| read(label).ok()).collect()
}

/// The labels of a list but those that are left out; what cannot be read stays.
fn without(known: &Array, left_out: impl Fn(&Label) -> bool) -> Array {
    let kept = Array::new();
    for label in known.iter() {
        if !read::<Label>(label.clone()).is_ok_and(|label| left_out(&label)) {
            kept.push(&label);
        }
    }
    kept
}

/// Keeps a word on a finding in the place of an earlier one; or takes that back.
pub(crate) async fn say(word: Option<Word>, page: Page, finding: &Entry) -> Answer<Said> {
    if page.private {
        return Ok(Said { kept: false });
    }
    let now = String::from(js_sys::Date::new_0().to_iso_string());
    let of = OfPage {
        address: &page.address,
        title: &page.title,
    };
    let label = word.map(|word| Label::new(word, now, of, finding));
    let mirrors = label.as_ref().map_or_else(Vec::new, Label::mirrors);
    let new = label.as_ref().map(write).transpose()?;
    let written = mirrors
        .iter()
        .map(write)
        .collect::<Result<Vec<JsValue>, String>>()?;
    change(
        &plain(&page.address),
        |label| label.is_of(finding),
        new,
        &mirrors,
        &written,
    )
    .await
}

/// Takes back what was said at a time of the page with that address.
pub(crate) async fn take_back(address: &str, said: &str) -> Answer<Said> {
    change(
        address,
        |label| !label.mirrored && label.said == said,
        None,
        &[],
        &[],
    )
    .await
}

/// Takes back everything.
pub(crate) async fn take_all_back() -> Answer<Said> {
    store::clear().await?;
    Ok(Said { kept: true })
}

/// All labels, as they are kept.
pub(crate) async fn all() -> Answer<Array> {
    store::all().await
}

/// Puts a label in the place of those of its page that are `replaced`, on both sides.
async fn change(
    address: &str,
    replaced: impl Fn(&Label) -> bool,
    new: Option<JsValue>,
    mirrors: &[Label],
    written: &[JsValue],
) -> Answer<Said> {
    let gone = std::cell::RefCell::new(Vec::new());
    let first = |known: &Array| {
        let old: Vec<Label> = labels(known).into_iter().filter(&replaced).collect();
        let kept = without(known, &replaced);
        if let Some(new) = &new {
            kept.push(new);
        }
        let mut others: Vec<String> = old
            .iter()
            .flat_map(Label::mirrors)
            .chain(mirrors.iter().cloned())
            .map(|mirror| mirror.address)
            .filter(|other| other != address)
            .collect();
        plumbline_core::order::sort(&mut others);
        others.dedup();
        gone.replace(old.into_iter().map(|label| label.said).collect::<Vec<_>>());
        (kept, others)
    };
    let other = |there: &str, known: &Array| {
        let gone = gone.borrow();
        let kept = without(known, |label| label.mirrored && gone.contains(&label.said));
        for (mirror, value) in mirrors.iter().zip(written) {
            if mirror.address == there {
                kept.push(value);
            }
        }
        kept
    };
    store::change(address, first, other).await?;
    Ok(Said { kept: true })
}
