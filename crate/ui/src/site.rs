//! Sites as people know them; popup and options page name one alike.

use plumbline_browser::{says, says_with};

/// A match pattern in words: its host, with the scheme where it is the unusual one.
pub(crate) fn name(pattern: &str) -> String {
    let site = pattern.trim_end_matches("/*");
    match site.split_once("://") {
        None | Some((_, "*")) => says("every_site"),
        Some(("https" | "*", host)) => host.to_owned(),
        Some(_) => site.to_owned(),
    }
}

/// What is said when a site was turned on.
pub(crate) fn turned_on(name: &str) -> String {
    says_with("site_on", &[name])
}

/// What is said when a site was given back.
pub(crate) fn turned_off(name: &str) -> String {
    says_with("site_off", &[name])
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn sites_are_named_by_their_host() {
        assert_eq!(name("https://news.example/*"), "news.example");
        assert_eq!(name("http://localhost/*"), "http://localhost");
        assert_eq!(name("*://news.example/*"), "news.example");
        for every in ["<all_urls>", "*://*/*", "https://*/*"] {
            assert_eq!(name(every), "every_site", "{every}");
        }
    }
}
