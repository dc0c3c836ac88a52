//! `plumbline reference`: what a reference set holds, whether it is sound, and proposals for one.

use crate::files;
use crate::terminal::{self, counted};
use plumbline_core::article::Article;
use plumbline_core::calendar::Period;
use plumbline_core::figures::Slip;
use plumbline_core::reference::Set;
use plumbline_core::reference::{Rank, Reference};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Lists the bundled set.
pub(crate) fn list(reference: &Reference, mut out: impl Write) -> io::Result<()> {
    let set = &reference.set;
    writeln!(
        out,
        "{}: {}, {}",
        set.name,
        counted(set.sources.len(), "source"),
        counted(set.statements.len(), "statement")
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
    let (loaded, problems) = plumbline_interchange::toml::verify(folder);
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    if problems.is_empty() {
        let set = &loaded.set;
        writeln!(
            out,
            "{}: sound; {}, {}, {} entities, {} properties",
            set.name,
            counted(set.sources.len(), "source"),
            counted(set.statements.len(), "statement"),
            set.entities.len(),
            set.properties.len()
        )?;
    }
    Ok(problems.len())
}

/// Reads documents and writes, for each, a source file of proposed statements into `folder`.
///
/// Entities and properties are those of the set in `folder`, or the bundled ones where it has none.
/// Files that are there already are left alone. Documents that cannot be read are named, and counted in what is
/// given back.
pub(crate) fn build(
    bundled: Reference,
    documents: &[PathBuf],
    folder: &Path,
    mut out: impl Write,
) -> io::Result<usize> {
    let reference = vocabulary(bundled, folder)?;
    let sources = folder.join("sources");
    fs::create_dir_all(&sources)?;
    let mut unread = 0;
    for path in documents {
        let named =
            |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
        let document = match files::read(path) {
            Ok(document) => document,
            Err(error) => {
                terminal::complain(format_args!("{error}"));
                unread += 1;
                continue;
            }
        };
        let proposals = plumbline_interchange::toml::propose(&document.page, &reference);
        let article = Article::of(reference.language, &document.page);
        let date = article
            .published
            .map(|d| Period::day(d).label())
            .unwrap_or_default();
        let text = plumbline_interchange::toml::source_file(article.title, &date, &proposals);
        let target = sources.join(path.with_extension("toml").file_name().unwrap_or_default());
        match fs::File::create_new(&target) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                writeln!(
                    out,
                    "{}: {} proposed",
                    target.display(),
                    counted(proposals.len(), "statement")
                )?;
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                writeln!(out, "{}: is there already, left alone", target.display())?;
            }
            Err(error) => return Err(named(error)),
        }
    }
    Ok(unread)
}

/// The entities and properties to read with, without any statements.
fn vocabulary(bundled: Reference, folder: &Path) -> io::Result<Reference> {
    let language = bundled.language;
    let own = folder.join("entities.toml").exists() && folder.join("properties.toml").exists();
    let set = if own {
        let (loaded, problems) = plumbline_interchange::toml::load(folder);
        let own_files =
            |p: &&plumbline_interchange::toml::Problem| !p.file.starts_with(folder.join("sources"));
        if let Some(problem) = problems.iter().find(own_files) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                problem.to_string(),
            ));
        }
        loaded.set
    } else {
        bundled.set
    };
    let set = Set {
        sources: Vec::new(),
        statements: Vec::new(),
        ..set
    };
    Ok(Reference::new(language, set).0)
}
