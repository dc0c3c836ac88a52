//! Elements, made and found; all text is set as text.

use gloo::events::EventListener;
use gloo::utils::document;
use plumbline_words::grouped;
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

    /// Takes it out of its document.
    pub(crate) fn remove(&self) {
        self.0.remove();
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
        EventListener::new(&self.0, event, act).forget();
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

/// Puts `children` in the place of everything within the element.
pub(crate) fn fill(id: &str, children: impl IntoIterator<Item = Built>) {
    let parent: Element = by_id(id);
    parent.set_text_content(None);
    for child in children {
        let _ = parent.append_child(&child.0);
    }
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
    EventListener::new(element, event, act).forget();
}

/// `1 figure`, `2,000 figures`.
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let digits = grouped(&count.to_string());
    format!("{digits} {}", if count == 1 { one } else { many })
}
