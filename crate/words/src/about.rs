//! What a figure is said to be about.

use crate::count::capital;
use crate::inside;
use plumbline_core::report::{Finding, Reason};

/// What a figure is about: "Meta's investment in Scale AI", "Lena Marsh’s age"; or empty.
pub(crate) fn about(finding: &Finding) -> String {
    match &finding.reason {
        Reason::Article(odds) => inside::about(odds).to_owned(),
        Reason::Sources(weighed) if finding.about.is_empty() && !weighed.whose.is_empty() => {
            format!("{} age", possessive(&weighed.whose))
        }
        Reason::Sources(_) => capital(&finding.about),
    }
}

/// "Lena Marsh’s", "Tom Ellis’".
fn possessive(name: &str) -> String {
    let end = if name.ends_with('s') { "’" } else { "’s" };
    format!("{name}{end}")
}
