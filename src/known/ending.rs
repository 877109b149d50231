//! Endings of domain names: the top-level domains, and the public suffixes of two labels.

use super::name_list::{NameList, name_list};
use super::tables;
use super::tables::{LIST_DATE, TOP_LEVEL_DOMAINS};

static ENDINGS: NameList = name_list!(tables::TOP_LEVEL_DOMAINS);
static SUFFIXES: NameList = name_list!(tables::PUBLIC_SUFFIXES);

/// Whether the label, in lower case and as an A-label, is a top-level domain.
pub(crate) fn is_top_level_domain(label: &str) -> bool {
    match label.as_bytes() {
        // The common ones need no search.
        b"com" | b"net" | b"org" => true,
        [first, second] => {
            let countries = first.checked_sub(b'a').and_then(|first| COUNTRIES.get(usize::from(first)));
            let bit = second.checked_sub(b'a').filter(|second| *second < 26);
            countries.zip(bit).is_some_and(|(countries, bit)| countries >> bit & 1 == 1)
        }
        _ => ENDINGS.place_of(label).is_some(),
    }
}

/// Whether a text ends in a dot and `com`, `net` or `org`, or in a dot and a country's label: `false` says no more than
/// that another has to look. All are asked, since each is as likely as the next. The last octet is a letter.
#[inline]
pub(crate) fn has_common_ending(text: &[u8]) -> bool {
    let Some(last) = text.last_chunk().map(|last| u32::from_le_bytes(*last)) else { return false };
    let is = |ending: &[u8; 4]| last == u32::from_le_bytes(*ending);
    let [_, dot, first, second] = last.to_le_bytes();
    let countries = COUNTRIES.get(usize::from(first.wrapping_sub(b'a'))).copied().unwrap_or_default();
    let country = countries.wrapping_shr(second.wrapping_sub(b'a').into());
    is(b".com") | is(b".net") | is(b".org") | (dot == b'.') & (country & 1 == 1)
}

/// The top-level domains of two letters: a bit for the second in the row of the first.
static COUNTRIES: [u32; 26] = {
    let mut countries = [0; 26];
    let mut at = 0;
    while at < TOP_LEVEL_DOMAINS.len() {
        #[allow(clippy::indexing_slicing, reason = "evaluated at compile time, and the bound stands above")]
        if let [first, second] = TOP_LEVEL_DOMAINS[at].as_bytes() {
            countries[(*first - b'a') as usize] |= 1 << (*second - b'a');
        }
        at += 1;
    }
    countries
};

/// Whether the two labels are a public suffix (`co.uk`), by a rule of their own or by `*` and its exceptions.
pub(crate) fn is_public_suffix(labels: &str) -> bool {
    let Some((_, top)) = labels.split_once('.') else {
        return false;
    };
    has_rule("", labels) || has_rule("*.", top) && !has_rule("!", labels)
}

/// Whether there is a rule of these two parts.
fn has_rule(prefix: &str, rest: &str) -> bool {
    let rule = || prefix.bytes().chain(rest.bytes());
    SUFFIXES.search(|other| other.iter().copied().cmp(rule())).is_ok()
}

/// The date of the list of endings.
pub(crate) fn list_date() -> &'static str {
    LIST_DATE
}

#[cfg(test)]
mod tests {
    use super::super::tables::{COMMON_DOMAINS, PROVIDER_DOMAINS, PUBLIC_SUFFIXES, SPECIAL_USE};
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(TOP_LEVEL_DOMAINS.is_sorted() && PUBLIC_SUFFIXES.is_sorted() && COMMON_DOMAINS.is_sorted());
        assert!(PROVIDER_DOMAINS.is_sorted() && SPECIAL_USE.is_sorted());
    }

    #[test]
    fn endings() {
        assert!(is_top_level_domain("com") && is_top_level_domain("za") && is_top_level_domain("xn--p1ai"));
        assert!(!is_top_level_domain("con") && !is_top_level_domain("lan") && !is_top_level_domain("zz"));
        assert!(TOP_LEVEL_DOMAINS.iter().all(|label| is_top_level_domain(label)));
        assert!(!is_top_level_domain("a1") && !is_top_level_domain("{z"));
        assert!(is_public_suffix("co.uk") && is_public_suffix("any.ck"));
        assert!(!is_public_suffix("www.ck") && !is_public_suffix("com.com") && !is_public_suffix("uk"));
    }

    #[test]
    fn a_common_ending_is_one_of_three_or_a_countrys() {
        for label in TOP_LEVEL_DOMAINS.iter().copied().chain(["1a", "{z", "zz", "con", "co.uk", "m.com"]) {
            let is_common = matches!(label, "com" | "net" | "org" | "co.uk" | "m.com")
                || label.len() == 2 && TOP_LEVEL_DOMAINS.contains(&label);
            let domain = alloc::format!("example.{label}");
            assert_eq!(has_common_ending(domain.as_bytes()), is_common, "{label}");
        }
        assert!(!has_common_ending(b"com") && has_common_ending(b".com"));
    }
}
