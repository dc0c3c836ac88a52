//! Statements that a document makes, proposed for review.

use plumbline_core::align;
use plumbline_core::article::Article;
use plumbline_core::language::Language;
use plumbline_core::page::Page;
use plumbline_core::reading::Reading;
use plumbline_core::reference::{Cell, Reference, Statement, checksum};
use std::fmt::Write;

/// A proposed statement with the places in the document that make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is about.
    pub cell: Cell,
    /// The statement, as a source file would hold it; `source` is 0.
    pub statement: Statement,
    /// Where the document makes it.
    pub places: Vec<Mark>,
}

/// A place in a document, without its words: enough to find it again, too little to copy it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Index of the block in the page.
    pub block: usize,
    /// Byte of the figure within the block.
    pub offset: usize,
    /// A hash of the block's text (FNV-1a).
    pub hash: u32,
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}#{:08x}", self.block, self.offset, self.hash)
    }
}

/// Reads what `page` states of the entities and properties of `reference`; each statement once.
pub fn propose(page: &Page, reference: &Reference) -> Vec<Proposal> {
    let article = Article::of(reference.language, page);
    let mut found: Vec<Proposal> = Vec::new();
    for claim in align::claims(Reading::of(&article, reference), reference) {
        let block = &article.blocks[claim.block];
        let Some((cell, statement)) = Statement::told(&claim, block.text, reference) else {
            continue;
        };
        let place = Mark {
            block: block.index,
            offset: claim.quantity.start,
            hash: checksum(block.text.as_bytes()),
        };
        let same = |p: &&mut Proposal| p.cell == cell && same_statement(&p.statement, &statement);
        match found.iter_mut().find(same) {
            Some(proposal) => proposal.places.push(place),
            None => found.push(Proposal {
                cell,
                statement,
                places: vec![place],
            }),
        }
    }
    found
}

/// Whether two statements say the same, in whatever words.
pub fn same_statement(a: &Statement, b: &Statement) -> bool {
    let read = |text: &str| {
        let tokens = plumbline_core::text::tokens(text);
        plumbline_core::figures::read(Language::english().lexicon(), text, &tokens)
            .into_iter()
            .next()
            .map(|q| (q.low, q.high))
    };
    a.property == b.property
        && a.entity == b.entity
        && a.object == b.object
        && a.time == b.time
        && a.hypothetical == b.hypothetical
        && read(&a.quantity) == read(&b.quantity)
}

/// A source file with these statements, for a person to review and complete.
pub fn source_file(title: &str, date: &str, proposals: &[Proposal]) -> String {
    let mut text = String::from(
        "# Proposed by `plumbline reference build`: review every line before using it.\n",
    );
    let quoted = |value: &str| toml::Value::String(value.to_owned()).to_string();
    let _ = writeln!(
        text,
        "publisher = \"\" # who published it\ntitle = {}\ndate = {}",
        quoted(title),
        quoted(date)
    );
    for proposal in proposals {
        let statement = &proposal.statement;
        let _ = writeln!(text, "\n[[statement]]");
        let _ = writeln!(text, "property = {}", quoted(&statement.property));
        let _ = writeln!(text, "entity = {}", quoted(&statement.entity));
        if let Some(object) = &statement.object {
            let _ = writeln!(text, "object = {}", quoted(object));
        }
        let _ = writeln!(text, "quantity = {}", quoted(&statement.quantity));
        if let Some(time) = &statement.time {
            let _ = writeln!(text, "time = {}", quoted(time));
        }
        if statement.before.is_some() {
            let _ = writeln!(
                text,
                "# before = \"\" # the document says only that it held before something"
            );
        }
        if statement.hypothetical {
            let _ = writeln!(text, "hypothetical = true");
        }
        let places: Vec<String> = proposal
            .places
            .iter()
            .map(|p| quoted(&p.to_string()))
            .collect();
        let _ = writeln!(text, "at = [{}]", places.join(", "));
    }
    text
}
