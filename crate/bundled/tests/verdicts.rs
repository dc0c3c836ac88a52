//! Sentences of our own against the bundled set: which level each figure gets.

mod cases;

use cases::{Now, page};
use plumbline_core::check;
use plumbline_core::report::{Level, Place, Verdict};
use plumbline_words::{EnglishDates, account};
use std::collections::HashSet;

#[test]
fn figures_get_the_level_that_a_careful_checker_would_give() {
    let cases = cases::all();
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let mut names = HashSet::new();
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(
            names.insert(&case.name),
            "two cases are called {:?}",
            case.name
        );
        let report = check(&page(case), &reference);
        let quotes = |level: Level| -> Vec<String> {
            let findings = report.findings.iter().filter(|f| f.level == level);
            // What is at odds within the article has cases of its own.
            let findings = findings.filter(|f| f.verdict != Verdict::AtOdds);
            let mut places: Vec<&Place> = findings.flat_map(|f| &f.places).collect();
            places.sort_by_key(|place| (place.block, place.start));
            places.iter().map(|place| place.quote.clone()).collect()
        };
        let shown = Now {
            warn: quotes(Level::Warn),
            mark: quotes(Level::Mark),
        };
        let met = shown.warn == case.warn && shown.mark == case.mark;
        if met && case.known.is_some() {
            wrong.push(format!("{}: is met now, drop its known reason", case.name));
        } else if case.known.is_some() && shown != case.now {
            wrong.push(format!(
                "{}: is not met, and shows {shown:?} where it showed {:?}",
                case.name, case.now
            ));
        } else if case.known.is_none() && case.now != Now::default() {
            wrong.push(format!(
                "{}: says what is shown now, and no reason",
                case.name
            ));
        } else if !met && case.known.is_none() {
            wrong.push(format!(
                "{}: warned of {:?}, marked {:?}; expected {:?}, {:?}\n    {}",
                case.name,
                quotes(Level::Warn),
                quotes(Level::Mark),
                case.warn,
                case.mark,
                case.text.trim()
            ));
        }
        let told = account(reference.language, &report, &EnglishDates).findings;
        let shown = told.iter().find(|f| f.level != Level::None);
        for words in &case.says {
            let lines = shown.map(|f| {
                let arithmetic = f.evidence.iter().map(|line| line.arithmetic.as_str());
                let notes = f.notes.iter().map(String::as_str);
                let lines = std::iter::once(f.answer.as_str())
                    .chain(arithmetic)
                    .chain(notes);
                lines.collect::<Vec<_>>().join(" ")
            });
            if !lines.as_ref().is_some_and(|lines| lines.contains(words)) {
                wrong.push(format!("{}: {words:?} is not in {lines:?}", case.name));
            }
        }
        for finding in report.findings.iter().filter(|f| f.level != Level::None) {
            assert!(
                !finding.evidence.is_empty() || finding.verdict == Verdict::AtOdds,
                "{}: {:?} is shown without evidence",
                case.name,
                finding.places
            );
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} cases:\n{}",
        wrong.len(),
        cases.len(),
        wrong.join("\n")
    );
}

/// What is at odds within the article comes first, wherever it stands, in the report and in the lines that popup and
/// command line list.
#[test]
fn what_is_at_odds_within_the_article_is_listed_first() {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let case = cases::Case {
        text: String::from(
            "Meta paid $14.8 billion for 49% of Scale AI.\n\nThe owners met on Wednesday, 3 March 2026.",
        ),
        ..cases::Case::default()
    };
    let report = check(&page(&case), &reference);
    let odds: Vec<bool> = (report.findings.iter())
        .map(|finding| finding.verdict == Verdict::AtOdds)
        .collect();
    assert!(
        odds.len() > 1 && odds[0] && !odds[1..].contains(&true),
        "{odds:?}"
    );
    let told = account(reference.language, &report, &EnglishDates).findings;
    let first = told.first().map_or("", |finding| finding.answer.as_str());
    assert!(first.contains("Tuesday"), "{first}");
}
