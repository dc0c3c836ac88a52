//! Numbers that are no figures: what is a name, a label, a citation, a telephone number.

mod names;
mod telephones;
