//! A text read without any set: each figure with what its own sentence says it is about.

use super::aspect::{self, Aspect};
use super::people::{People, Person};
use super::sentence::Sentence;
use super::stance;
use super::{Scope, Stance};
use crate::figures::{self, Kind, Quantity, Unit};
use crate::language::Language;
use crate::language::cues::Says;
use crate::lexicon::class;
use crate::text::{Token, TokenKind, sentences, tokens};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use time::Date;

/// How many tokens before and after a figure tell what it is said of, rather than what its sentence is about.
const NEAR: usize = 6;

/// A text read by its words alone. It owns what it holds and can be stored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordReading {
    /// The day that the text speaks from, where it is known.
    pub(crate) published: Option<Date>,
    /// The figures in reading order.
    pub(crate) figures: Vec<WordFigure>,
    /// What the whole text is about.
    pub(crate) whole: Aspect,
}

/// A figure with what its sentence says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WordFigure {
    pub(crate) quantity: Quantity,
    /// The stem of the last word of what is counted; empty for everything else.
    pub(crate) counted: String,
    /// Whether that tells nobody apart: "people".
    pub(crate) anybody: bool,
    /// What the sentence is about without the figure's own words.
    pub(crate) aspect: Aspect,
    /// The stems of the words right beside it, without its own and without names; sorted.
    pub(crate) near: Vec<String>,
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
}

impl Dating {
    fn of(cue: Says) -> Self {
        match cue {
            Says::AsOf => Self::AsOf,
            Says::From => Self::From,
            Says::Until => Self::Until,
            _ => Self::At,
        }
    }
}

impl WordReading {
    /// Reads a text that speaks from the day `published`.
    pub(crate) fn of(language: Language, text: &str, published: Option<Date>) -> Self {
        let tokens = tokens(text);
        let quantities = figures::read(language.lexicon(), text, &tokens);
        let mut reading = Self {
            published,
            whole: Aspect::of(language, text, &tokens, &quantities),
            ..Self::default()
        };
        let whole = Whole {
            language,
            text,
            lower: &text.to_ascii_lowercase(),
            people: People::of(language, text, &tokens),
            tokens: &tokens,
            quantities: &quantities,
        };
        let mut next = 0;
        for range in sentences(text, &tokens, |word| language.is_abbreviation(word)) {
            let end = tokens[range.end - 1].end as usize;
            let first = next;
            while quantities.get(next).is_some_and(|q| q.start < end) {
                next += 1;
            }
            if first < next {
                whole.sentence(range, first..next, &mut reading.figures);
            }
        }
        reading
    }
}

/// A text with what was read in all of it.
struct Whole<'t> {
    language: Language,
    text: &'t str,
    lower: &'t str,
    tokens: &'t [Token],
    quantities: &'t [Quantity],
    people: People,
}

impl Whole<'_> {
    /// Reads the figures `own` of a sentence.
    fn sentence(&self, range: Range<usize>, own: Range<usize>, figures: &mut Vec<WordFigure>) {
        let first = own.start;
        let quantities = self.quantities;
        let tokens = &self.tokens[range.clone()];
        let about = Aspect::of(self.language, self.text, tokens, &quantities[own.clone()]);
        let sentence = Sentence::new(
            self.language,
            (self.text, self.lower),
            self.tokens,
            range,
            &[],
            quantities,
        );
        let own: Vec<(&Quantity, Option<Dating>)> = own
            .map(|index| &quantities[index])
            .map(|quantity| (quantity, self.role(tokens, quantity)))
            .collect();
        for (index, &(quantity, role)) in (first..).zip(&own) {
            let (stance, scope) = held(&sentence, index);
            let others = || {
                let others = own
                    .iter()
                    .filter(|(other, _)| other.start != quantity.start);
                others.map(|(other, role)| ((*other).clone(), *role))
            };
            let counted = self.counted(quantity);
            let aspect = about.without(self.language, self.text, quantity);
            let (before, after) = place(tokens, quantity);
            let near = tokens[before.saturating_sub(NEAR)..before]
                .iter()
                .chain(tokens[after..].iter().take(NEAR));
            figures.push(WordFigure {
                near: self.near(near, &aspect, &counted),
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
                whose: (quantity.kind == Kind::Age)
                    .then(|| {
                        self.people
                            .of_age(self.language, self.text, tokens, (before, after))
                    })
                    .flatten(),
                quantity: quantity.clone(),
                anybody: self.counts_anybody(quantity),
                counted,
                aspect,
                stance,
                scope,
            });
        }
    }

    /// The stems of these words that tell what is said of a figure.
    fn near<'k>(
        &self,
        tokens: impl Iterator<Item = &'k Token>,
        aspect: &Aspect,
        counted: &str,
    ) -> Vec<String> {
        let mut near: Vec<String> = tokens
            .filter(|token| token.kind == TokenKind::Word)
            .map(|token| aspect::stem(self.language, token.of(self.lower)))
            .filter(|stem| stem != counted && aspect.says(stem))
            .collect();
        crate::order::sort(&mut near);
        near.dedup();
        near
    }

    /// Whether what a figure counts tells nobody apart.
    fn counts_anybody(&self, quantity: &Quantity) -> bool {
        matches!(&quantity.unit, Unit::Noun(noun)
            if self.language.classes_of(noun.head()).meets(class::ANYBODY))
    }

    /// The stem of the noun that a figure counts.
    fn counted(&self, quantity: &Quantity) -> String {
        match &quantity.unit {
            Unit::Noun(noun) => aspect::stem(self.language, noun.head()),
            _ => String::new(),
        }
    }

    /// What the words before a date of a sentence make of it; none for other figures.
    fn role(&self, tokens: &[Token], quantity: &Quantity) -> Option<Dating> {
        if !matches!(quantity.kind, Kind::Date | Kind::Year) {
            return None;
        }
        let (before, _) = place(tokens, quantity);
        let ends_with = |words: &str| {
            let mut tokens = tokens[..before].iter().rev();
            words
                .rsplit(' ')
                .all(|word| tokens.next().is_some_and(|t| t.of(self.lower) == word))
        };
        let mut cues = self.language.dates().iter();
        let told = cues.find(|cue| cue.phrases.iter().any(ends_with));
        Some(told.map_or(Dating::At, |cue| Dating::of(cue.says)))
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
    let amount = sentence
        .figure(at)
        .is_some_and(|q| !matches!(q.kind, Kind::Date | Kind::Year | Kind::Age));
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
