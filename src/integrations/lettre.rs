//! To lettre's addresses and back.

use lettre::Address;
use lettre::address::AddressError;

use crate::address::EmailAddress;
use crate::finding::ParseError;
use crate::policy::Policy;

#[cfg_attr(not(doctest), doc = include_str!("lettre.md"))]
impl TryFrom<&EmailAddress> for Address {
    type Error = AddressError;

    fn try_from(address: &EmailAddress) -> Result<Self, AddressError> {
        address.as_str().parse()
    }
}

/// As from `&EmailAddress`.
impl TryFrom<EmailAddress> for Address {
    type Error = AddressError;

    fn try_from(address: EmailAddress) -> Result<Self, AddressError> {
        Self::try_from(&address)
    }
}

/// By [`Policy::smtp`], for what a mailer sends to need not be what a form takes.
///
/// lettre takes more than that, such as an IP address without its brackets.
impl TryFrom<&Address> for EmailAddress {
    type Error = ParseError;

    fn try_from(address: &Address) -> Result<Self, ParseError> {
        const { &Policy::smtp() }.parse(address.as_ref())
    }
}

/// As from `&Address`.
impl TryFrom<Address> for EmailAddress {
    type Error = ParseError;

    fn try_from(address: Address) -> Result<Self, ParseError> {
        Self::try_from(&address)
    }
}
