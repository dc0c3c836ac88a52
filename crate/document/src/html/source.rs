//! The tree of a document, and the line of its source that each text begins on.

use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use scraper::{Html, HtmlTreeSink, Node};
use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::collections::HashMap;

type NodeId = ego_tree::NodeId;

/// A document as read.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) tree: Html,
    /// Counted from one.
    lines: HashMap<NodeId, usize>,
}

impl Source {
    pub(super) fn parse(html: &str) -> Self {
        let sink = Sink {
            tree: HtmlTreeSink::new(Html::new_document()),
            line: Cell::new(1),
            lines: RefCell::default(),
        };
        parse_document(sink, ParseOpts::default()).one(html)
    }

    /// The line that a text begins on, as far as it is known.
    pub(super) fn line(&self, text: NodeId) -> Option<usize> {
        self.lines.get(&text).copied()
    }
}

/// What the parser tells is handed on, and the line is kept of each text that is new.
struct Sink {
    tree: HtmlTreeSink,
    line: Cell<usize>,
    lines: RefCell<HashMap<NodeId, usize>>,
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Source;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Source {
        Source {
            tree: self.tree.finish(),
            lines: self.lines.into_inner(),
        }
    }

    fn set_current_line(&self, line_number: u64) {
        self.line
            .set(usize::try_from(line_number).unwrap_or(usize::MAX));
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        let breaks = match &child {
            NodeOrText::AppendText(text) => Some(text.matches('\n').count()),
            NodeOrText::AppendNode(_) => None,
        };
        self.tree.append(parent, child);
        let Some(breaks) = breaks else { return };
        let tree = &self.tree.0.borrow().tree;
        let last = tree.get(*parent).and_then(|parent| parent.last_child());
        if let Some(text) = last.filter(|node| matches!(node.value(), Node::Text(_))) {
            let line = self.line.get().saturating_sub(breaks).max(1);
            self.lines.borrow_mut().entry(text.id()).or_insert(line);
        }
    }

    fn parse_error(&self, message: Cow<'static, str>) {
        self.tree.parse_error(message);
    }

    fn get_document(&self) -> NodeId {
        self.tree.get_document()
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        self.tree.elem_name(target)
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        flags: ElementFlags,
    ) -> NodeId {
        self.tree.create_element(name, attributes, flags)
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.create_comment(text)
    }

    fn create_pi(&self, target: StrTendril, data: StrTendril) -> NodeId {
        self.tree.create_pi(target, data)
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        previous: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        self.tree
            .append_based_on_parent_node(element, previous, child);
    }

    fn append_doctype_to_document(
        &self,
        name: StrTendril,
        public_id: StrTendril,
        system_id: StrTendril,
    ) {
        self.tree
            .append_doctype_to_document(name, public_id, system_id);
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        self.tree.get_template_contents(target)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        self.tree.same_node(one, other)
    }

    fn set_quirks_mode(&self, mode: QuirksMode) {
        self.tree.set_quirks_mode(mode);
    }

    fn append_before_sibling(&self, sibling: &NodeId, node: NodeOrText<NodeId>) {
        self.tree.append_before_sibling(sibling, node);
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attributes: Vec<Attribute>) {
        self.tree.add_attrs_if_missing(target, attributes);
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.remove_from_parent(target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.tree.reparent_children(node, new_parent);
    }
}
