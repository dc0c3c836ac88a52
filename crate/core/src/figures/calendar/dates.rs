//! Days, months and times of day: what looks like numbers and is the calendar.

use crate::calendar::{DateSpan, PartialDate};
use crate::figures::amount::Amount;
use crate::figures::number::Form;
use crate::figures::scan::Scan;
use crate::lexicon::{Part, Scale, class};
use crate::locale::DayOrder;
use rust_decimal::Decimal;

/// What the calendar has at a token.
pub(in crate::figures) enum Calendar {
    /// A date or a run of them, and the token after it.
    Date { dates: DateSpan, end: usize },
    /// A time of day, which is no figure; the token after it.
    Time { end: usize },
}

/// A date of what was read; none without its month.
pub(super) fn dated(year: Option<u32>, month: u32, day: Option<u32>) -> Option<PartialDate> {
    let year = year.map(u16::try_from).transpose().ok()?;
    let day = day.map(u8::try_from).transpose().ok()?;
    let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
    Some(PartialDate {
        year,
        month: Some(month),
        day,
    })
}

impl Scan<'_> {
    /// The date or time that begins at token `i`.
    pub(in crate::figures) fn calendar(&self, i: usize) -> Option<Calendar> {
        if self.is_digits(i) {
            return self
                .time(i)
                .or_else(|| self.numeric_date(i))
                .or_else(|| self.day_first(i));
        }
        if self.is(i, class::MONTH) && self.capital(i) {
            return self.month_first(i);
        }
        None
    }

    /// "four a.m.", "ten p.m.": an hour in words.
    pub(in crate::figures) fn clock(&self, amount: &Amount) -> bool {
        let at = amount.end;
        let half = self.is(at, class::AM | class::PM)
            || (self.is(at, class::DAY_HALF_LETTER)
                && self.sign(at + 1) == '.'
                && self.is(at + 2, class::LETTER_M)
                && self.glued(at + 2));
        let spoken =
            amount.numeral.form == Form::Words && amount.numeral.value <= Decimal::from(12);
        // "half past nine"
        let past = amount.first > 1
            && self.is(amount.first - 1, class::PAST_HOUR)
            && self.is(amount.first - 2, class::HOUR_PART);
        (half || past) && spoken
    }

    /// The month that the word at token `i` names, 1 to 12.
    fn month(&self, i: usize) -> Option<u32> {
        u32::try_from(self.word(i).value).ok()
    }

    fn year(&self, i: usize) -> Option<u32> {
        self.small(i)
            .filter(|year| self.digit_count(i) == 4 && (1000..2200).contains(year))
    }

    fn day(&self, i: usize) -> Option<(u32, usize)> {
        let day = self
            .small(i)
            .filter(|day| (1..=31).contains(day) && self.digit_count(i) <= 2)?;
        let mut end = i + 1;
        if self.glued(end) && self.is(end, class::RANK_ENDING | class::FIRST_ENDING) {
            end += 1;
        } else if self.glued(end)
            && (self.is_word(end)
                || (matches!(self.sign(end), '.' | ':' | ',' | '%')
                    && self.glued(end + 1)
                    && (self.is_digits(end + 1) || self.sign(end) == '%')))
            && !(self.sign(end) == ',' && self.digit_count(end + 1) == 4)
        {
            return None;
        }
        Some((day, end))
    }

    /// "May 2024", "Sept. 20-24", "June 13, 2025", "June of 2018".
    fn month_first(&self, i: usize) -> Option<Calendar> {
        let month = self.month(i)?;
        let mut at = i + 1;
        if self.sign(at) == '.' && self.glued(at) {
            at += 1;
        }
        if self.line_break_before(at) {
            return None;
        }
        if let Some(year) = self
            .year(at)
            .or_else(|| self.is(at, class::OF).then(|| self.year(at + 1)).flatten())
        {
            let end = at + 1 + usize::from(self.is(at, class::OF));
            let dates = DateSpan::single(dated(Some(year), month, None)?);
            return Some(Calendar::Date { dates, end });
        }
        let (day, mut end) = self.day(at).or_else(|| self.day_in_words(i, at))?;
        if self.counts_something(i, end) {
            return None;
        }
        let mut last = day;
        let dash = self.dash(end)
            || self.is(end, class::TO | class::THROUGH)
            || (self.is(end, class::AND | class::OR)
                && (self.closes(end + 2)
                    || self.is(end + 2, class::STOP) && self.digit_count(end + 1) < 3
                    || i > 0 && self.is(i - 1, class::BETWEEN_TWO)));
        if dash
            && let Some((second, after)) = self.day(end + 1)
            && (second == day + 1 || second > day && !self.is(end, class::OR))
        {
            last = second;
            end = after;
        }
        if let Some((listed, after)) = self.days_listed(last, end) {
            (last, end) = (listed, after);
        }
        let comma = usize::from(self.sign(end) == ',');
        let year = self.year(end + comma);
        if year.is_some() {
            end += comma + 1;
        }
        let dates = DateSpan {
            first: dated(year, month, Some(day))?,
            last: dated(year, month, Some(last))?,
        };
        Some(Calendar::Date { dates, end })
    }

    /// "the weeks ended April four were", as wires write a day below ten: the number in words after the month at token
    /// `month`, and the token after it.
    fn day_in_words(&self, month: usize, at: usize) -> Option<(u32, usize)> {
        let ended = month > 0
            && (self.is(month - 1, class::TO_LEVEL) || self.is(month - 1, class::OF_A_DAY));
        let word = self.word(at);
        let alone = self.closes(at + 1) || self.is(at + 1, class::STOP | class::UP | class::DOWN);
        (ended && alone && word.part == Part::Unit && word.value > 0)
            .then(|| Some((u32::try_from(word.value).ok()?, at + 1)))?
    }

    /// ", 23, 25 and 29" after a day: the last of the days that share the month, each after the one before, and the
    /// token after it.
    fn days_listed(&self, first: u32, end: usize) -> Option<(u32, usize)> {
        const MOST: usize = 12;
        let (mut before, mut at) = (first, end);
        for _ in 0..MOST {
            let comma = usize::from(self.sign(at) == ',');
            let and = usize::from(self.is(at + comma, class::AND));
            let (day, after) = self.day(at + comma + and)?;
            if comma + and == 0 || day <= before {
                return None;
            }
            before = day;
            if and == 1 {
                return (at > end && self.closes(after)).then_some((day, after));
            }
            at = after;
        }
        None
    }

    /// "by May 2 million had fled", "in May 30 people came": the number after the month at token `month`, which ends
    /// before token `end`, is no day of it.
    fn counts_something(&self, month: usize, end: usize) -> bool {
        let large = self.word(end).scale == Scale::Word && !self.glued(end);
        // One is there on a day, but in a month.
        let during = month > 0 && self.is(month - 1, class::IN);
        let things = self.is_word(end) && self.plural(end) && !self.is(end, class::STOP);
        large || during && things
    }

    /// "13 June 2025", "9 May", "3 to 5 May".
    fn day_first(&self, i: usize) -> Option<Calendar> {
        let (first, mut at) = self.day(i)?;
        let mut day = first;
        let mut ordinal = at > i + 1;
        let and = self.is(at, class::AND);
        if (self.dash(at) || self.is(at, class::TO) || and)
            && let Some((last, after)) = self.day(at + 1)
            && (last == first + 1 || last > first && !and)
            && self.is(after, class::MONTH)
        {
            (day, ordinal) = (last, false);
            at = after;
        }
        if ordinal && self.is(at, class::OF) {
            at += 1;
        }
        if !self.is(at, class::MONTH) || !self.capital(at) || self.line_break_before(at) {
            return None;
        }
        let month = self.month(at)?;
        at += 1;
        if self.sign(at) == '.' && self.glued(at) && self.year(at + 1).is_some() {
            at += 1;
        }
        let comma = usize::from(self.sign(at) == ',' && self.year(at + 1).is_some());
        let year = self
            .year(at + comma)
            .filter(|_| !self.line_break_before(at));
        if year.is_some() {
            at += comma + 1;
        }
        let dates = DateSpan {
            first: dated(year, month, Some(first))?,
            last: dated(year, month, Some(day))?,
        };
        Some(Calendar::Date { dates, end: at })
    }

    /// "2025-06-13", "5/17/2018", "13.6.2025".
    fn numeric_date(&self, i: usize) -> Option<Calendar> {
        let sign = self.sign(i + 1);
        if !matches!(sign, '-' | '/' | '.')
            || !(1..5).all(|step| self.glued(i + step))
            || self.sign(i + 3) != sign
        {
            return None;
        }
        let (a, b, c) = (self.small(i)?, self.small(i + 2)?, self.small(i + 4)?);
        if self.sign(i + 5) == sign
            && self.glued(i + 5)
            && self.is_digits(i + 6)
            && self.glued(i + 6)
        {
            return None;
        }
        let lengths = (
            self.digit_count(i),
            self.digit_count(i + 2),
            self.digit_count(i + 4),
        );
        let date = match lengths {
            (4, 1 | 2, 1 | 2) if b <= 12 && c <= 31 && sign != '.' => {
                let day = (c > 0).then_some(c);
                dated(Some(a), b, day)
            }
            (1 | 2, 1 | 2, 4 | 2) if sign != '.' || lengths.2 == 4 => {
                let year = if lengths.2 == 2 {
                    if c < 50 { 2000 + c } else { 1900 + c }
                } else {
                    c
                };
                let day_first = match self.locale.days {
                    _ if a > 12 || sign == '.' => true,
                    _ if b > 12 || a == b => false,
                    DayOrder::DayFirst => true,
                    DayOrder::MonthFirst => false,
                    DayOrder::Open => return Some(Calendar::Time { end: i + 5 }),
                };
                let (month, day) = if day_first { (b, a) } else { (a, b) };
                if month > 12 || day > 31 || month == 0 || day == 0 {
                    return None;
                }
                dated(Some(year), month, Some(day))
            }
            _ => None,
        }?;
        let mut end = i + 5;
        // The time that follows a machine's date: "T10:38:07.190Z".
        if self.is(end, class::LETTER_T) && self.glued(end) && self.is_digits(end + 1) {
            end = self.past_chain(end + 1);
            end += usize::from(self.is(end, class::LETTER_Z) && self.glued(end));
        }
        Some(Calendar::Date {
            dates: DateSpan::single(date),
            end,
        })
    }

    /// "11:30", "5:00 AM", "6pm", "2 p.m.", "1.56pm".
    fn time(&self, i: usize) -> Option<Calendar> {
        // "2130 GMT"
        if self.four_digits_of_time(i) {
            return Some(Calendar::Time { end: i + 2 });
        }
        let hour = self
            .small(i)
            .filter(|hour| *hour <= 24 && self.digit_count(i) <= 2)?;
        let minutes = |sign: char, at: usize| {
            self.sign(at) == sign
                && self.glued(at)
                && self.glued(at + 1)
                && self.digit_count(at + 1) == 2
                && self.small(at + 1).is_some_and(|minute| minute < 60)
        };
        if minutes(':', i + 1) {
            let mut end = i + 3;
            if minutes(':', end) {
                end += 2;
            }
            return Some(Calendar::Time {
                end: self.meridiem(end).unwrap_or(end),
            });
        }
        // "19.30 GMT"
        if minutes('.', i + 1) && self.is(i + 3, class::ZONE) {
            return Some(Calendar::Time { end: i + 4 });
        }
        if hour > 12 {
            return None;
        }
        // "at 10 in the morning"
        let part = self.is(i + 1, class::IN)
            && self.is(i + 2, class::THE)
            && self.is(i + 3, class::DAYTIME);
        if part {
            return Some(Calendar::Time { end: i + 4 });
        }
        if minutes('.', i + 1)
            && let Some(end) = self.meridiem(i + 3)
        {
            return Some(Calendar::Time { end });
        }
        if let Some(end) = self.meridiem(i + 1) {
            return Some(Calendar::Time { end });
        }
        // "6 to 8 p.m.", "10-11 a.m.", "9 and 11 am"
        let joint = self.is(i + 1, class::TO | class::AND | class::OR) || self.dash(i + 1);
        if joint
            && self
                .small(i + 2)
                .is_some_and(|hour| (1..=12).contains(&hour))
            && let Some(end) = self.meridiem(i + 3)
        {
            return Some(Calendar::Time { end });
        }
        // "five o'clock"
        if self.is(i + 1, class::LETTER_O) && self.is(i + 3, class::CLOCK) {
            return Some(Calendar::Time { end: i + 4 });
        }
        None
    }

    /// "2130 GMT", "1400 hrs", "2130 local time": hours and minutes in one number.
    fn four_digits_of_time(&self, i: usize) -> bool {
        let known = self.is(i + 1, class::ZONE)
            || self.is(i + 1, class::LOCAL) && self.is(i + 2, class::TIME);
        known
            && self.digit_count(i) == 4
            && self
                .small(i)
                .is_some_and(|time| time < 2400 && time % 100 < 60)
    }

    /// "am", "p.m." at token `i`: the token after it.
    fn meridiem(&self, i: usize) -> Option<usize> {
        if self.is(i, class::AM) || self.is(i, class::PM) {
            return Some(i + 1);
        }
        let letter = self.is(i, class::INDEFINITE) || self.is(i, class::LETTER_P);
        (letter
            && self.sign(i + 1) == '.'
            && self.is(i + 2, class::LETTER_M)
            && self.glued(i + 1)
            && self.glued(i + 2))
        .then(|| i + 3 + usize::from(self.sign(i + 3) == '.' && self.glued(i + 3)))
    }
}
