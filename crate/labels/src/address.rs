//! Which page an address is of.

/// What links add to an address to know who followed them.
const FOLLOWED: [&str; 6] = ["fbclid", "gclid", "msclkid", "igshid", "mc_cid", "mc_eid"];

/// A longer address is told by its beginning, in bytes.
const LONGEST: usize = 1_000;

/// An address without what does not say which page it is of: the scheme, "www.", the place within the page, who led
/// there.
pub fn plain(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let address = match address.split_once("://") {
        Some(("http" | "https", rest)) => rest.strip_prefix("www.").unwrap_or(rest),
        _ => address,
    };
    let (place, asked) = address.split_once('?').unwrap_or((address, ""));
    let mut made = place.trim_end_matches('/').to_owned();
    let mut sign = '?';
    for part in asked.split('&').filter(|part| !part.is_empty()) {
        let name = part.split('=').next().unwrap_or_default();
        if name.starts_with("utm_") || FOLLOWED.contains(&name) {
            continue;
        }
        made.push(sign);
        made.push_str(part);
        sign = '&';
    }
    made.truncate(made.floor_char_boundary(LONGEST));
    made
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn what_does_not_say_which_page_it_is_does_not_count() {
        for (address, expected) in [
            ("https://www.a.example/b/?id=2#c", "a.example/b?id=2"),
            (
                "http://a.example/b?utm_source=x&id=2&fbclid=y",
                "a.example/b?id=2",
            ),
            ("https://a.example/b?utm_source=x", "a.example/b"),
            ("https://a.example/b#:~:text=c", "a.example/b"),
            ("https://a.example", "a.example"),
            ("file:///home/www.a.html", "file:///home/www.a.html"),
            ("", ""),
        ] {
            assert_eq!(plain(address), expected, "{address}");
        }
        assert_eq!(plain(&"ü".repeat(2_000)).len(), 1_000);
    }
}
