//! What is odd about an address literal that is sound.

use super::subject::Subject;
use crate::finding::{Finding, FindingKind};
use crate::syntax::{Domain, parse_literal};

/// What parts or encloses addresses in a header or an envelope (RFC 5322 3.4, RFC 5321 4.1.2). All of it may stand in a
/// General-address-literal (RFC 5321 4.1.3), where parsers have obeyed it all the same (nodemailer 1829) and delivered to
/// what they found inside.
const ROUTED_BY: [char; 9] = ['@', '<', '>', ',', ';', ':', '(', ')', '"'];

/// A General-address-literal that may be read as an address of its own.
pub(super) fn risky(subject: &Subject<'_>) -> Option<Finding> {
    let literal = subject.literal?;
    let Domain::General { content, .. } = parse_literal(literal.text)? else { return None };
    let is_risky = content.contains(ROUTED_BY);
    is_risky.then(|| subject.origin.warning(FindingKind::RiskyLiteral, &literal.whole()))
}
