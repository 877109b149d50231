//! What the lenient door keeps.

use normail::{Applicability, EmailAddress, Finding, FindingKind, Inspection, Policy, Severity, Verdict};

use super::Checked;

/// The kinds of the sections Deception and Domain, and what a literal holds: what is said of them outlives a repair.
const LASTING: [FindingKind; 16] = [
    FindingKind::RiskyLiteral,
    FindingKind::MixedScript,
    FindingKind::WholeScriptConfusable,
    FindingKind::ProtectedDomainLookalike,
    FindingKind::ProtectedDomainLabel,
    FindingKind::RestrictedCharacter,
    FindingKind::MixedNumbers,
    FindingKind::CombiningMarks,
    FindingKind::DomainTypo,
    FindingKind::UnknownTld,
    FindingKind::SpecialUseDomain,
    FindingKind::ProviderRule,
    FindingKind::UrlPrefix,
    FindingKind::PercentEncoding,
    FindingKind::DeniedDomain,
    FindingKind::NotAllowedDomain,
];

/// Law 2: an address that was given is given again for its own text, with nothing left to repair and no doubt lost.
pub fn a_given_address_is_given_again(policy: &Policy, input: &str) -> Checked {
    let first = policy.inspect(input);
    if let Some(address) = first.address() {
        let second = stands(policy, address)?;
        for kind in LASTING {
            let (before, after) = (count(&first, kind), count(&second, kind));
            ensure!(before <= after, "{address:?}: {before} {kind:?} before, {after} after");
            // Nor may what was repaired have hidden one; what IDNA makes of a compatibility character was told with it.
            let at = input.rfind('@').unwrap_or(0);
            let is_mapped = |finding: &Finding| {
                finding.kind() == FindingKind::CompatibilityCharacter && finding.span().start > at
            };
            let is_told = kind == FindingKind::RestrictedCharacter && first.findings().iter().any(is_mapped);
            ensure!(before > 0 || after == 0 || is_told, "{address:?}: {kind:?} was hidden");
        }
    }
    if let Some(suggestion) = first.suggestion() {
        stands(policy, suggestion)?;
    }
    Ok(())
}

/// Inspecting the text of an address gives it again, and repairs nothing.
fn stands<'a>(policy: &Policy, address: &'a EmailAddress) -> Result<Inspection<'a>, String> {
    let again = policy.inspect(address.as_str());
    ensure!(
        again.address() == Some(address) && !again.findings().iter().any(Finding::is_repaired),
        "{address:?} is inspected as {again:?}"
    );
    Ok(again)
}

fn count(inspection: &Inspection<'_>, kind: FindingKind) -> usize {
    inspection.findings().iter().filter(|finding| finding.kind() == kind).count()
}

/// Law 3: the text with its fixes applied parses to the address, or to the suggestion.
pub fn applied_fixes_parse_to_what_is_given(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    let given =
        [(Applicability::Automatic, inspection.address()), (Applicability::Confirm, inspection.suggestion())];
    for (applicability, given) in given {
        let text = inspection.apply(applicability);
        let parsed = text.as_deref().map(|text| policy.parse(text));
        let is_kept = match (&parsed, given) {
            (Some(Ok(parsed)), Some(given)) => parsed == given,
            (parsed, given) => parsed.is_none() && given.is_none(),
        };
        ensure!(is_kept, "{applicability:?}: {text:?} parses to {parsed:?}, given was {given:?}");
    }
    Ok(())
}

/// Law 4: what the strict door takes, the lenient one takes as the same address.
pub fn lenient_takes_what_strict_takes(policy: &Policy, input: &str) -> Checked {
    let Ok(address) = policy.parse(input) else {
        return Ok(());
    };
    let inspection = policy.inspect(input);
    ensure!(inspection.address() == Some(&address), "strict takes {address:?}, lenient says {inspection:?}");
    Ok(())
}

/// The verdict is what the findings amount to, and there is an address unless it is `Rejected`.
pub fn the_verdict_follows_from_the_findings(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    let is_any = |severity| inspection.findings().iter().any(|finding| finding.severity() == severity);
    let expected = if is_any(Severity::Error) {
        Verdict::Rejected
    } else if is_any(Severity::Warning) {
        Verdict::Doubtful
    } else if inspection.findings().iter().any(Finding::is_repaired) {
        Verdict::Repaired
    } else {
        Verdict::Clean
    };
    ensure!(inspection.verdict() == expected, "expected {expected:?}: {inspection:?}");
    ensure!(
        inspection.address().is_none() == (expected == Verdict::Rejected),
        "an address goes with any verdict but Rejected: {inspection:?}"
    );
    Ok(())
}

/// What cannot be sent to is never mended without asking.
pub fn an_error_has_no_automatic_fix(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    let wrong = inspection
        .findings()
        .iter()
        .find(|finding| finding.severity() == Severity::Error && finding.is_repaired());
    ensure!(wrong.is_none(), "{wrong:?}");
    Ok(())
}

/// A suggestion is something else than the address.
pub fn a_suggestion_differs_from_the_address(policy: &Policy, input: &str) -> Checked {
    let inspection = policy.inspect(input);
    ensure!(
        inspection.suggestion().is_none() || inspection.suggestion() != inspection.address(),
        "{inspection:?}"
    );
    Ok(())
}
