//! What is said of an address that was accepted or suggested: its keys, its subaddress, what is logged of it.

use normail::{EmailAddress, Policy, RestrictionLevel, SecurityClause};

use super::Checked;
use super::policies::BASES;
use super::results::{is_unsafe, results};

const LEVELS: [RestrictionLevel; 6] = [
    RestrictionLevel::AsciiOnly,
    RestrictionLevel::SingleScript,
    RestrictionLevel::HighlyRestrictive,
    RestrictionLevel::ModeratelyRestrictive,
    RestrictionLevel::MinimallyRestrictive,
    RestrictionLevel::Unrestricted,
];

/// A key can be stored in a line, and neither it nor a skeleton is an address to any policy.
pub fn a_key_is_no_address(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let key = address.dedup_key();
        let unwanted = key.as_ref().find(|c: char| c == '@' || c.is_whitespace() || c.is_control());
        ensure!(unwanted.is_none(), "{address:?} has the key {key:?}");
        ensure!(policy.dedup_key(&address) == key, "{address:?} has the key {key:?}, and the policy's");
        let (look, look_of_key) = (address.skeleton(), key.skeleton());
        for text in [key.as_ref(), look.as_ref(), look_of_key.as_ref()] {
            let taken = BASES.into_iter().find(|(_, base)| base.is_valid(text));
            ensure!(taken.is_none(), "{address:?} has {text:?}, which {taken:?} takes");
        }
    }
    Ok(())
}

/// What is left without the tag is an address, and has no tag that would be dropped as well.
pub fn a_subaddress_is_dropped_once(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let without = address.without_subaddress();
        ensure!(without.without_subaddress() == without, "{address:?} becomes {without:?} and then another");
        ensure!(without == address || address.subaddress().is_some(), "{address:?} becomes {without:?}");
        let parsed = policy.parse(without.as_str());
        ensure!(parsed.as_ref() == Ok(&without), "{address:?} becomes {without:?}: {parsed:?}");
    }
    Ok(())
}

/// A log has the domain, and of the local part one letter with its marks at most.
pub fn a_log_tells_one_letter(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let redacted = address.redacted().to_string();
        let behind = format!("***@{}", address.domain());
        let told = redacted.strip_suffix(&behind);
        let is_safe = told.is_some_and(|told| told.chars().count() <= 5 && !told.contains(is_unsafe));
        ensure!(is_safe, "{address:?} is logged as {redacted:?}");
    }
    Ok(())
}

/// What meets the security profile at one level meets it at every wider one.
pub fn a_wider_level_is_met_as_well(policy: &Policy, input: &str) -> Checked {
    for address in results(policy, input) {
        let failed = LEVELS.map(|level| failed(&address, level));
        for pair in failed.windows(2) {
            let [narrow, wide] = pair else { continue };
            ensure!(
                wide.iter().all(|clause| narrow.contains(clause)),
                "{address:?}: {narrow:?}, then {wide:?}"
            );
        }
    }
    Ok(())
}

fn failed(address: &EmailAddress, level: RestrictionLevel) -> Vec<SecurityClause> {
    address.security_profile(level).failed().collect()
}
