//! How the six grammars lie in each other.

use normail::{AddrSpec, Grammar, Language};

use super::results::is_unsafe;
use super::{Checked, INPUT_MAX};

pub const GRAMMARS: [Grammar; 6] = [
    Grammar::Rfc5321,
    Grammar::Rfc6531,
    Grammar::Rfc5322,
    Grammar::Rfc5322Obsolete,
    Grammar::Rfc6532,
    Grammar::Html,
];

/// The second takes all that the first takes, with the same parts.
const SUBSETS: [(Grammar, Grammar); 5] = [
    (Grammar::Rfc5321, Grammar::Rfc6531),
    (Grammar::Rfc5321, Grammar::Rfc5322),
    (Grammar::Rfc6531, Grammar::Rfc6532),
    (Grammar::Rfc5322, Grammar::Rfc6532),
    (Grammar::Rfc5322, Grammar::Rfc5322Obsolete),
];

/// UTF-8 adds nothing to what ASCII texts the first of them takes.
const SAME_IN_ASCII: [(Grammar, Grammar); 2] =
    [(Grammar::Rfc5321, Grammar::Rfc6531), (Grammar::Rfc5322, Grammar::Rfc6532)];

/// Where one grammar contains another, it does so for this input.
pub fn grammars_contain_each_other(input: &str) -> Checked {
    for (inner, outer) in SUBSETS {
        let narrow = AddrSpec::parse(input, inner);
        let wide = AddrSpec::parse(input, outer);
        ensure!(narrow.is_err() || narrow == wide, "{inner:?}: {narrow:?}, {outer:?}: {wide:?}");
    }
    for (ascii, utf8) in SAME_IN_ASCII {
        let (ascii, utf8) = (AddrSpec::parse(input, ascii), AddrSpec::parse(input, utf8));
        ensure!(!input.is_ascii() || ascii.is_ok() == utf8.is_ok(), "{ascii:?}, {utf8:?}");
    }
    Ok(())
}

/// Spans of parts and faults lie in the input, and the parts are what stands there.
pub fn parts_are_of_the_input(input: &str) -> Checked {
    for grammar in GRAMMARS {
        match AddrSpec::parse(input, grammar) {
            Ok(spec) => {
                let parts =
                    [(spec.local_part_span(), spec.local_part()), (spec.domain_span(), spec.domain())];
                for (span, part) in parts {
                    ensure!(input.get(span) == Some(part), "{grammar:?}: {spec:?}");
                }
                ensure!(spec.local_part_span().end < spec.domain_span().start, "{grammar:?}: {spec:?}");
                ensure!(spec.is_domain_literal() == spec.domain().starts_with('['), "{grammar:?}: {spec:?}");
            }
            Err(error) => ensure!(input.get(error.span()).is_some(), "{grammar:?}: {error:?}"),
        }
    }
    Ok(())
}

/// The two parts, put together without what stood around them, are the same two parts.
pub fn parts_make_an_address_again(input: &str) -> Checked {
    for grammar in GRAMMARS {
        let Ok(spec) = AddrSpec::parse(input, grammar) else {
            continue;
        };
        let text = format!("{}@{}", spec.local_part(), spec.domain());
        let again = AddrSpec::parse(&text, grammar);
        let is_same = again
            .as_ref()
            .is_ok_and(|again| (again.local_part(), again.domain()) == (spec.local_part(), spec.domain()));
        ensure!(is_same, "{grammar:?}: {spec:?} becomes {again:?}");
    }
    Ok(())
}

/// A fault is told in one line that is safe on a terminal.
pub fn faults_are_safe_to_show(input: &str) -> Checked {
    for error in GRAMMARS.into_iter().filter_map(|grammar| AddrSpec::parse(input, grammar).err()) {
        for language in [Language::English, Language::Spanish] {
            let message = error.message(language);
            ensure!(!message.is_empty() && !message.contains(is_unsafe), "{message:?}");
        }
    }
    Ok(())
}

/// Above the cap every grammar says so, and none below.
pub fn a_long_input_is_not_read(input: &str) -> Checked {
    for grammar in GRAMMARS {
        let kind = AddrSpec::parse(input, grammar).err().map(|error| error.kind());
        ensure!(
            (input.len() > INPUT_MAX) == (kind == Some(normail::FindingKind::InputTooLong)),
            "{grammar:?}: {} bytes, {kind:?}",
            input.len()
        );
    }
    Ok(())
}
