//! What holds for every page, however strange.

use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate, Zone};
use plumbline_core::report::{Level, Reason, Verdict};
use plumbline_core::{Arriving, check};
use plumbline_words::{EnglishDates, account};
use proptest::prelude::*;

/// Texts of words that claims are made of, in any order, with anything between.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "Meta", "Meta's", "Scale AI", "Scale AI's", "Wang", "Alexandr Wang", "WhatsApp", "OpenAI", "Surge AI", "Zuckerberg",
            "invested", "paid", "poured", "bought", "valued", "founded", "stake", "investment", "deal", "valuation", "startup",
            "in", "into", "for", "at", "of", "to", "by", "which", "who", "the company", "its", "it", "the", "a", "and", "if", "could",
            "$14.8 billion", "$1.48B", "$14.3bn", "49%", "28-year-old", "28", "2016", "in May 2024", "1,500 employees", "€3m",
            ",", ".", "(", ")", ":", ";", "—", "–", "“", "”", "\"", "'", "’s", "-", "*", "**", "?", "!", "[", "]", "\n", "•", "#",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.join(" "))
}

fn page() -> impl Strategy<Value = Page> {
    let role = prop::sample::select(vec![
        Role::Headline,
        Role::Heading,
        Role::Paragraph,
        Role::Item,
        Role::Cell,
        Role::Caption,
        Role::Quote,
    ]);
    let zone = prop::sample::select(vec![Zone::Article, Zone::Main, Zone::Body, Zone::Aside]);
    let block = (role, zone, text(), 0..3_usize).prop_map(|(role, zone, text, row)| Block {
        role,
        zone,
        text,
        linked: 0,
        row,
    });
    let date = prop::option::of("\\PC{0,12}|20[0-9]{2}-[01][0-9]-[0-3][0-9]");
    let language = prop::sample::select(vec!["", "en-CA", "en-GB", "en-ZA"]);
    let parts = (prop::collection::vec(block, 0..8), text(), language, date);
    parts.prop_map(|(blocks, title, language, date)| Page {
        title,
        language: language.to_owned(),
        blocks,
        dates: date
            .map(|value| StatedDate::new(DateSource::Meta, value))
            .into_iter()
            .collect(),
        ..Page::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_stand_where_they_say_and_have_evidence(page in page()) {
        let reference = plumbline_bundled::reference().expect("the bundled set is sound");
        let report = check(&page, &reference);
        let counts = report.summary;
        let by_sources = || report.findings.iter().filter(|f| matches!(f.reason, Reason::Sources(_)));
        let places: usize = by_sources().map(|f| f.times).sum();
        prop_assert_eq!(counts.read, places + counts.not_covered);
        prop_assert_eq!(counts.warned + counts.marked + counts.supported, report.findings.len());
        prop_assert_eq!(counts.not_covered, report.passed.iter().map(|p| p.count).sum::<usize>());
        let passed = report.passed.iter().map(|p| &p.places);
        for places in report.findings.iter().map(|f| &f.places).chain(passed) {
            let mut last = (0, 0);
            for place in places {
                let units: Vec<u16> = page.blocks[place.block].text.encode_utf16().collect();
                prop_assert_eq!(String::from_utf16_lossy(&units[place.start..place.end]), place.quote.clone());
                prop_assert!((place.block, place.start) >= last, "places are in reading order");
                last = (place.block, place.end);
            }
        }
        for finding in &report.findings {
            let within = matches!(finding.reason, Reason::Article(_));
            prop_assert!(finding.evidence.is_empty() == within && !finding.places.is_empty());
            prop_assert_eq!(finding.level == Level::Warn && finding.verdict == Verdict::Supported, false);
        }
        for entry in account(reference.language, &report, &EnglishDates).findings {
            prop_assert!(!entry.answer.is_empty() && !entry.label.is_empty());
            prop_assert!(entry.answer.matches(". ").count() < 2, "{}", entry.answer);
        }
    }

    #[test]
    fn a_page_in_parts_says_what_the_whole_says(page in page(), sizes in prop::collection::vec(0..4_usize, 0..4)) {
        let reference = plumbline_bundled::reference().expect("the bundled set is sound");
        let whole = check(&page, &reference);
        let mut rest = page;
        let mut arriving = Arriving::new(reference.language);
        for size in sizes {
            let size = size.min(rest.blocks.len());
            prop_assert_eq!(arriving.add(rest.blocks.drain(..size).collect()), Ok(()));
        }
        let parts = arriving.whole(rest).map(|mut page| page.check(&reference));
        prop_assert_eq!(parts, Ok(whole));
    }

    #[test]
    fn a_page_about_others_stays_silent(page in page()) {
        // The same page with every name of the set replaced by somebody the set does not know.
        let reference = plumbline_bundled::reference().expect("the bundled set is sound");
        let mut page = page;
        let rename = |text: &str| {
            let mut text = text.to_owned();
            for (name, other) in [
                ("Meta", "Norvex"), ("Scale AI", "Lumora"), ("Alexandr Wang", "Tove Lind"), ("Wang", "Lind"),
                ("WhatsApp", "Chirrup"), ("OpenAI", "Klarion"), ("Zuckerberg", "Okafor"),
            ] {
                text = text.replace(name, other);
            }
            text
        };
        page.title = rename(&page.title);
        for block in &mut page.blocks {
            block.text = rename(&block.text);
        }
        let report = check(&page, &reference);
        let by_sources = report.findings.iter().filter(|f| matches!(f.reason, Reason::Sources(_)));
        prop_assert_eq!(by_sources.count(), 0);
    }
}
