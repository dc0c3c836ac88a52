//! Sentences of our own against the bundled set: which level each figure gets.

mod cases;

use cases::page;
use plumbline_core::check;
use plumbline_core::report::Level;
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
            report
                .findings
                .iter()
                .filter(|f| f.level == level)
                .map(|f| f.quote.clone())
                .collect()
        };
        let met = quotes(Level::Warn) == case.warn && quotes(Level::Mark) == case.mark;
        if met && case.known.is_some() {
            wrong.push(format!("{}: is met now, drop its known reason", case.name));
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
        let shown = report.findings.iter().find(|f| f.level != Level::None);
        for words in &case.says {
            if !shown.is_some_and(|f| f.explanation.contains(words)) {
                wrong.push(format!(
                    "{}: {words:?} is not in {:?}",
                    case.name,
                    shown.map(|f| &f.explanation)
                ));
            }
        }
        for finding in report.findings.iter().filter(|f| f.level != Level::None) {
            assert!(
                !finding.evidence.is_empty(),
                "{}: {:?} is shown without evidence",
                case.name,
                finding.quote
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
