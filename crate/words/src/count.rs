//! Numbers of things in words.

use plumbline_core::text;

const WORDS: [&str; 11] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// "three sources", "one source".
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

pub(crate) fn number(n: usize) -> String {
    WORDS
        .get(n)
        .map_or_else(|| grouped(&n.to_string()), |word| (*word).to_owned())
}

/// Digits with commas between thousands.
pub fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

pub(crate) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        std::iter::once(text::capital(first)).chain(chars).collect()
    })
}
