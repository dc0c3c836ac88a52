//! Findings that somebody has looked at: a file names each by its id, with the reason why it is not to be told again.
//!
//! ```toml
//! [[suppress]]
//! finding = "3f2a9c0d5b71e684"
//! reason = "The court corrected the sum on 3 May."
//! ```

use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// What is suppressed, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppressions(BTreeMap<String, String>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    suppress: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    finding: String,
    #[serde(default)]
    reason: String,
}

impl Suppressions {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// With the line, where it cannot be read, an entry has no reason, or one is named twice.
    pub fn read(text: &str) -> Result<Self, String> {
        let line = |at: usize| 1 + text[..at.min(text.len())].matches('\n').count();
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line(span.start));
            format!("line {line}: {}", error.message())
        })?;
        let mut all = BTreeMap::new();
        for entry in file.suppress {
            let line = line(entry.span().start);
            let Entry { finding, reason } = entry.into_inner();
            if reason.trim().is_empty() {
                return Err(format!(
                    "line {line}: {finding:?} has no reason: say why it is not to be told again"
                ));
            }
            if all.insert(finding.clone(), reason).is_some() {
                return Err(format!("line {line}: {finding:?} is suppressed twice"));
            }
        }
        Ok(Self(all))
    }

    /// Why a finding is suppressed, if it is.
    pub fn reason(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str)
    }

    /// The ids of all that is suppressed.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::Suppressions;

    #[test]
    fn each_has_a_reason_and_what_is_wrong_is_told_with_its_line() {
        let sound = "# Looked at\n[[suppress]]\nfinding = \"a1\"\nreason = \"Corrected since.\"\n";
        let read = Suppressions::read(sound).expect("it is sound");
        assert_eq!(read.reason("a1"), Some("Corrected since."));
        assert_eq!(read.reason("a2"), None);
        for (text, told) in [
            (
                "\n[[suppress]]\nfinding = \"a\"\nreason = \" \"\n",
                "line 2: \"a\" has no reason",
            ),
            (
                "[[suppress]]\nfinding = \"a\"\n",
                "line 1: \"a\" has no reason",
            ),
            ("[[suppress]]\nreason = \"x\"\n", "line 1: missing field"),
            (
                "[[suppress]]\nfinding = \"a\"\nreason = \"x\"\nwhy = \"y\"\n",
                "line 4: unknown field",
            ),
            ("\n\nnonsense", "line 3: "),
        ] {
            let error = Suppressions::read(text).expect_err(text);
            assert!(error.contains(told), "{text:?}: {error}");
        }
        let twice = format!("{sound}{sound}");
        assert!(
            Suppressions::read(&twice)
                .expect_err("twice")
                .starts_with("line 6: ")
        );
    }
}
