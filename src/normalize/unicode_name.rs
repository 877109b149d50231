//! Labels as people read them: U-labels (RFC 5890 2.3.2.1).

use alloc::borrow::Cow;
use alloc::string::String;

use super::is_a_label;

/// The U-label of a label in its normal form, which may be an A-label; any other label as it is.
pub(crate) fn to_u_label(label: &str) -> Cow<'_, str> {
    match label.get("xn--".len()..) {
        Some(encoded) if is_a_label(label) => {
            idna::punycode::decode_to_string(encoded).map_or(Cow::Borrowed(label), Cow::<str>::Owned)
        }
        _ => Cow::Borrowed(label),
    }
}

/// The name with every A-label that `shows` agrees to as its U-label; it is asked for the label and whether it is the
/// last one.
pub(crate) fn to_unicode_name(name: &str, shows: impl Fn(&str, bool) -> bool) -> Cow<'_, str> {
    if !name.split('.').any(is_a_label) {
        return Cow::Borrowed(name);
    }
    let mut unicode = String::with_capacity(name.len());
    let mut labels = name.split('.').peekable();
    while let Some(label) = labels.next() {
        let is_last = labels.peek().is_none();
        unicode.push_str(&if is_a_label(label) && shows(label, is_last) {
            to_u_label(label)
        } else {
            label.into()
        });
        if !is_last {
            unicode.push('.');
        }
    }
    Cow::Owned(unicode)
}
