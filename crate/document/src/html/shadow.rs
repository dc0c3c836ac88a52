//! Shadow roots that are written into the document: what is shown of an element that has one is what stands in the
//! root, and of the element's own nodes those that a slot of the root takes.

use super::NodeRef;
use scraper::{ElementRef, Node};
use std::collections::HashMap;

/// The first node of the open shadow root of an element, if it has one.
pub(super) fn root(element: ElementRef<'_>) -> Option<NodeRef<'_>> {
    let template = element
        .children()
        .filter_map(ElementRef::wrap)
        .find(|child| {
            let mode = child.value().attr("shadowrootmode");
            child.value().name() == "template"
                && mode.is_some_and(|mode| mode.eq_ignore_ascii_case("open"))
        })?;
    template
        .children()
        .find(|child| matches!(child.value(), Node::Fragment))
}

/// The nodes of an element that slots may take, by the names of the slots.
#[derive(Debug)]
pub(super) struct Host<'t> {
    slotted: HashMap<&'t str, Vec<NodeRef<'t>>>,
    /// The element whose shadow root this one stands in.
    pub(super) outer: Option<usize>,
}

impl<'t> Host<'t> {
    pub(super) fn of(element: ElementRef<'t>, outer: Option<usize>) -> Self {
        let mut slotted: HashMap<&str, Vec<NodeRef<'t>>> = HashMap::new();
        for child in element.children() {
            match child.value() {
                Node::Text(_) => slotted.entry("").or_default().push(child),
                Node::Element(inner) if inner.attr("shadowrootmode").is_none() => {
                    slotted
                        .entry(inner.attr("slot").unwrap_or(""))
                        .or_default()
                        .push(child);
                }
                _ => {}
            }
        }
        Self { slotted, outer }
    }

    /// What stands in the slot; the first of a name takes all.
    pub(super) fn take(&mut self, slot: ElementRef<'_>) -> Option<Vec<NodeRef<'t>>> {
        self.slotted.remove(slot.value().attr("name").unwrap_or(""))
    }
}
