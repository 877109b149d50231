//! What a module for `#[serde(with = "…")]` reads.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

use crate::address::EmailAddress;

/// Reads one text; the error is for a person.
pub(crate) type Read = fn(&str) -> Result<EmailAddress, String>;

/// The type of a field that [`smtp`](super::smtp), [`header`](super::header), [`html`](super::html) and
/// [`repaired`](super::repaired) can read: an [`EmailAddress`], or an `Option` or a `Vec` of them. It cannot be
/// implemented for others.
pub trait Field: sealed::Sealed + Sized {
    #[doc(hidden)]
    fn read<'de, D: Deserializer<'de>>(deserializer: D, read: Read) -> Result<Self, D::Error>;
}

mod sealed {
    use alloc::vec::Vec;

    pub trait Sealed {}

    impl Sealed for crate::address::EmailAddress {}
    impl<T: Sealed> Sealed for Option<T> {}
    impl<T: Sealed> Sealed for Vec<T> {}
}

impl Field for EmailAddress {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, read: Read) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Reader { read, field: PhantomData::<Self> })
    }
}

impl<T: Field> Field for Option<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, read: Read) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Reader { read, field: PhantomData::<Self> })
    }
}

impl<T: Field> Field for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(deserializer: D, read: Read) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Reader { read, field: PhantomData::<Self> })
    }
}

/// Reads a `T` by a door.
struct Reader<T> {
    read: Read,
    field: PhantomData<T>,
}

impl Visitor<'_> for Reader<EmailAddress> {
    type Value = EmailAddress;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an e-mail address")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<EmailAddress, E> {
        (self.read)(text).map_err(E::custom)
    }
}

impl<'de, T: Field> Visitor<'de> for Reader<Option<T>> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an e-mail address or nothing")
    }

    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_unit<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer, self.read).map(Some)
    }
}

impl<'de, T: Field> Visitor<'de> for Reader<Vec<T>> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence of e-mail addresses")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = sequence.next_element_seed(Reader { read: self.read, field: PhantomData })? {
            fields.push(field);
        }
        Ok(fields)
    }
}

impl<'de, T: Field> DeserializeSeed<'de> for Reader<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, self.read)
    }
}
