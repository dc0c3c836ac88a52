//! What is awaited in Rust, as JavaScript awaits it.

use js_sys::Promise;
use plumbline_browser::{Answer, write};
use plumbline_protocol::Failure;
use std::pin::Pin;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::future_to_promise;

/// A promise of a value; where it is not to be had, what is thrown says why. The work stands behind a pointer: the
/// machinery that comes back to waiting work is in the module once, and not again for every message.
pub(crate) fn promised(answered: impl Future<Output = Answer<JsValue>> + 'static) -> Promise {
    fn promise(answered: Pin<Box<dyn Future<Output = Answer<JsValue>>>>) -> Promise {
        future_to_promise(async move { answered.await.map_err(thrown) })
    }
    promise(Box::pin(answered))
}

/// An error of JavaScript with the code of a failure.
#[expect(
    clippy::needless_pass_by_value,
    reason = "what is thrown is not used again"
)]
pub(crate) fn thrown(failure: Failure) -> JsValue {
    let error = js_sys::Error::new(&failure.problem);
    if let Ok(why) = write(&failure.why) {
        // A plain object takes whatever it is given.
        let _ = js_sys::Reflect::set(&error, &"why".into(), &why);
    }
    error.into()
}
