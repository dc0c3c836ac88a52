//! Many texts at once, as Arrow record batches. They come and go over the C data interface: the columns of text are
//! read where Python, or whoever made them, has them.

use crate::article::{About, known_day};
use crate::library::Library;
use crate::set::Set;
use crate::{checked, json, quantities, refused};
use arrow_array::builder::{Int32Builder, Int64Builder, StringBuilder};
use arrow_array::{Array, ArrayRef, LargeStringArray, RecordBatch, StringArray, StringViewArray};
use arrow_pyarrow::PyArrowType;
use arrow_schema::DataType;
use pyo3::prelude::*;
use std::sync::Arc;

/// A column of text, however wide its offsets are.
pub(crate) enum Texts<'b> {
    Small(&'b StringArray),
    Large(&'b LargeStringArray),
    View(&'b StringViewArray),
}

impl<'b> Texts<'b> {
    /// The column with that name.
    ///
    /// # Errors
    /// When there is none, or it holds no text.
    pub(crate) fn of(batch: &'b RecordBatch, name: &str) -> PyResult<Self> {
        let Some(column) = batch.column_by_name(name) else {
            let schema = batch.schema();
            let names: Vec<&str> = schema.fields().iter().map(|f| f.name().as_str()).collect();
            return Err(refused(format!(
                "there is no column “{name}”: the columns are {}",
                names.join(", ")
            )));
        };
        let any = column.as_any();
        let texts = match column.data_type() {
            DataType::Utf8 => any.downcast_ref().map(Self::Small),
            DataType::LargeUtf8 => any.downcast_ref().map(Self::Large),
            DataType::Utf8View => any.downcast_ref().map(Self::View),
            _ => None,
        };
        texts.ok_or_else(|| {
            refused(format!(
                "column “{name}” holds {}, no text: cast it to a string",
                column.data_type()
            ))
        })
    }

    /// The column with a name that may be left out.
    pub(crate) fn named(batch: &'b RecordBatch, name: Option<&str>) -> PyResult<Option<Self>> {
        name.map(|name| Self::of(batch, name)).transpose()
    }

    /// The text in a row, if there is any.
    pub(crate) fn get(&self, row: usize) -> Option<&'b str> {
        match self {
            Self::Small(array) => array.is_valid(row).then(|| array.value(row)),
            Self::Large(array) => array.is_valid(row).then(|| array.value(row)),
            Self::View(array) => array.is_valid(row).then(|| array.value(row)),
        }
    }
}

/// A number that fits where Arrow, and Spark behind it, has 32 bits: no text that is read is longer.
pub(crate) fn narrow(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// A row as it is counted in Arrow.
pub(crate) fn counted(row: usize) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX)
}

/// A batch of these columns, in which each may be empty anywhere.
pub(crate) fn batch(columns: Vec<(&str, ArrayRef)>) -> PyResult<PyArrowType<RecordBatch>> {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).map_err(refused)?;
    Ok(PyArrowType(batch))
}

/// The figures of every text of a batch, a row each.
#[pyfunction]
#[pyo3(signature = (batch, text, url=None, language=None))]
pub(crate) fn figures_batch(
    py: Python<'_>,
    batch: PyArrowType<RecordBatch>,
    text: &str,
    url: Option<&str>,
    language: Option<&str>,
) -> PyResult<PyArrowType<RecordBatch>> {
    let given = &batch.0;
    py.detach(|| {
        let texts = Texts::of(given, text)?;
        let urls = Texts::named(given, url)?;
        let languages = Texts::named(given, language)?;
        let mut rows = FigureRows::default();
        for row in 0..given.num_rows() {
            let Some(text) = texts.get(row) else {
                continue;
            };
            let at = |texts: &Option<Texts<'_>>| {
                texts
                    .as_ref()
                    .and_then(|texts| texts.get(row))
                    .unwrap_or_default()
                    .to_owned()
            };
            for quantity in quantities(text, &at(&urls), &at(&languages))? {
                rows.add(row, &quantity);
            }
        }
        rows.batch()
    })
}

#[derive(Default)]
struct FigureRows {
    row: Int64Builder,
    start: Int32Builder,
    end: Int32Builder,
    digits: Int32Builder,
    texts: [StringBuilder; FigureRows::TEXTS.len()],
}

impl FigureRows {
    const TEXTS: [&str; 12] = [
        "quote",
        "kind",
        "low",
        "high",
        "unit",
        "measure",
        "per",
        "modifier",
        "change",
        "dates",
        "interval_low",
        "interval_high",
    ];

    fn add(&mut self, row: usize, quantity: &plumbline_records::quantity::Quantity) {
        self.row.append_value(counted(row));
        self.start.append_value(narrow(quantity.start));
        self.end.append_value(narrow(quantity.end));
        self.digits.append_value(narrow(quantity.digits as usize));
        let interval = quantity.interval.as_ref();
        let values = [
            Some(quantity.quote.as_str()),
            Some(quantity.kind),
            quantity.low.as_deref(),
            quantity.high.as_deref(),
            Some(quantity.unit.as_str()),
            Some(quantity.measure),
            quantity.per.as_deref(),
            Some(quantity.modifier),
            quantity.change,
            quantity.dates.as_deref(),
            interval.and_then(|interval| interval.low.as_deref()),
            interval.and_then(|interval| interval.high.as_deref()),
        ];
        for (builder, value) in self.texts.iter_mut().zip(values) {
            builder.append_option(value);
        }
    }

    fn batch(mut self) -> PyResult<PyArrowType<RecordBatch>> {
        let mut columns: Vec<(&str, ArrayRef)> = vec![
            ("row", Arc::new(self.row.finish())),
            ("start", Arc::new(self.start.finish())),
            ("end", Arc::new(self.end.finish())),
        ];
        for (name, mut texts) in Self::TEXTS.into_iter().zip(self.texts) {
            columns.push((name, Arc::new(texts.finish())));
        }
        columns.push(("digits", Arc::new(self.digits.finish())));
        batch(columns)
    }
}

/// The columns of a batch that tell of its articles, by name.
#[derive(Debug, FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Columns {
    text: String,
    html: bool,
    title: Option<String>,
    url: Option<String>,
    published: Option<String>,
    language: Option<String>,
}

/// The articles of a batch.
pub(crate) struct Articles<'b> {
    texts: Texts<'b>,
    html: bool,
    title: Option<Texts<'b>>,
    url: Option<Texts<'b>>,
    published: Option<Texts<'b>>,
    language: Option<Texts<'b>>,
}

impl<'b> Articles<'b> {
    pub(crate) fn of(batch: &'b RecordBatch, columns: &Columns) -> PyResult<Self> {
        let named = |name: &Option<String>| Texts::named(batch, name.as_deref());
        Ok(Self {
            texts: Texts::of(batch, &columns.text)?,
            html: columns.html,
            title: named(&columns.title)?,
            url: named(&columns.url)?,
            published: named(&columns.published)?,
            language: named(&columns.language)?,
        })
    }

    /// The text in a row, what is told of it, and what of that cannot be used: the rest is checked all the same.
    pub(crate) fn get(&self, row: usize) -> Option<(&'b str, About, Option<String>)> {
        let text = self.texts.get(row)?;
        let given = |texts: &Option<Texts<'b>>| {
            let text = texts.as_ref().and_then(|texts| texts.get(row));
            text.map(str::to_owned)
        };
        let mut about = About {
            html: self.html,
            title: given(&self.title),
            url: given(&self.url),
            published: given(&self.published),
            language: given(&self.language),
        };
        let problem = known_day(about.published.as_deref()).err();
        if problem.is_some() {
            about.published = None;
        }
        Some((text, about, problem.map(|problem| problem.to_string())))
    }
}

/// What is found in every article of a batch: a row for each place of a finding, and one for what could not be used.
#[pyfunction]
#[pyo3(signature = (batch, columns, set=None, library=None))]
pub(crate) fn check_batch(
    py: Python<'_>,
    batch: PyArrowType<RecordBatch>,
    columns: Columns,
    set: Option<&Set>,
    library: Option<&Library>,
) -> PyResult<PyArrowType<RecordBatch>> {
    let given = &batch.0;
    py.detach(|| {
        let articles = Articles::of(given, &columns)?;
        let mut rows = FindingRows::default();
        for row in 0..given.num_rows() {
            let Some((text, about, problem)) = articles.get(row) else {
                rows.problem(row, "there is no text");
                continue;
            };
            if let Some(problem) = problem {
                rows.problem(row, &problem);
            }
            rows.add(row, &checked(text, &about, set, library)?)?;
        }
        rows.batch()
    })
}

/// Findings as columns.
#[derive(Default)]
pub(crate) struct FindingRows {
    row: Int64Builder,
    numbers: [Int32Builder; FindingRows::NUMBERS.len()],
    texts: [StringBuilder; FindingRows::TEXTS.len()],
}

impl FindingRows {
    const NUMBERS: [&str; 3] = ["finding", "start", "end"];
    const TEXTS: [&str; 7] = [
        "quote",
        "verdict",
        "level",
        "about",
        "explanation",
        "evidence",
        "problem",
    ];

    fn append(&mut self, row: usize, numbers: [Option<usize>; 3], texts: [Option<&str>; 7]) {
        self.row.append_value(counted(row));
        for (builder, number) in self.numbers.iter_mut().zip(numbers) {
            builder.append_option(number.map(narrow));
        }
        for (builder, text) in self.texts.iter_mut().zip(texts) {
            builder.append_option(text);
        }
    }

    /// Something of the article in a row that cannot be used.
    pub(crate) fn problem(&mut self, row: usize, problem: &str) {
        let mut texts = [None; 7];
        texts[6] = Some(problem);
        self.append(row, [None; 3], texts);
    }

    /// What was found in the article in a row.
    pub(crate) fn add(&mut self, row: usize, told: &crate::report::Told) -> PyResult<()> {
        if !told.foreign.is_empty() {
            let problem = format!("it says that it is in another language: {}", told.foreign);
            self.problem(row, &problem);
        }
        let mut places = Vec::new();
        let mut evidence = Vec::with_capacity(told.findings.len());
        for (number, finding) in told.findings.iter().enumerate() {
            evidence.push(json(&finding.evidence)?);
            places.extend(finding.places.iter().map(|place| (number, finding, place)));
        }
        places.sort_by_key(|(_, _, place)| place.start);
        for (number, finding, place) in places {
            self.append(
                row,
                [Some(number), Some(place.start), Some(place.end)],
                [
                    Some(&place.quote),
                    Some(crate::report::verdict(finding.verdict)),
                    Some(crate::report::level(finding.level)),
                    Some(&finding.about),
                    Some(&finding.explanation),
                    Some(&evidence[number]),
                    None,
                ],
            );
        }
        Ok(())
    }

    pub(crate) fn batch(mut self) -> PyResult<PyArrowType<RecordBatch>> {
        let mut columns: Vec<(&str, ArrayRef)> = vec![("row", Arc::new(self.row.finish()))];
        for (name, mut numbers) in Self::NUMBERS.into_iter().zip(self.numbers) {
            columns.push((name, Arc::new(numbers.finish())));
        }
        for (name, mut texts) in Self::TEXTS.into_iter().zip(self.texts) {
            columns.push((name, Arc::new(texts.finish())));
        }
        batch(columns)
    }
}
