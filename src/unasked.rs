//! What may be taken without asking the person, and what to ask otherwise.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::address::EmailAddress;
use crate::finding::{Finding, Language, did_you_mean};
use crate::inspect::{Inspection, Verdict};
use crate::unicode::visible;

/// The address that is there, or can only have been meant; else what has to be asked.
pub(crate) fn unasked<'a>(inspection: &'a Inspection<'_>) -> Result<&'a EmailAddress, Question<'a>> {
    match (inspection.verdict(), inspection.address()) {
        (Verdict::Clean | Verdict::Repaired, Some(address)) => Ok(address),
        _ => Err(Question { findings: inspection.findings(), suggestion: inspection.suggestion() }),
    }
}

/// What a person has to look at.
pub(crate) struct Question<'a> {
    findings: &'a [Finding],
    suggestion: Option<&'a EmailAddress>,
}

impl<'a> Question<'a> {
    /// The first finding of each kind that led to the verdict. An input can have a thousand of one kind.
    pub(crate) fn findings(&self) -> Vec<&'a Finding> {
        let weight = self.findings.iter().map(Finding::severity).max();
        let mut first: Vec<&Finding> = Vec::new();
        for finding in self.findings.iter().filter(|finding| Some(finding.severity()) == weight) {
            if first.iter().all(|earlier| earlier.kind() != finding.kind()) {
                first.push(finding);
            }
        }
        first
    }

    #[cfg(feature = "validator")]
    pub(crate) fn suggestion(&self) -> Option<&'a EmailAddress> {
        self.suggestion
    }

    /// The sentences of the findings, then the suggestion.
    pub(crate) fn message(&self, language: Language) -> String {
        let mut sentences: Vec<String> =
            self.findings().into_iter().map(|finding| finding.message(language)).collect();
        if let Some(meant) = self.suggestion {
            sentences.push(did_you_mean(&visible(&meant.to_unicode()).to_string(), language));
        }
        sentences.join(" ")
    }
}
