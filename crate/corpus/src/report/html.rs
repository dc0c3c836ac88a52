//! One page that an editor can read: a table on top, below it each article with its figures marked, and beside it what
//! is said of them. It loads nothing and runs nothing; what texts hold is text there.

use super::Row;
use crate::check::Checked;
use plumbline_core::article::Article;
use plumbline_core::language::Language;
use plumbline_core::page::Role;
use plumbline_core::report::{Level, Place};
use plumbline_words::{EnglishDates, Entry, EvidenceLine, account};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter, Write};

pub(super) const END: &str = "</main>\n</body>\n</html>\n";

const STYLE: &str = include_str!("report.css");

/// A text with what has a meaning in HTML escaped.
struct Text<'t>(&'t str);

impl Display for Text<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            out.write_str(&rest[..at])?;
            out.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            })?;
            rest = &rest[at + 1..];
        }
        out.write_str(rest)
    }
}

/// The head of the page and the table on top.
pub(super) fn top(rows: &[Row]) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>Plumbline: report</title>\n<style>\n",
    );
    page.push_str(STYLE);
    page.push_str("</style>\n</head>\n<body>\n<header>\n<h1>What Plumbline found</h1>\n");
    let read = rows.iter().filter_map(|row| row.result.as_ref().ok());
    let total = |of: fn(&plumbline_core::report::Summary) -> usize| -> usize {
        read.clone().map(|(summary, _, _)| of(summary)).sum()
    };
    let unread = rows.iter().filter(|row| row.result.is_err()).count();
    let _ = write!(
        page,
        "<p>{} in {}: {} warned of, {} marked, {} supported.",
        counted(total(|s| s.read), "figure"),
        counted(rows.len() - unread, "document"),
        total(|s| s.warned),
        total(|s| s.marked),
        total(|s| s.supported),
    );
    if unread > 0 {
        let _ = write!(page, " {unread} could not be read.");
    }
    page.push_str(
        "</p>\n<table class=\"documents\">\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Figures</th><th scope=\"col\">Warned</th>\
         <th scope=\"col\">Marked</th><th scope=\"col\">Sup&shy;ported</th><th scope=\"col\">Sup&shy;pressed</th></tr></thead>\n<tbody>\n",
    );
    let mut number = 0;
    for row in rows {
        let name = Text(&row.name);
        let _ = match &row.result {
            Ok((summary, suppressed, foreign)) => {
                number += 1;
                let class = match (summary.warned, summary.marked) {
                    (0, 0) => "quiet",
                    (0, _) => "mark",
                    _ => "warn",
                };
                let foreign = if *foreign { " (not in English)" } else { "" };
                writeln!(
                    page,
                    "<tr class=\"{class}\"><th scope=\"row\"><a href=\"#a{number}\">{name}</a>{foreign}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{suppressed}</td></tr>",
                    summary.read, summary.warned, summary.marked, summary.supported
                )
            }
            Err(why) => writeln!(
                page,
                "<tr class=\"unread\"><th scope=\"row\">{name}</th><td colspan=\"5\">not read: {}</td></tr>",
                Text(why)
            ),
        };
    }
    page.push_str("</tbody>\n</table>\n</header>\n<main>\n");
    page
}

/// An article with what is said of its figures.
pub(super) fn article(language: Language, number: usize, checked: &Checked) -> String {
    let told = account(language, &checked.report, &EnglishDates);
    let mut marks: BTreeMap<usize, Vec<(&Place, usize)>> = BTreeMap::new();
    for (at, entry) in told.findings.iter().enumerate() {
        for place in &entry.places {
            marks.entry(place.block).or_default().push((place, at));
        }
    }
    let mut page = format!(
        "<section id=\"a{number}\">\n<h2>{}</h2>\n<div class=\"text\">\n",
        Text(&checked.name)
    );
    let article = Article::of(language, &checked.document.page);
    // The row of the table that is being written; 0 outside of one.
    let mut row = 0;
    for block in &article.blocks {
        put_row(&mut page, &mut row, block.row);
        let (open, close) = match block.role {
            Role::Headline | Role::Heading => ("<h3>", "</h3>"),
            Role::Item => ("<p class=\"item\">", "</p>"),
            Role::Cell if row > 0 => ("<td>", "</td>"),
            Role::Cell => ("<p class=\"cell\">", "</p>"),
            Role::Quote => ("<blockquote>", "</blockquote>"),
            Role::Code => ("<pre>", "</pre>"),
            Role::Paragraph | Role::Caption => ("<p>", "</p>"),
        };
        page.push_str(open);
        let marks = marks.remove(&block.index).unwrap_or_default();
        put_marked(&mut page, block.text, marks, &told.findings, number);
        page.push_str(close);
        page.push('\n');
    }
    put_row(&mut page, &mut row, 0);
    page.push_str("</div>\n<div class=\"cards\">\n");
    for line in [&told.notice, &told.inside, &told.beside, &told.more] {
        if !line.is_empty() {
            let _ = writeln!(page, "<p class=\"note\">{}</p>", Text(line));
        }
    }
    for (at, (entry, id)) in told.findings.iter().zip(&checked.ids).enumerate() {
        put_card(&mut page, entry, id, number, at);
    }
    for (id, finding, reason) in &checked.suppressed {
        let quote = finding
            .places
            .first()
            .map_or("", |place| place.quote.as_str());
        let _ = writeln!(
            page,
            "<p class=\"note\">Suppressed: {} ({}), finding {}</p>",
            Text(quote),
            Text(reason),
            Text(id)
        );
    }
    page.push_str("</div>\n</section>\n");
    page
}

/// Ends the row that is being written and begins the next one, where a block does not belong to it.
fn put_row(page: &mut String, row: &mut usize, next: usize) {
    if *row == next {
        return;
    }
    page.push_str(match (*row, next) {
        (0, _) => "<table>\n<tr>\n",
        (_, 0) => "</tr>\n</table>\n",
        _ => "</tr>\n<tr>\n",
    });
    *row = next;
}

/// "1 figure", "2 figures"
fn counted(number: usize, what: &str) -> String {
    let many = if number == 1 { "" } else { "s" };
    format!("{number} {what}{many}")
}

fn class(level: Level) -> &'static str {
    match level {
        Level::Warn => "warn",
        Level::Mark => "mark",
        Level::None => "none",
    }
}

/// Where UTF-16 code units of a text stand in its bytes, asked for in ascending order.
struct Units<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl<'t> Units<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text,
            byte: 0,
            unit: 0,
        }
    }

    fn byte(&mut self, unit: usize) -> usize {
        for c in self.text[self.byte..].chars() {
            if self.unit >= unit {
                break;
            }
            self.byte += c.len_utf8();
            self.unit += c.len_utf16();
        }
        self.byte
    }
}

/// The text of a block with its figures marked; of places that overlap, the first is.
fn put_marked(
    page: &mut String,
    text: &str,
    mut marks: Vec<(&Place, usize)>,
    findings: &[Entry],
    number: usize,
) {
    marks.sort_by_key(|(place, at)| (place.start, *at));
    let mut units = Units::of(text);
    let mut done = 0;
    for (place, at) in marks {
        let (start, end) = (units.byte(place.start), units.byte(place.end));
        if start < done || end <= start {
            continue;
        }
        let _ = write!(
            page,
            "{}<a class=\"{}\" id=\"a{number}p{at}-{}-{}\" href=\"#a{number}f{at}\">{}</a>",
            Text(text.get(done..start).unwrap_or("")),
            class(findings[at].level),
            place.block,
            place.start,
            Text(text.get(start..end).unwrap_or(""))
        );
        done = end;
    }
    let _ = write!(page, "{}", Text(text.get(done..).unwrap_or("")));
}

fn put_card(page: &mut String, entry: &Entry, id: &str, number: usize, at: usize) {
    let _ = write!(
        page,
        "<article class=\"card {}\" id=\"a{number}f{at}\">\n<h4>",
        class(entry.level)
    );
    let mut last = "";
    for place in &entry.places {
        // What is one figure in several places is quoted once.
        if place.quote != last {
            let between = if last.is_empty() { "" } else { " · " };
            let _ = write!(
                page,
                "{between}<a href=\"#a{number}p{at}-{}-{}\">{}</a>",
                place.block,
                place.start,
                Text(&place.quote)
            );
        }
        last = &place.quote;
    }
    let _ = writeln!(
        page,
        " <span class=\"label\">{}</span></h4>",
        Text(&entry.label)
    );
    for line in [&entry.about, &entry.times] {
        if !line.is_empty() {
            let _ = writeln!(page, "<p class=\"about\">{}</p>", Text(line));
        }
    }
    let _ = writeln!(page, "<p>{}</p>", Text(&entry.answer));
    if !entry.evidence.is_empty() {
        page.push_str("<ul>\n");
        entry
            .evidence
            .iter()
            .for_each(|line| put_evidence(page, line));
        page.push_str("</ul>\n");
    }
    for note in &entry.notes {
        let _ = writeln!(page, "<p class=\"note\">{}</p>", Text(note));
    }
    let _ = writeln!(page, "<p class=\"id\">Finding {}</p>\n</article>", Text(id));
}

fn put_evidence(page: &mut String, line: &EvidenceLine) {
    let class = if line.agrees { "agrees" } else { "differs" };
    let _ = write!(
        page,
        "<li class=\"{class}\"><strong>{}</strong> <span class=\"stand\">{}</span>",
        Text(&line.value),
        Text(&line.stand)
    );
    if !line.arithmetic.is_empty() {
        let _ = write!(page, "<br>{}", Text(&line.arithmetic));
    }
    for source in &line.sources {
        let title = Text(&source.title);
        let _ = write!(page, "<br>{}: ", Text(&source.publisher));
        // Addresses of other kinds lead nowhere that a reader wants to go.
        let _ = if source.address.starts_with("https://") || source.address.starts_with("http://") {
            write!(
                page,
                "<a href=\"{}\" rel=\"noreferrer\">{title}</a>",
                Text(&source.address)
            )
        } else {
            write!(page, "{title}")
        };
        let _ = write!(page, ", {}", Text(&source.date));
        if !source.passage.is_empty() {
            let _ = write!(page, "<q>{}</q>", Text(&source.passage));
        }
    }
    page.push_str("</li>\n");
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn what_has_a_meaning_in_html_is_escaped() {
        let text = Text("a<b>&\"c\"'</script>").to_string();
        assert_eq!(text, "a&lt;b&gt;&amp;&quot;c&quot;&#39;&lt;/script&gt;");
        assert_eq!(Text("plain — “text”").to_string(), "plain — “text”");
    }
}
