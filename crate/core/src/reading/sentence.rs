//! A sentence as items: words, signs, mentions and figures, each one step.

use super::mentions::{Mention, Who};
use crate::figures::{Kind, Quantity};
use crate::language::Language;
use crate::language::names::Names;
use crate::language::open::Open;
use crate::language::phrases::{End, Phrases, Signature, Signatures};
use crate::lexicon::class::{self, Class};
use crate::lexicon::entries::Id;
use crate::lexicon::forms;
use crate::steps::step;
use crate::text::{Token, TokenKind};
use std::ops::Range;

/// One step of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemKind {
    Word,
    Sign,
    /// Index in the block's mentions.
    Mention(usize),
    /// Index in the block's quantities.
    Figure(usize),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) kind: ItemKind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Which word of the lexicon a word or sign is.
    id: Id,
    /// Whether a hyphen joins it to the word before: then it has no closed classes.
    joined: bool,
    /// What a short form stands for: "not" for the end of "didn't".
    full: Option<&'static str>,
}

impl Item {
    /// A word that stands nowhere in the text.
    pub(crate) fn word(language: Language, word: &'static str) -> Self {
        Self {
            kind: ItemKind::Word,
            start: 0,
            end: 0,
            id: language.lexicon().id(word),
            joined: false,
            full: Some(word),
        }
    }

    /// The figure of that index, which stands elsewhere in the text.
    pub(crate) fn figure(quantity: usize) -> Self {
        Self {
            kind: ItemKind::Figure(quantity),
            start: 0,
            end: 0,
            id: 0,
            joined: false,
            full: None,
        }
    }
}

/// A sentence with all that was read in it.
#[derive(Debug)]
pub(crate) struct Sentence<'t> {
    pub(crate) language: Language,
    /// The block's text, and the same in lower case with the same offsets.
    pub(crate) text: &'t str,
    pub(crate) lower: &'t str,
    pub(crate) mentions: &'t [Mention],
    pub(crate) quantities: &'t [Quantity],
    pub(crate) items: Vec<Item>,
    /// Whether it is a headline, where articles are left out: "Meta to buy data firm".
    pub(crate) headline: bool,
    /// The names of the set that it is read with, for what calls one of its entities by a noun.
    pub(crate) names: Option<&'t Names>,
    /// For each item its word or sign: phrases are looked for at every one, many times over.
    words: Vec<Word<'t>>,
}

/// An item as phrases are looked for there.
#[derive(Debug, Clone, Copy, Default)]
struct Word<'t> {
    /// In lower case; none of what is no word and no sign.
    plain: Option<&'t str>,
    /// The same, and a bare "one".
    spelled: Option<&'t str>,
    signature: Signature,
    /// Which word of the lexicon it is.
    id: Id,
}

/// A text that sentences are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Text<'t> {
    pub(crate) language: Language,
    pub(crate) written: &'t str,
    /// The same in ASCII lower case.
    pub(crate) lower: &'t str,
    pub(crate) tokens: &'t [Token],
    /// For each token which word of the lexicon it is.
    pub(crate) words: &'t [Id],
}

impl<'t> Sentence<'t> {
    pub(crate) fn new(
        text: Text<'t>,
        range: Range<usize>,
        mentions: &'t [Mention],
        quantities: &'t [Quantity],
    ) -> Self {
        let Text {
            language,
            written: text,
            lower,
            tokens,
            words,
        } = text;
        let lexicon = language.lexicon();
        let mut items = Vec::with_capacity(range.len());
        let mut at = range.start;
        let mut mention = mentions.partition_point(|m| m.end <= range.start);
        let mut quantity = quantities.partition_point(|q| {
            tokens
                .get(range.start)
                .is_some_and(|t| q.outer_end <= t.start as usize)
        });
        while at < range.end {
            let token = tokens[at];
            let start = token.start as usize;
            while quantities
                .get(quantity)
                .is_some_and(|q| q.outer_end <= start)
            {
                quantity += 1;
            }
            while mentions.get(mention).is_some_and(|m| m.end <= at) {
                mention += 1;
            }
            if let Some(q) = quantities.get(quantity).filter(|q| q.outer_start <= start) {
                items.push(Item {
                    kind: ItemKind::Figure(quantity),
                    start: q.outer_start,
                    end: q.outer_end,
                    id: 0,
                    joined: false,
                    full: None,
                });
                while at < range.end && (tokens[at].start as usize) < q.outer_end {
                    at += 1;
                }
                quantity += 1;
                continue;
            }
            if let Some(m) = mentions.get(mention).filter(|m| m.first <= at) {
                let end = m.end.min(range.end);
                items.push(Item {
                    kind: ItemKind::Mention(mention),
                    start,
                    end: tokens[end - 1].end as usize,
                    id: 0,
                    joined: false,
                    full: None,
                });
                at = end.max(at + 1);
                mention += 1;
                continue;
            }
            let end = token.end as usize;
            // What a hyphen joins to a word is a part of it: "up" in "start-up" is no preposition.
            let joined = !token.spaced && at > 0 && {
                let hyphen = tokens[at - 1];
                !hyphen.spaced && matches!(hyphen.of(lower), "-" | "‑")
            };
            items.push(Item {
                kind: if token.kind == TokenKind::Word {
                    ItemKind::Word
                } else {
                    ItemKind::Sign
                },
                start,
                end,
                id: words.get(at).copied().unwrap_or(0),
                joined,
                full: None,
            });
            at += 1;
            if let Some((full, letters)) = short_form(language, (lower, tokens), at, range.end) {
                items.push(Item {
                    kind: ItemKind::Word,
                    start: end,
                    end: letters.end as usize,
                    id: lexicon.id(full),
                    joined: false,
                    full: Some(full),
                });
                at += 2;
            }
        }
        Self {
            language,
            text,
            lower,
            mentions,
            quantities,
            items,
            headline: false,
            names: None,
            words: Vec::new(),
        }
        .with_words()
    }

    /// Looks up which word each item is.
    fn with_words(mut self) -> Self {
        let lexicon = self.language.lexicon();
        let words = self.items.iter().enumerate().map(|(at, item)| {
            let plain = self.word_at(at);
            let id = match item.kind {
                ItemKind::Word | ItemKind::Sign => item.id,
                ItemKind::Mention(_) | ItemKind::Figure(_) => lexicon.id(self.lower(at)),
            };
            // "one" is read as a figure, and is a word where a phrase has it: "in one account".
            let one = || lexicon.is(id, class::ONE);
            let spelled = plain.or_else(|| one().then(|| self.lower(at)));
            Word {
                plain,
                spelled,
                signature: spelled.map_or_else(Signature::default, Signature::of),
                id,
            }
        });
        self.words = words.collect();
        self
    }

    /// The same sentence with other items, of these quantities.
    pub(crate) fn with(&self, items: Vec<Item>, quantities: &'t [Quantity]) -> Self {
        Self {
            items,
            language: self.language,
            text: self.text,
            lower: self.lower,
            mentions: self.mentions,
            quantities,
            headline: self.headline,
            names: self.names,
            words: Vec::new(),
        }
        .with_words()
    }

    /// The lower-case text of an item; a short form in full.
    pub(crate) fn lower(&self, at: usize) -> &'t str {
        self.items
            .get(at)
            .and_then(|i| i.full.or_else(|| self.lower.get(i.start..i.end)))
            .unwrap_or("")
    }

    fn written(&self, at: usize) -> &'t str {
        let item = self.items.get(at);
        item.and_then(|i| self.text.get(i.start..i.end))
            .unwrap_or("")
    }

    /// The lower-case text of an item that is a word or sign.
    pub(crate) fn plain(&self, at: usize) -> Option<&'t str> {
        step();
        self.words.get(at)?.plain
    }

    fn word_at(&self, at: usize) -> Option<&'t str> {
        match self.items.get(at)?.kind {
            // The month is no verb.
            ItemKind::Word if at > 0 && self.written(at) == "May" => None,
            ItemKind::Word | ItemKind::Sign => Some(self.lower(at)),
            ItemKind::Figure(index) if self.is_rank(index) => Some(self.lower(at)),
            _ => None,
        }
    }

    /// Whether the word at item `at` has one of the classes, closed or not.
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        step();
        self.words
            .get(at)
            .is_some_and(|word| word.plain.is_some() && self.language.lexicon().is(word.id, class))
    }

    fn spelled(&self, at: usize) -> Option<&'t str> {
        step();
        self.words.get(at)?.spelled
    }

    /// A rank is read as a figure, and is a word of the sentence all the same: "first climbed".
    fn is_rank(&self, quantity: usize) -> bool {
        self.quantities
            .get(quantity)
            .is_some_and(|q| q.kind == Kind::Ordinal)
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|i| i.kind == ItemKind::Word)
    }

    /// The closed classes of the word at `at`; none for anything else.
    pub(crate) fn class(&self, at: usize) -> Class {
        step();
        match self.items.get(at) {
            Some(item) if item.kind == ItemKind::Word && !item.joined => {
                (self.language.lexicon().class(item.id)).within(class::CLOSED)
            }
            _ => Class::default(),
        }
    }

    /// How many items a phrase takes up that starts at item `at`.
    pub(crate) fn phrase_from(&self, phrases: &Phrases, at: usize) -> Option<usize> {
        step();
        let word = self.words.get(at)?;
        word.plain
            .filter(|_| phrases.may_have(End::First, word.signature))?;
        let signatures = [word.signature, self.signature(at + 1)];
        phrases.found_by(End::First, signatures, &|i| self.plain(at + i))
    }

    /// The same, where a bare "one" is a word: "in one account".
    pub(crate) fn spelled_from(&self, phrases: &Phrases, at: usize) -> Option<usize> {
        step();
        let word = self
            .words
            .get(at)
            .filter(|word| phrases.may_have(End::First, word.signature))?;
        let signatures = [word.signature, self.signature(at + 1)];
        phrases.found_by(End::First, signatures, &|i| self.spelled(at + i))
    }

    /// How many items a phrase takes up that ends at item `at`.
    pub(crate) fn phrase_to(&self, phrases: &Phrases, at: usize) -> Option<usize> {
        step();
        let word = self.words.get(at)?;
        word.plain
            .filter(|_| phrases.may_have(End::Last, word.signature))?;
        let before = |i: usize| at.checked_sub(i).and_then(|i| self.plain(i));
        let beside = (at.checked_sub(1)).map_or_else(Signature::default, |i| self.signature(i));
        phrases.found_by(End::Last, [word.signature, beside], &before)
    }

    fn signature(&self, at: usize) -> Signature {
        (self.words.get(at)).map_or_else(Signature::default, |word| word.signature)
    }

    /// The signatures of the words and signs among the items.
    pub(crate) fn signatures(&self, items: Range<usize>) -> Signatures {
        let words = self.words.get(items.start..items.end.min(self.words.len()));
        let plain = words
            .into_iter()
            .flatten()
            .filter(|word| word.plain.is_some());
        plain.map(|word| word.signature).collect()
    }

    /// How many items a word of that class takes up that starts at item `at`.
    pub(crate) fn class_from(&self, class: Open, at: usize) -> Option<usize> {
        self.phrase_from(self.language.phrases(class), at)
    }

    /// How many items a word of that class takes up that ends at item `at`.
    pub(crate) fn class_to(&self, class: Open, at: usize) -> Option<usize> {
        self.phrase_to(self.language.phrases(class), at)
    }

    /// Whether a word of that class starts at item `at`.
    pub(crate) fn begins(&self, class: Open, at: usize) -> bool {
        self.class_from(class, at).is_some()
    }

    /// Whether a word of that class ends at item `at`.
    pub(crate) fn ends(&self, class: Open, at: usize) -> bool {
        self.class_to(class, at).is_some()
    }

    /// Whether a noun phrase can run across the item: an ordinary word, or a sign that is only dress.
    pub(crate) fn is_light(&self, at: usize) -> bool {
        match self.items.get(at).map(|i| i.kind) {
            Some(ItemKind::Word) => !self.class(at).meets(class::HARD),
            Some(ItemKind::Sign) => is_dress(self.lower(at)),
            Some(ItemKind::Figure(index)) => self.is_rank(index),
            _ => false,
        }
    }

    /// Whether an adjective or article may stand there before a name: no verb, which would make it another's.
    pub(crate) fn is_light_before_name(&self, at: usize) -> bool {
        let verb = |word: &str| forms::is_gerund(word) || forms::is_past(word);
        self.is_light(at) && !verb(self.lower(at)) && !self.class(at).meets(class::PAST)
    }

    pub(crate) fn mention(&self, at: usize) -> Option<&'t Mention> {
        match self.items.get(at)?.kind {
            ItemKind::Mention(index) => self.mentions.get(index),
            _ => None,
        }
    }

    pub(crate) fn who(&self, at: usize) -> Option<Who> {
        self.mention(at).map(|m| m.who)
    }

    pub(crate) fn figure(&self, at: usize) -> Option<&'t Quantity> {
        match self.items.get(at)?.kind {
            ItemKind::Figure(index) => self.quantities.get(index),
            _ => None,
        }
    }

    /// The item that is the figure of that index.
    pub(crate) fn item_of(&self, quantity: usize) -> Option<usize> {
        self.items
            .iter()
            .position(|i| i.kind == ItemKind::Figure(quantity))
    }

    /// The items a figure shares with its conversion in brackets: `£10.6bn ($14.3bn)`.
    pub(crate) fn conversion_group(&self, at: usize) -> Range<usize> {
        let money = |i: usize| self.figure(i).filter(|q| q.kind == Kind::Money);
        let differ = |a: usize, b: usize| matches!((money(a), money(b)), (Some(a), Some(b)) if a.unit != b.unit);
        if at >= 2
            && self.plain(at - 1) == Some("(")
            && self.plain(at + 1) == Some(")")
            && differ(at - 2, at)
        {
            return at - 2..at + 2;
        }
        if self.plain(at + 1) == Some("(") && self.plain(at + 3) == Some(")") && differ(at, at + 2)
        {
            return at..at + 4;
        }
        // "between $14 billion and $15 billion": the preposition belongs to the range.
        let range = self.figure(at).is_some_and(|q| q.low != q.high);
        let opened = range && at > 0 && self.is(at - 1, class::BETWEEN_TWO | class::FROM);
        self.charge_before(at).unwrap_or(at - usize::from(opened))..at + 1
    }

    /// "for a total of $14.3 billion": where the words start that only dress the figure at item `at`.
    fn charge_before(&self, at: usize) -> Option<usize> {
        let of = at.checked_sub(1).filter(|&i| self.is(i, class::OF))?;
        let length = self.class_to(Open::Charge, of.checked_sub(1)?)?;
        let start = (0..of - length)
            .rev()
            .find(|&i| !self.is_light(i) || self.is(i, class::FOR | class::AT))?;
        self.is(start, class::FOR | class::AT).then_some(start + 1)
    }

    /// Whether the conversion rather than the main figure stands at `at`.
    pub(crate) fn is_conversion(&self, at: usize) -> bool {
        let group = self.conversion_group(at);
        group.start < at && self.figure(group.start).is_some()
    }

    /// Whether a hyphen joins the word at `at` to another.
    pub(crate) fn is_carried_on(&self, at: usize) -> bool {
        let end = |i: usize| self.items.get(i).map(|i| i.end);
        let start = |i: usize| self.items.get(i).map(|i| i.start);
        self.plain(at + 1) == Some("-")
            && end(at) == start(at + 1)
            && end(at + 1) == start(at + 2)
            && self.is_word(at + 2)
    }

    /// Whether a phrase that may say what a figure is for opens at item `at`, or after a time there: "this
    /// year on data centres".
    pub(crate) fn says_what_for(&self, at: usize) -> bool {
        let tells_time = |i: usize| {
            self.begins(Open::Calendar, i) || self.figure(i).is_some_and(|q| q.kind == Kind::Year)
        };
        let opens = (at..at + 4).find(|&i| !tells_time(i)).unwrap_or(at);
        self.begins(Open::Purpose, opens)
    }

    /// "paid early backers $9 million": whether the words between a verb and its figure are somebody, several of
    /// them. Behind an article ("a whopping $9 million") they are the figure's own.
    pub(crate) fn names_recipients(&self, between: Range<usize>) -> bool {
        let several = |i: usize| {
            self.is_word(i) && self.class(i) == Class::default() && self.lower(i).ends_with('s')
        };
        let article = |i: usize| self.is(i, class::INDEFINITE);
        between.clone().any(several) && !between.clone().any(article)
    }

    /// Whether a noun that names a sum of its own follows at item `at`, with adjectives before it: "valuation",
    /// "signing bonuses".
    pub(crate) fn heads_a_sum(&self, at: usize) -> bool {
        (at..at + 3)
            .take_while(|&i| {
                i == at || self.is_light(i - 1) && !self.class(i - 1).meets(class::DETERMINER)
            })
            .any(|i| self.begins(Open::Sum, i))
    }
}

/// The short form whose apostrophe is the token at `at`: what it stands for, and its last token.
fn short_form(
    language: Language,
    (lower, tokens): (&str, &[Token]),
    at: usize,
    end: usize,
) -> Option<(&'static str, Token)> {
    let glued = |i: usize| tokens.get(i).filter(|t| i < end && !t.spaced);
    let apostrophe = glued(at)?;
    let letters = glued(at + 1)?;
    matches!(apostrophe.of(lower), "'" | "’").then_some(())?;
    let word = tokens[at - 1].of(lower);
    Some((language.expansion(word, letters.of(lower))?, *letters))
}

/// Signs that dress a word without cutting a phrase: emphasis, quotes, hyphens.
pub(crate) fn is_dress(sign: &str) -> bool {
    matches!(
        sign,
        "*" | "_" | "\"" | "“" | "”" | "'" | "‘" | "’" | "-" | "‑" | "[" | "]" | "`" | "~" | "+"
    )
}
