//! Numbers as they are written, in digits and in words, before anything says what they are numbers of.

pub(in crate::figures) mod digits;
mod fractions;
mod magnitude;
pub(in crate::figures) mod numeral;
pub(in crate::figures) mod spelled;
mod whole;

pub(in crate::figures) use numeral::{Form, Found, Numeral, fraction, scaled, ten};
