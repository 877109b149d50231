//! The addresses and networks of a set.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::net::{Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// Sorted, each once. Networks may hold one another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Networks {
    v4: Box<[Ipv4Net]>,
    v6: Box<[Ipv6Net]>,
    /// The prefix lengths that occur: an address is looked up once for each.
    v4_prefixes: Box<[u8]>,
    v6_prefixes: Box<[u8]>,
}

impl Networks {
    pub(super) fn new(networks: impl IntoIterator<Item = IpNet>) -> Self {
        let mut networks: Vec<IpNet> = networks.into_iter().map(|network| network.trunc()).collect();
        networks.sort_unstable();
        networks.dedup();
        let (mut v4, mut v6) = (Vec::new(), Vec::new());
        for network in networks {
            match network {
                IpNet::V4(network) => v4.push(network),
                IpNet::V6(network) => v6.push(network),
            }
        }
        Self {
            v4_prefixes: occurring(v4.iter().map(Ipv4Net::prefix_len)),
            v6_prefixes: occurring(v6.iter().map(Ipv6Net::prefix_len)),
            v4: v4.into_boxed_slice(),
            v6: v6.into_boxed_slice(),
        }
    }

    pub(super) fn contains_v4(&self, address: Ipv4Addr) -> bool {
        self.v4_prefixes.iter().any(|prefix| {
            Ipv4Net::new(address, *prefix)
                .is_ok_and(|network| self.v4.binary_search(&network.trunc()).is_ok())
        })
    }

    /// An IPv4 address in IPv6 clothes (RFC 4291 2.5.5.2) is that IPv4 address too.
    pub(super) fn contains_v6(&self, address: Ipv6Addr) -> bool {
        let is_in = |prefix: &u8| {
            Ipv6Net::new(address, *prefix)
                .is_ok_and(|network| self.v6.binary_search(&network.trunc()).is_ok())
        };
        self.v6_prefixes.iter().any(is_in)
            || address.to_ipv4_mapped().is_some_and(|mapped| self.contains_v4(mapped))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = IpNet> + '_ {
        let v4 = self.v4.iter().copied().map(IpNet::V4);
        v4.chain(self.v6.iter().copied().map(IpNet::V6))
    }

    pub(super) fn len(&self) -> usize {
        self.v4.len().saturating_add(self.v6.len())
    }

    pub(super) fn heap_size(&self) -> usize {
        let prefixes = self.v4_prefixes.len().saturating_add(self.v6_prefixes.len());
        size_of_val(&*self.v4).saturating_add(size_of_val(&*self.v6)).saturating_add(prefixes)
    }
}

fn occurring(prefixes: impl Iterator<Item = u8>) -> Box<[u8]> {
    let mut occurs = [false; 129];
    for prefix in prefixes {
        if let Some(occurs) = occurs.get_mut(usize::from(prefix)) {
            *occurs = true;
        }
    }
    (0..).zip(occurs).filter(|(_, occurs)| *occurs).map(|(prefix, _)| prefix).collect()
}
