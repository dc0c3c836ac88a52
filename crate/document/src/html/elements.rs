//! What the names of elements say about the text in them: data, for this reader and the content script's.

use plumbline_core::page::{Role, Zone};
use std::sync::LazyLock;

const DATA: &str = include_str!("../../data/elements.txt");

/// The tables of `data/elements.txt`; names are in lower case where HTML does not tell cases apart.
#[derive(Debug, Default)]
pub(super) struct Tables {
    roles: Vec<(&'static str, Role)>,
    zones: Vec<(&'static str, Zone)>,
    landmarks: Vec<(&'static str, Zone)>,
    asides: Vec<&'static str>,
    containers: Vec<&'static str>,
    relations: Vec<&'static str>,
    prose: Vec<&'static str>,
    preformatted: Vec<&'static str>,
    coded: Vec<&'static str>,
    code: Vec<&'static str>,
    bodies: Vec<&'static str>,
    skipped: Vec<&'static str>,
    inline: Vec<&'static str>,
    block: Vec<&'static str>,
    /// Attribute and value, best first.
    pub(super) metas: Vec<(&'static str, &'static str)>,
    pub(super) modified: Vec<(&'static str, &'static str)>,
    pub(super) places: Vec<(&'static str, &'static str)>,
}

/// The one copy of them.
pub(super) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// The lines of the data: table, what it gives, names.
fn lines() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    DATA.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (table, rest) = line.split_once('\t')?;
            let (value, names) = rest.split_once('\t')?;
            Some((table, value, names))
        })
}

impl Tables {
    fn read() -> Self {
        let mut tables = Self::default();
        for (table, value, names) in lines() {
            let each = names.split(' ');
            match table {
                "role" => tables
                    .roles
                    .extend(each.filter_map(|n| Some((n, role(value)?)))),
                "zone" => tables
                    .zones
                    .extend(each.filter_map(|n| Some((n, zone(value)?)))),
                "landmark" => tables
                    .landmarks
                    .extend(each.filter_map(|n| Some((n, zone(value)?)))),
                "aside" => tables.asides.extend(each),
                "container" => tables.containers.extend(each),
                "relation" => tables.relations.extend(each),
                "prose" => tables.prose.extend(each),
                "preformatted" => tables.preformatted.extend(each),
                "coded" => tables.coded.extend(each),
                "code" => tables.code.extend(each),
                "body" => tables.bodies.extend(each),
                "skipped" => tables.skipped.extend(each),
                "inline" => tables.inline.extend(each),
                "block" => tables.block.extend(each),
                "meta" => tables.metas.extend(each.map(|name| (value, name))),
                "modified" => tables.modified.extend(each.map(|name| (value, name))),
                "place" => tables.places.extend(each.map(|name| (value, name))),
                _ => {}
            }
        }
        tables
    }

    /// The role that an element gives its text.
    pub(super) fn role(&self, name: &str) -> Option<Role> {
        of(&self.roles, name)
    }

    /// The landmark that an element is.
    pub(super) fn zone(&self, name: &str) -> Option<Zone> {
        of(&self.zones, name)
    }

    /// The landmark that a value of the `role` attribute is.
    pub(super) fn landmark(&self, role: &str) -> Option<Zone> {
        of(&self.landmarks, role)
    }

    /// Whether an id or a list of classes names comments, an advert or an offer, and not the text of an article.
    pub(super) fn names_aside(&self, names: &str) -> bool {
        let mut aside = false;
        for name in names.split_whitespace() {
            // What follows two hyphens says how it looks; two underscores part the name of a part of it.
            let base = name.split("--").next().unwrap_or("");
            if self.prose.contains(&words(base).join("-").as_str()) {
                return false;
            }
            aside |= base.split("__").any(|part| self.is_aside(&words(part)));
        }
        aside
    }

    fn is_aside(&self, words: &[String]) -> bool {
        let listed = |table: &[&str], word: &str| table.contains(&word);
        let mut heads = words.iter().rev().skip_while(|word| {
            listed(&self.containers, word) || word.bytes().all(|b| b.is_ascii_digit())
        });
        let head = heads.next();
        listed(&self.asides, &words.join("-"))
            || head.is_some_and(|head| listed(&self.asides, head))
                && !words.iter().any(|word| listed(&self.relations, word))
    }

    /// Whether a list of classes names code.
    pub(super) fn names_code(&self, names: &str) -> bool {
        names
            .split(|c: char| !c.is_ascii_alphanumeric())
            .any(|word| self.code.iter().any(|code| code.eq_ignore_ascii_case(word)))
    }

    /// Whether readers see the line breaks in an element.
    pub(super) fn is_preformatted(&self, name: &str) -> bool {
        self.preformatted.contains(&name)
    }

    /// Whether an element is code within such text.
    pub(super) fn is_coded(&self, name: &str) -> bool {
        self.coded.contains(&name)
    }

    /// Whether a value of `itemprop` marks the body of an article.
    pub(super) fn names_body(&self, property: &str) -> bool {
        property
            .split_whitespace()
            .any(|word| self.bodies.contains(&word))
    }

    /// Whether the text of an element is no prose.
    pub(super) fn skips(&self, name: &str) -> bool {
        self.skipped.contains(&name)
    }

    /// Whether an element stands within a line, and can be no landmark.
    pub(super) fn is_inline(&self, name: &str) -> bool {
        self.inline.contains(&name)
    }

    /// Whether an element stands apart from the text around it.
    pub(super) fn is_block(&self, name: &str) -> bool {
        self.block.contains(&name)
    }
}

/// The words of a name, in lower case: `adSlot_2` is "ad", "slot" and "2".
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut lower = false;
    for c in name.chars() {
        if matches!(c, '-' | '_') || lower && c.is_ascii_uppercase() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        if !matches!(c, '-' | '_') {
            word.push(c.to_ascii_lowercase());
        }
        lower = c.is_ascii_lowercase() || c.is_ascii_digit();
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

fn of<T: Copy>(table: &[(&str, T)], name: &str) -> Option<T> {
    table
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, value)| *value)
}

/// A role by the name that messages have for it.
fn role(name: &str) -> Option<Role> {
    serde_json::from_value(name.into()).ok()
}

/// A zone by the name that messages have for it.
fn zone(name: &str) -> Option<Zone> {
    serde_json::from_value(name.into()).ok()
}

#[cfg(test)]
mod tests {
    use super::{DATA, TABLES, lines, role, zone};
    use std::fmt::Write;
    use std::path::Path;

    const HEAD: &str = "\
// Written from crate/document/data/elements.txt by crate/document/src/html/elements.rs; change that.
// What the names of elements say about the text in them, and where a page states its date.

export const elements = {
";

    /// The names of a table in the order of the data, each with what it gives.
    fn entries(table: &str) -> Vec<(&'static str, &'static str)> {
        lines()
            .filter(|(known, _, _)| *known == table)
            .flat_map(|(_, value, names)| names.split(' ').map(move |name| (name, value)))
            .collect()
    }

    fn names(table: &str) -> Vec<&'static str> {
        entries(table).into_iter().map(|(name, _)| name).collect()
    }

    /// The tables as the content script has them; it has element names as browsers write them.
    fn script() -> String {
        let mut text = HEAD.to_owned();
        for (field, table, kind, upper) in [
            ("roles", "role", "Role", true),
            ("zones", "zone", "Zone", true),
            ("landmarks", "landmark", "Zone", false),
        ] {
            let _ = write!(
                text,
                "  {field}: new Map(\n    /** @type {{[string, Plumbline.{kind}][]}} */ ([\n"
            );
            for (name, value) in entries(table) {
                let name = if upper {
                    name.to_uppercase()
                } else {
                    name.to_owned()
                };
                let _ = writeln!(text, "      ['{name}', '{value}'],");
            }
            text.push_str("    ]),\n  ),\n");
        }
        for (field, table) in [
            ("asides", "aside"),
            ("containers", "container"),
            ("relations", "relation"),
            ("prose", "prose"),
            ("code", "code"),
        ] {
            let _ = writeln!(text, "  {field}: new Set([");
            for row in names(table).chunks(8) {
                let _ = writeln!(text, "    '{}',", row.join("', '"));
            }
            text.push_str("  ]),\n");
        }
        let _ = writeln!(
            text,
            "  bodies: /(?:^|\\s)(?:{})(?:$|\\s)/,",
            names("body").join("|")
        );
        for table in ["skipped", "inline", "preformatted"] {
            let names: Vec<String> = names(table)
                .iter()
                .map(|name| format!("'{}'", name.to_uppercase()))
                .collect();
            let _ = writeln!(text, "  {table}: new Set([");
            for row in names.chunks(12) {
                let _ = writeln!(text, "    {},", row.join(", "));
            }
            text.push_str("  ]),\n");
        }
        let _ = writeln!(text, "  coded: '{}',", names("coded").join(", "));
        for (field, table) in [
            ("metas", "meta"),
            ("modified", "modified"),
            ("places", "place"),
        ] {
            let _ = writeln!(text, "  {field}: [");
            for (name, attribute) in entries(table) {
                let _ = writeln!(text, "    'meta[{attribute}=\"{name}\" i]',");
            }
            text.push_str("  ],\n");
        }
        text.push_str("};\n");
        text
    }

    #[test]
    fn the_tables_of_the_content_script_are_up_to_date() {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension/content/elements.js");
        let wanted = script();
        if std::env::var_os("PLUMBLINE_WRITE").is_some() {
            std::fs::write(&path, &wanted).expect("the tables can be written");
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            kept == wanted,
            "extension/content/elements.js is not what data/elements.txt says: run this test with PLUMBLINE_WRITE=1"
        );
    }

    #[test]
    fn names_of_asides_end_with_what_they_are() {
        for (names, aside) in [
            ("ads", true),
            ("ad-slot-2", true),
            ("adContainer", true),
            ("Comments_List", true),
            ("article-comments", true),
            ("story__comments story__part", true),
            ("comments__item--reply", true),
            ("box newsletter-signup", true),
            ("Newsletter_root__x7F2a", true),
            ("paywall-overlay", true),
            // Markup of search engines for the part of an article that is paid for.
            ("paywall", false),
            ("text paywall-content", false),
            // What is said of adverts is said of something else.
            ("ad-free-story", false),
            ("article-with-comments", false),
            ("has-newsletter", false),
            ("hasAds", false),
            ("page--no-ads", false),
            ("no-ads", false),
            ("promo-none", false),
            ("without-ad-slot", false),
            ("comments-open", false),
            ("sponsored-article", false),
            ("newsletters-of-old", false),
            ("article-body ads", false),
            ("story__body promo", false),
            ("", false),
        ] {
            assert_eq!(TABLES.names_aside(names), aside, "{names}");
        }
    }

    #[test]
    fn every_line_of_the_data_is_understood() {
        for line in DATA
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            assert_eq!(line.split('\t').count(), 3, "{line}");
        }
        for (table, value, names) in lines() {
            let known = match table {
                "role" => role(value).is_some(),
                "zone" | "landmark" => zone(value).is_some(),
                "meta" | "modified" | "place" => true,
                "aside" | "container" | "relation" | "prose" | "preformatted" | "coded"
                | "code" | "body" | "skipped" | "inline" | "block" => value == "-",
                _ => false,
            };
            assert!(known, "{table} {value}");
            assert!(
                names.split(' ').all(|name| !name.is_empty()),
                "{table} {value}"
            );
        }
    }
}
