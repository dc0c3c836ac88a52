//! `plumbline labels`: what readers have said of findings, by the kind of reason, as cases for the tables of tests.

use crate::terminal::{self, Terminal, counted};
use plumbline_core::article::Article;
use plumbline_core::check::inside;
use plumbline_core::compare::{Dated, compare};
use plumbline_core::page::{Block, Page};
use plumbline_core::reference::Reference;
use plumbline_core::report::{Level, Report};
use plumbline_labels::{Label, VERSION, Word};
use std::collections::{BTreeMap, HashSet};
use std::io::{self, BufRead, Write};

/// Prints the labels of JSON lines; gives how many lines could not be read.
pub(crate) fn print(
    reference: &Reference,
    input: impl BufRead,
    out: &mut Terminal<impl Write>,
) -> io::Result<usize> {
    let mut refused = 0;
    let mut sorted: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Label>(&line) {
            Ok(label) if label.version == VERSION => {
                // What is seen from the other page says nothing more.
                if !label.mirrored {
                    sorted.entry(label.code.clone()).or_default().push(label);
                }
            }
            Ok(label) => {
                terminal::complain(format_args!(
                    "line {}: it is of version {}, and this program knows {VERSION}",
                    number + 1,
                    label.version
                ));
                refused += 1;
            }
            Err(error) => {
                terminal::complain(format_args!("line {} is no label: {error}", number + 1));
                refused += 1;
            }
        }
    }
    let mut names = HashSet::new();
    for (code, mut labels) in sorted {
        labels.sort_by(|one, other| (one.word, &one.said).cmp(&(other.word, &other.said)));
        writeln!(out, "## {code}: {}", tally(&labels))?;
        for label in &labels {
            // Who wants to hear nothing of it says nothing of whether it is right.
            if label.word != Word::Ignore {
                write_case(reference, label, &mut names, out)?;
            }
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(refused)
}

/// `3 findings: 1 right, 2 not-same`
fn tally(labels: &[Label]) -> String {
    let of = |word: Word| labels.iter().filter(|label| label.word == word).count();
    let said = Word::ALL.into_iter().filter(|word| of(*word) > 0);
    let said: Vec<String> = said
        .map(|word| format!("{} {}", of(word), name(word)))
        .collect();
    format!("{}: {}", counted(labels.len(), "finding"), said.join(", "))
}

fn name(word: Word) -> &'static str {
    match word {
        Word::Right => "right",
        Word::NotSame => "not the same thing",
        Word::WrongReading => "wrong reading",
        Word::Ignore => "ignored",
    }
}

fn write_case(
    reference: &Reference,
    label: &Label,
    names: &mut HashSet<String>,
    out: &mut Terminal<impl Write>,
) -> io::Result<()> {
    let name = unique(label, names);
    writeln!(
        out,
        "# {}: {} ({})",
        self::name(label.word),
        line(&label.answer),
        line(&label.address)
    )?;
    // What a review makes of a claim stands in its page's data, of which no table has a column.
    if label.code == "sources/denied" {
        return Ok(());
    }
    let passage = label.evidence.iter().find_map(|evidence| {
        let sources = evidence.sources.iter();
        let mut passages = sources.map(|source| source.passage.as_str());
        passages.find(|passage| !passage.is_empty())
    });
    match (label.code.starts_with("article/"), passage) {
        (true, _) => writeln!(out, "{}", within(reference, &name, label)),
        (false, Some(passage)) => writeln!(out, "{}", beside(reference, &name, label, passage)),
        (false, None) => write!(out, "{}", against_set(reference, &name, label)),
    }
}

/// A row of `crate/core/tests/inside/cases.tsv`: what is right is found, and what is not is not.
fn within(reference: &Reference, name: &str, label: &Label) -> String {
    let sentences = sentences(label);
    let found = |text: &str| {
        let page = page(&text.split('¶').map(str::trim).collect::<Vec<_>>());
        let article = Article::of(reference.language, &page);
        let conflicts = inside::of(&article).conflicts;
        let lines: Vec<String> = conflicts.iter().map(|one| one.line(&article)).collect();
        lines.join(" ; ")
    };
    // Sentences of one paragraph, or of several, whichever says what was found.
    let ways = [sentences.join(" "), sentences.join(" ¶ ")];
    let way = ways.iter().find(|way| !found(way).is_empty());
    let text = way.unwrap_or(&ways[0]);
    let expected = if label.word == Word::Right {
        found(text)
    } else {
        String::new()
    };
    let expected = if expected.is_empty() {
        "∅"
    } else {
        &expected
    };
    let alone = if way.is_none() {
        "# its sentences alone say nothing of it:\n"
    } else {
        ""
    };
    format!("{alone}{name}\t-\t{text}\t{expected}")
}

/// A row of `crate/core/tests/compare/cases.tsv`: a figure that is warned of, that should be, or that should not be.
fn beside(reference: &Reference, name: &str, label: &Label, passage: &str) -> String {
    let text = sentences(label).join(" ");
    let passage = line(passage);
    let dated = |text| Dated {
        text,
        published: None,
    };
    let quote = label
        .figures
        .first()
        .map_or("", |figure| figure.quote.as_str());
    let warned = compare(reference.language, dated(&passage), dated(&text))
        .into_iter()
        .any(|found| found.level == Level::Warn && text.get(found.start..found.end) == Some(quote));
    let (right, missed, wrong) = match (label.word == Word::Right, warned) {
        (true, true) => (quote, "", ""),
        (true, false) => ("", quote, ""),
        (false, true) => ("", "", quote),
        (false, false) => ("", "", ""),
    };
    format!("{name}\t{right}\t{missed}\t{wrong}\t{passage}\t{text}\t\t")
}

/// A case of `crate/bundled/tests/newsroom`: what is right is shown as it is today, and what is not is not.
fn against_set(reference: &Reference, name: &str, label: &Label) -> String {
    let text = sentences(label).join(" ");
    let report: Report = plumbline_core::check(&page(&[&text]), reference);
    let mut case = format!("[[case]]\nname = {name:?}\ntext = {text:?}\n");
    if label.word != Word::Right {
        return case;
    }
    for (key, level) in [("warn", Level::Warn), ("mark", Level::Mark)] {
        let findings = report
            .findings
            .iter()
            .filter(|finding| finding.level == level);
        let quotes: Vec<&str> = findings
            .flat_map(|finding| finding.places.iter().map(|place| place.quote.as_str()))
            .collect();
        if !quotes.is_empty() {
            case = format!("{case}{key} = {quotes:?}\n");
        }
    }
    case
}

fn page(paragraphs: &[&str]) -> Page {
    let block = |text: &&str| Block {
        text: (*text).to_owned(),
        ..Block::default()
    };
    Page {
        blocks: paragraphs.iter().map(block).collect(),
        ..Page::default()
    }
}

/// The sentences of a label's figures, each once.
fn sentences(label: &Label) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for figure in &label.figures {
        let sentence = line(&figure.sentence);
        if !sentence.is_empty() && !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// A text as one field of one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name from the first words of the first sentence, which no other case has.
fn unique(label: &Label, names: &mut HashSet<String>) -> String {
    let sentence = label
        .figures
        .first()
        .map_or("", |figure| figure.sentence.as_str());
    let kind = label.code.split('/').next_back().unwrap_or_default();
    let words = sentence.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).take(6);
    let name = std::iter::once(kind)
        .chain(words)
        .collect::<Vec<_>>()
        .join("-")
        .to_lowercase();
    let mut made = name.clone();
    let mut more = 2;
    while !names.insert(made.clone()) {
        made = format!("{name}-{more}");
        more += 1;
    }
    made
}

#[cfg(test)]
mod tests {
    use super::print;
    use crate::terminal::Terminal;
    use plumbline_core::page::Page;
    use plumbline_core::reference::{Reference, ReferenceText};
    use plumbline_labels::{Label, OfPage, Word};
    use plumbline_words::{EnglishDates, Entry, account};

    fn reference() -> Reference {
        plumbline_bundled::reference().expect("the bundled set is sound")
    }

    fn page(address: &str, paragraphs: &[&str]) -> Page {
        Page {
            url: address.to_owned(),
            ..super::page(paragraphs)
        }
    }

    fn found(reference: &Reference, ours: &[&str], theirs: &[&str]) -> Entry {
        let there = page("https://harbour.example/1", theirs);
        let other = ReferenceText::of(reference.language, &there);
        let others: Vec<ReferenceText> = other.into_iter().collect();
        let ours = page("https://valley.example/1", ours);
        let report = plumbline_core::check_beside(&ours, reference, &others);
        let account = account(reference.language, &report, &EnglishDates);
        account.findings.into_iter().next().expect("a finding")
    }

    fn label(word: Word, said: &str, finding: &Entry) -> String {
        let page = OfPage {
            address: "https://valley.example/1",
            title: "Two days",
        };
        let label = Label::new(word, said.to_owned(), page, finding);
        serde_json::to_string(&label).expect("JSON")
    }

    fn printed(lines: &[String]) -> (usize, String) {
        let mut out = Terminal(Vec::new());
        let refused = print(&reference(), lines.join("\n").as_bytes(), &mut out).expect("printed");
        (refused, String::from_utf8(out.0).expect("text"))
    }

    #[test]
    fn labels_become_cases_of_the_table_that_is_theirs() {
        let reference = reference();
        let weekday = found(
            &reference,
            &["The court met on Wednesday, 3 March 2026."],
            &[],
        );
        let price = found(
            &reference,
            &["Meta poured $14.8 billion into Scale AI."],
            &[],
        );
        let sinks = "The ferry sank off Orrin on Thursday.";
        let age = found(
            &reference,
            &[
                sinks,
                "Lena Marsh, 36, was pulled from the water off Orrin by the crew of the Petrel.",
            ],
            &[
                sinks,
                "The crew of the Petrel saved Lena Marsh, 34, off Orrin.",
            ],
        );
        let (refused, text) = printed(&[
            label(Word::Right, "2026-01-01", &weekday),
            label(Word::WrongReading, "2026-01-02", &weekday),
            label(Word::Ignore, "2026-01-03", &weekday),
            label(Word::Right, "2026-01-04", &price),
            label(Word::NotSame, "2026-01-05", &price),
            label(Word::NotSame, "2026-01-06", &age),
        ]);
        assert_eq!(refused, 0);
        for line in [
            "## article/weekday: 3 findings: 1 right, 1 wrong reading, 1 ignored",
            "weekday-the-court-met-on-wednesday-3\t-\tThe court met on Wednesday, 3 March 2026.\tWeekday: [Wednesday] [3 March 2026] gives 2",
            "weekday-the-court-met-on-wednesday-3-2\t-\tThe court met on Wednesday, 3 March 2026.\t∅",
            "text = \"Meta poured $14.8 billion into Scale AI.\"\nwarn = [\"$14.8 billion\"]",
            "name = \"outweighed-meta-poured-14-8-billion-into-2\"\ntext = \"Meta poured $14.8 billion into Scale AI.\"\n\n",
            "\t\t\t36\tThe crew of the Petrel saved Lena Marsh, 34, off Orrin.\tLena Marsh, 36, was pulled",
        ] {
            assert!(text.contains(line), "{line}\nin:\n{text}");
        }
    }

    #[test]
    fn what_is_no_label_is_named_and_the_rest_is_read() {
        let reference = reference();
        let sound = label(
            Word::Right,
            "2026-01-01",
            &found(&reference, &["Rent is due on 31 June 2026."], &[]),
        );
        let newer = sound.replace("\"version\":1", "\"version\":9");
        let (refused, text) = printed(&[
            String::from("{"),
            newer,
            String::new(),
            sound,
            String::from("7"),
        ]);
        assert_eq!(refused, 3);
        assert!(
            text.contains("## article/no-such-day: 1 finding: 1 right"),
            "{text}"
        );
    }
}
