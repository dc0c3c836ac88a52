//! What the popup says.

use super::tallies::Tallies;
use crate::dom::counted;
use plumbline_protocol::Untouchable;
use plumbline_words::grouped;

pub(super) const CHECKING: &str = "Reading this page …";
pub(super) const NO_TAB: &str = "The browser shows no tab that can be checked.";
pub(super) const FAILED: &str = "This page could not be checked";
pub(super) const WHAT_TO_DO: &str =
    "Reload the page and try again. If it happens again, restart the browser.";
pub(super) const AGAIN: &str = "Try again";
pub(super) const CHANGED: &str = "The page has changed; this is what it says now.";
pub(super) const HIDE: &str = "Hide the marks on this page";
pub(super) const HIDDEN: &str = "The marks are hidden until this page is checked again.";
pub(super) const SUMMARY: &str = "Summary";
pub(super) const FINDINGS: &str = "Findings";
pub(super) const AT_ODDS: &str = "at odds";
pub(super) const MARKED: &str = "sources differ";
pub(super) const SUPPORTED: &str = "sources agree";
pub(super) const NOT_COVERED: &str = "not covered";
pub(super) const COVERS: &str = "What it covers so far:";

/// After the number of figures read.
pub(super) fn read(count: usize) -> &'static str {
    if count == 1 {
        " figure read"
    } else {
        " figures read"
    }
}

/// After the number of warnings.
pub(super) fn warnings(count: usize) -> &'static str {
    if count == 1 { "warning" } else { "warnings" }
}

/// The counts in a sentence.
pub(super) fn summary(tallies: &Tallies) -> String {
    let read = counted(tallies.read, "figure", "figures");
    if !tallies.is_covered() {
        // The line about the article says how many are at odds.
        return format!("{read} read.");
    }
    format!(
        "{read} read: {} {}; {MARKED}: {}, {SUPPORTED}: {}, {NOT_COVERED}: {}.",
        tallies.warned,
        warnings(tallies.warned),
        tallies.marked,
        tallies.supported,
        tallies.not_covered,
    )
}

/// Opens the list of the figures that were not compared.
pub(super) fn passed(count: usize) -> String {
    format!(
        "{} not compared, and why",
        counted(count, "figure", "figures")
    )
}

/// After figures that were not compared: how many there are more.
pub(super) fn and_more(count: usize) -> String {
    format!(" and {} more", grouped(&count.to_string()))
}

/// What happened, for people, by what the parts of the program say to one another, which is not for them.
const FAILURES: [(&str, &str); 12] = [
    (NO_TAB, NO_TAB),
    (
        "This page is longer",
        "This page is longer than Plumbline reads.",
    ),
    (
        "The engine stopped",
        "Plumbline stopped while it read this page, and has started anew.",
    ),
    ("gave no answer", LEFT),
    ("was left before", LEFT),
    ("stopped the check", STOPPED),
    ("channel closed", STOPPED),
    ("port closed", STOPPED),
    ("destroyed before", STOPPED),
    ("Receiving end", STOPPED),
    (
        "took too long",
        "It took too long, and was given up. The page, or the browser, is busy with something else.",
    ),
    (
        "could not be handed over",
        "There is more on this page than the browser hands from one part of Plumbline to another.",
    ),
];
const LEFT: &str = "The page was left or closed while it was read.";
const STOPPED: &str = "The browser stopped Plumbline while it read this page.";

/// What happened, in a sentence for people.
pub(super) fn failure(problem: &str) -> &'static str {
    let known = FAILURES.iter().find(|(said, _)| problem.contains(said));
    known.map_or(
        "Something went wrong between this page and Plumbline.",
        |(_, words)| words,
    )
}

/// Continues the list.
pub(super) fn more(count: usize) -> String {
    format!("Show {}", counted(count, "more finding", "more findings"))
}

/// Title and text for a page on which nothing was found.
pub(super) fn nothing_found(read: usize, spoken_of: bool) -> (&'static str, &'static str) {
    if read == 0 {
        (
            "No figures here",
            "Plumbline found no figures in the text of this page. It reads no pictures, and nothing that a page shows in a frame.",
        )
    } else if spoken_of {
        (
            "Nothing found",
            "Sources speak of figures on this page, but it does not put them so that they could be compared. Why, is listed below.",
        )
    } else {
        (
            "Nothing found",
            "No source that Plumbline knows says anything about the figures on this page. That makes them neither right nor wrong.",
        )
    }
}

/// Before what opens a frame.
pub(super) const IN_A_FRAME: &str = "Much of this page is a frame, and the article may stand in that. Open it in a tab of its own, and press the button there.";
pub(super) const OPEN_FRAME: &str = "Open the framed page";

/// Title and text for Firefox's Reader View.
pub(super) const READER_VIEW: (&str, &str) = (
    "This is Reader View",
    "Firefox lets no extension read in Reader View. Go back to the page itself, and press the button there.",
);
pub(super) const OPEN_ORIGINAL: &str = "Open the original page";

/// Title and text for a page in another language.
pub(super) const FOREIGN: (&str, &str) = (
    "Plumbline reads English articles",
    "This page says that it is in another language. Its figures were left alone.",
);

/// Title and text for a tab that cannot be read.
pub(super) fn untouchable(what: Untouchable) -> (&'static str, &'static str) {
    match what {
        Untouchable::BrowserPage => (
            "A page of the browser",
            "Extensions cannot read the browser’s own pages. Open an article on the web and press the button there.",
        ),
        Untouchable::ProtectedSite => (
            "The browser protects this page",
            "The browser lets no extension read this page. Among such pages are extension stores, and PDF or data files. Plumbline reads web pages and plain text. Open an article and press the button there.",
        ),
        Untouchable::NotHtml => (
            "Not a web page",
            "This is a PDF, a data file or another kind of document. Plumbline reads web pages and plain text. Open an article and press the button there.",
        ),
        Untouchable::LocalFile => (
            "A file on this computer",
            "To check local files, allow Plumbline access to file addresses in the browser’s extension settings.",
        ),
        Untouchable::TooLong => (
            "A very long page",
            "This page is longer than Plumbline reads: at most five million characters, which is several long novels, or 250,000 paragraphs and cells.",
        ),
    }
}
