//! Folds of a header (RFC 5322 2.2.3) that a program wrote with a line feed alone.

use alloc::vec::Vec;
use core::ops::Range;

use crate::syntax::{Reading, TokenKind, Tokens};

/// Where in a header's text the line feeds stand that are folds without a carriage return: in a name, in a comment, and
/// beside an `@`, a bracket or a comment. In quotes they are none: there an unfolded text would be another. Between two words
/// of an address they are none either, as no fold is.
pub(super) fn bare_folds(text: &str, reading: Reading) -> Vec<usize> {
    let mut folds = Vec::new();
    if reading == Reading::Typed || !text.as_bytes().contains(&b'\n') {
        return folds;
    }
    let name_end = text.rfind('<').unwrap_or(0);
    let mut tokens = Tokens::of(text, reading);
    loop {
        // A bracket may hold quotes.
        if tokens.enter_bracket().is_some() {
            continue;
        }
        let Some(token) = tokens.next() else { return folds };
        let is_taken = match token.kind {
            TokenKind::Comment => true,
            TokenKind::Space => token.span.start < name_end || is_beside_mark(text, &token.span),
            _ => false,
        };
        if is_taken {
            let held = text.get(token.span.clone()).unwrap_or_default();
            folds.extend(bare_folds_in(held).map(|at| at.saturating_add(token.span.start)));
        }
    }
}

/// Whether white space stands at an end, or beside what may have a fold beside it.
fn is_beside_mark(text: &str, space: &Range<usize>) -> bool {
    let before = text.get(..space.start).and_then(|before| before.chars().next_back());
    let behind = text.get(space.end..).and_then(|behind| behind.chars().next());
    before.is_none_or(|c| matches!(c, '@' | '<' | '>' | ')'))
        || behind.is_none_or(|c| matches!(c, '@' | '<' | '>' | '('))
}

fn bare_folds_in(text: &str) -> impl Iterator<Item = usize> + '_ {
    let is_bare = |at: &usize| {
        let (before, behind) = text.split_at_checked(*at).unwrap_or_default();
        !before.ends_with('\r') && behind.get(1..).is_some_and(|behind| behind.starts_with([' ', '\t']))
    };
    text.match_indices('\n').map(|(at, _)| at).filter(is_bare)
}

#[cfg(test)]
mod tests {
    use super::bare_folds;
    use crate::syntax::Reading;
    use alloc::vec;

    #[test]
    fn a_line_feed_with_white_space_behind_it_is_a_fold() {
        for (text, folds) in [
            ("Ana\n Gil <\n\tana@b.co>", vec![3, 10]),
            ("ana@b.co (x\n y)", vec![11]),
            ("ana\r\n @b.co", vec![]),
            ("\"a\n b\" <\"c\n d\"\n @b.co>", vec![14]),
            ("ana\nbcc:x", vec![]),
            ("ana\n gil@b.co", vec![]),
            ("ana\n @b.co", vec![3]),
            ("ana@b.co\n", vec![]),
        ] {
            assert_eq!(bare_folds(text, Reading::Header), folds, "{text:?}");
            assert_eq!(bare_folds(text, Reading::Typed), vec![], "{text:?}");
        }
    }
}
