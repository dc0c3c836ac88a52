//! From tokens to quantities: looks at each token that a figure can begin with, in reading order.

use crate::figures::amount::{Amount, Look, What};
use crate::figures::around::hedging::Hedge;
use crate::figures::around::signed;
use crate::figures::calendar::Calendar;
use crate::figures::denote::{denote, rounded};
use crate::figures::exact::Exact;
use crate::figures::interval::Interval;
use crate::figures::number::{Form, Numeral};
use crate::figures::quantity::{Kind, Minor, Quantity, Unit};
use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::{Lexicon, Modifier};
use rust_decimal::Decimal;

/// A reader of one text.
pub(super) struct Reader<'t> {
    pub(super) scan: Scan<'t>,
    pub(super) found: Vec<Quantity>,
    /// The token after the last figure.
    taken: usize,
    /// The token after the modifier that follows the last figure.
    taken_outer: usize,
    /// The token after the noun that the last figure counts.
    taken_noun: usize,
    /// The token after the last two levels of a change ("from 5% to 4%").
    pub(super) levels: usize,
}

/// How a figure is written: its tokens and what stands around them.
#[derive(Clone, Copy)]
pub(super) struct Written {
    pub(super) first: usize,
    pub(super) end: usize,
    /// The token after the rate and the noun that belong to it.
    pub(super) after: usize,
    pub(super) per: Option<&'static str>,
    pub(super) amount: Option<Amount>,
}

impl Written {
    /// Tokens and nothing around them.
    pub(super) fn plain(first: usize, end: usize) -> Self {
        Self {
            first,
            end,
            after: end,
            per: None,
            amount: None,
        }
    }
}

impl<'t> Reader<'t> {
    pub(super) fn new(scan: Scan<'t>) -> Self {
        Self {
            scan,
            found: Vec::new(),
            taken: 0,
            taken_outer: 0,
            taken_noun: 0,
            levels: 0,
        }
    }

    /// Reads the figures that begin at the tokens `candidates`.
    pub(super) fn read(&mut self, candidates: &[u32]) {
        let mut next = 0;
        for &candidate in candidates {
            let i = candidate as usize;
            if i >= next && self.may_begin(i) {
                next = self.figure(i).max(i + 1);
            }
        }
    }

    /// The text as it was looked at, and what was found in it.
    pub(super) fn done(self) -> (Scan<'t>, Vec<Quantity>) {
        (self.scan, self.found)
    }

    /// A quick look: whether a figure can begin with the token at all.
    fn may_begin(&self, i: usize) -> bool {
        let scan = &self.scan;
        if scan.is_digits(i) || scan.is(i, class::BEGINS_ALONE) {
            return true;
        }
        if scan.is(i, class::ARTICLE) {
            return scan.is(i + 1, class::NUMBER | class::AFTER);
        }
        match scan.sign(i) {
            '-' | '−' | '–' | '+' => {
                !scan.glued(i) || matches!(scan.sign(i - 1), '(' | '<' | '>' | '=' | '~' | '≈')
            }
            '.' => {
                let opens = !scan.glued(i)
                    || matches!(scan.sign(i - 1), '(' | '[' | '<' | '>' | '=' | '~' | '≈');
                opens && scan.glued(i + 1) && scan.is_digits(i + 1)
            }
            _ => false,
        }
    }

    /// Reads the figure at token `i`, if there is one; gives the token to go on at.
    fn figure(&mut self, i: usize) -> usize {
        let scan = &self.scan;
        // "a third-party seller"
        let named = i + usize::from(scan.is(i, class::ARTICLE));
        if scan.is(named, class::IDIOM)
            && let Some(((), end)) = scan.phrase(&scan.lexicon.idioms, named)
        {
            return end;
        }
        if scan.is(i, class::ADDRESS) {
            let address =
                matches!(scan.sign(i + 1), ':' | '.') && scan.glued(i + 1) && scan.glued(i + 2);
            return if address { scan.past_glued(i) } else { i + 1 };
        }
        // "4.2 deaths per 100,000 people": what a rate is for is no figure of its own.
        if i > 0
            && scan.is(i - 1, class::PER)
            && let Look::Amount(amount) = scan.amount(i)
            && amount.what == What::Bare
        {
            return amount.end;
        }
        if let Some(calendar) = scan.calendar(i) {
            return match calendar {
                Calendar::Time { end } => end,
                Calendar::Date { dates, end } => self.date(i, end, dates),
            };
        }
        if scan.is(i, class::MULTIPLE) {
            return self.multiple(i);
        }
        if let Some(end) = scan.called(i) {
            return end;
        }
        // "© 2023"
        if i > 0 && scan.sign(i - 1) == '©' {
            return i + 1;
        }
        let low = match scan.amount(i) {
            Look::Amount(amount) => amount,
            Look::Skip(end) => return end,
            Look::Nothing if scan.is(i, class::ARTICLE) => {
                return self.one_unit(i).unwrap_or(i + 1);
            }
            Look::Nothing => return i + 1,
        };
        let apart = self.telephone(i).or_else(|| scan.label_with_letter(i));
        if let Some(end) = apart
            .or_else(|| scan.house(i))
            .or_else(|| self.day_of_two(&low))
        {
            return end;
        }
        if let Some(end) = self.year_and_more(&low) {
            return end;
        }
        if let Some(end) = self
            .hanging(&low)
            .or_else(|| self.series(&low))
            .or_else(|| self.pair(&low))
            .or_else(|| self.record(&low))
        {
            return end;
        }
        if let Some(end) = self.level_to_range(&low) {
            return end;
        }
        if let Some(range) = self.scan.range(&low) {
            if self.scan.clock(&range.high) {
                return range.high.end;
            }
            if range.apart || self.two_levels(&range.low, &range.high) {
                self.one(range.low, range.low);
                return self.one(range.high, range.high).max(range.high.end);
            }
            let next = self.one(range.low, range.high);
            if next > range.low.end {
                return next;
            }
            // "pp. 12–19"
            let numeral = &range.low.numeral;
            let bare = range.high.what == What::Bare;
            if bare
                && self
                    .scan
                    .names(range.low.first, range.low.end, numeral, false)
            {
                return range.high.end;
            }
        }
        if let Some(end) = self
            .tolerance(&low)
            .or_else(|| self.score(&low))
            .or_else(|| self.votes(&low))
            .or_else(|| self.out_of(&low))
        {
            return end;
        }
        self.one(low, low).max(low.end)
    }

    /// Reads one figure from `low` to `high`; gives the token to go on at, or `low.end` where it is none.
    pub(super) fn one(&mut self, low: Amount, high: Amount) -> usize {
        let Some(draft) = self.draft(low, high) else {
            return low.end;
        };
        let per = draft.high.per.map(|unit| self.scan.lexicon.unit(unit).name);
        let (mut low_value, mut high_value) = (signed(&draft.low), signed(&draft.high));
        let (mut low_numeral, mut high_numeral) = (draft.low.numeral, draft.high.numeral);
        if self.scan.in_the_red(&draft.low, &draft.high) {
            (low_value, high_value) = (-low_value, -high_value);
        }
        if draft.low.numeral.form == Form::Vague {
            high_value = draft.low.numeral.high;
        }
        if let What::Money {
            currency,
            minor: true,
        } = draft.high.what
        {
            let many = Decimal::from(self.scan.lexicon.currency(currency).minor_per_major.max(1));
            let (Some(one), Some(two)) = (low_value.over(many), high_value.over(many)) else {
                return draft.high.end;
            };
            (low_value, high_value) = (one, two);
            let places =
                i32::try_from(many.normalize().mantissa().to_string().len()).unwrap_or(1) - 1;
            (low_numeral.place, high_numeral.place) =
                (low_numeral.place - places, high_numeral.place - places);
            (low_numeral.value, high_numeral.value) = (one, two);
        }
        if low_value > high_value {
            std::mem::swap(&mut low_value, &mut high_value);
            std::mem::swap(&mut low_numeral, &mut high_numeral);
        }
        let (first, end) = (draft.low.first, draft.high.end);
        let written = Written {
            first,
            end,
            after: draft.after,
            per,
            amount: Some(Amount {
                first,
                ..draft.high
            }),
        };
        self.push(
            draft.kind,
            draft.unit,
            [(low_value, &low_numeral), (high_value, &high_numeral)],
            written,
        );
        if draft.skip > end { draft.skip } else { end }
    }

    /// The modifier of a figure, as far as its words are not the figure's before.
    fn settled_hedge(&self, kind: Kind, unit: &Unit, written: &Written) -> Hedge {
        let scan = &self.scan;
        let Written {
            first, end, after, ..
        } = *written;
        let mut hedge = scan.hedge(first, end);
        if hedge.modifier == Modifier::Exact && after > end {
            let late = scan.hedge(first, after);
            if late.end > after {
                (hedge.modifier, hedge.end) = (late.modifier, late.end);
            }
        }
        if hedge.first < self.taken_outer.max(self.taken) && hedge.first < first {
            hedge.first = first;
            if hedge.end == end {
                hedge.modifier = Modifier::Exact;
            }
        }
        if matches!(kind, Kind::Date | Kind::Year) {
            // "more than 2019's 12%" exceeds no year.
            if !matches!(hedge.modifier, Modifier::About | Modifier::Nearly) {
                (hedge.modifier, hedge.first) = (Modifier::Exact, first);
            }
            if let Some(side) = scan.side_of_date(first) {
                hedge.modifier = side;
            }
        }
        // Who is faster than ten seconds takes less.
        let paced = hedge.first < first && scan.is(hedge.first, class::PACED);
        if kind == Kind::Duration && paced {
            hedge.modifier = match hedge.modifier {
                Modifier::Over => Modifier::Under,
                Modifier::Under => Modifier::Over,
                other => other,
            };
        }
        // "just below a 40-year high", "calls over a two-car crash"
        let described = scan.dash(end.saturating_sub(2)) || scan.dash(end) && scan.glued(end);
        let limit = matches!(hedge.modifier, Modifier::Over | Modifier::Under)
            || scan.is(hedge.first, class::NEARING);
        if limit
            && described
            && hedge.first < first
            && scan.is(first - 1, class::ARTICLE)
            && hedge.end == end
        {
            (hedge.modifier, hedge.first) = (Modifier::Exact, first);
        }
        // "£20bn over 20 years", "they met over two days": the time that something is spread over.
        let times = matches!(unit, Unit::Noun(noun) if lasts(scan.lexicon, &noun.words));
        if (kind == Kind::Duration || times)
            && scan.is(hedge.first, class::OVER)
            && hedge.first + 1 == first
            && !scan.exceeded(hedge.first, end)
        {
            hedge.modifier = Modifier::Exact;
        }
        // "over a 10-month stretch", "about a third runway"
        let article = hedge.first < first && scan.is((hedge.first + 1).min(first), class::ARTICLE);
        if article
            && (kind == Kind::Ordinal
                || kind == Kind::Duration
                    && hedge.first + 1 < first
                    && scan.is(hedge.first, class::OVER))
        {
            hedge.modifier = Modifier::Exact;
        }
        // A conversion takes on the modifier: "more than 100 kilometres (60 miles)", "under 300 metres, or 984 feet".
        let comma = usize::from(scan.sign(self.taken) == ',');
        let bracket = scan.sign(first.wrapping_sub(1)) == '(' && self.taken + 1 == first;
        let or = kind == Kind::Dimension
            && scan.is(self.taken + comma, class::OR)
            && self.taken + comma + 1 == first;
        if hedge.modifier == Modifier::Exact
            && self.taken > 0
            && (bracket || or)
            && let Some(last) = self.found.last()
            && last.kind == kind
            && last.unit != *unit
        {
            hedge.modifier = last.modifier;
        }
        hedge
    }

    /// The token after the last figure with its modifier and its noun.
    pub(super) fn taken_with_rate(&self) -> usize {
        self.taken_outer.max(self.taken_noun)
    }

    /// Adds a figure of whole numbers that are exact.
    pub(super) fn whole(
        &mut self,
        kind: Kind,
        values: (u32, u32),
        first: usize,
        end: usize,
    ) -> usize {
        let numeral = Numeral::whole(values.0.into(), Form::Digits, end);
        let (low, high) = (Decimal::from(values.0), Decimal::from(values.1));
        self.push(
            kind,
            Unit::None,
            [(low, &numeral), (high, &numeral)],
            Written::plain(first, end),
        );
        end
    }

    /// Adds a figure with its modifier, change and interval.
    pub(super) fn push(
        &mut self,
        kind: Kind,
        unit: Unit,
        [low, high]: [(Decimal, &Numeral); 2],
        written: Written,
    ) {
        let scan = &self.scan;
        let Written {
            first,
            end,
            after,
            per,
            amount,
        } = written;
        let hedge = self.settled_hedge(kind, &unit, &written);
        let changes = matches!(
            kind,
            Kind::Money
                | Kind::Percent
                | Kind::PercentagePoint
                | Kind::Count
                | Kind::Number
                | Kind::Dimension
                | Kind::Fraction
        );
        let mut change = amount
            .filter(|_| changes)
            .and_then(|amount| scan.change(&amount, hedge.first, after.max(end)));
        if change.is_none() && changes {
            change = self.shared_change(kind, hedge.first, (first, end));
        }
        let Some(rounding) = rounded(low, high, kind) else {
            return;
        };
        let Some(interval) = denote(low, high, kind, hedge.modifier, rounding) else {
            return;
        };
        let minor = amount.and_then(|amount| match amount.what {
            What::Money {
                currency,
                minor: true,
            } => {
                let entry = scan.lexicon.currency(currency);
                Some(Minor {
                    name: if entry.minor.is_empty() {
                        "cent"
                    } else {
                        entry.minor
                    }
                    .into(),
                    per_major: entry.minor_per_major,
                })
            }
            _ => None,
        });
        let quantity = Quantity {
            start: scan.start(first),
            end: scan.end(end),
            outer_start: scan.start(hedge.first.min(first)),
            outer_end: scan.end(hedge.end.max(end)),
            kind,
            unit,
            per: per.map(Into::into),
            minor,
            modifier: hedge.modifier,
            change,
            dates: None,
            low: low.0.normalize(),
            high: high.0.normalize(),
            interval,
            rounding,
            digits: low.1.digits.min(high.1.digits),
        };
        let joined = self.bounded(&quantity, hedge.first);
        (self.taken, self.taken_outer) = (end, hedge.end.max(end));
        self.taken_noun = after.max(end);
        if let (Some(interval), Some(last)) = (joined, self.found.last_mut()) {
            last.end = quantity.end;
            last.outer_end = quantity.outer_end;
            last.low = last.low.min(quantity.low);
            last.high = last.high.max(quantity.high);
            last.modifier = Modifier::Exact;
            (last.interval, last.rounding) = (interval, interval);
            if last.unit == Unit::None {
                (last.kind, last.unit, last.per, last.minor) =
                    (quantity.kind, quantity.unit, quantity.per, quantity.minor);
            }
            return;
        }
        self.found.push(quantity);
    }

    /// "more than 10 and less than 20": the last figure and this one bound one quantity from both sides.
    fn bounded(&self, quantity: &Quantity, outer_first: usize) -> Option<Interval> {
        let scan = &self.scan;
        let last = self.found.last()?;
        let side = |modifier: Modifier| match modifier {
            Modifier::Over | Modifier::AtLeast => Some(true),
            Modifier::Under | Modifier::AtMost => Some(false),
            _ => None,
        };
        let (before, now) = (side(last.modifier)?, side(quantity.modifier)?);
        let joint = self.taken_outer + 1 == outer_first
            && (scan.is(self.taken_outer, class::AND)
                || scan.is(self.taken_outer, class::BUT)
                || scan.sign(self.taken_outer) == ',');
        let score = last.kind == Kind::Score || quantity.kind == Kind::Score;
        let same = last.unit == quantity.unit
            || last.unit == Unit::None
            || (quantity.unit == Unit::None && !matches!(last.unit, Unit::Noun(_)));
        if !joint
            || score
            || before == now
            || !same
            || last.low != last.high
            || quantity.low != quantity.high
        {
            return None;
        }
        let (low, high) = if before {
            (last, quantity)
        } else {
            (quantity, last)
        };
        (low.low < high.low).then_some(Interval {
            low: low.interval.low,
            high: high.interval.high,
        })
    }
}

/// Whether what is counted takes time: "over three nights".
fn lasts(lexicon: &Lexicon, noun: &str) -> bool {
    let last = noun.rsplit(' ').next().unwrap_or("");
    lexicon.classes_of(last).meets(class::SPENT_TIME)
}
