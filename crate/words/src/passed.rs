//! Why figures were not compared, in words.

use plumbline_core::report::{Report, Why};

pub(crate) fn why(why: Why) -> &'static str {
    match why {
        Why::Supposed => "The article only supposes or plans it",
        Why::NotAsserted => "The article does not say that it is so",
        Why::PartOrSum => "It is a part of the whole, or a sum of several",
        Why::Rough => "It is too rough to compare",
        Why::NoTime => "The article does not say its day, or the time that it speaks of",
        Why::OtherTime => "Sources speak of another time",
        Why::OtherMeasure => "Sources give it in another currency or unit",
        Why::Unclear => "It is not clear enough what it is about",
        Why::OnlyHere => "Only this article states it",
        Why::NoSource => "No source speaks of it",
    }
}

/// Whether sources speak of a figure that was not compared, for another reason than that they do not.
pub(crate) fn speak_of_it(report: &Report) -> bool {
    let unknown = |why: Why| matches!(why, Why::NoSource | Why::Unclear | Why::OnlyHere);
    report.passed.iter().any(|passed| !unknown(passed.why))
}
