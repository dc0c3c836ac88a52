//! `plumbline reference`: what a reference set holds, and whether it is sound.

use plumbline_core::reference::{Rank, Reference, Slip};
use std::io::{self, Write};
use std::path::Path;

/// Lists the bundled set.
pub(crate) fn list(reference: &Reference, mut out: impl Write) -> io::Result<()> {
    let set = &reference.set;
    writeln!(
        out,
        "{}: {} sources, {} statements",
        set.name,
        set.sources.len(),
        set.statements.len()
    )?;
    for source in &set.sources {
        writeln!(
            out,
            "\n{}: {}{}",
            source.publisher,
            source.title,
            bracketed(&source.date)
        )?;
        for line in reference
            .listing()
            .filter(|l| set.sources[l.source].id == source.id)
        {
            let rank = match line.rank {
                Rank::Normal => "",
                Rank::Slip(Slip::DecimalPoint) => "  [not counted: the decimal point has slipped]",
                Rank::Slip(Slip::Magnitude) => "  [not counted: million and billion are mixed up]",
                Rank::Slip(Slip::DigitsSwapped) => "  [not counted: digits are swapped]",
                Rank::Hypothetical => "  [not counted: supposed, not stated]",
            };
            writeln!(
                out,
                "  {}: {}{}{rank}",
                line.about,
                line.quantity,
                bracketed(&line.time)
            )?;
        }
    }
    Ok(())
}

fn bracketed(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!(" ({text})")
    }
}

/// Verifies the set in `folder` and prints what is wrong; gives the number of problems.
pub(crate) fn verify(folder: &Path, mut out: impl Write) -> io::Result<usize> {
    let (loaded, problems) = plumbline_reference::verify(folder);
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    if problems.is_empty() {
        let set = &loaded.set;
        writeln!(
            out,
            "{}: sound; {} sources, {} statements, {} entities, {} properties",
            set.name,
            set.sources.len(),
            set.statements.len(),
            set.entities.len(),
            set.properties.len()
        )?;
    }
    Ok(problems.len())
}
