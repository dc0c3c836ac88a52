//! Documents from outside a browser as pages: plain text, Markdown, HTML.

mod front_matter;
mod html;

use front_matter::{FrontMatter, Line};
use plumbline_core::article::Article;
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate, Zone};

/// A page with the text that offsets of findings count in.
#[derive(Debug)]
pub struct Document {
    /// The blocks, the title and the dates.
    pub page: Page,
    /// The whole text.
    pub text: String,
    /// For each block, the byte of `text` where it starts.
    pub starts: Vec<usize>,
}

impl Document {
    /// Reads plain text or Markdown: a line is a block, its marker says which.
    pub fn of_text(text: &str) -> Self {
        let mut page = Page::default();
        let mut starts = Vec::new();
        let mut at = 0;
        let mut front = FrontMatter::default();
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            let (start, titled) = match front.line(content) {
                Line::Text(start) => (start, false),
                Line::Title(start) => (start, true),
                Line::Date(value) => {
                    page.dates.push(StatedDate {
                        from: DateSource::Meta,
                        value: value.to_owned(),
                    });
                    at += line.len();
                    continue;
                }
                Line::Hidden => {
                    at += line.len();
                    continue;
                }
            };
            let content = &content[start..];
            if !content.trim().is_empty() {
                let role = if titled {
                    Role::Headline
                } else {
                    line_role(content, page.blocks.is_empty())
                };
                if role == Role::Headline && page.title.is_empty() {
                    content
                        .trim_start_matches(['#', ' '])
                        .clone_into(&mut page.title);
                }
                page.blocks.push(Block {
                    role,
                    text: content.to_owned(),
                    zone: Zone::Body,
                    linked: 0,
                    row: 0,
                });
                starts.push(at + start);
            }
            at += line.len();
        }
        Self {
            page,
            text: text.to_owned(),
            starts,
        }
    }

    /// Reads HTML; the text is that of the blocks, a line each.
    pub fn of_html(html: &str) -> Self {
        let page = html::page(html);
        let mut text = String::new();
        let mut starts = Vec::new();
        for block in &page.blocks {
            starts.push(text.len());
            text.push_str(&block.text);
            text.push('\n');
        }
        Self { page, text, starts }
    }

    /// The same with a date that the caller knows, whatever the document says.
    #[must_use]
    pub fn published(mut self, day: Option<String>) -> Self {
        let given = day.map(|value| StatedDate {
            from: DateSource::Given,
            value,
        });
        self.page.dates.extend(given);
        self
    }

    /// The same with a date for a document that does not say.
    #[must_use]
    pub fn published_or(self, day: Option<&str>) -> Self {
        if day.is_none() || Article::of(&self.page).published.is_some() {
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
    let short = trimmed.split_whitespace().count() <= 14;
    let ends = trimmed.ends_with(['.', '!', ':', '”', '"', ',', ';']);
    match (short && !ends, first) {
        (true, true) => Role::Headline,
        (true, false) if trimmed.split_whitespace().count() <= 10 => Role::Heading,
        _ => Role::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use plumbline_core::article::Article;

    const UNDATED: &str = "<p>Nothing was said of when.</p>";
    const DATED: &str = "<meta name=date content=2025-06-13><p>It was said.</p>";
    const BYLINE: &str =
        "A bridge\nPublished on 13 June 2025\n\nThe bridge is closed until further notice.";

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
            let document = document.published_or(Some("2024-01-31"));
            let published = Article::of(&document.page).published;
            assert_eq!(
                published,
                plumbline_core::article::day(day),
                "{}",
                document.text
            );
        }
        let document = Document::of_html(UNDATED).published_or(None);
        assert_eq!(Article::of(&document.page).published, None);
    }
}
