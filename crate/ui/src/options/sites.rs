//! The sites that are checked automatically.

use super::fail;
use crate::browser;
use crate::dom::{Built, by_id, element, fill};
use plumbline_browser::granted_origins;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

const SECTION: &str = "sites";
const TITLE: &str = "sites-title";
const NOTE: &str = "sites-note";
const NONE: &str = "None yet. Open a page of a site, press the toolbar button, and turn on “Check this site automatically”.";
const EVERY: &str = "Every site";
const REMOVE: &str = "Remove";
const REMOVED: &str = "is no longer checked automatically.";

/// Lists the sites.
pub(super) fn show() {
    spawn_local(async {
        match granted_origins().await {
            Ok(origins) if origins.is_empty() => fill(SECTION, [element("p", "empty").text(NONE)]),
            Ok(origins) => fill(
                SECTION,
                [element("ul", "sites").children(origins.into_iter().map(item))],
            ),
            Err(problem) => fail(SECTION, &problem),
        }
    });
}

fn item(pattern: String) -> Built {
    let name = name(&pattern);
    let remove = element("button", "remove")
        .attribute("type", "button")
        .attribute("aria-label", &format!("{REMOVE} {name}"))
        .text(REMOVE);
    element("li", "")
        .child(element("span", "").text(&name))
        .child(remove.on("click", move |_| {
            let (pattern, name) = (pattern.clone(), name.clone());
            spawn_local(async move {
                match browser::remove_origin(&pattern).await {
                    Ok(_) => {
                        show();
                        say_removed(&name);
                    }
                    Err(problem) => fail(SECTION, &problem),
                }
            });
        }))
}

/// The button that had the focus is gone with its site: the focus goes to the title, and what happened is said.
fn say_removed(name: &str) {
    by_id::<Element>(NOTE).set_text_content(Some(&format!("{name} {REMOVED}")));
    let _ = by_id::<HtmlElement>(TITLE).focus();
}

/// A match pattern as people know the site: its host, with the scheme where it is the unusual one.
fn name(pattern: &str) -> String {
    let site = pattern.trim_end_matches("/*");
    match site.split_once("://") {
        None | Some((_, "*")) => EVERY.to_owned(),
        Some(("https" | "*", host)) => host.to_owned(),
        Some(_) => site.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{EVERY, name};

    #[test]
    fn sites_are_named_by_their_host() {
        assert_eq!(name("https://news.example/*"), "news.example");
        assert_eq!(name("http://localhost/*"), "http://localhost");
        assert_eq!(name("*://news.example/*"), "news.example");
        for every in ["<all_urls>", "*://*/*", "https://*/*"] {
            assert_eq!(name(every), EVERY, "{every}");
        }
    }
}
