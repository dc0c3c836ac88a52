//! Where something stands in a source: the address that leads a browser to the very sentence.

use std::fmt::Write;

/// A longer passage is named by its beginning and its end, in words.
const LONGEST: usize = 12;
const EDGE: usize = 5;

/// The address with a text fragment for the passage; the address alone where it is none of the web.
pub(crate) fn address(address: &str, passage: &str) -> String {
    let of_the_web = address.starts_with("https://") || address.starts_with("http://");
    let words: Vec<&str> = passage.split_whitespace().collect();
    if !of_the_web || words.is_empty() || address.contains(":~:") {
        return address.to_owned();
    }
    let mut made = address.to_owned();
    made.push_str(if address.contains('#') {
        ":~:text="
    } else {
        "#:~:text="
    });
    if words.len() <= LONGEST {
        encode(&words.join(" "), &mut made);
    } else {
        encode(&words[..EDGE].join(" "), &mut made);
        made.push(',');
        encode(&words[words.len() - EDGE..].join(" "), &mut made);
    }
    made
}

/// Every sign but letters and digits has a meaning there, or may have one.
fn encode(text: &str, made: &mut String) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            made.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(made, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_leads_to_the_passage() {
        let long = "One two three four five six seven eight nine ten eleven twelve thirteen.";
        for (from, passage, to) in [
            (
                "https://a.example/x",
                "It cost £4m, she said.",
                "https://a.example/x#:~:text=It%20cost%20%C2%A34m%2C%20she%20said%2E",
            ),
            (
                "https://a.example/x#top",
                "A-b",
                "https://a.example/x#top:~:text=A%2Db",
            ),
            (
                "https://a.example/x",
                long,
                "https://a.example/x#:~:text=One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen%2E",
            ),
            ("https://a.example/x", "", "https://a.example/x"),
            ("", "It cost.", ""),
            ("javascript:alert(1)", "It cost.", "javascript:alert(1)"),
        ] {
            assert_eq!(address(from, passage), to, "{passage}");
        }
    }
}
