//! The words of one set with the statements of others: what articles tell, held against one another as a set's sources
//! are.

use super::{Reference, Set, SetError, Source, Statement};
use crate::language::names::Names;
use crate::language::patterns::Patterns;
use rustc_hash::{FxHashMap, FxHashSet};

impl Reference {
    /// The same entities and properties, as far as `statements` are about them, with what those state in place of what
    /// the set does. It is for judging only, and reads no texts. What is wrong with a statement comes back as a list
    /// beside the rest.
    pub fn stating(
        &self,
        sources: Vec<Source>,
        statements: Vec<Statement>,
    ) -> (Self, Vec<SetError>) {
        let named: FxHashSet<&String> = (statements.iter())
            .flat_map(|s| std::iter::once(&s.entity).chain(&s.object))
            .collect();
        let mut named: Vec<usize> = named.into_iter().filter_map(|id| self.entity(id)).collect();
        crate::order::sort(&mut named);
        let entities = named.iter().map(|&id| self.set.entities[id].clone());
        let set = Set {
            name: String::new(),
            covers: Vec::new(),
            entities: entities.collect(),
            properties: self.set.properties.clone(),
            derivations: self.set.derivations.clone(),
            sources,
            statements,
        };
        let by_id = (set.entities.iter().enumerate()).map(|(at, entity)| (entity.id.clone(), at));
        let mut stating = Self {
            language: self.language,
            entities: by_id.collect(),
            set,
            patterns: Patterns::default(),
            names: Names::new(self.language),
            cells: FxHashMap::default(),
            about: FxHashMap::default(),
            currencies: self.currencies.clone(),
            stated_by: Vec::new(),
            properties: self.properties.clone(),
        };
        let problems = stating.read_statements();
        (stating, problems)
    }
}
