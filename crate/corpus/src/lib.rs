//! Many documents at once, without a terminal: which of them tell of one story, and what each makes of the others.

pub mod check;
pub mod inputs;
pub mod report;
pub mod story;
pub mod suppressed;
