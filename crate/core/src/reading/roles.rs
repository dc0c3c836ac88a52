//! Who fills the places of a pattern, as the sentence itself says it.

use super::mentions::Who;
use super::sentence::{Sentence, is_dress};
use crate::figures::Kind;
use crate::language::names::Description;
use crate::language::open::Open;
use crate::lexicon::class::{self, Class};
use crate::lexicon::forms;
use crate::reference::EntityId;
use std::ops::Range;

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filler {
    /// An entity of the set.
    Known(EntityId),
    /// A name that the set does not know.
    Other,
    /// Words that name no entity: "AI infrastructure".
    Phrase,
    /// Something that stands for an entity named before.
    Anaphor(Anaphor),
    /// Nothing: the text leaves it to the context.
    Missing,
}

/// A pronoun or description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anaphor {
    /// The kind of entity it stands for: `person`, `organization`, `thing` for whatever is no person, or
    /// [`Anaphor::NAMED`].
    pub(crate) kind: &'static str,
    /// What a description says; `None` for a pronoun.
    pub(crate) description: Option<Description>,
    /// The item at which it stands, or ends.
    pub(crate) at: usize,
}

impl Anaphor {
    /// The kind of what is called by a noun of its own name, whatever it is: "the arena".
    pub(super) const NAMED: &'static str = "named";

    fn pronoun(kind: &'static str, at: usize) -> Self {
        Self {
            kind,
            description: None,
            at,
        }
    }
}

/// How far a noun phrase may run.
const REACH: usize = 12;

impl From<Who> for Filler {
    fn from(who: Who) -> Self {
        match who {
            Who::Known(entity) => Self::Known(entity),
            Who::Other => Self::Other,
        }
    }
}

impl Sentence<'_> {
    /// The entity that a mention at `at` names, unless it only describes somebody else: "a Scale AI rival".
    pub(super) fn named_at(&self, at: usize) -> Option<Filler> {
        let mention = self.mention(at)?;
        // "a Scale AI rival", "Scale AI's government arm": somebody else, told by who they belong to.
        let reach = if mention.possessive { 3 } else { 1 };
        let other_party = (1..=reach)
            .take_while(|&i| i == 1 || self.is_light(at + i - 1))
            .any(|i| self.begins(Open::OtherParty, at + i));
        Some(if other_party || self.is_another_occasion(at) {
            Filler::Other
        } else {
            mention.who.into()
        })
    }

    /// "in the last Altea election": whether the name at `at` is told to be another one than the one that is known.
    pub(super) fn is_another_occasion(&self, at: usize) -> bool {
        at > 0
            && self.is(at - 1, class::OTHER_OCCASION)
            && !(self.is_word(at + 1) && self.class(at + 1) == Class::default())
    }

    /// A pronoun or description that ends at item `at`.
    pub(crate) fn anaphor_ending(&self, at: usize) -> Option<Anaphor> {
        let word = self.plain(at)?;
        if let Some(kind) = self.language.pronoun(word) {
            return Some(Anaphor::pronoun(kind, at));
        }
        let class = |class| self.class_to(class, at);
        // "the arena", of one that is named: the noun of its name, or of its kind.
        let of_a_name = self.names.filter(|names| !names.described(word).is_empty());
        let kinds = [
            (class(Open::Company), "organization"),
            (class(Open::Person), "person"),
            (of_a_name.map(|_| 1), Anaphor::NAMED),
        ];
        for (length, kind) in kinds {
            let Some(length) = length else {
                continue;
            };
            let head = at + 1 - length;
            // "the" or "this", with a few adjectives between, makes it a description of something known.
            let mut before = head;
            for _ in 0..4 {
                let Some(i) = before.checked_sub(1) else {
                    break;
                };
                // "his company" is one that was named, as "the company" is.
                let owned = kind == "organization" && self.is(i, class::OWNED_BY);
                if owned || self.is(i, class::DEFINITE) {
                    let words = |items: Range<usize>| -> Vec<&str> {
                        items
                            .filter(|&i| !self.plain(i).is_some_and(is_dress))
                            .map(|i| self.lower(i))
                            .collect()
                    };
                    let description = Description::new(
                        self.language,
                        &words(i + 1..head),
                        &words(head..at + 1),
                        self.begins(Open::Plain, head),
                    );
                    return Some(Anaphor {
                        kind,
                        description: Some(description),
                        at,
                    });
                }
                if !self.is_light(i) || self.is(i, class::INDEFINITE) {
                    break;
                }
                before = i;
            }
        }
        None
    }

    /// What the noun phrase in `items` says of a company where it has no article: "Meta to buy data firm".
    fn without_article(&self, items: Range<usize>) -> Option<Anaphor> {
        let at = items.end.checked_sub(1)?;
        let head = items.end.checked_sub(self.class_to(Open::Company, at)?)?;
        let words = |items: Range<usize>| -> Vec<&str> {
            items
                .filter(|&i| !self.plain(i).is_some_and(is_dress))
                .map(|i| self.lower(i))
                .collect()
        };
        let bare = !(items.start..head).any(|i| self.class(i).meets(class::DETERMINER));
        bare.then(|| Anaphor {
            kind: "organization",
            description: Some(Description::new(
                self.language,
                &words(items.start..head),
                &words(head..items.end),
                self.begins(Open::Plain, head),
            )),
            at,
        })
    }

    /// Who is named by the noun phrase in `items`, read from its start.
    pub(crate) fn noun_phrase(&self, items: Range<usize>) -> (Filler, usize) {
        let mut i = items.start;
        let end = items.end.min(items.start + REACH).min(self.items.len());
        let mut content = false;
        let mut stake = false;
        while i < end {
            if let Some(named) = self.named_at(i) {
                // "analysts recommend buying X": a verb of its own has the name.
                if content && self.is_gerund(i - 1) {
                    return (Filler::Phrase, i + 1);
                }
                if let Some(name) = self.named_after_owner(i) {
                    i = name;
                    continue;
                }
                if self.joined_by_another(i) || self.owns_something(i) || self.names_a_deal(i) {
                    return (Filler::Phrase, i + 1);
                }
                return (named, i + 1);
            }
            if let Some(figure) = self.figure(i) {
                // "49% of Scale AI"
                stake |= matches!(figure.kind, Kind::Percent | Kind::Fraction);
                i += 1;
                continue;
            }
            if let Some(length) = self.class_from(Open::PartOf, i) {
                stake = true;
                i += length;
                continue;
            }
            if self.begins(Open::Happening, i) {
                stake = true;
            }
            let word = self.plain(i).unwrap_or("");
            if self.begins(Open::Example, i) {
                return (Filler::Phrase, i + 1);
            }
            if (word == "," || self.is(i, class::KNOWN_AS)) && content {
                // "in a startup called X", "into the company, X": only when the name comes at once.
                if word == "," && self.mention(i + 1).is_none() {
                    break;
                }
                i += 1;
                continue;
            }
            if self.is(i, class::IN | class::OF) && stake {
                i += 1;
                continue;
            }
            if self.is(i, class::THING_PRONOUN) {
                return (Filler::Anaphor(Anaphor::pronoun("thing", i)), i + 1);
            }
            if self.language.pronoun(word).is_some() {
                i += 1;
                continue;
            }
            if !self.is_light(i) {
                break;
            }
            let class = self.class(i);
            // "in June" says when, and not in what.
            let time = self.begins(Open::Calendar, i);
            let qualifies = class.meets(class::DETERMINER) || class.meets(class::ADVERB);
            if self.is_word(i) && !qualifies && !time {
                content = true;
            }
            i += 1;
        }
        if i > items.start
            && let Some(anaphor) = self.anaphor_ending(i - 1)
        {
            return (Filler::Anaphor(anaphor), i);
        }
        if self.headline
            && content
            && let Some(described) = self.without_article(items.start..i)
        {
            return (Filler::Anaphor(described), i);
        }
        let filler = if content && !stake {
            Filler::Phrase
        } else {
            Filler::Missing
        };
        (filler, i)
    }

    /// Whether a verb in -ing stands at item `at`, and no part of a compound ("data-labelling").
    fn is_gerund(&self, at: usize) -> bool {
        self.is_word(at)
            && forms::is_gerund(self.lower(at))
            && !(at > 0 && self.plain(at - 1).is_some_and(is_dress))
            && !(at > 0 && self.class(at - 1).meets(class::DETERMINER))
    }

    /// "Wang's data firm, Scale AI": the company of somebody, whose name follows.
    fn named_after_owner(&self, at: usize) -> Option<usize> {
        if !self.mention(at)?.possessive {
            return None;
        }
        let company = (at + 1..at + 8)
            .take_while(|&i| self.is_light(i))
            .find(|&i| self.begins(Open::Company, i) && !self.is_light(i + 1))?;
        let company = company + self.class_from(Open::Company, company)? - 1;
        let name = company + 1 + usize::from(self.plain(company + 1) == Some(","));
        self.mention(name)
            .is_some_and(|m| !m.possessive)
            .then_some(name)
    }

    /// "the Scale AI contract": what is named after it.
    pub(super) fn names_a_deal(&self, at: usize) -> bool {
        self.mention(at).is_some() && self.begins(Open::Agreed, at + 1)
    }

    /// "Scale AI's services": what it owns, unless that stands for it ("Scale AI's founder", "… shares").
    pub(crate) fn owns_something(&self, at: usize) -> bool {
        let stands_for_it = |i: usize| self.begins(Open::StandsFor, i);
        self.mention(at).is_some_and(|m| m.possessive)
            && (self.is_light(at + 1) || self.class(at + 1).meets(class::GENERIC))
            && (self.is_word(at + 1) || self.figure(at + 1).is_some())
            && !(at + 1..=at + 4).any(stands_for_it)
    }

    /// "Scale AI and its data centres", "the firm, its rival and others": the figure is for all of them.
    fn joined_by_another(&self, at: usize) -> bool {
        let another = |i: usize| {
            // "Scale AI and its founder"
            if self.begins(Open::Person, i + 1) {
                return false;
            }
            self.who(i) == Some(Who::Other) || self.is(i, class::ANOTHER)
        };
        match self.plain(at + 1) {
            _ if self.is(at + 1, class::AND) => another(at + 2),
            Some(",") => another(at + 2) && (at + 3..at + 7).any(|i| self.is(i, class::AND)),
            _ => false,
        }
    }

    /// Who stands right at `at` as a name, or as the pronoun of a relative clause's subject.
    pub(crate) fn strict(&self, at: usize) -> Option<Filler> {
        // "the $15bn that it is paying": in a relative clause the pronoun is its subject.
        let relative_before = at > 0 && self.class(at - 1).meets(class::RELATIVE);
        if let Some(kind) = self.plain(at).and_then(|word| self.language.pronoun(word))
            && self.class(at).meets(class::PRONOUN)
            && relative_before
        {
            return Some(Filler::Anaphor(Anaphor::pronoun(kind, at)));
        }
        // "Wang's girlfriend" is not Wang.
        self.named_at(at).filter(|_| {
            self.mention(at).is_some_and(|m| !m.possessive) && !self.modifies_a_name(at)
        })
    }

    /// "Scale AI boss Alexandr Wang": a name that only says what the person named after it is.
    pub(crate) fn modifies_a_name(&self, at: usize) -> bool {
        self.titles_after(at).is_some()
    }

    /// How many items the titles take up that stand between the name at `at` and another: "Scale AI co-founder and
    /// CEO Alexandr Wang".
    pub(crate) fn titles_after(&self, at: usize) -> Option<usize> {
        let person = |i: usize| self.class_from(Open::Person, i);
        self.mention(at)?;
        let mut length = person(at + 1)?;
        while self.is(at + 1 + length, class::AND)
            && let Some(more) = person(at + 2 + length)
        {
            length += 1 + more;
        }
        self.mention(at + 1 + length).is_some().then_some(length)
    }

    /// The possessor at `at`: "Meta's", "its".
    pub(crate) fn possessor(&self, at: usize) -> Option<Filler> {
        if let Some(mention) = self.mention(at) {
            return mention.possessive.then(|| mention.who.into());
        }
        if self.is(at, class::OF_A_THING) {
            return Some(Filler::Anaphor(Anaphor::pronoun("thing", at)));
        }
        if self.is(at, class::OF_A_PERSON) {
            return Some(Filler::Anaphor(Anaphor::pronoun("person", at)));
        }
        // "last week's" is nobody's.
        if !self.is(at, class::GENITIVE_S) || self.begins(Open::Calendar, at.checked_sub(2)?) {
            return None;
        }
        matches!(self.plain(at - 1), Some("'" | "’")).then(|| {
            self.anaphor_ending(at - 2)
                .map_or(Filler::Phrase, Filler::Anaphor)
        })
    }
}
