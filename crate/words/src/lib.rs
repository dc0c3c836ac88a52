//! What readers are told: a report of the core in English lines, made once. The card on the page, the popup and the
//! command line draw them as they are.

mod about;
mod account;
mod amounts;
mod answer;
mod arithmetic;
mod context;
mod copy;
mod count;
mod dates;
mod evidence;
mod inside;
mod lines;
mod passage;
mod passed;
mod story;

pub use account::account;
pub use arithmetic::reckoned;
pub use copy::{Form, FoundOn, copy};
pub use count::grouped;
pub use dates::{Dates, Day, EnglishDates, in_words};
pub use lines::{Account, Entry, EvidenceLine, PassedLine, Said, Sign, SourceLine, StoryLine};
