//! What to do with what was sent: pure, so that it can be tested without a server.

use normail::{EmailAddress, Finding, Inspection, Verdict, inspect};
use serde::Deserialize;

/// The fields of the form, both as untrusted as everything that is sent.
#[derive(Deserialize)]
pub(crate) struct Submission {
    /// What the person wrote. A form without it is a form with nothing in it.
    #[serde(default)]
    pub(crate) email: String,
    /// The address that the person agreed to when asked about `email`: the text of the button that was pressed.
    pub(crate) agreed: Option<String>,
}

/// An address to store, and what was doubtful about it when the person agreed to it all the same.
#[derive(Debug, PartialEq)]
pub(crate) struct SignUp {
    pub(crate) address: EmailAddress,
    /// Codes of findings. Normalising can make plain what was doubtful, so the address alone would not tell.
    pub(crate) doubts: Vec<&'static str>,
}

/// What to store, or nothing where the person has to be asked.
///
/// `agreed` is trusted for nothing but the choice: it has to be one of the two addresses that inspecting the text gives
/// *now*, or the question is asked again.
pub(crate) fn decide(inspection: &Inspection<'_>, agreed: Option<&str>) -> Option<SignUp> {
    let is_agreed = |address: &&EmailAddress| agreed == Some(address.as_str());
    if matches!(inspection.verdict(), Verdict::Clean | Verdict::Repaired) {
        return inspection.address().map(|address| SignUp { address: address.clone(), doubts: Vec::new() });
    }
    if let Some(kept) = inspection.address().filter(is_agreed) {
        return Some(SignUp { address: kept.clone(), doubts: doubts(inspection) });
    }
    // A suggestion was parsed, not judged.
    let taken = inspection.suggestion().filter(is_agreed)?;
    Some(SignUp { address: taken.clone(), doubts: doubts(&inspect(taken.as_str())) })
}

fn doubts(inspection: &Inspection<'_>) -> Vec<&'static str> {
    inspection.doubts().map(Finding::code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(email: &str, agreed: Option<&str>) -> Option<(String, Vec<&'static str>)> {
        let sign_up = decide(&inspect(email), agreed)?;
        Some((sign_up.address.into_string(), sign_up.doubts))
    }

    #[test]
    fn what_has_one_reading_is_stored_unasked() {
        for email in
            ["ana@example.com", "ana@example.com\u{A0}", "an\u{200B}a@example.com", " <ana@EXAMPLE.com>"]
        {
            assert_eq!(decided(email, None), Some(("ana@example.com".into(), vec![])), "{email:?}");
        }
    }

    #[test]
    fn what_is_doubtful_or_no_address_is_asked_about() {
        for email in [
            "\u{430}na@example.com",
            "ana@gmial.com",
            "ana@@example.com",
            "ana@example.com, eva@example.com",
            "",
        ] {
            assert_eq!(decided(email, None), None, "{email:?}");
        }
    }

    #[test]
    fn what_was_agreed_to_is_stored_with_its_doubts() {
        for (email, agreed, doubts) in [
            ("ana@gmial.com", "ana@gmail.com", vec![]),
            ("ana@gmial.com", "ana@gmial.com", vec!["domain-typo"]),
            ("ana@@example.com", "ana@example.com", vec![]),
            ("\u{430}na@example.com", "\u{430}na@example.com", vec!["mixed-script"]),
            ("ana@\u{FB01}nance.com", "ana@finance.com", vec!["compatibility-character"]),
            ("ana@@example.test", "ana@example.test", vec!["special-use-domain"]),
        ] {
            assert_eq!(decided(email, Some(agreed)), Some((agreed.into(), doubts)), "{email:?} {agreed:?}");
        }
    }

    #[test]
    fn nothing_else_can_be_agreed_to() {
        for (email, agreed) in [
            ("ana@gmial.com", "eve@example.com"),
            ("ana@gmial.com", ""),
            ("ana@gmial.com", " ana@gmail.com"),
            ("ana@@example.com", "ana@@example.com"),
            ("ana@example.com, eva@example.com", "eva@example.com"),
        ] {
            assert_eq!(decided(email, Some(agreed)), None, "{email:?} {agreed:?}");
        }
        assert_eq!(
            decided("ana@example.com", Some("eve@example.com")),
            Some(("ana@example.com".into(), vec![]))
        );
    }
}
