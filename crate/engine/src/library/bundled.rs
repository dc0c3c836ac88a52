//! What the reference set holds, in lines for people.

use plumbline_browser::says;
use plumbline_core::reference::{Line, Rank, Reference};
use plumbline_protocol::{Library, LibrarySource, LibraryStatement};

/// The reference set as the options page shows it.
pub(crate) fn describe(reference: &Reference) -> Library {
    let lines: Vec<Line> = reference.listing().collect();
    let sources = reference
        .set
        .sources
        .iter()
        .enumerate()
        .map(|(index, source)| LibrarySource {
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            date: source.date.clone(),
            address: source.address.clone(),
            statements: lines
                .iter()
                .filter(|line| line.source == index)
                .map(statement)
                .collect(),
        });
    Library {
        covers: reference.set.covers.clone(),
        sources: sources.collect(),
    }
}

fn statement(line: &Line) -> LibraryStatement {
    let note = match line.rank {
        Rank::Normal => String::new(),
        Rank::Slip(_) => says("statement_slip"),
        Rank::Hypothetical => says("statement_supposed"),
    };
    LibraryStatement {
        about: line.about.clone(),
        value: line.quantity.clone(),
        time: line.time.clone(),
        note,
    }
}
