//! A page that is one of the sources does not vouch for itself.

use plumbline_core::check;
use plumbline_core::page::{Block, Page};
use plumbline_core::reference::Reference;
use plumbline_core::report::{Code, Reason, Report, Why};

fn report(title: &str, text: &str) -> Report {
    let reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let page = Page {
        url: String::from("https://news.example/2025/06/20/story"),
        title: title.to_owned(),
        blocks: vec![Block {
            text: text.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    check(&page, &reference)
}

fn codes(report: &Report) -> Vec<Code> {
    let reasons = report.findings.iter().map(|finding| &finding.reason);
    reasons
        .filter_map(|reason| match reason {
            Reason::Sources(weighed) => Some(weighed.code),
            Reason::Article(_) => None,
        })
        .collect()
}

const STAFF: &str = "Scale AI has about 1,500 employees.";
const TITLE: &str =
    "Meta Invests $14.3 Billion in Scale AI to Boost Its Artificial Intelligence Plans";

#[test]
fn what_only_the_page_states_is_borne_out_by_nobody() {
    let itself = report(&format!("{TITLE} – GSMArena.ng"), STAFF);
    assert!(itself.itself.is_some());
    assert_eq!(codes(&itself), []);
    assert!(itself.passed.iter().any(|p| p.why == Why::OnlyHere));
    let another = report("Who works where", STAFF);
    assert_eq!(another.itself, None);
    assert_eq!(codes(&another), [Code::OneAgrees]);
}

#[test]
fn a_page_is_known_by_most_of_what_it_states() {
    let text = "Before June 2025, Scale AI was valued at over $13 billion. Scale AI was founded in 2016. Meta has \
        invested $14.8 billion in Scale AI. Alexandr Wang is 28 years old.";
    assert_eq!(report("", text).itself.map(|_| ()), Some(()));
    let others =
        "Scale AI was founded in 2016. Meta has invested $14.3 billion in Scale AI for 49% of it.";
    assert_eq!(report("", others).itself, None);
}

/// The bundled set, whose source with this title stands at an address.
fn at_address(title: &str, address: &str) -> Reference {
    let mut reference = plumbline_bundled::reference().expect("the bundled set is sound");
    let mut sources = reference.set.sources.iter_mut();
    let source = sources.find(|source| source.title == title);
    address.clone_into(&mut source.expect("the set has it").address);
    reference
}

#[test]
fn a_page_is_known_by_its_address() {
    // The source's address, the page's, and whether they are of one document.
    let cases = [
        (
            "https://gsm.example/meta-scale",
            "https://gsm.example/meta-scale",
            true,
        ),
        (
            "https://gsm.example/meta-scale",
            "http://www.gsm.example/meta-scale/#prices",
            true,
        ),
        (
            "https://gsm.example/meta-scale",
            "https://gsm.example/meta-scale?utm_source=x",
            true,
        ),
        (
            "https://gsm.example/meta-scale",
            "https://gsm.example/meta-scale-2",
            false,
        ),
        (
            "https://gsm.example/meta-scale",
            "https://other.example/meta-scale",
            false,
        ),
        (
            "https://gsm.example/story?id=7",
            "https://gsm.example/story?id=7&utm_source=x",
            true,
        ),
        (
            "https://gsm.example/story?id=7",
            "https://gsm.example/story?id=8",
            false,
        ),
        (
            "https://gsm.example/story?id=7",
            "https://gsm.example/story",
            true,
        ),
    ];
    for (source, url, same) in cases {
        let page = Page {
            url: url.to_owned(),
            title: String::from("Who works where"),
            blocks: vec![Block {
                text: STAFF.to_owned(),
                ..Block::default()
            }],
            ..Page::default()
        };
        let report = check(&page, &at_address(TITLE, source));
        let named = report.itself.and_then(|at| report.sources.get(at));
        assert_eq!(
            named.map(|source| source.title.as_str()),
            same.then_some(TITLE),
            "{url}"
        );
        let expected: &[Code] = if same { &[] } else { &[Code::OneAgrees] };
        assert_eq!(codes(&report), expected, "{url}");
    }
}
