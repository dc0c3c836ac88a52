//! Popup and options.
