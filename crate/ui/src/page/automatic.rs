//! The switch "check this site automatically".

use crate::browser;
use crate::dom::{by_id, listen};
use crate::site::{name, turned_off, turned_on};
use crate::work::begin;
use plumbline_browser::{failed, says};
use std::cell::{Cell, RefCell};
use web_sys::{Element, HtmlElement, HtmlInputElement};

thread_local! {
    /// The site that the switch is about.
    static SITE: RefCell<Option<Site>> = const { RefCell::new(None) };
    /// Whether anybody listens to the switch.
    static HEARD: Cell<bool> = const { Cell::new(false) };
}

/// A site as the browser grants it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Site {
    /// Its name as shown.
    name: String,
    /// The match pattern for all of it. Patterns with ports are not known everywhere: this one takes all ports.
    pattern: String,
}

/// The site of an address, if it is one of the web.
pub(super) fn site(url: &str) -> Option<Site> {
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?;
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => host,
    };
    let pattern = format!("{scheme}://{host}/*");
    (!host.is_empty()).then(|| Site {
        name: name(&pattern),
        pattern,
    })
}

/// Shows the switch as the site's grant has it; without a site there is none.
pub(super) async fn offer(site: Option<Site>) {
    let switch: HtmlInputElement = by_id("automatic");
    let before = SITE.replace(site.clone());
    if !HEARD.replace(true) {
        let asked = switch.clone();
        listen(&switch, "change", move |_| {
            if let Some(site) = SITE.with_borrow(Clone::clone) {
                change(&asked, &site);
            }
        });
    }
    if before != site {
        say("");
    }
    let row: HtmlElement = by_id("automatic-row");
    let Some(site) = site else {
        row.set_hidden(true);
        return;
    };
    switch.set_checked(browser::has_origin(&site.pattern).await.unwrap_or(false));
    by_id::<Element>("site").set_text_content(Some(&site.name));
    row.set_hidden(false);
}

/// The background follows the grant on its own, so that the wish holds even when the popup closes meanwhile.
fn change(switch: &HtmlInputElement, site: &Site) {
    let (switch, site) = (switch.clone(), site.clone());
    if switch.checked() {
        say(&says("site_asked"));
        let answer = browser::request_origin(&site.pattern);
        begin(async move {
            let granted = answer.await;
            let granted = granted == Ok(true);
            switch.set_checked(granted);
            if granted {
                say(&turned_on(&site.name));
            } else {
                say(&says("site_refused"));
            }
        });
    } else {
        begin(async move {
            match browser::remove_origin(&site.pattern).await {
                Ok(_) => say(&turned_off(&site.name)),
                Err(failure) => say(&failed(&failure)),
            }
            switch.set_checked(browser::has_origin(&site.pattern).await.unwrap_or(false));
        });
    }
}

fn say(text: &str) {
    by_id::<Element>("automatic-note").set_text_content(Some(text));
}

#[cfg(test)]
mod tests {
    use super::site;

    #[test]
    fn a_site_is_the_host_of_an_address_without_its_port() {
        let cases = [
            (
                "https://news.example/a/b?c#d",
                "news.example",
                "https://news.example/*",
            ),
            (
                "http://localhost:8080/x",
                "http://localhost",
                "http://localhost/*",
            ),
            (
                "https://reader:secret@news.example:444?x",
                "news.example",
                "https://news.example/*",
            ),
            ("http://[::1]:80/", "http://[::1]", "http://[::1]/*"),
            ("http://[::1]/", "http://[::1]", "http://[::1]/*"),
        ];
        for (url, name, pattern) in cases {
            let site = site(url).expect(url);
            assert_eq!(
                (site.name.as_str(), site.pattern.as_str()),
                (name, pattern),
                "{url}"
            );
        }
    }

    #[test]
    fn what_is_not_of_the_web_is_no_site() {
        for url in [
            "about:blank",
            "chrome://settings/",
            "file:///home/a.html",
            "https://",
            "mailto:a@b.example",
        ] {
            assert_eq!(site(url), None, "{url}");
        }
    }
}
