//! Lexical units: a word with the places it has, as data.
//!
//! ```text
//! verb E @invest FIG [in|into|on O]     who does it, the word, what it takes
//! event @deal|@outlay [in|into|for O]   a noun for something that has the figure as its price or size
//! measure height|elevation              a noun for the figure itself
//! adjective tall|high                   what the figure makes of the entity
//! counted                               the figure counts what the entity has
//! ```
//!
//! `E` is the entity, `O` the object, `FIG` the figure, `X` whoever it is.

/// The figure in a line or a pattern, and one that may be a bare number.
pub(super) const FIGURE: &str = "FIG";
pub(super) const BARE: &str = "FIG#";

/// What a place of a word stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Entity,
    Object,
    Figure,
    /// Somebody or something that the relation does not ask for.
    Whoever,
}

impl Role {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "E" => Self::Entity,
            "O" => Self::Object,
            FIGURE | BARE => Self::Figure,
            "X" => Self::Whoever,
            _ => return None,
        })
    }

    /// The letter of the place in a pattern; none for what no place holds.
    pub(crate) fn letter(self) -> Option<&'static str> {
        match self {
            Self::Entity => Some("E"),
            Self::Object => Some("O"),
            Self::Figure | Self::Whoever => None,
        }
    }
}

/// A place that a word takes besides its subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The words that lead to it, as elements of a pattern; empty for a direct object.
    pub(crate) lead: String,
    pub(crate) role: Role,
    /// The words that close it: "ago", "tall".
    pub(crate) tail: String,
    pub(crate) optional: bool,
}

/// A verb with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verb {
    pub(crate) subject: Role,
    /// The verb as one element of a pattern.
    pub(crate) words: String,
    pub(crate) places: Vec<Place>,
}

/// A noun with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Noun {
    /// The noun as one element of a pattern.
    pub(crate) words: String,
    pub(crate) places: Vec<Place>,
}

impl Noun {
    /// The words that lead to the place of that role; `None` where there is none.
    pub(crate) fn lead_to(&self, role: Role) -> Option<&str> {
        let place = self.places.iter().find(|place| place.role == role)?;
        Some(&place.lead)
    }
}

/// What a lexical unit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unit {
    Verb(Verb),
    /// A noun for what has the figure as its price or size: a deal.
    Event(Noun),
    /// A noun for what has been bought at the figure: a stake.
    Thing(Noun),
    /// A noun for what happened in the year, or on the day, that the figure is: a first ascent.
    Occasion(Noun),
    /// A noun for the figure itself: a height.
    Measure(Noun),
    /// What the figure makes of the entity: tall.
    Adjective(String),
    /// The figure counts what the entity has: seats.
    Counted,
    /// The figure is the entity's age.
    Age,
    /// The figure is how old the entity was when it did what the verb says.
    AgeAt(Verb),
    /// What is said in one way alone.
    Idiom(String),
}

/// A lexical unit and what it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexical {
    pub(crate) unit: Unit,
    /// The sign before its patterns: "!" where it says that the figure is not the relation's, "?" where it may be
    /// another's.
    pub(crate) sign: &'static str,
}

impl Lexical {
    /// Reads a line; `None` when it is none.
    pub(crate) fn parse(line: &str) -> Option<Self> {
        let (sign, rest) = match line.split_once(' ') {
            Some(("not", rest)) => ("! ", rest),
            Some(("perhaps", rest)) => ("? ", rest),
            _ => ("", line),
        };
        let (kind, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        let unit = match kind {
            "verb" => Unit::Verb(verb(rest)?),
            "event" => Unit::Event(noun(rest)?),
            "thing" => Unit::Thing(noun(rest)?),
            "occasion" => Unit::Occasion(noun(rest)?),
            "measure" => Unit::Measure(noun(rest)?),
            "adjective" => Unit::Adjective(word(rest)?),
            "age" if rest.is_empty() => Unit::Age,
            "counted" if rest.is_empty() => Unit::Counted,
            "age-at" => Unit::AgeAt(verb(rest)?),
            "idiom" => Unit::Idiom(rest.to_owned()),
            _ => return None,
        };
        Some(Self { unit, sign })
    }
}

fn word(text: &str) -> Option<String> {
    (!text.is_empty() && !text.contains(' ')).then(|| text.to_owned())
}

fn verb(text: &str) -> Option<Verb> {
    let mut words = text.splitn(3, ' ');
    let subject = Role::of(words.next()?)?;
    let verb = inflected(words.next()?);
    Some(Verb {
        subject,
        words: verb,
        places: places(words.next().unwrap_or(""))?,
    })
}

fn noun(text: &str) -> Option<Noun> {
    let (words, rest) = text.split_once(' ').unwrap_or((text, ""));
    Some(Noun {
        words: words.to_owned(),
        places: places(rest)?,
    })
}

/// The element of a pattern for verbs that stand in the data in their base form.
fn inflected(words: &str) -> String {
    words
        .split('|')
        .map(|word| match word.strip_prefix('@') {
            Some(_) => word.to_owned(),
            None => format!("+{word}"),
        })
        .collect::<Vec<_>>()
        .join("|")
}

fn places(text: &str) -> Option<Vec<Place>> {
    let mut places: Vec<Place> = Vec::new();
    let mut lead: Vec<&str> = Vec::new();
    let mut optional = false;
    for word in text.split_whitespace() {
        // A bracket that holds a place makes it optional; one that holds words alone is a part of the lead.
        let bare = word.trim_matches(['[', ']']);
        let Some(role) = Role::of(bare) else {
            lead.push(word);
            continue;
        };
        if let Some(open) = lead
            .iter()
            .position(|w| w.starts_with('[') && !w.ends_with(']'))
            .filter(|_| word.ends_with(']'))
        {
            optional = true;
            lead[open] = &lead[open][1..];
            let closes = lead.drain(..open).collect::<Vec<_>>().join(" ");
            if let Some(before) = places.last_mut() {
                before.tail = closes;
            }
        }
        optional |= word.starts_with('[');
        places.push(Place {
            lead: lead.join(" "),
            role,
            tail: String::new(),
            optional,
        });
        lead.clear();
        optional = false;
    }
    if !lead.is_empty() {
        places.last_mut()?.tail = lead.join(" ");
    }
    Some(places)
}
