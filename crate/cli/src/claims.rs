//! `plumbline claims`: how each figure of an article is read, for those who work on relations.

use plumbline_core::align;
use plumbline_core::article::Article;
use plumbline_core::calendar::Period;
use plumbline_core::reading::{Reading, Scope, Stance, When};
use plumbline_core::reference::Reference;
use plumbline_document::Document;
use std::io::{self, Write};

/// Prints a line for each figure: the figure, its kind, what it is about, when, stance and scope.
pub(crate) fn print(
    document: &Document,
    reference: &Reference,
    mut out: impl Write,
) -> io::Result<()> {
    let article = Article::of(reference.language, &document.page);
    for claim in align::claims(Reading::of(&article, reference), reference) {
        let text = article.blocks[claim.block].text;
        let figure = text
            .get(claim.quantity.outer_start..claim.quantity.outer_end)
            .unwrap_or("");
        let about = claim
            .cell
            .map_or_else(|| String::from("?"), |cell| reference.name_of(cell));
        writeln!(
            out,
            "{figure}\t{}\t{about}\t{}\t{}\t{}",
            claim.quantity.kind.name(),
            time(claim.when),
            stance(claim.stance),
            scope(claim.scope)
        )?;
    }
    Ok(())
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
