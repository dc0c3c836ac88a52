//! A file that the reader saves: made here, and handed to the browser as a link of its own.

use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Has the browser save a text as a file with this name, of this kind.
pub(crate) fn save(name: &str, kind: &str, text: &str) {
    save_all(name, kind, &Array::of1(&text.into()));
}

/// The same with several texts, one after the other.
pub(crate) fn save_all(name: &str, kind: &str, texts: &Array) {
    // What the browser refuses here it tells the reader itself.
    let _ = offer(name, kind, texts);
}

fn offer(name: &str, kind: &str, texts: &Array) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(texts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // It goes with the document: taken back at once, some browsers would save nothing.
    Ok(())
}
