//! Modules for `#[serde(with = "…")]`: one for each door but the common one.

use alloc::string::{String, ToString};

use serde::{Serialize, Serializer};

use crate::address::EmailAddress;
use crate::policy::Policy;

use super::Field;

/// Writes the text of each address.
///
/// # Errors
///
/// The serializer's.
pub fn serialize<T: Field + Serialize, S: Serializer>(field: &T, serializer: S) -> Result<S::Ok, S::Error> {
    field.serialize(serializer)
}

fn strict(policy: &Policy, text: &str) -> Result<EmailAddress, String> {
    policy.parse(text).map_err(|error| error.to_string())
}

/// Reads what [`Policy::smtp`](crate::Policy::smtp)`().parse` takes: quoted local parts, address literals, single labels.
///
/// ```
/// use normail::EmailAddress;
///
/// #[derive(serde::Deserialize, serde::Serialize)]
/// struct Envelope {
///     #[serde(with = "normail::serde::smtp")]
///     recipients: Vec<EmailAddress>,
/// }
///
/// let json = r#"{"recipients":["root@localhost","ana@[192.0.2.1]"]}"#;
/// let envelope: Envelope = serde_json::from_str(json)?;
/// assert_eq!(serde_json::to_string(&envelope)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod smtp {
    use serde::Deserializer;

    use super::{Field, Policy, strict};

    pub use super::serialize;

    /// Reads each address by [`Policy::smtp`].
    ///
    /// # Errors
    ///
    /// The first fault of a text, as [`Policy::parse`] says it, or the deserializer's.
    pub fn deserialize<'de, T: Field, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, |text| strict(&Policy::smtp(), text))
    }
}

/// Reads what [`Policy::header`](crate::Policy::header)`().parse` takes, without its comments and folds.
///
/// ```
/// use normail::EmailAddress;
///
/// #[derive(serde::Deserialize)]
/// struct Message {
///     #[serde(with = "normail::serde::header")]
///     from: EmailAddress,
/// }
///
/// let message: Message = serde_json::from_str(r#"{"from": "ana (at work) @ example.com"}"#)?;
/// assert_eq!(message.from.as_str(), "ana@example.com");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod header {
    use serde::Deserializer;

    use super::{Field, Policy, strict};

    pub use super::serialize;

    /// Reads each address by [`Policy::header`].
    ///
    /// # Errors
    ///
    /// The first fault of a text, as [`Policy::parse`] says it, or the deserializer's.
    pub fn deserialize<'de, T: Field, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, |text| strict(&Policy::header(), text))
    }
}

/// Reads what [`Policy::html`](crate::Policy::html)`().parse` takes: what a browser let through.
///
/// ```
/// use normail::EmailAddress;
///
/// #[derive(serde::Deserialize)]
/// struct Form {
///     #[serde(default, with = "normail::serde::html")]
///     email: Option<EmailAddress>,
/// }
///
/// let form: Form = serde_json::from_str(r#"{"email": "ana..maria@localhost"}"#)?;
/// assert_eq!(form.email.unwrap().as_str(), "ana..maria@localhost");
/// assert_eq!(serde_json::from_str::<Form>("{}")?.email, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod html {
    use serde::Deserializer;

    use super::{Field, Policy, strict};

    pub use super::serialize;

    /// Reads each address by [`Policy::html`].
    ///
    /// # Errors
    ///
    /// The first fault of a text, as [`Policy::parse`] says it, or the deserializer's.
    pub fn deserialize<'de, T: Field, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, |text| strict(&Policy::html(), text))
    }
}

/// Reads what needs no question: what [`inspect`](crate::inspect()) finds [`Clean`](crate::Verdict::Clean) or
/// [`Repaired`](crate::Verdict::Repaired).
///
/// The error is what to ask: the sentences of the findings that keep it from being taken, in English, and the
/// suggestion. Where the person is to be asked in another language, or to be shown where the fault is, read a `String`
/// and [`inspect`](crate::inspect()) it.
///
/// ```
/// use normail::EmailAddress;
///
/// #[derive(Debug, serde::Deserialize)]
/// struct SignUp {
///     #[serde(with = "normail::serde::repaired")]
///     email: EmailAddress,
/// }
///
/// let sign_up: SignUp = serde_json::from_str(r#"{"email": "Ana <ana@EXAMPLE.com>, "}"#)?;
/// assert_eq!(sign_up.email.as_str(), "ana@example.com");
///
/// let error = serde_json::from_str::<SignUp>(r#"{"email": "an a@example.com"}"#).unwrap_err();
/// assert!(error.to_string().starts_with("A space inside the address: remove it? Did you mean ana@example.com?"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod repaired {
    use serde::Deserializer;

    use super::Field;
    use crate::finding::Language;
    use crate::unasked::unasked;

    pub use super::serialize;

    /// Reads each address, repaired.
    ///
    /// # Errors
    ///
    /// What to ask of a text, or the deserializer's.
    pub fn deserialize<'de, T: Field, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, |text| {
            let inspection = crate::inspect(text);
            unasked(&inspection).cloned().map_err(|question| question.message(Language::English))
        })
    }
}
