//! The modifier of a figure, before and after it, and the direction of a change.

use super::amount::{Amount, What};
use super::lexicon::class;
use super::quantity::{Change, Modifier};
use super::scan::Scan;

/// A hedge is not looked for further away than this.
const REACH: usize = 5;

/// A modifier and the tokens it takes up around the figure.
pub(super) struct Hedge {
    pub(super) modifier: Modifier,
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Scan<'_> {
    /// The modifier of the figure made of the tokens from `first` to `end`.
    pub(super) fn hedge(&self, first: usize, end: usize) -> Hedge {
        let mut hedge = Hedge {
            modifier: Modifier::Exact,
            first,
            end,
        };
        if let Some((modifier, start)) = self.hedge_before(first) {
            (hedge.modifier, hedge.first) = (modifier, start);
        }
        let mut after = end;
        while matches!(self.sign(after), '*' | '_') && self.glued(after) && after < end + 2 {
            after += 1;
        }
        if let Some((modifier, stop)) = self.phrase(&self.lexicon.trailing, after)
            && self.trailing_fits(after, stop)
        {
            hedge.modifier = modifier;
            hedge.end = stop;
        }
        hedge
    }

    /// "+" must touch its figure; "plus" must not begin a list.
    fn trailing_fits(&self, after: usize, stop: usize) -> bool {
        if self.sign(after) == '+' {
            return self.glued(after) && !(self.glued(stop) && (self.is_digits(stop)));
        }
        if self.eq(after, "plus") {
            return self.closes(stop);
        }
        if self.eq(after, "upward") || self.eq(after, "or") && self.eq(after + 1, "over") {
            return self.closes(stop) || self.is(stop, class::STOP);
        }
        // "200 or greater than 190" says something of the next number.
        !self.is_number(stop)
    }

    fn hedge_before(&self, first: usize) -> Option<(Modifier, usize)> {
        let mut i = first;
        for _ in 0..REACH {
            i = i.checked_sub(1)?;
            if self.line_break_before(i + 1) && i + 1 != first || (self.line_break_before(first)) {
                return None;
            }
            if let Some((modifier, start)) = self.phrase_back(&self.lexicon.hedges, i)
                && self.hedge_fits(start, i, first)
            {
                return Some((modifier, start));
            }
            let skip = matches!(self.sign(i), '*' | '_' | '"' | '“' | '‘' | '(' | '-')
                || self.is(i, class::BETWEEN | class::ARTICLE)
                || self.eq(i, "between")
                || self.eq(i, "from");
            if !skip {
                return None;
            }
        }
        None
    }

    fn hedge_fits(&self, start: usize, last: usize, first: usize) -> bool {
        if matches!(self.sign(start), '~' | '<' | '>') {
            // "<>", "=>" compare nothing.
            return last + 1 == first
                && !matches!(self.sign(start.wrapping_sub(1)), '<' | '=' | '>');
        }
        if start != last {
            return true;
        }
        if self.any(start, &["some", "top", "c", "tops"]) {
            // "some 400 jobs", but not "some of 400"; only directly before.
            return last + 1 == first
                && !(self.eq(start, "top") && start > 0 && self.is(start - 1, class::ARTICLE));
        }
        if self.any(
            start,
            &[
                "over", "under", "above", "below", "near", "about", "around", "beyond",
            ],
        ) {
            // Adjectives between, yes; an article between makes it a preposition: "over the 10 years".
            return !(start + 1..first).any(|i| {
                self.any(i, &["the", "its", "their"]) || (self.eq(i, "a") && i + 1 != first)
            });
        }
        true
    }

    /// Whether the figure is the size of a change, from the words around it.
    pub(super) fn change(&self, amount: &Amount, outer_first: usize, end: usize) -> Option<Change> {
        if amount.plus {
            return Some(Change::Up);
        }
        let bare = matches!(amount.what, What::Bare);
        let mut i = outer_first;
        // "to 36.5" is a level, not a change; "by 8%" is a change.
        for _ in 0..3 {
            i = i.checked_sub(1)?;
            if self.line_break_before(i + 1) {
                return None;
            }
            if self.eq(i, "to") || self.eq(i, "from") || self.eq(i, "at") {
                return None;
            }
            // "made up 95% of the staff" tells a share.
            let share = self.eq(i, "up")
                && i > 0
                && self.any(
                    i - 1,
                    &[
                        "make", "makes", "made", "making", "take", "takes", "took", "taking",
                    ],
                );
            if share {
                return None;
            }
            if self.is(i, class::UP) && (!bare || !self.eq(i, "up")) {
                return Some(Change::Up);
            }
            if self.is(i, class::DOWN) && (!bare || !self.eq(i, "down")) {
                return Some(Change::Down);
            }
            if !(self.eq(i, "by")
                || self.eq(i, "another")
                || self.eq(i, "a")
                || self.eq(i, "further")
                || matches!(self.sign(i), '*' | '_')
                || self.eq(i, "just")
                || self.eq(i, "only")
                || self.eq(i, "as"))
            {
                break;
            }
        }
        if bare {
            return None;
        }
        // "8% higher", "a 19% drop"
        let compared = self.eq(end + 1, "than");
        let closes = self.closes(end + 1) || self.any(end + 1, &["at", "on"]);
        if (self.eq(end, "higher") && !compared) || (self.eq(end, "up") && closes) {
            return Some(Change::Up);
        }
        if (self.eq(end, "lower") && !compared) || (self.eq(end, "down") && closes) {
            return Some(Change::Down);
        }
        None
    }
}
