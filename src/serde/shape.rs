//! The fields of what was found: their names, their order. None is ever left out, so that formats without names can
//! hold them.

use core::ops::Range;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::utf16::Utf16;
use crate::address::EmailAddress;
use crate::finding::{Edit, Finding, Fix, Language, ParseError, Severity};
use crate::inspect::{Inspection, ListMember};

/// What a value does not know itself.
pub(super) struct Context<'a> {
    pub(super) language: Language,
    /// Of the input, where it is known.
    pub(super) utf16: Option<Utf16<'a>>,
}

/// A value and what it does not know.
pub(super) struct Shape<'a, T: ?Sized> {
    pub(super) value: &'a T,
    pub(super) context: &'a Context<'a>,
}

impl<'a, T: ?Sized> Shape<'a, T> {
    fn of<U: ?Sized>(&self, value: &'a U) -> Shape<'a, U> {
        Shape { value, context: self.context }
    }

    fn span(&self, bytes: Range<usize>) -> Span {
        let utf16 = self.context.utf16.as_ref();
        Span { utf16: utf16.map(|utf16| utf16.offset(bytes.start)..utf16.offset(bytes.end)), bytes }
    }
}

impl Serialize for Shape<'_, Inspection<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (address, suggestion) = (self.value.address(), self.value.suggestion());
        let mut fields = serializer.serialize_struct("Inspection", 8)?;
        fields.serialize_field("input", self.value.input())?;
        fields.serialize_field("verdict", &self.value.verdict())?;
        fields.serialize_field("address", &address)?;
        fields.serialize_field("address_unicode", &address.map(EmailAddress::to_unicode))?;
        fields.serialize_field("suggestion", &suggestion)?;
        fields.serialize_field("suggestion_unicode", &suggestion.map(EmailAddress::to_unicode))?;
        fields.serialize_field("display_name", &self.value.display_name())?;
        fields.serialize_field("findings", &self.of(self.value.findings()))?;
        fields.end()
    }
}

impl Serialize for Shape<'_, ListMember<'_>> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let offset = Offset { bytes: self.value.offset(), utf16: self.value.utf16_offset() };
        let mut fields = serializer.serialize_struct("ListMember", 3)?;
        fields.serialize_field("offset", &offset)?;
        fields.serialize_field("inspection", &self.of(self.value.inspection()))?;
        fields.serialize_field("group", &self.value.group())?;
        fields.end()
    }
}

impl Serialize for Shape<'_, Finding> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Finding", 5)?;
        fields.serialize_field("code", &self.value.kind())?;
        fields.serialize_field("severity", &self.value.severity())?;
        fields.serialize_field("span", &self.span(self.value.span()))?;
        fields.serialize_field("message", &self.value.message(self.context.language))?;
        fields.serialize_field("fix", &self.value.fix().map(|fix| self.of(fix)))?;
        fields.end()
    }
}

/// The fields of a finding, and two more: whoever shows the one can show the other.
impl Serialize for Shape<'_, ParseError> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("ParseError", 7)?;
        fields.serialize_field("code", &self.value.kind())?;
        fields.serialize_field("severity", &Severity::Error)?;
        fields.serialize_field("span", &self.span(self.value.span()))?;
        fields.serialize_field("message", &self.value.message(self.context.language))?;
        fields.serialize_field("fix", &None::<Fix>)?;
        fields.serialize_field("found", &self.value.found())?;
        fields.serialize_field("reading", &self.value.reading())?;
        fields.end()
    }
}

impl Serialize for Shape<'_, Fix> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Fix", 2)?;
        fields.serialize_field("applicability", &self.value.applicability())?;
        fields.serialize_field("edits", &self.of(self.value.edits()))?;
        fields.end()
    }
}

impl Serialize for Shape<'_, Edit> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Edit", 2)?;
        fields.serialize_field("span", &self.span(self.value.span()))?;
        fields.serialize_field("replacement", self.value.replacement())?;
        fields.end()
    }
}

impl<'a, T> Serialize for Shape<'a, [T]>
where
    Shape<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.value.iter().map(|value| self.of(value)))
    }
}

/// Where something is, in each of the units.
struct Span {
    bytes: Range<usize>,
    utf16: Option<Range<usize>>,
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Span", 2)?;
        fields.serialize_field("bytes", &self.bytes)?;
        fields.serialize_field("utf16", &self.utf16)?;
        fields.end()
    }
}

/// Where a member starts, in each of the units.
struct Offset {
    bytes: usize,
    utf16: usize,
}

impl Serialize for Offset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Offset", 2)?;
        fields.serialize_field("bytes", &self.bytes)?;
        fields.serialize_field("utf16", &self.utf16)?;
        fields.end()
    }
}
