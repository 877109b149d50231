//! The modules for `#[serde(with = "…")]`.

use normail::{EmailAddress, Policy};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::round_trips;

macro_rules! field {
    ($name:ident, $with:literal) => {
        #[derive(Debug, Deserialize, PartialEq, Serialize)]
        struct $name {
            #[serde(with = $with)]
            one: EmailAddress,
            #[serde(default, with = $with)]
            perhaps: Option<EmailAddress>,
            #[serde(default, with = $with)]
            many: Vec<EmailAddress>,
            #[serde(default, with = $with)]
            perhaps_many: Option<Vec<EmailAddress>>,
        }
    };
}

field!(Smtp, "normail::serde::smtp");
field!(Header, "normail::serde::header");
field!(Html, "normail::serde::html");
field!(Repaired, "normail::serde::repaired");

/// What a door makes of a text in the one field that has to be there.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::json!({ "one": text })).map_err(|error| error.to_string())
}

#[test]
fn a_door_takes_what_its_policy_takes() {
    let inputs = [
        "ana@example.com",
        "root@localhost",
        "\"ana maria\"@example.com",
        "ana@[IPv6:2001:db8::1]",
        "ana (at work) @ example.com",
        "ana..maria@example.com",
        "josé@bücher.example",
        " ana@example.com",
        "ana",
    ];
    for input in inputs {
        assert_eq!(
            read(input).map(|field: Smtp| field.one).ok(),
            Policy::smtp().parse(input).ok(),
            "{input}"
        );
        assert_eq!(
            read(input).map(|field: Header| field.one).ok(),
            Policy::header().parse(input).ok(),
            "{input}"
        );
        assert_eq!(
            read(input).map(|field: Html| field.one).ok(),
            Policy::html().parse(input).ok(),
            "{input}"
        );
    }
}

#[test]
fn each_kind_of_field_round_trips() {
    let address = |text: &str| Policy::smtp().parse(text).expect("an address");
    let field = Smtp {
        one: address("root@localhost"),
        perhaps: Some(address("\"ana maria\"@example.com")),
        many: vec![address("ana@[192.0.2.1]"), address("josé@example.com")],
        perhaps_many: Some(vec![]),
    };
    for back in round_trips(&field) {
        assert_eq!(back, field);
    }
    let field = Smtp { perhaps: None, perhaps_many: None, ..field };
    for back in round_trips(&field) {
        assert_eq!(back, field);
    }
}

#[test]
fn what_is_missing_is_nothing() {
    let field: Html = read("ana@example.com").expect("an address");
    assert_eq!((field.perhaps, field.many, field.perhaps_many), (None, vec![], None));
}

#[test]
fn one_bad_member_spoils_the_field() {
    let json = serde_json::json!({"one": "ana@example.com", "many": ["bob@example.com", "bob@"]});
    let error = serde_json::from_value::<Smtp>(json).expect_err("no domain");
    assert!(error.to_string().starts_with("nothing after the @"), "{error}");
}

#[test]
fn repaired_takes_what_needs_no_question() {
    for input in ["ana@example.org", " ana@example.org", "Ana <ana@example.org>,", "an\u{200B}a@example.org"]
    {
        let field: Repaired = read(input).unwrap_or_else(|error| panic!("{input}: {error}"));
        assert_eq!(field.one.as_str(), "ana@example.org", "{input}");
    }
}

#[test]
fn repaired_says_what_to_ask() {
    let rows = [
        // Rejected, with a suggestion.
        ("ana@@example.org", "More than one @: remove one? Did you mean ana@example.org?"),
        // Rejected, without one: the notes and warnings beside the error are not told.
        (" ana", "No @ in the address: please check the address."),
        // Doubtful.
        (
            "ana@gmial.com",
            "A domain that may be mistyped: did you mean \"gmail.com\"? Did you mean ana@gmail.com?",
        ),
        ("ana@printer.local", "A reserved domain, which gets no ordinary mail: is it correct?"),
    ];
    for (input, message) in rows {
        let error = read::<Repaired>(input).expect_err(input);
        assert_eq!(error, message, "{input}");
    }
}

/// An input can have a thousand findings of one kind: the answer is not many times as long.
#[test]
fn repaired_tells_each_kind_once() {
    let error = read::<Repaired>(&format!("{}@example.org", "\u{2011}".repeat(20))).expect_err("dashes");
    assert_eq!(error.matches("look-alike").count(), 1, "{error}");
}
