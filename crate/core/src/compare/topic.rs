//! What a sentence is about: the stems of its words that carry meaning, and whom it names.

use crate::figures::Quantity;
use crate::language::words::lines;
use crate::reading::is_function_word;
use crate::text::{Token, TokenKind};

/// The distinct stems of a stretch of text, sorted.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    stems: Vec<String>,
    /// Those of capitalised words; none where nearly every word is, as in headlines.
    names: Vec<String>,
}

impl Topic {
    /// The topic of a stretch of text, in which those figures stand.
    pub(super) fn of(text: &str, tokens: &[Token], figures: &[Quantity]) -> Self {
        // "May", "Euro": what belongs to a figure names nobody.
        let in_figure = |token: &Token| {
            let start = token.start as usize;
            let next = figures.partition_point(|q| q.end <= start);
            figures.get(next).is_some_and(|q| q.start <= start)
        };
        let (mut stems, mut names) = (Vec::new(), Vec::new());
        for token in tokens.iter().filter(|t| t.kind == TokenKind::Word) {
            let written = token.of(text);
            let lower = written.to_lowercase();
            if lower.chars().count() < 2 || is_function_word(&lower) {
                continue;
            }
            let stem = stem(&lower);
            if written.starts_with(char::is_uppercase) && !in_figure(token) {
                names.push(stem.clone());
            }
            stems.push(stem);
        }
        if names.len() * 4 > stems.len() * 3 {
            names.clear();
        }
        for list in [&mut stems, &mut names] {
            list.sort_unstable();
            list.dedup();
        }
        Self { stems, names }
    }

    /// The same without the words of a figure itself.
    pub(super) fn without(&self, text: &str, quantity: &Quantity) -> Self {
        let own = text
            .get(quantity.outer_start..quantity.outer_end)
            .unwrap_or("");
        let own = Self::of(own, &crate::text::tokens(own), &[]);
        let others = |list: &[String]| {
            let kept = list.iter().filter(|s| own.stems.binary_search(s).is_err());
            kept.cloned().collect()
        };
        Self {
            stems: others(&self.stems),
            names: others(&self.names),
        }
    }

    /// How the two go together by whom they name.
    pub(super) fn acquaintance(&self, whole: &Self) -> Acquaintance {
        let known = |name: &&String| whole.knows(name);
        match self.names.iter().filter(known).count() {
            all if all > 0 && all == self.names.len() => Acquaintance::Same,
            0 if !self.names.is_empty() && !whole.names.is_empty() => Acquaintance::Strangers,
            _ => Acquaintance::Unclear,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.stems.len()
    }

    /// How many stems the two share.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let named = |stem: &String| self.names.binary_search(stem).is_ok();
        self.stems
            .iter()
            .filter(|s| other.stems.binary_search(s).is_ok() || named(s) && other.knows(s))
            .count()
    }

    /// Whether a name stands here, or its people do: "Bulgaria", "Bulgarian".
    fn knows(&self, name: &str) -> bool {
        const SHORTEST: usize = 4;
        const ENDING: usize = 3;
        let at = self.stems.partition_point(|stem| stem.as_str() < name);
        let longer = self.stems.get(at).is_some_and(|stem| {
            let ending = stem.strip_prefix(name).map(str::len);
            ending.is_some_and(|ending| ending == 0 || ending <= ENDING && name.len() >= SHORTEST)
        });
        let shorter = (SHORTEST..name.len())
            .rev()
            .take(ENDING)
            .filter_map(|length| name.get(..length))
            .any(|short| {
                self.stems
                    .binary_search_by(|stem| stem.as_str().cmp(short))
                    .is_ok()
            });
        longer || shorter
    }
}

/// Whether a text is about those that a sentence names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Acquaintance {
    /// It knows every one.
    Same,
    /// It knows some, or neither names anybody for sure.
    Unclear,
    /// It names others and none of them.
    Strangers,
}

/// A word without its commonest endings, so that "sells", "selling" and "sale's" come near each other.
pub(super) fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    for ending in lines(include_str!("../../data/compare/endings.txt")) {
        if let Some(head) = word.strip_suffix(ending)
            && head.chars().count() >= 3
        {
            return head.to_owned();
        }
    }
    word
}
