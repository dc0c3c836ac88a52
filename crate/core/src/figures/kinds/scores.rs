//! Pairs of numbers that are a score or a vote: "3-1", "voted 52 to 48", and the levels of an index.

use crate::figures::amount::{Amount, What};
use crate::figures::number::Form;
use crate::figures::quantity::{Kind, Unit};
use crate::figures::reader::Reader;
use crate::figures::scan::Scan;
use crate::lexicon::class;
use crate::lexicon::named;

impl Reader<'_> {
    /// What a record of games won and lost is; the token after it. Elsewhere "61-101" is a range.
    pub(in crate::figures) fn record(&mut self, low: &Amount) -> Option<usize> {
        let told = self.scan.of_record(low.first);
        told.then(|| self.score(low))?
    }

    /// "2-0", "won 3-1": a score; the token after it.
    pub(in crate::figures) fn score(&mut self, low: &Amount) -> Option<usize> {
        let scan = &self.scan;
        let at = low.end;
        let plain = low.what == What::Bare
            && low.numeral.form == Form::Digits
            && low.numeral.place == 0
            && low.numeral.power == 0
            && !low.negative;
        if plain && let Some(end) = scan.ratio(low) {
            let (one, two) = (scan.small(low.first)?, scan.small(at + 1)?);
            return Some(self.whole(Kind::Score, (one, two), low.first, end));
        }
        if !plain || !matches!(scan.sign(at), '-' | '–') || !scan.glued(at) || !scan.glued(at + 1)
        {
            return None;
        }
        // "24,850–24,700"
        let goes_on = matches!(scan.sign(at + 2), ',' | '.')
            && scan.glued(at + 2)
            && scan.glued(at + 3)
            && scan.is_digits(at + 3);
        if low.numeral.grouped || goes_on {
            return None;
        }
        let (one, two) = (scan.small(low.first)?, scan.small(at + 1)?);
        let end = at + 2;
        let large = one > 199 && !scan.tells_a_vote(low.first, two, end);
        let ordered = one >= two && !large || scan.of_record(low.first);
        if one > 999 || !ordered || scan.joined_before(low.first) {
            return None;
        }
        if scan.joined_after(end) || (scan.dash(end) && scan.glued(end)) {
            return Some(scan.past_chain(end));
        }
        Some(self.whole(Kind::Score, (one, two), low.first, end))
    }

    /// "voted 52 to 48": the votes for and against; the token after them.
    pub(in crate::figures) fn votes(&mut self, low: &Amount) -> Option<usize> {
        const REACH: usize = 3;
        let scan = &self.scan;
        let told = (low.first.saturating_sub(REACH)..low.first).any(|i| scan.is(i, class::VOTE));
        if !told || low.what != What::Bare || !scan.is(low.end, class::TO) {
            return None;
        }
        let next = low.end + 1;
        let (one, two) = (scan.small(low.first)?, scan.small(next)?);
        let end = next + 1;
        let plain = low.end == low.first + 1 && scan.closes(end) || scan.is(end, class::STOP);
        (plain && one <= 999 && one >= two && !scan.joined_after(end))
            .then(|| self.whole(Kind::Score, (one, two), low.first, end))
    }

    /// "by 321 votes to 278": the second number counts votes too.
    pub(in crate::figures) fn votes_against(&self, low: &Amount, high: &Amount) -> Option<Unit> {
        let scan = &self.scan;
        let to = low
            .first
            .checked_sub(1)
            .filter(|&to| to > 0 && scan.is(to, class::TO))?;
        let last = self.found.last()?;
        let same = matches!(&last.unit, Unit::Noun(noun) if noun.end == scan.end(to));
        (same
            && scan.is(to - 1, class::VOTE)
            && (scan.closes(high.end) || scan.is(high.end, class::STOP)))
        .then(|| last.unit.clone())
    }

    /// "rose 64.06 points to 4,577.10": the level of what changed is counted alike.
    pub(in crate::figures) fn index_level(&self, low: &Amount) -> bool {
        const REACH: usize = 60;
        let scan = &self.scan;
        let to = low
            .first
            .checked_sub(1)
            .is_some_and(|i| scan.is(i, class::TO) || scan.is(i, class::AT));
        to && self.found.iter().rev().take(2).any(|last| {
            last.unit == Unit::Named(named::POINT.to_owned())
                && scan.start(low.first) - last.end < REACH
                && !scan.text[last.end..scan.start(low.first)].contains(". ")
        })
    }
}

impl Scan<'_> {
    /// "5:1", "a 3:2 win": the token after it. A time of day has two digits behind the colon.
    fn ratio(&self, low: &Amount) -> Option<usize> {
        let at = low.end;
        let glued = self.sign(at) == ':' && self.glued(at) && self.glued(at + 1);
        let short = self.digit_count(low.first) <= 2 && self.digit_count(at + 1) == 1;
        let alone = !self.joined_before(low.first) && !self.joined_after(at + 2);
        let chain = self.sign(at + 2) == ':' && self.glued(at + 2);
        (glued && self.is_digits(at + 1) && short && alone && !chain).then_some(at + 2)
    }

    /// "a record of 186–300": won and lost, before the number at token `first`.
    fn of_record(&self, first: usize) -> bool {
        first > 1 && self.is(first - 1, class::OF) && self.is(first - 2, class::RECORD)
    }

    /// Whether more than 199 to `two`, from token `first` to `end`, are votes or the runs and wickets of cricket, no
    /// name of an aeroplane: "passed 217-215", "were 287-6".
    fn tells_a_vote(&self, first: usize, two: u32, end: usize) -> bool {
        const MOST_WICKETS: u32 = 10;
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let vote = self.is(end, class::VOTE);
        let named = if self.is(before, class::ARTICLE) {
            !vote
        } else {
            self.is(before, class::LABEL | class::WHOSE) || self.begins(first)
        };
        let ends = self.closes(end) || self.is(end, class::STOP) || vote;
        let size = two >= 100
            || two <= MOST_WICKETS && self.is(before, class::STOP | class::BE | class::AT_SCORE);
        size && ends && !named
    }
}
