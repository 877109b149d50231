//! What was found, in a language, with the input that it speaks of.

use serde::{Serialize, Serializer};

use super::shape::{Context, Shape};
use super::utf16::Utf16;
use crate::finding::{Edit, Finding, Fix, Language, ParseError};
use crate::inspect::{Inspection, ListMember};

/// Writes an [`Inspection`], a [`ListMember`] or a slice of them, a [`Finding`] or a [`ParseError`] as it is written
/// without this, with its messages in another language.
///
/// ```
/// use normail::serde::Localized;
/// use normail::{Language, inspect};
///
/// let inspection = inspect("ana@gmail.com ");
/// let json = serde_json::to_value(Localized::new(&inspection, Language::Spanish))?;
/// assert_eq!(json["findings"][0]["message"], "Se omite un espacio después de la dirección.");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug)]
pub struct Localized<'a, T: ?Sized> {
    value: &'a T,
    language: Language,
    input: Option<&'a str>,
}

impl<'a, T: ?Sized> Localized<'a, T> {
    /// The value with its messages in `language`.
    #[must_use]
    pub fn new(value: &'a T, language: Language) -> Self {
        Self { value, language, input: None }
    }

    /// Says what input a [`Finding`] or a [`ParseError`] is about, so that its spans can be written in UTF-16 code
    /// units too. An inspection knows its own.
    ///
    /// ```
    /// use normail::Language;
    /// use normail::serde::Localized;
    ///
    /// let input = "Zoë @example.com";
    /// let error = normail::parse(input).unwrap_err();
    /// let json = serde_json::to_value(Localized::new(&error, Language::English).within(input))?;
    /// assert_eq!(
    ///     json,
    ///     serde_json::json!({
    ///         "code": "space-around-at",
    ///         "severity": "error",
    ///         "span": {"bytes": {"start": 4, "end": 5}, "utf16": {"start": 3, "end": 4}},
    ///         "message": "a space beside the @ (found ' ' while reading the local part)",
    ///         "fix": null,
    ///         "found": " ",
    ///         "reading": "local-part",
    ///     }),
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn within(mut self, input: &'a str) -> Self {
        self.input = Some(input);
        self
    }

    fn context(&self, input: Option<&'a str>) -> Context<'a> {
        Context { language: self.language, utf16: input.map(Utf16::of) }
    }
}

impl<T: ?Sized> Clone for Localized<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Localized<'_, T> {}

/// Each of these is written in English where nothing is said.
macro_rules! serialize_localized {
    ($($type:ty: $input:expr,)+) => {$(
        impl Serialize for Localized<'_, $type> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let input: for<'a> fn(&Localized<'a, $type>) -> Option<&'a str> = $input;
                let context = self.context(input(self));
                Shape { value: self.value, context: &context }.serialize(serializer)
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Localized::new(self, Language::English).serialize(serializer)
            }
        }
    )+};
}

serialize_localized! {
    Inspection<'_>: |it| Some(it.value.input()),
    ListMember<'_>: |it| Some(it.value.inspection().input()),
    Finding: |it| it.input,
    Fix: |it| it.input,
    Edit: |it| it.input,
    ParseError: |it| it.input,
}

/// Each member of a list.
impl Serialize for Localized<'_, [ListMember<'_>]> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.value.iter().map(|member| Localized::new(member, self.language)))
    }
}
