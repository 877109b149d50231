//! What is asked to do the work.

use std::hint::black_box;

use normail::{AddrSpec, DomainSet, Grammar, Language, Policy};

pub type Door = (&'static str, fn(&str));

/// Every door that reads what strangers write.
pub const DOORS: [Door; 9] = [
    ("parse.form", |input| drop(black_box(Policy::form().parse(input)))),
    ("parse.header", |input| drop(black_box(Policy::header().parse(input)))),
    ("addr_spec", |input| drop(black_box(AddrSpec::parse(input, Grammar::Rfc5322Obsolete)))),
    ("inspect.form", |input| drop(black_box(Policy::form().inspect(input)))),
    ("inspect.header", |input| drop(black_box(Policy::header().inspect(input)))),
    ("inspect.html", |input| drop(black_box(Policy::html().inspect(input)))),
    ("inspect_list", |input| drop(black_box(Policy::form().inspect_list(input)))),
    ("report", |input| drop(black_box(Policy::form().inspect(input).report(Language::English).to_string()))),
    ("domain_set", |input| drop(black_box(DomainSet::inspect(input)))),
];
