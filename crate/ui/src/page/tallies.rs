//! The counts on top: what cannot all be right within the article has one of its own, before what sources say.

use crate::dom::{Built, element};
use plumbline_browser::says;
use plumbline_core::report::{Level, Summary};
use plumbline_words::{Account, Entry, grouped};

/// The counts of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tallies {
    /// Figures read.
    pub(super) read: usize,
    /// Conflicts within the article.
    pub(super) at_odds: usize,
    /// Whether any of them is a warning.
    severe: bool,
    /// What sources are against.
    pub(super) warned: usize,
    /// What sources differ on.
    pub(super) marked: usize,
    /// What they agree with.
    pub(super) supported: usize,
    /// What was not compared with any.
    pub(super) not_covered: usize,
}

impl Tallies {
    /// A report's.
    pub(super) fn of(report: &Account) -> Self {
        let Summary {
            read,
            warned,
            marked,
            supported,
            not_covered,
            ..
        } = report.summary;
        let odds = |level| {
            let of = |entry: &&Entry| !entry.together.is_empty() && entry.level == level;
            report.findings.iter().filter(of).count()
        };
        let (severe, slight) = (odds(Level::Warn), odds(Level::Mark));
        Self {
            read,
            at_odds: severe + slight,
            severe: severe > 0,
            warned: warned.saturating_sub(severe),
            marked: marked.saturating_sub(slight),
            supported,
            not_covered,
        }
    }

    /// Whether any figure was compared with what sources say.
    pub(super) fn is_covered(&self) -> bool {
        self.warned + self.marked + self.supported > 0
    }

    /// The section that shows them.
    pub(super) fn section(&self) -> Built {
        let digits = |count: usize| grouped(&count.to_string());
        let read = element("p", "read")
            .child(element("strong", "").text(&digits(self.read)))
            .text(" ")
            .text(&form("read", self.read));
        let section = element("section", "summary")
            .attribute("aria-label", &says("summary_label"))
            .child(read);
        let odds = if self.severe { "warn" } else { "mark" };
        let covered = self.is_covered();
        let parts = [
            (odds, self.at_odds, says("at_odds"), self.at_odds > 0),
            ("warn", self.warned, form("warning", self.warned), covered),
            ("mark", self.marked, says("marked"), covered),
            ("supported", self.supported, says("supported"), covered),
            (
                "not-covered",
                self.not_covered,
                says("not_covered"),
                covered,
            ),
        ];
        let tallies = parts.into_iter().filter(|(.., shown)| *shown);
        let mut tallies = tallies.map(|(kind, count, word, _)| {
            let sign = element("span", &format!("sign {kind}")).attribute("aria-hidden", "true");
            let line = element("span", "count")
                .child(sign)
                .text(&format!("{} ", digits(count)));
            let class = if count == 0 { "none" } else { "some" };
            element("li", class).child(line).text(&word)
        });
        match tallies.next() {
            Some(first) => section.child(element("ul", "tallies").child(first).children(tallies)),
            None => section,
        }
    }
}

/// The word beside a number that stands apart from it.
fn form(name: &str, count: usize) -> String {
    says(&format!(
        "{name}_{}",
        if count == 1 { "one" } else { "many" }
    ))
}

#[cfg(test)]
mod tests {
    use super::Tallies;
    use plumbline_core::report::{Level, Summary};
    use plumbline_words::{Account, Entry, Sign};

    fn entry(level: Level, together: &str) -> Entry {
        Entry {
            places: Vec::new(),
            spots: Vec::new(),
            code: String::new(),
            right: false,
            times: String::new(),
            level,
            sign: Sign::Warn,
            label: String::new(),
            about: String::new(),
            together: together.to_owned(),
            answer: String::new(),
            evidence: Vec::new(),
            notes: Vec::new(),
        }
    }

    #[test]
    fn conflicts_are_counted_apart_from_what_sources_say() {
        let report = Account {
            summary: Summary {
                read: 9,
                warned: 2,
                marked: 2,
                supported: 1,
                not_covered: 3,
                checked: 4,
            },
            findings: vec![
                entry(Level::Warn, "Does not fit with"),
                entry(Level::Mark, "Does not fit with"),
                entry(Level::Warn, ""),
                entry(Level::Mark, ""),
                entry(Level::None, ""),
            ],
            ..Account::default()
        };
        let tallies = Tallies::of(&report);
        let counts = (
            tallies.at_odds,
            tallies.warned,
            tallies.marked,
            tallies.supported,
        );
        assert_eq!(counts, (2, 1, 1, 1));
        assert!(tallies.severe && tallies.is_covered());
    }

    #[test]
    fn where_only_the_article_was_looked_at_nothing_is_covered() {
        let report = Account {
            summary: Summary {
                read: 4,
                marked: 1,
                not_covered: 4,
                ..Summary::default()
            },
            findings: vec![entry(Level::Mark, "Does not fit with")],
            ..Account::default()
        };
        let tallies = Tallies::of(&report);
        assert!(!tallies.is_covered() && !tallies.severe);
    }
}
