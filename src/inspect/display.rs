//! An address as people read it.

use alloc::borrow::Cow;
use alloc::format;

use crate::address::EmailAddress;
use crate::normalize::to_unicode_name;

impl EmailAddress {
    /// The address for people to read: its A-labels as the U-labels that they stand for.
    ///
    /// ```
    /// let address = normail::parse("info@xn--mnchen-3ya.de")?;
    /// assert_eq!(address.to_unicode(), "info@münchen.de");
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn to_unicode(&self) -> Cow<'_, str> {
        if !self.has_a_label() {
            return Cow::Borrowed(self.as_str());
        }
        let domain = to_unicode_name(self.domain_text(), |_| true);
        Cow::Owned(format!("{}@{domain}", self.local_part()))
    }
}
