//! Words, digit runs and signs, with where they stand.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A run of letters, with combining marks; no apostrophe, no hyphen.
    Word,
    /// A run of decimal digits of one script.
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
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Cuts a text into tokens; everything that is not white space or invisible is in one of them.
///
/// Texts longer than `u32::MAX` bytes are read up to that length.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 4);
    let mut spaced = true;
    for (at, c) in text.char_indices() {
        let Ok(start) = u32::try_from(at) else { break };
        let Ok(end) = u32::try_from(at + c.len_utf8()) else {
            break;
        };
        let kind = if c.is_alphabetic() {
            TokenKind::Word
        } else if c.is_numeric() && c.to_digit(10).is_some() {
            TokenKind::Digits
        } else if c.is_whitespace() {
            spaced = true;
            continue;
        } else {
            TokenKind::Sign
        };
        match found.last_mut() {
            Some(last)
                if !spaced && kind != TokenKind::Sign && last.kind == kind && last.end == start =>
            {
                last.end = end
            }
            _ => found.push(Token {
                start,
                end,
                kind,
                spaced,
            }),
        }
        spaced = false;
    }
    found
}
