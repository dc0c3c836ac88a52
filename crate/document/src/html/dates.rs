//! The dates that a page states about itself, as written, and its data: as the content script reads them.

use super::elements::TABLES;
use plumbline_core::page::{DateSource, StatedDate};
use scraper::{ElementRef, Html, Selector};

/// No more dates than this, none longer than that.
pub(super) const MOST: usize = 40;
const LONGEST: usize = 100;

/// No more scripts of data than this, and so much of each, in UTF-16 code units.
const SCRIPTS: usize = 20;
const SCRIPT: usize = 100_000;

/// A date as it is kept; `None` for one that is empty.
pub(super) fn value(text: &str) -> Option<String> {
    let value: String = text.trim().chars().take(LONGEST).collect();
    (!value.is_empty()).then_some(value)
}

/// Every date that the page states in its head.
pub(super) fn stated(tree: &Html) -> Vec<StatedDate> {
    let elements = select(tree, "meta[content]");
    let mut dates: Vec<StatedDate> = Vec::new();
    for (from, table) in [
        (DateSource::Meta, &TABLES.metas),
        (DateSource::Modified, &TABLES.modified),
    ] {
        for (attribute, name) in table {
            let named = elements.iter().filter(|meta| {
                let value = meta.value().attr(attribute);
                value.is_some_and(|value| value.eq_ignore_ascii_case(name))
            });
            for meta in named {
                let date = meta.value().attr("content").and_then(value);
                let date = date.map(|value| StatedDate::new(from, value));
                dates.extend(date.filter(|date| !dates.contains(date)));
            }
        }
    }
    dates.truncate(MOST);
    dates
}

/// The language and the place that the page tells those who share it, or nothing.
pub(super) fn place(tree: &Html) -> String {
    let elements = select(tree, "meta[content]");
    let mut told = TABLES.places.iter().flat_map(|(attribute, name)| {
        let named = |meta: &&ElementRef<'_>| {
            let value = meta.value().attr(attribute);
            value.is_some_and(|value| value.eq_ignore_ascii_case(name))
        };
        elements
            .iter()
            .filter(named)
            .filter_map(|meta| value(meta.value().attr("content")?))
    });
    told.next().unwrap_or_default()
}

/// The texts of the page's scripts of data.
pub(super) fn data(tree: &Html) -> Vec<String> {
    select(tree, "script[type='application/ld+json' i]")
        .iter()
        .take(SCRIPTS)
        .map(|script| {
            let text: String = script.text().collect();
            let units = text.char_indices().scan(0, |units, (at, c)| {
                *units += c.len_utf16();
                Some((*units, at))
            });
            let end = units
                .skip_while(|(units, _)| *units <= SCRIPT)
                .map(|(_, at)| at)
                .next();
            end.map_or(text.clone(), |end| text[..end].to_owned())
        })
        .collect()
}

fn select<'t>(tree: &'t Html, selector: &str) -> Vec<ElementRef<'t>> {
    Selector::parse(selector)
        .map(|s| tree.select(&s).collect())
        .unwrap_or_default()
}
