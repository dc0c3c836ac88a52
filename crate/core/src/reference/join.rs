//! Two sets as one: who is called the same is one, and so is a property with the same id.

use super::{Entity, Reference, Set};
use crate::language::patterns::Compiler;
use crate::relations;
use rustc_hash::FxHashMap;

impl Reference {
    /// The reference with what other sets hold, too. Only the words of properties that it has not are read anew; what
    /// cannot be read of the others is left out, as it was told when they were made.
    #[must_use]
    pub fn joined(&self, others: impl IntoIterator<Item = Set>) -> Self {
        let mut set = self.set.clone();
        for other in others {
            set.join(other);
        }
        let mut patterns = self.patterns.all.clone();
        let mut compiler = Compiler::new(self.language);
        let own = self.set.properties.len();
        for (id, property) in set.properties.iter().enumerate().skip(own) {
            patterns.extend(relations::patterns(property, id, &mut compiler).0);
        }
        Self::of(self.language, set, patterns).0
    }
}

impl Set {
    /// Adds what another set holds. An entity with a name of one of these is that entity; where the other set calls
    /// something else by a known id, it goes by another one. Of properties with the same id these are kept.
    fn join(&mut self, other: Self) {
        let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
        let mut by_id: FxHashMap<String, usize> = FxHashMap::default();
        for (at, entity) in self.entities.iter().enumerate() {
            for name in names(entity) {
                by_name.entry(name.to_owned()).or_insert(at);
            }
            by_id.insert(entity.id.clone(), at);
        }
        let mut ids: FxHashMap<String, String> = FxHashMap::default();
        let own = self.entities.len();
        for mut entity in other.entities {
            let same = names(&entity).find_map(|name| by_name.get(name)).copied();
            let id = match same {
                Some(same) => self.entities[same].id.clone(),
                None if by_id.contains_key(&entity.id) => {
                    // No id that was written by hand has a space.
                    format!("{} {}", entity.id, self.entities.len())
                }
                None => entity.id.clone(),
            };
            ids.insert(std::mem::replace(&mut entity.id, id.clone()), id.clone());
            if same.is_none() {
                by_id.insert(id, self.entities.len());
                self.entities.push(entity);
            }
        }
        let known = |id: &String| ids.get(id).cloned();
        for entity in &mut self.entities[own..] {
            if let Some(owner) = entity.acts_for.as_ref().and_then(known) {
                entity.acts_for = Some(owner);
            }
        }
        for property in other.properties {
            if self.properties.iter().all(|p| p.id != property.id) {
                self.properties.push(property);
            }
        }
        for derivation in other.derivations {
            if !self.derivations.contains(&derivation) {
                self.derivations.push(derivation);
            }
        }
        self.covers.extend(other.covers);
        let first = self.sources.len();
        for mut source in other.sources {
            // Ids of sources are for copies within one set.
            source.id = format!("{first} {}", source.id);
            source.copy_of = source.copy_of.map(|id| format!("{first} {id}"));
            self.sources.push(source);
        }
        for mut statement in other.statements {
            statement.source += first;
            statement.entity = known(&statement.entity).unwrap_or(statement.entity);
            statement.object = (statement.object).map(|id| known(&id).unwrap_or(id));
            self.statements.push(statement);
        }
    }
}

fn names(entity: &Entity) -> impl Iterator<Item = &str> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use crate::language::Language;
    use crate::page::{Block, Page};
    use crate::reference::{Entity, Reference, Set, Source, Statement};
    use crate::relations::{Property, relation};
    use crate::report::Level;

    fn set(entities: &[(&str, &str)], statements: &[(&str, &str, &str)]) -> Set {
        let mut properties: Vec<_> = (statements.iter())
            .filter_map(|(_, property, _)| relation(property))
            .map(|property| Property {
                entity: vec!["thing".to_owned()],
                ..property
            })
            .collect();
        properties.dedup_by(|one, other| one.id == other.id);
        Set {
            entities: (entities.iter())
                .map(|(id, name)| Entity {
                    id: (*id).to_owned(),
                    name: (*name).to_owned(),
                    kind: "thing".to_owned(),
                    ..Entity::default()
                })
                .collect(),
            properties,
            sources: vec![Source {
                title: "Almanac".to_owned(),
                address: "https://almanac.example".to_owned(),
                ..Source::default()
            }],
            statements: (statements.iter())
                .map(|(entity, property, quantity)| Statement {
                    entity: (*entity).to_owned(),
                    property: (*property).to_owned(),
                    quantity: (*quantity).to_owned(),
                    ..Statement::default()
                })
                .collect(),
            ..Set::default()
        }
    }

    #[test]
    fn who_is_called_the_same_is_one_and_ids_do_not_mix() {
        let mut one = set(
            &[("kolm", "Mount Kolm"), ("brask", "Brask")],
            &[("kolm", "height", "820 metres")],
        );
        one.join(set(
            &[("k", "Mount Kolm"), ("brask", "Brask Oil")],
            &[
                ("k", "height", "812 metres"),
                ("brask", "employees", "40 people"),
            ],
        ));
        let stated: Vec<_> = (one.statements.iter())
            .map(|s| (s.source, s.entity.as_str()))
            .collect();
        assert_eq!(stated, [(0, "kolm"), (1, "kolm"), (1, "brask 2")]);
        assert_eq!(one.entities.len(), 3);
        let properties: Vec<_> = one.properties.iter().map(|p| p.id.as_str()).collect();
        assert_eq!(properties, ["height", "employees"]);
    }

    #[test]
    fn a_page_is_held_against_both() {
        let one = set(
            &[("kolm", "Mount Kolm")],
            &[("kolm", "height", "820 metres")],
        );
        let other = set(
            &[("orrin", "Orrin Hill")],
            &[("orrin", "height", "412 metres")],
        );
        let (one, problems) = Reference::new(Language::english(), one);
        assert_eq!(problems, []);
        let text = "Mount Kolm is 910 metres high. Orrin Hill is 530 metres high.";
        let page = Page {
            url: "https://valley.example/1".to_owned(),
            title: "Two hills".to_owned(),
            blocks: vec![Block {
                text: text.to_owned(),
                ..Block::default()
            }],
            ..Page::default()
        };
        for (reference, marked) in [
            (one.joined([]), &["910 metres"][..]),
            (one.joined([other]), &["910 metres", "530 metres"]),
        ] {
            let report = crate::check(&page, &reference);
            let found = report.findings.iter().filter(|f| f.level != Level::None);
            let found: Vec<&str> = found.map(|f| f.places[0].quote.as_str()).collect();
            assert_eq!(found, marked);
        }
    }
}
