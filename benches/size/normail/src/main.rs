//! All that normail has: both doors, both languages, the keys, a policy with sets of domains, each grammar.

use normail::{AddrSpec, Applicability, DomainSet, Grammar, Language, Policy, RestrictionLevel};

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let grammar = if text.is_ascii() { Grammar::Rfc5322Obsolete } else { Grammar::Rfc6532 };
    println!("{}", AddrSpec::parse(&text, grammar).is_ok());

    let set = DomainSet::inspect(&text);
    println!("{}", set.set());
    let policy = Policy::form().protect(set.set().clone()).deny(set.set().clone());
    for member in policy.inspect_list(&text) {
        println!("{}", member.inspection().report(Language::English));
        println!("{}", member.inspection().report(Language::Spanish));
        println!("{:?}", member.inspection().apply(Applicability::Confirm));
    }
    match policy.parse(&text) {
        Ok(address) => {
            println!("{} {} {}", address.to_unicode(), address.redacted(), address.without_subaddress());
            println!("{} {}", policy.dedup_key(&address), address.skeleton());
            println!("{}", address.security_profile(RestrictionLevel::HighlyRestrictive).is_met());
        }
        Err(error) => println!("{error} {}", error.message(Language::Spanish)),
    }
    #[cfg(feature = "beside-idna")]
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
