//! One layer around an address: the file of its kind finds it, and the loop over all kinds takes it off.

use core::ops::Range;

use crate::finding::FindingKind;

/// One layer: what stays of the text, and what the rest was.
#[derive(Debug)]
pub(super) struct Cut {
    pub(super) keep: Range<usize>,
    pub(super) kind: FindingKind,
    /// It could be meant: a person has to say yes, and until then there is no address.
    pub(super) is_doubtful: bool,
    /// The display name or comment in what goes.
    pub(super) annotation: Option<Range<usize>>,
}

impl Cut {
    pub(super) fn new(keep: Range<usize>, kind: FindingKind) -> Self {
        Self { keep, kind, is_doubtful: false, annotation: None }
    }
}
