//! What is a word in every format.

use std::fmt::Debug;

use normail::{Applicability, FindingKind, Language, Part, Severity, Verdict};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::round_trips;

/// Its word, if it comes back from each format.
fn word<T: Serialize + DeserializeOwned + Debug + PartialEq>(value: T) -> String {
    for back in round_trips(&value) {
        assert_eq!(back, value);
    }
    let json = serde_json::to_value(&value).expect("a word");
    json.as_str().unwrap_or_else(|| panic!("{value:?} is a word: {json}")).to_owned()
}

#[test]
fn each_value_has_its_word() {
    let verdicts = [Verdict::Clean, Verdict::Repaired, Verdict::Doubtful, Verdict::Rejected];
    assert_eq!(verdicts.map(word), ["clean", "repaired", "doubtful", "rejected"]);
    assert_eq!([Severity::Note, Severity::Warning, Severity::Error].map(word), ["note", "warning", "error"]);
    assert_eq!([Applicability::Automatic, Applicability::Confirm].map(word), ["automatic", "confirm"]);
    assert_eq!([Language::English, Language::Spanish].map(word), ["en", "es"]);
    let parts = [
        Part::Address,
        Part::LocalPart,
        Part::QuotedString,
        Part::Comment,
        Part::Domain,
        Part::DomainLiteral,
    ];
    let words = ["address", "local-part", "quoted-string", "comment", "domain", "domain-literal"];
    assert_eq!(parts.map(word), words);
}

#[test]
fn a_kind_is_its_code() {
    for kind in FindingKind::ALL {
        assert_eq!(word(*kind), kind.code());
    }
}

#[test]
fn another_word_is_refused() {
    let error = serde_json::from_str::<FindingKind>("\"from-a-later-release\"").expect_err("no such code");
    let message = "invalid value: string \"from-a-later-release\", expected the code of a finding";
    assert!(error.to_string().starts_with(message), "{error}");
    assert!(serde_json::from_str::<Verdict>("\"Clean\"").is_err());
    assert!(serde_json::from_str::<Severity>("0").is_err());
}
