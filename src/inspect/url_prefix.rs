//! The start of a URL before an address: `http://ana@example.com`, `www.ana@example.com`.

use super::draft::Draft;
use super::placed::Placed;
use super::subject::Origin;
use crate::finding::{Finding, FindingKind, Fix};
use crate::unicode::is_white_space;

/// What a site's name starts with.
pub(super) const SITE: &str = "www.";

/// Whether this is it, however it is written.
pub(super) fn is_site(start: &str) -> bool {
    start.eq_ignore_ascii_case(SITE)
}

/// `www.` before an address that was taken for a site's. A `/` before the `@` may part a site from a user.
pub(super) fn site(origin: &Origin<'_>, local: &Placed<'_>) -> Option<Finding> {
    let is_prefixed = local.text.len() > SITE.len() && local.text.get(..SITE.len()).is_some_and(is_site);
    if !is_prefixed {
        return None;
    }
    let range = local.place(&(0..SITE.len()));
    let finding = origin.warning(FindingKind::UrlPrefix, &range);
    let fix = Fix::confirm(origin.deletions(&range));
    Some(if local.text.contains(['/', '?']) { finding } else { finding.with_fix(fix) })
}

/// Takes the scheme off what is left, and `www.` behind it. A `/` or white space before the `@` may part a site from a
/// user: then nothing mends it.
pub(super) fn cut(draft: &mut Draft) -> Option<Finding> {
    let left = draft.left();
    let scheme = ["http://", "https://"].into_iter().find_map(|scheme| {
        left.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            .then_some(scheme.len())
    })?;
    let rest = left.get(scheme..)?;
    let user = rest.split('@').next().filter(|user| user.len() < rest.len())?;
    let is_prefixed = user.len() > SITE.len() && user.get(..SITE.len()).is_some_and(is_site);
    let length = if is_prefixed { scheme.saturating_add(SITE.len()) } else { scheme };
    let prefix = 0..length;
    let is_parted = user.trim_start().contains(|c| matches!(c, '/' | '?') || is_white_space(c));
    let finding = Finding::error(FindingKind::UrlPrefix, draft.source_of_left(&prefix));
    let fix = Fix::confirm(draft.deletions(&prefix));
    let source = draft.source_of_left(&prefix);
    draft.removed.push(source);
    draft.window.start = draft.window.start.saturating_add(length);
    Some(if is_parted { finding } else { finding.with_fix(fix) })
}
