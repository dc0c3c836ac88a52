//! A saved article.

use crate::record::{Kind, Unreadable, decode, encode, frame, unframe};
use plumbline_core::reference::{ReferenceText, StatedFigure};
use serde::{Deserialize, Serialize};

/// The version of the records of articles that is written.
const VERSION: u16 = 2;

/// An article that the reader has saved, with what was read in it on that day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SavedArticle {
    /// When it was saved, in milliseconds since 1970.
    pub saved: u64,
    /// The article.
    pub article: ReferenceText,
    /// Its figures, each with its sentence.
    pub figures: Vec<StatedFigure>,
}

impl SavedArticle {
    /// The record; the same article gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        frame(Kind::Article, VERSION, &encode(self))
    }

    /// Reads a record of any version so far.
    ///
    /// # Errors
    /// When it is damaged, or of a newer version.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Unreadable> {
        match unframe(Kind::Article, VERSION, bytes)? {
            (1, content) => decode::<First>(content).map(Self::from),
            (_, content) => decode(content),
        }
    }
}

/// An article as version 1 has it: it knew no claims that were reviewed.
#[derive(Debug, Serialize, Deserialize)]
struct First {
    saved: u64,
    title: String,
    publisher: String,
    address: String,
    published: String,
    text: String,
    names: String,
    figures: Vec<StatedFigure>,
}

impl From<First> for SavedArticle {
    fn from(first: First) -> Self {
        Self {
            saved: first.saved,
            article: ReferenceText {
                title: first.title,
                publisher: first.publisher,
                address: first.address,
                published: first.published,
                text: first.text,
                names: first.names.split_whitespace().map(str::to_owned).collect(),
                reviews: Vec::new(),
            },
            figures: first.figures,
        }
    }
}

/// By which an article is known: its address without the place within the page.
pub fn address_key(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{First, SavedArticle};
    use crate::record::{Kind, encode, frame};
    use plumbline_core::article::Review;
    use plumbline_core::reference::{ReferenceText, StatedFigure};

    fn saved(reviews: Vec<Review>) -> SavedArticle {
        SavedArticle {
            saved: 1_714_730_000_000,
            article: ReferenceText {
                title: "A ferry".to_owned(),
                publisher: "valley.example".to_owned(),
                address: "https://valley.example/1".to_owned(),
                published: "2024-05-03".to_owned(),
                text: "The ferry at Orrin carried 340 people.".to_owned(),
                names: vec!["orrin".to_owned(), "tolland".to_owned()],
                reviews,
            },
            figures: vec![StatedFigure {
                figure: "340 people".to_owned(),
                sentence: "The ferry at Orrin carried 340 people.".to_owned(),
            }],
        }
    }

    #[test]
    fn records_come_back_with_and_without_reviews() {
        let review = Review {
            claim: "It carried 430 people.".to_owned(),
            rating: "False".to_owned(),
            denied: true,
            ..Review::default()
        };
        for article in [saved(Vec::new()), saved(vec![review])] {
            assert_eq!(SavedArticle::from_bytes(&article.to_bytes()), Ok(article));
        }
    }

    #[test]
    fn records_of_the_first_version_are_read() {
        let expected = saved(Vec::new());
        let article = expected.article.clone();
        let first = First {
            saved: expected.saved,
            title: article.title,
            publisher: article.publisher,
            address: article.address,
            published: article.published,
            text: article.text,
            names: article.names.join(" "),
            figures: expected.figures.clone(),
        };
        let bytes = frame(Kind::Article, 1, &encode(&first));
        assert_eq!(SavedArticle::from_bytes(&bytes), Ok(expected));
    }
}
