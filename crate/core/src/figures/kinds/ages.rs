//! Numbers that are an age by what stands around them: one rule for each way in which English tells an age.

use crate::figures::amount::Amount;
use crate::figures::number::Form;
use crate::figures::quantity::{Kind, Quantity};
use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::named;
use rust_decimal::Decimal;

/// How many bytes after an age the next one of a list begins at most.
const LIST_REACH: usize = 40;
/// And the one that "and" adds to it.
const AGAIN_REACH: usize = 6;
/// How many words may stand between what tells an age and the age: "at just 19".
const HEDGES: usize = 3;
const OLDEST: u8 = 120;

/// A way to tell an age, with the name that its tests go by.
struct Rule {
    name: &'static str,
    tells: fn(&Candidate<'_, '_>) -> bool,
}

macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        &[$(Rule { name: stringify!($name), tells: |candidate| candidate.$name() }),*]
    };
}

/// What tells an age wherever it stands.
const ANYWHERE: &[Rule] = rules![
    limit, aged, group, bracket, compared, again, opening, grown, as_old_as, did_at, lived_to,
    allowed, both, pair
];

/// What tells one number an age, and no range.
const OF_ONE: &[Rule] = rules![apposition, behind_name, dead_at, expectancy];

/// What tells an age at the end of a clause: "turned 40", but "turned 40 of them away".
const AT_AN_END: &[Rule] = rules![then, turned, somebody_is, named_is, looks, just_at];

/// A number that may be an age, and its place.
struct Candidate<'r, 't> {
    scan: &'r Scan<'t>,
    last: Option<&'r Quantity>,
    low: &'r Amount,
    high: &'r Amount,
    range: bool,
    /// The token before it.
    before: usize,
    /// The token before the hedges before it.
    told: usize,
    /// Whether its clause ends with it.
    ends: bool,
}

impl Reader<'_> {
    /// "Wang, 28,", "aged 28", "at just 19", "in his twenties", "who was 10": an age without a unit.
    pub(in crate::figures) fn age(&self, low: &Amount, high: &Amount, range: bool) -> bool {
        let rule = self.age_rule(low, high, range);
        #[cfg(test)]
        tests::TOLD.with_borrow_mut(|told| told.extend(rule));
        rule.is_some()
    }

    /// The name of the rule by which a number is an age.
    fn age_rule(&self, low: &Amount, high: &Amount, range: bool) -> Option<&'static str> {
        let before = low.first.checked_sub(1)?;
        let scan = &self.scan;
        if low.numeral.form == Form::Decade {
            return scan.decade_of_a_life(low, before).then_some(named::DECADE);
        }
        let plain = matches!(low.numeral.form, Form::Digits | Form::Words)
            && low.numeral.power == 0
            && low.numeral.place >= 0
            && !low.numeral.grouped
            && !low.negative
            && low.numeral.value <= Decimal::from(OLDEST);
        let apart = scan.line_break_before(low.first)
            || scan.joined_before(low.first)
            || scan.joined_after(high.end);
        if !plain || apart {
            return None;
        }
        let candidate = Candidate {
            scan,
            last: self.found.last(),
            low,
            high,
            range,
            before,
            told: scan.before_hedges(before),
            ends: scan.closes(high.end)
                || scan.is(high.end, class::STOP) && !scan.is(high.end, class::OF),
        };
        candidate.rule()
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
        let people = |i: usize| scan.is(i, class::ARTICLE | class::OF_PEOPLE);
        let limit = scan.is(before, class::AGE_LIMIT) && before > 0 && people(before - 1);
        let told = if low.first == high.first {
            limit
        } else {
            people(before)
        };
        plural && whole(low) && whole(high) && told
    }
}

impl Candidate<'_, '_> {
    fn rule(&self) -> Option<&'static str> {
        let one = self.may_be_one();
        let ending = one && self.may_end();
        [(ANYWHERE, true), (OF_ONE, one), (AT_AN_END, ending)]
            .into_iter()
            .filter(|(_, may)| *may)
            .flat_map(|(rules, _)| rules)
            .find(|rule| (rule.tells)(self))
            .map(|rule| rule.name)
    }

    /// Whether it is one number, and no rank of golf: "he finished 5 over".
    fn may_be_one(&self) -> bool {
        !self.range && self.told > 0 && !self.scan.is(self.high.end, class::AGE_LIMIT)
    }

    /// Whether the clause ends, or a time follows that something became so: "turned 40 last year".
    fn may_end(&self) -> bool {
        let lately = self.scan.is(self.told, class::BE) && self.scan.is(self.high.end, class::LAST);
        (self.ends || lately) && self.low.numeral.value >= Decimal::ONE
    }

    fn digits(&self) -> bool {
        self.low.numeral.form == Form::Digits
    }

    /// Whether no noun follows that the number could count.
    fn uncounted(&self) -> bool {
        self.scan.noun(self.high.end, false).is_none()
    }

    /// "under-21", "the over-65s"
    fn limit(&self) -> bool {
        self.digits() && !self.range && self.scan.age_limit(self.low.first)
    }

    /// "aged 28", "at age 62"; "until age 5 cut their risk": after a preposition the age needs no end of its clause,
    /// nor in "under the age of 18 fall ill".
    fn aged(&self) -> bool {
        let Self { scan, told, .. } = *self;
        let first = self.low.first;
        let of = told + 2 == first && scan.is(self.before, class::OF);
        let reached = told > 0 && (of || told + 1 == first && scan.is(told - 1, class::STOP));
        scan.is(told, class::AGED) || scan.is(told, class::AGE) && (self.ends || reached)
    }

    /// "women over 65", "adults between 18 and 24"
    fn group(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 0
            && scan.is(before - 1, class::AGE_NOUN)
            && scan.is(before, class::AGE_LIMIT | class::BETWEEN_TWO)
            && (self.ends || self.uncounted())
    }

    /// "children 12 and under", "65 or older"
    fn bracket(&self) -> bool {
        let Self { scan, before, .. } = *self;
        scan.age_bracket(self.high.end)
            && (scan.plural(before)
                || scan.is(before, class::AGE_NOUN)
                || scan.is(self.high.end + 1, class::OLDER))
    }

    /// "older than 65"
    fn compared(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 0
            && scan.is(before, class::THAN)
            && scan.is(before - 1, class::OLDER)
            && !scan.age_bracket(self.high.end)
            && self.uncounted()
    }

    /// "aged 7 and 9": the second of two ages.
    fn again(&self) -> bool {
        let Self { scan, before, .. } = *self;
        let one = |last: &Quantity| last.kind == Kind::Age && last.low == last.high;
        // "aged 22, 25 and 31"
        let end = self.high.end;
        let listed = scan.sign(before) == ','
            && (scan.sign(end) == ',' || scan.is(end, class::AND))
            && scan.is_digits(end + 1);
        before > 0
            && (scan.is(before, class::AND) || listed)
            && self.after_age(AGAIN_REACH, one)
            && self.uncounted()
    }

    /// Whether the last figure is such an age, and ends fewer than `reach` bytes before.
    fn after_age(&self, reach: usize, fits: impl Fn(&Quantity) -> bool) -> bool {
        self.last.is_some_and(|last| {
            fits(last) && self.scan.start(self.low.first).saturating_sub(last.end) < reach
        })
    }

    /// "At 84, he was", "At just 19 she left"
    fn opening(&self) -> bool {
        let Self { scan, told, .. } = *self;
        let next = self.high.end + usize::from(scan.sign(self.high.end) == ',');
        scan.begins(told) && scan.is(told, class::AT) && scan.is(next, class::SOMEBODY)
    }

    /// "At 30, Carter left", "who at 34 is the younger"
    fn grown(&self) -> bool {
        let Self { scan, told: at, .. } = *self;
        let end = self.high.end;
        let opens = || scan.begins(at) && scan.sign(end) == ',' && scan.capital(end + 1);
        let aside = || at > 0 && scan.is(at - 1, class::WHO) && scan.is(end, class::BE);
        at == self.before
            && !self.range
            && scan.is(at, class::AT)
            && self.digits()
            && self.low.numeral.value > Decimal::from(12)
            && (opens() || aside())
    }

    /// "as young as five", "as old as 102"
    fn as_old_as(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 1
            && scan.is(before, class::AS)
            && scan.is(before - 1, class::OLD)
            && scan.is(before - 2, class::AS)
            && self.ends
    }

    /// "retired at 65", "left school at 16"
    fn did_at(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 1
            && scan.is(before, class::AT)
            && scan.is(before - 1, class::AGE_VERB)
            && self.low.numeral.value >= Decimal::TEN
            && self.ends
    }

    /// "you must be over 18", "prove they are over 15 to join"
    fn allowed(&self) -> bool {
        let Self { scan, before, .. } = *self;
        let asked = || {
            scan.is(before - 2, class::WHO)
                || scan.is(before - 2, class::ALLOWED)
                || before > 2
                    && scan.is(before - 2, class::THEY)
                    && scan.is(before - 3, class::ON_CONDITION)
        };
        before > 1
            && scan.is(before, class::AGE_LIMIT)
            && scan.is(before - 1, class::BE | class::BARE_BE)
            && self.digits()
            && self.low.numeral.value >= Decimal::TEN
            && self.ends
            && asked()
    }

    /// "lived to 102"
    fn lived_to(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 0
            && scan.is(before, class::TO)
            && scan.is(before - 1, class::LIVES)
            && self.low.numeral.value > Decimal::from(50)
            && self.ends
    }

    /// "Wang, 28,", "(Wang, 28)", "the suspect, 23, fled"; "her brother, nine,"
    fn apposition(&self) -> bool {
        let Self { scan, low, .. } = *self;
        let relative = low.first > 1 && scan.is(low.first - 2, class::AGE_NOUN);
        let in_words = relative && scan.sign(self.high.end) == ',';
        // "85, or 34 per cent,"
        let again = scan.sign(self.high.end) == ',' && scan.is(self.high.end + 1, class::OR);
        (self.digits() || in_words) && !again && self.beside_somebody()
    }

    /// "dead at 79"
    fn dead_at(&self) -> bool {
        let Self { scan, told, .. } = *self;
        scan.is(told.saturating_sub(1), class::DIES) && scan.is(told, class::AT) && self.ends
    }

    /// "life expectancy for men is around 73"
    fn expectancy(&self) -> bool {
        const REACH: usize = 10;
        let Self { scan, told, .. } = *self;
        scan.is(told, class::BE)
            && (told.saturating_sub(REACH)..told).any(|at| scan.is(at, class::EXPECTANCY))
    }

    /// "Moreau was only 17 at the time", "was 43 when he left"
    fn then(&self) -> bool {
        let Self { scan, told, .. } = *self;
        let end = self.high.end;
        let when = scan.is(end, class::TIME_CLAUSE);
        let then = when || scan.is(end, class::AT) && scan.is(end + 2, class::TIME);
        let somebody =
            told > 0 && scan.capital(told - 1) || when && scan.is(end + 1, class::SOMEBODY);
        scan.is(told, class::BE)
            && self.digits()
            && then
            && somebody
            && self.low.numeral.value < Decimal::ONE_HUNDRED
    }

    /// "turned 40"
    fn turned(&self) -> bool {
        self.scan.is(self.told, class::TURNS) && self.low.numeral.value >= Decimal::TEN
    }

    /// "he is 55", "who was 10", "she will be 60"
    fn somebody_is(&self) -> bool {
        let Self { scan, told, .. } = *self;
        let future = told > 1 && scan.is(told, class::BARE_BE) && scan.is(told - 1, class::FUTURE);
        let subject = if future { told - 2 } else { told - 1 };
        scan.is(told, class::BE) && self.digits() && scan.is(subject, class::SOMEBODY | class::WHO)
    }

    /// "Rita Moll was 67.", "Rita Moll, a baker from Stade, was 67.", "The cook, a widow called Rita Moll, was 67."
    fn named_is(&self) -> bool {
        /// How many words an aside has at the most.
        const REACH: usize = 9;
        let Self { scan, told, .. } = *self;
        let full = |end: usize| {
            let first = end.checked_sub(2).filter(|_| scan.full_name_before(end))?;
            let more = first > 0 && scan.capital(first - 1);
            Some(first - usize::from(more))
        };
        let opens = |end: usize| full(end).is_some_and(|first| scan.begins(first));
        let Some(end) = told.checked_sub(usize::from(told > 0 && scan.sign(told - 1) == ','))
        else {
            return false;
        };
        let aside = || {
            let comma = (end.saturating_sub(REACH)..end)
                .rev()
                .find(|&i| scan.sign(i) == ',' || scan.ends_sentence(i))
                .filter(|&i| scan.sign(i) == ',')?;
            let place = |i: usize| scan.is(i, class::STOP) && !scan.is(i, class::ARTICLE);
            let of_somebody = opens(comma) && !place(comma + 1);
            // "The patient, retired teacher Moira Kean, was 67."
            let told = || comma > 1 && scan.begins(comma - 2) && scan.is(comma - 2, class::ARTICLE);
            let somebody = full(end).is_some_and(|first| {
                let described = first > comma + 1 && told();
                let known = scan.is(comma - 1, class::AGE_NOUN | class::SOMEBODY);
                !place(first - 1) && (described || known)
            });
            (of_somebody || somebody).then_some(())
        };
        scan.is(told, class::BE)
            && self.digits()
            && self.low.numeral.value > Decimal::from(12)
            && scan.sign(self.high.end) == '.'
            && if end == told {
                opens(end)
            } else {
                aside().is_some()
            }
    }

    /// "Jonas Hale (49) was jailed"
    fn behind_name(&self) -> bool {
        self.digits() && self.scan.age_behind_name(self.low.first, self.high.end)
    }

    /// "Blair is 71 and looks younger": the sentence speaks of ages.
    fn looks(&self) -> bool {
        const REACH: usize = 8;
        let Self { scan, told, .. } = *self;
        let end = self.high.end;
        told > 0
            && told == self.before
            && scan.is(told, class::BE)
            && scan.capital(told - 1)
            && self.digits()
            && self.low.numeral.value > Decimal::from(12)
            && (end..end + REACH)
                .take_while(|&i| !scan.ends_sentence(i))
                .any(|i| scan.is(i, class::OLDER))
    }

    /// "at just 27": a lone number at the end of its clause.
    fn just_at(&self) -> bool {
        let Self { scan, told, .. } = *self;
        let value = self.low.numeral.value;
        scan.is(told, class::AT)
            && told < self.before
            && scan.closes(self.high.end)
            && self.digits()
            && value >= Decimal::from(5)
            && value < Decimal::ONE_HUNDRED
    }

    /// "Ann Boor and Leo Ruiz, both 24 and of Dayton,"
    fn both(&self) -> bool {
        let Self { scan, before, .. } = *self;
        before > 1
            && scan.is(before, class::BOTH)
            && matches!(scan.sign(before - 1), ',' | '(' | '—' | '–')
            && (scan.capital(before - 2) || scan.is(before - 2, class::AGE_NOUN))
            && self.digits()
            && !self.range
            && (self.ends || scan.is(self.high.end, class::AND))
            && self.uncounted()
    }

    /// "the two girls, 5 and 14, were": the first of two ages.
    fn pair(&self) -> bool {
        let Self { scan, before, .. } = *self;
        let end = self.high.end;
        before > 0
            && scan.sign(before) == ','
            && scan.is(before - 1, class::AGE_NOUN)
            && scan.plural(before - 1)
            && self.digits()
            && !self.range
            && scan.is(end, class::AND)
            && scan.is_digits(end + 1)
            && scan.sign(end + 2) == ','
    }

    /// Whether it stands between commas, or before another end, right beside somebody.
    fn beside_somebody(&self) -> bool {
        let Self {
            scan, low, high, ..
        } = *self;
        let value = low.numeral.value;
        let comma = self.before;
        let Some(who) = comma.checked_sub(1) else {
            return false;
        };
        // "May, 12," is a date; "May, 65," is somebody.
        let month = scan.is(who, class::MONTH) && value <= Decimal::from(31);
        let word = scan.is_word(who) && !month && !scan.is(who, class::STOP);
        if scan.sign(comma) != ',' || !word || !scan.glued(comma) || scan.glued(low.first) {
            return false;
        }
        let capital = scan.capital(who);
        // "a son called Rob, 4,"
        let child =
            scan.is(who, class::AGE_NOUN) || who > 0 && capital && scan.is(who - 1, class::CALLED);
        let ends = scan.sign(high.end);
        let chained = ends == ',' && (scan.glued(high.end + 1) || scan.is_digits(high.end + 1));
        let closed = (capital && matches!(ends, '.' | ')' | ';' | '—' | '–'))
            || ends == ','
            || (child && scan.closes(high.end));
        // "Ana Ruiz, 12; Leo Ruiz, 7;"
        let listed = self.after_age(LIST_REACH, |last| last.kind == Kind::Age);
        // "Adonis Ortiz, 3, was"
        let full_name = who > 0 && capital && scan.capital(who - 1) && ends == ',';
        // "Rian, 6, was"
        let told = capital && ends == ',' && scan.is(high.end + 1, class::BE | class::TELLS_OF);
        // "Tom, 3, Ann, 7, and Joe, 11"
        let next = capital
            && ends == ','
            && scan.capital(high.end + 1)
            && scan.sign(high.end + 2) == ','
            && scan.is_digits(high.end + 3);
        let somebody = child || listed || full_name || told || next;
        closed && !chained && (value >= Decimal::TEN || somebody)
    }
}

impl Scan<'_> {
    /// Whether two capitalised words end before a token.
    fn full_name_before(&self, end: usize) -> bool {
        end > 1 && self.capital(end - 1) && self.capital(end - 2) && self.str(end - 2).len() > 1
    }

    /// "Jonas Hale (49) was jailed": of a score or a list, no verb would follow.
    pub(in crate::figures) fn age_behind_name(&self, first: usize, end: usize) -> bool {
        first > 2
            && end == first + 1
            && self.sign(first - 1) == '('
            && self.sign(end) == ')'
            && self.digit_count(first) == 2
            && self.str(first) > "15"
            && self.full_name_before(first - 1)
            && self.is(end + 1, class::BE | class::TELLS_OF)
    }

    /// "in his twenties", "in her early 20s"
    fn decade_of_a_life(&self, low: &Amount, before: usize) -> bool {
        let mut i = before;
        i -= usize::from(self.dash(i) && i > 0);
        i -= usize::from(self.is(i, class::PART_OF_DECADE) && i > 0);
        low.numeral.value < Decimal::ONE_HUNDRED && self.is(i, class::PERSONAL)
    }

    /// The token before the hedges that end with `before`: "at just 19", "aged about 40".
    fn before_hedges(&self, before: usize) -> usize {
        let mut i = before;
        while i > 0
            && before - i < HEDGES
            && self.is(i, class::AGE_HEDGE)
            && (!self.is(i, class::AT) || self.is(i + 1, class::LEAST))
        {
            i -= 1;
        }
        i
    }

    /// "65 and over", "12 or younger": what follows the number of an age.
    pub(in crate::figures) fn age_bracket(&self, at: usize) -> bool {
        self.is(at, class::AND | class::OR) && self.is(at + 1, class::OLDER | class::AGE_LIMIT)
    }
}

#[cfg(test)]
mod tests;
