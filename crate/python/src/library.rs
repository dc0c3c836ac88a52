//! Articles that are kept as references for others.

use crate::article::About;
use crate::refused;
use plumbline_core::reference::ReferenceText;
use pyo3::prelude::*;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Articles in the order in which they came.
#[derive(Debug, Default)]
#[pyclass(frozen, module = "plumbline._native")]
pub(crate) struct Library {
    kept: RwLock<Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    texts: Vec<ReferenceText>,
    /// The number of each, which is never given to another.
    numbers: Vec<usize>,
    next: usize,
}

impl Kept {
    fn add(&mut self, text: ReferenceText) -> usize {
        let number = self.next;
        self.next += 1;
        self.texts.push(text);
        self.numbers.push(number);
        number
    }
}

impl Library {
    fn kept(&self) -> RwLockReadGuard<'_, Kept> {
        self.kept.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn kept_mut(&self) -> RwLockWriteGuard<'_, Kept> {
        self.kept.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with all texts.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&[ReferenceText]) -> T) -> T {
        work(&self.kept().texts)
    }
}

#[pymethods]
impl Library {
    #[new]
    fn new() -> Self {
        Self::default()
    }

    /// Keeps an article; gives its number, or none where it is no reference.
    #[pyo3(signature = (text, about, publisher=None))]
    fn add(
        &self,
        py: Python<'_>,
        text: &str,
        about: About,
        publisher: Option<String>,
    ) -> PyResult<Option<usize>> {
        let language = plumbline_bundled::language().map_err(refused)?;
        py.detach(|| {
            let document = about.document(text)?;
            let Some(mut kept) = ReferenceText::of(language, &document.page) else {
                return Ok(None);
            };
            if let Some(publisher) = publisher {
                kept.publisher = publisher;
            }
            Ok(Some(self.kept_mut().add(kept)))
        })
    }

    /// Drops the article with that number; says whether there was one.
    fn remove(&self, number: usize) -> bool {
        let mut kept = self.kept_mut();
        let Some(at) = kept.numbers.iter().position(|known| *known == number) else {
            return false;
        };
        kept.texts.remove(at);
        kept.numbers.remove(at);
        true
    }

    fn __len__(&self) -> usize {
        self.kept().texts.len()
    }

    /// All articles as JSON, a pair of number and article each.
    fn told(&self) -> PyResult<String> {
        let kept = self.kept();
        let pairs: Vec<(usize, &ReferenceText)> =
            kept.numbers.iter().copied().zip(&kept.texts).collect();
        crate::json(&pairs)
    }

    /// Keeps articles that [`Library::told`] has given, as lines of JSON without their numbers.
    fn restore(&self, py: Python<'_>, lines: &str) -> PyResult<()> {
        py.detach(|| {
            let mut texts = Vec::new();
            for (number, line) in lines.lines().enumerate() {
                if line.trim().is_empty() {
                    continue;
                }
                let text: ReferenceText = serde_json::from_str(line)
                    .map_err(|error| refused(format!("line {}: {error}", number + 1)))?;
                texts.push(text);
            }
            let mut kept = self.kept_mut();
            for text in texts {
                kept.add(text);
            }
            Ok(())
        })
    }
}
