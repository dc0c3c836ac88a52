//! A death at the top of an article with an age, and the birth of the same person further down: "Ana Boll, who drew the
//! moon, dies at 81" above "Born in Graz in March 1951, she …", or above "Ana Boll, painter, born 4 March 1951; died 2 May
//! 2032". Who dies is named in full where the sentence begins; the birth is of that name, or of the "he" or "she" whom a
//! paragraph begins with "Born …" about.

use super::super::years::{aged, born_and_seen, stated};
use super::super::{Conflict, Inside, Judged, Place, Read, Tie};
use super::told::Told;
use crate::article::Article;
use crate::figures::{Decimal, Kind, Quantity};
use crate::lexicon::class;
use crate::page::Role;
use std::ops::Range;

/// Blocks from the top in which a death is looked for: the headline, what stands below it, the first paragraphs.
const TOP: usize = 4;
/// Blocks in which the birth is looked for.
const MOST: usize = 80;
/// Words that say what somebody is, before the name.
const CALLED: usize = 5;
/// How far behind the day of a birth it is said whose it is, in tokens.
const NEAR: usize = 12;

/// Holds the age at a death against the birth.
pub(in super::super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let texts = || {
        let all = article.blocks.iter().zip(reads).enumerate().take(MOST);
        all.filter(|(_, (block, _))| {
            matches!(block.role, Role::Headline | Role::Heading | Role::Paragraph)
        })
        .map(|(at, (_, read))| (at, read.quantities))
    };
    let life = |at, figures| Some(Life(Told::of(article, at)?, figures));
    let may_be_age = |figure: &Quantity| matches!(figure.kind, Kind::Age | Kind::Number);
    let mut deaths = (texts().take(TOP)).filter(|(_, figures)| figures.iter().any(may_be_age));
    let Some((at, age, name)) = deaths.find_map(|(at, figures)| {
        let (age, name) = life(at, figures)?.death()?;
        Some((at, age, name))
    }) else {
        return;
    };
    let dated = || texts().filter(|(_, figures)| figures.iter().any(is_calendar));
    // "He was born" goes on about the dead only right behind.
    let mut births = dated().filter_map(|(block, figures)| {
        let birth = life(block, figures)?.birth(&name, block == at + 1)?;
        Some((block, birth))
    });
    // Who died long ago did not die at the age that the article's day makes.
    let died_then = |year: i32| {
        dated().any(|(at, figures)| life(at, figures).is_none_or(|life| life.dies_before(year)))
    };
    let (Some((block, (birth, died))), None) = (births.next(), births.next()) else {
        return;
    };
    let (tie, judged) = match (died, article.published) {
        (Some(died), _) => {
            let Some(seen) = stated(died) else { return };
            (Tie::Life, aged(age.low, birth, seen, Decimal::ZERO))
        }
        (None, Some(published)) if !died_then(published.year()) => {
            (Tie::Born, born_and_seen(age.low, birth, published))
        }
        _ => return,
    };
    match judged {
        Judged::Agrees => inside.checked += 2,
        Judged::Outside { low, high } => {
            inside.checked += 2;
            let mut places = vec![Place::of(at, age), Place::of(block, birth)];
            places.extend(died.map(|died| Place::of(block, died)));
            inside.conflicts.push(Conflict {
                gives: Some(low),
                up_to: (high > low).then_some(high),
                ..Conflict::of(tie, places, false)
            });
        }
        _ => {}
    }
}

fn is_calendar(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Year | Kind::Date)
}

/// A block with its figures, asked for a death and a birth.
struct Life<'t, 'r>(Told<'t>, &'r [Quantity]);

impl<'t, 'r> Life<'t, 'r> {
    /// The figures of a sentence with their first tokens.
    fn within(&self, sentence: &Range<usize>) -> impl Iterator<Item = (usize, &'r Quantity)> {
        let Self(told, figures) = self;
        let placed = figures.iter().map(|figure| (told.at(figure.start), figure));
        placed.filter(|(first, _)| sentence.contains(first))
    }

    /// The age at a death, and who has died: "NAME, …, dies at 81", "NAME has died at the age of 81".
    fn death(&self) -> Option<(&'r Quantity, Vec<&'t str>)> {
        let told = &self.0;
        told.sentences.iter().find_map(|sentence| {
            let from = self.past_calling(sentence.start);
            let name = told.name(from);
            let behind = from + name.len();
            // "Ana Boll's father dies at 81"
            let whole = told.is(behind, class::DIES | class::TELLS_OF) || told.word(behind) == ",";
            if name.len() < 2 || !whole {
                return None;
            }
            let verb = sentence.clone().find(|&at| told.is(at, class::DIES))?;
            let others = told.has(behind..sentence.end, class::ANOTHER_LIFE);
            let mut ages = self
                .within(sentence)
                .filter(|&(first, figure)| first > verb && self.is_age(first, figure));
            let (_, age) = ages.next()?;
            (!others && ages.next().is_none()).then_some((age, name))
        })
    }

    /// "The painter Ana Boll", "Painter Ana Boll": past what somebody is called before the name, where a sentence begins so.
    fn past_calling(&self, start: usize) -> usize {
        let told = &self.0;
        let low = |&at: &usize| told.is_word(at) && !told.word(at).starts_with(char::is_uppercase);
        let called = (start + 1..start + CALLED).take_while(low).count();
        // "Widow of Ana Boll"
        let of_another = told.has(start..start + 1 + called, class::OF | class::ANOTHER_LIFE);
        if called == 0 || of_another {
            start
        } else {
            start + 1 + called
        }
    }

    /// "dies at 81", "has died aged 81", "at the age of 81".
    fn is_age(&self, first: usize, figure: &Quantity) -> bool {
        let told = &self.0;
        let led = first > 0
            && (told.is(first - 1, class::AT | class::WAS_AGED)
                || told.is(first - 1, class::OF) && first > 1 && told.is(first - 2, class::AGE));
        led && matches!(figure.kind, Kind::Age | Kind::Number)
            && figure.is_bounded()
            && figure.low == figure.high
            && figure.low.is_integer()
    }

    /// When somebody of that last name was born, or whom a sentence that begins with "Born" speaks of; and when he died,
    /// where that is told with it: "born 4 March 1951; died 2 May 2032".
    fn birth(&self, name: &[&str], goes_on: bool) -> Option<(&'r Quantity, Option<&'r Quantity>)> {
        let told = &self.0;
        let last = *name.last()?;
        told.sentences.iter().find_map(|sentence| {
            let begins = told.is(sentence.start, class::BORN);
            let born = sentence.clone().find(|&at| told.is(at, class::BORN))?;
            let (first, birth) = (self.within(sentence))
                .find(|&(first, figure)| first > born && is_calendar(figure))?;
            let led = first == born + 1 || told.is(first - 1, class::IN | class::ON);
            let others = told.has(sentence.clone(), class::ANOTHER_LIFE);
            let died = (self.within(sentence))
                .find(|&(at, figure)| {
                    at > first && is_calendar(figure) && told.is(at - 1, class::DIES)
                })
                .filter(|_| !begins && first == born + 1);
            let own = if died.is_some() {
                let whole = told.name(sentence.start);
                whole.first() == name.first() && whole.last() == Some(&last)
            } else if begins {
                let mut behind = first..(first + NEAR).min(sentence.end);
                behind
                    .find(|&at| told.word(at) == ",")
                    .is_some_and(|comma| {
                        told.is(comma + 1, class::SOMEBODY) || told.word(comma + 1) == last
                    })
            } else {
                let whom = told.name(sentence.start);
                let behind = sentence.start + whom.len();
                // "Boll was born in", "Boll, who was born in"
                let who = told.word(behind) == "," && told.is(behind + 1, class::WHO);
                // "He was born", where a paragraph begins so
                let he = goes_on && sentence.start == 0 && told.is(0, class::SOMEBODY);
                (whom.last() == Some(&last) || he && whom.len() == 1)
                    && behind + 1 + 2 * usize::from(who) == born
                    && told.is(born - 1, class::WAS_AGED)
            };
            let stated = stated(birth).is_some();
            (led && own && !others && stated).then_some((birth, died.map(|(_, died)| died)))
        })
    }

    /// Whether somebody is said to have died in a year before this one.
    fn dies_before(&self, year: i32) -> bool {
        let told = &self.0;
        told.sentences.iter().any(|sentence| {
            self.within(sentence).any(|(first, figure)| {
                let from = first.saturating_sub(NEAR).max(sentence.start);
                let then = stated(figure).and_then(|period| period.to);
                is_calendar(figure)
                    && then.is_some_and(|then| then.year() < year)
                    && told.has(from..first, class::DIES)
            })
        })
    }
}
