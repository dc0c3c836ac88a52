//! The core for Python. This module binds, and nothing else: what is read and found is what the records and the words
//! of the other crates say, handed over as JSON or as Arrow batches; the Python sources beside it make dataclasses of
//! it. Every function lets other Python threads run while it works.

#![expect(
    clippy::needless_pass_by_value,
    reason = "arguments come as Python hands them over"
)]

mod article;
mod batches;
mod library;
mod points;
mod report;
mod set;
mod stories;

use article::{About, known_day};
use library::Library;
use plumbline_core::compare::{Dated, compare as compared};
use plumbline_core::figures::read_for;
use plumbline_core::page::{Block, Page};
use plumbline_core::report::{Level, Verdict};
use plumbline_core::text::{Utf16, tokens};
use plumbline_core::{Locale, check_beside, check_inside};
use plumbline_records::{claims, quantity::Quantity};
use points::Points;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use serde::Serialize;
use set::Set;

pyo3::create_exception!(
    plumbline,
    PlumblineError,
    PyValueError,
    "Something that was handed over cannot be used; the message says what, and where."
);

/// The exception for what cannot be used.
fn refused(why: impl std::fmt::Display) -> PyErr {
    PlumblineError::new_err(why.to_string())
}

fn json(value: &impl Serialize) -> PyResult<String> {
    serde_json::to_string(value).map_err(refused)
}

/// Quantities of a text in code points, as JSON.
#[pyfunction]
#[pyo3(signature = (text, url="", language=""))]
fn figures(py: Python<'_>, text: &str, url: &str, language: &str) -> PyResult<String> {
    py.detach(|| json(&quantities(text, url, language)?))
}

/// The quantities of a text, their places in code points.
fn quantities(text: &str, url: &str, from: &str) -> PyResult<Vec<Quantity>> {
    let language = plumbline_bundled::language().map_err(refused)?;
    let locale = if url.is_empty() && from.is_empty() {
        Locale::default()
    } else {
        let page = Page {
            url: url.to_owned(),
            language: from.to_owned(),
            blocks: vec![Block {
                text: text.to_owned(),
                ..Block::default()
            }],
            ..Page::default()
        };
        Locale::of(language, &page)
    };
    let read = read_for(language.lexicon(), locale, text, &tokens(text));
    let points = Points::of(text);
    let mut utf16 = Utf16::new(text);
    let quantities = read.iter().map(|quantity| {
        let mut quantity = Quantity::of(quantity, text, 0, &mut utf16);
        points.count(&mut quantity);
        quantity
    });
    Ok(quantities.collect())
}

/// What the text of an article tells of each figure, as JSON; with the text where it is made of HTML.
#[pyfunction]
#[pyo3(signature = (text, about, set))]
fn read(py: Python<'_>, text: &str, about: About, set: &Set) -> PyResult<String> {
    #[derive(Serialize)]
    struct Read {
        text: Option<String>,
        #[serde(flatten)]
        answer: claims::Answer,
    }
    py.detach(|| {
        let document = about.document(text)?;
        let mut answer = claims::answer(&document, &set.reference);
        let points = Points::of(&document.text);
        for claim in &mut answer.claims {
            points.count(&mut claim.quantity);
        }
        json(&Read {
            text: about.html.then_some(document.text),
            answer,
        })
    })
}

/// What is found in an article, as JSON. Without a set it is held against nothing but itself.
#[pyfunction]
#[pyo3(signature = (text, about, set=None, library=None))]
fn check(
    py: Python<'_>,
    text: &str,
    about: About,
    set: Option<&Set>,
    library: Option<&Library>,
) -> PyResult<String> {
    py.detach(|| json(&checked(text, &about, set, library)?))
}

fn checked(
    text: &str,
    about: &About,
    set: Option<&Set>,
    library: Option<&Library>,
) -> PyResult<report::Told> {
    let language = plumbline_bundled::language().map_err(refused)?;
    let document = about.document(text)?;
    let page = &document.page;
    let report = match (set, library) {
        (None, _) => check_inside(language, page),
        (Some(set), None) => check_beside(page, &set.reference, &[]),
        (Some(set), Some(library)) => {
            library.with(|texts| check_beside(page, &set.reference, texts))
        }
    };
    Ok(report::told(language, document, report, about.html))
}

/// What another text makes of a figure.
#[derive(Serialize)]
struct Comparison<'t> {
    start: usize,
    end: usize,
    quote: &'t str,
    verdict: Verdict,
    level: Level,
    against: Option<Against<'t>>,
}

/// The figure of the reference that decides, with its sentence, in code points.
#[derive(Serialize)]
struct Against<'t> {
    start: usize,
    end: usize,
    quote: &'t str,
    sentence: &'t str,
}

/// Every figure of a text beside a reference text, as JSON.
#[pyfunction]
#[pyo3(signature = (text, reference, published=None, reference_published=None))]
fn compare(
    py: Python<'_>,
    text: &str,
    reference: &str,
    published: Option<&str>,
    reference_published: Option<&str>,
) -> PyResult<String> {
    let language = plumbline_bundled::language().map_err(refused)?;
    let day = |given| Ok::<_, PyErr>(known_day(given)?.and_then(plumbline_core::article::day));
    let dated = |text, given| {
        Ok::<_, PyErr>(Dated {
            text,
            published: day(given)?,
        })
    };
    let (here, there) = (
        dated(text, published)?,
        dated(reference, reference_published)?,
    );
    py.detach(|| {
        let (points, there_points) = (Points::of(text), Points::of(reference));
        let (mut utf16, mut there_utf16) = (Utf16::new(text), Utf16::new(reference));
        let found = compared(language, there, here);
        let rows = found.into_iter().map(|found| Comparison {
            start: points.at(utf16.at(found.start)),
            end: points.at(utf16.at(found.end)),
            quote: &text[found.start..found.end],
            verdict: found.verdict,
            level: found.level,
            against: found.against.map(|against| Against {
                start: there_points.at(there_utf16.at(against.figure.start)),
                end: there_points.at(there_utf16.at(against.figure.end)),
                quote: &reference[against.figure],
                sentence: &reference[against.sentence],
            }),
        });
        json(&rows.collect::<Vec<_>>())
    })
}

/// The compiled part of the package `plumbline`.
#[pymodule]
mod _native {
    use pyo3::prelude::*;

    /// How many names two articles share at the least, and with how many others each is compared.
    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("FEWEST_NAMES", plumbline_corpus::story::FEWEST_NAMES)?;
        module.add("MOST_OTHERS", plumbline_corpus::story::MOST_OTHERS)
    }

    #[pymodule_export]
    use super::stories::{Keys, Pairs, meet_batch, problems_batch, read_batch, stories_batch};
    #[pymodule_export]
    use super::{PlumblineError, batches::check_batch, batches::figures_batch};
    #[pymodule_export]
    use super::{check, compare, figures, library::Library, read, set::Set};
}
