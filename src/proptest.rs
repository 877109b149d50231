//! Strategies for the crate [`proptest`](https://docs.rs/proptest): addresses, and what people make of them, for tests
//! of your own. They are those that this crate holds its own promises against.
//!
//! ```
//! use normail::{EmailAddress, Policy};
//! use proptest::prelude::*;
//!
//! proptest! {
//!     # #![proptest_config(ProptestConfig::with_cases(16))]
//!     fn a_stored_address_is_read_again(address in any::<EmailAddress>()) {
//!         prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
//!     }
//!
//!     fn a_mailer_without_smtputf8(address in any_with::<EmailAddress>(Policy::smtp().smtputf8(false))) {
//!         prop_assert!(!address.needs_smtputf8());
//!     }
//! }
//! # a_stored_address_is_read_again();
//! # a_mailer_without_smtputf8();
//! ```
//!
//! Beside `use normail::*` the crate is `::proptest`.

mod damage;
mod mangle;
mod parts;
mod tokens;

use alloc::string::String;

use proptest::prelude::*;

use crate::address::EmailAddress;
use crate::policy::Policy;
use crate::syntax::{AddrSpec, Grammar};
pub use damage::{Damaged, damaged};
pub use mangle::mangled;
pub use parts::{host_name, wrapped};
pub use tokens::{token, tokens};

/// Addresses that the policy takes: with names of many scripts, quoted, tagged, at host names and, where the policy
/// has them, at literals. `any_with::<EmailAddress>(policy)` is the same.
///
/// A policy that refuses nearly everything, such as one with an allow set of few domains, makes proptest give up.
///
/// ```
/// use normail::{Policy, proptest::address};
/// use proptest::prelude::*;
///
/// proptest!(|(address in address(Policy::header()))| {
///     prop_assert!(Policy::header().is_valid(address.as_str()));
/// });
/// ```
pub fn address(policy: Policy) -> impl Strategy<Value = EmailAddress> {
    parts::address().prop_filter_map("the policy refuses it", move |text| policy.parse(&text).ok())
}

/// Addresses of every kind, those of [`Policy::smtp`].
///
/// ```
/// use normail::proptest::any_address;
/// use proptest::prelude::*;
///
/// proptest!(|(address in any_address())| {
///     prop_assert!(!address.local_part().is_empty());
/// });
/// ```
pub fn any_address() -> impl Strategy<Value = EmailAddress> {
    address(Policy::smtp())
}

/// Texts that the grammar takes, with comments, folds and obsolete forms in the grammars that have them.
///
/// ```
/// use normail::{AddrSpec, Grammar, proptest::addr_spec};
/// use proptest::prelude::*;
///
/// proptest!(|(text in addr_spec(Grammar::Rfc5322))| {
///     prop_assert!(AddrSpec::parse(&text, Grammar::Rfc5322).is_ok());
/// });
/// ```
pub fn addr_spec(grammar: Grammar) -> impl Strategy<Value = String> {
    parts::address().prop_filter("the grammar refuses it", move |text| AddrSpec::parse(text, grammar).is_ok())
}

/// What may come in at a door: addresses, wrapped and [mangled] ones, tokens of the field, noise.
///
/// ```
/// use normail::{inspect, proptest::input};
/// use proptest::prelude::*;
///
/// proptest!(|(input in input())| {
///     let inspection = inspect(&input);
///     prop_assert_eq!(inspection.input(), input.as_str());
/// });
/// ```
pub fn input() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => parts::address(),
        1 => wrapped(),
        3 => mangled(parts::address()),
        2 => mangled(wrapped()),
        2 => tokens(),
        1 => ".*",
        // From every plane, not only what can be printed.
        1 => prop::collection::vec(prop::char::any(), 0..24).prop_map(String::from_iter),
    ]
}

/// Of [`Policy::form`] unless another policy is given.
impl Arbitrary for EmailAddress {
    type Parameters = Policy;
    type Strategy = BoxedStrategy<Self>;

    fn arbitrary_with(policy: Policy) -> Self::Strategy {
        address(policy).boxed()
    }
}
