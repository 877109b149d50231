//! A sound address, as the judges see it.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::draft::Draft;
use crate::finding::{Edit, Finding, FindingKind, Fix};
use crate::normalize::{is_a_label, to_u_label};
use crate::span::{shifted, span_at};

/// The parts of an address, and the way back from them to the input. A part that is not sound is not judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Subject<'a> {
    /// The local part as the person meant it to be written.
    pub(super) local: Option<Part<'a>>,
    /// The domain as it was written; a literal is none.
    pub(super) domain: Option<Part<'a>>,
    /// An address literal in its place.
    pub(super) literal: Option<Part<'a>>,
    /// The domain in its normal form.
    pub(super) name: &'a str,
    /// Its labels as people see them, if one of them is an A-label; else none.
    pub(super) u_labels: &'a [Cow<'a, str>],
    pub(super) origin: Origin<'a>,
}

impl Subject<'_> {
    /// Whether the domain was written as people see it: then IDNA has mapped nothing, so it is in NFKC.
    pub(super) fn is_written_as_seen(&self) -> bool {
        let labels = || self.u_labels.iter().map(|label| &**label);
        !self.u_labels.is_empty() && self.domain.is_some_and(|domain| domain.text.split('.').eq(labels()))
    }
}

/// The labels of a name in its normal form as people see them, if one of them is an A-label; else none.
pub(super) fn u_labels(name: &str) -> Vec<Cow<'_, str>> {
    // Mostly there is none: this is asked of every name.
    let may_have_one = name.as_bytes().windows(4).any(|octets| octets == b"xn--");
    if may_have_one && name.split('.').any(is_a_label) {
        name.split('.').map(to_u_label).collect()
    } else {
        Vec::new()
    }
}

/// A stretch of text, and where in it it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    pub(super) start: usize,
}

impl Part<'_> {
    /// A range of the part as a range of the whole.
    pub(super) fn range(&self, range: &Range<usize>) -> Range<usize> {
        shifted(range, self.start)
    }

    pub(super) fn whole(&self) -> Range<usize> {
        span_at(self.start, self.text.len())
    }
}

/// Where a stretch of the address came from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin<'a> {
    /// The address is the input.
    Input,
    /// It is what is left of the input.
    Left(&'a Draft),
}

impl Origin<'_> {
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        match self {
            Self::Input => range.clone(),
            Self::Left(draft) => draft.source_of_left(range),
        }
    }

    /// Edits that delete the range, without what a finding of its own deletes.
    pub(super) fn deletions(&self, range: &Range<usize>) -> Vec<Edit> {
        match self {
            Self::Input => alloc::vec![Edit::delete(range.clone())],
            Self::Left(draft) => draft.deletions(range),
        }
    }

    pub(super) fn warning(&self, kind: FindingKind, range: &Range<usize>) -> Finding {
        Finding::warning(kind, self.source(range))
    }

    /// A fix that asks whether the range should be this.
    pub(super) fn replacement(&self, range: &Range<usize>, text: &str) -> Fix {
        Fix::confirm(alloc::vec![Edit::new(self.source(range), text)])
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Part, Subject, u_labels};

    #[test]
    fn a_domain_is_written_as_seen_if_idna_mapped_nothing() {
        for (text, name, expected) in [
            ("münchen.de", "xn--mnchen-3ya.de", true),
            ("MÜNCHEN.de", "xn--mnchen-3ya.de", false),
            ("xn--mnchen-3ya.de", "xn--mnchen-3ya.de", false),
            ("example.com", "example.com", false),
        ] {
            let u_labels = u_labels(name);
            let domain = Some(Part { text, start: 0 });
            let subject = Subject {
                local: None,
                domain,
                literal: None,
                name,
                u_labels: &u_labels,
                origin: Origin::Input,
            };
            assert_eq!(subject.is_written_as_seen(), expected, "{text}");
        }
    }
}
