//! The dates that a page states about itself, as written, best source first: as the content script reads them.

use super::tables::TABLES;
use plumbline_core::page::{DateSource, StatedDate};
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use std::collections::VecDeque;

/// A page may nest its data, or repeat it, without bounds: no more than this is looked at.
const MOST: usize = 2000;

/// No more dates than this, none longer than that.
const DATES: usize = 20;
const LONGEST: usize = 100;

/// Every date that the page states.
pub(super) fn stated(tree: &Html) -> Vec<StatedDate> {
    let values = [
        (DateSource::JsonLd, json_ld(tree)),
        (DateSource::Meta, metas(tree)),
        (DateSource::Time, times(tree)),
    ];
    let mut dates: Vec<StatedDate> = Vec::new();
    for (from, values) in values {
        for value in values {
            let value: String = value.trim().chars().take(LONGEST).collect();
            let date = StatedDate { from, value };
            if !date.value.is_empty() && !dates.contains(&date) {
                dates.push(date);
            }
        }
    }
    dates.truncate(DATES);
    dates
}

fn select<'t>(tree: &'t Html, selector: &str) -> Vec<ElementRef<'t>> {
    Selector::parse(selector)
        .map(|s| tree.select(&s).collect())
        .unwrap_or_default()
}

/// Every `datePublished` within the page's data of JSON-LD; of articles, where any states one.
fn json_ld(tree: &Html) -> Vec<String> {
    let mut of_articles = Vec::new();
    let mut of_others = Vec::new();
    for script in select(tree, "script[type='application/ld+json' i]") {
        // A page with broken data states no date there.
        if let Ok(data) = serde_json::from_str(&script.text().collect::<String>()) {
            published(&data, &mut of_articles, &mut of_others);
        }
    }
    if of_articles.is_empty() {
        of_others
    } else {
        of_articles
    }
}

fn published(data: &Value, of_articles: &mut Vec<String>, of_others: &mut Vec<String>) {
    let mut rest = VecDeque::from([data]);
    for _ in 0..MOST {
        match rest.pop_front() {
            None => return,
            Some(Value::Array(list)) => rest.extend(list.iter().take(MOST)),
            Some(Value::Object(fields)) => {
                if let Some(Value::String(date)) = fields.get("datePublished") {
                    let found = if is_article(fields.get("@type")) {
                        &mut *of_articles
                    } else {
                        &mut *of_others
                    };
                    found.push(date.clone());
                }
                rest.extend(fields.values().take(MOST));
            }
            Some(_) => {}
        }
    }
}

fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => TABLES.types.iter().any(|word| kind.contains(word)),
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| is_article(Some(kind))),
        _ => false,
    }
}

fn metas(tree: &Html) -> Vec<String> {
    let elements = select(tree, "meta[content]");
    let of = |(attribute, name): &(&str, &str)| -> Vec<String> {
        elements
            .iter()
            .filter(|meta| {
                meta.value()
                    .attr(attribute)
                    .is_some_and(|value| value.eq_ignore_ascii_case(name))
            })
            .filter_map(|meta| meta.value().attr("content").map(str::to_owned))
            .collect()
    };
    TABLES.metas.iter().flat_map(of).collect()
}

fn times(tree: &Html) -> Vec<String> {
    select(tree, TABLES.times)
        .iter()
        .filter_map(|time| time.value().attr("datetime").map(str::to_owned))
        .collect()
}
