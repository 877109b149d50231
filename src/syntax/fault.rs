//! How a parser speaks of faults, and who listens.

use alloc::vec::Vec;
use core::ops::Range;

use crate::finding::{FindingKind, ParseError, Part};

/// Something that the grammar does not allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FindingKind,
    pub(crate) span: Range<usize>,
    pub(crate) found: Option<char>,
    pub(crate) part: Part,
}

impl From<Fault> for ParseError {
    fn from(fault: Fault) -> Self {
        Self::new(fault.kind, fault.span, fault.found, fault.part)
    }
}

/// The listener does not want to hear more.
#[derive(Debug)]
pub(crate) struct Stopped;

/// Where a parser reports faults. The sink decides whether the parser goes on: it always can.
pub(crate) trait FaultSink {
    fn report(&mut self, fault: Fault) -> Result<(), Stopped>;
}

/// Keeps the first fault and stops there.
impl FaultSink for Option<Fault> {
    fn report(&mut self, fault: Fault) -> Result<(), Stopped> {
        *self = Some(fault);
        Err(Stopped)
    }
}

/// Collects all faults.
impl FaultSink for Vec<Fault> {
    fn report(&mut self, fault: Fault) -> Result<(), Stopped> {
        self.push(fault);
        Ok(())
    }
}
