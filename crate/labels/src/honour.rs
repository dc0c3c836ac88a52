//! What follows from labels: which findings of their page are left out, and which are known to be right.

use crate::{Figure, Label, VERSION, Word, figures, plain};
use plumbline_words::{Entry, EvidenceLine, SourceLine};

/// What labels make of the findings of a page, by the index of each.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Honoured {
    /// Those that are left out.
    pub left_out: Vec<usize>,
    /// Those that the reader has said to be right.
    pub right: Vec<usize>,
}

/// What the labels of a page make of what is found on it now.
///
/// | word | what it leaves out |
/// |---|---|
/// | right | nothing |
/// | not the same thing | the figure beside what it was held against, and whatever else the page says of that cell beside it; where something new speaks against the figure, it is told of |
/// | wrong reading, ignore here | the figure at its place, whatever it is held against; figures of one article that cannot all be right, where they stand together |
///
/// A figure is the same where it is written the same and stands in the same sentence, or between the same words.
pub fn honour(labels: &[Label], findings: &[Entry]) -> Honoured {
    let mut honoured = Honoured::default();
    let read = |label: &&Label| label.version == VERSION;
    for (index, finding) in findings.iter().enumerate() {
        let mut said = labels
            .iter()
            .filter(read)
            .filter(|label| speaks_of(label, finding));
        let mut right = false;
        if said.any(|label| {
            right |= label.word == Word::Right;
            label.word != Word::Right
        }) {
            honoured.left_out.push(index);
        } else if right {
            honoured.right.push(index);
        }
    }
    honoured
}

fn speaks_of(label: &Label, finding: &Entry) -> bool {
    let here = || is_where(label, finding);
    match label.word {
        Word::Right => label.code == finding.code && here() && is_held_against(label, finding),
        Word::NotSame => {
            let same_cell = !label.about.is_empty() && label.about == finding.about;
            // Of figures of one article what they are held against is one another.
            if finding.together.is_empty() && label.code.starts_with("sources/") {
                is_held_against(label, finding) && (same_cell || here())
            } else {
                label.code == finding.code && here()
            }
        }
        Word::WrongReading | Word::Ignore => {
            let of_one_article = label.code.starts_with("article/");
            of_one_article != finding.together.is_empty() && here()
        }
    }
}

/// Whether the figures of a finding stand where those of a label do: all of them where they cannot all be right
/// together, else one.
fn is_where(label: &Label, finding: &Entry) -> bool {
    let now: Vec<Figure> = figures(finding).collect();
    let is_there = |figure: &Figure| label.figures.iter().any(|known| is_same(known, figure));
    if now.is_empty() || label.figures.is_empty() {
        return false;
    }
    if finding.together.is_empty() {
        return now.iter().any(is_there);
    }
    let few = now.len().min(label.figures.len());
    let there = now.iter().filter(|figure| is_there(figure)).count();
    let still = |known: &&Figure| now.iter().any(|figure| is_same(known, figure));
    // The article may tell the same once more, or once less.
    there >= few && label.figures.iter().filter(still).count() >= few
}

/// Whether a figure is the one that a label knows.
fn is_same(known: &Figure, figure: &Figure) -> bool {
    let (written, sentence) = (spaced(&figure.quote), spaced(&figure.sentence));
    let in_sentence = !sentence.is_empty() && spaced(&known.sentence) == sentence;
    if known.prefix.is_empty() && known.suffix.is_empty() {
        // Seen from another page the figure is known with the words around it that belong to it.
        let known = spaced(&known.quote);
        return in_sentence && has_word(&known, &written);
    }
    let between = || known.prefix == figure.prefix && known.suffix == figure.suffix;
    spaced(&known.quote) == written && (in_sentence || between())
}

/// Whether `text` holds `words`, and no more of a word or number than that.
fn has_word(text: &str, words: &str) -> bool {
    let continues =
        |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '.' || c == ',');
    !words.is_empty()
        && text.match_indices(words).any(|(at, _)| {
            let (before, after) = (&text[..at], &text[at + words.len()..]);
            !continues(before.chars().next_back()) && !continues(after.chars().next())
        })
}

/// Whether all that speaks against a figure now did so when the word was said.
fn is_held_against(label: &Label, finding: &Entry) -> bool {
    let against = |lines: &'_ [EvidenceLine]| -> Vec<(String, String)> {
        let differing = lines.iter().filter(|line| !line.agrees);
        let said = differing.flat_map(|line| {
            // Arithmetic speaks for itself.
            let nobody = line
                .sources
                .is_empty()
                .then(|| (String::new(), line.value.clone()));
            line.sources
                .iter()
                .map(|source| who(line, source))
                .chain(nobody)
        });
        said.collect()
    };
    let known = against(&label.evidence);
    let now = against(&finding.evidence);
    !now.is_empty() && now.iter().all(|said| known.contains(said))
        || now.is_empty() && known.is_empty() && label.evidence.len() == finding.evidence.len()
}

/// A source with the sentence in which it says something, or what it says where that is not known.
fn who(line: &EvidenceLine, source: &SourceLine) -> (String, String) {
    let place = if source.address.is_empty() {
        format!("{} {}", source.publisher, source.title)
    } else {
        plain(&source.address)
    };
    let said = if source.passage.is_empty() {
        &line.value
    } else {
        &source.passage
    };
    (place, spaced(said))
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
