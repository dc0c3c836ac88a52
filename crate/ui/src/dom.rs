//! Elements, made and found; all text is set as text.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// An element under construction.
#[derive(Debug, Clone)]
pub(crate) struct Built(Element);

/// A new element, with classes separated by spaces.
///
/// # Panics
/// When `tag` is no name of an element: a mistake in this program, not in its input.
pub(crate) fn element(tag: &str, classes: &str) -> Built {
    let element = document()
        .create_element(tag)
        .expect("the tag is a name of HTML");
    if !classes.is_empty() {
        element.set_class_name(classes);
    }
    Built(element)
}

impl Built {
    /// Adds text.
    pub(crate) fn text(self, text: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(text));
        self
    }

    /// Puts text in the place of all that it holds.
    pub(crate) fn set_text(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// Puts these in the place of all that it holds; those that are there already stay in it.
    pub(crate) fn arrange(&self, children: impl IntoIterator<Item = Built>) {
        arrange(&self.0, children);
    }

    /// What is open or not within it, and whether it is.
    pub(crate) fn details(&self) -> Option<Element> {
        self.0.query_selector("details").ok().flatten()
    }

    /// Takes it out of its document.
    pub(crate) fn remove(&self) {
        self.0.remove();
    }

    /// Gives the focus to the first that takes it within it.
    pub(crate) fn focus_within(&self) {
        let found = self
            .0
            .query_selector("button, a, [tabindex]")
            .ok()
            .flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            let _ = found.focus();
        }
    }

    /// Adds an element.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an element given away is not used again"
    )]
    pub(crate) fn child(self, child: Built) -> Self {
        let _ = self.0.append_child(&child.0);
        self
    }

    /// Adds elements.
    pub(crate) fn children(self, children: impl IntoIterator<Item = Built>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Sets an attribute.
    pub(crate) fn attribute(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets properties of its own style.
    pub(crate) fn style(self, declarations: &[(&str, &str)]) -> Self {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            for (property, value) in declarations {
                let _ = element.style().set_property(property, value);
            }
        }
        self
    }

    /// Does something at every event of that name, as long as the document lives.
    pub(crate) fn on(self, event: &'static str, act: impl FnMut(&Event) + 'static) -> Self {
        listen(&self.0, event, act);
        self
    }
}

/// The element of the document with that id, as the type it is known to be.
///
/// # Panics
/// When the document has none: page and program ship together.
pub(crate) fn by_id<T: JsCast>(id: &str) -> T {
    let found = document()
        .get_element_by_id(id)
        .and_then(|element| element.dyn_into().ok());
    found.unwrap_or_else(|| panic!("the page has an element #{id}"))
}

/// Every element that is found there.
pub(crate) fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    let nodes = (0..found.length()).filter_map(|at| found.item(at));
    nodes.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Puts `children` in the place of everything within the element with that id.
pub(crate) fn fill(id: &str, children: impl IntoIterator<Item = Built>) {
    arrange(&by_id(id), children);
}

/// Puts `children` in the place of everything within an element. Those that are there already are not taken out for
/// it: what is open in them, and what has the focus, stays so.
pub(crate) fn arrange(parent: &Element, children: impl IntoIterator<Item = Built>) {
    let children: Vec<Built> = children.into_iter().collect();
    let mut there = parent.first_child();
    while let Some(node) = there {
        there = node.next_sibling();
        if !children
            .iter()
            .any(|child| node.is_same_node(Some(&child.0)))
        {
            let _ = parent.remove_child(&node);
        }
    }
    let mut next = parent.first_child();
    for child in children {
        if next
            .as_ref()
            .is_some_and(|next| next.is_same_node(Some(&child.0)))
        {
            next = child.0.next_sibling();
        } else {
            let _ = parent.insert_before(&child.0, next.as_ref());
        }
    }
}

/// Whether what is found there is open.
pub(crate) fn is_open(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    found.is_some_and(|found| found.has_attribute("open"))
}

/// Puts `child` before everything within the element, and gives it the focus if it is to have it.
pub(crate) fn put_first(id: &str, child: &Built, with_focus: bool) {
    let parent: Element = by_id(id);
    let _ = parent.insert_before(&child.0, parent.first_child().as_ref());
    if let (true, Some(child)) = (with_focus, child.0.dyn_ref::<HtmlElement>()) {
        let _ = child.focus();
    }
}

/// Does something at every event of that name, as long as the document lives.
pub(crate) fn listen(element: &Element, event: &'static str, act: impl FnMut(&Event) + 'static) {
    fn listen(element: &Element, event: &'static str, act: Box<dyn FnMut(&Event)>) {
        // What is done in place of the browser's own must be able to say so.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(element, event, options, act).forget();
    }
    // One listener for all, and not one more in the module for every place that listens.
    listen(element, event, Box::new(act));
}
