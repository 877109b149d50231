//! What a plain loop over `inspect` answers, as text.

use normail::{Finding, Language, Policy};

/// An answer in words: a flag as `true` or `false`, a list with a space between its members.
pub type Cell = Option<String>;

/// The names of the functions that have one answer, in the order of the struct of `email_inspect`.
pub const FUNCTIONS: [&str; 10] = [
    "email_is_valid",
    "email_address",
    "email_suggestion",
    "email_verdict",
    "email_codes",
    "email_message",
    "email_domain",
    "email_provider",
    "email_key",
    "email_skeleton",
];

/// The answers of [`FUNCTIONS`] about one text.
pub fn answers(policy: &Policy, language: Language, text: Option<&str>) -> [Cell; FUNCTIONS.len()] {
    let Some(text) = text else { return [const { None }; FUNCTIONS.len()] };
    let inspection = policy.inspect(text);
    let address = inspection.address();
    let codes: Vec<&str> = inspection.findings().iter().map(Finding::code).collect();
    let sentences: Vec<String> =
        inspection.findings().iter().map(|finding| finding.message(language)).collect();
    [
        Some(policy.is_valid(text).to_string()),
        address.map(ToString::to_string),
        inspection.suggestion().map(ToString::to_string),
        Some(format!("{:?}", inspection.verdict())),
        Some(codes.join(" ")),
        Some(sentences.join(" ")).filter(|sentences| !sentences.is_empty()),
        address.map(|address| address.domain().to_string()),
        address.and_then(|address| address.provider().map(str::to_owned)),
        address.map(|address| policy.dedup_key(address).to_string()),
        address.map(|address| address.skeleton().to_string()),
    ]
}
