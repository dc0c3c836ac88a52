//! The reference sets that the reader has imported: on or off, in from a file, and out.

use super::files;
use super::sizes::in_bytes;
use crate::browser::ask;
use crate::dom::{Built, by_id, element, fill};
use crate::problem;
use crate::work::begin;
use gloo::utils::window;
use js_sys::{Array, JSON, Uint8Array};
use plumbline_browser::{Answer, counted, explain, read, says, says_with};
use plumbline_protocol::{
    Ask, BYTES_LINE, ComingSet, Exported, SavedSet, SetLine, SetOpening, as_text, of_text,
};
use std::cell::Cell;
use web_sys::{Blob, HtmlElement};

const SECTION: &str = "sets";
const TITLE: &str = "shelf-title";

/// What a packed set begins with.
pub(super) const MAGIC: &[u8] = b"PLMS";

/// How much of a file is looked at for what it begins with, in bytes: where each of its parts ends.
const START: usize = 1_000_000;

thread_local! {
    /// What shows what else is saved when a set was deleted.
    static AGAIN: Cell<fn()> = const { Cell::new(|| ()) };
}

/// Shows which there are; `again` shows what else is saved when one was deleted.
pub(super) fn offer(again: fn()) {
    AGAIN.set(again);
    show();
}

/// Shows which there are.
pub(super) fn show() {
    have(Ask::Sets);
}

/// Asks for something, and shows which sets there are then.
fn have(asked: Ask) {
    begin(async move { show_all(ask(&asked).await) });
}

fn show_all(sets: Answer<Vec<SavedSet>>) {
    match sets {
        Ok(sets) => fill(SECTION, sets.iter().map(item)),
        Err(failure) => problem::show(SECTION, &failure),
    }
}

fn item(set: &SavedSet) -> Built {
    let number = set.number;
    let switch = element("input", "").attribute("type", "checkbox");
    let switch = if set.on {
        switch.attribute("checked", "")
    } else {
        switch
    };
    let (on, whole) = (!set.on, set.whole);
    let switch = switch.on("change", move |_| have(Ask::SwitchSet { set: number, on }));
    let name = element("span", "publisher").text(&set.name);
    let named = if whole {
        element("label", "switch-line").child(switch).child(name)
    } else {
        element("p", "").child(name)
    };
    let told = if whole {
        let statements = counted(set.statements as usize, "statements");
        let entities = counted(set.entities as usize, "entities");
        says_with("set_size", &[&statements, &entities, &in_bytes(set.bytes)])
    } else {
        says("set_not_whole")
    };
    let remove = element("button", "remove")
        .attribute("type", "button")
        .attribute("aria-label", &says_with("remove_of", &[&set.name]))
        .text(&says("remove"))
        .on("click", move |_| {
            // The button that had the focus goes.
            let _ = by_id::<HtmlElement>(TITLE).focus();
            begin(async move {
                show_all(ask(&Ask::RemoveSet { set: number }).await);
                AGAIN.get()();
            });
        });
    let covers = set.covers.iter().map(|cover| element("li", "").text(cover));
    element("li", "")
        .child(
            element("div", "")
                .child(named)
                .child(element("p", "from").text(&told))
                .child(element("ul", "covers").children(covers)),
        )
        .child(remove)
}

/// Takes in a packed set, and gives its number and its name. One that does not come as a whole does not stay.
pub(super) async fn import(file: &Blob, name: String) -> Answer<(u32, String)> {
    let start = as_text(&files::bytes(file, 0, START).await?);
    let mut coming: ComingSet = ask(&Ask::BeginSet { name, start }).await?;
    while coming.from < coming.until {
        let set = coming.set;
        coming = match add(file, &coming).await {
            Ok(next) => next,
            Err(problem) => {
                ask::<Vec<SavedSet>>(&Ask::RemoveSet { set }).await?;
                return Err(problem);
            }
        };
    }
    Ok((coming.set, coming.name))
}

async fn add(file: &Blob, coming: &ComingSet) -> Answer<ComingSet> {
    let content = files::bytes(file, coming.from, coming.until).await?;
    let content = as_text(&content);
    let set = coming.set;
    ask(&Ask::AddParts { set, content }).await
}

/// The lines of a set in the library's file, for as long as they follow one another.
pub(super) struct Lines {
    opening: SetOpening,
    bytes: Array,
}

impl Lines {
    /// Those of the set that begins with a line; none where it is another line.
    pub(super) fn begin(line: &str) -> Option<Self> {
        line.starts_with("{\"set\":").then_some(())?;
        let line: SetLine = read(JSON::parse(line).ok()?).ok()?;
        Some(Self {
            opening: line.set,
            bytes: Array::new(),
        })
    }

    /// Takes the next line; says whether it is one of the set.
    pub(super) fn take(&self, line: &str) -> bool {
        let [before, after] = BYTES_LINE;
        let base64 = (line.strip_prefix(before)).and_then(|line| line.strip_suffix(after));
        let bytes = base64.and_then(|base64| window().atob(base64).ok());
        let Some(bytes) = bytes else {
            return false;
        };
        self.bytes
            .push(&Uint8Array::from(of_text(&bytes).as_slice()));
        true
    }

    /// Takes in the set.
    pub(super) async fn import(self) -> Answer<String> {
        let file =
            Blob::new_with_u8_array_sequence(&self.bytes).map_err(|thrown| explain(&thrown))?;
        let SetOpening { name, on } = self.opening;
        let (set, name) = import(&file, name).await?;
        ask::<Vec<SavedSet>>(&Ask::SwitchSet { set, on }).await?;
        Ok(name)
    }
}

/// The lines of all sets for the library's file, appended to those that it has; gives how many sets are not in it.
pub(super) async fn export(pieces: &Array) -> Answer<usize> {
    let mut left_out = 0;
    for set in ask::<Vec<SavedSet>>(&Ask::Sets).await? {
        let mut from = Some(0);
        while let Some(at) = from {
            let (set, from_part) = (set.number, at);
            let piece: Exported = ask(&Ask::ExportSet {
                set,
                from: from_part,
            })
            .await?;
            pieces.push(&piece.text.into());
            left_out += piece.left_out;
            from = piece.next;
        }
    }
    Ok(left_out)
}
