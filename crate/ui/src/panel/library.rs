//! The library in the panel: what the reader has saved, what was read since the browser started, and the sources that
//! came with the extension.

use crate::browser;
use crate::library::{self, Article, Shelf};
use crate::work::begin;
use plumbline_browser::{Answer, failed, session};
use plumbline_protocol::{Ask, Library, SavedHead};

/// The view.
pub(super) const VIEW: &str = "library-view";

/// Has the search do what it says.
pub(super) fn offer() {
    library::offer(show);
}

/// Fetches what there is, and lists it.
pub(super) fn show() {
    begin(async { library::show(shelves().await) });
}

async fn shelves() -> Answer<Vec<Shelf>> {
    let read = session::articles(&session::recall().await?);
    let library: Library = browser::ask(&Ask::Library).await?;
    let bundled = library.sources.into_iter().map(|source| Article {
        title: source.title,
        publisher: source.publisher,
        address: source.address,
        published: source.date,
        ..Article::default()
    });
    // Where that cannot be read, the rest is listed all the same.
    let (saved, problem) = match browser::ask::<Vec<SavedHead>>(&Ask::Shelf).await {
        Ok(saved) => (saved, String::new()),
        Err(failure) => (Vec::new(), failed(&failure)),
    };
    library::tell(problem);
    let saved = saved.into_iter().map(Article::from);
    Ok(vec![
        ("shelf_saved", saved.collect()),
        ("shelf_read", read),
        ("shelf_bundled", bundled.collect()),
    ])
}
