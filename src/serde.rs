//! Reading and writing with [serde](https://serde.rs): addresses as text, inspections as what a front end can render.
//!
//! # Text
//!
//! An [`EmailAddress`](crate::EmailAddress), a [`DomainSet`](crate::DomainSet), a [`DedupKey`](crate::DedupKey) and a
//! [`Skeleton`](crate::Skeleton) are their text, in every format. What is read is parsed strictly, by
//! [`Policy::form`](crate::Policy::form): what was stored is no more trusted than what was typed. Keys are not read,
//! for they are made from addresses alone; compare them with stored text.
//!
//! Modules for `#[serde(with = "…")]` read what another policy takes, or what has no other reading. Each serves a
//! field that is an address, or an `Option` or a `Vec` of them; an `Option` needs `#[serde(default)]` too, where the
//! field may be missing.
//!
//! | module | takes |
//! | --- | --- |
//! | [`smtp`], [`header`], [`html`] | what that policy's strict parse takes |
//! | [`repaired`] | what [`inspect`](crate::inspect) finds [`Clean`](crate::Verdict::Clean) or [`Repaired`](crate::Verdict::Repaired); the error says what to ask, and names the suggestion |
//!
//! ```
//! use normail::EmailAddress;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize, Serialize)]
//! struct SignUp {
//!     #[serde(with = "normail::serde::repaired")]
//!     email: EmailAddress,
//!     #[serde(default, with = "normail::serde::smtp")]
//!     bounces: Option<EmailAddress>,
//! }
//!
//! let sign_up: SignUp = serde_json::from_str(r#"{"email": " Ana <ana@example.com>"}"#)?;
//! assert_eq!(serde_json::to_string(&sign_up)?, r#"{"email":"ana@example.com","bounces":null}"#);
//!
//! let error = serde_json::from_str::<SignUp>(r#"{"email": "ana@gmial.com"}"#).err().unwrap();
//! assert!(error.to_string().contains("Did you mean ana@gmail.com?"));
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! With a policy of one's own it is two lines:
//!
//! ```
//! use normail::{EmailAddress, Policy};
//! use serde::{Deserialize, Deserializer, de::Error};
//!
//! const INTRANET: Policy = Policy::form().single_label_domain(true);
//!
//! fn intranet<'de, D: Deserializer<'de>>(deserializer: D) -> Result<EmailAddress, D::Error> {
//!     let text = String::deserialize(deserializer)?;
//!     INTRANET.parse(&text).map_err(D::Error::custom)
//! }
//!
//! #[derive(Deserialize)]
//! struct Account {
//!     #[serde(deserialize_with = "intranet")]
//!     email: EmailAddress,
//! }
//!
//! let account: Account = serde_json::from_str(r#"{"email": "ana@intranet"}"#)?;
//! assert_eq!(account.email.as_str(), "ana@intranet");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # What was found
//!
//! An [`Inspection`](crate::Inspection), a [`ListMember`](crate::ListMember), a [`Finding`](crate::Finding), a
//! [`Fix`](crate::Fix), an [`Edit`](crate::Edit) and a [`ParseError`](crate::ParseError) are written, and not read: they
//! speak of an input that is somewhere else. The names of the fields are stable, and none is ever left out, so that
//! formats without names can hold them; a later release may add fields, behind the others.
//!
//! ```
//! let inspection = normail::inspect("Zoë@gmial.com ");
//! assert_eq!(
//!     serde_json::to_value(&inspection)?,
//!     serde_json::json!({
//!         "input": "Zoë@gmial.com ",
//!         "verdict": "doubtful",
//!         "address": "Zoë@gmial.com",
//!         "address_unicode": "Zoë@gmial.com",
//!         "suggestion": "Zoë@gmail.com",
//!         "suggestion_unicode": "Zoë@gmail.com",
//!         "display_name": null,
//!         "findings": [
//!             {
//!                 "code": "domain-typo",
//!                 "severity": "warning",
//!                 "span": {"bytes": {"start": 5, "end": 14}, "utf16": {"start": 4, "end": 13}},
//!                 "message": "A domain that may be mistyped: did you mean \"gmail.com\"?",
//!                 "fix": {
//!                     "applicability": "confirm",
//!                     "edits": [
//!                         {
//!                             "span": {"bytes": {"start": 5, "end": 14}, "utf16": {"start": 4, "end": 13}},
//!                             "replacement": "gmail.com",
//!                         },
//!                     ],
//!                 },
//!             },
//!             {
//!                 "code": "trailing-space",
//!                 "severity": "note",
//!                 "span": {"bytes": {"start": 14, "end": 15}, "utf16": {"start": 13, "end": 14}},
//!                 "message": "A space after the address is left out.",
//!                 "fix": {
//!                     "applicability": "automatic",
//!                     "edits": [
//!                         {
//!                             "span": {"bytes": {"start": 14, "end": 15}, "utf16": {"start": 13, "end": 14}},
//!                             "replacement": "",
//!                         },
//!                     ],
//!                 },
//!             },
//!         ],
//!     }),
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! - `span.bytes` counts as Rust does, `span.utf16` as JavaScript: `input.slice(span.utf16.start, span.utf16.end)`.
//!   Where the input is not known, as with a [`Finding`](crate::Finding) that is written alone, `span.utf16` is `null`;
//!   see [`Localized::within`].
//! - `address` and `suggestion` are to be stored and sent to; `address_unicode` and `suggestion_unicode` are to be
//!   shown ([`EmailAddress::to_unicode`](crate::EmailAddress::to_unicode)). Do not decode A-labels in the browser: what
//!   is a spoof would look right.
//! - `input` and `display_name` are what somebody typed: escape them.
//! - A finding takes some 350 bytes, and 4 KiB of hostile text can have a thousand. A form that never takes more than a
//!   few hundred bytes does well to say so before it inspects.
//! - `message` is English. [`Localized`] writes the same with another language, one at a time: that is how an HTTP
//!   answer has its language, and what is written does not grow with each language that the crate learns. Who keeps
//!   what is written keeps the `code`, by which it can be said again in any language.
//! - A member of a list is `{"offset": {"bytes": 31, "utf16": 31}, "inspection": {…}}`, its spans those of its own text.
//! - A `ParseError` has the fields of a finding, `severity` always `error` and `fix` always `null`, then `found` (a
//!   character, or `null` at the end) and `reading`, so that one piece of code renders both.
//!
//! # Words
//!
//! These are words in every format, and are read too: a [`FindingKind`](crate::FindingKind) is its code, a
//! [`Verdict`](crate::Verdict) `clean`, `repaired`, `doubtful` or `rejected`, a [`Severity`](crate::Severity) `note`,
//! `warning` or `error`, an [`Applicability`](crate::Applicability) `automatic` or `confirm`, a
//! [`Part`](crate::Part) its variant's words (`local-part`), a [`Language`](crate::Language) its tag (`en`, `es`).

mod doors;
mod field;
mod localized;
mod shape;
mod text;
mod utf16;
mod words;

pub use doors::{header, html, repaired, smtp};
pub use field::Field;
pub use localized::Localized;
