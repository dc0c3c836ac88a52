//! The blocks of an article with what was read in each, and where it is worth reading.
//!
//! Figures are read everywhere. Sentences and names are read only within reach of an entity of the
//! set: elsewhere no figure can be about one, and most of a long page is elsewhere.

use super::mentions::{self, Cased, Known, Mention, Who};
use super::sentence::{Sentence, Text};
use crate::article::{Article, Block};
use crate::figures::{self, Link, Quantity};
use crate::language::Language;
use crate::language::names::Names;
use crate::lexicon::entries::Id;
use crate::locale::Locale;
use crate::page::Role;
use crate::reference::EntityId;
use crate::text::{self, Token};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// How many blocks back a figure's entity, or the label of its row or list, may be named at the most.
pub(super) const REACH: usize = 12;

/// What can be read of a block without the rest of its page: its figures.
#[derive(Debug)]
pub(crate) struct Skim {
    tokens: Vec<Token>,
    words: Vec<Id>,
    pub(crate) quantities: Vec<Quantity>,
    /// What ties the figures to one another.
    pub(crate) links: Vec<Link>,
}

impl Skim {
    pub(crate) fn of(language: Language, locale: Locale, text: &str) -> Self {
        let tokens = text::tokens(text);
        let read = figures::read_linked(language.lexicon(), locale, text, &tokens);
        Self {
            tokens,
            words: read.words,
            quantities: read.quantities,
            links: read.links,
        }
    }
}

/// A block with everything that was read in it.
#[derive(Debug)]
pub(crate) struct ReadBlock<'p> {
    pub(crate) block: &'p Block<'p>,
    pub(crate) tokens: Vec<Token>,
    /// For each token which word of the lexicon it is.
    pub(crate) words: Vec<Id>,
    pub(crate) quantities: Vec<Quantity>,
    /// What stands above it.
    pub(crate) above: Above,
    /// The text in ASCII lower case. It and what follows are empty where no entity is in reach.
    pub(crate) lower: String,
    pub(crate) sentences: Vec<Range<usize>>,
    pub(crate) title_case: bool,
    pub(crate) mentions: Vec<Mention>,
}

/// What stands above a block, as indices of blocks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Above {
    /// The nearest heading.
    pub(crate) heading: Option<usize>,
    /// The nearest headline.
    pub(crate) headline: Option<usize>,
    /// The last block up to and with this one that names an entity of the set.
    named: Option<usize>,
}

impl<'p> ReadBlock<'p> {
    /// The sentence of those tokens.
    pub(crate) fn sentence(&self, language: Language, tokens: Range<usize>) -> Sentence<'_> {
        let text = self.as_text(language);
        Sentence::new(text, tokens, &self.mentions, &self.quantities)
    }

    /// The block's text as sentences are made of it.
    pub(crate) fn as_text(&self, language: Language) -> Text<'_> {
        Text {
            language,
            written: self.block.text,
            lower: &self.lower,
            tokens: &self.tokens,
            words: &self.words,
        }
    }

    /// The block with its figures alone.
    fn skimmed(block: &'p Block<'p>, skim: Skim) -> Self {
        Self {
            block,
            tokens: skim.tokens,
            words: skim.words,
            quantities: skim.quantities,
            above: Above::default(),
            lower: String::new(),
            sentences: Vec::new(),
            title_case: false,
            mentions: Vec::new(),
        }
    }

    /// Reads the rest, but for the mentions, which need to know what other blocks name.
    fn read(&mut self, language: Language) {
        let text = self.block.text;
        self.lower = text.to_ascii_lowercase();
        self.sentences = text::sentences(text, &self.tokens, |word| language.is_abbreviation(word));
        self.title_case = mentions::is_title_case(text, &self.tokens);
    }

    fn cased(&self) -> Cased<'_> {
        Cased {
            text: self.block.text,
            tokens: &self.tokens,
            words: &self.words,
            title_case: self.title_case,
        }
    }

    /// The mentions that start among these tokens. They stand in reading order.
    pub(crate) fn mentions_in(&self, tokens: &Range<usize>) -> &[Mention] {
        let from = self.mentions.partition_point(|m| m.first < tokens.start);
        let to = self.mentions.partition_point(|m| m.first < tokens.end);
        self.mentions.get(from..to).unwrap_or_default()
    }

    /// Whether it names an entity of the set.
    fn names_known(&self) -> bool {
        self.mentions.iter().any(|m| matches!(m.who, Who::Known(_)))
    }
}

/// An article as it was read.
#[derive(Debug)]
pub(crate) struct ReadArticle<'p> {
    pub(crate) blocks: Vec<ReadBlock<'p>>,
    /// The document's title, read as a block.
    pub(crate) title: ReadBlock<'p>,
    /// The entities that the text names in full anywhere.
    pub(crate) named: FxHashSet<EntityId>,
}

impl<'p> ReadArticle<'p> {
    /// Reads an article whose entities have these names. Of the page's blocks, `skims` are the first.
    pub(crate) fn new(
        article: &'p Article<'p>,
        title: &'p Block<'p>,
        names: &Names,
        mut skims: Vec<Option<Skim>>,
    ) -> Self {
        let skimmed = |block: &'p Block<'p>| {
            let skim = skims.get_mut(block.index).and_then(Option::take);
            let skim =
                skim.unwrap_or_else(|| Skim::of(article.language, article.locale, block.text));
            ReadBlock::skimmed(block, skim)
        };
        let mut article = Self {
            blocks: article.blocks.iter().map(skimmed).collect(),
            title: ReadBlock::skimmed(
                title,
                Skim::of(article.language, article.locale, title.text),
            ),
            named: FxHashSet::default(),
        };
        // Whom a name means depends on its neighbours; before they are read a block may name somebody.
        let may_name = |block: &ReadBlock<'p>| names.any_in(block.block.text, &block.tokens);
        article.note_above(may_name);
        let in_reach = article.in_reach(may_name(&article.title));
        let mut worth: Vec<&mut ReadBlock<'p>> = article
            .blocks
            .iter_mut()
            .zip(in_reach)
            .filter_map(|(block, in_reach)| in_reach.then_some(block))
            .chain([&mut article.title])
            .collect();
        article.named = read_names(&mut worth, names);
        article.note_above(ReadBlock::names_known);
        article
    }

    /// Notes what stands above each block, where `names` tells whether a block names an entity.
    fn note_above(&mut self, names: impl Fn(&ReadBlock<'p>) -> bool) {
        let mut above = Above::default();
        for (index, block) in self.blocks.iter_mut().enumerate() {
            if names(block) {
                above.named = Some(index);
            }
            block.above = above;
            if matches!(block.block.role, Role::Heading | Role::Headline) {
                above.heading = Some(index);
            }
            if block.block.role == Role::Headline {
                above.headline = Some(index);
            }
        }
    }

    /// For each block, whether a figure near it may be about an entity: what such a figure looks back to
    /// counts as well.
    fn in_reach(&self, everywhere: bool) -> Vec<bool> {
        let mut in_reach = vec![everywhere; self.blocks.len()];
        let mut until = None;
        for index in (0..self.blocks.len()).rev() {
            if self.names_above(index) {
                until = Some(index.saturating_sub(REACH));
            }
            in_reach[index] |= until.is_some_and(|until| until <= index)
                || matches!(
                    self.blocks[index].block.role,
                    Role::Heading | Role::Headline
                );
        }
        in_reach
    }

    /// Whether an entity of the set is named where a figure of block `index` could mean it; when none
    /// is, nothing has to be read there.
    pub(crate) fn may_be_about_any(&self, index: usize) -> bool {
        self.names_above(index) || self.title.names_known()
    }

    fn names_above(&self, index: usize) -> bool {
        let above = self.blocks[index].above;
        let names = |heading: usize| self.blocks[heading].above.named == Some(heading);
        above.named.is_some_and(|last| last + REACH >= index)
            || above.heading.is_some_and(names)
            || above.headline.is_some_and(names)
    }
}

/// Reads whom the blocks name; the entities that they name in full.
fn read_names(blocks: &mut [&mut ReadBlock<'_>], names: &Names) -> FxHashSet<EntityId> {
    for block in &mut *blocks {
        block.read(names.language);
    }
    let mut known = Known::default();
    for block in &*blocks {
        names.survey(block.cased(), &mut known);
    }
    let mentions: Vec<Vec<Mention>> = blocks
        .iter()
        .map(|block| names.mentions(block.cased(), &known))
        .collect();
    let entities = known.entities;
    for (block, mentions) in blocks.iter_mut().zip(mentions) {
        block.mentions = mentions;
    }
    entities
}
