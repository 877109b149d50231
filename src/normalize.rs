//! The one normal form of each part: NFC, quoting, IDNA, literals.

mod domain_name;
mod local_part;
mod unicode_name;

pub(crate) use domain_name::{DomainFault, DomainName, is_a_label, split_labels};
pub(crate) use local_part::{LocalPart, nfc_is_ascii};
pub(crate) use unicode_name::{to_u_label, to_unicode_name};
