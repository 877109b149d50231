//! A service that is asked to check an address, and one that takes a sign-up: what `tests/serde/` holds in detail, from
//! outside.

use normail::serde::Localized;
use normail::{EmailAddress, Language, Verdict, inspect};
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Deserialize)]
struct SignUp {
    #[serde(with = "normail::serde::repaired")]
    email: EmailAddress,
    #[serde(default)]
    language: Language,
}

#[derive(Serialize)]
struct Answer<'a> {
    verdict: Verdict,
    check: Localized<'a, normail::Inspection<'a>>,
}

#[test]
fn a_sign_up_is_taken_or_says_why() {
    let sign_up: SignUp = serde_json::from_value(json!({"email": " Ana@example.com", "language": "es"}))
        .expect("it is repaired");
    assert_eq!((sign_up.email.as_str(), sign_up.language), ("Ana@example.com", Language::Spanish));
    let error =
        serde_json::from_value::<SignUp>(json!({"email": "ana@example,com"})).err().expect("a question");
    assert!(error.to_string().ends_with("Did you mean ana@example.com?"), "{error}");
}

#[test]
fn an_inspection_is_part_of_an_answer() {
    let inspection = inspect("zoë @gmial.com");
    let check = Localized::new(&inspection, Language::Spanish);
    let answer =
        serde_json::to_value(Answer { verdict: inspection.verdict(), check }).expect("JSON takes it");
    assert_eq!(answer["verdict"], "doubtful");
    assert_eq!(answer["check"]["findings"][0]["message"], "Se omite un espacio junto a la @.");
    assert_eq!(answer["check"]["findings"][0]["span"]["utf16"], json!({"start": 3, "end": 4}));
}
