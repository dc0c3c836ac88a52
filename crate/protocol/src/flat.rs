//! How messages are read that have their kind among their fields: with the fields of every kind at once. Serde would read
//! each twice, first into whatever it may be, with a copy of all that reads what is in it.

use crate::{Failure, SavedHead, Untouchable, Why};
use plumbline_words::Account;
use serde::Deserialize;

/// What keeps fields from being a message: there are too few, or of no known kind.
const NO_MESSAGE: &str = "no message of the protocol";

#[derive(Deserialize)]
pub(crate) struct Outcome {
    #[serde(rename = "outcome")]
    kind: String,
    report: Option<Box<Account>>,
    #[serde(default)]
    frame: String,
    #[serde(default)]
    list: u32,
    #[serde(default)]
    selected: bool,
    what: Option<Untouchable>,
    why: Option<Why>,
    #[serde(default)]
    problem: String,
}

impl TryFrom<Outcome> for crate::Outcome {
    type Error = &'static str;

    fn try_from(flat: Outcome) -> Result<Self, Self::Error> {
        let outcome = match flat.kind.as_str() {
            "checked" => flat.report.map(|report| Self::Checked {
                report,
                frame: flat.frame,
                list: flat.list,
                selected: flat.selected,
            }),
            "untouchable" => flat.what.map(|what| Self::Untouchable { what }),
            "failed" => (flat.why).map(|why| Self::Failed(Failure::with(why, flat.problem))),
            _ => None,
        };
        outcome.ok_or(NO_MESSAGE)
    }
}

#[derive(Deserialize)]
pub(crate) struct Saving {
    #[serde(rename = "saving")]
    kind: String,
    article: Option<SavedHead>,
    why: Option<crate::NotKept>,
}

impl TryFrom<Saving> for crate::Saving {
    type Error = &'static str;

    fn try_from(flat: Saving) -> Result<Self, Self::Error> {
        let saving = match flat.kind.as_str() {
            "saved" => flat.article.map(|article| Self::Saved { article }),
            "notSaved" => Some(Self::NotSaved),
            "refused" => flat.why.map(|why| Self::Refused { why }),
            _ => None,
        };
        saving.ok_or(NO_MESSAGE)
    }
}

#[derive(Deserialize)]
pub(crate) struct NotKept {
    because: String,
    what: Option<Untouchable>,
}

impl TryFrom<NotKept> for crate::NotKept {
    type Error = &'static str;

    fn try_from(flat: NotKept) -> Result<Self, Self::Error> {
        Ok(match flat.because.as_str() {
            "private" => Self::Private,
            "noFigures" => Self::NoFigures,
            "untouchable" => Self::Untouchable { what: flat.what },
            _ => return Err(NO_MESSAGE),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{Failure, NotKept, Outcome, SavedHead, Saving, Untouchable, Why};
    use plumbline_words::Account;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use std::fmt::Debug;

    fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(all: Vec<T>) {
        for message in all {
            let written = serde_json::to_value(&message).expect("it can be written");
            let read: T = serde_json::from_value(written).expect("it can be read");
            assert_eq!(read, message);
        }
    }

    #[test]
    fn messages_come_back_as_they_were() {
        comes_back(vec![
            Outcome::Checked {
                report: Box::new(Account::default()),
                frame: "https://valley.example".to_owned(),
                list: 3,
                selected: true,
            },
            Outcome::Untouchable {
                what: Untouchable::NotHtml,
            },
            Outcome::Failed(Failure::of(Why::Late)),
            Outcome::Failed(Failure::from("The tab was closed.".to_owned())),
        ]);
        let refused = |why| Saving::Refused { why };
        let untouchable = |what| refused(NotKept::Untouchable { what });
        comes_back(vec![
            Saving::Saved {
                article: SavedHead {
                    number: 4,
                    ..SavedHead::default()
                },
            },
            Saving::NotSaved,
            refused(NotKept::Private),
            refused(NotKept::NoFigures),
            untouchable(None),
            untouchable(Some(Untouchable::TooLong)),
        ]);
    }

    #[test]
    fn what_is_no_message_is_none() {
        for text in [
            r#"{"outcome":"checked"}"#,
            r#"{"outcome":"lost","problem":""}"#,
            r#"{"outcome":"untouchable"}"#,
            r#"{"outcome":"failed","problem":"The tab was closed."}"#,
            r#"{"outcome":"failed","why":"rain","problem":""}"#,
            r#"{"problem":""}"#,
            "7",
        ] {
            assert!(serde_json::from_str::<Outcome>(text).is_err(), "{text}");
        }
        for text in [
            r#"{"saving":"saved"}"#,
            r#"{"saving":"refused","why":{"because":"rain"}}"#,
        ] {
            assert!(serde_json::from_str::<Saving>(text).is_err(), "{text}");
        }
    }
}
