//! What the text of an article tells of each of its figures.

use crate::quantity::Quantity;
use plumbline_core::align;
use plumbline_core::article::Article;
use plumbline_core::calendar::Period;
use plumbline_core::reading::{Reading, Scope, Stance, When};
use plumbline_core::reference::Reference;
use plumbline_core::text::Utf16;
use plumbline_document::Document;
use serde::Serialize;

/// An article as it is read.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    /// The day that it speaks from, `YYYY-MM-DD`, or empty.
    pub published: String,
    /// The language that it is in, where that is not English; else empty.
    pub foreign: String,
    /// Its figures, in reading order.
    pub claims: Vec<Row>,
}

/// A figure with what is told of it.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The figure.
    pub quantity: Quantity,
    /// The figure with the words of its modifier, as it is written.
    pub written: String,
    /// What it is about: "Meta's investment in Scale AI"; empty where that is not certain.
    pub about: String,
    /// The property of its cell, by the id that it has in the set.
    pub property: Option<String>,
    /// The entity of its cell.
    pub entity: Option<String>,
    /// The object of its cell.
    pub object: Option<String>,
    /// When it is said to hold: `now`, `was`, `2025-06`, `from 2024-01-01`.
    pub time: String,
    /// How the text holds it: `asserted`, `hypothetical`, `denied`, `corrected`, `questioned`.
    pub stance: &'static str,
    /// Whether it is for the whole: `single`, `part`, `cumulative`.
    pub scope: &'static str,
}

/// Reads an article with the words of a set.
pub fn answer(document: &Document, reference: &Reference) -> Answer {
    let article = Article::of(reference.language, &document.page);
    let mut utf16 = Utf16::new(&document.text);
    let claims = align::claims(Reading::of(&article, reference), reference);
    let rows = claims.into_iter().map(|claim| {
        let block = &article.blocks[claim.block];
        let quantity = &claim.quantity;
        let named = |id: usize| reference.set.entities[id].id.clone();
        Row {
            quantity: Quantity::of(
                quantity,
                block.text,
                document.starts[block.index],
                &mut utf16,
            ),
            written: block
                .text
                .get(quantity.outer_start..quantity.outer_end)
                .unwrap_or_default()
                .to_owned(),
            about: (claim.cell).map_or_else(String::new, |cell| reference.name_of(cell)),
            property: (claim.cell).map(|cell| reference.set.properties[cell.property].id.clone()),
            entity: claim.cell.map(|cell| named(cell.entity)),
            object: claim.cell.and_then(|cell| cell.object).map(named),
            time: time(claim.when),
            stance: stance(claim.stance),
            scope: scope(claim.scope),
        }
    });
    Answer {
        claims: rows.collect(),
        published: article
            .published
            .map_or_else(String::new, |day| Period::day(day).label()),
        foreign: article.foreign.unwrap_or_default().to_owned(),
    }
}

fn time(when: When) -> String {
    String::from(match when {
        When::Unsaid => "no time said",
        When::Was => "was",
        When::Now => "now",
        When::Earlier => "earlier",
        When::Elsewhen => "another time",
        When::At(period) => return during(period),
    })
}

/// A period as data has it: `2025-06`; "from 2024-01-01", "until 2025-06-13" where an end is open.
fn during(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), None) => format!("from {}", Period::day(from).label()),
        (None, Some(to)) => format!("until {}", Period::day(to).label()),
        (None, None) => time(When::Unsaid),
        (Some(_), Some(_)) => period.label(),
    }
}

fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserted => "asserted",
        Stance::Hypothetical => "hypothetical",
        Stance::Denied => "denied",
        Stance::Corrected => "corrected",
        Stance::Questioned => "questioned",
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Single => "single",
        Scope::Part => "part",
        Scope::Cumulative => "cumulative",
    }
}
