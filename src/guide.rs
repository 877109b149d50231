//! The guide: recipes, the findings one by one, what is commonly believed of e-mail addresses, and how to come from
//! other crates. It holds no code, and is no part of a build.
//!
//! | chapter | for |
//! | --- | --- |
//! | [`sign_up`] | a form: store, ask, and what to store with a doubt |
//! | [`import`] | a list of customers from a file |
//! | [`headers`] | `From`, `To`, `Cc`: names, groups, comments |
//! | [`accounts`] | log-in, look-up, twins: what to compare, and what a database may not decide |
//! | [`domain_lists`] | lists of domains and hosts that an administrator pastes |
//! | [`services`] | errors to the callers of an API, logs, threads |
//! | [`findings`] | every finding with an example |
//! | [`falsehoods`] | what is commonly believed of addresses, and what the standards say |
//! | [`migration`] | from email_address, validator, garde and lettre |

#[doc = include_str!("guide/sign_up.md")]
pub mod sign_up {}

#[doc = include_str!("guide/import.md")]
pub mod import {}

#[doc = include_str!("guide/headers.md")]
pub mod headers {}

#[doc = include_str!("guide/accounts.md")]
pub mod accounts {}

#[doc = include_str!("guide/domain_lists.md")]
pub mod domain_lists {}

#[doc = include_str!("guide/services.md")]
pub mod services {}

/// Every finding, with an example, by [`FindingKind`](crate::FindingKind).
///
/// The table is written by the crate itself, and a test compares it. What does not depend on the input alone is in
/// parentheses: a policy other than [`Policy::form`](crate::Policy::form), a set of domains. An *automatic* fix is
/// applied in the address, a *confirm* fix in the suggestion ([`Applicability`](crate::Applicability)); where a fix, a
/// severity or a sentence depends on the input, one case is shown.
///
/// A character that nobody sees stands as `⟨U+200B⟩`. What else is found in the same input, such as the note
/// `special-use-domain` in every `example.com`, is left out.
#[doc = include_str!("guide/findings.md")]
pub mod findings {}

#[doc = include_str!("guide/falsehoods.md")]
pub mod falsehoods {}

#[doc = include_str!("guide/migration.md")]
pub mod migration {}
