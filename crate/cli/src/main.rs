//! Plumbline on the command line.

mod annotations;
mod arguments;
mod check;
mod claims;
mod files;
mod import;
mod labels;
mod lines;
mod progress;
mod sets;
mod story;
mod terminal;

use arguments::{Arguments, CheckArguments, Command, Format, Only, SetCommand, StoryArguments};
use check::Check;
use clap::Parser;
use plumbline_core::language::Language;
use plumbline_core::reference::{Reference, ReferenceText, Set};
use plumbline_corpus::check::Against;
use plumbline_corpus::inputs::Inputs;
use plumbline_corpus::suppressed::Suppressions;
use plumbline_packed::Opened;
use plumbline_records::{compare, figures};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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

/// The packed set to work with, where a file is named.
fn packed(file: Option<&Path>) -> io::Result<Option<Opened<'static>>> {
    let Some(file) = file.filter(|path| path.is_file()) else {
        return Ok(None);
    };
    let named = |why: String| {
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("{}: {why}", file.display()),
        )
    };
    let bytes = std::fs::read(file).map_err(|error| named(error.to_string()))?;
    // It is needed until the end.
    let opened = Opened::open(bytes.leak()).map_err(|damage| named(damage.to_string()))?;
    Ok(Some(opened))
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
        Command::Check(asked) => {
            drop(output);
            return check_articles(&asked, set, language);
        }
        Command::Story(asked) => {
            drop(output);
            return tell_stories(&asked, set);
        }
        Command::Annotations { find, article } => {
            let document = files::read(&article)?;
            let Some(find) = find else {
                let report = plumbline_core::check(&document.page, &reference(set)?);
                annotations::write(language, &document, &report, output)?;
                return Ok(ExitCode::SUCCESS);
            };
            let found = annotations::find(&document, &find, &mut terminal::Terminal(output))?;
            return Ok(ExitCode::from(match (found.refused, found.lost) {
                (0, 0) => 0,
                (0, _) => FOUND,
                _ => UNREAD,
            }));
        }
        Command::Labels { file } => {
            let text = files::text(&file)?;
            let out = &mut terminal::Terminal(output);
            labels::print(&reference(set)?, text.as_bytes(), out)?
        }
        Command::Claims { files } => show_claims(&reference(set)?, files, output)?,
        Command::Reference { command } => {
            return work_on_sets(command, set, language, terminal::Terminal(output));
        }
    };
    Ok(ended(refused, false))
}

/// How the program ends: that something could not be read outweighs that something was found.
fn ended(unread: usize, found: bool) -> ExitCode {
    ExitCode::from(match (unread, found) {
        (0, false) => 0,
        (0, true) => FOUND,
        _ => UNREAD,
    })
}

fn check_articles(
    asked: &CheckArguments,
    set: Option<&Path>,
    language: Language,
) -> io::Result<ExitCode> {
    let published = asked.published.as_deref();
    let texts = texts(language, &asked.beside, published)?;
    let packed = packed(set.filter(|_| asked.only != Some(Only::Article)))?;
    if packed.is_some() && asked.only.is_some() {
        let refusal = "--only set and --only story are for sets that are not packed";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, refusal));
    }
    let reference = match asked.only {
        _ if packed.is_some() => None,
        Some(Only::Article) => None,
        Some(Only::Story) => Some(Reference::new(language, Set::default()).0),
        Some(Only::Set) | None => Some(reference(set)?),
    };
    let against = match (&reference, &packed, asked.only) {
        (Some(set), _, Some(Only::Set)) => Against::Set(set),
        (Some(nothing), _, Some(Only::Story)) => Against::Story(nothing, &texts),
        (Some(set), ..) => Against::All(set, &texts),
        (None, Some(packed), _) => Against::Packed(packed, &texts),
        (None, None, _) => Against::Themselves,
    };
    if asked.files.is_empty() {
        let output = BufWriter::new(io::stdout().lock());
        let refused = check::json_lines(language, against, published, requests(), output)?;
        return Ok(ended(refused, false));
    }
    let suppressions = suppressions(asked.suppress.as_deref())?;
    let check = Check {
        language,
        against,
        published,
        suppressions: &suppressions,
    };
    let format = asked.format.and_then(Format::written);
    let inputs = Inputs::of(&asked.files);
    let totals = check::documents(&check, inputs, format, anstream::stdout().lock())?;
    Ok(ended(totals.unread, asked.fail_on.is_met(&totals)))
}

fn tell_stories(asked: &StoryArguments, set: Option<&Path>) -> io::Result<ExitCode> {
    let told = story::tell(
        &reference(set)?,
        Inputs::of(&asked.files),
        asked.published.as_deref(),
        asked.format,
        anstream::stdout().lock(),
    )?;
    Ok(ended(told.unread, told.differ))
}

fn work_on_sets(
    command: Option<SetCommand>,
    set: Option<&Path>,
    language: Language,
    output: terminal::Terminal<impl Write>,
) -> io::Result<ExitCode> {
    let refused = match command {
        None => {
            sets::list(&reference(set)?, output)?;
            0
        }
        Some(SetCommand::Build {
            documents,
            output: folder,
        }) => sets::build(reference(set)?, &documents, &folder, output)?,
        Some(SetCommand::Import {
            table,
            map,
            preview,
            partly,
            pack,
        }) => {
            let import = import::Import {
                table: &table,
                map: map.as_deref(),
                preview,
                partly,
                folder: set,
                pack: pack.as_deref(),
            };
            import.run(language, output)?
        }
        Some(SetCommand::Export { package }) => {
            import::export(set, package.as_deref(), output.0)?;
            0
        }
        Some(SetCommand::Pack { output: file }) => {
            import::pack(&reference(set)?.set, &file, output)?;
            0
        }
        Some(SetCommand::Verify { folder }) => {
            let problems = sets::verify(&folder, output)?;
            return Ok(ended(0, problems > 0));
        }
    };
    Ok(ended(refused, false))
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
