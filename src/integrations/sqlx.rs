//! Text columns, by sqlx, of any database that has text.

use alloc::boxed::Box;
use alloc::string::String;

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::{Database, Decode, Type};

use crate::address::EmailAddress;
use crate::key::{DedupKey, Skeleton};

macro_rules! text_column {
    ($($(#[$doc:meta])* $type:ident)+) => {$(
        $(#[$doc])*
        impl<DB: Database> Type<DB> for $type
        where
            String: Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                String::type_info()
            }

            fn compatible(ty: &DB::TypeInfo) -> bool {
                String::compatible(ty)
            }
        }

        /// As text.
        impl<'q, DB: Database> Encode<'q, DB> for $type
        where
            String: Encode<'q, DB>,
        {
            fn encode(self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                String::from(self).encode(buf)
            }

            fn encode_by_ref(&self, buf: &mut DB::ArgumentBuffer) -> Result<IsNull, BoxDynError> {
                String::from(self.as_ref()).encode(buf)
            }

            fn size_hint(&self) -> usize {
                self.as_ref().len()
            }
        }
    )+};
}

text_column! {
    #[cfg_attr(not(doctest), doc = include_str!("sqlx.md"))]
    EmailAddress
    /// Text. A key is not read back: compare it with what is stored.
    DedupKey
    /// Text. A skeleton is not read back: compare it with what is stored.
    Skeleton
}

/// [`Policy::form`](crate::Policy::form)`().parse`: a stored address is no more trusted than a typed one.
impl<'r, DB: Database> Decode<'r, DB> for EmailAddress
where
    &'r str: Decode<'r, DB>,
{
    fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
        let text = <&str as Decode<DB>>::decode(value)?;
        Self::parse(text).map_err(Box::from)
    }
}
