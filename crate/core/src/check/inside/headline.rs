//! What a headline, a line below it or a caption says, against the first statement of the same in the body.
//!
//! Headlines round, cut off, add groups up and take the rest; they speak of half of what the body speaks of. So only
//! what can be nothing else is held against them: a figure of which the body has one alone, near its top, about the
//! same by its words, and from which no arithmetic with the body's figures leads to the headline's.

use super::slips::settles;
use super::top::casualties;
use super::{Conflict, Inside, Place, Read, Tie, elsewhen};
use crate::article::Article;
use crate::check::texts::compare::{Dated, compare};
use crate::check::texts::headed::Body;
use crate::figures::{Decimal, Kind, Modifier, Quantity, Sort, Unit};
use crate::language::Language;
use crate::page::Role;
use crate::reading::words::aspect::{Aspect, stem};
use crate::reading::words::wording::Wording;
use crate::report::{OneSlip, Verdict};
use crate::text;

/// So much of the body is read for its first statements, in bytes.
const LEAD: usize = 3_000;
/// Headlines and captions that are looked at.
const MOST_LINES: usize = 30;

pub(super) fn check(article: &Article<'_>, reads: &[Read<'_>], inside: &mut Inside) {
    let blocks = &article.blocks;
    let Some(headline) = blocks.iter().position(|block| block.role == Role::Headline) else {
        return;
    };
    let says = |at: usize| {
        at == headline
            || at == headline + 1 && blocks[at].role == Role::Heading
            || blocks[at].role == Role::Caption
    };
    let lines: Vec<usize> = (0..blocks.len().min(reads.len()))
        .filter(|&at| says(at) && !reads[at].quantities.is_empty())
        .take(MOST_LINES)
        .collect();
    let body = || {
        let rest = headline + 1..blocks.len().min(reads.len());
        rest.filter(|&at| matches!(blocks[at].role, Role::Paragraph | Role::Item | Role::Quote))
    };
    let told: Vec<Told<'_>> = body()
        .flat_map(|block| {
            let others = reads[block].quantities;
            others.iter().map(move |figure| Told {
                block,
                others,
                figure,
            })
        })
        .collect();
    if told.is_empty() {
        return;
    }
    let today = article.published.map(|day| i64::from(day.year()));
    let figures = Body::of(
        article.language,
        told.iter().map(|told| told.figure),
        today.into_iter(),
    );
    let is_borne_out = |figure: &Quantity| figures.tells(figure) || figures.may_lead_to(figure);
    // "Eleven killed" above "Eight people were killed" and "Others died in hospital"
    let is_of_some_dead = |figure: &Quantity| {
        matches!(figure.kind, Kind::Count | Kind::Number) && casualties::tells_of_further(article)
    };
    let mut lead = None;
    for line in lines {
        let text = blocks[line].text;
        // "Will 500 jobs go?"
        if text.contains('?') {
            continue;
        }
        for figure in reads[line].quantities {
            if is_borne_out(figure) {
                continue;
            }
            if let Some(other) = alone(article.language, figure, &told) {
                let lead = lead.get_or_insert_with(|| Lead::of(article, body()));
                if lead.speaks_against(article, (line, figure), other) && !is_of_some_dead(figure) {
                    add(inside, (line, figure), other);
                    continue;
                }
            }
            if line == headline
                && let Some(other) = slipped(article, (line, figure), &told)
            {
                add(inside, (line, figure), other);
            }
        }
    }
}

/// Adds the conflict of a line's figure with one of the body; a second line that says the same belongs to it.
fn add(inside: &mut Inside, (line, figure): (usize, &Quantity), other: Told<'_>) {
    let (said, told) = (
        Place::of(line, figure),
        Place::of(other.block, other.figure),
    );
    inside.checked += 1;
    let known = (inside.conflicts.iter_mut())
        .find(|known| known.tie == Tie::Headline && known.places.get(1) == Some(&told));
    if let Some(known) = known {
        known.places.push(said);
    } else {
        inside.checked += 1;
        inside
            .conflicts
            .push(Conflict::of(Tie::Headline, vec![said, told], false));
    }
}

/// A figure of the body.
#[derive(Clone, Copy)]
struct Told<'r> {
    block: usize,
    /// The figures of its block.
    others: &'r [Quantity],
    figure: &'r Quantity,
}

/// The only figure of the body that can be the headline's.
fn alone<'r>(language: Language, figure: &Quantity, told: &[Told<'r>]) -> Option<Told<'r>> {
    let counts = matches!(
        figure.kind,
        Kind::Money | Kind::Percent | Kind::Count | Kind::Number | Kind::Dimension
    );
    // One and two are told in other words as well: "another", "both", "a man and his dog".
    let few = matches!(figure.kind, Kind::Count | Kind::Number) && figure.low <= Decimal::TWO;
    if !counts || few || figure.low != figure.high || figure.low <= Decimal::ZERO {
        return None;
    }
    let mut alike = told
        .iter()
        .filter(|other| comparable(language, figure, other.figure));
    let first = alike.next()?;
    let same = alike.all(|other| {
        (other.figure.low, other.figure.high) == (first.figure.low, first.figure.high)
    });
    let plain = first.figure.is_bounded()
        && first.figure.low == first.figure.high
        && first.figure.change == figure.change
        && first.figure.per == figure.per;
    (same && plain).then_some(*first)
}

/// "Landslide kills 34" above "killed 43 people": the figure of the first paragraphs that one slip of digits makes the
/// headline's of, in a sentence about the same.
fn slipped<'r>(
    article: &Article<'_>,
    (line, figure): (usize, &Quantity),
    told: &[Told<'r>],
) -> Option<Told<'r>> {
    const TOP: usize = 2;
    let plain = |figure: &Quantity| {
        figure.low == figure.high
            && figure.low >= Decimal::TEN
            && figure.modifier == Modifier::Exact
    };
    let first = told.first()?.block;
    let slip = |other: &&Told<'_>| {
        other.block < first + TOP
            && plain(other.figure)
            && other.figure.change == figure.change
            && other.figure.per == figure.per
            && comparable(article.language, figure, other.figure)
            && matches!(
                settles(figure, other.figure.low),
                Some(OneSlip::DigitsSwapped | OneSlip::DigitDoubled)
            )
    };
    let kinds = matches!(figure.kind, Kind::Money | Kind::Count | Kind::Number);
    let other = told.iter().find(slip).filter(|_| kinds && plain(figure))?;
    let sentence = plain_sentence(article, *other)?;
    share_much(article.language, article.blocks[line].text, sentence).then_some(*other)
}

/// Whether the two are of one sort and count the same by name, where they count.
fn comparable(language: Language, figure: &Quantity, other: &Quantity) -> bool {
    Sort::of(figure) == Sort::of(other)
        && match (&figure.unit, &other.unit) {
            (Unit::Noun(one), Unit::Noun(two)) => same_word(language, one.head(), two.head()),
            _ => true,
        }
}

fn same_word(language: Language, one: &str, other: &str) -> bool {
    stem(language, one) == stem(language, other)
}

/// The sentence of a figure, where it says nothing of another time or of others.
fn plain_sentence<'t>(article: &'t Article<'_>, told: Told<'_>) -> Option<&'t str> {
    let text = article.blocks[told.block].text;
    let tokens = text::tokens(text);
    let sentence = (text::sentences(text, &tokens, |word| article.language.is_abbreviation(word))
        .into_iter())
    .find(|range| tokens[range.end - 1].end as usize > told.figure.start)?;
    let (first, last) = (
        tokens[sentence.start].start as usize,
        tokens[sentence.end - 1].end as usize,
    );
    let dated = told.others.iter().any(|other| {
        matches!(other.kind, Kind::Date | Kind::Year) && (first..last).contains(&other.start)
    });
    let sentence = text.get(first..last)?;
    (!dated && !elsewhen::says(article.language, sentence)).then_some(sentence)
}

/// Whether a line and a sentence share so many words that they can be of nothing but one thing.
pub(super) fn share_much(language: Language, line: &str, sentence: &str) -> bool {
    const WORDS: usize = 3;
    let about = |text: &str| {
        let tokens = text::tokens(text);
        let ids = (tokens.iter()).map(|token| language.lexicon().id(token.of(text)));
        let wording = Wording::of(language, text, &tokens, ids);
        Aspect::of((text, &wording), &tokens, 0..tokens.len(), &[])
    };
    about(line).shared(&about(sentence)) >= WORDS
}

/// The first paragraphs of the body as one text.
struct Lead {
    text: String,
    /// Each block with its first byte in it.
    blocks: Vec<(usize, usize)>,
}

impl Lead {
    fn of(article: &Article<'_>, body: impl Iterator<Item = usize>) -> Self {
        let mut lead = Self {
            text: String::new(),
            blocks: Vec::new(),
        };
        for block in body {
            let text = article.blocks[block].text;
            if !lead.text.is_empty() && lead.text.len() + text.len() > LEAD {
                break;
            }
            lead.blocks.push((block, lead.text.len()));
            lead.text.push_str(text);
            lead.text.push_str("\n\n");
        }
        lead
    }

    /// Whether the figure of the body, read beside the line by its words, is about the same and says something else.
    fn speaks_against(
        &self,
        article: &Article<'_>,
        (line, figure): (usize, &Quantity),
        other: Told<'_>,
    ) -> bool {
        let Some((_, from)) = self.blocks.iter().find(|(block, _)| *block == other.block) else {
            return false;
        };
        let about_the_same = plain_sentence(article, other).is_some_and(|sentence| {
            share_much(article.language, article.blocks[line].text, sentence)
        });
        if !about_the_same {
            return false;
        }
        let against = from + other.figure.start..from + other.figure.end;
        let dated = |text| Dated {
            text,
            published: article.published,
        };
        compare(
            article.language,
            dated(&self.text),
            dated(article.blocks[line].text),
        )
        .into_iter()
        .any(|found| {
            found.start == figure.start
                && found.verdict == Verdict::Contradicted
                && found.against.is_some_and(|found| found.figure == against)
        })
    }
}
