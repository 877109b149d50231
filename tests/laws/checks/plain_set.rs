//! A set of domains as its documentation describes it: entry after entry, without an index.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use normail::Domain;

pub struct PlainSet(Vec<Entry>);

enum Entry {
    Name(String),
    Below(String),
    Ipv4 { network: u32, mask: u32 },
    Ipv6 { network: u128, mask: u128 },
}

impl PlainSet {
    /// Reads a canonical list.
    ///
    /// # Errors
    ///
    /// The line that is no entry.
    pub fn read(canonical: &str) -> Result<Self, String> {
        let mut entries = Vec::new();
        for line in canonical.lines() {
            if let Some(name) = line.strip_prefix("*.") {
                entries.push(Entry::Below(String::from(name)));
            } else if let Some(name) = line.strip_prefix('.') {
                entries.extend([Entry::Name(String::from(name)), Entry::Below(String::from(name))]);
            } else {
                entries.push(network(line)?.unwrap_or_else(|| Entry::Name(String::from(line))));
            }
        }
        Ok(Self(entries))
    }

    /// Whether an entry takes in the domain, which is in its normal form.
    pub fn contains(&self, domain: &Domain<'_>) -> bool {
        match domain {
            Domain::Name(name) => self.0.iter().any(|entry| match entry {
                Entry::Name(own) => name == own,
                Entry::Below(above) => {
                    name.strip_suffix(above.as_str()).is_some_and(|below| below.ends_with('.'))
                }
                _ => false,
            }),
            Domain::Ipv4(address) => self.contains_v4(*address),
            // One of an IPv4 address in IPv6 form is in networks of either kind.
            Domain::Ipv6(address) => {
                self.contains_v6(*address) || address.to_ipv4_mapped().is_some_and(|v4| self.contains_v4(v4))
            }
            _ => false,
        }
    }

    fn contains_v4(&self, address: Ipv4Addr) -> bool {
        self.0.iter().any(|entry| match entry {
            Entry::Ipv4 { network, mask } => address.to_bits() & mask == *network,
            _ => false,
        })
    }

    fn contains_v6(&self, address: Ipv6Addr) -> bool {
        self.0.iter().any(|entry| match entry {
            Entry::Ipv6 { network, mask } => address.to_bits() & mask == *network,
            _ => false,
        })
    }
}

/// An address, or a network in CIDR; `None` for a name.
fn network(line: &str) -> Result<Option<Entry>, String> {
    let (address, prefix) = match line.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix.parse::<u32>().map_err(|_| line)?)),
        None => (line, None),
    };
    let ones = |bits: u32| prefix.unwrap_or(bits);
    Ok(match address.parse() {
        Ok(IpAddr::V4(address)) => {
            let mask = u32::MAX.checked_shl(32 - ones(32)).unwrap_or(0);
            Some(Entry::Ipv4 { network: address.to_bits(), mask })
        }
        Ok(IpAddr::V6(address)) => {
            let mask = u128::MAX.checked_shl(128 - ones(128)).unwrap_or(0);
            Some(Entry::Ipv6 { network: address.to_bits(), mask })
        }
        Err(_) if prefix.is_some() => return Err(String::from(line)),
        Err(_) => None,
    })
}
