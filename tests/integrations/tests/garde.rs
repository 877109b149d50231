//! Rules for garde.

use garde::Validate;

#[derive(Validate)]
struct Strict {
    #[garde(custom(normail::garde::strict))]
    email: String,
}

#[derive(Validate)]
struct Repaired {
    #[garde(inner(custom(normail::garde::repaired)))]
    email: Option<&'static str>,
}

/// What is said of the one field.
fn report(value: &impl Validate<Context = ()>) -> Option<String> {
    value.validate().err().map(|report| report.to_string())
}

#[test]
fn strict_accepts_what_parse_does() {
    for email in ["ana@example.com", "josé@bücher.example", " ana@example.com", "root@localhost", ""] {
        let expected = normail::parse(email).err().map(|error| format!("email: {error}\n"));
        assert_eq!(report(&Strict { email: email.into() }), expected, "{email}");
    }
}

#[test]
fn repaired_accepts_what_needs_no_question() {
    for email in ["ana@example.com", " Ana <ana@example.com>,"] {
        assert_eq!(report(&Repaired { email: Some(email) }), None, "{email}");
    }
    assert_eq!(report(&Repaired { email: None }), None);
}

#[test]
fn repaired_says_what_to_ask() {
    let said = report(&Repaired { email: Some("ana@@example.com") });
    assert_eq!(said.as_deref(), Some("email: More than one @: remove one? Did you mean ana@example.com?\n"));
}

/// Whatever a form's own context is.
#[test]
fn any_context_will_do() {
    struct Settings;
    assert!(normail::garde::strict("ana@example.com", &Settings).is_ok());
    assert!(normail::garde::repaired(&String::from("ana"), "settings").is_err());
}
