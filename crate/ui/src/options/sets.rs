//! The reference sets that the reader has imported: on or off, in from a file, and out.

use super::files;
use super::shelf::in_bytes;
use crate::browser::ask;
use crate::dom::{Built, by_id, element, fill};
use plumbline_browser::{Answer, counted, says, says_with};
use plumbline_protocol::{Ask, Bytes, ComingSet, PackedPart, SavedSet};
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement};

const SECTION: &str = "sets";
const TITLE: &str = "shelf-title";

/// What a packed set begins with.
pub(super) const MAGIC: &[u8] = b"PLMS";

/// How much of a set is handed over at once, in bytes, about.
const AT_ONCE: usize = 1_000_000;

/// Shows which there are.
pub(super) fn show() {
    have(Ask::Sets);
}

/// Asks for something, and shows which sets there are then.
fn have(asked: Ask) {
    spawn_local(async move { show_all(ask(&asked).await) });
}

fn show_all(sets: Answer<Vec<SavedSet>>) {
    match sets {
        Ok(sets) => fill(SECTION, sets.iter().map(item)),
        Err(problem) => super::fail(SECTION, &problem),
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
            have(Ask::RemoveSet { set: number });
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

/// Takes in a packed set, and says what became of it. One that does not come as a whole does not stay.
pub(super) async fn import(file: &File) -> Answer<Vec<String>> {
    let start = Bytes(files::bytes(file, 0, AT_ONCE).await?);
    let name = file.name();
    let coming: ComingSet = ask(&Ask::BeginSet { file: name, start }).await?;
    let became = add_all(file, &coming).await;
    if became.is_err() {
        let set = coming.set;
        ask::<Vec<SavedSet>>(&Ask::RemoveSet { set }).await?;
    }
    let sets = became?;
    let name = sets.iter().find(|set| set.number == coming.set);
    let name = name.map_or("", |set| &set.name);
    Ok(vec![says_with("set_imported", &[name])])
}

async fn add_all(file: &File, coming: &ComingSet) -> Answer<Vec<SavedSet>> {
    let (mut rest, mut at, mut first) = (coming.parts.as_slice(), coming.begin, 0);
    loop {
        let many = together(rest);
        let (parts, after) = rest.split_at(many);
        let length: usize = parts.iter().map(|part| part.length).sum();
        let added = Ask::AddParts {
            set: coming.set,
            first,
            parts: parts.to_vec(),
            content: Bytes(files::bytes(file, at, at + length).await?),
            last: after.is_empty(),
        };
        let sets = ask(&added).await?;
        if after.is_empty() {
            return Ok(sets);
        }
        (rest, at) = (after, at + length);
        first += u32::try_from(many).unwrap_or(u32::MAX);
    }
}

/// How many of the parts go at once; one at least, where there is one.
fn together(parts: &[PackedPart]) -> usize {
    let mut length = 0;
    let fits = parts.iter().take_while(|part| {
        length += part.length;
        length <= AT_ONCE
    });
    fits.count().max(1).min(parts.len())
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, together};
    use plumbline_protocol::PackedPart;

    #[test]
    fn parts_go_together_as_many_as_fit_and_one_at_least() {
        let cases: [(&[usize], usize); 5] = [
            (&[], 0),
            (&[1], 1),
            (&[AT_ONCE + 1, 1], 1),
            (&[AT_ONCE - 1, 1, 1], 2),
            (&[40_000, 40_000, 40_000], 3),
        ];
        for (lengths, many) in cases {
            let parts = lengths.iter().map(|&length| PackedPart { length, sum: 0 });
            assert_eq!(together(&parts.collect::<Vec<_>>()), many, "{lengths:?}");
        }
    }
}
