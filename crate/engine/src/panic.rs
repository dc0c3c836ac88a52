//! A panic ends a WebAssembly call without a word: this keeps its words for the caller.

use std::sync::Mutex;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps the words of every panic from now on.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = LAST.lock() {
            *last = Some(info.to_string());
        }
    }));
}

/// The words of the last panic; the next call gives nothing.
pub(crate) fn take() -> Option<String> {
    LAST.lock().ok()?.take()
}
