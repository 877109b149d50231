//! What looks the same.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::normalize::to_unicode_name;
use crate::unicode::{bidi_skeleton, skeleton_version};

/// How an address looks: two with equal skeletons can be taken for one another.
///
/// It is made by [`EmailAddress::skeleton`](crate::EmailAddress::skeleton), or, for accounts, by
/// [`DedupKey::skeleton`](crate::DedupKey::skeleton). Keep those of the existing accounts, and refuse, or ask about, a
/// new one that has the skeleton of another.
///
/// Each part is turned into its skeleton of UTS #39 4, the domain as people read it, with U-labels; a part with
/// right-to-left text into its `bidiSkeleton` in a left-to-right paragraph. Equal skeletons are no proof: `rn` looks
/// like `m`, and `1` like `l`, to the data of Unicode. It is no address, nothing for people to read, and not the same
/// in every version of Unicode: its text starts with the version's number, so that those of two versions are never
/// equal.
///
/// ```
/// use normail::parse;
///
/// // The first letter is Cyrillic.
/// let twin = parse("аna@gmail.com")?;
/// let ana = parse("ana@gmail.com")?;
/// assert_ne!(twin, ana);
/// assert_eq!(twin.skeleton(), ana.skeleton());
/// # Ok::<(), normail::ParseError>(())
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Skeleton {
    text: Box<str>,
}

/// The skeleton of a local part without quotes and of a domain in its normal form.
pub(crate) fn skeleton(local: &str, domain: &str) -> Skeleton {
    let domain = bidi_skeleton(&to_unicode_name(domain, |_, _| true));
    let text = format!("look{}:{domain}:{}", skeleton_version(), bidi_skeleton(local));
    Skeleton { text: text.into_boxed_str() }
}

/// For what was stored: the text is all that a key is compared by.
impl PartialEq<str> for Skeleton {
    fn eq(&self, other: &str) -> bool {
        &*self.text == other
    }
}

/// For what was stored.
impl PartialEq<&str> for Skeleton {
    fn eq(&self, other: &&str) -> bool {
        &*self.text == *other
    }
}

/// A set of them can be asked for a stored text.
impl core::borrow::Borrow<str> for Skeleton {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for Skeleton {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl From<Skeleton> for String {
    fn from(skeleton: Skeleton) -> Self {
        skeleton.text.into_string()
    }
}

impl fmt::Display for Skeleton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Skeleton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Skeleton").field(&self.text).finish()
    }
}
