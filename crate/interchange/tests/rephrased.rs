//! The same said otherwise, by rule: a figure of a text that is said in another way may fall silent, where a construction
//! is not read yet, but it keeps its value and whom it is told of, and nothing is shown that was not.

mod rephrased {
    pub(crate) mod rules;
    pub(crate) mod texts;
}

use plumbline_core::align::claims;
use plumbline_core::article::Article;
use plumbline_core::check;
use plumbline_core::page::Page;
use plumbline_core::reading::Reading;
use plumbline_core::reference::Reference;
use plumbline_core::report::Level;
use rephrased::rules::{Rule, rules};
use rephrased::texts::{Text, page, texts};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Texts that are read wrongly when they are said otherwise, by the rule: pinned, so that a change of them is noticed.
const KNOWN: &str = include_str!("rephrased/known.tsv");

/// A figure: its value and unit, and whom it is told of, if that is known.
type Told = (String, Option<String>);

fn told(page: &Page, reference: &Reference) -> Vec<Told> {
    let article = Article::of(reference.language, page);
    let claims = claims(Reading::of(&article, reference), reference);
    let told = claims.into_iter().map(|claim| {
        let figure = &claim.quantity;
        (
            format!("{} {} {:?}", figure.low, figure.high, figure.dates),
            claim.cell.map(|cell| reference.name_of(cell)),
        )
    });
    told.collect()
}

/// What is shown of a page, and of what, in the order of those words.
fn shown(page: &Page, reference: &Reference) -> Vec<(Level, String)> {
    let findings = check(page, reference).findings.into_iter();
    let shown = findings.filter(|finding| finding.level != Level::None);
    let mut shown: Vec<_> = shown.map(|f| (f.level, f.about)).collect();
    shown.sort();
    shown
}

/// A text as it is read.
struct Read {
    told: Vec<Told>,
    shown: Vec<(Level, String)>,
}

impl Read {
    fn of(page: &Page, reference: &Reference) -> Self {
        Self {
            told: told(page, reference),
            shown: shown(page, reference),
        }
    }
}

/// What a rule does to all texts.
#[derive(Default)]
struct Tally {
    texts: usize,
    figures: usize,
    silent: usize,
    /// The texts that are read as something else or show more, and what of that.
    wrong: BTreeMap<String, String>,
}

impl Tally {
    /// Holds a text, said otherwise, to how it was read before.
    fn add(&mut self, before: &Read, otherwise: &str, after: &Read) {
        self.texts += 1;
        for (value, whom) in &before.told {
            let Some(whom) = whom else { continue };
            self.figures += 1;
            let same = after.told.iter().filter(|(other, _)| other == value);
            let mut known = same.filter_map(|(_, whom)| whom.as_ref()).peekable();
            if known.peek().is_none() {
                self.silent += 1;
            } else if !known.any(|other| other == whom) {
                let is = &after.told;
                self.tell(otherwise, &format!("{value} is not of {whom}: {is:?}"));
            }
        }
        let mut left: Vec<_> = before.shown.iter().collect();
        for one in &after.shown {
            match left.iter().position(|known| *known == one) {
                Some(at) => drop(left.swap_remove(at)),
                None => self.tell(otherwise, &format!("shows {one:?}")),
            }
        }
    }

    fn tell(&mut self, otherwise: &str, what: &str) {
        let told = self.wrong.entry(otherwise.to_owned()).or_default();
        let _ = writeln!(told, "    {what}");
    }

    /// What of it is not as the rule says, or as is known to be wrong.
    fn told(&self, rule: &Rule, known: &[&str]) -> String {
        let mut told = String::new();
        if self.texts < rule.texts || self.silent * 100 > rule.silent * self.figures {
            let _ = writeln!(
                told,
                "{}: {} texts, of {} figures {} fell silent",
                rule.name, self.texts, self.figures, self.silent
            );
        }
        for (otherwise, what) in &self.wrong {
            if !known.contains(&otherwise.as_str()) {
                let _ = write!(told, "{}\t{otherwise}\n{what}", rule.name);
            }
        }
        for mended in known
            .iter()
            .filter(|known| !self.wrong.contains_key(**known))
        {
            let _ = writeln!(
                told,
                "{}\t{mended}\n    is as it should be: drop it",
                rule.name
            );
        }
        told
    }
}

#[test]
fn a_figure_keeps_its_value_and_its_owner_however_it_is_said() {
    let texts: Vec<(Reference, Vec<(Text, Read)>)> = texts()
        .into_iter()
        .map(|(reference, texts)| {
            let read = |text: Text| {
                let read = Read::of(&page(&text, &text.text), &reference);
                (text, read)
            };
            let texts = texts.into_iter().map(read).collect();
            (reference, texts)
        })
        .collect();
    let mut wrong = String::new();
    for rule in rules() {
        let mut tally = Tally::default();
        for (reference, texts) in &texts {
            for (text, before) in texts {
                if let Some(otherwise) = rule.rephrased(&text.text) {
                    let after = Read::of(&page(text, &otherwise), reference);
                    tally.add(before, &otherwise, &after);
                }
            }
        }
        println!(
            "{}: {} texts, {} figures, {} silent",
            rule.name, tally.texts, tally.figures, tally.silent
        );
        let known = KNOWN.lines().filter_map(|line| line.split_once('\t'));
        let known = known.filter(|(name, _)| *name == rule.name);
        let known: Vec<&str> = known.map(|(_, otherwise)| otherwise).collect();
        wrong.push_str(&tally.told(&rule, &known));
    }
    assert!(wrong.is_empty(), "{wrong}");
}
