//! JSON Schemas of what is text, by schemars.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::address::EmailAddress;
use crate::key::{DedupKey, Skeleton};
use crate::policy::DomainSet;

macro_rules! text_schema {
    ($($(#[$doc:meta])* $type:ident $schema:tt)+) => {$(
        $(#[$doc])*
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("normail::", stringify!($type)))
            }

            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

text_schema! {
    #[cfg_attr(not(doctest), doc = include_str!("schemars.md"))]
    EmailAddress {"type": "string", "format": "idn-email"}
    /// A string.
    DedupKey {"type": "string"}
    /// A string.
    Skeleton {"type": "string"}
    /// A string.
    DomainSet {"type": "string"}
}
