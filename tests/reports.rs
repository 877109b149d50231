//! What users of other libraries reported, each as a promise that is kept here. The tests name the projects and their
//! reports.

mod common;

use std::collections::{BTreeSet, HashSet};

use common::{codes, policy};
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use normail::{
    Applicability, Domain, EmailAddress, FindingKind, Language, Policy, Severity, Verdict, inspect, is_valid,
    parse, visible,
};

const POLICIES: [&str; 4] = ["form", "smtp", "header", "html"];

/// Asserts that an inspection gives this verdict, this address and this suggestion.
#[track_caller]
fn assert_inspected(
    policy: &Policy,
    input: &str,
    verdict: Verdict,
    address: Option<&str>,
    suggestion: Option<&str>,
) {
    let inspection = policy.inspect(input);
    let found = (
        inspection.verdict(),
        inspection.address().map(EmailAddress::as_str),
        inspection.suggestion().map(EmailAddress::as_str),
    );
    assert_eq!(found, (verdict, address, suggestion), "{} {:?}", visible(input), codes(&inspection));
}

/// Asserts that an inspection has a finding of this kind.
#[track_caller]
fn assert_found(policy: &Policy, input: &str, kind: FindingKind) {
    let inspection = policy.inspect(input);
    let codes = codes(&inspection);
    assert!(codes.contains(&kind.code()), "{} has no {}, only {codes:?}", visible(input), kind.code());
}

/// Asserts that the strict door refuses an input for this reason, and `is_valid` with it.
#[track_caller]
fn assert_refused(policy: &Policy, input: &str, kind: FindingKind) {
    let refused = policy.parse(input).map_err(|error| error.kind());
    assert_eq!(refused, Err(kind), "{}", visible(input));
    assert!(!policy.is_valid(input), "{}", visible(input));
}

/// Every place in `ana@example.com` where a character may go unnoticed.
fn with_unseen(c: char) -> [String; 6] {
    [
        format!("{c}ana@example.com"),
        format!("an{c}a@example.com"),
        format!("ana{c}@example.com"),
        format!("ana@{c}example.com"),
        format!("ana@exam{c}ple.com"),
        format!("ana@example.com{c}"),
    ]
}

fn default_ignorable() -> impl Iterator<Item = char> {
    let set = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    set.iter_ranges().flatten().filter_map(char::from_u32)
}

/// What a code point that nobody sees is called.
fn unseen_kind(c: char) -> FindingKind {
    match c {
        '\u{202E}' => FindingKind::BidiOverride,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202D}' | '\u{2066}'..='\u{2069}' => {
            FindingKind::BidiControl
        }
        _ => FindingKind::InvisibleCharacter,
    }
}

/// validatorjs/validator.js 802, 940, 1087, 2036, 2648; jquery-validation 1287; pydantic 3772; jquense/yup 969;
/// Expensify/App 34437: zero-width characters pass validation, and two accounts look the same.
#[test]
fn validator_js_802_every_unseen_code_point_is_refused() {
    for c in default_ignorable() {
        for input in with_unseen(c) {
            for name in POLICIES {
                assert_refused(&policy(name), &input, unseen_kind(c));
            }
        }
    }
}

/// The same reports: it is found where it stands, named, and removed; no second account comes of it.
#[test]
fn validator_js_802_every_unseen_code_point_is_found_named_and_removed() {
    for c in default_ignorable().filter(|c| *c != '\u{202E}') {
        for input in with_unseen(c) {
            let inspection = inspect(&input);
            let address = inspection.address().map(EmailAddress::as_str);
            assert_eq!(
                (inspection.verdict(), address),
                (Verdict::Repaired, Some("ana@example.com")),
                "{}",
                visible(&input)
            );
            let finding = inspection
                .findings()
                .iter()
                .find(|finding| finding.kind() == unseen_kind(c))
                .unwrap_or_else(|| panic!("{}: {:?}", visible(&input), codes(&inspection)));
            let start = input.find(c).expect("it was put in");
            assert_eq!(finding.span(), start..start + c.len_utf8(), "{}", visible(&input));
            let code_point = format!("U+{:04X}", u32::from(c));
            for language in [Language::English, Language::Spanish] {
                let message = finding.message(language);
                assert!(message.contains(&code_point) && !message.contains(c), "{message}");
            }
        }
    }
}

/// The same reports, under the other policies.
#[test]
fn validator_js_802_unseen_characters_are_removed_under_every_policy() {
    let met = "\u{AD}\u{34F}\u{61C}\u{115F}\u{17B4}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{202A}\u{202D}\
               \u{2060}\u{2066}\u{3164}\u{FE0F}\u{FEFF}\u{FFA0}\u{FFF0}\u{1D173}\u{E0001}\u{E01EF}";
    for name in POLICIES {
        for c in met.chars() {
            for input in with_unseen(c) {
                assert_inspected(&policy(name), &input, Verdict::Repaired, Some("ana@example.com"), None);
            }
        }
    }
}

/// The same reports: U+202E changes what is read, so a person has to say yes.
#[test]
fn validator_js_802_an_override_is_only_offered_for_removal() {
    for name in POLICIES {
        for input in with_unseen('\u{202E}') {
            assert_inspected(&policy(name), &input, Verdict::Rejected, None, Some("ana@example.com"));
        }
    }
}

/// The same reports: U+FFFD, and what nobody sees though no property says so.
#[test]
fn validator_js_802_what_a_broken_import_left_is_refused() {
    for name in POLICIES {
        let policy = policy(name);
        for input in with_unseen('\u{FFFD}') {
            assert_refused(&policy, &input, FindingKind::ReplacementCharacter);
            assert_inspected(&policy, &input, Verdict::Rejected, None, None);
            assert_found(&policy, &input, FindingKind::ReplacementCharacter);
        }
        for c in ['\u{2800}', '\u{FFF9}', '\u{FFFA}', '\u{FFFB}', '\u{FFFC}'] {
            for input in with_unseen(c) {
                assert_refused(&policy, &input, FindingKind::InvisibleCharacter);
                assert_inspected(&policy, &input, Verdict::Repaired, Some("ana@example.com"), None);
            }
        }
    }
}

/// antiwork/gumroad pull 6522: the message has to name the hidden character, and the caller chooses what to do.
#[test]
fn gumroad_6522_the_message_names_the_hidden_character() {
    let cases = [
        ('\u{200B}', "zero-width space, U+200B", "espacio de ancho cero, U+200B"),
        ('\u{AD}', "soft hyphen, U+00AD", "guion opcional, U+00AD"),
        ('\u{FEFF}', "byte order mark, U+FEFF", "marca de orden de bytes, U+FEFF"),
        ('\u{200E}', "left-to-right mark, U+200E", "marca de izquierda a derecha, U+200E"),
    ];
    for (c, english, spanish) in cases {
        let input = format!("an{c}a@example.com");
        let inspection = inspect(&input);
        assert_eq!(inspection.verdict(), Verdict::Repaired);
        let message = |language| inspection.findings()[0].message(language);
        assert!(message(Language::English).contains(english), "{}", message(Language::English));
        assert!(message(Language::Spanish).contains(spanish), "{}", message(Language::Spanish));
        assert_eq!(inspection.apply(Applicability::Automatic).as_deref(), Some("ana@example.com"));
    }
}

/// JoshData/python-email-validator 142: U+037E and U+1FEF are `;` and a grave accent in NFC.
#[test]
fn python_email_validator_142_what_nfc_makes_ascii_is_refused() {
    for name in ["form", "smtp", "header"] {
        for c in ['\u{37E}', '\u{1FEF}', '\u{212A}'] {
            let input = format!("ana{c}bob@example.com");
            assert_refused(&policy(name), &input, FindingKind::CompatibilityCharacter);
        }
    }
    for c in ['\u{37E}', '\u{1FEF}', '\u{212A}'] {
        assert!(!Policy::html().is_valid(&format!("ana{c}bob@example.com")));
        assert!(!is_valid(&format!("ana@exam{c}ple.com")) || c == '\u{212A}', "UTS #46 maps U+212A to a k");
    }
}

/// The same report: no address is injected by a repair.
#[test]
fn python_email_validator_142_no_repair_injects_a_semicolon() {
    for name in POLICIES {
        let policy = policy(name);
        for input in ["ana@example.com\u{37E}bob@example.org", "ana\u{37E}bob@example.com"] {
            assert_inspected(&policy, input, Verdict::Rejected, None, None);
        }
        assert_found(&policy, "ana\u{37E}bob@example.com", FindingKind::CompatibilityCharacter);
        assert_inspected(
            &policy,
            "an\u{1FEF}a@example.com",
            Verdict::Doubtful,
            Some("an`a@example.com"),
            None,
        );
    }
}

/// The same report: NFC can lengthen, and shorten; the size is that of what is sent.
#[test]
fn python_email_validator_142_sizes_are_those_of_the_normal_form() {
    // U+0958 is two code points of three octets in NFC.
    let longer = |count: usize| format!("{}@example.com", "\u{958}".repeat(count));
    // An e and its accent are two octets in NFC.
    let shorter = |count: usize| format!("{}@example.com", "e\u{301}".repeat(count));
    for name in ["form", "smtp", "header"] {
        let policy = policy(name);
        assert!(policy.is_valid(&longer(10)));
        assert_refused(&policy, &longer(11), FindingKind::LocalPartTooLong);
        assert!(policy.is_valid(&shorter(32)));
        assert_refused(&policy, &shorter(33), FindingKind::LocalPartTooLong);
    }
}

/// mozilla/fxa 4643, heartcombo/devise 5171, bytebase 18943, TryGhost/Ghost pull 24457: case mapping lets one account
/// take the password of another.
#[test]
fn fxa_4643_no_letter_becomes_another_letter() {
    for (one, other) in [
        ("m\u{131}ke@example.org", "mike@example.org"),
        ("stra\u{DF}e@example.org", "strasse@example.org"),
        ("ba\u{17F}s@example.org", "bass@example.org"),
        ("\u{43E}lga@example.org", "olga@example.org"),
    ] {
        let one = inspect(one).into_address().expect("it can be sent to");
        assert_ne!(one, parse(other).expect("it is plain"));
        assert_ne!(one.to_unicode(), other);
    }
    assert_refused(&Policy::form(), "mi\u{212A}e@example.org", FindingKind::CompatibilityCharacter);
    let kelvin = inspect("mi\u{212A}e@example.org");
    assert_eq!(kelvin.verdict(), Verdict::Doubtful, "a stranger's account is never taken in silence");
}

/// The same reports: a lookalike is told.
#[test]
fn fxa_4643_lookalikes_are_told() {
    let form = Policy::form();
    for input in ["\u{430}na@example.org", "olg\u{430}@example.org", "ana@ex\u{430}mple.org"] {
        assert_found(&form, input, FindingKind::MixedScript);
        assert_eq!(form.inspect(input).verdict(), Verdict::Doubtful);
    }
    assert_found(&form, "ana@gma\u{131}l.com", FindingKind::ProtectedDomainLookalike);
    assert_inspected(
        &form,
        "ana@ex\u{430}mple.org",
        Verdict::Doubtful,
        Some("ana@xn--exmple-4nf.org"),
        Some("ana@example.org"),
    );
}

/// The same reports: one normal form, whatever came in.
#[test]
fn fxa_4643_there_is_one_normal_form() {
    let forms = [
        "jos\u{E9}@b\u{FC}cher.example",
        "jose\u{301}@bu\u{308}cher.example",
        "jos\u{E9}@B\u{DC}CHER.EXAMPLE",
        "jos\u{E9}@xn--bcher-kva.example",
        "jos\u{E9}@XN--BCHER-KVA.example",
        "\"jos\u{E9}\"@b\u{FC}cher.example",
    ];
    let parsed: HashSet<EmailAddress> = forms.iter().filter_map(|form| parse(form).ok()).collect();
    let inspected: HashSet<EmailAddress> =
        forms.iter().filter_map(|form| inspect(form).into_address()).collect();
    let only = HashSet::from([parse("jos\u{E9}@xn--bcher-kva.example").expect("it is plain")]);
    assert_eq!((&parsed, &inspected), (&only, &only));
    for form in forms {
        assert!(is_valid(form), "{form}");
    }
}

/// nodemailer 1766 (GHSA-mm7p-fcc7-pg87), wneessen/go-mail 495, mikel/mail 1646: quoted text was routed by.
#[test]
fn nodemailer_1766_quotes_come_first() {
    let quoted = [
        "\"a@evil.example x\"@internal.example",
        "\"a@evil.example>\"@internal.example",
        "\"a@evil.example> ORCPT=x\"@internal.example",
        "\"a@evil.example, b\"@internal.example",
        "\"<a@evil.example>\"@internal.example",
        "\"x:a@evil.example;\"@internal.example",
    ];
    for input in quoted {
        for name in ["smtp", "header"] {
            let policy = policy(name);
            let address = policy.parse(input).expect("it is one address");
            assert_eq!(address.domain(), Domain::Name("internal.example"), "{input}");
            assert_eq!(address.as_str(), input);
            assert_inspected(&policy, input, Verdict::Doubtful, Some(input), None);
            assert_found(&policy, input, FindingKind::RiskyQuoting);
        }
        assert_refused(&Policy::form(), input, FindingKind::QuotedLocalPart);
        for name in ["form", "html"] {
            assert_inspected(&policy(name), input, Verdict::Rejected, None, None);
        }
    }
}

/// email_address pull 53: a display name was split inside its quotes.
#[test]
fn email_address_53_a_display_name_ends_where_its_quotes_do() {
    let cases = [
        ("\"P\u{E9}rez, Ana\" <ana@example.com>", "P\u{E9}rez, Ana", Verdict::Repaired),
        ("\"a <b> c\" <ana@example.com>", "a <b> c", Verdict::Repaired),
        ("\"say \\\"hi\\\" <x\" <ana@example.com>", "say \"hi\" <x", Verdict::Repaired),
        ("\"<bob@evil.example>\" <ana@example.com>", "<bob@evil.example>", Verdict::Doubtful),
        ("\"bob@evil.example\" <ana@example.com>", "bob@evil.example", Verdict::Doubtful),
    ];
    for (input, name, verdict) in cases {
        for policy_name in POLICIES {
            let policy = policy(policy_name);
            assert_inspected(&policy, input, verdict, Some("ana@example.com"), None);
            assert_eq!(policy.inspect(input).display_name().as_deref(), Some(name), "{input}");
            assert!(!policy.is_valid(input), "{input}");
        }
    }
}

/// python/cpython 102988 (CVE-2023-27043): the wrong half of the text was taken for the address.
#[test]
fn cpython_102988_no_half_is_picked() {
    for name in POLICIES {
        let policy = policy(name);
        for input in [
            "alice@example.org(<bob@example.org>",
            "alice@example.org (<bob@example.org>",
            "alice@example.org\"<bob@example.org>",
            "\"alice@example.org <bob@example.org>",
        ] {
            assert_inspected(&policy, input, Verdict::Rejected, None, None);
            assert!(!policy.is_valid(input), "{input}");
        }
        for sign in [")", ",", ";", ":", "|", "[", "]", ">"] {
            let input = format!("alice@example.org{sign}bob@example.org");
            let inspection = policy.inspect(&input);
            let found = (inspection.verdict(), inspection.suggestion());
            assert_eq!(found, (Verdict::Rejected, None), "{name}: {input}");
            assert!(!policy.is_valid(&input));
        }
    }
}

/// The same report: where the name beside the address is another address, the mismatch is named.
#[test]
fn cpython_102988_a_mismatch_is_named() {
    let both = [
        "alice@example.org <bob@example.org>",
        "alice@example.org<bob@example.org>",
        "\"alice@example.org\" <bob@example.org>",
        "(alice@example.org) <bob@example.org>",
    ];
    for name in POLICIES {
        for input in both {
            let policy = policy(name);
            assert_inspected(&policy, input, Verdict::Doubtful, Some("bob@example.org"), None);
            assert_found(&policy, input, FindingKind::DisplayNameMismatch);
            assert!(!policy.is_valid(input) || name == "header", "{input}");
        }
    }
}

/// python/cpython 78336 (CVE-2019-16056): `a@malicious.org@important.com`.
#[test]
fn cpython_78336_two_domains_are_no_address() {
    for name in POLICIES {
        let policy = policy(name);
        for input in
            ["a@malicious.org@important.com", "<a@malicious.org@important.com>", "a@b@malicious.org@x.com"]
        {
            assert_inspected(&policy, input, Verdict::Rejected, None, None);
            assert_found(&policy, input, FindingKind::MultipleAt);
        }
        assert_refused(&policy, "a@malicious.org@important.com", FindingKind::MultipleAt);
    }
}

/// python/cpython 152519: an encoded word in the local part was decoded and parsed again.
#[test]
fn cpython_152519_an_encoded_word_is_never_decoded() {
    let words = [
        "=?utf-8?q?a=40evil.example=3E?=@example.com",
        "=?utf-8?b?YUBldmls?=@example.com",
        "=?iso-8859-1?Q?x?=@example.com",
    ];
    for name in POLICIES {
        let policy = policy(name);
        for input in words {
            assert_eq!(policy.parse(input).as_ref().map(EmailAddress::as_str), Ok(input));
            assert_inspected(&policy, input, Verdict::Doubtful, Some(input), None);
            assert_found(&policy, input, FindingKind::EncodedWord);
        }
    }
}

/// email_address 14, niax/rust-email 35, stalwartlabs/mail-parser 40, 69, validatorjs pull 996: display names with
/// emoji, brackets, commas; the address itself as the name.
#[test]
fn email_address_14_display_names_are_taken_off() {
    let cases = [
        ("Ana Mar\u{ED}a <ana@example.com>", "Ana Mar\u{ED}a"),
        ("\u{1F389} Ana \u{1F389} <ana@example.com>", "\u{1F389} Ana \u{1F389}"),
        ("Ana [Sales] <ana@example.com>", "Ana [Sales]"),
        ("Ana (Sales) <ana@example.com>", "Ana"),
        ("P\u{E9}rez, Ana <ana@example.com>", "P\u{E9}rez, Ana"),
        ("Ana <Sales> <ana@example.com>", "Ana <Sales>"),
        ("ana@example.com <ana@example.com>", "ana@example.com"),
        ("ANA@example.com <ana@example.com>", "ANA@example.com"),
        ("=?utf-8?q?Jos=C3=A9?= <ana@example.com>", "Jos\u{E9}"),
    ];
    for (input, display_name) in cases {
        for name in POLICIES {
            let policy = policy(name);
            assert_inspected(&policy, input, Verdict::Repaired, Some("ana@example.com"), None);
            assert_found(&policy, input, FindingKind::DisplayName);
            assert_eq!(policy.inspect(input).display_name().as_deref(), Some(display_name), "{input}");
        }
    }
}

/// email_address 14: `bob@localhost <bob@localhost>`.
#[test]
fn email_address_14_an_address_may_be_its_own_name() {
    let input = "bob@localhost <bob@localhost>";
    for name in ["form single-label-domain", "smtp", "header", "html"] {
        let inspection_policy = policy(name);
        let inspection = inspection_policy.inspect(input);
        assert_eq!(inspection.address().map(EmailAddress::as_str), Some("bob@localhost"), "{name}");
        assert_found(&inspection_policy, input, FindingKind::DisplayName);
        assert!(!codes(&inspection).contains(&FindingKind::DisplayNameMismatch.code()), "{name}");
    }
    assert_inspected(&Policy::form(), input, Verdict::Rejected, None, None);
    assert_found(&Policy::form(), input, FindingKind::SingleLabelDomain);
}

/// email_address 14: the strict door takes no display name, and says what it found.
#[test]
fn email_address_14_the_strict_door_says_what_it_found() {
    let error = parse("Ana <ana@example.com>").expect_err("a name is no part of an address");
    assert_eq!((error.kind(), error.span(), error.found()), (FindingKind::InnerSpace, 3..4, Some(' ')));
    let error = parse("<ana@example.com>").expect_err("brackets are no part of an address");
    assert_eq!((error.span(), error.found()), (0..1, Some('<')));
    assert!(error.message(Language::English).contains("'<'"));
    assert!(error.message(Language::Spanish).contains("'<'"));
}

/// nextcloud/mail 6014, email-addresses 38, rspamd 6143, parabol 4090, mmucklo/email-parse 13: lists from Outlook.
#[test]
fn nextcloud_6014_lists_are_split_where_people_split_them() {
    let cases: [(&str, &[&str]); 6] = [
        ("Last, First <a@example.com>; Other, Second <b@example.com>", &["a@example.com", "b@example.com"]),
        (
            "\"Last, First\" <a@example.com>, \"Other; Second\" <b@example.com>",
            &["a@example.com", "b@example.com"],
        ),
        ("a@example.com;b@example.com;", &["a@example.com", "b@example.com"]),
        ("a@example.com\r\nb@example.com\n\n", &["a@example.com", "b@example.com"]),
        ("a@example.com, , ;b@example.com", &["a@example.com", "b@example.com"]),
        ("<a@example.com> , <b@example.com>", &["a@example.com", "b@example.com"]),
    ];
    for (list, addresses) in cases {
        for name in POLICIES {
            let members = policy(name).inspect_list(list);
            let found: Vec<_> = members
                .iter()
                .filter_map(|member| member.inspection().address())
                .map(AsRef::as_ref)
                .collect();
            let expected: Vec<&str> = addresses.to_vec();
            assert_eq!(found, expected, "{name}: {list:?}");
            assert_eq!(members.len(), addresses.len(), "{name}: {list:?}");
        }
    }
}

/// RohanNagar/jmail 50: comments stripped, to get one comparable form.
#[test]
fn jmail_50_comments_are_no_part_of_the_address() {
    let plain = parse("ana@example.com").expect("it is plain");
    let header = Policy::header();
    let with_comments = [
        "ana(work)@example.com",
        "(work)ana@example.com",
        "ana@example.com(work)",
        "ana@(work)example.com",
        "ana (a (nested) one) @ example.com",
        "(1)ana(2)@(3)example.com(4)",
        "ana@example.com (with \\) in it)",
    ];
    for input in with_comments {
        assert_eq!(header.parse(input).as_ref(), Ok(&plain), "{input}");
        assert_eq!(header.inspect(input).address(), Some(&plain), "{input}");
        assert!(!is_valid(input), "{input}");
    }
}

/// mailcheck 63, 158, 168; email-spell-checker 25, 32; calcom pull 28826: suggestions against real domains.
#[test]
#[cfg(feature = "suggest")]
fn mailcheck_63_real_domains_get_no_suggestion() {
    let real = [
        "mailw.com",
        "mac.com",
        "mask.io",
        "gmx.de",
        "yandex.ru",
        "me.com",
        "ymail.com",
        "gmx.at",
        "mail.com",
        "rocketmail.com",
        "hotmail.cl",
        "yahoo.co.jp",
        "live.nl",
        "proton.me",
        "pm.me",
        "web.de",
        "gmx.net",
    ];
    for name in POLICIES {
        for domain in real {
            let input = format!("kim@{domain}");
            let inspection_policy = policy(name);
            assert_inspected(&inspection_policy, &input, Verdict::Clean, Some(&input), None);
        }
    }
}

/// egulias/EmailValidator 187: U+2010 passes for a hyphen.
#[test]
fn egulias_187_a_typographic_hyphen_is_told() {
    for c in "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}".chars() {
        let input = format!("ana{c}maria@example.com");
        for name in ["form", "smtp", "header"] {
            let policy = policy(name);
            assert_inspected(&policy, &input, Verdict::Doubtful, Some(&input), Some("ana-maria@example.com"));
            assert_found(&policy, &input, FindingKind::LookalikePunctuation);
        }
        // A browser takes no such character at all.
        let html = Policy::html();
        assert_inspected(&html, &input, Verdict::Rejected, None, Some("ana-maria@example.com"));
        assert_found(&html, &input, FindingKind::LookalikePunctuation);
    }
}

/// python-email-validator 2.3: local parts above 64 octets exist.
#[test]
fn python_email_validator_2_3_long_local_parts_can_be_allowed() {
    let long = format!("{}@example.com", "a".repeat(65));
    let form = Policy::form();
    assert_refused(&form, &long, FindingKind::LocalPartTooLong);
    assert_inspected(&form, &long, Verdict::Rejected, None, None);
    let lenient = form.long_local_part(true);
    assert_inspected(&lenient, &long, Verdict::Clean, Some(&long), None);
    let longest = format!("{}@example.com", "a".repeat(254 - "@example.com".len()));
    assert!(lenient.is_valid(&longest));
    assert_refused(&lenient, &format!("a{longest}"), FindingKind::AddressTooLong);
}

/// Scille/parsec-cloud pull 10352: one type to use as it is, without a wrapper.
#[test]
fn parsec_10352_an_address_is_ordered_hashed_and_shown() {
    let [ana, bob] = ["ana@example.com", "bob@example.com"].map(|text| parse(text).expect("it is plain"));
    assert!(ana < bob && ana == ana.clone());
    let sorted: BTreeSet<_> = [bob.clone(), ana.clone(), ana.clone()].into();
    assert_eq!(sorted.iter().map(EmailAddress::as_str).collect::<Vec<_>>(), [ana.as_str(), bob.as_str()]);
    let hashed = HashSet::from([ana.clone()]);
    assert!(hashed.contains("ana@example.com") && sorted.contains("bob@example.com"));
    assert_eq!(format!("{ana:>20}|{ana}"), "     ana@example.com|ana@example.com");
    assert_eq!(format!("{ana:?}"), "EmailAddress(\"ana@example.com\")");
}

/// golang/go 75680, 78566 (CVE-2026-39820): parsing nested comments was quadratic, twice. That the work is linear, the
/// instruction counts of hostile texts hold (`benches/instructions`); here, that depth is no matter.
#[test]
fn go_75680_comments_nest_as_deep_as_the_text_is_long() {
    let nested = |depth: usize| format!("{}{}ana@example.com", "(".repeat(depth), ")".repeat(depth));
    let deep = nested(2040);
    assert_eq!(Policy::header().parse(&deep).expect("comments are dropped").as_str(), "ana@example.com");
    let open = format!("({}", nested(2040));
    let error = Policy::header().parse(&open).expect_err("one is never closed");
    assert_eq!(error.kind().code(), "unterminated-comment");
}

/// nodemailer 9.1.0, loopingz/smtp-relay pull 253, mail-send 42, symfony 61846, simple-java-mail 652: a comment or an
/// encoded word beside the domain sends the mail elsewhere.
#[test]
fn nodemailer_9_1_0_what_is_handed_on_is_one_normal_form() {
    let cases = [
        "ana@example.com(evil.example)",
        "ana@(evil.example)example.com",
        "ana(@evil.example)@example.com",
        "(evil@evil.example)ana@example.com",
        "ana@example.com (evil@evil.example)",
    ];
    for input in cases {
        let address = Policy::header().parse(input).expect("comments are taken in headers");
        assert_eq!(address.as_str(), "ana@example.com", "{input}");
        for name in ["form", "smtp", "html"] {
            let policy = policy(name);
            assert!(!policy.is_valid(input), "{input}");
            let inspection = policy.inspect(input);
            for result in [inspection.address(), inspection.suggestion()].into_iter().flatten() {
                assert_eq!(result.as_str(), "ana@example.com", "{name}: {input}");
            }
            assert!(inspection.address().is_some() || inspection.verdict() == Verdict::Rejected);
        }
    }
}

/// lettre pull 1155: quoted local parts and literals did not survive being written and read.
#[test]
fn lettre_1155_what_is_written_is_read_again() {
    let inputs = [
        "\"ana maria\"@example.com",
        "\"a\\\"b\\\\c\"@example.com",
        "\"\"@example.com",
        "\".ana.\"@example.com",
        "\"ana\"@example.com",
        "ana@[192.0.2.1]",
        "ana@[IPv6:2001:DB8:0:0::1]",
        "ana@[IPv6:::ffff:192.0.2.1]",
        "ana@[x-tag:some.content]",
        "jos\u{E9}@b\u{FC}cher.example",
    ];
    for name in ["smtp", "header"] {
        let policy = policy(name);
        for input in inputs {
            let address = policy.parse(input).expect("it is an address");
            assert_eq!(policy.parse(address.as_str()).as_ref(), Ok(&address), "{input}");
            assert_eq!(policy.inspect(address.as_str()).address(), Some(&address), "{input}");
            let text = format!("{}@{}", address.local_part(), address.domain());
            assert_eq!(text, address.as_str(), "{input}");
        }
    }
}

/// email_address 3, 12, 50: no way to get the text out again.
#[test]
fn email_address_3_the_text_comes_out_again() {
    let address = || parse("ana@example.com").expect("it is plain");
    assert_eq!(address().into_string(), "ana@example.com");
    assert_eq!(String::from(address()), "ana@example.com");
    assert_eq!(AsRef::<str>::as_ref(&address()), "ana@example.com");
    assert_eq!(std::borrow::Borrow::<str>::borrow(&address()), "ana@example.com");
    assert_eq!("ana@example.com".parse(), Ok(address()));
    assert_eq!(EmailAddress::try_from("ana@example.com"), Ok(address()));
    assert_eq!(EmailAddress::try_from(String::from("ana@example.com")), Ok(address()));
}

/// python-email-validator 147, jstedfast/EmailValidation 42: messages are the only interface.
#[test]
fn python_email_validator_147_codes_and_spans_stand_beside_messages() {
    let mut seen = HashSet::new();
    for kind in FindingKind::ALL {
        let code = kind.code();
        assert!(seen.insert(code), "{code} stands for two kinds");
        assert_eq!(FindingKind::from_code(code), Some(*kind));
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
    }
    let inspection = inspect(" an\u{200B}a@@example.com,");
    let found: Vec<_> = inspection
        .findings()
        .iter()
        .map(|finding| (finding.code(), finding.span(), finding.severity()))
        .collect();
    assert_eq!(
        found,
        [
            ("leading-space", 0..1, Severity::Note),
            ("invisible-character", 3..6, Severity::Note),
            ("multiple-at", 8..9, Severity::Error),
            ("special-use-domain", 9..20, Severity::Note),
            ("trailing-punctuation", 20..21, Severity::Note),
        ]
    );
}

/// validatorjs 2334, Keats/validator 349, 381, jsonschema 894, isemail 161: `user@foo` passes a form.
#[test]
fn validator_js_2334_a_form_wants_two_labels() {
    for input in ["user@foo", "user@localhost", "user@com"] {
        assert_refused(&Policy::form(), input, FindingKind::SingleLabelDomain);
        assert_inspected(&Policy::form(), input, Verdict::Rejected, None, None);
        for name in ["form single-label-domain", "smtp", "header", "html"] {
            assert!(policy(name).is_valid(input), "{name}: {input}");
        }
    }
}

/// The same reports: `user@example.abcxyz` passes; an unknown ending is worth a question, no more.
#[test]
#[cfg(feature = "suggest")]
fn validator_js_2334_an_unknown_ending_is_asked_about() {
    for name in POLICIES {
        let policy = policy(name);
        assert_inspected(&policy, "user@domain.abcxyz", Verdict::Doubtful, Some("user@domain.abcxyz"), None);
        assert_found(&policy, "user@domain.abcxyz", FindingKind::UnknownTld);
        assert!(policy.is_valid("user@domain.abcxyz"));
    }
}

/// python-email-validator 71, 78: special-use domains were refused in tests.
#[test]
fn python_email_validator_71_special_use_is_no_error() {
    for name in POLICIES {
        let policy = policy(name);
        for input in
            ["ana@sub.test", "ana@host.localhost", "ana@mail.example", "ana@x.invalid", "ana@x.local"]
        {
            assert_inspected(&policy, input, Verdict::Doubtful, Some(input), None);
            assert_found(&policy, input, FindingKind::SpecialUseDomain);
        }
        for input in ["ana@example.com", "ana@example.net", "ana@mail.example.org"] {
            assert_inspected(&policy, input, Verdict::Clean, Some(input), None);
            assert_found(&policy, input, FindingKind::SpecialUseDomain);
            assert_eq!(policy.inspect(input).findings()[0].severity(), Severity::Note);
        }
    }
}

/// validatorjs pull 832, then 853, 873: rules on the length of a provider's local parts refused real people.
#[test]
fn validator_js_832_no_length_is_a_providers() {
    let domains =
        ["gmail.com", "googlemail.com", "outlook.com", "yahoo.com", "icloud.com", "yandex.ru", "gmx.de"];
    for domain in domains {
        for length in [1, 2, 5, 31, 33, 64] {
            let input = format!("{}@{domain}", "a".repeat(length));
            assert_inspected(&Policy::form(), &input, Verdict::Clean, Some(&input), None);
        }
    }
    let question = inspect("ana_p@gmail.com");
    assert_eq!(question.findings()[0].kind(), FindingKind::ProviderRule);
    assert_eq!(question.verdict(), Verdict::Doubtful, "characters are a question, never an error");
}
