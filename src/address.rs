//! The address itself: owned, normalised, one allocation.

mod keys;

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::borrow::Borrow;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::normalize::{DomainName, LocalPart, is_a_label};
use crate::syntax::{Domain, Scan, parse_literal, quoted_content};

/// A normalised e-mail address.
///
/// It can only be made by a strict parse ([`parse`](crate::parse), [`Policy::parse`](crate::Policy::parse),
/// [`FromStr`](core::str::FromStr)) or by a lenient one that found no error
/// ([`Inspection::into_address`](crate::Inspection::into_address)). Two of them are equal if their texts are; the
/// local part keeps its case (RFC 5321 2.4), the domain is in lower case.
///
/// ```
/// use normail::EmailAddress;
///
/// let address: EmailAddress = "José@Bücher.example".parse()?;
/// assert_eq!(address.as_str(), "José@xn--bcher-kva.example");
/// assert_eq!(address.to_unicode(), "José@bücher.example");
/// assert!(address.needs_smtputf8());
/// # Ok::<(), normail::ParseError>(())
/// ```
#[derive(Clone)]
pub struct EmailAddress {
    text: Box<str>,
    /// Where the `@` between the parts stands.
    at: u32,
}

impl EmailAddress {
    /// What [`scan`](crate::syntax::scan) has seen of `text`.
    pub(crate) fn from_scan(text: &str, scan: Scan) -> Self {
        let mut text: Box<str> = Box::from(text);
        if scan.has_capital
            && let Some(domain) = text.get_mut(scan.at()..)
        {
            domain.make_ascii_lowercase();
        }
        Self { text, at: u32::try_from(scan.at()).unwrap_or(u32::MAX) }
    }

    pub(crate) fn from_parts(local: &LocalPart<'_>, domain: &DomainName<'_>) -> Self {
        let at = local.octets();
        let mut normal = String::with_capacity(domain.octets().saturating_add(at).saturating_add(1));
        local.write(&mut normal);
        normal.push('@');
        domain.write(&mut normal);
        Self::new(normal, at)
    }

    fn new(text: String, at: usize) -> Self {
        // No input above 4,096 bytes gets here.
        Self { text: text.into_boxed_str(), at: u32::try_from(at).unwrap_or(u32::MAX) }
    }

    fn split(&self) -> (&str, &str) {
        let at = usize::try_from(self.at).unwrap_or(usize::MAX);
        (
            self.text.get(..at).unwrap_or_default(),
            self.text.get(at..).and_then(|rest| rest.get(1..)).unwrap_or_default(),
        )
    }

    /// The whole address: `local-part@domain`, the domain in lower case and ASCII (A-labels), so that any mailer
    /// takes it.
    ///
    /// ```
    /// assert_eq!(normail::parse("Ana@EXAMPLE.com")?.as_str(), "Ana@example.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole address, without a copy.
    ///
    /// ```
    /// let stored: String = normail::parse("ana@example.com")?.into_string();
    /// assert_eq!(stored, "ana@example.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn into_string(self) -> String {
        self.text.into_string()
    }

    /// What stands before the `@`, as on the wire: NFC, case kept, quoted only where it must be.
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let address = Policy::smtp().parse("\"ana\\ maria\"@example.com")?;
    /// assert_eq!(address.local_part(), "\"ana maria\"");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.split().0
    }

    /// The local part without its quotes and backslashes: what it means (RFC 5321 4.1.2).
    ///
    /// ```
    /// use normail::Policy;
    ///
    /// let address = Policy::smtp().parse("\"ana maria\"@example.com")?;
    /// assert_eq!(address.local_part_unquoted(), "ana maria");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn local_part_unquoted(&self) -> Cow<'_, str> {
        let local = self.local_part();
        if local.starts_with('"') { quoted_content(local) } else { Cow::Borrowed(local) }
    }

    /// What stands after the `@`.
    ///
    /// ```
    /// use normail::{Domain, Policy};
    ///
    /// let address = Policy::smtp().parse("ana@[192.0.2.1]")?;
    /// assert_eq!(address.domain(), Domain::Ipv4([192, 0, 2, 1].into()));
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn domain(&self) -> Domain<'_> {
        let domain = self.split().1;
        parse_literal(domain).unwrap_or(Domain::Name(domain))
    }

    /// The domain as it stands in the text, a literal with its brackets.
    pub(crate) fn domain_text(&self) -> &str {
        self.split().1
    }

    /// Whether a mailer needs the extension SMTPUTF8 (RFC 6531) for it: the local part is not ASCII.
    ///
    /// ```
    /// assert!(normail::parse("josé@example.com")?.needs_smtputf8());
    /// assert!(!normail::parse("jose@münchen.de")?.needs_smtputf8());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn needs_smtputf8(&self) -> bool {
        !self.local_part().is_ascii()
    }

    /// Whether a label of the domain is an A-label.
    pub(crate) fn has_a_label(&self) -> bool {
        self.domain_text().split('.').any(is_a_label)
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("EmailAddress").field(&self.text).finish()
    }
}

impl AsRef<str> for EmailAddress {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl Borrow<str> for EmailAddress {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.into_string()
    }
}

// By the text alone, as `Borrow<str>` promises.
impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for EmailAddress {}

impl PartialOrd for EmailAddress {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for EmailAddress {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl Hash for EmailAddress {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
