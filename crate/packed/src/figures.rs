//! Figures as sources write them, parted into the words that many share and the number that each has of its own:
//! "8,908,081 inhabitants" is a number in groups of three digits before " inhabitants".

use serde::{Deserialize, Serialize};

/// What figures have in common that are written alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Style {
    before: String,
    after: String,
    /// Whether commas part its thousands.
    grouped: bool,
    /// How many digits follow the point.
    decimals: u8,
}

impl Style {
    /// The style of a text and its number; none for one that would not be written so again.
    pub(crate) fn of(text: &str) -> Option<(Self, u64)> {
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let rest = &text[start..];
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
            .unwrap_or(rest.len());
        let written = rest[..length].trim_end_matches([',', '.']);
        let (whole, fraction) = written.split_once('.').unwrap_or((written, ""));
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let style = Self {
            before: text[..start].to_owned(),
            after: rest[written.len()..].to_owned(),
            grouped: whole.contains(','),
            decimals: u8::try_from(fraction.len()).ok()?,
        };
        let number = digits.parse().ok()?;
        (style.written(number) == text).then_some((style, number))
    }

    /// How long the words around the number are, in bytes.
    pub(crate) fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// A number in this style.
    pub(crate) fn written(&self, number: u64) -> String {
        let decimals = usize::from(self.decimals);
        let digits = format!("{number:0>width$}", width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len().saturating_sub(decimals));
        let mut text = String::with_capacity(self.before.len() + self.after.len() + 26);
        text.push_str(&self.before);
        for (at, digit) in whole.char_indices() {
            if self.grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if decimals > 0 {
            text.push('.');
            text.push_str(fraction);
        }
        text.push_str(&self.after);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Style;

    #[test]
    fn a_figure_is_written_as_it_was_or_not_taken_apart() {
        for (text, number) in [
            ("8,908,081 inhabitants", Some(8_908_081)),
            ("about $14.30 billion", Some(1430)),
            ("0.05%", Some(5)),
            ("2016", Some(2016)),
            ("7", Some(7)),
            ("1,234.5 m", Some(12345)),
            ("from 3 to 5", Some(3)),
            ("12,34", None),
            ("007", None),
            ("1.2.3", None),
            ("two dozen", None),
            ("18446744073709551616", None),
            ("", None),
        ] {
            let found = Style::of(text);
            assert_eq!(found.as_ref().map(|(_, n)| *n), number, "{text}");
            if let Some((style, number)) = found {
                assert_eq!(style.written(number), text);
            }
        }
    }
}
