//! `plumbline claims`: how each figure of an article is read, for those who work on frames.

use plumbline_core::align;
use plumbline_core::article::Article;
use plumbline_core::reading::Reading;
use plumbline_core::reference::Reference;
use plumbline_document::Document;
use std::io::{self, Write};

/// Prints a line for each figure: the figure, its kind, what it is about, when, stance and scope.
pub(crate) fn print(
    document: &Document,
    reference: &Reference,
    mut out: impl Write,
) -> io::Result<()> {
    let article = Article::of(&document.page);
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
            "{figure}\t{}\t{about}\t{:?}\t{:?}\t{:?}",
            claim.quantity.kind.name(),
            claim.when,
            claim.stance,
            claim.scope
        )?;
    }
    Ok(())
}
