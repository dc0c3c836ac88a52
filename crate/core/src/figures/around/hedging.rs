//! The modifier of a figure, before and after it.

use crate::figures::scan::Scan;
use crate::lexicon::Modifier;
use crate::lexicon::forms;
use crate::lexicon::{Measure, Part, Scale, Sort, class};

/// A hedge is not looked for further away than this.
const REACH: usize = 5;

/// A modifier and the tokens it takes up around the figure.
pub(in crate::figures) struct Hedge {
    pub(in crate::figures) modifier: Modifier,
    pub(in crate::figures) first: usize,
    pub(in crate::figures) end: usize,
}

impl Scan<'_> {
    /// The modifier of the figure made of the tokens from `first` to `end`.
    pub(in crate::figures) fn hedge(&self, first: usize, end: usize) -> Hedge {
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
            && !(self.is(after, class::PLUS)
                && self.is(first, class::CURRENCY)
                && !self.closes(stop))
            && (!closing || self.closes(stop))
        {
            hedge.modifier = modifier;
            hedge.end = stop;
        }
        if hedge.modifier == Modifier::Exact && self.plus_inside(first, end) {
            hedge.modifier = Modifier::Over;
        }
        hedge
    }

    /// "$300-plus million", "40+ million": the modifier stands before the magnitude.
    fn plus_inside(&self, first: usize, end: usize) -> bool {
        (first + 1..end).any(|i| {
            (self.sign(i) == '+' || self.is(i, class::PLUS))
                && self.word(i + 1).scale == Scale::Word
                && i + 1 < end
        })
    }

    /// "a fine of $500 and up to two years", "20 points and more importantly a win": words of the next clause.
    fn of_next_clause(&self, after: usize, stop: usize) -> bool {
        let and = self.is(after, class::AND);
        if !and && !self.is(after, class::OR) {
            return false;
        }
        let adverb =
            self.is_word(stop) && forms::is_adverb(self.str(stop)) && !self.plural(stop + 1);
        // "5% and above inflation", "$3bn and under new owners"
        let placed = and
            && self.is(after + 1, class::ABOVE_BELOW)
            && stop == after + 2
            // "those aged 65 and over pay less"
            && !self.is_digits(after - 1)
            && !self.closes(stop)
            && !self.is(stop, class::STOP);
        adverb
            || placed
            || and
                && (self.is(stop, class::TO | class::FROM | class::ALL | class::THAT)
                    || self.is(stop, class::ARTICLE | class::WHOSE))
    }

    /// "+" must touch its figure.
    fn trailing_fits(&self, after: usize, stop: usize) -> bool {
        if self.sign(after) == '+' {
            return self.glued(after) && !(self.glued(stop) && (self.is_digits(stop)));
        }
        // "30 plus members", but "30 plus 5"
        if self.is(after, class::PLUS) {
            let many = self.plural(stop) && !self.is(stop, class::STOP) && !self.capital(after);
            return self.closes(stop) || many;
        }
        if self.is(after, class::UPWARD)
            || self.is(after, class::OR) && self.is(after + 1, class::OVER)
        {
            return self.closes(stop) || self.is(stop, class::STOP);
        }
        if self.of_next_clause(after, stop) {
            return false;
        }
        // "200 or greater than 190", "200 or more than 150" say something of the next number.
        let number = self.is_digits(stop)
            || self.is(stop, class::NUMBER)
            || self.is(stop, class::ARTICLE) && self.is(stop + 1, class::NUMBER)
            || self.is(stop, class::CURRENCY) && self.is_digits(stop + 1);
        !number && !self.is(stop, class::THAN)
    }

    /// Past a modifier in words after a number that need not end its clause: "-odd", "or more".
    pub(in crate::figures) fn past_trailing(&self, end: usize) -> Option<usize> {
        let ((_, closing), stop) = self.phrase(&self.lexicon.trailing, end)?;
        let words = self.is_word(stop - 1) && self.sign(end) != ',' || self.sign(end) == '+';
        (words && !closing && self.trailing_fits(end, stop)).then_some(stop)
    }

    /// Past a modifier of a number that begins at token `i`: "five, seven, at most ten years".
    pub(in crate::figures) fn past_hedge(&self, i: usize) -> usize {
        const LONGEST: usize = 3;
        if self.is_number(i) {
            return i;
        }
        (i + 1..=i + LONGEST)
            .find(|&end| {
                self.is_number(end)
                    && matches!(self.phrase_back(&self.lexicon.hedges, end - 1), Some((_, start)) if start == i)
            })
            .unwrap_or(i)
    }

    /// Whether a modifier stands before the figure that begins at token `first`.
    pub(in crate::figures) fn hedged(&self, first: usize) -> bool {
        self.hedge_before(first).is_some()
    }

    /// On which side of the date or year at token `first` something lies: "after 2016". "The day after 3 May" and
    /// "two years before 2016" are one time, not all on that side.
    pub(in crate::figures) fn side_of_date(&self, first: usize) -> Option<Modifier> {
        let (modifier, start) = self.phrase_back(&self.lexicon.sides, first.checked_sub(1)?)?;
        let counted = start.checked_sub(1).is_some_and(|i| {
            matches!(self.phrase(&self.lexicon.after, i), Some((Measure::Unit(unit), _))
                if self.lexicon.unit(unit).sort == Sort::Duration)
        });
        (!counted && !self.line_break_before(first)).then_some(modifier)
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
                // "twice as many as the 400" compares.
                let factor = start
                    .checked_sub(1)
                    .is_some_and(|before| self.is(before, class::MULTIPLE | class::BEYOND_FULL));
                if factor && self.is(start, class::AS) {
                    return None;
                }
                return Some(self.denied(modifier, start, i).unwrap_or((modifier, start)));
            }
            // "At a minimum, 300 people": limits that are adverbs may have a comma.
            if self.sign(i) == ','
                && i + 1 == first
                && i > 0
                && let Some((modifier, start)) = self.phrase_back(&self.lexicon.hedges, i - 1)
                && matches!(modifier, Modifier::AtLeast | Modifier::AtMost)
                && self.is(start, class::AT)
            {
                return Some((modifier, start));
            }
            let skip = matches!(self.sign(i), '*' | '_' | '"' | '“' | '‘' | '(' | '-')
                || self.is(i, class::BETWEEN | class::ARTICLE)
                || self.is(i, class::BETWEEN_TWO)
                || self.is(i, class::FROM);
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
        let contrast = self.is(start, class::JUST) || self.is(start, class::WELL);
        let not = self.is(i, class::NOT)
            // "doesn't", "won’t"
            || (self.is(i, class::LETTER_T) && self.glued(i) && matches!(self.sign(i - 1), '\'' | '’') && self.glued(i - 1));
        let no = self.is(i, class::NO) && self.is(last, class::THAN);
        (!contrast && (not || no)).then_some((turned, i))
    }

    /// Whether "over" at token `over` exceeds the time after it, which ends before token `end`: "for over 20 years",
    /// "over 20 years ago".
    pub(in crate::figures) fn exceeded(&self, over: usize, end: usize) -> bool {
        // "suffered over six days of disorder": it lasted as long.
        let done = self.is(end, class::OF) && over > 0 && forms::is_past(self.str(over - 1));
        let since = self.is(end, class::SINCE) && !done;
        since || over > 0 && self.is(over - 1, class::LASTING) && !self.line_break_before(over)
    }

    /// "went up to 5%", "revised up to $250 from $245": "up" belongs to the verb, "to" to the level.
    fn reaches(&self, up: usize, first: usize) -> bool {
        const LONGEST: usize = 7;
        // "pushed its total up to $5m"
        const OBJECT: usize = 4;
        let verb = (up.saturating_sub(OBJECT)..up)
            .rev()
            .take_while(|&i| i + 1 == up || self.is_word(i) && !self.is(i, class::MODAL))
            .any(|i| {
                self.is(i, class::REACHES)
                    && (i + 1 == up || self.is(i + 1, class::WHOSE | class::ARTICLE))
            });
        let compared = (first..first + LONGEST).any(|i| {
            self.is(i, class::FROM) && self.is_number(i + 1) && !self.is(i + 1, class::INDEFINITE)
        });
        verb || compared
            && up > 0
            && (self.is(up - 1, class::LEVEL | class::UP) || self.sign(up - 1) == ',')
    }

    /// "the top 10 songs", "eighteen top ten singles": those that are first, where "sales top 10,000" exceed a number.
    fn ranks_first(&self, top: usize, first: usize) -> bool {
        let some = top > 0 && self.is(top - 1, class::ARTICLE);
        let bare = (self.is_digits(first) || self.is(first, class::NUMBER))
            && self.is_word(first + 1)
            && !self.is(first + 1, class::STOP | class::AFTER | class::NUMBER)
            && self.digit_count(first) < 4;
        let subject = top > 0 && self.plural(top - 1);
        some || bare && !subject
    }

    fn hedge_fits(&self, start: usize, last: usize, first: usize) -> bool {
        // "a six-under 66"
        if self.dash(start.wrapping_sub(1)) && self.glued(start) && start > 1 {
            let score = self.is_digits(start - 2) || self.is(start - 2, class::NUMBER);
            if score && self.is(start, class::OVER | class::UNDER) {
                return false;
            }
        }
        if self.is(start, class::UPWARDS) && self.is(last, class::TO) && self.reaches(start, first)
        {
            return false;
        }
        if matches!(self.sign(start), '~' | '<' | '>') {
            // "<>", "=>" compare nothing.
            return last + 1 == first
                && !matches!(self.sign(start.wrapping_sub(1)), '<' | '=' | '>');
        }
        // "less than the three years advised", "topped the 272 seats needed": what is known is exact.
        // A rank has its article anyway: "higher than the tenth".
        let rank = matches!(self.word(first).part, Part::Ordinal | Part::OrdinalOnly);
        let known = self.is(first - 1, class::THE) || self.is(first - 1, class::WHOSE);
        let definite = first > last + 1 && known && !rank;
        let compares = self.is(last, class::THAN) || self.is(last, class::EXCEEDS);
        if definite && compares {
            return false;
        }
        if start != last {
            return true;
        }
        if self.is(start, class::ADJACENT) {
            // "some 400 jobs", but not "some of 400"; only directly before.
            return last + 1 == first
                && !(self.is(start, class::TOP) && self.ranks_first(start, first));
        }
        if self.is(start, class::PLACE) {
            // Adjectives between, yes; an article between makes it a preposition: "over the 10 years".
            return !(start + 1..first).any(|i| {
                self.is(i, class::THE)
                    || self.is(i, class::WHOSE)
                    || (self.is(i, class::INDEFINITE) && i + 1 != first)
            });
        }
        true
    }
}
