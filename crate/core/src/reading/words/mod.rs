//! A text read without any set: each figure with what its own sentence says it is about.

pub(crate) mod aspect;
mod callings;
pub(crate) mod named;
pub(crate) mod said;
pub(crate) mod setting;
pub(crate) mod whose_age;
pub(crate) mod wording;

use super::sentence::{Sentence, Text};
use super::stance;
use super::{Scope, Stance};
use crate::figures::{self, Decimal, Figures, Kind, Quantity, Unit};
use crate::language::Language;
use crate::language::cues::Says;
use crate::language::lists::Listed;
use crate::lexicon::class::{self, Class};
use crate::lexicon::entries::Id;
use crate::text::{Token, sentences, tokens};
use aspect::Aspect;
use callings::Callings;
use named::{Name, Names, Texts};
use said::{Parted, Said, Subject};
use serde::{Deserialize, Serialize};
use setting::{Setting, Words};
use std::ops::Range;
use time::Date;
use whose_age::{People, Person};
use wording::Wording;

/// How many figures on each side of one are looked at for what the text says of it elsewhere.
const AROUND: usize = 32;
/// How many ages a list has at the most, on each side of one of them.
const LONGEST_LIST: usize = 12;

/// A text read by its words alone. It owns what it holds and can be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordReading {
    /// The day that the text speaks from, where it is known.
    pub(crate) published: Option<Date>,
    /// The years of the lines by which it says when it was written.
    #[serde(default)]
    pub(crate) stamps: Vec<u16>,
    /// The figures in reading order.
    pub(crate) figures: Vec<WordFigure>,
    /// What the whole text is about.
    pub(crate) whole: Aspect,
    /// Whom it names.
    pub(crate) names: Names,
}

/// A figure with what its sentence says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordFigure {
    pub(crate) quantity: Quantity,
    /// The bytes of its sentence.
    pub(crate) sentence: Range<usize>,
    /// The stem of the last word of what is counted; empty for everything else.
    pub(crate) counted: String,
    /// Whether that tells nobody apart: "people".
    pub(crate) anybody: bool,
    /// What the sentence is about without the figure's own words.
    pub(crate) aspect: Aspect,
    /// The other figures of its sentence that say when its amounts hold.
    pub(crate) conditions: Vec<Condition>,
    /// The other figures of its sentence that are no conditions.
    pub(crate) amounts: Vec<Quantity>,
    /// What it is to its sentence, if it is a condition itself.
    pub(crate) role: Option<Dating>,
    /// Whose age it is, where a name says so.
    pub(crate) whose: Option<Person>,
    pub(crate) stance: Stance,
    pub(crate) scope: Scope,
    /// What its sentence says of it.
    pub(crate) said: Said,
    /// The words that it stands in.
    pub(crate) setting: Setting,
    /// The ages of the list that it is one of, where nobody is named beside them: "men aged 18, 21 and 35".
    pub(crate) listed: Vec<Decimal>,
    /// Whom the sentences before were about, where its own leaves that open.
    pub(crate) antecedent: Option<Name>,
}

/// A figure that says when the other figures of a sentence hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Condition {
    pub(crate) quantity: Quantity,
    pub(crate) role: Dating,
}

/// What a condition is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) enum Dating {
    /// When something is or was.
    At,
    /// The day that something is told of, not the day that it happened: "as of", "by".
    AsOf,
    /// When it began.
    From,
    /// When it ends.
    Until,
    /// All of what an amount is a part of: "44 of the 150 seats".
    Whole,
    /// At what count amounts are told: "after 40 games", "with 60 per cent of the votes counted".
    Base,
    /// What they are reckoned from: "based on 54 reviews".
    Basis,
}

impl Dating {
    fn of(cue: Says) -> Self {
        match cue {
            Says::AsOf => Self::AsOf,
            Says::From => Self::From,
            Says::Until => Self::Until,
            Says::Base | Says::BaseAlone => Self::Base,
            Says::Basis => Self::Basis,
            Says::Whole => Self::Whole,
            _ => Self::At,
        }
    }
}

impl WordFigure {
    /// The name of what it counts; empty where that tells nothing apart.
    pub(crate) fn counts(&self) -> &str {
        if self.anybody { "" } else { &self.counted }
    }

    /// Whether what it measures goes on changing after the occasion that it is told of: the dead of a disaster, what a
    /// campaign has raised, a rating.
    pub(crate) fn changes(&self) -> bool {
        let fixed = matches!(
            self.quantity.kind,
            Kind::Date | Kind::Year | Kind::Age | Kind::Score
        );
        !fixed && self.said.is_changing
    }

    /// Whether it is a range of ages of people who are not named: "all between 18 and 22".
    pub(crate) fn is_range_of_ages(&self) -> bool {
        let quantity = &self.quantity;
        quantity.kind == Kind::Age && quantity.low < quantity.high && self.whose.is_none()
    }

    /// Whether it is what it is on one occasion only; years and measures of things are the same on any.
    pub(crate) fn depends_on_occasion(&self) -> bool {
        let fixed = matches!(self.quantity.kind, Kind::Date | Kind::Year | Kind::Age);
        !fixed && !self.said.is_lasting
    }
}

impl WordReading {
    /// The figures that stand around one of them, and not itself.
    pub(crate) fn around(&self, figure: &WordFigure) -> impl Iterator<Item = &WordFigure> {
        let start = figure.quantity.start;
        let at = (self.figures).partition_point(|other| other.quantity.start < start);
        let near = at.saturating_sub(AROUND)..self.figures.len().min(at + AROUND);
        (self.figures[near].iter()).filter(move |other| other.quantity.start != start)
    }

    /// Reads a text that speaks from the day `published`.
    pub(crate) fn of(language: Language, text: &str, published: Option<Date>) -> Self {
        let tokens = tokens(text);
        let Figures {
            quantities, words, ..
        } = figures::read_words(language.lexicon(), text, &tokens);
        let wording = Wording::of(language, text, &tokens, words.iter().copied());
        let mut reading = Self {
            published,
            whole: Aspect::of((text, &wording), &tokens, 0..tokens.len(), &quantities),
            ..Self::default()
        };
        let texts = Texts {
            language,
            text,
            tokens: &tokens,
            quantities: &quantities,
            wording: &wording,
        };
        let whole = Whole {
            lower: &text.to_ascii_lowercase(),
            words: &words,
            people: People::of(texts),
            texts,
        };
        let mut next = 0;
        let mut antecedent = None;
        let mut callings = Callings::default();
        for range in sentences(text, &tokens, |word| language.is_abbreviation(word)) {
            let end = tokens[range.end - 1].end as usize;
            let first = next;
            while quantities.get(next).is_some_and(|q| q.start < end) {
                next += 1;
            }
            let parted = Parted::of(texts, range.clone(), &quantities[first..next]);
            parted.names().for_each(|name| reading.names.add(name));
            let called = callings.meant(texts, &range);
            if let Some((name, _)) = called {
                antecedent = Some(name.clone());
            }
            if first < next {
                let at = reading.figures.len();
                let into = (&mut reading.figures, &mut reading.stamps);
                whole.sentence(range.clone(), first..next, &parted, into);
                // "The striker, 26, has"
                let beside = called.map(|(name, noun)| (name, tokens[noun].end as usize + 2));
                if let Some((name, start)) = beside
                    && let Some(age) = reading.figures[at..].first_mut()
                    && age.quantity.kind == Kind::Age
                    && age.whose.is_none()
                    && age.quantity.outer_start == start
                {
                    age.whose = whole.people.by_name(name);
                }
                for figure in &mut reading.figures[at..] {
                    figure.said.by_pronoun |= called.is_some();
                }
                if parted.refers_back() {
                    for figure in &mut reading.figures[at..] {
                        figure.antecedent.clone_from(&antecedent);
                    }
                }
            }
            if let Subject::Named(name) = parted.about() {
                antecedent = Some(name.clone());
            }
            callings.note(texts, &range, parted.mentioned());
        }
        reading
    }
}

/// A text with what was read in all of it.
struct Whole<'t> {
    texts: Texts<'t>,
    lower: &'t str,
    words: &'t [Id],
    people: People,
}

impl Whole<'_> {
    /// Reads the figures `own` of a sentence.
    fn sentence(
        &self,
        range: Range<usize>,
        own: Range<usize>,
        parted: &Parted<'_>,
        (figures, stamps): (&mut Vec<WordFigure>, &mut Vec<u16>),
    ) {
        let first = own.start;
        let quantities = self.texts.quantities;
        let tokens = &self.texts.tokens[range.clone()];
        let about = Aspect::of(
            (self.texts.text, self.texts.wording),
            self.texts.tokens,
            range.clone(),
            &quantities[own.clone()],
        );
        let text = Text {
            language: self.texts.language,
            written: self.texts.text,
            lower: self.lower,
            tokens: self.texts.tokens,
            words: self.words,
        };
        let sentence = Sentence::new(text, range.clone(), &[], quantities);
        let words = Words::of(
            self.texts.language,
            self.lower,
            tokens,
            &quantities[own.clone()],
        );
        let own: Vec<(&Quantity, Option<Dating>)> = own
            .map(|index| &quantities[index])
            .map(|quantity| (quantity, self.role(tokens, quantity)))
            .collect();
        for (index, &(quantity, role)) in (first..).zip(&own) {
            if self.is_furniture(tokens, quantity) {
                stamps.extend(quantity.dates.and_then(|dates| dates.first.year));
                continue;
            }
            let (stance, scope) = held(&sentence, index);
            let others = || {
                let others = own
                    .iter()
                    .filter(|(other, _)| other.start != quantity.start);
                others.map(|(other, role)| ((*other).clone(), *role))
            };
            let counted = self.counted(quantity);
            let (before, after) = place(tokens, quantity);
            let place = range.start + before..range.start + after;
            let aspect = about.without(self.texts.wording, place.clone());
            let whose = (quantity.kind == Kind::Age)
                .then(|| self.people.of_age(self.texts, range.clone(), place))
                .flatten();
            figures.push(WordFigure {
                conditions: others()
                    .filter_map(|(quantity, role)| {
                        Some(Condition {
                            quantity,
                            role: role?,
                        })
                    })
                    .collect(),
                amounts: others()
                    .filter(|(other, role)| role.is_none() && other.kind != Kind::Ordinal)
                    .map(|(other, _)| other)
                    .collect(),
                role,
                setting: words.beside(&(quantity.outer_start..quantity.outer_end)),
                listed: if whose.is_none() {
                    self.listed(index)
                } else {
                    Vec::new()
                },
                whose,
                quantity: quantity.clone(),
                sentence: tokens[0].start as usize..tokens[tokens.len() - 1].end as usize,
                anybody: self.counts_anybody(quantity),
                counted,
                aspect,
                stance,
                scope,
                said: parted.said(index - first, quantity),
                antecedent: None,
            });
        }
    }

    /// Whether a word has one of the classes.
    fn is(&self, word: &str, class: Class) -> bool {
        self.texts.language.classes_of(word).meets(class)
    }

    /// What the words before a date of a sentence make of it; none for other figures.
    fn role(&self, tokens: &[Token], quantity: &Quantity) -> Option<Dating> {
        let (before, _) = place(tokens, quantity);
        let is_day = matches!(quantity.kind, Kind::Date | Kind::Year);
        if !is_day && !matches!(quantity.kind, Kind::Count | Kind::Number | Kind::Percent) {
            return None;
        }
        let ends_with = |words: &str| {
            let mut tokens = tokens[..before].iter().rev();
            words
                .rsplit(' ')
                .all(|word| tokens.next().is_some_and(|t| t.of(self.lower) == word))
        };
        // "After 40 games, she led", not "after 40 people fell ill".
        let nouns = match &quantity.unit {
            Unit::Noun(noun) => noun.words.split(' ').count(),
            _ => 0,
        };
        let (_, after) = place(tokens, quantity);
        let next = tokens
            .get(after + nouns)
            .map_or("", |token| token.of(self.lower));
        let stands_alone =
            next.chars().all(|c| !c.is_alphanumeric()) || self.is(next, class::OF | class::IN);
        // "With 60 reviews" is no count of what went by, as votes and games are.
        let judges = || {
            matches!(&quantity.unit, Unit::Noun(noun)
                if self.texts.language.lists(&aspect::stem(self.texts.language, noun.head()), Listed::JUDGING))
        };
        let cues = self.texts.language.dates();
        let told = cues
            .iter()
            .filter(|cue| match cue.says {
                Says::Base | Says::BaseAlone | Says::Basis => !is_day,
                Says::Whole => false,
                _ => is_day,
            })
            .find(|cue| cue.phrases.iter().any(ends_with))
            .filter(|cue| cue.says != Says::BaseAlone || stands_alone)
            .map(|cue| Dating::of(cue.says));
        // "With 60 per cent of the votes counted, she led".
        let opens = before == 1 && self.is(tokens[0].of(self.lower), class::WITH);
        let behind_a_figure = |words: &str| {
            let part = before.checked_sub(words.split(' ').count() + 1);
            ends_with(words) && part.is_some_and(|part| self.is_figure(tokens, part))
        };
        let mut wholes = cues.iter().filter(|cue| cue.says == Says::Whole);
        let is_whole = wholes.any(|cue| cue.phrases.iter().any(behind_a_figure));
        match told {
            None if is_day => Some(Dating::At),
            None if is_whole => Some(Dating::Whole),
            None if opens && !judges() => Some(Dating::Base),
            told => told,
        }
    }
}

impl Whole<'_> {
    /// The day that a text or a part of it was published, the number of a picture: "Posted: Monday, May 4, 2015 5:29 PM",
    /// "Image 4 of 44". They tell nothing of what the text is about.
    fn is_furniture(&self, tokens: &[Token], quantity: &Quantity) -> bool {
        let (before, after) = place(tokens, quantity);
        let word = |at: usize| tokens.get(at).map_or("", |token| token.of(self.lower));
        let listed = |class: Listed, reach: usize| {
            (before.saturating_sub(reach)..before)
                .any(|at| self.texts.language.lists(word(at), class))
        };
        match quantity.kind {
            // "Copyright 2017 by"
            Kind::Year => listed(Listed::DATELINE, 2) && before < 3,
            Kind::Date => {
                let clock = (after..after + 8).any(|at| self.is(word(at), class::AM | class::PM));
                let apart = before == 0 || matches!(word(before - 1), "(" | ":" | "," | "|");
                listed(Listed::DATELINE, 3) && apart || clock && apart && before < 4
            }
            Kind::Number | Kind::Count => {
                // "Booking number 88421", "Case No. 24-117", "file ID: 12"
                let sign = |at: usize| matches!(word(at), "." | ":" | "#");
                let mut at = before.saturating_sub(1);
                while at > 0 && sign(at) {
                    at -= 1;
                }
                let filed = at > 0
                    && self.texts.language.lists(word(at), Listed::NUMBERED)
                    && self.texts.language.lists(word(at - 1), Listed::FILED);
                filed
                    || listed(Listed::PICTURED, 1)
                    || listed(Listed::PICTURED, 3)
                        && self.is(word(before.wrapping_sub(1)), class::OF)
            }
            _ => false,
        }
    }

    /// The ages of the list that a figure is one of: nothing but commas and "and" between them.
    fn listed(&self, index: usize) -> Vec<Decimal> {
        let follows = |first: &Quantity, second: &Quantity| {
            let between = self.lower.get(first.end..second.start).unwrap_or_default();
            let joins = |sign_or_word: &str| {
                matches!(sign_or_word, "," | "&") || self.is(sign_or_word, class::AND)
            };
            let is_age = |q: &Quantity| q.kind == Kind::Age && q.low == q.high;
            let mut parts = between.split_whitespace().peekable();
            is_age(first) && is_age(second) && parts.peek().is_some() && parts.all(joins)
        };
        let all = self.texts.quantities;
        let begin = (index.saturating_sub(LONGEST_LIST)..index)
            .rev()
            .take_while(|&at| follows(&all[at], &all[at + 1]))
            .last();
        let end = (index + 1..all.len().min(index + LONGEST_LIST))
            .take_while(|&at| follows(&all[at - 1], &all[at]))
            .last();
        if begin.or(end).is_none() {
            return Vec::new();
        }
        all[begin.unwrap_or(index)..=end.unwrap_or(index)]
            .iter()
            .map(|age| age.low)
            .collect()
    }

    /// Whether what a figure counts tells nobody apart.
    fn counts_anybody(&self, quantity: &Quantity) -> bool {
        matches!(&quantity.unit, Unit::Noun(noun)
            if self.texts.language.classes_of(noun.head()).meets(class::ANYBODY))
    }

    /// The stem of the noun that a figure counts.
    fn counted(&self, quantity: &Quantity) -> String {
        match &quantity.unit {
            Unit::Noun(noun) => aspect::counted(self.texts.language, noun),
            _ => String::new(),
        }
    }

    /// Whether that token of a sentence belongs to a figure.
    fn is_figure(&self, tokens: &[Token], at: usize) -> bool {
        tokens.get(at).is_some_and(|token| {
            let start = token.start as usize;
            let next = self.texts.quantities.partition_point(|q| q.end <= start);
            (self.texts.quantities.get(next)).is_some_and(|q| q.start <= start)
        })
    }
}

/// How many tokens of a sentence stand before a figure with its modifier, and before what follows it.
fn place(tokens: &[Token], quantity: &Quantity) -> (usize, usize) {
    (
        tokens.partition_point(|t| (t.start as usize) < quantity.outer_start),
        tokens.partition_point(|t| (t.start as usize) < quantity.outer_end),
    )
}

/// Stance and scope of a quantity of a sentence.
fn held(sentence: &Sentence<'_>, quantity: usize) -> (Stance, Scope) {
    let Some(at) = sentence.item_of(quantity) else {
        return <(Stance, Scope)>::default();
    };
    // Only amounts have parts and totals: "first climbed in 1953" is no first part.
    let amount = sentence.figure(at).is_some_and(|q| {
        !matches!(
            q.kind,
            Kind::Date | Kind::Year | Kind::Age | Kind::Percent | Kind::Fraction
        )
    });
    let scope = if sentence
        .figure(at)
        .is_some_and(|figure| counts_the_rest(sentence.language, figure))
    {
        Scope::Part
    } else if amount {
        stance::scope(sentence, at, true)
    } else {
        Scope::Single
    };
    (stance::stance(sentence, at, true, None), scope)
}

/// "six other people": those that another figure leaves.
fn counts_the_rest(language: Language, quantity: &Quantity) -> bool {
    let Unit::Noun(noun) = &quantity.unit else {
        return false;
    };
    let first = noun.words.split(' ').next().unwrap_or_default();
    language.classes_of(first).meets(class::THE_REST)
}
