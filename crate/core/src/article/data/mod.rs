//! The structured data of a page (JSON-LD): which of the articles it tells of is the page's own, and its days; and the
//! claims that it says were reviewed.
//!
//! What pages carry is damaged in many ways (line breaks within strings, commas too many, comments around it), so
//! it is scanned and not parsed: what cannot be understood is passed over. Time is linear in the data.

mod reviews;

use super::days::{self, Stamp};
use crate::language::Language;
pub use reviews::{MOST as MOST_REVIEWS, Review};

/// Names in the kinds of data that are articles.
const ARTICLES: [&str; 3] = ["Article", "Posting", "Report"];

/// Fields that lead to the page's own article; below all others is something else: a list, a video, a comment.
const TRANSPARENT: [&str; 4] = ["", "@graph", "mainEntity", "mainEntityOfPage"];

/// So many things of a page's data are looked at, and so much of a string.
const MOST: usize = 2000;
const LONGEST: usize = 1000;

/// How many lists may stand in one another between a thing and the one that it is told of.
const LISTS: usize = 4;

/// What a page's data says of one thing.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Thing {
    /// It is an article.
    pub(super) article: bool,
    /// It is the page or its article, and nothing that this lists or holds.
    pub(super) own: bool,
    /// Its title.
    pub(super) headline: String,
    /// When it was published first, and when it was changed last.
    pub(super) published: Option<Stamp>,
    pub(super) modified: Option<Stamp>,
    /// It is the review of a claim.
    review: bool,
    /// In scripts that tell of reviews: which thing it is told of, in which field, and what is said of it.
    within: Option<(usize, String)>,
    said: Vec<(&'static str, String)>,
}

/// What the data of a page says.
#[derive(Debug, Default)]
pub(super) struct Data {
    /// The things that it tells the days of, in their order.
    pub(super) things: Vec<Thing>,
    /// The claims that were reviewed.
    pub(super) reviews: Vec<Review>,
}

/// Reads the scripts of a page's data.
pub(super) fn read(language: Language, data: &[String]) -> Data {
    let mut all = Data::default();
    for script in data {
        let mut scan = Scan {
            tells_of_reviews: script.contains("claimReviewed"),
            ..Scan::default()
        };
        scan.read(script);
        all.reviews.extend(reviews::of(language, &scan.done));
        let dated = |thing: &Thing| thing.published.is_some() || thing.modified.is_some();
        all.things.extend(scan.done.into_iter().filter(dated));
    }
    all.things.truncate(MOST);
    all.reviews.truncate(reviews::MOST);
    all
}

#[derive(Debug)]
struct Open {
    /// Where its thing stands; none for a list.
    thing: Option<usize>,
    own: bool,
    /// The field that is being read.
    field: String,
}

#[derive(Debug, Default)]
struct Scan {
    open: Vec<Open>,
    done: Vec<Thing>,
    /// The last string, which is a field if a colon follows.
    last: Option<String>,
    after_colon: bool,
    /// Whether what is said of things is kept, as reviews are told in many of them.
    tells_of_reviews: bool,
}

impl Scan {
    fn read(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}', '[', ']', ':', ',', '"']) {
            let sign = rest.as_bytes()[at];
            let before = &rest[..at];
            rest = &rest[at + 1..];
            if self.after_colon && self.tells_of_reviews && matches!(sign, b',' | b'}') {
                self.bare(before.trim());
            }
            match sign {
                b'"' => {
                    let (string, after) = string(rest);
                    rest = after;
                    self.string(string);
                    continue;
                }
                b'{' | b'[' => self.enter(sign == b'{'),
                b'}' | b']' => {
                    self.open.pop();
                }
                b':' => {
                    if let (Some(open), Some(field)) = (self.open.last_mut(), self.last.take())
                        && open.thing.is_some()
                    {
                        open.field = field;
                        self.after_colon = true;
                        continue;
                    }
                }
                _ => {}
            }
            self.last = None;
            self.after_colon = false;
        }
    }

    fn enter(&mut self, object: bool) {
        let own = self
            .open
            .last()
            .is_none_or(|outer| outer.own && TRANSPARENT.contains(&outer.field.as_str()));
        let field = match self.open.last() {
            // A list stands for its field.
            Some(outer) if !object => outer.field.clone(),
            _ => String::new(),
        };
        let own_list = self.open.last().is_none_or(|outer| outer.own);
        let within = self.tells_of_reviews.then(|| self.around()).flatten();
        let thing = (object && self.done.len() < MOST).then(|| {
            self.done.push(Thing {
                own,
                within,
                ..Thing::default()
            });
            self.done.len() - 1
        });
        self.open.push(Open {
            thing,
            own: if object { own } else { own_list },
            field,
        });
    }

    fn string(&mut self, string: String) {
        if !self.takes_value() {
            self.last = Some(string);
            return;
        }
        self.last = None;
        self.after_colon = false;
        let tells_of_reviews = self.tells_of_reviews;
        let Some((field, thing)) = self.place() else {
            return;
        };
        if tells_of_reviews {
            thing.say(&field, &string);
        }
        match field.as_str() {
            "@type" => thing.article |= ARTICLES.iter().any(|kind| string.contains(kind)),
            "headline" | "name" if thing.headline.is_empty() => thing.headline = string,
            "datePublished" if thing.published.is_none() => thing.published = days::read(&string),
            "dateModified" if thing.modified.is_none() => thing.modified = days::read(&string),
            _ => {}
        }
    }

    /// A value without quotation marks: a number.
    fn bare(&mut self, value: &str) {
        if !value.is_empty()
            && let Some((field, thing)) = self.place()
        {
            thing.say(&field, value);
        }
    }

    /// The thing that one which begins now is told of, and the field.
    fn around(&self) -> Option<(usize, String)> {
        let field = &self.open.last()?.field;
        let mut near = self.open.iter().rev().take(LISTS);
        let thing = near.find_map(|open| open.thing)?;
        Some((thing, field.clone()))
    }

    /// Whether a string that comes now is a value: after a colon, or in a list.
    fn takes_value(&self) -> bool {
        self.after_colon || self.open.last().is_some_and(|open| open.thing.is_none())
    }

    /// The thing that a value belongs to, and the field; a list of kinds is of the thing around it.
    fn place(&mut self) -> Option<(String, &mut Thing)> {
        let inner = self.open.last()?;
        let field = inner.field.clone();
        let holder = match inner.thing {
            Some(thing) => thing,
            None => self.open.iter().rev().nth(1)?.thing?,
        };
        Some((field, self.done.get_mut(holder)?))
    }
}

impl Thing {
    /// Keeps what is said in a field that reviews are told in, as it is said first.
    fn say(&mut self, field: &str, value: &str) {
        if field == "@type" {
            self.review |= value.rsplit(['/', ':']).next() == Some("ClaimReview");
        }
        let known = reviews::FIELDS.iter().find(|known| **known == field);
        // What was cut may say something else.
        if let Some(name) = known
            && value.len() < LONGEST
            && !self.said.iter().any(|(said, _)| said == name)
        {
            self.said.push((name, value.to_owned()));
        }
    }
}

/// A string up to its closing quotation mark, and what follows it.
fn string(text: &str) -> (String, &str) {
    let mut read = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let c = match c {
            '"' => return (read, &text[at + 1..]),
            '\\' => match chars.next().map(|(_, escaped)| escaped) {
                Some('n' | 't' | 'r') => ' ',
                Some('u') => {
                    let code = text
                        .get(at + 2..at + 6)
                        .and_then(|hex| u32::from_str_radix(hex, 16).ok());
                    if code.is_some() {
                        chars.nth(3);
                    }
                    code.and_then(char::from_u32).unwrap_or(' ')
                }
                Some(escaped) => escaped,
                None => break,
            },
            c => c,
        };
        if read.len() < LONGEST {
            read.push(c);
        }
    }
    (read, "")
}

#[cfg(test)]
mod tests {
    use super::{Thing, read as all_of};
    use crate::article::days::Stamp;
    use crate::language::Language;

    /// The things of a script: kind, own or not, headline, days.
    fn read(script: &str) -> Vec<String> {
        let show = |thing: Thing| {
            let kind = if thing.article { "article" } else { "thing" };
            let own = if thing.own { "own" } else { "other" };
            let day = |stamp: Option<Stamp>| stamp.map_or("-".to_owned(), |s| s.day.to_string());
            let (published, modified) = (day(thing.published), day(thing.modified));
            format!("{own} {kind} {:?} {published} {modified}", thing.headline)
        };
        let data = all_of(Language::english(), &[script.to_owned()]);
        data.things.into_iter().map(show).collect()
    }

    #[test]
    fn damaged_data_is_read_as_far_as_it_goes() {
        let own = ["own article \"A bridge\" 2024-03-01 -"];
        for script in [
            r#"{"@type":"NewsArticle","headline":"A bridge","datePublished":"2024-03-01T08:00:00Z"}"#,
            r#"{"@type":"NewsArticle","headline":"A bridge","datePublished":"2024-03-01",}"#,
            r#"[{"@type":["Thing","BlogPosting"],"headline":"A bridge","datePublished":"March 1, 2024"},]"#,
            "{\"@type\":\"NewsArticle\",\"headline\":\"A bridge\",\"description\":\"one\ntwo\",\"datePublished\":\"2024-03-01\"}",
            "<!-- //<![CDATA[\n{\"@type\":\"Report\",\"headline\":\"A bridge\",\"datePublished\":\"2024-03-01\"} //]]> -->",
            r#"{"@type":"Article","headline":"A bridge","description":"He said "no" and "yes".","datePublished":"2024-03-01"}"#,
            r#"{"@graph":[{"@type":"Organization","name":"x"},{"@type":"Article","name":"A bridge","datePublished":"2024-03-01""#,
            r#"{"@type":"Article","headline":"A \u0062ridge","author":{"@type":"Person","name":"Ann"},"datePublished":"2024-03-01"}"#,
            r#"{"@type":"Article","headline":"A bridge","keywords":["datePublished","2020-01-01"],"datePublished":"2024-03-01"}"#,
            r#"{"@type":"Article" "headline":"A bridge" "datePublished":"2024-03-01"}"#,
        ] {
            assert_eq!(read(script), own, "{script}");
        }
        for script in [
            "",
            "{\"broken\": ",
            "]]]}}}",
            "\"datePublished\"",
            "{\"datePublished\": 7}",
            "\\",
            "{\"a\\",
        ] {
            assert!(read(script).is_empty(), "{script}");
        }
    }

    #[test]
    fn what_a_page_lists_is_not_its_own() {
        for (script, expected) in [
            (
                r#"{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"NewsArticle","datePublished":"2021-01-01"}}]}"#,
                "other article \"\" 2021-01-01 -",
            ),
            (
                r#"{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2024-03-01","dateModified":"2024-03-02"}}"#,
                "own article \"\" 2024-03-01 2024-03-02",
            ),
            (
                r#"{"@type":"VideoObject","part":{"@type":"Article","datePublished":"2024-03-01"}}"#,
                "other article \"\" 2024-03-01 -",
            ),
            (
                r#"{"@type":"WebPage","datePublished":"2024-03-01"}"#,
                "own thing \"\" 2024-03-01 -",
            ),
        ] {
            assert_eq!(read(script), [expected], "{script}");
        }
    }

    #[test]
    fn nested_without_end_and_without_sense_is_read_in_its_length() {
        for part in ["{\"a\":[", "[", "{", "\"", "\"a\":", "\\\"", "}"] {
            assert!(read(&part.repeat(100_000)).is_empty(), "{part}");
        }
    }
}
