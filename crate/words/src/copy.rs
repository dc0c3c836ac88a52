//! A finding to take along: as plain text, or as Markdown, in the same lines.

use crate::lines::{Entry, EvidenceLine, SourceLine};
use std::fmt::Write;

/// What a finding is taken along as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// For a message.
    Text,
    /// For a document: what Markdown gives a meaning is written so that it has none.
    Markdown,
}

/// The page on which something was found.
#[derive(Debug, Clone, Copy, Default)]
pub struct FoundOn<'p> {
    /// Its title, or empty.
    pub title: &'p str,
    /// Its address, or empty.
    pub address: &'p str,
}

/// A finding with its sentence, what speaks for and against it, and where it stands. It ends with a line break.
pub fn copy(form: Form, finding: &Entry, page: FoundOn<'_>) -> String {
    let mut quotes: Vec<&str> = finding
        .places
        .iter()
        .map(|place| place.quote.as_str())
        .collect();
    quotes.dedup();
    let heading = format!("{}: {}", finding.label, quotes.join(" · "));
    let mut made = form.strong(&heading);
    made.push('\n');
    if !finding.about.is_empty() {
        form.paragraph(&mut made, &form.plain(&finding.about));
    }
    form.paragraph(&mut made, &form.plain(&finding.answer));
    let mut sentences: Vec<&str> = finding
        .spots
        .iter()
        .map(|spot| spot.sentence.as_str())
        .collect();
    sentences.dedup();
    for sentence in sentences
        .into_iter()
        .filter(|sentence| !sentence.is_empty())
        .take(3)
    {
        form.paragraph(&mut made, &form.quoted(sentence));
    }
    let mut listed = String::new();
    for line in &finding.evidence {
        form.evidence(&mut listed, line);
    }
    for note in &finding.notes {
        item(&mut listed, 0, &form.plain(note));
    }
    if !listed.is_empty() {
        form.paragraph(&mut made, listed.trim_end());
    }
    let found = form.linked(page.title, page.address);
    if !found.is_empty() {
        form.paragraph(&mut made, &format!("Found by Plumbline on: {found}"));
    }
    made
}

impl Form {
    /// Text as it is read.
    fn plain(self, text: &str) -> String {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if self == Self::Text {
            return text;
        }
        let mut made = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
            ) {
                made.push('\\');
            }
            made.push(c);
        }
        // What would begin a list.
        let first = made.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        match made.as_bytes().get(first) {
            Some(b'-' | b'+') if first == 0 => made.insert(0, '\\'),
            Some(b'.' | b')') if first > 0 && made[first + 1..].starts_with(' ') => {
                made.insert(first, '\\');
            }
            _ => {}
        }
        made
    }

    fn strong(self, text: &str) -> String {
        match self {
            Self::Text => self.plain(text),
            Self::Markdown => format!("**{}**", self.plain(text)),
        }
    }

    fn quoted(self, text: &str) -> String {
        match self {
            Self::Text => format!("“{}”", self.plain(text)),
            Self::Markdown => format!("> {}", self.plain(text)),
        }
    }

    /// Paragraphs are parted by an empty line where that matters.
    fn paragraph(self, made: &mut String, text: &str) {
        if self == Self::Markdown {
            made.push('\n');
        }
        made.push_str(text);
        made.push('\n');
    }

    /// A title that leads to its address, either of which may be empty.
    fn linked(self, title: &str, address: &str) -> String {
        let of_the_web = address.starts_with("https://") || address.starts_with("http://");
        let title = self.plain(title);
        match (self, title.is_empty(), of_the_web) {
            (_, _, false) => title,
            (Self::Text, true, true) => address.to_owned(),
            (Self::Text, false, true) => format!("{title}, {address}"),
            (Self::Markdown, true, true) => format!("<{}>", safe(address)),
            (Self::Markdown, false, true) => format!("[{title}](<{}>)", safe(address)),
        }
    }

    fn evidence(self, made: &mut String, line: &EvidenceLine) {
        let said = if line.stand.is_empty() {
            self.strong(&line.value)
        } else {
            format!("{}: {}", self.strong(&line.value), self.plain(&line.stand))
        };
        item(made, 0, &said);
        if !line.arithmetic.is_empty() {
            item(made, 1, &self.plain(&line.arithmetic));
        }
        for source in &line.sources {
            item(made, 1, &self.source(source));
        }
    }

    fn source(self, source: &SourceLine) -> String {
        let mut parts = vec![self.plain(&source.publisher)];
        parts.push(self.linked(&source.title, &source.address));
        parts.push(self.plain(&source.date));
        parts.retain(|part| !part.is_empty());
        let mut said = parts.join(", ");
        if !source.passage.is_empty() {
            let _ = write!(said, ": “{}”", self.plain(&source.passage));
        }
        said
    }
}

/// An item of a list, which Markdown writes as people do.
fn item(made: &mut String, depth: usize, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(made, "{:indent$}- {text}", "", indent = depth * 2);
}

/// An address between angle brackets.
fn safe(address: &str) -> String {
    let mut made = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '<' => made.push_str("%3C"),
            '>' => made.push_str("%3E"),
            c if c.is_whitespace() || c.is_control() => made.push_str("%20"),
            c => made.push(c),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::{Form, FoundOn, copy};
    use crate::lines::{Entry, EvidenceLine, Sign, SourceLine};
    use plumbline_core::report::{Level, Place, Spot};

    fn finding() -> Entry {
        Entry {
            places: vec![Place {
                block: 0,
                start: 12,
                end: 14,
                quote: String::from("36"),
            }],
            spots: vec![Spot {
                sentence: String::from("Lena Marsh, 36, was *pulled* out."),
                ..Spot::default()
            }],
            code: String::from("sources/one-differs"),
            right: false,
            times: String::new(),
            level: Level::Mark,
            sign: Sign::Mark,
            label: String::from("One source says otherwise"),
            about: String::from("Lena Marsh's age"),
            together: String::new(),
            answer: String::from("This page says 36; one other source says 34."),
            evidence: vec![EvidenceLine {
                value: String::from("34"),
                agrees: false,
                stand: String::from("differs"),
                arithmetic: String::new(),
                sources: vec![SourceLine {
                    publisher: String::from("harbour.example"),
                    title: String::from("Ferry [lost]"),
                    date: String::from("2 May 2024"),
                    address: String::from("https://harbour.example/a>b#:~:text=x"),
                    passage: String::from("The crew saved Lena Marsh, 34."),
                }],
                place: None,
            }],
            notes: vec![String::from("1. It is one page.")],
        }
    }

    const PAGE: FoundOn<'_> = FoundOn {
        title: "Two <b>days</b>",
        address: "https://valley.example/news/1",
    };

    #[test]
    fn text_is_as_it_is_read() {
        let expected = "\
One source says otherwise: 36
Lena Marsh's age
This page says 36; one other source says 34.
“Lena Marsh, 36, was *pulled* out.”
- 34: differs
  - harbour.example, Ferry [lost], https://harbour.example/a>b#:~:text=x, 2 May 2024: “The crew saved Lena Marsh, 34.”
- 1. It is one page.
Found by Plumbline on: Two <b>days</b>, https://valley.example/news/1
";
        assert_eq!(copy(Form::Text, &finding(), PAGE), expected);
    }

    #[test]
    fn nothing_of_a_page_has_a_meaning_in_markdown() {
        let expected = "\
**One source says otherwise: 36**

Lena Marsh's age

This page says 36; one other source says 34.

> Lena Marsh, 36, was \\*pulled\\* out.

- **34**: differs
  - harbour.example, [Ferry \\[lost\\]](<https://harbour.example/a%3Eb#:~:text=x>), 2 May 2024: “The crew saved Lena Marsh, 34.”
- 1\\. It is one page.

Found by Plumbline on: [Two \\<b\\>days\\</b\\>](<https://valley.example/news/1>)
";
        assert_eq!(copy(Form::Markdown, &finding(), PAGE), expected);
    }

    #[test]
    fn a_page_without_an_address_of_the_web_leads_nowhere() {
        for (title, address, expected) in [
            ("A", "file:///home/a.html", "Found by Plumbline on: A\n"),
            ("", "javascript:alert(1)", "- 1\\. It is one page.\n"),
            (
                "",
                "https://a.example",
                "Found by Plumbline on: <https://a.example>\n",
            ),
        ] {
            let made = copy(Form::Markdown, &finding(), FoundOn { title, address });
            assert!(made.ends_with(expected), "{made}");
        }
    }
}
