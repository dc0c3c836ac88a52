//! What popup and panel say where it depends on what was found.

use super::tallies::Tallies;
use plumbline_browser::{counted, says, says_with};
use plumbline_protocol::Untouchable;

/// The counts in a sentence.
pub(super) fn summary(tallies: &Tallies) -> String {
    let read = counted(tallies.read, "figures");
    if !tallies.is_covered() {
        // The line about the article says how many are at odds.
        return says_with("summary_read", &[&read]);
    }
    let counts =
        [tallies.marked, tallies.supported, tallies.not_covered].map(|count| count.to_string());
    let warnings = counted(tallies.warned, "warnings");
    let [marked, supported, not_covered] = &counts;
    says_with(
        "summary",
        &[&read, &warnings, marked, supported, not_covered],
    )
}

/// Title and text for a page on which nothing was found.
pub(super) fn nothing_found(read: usize, spoken_of: bool) -> (String, String) {
    if read == 0 {
        (says("no_figures_title"), says("no_figures_text"))
    } else if spoken_of {
        (says("nothing_title"), says("nothing_spoken_of"))
    } else {
        (says("nothing_title"), says("nothing_text"))
    }
}

/// Title and text for a tab that cannot be read.
pub(super) fn untouchable(what: Untouchable) -> (String, String) {
    let name = match what {
        Untouchable::BrowserPage => "browser_page",
        Untouchable::ProtectedSite => "protected_site",
        Untouchable::NotHtml => "not_html",
        Untouchable::LocalFile => "local_file",
        Untouchable::TooLong => "too_long",
    };
    (
        says(&format!("{name}_title")),
        says(&format!("{name}_text")),
    )
}
