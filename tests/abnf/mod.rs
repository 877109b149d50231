//! A small interpreter of ABNF (RFC 5234), and the languages of e-mail addresses in it.
//!
//! It shares no code and no idea with the crate's own parser: the grammars are the RFCs' text under
//! `tests/data/abnf/`, and a string is in a language if and only if the rules say so, whatever the number of
//! ways to read it. It works on code points, as the grammars here do, not on octets.

pub(crate) mod class;
pub(crate) mod derive;
pub(crate) mod grammar;
pub(crate) mod languages;
pub(crate) mod parse;
pub(crate) mod positions;
pub(crate) mod prng;
pub(crate) mod recognise;

/// What a rule's definition is made of. `R` is a rule's name in a text, its number in a grammar.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Expression<R> {
    /// One character of a class.
    Class(class::Class),
    /// A reference to a rule.
    Rule(R),
    /// RFC 5234, section 3.1.
    Sequence(Vec<Expression<R>>),
    /// RFC 5234, section 3.2.
    Choice(Vec<Expression<R>>),
    /// RFC 5234, sections 3.6 to 3.8. Without `most` there is no end to it.
    Repeat { least: usize, most: Option<usize>, item: Box<Expression<R>> },
}
