//! Whether two figures are told of the same people, things and places, by whom the texts name.

use crate::reading::words::named::{Name, Part};
use crate::reading::words::said::{Said, Subject};
use crate::reading::words::{WordFigure, WordReading};

/// How many places of a text are looked at for one that both tell of.
const MOST_PLACES: usize = 32;

/// How the two know each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Acquaintance {
    /// Both name the same.
    Named,
    /// One of them leaves open whom it means, and nobody else is named.
    Open,
    /// Names cannot be told from other words in one of them.
    Titled,
}

/// How two figures of those texts know each other; none where they can be of different ones.
pub(super) fn acquaintance(
    (figure, text): (&WordFigure, &WordReading),
    (other, reference): (&WordFigure, &WordReading),
) -> Option<Acquaintance> {
    let (ours, theirs) = (&figure.said, &other.said);
    if ours.titled || theirs.titled {
        return Some(Acquaintance::Titled);
    }
    let strange = |names: &[Name], other: &WordFigure| -> Vec<Name> {
        let unknown = names.iter().filter(|name| !knows(other, name));
        unknown.cloned().collect()
    };
    // "61 per cent in Kolm", "55 per cent in Brask".
    let (mine, yours) = (strange(&ours.names, other), strange(&theirs.names, figure));
    let known_to_both =
        (ours.names.iter().chain(&ours.leading).chain(&ours.beyond)).any(|name| knows(other, name));
    // "On Leafmeter, the novel has": where it is told is not whom it is told of.
    let medium = |one: &Said, name: &Name| one.subject == Subject::Open && name.part == Part::On;
    let is_subject =
        |one: &Said, name: &Name| matches!(&one.subject, Subject::Named(other) if other == name);
    let told_of = |one: &Said, name: &Name| name.part == Part::Bare || is_subject(one, name);
    let clash = |a: &Name, b: &Name| {
        if known_to_both {
            (a.part == Part::Place) == (b.part == Part::Place)
        } else {
            !(told_of(ours, a) && medium(theirs, b) || told_of(theirs, b) && medium(ours, a))
        }
    };
    if mine.iter().any(|a| yours.iter().any(|b| clash(a, b))) {
        return None;
    }
    // "Gazette reports 60 percent for …", "in the Gazette": whom the one is about is where the other has it.
    let is_open = |one: &WordFigure, other: &WordFigure| match &one.said.subject {
        Subject::Open => true,
        Subject::Named(name) => (other.said.names.iter().chain(&other.said.leading))
            .any(|there| there.part != Part::Bare && there.may_be(name)),
    };
    let all_mine = strange(&ours.leading, other).into_iter().chain(mine);
    // "Ana Lund, known as Silva": whoever knows the one name knows whom it is told of.
    let by_another =
        |one: &Said, there: &WordFigure| one.also.iter().any(|name| knows(there, name));
    for name in all_mine {
        if is_subject(ours, &name) {
            if by_another(ours, other) {
                continue;
            }
            // "Ana Lund has won nine. She", "Mara Lund has won two".
            if (other.antecedent.as_ref())
                .is_some_and(|meant| !meant.may_be(&name) && text.names.knows(meant))
            {
                return None;
            }
        }
        if reference.names.knows(&name) {
            // It is named elsewhere, and the sentence says that it is about somebody else: by name, or as "its".
            let meant = (other.antecedent.as_ref()).filter(|_| other.said.by_pronoun);
            if !is_open(other, figure) || meant.is_some_and(|meant| !meant.may_be(&name)) {
                return None;
            }
        } else if !is_open(other, figure)
            || (other.antecedent.as_ref())
                .is_some_and(|a| !knows(figure, a) && !text.names.knows(a))
        {
            return None;
        }
    }
    if let Subject::Named(name) = &theirs.subject
        && !knows(figure, name)
        && !by_another(theirs, figure)
    {
        let nobody = ours.names.is_empty() && ours.leading.is_empty();
        let meant = is_open(figure, other)
            && (figure.antecedent.as_ref().is_some_and(|a| a.may_be(name))
                || nobody && figure.antecedent.is_none());
        if !meant {
            return None;
        }
    }
    Some(if known_to_both {
        Acquaintance::Named
    } else {
        Acquaintance::Open
    })
}

/// Whether each is told of a place of its own: "At Lorme, downstream from Aubrec, 95 mm", "140 mm at Aubrec". One that
/// names none may be of the place that its text tells of: "Yields averaged", in a report on the Marl valley.
pub(super) fn are_elsewhere(
    (figure, text): (&WordFigure, &WordReading),
    (other, reference): (&WordFigure, &WordReading),
) -> bool {
    let (mine, yours) = (places(figure, text), places(other, reference));
    let none_of =
        |ours: &[&Name], theirs: &[&Name]| !ours.iter().any(|a| theirs.iter().any(|b| a.may_be(b)));
    let told_of_another = |here: &[&Name], (own, there): (&WordReading, &WordReading)| {
        here.iter().all(|name| !there.names.knows(name))
            && (there.names.places().take(MOST_PLACES)).any(|place| own.names.knows(place))
    };
    match (mine.is_empty(), yours.is_empty()) {
        (true, true) => false,
        (false, false) => none_of(&mine, &yours),
        (false, true) => told_of_another(&mine, (text, reference)),
        (true, false) => told_of_another(&yours, (reference, text)),
    }
}

/// The places in which a sentence says that something is. "70 yards from Selby": who does something anywhere is none.
fn places<'f>(figure: &'f WordFigure, text: &WordReading) -> Vec<&'f Name> {
    let said = &figure.said;
    let names = said.names.iter().chain(&said.leading);
    names
        .filter(|name| name.part == Part::Place && !text.names.acts(name))
        .collect()
}

/// Whether they are about two by what opens them: "X was jailed", "Y, deputy to X, was jailed".
pub(super) fn are_two(figure: &WordFigure, other: &WordFigure) -> bool {
    // "The Po is 652 km long", "the Po valley"; "the firm must pay", "the firm's insurer will pay".
    let another = |one: &Said, other: &WordFigure| {
        let told = match (&one.subject, &other.said.subject) {
            (Subject::Named(name), Subject::Named(theirs)) => name.may_be(theirs),
            // "He had 71 boxes", "Arne Lid's mate had 12 boxes"
            (Subject::Named(name), Subject::Open) => {
                knows(other, name) || name.part == Part::Bare && other.antecedent.is_none()
            }
            _ => false,
        };
        told && (one.thing.as_ref())
            .is_some_and(|thing| other.said.words.binary_search(thing).is_err())
    };
    if !figure.said.titled
        && !other.said.titled
        && (another(&figure.said, other) || another(&other.said, figure))
    {
        return true;
    }
    match (&figure.said.subject, &other.said.subject) {
        (Subject::Named(one), Subject::Named(two)) => {
            // "Judge Ann Boor ordered X held" is about X.
            let named = |name: &Name, said: &Said| {
                name.part == Part::Bare
                    && (said.names.iter().chain(&said.leading)).any(|other| other == name)
            };
            named(one, &figure.said)
                && named(two, &other.said)
                && !one.may_be(two)
                && !knows(other, one)
                && knows(figure, two)
        }
        _ => false,
    }
}

/// Whether a name stands where something is said of a figure.
fn knows(figure: &WordFigure, name: &Name) -> bool {
    let said = &figure.said;
    let subject = match &said.subject {
        Subject::Named(name) => Some(name),
        Subject::Open => figure.antecedent.as_ref(),
    };
    (said.names.iter().chain(&said.leading).chain(&said.beyond).chain(subject))
        .any(|other| other.may_be(name))
        // What opens a sentence may be a name, or not.
        || name.stems().iter().all(|stem| said.words.binary_search(stem).is_ok())
}
