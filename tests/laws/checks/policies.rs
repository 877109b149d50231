//! The four policies, and each of them with one switch flipped, or with sets of domains.

use std::sync::LazyLock;

use normail::{DomainSet, Policy};

use super::Checked;

type Setter = fn(Policy, bool) -> Policy;

/// The four that a caller starts from.
pub const BASES: [(&str, Policy); 4] = [
    ("form", Policy::form()),
    ("smtp", Policy::smtp()),
    ("header", Policy::header()),
    ("html", Policy::html()),
];

/// Every switch of a policy.
pub const SETTERS: [(&str, Setter); 5] = [
    ("smtputf8", Policy::smtputf8),
    ("quoted_local_part", Policy::quoted_local_part),
    ("address_literal", Policy::address_literal),
    ("single_label_domain", Policy::single_label_domain),
    ("long_local_part", Policy::long_local_part),
];

/// The bases, each of them with each switch set the other way, and each with sets of domains.
pub static ALL: LazyLock<Vec<(String, Policy)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    for (base, policy) in BASES {
        all.push((String::from(base), policy.clone()));
        let protects =
            policy.clone().protect(set("gmail.com\nexample.com\nhotmail.com\nmünchen.de\nyahoo.es"));
        let denies = protects.clone().deny(set("yahoo.com\n.example.org\n192.0.2.0/24\n*.de"));
        let allows = protects.allow(set("*.com\n*.es\n*.org\n.рф\n2001:db8::/32\n192.0.2.0/24"));
        all.push((format!("{base}.protect.deny"), denies));
        all.push((format!("{base}.protect.allow"), allows));
        for (switch, set) in SETTERS {
            for taken in [false, true] {
                let changed = set(policy.clone(), taken);
                if changed != policy {
                    all.push((format!("{base}.{switch}({taken})"), changed));
                }
            }
        }
    }
    all
});

/// Holds a law against the four.
///
/// # Errors
///
/// The first policy that breaks it, and how.
pub fn under_the_bases(input: &str, law: fn(&Policy, &str) -> Checked) -> Checked {
    BASES.iter().try_for_each(|(name, policy)| under(name, policy, input, law))
}

fn set(list: &str) -> DomainSet {
    list.parse().expect("the list is good")
}

/// Holds a law against every policy.
///
/// # Errors
///
/// The first policy that breaks it, and how.
pub fn under_every_policy(input: &str, law: fn(&Policy, &str) -> Checked) -> Checked {
    ALL.iter().try_for_each(|(name, policy)| under(name, policy, input, law))
}

/// Holds a law against one policy.
///
/// # Errors
///
/// How it is broken, after the policy's name.
pub fn under(name: &str, policy: &Policy, input: &str, law: fn(&Policy, &str) -> Checked) -> Checked {
    law(policy, input).map_err(|broken| format!("{name}: {broken}"))
}
