//! What the public types weigh, and where they may go: both are promises that no signature shows.

use std::panic::{RefUnwindSafe, UnwindSafe};

use normail::{
    AddrSpec, Applicability, DedupKey, Domain, DomainEntry, DomainSet, DomainSetError, DomainSetFault,
    DomainSetInspection, Edit, EmailAddress, Finding, FindingKind, Fix, Grammar, Inspection, Language,
    LineFinding, ListMember, ParseError, Part, Policy, Provider, ProviderError, RestrictionLevel,
    SecurityClause, SecurityProfile, Severity, Skeleton, Verdict,
};

fn goes_anywhere<T: Send + Sync + Unpin + UnwindSafe + RefUnwindSafe>() {}

#[test]
fn public_types_go_anywhere() {
    goes_anywhere::<AddrSpec<'_>>();
    goes_anywhere::<Applicability>();
    goes_anywhere::<DedupKey>();
    goes_anywhere::<Domain<'_>>();
    goes_anywhere::<DomainEntry<'_>>();
    goes_anywhere::<DomainSet>();
    goes_anywhere::<DomainSetError>();
    goes_anywhere::<DomainSetFault>();
    goes_anywhere::<DomainSetInspection>();
    goes_anywhere::<Edit>();
    goes_anywhere::<EmailAddress>();
    goes_anywhere::<Finding>();
    goes_anywhere::<FindingKind>();
    goes_anywhere::<Fix>();
    goes_anywhere::<Grammar>();
    goes_anywhere::<Inspection<'_>>();
    goes_anywhere::<Language>();
    goes_anywhere::<LineFinding>();
    goes_anywhere::<ListMember<'_>>();
    goes_anywhere::<ParseError>();
    goes_anywhere::<Part>();
    goes_anywhere::<Policy>();
    goes_anywhere::<Provider>();
    goes_anywhere::<ProviderError>();
    goes_anywhere::<RestrictionLevel>();
    goes_anywhere::<SecurityClause>();
    goes_anywhere::<SecurityProfile>();
    goes_anywhere::<Severity>();
    goes_anywhere::<Skeleton>();
    goes_anywhere::<Verdict>();
}

#[test]
fn an_address_fits_in_32_bytes() {
    assert!(size_of::<EmailAddress>() <= 32);
    // Where an address is optional, which is everywhere behind the lenient door, that costs nothing.
    assert_eq!(size_of::<Option<EmailAddress>>(), size_of::<EmailAddress>());
}

#[test]
fn fieldless_enums_are_one_byte() {
    assert_eq!(size_of::<FindingKind>(), 1);
    assert_eq!(size_of::<Verdict>(), 1);
    assert_eq!(size_of::<Severity>(), 1);
    assert_eq!(size_of::<Grammar>(), 1);
}
