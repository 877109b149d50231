//! What Unicode says of a character: pure functions of `char` and `&str`, over the tables of named crates.

mod class;
mod display;
mod joiner;
mod lookalike;
mod visible;
mod width;

pub(crate) use class::{CharClass, classify, is_idna_punctuation, is_line_break, is_white_space};
pub(crate) use display::{is_right_to_left, width};
pub(crate) use joiner::is_joiner_in_context;
pub(crate) use lookalike::{Lookalike, lookalike};
pub use visible::visible;
pub(crate) use width::{Form, form};
