//! Letters that somebody left out of a local part: what stands around the gap is a stranger's address, if it is one.

use super::comments::between_comments;
use crate::finding::{Applicability, Finding};
use crate::syntax::Reading;
use crate::unicode::{Lookalike, is_white_space, lookalike};

/// Takes the fixes away that a person would be asked about, where letters are left out of the address that the text is: with
/// the gap closed it is somebody else's, and with the gap nobody's.
pub(super) fn withhold_fixes(text: &str, reading: Reading, findings: &mut [Finding]) {
    let asks = |finding: &&mut Finding| {
        finding.fix().is_some_and(|fix| fix.applicability() == Applicability::Confirm)
    };
    let mut asking = findings.iter_mut().filter(asks).peekable();
    if asking.peek().is_some() && has_gap(local_part(text, reading)) {
        asking.for_each(Finding::remove_fix);
    }
}

/// What stands before the `@` of an address, or all of a text that has none.
fn local_part(text: &str, reading: Reading) -> &str {
    let address = text.get(between_comments(text, reading)).unwrap_or_default();
    address.rsplit_once('@').map_or(address, |(local, _)| local)
}

/// `joh...`, `j**n`, `joh…`, also with white space among the marks, and whatever dots they are.
fn has_gap(local: &str) -> bool {
    let dots = local.bytes().filter(|byte| *byte == b'.').count();
    if local.is_ascii() && dots < 3 && !local.contains('*') {
        return false;
    }
    let mut last = None;
    let mut run = 0_usize;
    let plain = |c| if lookalike(c) == Some(Lookalike::Dot) { '.' } else { c };
    local.chars().filter(|c| !is_white_space(*c)).map(plain).any(|c| {
        run = if last == Some(c) { run.saturating_add(1) } else { 1 };
        last = Some(c);
        match c {
            '\u{2026}' => true,
            '.' => run >= 3,
            '*' => run >= 2,
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{has_gap, local_part};
    use crate::syntax::Reading;

    #[test]
    fn marks_that_stand_for_letters() {
        for local in
            ["joh...", "j....n", "...n", "j. . .n", "joh\u{2026}", "\u{2026}", "j**n", "***", "j* *n"]
        {
            assert!(has_gap(local), "{local}");
        }
        assert!(has_gap("joh\u{FF0E}\u{3002}."));
        for local in ["", "john", "j..n", ".j.o.h.n.", "j*n", "*j*", "j.*.n", "j.. n."] {
            assert!(!has_gap(local), "{local}");
        }
    }

    #[test]
    fn a_gap_elsewhere_is_none_of_the_address() {
        for (text, expected) in [
            ("ana@example.com", "ana"),
            ("ana@example...com", "ana"),
            ("(j**n@b) ana@example.com (joh...@c)", "ana"),
            ("joh... at example.com", "joh... at example.com"),
        ] {
            assert_eq!(local_part(text, Reading::Typed), expected, "{text}");
        }
    }
}
