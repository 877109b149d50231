//! Policies with sets of domains: which addresses they take, and which domains they watch over.

use normail::{Domain, DomainSet, FindingKind, Inspection, Policy, Severity, Verdict};
use serde_json::Value;

fn set(list: &str) -> DomainSet {
    list.parse().expect("the list is good")
}

fn kinds(inspection: &Inspection<'_>) -> Vec<FindingKind> {
    inspection.findings().iter().map(|finding| finding.kind()).collect()
}

/// What is said of lookalikes, and nothing else.
fn deceptions(inspection: &Inspection<'_>) -> Vec<&'static str> {
    let of_interest = [FindingKind::ProtectedDomainLookalike, FindingKind::ProtectedDomainLabel];
    inspection
        .findings()
        .iter()
        .filter(|found| of_interest.contains(&found.kind()))
        .map(|found| found.code())
        .collect()
}

const PLAIN: Policy = Policy::form();

#[test]
fn allow_and_deny() {
    let allow = || set(".example.com\n192.0.2.0/24\nmünchen.example");
    let deny = || set("bad.example.com\n192.0.2.66\n.example.net");
    let smtp = Policy::smtp;
    let cases: [(Policy, &str, Option<FindingKind>); 20] = [
        (smtp(), "ana@example.org", None),
        (smtp().allow(DomainSet::new()), "ana@example.com", Some(FindingKind::NotAllowedDomain)),
        (smtp().deny(DomainSet::new()), "ana@example.com", None),
        (smtp().allow(allow()), "ana@example.com", None),
        (smtp().allow(allow()), "ana@EXAMPLE.com", None),
        (smtp().allow(allow()), "\"ana maria\"@mail.example.com", None),
        (smtp().allow(allow()), "ana@example.org", Some(FindingKind::NotAllowedDomain)),
        (smtp().allow(allow()), "ana@münchen.example", None),
        (smtp().allow(allow()), "ana@xn--mnchen-3ya.example", None),
        (smtp().allow(allow()), "ana@[192.0.2.7]", None),
        (smtp().allow(allow()), "ana@[198.51.100.7]", Some(FindingKind::NotAllowedDomain)),
        (smtp().allow(allow()), "ana@[tag:text]", Some(FindingKind::NotAllowedDomain)),
        (smtp().deny(deny()), "ana@mail.EXAMPLE.net", Some(FindingKind::DeniedDomain)),
        (smtp().deny(deny()), "ana@[IPv6:::ffff:192.0.2.66]", Some(FindingKind::DeniedDomain)),
        (smtp().allow(allow()).deny(deny()), "ana@bad.example.com", Some(FindingKind::DeniedDomain)),
        (smtp().allow(allow()).deny(deny()), "ana@[192.0.2.66]", Some(FindingKind::DeniedDomain)),
        (smtp().allow(allow()).deny(deny()), "ana@good.example.com", None),
        (smtp().allow(set("a.example")).allow(set("b.example")), "ana@a.example", None),
        (Policy::html().deny(deny()), "ana@Example.NET", Some(FindingKind::DeniedDomain)),
        (Policy::html().deny(deny()), "ana@XN--zzzzzzz99999.Example.NET", Some(FindingKind::DeniedDomain)),
    ];
    for (policy, input, expected) in cases {
        assert_eq!(policy.parse(input).err().map(|error| error.kind()), expected, "{input}");
        assert_eq!(policy.is_valid(input), expected.is_none(), "{input}");
        let inspection = policy.inspect(input);
        let errors = inspection.findings().iter().filter(|finding| finding.severity() == Severity::Error);
        assert_eq!(
            errors.map(|finding| finding.kind()).collect::<Vec<_>>(),
            Vec::from_iter(expected),
            "{input}"
        );
        assert_eq!(inspection.address().cloned(), policy.parse(input).ok(), "{input}");
    }
}

#[test]
fn a_refused_domain_is_the_span_and_ends_the_judgement() {
    let policy = Policy::form().allow(set("gmail.com"));
    let inspection = policy.inspect(" Ana <ana@gmial.com> ");
    assert_eq!(
        kinds(&inspection),
        [
            FindingKind::LeadingSpace,
            FindingKind::DisplayName,
            FindingKind::NotAllowedDomain,
            FindingKind::TrailingSpace,
        ],
    );
    assert_eq!(inspection.findings()[2].span(), 10..19);
    assert_eq!((inspection.verdict(), inspection.suggestion()), (Verdict::Rejected, None));
    // A suggestion has to be taken too.
    let policy = Policy::form().deny(set("gmail.com"));
    assert_eq!(policy.inspect("ana@gmial.com").suggestion(), None);
    assert!(Policy::form().inspect("ana@gmial.com").suggestion().is_some() || cfg!(not(feature = "suggest")));
    // Where an address is does not change what is taken for one.
    let policy = Policy::smtp().deny(set("example.net"));
    assert_eq!(
        kinds(&policy.inspect("\"ana,\"@example.net")),
        [FindingKind::RiskyQuoting, FindingKind::DeniedDomain]
    );
}

/// An ending names no domain.
#[cfg(feature = "suggest")]
#[test]
fn an_allowed_ending_hides_no_slip() {
    for ending in [".com", "*.com"] {
        let inspection = Policy::form().allow(set(ending)).inspect("ana@gmial.com");
        assert_eq!(kinds(&inspection), [FindingKind::DomainTypo], "{ending}");
    }
}

/// What the caller names is no slip of something else, and has an ending.
#[test]
fn what_is_allowed_or_protected_is_meant() {
    let names = set("gmial.com\nacme.corp\n");
    for policy in [Policy::form().allow(names.clone()), Policy::form().protect(names)] {
        for input in ["ana@gmial.com", "ana@mail.acme.corp"] {
            assert!(!policy.inspect(input).findings().iter().any(|finding| {
                matches!(finding.kind(), FindingKind::DomainTypo | FindingKind::UnknownTld)
            }));
        }
    }
}

#[test]
fn sets_are_shared() {
    fn goes_anywhere<T: Send + Sync>() {}
    goes_anywhere::<Policy>();
    goes_anywhere::<DomainSet>();
    // A clone is a pointer to the same.
    assert_eq!(size_of::<DomainSet>(), size_of::<usize>());
    let shared = set("example.com");
    let policy = PLAIN.allow(shared.clone());
    let clone = policy.clone();
    assert_eq!(policy, clone);
    assert_ne!(policy, PLAIN);
    // A second call leaves the first policy's set alone.
    assert!(clone.allow(set("example.net")).is_valid("ana@example.net"));
    assert!(!policy.is_valid("ana@example.net"));
    assert!(!shared.contains(&Domain::Name("example.net")));
}

#[test]
fn protected_domains() {
    for row in include_str!("data/domain_sets/protect.jsonl").lines() {
        let row: Value = serde_json::from_str(row).expect("each row is JSON");
        let mut policy = Policy::form().protect(set(row["protect"].as_str().unwrap()));
        if let Some(list) = row["allow"].as_str() {
            policy = policy.allow(set(list));
        }
        let input = row["input"].as_str().unwrap();
        let inspection = policy.inspect(input);
        let expected: Vec<&str> =
            row["findings"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(deceptions(&inspection), expected, "{row}");
        if !expected.is_empty() {
            assert_eq!(
                inspection.suggestion().map(|found| found.as_str()),
                row["suggestion"].as_str(),
                "{row}"
            );
        }
        // The text of an address hides nothing, however often it is read.
        let Some(address) = inspection.address() else { continue };
        let again = policy.inspect(address.as_str());
        assert_eq!(deceptions(&again), expected, "{row}");
        assert_eq!(again.address(), Some(address), "{row}");
        if let Some(suggestion) = inspection.suggestion() {
            assert_eq!(deceptions(&policy.inspect(suggestion.as_str())), [""; 0], "{row}");
        }
        assert_eq!(policy.parse(input).as_ref(), Ok(address), "{row}");
    }
}

#[test]
fn a_domain_beyond_the_dns_is_read_in_one_go() {
    let policy = Policy::html().protect(set("paypal.com\nlogin.mybank.co.uk"));
    let input = format!("ana@{}paypal-x.es", "a.".repeat(2_000));
    let inspection = policy.inspect(&input);
    assert_eq!(deceptions(&inspection), ["protected-domain-label"]);
    assert_eq!(inspection.address().map(|address| address.as_str()), Some(&*input));
    let input = format!("ana@{}paypa1.com", "a.".repeat(2_000));
    assert_eq!(deceptions(&policy.inspect(&input)), ["protected-domain-lookalike"]);
}

#[test]
fn what_is_told_of_a_protected_domain() {
    let policy = Policy::form().protect(set("paypal.com")).protect(set("mybank.es"));
    let inspection = policy.inspect("ana@mail.paypal-login.es");
    let finding = &inspection.findings()[0];
    assert_eq!((finding.kind(), finding.severity()), (FindingKind::ProtectedDomainLabel, Severity::Note));
    assert_eq!(finding.span(), 9..21);
    assert_eq!(finding.to_string(), "The name paypal.com inside another domain.");
    assert_eq!(inspection.verdict(), Verdict::Clean);

    let inspection = policy.inspect("ana@rnybank.es");
    let finding = &inspection.findings()[0];
    assert_eq!((finding.severity(), finding.span()), (Severity::Warning, 4..14));
    assert_eq!(
        finding.to_string(),
        "A domain that is easily taken for mybank.es: did you mean \"mybank.es\"?"
    );
    assert_eq!(inspection.verdict(), Verdict::Doubtful);

    // One finding for one fault.
    let inspection = policy.inspect("ana@pаypal.es");
    assert_eq!(kinds(&inspection), [FindingKind::Idn, FindingKind::MixedScript]);

    // People read no A-labels.
    let policy_of_others = Policy::form().protect(set("пример.рф"));
    let inspection = policy_of_others.inspect("ana@xn--e1afmkfd.xn--p1ai.evil.es");
    assert_eq!(inspection.findings()[0].to_string(), "The name пример.рф inside another domain.");

    let inspection = policy.inspect("ana@x.paypal.com.evil.es");
    assert_eq!(inspection.findings()[0].span(), 6..16);

    // In the order of the input, whatever was found first.
    let inspection = policy.inspect("ana@X.paypal.com.evil.example");
    let spans: Vec<_> = inspection.findings().iter().map(|found| (found.code(), found.span())).collect();
    assert_eq!(
        spans,
        [("uppercase-domain", 4..29), ("special-use-domain", 4..29), ("protected-domain-label", 6..16)],
    );
}
