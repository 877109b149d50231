//! What Unicode says of a character: pure functions of `char` and `&str`, over the tables of named crates.

mod bidi;
mod case;
mod class;
mod confusable;
mod display;
mod icu;
mod joiner;
mod lookalike;
mod nfc;
mod script;
mod visible;
mod width;
mod word;

pub(crate) use bidi::bidi_skeleton;
pub(crate) use case::lower_case;
pub(crate) use class::{CharClass, classify, is_line_break, is_u_label_char, is_white_space};
pub(crate) use confusable::{
    ascii_look, ascii_look_of, ascii_twin, look, look_in_ascii, looks_ascii, skeleton_version,
};
pub(crate) use display::{is_right_to_left, width};
pub(crate) use icu::UTS46;
pub(crate) use joiner::is_joiner_in_context;
pub(crate) use lookalike::{Lookalike, is_at_sign, lookalike};
pub(crate) use nfc::{is_nfc, is_nfc_boundary};
pub(crate) use script::{Mixture, is_latin_or_shared, mixture, script_name, sole_script};
pub(crate) use visible::is_seen;
pub use visible::visible;
pub(crate) use width::{Form, form};
pub(crate) use word::{
    has_mixed_numbers, has_odd_marks, has_odd_marks_within, is_decimal_digit, is_identifier_char, is_mark,
    is_nonspacing, is_restricted, is_word_char, is_xid_start,
};
