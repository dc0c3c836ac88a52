//! A text as a reference: an article with what is known of it, as it can be kept.

use crate::article::{Article, Review};
use crate::page::Role;
use serde::{Deserialize, Serialize};
use time::Date;

/// Of a longer article the rest is left out, in bytes: what makes it news stands above.
const MOST_BYTES: usize = 200_000;

/// An article as a reference for others: its words, and where they stand. Its figures are read anew where it is asked
/// for, so that what is kept is never read by rules that are gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReferenceText {
    /// Its headline.
    pub title: String,
    /// Who published it, as far as its address says; or empty.
    pub publisher: String,
    /// Its address, or empty.
    pub address: String,
    /// The day that it speaks from, `YYYY-MM-DD`, or empty.
    pub published: String,
    /// Its paragraphs, parted by empty lines.
    pub text: String,
    /// The words of the names that stand in it; sorted.
    #[serde(with = "joined")]
    pub names: Vec<String>,
    /// The claims that its page says were reviewed.
    #[serde(default)]
    pub reviews: Vec<Review>,
}

impl ReferenceText {
    /// The day that it speaks from.
    pub fn day(&self) -> Option<Date> {
        crate::calendar::Period::parse(&self.published).and_then(|period| period.from)
    }

    /// How many of those it names the other names too.
    pub fn shared_names(&self, names: &[String]) -> usize {
        let shared = self
            .names
            .iter()
            .filter(|name| names.binary_search(name).is_ok());
        shared.count()
    }
}

/// A figure of a text with the sentence in which it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedFigure {
    /// As it is written there, hedge included.
    pub figure: String,
    /// Its sentence.
    pub sentence: String,
}

/// Many short words as one: a browser hands over one text much faster than a list of hundreds.
mod joined {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(names: &[String], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&names.join(" "))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
        let names = String::deserialize(from)?;
        Ok(names.split_whitespace().map(str::to_owned).collect())
    }
}

/// The running text of an article.
#[derive(Debug)]
pub(crate) struct Prose {
    /// Its paragraphs, parted by empty lines.
    pub(crate) text: String,
    /// Where each begins in it: the byte, and the index of the article's block.
    pub(crate) starts: Vec<(usize, usize)>,
}

impl Prose {
    /// The block of the article in which a byte of the text stands, and the byte within it.
    pub(crate) fn place(&self, byte: usize) -> Option<(usize, usize)> {
        let next = self.starts.partition_point(|(start, _)| *start <= byte);
        let (start, block) = self.starts.get(next.checked_sub(1)?)?;
        Some((*block, byte - start))
    }

    /// Where a block of the article begins in the text; none for what is not in it.
    pub(crate) fn start_of(&self, block: usize) -> Option<usize> {
        let at = self.starts.binary_search_by_key(&block, |(_, b)| *b).ok()?;
        Some(self.starts[at].0)
    }
}

/// What parts paragraphs.
const BREAK: &str = "\n\n";

/// The running text of an article: a cell of a table says nothing without its row.
pub(crate) fn prose(article: &Article<'_>) -> Prose {
    let mut prose = Prose {
        text: String::new(),
        starts: Vec::new(),
    };
    for (index, block) in article.blocks.iter().enumerate() {
        if block.role == Role::Cell {
            continue;
        }
        if prose.text.len() + block.text.len() > MOST_BYTES {
            break;
        }
        prose.starts.push((prose.text.len(), index));
        prose.text.push_str(block.text);
        prose.text.push_str(BREAK);
    }
    prose
}

/// "example.org" of an address; empty for what is no address of the web.
pub(crate) fn host(url: &str) -> &str {
    let Some((scheme, rest)) = url.split_once("://") else {
        return "";
    };
    if !matches!(scheme, "http" | "https") {
        return "";
    }
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::{ReferenceText, host};
    use crate::language::Language;
    use crate::page::{Block, Page};

    #[test]
    fn a_publisher_is_known_by_the_address() {
        for (url, publisher) in [
            ("https://www.valley.example/news/1", "valley.example"),
            ("http://user@valley.example?x", "valley.example"),
            ("file:///home/a.html", ""),
            ("about:blank", ""),
            ("", ""),
        ] {
            assert_eq!(host(url), publisher, "{url}");
        }
    }

    #[test]
    fn what_states_no_figure_or_is_foreign_is_no_reference() {
        let page = |text: &str, language: &str| Page {
            language: language.to_owned(),
            blocks: vec![Block {
                text: text.to_owned(),
                ..Block::default()
            }],
            ..Page::default()
        };
        let of = |text, language| {
            ReferenceText::of(Language::english(), &page(text, language)).is_some()
        };
        assert!(of("The ferry at Orrin carried 340 people.", "en"));
        assert!(!of("The ferry at Orrin carried people.", "en"));
        assert!(!of("Die Fähre in Orrin trug 340 Leute und sank.", "de"));
    }
}
