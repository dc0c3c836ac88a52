//! HTML as a page, as the content script reads it in a browser; only that there is no style to look at, so that
//! elements stand as they do where a page says nothing else.

mod dates;
mod tables;

use plumbline_core::page::{Block, Page, Role, Zone};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node};
use std::collections::HashSet;
use tables::TABLES;

/// A node of the document by its identity.
type NodeId = ego_tree::NodeId;
type NodeRef<'t> = ego_tree::NodeRef<'t, Node>;

/// Reads HTML.
pub(crate) fn page(html: &str) -> Page {
    let tree = Html::parse_document(html);
    let root = tree.root_element();
    Page {
        url: String::new(),
        title: title(root),
        language: root.value().attr("lang").unwrap_or("").to_owned(),
        dates: dates::stated(&tree),
        blocks: Reader::of(root).read(),
    }
}

fn named<'t>(root: ElementRef<'t>, names: &'static [&str]) -> impl Iterator<Item = ElementRef<'t>> {
    let elements = root.descendants().filter_map(ElementRef::wrap);
    elements.filter(|element| names.contains(&element.value().name()))
}

/// The text of the first title, spaces as read.
fn title(root: ElementRef<'_>) -> String {
    let text: String = named(root, &["title"])
        .next()
        .map(|title| title.text().collect())
        .unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What holds for the text at some point of the walk.
#[derive(Debug, Clone, Copy)]
struct Context {
    role: Role,
    zone: Zone,
    linked: bool,
    row: usize,
}

/// An element on the way to the present node. Pages nest without bounds: the way is no recursion.
#[derive(Debug)]
struct Open<'t> {
    next: Option<NodeRef<'t>>,
    context: Context,
    block: bool,
}

#[derive(Debug)]
struct Reader<'t> {
    body: Option<ElementRef<'t>>,
    /// The elements around articles: none of them is an aside.
    around: HashSet<NodeId>,
    open: Vec<Open<'t>>,
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    rows: usize,
}

impl<'t> Reader<'t> {
    fn of(root: ElementRef<'t>) -> Self {
        let mut around = HashSet::new();
        for element in named(root, &["article", "main", "h1"]) {
            for outer in element.ancestors() {
                if !around.insert(outer.id()) {
                    break;
                }
            }
        }
        Self {
            body: root
                .children()
                .filter_map(ElementRef::wrap)
                .find(|child| child.value().name() == "body"),
            around,
            open: Vec::new(),
            blocks: Vec::new(),
            text: String::new(),
            linked: 0,
            rows: 0,
        }
    }

    fn read(mut self) -> Vec<Block> {
        let whole = Context {
            role: Role::Paragraph,
            zone: Zone::Body,
            linked: false,
            row: 0,
        };
        if let Some(body) = self.body {
            self.enter(body, whole);
        }
        while let Some(open) = self.open.last_mut() {
            let context = open.context;
            let Some(node) = open.next else {
                if open.block {
                    self.end_block(context);
                }
                self.open.pop();
                continue;
            };
            open.next = node.next_sibling();
            if let Node::Text(text) = node.value() {
                self.text.push_str(text);
                if context.linked {
                    self.linked += text.encode_utf16().count();
                }
            } else if let Some(element) = ElementRef::wrap(node) {
                self.enter(element, context);
            }
        }
        self.end_block(whole);
        self.blocks
    }

    fn enter(&mut self, element: ElementRef<'t>, outer: Context) {
        let name = element.value().name();
        if TABLES.skips(name) || name == "head" {
            return;
        }
        if name == "br" {
            self.text.push('\n');
            return;
        }
        if is_unseen(element.value()) {
            return;
        }
        if name == "details" && element.value().attr("open").is_none() {
            let mut children = element.children().filter_map(ElementRef::wrap);
            if let Some(summary) = children.find(|child| child.value().name() == "summary") {
                self.enter(summary, outer);
            }
            return;
        }
        let block = TABLES.is_block(name);
        let zone = if block || !TABLES.is_inline(name) {
            self.zone_of(element, outer.zone)
        } else {
            outer.zone
        };
        let role = if block { TABLES.role(name) } else { None };
        self.rows += usize::from(name == "tr");
        let context = Context {
            role: role.unwrap_or(outer.role),
            zone,
            linked: outer.linked || name == "a",
            row: if name == "tr" { self.rows } else { outer.row },
        };
        if block {
            self.end_block(outer);
        }
        self.open.push(Open {
            next: element.first_child(),
            context,
            block,
        });
    }

    fn end_block(&mut self, context: Context) {
        if self.text.trim().is_empty() {
            self.text.clear();
        } else {
            self.blocks.push(Block {
                role: context.role,
                zone: context.zone,
                text: std::mem::take(&mut self.text),
                linked: self.linked,
                row: if context.role == Role::Cell {
                    context.row
                } else {
                    0
                },
            });
        }
        self.linked = 0;
    }

    /// The zone an element opens within another, which is often the same.
    fn zone_of(&self, element: ElementRef<'_>, outer: Zone) -> Zone {
        if self.is_aside(element) {
            return Zone::Other;
        }
        let attribute = |name| element.value().attr(name);
        let own = attribute("role")
            .and_then(|role| TABLES.landmark(role))
            .or_else(|| TABLES.zone(element.value().name()));
        match own {
            None if attribute("itemprop").is_some_and(|value| TABLES.names_body(value))
                && !is_closed(outer) =>
            {
                Zone::Article
            }
            None => outer,
            Some(own) if is_closed(outer) && !is_closed(own) => outer,
            Some(Zone::Header) if outer != Zone::Body => outer,
            Some(own) => own,
        }
    }

    /// Whether an element is named like a comment section or an advert; a whole page that is (its body
    /// "has-ads") is not one.
    fn is_aside(&self, element: ElementRef<'_>) -> bool {
        let named = ["id", "class"].into_iter().any(|attribute| {
            element
                .value()
                .attr(attribute)
                .is_some_and(|names| TABLES.names_aside(names))
        });
        named && Some(element) != self.body && !self.around.contains(&element.id())
    }
}

/// Zones that an article inside them does not end: teasers in an aside, comments marked as articles.
fn is_closed(zone: Zone) -> bool {
    matches!(
        zone,
        Zone::Navigation | Zone::Aside | Zone::Footer | Zone::Other
    )
}

/// Whether a browser shows nothing of an element, or has the reader write in it, as far as it says so itself.
fn is_unseen(element: &Element) -> bool {
    let hidden = element
        .attr("hidden")
        .is_some_and(|value| !value.eq_ignore_ascii_case("until-found"));
    let closed = element.name() == "dialog" && element.attr("open").is_none();
    let editable = element
        .attr("contenteditable")
        .is_some_and(|value| !value.eq_ignore_ascii_case("false"));
    hidden || closed || editable || element.attr("popover").is_some() || is_styled_away(element)
}

fn is_styled_away(element: &Element) -> bool {
    element.attr("style").is_some_and(|style| {
        style
            .split(';')
            .filter_map(|declaration| declaration.split_once(':'))
            .any(|(property, value)| {
                let value = value
                    .split('!')
                    .next()
                    .unwrap_or("")
                    .trim()
                    .to_ascii_lowercase();
                match property.trim().to_ascii_lowercase().as_str() {
                    "display" => value == "none",
                    "visibility" => matches!(value.as_str(), "hidden" | "collapse"),
                    _ => false,
                }
            })
    })
}

#[cfg(test)]
mod tests {
    use super::page;
    use plumbline_core::page::Role;
    use std::path::{Path, PathBuf};

    /// Pages with what a reader makes of them; `tests/e2e/reading.test.mjs` holds browsers to the same.
    fn pages() -> Vec<PathBuf> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/reading");
        let files = std::fs::read_dir(folder).expect("the pages are there");
        let paths = files.filter_map(|file| Some(file.ok()?.path()));
        let mut pages: Vec<PathBuf> = paths
            .filter(|path| path.extension().is_some_and(|e| e == "html"))
            .collect();
        pages.sort();
        pages
    }

    /// `PLUMBLINE_WRITE=1` writes what is expected anew.
    #[test]
    fn pages_are_read_as_in_a_browser() {
        assert!(!pages().is_empty());
        for path in pages() {
            let html = std::fs::read_to_string(&path).expect("a page");
            let read = serde_json::to_string_pretty(&page(&html)).expect("a page is JSON") + "\n";
            let expected = path.with_extension("json");
            if std::env::var_os("PLUMBLINE_WRITE").is_some() {
                std::fs::write(&expected, &read).expect("it can be written");
            }
            let kept = std::fs::read_to_string(&expected).unwrap_or_default();
            assert!(
                read == kept,
                "{} is read otherwise: see it with PLUMBLINE_WRITE=1",
                path.display()
            );
        }
    }

    #[test]
    fn elements_within_elements_without_end_are_read() {
        // The parser itself looks through all open blocks with each: of them there are fewer.
        for (open, depth) in [("<div class=ads>", 4_000), ("<span>", 30_000)] {
            let html = format!("{}<p>deep down", open.repeat(depth));
            let read = page(&html);
            let texts: Vec<_> = read
                .blocks
                .iter()
                .map(|block| block.text.as_str())
                .collect();
            assert_eq!(texts, ["deep down"], "{open}");
        }
    }

    #[test]
    fn a_heading_within_a_link_is_a_heading_and_linked() {
        let read = page("<a href=/><h2>Elsewhere</h2></a>");
        assert_eq!(
            (read.blocks[0].role, read.blocks[0].linked),
            (Role::Heading, 9)
        );
    }
}
