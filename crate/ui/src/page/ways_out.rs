//! The ways out of what cannot be read: from Firefox's Reader View to the page itself, from a page to the frame that
//! its article stands in.

use super::looked::Looked;
use crate::browser;
use crate::dom::{Built, element};
use crate::findings::is_of_web;
use crate::surface::leave;
use crate::work::begin;
use plumbline_browser::says;

/// What leads from the Reader View to the page that it shows, if that is what stands in the tab.
pub(super) fn reader_view(looked: &Looked) -> Option<Built> {
    let shown = escaped_address(&looked.address)?;
    let address = js_sys::decode_uri_component(shown).ok()?.as_string()?;
    let tab = looked.tab;
    is_of_web(&address).then(|| {
        way(&says("open_original")).on("click", move |_| {
            let address = address.clone();
            begin(async move {
                if browser::go_to(tab, &address).await.is_ok() {
                    leave();
                }
            });
        })
    })
}

/// The address that Reader View has in its own, as it is written there.
fn escaped_address(address: &str) -> Option<&str> {
    let (_, query) = address.split_once("about:reader?")?;
    query.split('&').find_map(|part| part.strip_prefix("url="))
}

/// What opens a frame in a tab of its own. It is a link: its address is to be seen.
pub(super) fn frame(address: &str) -> Option<Built> {
    is_of_web(address).then(|| {
        element("a", "way")
            .attribute("href", address)
            .attribute("target", "_blank")
            .attribute("rel", "noopener noreferrer")
            .text(&says("open_frame"))
    })
}

fn way(text: &str) -> Built {
    element("button", "way")
        .attribute("type", "button")
        .text(text)
}

#[cfg(test)]
mod tests {
    use super::escaped_address;

    #[test]
    fn reader_view_has_the_address_of_its_page_in_its_own() {
        let cases = [
            (
                "about:reader?url=https%3A%2F%2Fa.example%2Fb",
                Some("https%3A%2F%2Fa.example%2Fb"),
            ),
            (
                "about:reader?x=1&url=https%3A%2F%2Fa.example",
                Some("https%3A%2F%2Fa.example"),
            ),
            ("about:reader", None),
            ("about:config?url=x", None),
            ("https://a.example/?url=x", None),
        ];
        for (address, shown) in cases {
            assert_eq!(escaped_address(address), shown, "{address}");
        }
    }
}
