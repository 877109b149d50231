//! Quotes that are a local part's own: they open and close nothing around it.

use crate::syntax::quoted_local_part;

/// The characters of a text that may open or close something: without a quoted local part, and without the apostrophes
/// inside the words before the `@` (`o'neil`).
pub(super) fn outside_words(text: &str) -> impl Iterator<Item = char> + '_ {
    let text = behind_quoted_local_part(text);
    let local_end = text.rfind('@').unwrap_or(0);
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    core::iter::from_fn(move || {
        loop {
            let (at, c) = rest.next()?;
            let is_inside = at < local_end
                && is_apostrophe(c)
                && before.is_some_and(char::is_alphanumeric)
                && rest.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            before = Some(c);
            if !is_inside {
                return Some(c);
            }
        }
    })
}

/// What follows a quoted string that an `@` stands behind, or else all of the text.
pub(super) fn behind_quoted_local_part(text: &str) -> &str {
    quoted_local_part(text).and_then(|length| text.get(length..)).unwrap_or(text)
}

/// What people write for one.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{B4}' | '\u{2018}'..='\u{201B}')
}
