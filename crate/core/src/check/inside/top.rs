//! What stands at the top of an article, against what the rest says of the same in other figures: "Thefts up 25 per cent"
//! above "1,560 thefts, compared with 1,200", "jailed for six years" above "the five-year term".

use super::{Conflict, Inside, Judged, Place, Read, Text, Tie, changes, elsewhen, linked};
use crate::article::Article;
use crate::figures::{Change, Decimal, Kind, Link, Modifier, Quantity, Unit};
use crate::language::Held;
use crate::lexicon::class::{self, Class};
use crate::lexicon::named;
use crate::page::Role;
use crate::reading::aspect::stem;
use crate::text::{self, Token, TokenKind};
use std::ops::Range;

/// So many blocks from the headline on are its top.
const TOP: usize = 3;
/// Articles of more blocks, or of more figures of one sort, are no stories of one thing.
const MOST: usize = 120;
/// So does a block of more bytes.
const LONGEST: usize = 4_000;

pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let blocks = &article.blocks;
    let Some(headline) = blocks.iter().position(|block| block.role == Role::Headline) else {
        return;
    };
    let all = headline..blocks.len().min(reads.len());
    if all.len() > MOST {
        return;
    }
    let told = |kinds: fn(&Quantity) -> bool| {
        let figures = move |block: usize| {
            reads[block]
                .quantities
                .iter()
                .map(move |figure| (block, figure))
        };
        all.clone()
            .flat_map(figures)
            .filter(move |(_, figure)| kinds(figure))
            .collect::<Vec<_>>()
    };
    let top = headline + TOP;
    let sizes = told(is_size);
    if sizes.iter().any(|(block, _)| *block < top) {
        growth(article, reads, (&sizes, top), inside);
    }
    let counts = told(|figure| {
        matches!(figure.kind, Kind::Count | Kind::Number)
            && figure.low == figure.high
            && figure.low > Decimal::TWO
            && figure.modifier == Modifier::Exact
            && figure.change.is_none()
    });
    for sort in [Held::Dead, Held::Hurt] {
        casualties(article, (&counts, top), sort, inside);
    }
    let lengths = told(|figure| figure.kind == Kind::Duration);
    let led = |(block, figure): &(usize, &Quantity)| {
        *block < top
            && is(
                article,
                before(blocks[*block].text, figure),
                class::FOR | class::TO,
            )
    };
    if lengths.len() <= MOST && lengths.iter().any(led) {
        terms(article, (&lengths, top), inside);
    }
}

/// "25 per cent up", "doubled"
fn is_size(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Percent | Kind::Multiple) && figure.low == figure.high
}

/// The words around a figure.
struct Around<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    article: &'t Article<'t>,
    /// The tokens of its sentence.
    sentence: Range<usize>,
    first: usize,
    end: usize,
}

impl<'t> Around<'t> {
    fn of(article: &'t Article<'_>, block: usize, figure: &Quantity) -> Option<Self> {
        let text = article.blocks.get(block)?.text;
        if text.len() > LONGEST {
            return None;
        }
        let tokens = text::tokens(text);
        let at = |byte: usize| tokens.partition_point(|token| (token.start as usize) < byte);
        let (first, end) = (at(figure.outer_start), at(figure.outer_end));
        let abbreviation = |word: &str| article.language.is_abbreviation(word);
        let sentence = text::sentences(text, &tokens, abbreviation)
            .into_iter()
            .find(|sentence| sentence.contains(&first))?;
        Some(Self {
            text,
            tokens,
            article,
            sentence,
            first,
            end,
        })
    }

    fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is(&self, at: usize, class: Class) -> bool {
        is(self.article, self.word(at), class)
    }

    /// Whether a word is listed so.
    fn says(&self, at: usize, list: Held) -> bool {
        let word = self.word(at).to_ascii_lowercase();
        self.article.language.is_held(&word, list)
    }

    fn tells(&self, mut range: Range<usize>, list: Held) -> bool {
        range.any(|at| self.says(at, list))
    }

    fn has(&self, mut range: Range<usize>, class: Class) -> bool {
        range.any(|at| self.is(at, class))
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether a byte belongs to the sentence.
    fn contains(&self, byte: usize) -> bool {
        let (first, last) = (
            self.tokens[self.sentence.start],
            self.tokens[self.sentence.end - 1],
        );
        (first.start as usize..last.end as usize).contains(&byte)
    }

    /// Some of its tokens as they are written.
    fn written(&self, range: Range<usize>) -> &'t str {
        let tokens = self.tokens.get(range).unwrap_or_default();
        let bytes = tokens.first().zip(tokens.last());
        bytes
            .and_then(|(first, last)| self.text.get(first.start as usize..last.end as usize))
            .unwrap_or("")
    }

    /// The stems of the words of some tokens that carry meaning.
    fn stems(&self, range: Range<usize>) -> Vec<String> {
        let told = |at: &usize| {
            self.tokens[*at].kind == TokenKind::Word
                && !self.is(*at, class::STOP | class::ARTICLE)
                && !self.says(*at, Held::Counted)
        };
        range
            .filter(told)
            .map(|at| stem(self.article.language, self.word(at)))
            .collect()
    }
}

/// The word before a figure with its modifier.
fn before<'t>(text: &'t str, figure: &Quantity) -> &'t str {
    let text = text.get(..figure.outer_start).unwrap_or("").trim_end();
    text.rsplit(' ').next().unwrap_or("")
}

/// The word behind a figure.
fn behind<'t>(text: &'t str, figure: &Quantity) -> &'t str {
    let text = text.get(figure.end..).unwrap_or("").trim_start();
    text.split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or("")
}

/// Whether a word has the class.
fn is(article: &Article<'_>, word: &str, class: Class) -> bool {
    let word = word.to_ascii_lowercase();
    article.language.lexicon().classes_of(&word).meets(class)
}

/// A level and the earlier one that it is compared with.
struct Levels<'r> {
    block: usize,
    from: &'r Quantity,
    to: &'r Quantity,
}

/// "Thefts up 25 per cent" above the only two levels of the article.
fn growth(
    article: &Article<'_>,
    reads: &[Read<'_>],
    (sizes, top): (&[(usize, &Quantity)], usize),
    inside: &mut Inside,
) {
    let mut all =
        (0..reads.len()).filter_map(|block| levels(article, block, reads[block].quantities));
    let (Some(levels), None) = (all.next(), all.next()) else {
        return;
    };
    drop(all);
    let link = Link::Change {
        size: 0,
        way: None,
        from: 1,
        to: 2,
    };
    let mut wrong = None;
    for &(block, size) in sizes {
        let Some(Goes(way)) = goes(article, block, size) else {
            continue;
        };
        let figures = [size.clone(), levels.from.clone(), levels.to.clone()];
        let text = Text {
            language: article.language,
            written: "",
            quantities: &figures,
            published: None,
            other_years: false,
        };
        match changes::judge(&text, [0, 1, 2], way) {
            // The levels belong to what fits them.
            Judged::Agrees | Judged::Conflict { nearly: true, .. } => return,
            Judged::Conflict { gives, .. }
                if block < top && is_about(article, reads[block], (block, size), &levels) =>
            {
                let places = vec![
                    Place::of(block, size),
                    Place::of(levels.block, levels.from),
                    Place::of(levels.block, levels.to),
                ];
                wrong.get_or_insert(Conflict {
                    gives: gives.map(|gives| gives.abs()),
                    unit: linked::unit(&text, &link),
                    way: linked::way(&text, &link),
                    values: linked::values(&text, &link),
                    ..Conflict::of(Tie::Change, places, false)
                });
            }
            _ => {}
        }
    }
    inside.checked += wrong.as_ref().map_or(0, |conflict| conflict.places.len());
    inside.conflicts.extend(wrong);
}

/// The size of a change, and which way it goes, where it says that: a factor goes its own way.
struct Goes(Option<Change>);

/// How a size goes, where it is that of a change.
fn goes(article: &Article<'_>, block: usize, size: &Quantity) -> Option<Goes> {
    if size.kind == Kind::Multiple || size.change.is_some() {
        return Some(Goes(size.change));
    }
    let around = Around::of(article, block, size)?;
    // "a 25 per cent rise"
    if around.is(around.end, class::UP) {
        Some(Goes(Some(Change::Up)))
    } else if around.is(around.end, class::DOWN) {
        Some(Goes(Some(Change::Down)))
    } else {
        None
    }
}

/// "1,560 thefts …, compared with 1,200": counts that stand so in one sentence.
fn levels<'r>(
    article: &Article<'_>,
    block: usize,
    quantities: &'r [Quantity],
) -> Option<Levels<'r>> {
    const REACH: usize = 30;
    let counted = |figure: &Quantity| {
        matches!(figure.kind, Kind::Count | Kind::Number)
            && figure.low == figure.high
            && figure.change.is_none()
            && figure.per.is_none()
            && matches!(figure.modifier, Modifier::Exact | Modifier::About)
    };
    // Days stand between: "in the year to March, compared with".
    let plain: Vec<&Quantity> = (quantities.iter())
        .filter(|figure| !matches!(figure.kind, Kind::Date | Kind::Year | Kind::Duration))
        .collect();
    plain.windows(2).find_map(|pair| {
        let &[to, from] = pair else { return None };
        if to.kind != Kind::Count || !counted(to) || !counted(from) || from.low.is_zero() {
            return None;
        }
        let word = before(article.blocks.get(block)?.text, from);
        if !is(article, word, class::COMPARES | class::WITH | class::TO) {
            return None;
        }
        let around = Around::of(article, block, from)?;
        let before = around.first.checked_sub(1)?;
        let against = around.is(before, class::COMPARES)
            || around.is(before, class::WITH | class::TO)
                && around.is(before.checked_sub(1)?, class::COMPARES);
        let end = around
            .tokens
            .partition_point(|token| (token.start as usize) < to.outer_end);
        let near = around.sentence.contains(&end) && before.checked_sub(end)? <= REACH;
        let alike = match &from.unit {
            Unit::Noun(noun) => matches!(&to.unit, Unit::Noun(other) if noun == other),
            _ => true,
        };
        (against && near && alike && !around.has(end..before, class::OTHER_BASIS | class::OF_THEM))
            .then_some(Levels { block, from, to })
    })
}

/// Whether a size and two levels are of one thing, by all the words that say of what they are, and the size is of no time
/// of its own.
fn is_about(
    article: &Article<'_>,
    read: Read<'_>,
    (block, size): (usize, &Quantity),
    levels: &Levels<'_>,
) -> bool {
    const NAMED: usize = 4;
    let (Some(said), Some(told)) = (
        Around::of(article, block, size),
        Around::of(article, levels.block, levels.to),
    ) else {
        return false;
    };
    // "Thefts up 25 per cent", "a 25 per cent rise in thefts"
    let (start, mut end) = (said.sentence.start, said.first);
    let mut from = start;
    if said.is(said.end, class::UP | class::DOWN) && said.is(said.end + 1, class::IN) {
        from = said.end + 2;
        let stop = |at: &usize| said.is(*at, class::STOP) || !said.is_word(*at);
        end = (from..said.sentence.end)
            .find(stop)
            .unwrap_or(said.sentence.end);
    }
    let change = |stem: &String| {
        let class = article.language.lexicon().classes_of(stem);
        class.meets(class::UP | class::DOWN | class::RAISES | class::LOWERS)
    };
    let mut subject = said.stems(from..end);
    subject.retain(|stem| !change(stem));
    let sentence = told.stems(told.sentence.clone());
    let Unit::Noun(noun) = &levels.to.unit else {
        return false;
    };
    // "1,560 cases of shoplifting"
    let end = told
        .tokens
        .partition_point(|token| (token.start as usize) < noun.end);
    let of = if told.is(end, class::OF) { 2 } else { 0 };
    let named = told.stems(told.end..(end + of).min(told.sentence.end));
    let within = |figure: &Quantity| said.contains(figure.start);
    let timed = said.has(said.sentence.clone(), class::SINCE_DAY)
        || read.quantities.iter().any(|figure| {
            matches!(figure.kind, Kind::Duration | Kind::Year | Kind::Date) && within(figure)
        });
    !subject.is_empty()
        && !named.is_empty()
        && !timed
        && subject.len() <= NAMED
        && subject.iter().all(|stem| sentence.contains(stem))
        && named.iter().all(|stem| subject.contains(stem))
}

/// "jailed for six years" above "the five-year term": the only two terms of the article.
fn terms(
    article: &Article<'_>,
    (lengths, top): (&[(usize, &Quantity)], usize),
    inside: &mut Inside,
) {
    const CLAUSE: usize = 8;
    const NEAR: usize = 3;
    let years = |figure: &Quantity| {
        figure.low == figure.high
            && figure.modifier == Modifier::Exact
            && matches!(&figure.unit, Unit::Named(name) if name == named::YEAR || name == named::MONTH)
    };
    let (mut said, mut told) = (Vec::new(), Vec::new());
    for &(block, figure) in lengths {
        let Some(around) = Around::of(article, block, figure) else {
            return;
        };
        let before = around
            .first
            .saturating_sub(CLAUSE)
            .max(around.sentence.start)..around.first;
        let jailed = around.tells(before.clone(), Held::Jailed);
        let behind = around.end..(around.end + NEAR).min(around.sentence.end);
        // "his four-year term as mayor"
        let term = around.tells(behind.clone(), Held::Term)
            && around.tells(around.sentence.clone(), Held::Court)
            && !around.has(behind.start..behind.end + 1, class::AS);
        if !jailed && !term {
            continue;
        }
        // Of a second term, or of one of another sort, nothing is said here.
        let other = around.tells(around.sentence.clone(), Held::OtherTerm);
        let sentence = around.written(around.sentence.clone());
        if other || !years(figure) || elsewhen::says(article.language, sentence) {
            return;
        }
        let definite = around.has(
            around.first.saturating_sub(2)..around.first,
            class::THE | class::WHOSE,
        );
        if jailed
            && block < top
            && around.is(around.first.saturating_sub(1), class::FOR | class::TO)
        {
            said.push((block, figure));
        } else if term && definite {
            told.push((block, figure));
        } else {
            return;
        }
    }
    let (Some(&one), Some(&two)) = (said.first(), told.first()) else {
        return;
    };
    let same = |list: &[(usize, &Quantity)]| {
        list.iter()
            .all(|(_, figure)| (figure.low, &figure.unit) == (list[0].1.low, &list[0].1.unit))
    };
    if !same(&said) || !same(&told) || one.1.unit != two.1.unit {
        return;
    }
    inside.checked += 2;
    if one.1.low != two.1.low {
        add(inside, &said, &told);
    }
}

/// "Seventeen people have died" above "The 14 dead": the only two numbers of the dead, or of the hurt, that the article
/// has.
fn casualties(
    article: &Article<'_>,
    (counts, top): (&[(usize, &Quantity)], usize),
    sort: Held,
    inside: &mut Inside,
) {
    const BEFORE: usize = 2;
    const BEHIND: usize = 9;
    let the_dead = |&(block, figure): &(usize, &Quantity)| {
        let text = article.blocks[block].text;
        let after = behind(text, figure).to_ascii_lowercase();
        article.language.is_held(&after, sort) && is(article, before(text, figure), class::THE)
    };
    if counts.len() > MOST || !counts.iter().any(the_dead) {
        return;
    }
    let (mut said, mut told) = (Vec::new(), Vec::new());
    for &(block, figure) in counts {
        let Some(around) = Around::of(article, block, figure) else {
            return;
        };
        let Range { start, end } = around.sentence.clone();
        // What is told of the next figure is not told of this one.
        let next = (counts.iter())
            .filter(|(other, next)| *other == block && next.start > figure.end)
            .map(|(_, next)| {
                around
                    .tokens
                    .partition_point(|token| (token.start as usize) < next.start)
            })
            .min()
            .unwrap_or(end);
        let behind = around.end..(around.end + BEHIND).min(end).min(next);
        let before = around.first.saturating_sub(BEFORE).max(start)..around.first;
        // "the 14 dead are nine women"
        let of_sort = around.tells(behind, sort)
            || around.tells(before.clone(), sort) && !around.has(before, class::BE);
        if !of_sort {
            continue;
        }
        // "The 14 dead, all of whom": what goes on about them is no other number of them.
        let clause = (around.end..end)
            .find(|&at| around.word(at) == ",")
            .unwrap_or(end);
        if elsewhen::says(article.language, around.written(start..clause)) {
            return;
        }
        let after = around.end + 1;
        let definite = around.first > 0
            && around.is(around.first - 1, class::THE)
            && around.says(around.end, sort)
            && (!around.is_word(after) || around.is(after, class::BE));
        if definite {
            told.push((block, figure));
        } else {
            said.push((block, figure));
        }
    }
    let (Some(&one), Some(&two)) = (said.first(), told.first()) else {
        return;
    };
    let same =
        |list: &[(usize, &Quantity)]| list.iter().all(|(_, figure)| figure.low == list[0].1.low);
    // Whoever did it may be one more.
    let apart = one.1.low.checked_sub(two.1.low).map(|apart| apart.abs());
    if one.0 >= top || !same(&said) || !same(&told) || apart == Some(Decimal::ONE) {
        return;
    }
    inside.checked += 2;
    if apart != Some(Decimal::ZERO) {
        add(inside, &said, &told);
    }
}

/// Adds the conflict of what stands at the top with what the text says.
fn add(inside: &mut Inside, said: &[(usize, &Quantity)], told: &[(usize, &Quantity)]) {
    let places = said
        .iter()
        .chain(told)
        .map(|&(block, figure)| Place::of(block, figure));
    let mut places: Vec<Place> = places.collect();
    // The first of either come first.
    places.swap(1, said.len());
    inside
        .conflicts
        .push(Conflict::of(Tie::Headline, places, false));
}
