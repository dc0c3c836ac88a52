//! `plumbline story`: which articles tell of one story, and who says what.

use crate::check::under_way;
use crate::lines;
use crate::progress::Progress;
use crate::terminal::{self, Terminal, counted};
use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use plumbline_core::reference::Reference;
use plumbline_corpus::inputs::Inputs;
use plumbline_corpus::story::{self, Read, Row, Said, Story};
use plumbline_words::{EnglishDates, in_words, reckoned};
use rayon::prelude::*;
use serde::Serialize;
use std::io::{self, Write};

/// What is written of stories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Told {
    /// How many documents could not be read.
    pub(crate) unread: usize,
    /// Whether articles of one story differ.
    pub(crate) differ: bool,
}

/// Reads all articles, groups them, and writes who says what.
pub(crate) fn tell(
    reference: &Reference,
    mut inputs: Inputs,
    published: Option<&str>,
    format: Format,
    out: impl Write,
) -> io::Result<Told> {
    let progress = Progress::new();
    let mut articles: Vec<Read> = Vec::new();
    let (mut told, mut documents) = (Told::default(), 0);
    loop {
        let found = under_way(&mut inputs);
        if found.is_empty() {
            break;
        }
        documents += found.len();
        let read: Vec<Result<Option<Read>, String>> = found
            .into_par_iter()
            .map(|found| {
                let article = found.read();
                let name = article.name;
                match article.document {
                    Ok(document) => {
                        let document = document.published_or(reference.language, published);
                        Ok(story::read(&name, &document, reference))
                    }
                    Err(why) => Err(format!("{name}: {why}")),
                }
            })
            .collect();
        for read in read {
            match read {
                Ok(read) => articles.extend(read),
                Err(why) => {
                    told.unread += 1;
                    progress.hide_while(|| {
                        terminal::complain(format_args!("{why}"));
                        Ok(())
                    })?;
                }
            }
        }
        progress.show(documents, inputs.files_left());
    }
    let (stories, _) = story::all(&articles, reference);
    progress.finish();
    told.differ = stories
        .iter()
        .flat_map(|story| &story.rows)
        .any(|row| row.differ);
    let mut out = Terminal(out);
    match format {
        Format::Json => {
            for story in &stories {
                lines::write(&Line::of(story, &articles, reference), &mut out)?;
            }
        }
        Format::Text => {
            for story in &stories {
                print(story, &articles, reference, &mut out)?;
            }
            let apart = articles.len() - stories.iter().map(|s| s.articles.len()).sum::<usize>();
            let unread = match told.unread {
                0 => String::new(),
                number => format!(", {number} not read"),
            };
            writeln!(
                out,
                "{}{unread}: {}, {} that tell of nothing the others do",
                counted(documents - told.unread, "document"),
                if stories.len() == 1 {
                    String::from("1 story")
                } else {
                    format!("{} stories", stories.len())
                },
                apart + documents - told.unread - articles.len(),
            )?;
        }
    }
    out.flush()?;
    Ok(told)
}

/// Who an article is: its name and its day.
fn who(article: &Read) -> String {
    let text = &article.telling.article;
    let day = if text.published.is_empty() {
        String::from("undated")
    } else {
        in_words(&EnglishDates, &text.published)
    };
    format!("{} ({day})", article.id)
}

fn print(
    story: &Story,
    articles: &[Read],
    reference: &Reference,
    out: &mut Terminal<impl Write>,
) -> io::Result<()> {
    let bold = Style::new().bold();
    let titled = |at: &&usize| !articles[**at].telling.article.title.is_empty();
    let title = (story.articles.iter().find(titled))
        .map_or("", |at| articles[*at].telling.article.title.as_str());
    out.styled(bold, title)?;
    writeln!(out, ": {}", counted(story.articles.len(), "article"))?;
    for &at in &story.articles {
        writeln!(out, "  {}", who(&articles[at]))?;
    }
    if story.rows.is_empty() {
        writeln!(
            out,
            "  No figure of one is known to be of the same as a figure of another."
        )?;
    }
    for row in &story.rows {
        writeln!(out)?;
        print_row(row, story, articles, reference, out)?;
    }
    writeln!(out)
}

fn print_row(
    row: &Row,
    story: &Story,
    articles: &[Read],
    reference: &Reference,
    out: &mut Terminal<impl Write>,
) -> io::Result<()> {
    write!(out, "  ")?;
    let name = match row.name.chars().next() {
        None => String::from("The same by their words"),
        Some(first) => format!("{}{}", first.to_uppercase(), &row.name[first.len_utf8()..]),
    };
    out.styled(Style::new().bold(), &name)?;
    if row.differ {
        write!(out, "  ")?;
        out.styled(AnsiColor::Yellow.on_default(), "they differ")?;
    }
    writeln!(out)?;
    let width = row
        .said
        .iter()
        .map(|said| told(said).chars().count())
        .max()
        .unwrap_or(0);
    for said in &row.said {
        let mut figure = told(said);
        for teller in &said.tellers {
            writeln!(
                out,
                "    {figure:width$}  {}",
                who(&articles[teller.article])
            )?;
            // Those who say the same stand below one another.
            figure.clear();
            if row.name.is_empty() {
                writeln!(out, "    {:width$}    “{}”", "", teller.spot.passage)?;
            }
        }
    }
    for sum in &row.reckoned {
        let line = reckoned(reference.language, &sum.arithmetic);
        let fits: Vec<&str> = (sum.fits.iter())
            .filter_map(|at| story.articles.get(*at))
            .map(|at| articles[*at].id.as_str())
            .collect();
        let fits = if fits.is_empty() {
            String::from("nobody")
        } else {
            fits.join(", ")
        };
        writeln!(out, "    By arithmetic: {line}; it fits {fits}")?;
    }
    Ok(())
}

/// A figure with its time.
fn told(said: &Said) -> String {
    let when = in_words(&EnglishDates, &said.when);
    if when.is_empty() {
        said.figure.clone()
    } else {
        format!("{} ({when})", said.figure)
    }
}

/// A story as a line of JSON.
#[derive(Serialize)]
struct Line<'s> {
    articles: Vec<Article<'s>>,
    rows: Vec<RowLine<'s>>,
}

#[derive(Serialize)]
struct Article<'s> {
    id: &'s str,
    title: &'s str,
    published: &'s str,
    address: &'s str,
}

#[derive(Serialize)]
struct RowLine<'s> {
    about: &'s str,
    differ: bool,
    said: Vec<SaidLine<'s>>,
    arithmetic: Vec<Sum<'s>>,
}

#[derive(Serialize)]
struct SaidLine<'s> {
    figure: &'s str,
    when: &'s str,
    by: Vec<By<'s>>,
}

#[derive(Serialize)]
struct By<'s> {
    id: &'s str,
    start: usize,
    end: usize,
    passage: &'s str,
}

#[derive(Serialize)]
struct Sum<'s> {
    line: String,
    fits: Vec<&'s str>,
}

impl<'s> Line<'s> {
    fn of(story: &'s Story, articles: &'s [Read], reference: &Reference) -> Self {
        let id = |at: usize| articles[at].id.as_str();
        let said = |said: &'s Said| SaidLine {
            figure: &said.figure,
            when: &said.when,
            by: (said.tellers.iter())
                .map(|teller| By {
                    id: id(teller.article),
                    start: teller.spot.range.start,
                    end: teller.spot.range.end,
                    passage: &teller.spot.passage,
                })
                .collect(),
        };
        let row = |row: &'s Row| RowLine {
            about: &row.name,
            differ: row.differ,
            said: row.said.iter().map(said).collect(),
            arithmetic: (row.reckoned.iter())
                .map(|sum| Sum {
                    line: reckoned(reference.language, &sum.arithmetic),
                    fits: (sum.fits.iter())
                        .filter_map(|at| story.articles.get(*at).map(|at| id(*at)))
                        .collect(),
                })
                .collect(),
        };
        let article = |at: &usize| {
            let text = &articles[*at].telling.article;
            Article {
                id: id(*at),
                title: &text.title,
                published: &text.published,
                address: &text.address,
            }
        };
        Self {
            articles: story.articles.iter().map(article).collect(),
            rows: story.rows.iter().map(row).collect(),
        }
    }
}
