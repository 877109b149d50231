//! Local parts that name an office and no person.

/// RFC 2142 3 (business), 4 (network), 5 (services), in order.
const OFFICES: [&str; 15] = [
    "abuse",
    "ftp",
    "hostmaster",
    "info",
    "marketing",
    "news",
    "noc",
    "postmaster",
    "sales",
    "security",
    "support",
    "usenet",
    "uucp",
    "webmaster",
    "www",
];

/// Nobody reads mail to these; dots, hyphens and underscores aside.
const NOBODY: [&str; 3] = ["donotreply", "mailerdaemon", "noreply"];

/// RFC 2142 6: who runs a mailing list.
const LIST_OWNER: &str = "-request";

/// Whether the local part, without quotes and tag, is the name of an office or of nobody.
pub(crate) fn is_role(user: &str) -> bool {
    let letters = || user.bytes().filter(|byte| !b".-_".contains(byte)).map(|byte| byte.to_ascii_lowercase());
    OFFICES.iter().any(|name| user.eq_ignore_ascii_case(name))
        || NOBODY.iter().any(|name| letters().eq(name.bytes()))
        || runs_list(user)
}

fn runs_list(user: &str) -> bool {
    let end = user.len().checked_sub(LIST_OWNER.len()).filter(|start| *start > 0);
    end.and_then(|start| user.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case(LIST_OWNER))
}
