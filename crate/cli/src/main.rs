//! Plumbline on the command line.

mod check;
mod claims;
mod files;
mod lines;
mod progress;
mod sets;
mod story;
mod terminal;

use check::Check;
use clap::{Parser, Subcommand, ValueEnum};
use plumbline_core::language::Language;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_core::report::Level;
use plumbline_corpus::check::Against;
use plumbline_corpus::inputs::Inputs;
use plumbline_corpus::report as written;
use plumbline_corpus::suppressed::Suppressions;
use plumbline_records::{compare, figures};
use std::io::{self, BufWriter, IsTerminal, Write};
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
    /// Read figures: JSON lines {"id","text","url"?,"language"?} in, {"id","figures"} out.
    ///
    /// "url" and "language" ("en-CA") say where a text is written for, and so which dollar "$" is.
    /// A line that is no request is named on the error output, and the exit status is 2.
    Figures,
    /// Check articles against the bundled reference set.
    ///
    /// With files, folders or patterns (text, Markdown, HTML; JSON lines with "text" or "html"; web archives; any of
    /// them compressed as .gz): a report; the exit status is 1 where something is warned of, 2 where a document cannot
    /// be read. Without: JSON lines {"id","text"|"html","published"?,"url"?,"language"?} in,
    /// {"id","findings"} out; there "published" and "language" are those of that article, whatever it says itself, and
    /// the exit status 2 where a line is no request.
    Check {
        /// The day that articles speak from which do not say, YYYY-MM-DD.
        #[arg(long, value_name = "DAY", value_parser = day)]
        published: Option<String>,
        /// Hold the figures of each article against one thing only: against one another (article), the reference set
        /// (set), or the articles named by --beside (story).
        #[arg(long, value_name = "WHAT")]
        only: Option<Only>,
        /// Another article on the same story, to compare with too; may be given several times.
        #[arg(long, value_name = "FILE")]
        beside: Vec<PathBuf>,
        /// What is written of files: a report for people (text), a line of JSON for each, a table of findings (csv), one
        /// page for an editor (html), or SARIF.
        #[arg(long, value_name = "FORMAT", requires = "files")]
        format: Option<Format>,
        /// The exit status is 1 where a finding is of this level, or of a higher one.
        #[arg(long, value_name = "LEVEL", default_value = "warn")]
        fail_on: FailOn,
        /// A file of findings that are not to be told again, each with its reason.
        #[arg(long, value_name = "FILE", requires = "files")]
        suppress: Option<PathBuf>,
        /// The articles: files, folders, patterns; - is standard input.
        files: Vec<PathBuf>,
    },
    /// Group articles by the story they tell, and say who says what.
    ///
    /// The articles are named as for check. Each story is a table: a row for each thing of which several articles give
    /// a figure, those first in which they differ, with the days and with what follows from their figures. The exit
    /// status is 1 where articles differ.
    Story {
        /// What is written: for people (text), or a line of JSON for each story.
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: story::Format,
        /// The day that articles speak from which do not say, YYYY-MM-DD.
        #[arg(long, value_name = "DAY", value_parser = day)]
        published: Option<String>,
        /// The articles: files, folders, patterns; - is standard input.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Compare texts with a reference text: JSON lines {"id","reference","text"} in, {"id","findings"} out.
    Compare,
    /// Show how each figure of an article is read: kind, what it is about, time, stance, scope.
    Claims {
        /// The articles; standard input when none is named, or for -.
        files: Vec<PathBuf>,
    },
    /// List the bundled reference set, or work on one.
    Reference {
        #[command(subcommand)]
        command: Option<SetCommand>,
    },
}

/// What articles are held against, where it is not everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    /// The article itself.
    Article,
    /// The reference set.
    Set,
    /// Other articles on the same story.
    Story,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    Html,
    Sarif,
}

impl Format {
    /// What is written for programs; none for people.
    fn written(self) -> Option<written::Format> {
        match self {
            Self::Text => None,
            Self::Json => Some(written::Format::Json),
            Self::Csv => Some(written::Format::Csv),
            Self::Html => Some(written::Format::Html),
            Self::Sarif => Some(written::Format::Sarif),
        }
    }
}

/// From which level on a finding makes the exit status.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum FailOn {
    Warn,
    Mark,
    None,
}

impl FailOn {
    fn is_met(self, totals: &check::Totals) -> bool {
        let least = match self {
            Self::Warn => Level::Warn,
            Self::Mark => Level::Mark,
            Self::None => return false,
        };
        totals.warned > 0 || least == Level::Mark && totals.marked > 0
    }
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

/// The exit status where something is found to be wrong.
const FOUND: u8 = 1;

/// The exit status where something could not be read.
const UNREAD: u8 = 2;

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            terminal::complain(format_args!("{error}"));
            ExitCode::from(UNREAD)
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

/// The language that articles are read in.
fn language() -> io::Result<Language> {
    plumbline_bundled::language().map_err(|error| io::Error::other(error.to_string()))
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
        None => Ok(Reference::new(language()?, loaded.set).0),
    }
}

/// Articles as references for others.
fn texts(
    language: Language,
    files: &[PathBuf],
    published: Option<&str>,
) -> io::Result<Vec<ReferenceText>> {
    let mut texts = Vec::new();
    for file in files {
        let document = files::read(file)?.published_or(language, published);
        match ReferenceText::of(language, &document.page) {
            Some(text) => texts.push(text),
            None => terminal::complain(format_args!(
                "{}: no figures to compare with",
                file.display()
            )),
        }
    }
    Ok(texts)
}

fn run(arguments: Arguments) -> io::Result<ExitCode> {
    let output = BufWriter::new(io::stdout().lock());
    let set = arguments.set.as_deref();
    let language = language()?;
    let refused = match arguments.command {
        Command::Figures => lines::answer(requests(), output, |_, asked: figures::Request| {
            Ok(figures::answer(language, asked))
        })?,
        Command::Compare => lines::answer(requests(), output, |_, asked: compare::Request| {
            Ok(compare::answer(language, asked))
        })?,
        Command::Check {
            files,
            published,
            only,
            beside,
            format,
            fail_on,
            suppress,
        } => {
            let published = published.as_deref();
            let texts = texts(language, &beside, published)?;
            let reference = match only {
                Some(Only::Article) => None,
                Some(Only::Story) => Some(Reference::new(language, Set::default()).0),
                Some(Only::Set) | None => Some(reference(set)?),
            };
            let against = match (&reference, only) {
                (Some(set), Some(Only::Set)) => Against::Set(set),
                (Some(nothing), Some(Only::Story)) => Against::Story(nothing, &texts),
                (Some(set), _) => Against::All(set, &texts),
                (None, _) => Against::Themselves,
            };
            if files.is_empty() {
                check::json_lines(language, against, published, requests(), output)?
            } else {
                drop(output);
                let suppressions = suppressions(suppress.as_deref())?;
                let check = Check {
                    language,
                    against,
                    published,
                    suppressions: &suppressions,
                };
                let inputs = Inputs::of(&files);
                let format = format.and_then(Format::written);
                let totals = check::documents(&check, inputs, format, anstream::stdout().lock())?;
                return Ok(ExitCode::from(match totals.unread {
                    0 if fail_on.is_met(&totals) => FOUND,
                    0 => 0,
                    _ => UNREAD,
                }));
            }
        }
        Command::Story {
            format,
            published,
            files,
        } => {
            drop(output);
            let reference = reference(set)?;
            let out = anstream::stdout().lock();
            let told = story::tell(
                &reference,
                Inputs::of(&files),
                published.as_deref(),
                format,
                out,
            )?;
            return Ok(ExitCode::from(match told.unread {
                0 if told.differ => FOUND,
                0 => 0,
                _ => UNREAD,
            }));
        }
        Command::Claims { files } => show_claims(&reference(set)?, files, output)?,
        Command::Reference { command: None } => {
            sets::list(&reference(set)?, terminal::Terminal(output))?;
            0
        }
        Command::Reference {
            command:
                Some(SetCommand::Build {
                    documents,
                    output: folder,
                }),
        } => sets::build(
            reference(set)?,
            &documents,
            &folder,
            terminal::Terminal(output),
        )?,
        Command::Reference {
            command: Some(SetCommand::Verify { folder }),
        } => {
            let problems = sets::verify(&folder, terminal::Terminal(output))?;
            return Ok(ExitCode::from(if problems > 0 { FOUND } else { 0 }));
        }
    };
    Ok(ExitCode::from(if refused > 0 { UNREAD } else { 0 }))
}

/// Standard input, for JSON lines.
fn requests() -> io::StdinLock<'static> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        terminal::complain(format_args!("reading JSON lines from this terminal"));
    }
    input
}

/// Prints the claims of each file; gives how many could not be read.
fn show_claims(
    reference: &Reference,
    mut files: Vec<PathBuf>,
    output: impl Write,
) -> io::Result<usize> {
    let mut output = terminal::Terminal(output);
    if files.is_empty() {
        files.push(PathBuf::from("-"));
    }
    let mut unread = 0;
    for path in &files {
        match files::read(path) {
            Ok(document) => claims::print(&document, reference, &mut output)?,
            Err(error) => {
                terminal::complain(format_args!("{error}"));
                unread += 1;
            }
        }
    }
    output.flush()?;
    Ok(unread)
}

/// What is suppressed by a file.
fn suppressions(file: Option<&Path>) -> io::Result<Suppressions> {
    let Some(file) = file else {
        return Ok(Suppressions::default());
    };
    let named = |why: String| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("{}: {why}", file.display()),
        )
    };
    let text = std::fs::read_to_string(file).map_err(|error| named(error.to_string()))?;
    Suppressions::read(&text).map_err(named)
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
