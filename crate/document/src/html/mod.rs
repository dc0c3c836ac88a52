//! HTML as a page, as the content script reads it in a browser; only that there is no style to look at, so that
//! elements stand as they do where a page says nothing else.

mod dates;
mod elements;
mod shadow;
mod source;
mod superscript;

use crate::preformatted::paragraphs;
use elements::TABLES;
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate, Zone};
use scraper::node::Element;
use scraper::{ElementRef, Node};
use shadow::Host;
use source::Source;
use std::collections::HashSet;
use superscript::{Raised, raised};

/// A node of the document by its identity.
type NodeId = ego_tree::NodeId;
type NodeRef<'t> = ego_tree::NodeRef<'t, Node>;

/// A page, and where in its source the texts of its blocks stand.
#[derive(Debug)]
pub(crate) struct Read {
    pub(crate) page: Page,
    /// For each block, bytes of its text and the line of the source that begins there, in order.
    pub(crate) lines: Vec<Vec<(usize, usize)>>,
}

/// Reads HTML.
pub(crate) fn read(html: &str) -> Read {
    let source = Source::parse(html);
    let root = source.tree.root_element();
    let mut reader = Reader::of(root, &source);
    reader.read();
    let mut dates = dates::stated(&source.tree);
    dates.append(&mut reader.times);
    dates.truncate(dates::MOST);
    Read {
        page: Page {
            url: String::new(),
            title: title(root),
            language: root.value().attr("lang").unwrap_or("").to_owned(),
            place: dates::place(&source.tree),
            dates,
            data: dates::data(&source.tree),
            blocks: reader.blocks,
        },
        lines: reader.lines,
    }
}

#[cfg(test)]
pub(crate) fn page(html: &str) -> Page {
    read(html).page
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
    /// Readers see its line breaks: because of the element, or because of its style.
    kept: bool,
    styled: bool,
    /// The element whose shadow root it stands in.
    host: Option<usize>,
}

/// An element on the way to the present node. Pages nest without bounds: the way is no recursion.
#[derive(Debug)]
struct Open<'t> {
    next: Option<NodeRef<'t>>,
    /// What comes in its place where a slot takes nodes from elsewhere, last first.
    slotted: Vec<NodeRef<'t>>,
    context: Context,
    block: bool,
}

#[derive(Debug)]
struct Reader<'t> {
    source: &'t Source,
    body: Option<ElementRef<'t>>,
    /// The elements around articles: none of them is an aside.
    around: HashSet<NodeId>,
    open: Vec<Open<'t>>,
    hosts: Vec<Host<'t>>,
    blocks: Vec<Block>,
    lines: Vec<Vec<(usize, usize)>>,
    times: Vec<StatedDate>,
    text: String,
    /// The lines of the source within the text.
    starts: Vec<(usize, usize)>,
    /// Whether there is text whose line breaks readers see.
    kept: bool,
    linked: usize,
    rows: usize,
}

impl<'t> Reader<'t> {
    fn of(root: ElementRef<'t>, source: &'t Source) -> Self {
        let mut around = HashSet::new();
        for element in named(root, &["article", "main", "h1"]) {
            for outer in element.ancestors() {
                if !around.insert(outer.id()) {
                    break;
                }
            }
        }
        Self {
            source,
            body: root
                .children()
                .filter_map(ElementRef::wrap)
                .find(|child| child.value().name() == "body"),
            around,
            open: Vec::new(),
            hosts: Vec::new(),
            blocks: Vec::new(),
            lines: Vec::new(),
            times: Vec::new(),
            text: String::new(),
            starts: Vec::new(),
            kept: false,
            linked: 0,
            rows: 0,
        }
    }

    fn read(&mut self) {
        let whole = Context {
            role: Role::Paragraph,
            zone: Zone::Body,
            linked: false,
            row: 0,
            kept: false,
            styled: false,
            host: None,
        };
        if let Some(body) = self.body {
            self.enter(body, whole);
        }
        while let Some(open) = self.open.last_mut() {
            let context = open.context;
            let Some(node) = open.slotted.pop().or(open.next) else {
                if open.block {
                    self.end_block(context);
                }
                self.open.pop();
                continue;
            };
            if open.next == Some(node) {
                open.next = node.next_sibling();
            }
            if let Node::Text(text) = node.value() {
                self.add_text(text, self.source.line(node.id()), context);
            } else if let Some(element) = ElementRef::wrap(node) {
                self.enter(element, context);
            }
        }
        self.end_block(whole);
    }

    fn add_text(&mut self, text: &str, line: Option<usize>, context: Context) {
        if text.is_empty() {
            return;
        }
        if let Some(line) = line {
            let start = self.text.len();
            let breaks = text.match_indices('\n').zip(line + 1..);
            self.starts.push((start, line));
            self.starts
                .extend(breaks.map(|((at, _), line)| (start + at + 1, line)));
        }
        let kept = context.kept || context.styled && text.contains('\n') && !text.trim().is_empty();
        self.kept |= kept;
        if kept {
            self.text.push_str(text);
        } else {
            self.text
                .extend(text.chars().map(|c| if is_break(c) { ' ' } else { c }));
        }
        if context.linked {
            self.linked += text.encode_utf16().count();
        }
    }

    /// A line break; a second one parts paragraphs.
    fn add_break(&mut self, context: Context) {
        if self.text.trim_end_matches(' ').ends_with('\n') {
            self.end_block(context);
        } else {
            self.text.push('\n');
        }
    }

    fn enter(&mut self, element: ElementRef<'t>, outer: Context) {
        let name = element.value().name();
        if TABLES.skips(name) || name == "head" {
            return;
        }
        match name {
            "br" => return self.add_break(outer),
            "time" => self.add_time(element),
            "sup" => match raised(element, &self.text) {
                Raised::Note => return,
                Raised::Power => self.text.push('^'),
                Raised::Fraction => self.text.push(' '),
                Raised::Text => {}
            },
            _ => {}
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
        let preformatted = !outer.kept && TABLES.is_preformatted(name);
        let role = if preformatted && is_code(element) {
            Some(Role::Code)
        } else if block {
            TABLES.role(name)
        } else {
            None
        };
        self.rows += usize::from(name == "tr");
        let mut context = Context {
            role: role.unwrap_or(outer.role),
            zone,
            linked: outer.linked || name == "a",
            row: if name == "tr" { self.rows } else { outer.row },
            kept: outer.kept || preformatted,
            styled: keeps_breaks(element.value()).unwrap_or(outer.styled),
            host: outer.host,
        };
        if block {
            self.end_block(outer);
        }
        let mut next = element.first_child();
        let mut slotted = Vec::new();
        if let Some(root) = shadow::root(element) {
            self.hosts.push(Host::of(element, outer.host));
            context.host = Some(self.hosts.len() - 1);
            next = root.first_child();
        } else if let ("slot", Some(host)) = (name, outer.host)
            && let Some(nodes) = self.hosts[host].take(element)
        {
            context.host = self.hosts[host].outer;
            slotted = nodes;
            slotted.reverse();
            next = None;
        }
        self.open.push(Open {
            next,
            slotted,
            context,
            block,
        });
    }

    fn add_time(&mut self, time: ElementRef<'_>) {
        let stated = |name| time.value().attr(name).and_then(dates::value);
        if let Some(value) = stated("datetime").or_else(|| stated("content"))
            && self.times.len() < dates::MOST
        {
            self.times.push(StatedDate {
                from: DateSource::Time,
                value,
                block: self.blocks.len(),
            });
        }
    }

    fn end_block(&mut self, context: Context) {
        let text = std::mem::take(&mut self.text);
        let lines = std::mem::take(&mut self.starts);
        let linked = std::mem::take(&mut self.linked);
        let kept = std::mem::take(&mut self.kept);
        if text.trim().is_empty() {
            return;
        }
        let block = |text: String, linked: usize| Block {
            role: context.role,
            zone: context.zone,
            text,
            linked,
            row: if context.role == Role::Cell {
                context.row
            } else {
                0
            },
        };
        if !kept || context.role == Role::Code {
            self.blocks.push(block(text, linked));
            self.lines.push(lines);
            return;
        }
        let paragraphs = paragraphs(&text);
        let linked = if paragraphs.len() == 1 { linked } else { 0 };
        for paragraph in paragraphs {
            let own = &text[paragraph.range.clone()];
            let own = if paragraph.wrapped {
                own.replace(is_break, " ")
            } else {
                own.to_owned()
            };
            self.blocks.push(block(own, linked));
            let before = lines.partition_point(|(at, _)| *at <= paragraph.range.start);
            let after = lines.partition_point(|(at, _)| *at < paragraph.range.end);
            let within = &lines[before.saturating_sub(1)..after.max(before)];
            self.lines.push(
                within
                    .iter()
                    .map(|(at, line)| (at.saturating_sub(paragraph.range.start), *line))
                    .collect(),
            );
        }
    }

    /// The zone an element opens within another, which is often the same.
    fn zone_of(&self, element: ElementRef<'_>, outer: Zone) -> Zone {
        if self.is_aside(element) {
            return Zone::Other;
        }
        let attribute = |name| element.value().attr(name);
        let role = attribute("role");
        let name = element.value().name();
        let own = role
            .and_then(|role| TABLES.landmark(role))
            .or_else(|| TABLES.zone(name));
        // Some sites put their whole pages into a form.
        let around =
            (name == "form" || role == Some("form")) && self.around.contains(&element.id());
        match own.filter(|own| !(around && *own == Zone::Other)) {
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

/// Whether a sign is a line break or a tab, which is a space where readers do not see it.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\t' | '\u{c}')
}

/// Zones that an article inside them does not end: teasers in an aside, comments marked as articles.
fn is_closed(zone: Zone) -> bool {
    matches!(
        zone,
        Zone::Navigation | Zone::Aside | Zone::Footer | Zone::Other
    )
}

/// Whether an element with text as it was typed holds code: an element inside says so, or a class of it or of the
/// two around it.
fn is_code(element: ElementRef<'_>) -> bool {
    let holders =
        std::iter::once(element).chain(element.ancestors().filter_map(ElementRef::wrap).take(2));
    let named = |holder: ElementRef<'_>| {
        let classes = holder.value().attr("class");
        classes.is_some_and(|classes| TABLES.names_code(classes))
    };
    let mut inner = element.descendants().skip(1).filter_map(ElementRef::wrap);
    holders.into_iter().any(named) || inner.any(|inner| TABLES.is_coded(inner.value().name()))
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
    styles(element).any(|(property, value)| match property.as_str() {
        "display" => value == "none",
        "visibility" => matches!(value.as_str(), "hidden" | "collapse"),
        _ => false,
    })
}

/// Whether readers see the line breaks in an element, where its own style says so.
fn keeps_breaks(element: &Element) -> Option<bool> {
    styles(element)
        .filter(|(property, _)| property == "white-space")
        .map(|(_, value)| value.starts_with("pre"))
        .last()
}

/// The properties that an element's own style gives, with their values.
fn styles(element: &Element) -> impl Iterator<Item = (String, String)> {
    element
        .attr("style")
        .into_iter()
        .flat_map(|style| style.split(';'))
        .filter_map(|declaration| declaration.split_once(':'))
        .map(|(property, value)| {
            let value = value.split('!').next().unwrap_or("").trim();
            (
                property.trim().to_ascii_lowercase(),
                value.to_ascii_lowercase(),
            )
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
