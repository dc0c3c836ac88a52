//! `plumbline reference import`, `export` and `pack`: sets from tables, and back.

use crate::terminal::{self, Terminal, counted};
use plumbline_core::language::Language;
use plumbline_core::reference::Set;
use plumbline_corpus::inputs;
use plumbline_interchange::table::{
    Draft, Mapping, Row, columns, data_package, draft, wikidata, write,
};
use plumbline_interchange::toml::{Loaded, load};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// How many rows are shown where not all are asked for.
const SHOWN: usize = 8;

/// How many problems are told.
const TOLD: usize = 100;

/// What is imported, from where to where.
#[derive(Debug)]
pub(crate) struct Import<'i> {
    pub(crate) table: &'i Path,
    pub(crate) map: Option<&'i Path>,
    pub(crate) preview: bool,
    pub(crate) partly: bool,
    pub(crate) folder: Option<&'i Path>,
    pub(crate) pack: Option<&'i Path>,
}

fn invalid(what: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

fn text(path: &Path) -> io::Result<String> {
    inputs::text(path).map_err(|error| invalid(format!("{}: {error}", path.display())))
}

impl Import<'_> {
    /// Reads the table, says what its rows were read as, and writes the set; gives how many rows could not be read.
    pub(crate) fn run(
        &self,
        language: Language,
        mut out: Terminal<impl Write>,
    ) -> io::Result<usize> {
        let base = self.base()?;
        let (rows, mut problems) = self.rows()?;
        let name = self.table.file_stem().unwrap_or_default().to_string_lossy();
        let name = name.trim_end_matches(".csv").trim_end_matches(".json");
        let (draft, more) = draft(language, name, &rows, &base);
        let table = self.table.display();
        problems.extend(more.iter().map(|problem| format!("{table}: {problem}")));
        self.show(&draft, &mut out)?;
        for problem in problems.iter().take(TOLD) {
            terminal::complain(format_args!("{problem}"));
        }
        if problems.len() > TOLD {
            terminal::complain(format_args!(
                "{} more are not listed",
                problems.len() - TOLD
            ));
        }
        writeln!(
            out,
            "{table}: {} about {}, {} that could not be read",
            counted(draft.set.statements.len(), "statement"),
            counted_entities(draft.set.entities.len()),
            problems.len()
        )?;
        if self.preview {
            writeln!(out, "nothing was written: this is a preview")?;
        } else if draft.set.statements.is_empty() {
            writeln!(out, "nothing was written: no row states anything")?;
        } else if !problems.is_empty() && !self.partly {
            writeln!(
                out,
                "nothing was written: mend those rows, or take the others alone with --partly"
            )?;
        } else {
            self.write(&draft, &base, &mut out)?;
        }
        out.flush()?;
        Ok(problems.len())
    }

    /// What the set has already.
    fn base(&self) -> io::Result<Set> {
        let folder = self
            .folder
            .filter(|folder| folder.join("set.toml").exists());
        let Some(folder) = folder else {
            return Ok(Set::default());
        };
        let (loaded, problems) = load(folder);
        match problems.first() {
            Some(problem) => Err(invalid(problem.to_string())),
            None => Ok(loaded.set),
        }
    }

    /// The rows of the table, by what it is, and what could not be read.
    fn rows(&self) -> io::Result<(Vec<Row>, Vec<String>)> {
        let mapping = match self.map {
            None => None,
            Some(map) => Some(
                Mapping::read(&text(map)?)
                    .map_err(|why| invalid(format!("{}: {why}", map.display())))?,
            ),
        };
        let folder = if self.table.is_dir() {
            Some(self.table)
        } else {
            None
        };
        let description = self
            .table
            .file_name()
            .is_some_and(|name| name == data_package::DESCRIPTION);
        let folder = folder.or_else(|| self.table.parent().filter(|_| description));
        if let Some(folder) = folder {
            let description = text(&folder.join(data_package::DESCRIPTION))?;
            let read = |path: &Path| {
                let table = inputs::text(&folder.join(path));
                table.map_err(|error| error.to_string())
            };
            let packaged = data_package::read(&description, mapping.as_ref(), read)
                .map_err(|why| invalid(format!("{}: {why}", folder.display())))?;
            let problems = packaged.problems.into_iter();
            let problems = problems.map(|(table, problem)| format!("{table}: {problem}"));
            return Ok((packaged.rows, problems.collect()));
        }
        let table = text(self.table)?;
        let named = self.table.display().to_string();
        // A table begins with a name, and entities with a bracket.
        let json = table
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with(['{', '[']);
        let (rows, problems) = if json {
            wikidata::read(&table)
        } else {
            columns::read(&table, mapping.as_ref())
        };
        let problems = problems
            .into_iter()
            .map(|problem| format!("{named}: {problem}"));
        Ok((rows, problems.collect()))
    }

    fn show(&self, draft: &Draft, out: &mut Terminal<impl Write>) -> io::Result<()> {
        let shown = if self.preview {
            draft.read.len()
        } else {
            SHOWN
        };
        for row in draft.read.iter().take(shown) {
            let when = if row.time.is_empty() {
                String::new()
            } else {
                format!(", {}", row.time)
            };
            let who = if row.source.is_empty() {
                String::new()
            } else {
                format!(", {}", row.source)
            };
            writeln!(
                out,
                "line {}: {} = {} ({}){when}{who}",
                row.line, row.about, row.quantity, row.value
            )?;
        }
        let rest = draft.read.len().saturating_sub(shown);
        if rest > 0 {
            writeln!(out, "and {rest} more; --preview shows all")?;
        }
        Ok(())
    }

    fn write(&self, draft: &Draft, base: &Set, out: &mut Terminal<impl Write>) -> io::Result<()> {
        if let Some(file) = self.pack {
            return pack(&draft.set, file, out);
        }
        let folder = self.folder.ok_or_else(|| {
            let refusal = "where to? --set names the folder of the set, --pack a file";
            io::Error::new(io::ErrorKind::InvalidInput, refusal)
        })?;
        let written = write(draft, base, folder)?;
        writeln!(
            out,
            "{}: {} written",
            folder.display(),
            counted(written.files.len(), "file")
        )
    }
}

fn counted_entities(number: usize) -> String {
    if number == 1 {
        String::from("1 entity")
    } else {
        format!("{number} entities")
    }
}

/// Packs a set into a file.
pub(crate) fn pack(set: &Set, file: &Path, mut out: impl Write) -> io::Result<()> {
    let packed = plumbline_packed::pack(set).map_err(|error| invalid(error.to_string()))?;
    let bytes = packed.to_bytes();
    fs::write(file, &bytes)?;
    writeln!(out, "{}: {} kB", file.display(), bytes.len().div_ceil(1000))
}

/// Writes the set of a folder as a table, or into a folder as a data package.
pub(crate) fn export(
    folder: Option<&Path>,
    package: Option<&Path>,
    mut out: impl Write,
) -> io::Result<()> {
    let folder = folder.ok_or_else(|| {
        let refusal = "which set? --set names its folder";
        io::Error::new(io::ErrorKind::InvalidInput, refusal)
    })?;
    let (loaded, problems): (Loaded, _) = load(folder);
    if let Some(problem) = problems.first() {
        return Err(invalid(problem.to_string()));
    }
    let Some(package) = package else {
        let note = |at: usize| loaded.notes.get(at).cloned().unwrap_or_default();
        out.write_all(columns::write(&loaded.set, &columns::order(&loaded), note).as_bytes())?;
        return out.flush();
    };
    fs::create_dir_all(package)?;
    for (name, text) in data_package::write(&loaded) {
        fs::write(package.join(name), text)?;
        writeln!(out, "{}", package.join(name).display())?;
    }
    out.flush()
}
