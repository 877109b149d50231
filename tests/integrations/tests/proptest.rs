//! A caller's own property tests.

use normail::proptest::address;
use normail::{EmailAddress, Policy};
use proptest::prelude::*;

/// What the caller writes into a header.
fn angle_brackets(address: &EmailAddress) -> String {
    format!("<{address}>")
}

proptest! {
    #[test]
    fn any_address_is_read_again_from_its_brackets(address in any::<EmailAddress>()) {
        let inspection = normail::inspect(&angle_brackets(&address)).into_address();
        prop_assert_eq!(inspection, Some(address));
    }

    #[test]
    fn addresses_of_a_policy_are_taken_by_it(address in address(Policy::smtp())) {
        prop_assert!(Policy::smtp().is_valid(address.as_str()));
    }
}
