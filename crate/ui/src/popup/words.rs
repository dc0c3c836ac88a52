//! What the popup says.

use crate::dom::counted;
use plumbline_core::report::Summary;
use plumbline_protocol::Untouchable;

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
pub(super) fn summary(summary: &Summary) -> String {
    let read = counted(summary.read, "figure", "figures");
    if !is_covered(summary) {
        return format!("{read} read.");
    }
    format!(
        "{read} read: {} {}; {MARKED}: {}, {SUPPORTED}: {}, {NOT_COVERED}: {}.",
        summary.warned,
        warnings(summary.warned),
        summary.marked,
        summary.supported,
        summary.not_covered,
    )
}

/// Whether any figure was compared with anything.
pub(super) fn is_covered(summary: &Summary) -> bool {
    summary.warned + summary.marked + summary.supported > 0
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
    format!(" and {count} more")
}

/// What happened, for people: what programs say to one another is not for them.
pub(super) fn failure(problem: &str) -> &str {
    if problem == NO_TAB || problem.starts_with("This page is longer") {
        problem
    } else if problem.starts_with("The engine stopped") {
        "Plumbline stopped while it read this page, and has started anew."
    } else if problem.contains("gave no answer") || problem.contains("stopped the check") {
        "The page was left or closed while it was read."
    } else {
        "Something went wrong between this page and Plumbline."
    }
}

/// Continues the list.
pub(super) fn more(count: usize) -> String {
    format!("Show {}", counted(count, "more finding", "more findings"))
}

/// Title and text for a page of which nothing is covered.
pub(super) fn nothing_covered(read: usize) -> (&'static str, &'static str) {
    if read == 0 {
        (
            "No figures here",
            "Plumbline found no figures in the text of this page. It does not read pictures, or articles that a page shows in a frame. Open such a frame in a tab of its own and press the button there: in Firefox with a right click, This Frame, Open Frame in New Tab.",
        )
    } else {
        (
            "Nothing found",
            "No source that Plumbline knows says anything about the figures on this page. That makes them neither right nor wrong.",
        )
    }
}

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
            "Extensions cannot read the browser’s own pages. Open an article on the web and press the button there. From Firefox’s Reader View, go back to the page itself with F9 first.",
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
