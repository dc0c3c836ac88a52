//! Which appearance of marks the reader can choose.

use serde::{Deserialize, Serialize};

/// The key in `storage.local` under which the chosen appearance is kept.
pub const APPEARANCE_KEY: &str = "appearance";

/// One of the appearances a reader can choose for marks.
///
/// Each tells a warning from a mark by form as well as by colour, so that colour is never the only sign.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Appearance {
    /// A tint and an underline.
    #[default]
    Tinted,
    /// Underlines alone.
    Lined,
    /// Strong tints and thick underlines.
    Strong,
    /// Without colours: in the text's own colour.
    Plain,
}

impl Appearance {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Tinted, Self::Lined, Self::Strong, Self::Plain];

    /// Its name as kept in storage and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Tinted => "tinted",
            Self::Lined => "lined",
            Self::Strong => "strong",
            Self::Plain => "plain",
        }
    }

    /// The choice of that name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}

#[cfg(test)]
mod tests {
    use super::Appearance;

    #[test]
    fn keys_are_the_names_that_messages_use() {
        for choice in Appearance::ALL {
            let in_messages = serde_json::to_value(choice).expect("a choice is JSON");
            assert_eq!(in_messages, choice.key());
            assert_eq!(Appearance::from_key(choice.key()), Some(choice));
        }
        assert_eq!(Appearance::from_key("loud"), None);
    }
}
