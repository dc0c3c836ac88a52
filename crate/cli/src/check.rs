//! `plumbline check`: figures of articles against what there is, on all cores, in order.

use crate::lines;
use crate::progress::Progress;
use crate::terminal::{self, Terminal, counted};
use plumbline_core::article::day;
use plumbline_core::language::Language;
use plumbline_core::report::Level;
use plumbline_corpus::check::{Against, Checked, report};
use plumbline_corpus::inputs::{Found, Inputs};
use plumbline_corpus::report::{Format, Rendered, Writer, render};
use plumbline_corpus::suppressed::Suppressions;
use plumbline_document::Document;
use plumbline_records::check::{Request, answer};
use plumbline_words::{EnglishDates, Entry, account};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::{self, BufRead, Write};

/// How many documents are under way at a time, and how many bytes they have together.
const UNDER_WAY: usize = 256;
const BYTES_UNDER_WAY: usize = 32 << 20;

/// What documents are checked with.
#[derive(Debug)]
pub(crate) struct Check<'c> {
    pub(crate) language: Language,
    pub(crate) against: Against<'c>,
    /// The day of documents that do not say.
    pub(crate) published: Option<&'c str>,
    pub(crate) suppressions: &'c Suppressions,
}

/// What came of all documents.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    pub(crate) checked: usize,
    pub(crate) figures: usize,
    pub(crate) warned: usize,
    pub(crate) marked: usize,
    pub(crate) suppressed: usize,
    pub(crate) unread: usize,
    passed_over: usize,
}

/// What is written of a document.
enum Written {
    Text(Vec<u8>),
    Report(Rendered),
}

/// What came of a document: what is written of it, or that it could not be read.
struct Done {
    name: String,
    written: Result<(Written, Counts), String>,
}

struct Counts {
    figures: usize,
    warned: usize,
    marked: usize,
    suppressed: Vec<String>,
}

/// Answers JSON lines; `published` is the day of those that do not say. Gives how many were none.
pub(crate) fn json_lines(
    language: Language,
    against: Against<'_>,
    published: Option<&str>,
    input: impl BufRead,
    output: impl Write,
) -> io::Result<usize> {
    lines::answer(input, output, |line, request: Request| {
        let document = request
            .document()?
            .published(known_day(line, request.published))
            .published_or(language, published);
        let report = report(language, &document, against);
        Ok(answer(language, request.id, &document, report))
    })
}

/// The day that a request gives, if it can be read; says so if not.
fn known_day(line: usize, published: Option<String>) -> Option<String> {
    let published = published.filter(|day| !day.trim().is_empty())?;
    if day(&published).is_none() {
        terminal::complain(format_args!(
            "line {line}: “{published}” is no day, and is passed over"
        ));
        return None;
    }
    Some(published)
}

/// Checks all documents, on all cores, and writes what was found in their order: a report for people where `format` is
/// none. What cannot be read is named, and the rest goes on.
pub(crate) fn documents(
    check: &Check<'_>,
    mut inputs: Inputs,
    format: Option<Format>,
    out: impl Write,
) -> io::Result<Totals> {
    let mut totals = Totals {
        passed_over: inputs.passed_over(),
        ..Totals::default()
    };
    let progress = Progress::new();
    let mut writer = Output::new(format, out)?;
    let mut used = BTreeSet::new();
    let mut next = under_way(&mut inputs);
    while !next.is_empty() {
        let first = totals.checked + totals.unread + 1;
        // While these are checked, the next ones are read.
        let (done, read) = rayon::join(
            || -> Vec<Done> {
                let numbered = std::mem::take(&mut next).into_par_iter().enumerate();
                numbered
                    .map(|(at, found)| one(check, format, first + at, found))
                    .collect()
            },
            || under_way(&mut inputs),
        );
        next = read;
        for done in done {
            progress.hide_while(|| writer.put(done, &mut totals, &mut used))?;
        }
        progress.show(totals.checked + totals.unread, inputs.files_left());
    }
    progress.finish();
    writer.finish(&totals)?;
    for id in check.suppressions.ids().filter(|id| !used.contains(*id)) {
        terminal::complain(format_args!(
            "finding {id} is suppressed and was not found: it may be settled"
        ));
    }
    Ok(totals)
}

/// The next documents, as many as may be under way.
pub(crate) fn under_way(inputs: &mut Inputs) -> Vec<Found> {
    let (mut found, mut bytes) = (Vec::new(), 0);
    while found.len() < UNDER_WAY && bytes < BYTES_UNDER_WAY {
        let Some(next) = inputs.next() else { break };
        bytes += next.len();
        found.push(next);
    }
    found
}

fn one(check: &Check<'_>, format: Option<Format>, number: usize, found: Found) -> Done {
    let article = found.read();
    let name = article.name;
    let written = article.document.and_then(|document| {
        let document = document.published_or(check.language, check.published);
        let checked = Checked::of(
            check.language,
            name.clone(),
            document,
            check.against,
            check.suppressions,
        );
        let summary = &checked.report.summary;
        let counts = Counts {
            figures: summary.read,
            warned: summary.warned,
            marked: summary.marked,
            suppressed: checked
                .suppressed
                .iter()
                .map(|(id, _, _)| id.clone())
                .collect(),
        };
        let written = match format {
            Some(format) => render(format, check.language, number, &checked).map(Written::Report),
            None => text(check.language, &checked).map(Written::Text),
        };
        written
            .map(|written| (written, counts))
            .map_err(|error| error.to_string())
    });
    Done { name, written }
}

/// A report for people.
fn text(language: Language, checked: &Checked) -> io::Result<Vec<u8>> {
    let mut out = Terminal(Vec::new());
    print(language, checked, &mut out)?;
    Ok(out.0)
}

/// What was found, as it is put down.
enum Output<W: Write> {
    Text { out: W, any: bool },
    Report(Box<Writer<W>>),
}

impl<W: Write> Output<W> {
    fn new(format: Option<Format>, out: W) -> io::Result<Self> {
        Ok(match format {
            Some(format) => Self::Report(Box::new(Writer::new(format, out)?)),
            None => Self::Text { out, any: false },
        })
    }

    fn put(
        &mut self,
        done: Done,
        totals: &mut Totals,
        used: &mut BTreeSet<String>,
    ) -> io::Result<()> {
        let (written, counts) = match done.written {
            Ok(written) => written,
            Err(why) => {
                totals.unread += 1;
                terminal::complain(format_args!("{}: {why}", done.name));
                if let Self::Report(writer) = self {
                    writer.add_unread(done.name, why);
                }
                return Ok(());
            }
        };
        totals.checked += 1;
        totals.figures += counts.figures;
        totals.warned += counts.warned;
        totals.marked += counts.marked;
        totals.suppressed += counts.suppressed.len();
        used.extend(counts.suppressed);
        match (self, written) {
            (Self::Text { out, any }, Written::Text(text)) => {
                if *any {
                    writeln!(out)?;
                }
                *any = true;
                out.write_all(&text)
            }
            (Self::Report(writer), Written::Report(rendered)) => writer.add(rendered),
            _ => Ok(()),
        }
    }

    fn finish(self, totals: &Totals) -> io::Result<()> {
        match self {
            Self::Report(writer) => writer.finish(),
            Self::Text { mut out, .. } => {
                let all = totals.checked + totals.unread;
                if all > 1 || totals.passed_over > 0 {
                    writeln!(out, "\n{}", sum(totals))?;
                }
                out.flush()
            }
        }
    }
}

/// "3 files, 1 not read: 5 figures, 1 warned of".
fn sum(totals: &Totals) -> String {
    let some = |number: usize, what: &str| match number {
        0 => String::new(),
        number => format!(", {number} {what}"),
    };
    format!(
        "{}{}{}: {}, {} warned of{}",
        counted(totals.checked, "file"),
        some(totals.unread, "not read"),
        some(totals.passed_over, "of other kinds passed over"),
        counted(totals.figures, "figure"),
        totals.warned,
        some(totals.suppressed, "suppressed")
    )
}

/// Prints a report for people.
fn print(language: Language, checked: &Checked, out: &mut Terminal<impl Write>) -> io::Result<()> {
    use anstyle::Style;
    let bold = Style::new().bold();
    let (name, report) = (&checked.name, &checked.report);
    let summary = &report.summary;
    if !report.foreign.is_empty() {
        out.styled(bold, name)?;
        return writeln!(
            out,
            ": Plumbline reads English articles; this one says that it is in another language ({})",
            report.foreign
        );
    }
    out.styled(bold, name)?;
    writeln!(
        out,
        ": {} read, {} warned of, {} marked, {} supported, {} not covered",
        counted(summary.read, "figure"),
        summary.warned,
        summary.marked,
        summary.supported,
        summary.not_covered
    )?;
    let told = account(language, report, &EnglishDates);
    for line in [&told.notice, &told.inside, &told.beside] {
        if !line.is_empty() {
            writeln!(out, "  {line}")?;
        }
    }
    let shown: Vec<(&Entry, &String)> = (told.findings.iter().zip(&checked.ids))
        .filter(|(f, _)| f.level != Level::None)
        .collect();
    if shown.is_empty() && summary.supported == 0 && told.covers.is_empty() {
        for line in &told.passed {
            writeln!(out, "  {}: {}", line.why, line.figures.join(" · "))?;
        }
    } else if shown.is_empty() && summary.supported == 0 {
        writeln!(
            out,
            "  Nothing here is covered by the reference set. It covers:"
        )?;
        for line in &told.covers {
            writeln!(out, "  · {line}")?;
        }
    }
    for (entry, id) in shown {
        print_entry(&checked.document, entry, out)?;
        writeln!(out, "    finding {id}")?;
    }
    Ok(())
}

/// Prints a finding: the answer, then who says so.
fn print_entry(
    document: &Document,
    entry: &Entry,
    out: &mut Terminal<impl Write>,
) -> io::Result<()> {
    use anstyle::AnsiColor;
    let color = if entry.level == Level::Warn {
        AnsiColor::Red
    } else {
        AnsiColor::Yellow
    };
    let lines: Vec<String> = entry
        .places
        .iter()
        .map(|place| document.line(place.block, place.start).to_string())
        .collect();
    // What is one figure in several places is quoted once.
    let mut quotes: Vec<&str> = (entry.places.iter())
        .map(|place| place.quote.as_str())
        .collect();
    quotes.dedup();
    let quote = quotes.join(" · ");
    let line = if lines.len() == 1 { "line" } else { "lines" };
    write!(out, "\n  ")?;
    out.styled(color.on_default().bold(), &quote)?;
    writeln!(out, "  {}  ({line} {})", entry.label, lines.join(", "))?;
    if entry.about.is_empty() {
        writeln!(out, "  {}", entry.answer)?;
    } else {
        writeln!(out, "  {}: {}", entry.about, entry.answer)?;
    }
    for evidence in &entry.evidence {
        let sign = if evidence.agrees { "=" } else { "≠" };
        let value = format!("    {sign} {}  {}", evidence.value, evidence.arithmetic);
        writeln!(out, "{}", value.trim_end())?;
        for source in &evidence.sources {
            writeln!(
                out,
                "        {}: {}, {}",
                source.publisher, source.title, source.date
            )?;
            if !source.passage.is_empty() {
                writeln!(out, "          “{}”", source.passage)?;
            }
            if !source.address.is_empty() {
                writeln!(out, "          {}", source.address)?;
            }
        }
    }
    for note in &entry.notes {
        writeln!(out, "    {note}")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{BYTES_UNDER_WAY, UNDER_WAY, json_lines, under_way};
    use plumbline_corpus::check::Against;
    use plumbline_corpus::inputs::Inputs;
    use std::fs::{self, File};

    fn answers(published: Option<&str>, requests: &str) -> String {
        let reference = plumbline_bundled::reference().expect("the bundled set is sound");
        let mut output = Vec::new();
        json_lines(
            reference.language,
            Against::All(&reference, &[]),
            published,
            requests.as_bytes(),
            &mut output,
        )
        .expect("answers");
        String::from_utf8(output).expect("text")
    }

    #[test]
    fn an_age_is_compared_as_of_the_day_that_is_given() {
        // A birth year is in the set: whether the age fits is a question of the day.
        let text = "Alexandr Wang, 28, founded Scale AI.";
        let ask = |field: &str| format!("{{\"id\": 1, \"text\": \"{text}\"{field}}}");
        let none = answers(None, &ask(""));
        let then = answers(Some("2025-06-13"), &ask(""));
        let later = answers(Some("2035-06-13"), &ask(""));
        assert!(
            none.contains("\"findings\":[]") && !then.contains("\"findings\":[]"),
            "{none}{then}"
        );
        assert_ne!(then, later);
        assert_eq!(
            answers(Some("2035-06-13"), &ask(", \"published\": \"2025-06-13\"")),
            then
        );
        assert_eq!(
            answers(Some("2025-06-13"), &ask(", \"published\": \"soon\"")),
            then
        );
    }

    #[test]
    fn an_article_in_another_language_has_an_answer_of_its_own() {
        let html =
            "<html lang='de'><p>Meta hat 1.48 billion Dollar in das Unternehmen Scale AI gesteckt.";
        let answer = answers(None, &format!("{{\"id\": 1, \"html\": \"{html}\"}}"));
        assert_eq!(answer, "{\"id\":1,\"foreign\":\"de\",\"findings\":[]}\n");
    }

    /// How many documents of a folder are under way, one time after the other.
    fn taken(files: usize, length: u64) -> Vec<usize> {
        let folder = tempfile::tempdir().expect("a folder");
        for number in 0..files {
            let path = folder.path().join(format!("{number:04}.txt"));
            let file = File::create(&path).expect("a file");
            file.set_len(length).expect("its length");
        }
        let mut inputs = Inputs::of(&[folder.path().to_owned()]);
        let next = || Some(under_way(&mut inputs).len()).filter(|taken| *taken > 0);
        let taken = std::iter::from_fn(next).collect();
        fs::remove_dir_all(folder.path()).expect("the folder goes");
        taken
    }

    #[test]
    fn what_is_under_way_is_bounded_however_much_there_is() {
        assert_eq!(taken(2 * UNDER_WAY + 1, 10), [UNDER_WAY, UNDER_WAY, 1]);
        let third = u64::try_from(BYTES_UNDER_WAY / 3 + 1).expect("it is no more");
        assert_eq!(taken(7, third), [3, 3, 1]);
    }
}
