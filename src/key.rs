//! What addresses are compared by: the same mailbox, the same look, the name without its tag. Plain functions over a
//! local part and a domain; the methods are the address's and the policy's.

mod dedup;
mod mailbox;
mod provider;
mod redacted;
mod role;
mod skeleton;
mod subaddress;

pub use dedup::DedupKey;
pub use provider::{Provider, ProviderError};
pub use skeleton::Skeleton;

pub(crate) use dedup::dedup_key;
pub(crate) use redacted::Redacted;
pub(crate) use role::is_role;
pub(crate) use skeleton::skeleton;
pub(crate) use subaddress::{Subaddress, is_dot_string, subaddress};
