//! What the reference set holds.

use crate::browser::ask;
use crate::dom::{Built, element, fill};
use crate::findings::{dated, titled};
use crate::problem;
use crate::work::begin;
use plumbline_browser::{counted, says, says_with};
use plumbline_protocol::{Ask, Library, LibrarySource, LibraryStatement};

const SECTION: &str = "library";

/// Lists sources and statements.
pub(super) fn show() {
    begin(async {
        match ask::<Library>(&Ask::Library).await {
            Ok(library) => fill(SECTION, parts(&library)),
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}

fn parts(library: &Library) -> Vec<Built> {
    if library.sources.is_empty() {
        return vec![element("p", "empty").text(&says("library_empty"))];
    }
    let statements = library
        .sources
        .iter()
        .map(|source| source.statements.len())
        .sum();
    let size = says_with(
        "library_size",
        &[
            &counted(statements, "statements"),
            &counted(library.sources.len(), "sources"),
        ],
    );
    let mut parts = vec![element("p", "").text(&size)];
    if !library.covers.is_empty() {
        parts.push(
            element("ul", "covers").children(
                library
                    .covers
                    .iter()
                    .map(|cover| element("li", "").text(cover)),
            ),
        );
    }
    parts.extend(library.sources.iter().map(source));
    parts
}

fn source(source: &LibrarySource) -> Built {
    let mut line = element("span", "source-line");
    if !source.publisher.is_empty() {
        line = line
            .child(element("span", "publisher").text(&source.publisher))
            .text(" ");
    }
    line = line.child(element("span", "source-title").text(&source.title));
    if !source.date.is_empty() {
        line = line.text(" · ").child(dated(&source.date));
    }
    let count = element("span", "count").text(&counted(source.statements.len(), "statements"));
    let body = element("div", "source-body");
    let body = if source.address.is_empty() {
        body
    } else {
        body.child(element("p", "").child(titled(&source.address, &source.address)))
    };
    element("details", "source")
        .child(element("summary", "").child(line).child(count))
        .child(body.child(table(&source.statements)))
}

fn table(statements: &[LibraryStatement]) -> Built {
    let head = element("tr", "")
        .child(
            element("th", "")
                .attribute("scope", "col")
                .text(&says("library_about")),
        )
        .child(
            element("th", "")
                .attribute("scope", "col")
                .text(&says("library_value")),
        );
    let rows = statements.iter().map(|statement| {
        let mut value = element("td", "value").text(&statement.value);
        if !statement.time.is_empty() {
            value = value.child(element("span", "note").child(dated(&statement.time)));
        }
        if !statement.note.is_empty() {
            value = value.child(element("span", "note").text(&statement.note));
        }
        element("tr", "")
            .child(element("td", "about").text(&statement.about))
            .child(value)
    });
    element("table", "")
        .child(element("thead", "").child(head))
        .child(element("tbody", "").children(rows))
}
