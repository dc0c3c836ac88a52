//! The pure core of Plumbline: text in, findings out. It knows no browser and does no I/O.
//!
//! ```text
//! page ─ article ─ text ─ figures ─ reading ─ align ─ check (against reference) ─ report
//! ```
//!
//! Every offset in this crate counts bytes of UTF-8; [`text::Utf16`] converts at the boundary.

pub mod align;
pub mod article;
pub mod calendar;
pub mod check;
pub mod figures;
pub mod language;
pub mod lexicon;
mod locale;
pub mod order;
pub mod page;
mod pipeline;
pub mod reading;
pub mod reference;
pub mod relations;
pub mod report;
mod spots;
pub mod steps;
pub mod story;
pub mod text;

pub use check::texts::compare;
pub use locale::{DayOrder, Dollar, Locale};
pub use pipeline::{Arrived, Arriving, TooLong, check, check_beside, check_inside};
