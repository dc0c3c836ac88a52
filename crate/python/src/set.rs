//! Reference sets.

use crate::refused;
use plumbline_core::reference::{Rank, Reference};
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde::Serialize;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A reference set, ready to be compared with.
#[derive(Debug)]
#[pyclass(frozen, module = "plumbline._native")]
pub(crate) struct Set {
    pub(crate) reference: Arc<Reference>,
}

/// A set as Python is told it.
#[derive(Serialize)]
struct Told<'r> {
    name: &'r str,
    covers: &'r [String],
    sources: Vec<Source<'r>>,
    statements: Vec<Statement>,
}

#[derive(Serialize)]
struct Source<'r> {
    id: &'r str,
    publisher: &'r str,
    title: &'r str,
    date: &'r str,
    address: &'r str,
}

#[derive(Serialize)]
struct Statement {
    about: String,
    quantity: String,
    time: String,
    rank: &'static str,
    source: usize,
}

#[pymethods]
impl Set {
    /// The set that ships with Plumbline.
    #[staticmethod]
    fn bundled() -> PyResult<Self> {
        static BUNDLED: OnceLock<Arc<Reference>> = OnceLock::new();
        if let Some(reference) = BUNDLED.get() {
            return Ok(Self {
                reference: Arc::clone(reference),
            });
        }
        let reference = Arc::new(plumbline_bundled::reference().map_err(refused)?);
        Ok(Self {
            reference: Arc::clone(BUNDLED.get_or_init(|| reference)),
        })
    }

    /// The set in a folder, which must be sound.
    #[staticmethod]
    fn open(py: Python<'_>, folder: PathBuf) -> PyResult<Self> {
        let language = plumbline_bundled::language().map_err(refused)?;
        py.detach(|| {
            let (loaded, problems) = plumbline_interchange::toml::verify(&folder);
            if problems.is_empty() {
                Ok(Self {
                    reference: Arc::new(Reference::new(language, loaded.set).0),
                })
            } else {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                Err(refused(lines.join("\n")))
            }
        })
    }

    /// Every problem of the set in a folder, with file and line.
    #[staticmethod]
    fn verify(py: Python<'_>, folder: PathBuf) -> Vec<String> {
        let (_, problems) = py.detach(|| plumbline_interchange::toml::verify(&folder));
        problems.iter().map(ToString::to_string).collect()
    }

    /// The set packed, for another process of the same version.
    fn pack<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        let packed = py.detach(|| self.reference.pack());
        PyBytes::new(py, &packed)
    }

    /// A set that was packed. A set lives as long as the process: the same bytes are unpacked once.
    #[staticmethod]
    fn unpack(bytes: &[u8]) -> PyResult<Self> {
        static UNPACKED: Mutex<Option<HashMap<&'static [u8], Arc<Reference>>>> = Mutex::new(None);
        let mut unpacked = UNPACKED.lock().unwrap_or_else(PoisonError::into_inner);
        let known = unpacked.get_or_insert_default();
        if let Some(reference) = known.get(bytes) {
            return Ok(Self {
                reference: Arc::clone(reference),
            });
        }
        let language = plumbline_bundled::language().map_err(refused)?;
        let kept: &'static [u8] = Box::leak(bytes.to_vec().into_boxed_slice());
        let reference = Arc::new(Reference::unpack(language, kept).map_err(refused)?);
        known.insert(kept, Arc::clone(&reference));
        Ok(Self { reference })
    }

    /// Name, coverage, sources and statements, as JSON.
    fn told(&self) -> PyResult<String> {
        let set = &self.reference.set;
        let sources = set.sources.iter().map(|source| Source {
            id: &source.id,
            publisher: &source.publisher,
            title: &source.title,
            date: &source.date,
            address: &source.address,
        });
        let statements = self.reference.listing().map(|line| Statement {
            about: line.about,
            quantity: line.quantity,
            time: line.time,
            rank: rank(line.rank),
            source: line.source,
        });
        crate::json(&Told {
            name: &set.name,
            covers: &set.covers,
            sources: sources.collect(),
            statements: statements.collect(),
        })
    }
}

fn rank(rank: Rank) -> &'static str {
    match rank {
        Rank::Normal => "normal",
        Rank::Slip(_) => "slip",
        Rank::Hypothetical => "hypothetical",
    }
}
