//! `plumbline claims`: how each figure of an article is read, for those who work on relations.

use plumbline_core::reference::Reference;
use plumbline_document::Document;
use std::io::{self, Write};

/// Prints a line for each figure: the figure, its kind, what it is about, when, stance and scope.
pub(crate) fn print(
    document: &Document,
    reference: &Reference,
    mut out: impl Write,
) -> io::Result<()> {
    for claim in plumbline_records::claims::answer(document, reference).claims {
        let about = if claim.about.is_empty() {
            "?"
        } else {
            claim.about.as_str()
        };
        writeln!(
            out,
            "{}\t{}\t{about}\t{}\t{}\t{}",
            claim.written, claim.quantity.kind, claim.time, claim.stance, claim.scope
        )?;
    }
    Ok(())
}
