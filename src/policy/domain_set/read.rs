//! One line of a list, strictly read.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::net::IpAddr;

use ipnet::{IpNet, ip_mask_to_prefix};

use super::fault::DomainSetFault as Fault;
use super::names::NamesBuilder;
use super::networks::Networks;
use super::reach::Reach;
use super::{Contents, DomainSet};
use crate::finding::FindingKind;
use crate::normalize::{DomainName, is_a_label};
use crate::syntax::{DOMAIN_MAX, LABEL_MAX};
use crate::unicode::{CharClass, classify, is_joiner_in_context, is_white_space};

/// The entries of a set, as they come.
#[derive(Debug, Default)]
pub(super) struct Entries {
    names: NamesBuilder,
    networks: Vec<IpNet>,
}

impl Entries {
    /// Reads a line without its comment; a blank one is no entry.
    pub(super) fn read_line(&mut self, line: &str) -> Result<(), Fault> {
        if line.is_empty() { Ok(()) } else { self.read(line) }
    }

    /// Reads an entry that nothing stands around.
    pub(super) fn read(&mut self, entry: &str) -> Result<(), Fault> {
        if let Some(fault) = outer_fault(entry) {
            return Err(fault);
        }
        let mut fields = entry.split([' ', '\t']).filter(|field| !field.is_empty());
        let first = fields.next().unwrap_or_default();
        let network = match (fields.next(), fields.next(), first.parse::<IpAddr>()) {
            (None, ..) => match first.split_once('/') {
                Some((address, prefix)) => with_prefix(address, prefix)?,
                None => match first.parse::<IpAddr>() {
                    Ok(address) => IpNet::from(address),
                    Err(_) => return self.read_name(first),
                },
            },
            (Some(mask), None, Ok(address)) => with_mask(address, mask)?,
            _ => return Err(Fault::InnerSpace),
        };
        self.networks.push(network);
        Ok(())
    }

    fn read_name(&mut self, entry: &str) -> Result<(), Fault> {
        let (reach, name) = Reach::split(entry);
        if name.is_empty() || name.contains('*') {
            return Err(if entry.contains('*') { Fault::InvalidWildcard } else { Fault::EmptyLabel });
        }
        if is_normal(name) {
            self.names.push(name, reach);
            return Ok(());
        }
        let normal = DomainName::parse(name).map_err(|fault| name_fault(name, fault.kind))?;
        self.names.push(normal.as_str(), reach);
        Ok(())
    }

    /// Adds a name in its normal form, without a look at it.
    pub(super) fn push_name(&mut self, name: &str, reach: Reach) {
        self.names.push(name, reach);
    }

    pub(super) fn push_network(&mut self, network: IpNet) {
        self.networks.push(network);
    }

    pub(super) fn finish(self) -> DomainSet {
        DomainSet(Arc::new(Contents { names: self.names.finish(), networks: Networks::new(self.networks) }))
    }
}

/// White space around the entry, or an unseen character in it.
fn outer_fault(entry: &str) -> Option<Fault> {
    if entry.starts_with(is_white_space) {
        return Some(Fault::LeadingSpace);
    }
    if entry.ends_with(is_white_space) {
        return Some(Fault::TrailingSpace);
    }
    if entry.is_ascii() {
        return None;
    }
    entry.char_indices().find_map(|(at, c)| match classify(c) {
        CharClass::Space if !c.is_ascii() => Some(Fault::UnusualSpace),
        _ => is_unseen(entry, at, c).then_some(Fault::InvisibleCharacter),
    })
}

/// Whether the character, which stands there in the text, is one that nobody sees or misses.
pub(super) fn is_unseen(text: &str, at: usize, c: char) -> bool {
    match classify(c) {
        CharClass::Invisible | CharClass::BidiControl => true,
        CharClass::Joiner => {
            let (before, rest) = text.split_at_checked(at).unwrap_or_default();
            let after = rest.strip_prefix(c).unwrap_or_default();
            !is_joiner_in_context(before, c, after)
        }
        _ => false,
    }
}

fn with_prefix(address: &str, prefix: &str) -> Result<IpNet, Fault> {
    let Ok(parsed) = address.parse::<IpAddr>() else {
        return Err(if looks_numeric(address) { Fault::InvalidAddress } else { Fault::InvalidCharacter });
    };
    if prefix.contains(['.', ':']) {
        return with_mask(parsed, prefix);
    }
    // A sign is no digit.
    if !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Fault::InvalidPrefix);
    }
    let prefix = prefix.parse().map_err(|_| Fault::InvalidPrefix)?;
    network(parsed, prefix)
}

fn with_mask(address: IpAddr, mask: &str) -> Result<IpNet, Fault> {
    let mask: IpAddr = mask.parse().map_err(|_| Fault::InvalidMask)?;
    if mask.is_ipv4() != address.is_ipv4() {
        return Err(Fault::InvalidMask);
    }
    network(address, ip_mask_to_prefix(mask).map_err(|_| Fault::NonContiguousMask)?)
}

fn network(address: IpAddr, prefix: u8) -> Result<IpNet, Fault> {
    let network = IpNet::new(address, prefix).map_err(|_| Fault::InvalidPrefix)?;
    if network.network() == address { Ok(network) } else { Err(Fault::HostBits) }
}

/// Whether the name is in its normal form to begin with, as most are: lower-case host labels, none an A-label.
fn is_normal(name: &str) -> bool {
    let is_label = |label: &str| {
        let bytes = label.as_bytes();
        (1..=LABEL_MAX).contains(&bytes.len())
            && bytes.iter().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
            && bytes.first() != Some(&b'-')
            && bytes.last() != Some(&b'-')
            && !is_a_label(label)
    };
    name.len() <= DOMAIN_MAX
        && name.split('.').all(is_label)
        && name.rsplit('.').next().is_some_and(|last| !last.bytes().all(|byte| byte.is_ascii_digit()))
}

fn name_fault(name: &str, kind: FindingKind) -> Fault {
    match kind {
        _ if looks_numeric(name) => Fault::InvalidAddress,
        FindingKind::NumericTld => Fault::NumericTld,
        FindingKind::ConsecutiveDots => Fault::EmptyLabel,
        FindingKind::LabelHyphen => Fault::LabelHyphen,
        FindingKind::LabelTooLong => Fault::LabelTooLong,
        FindingKind::DomainTooLong => Fault::NameTooLong,
        FindingKind::InvalidIdn => Fault::InvalidIdn,
        _ => Fault::InvalidCharacter,
    }
}

/// Whether the text is made as IP addresses are: digits and dots, or hexadecimal digits around colons.
fn looks_numeric(text: &str) -> bool {
    let is_hexadecimal = text.contains(':');
    text.bytes().all(|byte| match byte {
        b'.' | b':' => true,
        _ => byte.is_ascii_digit() || is_hexadecimal && byte.is_ascii_hexdigit(),
    })
}
