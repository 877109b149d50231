//! A comma or a semicolon that stands for a dot of the domain: the keys are neighbours.

use alloc::string::String;
use alloc::vec::Vec;

use crate::finding::{FindingKind, Part};
use crate::known::provider_of;
use crate::syntax::{Fault, Parts};

/// Where they stand, if dots in their place make a domain that was likely meant: a provider's, or one with a real
/// ending where what stands before has none.
pub(super) fn dots(left: &str, parts: &Parts, faults: &[Fault]) -> Vec<usize> {
    let slips: Vec<usize> = faults
        .iter()
        .filter(|fault| fault.kind == FindingKind::InvalidCharacter && fault.part == Part::Domain)
        .filter(|fault| matches!(fault.found, Some(',' | ';')) && fault.span.len() == 1)
        .map(|fault| fault.span.start)
        .collect();
    let Some(first) = slips.first() else { return slips };
    let domain = left.get(parts.domain.clone()).unwrap_or_default();
    let before = left.get(parts.domain.start..*first).unwrap_or_default();
    let meant: String =
        domain.chars().map(|c| if matches!(c, ',' | ';') { '.' } else { c.to_ascii_lowercase() }).collect();
    let is_likely = provider_of(&meant).is_some() || has_ending(&meant) && !has_ending(before);
    if is_likely { slips } else { Vec::new() }
}

/// Whether a label and a top-level domain behind it stand there.
fn has_ending(domain: &str) -> bool {
    domain.rsplit_once('.').is_some_and(|(name, top)| !name.is_empty() && is_top_level(top))
}

#[cfg(feature = "suggest")]
fn is_top_level(label: &str) -> bool {
    crate::known::is_top_level_domain(label)
}

#[cfg(not(feature = "suggest"))]
fn is_top_level(label: &str) -> bool {
    matches!(label, "com" | "net" | "org" | "edu") || label.len() == 2
}

#[cfg(all(test, not(feature = "suggest")))]
mod tests {
    use super::is_top_level;

    #[test]
    fn what_may_be_an_ending_without_the_list() {
        assert!(["com", "net", "org", "edu", "es"].into_iter().all(is_top_level));
        assert!(!["acme", "xyz", "e"].into_iter().any(is_top_level));
    }
}
