//! Rules for validator.

use serde_json::{Value, json};
use validator::Validate;

#[derive(Validate)]
struct Strict {
    #[validate(custom(function = "normail::validator::strict"))]
    email: String,
}

#[derive(Validate)]
struct Repaired {
    #[validate(custom(function = "normail::validator::repaired"))]
    email: Option<&'static str>,
}

/// What is said of the one field, as an API would answer.
fn report(value: &impl Validate) -> Value {
    match value.validate() {
        Ok(()) => Value::Null,
        Err(errors) => serde_json::to_value(errors).expect("JSON takes it")["email"].take(),
    }
}

#[test]
fn strict_accepts_what_parse_does() {
    for email in ["ana@example.com", "josé@bücher.example"] {
        assert_eq!(report(&Strict { email: email.into() }), Value::Null, "{email}");
    }
}

/// python-email-validator 147: messages were the only interface.
#[test]
fn python_email_validator_147_an_error_has_a_code_a_span_and_a_message() {
    let said = json!([{
        "code": "inner-space",
        "message": "a space inside the address (found ' ' while reading the domain)",
        "params": {"start": 8, "end": 9, "value": "ana@exam ple.com"},
    }]);
    assert_eq!(report(&Strict { email: "ana@exam ple.com".into() }), said);
}

/// Keats/validator 349, 381: `john.doe@gmail` is valid by the crate's own rule.
#[test]
fn keats_validator_381_a_single_label_is_refused() {
    let said = report(&Strict { email: "john.doe@gmail".into() });
    assert_eq!(said[0]["code"], "single-label-domain");
    let said = report(&Repaired { email: Some("john.doe@gmail") });
    assert_eq!(said[0]["params"]["suggestion"], "john.doe@gmail.com");
}

#[test]
fn repaired_accepts_what_needs_no_question() {
    for email in ["ana@example.com", " Ana <ana@example.com>,"] {
        assert_eq!(report(&Repaired { email: Some(email) }), Value::Null, "{email}");
    }
    assert_eq!(report(&Repaired { email: None }), Value::Null);
}

#[test]
fn repaired_says_what_to_ask() {
    let said = json!([{
        "code": "multiple-at",
        "message": "More than one @: remove one? Did you mean ana@example.com?",
        "params": {"start": 5, "end": 6, "suggestion": "ana@example.com", "value": " ana@@example.com"},
    }]);
    assert_eq!(report(&Repaired { email: Some(" ana@@example.com") }), said);
    let said = report(&Repaired { email: Some("ana") });
    assert_eq!(said[0]["params"], json!({"start": 3, "end": 3, "value": "ana"}));
}
