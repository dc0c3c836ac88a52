//! Names in a text: which entity a run of capitalised words means, if any.

use crate::language::Language;
use crate::language::names::{Found, Names};
use crate::lexicon::class;
use crate::lexicon::entries::Id;
use crate::lexicon::forms;
use crate::reference::EntityId;
use crate::text::{Token, TokenKind};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// Whom a mention means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Who {
    /// An entity of the set.
    Known(EntityId),
    /// A proper name that the set does not know.
    Other,
}

/// A name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First token.
    pub(crate) first: usize,
    /// One past the last token; a possessive ending belongs to the mention.
    pub(crate) end: usize,
    /// Whom it means.
    pub(crate) who: Who,
    /// Whether it ends in a possessive: "Meta's".
    pub(crate) possessive: bool,
}

/// What is known of a whole document before its mentions are read.
#[derive(Debug, Default)]
pub(crate) struct Known<'t> {
    /// Entities that the document names in full somewhere.
    pub(crate) entities: FxHashSet<EntityId>,
    /// Capitalised words that stand within sentences of ordinary case: words of names.
    pub(crate) names: FxHashSet<&'t str>,
    /// Words that the document also writes in lower case: no names when a sentence starts with them.
    common: Common<'t>,
}

/// Words that are written in lower case.
#[derive(Debug, Default)]
struct Common<'t> {
    /// Those that the lexicon has, by their place in it: most words of a text.
    known: Vec<bool>,
    others: FxHashSet<&'t str>,
}

impl<'t> Common<'t> {
    fn insert(&mut self, word: &'t str, id: Id) {
        if id == 0 || !is_plain(word) {
            self.others.insert(word);
            return;
        }
        let at = usize::from(id);
        if at >= self.known.len() {
            self.known.resize(at + 1, false);
        }
        self.known[at] = true;
    }

    fn contains(&self, language: Language, word: &str) -> bool {
        let id = language.lexicon().id(word);
        if id == 0 || !is_plain(word) {
            return self.others.contains(word);
        }
        self.known.get(usize::from(id)).copied().unwrap_or(false)
    }
}

/// Whether a word is written in small ASCII letters alone, so that it is its lexicon's word to the letter.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// A block of text with its tokens and how it is capitalised.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cased<'t> {
    /// The text.
    pub(crate) text: &'t str,
    /// Its tokens.
    pub(crate) tokens: &'t [Token],
    /// Which word of the lexicon each is.
    pub(crate) words: &'t [Id],
    /// Whether most words are capitalised, as in headlines, so that capitals say nothing.
    pub(crate) title_case: bool,
}

impl<'t> Cased<'t> {
    /// The token at `at`, if no space stands before it.
    fn glued(&self, at: usize) -> Option<&'t str> {
        let token = self.tokens.get(at).filter(|t| !t.spaced)?;
        Some(token.of(self.text))
    }

    fn id(&self, at: usize) -> Id {
        self.words.get(at).copied().unwrap_or(0)
    }
}

impl Names {
    /// The alias that a text holds at token `at`, unless there it is part of another word or a verb.
    fn named_at(&self, block: Cased<'_>, at: usize, known: Option<&Known<'_>>) -> Option<Found> {
        let found = self.alias_at(block.text, block.tokens, at, |entity| {
            known.is_some_and(|k| k.entities.contains(&entity))
        })?;
        let end = at + found.length;
        // "Scale AI-powered", "meta-analysis": a name that a hyphen carries on is part of another word.
        let hyphen_after = block.glued(end) == Some("-")
            && block
                .glued(end + 1)
                .is_some_and(|next| !self.starts_a_name(next));
        // "to Scale AI Memory": after "to", what may be a verb is one unless a name is expected there.
        let verb_like = at > 0
            && block.title_case
            && self
                .language
                .classes_of(block.tokens[at - 1].of(block.text))
                .meets(class::TO)
            && end < block.tokens.len()
            && is_verb_like(self.language, block.tokens[at].of(block.text));
        (!hyphen_after && !verb_like).then_some(found)
    }

    /// Notes the entities and names that a block holds, for [`Names::mentions`].
    pub(crate) fn survey<'t>(&self, block: Cased<'t>, known: &mut Known<'t>) {
        for (at, token) in block.tokens.iter().enumerate() {
            if token.kind != TokenKind::Word {
                continue;
            }
            if self.may_open(block.text, token)
                && let Some(Found {
                    entity: Some(entity),
                    ..
                }) = self.named_at(block, at, None)
            {
                known.entities.insert(entity);
            }
            let inner = at > 0 && block.tokens[at - 1].kind == TokenKind::Word;
            let word = token.of(block.text);
            if !is_capital(word) {
                known.common.insert(word, block.id(at));
            } else if !block.title_case && inner {
                known.names.insert(word);
            }
        }
    }

    /// The names in a block, in reading order.
    pub(crate) fn mentions(&self, block: Cased<'_>, known: &Known<'_>) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < block.tokens.len() {
            let token = block.tokens[at];
            let may_be = || {
                self.may_open(block.text, &token) && self.named_at(block, at, Some(known)).is_some()
            };
            if token.kind != TokenKind::Word
                || !(is_capital(token.of(block.text)) || may_be())
                || is_unit(block, at)
            {
                at += 1;
                continue;
            }
            let end = self.run_end(block, at, known);
            self.read_run(block, at..end, known, &mut found);
            at = end.max(at + 1);
        }
        found
    }

    /// One past the last token of the run of capitalised words that starts at `at`.
    fn run_end(&self, block: Cased<'_>, at: usize, known: &Known<'_>) -> usize {
        let mut end = at;
        while let Some(token) = block.tokens.get(end) {
            let word = token.of(block.text);
            let continues = end == at
                || match token.kind {
                    TokenKind::Word => {
                        token_joins(block, end)
                            && (is_capital(word)
                                || (self.language.classes_of(word).meets(class::OF)
                                    && block
                                        .tokens
                                        .get(end + 1)
                                        .is_some_and(|t| is_capital(t.of(block.text)))))
                    }
                    TokenKind::Digits => false,
                    TokenKind::Sign => {
                        matches!(word, "&" | "." | "-")
                            && block.tokens.get(end + 1).is_some_and(|t| {
                                is_capital(t.of(block.text)) && (word == "&" || !t.spaced)
                            })
                    }
                };
            if !continues {
                break;
            }
            end += self
                .named_at(block, end, Some(known))
                .map_or(1, |found| found.length);
        }
        end
    }

    /// Reads the mentions of a run: known names whose neighbours are titles, or one unknown name.
    fn read_run(
        &self,
        block: Cased<'_>,
        run: Range<usize>,
        known: &Known<'_>,
        found: &mut Vec<Mention>,
    ) {
        let Range { start: mut at, end } = run;
        let mut pieces: Vec<(usize, usize, Option<EntityId>)> = Vec::new();
        let flush = |pieces: &mut Vec<(usize, usize, Option<EntityId>)>,
                     found: &mut Vec<Mention>| {
            push_pieces(block, pieces, known, found);
            pieces.clear();
        };
        while at < end {
            let word = block.tokens[at].of(block.text);
            if let Some(Found { entity, length }) = self.named_at(block, at, Some(known)) {
                pieces.push((at, at + length, entity));
                at += length;
                continue;
            }
            // The lexicon knows ASCII letters in either case.
            let class = if word.is_ascii() {
                (self.language.lexicon().class(block.id(at))).within(class::CLOSED)
            } else {
                self.language.closed(&crate::text::lowercase(word))
            };
            let sentence_start = starts_sentence(block, at);
            let bare = block.tokens[at].kind != TokenKind::Word
                || class.meets(class::TITLE)
                || (class.meets(class::GENERIC) && pieces.last().is_none_or(|p| p.2.is_some()))
                || class.meets(class::PREPOSITION)
                || (sentence_start
                    && (class.meets(class::FIRST)
                        || class.meets(class::HARD)
                        || (at + 1 == end
                            && is_only_capitalised(self.language, block, at, known))))
                || (block.title_case && !known.names.contains(word));
            if bare {
                // A generic word after an unknown one belongs to its name: "Surge AI".
                flush(&mut pieces, found);
            } else {
                pieces.push((at, at + 1, None));
            }
            at += 1;
        }
        // "San Francisco-based": an unknown name in an adjective names nobody in the sentence.
        if carries_on(block, end) {
            while pieces.pop_if(|piece| piece.2.is_none()).is_some() {}
        }
        flush(&mut pieces, found);
    }
}

/// "$14B Meta": a letter that a number ends with is no part of the name after it.
fn is_unit(block: Cased<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map(|i| block.tokens[i].kind);
    before == Some(TokenKind::Digits) && block.glued(at).is_some()
}

/// Whether a hyphen joins the token before `at` to a word in lower case.
fn carries_on(block: Cased<'_>, at: usize) -> bool {
    block.glued(at) == Some("-")
        && block
            .glued(at + 1)
            .is_some_and(|word| word.chars().next().is_some_and(char::is_lowercase))
}

/// Turns adjacent pieces into mentions: known alone, or one unknown name when anything unknown touches.
fn push_pieces(
    block: Cased<'_>,
    pieces: &[(usize, usize, Option<EntityId>)],
    known: &Known<'_>,
    found: &mut Vec<Mention>,
) {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
        return;
    };
    let mut push = |first: usize, end: usize, who: Who| {
        let possessive = possessive_after(block, end);
        found.push(Mention {
            first,
            end: if possessive > 0 {
                end + possessive
            } else {
                end
            },
            who,
            possessive: possessive > 0,
        });
    };
    // A capitalised first word of a sentence that is no name elsewhere does not join the name after it.
    let stripped = match pieces {
        [(at, _, None), rest @ ..]
            if !rest.is_empty()
                && starts_sentence(block, *at)
                && !known.names.contains(block.tokens[*at].of(block.text))
                && rest.iter().all(|p| p.2.is_some() && p.1 - p.0 > 1) =>
        {
            rest
        }
        all => all,
    };
    if stripped.iter().all(|p| p.2.is_some()) || block.title_case {
        for (first, end, entity) in stripped {
            match entity {
                Some(entity) => push(*first, *end, Who::Known(*entity)),
                None => push(*first, *end, Who::Other),
            }
        }
    } else {
        push(first.0, last.1, Who::Other);
    }
}

/// How many tokens of a possessive ending stand at `at`: 2 for `'s`, 1 for a bare apostrophe after s.
fn possessive_after(block: Cased<'_>, at: usize) -> usize {
    match (block.glued(at), block.glued(at + 1)) {
        (Some("'" | "’"), Some("s" | "S")) => 2,
        (Some("'" | "’"), _) => {
            usize::from(at > 0 && block.tokens[at - 1].of(block.text).ends_with(['s', 'S']))
        }
        _ => 0,
    }
}

/// Whether a token starts a sentence or a line, as far as its capital is concerned.
fn starts_sentence(block: Cased<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| block.tokens[i]) else {
        return true;
    };
    let word = before.of(block.text);
    // An apostrophe after a space opens a quotation.
    if matches!(word, "'" | "‘") && before.spaced && !block.tokens[at].spaced {
        return true;
    }
    matches!(
        word,
        "." | "!" | "?" | ":" | "“" | "\"" | "‘" | "—" | "–" | "-" | "*" | "#" | "•" | "]" | "…"
    ) && (block.tokens[at].spaced || matches!(word, "“" | "\"" | "‘" | "*" | "#" | "—"))
        || block.text[before.end as usize..block.tokens[at].start as usize].contains('\n')
}

/// Whether a word that starts a sentence is no name but an ordinary word with a capital: a label
/// ("Resources: …"), part of a compound ("Self-made …"), or a word the text also writes small.
fn is_only_capitalised(language: Language, block: Cased<'_>, at: usize, known: &Known<'_>) -> bool {
    let word = block.tokens[at].of(block.text);
    let next = |i: usize| {
        block
            .tokens
            .get(at + i)
            .map(|t| (t.of(block.text), t.spaced))
    };
    !known.names.contains(word)
        && (opens_label(block, at)
            || ((forms::is_past(word) || is_common(language, word))
                && next(1).is_some_and(|(w, _)| language.closed(w).meets(class::PREPOSITION)))
            || (word.ends_with('s')
                && next(1).is_some_and(|(w, _)| language.classes_of(w).meets(class::PLURAL_VERB)))
            || matches!((next(1), next(2)), (Some(("-", false)), Some((w, false))) if !is_capital(w))
            || known
                .common
                .contains(language, &crate::text::lowercase(word)))
}

/// Whether English has the word for what is measured or counted: "Turnout", "Bail".
fn is_common(language: Language, word: &str) -> bool {
    language
        .classes_of(&crate::text::lowercase(word))
        .meets(class::MEASURE)
}

/// How many words a label may have after its first.
const LABEL: usize = 4;

/// "Deal value: …": whether the word at `at` and those in lower case after it lead to a colon.
fn opens_label(block: Cased<'_>, at: usize) -> bool {
    block.tokens[at + 1..]
        .iter()
        .take(LABEL + 1)
        .map(|t| t.of(block.text))
        .find(|word| !word.chars().all(char::is_lowercase))
        == Some(":")
}

/// Whether the token at `at` follows the one before it closely enough to be in one name.
fn token_joins(block: Cased<'_>, at: usize) -> bool {
    let before = block.tokens[at - 1];
    !block.text[before.end as usize..block.tokens[at].start as usize].contains('\n')
}

fn is_capital(word: &str) -> bool {
    match word.as_bytes().first() {
        Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
        _ => word.chars().next().is_some_and(char::is_uppercase),
    }
}

/// Whether a capitalised word of a name is also an English verb in its base form.
fn is_verb_like(language: Language, word: &str) -> bool {
    language
        .closed(&crate::text::lowercase(word))
        .meets(class::VERB_LIKE)
}

/// A title has no more longer words than that.
const MOST_IN_TITLE: usize = 40;

/// Whether a block is written in title case: nearly all its longer words start with a capital.
pub(super) fn is_title_case(text: &str, tokens: &[Token]) -> bool {
    let words = tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .map(|t| t.of(text));
    let (mut long, mut capital) = (0, 0);
    for word in words.filter(|w| w.len() > 3).take(MOST_IN_TITLE + 1) {
        long += 1;
        capital += usize::from(is_capital(word));
    }
    // "Brask Power Labs spent $2bn on Kolm Water Supply tools."
    let is_sentence = capital < long && tokens.last().is_some_and(|t| t.of(text) == ".");
    (2..=MOST_IN_TITLE).contains(&long) && capital * 10 >= long * 7 && !is_sentence
}
