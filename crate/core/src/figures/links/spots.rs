//! Where the figures of a paragraph stand among its tokens, and what stands around and between them.

use crate::figures::quantity::{Kind, Quantity, Unit};
use crate::figures::scan::Scan;
use crate::lexicon::Modifier;
use crate::lexicon::class::{self, Class};
use crate::text::Token;
use rust_decimal::Decimal;

/// A figure's tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) first: usize,
    pub(super) end: usize,
    /// With its modifier.
    pub(super) outer_first: usize,
    pub(super) outer_end: usize,
}

/// What is asked of a figure again and again.
#[derive(Clone, Copy)]
struct Sort {
    /// One value or one date, and no range.
    single: bool,
    /// A number of things, named or not.
    counts: bool,
    /// Such a number that is exact: no hedge, one value, whole and of few.
    exact: bool,
}

impl Sort {
    fn of(figure: &Quantity) -> Self {
        let single =
            figure.low == figure.high && figure.dates.is_none_or(|dates| dates.first == dates.last);
        let counts = matches!(figure.kind, Kind::Count | Kind::Number)
            && matches!(figure.unit, Unit::None | Unit::Noun(_))
            && single;
        let exact = counts
            && figure.modifier == Modifier::Exact
            && figure.change.is_none()
            && figure.low.is_integer()
            && figure.low > Decimal::ZERO
            && figure.low < Decimal::ONE_THOUSAND;
        Self {
            single,
            counts,
            exact,
        }
    }
}

/// The figures of a paragraph with their tokens.
pub(super) struct Spots<'a, 't> {
    pub(super) scan: &'a Scan<'t>,
    pub(super) found: &'a [Quantity],
    places: Vec<(Spot, Sort)>,
}

impl<'a, 't> Spots<'a, 't> {
    pub(super) fn of(scan: &'a Scan<'t>, found: &'a [Quantity]) -> Self {
        // Figures stand in reading order: the next one is a few tokens further.
        let mut near = 0;
        let mut after = |is_before: &dyn Fn(&Token) -> bool| {
            while near > 0 && !is_before(&scan.tokens[near - 1]) {
                near -= 1;
            }
            while scan.tokens.get(near).is_some_and(is_before) {
                near += 1;
            }
            near
        };
        let places = (found.iter())
            .map(|figure| {
                let spot = Spot {
                    outer_first: after(&|token| (token.start as usize) < figure.outer_start),
                    first: after(&|token| (token.start as usize) < figure.start),
                    end: after(&|token| (token.end as usize) <= figure.end),
                    outer_end: after(&|token| (token.end as usize) <= figure.outer_end),
                };
                (spot, Sort::of(figure))
            })
            .collect();
        Self {
            scan,
            found,
            places,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    /// The tokens of figure `i`; there is one.
    pub(super) fn spot(&self, i: usize) -> Spot {
        self.places[i].0
    }

    pub(super) fn kind(&self, i: usize) -> Kind {
        self.found[i].kind
    }

    /// Whether a figure is one value or one date, and no range.
    pub(super) fn single(&self, i: usize) -> bool {
        self.places[i].1.single
    }

    /// A number of things, named or not.
    pub(super) fn counts(&self, i: usize) -> bool {
        self.places[i].1.counts
    }

    /// A count that is exact: no hedge, one value, whole and of few.
    pub(super) fn exact(&self, i: usize) -> bool {
        self.places[i].1.exact
    }

    /// Such a count with "about" before it.
    pub(super) fn about(&self, i: usize) -> bool {
        let figure = &self.found[i];
        self.counts(i)
            && figure.modifier == Modifier::About
            && figure.low.is_integer()
            && figure.low > Decimal::TEN
            && figure.low < Decimal::ONE_THOUSAND
    }

    /// A length of time that is counted in this unit.
    pub(super) fn lasts(&self, i: usize, unit: &str) -> bool {
        let figure = &self.found[i];
        figure.kind == Kind::Duration
            && self.single(i)
            && figure.per.is_none()
            && matches!(&figure.unit, Unit::Named(name) if name == unit)
    }

    /// Whether a figure is told in one word with its unit: "three-day".
    pub(super) fn compound(&self, i: usize) -> bool {
        let end = self.spot(i).end;
        end > 1 && self.scan.dash(end - 2)
    }

    /// Whether a figure counts the members of a body: "a jury of 12", "the nine-member court".
    pub(super) fn members_of_body(&self, i: usize) -> bool {
        let scan = self.scan;
        let (first, end) = (self.spot(i).outer_first, self.spot(i).outer_end);
        let of = first > 1 && scan.is(first - 1, class::OF) && scan.is(first - 2, class::BODY);
        // The figure may end before its hyphen or behind the noun.
        let dashed = scan.dash(end) && scan.glued(end) || self.compound(i);
        let member = (end.saturating_sub(1)..end + 2).any(|at| scan.is(at, class::MEMBERED));
        let body = (end..end + 5).any(|at| scan.is(at, class::BODY));
        of || dashed && member && body
    }

    /// Whether a sentence or a line ends among these tokens.
    pub(super) fn parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.scan.ends_sentence(at))
            || (from + 1..=to).any(|at| self.scan.line_break_before(at))
    }

    /// Whether a token of these has the class.
    pub(super) fn has(&self, from: usize, to: usize, class: Class) -> bool {
        (from..to).any(|at| self.scan.is(at, class))
    }

    /// Whether all of these tokens are words that end no noun phrase, or "of".
    pub(super) fn noun_phrase(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            let scan = self.scan;
            scan.is_word(at) && (!scan.is(at, class::STOP) || scan.is(at, class::OF))
                || scan.is(at, class::ARTICLE | class::WHOSE)
                || scan.glued(at) && matches!(scan.sign(at), '-' | '\'' | '’')
        })
    }

    /// The last word of what a figure counts, in lower case; empty where it counts nothing that is named.
    pub(super) fn head(&self, i: usize) -> String {
        match &self.found[i].unit {
            Unit::Noun(noun) => crate::text::lowercase(noun.head()),
            _ => String::new(),
        }
    }

    /// Whether a figure stands alone in brackets after token `open`: the token after the closing one.
    pub(super) fn bracketed(&self, i: usize, open: usize) -> Option<usize> {
        let spot = self.spot(i);
        let scan = self.scan;
        let inside = open + 1 + usize::from(scan.is(open + 1, class::OR));
        (scan.sign(open) == '(' && inside == spot.outer_first && scan.sign(spot.outer_end) == ')')
            .then_some(spot.outer_end + 1)
    }
}
