//! The library as a file: a line of JSON for each thing that it holds, so that a file of any length is read piece by
//! piece, and one bad line is one bad line.

use crate::SavedArticle;
use plumbline_core::article::{MOST_REVIEWS, Review};
use plumbline_core::calendar::Period;
use serde::{Deserialize, Serialize};

/// The version of the format of the file.
pub const FILE_VERSION: u32 = 1;

/// The longest title, name or figure that is taken, in bytes.
const LONGEST: usize = 4_000;

/// The longest text of an article that is taken, in bytes; what is saved is shorter.
const LONGEST_TEXT: usize = 400_000;

/// The most names or figures of an article that are taken.
const MOST: usize = 50_000;

/// A line of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Line {
    /// The first line: which format follows.
    Plumbline(Opening),
    /// A saved article.
    Article(SavedArticle),
}

/// What the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// The version of the format.
    pub version: u32,
}

/// Why a line is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It was written by a newer version of Plumbline.
    Newer,
    /// It has no address of the web, by which it is known.
    Address,
    /// Something in it is longer than anything can be.
    TooLong,
    /// A day is no day.
    Day,
}

impl Line {
    /// Whether the line can be taken from a file of unknown making. What it holds is shown as text, and never run.
    ///
    /// # Errors
    /// When not: says why.
    pub fn check(&self) -> Result<(), Wrong> {
        match self {
            Self::Plumbline(opening) if opening.version > FILE_VERSION => Err(Wrong::Newer),
            Self::Plumbline(_) => Ok(()),
            Self::Article(saved) => check_article(saved),
        }
    }
}

fn check_article(saved: &SavedArticle) -> Result<(), Wrong> {
    let article = &saved.article;
    let schemes = ["https://", "http://", "file:///"];
    if !schemes
        .iter()
        .any(|scheme| article.address.starts_with(scheme))
    {
        return Err(Wrong::Address);
    }
    if !article.published.is_empty() && Period::parse(&article.published).is_none() {
        return Err(Wrong::Day);
    }
    let figures = saved.figures.iter().map(|figure| &figure.figure);
    let mut short = [&article.title, &article.publisher, &article.address]
        .into_iter()
        .chain(&article.names)
        .chain(article.reviews.iter().flat_map(Review::texts))
        .chain(figures);
    let sentences = saved.figures.iter().map(|figure| &figure.sentence);
    let mut long = sentences.chain([&article.text]);
    if short.any(|text| text.len() > LONGEST)
        || long.any(|text| text.len() > LONGEST_TEXT)
        || article.names.len().max(saved.figures.len()) > MOST
        || article.reviews.len() > MOST_REVIEWS
    {
        return Err(Wrong::TooLong);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Line, Wrong};

    fn read(line: &str) -> Result<(), Option<Wrong>> {
        let line: Line = serde_json::from_str(line).map_err(|_| None)?;
        line.check().map_err(Some)
    }

    const ARTICLE: &str = r#"{"article":{"saved":1714730000000,"article":{"title":"<img src=x onerror=alert(1)>","publisher":"valley.example","address":"ADDRESS","published":"DAY","text":"It carried 340 people.","names":"orrin"},"figures":[{"figure":"340","sentence":"It carried 340 people."}]}}"#;

    #[test]
    fn lines_of_unknown_making_are_taken_or_told() {
        let article =
            |address: &str, day: &str| ARTICLE.replace("ADDRESS", address).replace("DAY", day);
        let good = article("https://a.example/1", "");
        let reviewed = |times: usize, claim: &str| {
            let review = format!(
                r#"{{"claim":"{claim}","claimant":"","claimed":"","publisher":"The Gauge","address":"","published":"","rating":"False","denied":true}}"#
            );
            let list = vec![review; times].join(",");
            good.replace(
                r#""names":"orrin""#,
                &format!(r#""names":"orrin","reviews":[{list}]"#),
            )
        };
        let cases = [
            (
                "an article",
                article("https://a.example/1", "2024-05-03"),
                Ok(()),
            ),
            ("no day", good.clone(), Ok(())),
            (
                "a script for an address",
                article("javascript:alert(1)", ""),
                Err(Some(Wrong::Address)),
            ),
            ("no address", article("", ""), Err(Some(Wrong::Address))),
            (
                "a day that is none",
                article("https://a.example/1", "soon"),
                Err(Some(Wrong::Day)),
            ),
            (
                "a title without end",
                good.replace("<img", &"<img".repeat(1_100)),
                Err(Some(Wrong::TooLong)),
            ),
            (
                "a text without end",
                good.replace("It carried", &"It carried ".repeat(40_000)),
                Err(Some(Wrong::TooLong)),
            ),
            (
                "more names than there are",
                good.replace("orrin", &"a b ".repeat(30_000)),
                Err(Some(Wrong::TooLong)),
            ),
            (
                "a claim that was reviewed",
                reviewed(1, "It carried 340 people."),
                Ok(()),
            ),
            (
                "a claim without end",
                reviewed(1, &"It carried ".repeat(1_000)),
                Err(Some(Wrong::TooLong)),
            ),
            (
                "more reviews than are read",
                reviewed(21, "It carried 340 people."),
                Err(Some(Wrong::TooLong)),
            ),
            (
                "a newer file",
                r#"{"plumbline":{"version":2}}"#.to_owned(),
                Err(Some(Wrong::Newer)),
            ),
            (
                "a list for a title",
                good.replace(r#""valley.example""#, r#"["x"]"#),
                Err(None),
            ),
            (
                "a time before all times",
                good.replace("1714730000000", "-1"),
                Err(None),
            ),
            ("something else", r#"{"virus":{}}"#.to_owned(), Err(None)),
            ("no object", "[1,2,3]".to_owned(), Err(None)),
            ("cut off", good[..good.len() - 9].to_owned(), Err(None)),
        ];
        for (name, line, expected) in cases {
            assert_eq!(read(&line), expected, "{name}");
        }
    }

    #[test]
    fn a_line_comes_back_as_it_was() {
        let line: Line = serde_json::from_str(&ARTICLE.replace("ADDRESS", "https://a.example/1"))
            .expect("it is a line");
        let written = serde_json::to_string(&line).expect("it can be written");
        let again: Line = serde_json::from_str(&written).expect("it can be read");
        assert_eq!(again, line);
    }
}
