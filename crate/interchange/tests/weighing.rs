//! How statements are weighed against each other, and in which words: the same small set with other sources.

use plumbline_core::check;
use plumbline_core::language::Language;
use plumbline_core::page::{Block, DateSource, Page, StatedDate};
use plumbline_core::reference::Reference;
use plumbline_interchange::toml::verify;
use plumbline_words::{EnglishDates, Entry, account};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

/// A source: its id, the id of the one it copies or "", and its statements.
type Source = (&'static str, &'static str, &'static [Statement]);
/// A statement: property, entity, figure, and the other keys as they are written.
type Statement = (&'static str, &'static str, &'static str, &'static str);

struct Case {
    name: &'static str,
    sources: &'static [Source],
    text: &'static str,
    /// The explanation of the first figure, word for word.
    explanation: &'static str,
    /// A line of its evidence: value, then publishers.
    evidence: (&'static str, &'static [&'static str]),
}

/// The price that Orrin Water paid for Vale Pumps.
const fn price(figure: &'static str) -> Statement {
    (
        "price",
        "orrin",
        figure,
        "object = \"vale\"\ntime = \"2025-06\"",
    )
}

/// What Vale Pumps was valued at.
const fn valued(figure: &'static str, when: &'static str) -> Statement {
    ("valuation", "vale", figure, when)
}

const DEAL: &str = "Orrin Water paid $430 million for Vale Pumps.";
const JUNE: &str = "time = \"2025-06\"";

const CASES: &[Case] = &[
    Case {
        name: "a slip and its copy are one voice",
        sources: &[
            ("a", "", &[price("$43 million")]),
            ("b", "a", &[price("$43 million")]),
            ("c", "", &[price("$430 million")]),
            ("d", "", &[price("$430 million")]),
        ],
        text: "Orrin Water paid $43 million for Vale Pumps.",
        explanation: "This page says $43 million; two other sources say $430 million, ten times as much. The decimal point has probably slipped.",
        evidence: (
            "$43 million (likely a slip)",
            &["Paper a", "Paper b (repeating Paper a)"],
        ),
    },
    Case {
        name: "a figure is no slip of what is garbled itself",
        sources: &[
            ("a", "", &[price("$48 million")]),
            ("b", "", &[price("$430 million")]),
            ("c", "", &[price("$430 million")]),
        ],
        text: "Orrin Water paid $480 million for Vale Pumps.",
        explanation: "This page says $480 million; two other sources say $430 million.",
        evidence: ("$48 million", &["Paper a"]),
    },
    Case {
        name: "a figure and its copies are one source",
        sources: &[
            ("a", "", &[price("$430 million")]),
            ("b", "a", &[price("$430 million")]),
            ("c", "b", &[price("$430 million")]),
            ("d", "", &[price("$480 million")]),
            ("e", "", &[price("$480 million")]),
        ],
        text: DEAL,
        explanation: "This page says $430 million; two other sources say $480 million. Only one other source agrees with this page.",
        evidence: (
            "$430 million",
            &[
                "Paper a",
                "Paper b (repeating Paper a)",
                "Paper c (repeating Paper a)",
            ],
        ),
    },
    Case {
        name: "another currency bears nothing out",
        sources: &[
            ("a", "", &[price("$43 million")]),
            ("b", "", &[price("€43 million")]),
            ("c", "", &[price("$430 million")]),
            ("d", "", &[price("$430 million")]),
        ],
        text: "Orrin Water paid $43 million for Vale Pumps.",
        explanation: "This page says $43 million; two other sources say $430 million, ten times as much. The decimal point has probably slipped.",
        evidence: ("$43 million (likely a slip)", &["Paper a"]),
    },
    Case {
        name: "others are counted by their sources",
        sources: &[
            ("a", "", &[price("$430 million")]),
            ("b", "", &[price("$430 million")]),
            ("c", "", &[price("$430 million")]),
            ("d", "", &[price("$480 million")]),
            ("e", "", &[price("$480 million")]),
        ],
        text: DEAL,
        explanation: "Three other sources say the same; two others say $480 million.",
        evidence: ("$480 million", &["Paper d", "Paper e"]),
    },
    Case {
        name: "another and its copy are another",
        sources: &[
            ("a", "", &[price("$430 million")]),
            ("b", "", &[price("$430 million")]),
            ("c", "", &[price("$480 million")]),
            ("d", "c", &[price("$480 million")]),
        ],
        text: DEAL,
        explanation: "Two other sources say the same; another says $480 million.",
        evidence: ("$480 million", &["Paper c", "Paper d (repeating Paper c)"]),
    },
    Case {
        name: "others with figures of their own",
        sources: &[
            ("a", "", &[price("$430 million")]),
            ("b", "", &[price("$430 million")]),
            ("c", "", &[price("$480 million")]),
            ("d", "", &[price("$520 million")]),
        ],
        text: DEAL,
        explanation: "Two other sources say the same; others say $480 million or $520 million.",
        evidence: ("$520 million", &["Paper d"]),
    },
    Case {
        name: "others with figures that are not as often told",
        sources: &[
            ("a", "", &[price("$430 million")]),
            ("b", "", &[price("$430 million")]),
            ("c", "", &[price("$430 million")]),
            ("d", "", &[price("$520 million")]),
            ("e", "", &[price("$480 million")]),
            ("f", "", &[price("$480 million")]),
        ],
        text: DEAL,
        explanation: "Three other sources say the same; two others say $480 million, and another says $520 million.",
        evidence: ("$480 million", &["Paper e", "Paper f"]),
    },
    Case {
        name: "a source is no other than itself",
        sources: &[(
            "a",
            "",
            &[
                valued("$900 million", JUNE),
                valued("$700 million", "time = \"2025-06-13\""),
            ],
        )],
        text: "In June 2025, Vale Pumps was valued at $900 million.",
        explanation: "One other source says the same; it also says $700 million (13 June 2025).",
        evidence: ("$700 million (13 June 2025)", &["Paper a"]),
    },
    Case {
        name: "one of the sources is no other",
        sources: &[
            (
                "a",
                "",
                &[
                    valued("$900 million", JUNE),
                    valued("$700 million", "time = \"2025-06-13\""),
                ],
            ),
            ("b", "", &[valued("$900 million", JUNE)]),
        ],
        text: "In June 2025, Vale Pumps was valued at $900 million.",
        explanation: "Two other sources say $900 million (June 2025); one of them also says $700 million (13 June 2025).",
        evidence: ("$900 million (June 2025)", &["Paper a", "Paper b"]),
    },
    Case {
        name: "an age is the same with and without its words",
        sources: &[
            ("a", "", &[("age", "voss", "41 years old", "")]),
            ("b", "", &[("age", "voss", "41", "")]),
            ("c", "", &[("age", "voss", "43 years old", "")]),
        ],
        text: "Mara Voss, 41, runs Orrin Water.",
        explanation: "Two other sources say the same; another says 43.",
        evidence: ("41", &["Paper a", "Paper b"]),
    },
    Case {
        name: "a figure from before is no figure for the year before",
        sources: &[
            ("a", "", &[valued("$900 million", JUNE)]),
            ("b", "", &[valued("$700 million", "before = \"2025-06\"")]),
        ],
        text: "Vale Pumps is now valued at $700 million.",
        explanation: "This page says $700 million; one other source says $900 million (June 2025). $700 million is a figure from before June 2025.",
        evidence: ("$900 million (June 2025)", &["Paper a"]),
    },
    Case {
        name: "a figure for two years is for both",
        sources: &[
            ("a", "", &[valued("$900 million", JUNE)]),
            ("b", "", &[valued("$700 million", "time = \"2022/2023\"")]),
        ],
        text: "Vale Pumps is now valued at $700 million.",
        explanation: "This page says $700 million; one other source says $900 million (June 2025). $700 million is the figure for 2022 to 2023.",
        evidence: ("$900 million (June 2025)", &["Paper a"]),
    },
    Case {
        name: "a figure without a time is for no time",
        sources: &[
            ("a", "", &[valued("$900 million", JUNE)]),
            ("b", "", &[valued("$700 million", "")]),
        ],
        text: "Vale Pumps is now valued at $700 million.",
        explanation: "This page says $700 million; one other source says $900 million (June 2025). A source gives $700 million without saying when.",
        evidence: ("$900 million (June 2025)", &["Paper a"]),
    },
    Case {
        name: "old values do not bear out what speaks of now, however many state them",
        sources: &[
            ("a", "", &[valued("$900 million", JUNE)]),
            ("b", "", &[valued("$900 million", JUNE)]),
            ("c", "", &[valued("$450 million", "time = \"2024-05\"")]),
            ("d", "", &[valued("$450 million", "time = \"2024-05\"")]),
        ],
        text: "Vale Pumps is now valued at $450 million.",
        explanation: "This page says $450 million; two other sources say $900 million (June 2025). $450 million is the figure for May 2024.",
        evidence: ("$900 million (June 2025)", &["Paper a", "Paper b"]),
    },
    Case {
        name: "an old value bears out what speaks of its time",
        sources: &[
            ("a", "", &[valued("$900 million", JUNE)]),
            ("b", "", &[valued("$900 million", JUNE)]),
            ("c", "", &[valued("$450 million", "time = \"2024-05\"")]),
            ("d", "", &[valued("$450 million", "time = \"2024-05\"")]),
        ],
        text: "In May 2024, Vale Pumps was valued at $450 million.",
        explanation: "Two other sources say $450 million (May 2024).",
        evidence: ("$450 million (May 2024)", &["Paper c", "Paper d"]),
    },
    Case {
        name: "every buyer's price makes a whole, dated or not",
        sources: &[
            (
                "a",
                "",
                &[
                    valued("$900 million", JUNE),
                    ("price", "orrin", "$50 million", "object = \"vale\""),
                    ("stake", "orrin", "5%", "object = \"vale\""),
                ],
            ),
            (
                "b",
                "",
                &[
                    (
                        "price",
                        "tarn",
                        "$90 million",
                        "object = \"vale\"\ntime = \"2025-06\"",
                    ),
                    (
                        "stake",
                        "tarn",
                        "10%",
                        "object = \"vale\"\ntime = \"2025-06\"",
                    ),
                ],
            ),
        ],
        text: "Vale Pumps is valued at $600 million.",
        explanation: "This page says $600 million; one other source says $900 million (June 2025), and arithmetic bears that out.",
        evidence: ("about $900 million", &["Paper b"]),
    },
    Case {
        name: "a share of another year is no share of this year's whole",
        sources: &[(
            "a",
            "",
            &[
                valued("$900 million", JUNE),
                (
                    "price",
                    "tarn",
                    "$90 million",
                    "object = \"vale\"\ntime = \"2025-06\"",
                ),
                ("stake", "tarn", "30%", "object = \"vale\"\ntime = \"2021\""),
            ],
        )],
        text: "Vale Pumps is valued at $600 million.",
        explanation: "This page says $600 million; one other source says $900 million (June 2025).",
        evidence: ("$900 million (June 2025)", &["Paper a"]),
    },
    Case {
        name: "a whole of another year is not held against this year's",
        sources: &[(
            "a",
            "",
            &[
                valued("$900 million", JUNE),
                (
                    "price",
                    "tarn",
                    "$90 million",
                    "object = \"vale\"\ntime = \"2021\"",
                ),
                ("stake", "tarn", "30%", "object = \"vale\"\ntime = \"2021\""),
            ],
        )],
        text: "Vale Pumps is valued at $600 million.",
        explanation: "This page says $600 million; one other source says $900 million (June 2025).",
        evidence: ("$900 million (June 2025)", &["Paper a"]),
    },
];

/// The set with the sources of a case.
fn reference(case: &Case) -> Reference {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/deals");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(case.name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("sources")).expect("a folder");
    for name in ["set.toml", "entities.toml", "properties.toml"] {
        fs::copy(from.join(name), folder.join(name)).expect("a file of the set");
    }
    for (id, copied, statements) in case.sources {
        let mut text =
            format!("publisher = \"Paper {id}\"\ntitle = \"Pumps\"\ndate = \"2025-06\"\n");
        if !copied.is_empty() {
            let _ = writeln!(text, "copy-of = \"{copied}\"");
        }
        for (property, entity, figure, more) in *statements {
            let _ = writeln!(
                text,
                "\n[[statement]]\nproperty = \"{property}\"\nentity = \"{entity}\"\nquantity = \"{figure}\"\n{more}"
            );
        }
        fs::write(folder.join("sources").join(format!("{id}.toml")), text).expect("a source");
    }
    let (loaded, problems) = verify(&folder);
    assert_eq!(problems, [], "{}", case.name);
    Reference::new(Language::english(), loaded.set).0
}

fn first_finding(case: &Case) -> Entry {
    let page = Page {
        dates: vec![StatedDate::new(DateSource::Given, "2025-06-20")],
        blocks: vec![Block {
            text: case.text.to_owned(),
            ..Block::default()
        }],
        ..Page::default()
    };
    let report = check(&page, &reference(case));
    let found = account(Language::english(), &report, &EnglishDates)
        .findings
        .into_iter()
        .next();
    found.unwrap_or_else(|| panic!("{}: nothing is found", case.name))
}

#[test]
fn statements_weigh_as_much_as_independent_sources_stand_behind_them() {
    let mut wrong = Vec::new();
    for case in CASES {
        let finding = first_finding(case);
        if finding.answer != case.explanation {
            wrong.push(format!("{}: {}", case.name, finding.answer));
        }
        let (value, publishers) = case.evidence;
        let shown = finding.evidence.iter().find(|e| e.value == value);
        let of: Vec<&str> = shown
            .iter()
            .flat_map(|e| &e.sources)
            .map(|s| s.publisher.as_str())
            .collect();
        if of != publishers {
            wrong.push(format!("{}: {:#?}", case.name, finding.evidence));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
