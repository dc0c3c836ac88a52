//! Documents from outside a browser as pages: plain text, Markdown, HTML.

mod bytes;
mod front_matter;
mod html;
mod preformatted;

pub use bytes::{NotText, decode};

use front_matter::{FrontMatter, Line};
use plumbline_core::article::Article;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate};
use std::ops::Range;
use std::path::Path;

/// A page with the text that offsets of findings count in.
#[derive(Debug)]
pub struct Document {
    /// The blocks, the title and the dates.
    pub page: Page,
    /// The whole text.
    pub text: String,
    /// For each block, the byte of `text` where it starts.
    pub starts: Vec<usize>,
    lines: Lines,
}

/// Where the lines of the file are.
#[derive(Debug)]
enum Lines {
    /// Of a text, where each ends.
    OfText(Vec<usize>),
    /// Of HTML, where they begin within each block, and which they are.
    OfHtml(Vec<Vec<(usize, usize)>>),
}

impl Document {
    /// Reads plain text or Markdown: a line is a block, or several that are one paragraph broken to a width; its
    /// marker says which.
    pub fn of_text(text: &str) -> Self {
        let mut document = Self {
            page: Page::default(),
            text: text.to_owned(),
            starts: Vec::new(),
            lines: Lines::OfText(text.match_indices('\n').map(|(at, _)| at).collect()),
        };
        let mut at = 0;
        let mut plain = 0..0;
        let mut front = FrontMatter::default();
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            let whole = at..at + content.len();
            at += line.len();
            let start = match front.line(content) {
                Line::Text(0) => {
                    plain.end = at;
                    continue;
                }
                Line::Text(start) => Some((start, false)),
                Line::Title(start) => Some((start, true)),
                Line::Date(value) => {
                    let date = StatedDate::new(DateSource::Meta, value);
                    document.page.dates.push(date);
                    None
                }
                Line::Hidden => None,
            };
            document.add_paragraphs(plain);
            plain = at..at;
            if let Some((start, titled)) = start {
                document.add_block(whole.start + start..whole.end, titled, false);
            }
        }
        document.add_paragraphs(plain);
        document
    }

    fn add_paragraphs(&mut self, plain: Range<usize>) {
        for paragraph in preformatted::paragraphs(&self.text[plain.clone()]) {
            let range = plain.start + paragraph.range.start..plain.start + paragraph.range.end;
            self.add_block(range, false, paragraph.wrapped);
        }
    }

    fn add_block(&mut self, range: Range<usize>, titled: bool, wrapped: bool) {
        let content = &self.text[range.clone()];
        if content.trim().is_empty() {
            return;
        }
        let role = if titled {
            Role::Headline
        } else {
            line_role(content, self.page.blocks.is_empty())
        };
        if role == Role::Headline && self.page.title.is_empty() {
            content
                .trim_start_matches(['#', ' '])
                .clone_into(&mut self.page.title);
        }
        let text = if wrapped {
            content.replace(['\n', '\r'], " ")
        } else {
            content.to_owned()
        };
        self.page.blocks.push(Block {
            role,
            text,
            ..Block::default()
        });
        self.starts.push(range.start);
    }

    /// Reads HTML; the text is that of the blocks, a line each.
    pub fn of_html(html: &str) -> Self {
        let html::Read { page, lines } = html::read(html);
        let mut text = String::new();
        let mut starts = Vec::new();
        for block in &page.blocks {
            starts.push(text.len());
            text.push_str(&block.text);
            text.push('\n');
        }
        Self {
            page,
            text,
            starts,
            lines: Lines::OfHtml(lines),
        }
    }

    /// Reads the bytes of a file: as HTML where its name or its first sign says so, else as text.
    ///
    /// # Errors
    /// When the bytes are no text.
    pub fn read(bytes: &[u8], name: &Path) -> Result<Self, NotText> {
        let text = bytes::decode(bytes)?;
        let named = name.extension().is_some_and(|extension| {
            ["html", "htm", "xhtml"]
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known))
        });
        Ok(if named || text.trim_start().starts_with('<') {
            Self::of_html(&text)
        } else {
            Self::of_text(&text)
        })
    }

    /// The line of the file, counted from one, that holds the UTF-16 code unit of a block's text.
    pub fn line(&self, block: usize, unit: usize) -> usize {
        let text = &self.page.blocks[block].text;
        let byte = text
            .char_indices()
            .scan(0, |units, (at, c)| {
                let before = *units;
                *units += c.len_utf16();
                Some((before, at))
            })
            .find(|(before, _)| *before >= unit)
            .map_or(text.len(), |(_, at)| at);
        match &self.lines {
            Lines::OfText(ends) => {
                let at = self.starts[block] + byte;
                1 + ends.partition_point(|end| *end < at)
            }
            Lines::OfHtml(lines) => {
                let before = lines[block].iter().take_while(|(at, _)| *at <= byte);
                before.last().map_or(1, |(_, line)| *line)
            }
        }
    }

    /// The same with a date that the caller knows, whatever the document says.
    #[must_use]
    pub fn published(mut self, day: Option<String>) -> Self {
        let given = day.map(|value| StatedDate::new(DateSource::Given, value));
        self.page.dates.extend(given);
        self
    }

    /// The same with a date for a document that does not say.
    #[must_use]
    pub fn published_or(self, language: Language, day: Option<&str>) -> Self {
        if day.is_none() || Article::of(language, &self.page).published.is_some() {
            return self;
        }
        self.published(day.map(str::to_owned))
    }
}

fn line_role(line: &str, first: bool) -> Role {
    let trimmed = line.trim_start();
    let hashes = trimmed.chars().take_while(|c| *c == '#').count();
    match hashes {
        0 => {}
        1 => return Role::Headline,
        _ => return Role::Heading,
    }
    let mut words = trimmed.split(' ');
    let marker = words.next().unwrap_or("");
    let numbered = marker
        .strip_suffix('.')
        .is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    if matches!(marker, "-" | "*" | "•" | "–" | "+") || numbered {
        return Role::Item;
    }
    if trimmed.starts_with('>') {
        return Role::Quote;
    }
    // A short line without a full stop stands above what follows.
    let at_most = |words: usize| trimmed.split_whitespace().nth(words).is_none();
    let ends = trimmed.ends_with(['.', '!', ':', '”', '"', ',', ';']);
    match (!ends && at_most(14), first) {
        (true, true) => Role::Headline,
        (true, false) if at_most(10) => Role::Heading,
        _ => Role::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use plumbline_core::article::Article;
    use plumbline_core::language::Language;

    const UNDATED: &str = "<p>Nothing was said of when.</p>";
    const DATED: &str = "<meta name=date content=2025-06-13><p>It was said.</p>";
    const BYLINE: &str =
        "A bridge\nPublished on 13 June 2025\n\nThe bridge is closed until further notice.";

    #[test]
    fn lines_are_those_of_the_file() {
        let html = "<!doctype html>\n<html>\n<body>\n<p>One\nof <b>two</b>\n<!-- \n -->and\nthree &amp;\n14.<br>\n15.\n<pre>\n16\n\n17\n</pre>";
        let document = Document::of_html(html);
        for (block, text, line) in [
            (0, "One", 4),
            (0, "two", 5),
            (0, "and", 7),
            (0, "14", 9),
            (0, "15", 10),
            (1, "16", 12),
            (2, "17", 14),
        ] {
            let at = document.page.blocks[block].text.find(text).unwrap_or(0);
            assert_eq!(document.line(block, at), line, "{text}");
        }
        let text = "---\ntitle: Bridges\n---\n\nThe first was built in 1912, they say, and the\nother one in 1956.\n\n« 1957 »";
        let document = Document::of_text(text);
        for (block, text, line) in [
            (0, "Bridges", 2),
            (1, "1912", 5),
            (1, "1956", 6),
            (2, "1957", 8),
        ] {
            let at = document.page.blocks[block].text.find(text).unwrap_or(0);
            assert_eq!(document.line(block, at), line, "{text}");
        }
    }

    #[test]
    fn a_day_for_those_that_do_not_say_does_not_outrank_what_they_say() {
        let cases = [
            (Document::of_html(UNDATED), "2024-01-31"),
            (Document::of_html(DATED), "2025-06-13"),
            (Document::of_text(BYLINE), "2025-06-13"),
            (Document::of_text("Nothing was said."), "2024-01-31"),
            // A day that is known of one document wins.
            (
                Document::of_html(DATED).published(Some("2023-02-01".to_owned())),
                "2023-02-01",
            ),
        ];
        for (document, day) in cases {
            let document = document.published_or(Language::english(), Some("2024-01-31"));
            let published = Article::of(Language::english(), &document.page).published;
            assert_eq!(
                published,
                plumbline_core::article::day(day),
                "{}",
                document.text
            );
        }
        let document = Document::of_html(UNDATED).published_or(Language::english(), None);
        assert_eq!(
            Article::of(Language::english(), &document.page).published,
            None
        );
    }
}
