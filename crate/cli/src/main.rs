//! Plumbline on the command line.

mod check;
mod claims;
mod compare;
mod figures;
mod lines;
mod sets;
mod singular;

use clap::{Parser, Subcommand};
use plumbline_core::reference::Reference;
use std::io::{self, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads the figures of articles and compares them with a reference set.
#[derive(Debug, Parser)]
#[command(version, about)]
struct Arguments {
    /// A folder with a reference set of your own, instead of the bundled one.
    #[arg(long, global = true, value_name = "FOLDER")]
    set: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read figures: JSON lines {"id","text"} in, {"id","figures"} out.
    Figures,
    /// Check articles against the bundled reference set.
    ///
    /// With files (text, Markdown or HTML): a report for people; the exit status is 1 where
    /// something is warned of. Without: JSON lines {"id","text"|"html","published"?} in,
    /// {"id","findings"} out; there "published" is the day of that article, whatever it says itself.
    Check {
        /// The day that articles speak from which do not say, YYYY-MM-DD.
        #[arg(long, value_name = "DAY", value_parser = day)]
        published: Option<String>,
        /// The articles.
        files: Vec<PathBuf>,
    },
    /// Compare texts with a reference text: JSON lines {"id","reference","text"} in, {"id","findings"} out.
    Compare,
    /// Show how each figure of an article is read: kind, what it is about, time, stance, scope.
    Claims {
        /// The articles; standard input when none is named.
        files: Vec<PathBuf>,
    },
    /// List the bundled reference set, or work on one.
    Reference {
        #[command(subcommand)]
        command: Option<SetCommand>,
    },
}

#[derive(Debug, Subcommand)]
enum SetCommand {
    /// Read documents (text, Markdown or HTML) and propose statements, one source file each.
    Build {
        /// The documents.
        #[arg(required = true)]
        documents: Vec<PathBuf>,
        /// The folder of the set; its own entities and properties are used where it has them.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Verify the set in a folder: every problem with file and line.
    Verify {
        /// The folder that holds set.toml.
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("plumbline: {error}");
            ExitCode::from(2)
        }
    }
}

/// A day as an article would write it, which is how it is handed on.
fn day(text: &str) -> Result<String, String> {
    match plumbline_core::article::day(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err("a day is written YYYY-MM-DD".to_owned()),
    }
}

/// The set to work with: the one in `folder`, which must be sound, or the bundled one.
fn reference(folder: Option<&Path>) -> io::Result<Reference> {
    let Some(folder) = folder else {
        return plumbline_bundled::reference().map_err(|error| io::Error::other(error.to_string()));
    };
    let (loaded, problems) = plumbline_interchange::toml::verify(folder);
    match problems.first() {
        Some(problem) => Err(io::Error::new(
            io::ErrorKind::InvalidData,
            problem.to_string(),
        )),
        None => Ok(Reference::new(loaded.set).0),
    }
}

fn run(arguments: Arguments) -> io::Result<ExitCode> {
    let input = io::stdin().lock();
    let output = BufWriter::new(io::stdout().lock());
    let set = arguments.set.as_deref();
    match arguments.command {
        Command::Figures => figures::run(input, output)?,
        Command::Check { files, published } if files.is_empty() => {
            if input.is_terminal() {
                eprintln!("plumbline: reading JSON lines; name files to check them instead");
            }
            check::json_lines(&reference(set)?, published.as_deref(), input, output)?;
        }
        Command::Check { files, published } => {
            return check_files(&reference(set)?, &files, published.as_deref());
        }
        Command::Compare => compare::json_lines(input, output)?,
        Command::Claims { files } => show_claims(&reference(set)?, &files, input, output)?,
        Command::Reference { command: None } => sets::list(&reference(set)?, output)?,
        Command::Reference {
            command:
                Some(SetCommand::Build {
                    documents,
                    output: folder,
                }),
        } => sets::build(reference(set)?, &documents, &folder, output)?,
        Command::Reference {
            command: Some(SetCommand::Verify { folder }),
        } => {
            let problems = sets::verify(&folder, output)?;
            return Ok(ExitCode::from(u8::from(problems > 0)));
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn show_claims(
    reference: &Reference,
    files: &[PathBuf],
    mut input: impl io::Read,
    mut output: impl io::Write,
) -> io::Result<()> {
    if files.is_empty() {
        let mut text = String::new();
        input.read_to_string(&mut text)?;
        claims::print(
            &plumbline_document::Document::of_text(&text),
            reference,
            &mut output,
        )?;
    }
    for path in files {
        claims::print(&check::read_file(path)?, reference, &mut output)?;
    }
    Ok(())
}

fn check_files(
    reference: &Reference,
    files: &[PathBuf],
    published: Option<&str>,
) -> io::Result<ExitCode> {
    let mut warned = 0;
    for (index, path) in files.iter().enumerate() {
        let mut out = anstream::stdout();
        if index > 0 {
            use std::io::Write;
            writeln!(out)?;
        }
        let name = path.display().to_string();
        let document = check::read_file(path)
            .map_err(|error| io::Error::new(error.kind(), format!("{name}: {error}")))?
            .published_or(published);
        let report = plumbline_core::check(&document.page, reference);
        warned += check::print(&name, &document, &report, &mut out)?;
    }
    Ok(ExitCode::from(u8::from(warned > 0)))
}

#[cfg(test)]
mod tests {
    use super::Arguments;
    use clap::Parser;

    #[test]
    fn a_day_that_is_none_is_refused_and_not_passed_over() {
        let check =
            |day: &str| Arguments::try_parse_from(["plumbline", "check", "--published", day]);
        assert!(check("2025-06-13").is_ok());
        for day in ["soon", "2025", "2025-06", "13.06.2025", "2025-02-30", ""] {
            let refusal = check(day).expect_err(day).to_string();
            assert!(refusal.contains("YYYY-MM-DD"), "{refusal}");
        }
    }
}
