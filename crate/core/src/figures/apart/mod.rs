//! Numbers that are no figures: what is a name, a label, a citation, a telephone number.

mod houses;
mod models;
mod names;
mod telephones;
