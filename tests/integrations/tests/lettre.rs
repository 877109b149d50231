//! To lettre's addresses and back.

use lettre::Address;
use lettre::address::{AddressError, Envelope};
use lettre::message::{Mailbox, Message};
use normail::{EmailAddress, FindingKind, Policy};

fn parsed(input: &str) -> EmailAddress {
    Policy::smtp().parse(input).unwrap_or_else(|error| panic!("{input}: {error}"))
}

const INPUTS: [&str; 17] = [
    "ana@example.com",
    "o'neil@example.ie",
    "!#$%&'*+/=?^_`{|}~-@example.com",
    "root@localhost",
    "José@bücher.example",
    "мария@пример.рф",
    "उपयोगकर्ता@उदाहरण.भारत",
    "\"ana maria\"@example.com",
    "\"josé maria\"@example.com",
    "\"ana@home\"@example.com",
    "\"<ana>, bob; (eva):\"@example.com",
    "\"a\\\"b\\\\c\"@example.com",
    "\".\"@example.com",
    "ana@[192.0.2.1]",
    "ana@[IPv6:2001:db8::1]",
    "\"ana maria\"@[IPv6:::1]",
    "ana@[x-tag:content]",
];

/// lettre pull 1155: quoted local parts and literals do not survive the round trip.
#[test]
fn lettre_1155_every_address_survives_the_round_trip() {
    for input in INPUTS {
        let address = parsed(input);
        let theirs = Address::try_from(&address).unwrap_or_else(|error| panic!("{input}: {error}"));
        assert_eq!(theirs.to_string(), address.as_str());
        assert_eq!(theirs.user(), address.local_part(), "{input}");
        assert_eq!(EmailAddress::try_from(&theirs).as_ref(), Ok(&address));
        assert_eq!(Address::try_from(address.clone()).as_ref(), Ok(&theirs), "{input}");
        assert_eq!(EmailAddress::try_from(theirs), Ok(address));
    }
}

#[test]
fn a_message_with_its_envelope_goes_to_every_address() {
    let us: Mailbox = "Us <us@example.com>".parse().expect("a mailbox");
    for input in INPUTS {
        let theirs = Address::try_from(parsed(input)).unwrap_or_else(|error| panic!("{input}: {error}"));
        let envelope = Envelope::new(Some(us.email.clone()), vec![theirs.clone()]).expect("a recipient");
        let message = Message::builder()
            .from(us.clone())
            .to(Mailbox::new(Some("Ana".into()), theirs.clone()))
            .envelope(envelope)
            .body(String::new())
            .unwrap_or_else(|error| panic!("{input}: {error}"));
        assert_eq!(message.envelope().to(), [theirs], "{input}");
    }
}

#[test]
fn what_lettre_does_not_take_is_its_error() {
    let dots = Policy::html().parse("ana..maria@example.com").expect("a browser takes it");
    let long = Policy::form().long_local_part(true).parse(&format!("{}@example.com", "a".repeat(65)));
    for address in [parsed("\"\"@example.com"), dots, long.expect("it is allowed")] {
        assert_eq!(Address::try_from(&address), Err(AddressError::InvalidUser), "{address}");
    }
}

/// lettre takes an IP address without its brackets.
#[test]
fn what_is_no_address_does_not_come_back() {
    let theirs: Address = "ana@192.0.2.1".parse().expect("lettre takes it");
    let error = EmailAddress::try_from(&theirs).expect_err("a literal has brackets");
    assert_eq!(error.kind(), FindingKind::NumericTld);
}

#[test]
fn what_comes_back_is_normalised() {
    let theirs: Address = "\"ana\"@BÜCHER.example".parse().expect("lettre takes it");
    assert_eq!(EmailAddress::try_from(theirs).expect("an address").as_str(), "ana@xn--bcher-kva.example");
}
