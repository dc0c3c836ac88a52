//! What a text makes of the figures of another one, where no reference set says what they are about.

pub(crate) mod beside;
pub mod compare;
pub(crate) mod headed;
pub(crate) mod reviewed;

use crate::align::words::ages::{self, Told};
use crate::align::words::{Known, Tie, garbled, is_copied, same_cell};
use crate::figures::{
    Decimal, Kind, Modifier, Quantity, is_borne_out, is_coarser, is_far_beyond, may_agree,
    same_measure, shares_one_end,
};
use crate::reading::words::{WordFigure, WordReading};
use crate::reading::{Scope, Stance};
use crate::report::{Level, Verdict};

/// Days within which two texts can tell of one occasion.
pub(crate) const CLOSE: i32 = 45;
/// How many names two texts share at the least that tell of one occasion, where both name more than as many.
const SHARED: usize = 2;

/// Headlines have fewer figures.
const MOST_TITLED: usize = 10;

/// How many ages of a text are looked at for one that is somebody else's.
const MOST_AGES: usize = 64;

/// A bound of a text is told of what lies within this part of it.
const NEAR: u32 = 5;

/// How two texts stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Story {
    /// They may tell of one occasion; the reference is so many days the later.
    Same(Option<i32>),
    /// They tell of others: only what does not depend on an occasion is the same in both.
    Other,
}

impl Story {
    /// The texts have rare names in common, and their days are close.
    pub(crate) fn of(text: &WordReading, reference: &WordReading) -> Self {
        let later = match (text.published, reference.published) {
            (Some(one), Some(two)) => Some(two.to_julian_day() - one.to_julian_day()),
            _ => None,
        };
        let far = later.is_some_and(|days| days.abs() > CLOSE);
        let (ours, theirs) = (&text.names, &reference.names);
        let strangers = ours.count().min(theirs.count()) > SHARED && ours.shared(theirs) < SHARED;
        if far || strangers {
            Self::Other
        } else {
            Self::Same(later)
        }
    }
}

/// What is found of a figure, with the figure that decides.
#[derive(Debug)]
pub(crate) struct Found<'k> {
    pub(crate) verdict: Verdict,
    pub(crate) level: Level,
    pub(crate) against: Option<&'k WordFigure>,
}

impl<'k> Found<'k> {
    const NOTHING: Self = Self {
        verdict: Verdict::NotCovered,
        level: Level::None,
        against: None,
    };

    fn supported(by: &'k WordFigure) -> Self {
        Self {
            verdict: Verdict::Supported,
            level: Level::None,
            against: Some(by),
        }
    }

    fn contradicted(by: &'k WordFigure) -> Self {
        Self {
            verdict: Verdict::Contradicted,
            level: Level::Warn,
            against: Some(by),
        }
    }

    fn outdated(by: &'k WordFigure) -> Self {
        Self {
            verdict: Verdict::Outdated,
            level: Level::Mark,
            against: Some(by),
        }
    }
}

/// What the reference makes of a figure of the text.
pub(crate) fn judge<'k>(
    figure: &'k WordFigure,
    (text, known): (&WordReading, &'k Known),
    story: Story,
) -> Found<'k> {
    let mut found = judge_by_cell(figure, (text, known), story);
    if let (Story::Same(_), None, false) = (story, found.against, figure.said.titled)
        && let Some(meant) = garbled(figure, text, known)
    {
        found = spoken_against(figure, meant, story);
    }
    if !figure.said.titled || found.verdict == Verdict::Supported || story == Story::Other {
        return found;
    }
    let body = headed::body(known);
    // "the 2012 debate", "the 2010 candidates"
    let of_others = |other: &WordFigure| {
        figure.quantity.kind == Kind::Year && figure.said.after != other.said.after
    };
    if body.tells(&figure.quantity) || found.against.is_some_and(of_others) {
        return Found::NOTHING;
    }
    // A text that is nothing but a headline.
    let alone = text.figures.len() < MOST_TITLED && text.figures.iter().all(|f| f.said.titled);
    let meant = || {
        let lost =
            alone && found.verdict == Verdict::NotCovered && !body.may_lead_to(&figure.quantity);
        lost.then(|| headed::misses(figure, known)).flatten()
    };
    meant().map_or(found, Found::contradicted)
}

/// What the reference makes of a figure of the text by those of its figures that are in the same cell.
fn judge_by_cell<'k>(
    figure: &'k WordFigure,
    (text, known): (&WordReading, &'k Known),
    story: Story,
) -> Found<'k> {
    let asserted = figure.stance == Stance::Asserted;
    if figure.quantity.kind == Kind::Ordinal || !asserted && story == Story::Other {
        return Found::NOTHING;
    }
    if !asserted {
        return supposed(figure, (text, known));
    }
    // An age is its person's, or nobody's.
    match ages::told(figure, text, known) {
        Some(Told::Alike(other)) => return Found::supported(other),
        Some(Told::Otherwise(other)) if figure.scope == Scope::Single => {
            return Found::contradicted(other);
        }
        Some(Told::Otherwise(_)) => return Found::NOTHING,
        None => {}
    }
    if story == Story::Other && figure.depends_on_occasion() {
        return Found::NOTHING;
    }
    let group = || ages::listed(figure, known).or_else(|| ages::ranged(figure, known));
    if let (Story::Same(_), Some(told)) = (story, group()) {
        return match told {
            Told::Alike(other) => Found::supported(other),
            Told::Otherwise(other) => Found::contradicted(other),
        };
    }
    // Of several ages nobody knows which somebody without a name has.
    let one_age = known.has_one_age(figure);
    let tie = |other: &WordFigure| {
        let nobodys = other.whose.is_none() || figure.whose.is_none();
        let known_so = || !known.has_number(figure) && is_known_by_itself(figure, other);
        (nobodys && (one_age || known_so()) && !is_anothers(figure, other, text))
            .then(|| same_cell((figure, text), (other, &known.reading)))
            .flatten()
    };
    let shared = |other: &WordFigure| figure.aspect.shared(&other.aspect);
    let against: Vec<&WordFigure> = known
        .proposed(figure)
        .filter(|other| other.stance == Stance::Asserted && other.scope != Scope::Part)
        .filter(|other| differs(figure, other) && tie(other).is_some())
        .collect();
    // Where the reference says two things of it, it is the one whose sentence says most of the same.
    let most = against
        .iter()
        .map(|other| shared(other))
        .max()
        .unwrap_or_default();
    let (beyond, agreeing): (Vec<&WordFigure>, Vec<&WordFigure>) = known
        .agreeing(figure)
        .filter(|other| one_age && !is_told_otherwise(figure, other))
        .partition(|other| {
            let (a, b) = (&figure.quantity, &other.quantity);
            is_far_beyond(a, b, NEAR) || !figure.said.titled && !is_borne_out(a, b)
        });
    if let Some(other) = agreeing.iter().find(|other| tie(other) == Some(Tie::Sure)) {
        return if shared(other) >= most {
            Found::supported(other)
        } else {
            Found::NOTHING
        };
    }
    // The reference has the number and says it of something else, or of the same by another name: "95 sentences", "95
    // offenders".
    let elsewhere = figure.quantity.modifier == Modifier::Exact && known.has_number(figure);
    // "46 dead" where at least 35 are: neither borne out nor spoken against, but beside a headline.
    let left_open = !figure.said.titled && beyond.iter().any(|other| tie(other).is_some());
    // Some are about the same whatever else the number may be.
    let (surely, against): (Vec<&WordFigure>, Vec<&WordFigure>) =
        (against.into_iter()).partition(|other| is_known_by_itself(figure, other));
    let copied = !surely.is_empty();
    // What "about 120" merely overlaps with is another matter.
    let rough = figure.quantity.modifier == Modifier::About;
    // And a bound is told of the number that is nearest to it: "less than 2 million", of 1.7 and 2.02 million.
    let bounds = !figure.said.titled && !figure.quantity.is_bounded();
    let nearest = (surely.iter().chain(&against))
        .filter_map(|other| distance(figure, other))
        .min()
        .filter(|_| bounds);
    let farther = |other: &WordFigure| {
        nearest.is_some_and(|nearest| distance(figure, other).is_some_and(|far| far > nearest))
    };
    let told = |other: &&WordFigure| {
        !rough && !farther(other) || tie(other).is_some() || has_same_digits(figure, other)
    };
    let open = left_open
        || agreeing.iter().any(told)
        || elsewhere
        || figure.quantity.modifier == Modifier::Exact && known.follows(figure);
    if figure.scope == Scope::Part || open && !copied {
        return Found::NOTHING;
    }
    let likely = if copied { surely } else { against };
    let mut likeliest = likely
        .into_iter()
        .filter(|other| copied || shared(other) == most);
    let Some(first) = likeliest.next() else {
        return Found::NOTHING;
    };
    let of_one_voice = likeliest.all(|other| may_agree(&first.quantity, &other.quantity));
    let rounded = figure.said.titled && is_coarser(&figure.quantity, &first.quantity);
    // Somebody else's age may be the number that stands there in the same words.
    let may_be_anothers = copied && figure.quantity.kind == Kind::Age;
    let told_too = || !may_be_anothers && is_told_too(figure, first, (text, known));
    if !of_one_voice || rounded || told_too() {
        return Found::NOTHING;
    }
    spoken_against(figure, first, story)
}

/// Whether the text tells what the other one does as well: "had risen to five", and "three deaths had been confirmed by
/// Sunday night".
fn is_told_too(
    figure: &WordFigure,
    other: &WordFigure,
    (text, known): (&WordReading, &Known),
) -> bool {
    let (own, reference) = (&figure.quantity, &known.reading);
    let is_same = |one: &WordFigure| {
        let same_sentence = one.sentence == figure.sentence && one.counted == figure.counted;
        same_sentence || same_cell((one, text), (other, reference)).is_some()
    };
    (text.around(figure))
        .filter(|one| same_measure(&one.quantity, own) && has_same_digits(one, other))
        .any(is_same)
}

/// Whether the age that the reference gives is that of somebody else in the text: "a firefighter, 31", and the driver of
/// 56 whom both texts have.
fn is_anothers(figure: &WordFigure, other: &WordFigure, text: &WordReading) -> bool {
    let is_age = |one: &WordFigure| one.quantity.kind == Kind::Age;
    let mut others = (text
        .figures
        .iter()
        .filter(|own| is_age(own))
        .take(MOST_AGES))
    .filter(|own| own.quantity.start != figure.quantity.start);
    // The same words about another age are of the same people.
    is_age(figure)
        && !is_copied(figure, other)
        && others.any(|own| may_agree(&own.quantity, &other.quantity))
}

/// What has changed since is not wrong; and nothing is said of what an earlier text could not know.
fn spoken_against<'k>(figure: &WordFigure, other: &'k WordFigure, story: Story) -> Found<'k> {
    // "The toll rose to five on Monday", of the day on which three dead were known.
    let has_moved = {
        let (way, now, then) = (figure.said.way, figure.quantity.low, other.quantity.low);
        other.said.way == 0 && (way > 0 && now > then || way < 0 && now < then)
    };
    match story {
        Story::Same(Some(days)) if days > 0 && figure.changes() => Found::outdated(other),
        Story::Same(Some(0)) if figure.changes() && has_moved => Found::NOTHING,
        Story::Same(Some(days)) if days < 0 && figure.changes() => Found::NOTHING,
        _ => Found::contradicted(other),
    }
}

/// What the reference makes of a figure that is not told as a fact: only where it supposes the same in the same words.
fn supposed<'k>(figure: &'k WordFigure, (text, known): (&WordReading, &'k Known)) -> Found<'k> {
    let same = |other: &&WordFigure| {
        other.stance == figure.stance
            && is_copied(figure, other)
            && same_cell((figure, text), (other, &known.reading)).is_some()
    };
    let mut said = known.proposed(figure).filter(same);
    match said.next() {
        Some(first)
            if figure.quantity.kind != Kind::Age
                && differs(figure, first)
                && said.all(|other| differs(figure, other)) =>
        {
            Found::contradicted(first)
        }
        _ => Found::NOTHING,
    }
}

/// How far apart the digits of two figures are; none of days.
fn distance(figure: &WordFigure, other: &WordFigure) -> Option<Decimal> {
    let (a, b) = (&figure.quantity, &other.quantity);
    let days = a.dates.is_some() || b.dates.is_some();
    (!days).then(|| (a.low - b.low).abs())
}

fn has_same_digits(figure: &WordFigure, other: &WordFigure) -> bool {
    let (a, b) = (&figure.quantity, &other.quantity);
    (a.low, a.high, a.dates) == (b.low, b.high, b.dates)
}

/// Whether both cannot be true. A headline is written by those who know the article: what lies far beyond the open figure
/// there is another one.
fn differs(figure: &WordFigure, other: &WordFigure) -> bool {
    let (a, b) = (&figure.quantity, &other.quantity);
    !may_agree(a, b)
        || figure.said.titled && is_far_beyond(a, b, NEAR)
        || is_told_otherwise(figure, other)
}

/// Whether two figures are told of the same by their own looks: in the same words, or as ranges with one end in common.
fn is_known_by_itself(figure: &WordFigure, other: &WordFigure) -> bool {
    is_copied(figure, other) || shares_one_end(&figure.quantity, &other.quantity)
}

/// Whether the two are not told alike although both can be true: ranges with one end in common, and the same words with
/// another number behind the same "at least".
fn is_told_otherwise(figure: &WordFigure, other: &WordFigure) -> bool {
    let (a, b) = (&figure.quantity, &other.quantity);
    let one_way = a.modifier == b.modifier && !a.is_bounded() && !b.is_bounded();
    shares_one_end(a, b) || one_way && a.low != b.low && is_copied(figure, other)
}

/// What another article says of a figure, and what that comes to; none where that is not certain enough to be told.
pub(crate) fn said_of<'k>(
    figure: &'k WordFigure,
    (text, known): (&WordReading, &'k Known),
    story: Story,
) -> Option<(Verdict, &'k WordFigure)> {
    let found = judge(figure, (text, known), story);
    let against = found.against?;
    // Anything but a named person's age is spoken against only where both days are known, so that one story is meant, and
    // by no headline, in which names cannot be told from other words.
    let certain = found.verdict == Verdict::Supported
        || against.quantity.kind == Kind::Age
        || matches!(story, Story::Same(Some(_))) && !figure.said.titled && !against.said.titled;
    certain.then_some((found.verdict, against))
}

pub(crate) fn same_value(a: &Quantity, b: &Quantity) -> bool {
    a.low == b.low && a.high == b.high && (a.kind == Kind::Age || same_measure(a, b))
}
