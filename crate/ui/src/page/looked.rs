//! The tab that is looked at, and whether its findings are shown.

use std::cell::RefCell;

/// The tab that is looked at, and the address in it as far as that is told.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    pub(super) tab: i32,
    pub(super) address: String,
    /// The title of the page, as far as that is told.
    pub(super) title: String,
    /// Which list of the page's findings is shown.
    pub(super) list: u32,
}

/// What has the page checked once more; those who offer it are handed it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Again {
    /// The reader wants it.
    pub(super) wanted: fn(),
    /// A figure of that tab's page is not where it was.
    pub(super) changed: fn(i32),
}

thread_local! {
    /// The tab whose findings are shown; none while there are none.
    static SHOWN: RefCell<Option<Looked>> = const { RefCell::new(None) };
}

/// The tab whose findings are shown.
pub(super) fn shown() -> Option<Looked> {
    SHOWN.with_borrow(Clone::clone)
}

/// The findings of a tab are shown from now on, or none.
pub(super) fn set_shown(looked: Option<Looked>) {
    SHOWN.set(looked);
}

/// Whether it is this tab's page that is shown.
pub(crate) fn is_listed(tab: i32) -> bool {
    SHOWN.with_borrow(|shown| shown.as_ref().is_some_and(|looked| looked.tab == tab))
}

/// Title and address of the page whose findings are shown.
pub(super) fn shown_page() -> (String, String) {
    let shown = SHOWN.with_borrow(|shown| {
        let looked = shown.as_ref()?;
        Some((looked.title.clone(), looked.address.clone()))
    });
    shown.unwrap_or_default()
}
