//! Lists of domains: what is an entry, what a paste brings along, what a set takes in.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use normail::{Domain, DomainSet, DomainSetFault, Language, Severity};
use serde_json::Value;

fn rows(table: &str) -> Vec<Value> {
    table.lines().map(|row| serde_json::from_str(row).expect("each row is JSON")).collect()
}

fn text<'a>(row: &'a Value, key: &str) -> Option<&'a str> {
    row[key].as_str()
}

fn set(list: &str) -> DomainSet {
    list.parse().expect("the list is good")
}

fn has(set: &DomainSet, domain: &str) -> bool {
    set.contains(&match domain.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => Domain::Ipv4(address),
        Ok(IpAddr::V6(address)) => Domain::Ipv6(address),
        Err(_) => Domain::Name(domain),
    })
}

#[test]
fn entries() {
    let rows = rows(include_str!("data/domain_sets/entries.jsonl"));
    assert!(rows.len() > 90);
    for row in rows {
        let entry = text(&row, "entry").expect("a row has an entry");
        let found = entry.parse::<DomainSet>();
        match (text(&row, "canonical"), found) {
            (Some(canonical), Ok(found)) => {
                assert_eq!(found.to_string().trim_end(), canonical, "{row}");
                // What is written canonical is read as the same set, under either door, without a finding.
                assert_eq!(found.to_string().parse(), Ok(found.clone()), "{row}");
                let inspection = DomainSet::inspect(&found.to_string());
                assert_eq!((inspection.set(), inspection.findings()), (&found, &[][..]), "{row}");
                assert_eq!(DomainSet::inspect(entry).set(), &found, "{row}");
            }
            (None, Err(error)) => {
                assert_eq!((error.line(), Some(error.kind().code())), (1, text(&row, "fault")), "{row}");
            }
            (_, found) => panic!("{row}: {found:?}"),
        }
    }
}

#[test]
fn two_sets_with_the_same_list_are_equal() {
    assert_eq!(set(""), DomainSet::new());
    assert_eq!(set("# none\n").union(&set("a.example")), set("a.example"));
    assert_eq!(set("a.example\n*.a.example"), set(".a.example\na.example"));
}

#[test]
fn pasted_lines() {
    for row in rows(include_str!("data/domain_sets/pasted.jsonl")) {
        let line = text(&row, "line").expect("a row has a line");
        let inspection = DomainSet::inspect(line);
        assert_eq!(inspection.set().to_string().trim_end(), text(&row, "canonical").unwrap(), "{row}");
        let told: Vec<String> = inspection
            .findings()
            .iter()
            .map(|finding| match finding.severity() {
                Severity::Error => format!("!{}", finding.kind().code()),
                _ => finding.kind().code().to_owned(),
            })
            .collect();
        let expected: Vec<&str> =
            row["findings"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(told, expected, "{row}");
        // The strict door takes what there is nothing to say about.
        let is_clean = inspection.findings().is_empty() && !inspection.set().is_empty();
        assert!(!is_clean || line.parse() == Ok(inspection.into_set()), "{row}");
    }
}

#[test]
fn names_and_what_stands_below_them() {
    let set = set("name.example\n*.below.example\n.both.example\nmünchen.example");
    let cases = [
        ("name.example", true),
        ("NAME.Example", true),
        ("a.name.example", false),
        ("below.example", false),
        ("a.below.example", true),
        ("a.b.below.example", true),
        ("abelow.example", false),
        ("both.example", true),
        // No valid A-label, yet a browser takes it.
        ("XN--ZZZZZZZ99999.both.example", true),
        ("a.both.example", true),
        ("example", false),
        ("both", false),
        ("xn--mnchen-3ya.example", true),
        ("MÜNCHEN.example", true),
        ("", false),
        (".", false),
    ];
    for (name, expected) in cases {
        assert_eq!(has(&set, name), expected, "{name}");
    }
}

#[test]
fn addresses_and_networks() {
    let set = set("192.0.2.10\n198.51.100.0/24\n198.51.0.0/16\n2001:db8::/32\n::ffff:203.0.113.0/120");
    let cases = [
        ("192.0.2.10", true),
        ("192.0.2.11", false),
        ("198.51.100.200", true),
        ("198.51.7.7", true),
        ("198.52.0.0", false),
        ("2001:db8:ffff::1", true),
        ("2001:db9::", false),
        // An IPv4 address in IPv6 clothes.
        ("::ffff:192.0.2.10", true),
        ("::ffff:203.0.113.9", true),
        ("203.0.113.9", false),
    ];
    for (address, expected) in cases {
        assert_eq!(has(&set, address), expected, "{address}");
    }
    assert!(!set.contains(&Domain::Name("192.0.2.10")));
    assert!(DomainSet::inspect("0.0.0.0/0").set().contains(&Domain::Ipv4(Ipv4Addr::BROADCAST)));
    assert!(DomainSet::inspect("::/0").set().contains(&Domain::Ipv6(Ipv6Addr::LOCALHOST)));
}

#[test]
fn the_canonical_list() {
    let list = "2001:db8::1\nb.example\n*.a.example\n192.0.2.0/24\n10.0.0.1\na.example\nB.example\n# x\n192.0.2.0/25";
    let set = set(list);
    let canonical = ".a.example\nb.example\n10.0.0.1\n192.0.2.0/24\n192.0.2.0/25\n2001:db8::1\n";
    assert_eq!(set.to_string(), canonical);
    assert_eq!(set.len(), 6);
    assert_eq!(set.iter().map(|entry| format!("{entry}\n")).collect::<String>(), canonical);
    assert_eq!(set.iter().collect::<DomainSet>(), set);
    assert_eq!(set.union(&DomainSet::new()), set);
    assert_eq!(DomainSet::new().to_string(), "");
    assert!(DomainSet::new().is_empty());
    assert_eq!(format!("{:?}", DomainSet::inspect("example.com").set()), r#"{"example.com"}"#);
}

#[test]
fn errors_name_the_line_and_the_fault() {
    let error = "# list\r\n\r\nexample.com\r\n192.0.2.1/24\r\n".parse::<DomainSet>().unwrap_err();
    assert_eq!((error.line(), error.kind()), (4, DomainSetFault::HostBits));
    assert_eq!(
        error.message(Language::English),
        "line 4: bits set beyond the mask, so that host or network may be meant",
    );
    assert_eq!(
        error.message(Language::Spanish),
        "línea 4: bits fuera de la máscara, así que puede ser el equipo o la red",
    );
}

#[test]
fn a_large_set_in_little_memory() {
    let list: String = (0..20_000_u64)
        .map(|number| format!("{:x}.example\n", number.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
        .collect();
    let set = set(&list);
    assert_eq!(set.len(), 20_000);
    assert!(list.lines().all(|name| has(&set, name)));
    assert!(!has(&set, "0.example.net") && !has(&set, "example"));
    // What it says of its size is what it holds, its counters aside.
    let mut copy = None;
    let held = allocation_counter::measure(|| copy = Some(list.parse::<DomainSet>())).bytes_current;
    assert!(held.unsigned_abs() - set.heap_size() as u64 <= 256, "{held} for {}", set.heap_size());
    // The text and seven octets a name, some slack aside.
    assert!(set.heap_size() <= list.len() + 7 * set.len(), "{} for {}", set.heap_size(), list.len());
}

#[test]
fn an_entry_says_what_it_takes_in() {
    let list = "example.com\n*.example.net\n.example.org\n192.0.2.7\n2001:db8::/32\n";
    let list = set(list);
    let found: Vec<_> = list
        .iter()
        .map(|entry| (entry.to_string(), entry.name(), entry.has_name(), entry.has_below(), entry.network()))
        .collect();
    let network = |address: &str, prefix| Some((address.parse::<IpAddr>().expect("an address"), prefix));
    for (line, name, has_name, has_below, network) in [
        ("example.com", Some("example.com"), true, false, None),
        ("*.example.net", Some("example.net"), false, true, None),
        (".example.org", Some("example.org"), true, true, None),
        ("192.0.2.7", None, false, false, network("192.0.2.7", 32)),
        ("2001:db8::/32", None, false, false, network("2001:db8::", 32)),
    ] {
        let entry = (line.to_string(), name, has_name, has_below, network);
        assert!(found.contains(&entry), "{entry:?} is not among {found:?}");
    }
    assert_eq!(found.len(), 5);
}

#[test]
fn a_pasted_list_is_reported_line_by_line() {
    for (list, language, report) in [
        (
            "• example.com\nexam ple.net",
            Language::English,
            "Line 1: the bullet of a list. It was removed.\nLine 2: a space inside the entry. The line was left out.\n\
             1 entry\n",
        ),
        (
            "example.com,\n.example.net",
            Language::Spanish,
            "Línea 1: puntuación después de la entrada. Se quitó.\n2 entradas\n",
        ),
        ("example.com", Language::Spanish, "1 entrada\n"),
        ("", Language::English, "0 entries\n"),
    ] {
        let inspection = DomainSet::inspect(list);
        assert_eq!(inspection.report(language).to_string(), report, "{list:?}");
        assert_eq!(inspection.to_string(), inspection.report(Language::English).to_string(), "{list:?}");
        for finding in inspection.findings() {
            assert_eq!(finding.to_string(), finding.message(Language::English), "{list:?}");
        }
    }
}

/// RFC 5892 A.1: behind a virama a joiner is part of the name.
#[test]
fn a_joiner_is_unseen_out_of_its_context() {
    assert!("क\u{94D}\u{200D}ष.com".parse::<DomainSet>().is_ok());
    for list in ["exam\u{200D}ple.com", "क\u{200D}ष.com"] {
        let fault = list.parse::<DomainSet>().map_err(|error| error.kind());
        assert_eq!(fault.map(|_| ()), Err(DomainSetFault::InvisibleCharacter), "{list:?}");
    }
}

#[test]
fn domains_make_a_set() {
    let domains = [Domain::Name("example.com"), Domain::Ipv4(Ipv4Addr::new(192, 0, 2, 7))];
    assert_eq!(domains.into_iter().collect::<DomainSet>(), set("example.com\n192.0.2.7"));
    assert!(!DomainSetFault::InvisibleCharacter.to_string().is_empty());
}
