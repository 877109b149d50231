//! normail beside the crates that do a part of what it does: the same inputs, each crate by its own doors.
//!
//! # What each of them does
//!
//! | door | takes | sizes | domain | gives |
//! | --- | --- | --- | --- | --- |
//! | `normail::is_valid`, `EmailAddress::parse` | RFC 6531 without quotes and literals | all | IDNA, two labels | one text: NFC, A-labels |
//! | `normail::AddrSpec::parse`, `Rfc5321` | RFC 5321 | all | host name or literal | spans of the input |
//! | `normail::inspect` | anything | all | as `parse` | every finding, the repaired address, a suggestion |
//! | `email_address` | RFC 5322 with UTF-8, a name before `<…>` | all | letters and digits of any script, literals | the text as it is; `is_valid` is `from_str` |
//! | `email-address-parser`, 2 and 3 | RFC 5322 with UTF-8, white space around atoms | none | any atoms, literals | both parts as they are |
//! | `lettre::Address` | `email_address`'s local part | local part, label, domain | `email_address`'s, literals, IDNA for the rest | the text as it is |
//! | `addr-spec` | RFC 5322 with UTF-8 | none | any atoms | both parts: NFC |
//! | `fast_chemail` | ASCII atoms | local part, label, domain | letters, digits, hyphens, two labels | nothing; `is_valid_email` is `parse_email` |
//! | `validator` | HTML | local part, label, domain | letters, digits, hyphens, IPv4 literals, IDNA for the rest | yes or no |
//! | `structured_email_address::is_smtp_mailbox` | RFC 5321 | all | host name or literal | yes or no |
//! | `structured_email_address::EmailAddress` | RFC 5322 with UTF-8, comments | all | IDNA, two labels | both parts: NFC, A-labels; the tag, the input, whether the provider is free |
//!
//! So NFC is `addr-spec`'s, `structured-email-address`'s and normail's work alone, IDNA that of the last two and, where
//! a domain is not ASCII, `lettre`'s and `validator`'s; on what is not ASCII these two are most of it. Of those that take
//! such a local part only normail refuses unseen characters and bidi controls in it, and only `inspect` repairs.
//!
//! # How it is measured
//!
//! Every door is given the same lines, as it would be in a program: nothing is reused from one to the next but what the
//! crate itself offers to keep (a policy, a config). Both the line and the result go through a black box; what is
//! returned is dropped within what is measured. `benches/README.md` has the commands.

mod doors;
mod rounds;

pub use doors::{Door, doors, table_scan};
pub use rounds::{interleaved, median};

use normail_instructions::{CLEAN, INTERNATIONAL, INVALID, LONG, MIXED, lines};

/// The corpora, by name.
pub fn corpora() -> [(&'static str, Vec<&'static str>); 5] {
    [
        ("clean", CLEAN),
        ("mixed", MIXED),
        ("international", INTERNATIONAL),
        ("invalid", INVALID),
        ("long", LONG),
    ]
    .map(|(name, corpus)| (name, lines(corpus)))
}
