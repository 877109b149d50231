//! Sets of domains, as an administrator writes them.

mod entry;
mod fault;
mod index;
mod inspection;
mod line_finding;
mod names;
mod networks;
mod reach;
mod read;
mod repair;

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;
use core::str::FromStr;

pub use entry::DomainEntry;
pub use fault::DomainSetFault;
pub use inspection::DomainSetInspection;
pub use line_finding::{DomainSetError, LineFinding};

use crate::normalize::DomainName;
use crate::syntax::Domain;
use entry::Kind;
use names::Names;
use networks::Networks;
use reach::Reach;
use read::Entries;
use repair::repaired;

/// Domains and IP addresses that a [`Policy`](crate::Policy) protects, allows or denies.
///
/// It is read from a list with one entry a line:
///
/// | entry | takes in |
/// | --- | --- |
/// | `example.com` | that name; U-labels and A-labels are the same |
/// | `*.example.com` | the names below it |
/// | `.example.com` | both |
/// | `192.0.2.10`, `2001:db8::1` | the address literal, `[192.0.2.10]` or `[IPv6:2001:db8::1]` |
/// | `192.0.2.0/24`, `192.0.2.0 255.255.255.0` | every address of the network |
///
/// `#` starts a comment; blank lines are skipped. A mask has to be contiguous, and no bit beyond it may be set. The
/// strict door is [`FromStr`], which refuses the list for its first fault; the lenient one, for what people paste, is
/// [`DomainSet::inspect`].
///
/// `Display` writes the canonical list: names, sorted, in their A-label form, then IPv4 and IPv6 networks, each once,
/// `example.com` and `*.example.com` joined to `.example.com`. Two sets with the same list are equal.
///
/// A look-up takes time in proportion to the labels of the name, whatever the size of the set; a name takes its own
/// length and seven octets of memory. Clones share it.
///
/// ```
/// use normail::{Domain, DomainSet};
///
/// let set: DomainSet = "# Our own\n.münchen.example\n192.0.2.10 255.255.255.255\n".parse()?;
/// assert!(set.contains(&Domain::Name("mail.xn--mnchen-3ya.example")));
/// assert!(set.contains(&Domain::Ipv4([192, 0, 2, 10].into())));
/// assert_eq!(set.to_string(), ".xn--mnchen-3ya.example\n192.0.2.10\n");
/// # Ok::<(), normail::DomainSetError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct DomainSet(Arc<Contents>);

#[derive(Debug, Default, PartialEq, Eq, Hash)]
struct Contents {
    names: Names,
    networks: Networks,
}

impl DomainSet {
    /// The empty set, which takes in nothing.
    ///
    /// ```
    /// use normail::{Domain, DomainSet};
    ///
    /// assert!(!DomainSet::new().contains(&Domain::Name("example.com")));
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a list as it was pasted: spaces around an entry, unseen characters, bullets and punctuation behind it are
    /// taken off, lines that cannot be read are left out, and both are told. It never fails.
    ///
    /// ```
    /// use normail::{DomainSet, DomainSetFault};
    ///
    /// let inspection = DomainSet::inspect("  • example.com,\n203.0.113.7/24\n*.example.net");
    /// assert_eq!(inspection.set().to_string(), "example.com\n*.example.net\n");
    /// let told: Vec<_> = inspection.findings().iter().map(|found| (found.line(), found.kind())).collect();
    /// assert_eq!(
    ///     told,
    ///     [
    ///         (1, DomainSetFault::ListBullet),
    ///         (1, DomainSetFault::TrailingPunctuation),
    ///         (2, DomainSetFault::HostBits),
    ///     ],
    /// );
    /// ```
    #[must_use]
    pub fn inspect(list: &str) -> DomainSetInspection {
        let mut entries = Entries::default();
        let mut findings = Vec::new();
        for (number, line) in numbered(list) {
            let entry = repaired(line, |kind| findings.push(LineFinding::mended(number, kind)));
            if let Err(kind) = entries.read_line(&entry) {
                // Nothing was mended in the end.
                while findings.pop_if(|finding| finding.line() == number).is_some() {}
                // What looked like a bullet may be a part of the name.
                if entries.read_line(line).is_err() {
                    findings.push(LineFinding::left_out(number, kind));
                }
            }
        }
        DomainSetInspection::new(entries.finish(), findings)
    }

    /// Whether the set takes in a domain, which may be in any letter case. A general address literal is in no set.
    ///
    /// An address literal is matched by the addresses and networks alone; one of an IPv4 address in IPv6 form
    /// (`::ffff:192.0.2.1`) by those of either kind.
    ///
    /// ```
    /// use normail::{Domain, DomainSet};
    ///
    /// let set: DomainSet = "*.example.com".parse()?;
    /// assert!(set.contains(&Domain::Name("Mail.EXAMPLE.com")));
    /// assert!(!set.contains(&Domain::Name("example.com")));
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn contains(&self, domain: &Domain<'_>) -> bool {
        match domain {
            Domain::Name(name) if is_plain(name) => self.0.names.contains(name),
            Domain::Name(name) => {
                let normal =
                    if name.is_ascii() { Ok(DomainName::of_browser(name)) } else { DomainName::parse(name) };
                normal.is_ok_and(|normal| self.0.names.contains(normal.as_str()))
            }
            Domain::Ipv4(address) => self.0.networks.contains_v4(*address),
            Domain::Ipv6(address) => self.0.networks.contains_v6(*address),
            Domain::General { .. } => false,
        }
    }

    /// The entries, in the order of the canonical list.
    ///
    /// ```
    /// use normail::DomainSet;
    ///
    /// let set: DomainSet = "example.net\nexample.com".parse()?;
    /// let names: Vec<_> = set.iter().filter_map(|entry| entry.name()).collect();
    /// assert_eq!(names, ["example.com", "example.net"]);
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = DomainEntry<'_>> + '_ {
        let names = self.0.names.iter().map(|(reach, name)| DomainEntry(Kind::Name(reach, name)));
        names.chain(self.0.networks.iter().map(|network| DomainEntry(Kind::Network(network))))
    }

    /// The entries of both sets.
    ///
    /// ```
    /// use normail::DomainSet;
    ///
    /// let (one, other): (DomainSet, DomainSet) = ("example.com".parse()?, "*.example.com".parse()?);
    /// assert_eq!(one.union(&other).to_string(), ".example.com\n");
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        if other.is_empty() || self == other {
            return self.clone();
        }
        self.iter().chain(other.iter()).collect()
    }

    /// How many entries there are.
    ///
    /// ```
    /// let set: normail::DomainSet = "example.com\nexample.com\n192.0.2.1".parse()?;
    /// assert_eq!(set.len(), 2);
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.names.len().saturating_add(self.0.networks.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The memory on the heap that the set shares with its clones, in bytes.
    ///
    /// ```
    /// let list = "a.example\nb.example\nc.example\n";
    /// let set: normail::DomainSet = list.parse()?;
    /// assert!(set.heap_size() < 2 * list.len());
    /// # Ok::<(), normail::DomainSetError>(())
    /// ```
    #[must_use]
    pub fn heap_size(&self) -> usize {
        self.0.names.heap_size().saturating_add(self.0.networks.heap_size())
    }

    /// Whether a name in its normal form, or one that it stands below, is the name of an entry, whatever the entry
    /// says of it.
    pub(super) fn has_at_or_above(&self, name: &str) -> bool {
        self.0.names.has_at_or_above(name)
    }

    /// The names of the entries, whatever these say of them, each with its place.
    pub(super) fn names(&self) -> impl Iterator<Item = (u32, &str)> + '_ {
        self.0.names.places()
    }

    /// The name at a place.
    pub(super) fn name_at(&self, place: u32) -> Option<&str> {
        self.0.names.name_at(place)
    }

    /// Whether a name in its normal form is an entry's, whatever the entry says of it.
    pub(super) fn has_entry_of(&self, name: &str) -> bool {
        self.0.names.has(name)
    }
}

/// Whether the name needs no mapping: ASCII without capitals.
fn is_plain(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
}

/// The lines of a list without their comments, counted from 1.
fn numbered(list: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(list.lines()).map(|(number, line)| {
        let entry = match line.split_once('#') {
            Some((entry, _)) => entry.trim_end_matches([' ', '\t']),
            None => line,
        };
        (number, if entry.trim().is_empty() { "" } else { entry })
    })
}

/// Reads a list strictly.
impl FromStr for DomainSet {
    type Err = DomainSetError;

    /// # Errors
    ///
    /// The first line that is no entry, and what is odd about it.
    fn from_str(list: &str) -> Result<Self, DomainSetError> {
        let mut entries = Entries::default();
        for (number, line) in numbered(list) {
            entries.read_line(line).map_err(|kind| DomainSetError::new(number, kind))?;
        }
        Ok(entries.finish())
    }
}

/// The canonical list, one entry a line, each line with its end.
impl fmt::Display for DomainSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.names.text())?;
        self.0.networks.iter().try_for_each(|network| writeln!(f, "{}", DomainEntry(Kind::Network(network))))
    }
}

/// The first entries, and whether there are more: a set may be large.
impl fmt::Debug for DomainSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const SHOWN: usize = 16;
        let mut set = f.debug_set();
        set.entries(self.iter().take(SHOWN).map(|entry| alloc::format!("{entry}")));
        if self.len() > SHOWN { set.finish_non_exhaustive() } else { set.finish() }
    }
}

/// Entries of other sets.
impl<'a> FromIterator<DomainEntry<'a>> for DomainSet {
    fn from_iter<I: IntoIterator<Item = DomainEntry<'a>>>(entries: I) -> Self {
        let mut gathered = Entries::default();
        for entry in entries {
            match entry.0 {
                Kind::Name(reach, name) => gathered.push_name(name, reach),
                Kind::Network(network) => gathered.push_network(network),
            }
        }
        gathered.finish()
    }
}

/// The domains of addresses: each name, without those below it, and each IP address. A name that is no host name, and
/// a general address literal, can be no entry and is left out.
///
/// ```
/// use normail::{DomainSet, EmailAddress};
///
/// let addresses = ["ana@example.com", "bob@example.net", "eva@example.com"].map(normail::parse);
/// let addresses = addresses.into_iter().collect::<Result<Vec<EmailAddress>, _>>()?;
/// let set: DomainSet = addresses.iter().map(EmailAddress::domain).collect();
/// assert_eq!(set.to_string(), "example.com\nexample.net\n");
/// # Ok::<(), normail::ParseError>(())
/// ```
impl<'a> FromIterator<Domain<'a>> for DomainSet {
    fn from_iter<I: IntoIterator<Item = Domain<'a>>>(domains: I) -> Self {
        let mut gathered = Entries::default();
        for domain in domains {
            match domain {
                Domain::Name(name) => {
                    if let Ok(normal) = DomainName::parse(name) {
                        gathered.push_name(normal.as_str(), Reach::Name);
                    }
                }
                Domain::Ipv4(address) => gathered.push_network(core::net::IpAddr::V4(address).into()),
                Domain::Ipv6(address) => gathered.push_network(core::net::IpAddr::V6(address).into()),
                Domain::General { .. } => {}
            }
        }
        gathered.finish()
    }
}
