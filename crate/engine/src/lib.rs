//! The engine in the background.
