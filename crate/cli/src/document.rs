//! Documents from outside a browser as pages: plain text, Markdown, HTML.

use crate::front_matter::{FrontMatter, Line};
use plumbline_core::page::{Block, DateSource, Page, Role, StatedDate, Zone};
use scraper::{ElementRef, Html, Node, Selector};

/// A page with the text that offsets of findings count in.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) page: Page,
    /// The whole text.
    pub(crate) text: String,
    /// For each block, the byte of `text` where it starts.
    pub(crate) starts: Vec<usize>,
}

impl Document {
    /// Reads plain text or Markdown: a line is a block, its marker says which.
    pub(crate) fn of_text(text: &str) -> Self {
        let mut page = Page::default();
        let mut starts = Vec::new();
        let mut at = 0;
        let mut front = FrontMatter::default();
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            let (start, titled) = match front.line(content) {
                Line::Text(start) => (start, false),
                Line::Title(start) => (start, true),
                Line::Date(value) => {
                    page.dates.push(StatedDate {
                        from: DateSource::Meta,
                        value: value.to_owned(),
                    });
                    at += line.len();
                    continue;
                }
                Line::Hidden => {
                    at += line.len();
                    continue;
                }
            };
            let content = &content[start..];
            if !content.trim().is_empty() {
                let role = if titled {
                    Role::Headline
                } else {
                    line_role(content, page.blocks.is_empty())
                };
                if role == Role::Headline && page.title.is_empty() {
                    content
                        .trim_start_matches(['#', ' '])
                        .clone_into(&mut page.title);
                }
                page.blocks.push(Block {
                    role,
                    text: content.to_owned(),
                    zone: Zone::Body,
                    linked: 0,
                    row: 0,
                });
                starts.push(at + start);
            }
            at += line.len();
        }
        Self {
            page,
            text: text.to_owned(),
            starts,
        }
    }

    /// Reads HTML; the text is that of the blocks, a line each.
    pub(crate) fn of_html(html: &str) -> Self {
        let tree = Html::parse_document(html);
        let mut reader = Reader::default();
        reader.walk(tree.root_element(), Zone::Body, Role::Paragraph);
        reader.flush(Role::Paragraph, Zone::Body);
        let page = Page {
            title: first_text(&tree, "title"),
            language: tree
                .root_element()
                .value()
                .attr("lang")
                .unwrap_or("")
                .to_owned(),
            dates: dates(&tree),
            url: String::new(),
            blocks: reader.blocks,
        };
        let mut text = String::new();
        let mut starts = Vec::new();
        for block in &page.blocks {
            starts.push(text.len());
            text.push_str(&block.text);
            text.push('\n');
        }
        Self { page, text, starts }
    }

    /// The same with a date that the caller knows.
    pub(crate) fn published(mut self, date: Option<String>) -> Self {
        if let Some(value) = date {
            self.page.dates.push(StatedDate {
                from: DateSource::Given,
                value,
            });
        }
        self
    }
}

fn line_role(line: &str, first: bool) -> Role {
    let trimmed = line.trim_start();
    let hashes = trimmed.chars().take_while(|c| *c == '#').count();
    match hashes {
        0 => {}
        1 => return Role::Headline,
        _ => return Role::Heading,
    }
    let mut words = trimmed.split(' ');
    let marker = words.next().unwrap_or("");
    let numbered = marker
        .strip_suffix('.')
        .is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    if matches!(marker, "-" | "*" | "•" | "–" | "+") || numbered {
        return Role::Item;
    }
    if trimmed.starts_with('>') {
        return Role::Quote;
    }
    // A short line without a full stop stands above what follows.
    let short = trimmed.split_whitespace().count() <= 14;
    let ends = trimmed.ends_with(['.', '!', ':', '”', '"', ',', ';']);
    match (short && !ends, first) {
        (true, true) => Role::Headline,
        (true, false) if trimmed.split_whitespace().count() <= 10 => Role::Heading,
        _ => Role::Paragraph,
    }
}

#[derive(Debug, Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    row: usize,
    in_link: bool,
}

impl Reader {
    fn flush(&mut self, role: Role, zone: Zone) {
        if !self.text.trim().is_empty() {
            let row = if role == Role::Cell { self.row } else { 0 };
            self.blocks.push(Block {
                role,
                zone,
                text: std::mem::take(&mut self.text),
                linked: self.linked,
                row,
            });
        }
        self.text.clear();
        self.linked = 0;
    }

    fn walk(&mut self, element: ElementRef<'_>, zone: Zone, role: Role) {
        for child in element.children() {
            match child.value() {
                Node::Text(text) => {
                    self.text.push_str(text);
                    if self.in_link {
                        self.linked += text.encode_utf16().count();
                    }
                }
                Node::Element(_) => {
                    if let Some(child) = ElementRef::wrap(child) {
                        self.element(child, zone, role);
                    }
                }
                _ => {}
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>, zone: Zone, role: Role) {
        let name = element.value().name();
        if matches!(
            name,
            "script"
                | "style"
                | "noscript"
                | "template"
                | "head"
                | "svg"
                | "iframe"
                | "select"
                | "textarea"
                | "button"
        ) || element.value().attr("hidden").is_some()
            || element.value().attr("aria-hidden") == Some("true")
        {
            return;
        }
        let inner_zone = match name {
            "article" => Zone::Article,
            "main" => Zone::Main,
            "header" if zone != Zone::Article => Zone::Header,
            "footer" => Zone::Footer,
            "nav" => Zone::Navigation,
            "aside" => Zone::Aside,
            "form" | "dialog" => Zone::Other,
            _ if zone == Zone::Body && element.value().attr("itemprop") == Some("articleBody") => {
                Zone::Article
            }
            _ => zone,
        };
        let inner_role = match name {
            "h1" => Some(Role::Headline),
            "h2" | "h3" | "h4" | "h5" | "h6" => Some(Role::Heading),
            "li" | "dt" | "dd" => Some(Role::Item),
            "td" | "th" => Some(Role::Cell),
            "caption" | "figcaption" => Some(Role::Caption),
            "blockquote" => Some(Role::Quote),
            "pre" => Some(Role::Code),
            "p" => Some(
                if matches!(role, Role::Item | Role::Cell | Role::Quote | Role::Caption) {
                    role
                } else {
                    Role::Paragraph
                },
            ),
            "div" | "section" | "article" | "main" | "header" | "footer" | "nav" | "aside"
            | "form" | "ul" | "ol" | "dl" | "table" | "tbody" | "thead" | "tr" | "figure"
            | "body" | "address" | "details" | "summary" | "hr" => Some(role),
            _ => None,
        };
        match inner_role {
            Some(inner) => {
                self.flush(role, zone);
                self.row += usize::from(name == "tr");
                self.walk(element, inner_zone, inner);
                self.flush(inner, inner_zone);
            }
            None if name == "br" => self.text.push('\n'),
            None => {
                let outer = self.in_link;
                self.in_link |= name == "a";
                self.walk(element, inner_zone, role);
                self.in_link = outer;
            }
        }
    }
}

fn select<'t>(tree: &'t Html, selector: &str) -> Vec<ElementRef<'t>> {
    Selector::parse(selector)
        .map(|s| tree.select(&s).collect())
        .unwrap_or_default()
}

fn first_text(tree: &Html, selector: &str) -> String {
    select(tree, selector)
        .first()
        .map(|e| e.text().collect::<String>().trim().to_owned())
        .unwrap_or_default()
}

fn dates(tree: &Html) -> Vec<StatedDate> {
    let mut found = Vec::new();
    let mut add = |from, value: &str| {
        found.push(StatedDate {
            from,
            value: value.to_owned(),
        });
    };
    for script in select(tree, "script[type='application/ld+json']") {
        let text: String = script.text().collect();
        if let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) {
            let mut open = vec![&value];
            while let Some(value) = open.pop() {
                match value {
                    serde_json::Value::Object(map) => {
                        if let Some(date) = map.get("datePublished").and_then(|d| d.as_str()) {
                            add(DateSource::JsonLd, date);
                        }
                        open.extend(map.values());
                    }
                    serde_json::Value::Array(list) => open.extend(list),
                    _ => {}
                }
            }
        }
    }
    for meta in select(
        tree,
        "meta[property='article:published_time'], meta[name='date'], meta[name='pubdate'], meta[itemprop='datePublished']",
    ) {
        add(DateSource::Meta, meta.value().attr("content").unwrap_or(""));
    }
    for time in select(tree, "article time[datetime], main time[datetime]") {
        add(
            DateSource::Time,
            time.value().attr("datetime").unwrap_or(""),
        );
    }
    found
}
