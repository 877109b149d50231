//! OpenAPI schemas of what is text, by utoipa.

use alloc::borrow::Cow;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::address::EmailAddress;
use crate::key::{DedupKey, Skeleton};
use crate::policy::DomainSet;

macro_rules! text_schema {
    ($($(#[$doc:meta])* $type:ident $format:expr;)+) => {$(
        impl PartialSchema for $type {
            fn schema() -> RefOr<Schema> {
                let format: Option<&str> = $format;
                let format = format.map(|format| SchemaFormat::Custom(format.into()));
                ObjectBuilder::new().schema_type(Type::String).format(format).into()
            }
        }

        $(#[$doc])*
        impl ToSchema for $type {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }
        }
    )+};
}

text_schema! {
    #[cfg_attr(not(doctest), doc = include_str!("utoipa.md"))]
    EmailAddress Some("idn-email");
    /// A string.
    DedupKey None;
    /// A string.
    Skeleton None;
    /// A string.
    DomainSet None;
}
