//! The steps by which articles of one story find one another, over batches: each takes rows and gives rows, so that
//! whatever moves rows between machines can run them. What they do is in `plumbline_corpus::story`.

use crate::article::About;
use crate::batches::{Articles, Columns, Texts, batch, counted};
use crate::set::Set;
use crate::{refused, report};
use arrow_array::builder::{BinaryBuilder, Int32Builder, Int64Builder, ListBuilder, StringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::{Int32Type, Int64Type};
use arrow_array::{ArrayRef, BinaryArray, RecordBatch};
use arrow_pyarrow::PyArrowType;
use plumbline_core::reference::Reference;
use plumbline_core::story::{Ready, Spot, Telling};
use plumbline_corpus::story::sent::{Gathered, Pairing, Sent, number};
use plumbline_corpus::story::{self, Finding, Pair, Read, is_one_story, keys, meet};
use pyo3::prelude::*;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

type Batch = PyArrowType<RecordBatch>;

/// How many pairs are held at once with what was read of their articles.
const MOST_PAIRS: usize = 512;

/// Spark has no unsigned numbers: the same bits.
fn signed(number: u64) -> i64 {
    number.cast_signed()
}

/// The texts of a batch with their ids and what is told of them, and what of that cannot be used.
fn usable(
    given: &RecordBatch,
    columns: &Columns,
    id: &str,
    mut hand_over: impl FnMut(&str, Result<(&str, About), String>) -> PyResult<()>,
) -> PyResult<()> {
    let articles = Articles::of(given, columns)?;
    let ids = Texts::of(given, id)?;
    for row in 0..given.num_rows() {
        let Some(id) = ids.get(row) else {
            hand_over("", Err(String::from("there is no id")))?;
            continue;
        };
        let Some((text, about, problem)) = articles.get(row) else {
            hand_over(id, Err(String::from("there is no text")))?;
            continue;
        };
        if let Some(problem) = problem {
            hand_over(id, Err(problem))?;
        }
        hand_over(id, Ok((text, about)))?;
    }
    Ok(())
}

/// What of the articles of a batch cannot be used: a row each, `article` and `problem`.
#[pyfunction]
pub(crate) fn problems_batch(
    py: Python<'_>,
    batch: Batch,
    columns: Columns,
    id: &str,
) -> PyResult<Batch> {
    py.detach(|| {
        let (mut ids, mut problems) = (StringBuilder::new(), StringBuilder::new());
        usable(&batch.0, &columns, id, |id, article| {
            if let Err(problem) = article {
                ids.append_value(id);
                problems.append_value(problem);
            }
            Ok(())
        })?;
        self::batch(vec![
            ("article", Arc::new(ids.finish())),
            ("problem", Arc::new(problems.finish())),
        ])
    })
}

/// Reads articles: a row for what each tells. Those that tell nothing, or cannot be used, have none.
#[pyfunction]
pub(crate) fn read_batch(
    py: Python<'_>,
    batch: Batch,
    columns: Columns,
    id: &str,
    set: &Set,
) -> PyResult<Batch> {
    py.detach(|| {
        let (mut numbers, mut ids) = (Int64Builder::new(), StringBuilder::new());
        let mut tellings = BinaryBuilder::new();
        usable(&batch.0, &columns, id, |id, article| {
            let Ok((text, about)) = article else {
                return Ok(());
            };
            let document = about.document(text)?;
            if let Some(telling) = Telling::of(&document.page, &set.reference) {
                numbers.append_value(signed(number(id)));
                ids.append_value(id);
                tellings.append_value(postcard::to_allocvec(&telling).map_err(refused)?);
            }
            Ok(())
        })?;
        self::batch(vec![
            ("number", Arc::new(numbers.finish())),
            ("id", Arc::new(ids.finish())),
            ("telling", Arc::new(tellings.finish())),
        ])
    })
}

fn telling_of(bytes: &[u8]) -> PyResult<Telling> {
    postcard::from_bytes(bytes)
        .map_err(|error| refused(format!("what was read is not of this version: {error}")))
}

/// A column of numbers or bytes by its name.
fn column<'b>(batch: &'b RecordBatch, name: &str) -> PyResult<&'b ArrayRef> {
    let column = batch.column_by_name(name);
    column.ok_or_else(|| refused(format!("there is no column “{name}”")))
}

fn numbers<'b>(batch: &'b RecordBatch, name: &str) -> PyResult<&'b [i64]> {
    let column = column(batch, name)?.as_primitive_opt::<Int64Type>();
    let column = column.ok_or_else(|| refused(format!("column “{name}” holds no int64")))?;
    Ok(column.values())
}

fn bytes<'b>(batch: &'b RecordBatch, name: &str) -> PyResult<&'b BinaryArray> {
    let column = column(batch, name)?.as_binary_opt::<i32>();
    column.ok_or_else(|| refused(format!("column “{name}” holds no binary")))
}

/// Gathers keys of what was read.
#[derive(Default)]
#[pyclass(frozen, module = "plumbline._native")]
pub(crate) struct Keys {
    gathered: Mutex<Gathered>,
}

#[pymethods]
impl Keys {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Adds what was read, columns `number` and `telling`; gives keys to be sent when there are many.
    fn add(&self, py: Python<'_>, batch: Batch) -> PyResult<Option<Batch>> {
        py.detach(|| {
            let numbers = numbers(&batch.0, "number")?;
            let tellings = bytes(&batch.0, "telling")?;
            let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
            for (number, telling) in numbers.iter().zip(tellings) {
                if let Some(telling) = telling {
                    gathered.add(number.cast_unsigned(), &keys(&telling_of(telling)?));
                }
            }
            let full = gathered.is_full();
            full.then(|| sent_batch(&gathered.take())).transpose()
        })
    }

    /// The keys that were not given yet.
    fn finish(&self, py: Python<'_>) -> PyResult<Batch> {
        py.detach(|| {
            let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
            sent_batch(&gathered.take())
        })
    }
}

fn sent_batch(sent: &[Sent]) -> PyResult<Batch> {
    let (mut names, mut measures) = (Int64Builder::new(), Int64Builder::new());
    let mut days = Int32Builder::new();
    let mut articles = ListBuilder::new(Int64Builder::new());
    for key in sent {
        names.append_value(signed(key.name));
        days.append_value(key.days);
        measures.append_value(signed(key.measure));
        articles.append_value(key.articles.iter().map(|article| Some(signed(*article))));
    }
    batch(vec![
        ("name", Arc::new(names.finish())),
        ("days", Arc::new(days.finish())),
        ("measure", Arc::new(measures.finish())),
        ("articles", Arc::new(articles.finish())),
    ])
}

/// Makes pairs of keys that come sorted by name, days and measure.
#[derive(Default)]
#[pyclass(frozen, module = "plumbline._native")]
pub(crate) struct Pairs {
    pairing: Mutex<Pairing>,
}

#[pymethods]
impl Pairs {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Takes the next keys; gives a row for each pair and name.
    fn add(&self, py: Python<'_>, batch: Batch) -> PyResult<Batch> {
        py.detach(|| {
            let (names, measures) = (numbers(&batch.0, "name")?, numbers(&batch.0, "measure")?);
            let days = column(&batch.0, "days")?.as_primitive_opt::<Int32Type>();
            let days = days.ok_or_else(|| refused("column “days” holds no int32"))?;
            let lists = column(&batch.0, "articles")?.as_list_opt::<i32>();
            let lists = lists.ok_or_else(|| refused("column “articles” holds no lists"))?;
            let mut pairing = self.pairing.lock().unwrap_or_else(PoisonError::into_inner);
            let mut pairs = Vec::new();
            for row in 0..batch.0.num_rows() {
                let list = lists.value(row);
                let articles = list.as_primitive_opt::<Int64Type>();
                let articles = articles.ok_or_else(|| refused("“articles” are no int64"))?;
                let sent = Sent {
                    name: names[row].cast_unsigned(),
                    days: days.value(row),
                    measure: measures[row].cast_unsigned(),
                    articles: articles
                        .values()
                        .iter()
                        .map(|a| a.cast_unsigned())
                        .collect(),
                };
                pairing.add(sent, &mut pairs);
            }
            pairs_batch(&pairs)
        })
    }

    /// The pairs of the last key.
    fn finish(&self, py: Python<'_>) -> PyResult<Batch> {
        py.detach(|| {
            let mut pairs = Vec::new();
            let mut pairing = self.pairing.lock().unwrap_or_else(PoisonError::into_inner);
            pairing.finish(&mut pairs);
            pairs_batch(&pairs)
        })
    }
}

fn pairs_batch(pairs: &[(u64, u64)]) -> PyResult<Batch> {
    let (mut one, mut other) = (Int64Builder::new(), Int64Builder::new());
    for pair in pairs {
        one.append_value(signed(pair.0));
        other.append_value(signed(pair.1));
    }
    batch(vec![
        ("one", Arc::new(one.finish())),
        ("other", Arc::new(other.finish())),
    ])
}

/// What articles of pairs make of each other: columns `one_id`, `one`, `other_id`, `other`, and `forth` and `back` for
/// which of them is asked. A row for each finding.
#[pyfunction]
pub(crate) fn meet_batch(py: Python<'_>, batch: Batch, set: &Set) -> PyResult<Batch> {
    py.detach(|| {
        let given = &batch.0;
        let (one_ids, other_ids) = (Texts::of(given, "one_id")?, Texts::of(given, "other_id")?);
        let (ones, others) = (bytes(given, "one")?, bytes(given, "other")?);
        let asked = |name| {
            let column = column(given, name)?.as_boolean_opt();
            column.ok_or_else(|| refused(format!("column “{name}” holds no truth values")))
        };
        let (forth, back) = (asked("forth")?, asked("back")?);
        let mut rows = MetRows::default();
        for from in (0..given.num_rows()).step_by(MOST_PAIRS) {
            let to = given.num_rows().min(from + MOST_PAIRS);
            let mut known: HashMap<&[u8], usize> = HashMap::new();
            let mut tellings: Vec<Telling> = Vec::new();
            let mut places = Vec::with_capacity(to - from);
            for row in from..to {
                let mut place = |bytes| -> PyResult<usize> {
                    if let Some(place) = known.get(bytes) {
                        return Ok(*place);
                    }
                    tellings.push(telling_of(bytes)?);
                    known.insert(bytes, tellings.len() - 1);
                    Ok(tellings.len() - 1)
                };
                places.push((place(ones.value(row))?, place(others.value(row))?));
            }
            let ready: Vec<OnceCell<Ready<'_>>> =
                tellings.iter().map(|_| OnceCell::new()).collect();
            for (row, (one, other)) in (from..to).zip(places) {
                if !is_one_story(&tellings[one], &tellings[other]) {
                    continue;
                }
                let made =
                    |at: usize| ready[at].get_or_init(|| Ready::of(&tellings[at], &set.reference));
                let ids = (
                    one_ids.get(row).unwrap_or_default(),
                    other_ids.get(row).unwrap_or_default(),
                );
                for (asked, (one, other), ids) in [
                    (forth.value(row), (one, other), ids),
                    (back.value(row), (other, one), (ids.1, ids.0)),
                ] {
                    if asked {
                        let pair = Pair {
                            article: one,
                            other,
                            names: 0,
                        };
                        for finding in meet(&pair, made(one), made(other)) {
                            rows.add(ids, (&tellings[one], &tellings[other]), &finding);
                        }
                    }
                }
            }
        }
        rows.batch()
    })
}

/// All steps on this machine, over one batch.
#[pyfunction]
pub(crate) fn stories_batch(
    py: Python<'_>,
    batch: Batch,
    columns: Columns,
    id: &str,
    set: &Set,
) -> PyResult<Batch> {
    py.detach(|| {
        let mut rows = MetRows::default();
        let mut articles: Vec<Read> = Vec::new();
        let reference: &Reference = &set.reference;
        usable(&batch.0, &columns, id, |id, article| {
            match article {
                Ok((text, about)) => {
                    articles.extend(story::read(id, &about.document(text)?, reference));
                }
                Err(problem) => rows.problem(id, &problem),
            }
            Ok(())
        })?;
        articles.sort_by(|one, other| one.id.cmp(&other.id));
        let (_, found) = story::all(&articles, reference);
        for finding in &found {
            let (one, other) = (&articles[finding.article], &articles[finding.other]);
            rows.add(
                (&one.id, &other.id),
                (&one.telling, &other.telling),
                finding,
            );
        }
        rows.batch()
    })
}

/// Findings of pairs as columns.
#[derive(Default)]
struct MetRows {
    texts: [StringBuilder; MetRows::TEXTS.len()],
    places: [Int64Builder; MetRows::PLACES.len()],
}

impl MetRows {
    const TEXTS: [&str; 9] = [
        "article",
        "other",
        "verdict",
        "about",
        "figure",
        "passage",
        "other_figure",
        "other_passage",
        "problem",
    ];
    const PLACES: [&str; 4] = ["start", "end", "other_start", "other_end"];

    fn add(&mut self, ids: (&str, &str), tellings: (&Telling, &Telling), finding: &Finding) {
        let met = &finding.met;
        let texts = [
            Some(ids.0),
            Some(ids.1),
            Some(report::verdict(met.verdict)),
            Some(met.name.as_str()),
            Some(met.figure.text.as_str()),
            Some(met.figure.passage.as_str()),
            Some(met.other.text.as_str()),
            Some(met.other.passage.as_str()),
            None,
        ];
        for (builder, text) in self.texts.iter_mut().zip(texts) {
            builder.append_option(text);
        }
        let (start, end) = place(tellings.0, &met.figure);
        let (other_start, other_end) = place(tellings.1, &met.other);
        for (builder, place) in self
            .places
            .iter_mut()
            .zip([start, end, other_start, other_end])
        {
            builder.append_value(place);
        }
    }

    fn problem(&mut self, id: &str, problem: &str) {
        for (builder, name) in self.texts.iter_mut().zip(Self::TEXTS) {
            builder.append_option(match name {
                "article" => Some(id),
                "problem" => Some(problem),
                _ => None,
            });
        }
        for builder in &mut self.places {
            builder.append_null();
        }
    }

    fn batch(self) -> PyResult<Batch> {
        let mut columns: Vec<(&str, ArrayRef)> = Vec::new();
        for (name, mut texts) in Self::TEXTS.into_iter().zip(self.texts) {
            columns.push((name, Arc::new(texts.finish())));
        }
        for (name, mut places) in Self::PLACES.into_iter().zip(self.places) {
            columns.push((name, Arc::new(places.finish())));
        }
        batch(columns)
    }
}

/// A place in the running text of an article, in code points.
fn place(telling: &Telling, spot: &Spot) -> (i64, i64) {
    let text = &telling.article.text;
    let points = |byte: usize| {
        let before = text.get(..byte).unwrap_or(text);
        counted(before.chars().count())
    };
    (points(spot.range.start), points(spot.range.end))
}
