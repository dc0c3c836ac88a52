//! The sites that are checked automatically.

use crate::browser;
use crate::dom::{Built, by_id, element, fill};
use crate::problem;
use crate::site;
use crate::work::begin;
use plumbline_browser::{granted_origins, says, says_with};
use web_sys::{Element, HtmlElement};

const SECTION: &str = "sites";
const TITLE: &str = "sites-title";
const NOTE: &str = "sites-note";

/// Lists the sites.
pub(super) fn show() {
    begin(async {
        match granted_origins().await {
            Ok(origins) if origins.is_empty() => {
                fill(SECTION, [element("p", "empty").text(&says("sites_none"))]);
            }
            Ok(origins) => fill(
                SECTION,
                [element("ul", "sites").children(origins.into_iter().map(item))],
            ),
            Err(failure) => problem::show(SECTION, &failure),
        }
    });
}

fn item(pattern: String) -> Built {
    let name = site::name(&pattern);
    let remove = element("button", "remove")
        .attribute("type", "button")
        .attribute("aria-label", &says_with("remove_of", &[&name]))
        .text(&says("remove"));
    element("li", "")
        .child(element("span", "").text(&name))
        .child(remove.on("click", move |_| {
            let (pattern, name) = (pattern.clone(), name.clone());
            begin(async move {
                match browser::remove_origin(&pattern).await {
                    Ok(_) => {
                        show();
                        say_removed(&name);
                    }
                    Err(failure) => problem::show(SECTION, &failure),
                }
            });
        }))
}

/// The button that had the focus is gone with its site: the focus goes to the title, and what happened is said.
fn say_removed(name: &str) {
    by_id::<Element>(NOTE).set_text_content(Some(&site::turned_off(name)));
    let _ = by_id::<HtmlElement>(TITLE).focus();
}
