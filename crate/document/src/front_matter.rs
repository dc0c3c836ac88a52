//! The lines before a text that say what it is: `name: value` between two lines of `---`, as static sites
//! write them, or `[name] value`.
//!
//! Title, summary and date are what a reader sees. The rest is for machines: a description that only search
//! engines are told is no part of the article.

/// What a line of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line<'t> {
    /// Part of the article, and where its text starts within the line.
    Text(usize),
    /// The title of the document, and where it starts within the line.
    Title(usize),
    /// The day it speaks from, as written.
    Date(&'t str),
    /// Nothing that a reader sees.
    Hidden,
}

/// Tells the lines of a text apart, one after the other.
#[derive(Debug, Default)]
pub(crate) struct FrontMatter {
    state: State,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Start,
    /// Between the two lines of `---`.
    Fenced,
    /// Within lines of `[name] value`.
    Bracketed,
    Over,
}

const FENCE: &str = "---";

impl FrontMatter {
    /// What the next line is; without its line break.
    pub(crate) fn line<'t>(&mut self, line: &'t str) -> Line<'t> {
        let trimmed = line.trim();
        match self.state {
            State::Start if trimmed.is_empty() => Line::Hidden,
            State::Start if trimmed == FENCE => {
                self.state = State::Fenced;
                Line::Hidden
            }
            State::Fenced if trimmed == FENCE => {
                self.state = State::Over;
                Line::Hidden
            }
            State::Fenced => fenced(line),
            State::Start | State::Bracketed => {
                let field = bracketed(line);
                self.state = if field.is_some() {
                    State::Bracketed
                } else {
                    State::Over
                };
                field.unwrap_or(Line::Text(0))
            }
            State::Over => Line::Text(0),
        }
    }
}

fn fenced(line: &str) -> Line<'_> {
    let Some((name, value)) = line.split_once(':') else {
        return Line::Hidden;
    };
    let value = value.trim().trim_matches(['"', '\'']);
    let start = line.len() - line.trim_end().trim_end_matches(['"', '\'']).len();
    let start = line.len() - start - value.len();
    field(name, value, start).unwrap_or(Line::Hidden)
}

fn bracketed(line: &str) -> Option<Line<'_>> {
    let (name, value) = line.strip_prefix('[')?.split_once("] ")?;
    // The label stays with the text, whose offsets count in the line.
    field(name, value.trim(), 0)
}

/// What a field of that name is; `None` for one that nobody knows.
fn field<'t>(name: &str, value: &'t str, start: usize) -> Option<Line<'t>> {
    Some(match name.trim().to_ascii_lowercase().as_str() {
        "title" | "headline" => Line::Title(start),
        "summary" | "excerpt" | "subtitle" | "standfirst" | "dek" | "lead" => Line::Text(start),
        "date" | "published" | "pubdate" => Line::Date(value),
        "description" | "keywords" | "tags" | "categories" | "slug" | "permalink" | "url"
        | "image" | "layout" | "author" | "draft" | "canonical" => Line::Hidden,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{FrontMatter, Line};

    fn read(text: &str) -> Vec<Line<'_>> {
        let mut front = FrontMatter::default();
        text.lines().map(|line| front.line(line)).collect()
    }

    #[test]
    fn fields_between_fences_are_told_apart_from_the_text() {
        let text = "---\ntitle: \"A bridge\"\ndate: 2025-06-14\ntags:\n  - rivers\ndescription: Read on.\n---\n\nThe bridge: done.";
        let expected = [
            Line::Hidden,
            Line::Title(8),
            Line::Date("2025-06-14"),
            Line::Hidden,
            Line::Hidden,
            Line::Hidden,
            Line::Hidden,
            Line::Text(0),
            Line::Text(0),
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn fields_in_brackets_end_with_the_first_line_that_is_none() {
        let text = "[title] A bridge\n[summary] It stands.\n[description] Read on.\n[photo] x\n[description] y";
        let expected = [
            Line::Title(0),
            Line::Text(0),
            Line::Hidden,
            Line::Text(0),
            Line::Text(0),
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn a_text_without_them_is_text() {
        assert_eq!(
            read("A bridge\ntitle: none"),
            [Line::Text(0), Line::Text(0)]
        );
        assert_eq!(read("[1] A note"), [Line::Text(0)]);
    }
}
