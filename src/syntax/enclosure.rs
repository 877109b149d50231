//! Where quoted strings (RFC 5322 3.2.4) and comments (3.2.2) end. Whatever nothing closes is looked up once, so that the
//! work stays linear in any text.

use core::ops::Range;

use super::find::{find_byte, rfind_bytes};
use crate::span::span_at;

/// A text, and what is known so far of the marks in it that nothing closes.
#[derive(Clone, Debug)]
pub(super) struct Enclosures<'a> {
    text: &'a str,
    /// From here on nothing closes a quote.
    unclosed_quotes: usize,
    /// The quoted string that was looked up last. The quotes of its quoted pairs would end where it does.
    quoted: Range<usize>,
    /// The comment that was looked up last.
    comment: Range<usize>,
    /// From one parenthesis that nothing closes to the last such: those between are not looked up.
    unclosed_parentheses: Range<usize>,
    /// From here on, behind those, nothing closes a parenthesis.
    unclosed_behind: usize,
}

impl<'a> Enclosures<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            unclosed_quotes: usize::MAX,
            quoted: 0..0,
            comment: 0..0,
            unclosed_parentheses: 0..0,
            unclosed_behind: usize::MAX,
        }
    }

    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The quoted string whose opening quote stands there.
    pub(super) fn quoted_string(&mut self, at: usize) -> Option<Range<usize>> {
        if at >= self.unclosed_quotes {
            return None;
        }
        if self.quoted.start <= at && at < self.quoted.end.saturating_sub(1) {
            return Some(at..self.quoted.end);
        }
        match self.text.get(at..).and_then(closing_quote) {
            Some(length) => {
                self.quoted = span_at(at, length);
                Some(self.quoted.clone())
            }
            None => {
                self.unclosed_quotes = at;
                None
            }
        }
    }

    /// The comment whose opening parenthesis stands there.
    pub(super) fn comment(&mut self, at: usize) -> Option<Range<usize>> {
        if self.unclosed_parentheses.contains(&at) || at >= self.unclosed_behind {
            return None;
        }
        let rest = self.text.get(at..)?;
        if self.comment.start == at && !self.comment.is_empty() {
            return Some(self.comment.clone());
        }
        if let Some(length) = closing_parenthesis(rest) {
            self.comment = span_at(at, length);
            return Some(self.comment.clone());
        }
        if self.unclosed_parentheses.is_empty() {
            let last = at.saturating_add(last_unclosed(rest.as_bytes()));
            self.unclosed_parentheses = at..last.saturating_add(1);
        } else {
            // Behind the last one only a parenthesis that a backslash escaped is closed by nothing: then none is looked up.
            self.unclosed_behind = at;
        }
        None
    }
}

/// The length in bytes of the quoted string that `text` starts with, up to its closing quote.
fn closing_quote(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    (bytes.first() == Some(&b'"')).then_some(())?;
    loop {
        let rest = bytes.get(at..)?;
        at = at.saturating_add(find_byte(rest, |byte| matches!(byte, b'"' | b'\\'))?);
        if bytes.get(at) == Some(&b'"') {
            return Some(at.saturating_add(1));
        }
        // A quoted pair.
        at = at.saturating_add(2);
    }
}

/// The length in bytes of the comment whose opening parenthesis `text` starts with, up to its closing one.
fn closing_parenthesis(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    (bytes.first() == Some(&b'(')).then_some(())?;
    let (mut depth, mut at) = (1_usize, 1_usize);
    loop {
        let rest = bytes.get(at..)?;
        at = at.saturating_add(find_byte(rest, |byte| matches!(byte, b'(' | b')' | b'\\'))?);
        match bytes.get(at) {
            Some(b'(') => depth = depth.saturating_add(1),
            Some(b')') => depth = depth.checked_sub(1)?,
            // A quoted pair.
            _ => at = at.saturating_add(1),
        }
        at = at.saturating_add(1);
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Where the last parenthesis stands that nothing closes, in a text that starts with such a one.
fn last_unclosed(text: &[u8]) -> usize {
    let is_escaped = |at: usize| {
        let before = text.get(..at).unwrap_or_default();
        before.iter().rev().take_while(|byte| **byte == b'\\').count() % 2 == 1
    };
    let mut closing = 0_usize;
    let parentheses = rfind_bytes(text, |byte| matches!(byte, b'(' | b')'));
    for at in parentheses.filter(|at| !is_escaped(*at)) {
        if text.get(at) == Some(&b')') {
            closing = closing.saturating_add(1);
        } else if closing == 0 {
            return at;
        } else {
            closing = closing.saturating_sub(1);
        }
    }
    0
}

/// Whether the text is one quoted string.
pub(crate) fn is_quoted(text: &str) -> bool {
    closing_quote(text) == Some(text.len())
}

/// Whether the text is one comment.
pub(crate) fn is_comment(text: &str) -> bool {
    closing_parenthesis(text) == Some(text.len())
}

/// The length of the quoted string that the text starts with, if it is a local part: an `@` stands behind it.
pub(crate) fn quoted_local_part(text: &str) -> Option<usize> {
    closing_quote(text).filter(|length| text.get(*length..).is_some_and(|rest| rest.starts_with('@')))
}

#[cfg(test)]
mod tests {
    use super::Enclosures;

    #[test]
    fn what_encloses_ends_where_its_mark_is_closed() {
        let quoted = |text, at| Enclosures::of(text).quoted_string(at);
        assert_eq!(quoted(r#""a\"b"c"#, 0), Some(0..6));
        assert_eq!(quoted(r#"a"b"#, 1), None);
        assert_eq!(quoted("a", 0), None);
        let comment = |text, at| Enclosures::of(text).comment(at);
        assert_eq!(comment(r"(a(b)\)c)d", 0), Some(0..9));
        assert_eq!(comment("(a(b)", 0), None);
    }

    /// What was looked up before changes no answer, but for a parenthesis before the last one that nothing closes.
    #[test]
    fn an_answer_does_not_depend_on_earlier_ones() {
        let text = r#"("\"a\\" ( (b) "c" (d)"#;
        let mut known = Enclosures::of(text);
        for (at, c) in text.char_indices() {
            let (known, fresh) = match c {
                '"' => (known.quoted_string(at), Enclosures::of(text).quoted_string(at)),
                '(' => (known.comment(at), Enclosures::of(text).comment(at)),
                _ => continue,
            };
            assert_eq!(known, fresh, "{at}");
        }
        let mut between = Enclosures::of("( (a) (");
        assert_eq!([between.comment(0), between.comment(2), between.comment(6)], [None, None, None]);
        let mut escaped = Enclosures::of(r"(\((a)");
        assert_eq!([escaped.comment(0), escaped.comment(2), escaped.comment(3)], [None, None, None]);
    }
}
