//! `plumbline check`: figures of articles against the bundled reference set.

use crate::lines;
use crate::terminal::{self, Terminal, counted};
use plumbline_core::article::day;
use plumbline_core::language::Language;
use plumbline_core::reference::{Reference, ReferenceText};
use plumbline_core::report::{Level, Report};
use plumbline_core::{check_beside, check_inside};
use plumbline_document::Document;
use plumbline_records::check::{Request, answer};
use plumbline_words::{EnglishDates, Entry, account};
use std::io::{self, BufRead, Write};

/// What articles are held against.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Against<'r> {
    /// Nothing but themselves.
    Themselves,
    /// A reference set, and other articles on the same story.
    References(&'r Reference, &'r [ReferenceText]),
}

/// Holds an article against the references, or against nothing but itself.
pub(crate) fn report(language: Language, document: &Document, against: Against<'_>) -> Report {
    match against {
        Against::References(reference, texts) => check_beside(&document.page, reference, texts),
        Against::Themselves => check_inside(language, &document.page),
    }
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

/// Prints a report for people; gives the number of warnings.
pub(crate) fn print(
    language: Language,
    name: &str,
    document: &Document,
    report: &Report,
    out: &mut Terminal<impl Write>,
) -> io::Result<usize> {
    use anstyle::Style;
    let bold = Style::new().bold();
    let summary = &report.summary;
    if !report.foreign.is_empty() {
        out.styled(bold, name)?;
        writeln!(
            out,
            ": Plumbline reads English articles; this one says that it is in another language ({})",
            report.foreign
        )?;
        return Ok(0);
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
    let shown: Vec<&Entry> = told
        .findings
        .iter()
        .filter(|f| f.level != Level::None)
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
    for entry in shown {
        print_entry(document, entry, out)?;
    }
    Ok(summary.warned)
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
    use super::{Against, json_lines};

    fn answers(published: Option<&str>, requests: &str) -> String {
        let reference = plumbline_bundled::reference().expect("the bundled set is sound");
        let mut output = Vec::new();
        json_lines(
            reference.language,
            Against::References(&reference, &[]),
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
}
