//! A finding as popup and lists show it: the figure, its verdict in words, why, and who says what.

use crate::dates;
use crate::dom::{Built, element};
use plumbline_core::report::{Evidence, Finding, Level, SourceLine, Verdict};
use web_sys::Event;

const BEST_SUPPORTED: &str = "Best supported; sources differ";
const EVIDENCE: &str = "What the sources say";
const GO_THERE: &str = "Show on the page";

/// The class that gives a finding its colour and sign.
fn kind(finding: &Finding) -> &'static str {
    match (finding.level, finding.verdict) {
        (Level::Warn, _) => "warn",
        (Level::Mark, _) => "mark",
        (Level::None, Verdict::Supported) => "supported",
        (Level::None, _) => "not-covered",
    }
}

/// The verdict in a list, where the explanation follows at once: a mark's is said with fewer words than on the card.
fn verdict(finding: &Finding) -> &str {
    if finding.level == Level::Mark {
        BEST_SUPPORTED
    } else {
        &finding.label
    }
}

/// An item of the list; `go` is called when the reader wants to see the figure on the page.
pub(crate) fn item(finding: &Finding, go: impl FnMut(&Event) + 'static) -> Built {
    let kind = kind(finding);
    let figure = element("button", "figure")
        .attribute("type", "button")
        .attribute("title", GO_THERE)
        .child(element("span", "quote").text(&finding.quote))
        .child(
            element("span", "verdict")
                .child(element("span", &format!("sign {kind}")).attribute("aria-hidden", "true"))
                .text(verdict(finding)),
        )
        .on("click", go);
    let item = element("li", &format!("finding {kind}")).child(figure);
    let item = if finding.claim.is_empty() {
        item
    } else {
        item.child(element("p", "claim").text(&finding.claim))
    };
    let item = item.child(element("p", "why").text(&finding.explanation));
    if finding.evidence.is_empty() {
        return item;
    }
    let evidence = element("details", "")
        .child(
            element("summary", "")
                .attribute("aria-label", &format!("{EVIDENCE} about {}", finding.quote))
                .text(EVIDENCE),
        )
        .child(element("ul", "evidence").children(finding.evidence.iter().map(evidence_item)));
    // Every warning shows its evidence; what is not warned of is there to be asked for.
    let evidence = if finding.level == Level::Warn {
        evidence.attribute("open", "")
    } else {
        evidence
    };
    item.child(evidence)
}

fn evidence_item(evidence: &Evidence) -> Built {
    let class = if evidence.agrees { "agrees" } else { "differs" };
    let item = element("li", class).child(
        element("p", "says")
            .child(element("span", "value").text(&evidence.value))
            .child(element("span", "stand").text(&format!(" · {}", evidence.stand))),
    );
    let item = if evidence.derivation.is_empty() {
        item
    } else {
        item.child(element("p", "derivation").text(&evidence.derivation))
    };
    if evidence.sources.is_empty() {
        return item;
    }
    item.child(element("ul", "sources").children(evidence.sources.iter().map(source_item)))
}

fn source_item(source: &SourceLine) -> Built {
    let mut item = element("li", "");
    if !source.publisher.is_empty() {
        item = item.child(element("span", "publisher").text(&source.publisher));
    }
    if !source.title.is_empty() {
        if !source.publisher.is_empty() {
            item = item.text(", ");
        }
        item = item.child(titled(&source.title, &source.address));
    }
    if source.date.is_empty() {
        return item;
    }
    item.text(" · ").child(dated(&source.date))
}

/// A title, as a link to a new tab where it has an address of the web.
pub(crate) fn titled(title: &str, address: &str) -> Built {
    if address.starts_with("https://") || address.starts_with("http://") {
        element("a", "")
            .attribute("href", address)
            .attribute("target", "_blank")
            .attribute("rel", "noopener noreferrer")
            .text(title)
    } else {
        element("span", "").text(title)
    }
}

/// A date, two of them with a slash between, or `before` one, in the reader's words.
pub(crate) fn dated(date: &str) -> Built {
    if let Some(end) = date.strip_prefix("before ") {
        return element("span", "").text("before ").child(dated(end));
    }
    if let Some((start, end)) = date.split_once('/') {
        return element("span", "")
            .child(dated(start))
            .text(" – ")
            .child(dated(end));
    }
    element("time", "")
        .attribute("datetime", date)
        .text(&dates::in_words(date))
}
