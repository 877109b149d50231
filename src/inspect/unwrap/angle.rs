//! Angle brackets, with or without a display name before them (RFC 5322 3.4), and the obsolete route inside (4.4).

use core::ops::Range;

use super::cut::Cut;
use crate::finding::FindingKind;
use crate::inspect::brackets::{Bracket, Brackets};
use crate::inspect::complete::complete_addresses;
use crate::inspect::traced::Traced;
use crate::span::{shifted, span_at, suffix_span};
use crate::syntax::{Reading, TokenKind, Tokens};

pub(super) fn cut(text: &Traced, window: &Range<usize>, brackets: &Brackets) -> Option<Cut> {
    let inner = text.get(window);
    let Bracket { open, close } = brackets.last?;
    let before = inner.get(..open)?;
    let end = match close {
        // Nothing but more brackets may follow: other text behind it has its own rule.
        Some(close) => inner.get(close..)?.trim_end_matches(['>', ' ']).is_empty().then_some(close)?,
        // Unclosed: after white space, or as the first character.
        None if before.is_empty() || before.ends_with(char::is_whitespace) => inner.len(),
        None => return None,
    };
    let name = before.trim_end_matches(['<', ' ']);
    let keep = shifted(&(open.saturating_add(1)..end), window.start);
    if name.is_empty() {
        return Some(Cut::new(keep, FindingKind::AngleBrackets));
    }
    let mut cut = Cut::new(keep, FindingKind::DisplayName);
    cut.annotation = Some(span_at(window.start, name.trim_end().len()));
    Some(cut)
}

/// The route before an address. It is looked for first: commas in it part nothing.
pub(super) fn route(text: &Traced, window: &Range<usize>) -> Option<Cut> {
    let inner = text.get(window);
    let keep = shifted(&suffix_span(inner, behind_obsolete_route(inner)?), window.start);
    Some(Cut::new(keep, FindingKind::ObsoleteRoute))
}

/// Other text behind the angle brackets that hold a complete address.
pub(super) fn text_behind(text: &Traced, window: &Range<usize>, brackets: &Brackets) -> Option<Cut> {
    let inner = text.get(window);
    let Bracket { open, close: Some(close) } = brackets.last? else { return None };
    let (enclosed, behind) = (inner.get(open..close)?, inner.get(close.saturating_add(1)..)?);
    if behind.contains(['@', '\r', '\n']) || complete_addresses(enclosed).next().is_none() {
        return None;
    }
    let keep = span_at(window.start, suffix_span(inner, behind).start);
    let mut cut = Cut::new(keep, FindingKind::SurroundingText);
    cut.is_doubtful = true;
    Some(cut)
}

/// The address behind `@a,@b:`, which is `obs-domain-list ":"`: domains, with commas, comments and white space between
/// them.
fn behind_obsolete_route(inner: &str) -> Option<&str> {
    if !inner.contains(':') {
        return None;
    }
    // The first two are of the domain that is being read.
    let (mut is_behind_at, mut has_domain) = (false, false);
    let mut is_route = false;
    for token in Tokens::of(inner, Reading::Header) {
        match token.kind {
            TokenKind::Space | TokenKind::Comment => {}
            TokenKind::Mark('@') if !is_behind_at => is_behind_at = true,
            TokenKind::Word | TokenKind::Literal | TokenKind::Entity | TokenKind::Mark('|')
                if is_behind_at =>
            {
                (has_domain, is_route) = (true, true);
            }
            TokenKind::Mark(',') if is_behind_at == has_domain => (is_behind_at, has_domain) = (false, false),
            TokenKind::Mark(':') if is_route && is_behind_at == has_domain => {
                return inner.get(token.span.end..);
            }
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::behind_obsolete_route;

    #[test]
    fn routes() {
        for (inner, expected) in [
            ("@a:b@c", Some("b@c")),
            ("@a,@b.co:c@d", Some("c@d")),
            (", (x) ,@a,,@b, :c@d", Some("c@d")),
            ("@a\r\n . b:c@d", Some("c@d")),
            ("@[1.2.3.4]:c@d", Some("c@d")),
            ("@_,@&():c@d", Some("c@d")),
            ("@:c@d", None),
            (":c@d", None),
            ("@a@b:c@d", None),
            ("a@b:c@d", None),
            ("a@b", None),
        ] {
            assert_eq!(behind_obsolete_route(inner), expected, "{inner}");
        }
    }
}
