//! Whether a figure is the size of a change, and which way: "rose 8%", "0.3% weaker". A noun of change ("a drop of
//! £20") tells it already, and its size is a plain amount, as the field has it.

use crate::figures::amount::{Amount, Look, What};
use crate::figures::number::Form;
use crate::figures::quantity::{Change, Kind, Quantity};
use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use crate::lexicon::forms;
use crate::lexicon::named;
use crate::lexicon::{Sort, class};

/// What the words before a figure say.
enum Before {
    Change(Change),
    /// It is where a change begins or ends: "to 36.5", "from 30".
    Level,
    Nothing,
}

impl Scan<'_> {
    /// Whether the figure is the size of a change, from the words around it.
    pub(in crate::figures) fn change(
        &self,
        amount: &Amount,
        outer_first: usize,
        end: usize,
    ) -> Option<Change> {
        if amount.plus {
            return Some(Change::Up);
        }
        // "three times higher" is a factor.
        let bare = match amount.what {
            What::Bare => amount.numeral.form != Form::Fraction,
            What::Unit(unit) => self.lexicon.unit(unit).name == named::TIME,
            _ => false,
        };
        // "lost a 10-mile race", "a 30-foot fall" describe something.
        let hyphened = amount.end > 1 && self.dash(amount.end - 2) && self.glued(amount.end - 1);
        let length = matches!(amount.what, What::Unit(unit)
            if self.lexicon.unit(unit).sort == Sort::Dimension);
        if hyphened && length {
            return None;
        }
        // "added a 3.5mm socket"
        let described = amount.first > 0
            && self.is(amount.first - 1, class::ARTICLE)
            && self.is_word(end)
            && !self.is(end, class::STOP)
            && !self.closes(end);
        if length && described {
            return None;
        }
        match self.change_before(amount, outer_first, bare) {
            Before::Change(change) => Some(change),
            Before::Level => None,
            Before::Nothing if bare => None,
            Before::Nothing => self.compared_after(end, length),
        }
    }

    fn change_before(&self, amount: &Amount, outer_first: usize, bare: bool) -> Before {
        const REACH: usize = 4;
        let mut i = outer_first;
        // "inched back up to 3%"
        if i < amount.first
            && self.is(amount.first - 1, class::TO)
            && self.is(amount.first - 2, class::UPWARDS)
            && !self.is(i, class::UPWARDS)
        {
            return Before::Level;
        }
        let mut by = false;
        // "lost four straight", "dropped 3 in a row" counts games.
        if bare
            && (self.is(amount.end, class::RUN_OF)
                || self.is(amount.end + 1, class::INDEFINITE)
                    && self.is(amount.end + 2, class::ROW))
        {
            return Before::Nothing;
        }
        for _ in 0..REACH {
            let Some(before) = i.checked_sub(1) else {
                return Before::Nothing;
            };
            i = before;
            // "by a whopping 3%", "up a worryingly large 5%"
            if let Some(article) = self.article_before_adjectives(i) {
                i = article;
            }
            // "to 36.5" is a level, not a change; "by 8%" is a change.
            if self.line_break_before(i + 1) || self.is(i, class::TO_LEVEL) {
                return Before::Level;
            }
            if self.is(i, class::OF) && i > 0 {
                // "shrank at an annual rate of 3%"
                if self.is(i - 1, class::PACE) {
                    return self
                        .change_at_pace(i - 1)
                        .map_or(Before::Nothing, Before::Change);
                }
                // "by an average of 3%"
                if self.is(i - 1, class::MEAN) && i > 2 {
                    i -= 2;
                }
            }
            if self.is(i, class::BY)
                && let Some(change) = self
                    .change_by(i, bare.then_some(amount.end))
                    .or_else(|| self.change_before_adverbial(i))
            {
                return Before::Change(change);
            }
            by |= self.is(i, class::BY);
            // "sales were off 23 pct"
            if self.is(i, class::OFF) && i > 0 && self.is(i - 1, class::BE) && !bare {
                return Before::Change(Change::Down);
            }
            // "made up 95% of the staff", "freed up $5m", "put down a 20% deposit"
            if self.is(i, class::UPWARDS | class::DOWNWARDS)
                && i > 0
                && self.is(i - 1, class::PHRASAL)
            {
                return Before::Level;
            }
            // "up 20" tells nothing, "up $20", "up by 20" and "up 0.6" do.
            let exact = by || amount.numeral.place < 0;
            let unclear = bare && self.is(i, class::MEASURED) && !exact;
            if self.is(i, class::UP) && !unclear {
                return Before::Change(Change::Up);
            }
            if self.is(i, class::DOWN) && !unclear {
                return Before::Change(Change::Down);
            }
            if !self.is(i, class::BY_CHANGE) && !matches!(self.sign(i), '*' | '_') {
                return Before::Nothing;
            }
        }
        Before::Nothing
    }

    /// The article before a lower-case word or two that end with token `last`: "a whopping", "a very large".
    fn article_before_adjectives(&self, last: usize) -> Option<usize> {
        const WORDS: usize = 2;
        let adjective = |i: usize| {
            self.is_word(i)
                && !self.capital(i)
                && !self.is(i, class::STOP | class::UP | class::DOWN | class::BY_CHANGE)
                && !self.plural(i)
        };
        let first = (0..WORDS)
            .map_while(|step| last.checked_sub(step).filter(|&i| adjective(i)))
            .last()?;
        (first.checked_sub(1)).filter(|&i| self.is(i, class::INDEFINITE))
    }

    /// "surged in June by 280,000", "fell the most by 2%", "was down overall by 1%": the change before what stands
    /// between it and "by".
    fn change_before_adverbial(&self, by: usize) -> Option<Change> {
        const LONGEST: usize = 6;
        for i in (by.saturating_sub(LONGEST)..by).rev() {
            if let Some(change) = self
                .is(i, class::UP | class::DOWN)
                .then(|| self.direction(i))
            {
                return change.filter(|_| i + 1 < by);
            }
            let between = self.is(i, class::MONTH | class::LAST | class::ADVERBIAL)
                || self.digit_count(i) == 4
                || self.capital(i)
                || self.is_word(i) && forms::is_adverb(self.str(i));
            let aside = i + 1 == by && (self.dash(i) || self.sign(i) == ',');
            if !between && !aside || self.line_break_before(i + 1) {
                return None;
            }
        }
        None
    }

    /// The way that a word of change goes.
    fn direction(&self, i: usize) -> Option<Change> {
        if self.is(i, class::UP | class::RAISES) {
            Some(Change::Up)
        } else if self.is(i, class::DOWN | class::LOWERS) {
            Some(Change::Down)
        } else {
            None
        }
    }

    /// "shrank at an annual rate": the change before "at", whose pace is named at token `pace`.
    fn change_at_pace(&self, pace: usize) -> Option<Change> {
        const LONGEST: usize = 4;
        let at = (pace.saturating_sub(LONGEST)..pace)
            .rev()
            .find(|&i| self.is(i, class::AT))?;
        let verb = at.checked_sub(1)?;
        self.is(verb, class::UP | class::DOWN)
            .then(|| self.direction(verb))
            .flatten()
    }

    /// "8% higher", "0.3% weaker at $1.26", "15 cents more than a month ago".
    fn compared_after(&self, end: usize, length: bool) -> Option<Change> {
        // "closed 52 cents, or 8%, lower"
        let end = self.past_same_again(end).unwrap_or(end);
        // "two inches taller" than somebody
        if length && !self.is(end, class::HIGHER_LOWER | class::UPWARDS | class::DOWNWARDS) {
            return None;
        }
        let change = if self.is(end, class::GREATER) {
            Change::Up
        } else if self.is(end, class::LESSER) {
            Change::Down
        } else {
            return None;
        };
        let fits = if self.is(end + 1, class::THAN) {
            self.then(end + 2)
        } else if self.is(end, class::MEASURED) {
            // "up", "down"
            self.closes(end + 1) || self.is(end + 1, class::AT | class::ON)
        } else if self.is(end, class::MORE | class::LESS | class::FEWER) {
            false
        } else {
            self.is(end, class::HIGHER_LOWER)
                || self.closes(end + 1)
                || self.is(end + 1, class::STOP)
        };
        fits.then_some(change)
    }

    /// Past "or 8%", "(8%)" after an amount, which says the same change in another measure, and the comma before its comparative.
    fn past_same_again(&self, end: usize) -> Option<usize> {
        let comma = usize::from(self.sign(end) == ',');
        let or = end + comma;
        let bracket = self.sign(end) == '(';
        let joined = self.is(or, class::AND | class::OR) || bracket;
        let again = if joined && self.is_number_or_sign(or + 1) {
            let Look::Amount(amount) = self.amount(or + 1) else {
                return None;
            };
            amount.end + usize::from(bracket && self.sign(amount.end) == ')')
        } else {
            end
        };
        let after = again + usize::from(self.sign(again) == ',');
        (after > end && self.is(after, class::GREATER | class::LESSER)).then_some(after)
    }

    fn is_number_or_sign(&self, i: usize) -> bool {
        self.is_number(i) || self.is(i, class::CURRENCY)
    }

    /// Whether a time stands at token `i`: "in 2016", "a month ago", "last year", "the previous week".
    fn then(&self, i: usize) -> bool {
        const LONGEST: usize = 4;
        let ago = (i..i + LONGEST).any(|at| self.is(at, class::AGO));
        let named =
            self.is(i, class::LAST) || self.is(i, class::ARTICLE) && self.is(i + 1, class::LAST);
        let year = self.is(i, class::IN)
            && (self.is_digits(i + 1) || self.is(i + 1, class::MONTH | class::LAST));
        ago || named || year
    }

    /// "cut deaths by 36%", "raised its prices by 4%": the verb before the object that stands before "by". A bare
    /// number that ends before token `bare` may count who did it.
    pub(in crate::figures) fn change_by(&self, by: usize, bare: Option<usize>) -> Option<Change> {
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
            let agent = bare.is_some_and(|end| !self.is(end, class::TO))
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
                    || self.is(i, class::IN_OBJECT));
            let joint = year || self.glued(i) && matches!(self.sign(i), '-' | '\'' | '’');
            if !inside && !joint {
                return None;
            }
        }
        None
    }
}

impl Reader<'_> {
    /// The change that a figure shares with the last one: "up 67 cents, or 0.8%", "rose 3% and profit 5%".
    pub(in crate::figures) fn shared_change(
        &self,
        kind: Kind,
        outer_first: usize,
        (first, end): (usize, usize),
    ) -> Option<Change> {
        const REACH: usize = 40;
        let scan = &self.scan;
        let last = self.found.last()?;
        let near = scan.start(first) - last.end < REACH;
        // "were down 2.3%, Burlington by 2.6%"
        if near && scan.is(outer_first.min(first).wrapping_sub(1), class::BY) {
            // "rose by 1.4% to $790,000, and by 1.1% …"
            let lately = self.found.iter().rev().take(2);
            return lately
                .filter(|last| last.kind == kind)
                .find_map(|last| last.change);
        }
        let taken = self.taken_with_rate();
        // "slashed by $300 or $400"
        if last.kind == kind && scan.is(taken, class::OR) && taken + 1 == outer_first {
            return last.change;
        }
        // "fell 0.2 percent or $3"
        if kind != Kind::Percent {
            let again = last.kind == Kind::Percent
                && scan.is(taken, class::OR)
                && taken + 1 == outer_first
                && matches!(kind, Kind::Money | Kind::Count);
            return last.change.filter(|_| again);
        }
        // "fell by £3m, or 4% of sales"
        if scan.is(end, class::OF) {
            return None;
        }
        let or = taken + usize::from(scan.sign(taken) == ',');
        // "rose $2.10 (3.4%)"
        let again = scan.is(or, class::OR) && or + 1 == outer_first
            || scan.sign(taken) == '(' && taken + 1 == outer_first && last.kind != Kind::Percent;
        if again {
            return self.change_or_level(last);
        }
        // "fell 1.5% and 1.4% respectively", "grew 3% and profit 5%"
        // "down 25% on last week and 15% on last year"
        let alike = scan.is(outer_first.wrapping_sub(1), class::AND)
            && near
            && scan.is(end, class::STOP)
            && scan.id(end) == scan.id(taken);
        if alike && last.kind == kind {
            return last.change;
        }
        let named = scan.is(taken, class::AND)
            && (taken + 1..taken + 4).contains(&outer_first)
            && (taken + 1..outer_first).all(|i| scan.is_word(i) && !scan.is(i, class::STOP));
        (named && last.kind == kind)
            .then_some(last.change)
            .flatten()
    }

    /// The change of the last figure; where it is the level that follows one ("rose 3p to 147p, or 2%"), of the one
    /// before.
    fn change_or_level(&self, last: &Quantity) -> Option<Change> {
        const REACH: usize = 5;
        let before = self
            .found
            .len()
            .checked_sub(2)
            .and_then(|i| self.found.get(i));
        last.change.or_else(|| {
            let before = before?;
            let between = self.scan.text.get(before.end..last.start)?;
            (self
                .scan
                .lexicon
                .classes_of(between.trim())
                .meets(class::TO)
                && between.len() < REACH)
                .then_some(before.change)
                .flatten()
        })
    }
}
