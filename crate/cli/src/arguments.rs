//! What the program is told on the command line.

use crate::check;
use crate::story;
use clap::{Args, Parser, Subcommand, ValueEnum};
use plumbline_core::report::Level;
use plumbline_corpus::report as written;
use std::path::PathBuf;

/// Reads the figures of articles and compares them with a reference set.
#[derive(Debug, Parser)]
#[command(version, about)]
pub(crate) struct Arguments {
    /// A reference set of your own, instead of the bundled one: its folder, or a packed file.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub(crate) set: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
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
    Check(CheckArguments),
    /// Group articles by the story they tell, and say who says what.
    ///
    /// The articles are named as for check. Each story is a table: a row for each thing of which several articles give
    /// a figure, those first in which they differ, with the days and with what follows from their figures. The exit
    /// status is 1 where articles differ.
    Story(StoryArguments),
    /// Compare texts with a reference text: JSON lines {"id","reference","text"} in, {"id","findings"} out.
    Compare,
    /// Write the findings of an article as W3C Web Annotations (JSON-LD); or find figures again by such annotations.
    ///
    /// With --find the exit status is 1 where a figure is not found, or not exactly, and 2 where an annotation is not
    /// as the model demands.
    Annotations {
        /// A file of annotations whose figures are looked for in the article; - is standard input.
        #[arg(long, value_name = "FILE")]
        find: Option<PathBuf>,
        /// The article (text, Markdown or HTML); - is standard input.
        article: PathBuf,
    },
    /// Sort what readers have said of findings by the kind of reason, as cases for the tables of tests.
    ///
    /// The file is what the options page saves: JSON lines. A line that is none is named on the error output, and the
    /// exit status is 2.
    Labels {
        /// The file; - is standard input.
        file: PathBuf,
    },
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

/// What `check` is told.
#[derive(Debug, Args)]
pub(crate) struct CheckArguments {
    /// The day that articles speak from which do not say, YYYY-MM-DD.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) published: Option<String>,
    /// Hold the figures of each article against one thing only: against one another (article), the reference set
    /// (set), or the articles named by --beside (story).
    #[arg(long, value_name = "WHAT")]
    pub(crate) only: Option<Only>,
    /// Another article on the same story, to compare with too; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub(crate) beside: Vec<PathBuf>,
    /// What is written of files: a report for people (text), a line of JSON for each, a table of findings (csv), one
    /// page for an editor (html), or SARIF.
    #[arg(long, value_name = "FORMAT", requires = "files")]
    pub(crate) format: Option<Format>,
    /// The exit status is 1 where a finding is of this level, or of a higher one.
    #[arg(long, value_name = "LEVEL", default_value = "warn")]
    pub(crate) fail_on: FailOn,
    /// A file of findings that are not to be told again, each with its reason.
    #[arg(long, value_name = "FILE", requires = "files")]
    pub(crate) suppress: Option<PathBuf>,
    /// The articles: files, folders, patterns; - is standard input.
    pub(crate) files: Vec<PathBuf>,
}

/// What `story` is told.
#[derive(Debug, Args)]
pub(crate) struct StoryArguments {
    /// What is written: for people (text), or a line of JSON for each story.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: story::Format,
    /// The day that articles speak from which do not say, YYYY-MM-DD.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) published: Option<String>,
    /// The articles: files, folders, patterns; - is standard input.
    #[arg(required = true)]
    pub(crate) files: Vec<PathBuf>,
}

/// What articles are held against, where it is not everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Only {
    /// The article itself.
    Article,
    /// The reference set.
    Set,
    /// Other articles on the same story.
    Story,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Csv,
    Html,
    Sarif,
}

impl Format {
    /// What is written for programs; none for people.
    pub(crate) fn written(self) -> Option<written::Format> {
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
pub(crate) enum FailOn {
    Warn,
    Mark,
    None,
}

impl FailOn {
    pub(crate) fn is_met(self, totals: &check::Totals) -> bool {
        let least = match self {
            Self::Warn => Level::Warn,
            Self::Mark => Level::Mark,
            Self::None => return false,
        };
        totals.warned > 0 || least == Level::Mark && totals.marked > 0
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum SetCommand {
    /// Read documents (text, Markdown or HTML) and propose statements, one source file each.
    Build {
        /// The documents.
        #[arg(required = true)]
        documents: Vec<PathBuf>,
        /// The folder of the set; its own entities and properties are used where it has them.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Read a table into the set of --set: comma-separated values, Wikidata's entities in JSON, or a data package.
    ///
    /// The columns are entity, property, quantity, time, source, address, and where they are wanted object, note and
    /// flags; a mapping file says what another layout means. Says what each row was read as, and of every row that
    /// cannot be read line and column; nothing is written then.
    Import {
        /// The table: .csv, .tsv, .json, a folder with datapackage.json; compressed as .gz or not.
        table: PathBuf,
        /// A file that says what the columns of another layout mean.
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        /// Only say what the rows were read as, all of them.
        #[arg(long)]
        preview: bool,
        /// Write what could be read, though other rows could not.
        #[arg(long)]
        partly: bool,
        /// Write a packed file, for large sets, in place of the folder of --set.
        #[arg(long, value_name = "FILE", conflicts_with = "preview")]
        pack: Option<PathBuf>,
    },
    /// Write the set of --set as a table, or as a data package.
    Export {
        /// A folder for a data package; a table is written to the output otherwise.
        #[arg(long, value_name = "FOLDER")]
        package: Option<PathBuf>,
    },
    /// Pack the set of --set into one file, as large sets are used.
    Pack {
        /// The file.
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Verify the set in a folder: every problem with file and line.
    Verify {
        /// The folder that holds set.toml.
        folder: PathBuf,
    },
}

/// A day as an article would write it, which is how it is handed on.
fn day(text: &str) -> Result<String, String> {
    match plumbline_core::article::day(text) {
        Some(_) => Ok(text.to_owned()),
        None => Err("a day is written YYYY-MM-DD".to_owned()),
    }
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
