//! What the targets share: the laws, which the property tests hold too, and how a target holds them.

#[path = "../../tests/abnf/mod.rs"]
#[allow(dead_code, reason = "only the interpreter is wanted, not what makes strings")]
mod abnf;
pub mod abnf_twin;
#[path = "../../tests/laws/checks/mod.rs"]
pub mod checks;
pub mod list_peers;
#[path = "../../tests/abnf/lists/mod.rs"]
#[allow(dead_code, reason = "only the mailboxes of a list are wanted")]
mod lists;
pub mod peers;

use checks::Checked;
use checks::policies::{ALL, BASES, under};
use normail::Policy;

/// Reports a broken law as the fuzzer expects it.
///
/// # Panics
///
/// Where the law is broken.
pub fn hold(input: &str, held: Checked) {
    if let Err(how) = held {
        panic!("{input:?}: {how}");
    }
}

/// Holds laws under the four policies and one of the others. The input itself picks that one, so that a crash is a
/// crash again, and the fuzzer goes through all of them without being slowed down by all at once.
///
/// # Panics
///
/// Where a law is broken.
pub fn hold_under_policies(input: &str, laws: &[fn(&Policy, &str) -> Checked]) {
    let sum = input.bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
    let picked = ALL.get(sum % ALL.len()).map(|(name, policy)| (name.as_str(), policy));
    for (name, policy) in BASES.iter().map(|(name, policy)| (*name, policy)).chain(picked) {
        for law in laws {
            hold(input, under(name, policy, input, *law));
        }
    }
}
