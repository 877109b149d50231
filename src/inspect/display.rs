//! An address as people read it.

use alloc::borrow::Cow;
use alloc::format;

use super::deception::is_deceptive_label;
use super::provider_lookalike::providers_like;
use crate::address::EmailAddress;
use crate::normalize::{is_a_label, to_unicode_name};

impl EmailAddress {
    /// The address for people to read: its A-labels as the U-labels that they stand for, save a label that deception
    /// findings speak against (mixed scripts, lookalikes, restricted characters): that one stays an A-label, so that no
    /// page shows the spoof.
    ///
    /// It guards the domain alone: the local part is shown as it is written, so that this is not enough to show two
    /// addresses side by side that look alike, such as a Doubtful one and what is suggested in its place. The message of
    /// the finding says what differs.
    ///
    /// ```
    /// assert_eq!(normail::parse("info@xn--mnchen-3ya.de")?.to_unicode(), "info@münchen.de");
    /// // A Cyrillic а among Latin letters.
    /// assert_eq!(normail::parse("info@exаmple.com")?.to_unicode(), "info@xn--exmple-4nf.com");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn to_unicode(&self) -> Cow<'_, str> {
        if !self.has_a_label() {
            return Cow::Borrowed(self.as_str());
        }
        let domain = self.domain_text();
        Cow::Owned(format!("{}@{}", self.local_part(), shown_name(domain)))
    }
}

/// A name in its normal form with those U-labels.
pub(super) fn shown_name(name: &str) -> Cow<'_, str> {
    if !providers_like(name).is_empty() {
        return Cow::Borrowed(name);
    }
    let top = name.rsplit('.').next().unwrap_or(name);
    to_unicode_name(name, |label, is_top| !is_deceptive_label(label, top, is_top))
}

/// The same for a sentence, in which nothing stands that nobody sees: with a joiner it stays as it is.
pub(super) fn told_name(name: &str) -> Cow<'_, str> {
    if !name.split('.').any(is_a_label) {
        return Cow::Borrowed(name);
    }
    let shown = shown_name(name);
    if shown.contains(['\u{200C}', '\u{200D}']) { Cow::Borrowed(name) } else { shown }
}
