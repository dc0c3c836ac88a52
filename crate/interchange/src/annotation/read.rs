//! Annotations as others write them: judged by the model, and what of them figures can be found again by.

use super::model::{faults, is_iri, listed};
use serde_json::Value;
use std::fmt;

/// The longest text that is read, in bytes.
const LONGEST: usize = 64 << 20;

/// What was read of a text.
#[derive(Debug, Default)]
pub struct Read {
    /// The annotations that are as the model demands.
    pub annotations: Vec<Annotation>,
    /// What is wrong with the others.
    pub faults: Vec<Fault>,
}

/// What is wrong with an annotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Which it is, from 1, or 0 for the whole.
    pub number: usize,
    /// What is wrong with it.
    pub why: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number {
            0 => write!(to, "{}", self.why),
            number => write!(to, "annotation {number}: {}", self.why),
        }
    }
}

/// An annotation, as far as it says of something quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotation {
    /// Its name.
    pub id: String,
    /// What it says, as text.
    pub said: Vec<String>,
    /// What it is about, where that is told by its words.
    pub quotes: Vec<Quote>,
}

/// Words of a text, with those around them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Quote {
    /// The address of the text.
    pub source: String,
    /// The words.
    pub exact: String,
    /// What stands before them, or empty.
    pub prefix: String,
    /// What follows them, or empty.
    pub suffix: String,
    /// How many characters stand before them, where that is told.
    pub start: Option<usize>,
}

/// Reads annotations: one, a list of them, a page, or a collection with its first page.
pub fn read(text: &str) -> Read {
    let mut read = Read::default();
    if text.len() > LONGEST {
        read.fail(0, "it is too long");
        return read;
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            read.fail(0, &format!("it is no JSON: {error}"));
            return read;
        }
    };
    let kind = value
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let items = match kind {
        "AnnotationCollection" => value.get("first").and_then(|page| page.get("items")),
        "AnnotationPage" => value.get("items"),
        _ if value.is_array() => Some(&value),
        _ => {
            read.add(1, &value, false);
            return read;
        }
    };
    let whole = !value.is_array();
    if whole
        && !value
            .get("@context")
            .is_some_and(|context| listed(context).iter().any(|one| *one == super::CONTEXT))
    {
        read.fail(0, "the context is not that of Web Annotations");
    }
    if whole && !value.get("id").is_some_and(is_iri) {
        read.fail(0, "there is not one id that is an IRI");
    }
    match items.and_then(Value::as_array) {
        Some(items) => {
            for (index, item) in items.iter().enumerate() {
                read.add(index + 1, item, whole);
            }
        }
        None => read.fail(0, "it holds no annotations"),
    }
    read
}

impl Read {
    fn fail(&mut self, number: usize, why: &str) {
        self.faults.push(Fault {
            number,
            why: why.to_owned(),
        });
    }

    fn add(&mut self, number: usize, value: &Value, within: bool) {
        let Some(object) = value.as_object() else {
            return self.fail(number, "it is no object");
        };
        let faults = faults(object, within);
        for fault in &faults {
            self.fail(number, fault);
        }
        if !faults.is_empty() {
            return;
        }
        let text = |value: &Value| Some(value.as_str()?.to_owned());
        let bodies = object.get("body").map_or_else(Vec::new, listed);
        let said = bodies
            .into_iter()
            .filter_map(|body| text(body.get("value")?));
        let targets = object.get("target").map_or_else(Vec::new, listed);
        self.annotations.push(Annotation {
            id: object
                .get("id")
                .map_or_else(Vec::new, listed)
                .first()
                .and_then(|id| text(id))
                .unwrap_or_default(),
            said: said.chain(object.get("bodyValue").and_then(text)).collect(),
            quotes: targets.into_iter().filter_map(quote).collect(),
        });
    }
}

/// What a target quotes.
fn quote(target: &Value) -> Option<Quote> {
    let source = target.get("source")?;
    let selectors = listed(target.get("selector")?);
    let of = |kind: &str| {
        selectors
            .iter()
            .find(|selector| selector.get("type").is_some_and(|named| named == kind))
    };
    let quoted = of("TextQuoteSelector")?;
    let text = |key: &str| {
        quoted
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let start = of("TextPositionSelector").and_then(|position| position.get("start")?.as_u64());
    Some(Quote {
        source: source
            .as_str()
            .or_else(|| source.get("id")?.as_str())
            .unwrap_or_default()
            .to_owned(),
        exact: text("exact"),
        prefix: text("prefix"),
        suffix: text("suffix"),
        start: start.and_then(|start| start.try_into().ok()),
    })
}
