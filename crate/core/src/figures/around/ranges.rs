//! Two amounts that are the ends of one: "$14.3 to $15 billion", "between 10 and 20", "40–50 per cent".

use crate::figures::amount::{Amount, Look, What};
use crate::figures::exact::Exact;
use crate::figures::number::{Form, Found, Numeral, scaled};
use crate::figures::scan::Scan;
use crate::lexicon::Modifier;
use crate::lexicon::{Sort, class};
use rust_decimal::Decimal;

/// What a range is written with.
pub(in crate::figures) struct Range {
    pub(in crate::figures) low: Amount,
    pub(in crate::figures) high: Amount,
    /// "8 or $9": two figures that share a unit, not one range.
    pub(in crate::figures) apart: bool,
}

impl Scan<'_> {
    /// The range that begins with `low`, if one does.
    pub(in crate::figures) fn range(&self, low: &Amount) -> Option<Range> {
        // Most amounts are followed by no joint at all.
        self.joint(low.end, true)?;
        // "between roughly 30 and 40"
        let before = self.loose_hedge_before(low.first).checked_sub(1);
        let opened = before.is_some_and(|i| {
            self.is(i, class::BETWEEN_TWO)
                || (self.is(i, class::ARTICLE) && i > 0 && self.is(i - 1, class::BETWEEN_TWO))
                // "between the ages of 25 and 54"
                || (i > 1 && self.is(i, class::OF) && self.is(i - 1, class::AGES))
        });
        let from = before.is_some_and(|i| self.is(i, class::FROM));
        let (joint, at, next) = self.joint(low.end, opened)?;
        if self.line_break_before(next) || matches!(low.numeral.form, Form::Vague) {
            return None;
        }
        let Look::Amount(mut high) = self.amount(next) else {
            return None;
        };
        if matches!(high.numeral.form, Form::Vague)
            || (high.numeral.form == Form::Ordinal) != (low.numeral.form == Form::Ordinal)
        {
            return None;
        }
        // "fell by a third to £2.1m", "fell by half to 30"
        let by = low.first > 0 && self.is(low.first - 1, class::BY);
        if (low.numeral.form == Form::Fraction) != (high.numeral.form == Form::Fraction)
            && (high.what != What::Bare || by)
            && low.what == What::Bare
        {
            return None;
        }
        // "from 2.2 GW in 2016 to 6.1 GW"
        if low.what == What::Bare && high.what != What::Bare && self.told_as_year(low) {
            return None;
        }
        let mut low = *low;
        let level = matches!(joint, Joint::To)
            && !opened
            && !from
            && self.is(at, class::TO)
            && self.change_and_level(&low, &high);
        if level {
            return None;
        }
        self.as_money(&low, &mut high);
        if matches!(joint, Joint::Dash) && self.dashed_apart(&low, &high, at) {
            return None;
        }
        // The ends must be of one kind; what is said at one end only belongs to both.
        match (low.what, high.what) {
            (What::Bare, What::Bare) => {}
            (What::Bare, what) => {
                low.what = what;
                low.per = high.per;
            }
            (What::Money { .. } | What::Unit(_), What::Bare) => {
                let shared = matches!(joint, Joint::Dash) || from || opened;
                let neither = matches!(joint, Joint::Or);
                let currency = low.sign_before && !neither;
                let told =
                    from && !neither && (self.closes(high.end) || self.is(high.end, class::STOP));
                if !(currency || told || (shared && low.end == low.numeral.end)) {
                    return None;
                }
                high.what = low.what;
            }
            (one, two) if one == two => {}
            (What::Unit(one), What::Age(two)) if one == two => low.what = high.what,
            _ => return None,
        }
        let signs = low.sign_before != high.sign_before;
        let apart = matches!(joint, Joint::Or) && (signs || !Self::adjacent(&low, &high));
        low.numeral = Self::with_shared_magnitude(&low, &high, &joint)?;
        let (one, two) = (signed(&low), signed(&high));
        // "ended 2-2": a draw, no range.
        if one == two && matches!(joint, Joint::Dash) && high.what == What::Bare {
            return None;
        }
        let ordered = one <= two;
        // "24,850–24,700"
        let grouped = low.numeral.grouped && high.numeral.grouped;
        if !ordered && !matches!(joint, Joint::To) && !grouped {
            return None;
        }
        // "won 52.3% to 47.7%" is two figures.
        let shares = matches!(high.what, What::Unit(unit)
            if self.lexicon.unit(unit).sort == Sort::Percent);
        if matches!(joint, Joint::To) && !opened && !from && shares && !ordered {
            return None;
        }
        if matches!(joint, Joint::To)
            && !opened
            && !from
            && matches!((low.what, high.what), (What::Bare, What::Bare))
            && (!ordered || Self::lie_far_apart(one, two))
        {
            return None;
        }
        Some(Range { low, high, apart })
    }

    /// "off 29.23 to 8,474.85": a change and its level, where the index is told to the hundredth.
    fn lie_far_apart(one: Decimal, two: Decimal) -> bool {
        let parts = |value: Decimal| value.scale() > 0 && value > Decimal::ZERO;
        let times = || {
            two.checked_div(one)
                .is_some_and(|times| times > Decimal::ONE_HUNDRED)
        };
        parts(one) && parts(two) && times()
    }

    /// The number of the low end in the magnitude that only the high one says: "$14.3 to $15 billion", "40-50,000";
    /// not "$800,000 to $1.3 million". `None` where that is too large.
    fn with_shared_magnitude(low: &Amount, high: &Amount, joint: &Joint) -> Option<Numeral> {
        let (one, two) = (&low.numeral, &high.numeral);
        let plain = one.power == 0 && low.end == one.end && !one.grouped;
        if plain && two.power > 0 && one.bare < Decimal::ONE_THOUSAND && one.form != Form::Fraction
        {
            let scaled = scaled(*one, two.power)?;
            return Some(Numeral {
                metre: false,
                ..scaled
            });
        }
        // "two to three dozen"
        let dozen = Decimal::from(12);
        if plain
            && two.power == 0
            && two.bare.times(dozen) == Some(two.value)
            && one.value < two.bare
        {
            let value = one.value.times(dozen)?;
            return Some(Numeral {
                value,
                high: value,
                ..*one
            });
        }
        // "three to four hundred"
        let hundreds = two.value.over(Decimal::ONE_HUNDRED)?;
        let words = one.form == Form::Words && two.form == Form::Words && plain;
        if words && two.power == 0 && hundreds.fract().is_zero() && one.value < hundreds {
            return scaled(*one, 2);
        }
        let thousands = two.value.over(Decimal::ONE_THOUSAND)?;
        let shortened = matches!(joint, Joint::Dash)
            && plain
            && one.place == 0
            && two.grouped
            && two.power == 0
            && thousands.fract().is_zero()
            && (one.value..Decimal::ONE_THOUSAND).contains(&thousands)
            && one.value < thousands;
        if shortened {
            scaled(*one, 3)
        } else {
            Some(*one)
        }
    }

    /// "in 2016": a number of four digits after a word that years stand behind.
    fn told_as_year(&self, amount: &Amount) -> bool {
        let year = self
            .small(amount.first)
            .is_some_and(|year| (1900..2100).contains(&year));
        let prepared = (amount.first.checked_sub(1))
            .is_some_and(|i| self.is(i, class::DURING) || self.is(i, class::MONTH));
        year && prepared && !amount.numeral.grouped && amount.end == amount.first + 1
    }

    /// "$100-150m": behind a currency sign the "m" of the other end is no metre.
    fn as_money(&self, low: &Amount, high: &mut Amount) {
        let (What::Money { .. }, What::Unit(_)) = (low.what, high.what) else {
            return;
        };
        if let Found::Number(numeral) = self.numeral(high.first, true)
            && low.sign_before
            && numeral.power >= 6
            && numeral.end == high.end
        {
            high.numeral = numeral;
            high.what = low.what;
            high.per = None;
            high.after = high.end;
            self.rate(high);
        }
    }

    /// The first token of an "about" or "nearly" that ends before token `i`; `i` where there is none.
    fn loose_hedge_before(&self, i: usize) -> usize {
        i.checked_sub(1)
            .and_then(|last| self.phrase_back(&self.lexicon.hedges, last))
            .filter(|(modifier, _)| matches!(modifier, Modifier::About | Modifier::Nearly))
            .map_or(i, |(_, start)| start)
    }

    /// Past an "about" or "nearly" that begins at token `i`.
    fn past_loose_hedge(&self, i: usize) -> usize {
        const LONGEST: usize = 3;
        (i + 1..=i + LONGEST)
            .find(|&end| self.loose_hedge_before(end) == i)
            .unwrap_or(i)
    }

    /// What joins two amounts at token `end`: the joint, where it stands, and where the second amount begins.
    /// `opened` after "between".
    fn joint(&self, end: usize, opened: bool) -> Option<(Joint, usize, usize)> {
        let mut at = end;
        // "8- to 16-meter", "200,000 to-260,000", "7- or 8-inch"
        let hanging = self.sign(at) == '-'
            && self.glued(at)
            && self.is(at + 1, class::TO | class::AND | class::OR);
        at += usize::from(hanging);
        let joint = if self.dash(at)
            && (self.glued(at) || !self.glued(at + 1) || self.is_number(at + 1))
        {
            Joint::Dash
        } else if self.is(at, class::TO | class::THROUGH) || (opened && self.is(at, class::AND)) {
            Joint::To
        } else if self.is(at, class::OR) || (hanging && self.is(at, class::AND)) {
            Joint::Or
        } else if matches!(self.sign(at), '~' | '～') {
            Joint::Dash
        } else {
            return None;
        };
        let mut next = at + 1;
        if matches!(joint, Joint::To) {
            if self.sign(next) == '-'
                && self.glued(next)
                && self.glued(next + 1)
                && self.is_digits(next + 1)
            {
                next += 1;
            }
            next = self.past_loose_hedge(next);
            next += usize::from(opened && self.is(next, class::THE));
        }
        Some((joint, at, next))
    }

    /// "two or three", "10 or 11", "30 or 40": neighbours are one range, round ones too.
    fn adjacent(low: &Amount, high: &Amount) -> bool {
        let (one, two) = (low.numeral.bare, high.numeral.bare);
        let step = |by: Decimal| {
            two.minus(one) == Some(by) && (one % by).is_zero() && (two % by).is_zero()
        };
        low.numeral.form == high.numeral.form
            && (two.minus(one) == Some(Decimal::ONE)
                || step(Decimal::TEN)
                || step(Decimal::ONE_HUNDRED))
            && low.what == high.what
            && low.end == low.numeral.end
            && !low.sign_before
    }

    /// A dash that is no range: a dash of the sentence, a model number, a phone number, a score.
    fn dashed_apart(&self, low: &Amount, high: &Amount, at: usize) -> bool {
        let spaced = !self.glued(at);
        let lopsided = spaced == self.glued(at + 1);
        let chained = self.dash(high.end) && self.glued(high.end) && self.is_digits(high.end + 1);
        let words = low.numeral.form == Form::Words || high.numeral.form == Form::Words;
        let em = self.sign(at) == '—' && (spaced || high.sign_before);
        // "75 -300mm"
        let shared = low.what == What::Bare
            && matches!(high.what, What::Unit(_))
            && !high.negative
            && low.numeral.value < high.numeral.value;
        (lopsided && (spaced && !shared || high.negative)) || chained || words || em
    }
}

enum Joint {
    Dash,
    To,
    Or,
}

/// The value with its sign.
pub(in crate::figures) fn signed(amount: &Amount) -> Decimal {
    if amount.negative {
        -amount.numeral.value
    } else {
        amount.numeral.value
    }
}
