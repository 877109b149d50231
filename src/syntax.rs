//! The grammars: the one place that knows syntax. Both doors stand on it.

mod addr_spec;
mod chars;
mod domain;
mod enclosure;
mod entity;
#[cfg(test)]
mod every_text;
mod fault;
mod find;
mod grammar;
mod host_name;
mod literal;
mod local_part;
mod marks;
mod parser;
#[cfg(any(test, fuzzing))]
mod plain_tokens;
mod quoted_string;
mod scan;
mod sizes;
mod tokens;
mod white_space;
mod words;

pub use addr_spec::AddrSpec;
pub use domain::Domain;
pub use grammar::Grammar;

pub(crate) use chars::{is_ascii_atext, is_atext, space_kind};
pub(crate) use enclosure::{is_comment, is_quoted, quoted_local_part};
#[cfg(test)]
pub(crate) use every_text::every_text;
pub(crate) use fault::Fault;
pub(crate) use find::find_byte;
pub(crate) use grammar::Reading;
pub(crate) use host_name::is_plain_host_name;
pub(crate) use literal::{parse_literal, write_literal};
pub(crate) use parser::{Parts, parse};
#[cfg(fuzzing)]
pub(crate) use plain_tokens::tokens_agree;
pub(crate) use quoted_string::quoted_content;
pub(crate) use scan::{Scan, is_clean, scan};
pub(crate) use sizes::{ADDRESS_MAX, DOMAIN_MAX, INPUT_MAX, LABEL_MAX, LOCAL_PART_MAX, oversize};
pub(crate) use tokens::{Token, TokenKind, Tokens, is_separator_beyond_ascii};
pub(crate) use words::{parts_words, words};
