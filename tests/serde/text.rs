//! Addresses, keys and sets of domains.

use normail::{DomainSet, EmailAddress, parse};

use super::round_trips;

#[test]
fn an_address_is_its_text() {
    let address = parse("Ana@BÜCHER.example").expect("an address");
    let json = serde_json::to_string(&address).expect("text");
    assert_eq!(json, "\"Ana@xn--bcher-kva.example\"");
    assert_eq!(round_trips(&address), [address.clone(), address]);
}

/// email_address 5: a derived `Deserialize` skipped validation.
#[test]
fn email_address_5_what_is_read_is_parsed() {
    for json in ["\"ana\"", "\" ana@example.com\"", "\"ana@localhost\"", "7", "null"] {
        assert!(serde_json::from_str::<EmailAddress>(json).is_err(), "{json}");
    }
    let error = serde_json::from_str::<EmailAddress>("\"ana@exam ple.com\"").expect_err("a space");
    assert!(error.to_string().starts_with("a space inside the address"), "{error}");
    let bytes = postcard::to_allocvec("ana@localhost").expect("text");
    assert!(postcard::from_bytes::<EmailAddress>(&bytes).is_err());
}

#[test]
fn a_set_is_its_list() {
    let set: DomainSet = ".example.com\n192.0.2.0/24\n".parse().expect("two entries");
    let json = serde_json::to_string(&set).expect("text");
    assert_eq!(json, "\".example.com\\n192.0.2.0/24\\n\"");
    assert_eq!(round_trips(&set), [set.clone(), set]);
    assert!(serde_json::from_str::<DomainSet>("\"192.0.2.1/24\"").is_err());
}

#[test]
fn keys_are_text() {
    let address = parse("Ana.Perez@gmail.com").expect("an address");
    let json = serde_json::to_string(&(address.dedup_key(), address.skeleton())).expect("text");
    let [key, skeleton]: [String; 2] = serde_json::from_str(&json).expect("two texts");
    assert!(address.dedup_key() == key.as_str() && address.skeleton() == skeleton.as_str());
}
