//! Numbers that are an age by what stands around them.

use crate::figures::amount::Amount;
use crate::figures::lexicon::class;
use crate::figures::number::Form;
use crate::figures::quantity::Kind;
use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use rust_decimal::Decimal;

/// How many bytes after an age the next one of a list begins at most.
const LIST_REACH: usize = 40;

impl Reader<'_> {
    /// "Wang, 28,", "aged 28", "at just 19", "in his twenties", "who was 10": an age without a unit.
    pub(in crate::figures) fn age(&self, low: &Amount, high: &Amount, range: bool) -> bool {
        let scan = &self.scan;
        let is = |words: &[&str], at: usize| scan.any(at, words);
        let numeral = &low.numeral;
        let Some(before) = low.first.checked_sub(1) else {
            return false;
        };
        if numeral.form == Form::Decade {
            let mut i = before;
            i -= usize::from(scan.dash(i) && i > 0);
            i -= usize::from(is(&["early", "mid", "late"], i) && i > 0);
            return numeral.value < Decimal::ONE_HUNDRED
                && is(&["his", "her", "their", "my", "our", "your"], i);
        }
        let plain = matches!(numeral.form, Form::Digits | Form::Words)
            && numeral.power == 0
            && numeral.place >= 0
            && !numeral.grouped
            && !low.negative;
        if !plain
            || numeral.value > Decimal::from(120)
            || scan.line_break_before(low.first)
            || scan.joined_before(low.first)
            || scan.joined_after(high.end)
        {
            return false;
        }
        if numeral.form == Form::Digits && !range && scan.age_limit(low.first) {
            return true;
        }
        // A hedge may stand between: "at just 19", "aged about 40".
        let mut i = before;
        while i > 0
            && before - i < 3
            && scan.is(i, class::AGE_HEDGE)
            && (!scan.eq(i, "at") || scan.eq(i + 1, "least"))
        {
            i -= 1;
        }
        let clause_ends =
            scan.closes(high.end) || scan.is(high.end, class::STOP) && !scan.eq(high.end, "of");
        // "until age 5 cut their risk": after a preposition the age needs no end of its clause.
        // "under the age of 18 fall ill"
        let of = i + 2 == low.first && scan.eq(before, "of");
        let reached = i > 0 && (of || i + 1 == low.first && scan.is(i - 1, class::STOP));
        if is(&["aged", "ages"], i) || (scan.eq(i, "age") && (clause_ends || reached)) {
            return true;
        }
        if self.limited(before, high, clause_ends) || self.age_again(low, high) {
            return true;
        }
        // "At 84, he was", "At just 19 she left"
        let then = high.end + usize::from(scan.sign(high.end) == ',');
        if scan.begins(i) && scan.eq(i, "at") && is(&["he", "she"], then) {
            return true;
        }
        if i + 1 == low.first && !range && self.grown(low, high) {
            return true;
        }
        if self.age_told(low, clause_ends) {
            return true;
        }
        if range || i == 0 {
            return false;
        }
        // "he finished 5 over"
        if is(&["over", "under"], high.end) {
            return false;
        }
        let digits = numeral.form == Form::Digits;
        let brother = low.first > 1 && scan.is(low.first - 2, class::AGE_NOUN);
        if (digits || brother && scan.sign(high.end) == ',') && self.in_apposition(low, high) {
            return true;
        }
        // "dead at 79"
        if is(&["dead", "dies", "died", "dying"], i.saturating_sub(1))
            && scan.eq(i, "at")
            && clause_ends
        {
            return true;
        }
        let be = scan.is(i, class::BE);
        // "life expectancy for men is around 73"
        if be && (i.saturating_sub(10)..i).any(|at| scan.eq(at, "expectancy")) {
            return true;
        }
        // "turned 40 last year"
        let lately = be && scan.is(high.end, class::LAST);
        if !(clause_ends || lately) || numeral.value < Decimal::ONE {
            return false;
        }
        // "was only 17 at the time"
        let then =
            scan.eq(high.end, "when") || scan.eq(high.end, "at") && scan.eq(high.end + 2, "time");
        let somebody = i > 0 && scan.capital(i - 1)
            || scan.eq(high.end, "when") && is(&["he", "she"], high.end + 1);
        if be && digits && then && somebody && numeral.value < Decimal::ONE_HUNDRED {
            return true;
        }
        if is(&["turned", "turns", "turning"], i) && numeral.value >= Decimal::TEN {
            return true;
        }
        let modal = scan.eq(i, "be") && i > 1 && is(&["will", "would"], i - 1);
        let subject = if modal { i - 2 } else { i - 1 };
        if be && digits && is(&["he", "she", "who"], subject) {
            return true;
        }
        // "at 19", "at just 27": a lone number at the end of its clause.
        let person = numeral.value >= Decimal::from(5) && numeral.value < Decimal::ONE_HUNDRED;
        scan.eq(i, "at") && i < before && scan.closes(high.end) && digits && person
    }

    /// "18-24s", "among over 16s": an s behind the number is no second.
    pub(in crate::figures) fn people_of_an_age(&self, low: &Amount, high: &Amount) -> bool {
        let scan = &self.scan;
        let whole = |amount: &Amount| {
            let numeral = &amount.numeral;
            numeral.form == Form::Digits && numeral.place == 0 && numeral.digits <= 2
        };
        let Some(before) = low.first.checked_sub(1) else {
            return false;
        };
        let plural = scan.str(high.end - 1) == "s" && scan.glued(high.end - 1);
        let people = |i: usize| scan.is(i, class::ARTICLE) || scan.any(i, &["of", "among", "all"]);
        let limit = scan.any(before, &["over", "under"]) && before > 0 && people(before - 1);
        let told = if low.first == high.first {
            limit
        } else {
            people(before)
        };
        plural && whole(low) && whole(high) && told
    }

    /// "At 30, Carter left", "who at 34 is the younger"
    fn grown(&self, low: &Amount, high: &Amount) -> bool {
        let scan = &self.scan;
        let Some(at) = low.first.checked_sub(1).filter(|&at| scan.eq(at, "at")) else {
            return false;
        };
        let opening = scan.begins(at) && scan.sign(high.end) == ',' && scan.capital(high.end + 1);
        let aside = at > 0 && scan.eq(at - 1, "who") && scan.is(high.end, class::BE);
        low.numeral.form == Form::Digits
            && low.numeral.value > Decimal::from(12)
            && (opening || aside)
    }

    /// "as young as five", "as old as 102", "retired at 65", "left school at 16".
    fn age_told(&self, low: &Amount, clause_ends: bool) -> bool {
        let scan = &self.scan;
        let Some(before) = low.first.checked_sub(1).filter(|&before| before > 1) else {
            return false;
        };
        let compared = scan.eq(before, "as")
            && scan.any(before - 1, &["young", "old"])
            && scan.eq(before - 2, "as");
        let did = scan.eq(before, "at") && scan.is(before - 1, class::AGE_VERB);
        (compared || did && low.numeral.value >= Decimal::TEN) && clause_ends
    }

    /// Whether an age is the limit of a group: "women over 65", "older than 65", "children 12 and under".
    fn limited(&self, before: usize, high: &Amount, clause_ends: bool) -> bool {
        let scan = &self.scan;
        let uncounted = || scan.noun(high.end, false).is_none();
        let group = before > 0 && scan.is(before - 1, class::AGE_NOUN);
        if group && scan.any(before, &["over", "under", "between"]) && (clause_ends || uncounted())
        {
            return true;
        }
        let older = ["older", "younger"];
        let compared = before > 0 && scan.eq(before, "than") && scan.any(before - 1, &older);
        if scan.age_bracket(high.end) {
            return scan.plural(before)
                || scan.is(before, class::AGE_NOUN)
                || scan.any(high.end + 1, &older);
        }
        compared && uncounted()
    }

    /// "aged 7 and 9": the second of two ages.
    fn age_again(&self, low: &Amount, high: &Amount) -> bool {
        const LONGEST: usize = 6;
        let scan = &self.scan;
        low.first > 1
            && scan.eq(low.first - 1, "and")
            && self.found.last().is_some_and(|last| {
                last.kind == Kind::Age
                    && last.low == last.high
                    && scan.start(low.first) - last.end < LONGEST
            })
            && scan.noun(high.end, false).is_none()
    }

    /// Whether an age stands beside whose it is: "Wang, 28," and "(Wang, 28)"; "the suspect, 23, fled".
    fn in_apposition(&self, low: &Amount, high: &Amount) -> bool {
        let scan = &self.scan;
        let value = low.numeral.value;
        let Some(comma) = low.first.checked_sub(1).filter(|comma| *comma > 0) else {
            return false;
        };
        let who = comma - 1;
        // "May, 12," is a date; "May, 65," is somebody.
        let month = scan.is(who, class::MONTH) && value <= Decimal::from(31);
        let word = scan.is_word(who) && !month && !scan.is(who, class::STOP);
        if scan.sign(comma) != ',' || !word || !scan.glued(comma) || scan.glued(low.first) {
            return false;
        }
        // "a son called Rob, 4,"
        let child = scan.is(who, class::AGE_NOUN)
            || who > 0 && scan.capital(who) && scan.any(who - 1, &["called", "named"]);
        let ends = scan.sign(high.end);
        let chained = ends == ',' && (scan.glued(high.end + 1) || scan.is_digits(high.end + 1));
        let closed = (scan.capital(who) && matches!(ends, '.' | ')' | ';'))
            || ends == ','
            || (child && scan.closes(high.end));
        // "Ana Ruiz, 12; Leo Ruiz, 7;"
        let listed = self.found.last().is_some_and(|last| {
            last.kind == Kind::Age && scan.start(low.first).saturating_sub(last.end) < LIST_REACH
        });
        // "Adonis Ortiz, 3, was"
        let full_name = who > 0 && scan.capital(who) && scan.capital(who - 1) && ends == ',';
        // "Rian, 6, was"
        let next = high.end + 1;
        let told = scan.capital(who)
            && ends == ','
            && (scan.is(next, class::BE)
                || scan.any(next, &["who", "whose", "has", "had", "died"]));
        closed && !chained && (value >= Decimal::TEN || child || listed || full_name || told)
    }
}

impl Scan<'_> {
    /// "65 and over", "12 or younger": what follows the number of an age.
    pub(in crate::figures) fn age_bracket(&self, at: usize) -> bool {
        self.any(at, &["and", "or"]) && self.any(at + 1, &["older", "younger", "over", "under"])
    }
}
