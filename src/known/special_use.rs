//! Special-use names: RFC 6761, the registry since, and `internal`.

use super::tables::SPECIAL_USE;

/// How a name is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpecialUse {
    /// `example.com`, `.net`, `.org`: for documents and tests.
    Documentation,
    /// Any other.
    Reserved,
}

/// Whether the domain, or one that it stands below, is set aside.
pub(crate) fn special_use(domain: &str) -> Option<SpecialUse> {
    let (before, top) = domain.rsplit_once('.').unwrap_or(("", domain));
    match top.len() {
        // No country's ending is, and below the oldest others only one name.
        2 => None,
        3 if matches!(top, "com" | "net" | "org") && !before.ends_with("example") => None,
        _ => in_registry(domain),
    }
}

fn in_registry(domain: &str) -> Option<SpecialUse> {
    let mut name = domain;
    loop {
        if let Ok(at) = SPECIAL_USE.binary_search_by_key(&name, |(name, _)| name) {
            let (_, is_documentation) = SPECIAL_USE.get(at)?;
            return Some(if *is_documentation { SpecialUse::Documentation } else { SpecialUse::Reserved });
        }
        name = name.split_once('.')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_registry_is_found() {
        for (name, _) in SPECIAL_USE {
            assert_eq!(special_use(name), in_registry(name), "{name}");
            assert!(special_use(name).is_some(), "{name}");
        }
    }

    #[test]
    fn names_and_what_stands_below_them() {
        assert_eq!(special_use("example.com"), Some(SpecialUse::Documentation));
        assert_eq!(special_use("mail.example.com"), Some(SpecialUse::Documentation));
        assert_eq!(special_use("hidden.onion"), Some(SpecialUse::Reserved));
        assert_eq!(special_use("router.home.arpa"), Some(SpecialUse::Reserved));
        assert_eq!(special_use("test"), Some(SpecialUse::Reserved));
        assert_eq!(special_use("example.es"), None);
        assert_eq!(special_use("contest.org"), None);
    }
}
