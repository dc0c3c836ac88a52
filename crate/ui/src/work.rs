//! Work that goes on while the reader looks at the page.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// Begins a piece of work that waits for answers. It stands behind a pointer: the machinery that comes back to waiting
/// work is in the module once, and not again for every piece.
pub(crate) fn begin(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
