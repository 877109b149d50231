//! The scheme of a `mailto:` link (RFC 6068 2).

pub(super) const SCHEME: &str = "mailto:";

/// Whether the text starts with it, in either case (RFC 3986 3.1).
pub(super) fn is_link(text: &str) -> bool {
    text.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}
