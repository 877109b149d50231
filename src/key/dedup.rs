//! The key of a mailbox.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::fmt::{self, Write};

use super::mailbox::{Mailbox, documented_mailbox};
use super::provider::Provider;
use super::skeleton::{Skeleton, skeleton};
use crate::known::rules_version;
use crate::syntax::{Domain, is_ascii_atext};
use crate::unicode::lower_case;

/// What stands between the version, the domain and the local part. No unquoted local part and no host name has it.
const SEPARATOR: char = ':';

/// What a key's text starts with; the version follows.
const PREFIX: &str = "key";

/// What all addresses of one mailbox have in common: two with equal keys reach the same mailbox for practical purposes.
///
/// It is made by [`EmailAddress::dedup_key`](crate::EmailAddress::dedup_key), or with rules of one's own by
/// [`Policy::dedup_key`](crate::Policy::dedup_key). A key is **no address**: it has no at-sign, no policy parses it,
/// and nothing can be sent to it. Mail goes to the address that the person gave.
///
/// # Rules
///
/// - The local part is in NFC and in simple lower case (The Unicode Standard 4.2): one character for one, and none
///   beyond ASCII becomes a plain letter. `ß` is not `ss`, and `ſ`, `ı`, `İ` are themselves, so that no case mapping
///   makes two people one.
/// - Of a provider's addresses, what that provider itself documents; each rule and its source is a row of
///   `data/provider_rules.toml`. Gmail: dots and tags make no difference, `googlemail.com` is `gmail.com`. Outlook.com:
///   tags. iCloud: tags, its three domains. Fastmail: tags and `anything@user.fastmail.com`. Proton: dots, hyphens,
///   underscores, tags, its four domains. Yahoo: all disposable addresses `base-keyword` of one base are one mailbox,
///   which is not that of `base`. Yandex: dots and hyphens are alike, its six domains.
/// - At any other domain nothing but case is dropped: tags and dots count.
/// - It is never empty: a local part that would vanish (`+test@gmail.com`) is compared whole.
///
/// # Storing
///
/// The text ([`AsRef<str>`], [`Display`](fmt::Display)) is ASCII but for the letters of the local part, has no white
/// space and no control, and can be stored and compared byte by byte: in the database in a column that compares so,
/// and not by a collation of its own. It starts with the [version](Self::VERSION) of the rules; keys of two versions
/// are never equal, so that a change of the rules is seen, and keys can be made again from the addresses.
///
/// ```
/// use normail::parse;
///
/// let key = parse("Ana.Gil+news@googlemail.com")?.dedup_key();
/// assert_eq!(key, parse("anagil@gmail.com")?.dedup_key());
/// assert_eq!(key.as_ref(), "key1:gmail.com:anagil");
/// assert!(parse(key.as_ref()).is_err());
///
/// // Nothing is known of this host.
/// assert_ne!(parse("ana+news@example.com")?.dedup_key(), parse("ana@example.com")?.dedup_key());
/// # Ok::<(), normail::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DedupKey {
    text: Box<str>,
}

impl DedupKey {
    /// The version of the rules that this release makes keys by. It is raised whenever a key changes.
    ///
    /// ```
    /// use normail::DedupKey;
    ///
    /// let key = normail::parse("ana@example.com")?.dedup_key();
    /// assert!(key.as_ref().starts_with(&format!("key{}:", DedupKey::VERSION)));
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    pub const VERSION: u32 = rules_version();

    /// How the mailbox looks: the [`Skeleton`] of what the key compares.
    ///
    /// The skeleton of an address keeps case, dots and tags, for they are seen. That of its key does not, and so tells
    /// the twins of an *account*: all of these have the mailbox of `ana@proton.me`, or one that can be taken for it.
    ///
    /// ```
    /// use normail::parse;
    ///
    /// let ana = parse("ana@proton.me")?;
    /// for twin in ["A.n.a+news@pm.me", "аna@proton.me", "Аna@proton.me"] {
    ///     let twin = parse(twin)?;
    ///     assert_eq!(twin.dedup_key().skeleton(), ana.dedup_key().skeleton());
    /// }
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn skeleton(&self) -> Skeleton {
        let (domain, user) = self.parts();
        skeleton(&unescaped(user), &unescaped(domain))
    }

    fn parts(&self) -> (&str, &str) {
        let (_, rest) = self.text.split_once(SEPARATOR).unwrap_or(("", &self.text));
        // The first bracket that closes ends a literal, which may hold separators.
        let literal = rest
            .strip_prefix('[')
            .and_then(|inner| inner.find(']'))
            .map_or(0, |end| end.saturating_add("[]".len()));
        let (domain, user) = rest.split_at_checked(literal).unwrap_or(("", rest));
        match domain {
            "" => rest.split_once(SEPARATOR).unwrap_or(("", rest)),
            _ => (domain, user.strip_prefix(SEPARATOR).unwrap_or(user)),
        }
    }
}

/// The key of a local part without quotes; the caller's providers come first, the last of them before the others.
pub(crate) fn dedup_key(local: &str, domain: &Domain<'_>, providers: &[Provider]) -> DedupKey {
    let lower = lower_case(local);
    let Domain::Name(name) = domain else {
        let literal = domain.to_string();
        return key(&Mailbox {
            user: lower,
            owner_by: None,
            domain: &escaped(&literal, is_plain_in_literal),
        });
    };
    let own = providers.iter().rev().find_map(|provider| provider.rules_at(name));
    key(&own.map_or_else(|| documented_mailbox(&lower, name), |rules| rules.mailbox((&*lower).into())))
}

/// The domain has nothing to escape, as no host name has.
fn key(mailbox: &Mailbox<'_>) -> DedupKey {
    const { assert!(DedupKey::VERSION < 10, "there is room for one digit") };
    let Mailbox { user, owner_by, domain } = mailbox;
    let user = escaped(user, is_plain);
    let octets = [PREFIX.len(), "1::".len(), domain.len(), user.len(), owner_by.map_or(0, |_| "::".len())];
    let mut text = String::with_capacity(octets.into_iter().fold(0, usize::saturating_add));
    text.push_str(PREFIX);
    text.extend(char::from_digit(DedupKey::VERSION, 10));
    text.push(SEPARATOR);
    text.push_str(domain);
    text.push(SEPARATOR);
    text.push_str(&user);
    if let Some(separator) = owner_by {
        text.extend([SEPARATOR, *separator]);
    }
    DedupKey { text: text.into_boxed_str() }
}

/// What an unquoted local part can have.
fn is_plain(byte: u8) -> bool {
    byte == b'.' || is_ascii_atext(byte) || !byte.is_ascii()
}

fn is_plain_in_literal(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'[' | b']' | b':')
}

/// With what is not plain by its code: an at-sign can stand in quotes and in a literal, a space or a separator in
/// quotes, and none of them gets into a key. Nothing beyond ASCII is escaped.
fn escaped(part: &str, is_plain: impl Fn(u8) -> bool + Copy) -> Cow<'_, str> {
    if part.bytes().all(is_plain) {
        return part.into();
    }
    let mut text = String::with_capacity(part.len());
    for c in part.chars() {
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() && !is_plain(byte) => {
                let _ = write!(text, "\\{byte:02x}");
            }
            _ => text.push(c),
        }
    }
    text.into()
}

/// What [`escaped`] was given.
fn unescaped(part: &str) -> String {
    let mut pieces = part.split('\\');
    let mut text = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (code, rest) = piece.split_at_checked(2).unwrap_or((piece, ""));
        text.extend(u8::from_str_radix(code, 16).ok().map(char::from));
        text.push_str(rest);
    }
    text
}

/// For what was stored: the text is all that a key is compared by.
impl PartialEq<str> for DedupKey {
    fn eq(&self, other: &str) -> bool {
        &*self.text == other
    }
}

/// For what was stored.
impl PartialEq<&str> for DedupKey {
    fn eq(&self, other: &&str) -> bool {
        &*self.text == *other
    }
}

/// A set of them can be asked for a stored text.
impl core::borrow::Borrow<str> for DedupKey {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for DedupKey {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<DedupKey> for String {
    fn from(key: DedupKey) -> Self {
        key.text.into_string()
    }
}

impl fmt::Display for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for DedupKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("DedupKey").field(&self.text).finish()
    }
}
