//! Text out, parsed text in: an address, a key, a set of domains.

use alloc::string::ToString;
use core::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Field;
use crate::address::EmailAddress;
use crate::key::{DedupKey, Skeleton};
use crate::policy::DomainSet;

impl Serialize for EmailAddress {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// [`Policy::form`](crate::Policy::form)`().parse`: a stored address is no more trusted than a typed one.
impl<'de> Deserialize<'de> for EmailAddress {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer, |text| Self::parse(text).map_err(|error| error.to_string()))
    }
}

impl Serialize for DedupKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_ref())
    }
}

impl Serialize for Skeleton {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_ref())
    }
}

impl Serialize for DomainSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text of a set, one entry a line, as [`FromStr`](core::str::FromStr) reads it.
impl<'de> Deserialize<'de> for DomainSet {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ListReader)
    }
}

struct ListReader;

impl Visitor<'_> for ListReader {
    type Value = DomainSet;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of domains, one a line")
    }

    fn visit_str<E: Error>(self, list: &str) -> Result<DomainSet, E> {
        list.parse().map_err(E::custom)
    }
}
