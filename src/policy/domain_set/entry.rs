//! One entry of a set, as iteration gives it.

use core::fmt;
use core::net::IpAddr;

use ipnet::IpNet;

use super::reach::Reach;

/// One entry of a [`DomainSet`](crate::DomainSet). Its `Display` is its line in the canonical list.
///
/// ```
/// use normail::DomainSet;
///
/// let set: DomainSet = "*.example.com\n192.0.2.0/24".parse()?;
/// let [name, network] = set.iter().collect::<Vec<_>>()[..] else { panic!("two entries") };
/// assert_eq!((name.name(), name.has_name(), name.has_below()), (Some("example.com"), false, true));
/// assert_eq!(network.network(), Some(("192.0.2.0".parse().unwrap(), 24)));
/// assert_eq!(network.to_string(), "192.0.2.0/24");
/// # Ok::<(), normail::DomainSetError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DomainEntry<'a>(pub(super) Kind<'a>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind<'a> {
    Name(Reach, &'a str),
    Network(IpNet),
}

impl<'a> DomainEntry<'a> {
    /// The name, without `*.` or `.`; `None` for an address or a network.
    #[must_use]
    pub fn name(&self) -> Option<&'a str> {
        match self.0 {
            Kind::Name(_, name) => Some(name),
            Kind::Network(_) => None,
        }
    }

    /// Whether the entry takes in the name itself: `example.com` and `.example.com` do.
    #[must_use]
    pub fn has_name(&self) -> bool {
        matches!(self.0, Kind::Name(reach, _) if reach.has_name())
    }

    /// Whether the entry takes in the names below it: `*.example.com` and `.example.com` do.
    #[must_use]
    pub fn has_below(&self) -> bool {
        matches!(self.0, Kind::Name(reach, _) if reach.has_below())
    }

    /// The address of the network and the length of its prefix in bits, 32 (IPv6: 128) for a single address; `None`
    /// for a name.
    #[must_use]
    pub fn network(&self) -> Option<(IpAddr, u8)> {
        match self.0 {
            Kind::Name(..) => None,
            Kind::Network(network) => Some((network.network(), network.prefix_len())),
        }
    }
}

impl fmt::Display for DomainEntry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Kind::Name(reach, name) => write!(f, "{}{name}", reach.prefix()),
            Kind::Network(network) if network.prefix_len() == network.max_prefix_len() => {
                write!(f, "{}", network.addr())
            }
            Kind::Network(network) => write!(f, "{network}"),
        }
    }
}
