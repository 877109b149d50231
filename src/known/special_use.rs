//! Special-use names: RFC 6761, the registry since, and `internal`.

#[cfg(feature = "suggest")]
use super::ends::Ends;
use super::labels::Labels;
use super::name_list::{NameList, firsts, name_list, seconds};
use super::tables::SPECIAL_USE;

static NAMES: NameList = name_list!(&firsts::<{ SPECIAL_USE.len() }, _>(SPECIAL_USE));
static IS_DOCUMENTATION: [bool; SPECIAL_USE.len()] = seconds(SPECIAL_USE);

/// How a name is set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SpecialUse {
    /// `example.com`, `.net`, `.org`: for documents and tests.
    Documentation,
    /// Any other.
    Reserved,
}

/// Whether the domain, or one that it stands below, is set aside.
pub(crate) fn special_use(labels: &Labels<'_>) -> Option<SpecialUse> {
    match labels.top {
        // Below the oldest endings only one name is, and no country's is.
        "com" | "net" | "org" if !is_below_example(labels) => None,
        top if top.len() == 2 => None,
        _ => in_registry(labels.domain),
    }
}

/// Whether the last label but one may be `example`.
fn is_below_example(labels: &Labels<'_>) -> bool {
    let before = labels.domain.len().checked_sub(".com".len()).and_then(|end| labels.domain.get(..end));
    before.is_some_and(|before| before.ends_with("example"))
}

/// Whether a domain with a [common ending](super::ending::has_common_ending) may be special: only `example` before one of
/// three letters is, and its end is seen.
#[cfg(feature = "suggest")]
#[inline(always)]
pub(crate) fn may_be_example(domain: Ends) -> bool {
    let [before @ .., _, _, _, _] = domain.last.to_le_bytes();
    before == *b"mple"
}

fn in_registry(domain: &str) -> Option<SpecialUse> {
    let mut name = domain;
    loop {
        if let Some(place) = NAMES.place_of(name) {
            let is_documentation = IS_DOCUMENTATION.get(place)?;
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
            assert_eq!(special_use(&Labels::of(name)), in_registry(name), "{name}");
            assert!(special_use(&Labels::of(name)).is_some(), "{name}");
        }
    }

    #[test]
    fn names_and_what_stands_below_them() {
        assert_eq!(special_use(&Labels::of("example.com")), Some(SpecialUse::Documentation));
        assert_eq!(special_use(&Labels::of("mail.example.com")), Some(SpecialUse::Documentation));
        assert_eq!(special_use(&Labels::of("hidden.onion")), Some(SpecialUse::Reserved));
        assert_eq!(special_use(&Labels::of("router.home.arpa")), Some(SpecialUse::Reserved));
        assert_eq!(special_use(&Labels::of("test")), Some(SpecialUse::Reserved));
        assert_eq!(special_use(&Labels::of("example.es")), None);
        assert_eq!(special_use(&Labels::of("contest.org")), None);
    }
}
