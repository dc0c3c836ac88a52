//! Findings as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), and figures found again by them.
//!
//! A finding is an annotation with a target for each of its places. Each place is told in two ways: by what it quotes
//! with the characters around it (`TextQuoteSelector`), and by where it stands (`TextPositionSelector`), in characters
//! of the page's text: its blocks, with a line break between two of them.

#[cfg(feature = "import")]
mod anchor;
#[cfg(feature = "import")]
mod model;
#[cfg(feature = "import")]
mod read;

#[cfg(feature = "import")]
pub use anchor::{Anchored, Text};
#[cfg(feature = "import")]
pub use read::{Annotation, Fault, Quote, Read, read};

use plumbline_words::{Entry, Form, FoundOn, copy};
use serde::Serialize;

/// The context that says what the names mean.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The findings of a page, as a collection of annotations.
#[derive(Debug, Serialize)]
pub struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: String,
    total: usize,
    first: Page,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    start_index: usize,
    items: Vec<Item>,
}

#[derive(Debug, Serialize)]
struct Item {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    created: String,
    generator: Generator,
    body: [Body; 2],
    target: Vec<Target>,
}

#[derive(Debug, Serialize)]
struct Generator {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Debug, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct Target {
    source: String,
    selector: (Quoted, Position),
}

#[derive(Debug, Serialize)]
struct Quoted {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: String,
    prefix: String,
    suffix: String,
}

#[derive(Debug, Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

/// The findings of a page as annotations; `created` is the time, as ISO 8601 in UTC.
pub fn collection(findings: &[Entry], page: FoundOn<'_>, created: &str) -> Collection {
    // A source is an address; what has none is told by a name that no address has.
    let source = if page.address.contains(':') {
        page.address.to_owned()
    } else {
        String::from("urn:plumbline:page")
    };
    let source = source.split('#').next().unwrap_or_default();
    let items: Vec<Item> = (findings.iter().filter(|finding| !finding.spots.is_empty()))
        .map(|finding| item(finding, page, source, created))
        .collect();
    let id = name(&[source, "findings"]);
    Collection {
        context: CONTEXT,
        kind: "AnnotationCollection",
        label: format!(
            "Findings of Plumbline on {}",
            if page.title.is_empty() {
                source
            } else {
                page.title
            }
        ),
        total: items.len(),
        first: Page {
            id: name(&[&id, "first"]),
            kind: "AnnotationPage",
            start_index: 0,
            items,
        },
        id,
    }
}

fn item(finding: &Entry, page: FoundOn<'_>, source: &str, created: &str) -> Item {
    let places = finding.places.iter().zip(&finding.spots);
    let target: Vec<Target> = places
        .map(|(place, spot)| Target {
            source: source.to_owned(),
            selector: (
                Quoted {
                    kind: "TextQuoteSelector",
                    exact: place.quote.clone(),
                    prefix: spot.prefix.clone(),
                    suffix: spot.suffix.clone(),
                },
                Position {
                    kind: "TextPositionSelector",
                    start: spot.at,
                    end: spot.at + place.quote.chars().count(),
                },
            ),
        })
        .collect();
    let first = target.first().map_or(0, |target| target.selector.1.start);
    let body = |purpose, value| Body {
        kind: "TextualBody",
        purpose,
        format: "text/plain",
        value,
    };
    Item {
        id: name(&[source, &finding.code, &first.to_string(), &finding.answer]),
        kind: "Annotation",
        motivation: "assessing",
        created: created.to_owned(),
        generator: Generator {
            kind: "Software",
            name: "Plumbline",
        },
        body: [
            body("assessing", copy(Form::Text, finding, page)),
            body("tagging", finding.code.clone()),
        ],
        target,
    }
}

/// A name that is the same whenever the same is named: a UUID made from its parts.
fn name(parts: &[&str]) -> String {
    let [high, low] = [0xcbf2_9ce4_8422_2325_u64, 0x6c62_272e_07bb_0142].map(|start| {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
        let hash = bytes.fold(start, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        // Every bit of a short text has a say in every bit.
        let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed ^ (mixed >> 29)
    });
    format!(
        "urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xffff,
        high & 0xfff,
        0x8000 | ((low >> 48) & 0x3fff),
        low & 0xffff_ffff_ffff,
    )
}
