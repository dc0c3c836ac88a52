//! Words, digit runs and signs, with where they stand.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters, with combining marks; no apostrophe, no hyphen.
    Word,
    /// A run of decimal digits of any script.
    Digits,
    /// One other character that is not white space.
    Sign,
}

/// A token and the bytes it takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space (of any kind, a line break too) stands before it.
    pub spaced: bool,
}

impl Token {
    /// The token's text within the text it was read from.
    #[expect(
        clippy::inline_always,
        reason = "one call less for every word that is looked at"
    )]
    #[inline(always)]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// What a character does to the token before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Word,
    Digits,
    Sign,
    Space,
    /// Soft hyphens, zero-width characters, direction marks: as if they were not there.
    Invisible,
}

/// The class of every ASCII character; most text never leaves this table.
const ASCII: [Class; 128] = {
    let mut table = [Class::Sign; 128];
    let mut byte = 0u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Word,
            b'0'..=b'9' => Class::Digits,
            b' ' | b'\t'..=b'\r' => Class::Space,
            0..=8 | 14..=31 | 127 => Class::Invisible,
            _ => Class::Sign,
        };
        byte += 1;
    }
    table
};

/// The zeros of the decimal digits outside ASCII; each script has ten digits in a row.
const ZEROS: [u32; 39] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x11066, 0x1D7CE,
];

/// The value of a decimal digit of any script.
pub fn digit(c: char) -> Option<u32> {
    let code = u32::from(c);
    if code < 128 {
        return c.is_ascii_digit().then_some(code & 15);
    }
    let after = ZEROS.partition_point(|&zero| zero <= code);
    let zero = ZEROS[after.checked_sub(1)?];
    (code - zero < 10).then_some(code - zero)
}

fn class_beyond_ascii(c: char) -> Class {
    if c.is_alphabetic() {
        return Class::Word;
    }
    match c {
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Class::Invisible,
        '\u{300}'..='\u{36F}' => Class::Word,
        _ if c.is_whitespace() => Class::Space,
        _ if digit(c).is_some() => Class::Digits,
        _ => Class::Sign,
    }
}

/// Cuts a text into tokens; everything that is not white space or invisible is in one of them.
/// Invisible characters (soft hyphens, zero-width spaces) within a word or a digit run do not part it.
///
/// Texts longer than `u32::MAX` bytes are read up to that length.
pub fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / TOKEN + 4);
    let (mut at, mut spaced) = (0usize, true);
    // The class that the next character may continue.
    let mut open = Class::Space;
    while at < bytes.len().min(LONGEST) {
        let start = at;
        let class = class_at(text, &mut at);
        if matches!(class, Class::Word | Class::Digits) {
            // Most of a text: the rest of the run, as long as it is ASCII.
            while bytes
                .get(at)
                .is_some_and(|&byte| byte < 128 && ASCII[byte as usize] == class)
            {
                at += 1;
            }
        }
        let kind = match class {
            Class::Space => {
                spaced = true;
                open = Class::Space;
                continue;
            }
            Class::Invisible => continue,
            Class::Word => TokenKind::Word,
            Class::Digits => TokenKind::Digits,
            Class::Sign => TokenKind::Sign,
        };
        let (start, end) = (offset(start), offset(at));
        if class == open && class != Class::Sign {
            if let Some(last) = found.last_mut() {
                last.end = end;
            }
        } else {
            found.push(Token {
                start,
                end,
                kind,
                spaced,
            });
            spaced = false;
            open = class;
        }
    }
    found
}

/// How long a token is with the space before it, in bytes, where there are many in a text: it has room for them at once.
const TOKEN: usize = 4;

/// Offsets are 32 bits wide, with room for the last character.
const LONGEST: usize = (u32::MAX - 8) as usize;

/// The class of the character at `at`, which moves past it.
#[inline]
fn class_at(text: &str, at: &mut usize) -> Class {
    let byte = text.as_bytes()[*at];
    if byte < 128 {
        *at += 1;
        return ASCII[byte as usize];
    }
    let c = text[*at..].chars().next().unwrap_or(' ');
    *at += c.len_utf8();
    class_beyond_ascii(c)
}

/// The caller keeps `at` below `u32::MAX`.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{TokenKind, digit, tokens};

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn words_digits_and_signs_part() {
        assert_eq!(
            cut("US$14.3bn, 28-year"),
            ["US", "$", "14", ".", "3", "bn", ",", "28", "-", "year"]
        );
    }

    #[test]
    fn invisible_characters_part_nothing() {
        assert_eq!(
            cut("em\u{AD}ployees 1\u{200B}4"),
            ["em\u{AD}ployees", "1\u{200B}4"]
        );
    }

    #[test]
    fn digits_of_every_script_are_digits() {
        assert_eq!(digit('７'), Some(7));
        assert_eq!(digit('٣'), Some(3));
        assert_eq!(digit('½'), None);
        assert!(
            tokens("２０１６")
                .iter()
                .all(|token| token.kind == TokenKind::Digits)
        );
    }

    #[test]
    fn space_before_is_noticed() {
        let spaced: Vec<bool> = tokens("a b\u{A0}c-d")
            .iter()
            .map(|token| token.spaced)
            .collect();
        assert_eq!(spaced, [true, true, true, false, false]);
    }
}
