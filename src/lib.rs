//! What a person typed, pasted or imported goes in; a normalised e-mail address, and an exact account of
//! everything that was odd about it, comes out.
#![no_std]

extern crate alloc;

mod finding;
mod syntax;
mod unicode;

pub use finding::{Applicability, Edit, Finding, FindingKind, Fix, Language, ParseError, Part, Severity};
pub use syntax::{AddrSpec, Domain, Grammar};
pub use unicode::visible;
