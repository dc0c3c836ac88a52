//! What a text makes of the figures of another one, where no reference set says what they are about.

use crate::align::words::ages::{self, Told};
use crate::align::words::{Known, Tie, same_cell};
use crate::figures::{Kind, Modifier, is_coarser, is_far_beyond, may_agree};
use crate::reading::words::{WordFigure, WordReading};
use crate::reading::{Scope, Stance};
use crate::report::{Level, Verdict};

/// Days within which two texts can tell of one occasion.
pub(crate) const CLOSE: i32 = 45;
/// How many names two texts share at the least that tell of one occasion, where both name more than as many.
const SHARED: usize = 2;

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
    if figure.stance != Stance::Asserted || figure.quantity.kind == Kind::Ordinal {
        return Found::NOTHING;
    }
    // An age is its person's, or nobody's.
    match ages::told(figure, text.published, known) {
        Some(Told::Alike(other)) => return Found::supported(other),
        Some(Told::Otherwise(other)) if figure.scope == Scope::Single => {
            return Found::contradicted(other);
        }
        Some(Told::Otherwise(_)) => return Found::NOTHING,
        None if !known.has_one_age(figure) => return Found::NOTHING,
        None => {}
    }
    if story == Story::Other && figure.depends_on_occasion() {
        return Found::NOTHING;
    }
    let tie = |other: &WordFigure| {
        (other.whose.is_none() || figure.whose.is_none())
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
        .partition(|other| is_far_beyond(&figure.quantity, &other.quantity, NEAR));
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
    if left_open
        || figure.scope == Scope::Part
        || !agreeing.is_empty()
        || elsewhere
        || known.follows(figure)
    {
        return Found::NOTHING;
    }
    let mut likeliest = against.into_iter().filter(|other| shared(other) == most);
    let Some(first) = likeliest.next() else {
        return Found::NOTHING;
    };
    let of_one_voice = likeliest.all(|other| may_agree(&first.quantity, &other.quantity));
    let rounded = figure.said.titled && is_coarser(&figure.quantity, &first.quantity);
    if !of_one_voice || rounded {
        return Found::NOTHING;
    }
    match story {
        // What has changed since is not wrong; and nothing is said of what an earlier text could not know.
        Story::Same(Some(days)) if days != 0 && figure.changes() => {
            if days > 0 {
                Found::outdated(first)
            } else {
                Found::NOTHING
            }
        }
        _ => Found::contradicted(first),
    }
}

/// Whether both cannot be true. A headline is written by those who know the article: what lies far beyond the open figure
/// there is another one.
fn differs(figure: &WordFigure, other: &WordFigure) -> bool {
    let (a, b) = (&figure.quantity, &other.quantity);
    !may_agree(a, b) || figure.said.titled && is_far_beyond(a, b, NEAR)
}
