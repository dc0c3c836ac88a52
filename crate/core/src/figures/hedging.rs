//! The modifier of a figure, before and after it, and the direction of a change.

use super::amount::{Amount, What};
use super::class;
use super::numeral::Form;
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
        if let Some(((modifier, closing), stop)) = self.phrase(&self.lexicon.trailing, after)
            && self.trailing_fits(after, stop)
            && (!closing || self.closes(stop))
        {
            hedge.modifier = modifier;
            hedge.end = stop;
        }
        hedge
    }

    /// "+" must touch its figure.
    fn trailing_fits(&self, after: usize, stop: usize) -> bool {
        if self.sign(after) == '+' {
            return self.glued(after) && !(self.glued(stop) && (self.is_digits(stop)));
        }
        // "30 plus members", but "30 plus 5"
        if self.eq(after, "plus") {
            let many = self.plural(stop) && !self.is(stop, class::STOP) && !self.capital(after);
            return self.closes(stop) || many;
        }
        if self.eq(after, "upward") || self.eq(after, "or") && self.eq(after + 1, "over") {
            return self.closes(stop) || self.is(stop, class::STOP);
        }
        // "200 or greater than 190", "200 or more than 150" say something of the next number.
        let number = self.is_digits(stop)
            || self.is(stop, class::NUMBER)
            || self.is(stop, class::ARTICLE) && self.is(stop + 1, class::NUMBER)
            || self.is(stop, class::CURRENCY) && self.is_digits(stop + 1);
        !number && !self.eq(stop, "than")
    }

    /// Past a modifier in words after a number that need not end its clause: "-odd", "or more".
    pub(super) fn past_trailing(&self, end: usize) -> Option<usize> {
        let ((_, closing), stop) = self.phrase(&self.lexicon.trailing, end)?;
        let words = self.is_word(stop - 1) && self.sign(end) != ',' || self.sign(end) == '+';
        (words && !closing && self.trailing_fits(end, stop)).then_some(stop)
    }

    /// Whether a modifier stands before the figure that begins at token `first`.
    pub(super) fn hedged(&self, first: usize) -> bool {
        self.hedge_before(first).is_some()
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
                return Some(self.denied(modifier, start, i).unwrap_or((modifier, start)));
            }
            // "At a minimum, 300 people": limits that are adverbs may have a comma.
            if self.sign(i) == ','
                && i + 1 == first
                && i > 0
                && let Some((modifier, start)) = self.phrase_back(&self.lexicon.hedges, i - 1)
                && matches!(modifier, Modifier::AtLeast | Modifier::AtMost)
                && self.eq(start, "at")
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

    /// "not over 30", "cannot exceed 30", "no longer than 30": the modifier that a denied one becomes, and the
    /// first token.
    fn denied(&self, modifier: Modifier, start: usize, last: usize) -> Option<(Modifier, usize)> {
        let turned = match modifier {
            Modifier::Over => Modifier::AtMost,
            Modifier::Under => Modifier::AtLeast,
            _ => return None,
        };
        let i = start.checked_sub(1)?;
        // "not just over 30 but 40"
        let contrast = self.eq(start, "just") || self.eq(start, "well");
        let not = self.any(i, &["not", "never", "cannot", "without", "nothing"])
            // "doesn't", "won’t"
            || (self.eq(i, "t") && self.glued(i) && matches!(self.sign(i - 1), '\'' | '’') && self.glued(i - 1));
        let no = self.eq(i, "no") && self.eq(last, "than");
        (!contrast && (not || no)).then_some((turned, i))
    }

    /// Whether "over" at token `over` exceeds the time after it, which ends before token `end`: "for over 20 years",
    /// "over 20 years ago".
    pub(super) fn exceeded(&self, over: usize, end: usize) -> bool {
        let since = self.any(
            end,
            &[
                "ago", "old", "later", "earlier", "before", "after", "of", "since", "away",
            ],
        );
        since || over > 0 && self.is(over - 1, class::LASTING) && !self.line_break_before(over)
    }

    /// "went up to 5%", "revised up to $250 from $245": "up" belongs to the verb, "to" to the level.
    fn reaches(&self, up: usize, first: usize) -> bool {
        const LONGEST: usize = 4;
        let verb = up > 0 && self.is(up - 1, class::REACHES);
        let compared = (first..first + LONGEST)
            .any(|i| self.eq(i, "from") && self.is_number(i + 1) && !self.eq(i + 1, "a"));
        verb || compared && up > 0 && self.is(up - 1, class::LEVEL | class::UP)
    }

    fn hedge_fits(&self, start: usize, last: usize, first: usize) -> bool {
        // "a six-under 66"
        if self.dash(start.wrapping_sub(1)) && self.glued(start) && start > 1 {
            let score = self.is_digits(start - 2) || self.is(start - 2, class::NUMBER);
            if score && self.any(start, &["under", "over"]) {
                return false;
            }
        }
        if self.eq(start, "up") && self.eq(last, "to") && self.reaches(start, first) {
            return false;
        }
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

    /// "cut deaths by 36%", "raised its prices by 4%": the verb before the object that stands before "by". A bare
    /// number that ends before token `bare` may count who did it.
    pub(super) fn change_by(&self, by: usize, bare: Option<usize>) -> Option<Change> {
        const OBJECT: usize = 7;
        for i in (by.saturating_sub(OBJECT)..by).rev() {
            let year = self.digit_count(i) == 4
                && self
                    .small(i)
                    .is_some_and(|year| (1900..2100).contains(&year));
            if self.line_break_before(i + 1) || self.is_number(i) && !year {
                return None;
            }
            // "was raised by 20 funds" names who did it; "was cut by 500 to 4,500" does not.
            let agent = bare.is_some_and(|end| !self.eq(end, "to"))
                && (i + 1 == by || i > 0 && self.is(i - 1, class::BE));
            if self.is(i, class::RAISES) && !agent {
                return Some(Change::Up);
            }
            if self.is(i, class::LOWERS) && !agent {
                return Some(Change::Down);
            }
            let inside = self.is_word(i)
                && (!self.is(i, class::STOP)
                    || self.is(i, class::ARTICLE | class::BETWEEN)
                    || self.any(
                        i,
                        &["of", "in", "on", "for", "at", "your", "my", "and", "that"],
                    ));
            let joint = year || self.glued(i) && matches!(self.sign(i), '-' | '\'' | '’');
            if !inside && !joint {
                return None;
            }
        }
        None
    }

    /// Whether the figure is the size of a change, from the words around it.
    pub(super) fn change(&self, amount: &Amount, outer_first: usize, end: usize) -> Option<Change> {
        if amount.plus {
            return Some(Change::Up);
        }
        let bare = matches!(amount.what, What::Bare) && amount.numeral.form != Form::Fraction;
        let mut i = outer_first;
        // "inched back up to 3%"
        if i < amount.first
            && self.eq(amount.first - 1, "to")
            && self.eq(amount.first - 2, "up")
            && !self.eq(i, "up")
        {
            return None;
        }
        // "to 36.5" is a level, not a change; "by 8%" is a change.
        for _ in 0..3 {
            i = i.checked_sub(1)?;
            if self.line_break_before(i + 1) {
                return None;
            }
            if self.eq(i, "to") || self.eq(i, "from") || self.eq(i, "at") {
                return None;
            }
            // "by an average of 3%"
            if self.eq(i, "of")
                && i > 2
                && self.any(i - 1, &["average", "total", "median", "maximum", "minimum"])
            {
                i -= 2;
            }
            if self.eq(i, "by")
                && let Some(change) = self.change_by(i, bare.then_some(amount.end))
            {
                return Some(change);
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
            // "up 20" tells nothing, "up $20" does.
            let unclear = bare && self.is(i, class::MEASURED);
            if self.is(i, class::UP) && !unclear {
                return Some(Change::Up);
            }
            if self.is(i, class::DOWN) && !unclear {
                return Some(Change::Down);
            }
            if !(self.eq(i, "by")
                || self.eq(i, "between")
                || self.eq(i, "another")
                || self.eq(i, "a")
                || self.eq(i, "an")
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
