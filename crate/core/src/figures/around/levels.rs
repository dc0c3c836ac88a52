//! A change and the level that it leads to: "rose 3p to 147p", "fell from £10 to £8". Neither is a range.

use crate::figures::amount::{Amount, What};
use crate::figures::around::signed;
use crate::figures::exact::Exact;
use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use crate::lexicon::{Sort, class};
use rust_decimal::Decimal;

/// How the word of change before an amount is used.
struct Told {
    /// "by 3p"
    by: bool,
    /// "may rise 3p", "a rise of 3p": what is planned or named is often said as a range.
    loose: bool,
}

impl Scan<'_> {
    /// Whether `low` is the size of a change and `high`, after "to", the new level. Ranges of changes ("rose 5% to
    /// 10%", "fell 8 to 10 points") mostly name the unit once; their ends are of one size.
    pub(in crate::figures) fn change_and_level(&self, low: &Amount, high: &Amount) -> bool {
        let shared = high.numeral.power > 0 && low.numeral.power == 0 && !low.numeral.grouped;
        if low.what != high.what || low.negative || high.negative || shared {
            return false;
        }
        let Some(told) = self.change_told(low.first) else {
            return self.far_apart(low, high);
        };
        let (change, level) = (signed(low), signed(high));
        let times = |tenths: i64| {
            change
                .times(Decimal::new(tenths, 1))
                .is_some_and(|product| level >= product)
        };
        let percent = matches!(low.what, What::Unit(unit)
            if self.lexicon.unit(unit).sort == Sort::Percent);
        let as_exact = low.numeral.place == high.numeral.place;
        match low.what {
            What::Bare if told.by => times(30),
            What::Bare => times(if told.loose { 100 } else { 50 }),
            _ if change > level => true,
            // "increased $12,537,000 to $21,703,000": no range is that exact.
            _ if low.numeral.digits > 2 && high.numeral.digits > 2 && as_exact && times(15) => true,
            _ if told.loose => times(if percent { 100 } else { 50 }),
            _ if percent => times(35) || !as_exact && times(15),
            _ => times(21),
        }
    }

    /// "from Bath to Bristol by £57 to £1,637", "down 0.8%, or $0.03 to $3.42": whatever changed, no range reaches that
    /// far.
    fn far_apart(&self, low: &Amount, high: &Amount) -> bool {
        let by = (low.first.checked_sub(1)).is_some_and(|i| self.is(i, class::BY | class::OR));
        let tenfold = signed(low).times(Decimal::TEN);
        by && low.what != What::Bare && tenfold.is_some_and(|tenfold| signed(high) > tenfold)
    }

    /// The word of change before the amount that begins at token `first`.
    fn change_told(&self, first: usize) -> Option<Told> {
        const REACH: usize = 6;
        const OBJECT: usize = 8;
        let mut by = false;
        let mut of = false;
        let mut i = self.hedge(first, first).first;
        if self.of_one_owned(i) {
            return Some(Told {
                by: true,
                loose: false,
            });
        }
        for _ in 0..REACH {
            i = i.checked_sub(1)?;
            if self.line_break_before(i + 1) {
                return None;
            }
            let object = by && self.is(i, class::RAISES | class::LOWERS | class::LEVEL);
            if self.is(i, class::UP | class::DOWN) || object {
                let planned = (i.saturating_sub(2)..i).any(|at| self.is(at, class::MODAL));
                return Some(Told {
                    by,
                    loose: planned || of,
                });
            }
            if self.is(i, class::BY) && self.change_by(i, None).is_some() {
                // "plans to raise fares by $1 to $2"
                return Some(Told {
                    by: true,
                    loose: (i.saturating_sub(OBJECT)..i).any(|at| self.is(at, class::MODAL)),
                });
            }
            let between = self.is(i, class::BETWEEN | class::ARTICLE) || self.is(i, class::JUST);
            by |= self.is(i, class::BY);
            of |= self.is(i, class::OF);
            if !(between || self.is(i, class::BY) || self.is(i, class::OF)) {
                return None;
            }
        }
        None
    }

    /// "cut its stake 5% to 20%": whether one thing that somebody has was raised or lowered right before token `end`.
    /// Of several ("raised its prices 5% to 10%") ranges are told.
    fn of_one_owned(&self, end: usize) -> bool {
        const OBJECT: usize = 4;
        let Some(last) = end.checked_sub(1) else {
            return false;
        };
        (end.saturating_sub(OBJECT)..end)
            .rev()
            .take_while(|&i| self.is_word(i) && !self.plural(i))
            .find(|&i| self.is(i, class::WHOSE))
            .filter(|&whose| whose < last && whose > 0)
            .is_some_and(|whose| self.is(whose - 1, class::RAISES | class::LOWERS))
    }

    /// "rose from $13bn to $29bn" gives two levels; "from 10 to 20" without a change is a range.
    fn levels_after_change(&self, from: usize) -> bool {
        const REACH: usize = 6;
        // "rose by 12% in five years, from $13bn to $29bn"
        const WITH_TIME: usize = 14;
        let timed = from > 1
            && self.sign(from - 1) == ','
            && self.is(from - 2, class::COMPARED_TIME | class::MONTH);
        let reach = if timed { WITH_TIME } else { REACH };
        (from.saturating_sub(reach)..from)
            .rev()
            .take_while(|&at| !self.ends_sentence(at) && !self.is(at, class::RANGES))
            .any(|at| self.is(at, class::UP | class::DOWN | class::LEVEL))
    }

    /// The "from" before the amount that begins at token `first`; words may stand between: "from about $350", "from
    /// lows of around 0.1%".
    fn origin_before(&self, first: usize) -> Option<usize> {
        const WORDS: usize = 4;
        let between = |i: usize| {
            self.is(i, class::BETWEEN | class::ARTICLE | class::PEAK) || self.is(i, class::OF)
        };
        let mut i = first.checked_sub(1)?;
        for step in 0..=WORDS {
            if self.is(i, class::FROM) {
                return Some(i);
            }
            let passes = between(i) || step == 0 && self.is_word(i);
            i = i.checked_sub(1).filter(|_| passes)?;
        }
        None
    }
}

impl Reader<'_> {
    /// Whether "from `low` to `high`" tells two levels of what changed.
    pub(in crate::figures) fn two_levels(&mut self, low: &Amount, high: &Amount) -> bool {
        const CLAUSE: usize = 10;
        let scan = &self.scan;
        let Some(from) = scan.origin_before(low.first) else {
            return false;
        };
        // "fell from £10 to £8 and the rate from 4% to 5%"
        let again = self.levels > 0
            && from >= self.levels
            && from - self.levels < CLAUSE
            && !(self.levels..from).any(|at| scan.ends_sentence(at));
        let degrees = matches!(low.what, What::Unit(unit)
            if scan.lexicon.unit(unit).sort == Sort::Temperature);
        // "ranged from 30C to 20C"
        let fallen = low.what == high.what && signed(low) > signed(high) && !degrees;
        let levels = again || fallen || scan.levels_after_change(from);
        if levels {
            self.levels = high.end;
        }
        levels
    }
}
