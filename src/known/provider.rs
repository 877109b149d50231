//! Mail providers, their domains and what they document.

use core::cmp::Ordering;

#[cfg(feature = "suggest")]
use super::distance::is_within_one_edit;
use super::ends::Ends;
#[cfg(feature = "suggest")]
use super::labels::Labels;
use super::name_list::{NameList, firsts, name_list, seconds};
use super::provider_index::{DOMAINS, provider_place};
use super::tables::{COMMON_DOMAINS, PROVIDER_DOMAINS, PROVIDERS, RULES, RULES_VERSION};

/// The provider of each domain, in their order.
static OWNERS: [u8; PROVIDER_DOMAINS.len()] = seconds(PROVIDER_DOMAINS);
/// Where the rules of each provider stand: behind all of them, where it has none.
static RULES_OF: [u8; PROVIDERS.len()] = {
    assert!(RULES.len() < u8::MAX as usize, "each has a place");
    let mut places = [0; PROVIDERS.len()];
    let mut provider = 0;
    while provider < PROVIDERS.len() {
        #[allow(
            clippy::indexing_slicing,
            clippy::cast_possible_truncation,
            reason = "evaluated at compile time, and the bounds stand around it"
        )]
        {
            let mut rules = 0;
            while rules < RULES.len() && !is_same(RULES[rules].0.as_bytes(), PROVIDERS[provider].0.as_bytes())
            {
                rules += 1;
            }
            places[provider] = rules as u8;
        }
        provider += 1;
    }
    places
};
/// As they are asked for of every address, no list.
static NAMES: [&str; PROVIDERS.len()] = firsts(PROVIDERS);
static MAIN_DOMAINS: NameList = name_list!(&seconds::<{ PROVIDERS.len() }, _>(PROVIDERS));
static COMMON: NameList = name_list!(COMMON_DOMAINS);

/// The version of the rules below, which stored keys carry.
pub(crate) const fn rules_version() -> u32 {
    RULES_VERSION
}

/// What a provider documents of its addresses: a row of `data/provider_rules.toml`, which says what each field means
/// and where it is documented.
#[derive(Debug)]
pub(crate) struct Rules {
    /// The separator before a subaddress.
    pub(crate) tag: Option<char>,
    /// What stands before that separator.
    pub(crate) tag_base: TagBase,
    /// Characters that make no difference in a local part.
    pub(crate) ignored: &'static str,
    /// Characters that stand for one another in a local part, the first for all.
    pub(crate) alike: &'static str,
    /// What a local part may hold besides ASCII letters and digits, a tag aside.
    pub(crate) characters: Option<&'static str>,
    /// Domains in which one local part is one mailbox, the first for all.
    pub(crate) domain_aliases: &'static [&'static str],
    /// Whether `anything@user.domain` reaches `user@domain`.
    pub(crate) subdomain: bool,
    /// What a hyphen of such a subdomain stands for in the local part.
    pub(crate) subdomain_hyphen: Option<char>,
    /// The only domains in which the rules hold; empty for all of the provider's.
    pub(crate) domains: &'static [&'static str],
}

/// What is left of a local part without its tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TagBase {
    /// The local part of the mailbox.
    Mailbox,
    /// A name that tells the owner, and no mailbox.
    Name,
}

/// The names of providers that are no word of any language: a slip of them is a slip.
const DISTINCTIVE: [&str; 7] = ["gmail", "googlemail", "hotmail", "yahoo", "outlook", "icloud", "protonmail"];

/// Their domains under `com`, in the same order.
#[cfg(feature = "suggest")]
const DISTINCTIVE_COM: [&str; 7] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "yahoo.com",
    "outlook.com",
    "icloud.com",
    "protonmail.com",
];

/// The distinctive names.
pub(crate) fn distinctive_names() -> impl Iterator<Item = &'static str> {
    DISTINCTIVE.into_iter()
}

/// Whether the name is a distinctive one.
pub(crate) fn is_distinctive(name: &str) -> bool {
    DISTINCTIVE.contains(&name)
}

/// Whether the first label of a domain, or the domain, may be a slip of a distinctive one, told by the first two letters
/// and by the last two of the label: one edit leaves these or those, and a moved dot the first. It may be where it is
/// not, and is not where this says no. The label has two letters at least.
#[cfg(feature = "suggest")]
#[inline]
pub(crate) fn may_be_near_distinctive(domain: Ends, name_end: [u8; 2]) -> bool {
    /// The longest of them with a dot between any two letters.
    const OCTETS_MAX: usize = 25;
    const STARTS: [u32; 32] = pairs(false);
    const ENDS: [u32; 32] = pairs(true);
    let of = |pairs: &[u32; 32], [one, other]: [u8; 2]| {
        pairs.get(usize::from(one & 31)).map_or(0, |others| others >> (other & 31))
    };
    let [first, second, ..] = domain.first.to_le_bytes();
    (domain.octets <= OCTETS_MAX) & ((of(&STARTS, [first, second]) | of(&ENDS, name_end)) & 1 == 1)
}

/// The pairs of letters that the distinctive names start or end with: a bit for the other in the row of the one.
#[cfg(feature = "suggest")]
const fn pairs(are_ends: bool) -> [u32; 32] {
    let mut pairs = [0; 32];
    let mut at = 0;
    while at < DISTINCTIVE.len() {
        #[allow(
            clippy::indexing_slicing,
            clippy::arithmetic_side_effects,
            reason = "evaluated at compile time, and the bound stands above"
        )]
        {
            let name = DISTINCTIVE[at].as_bytes();
            let first = if are_ends { name.len() - 2 } else { 0 };
            pairs[(name[first] & 31) as usize] |= 1 << (name[first + 1] & 31);
            at += 1;
        }
    }
    pairs
}

/// Whether a name may be within one edit of a distinctive one, or the domain be one with its dot moved: a filter that
/// lets no slip through and looks nothing up.
#[cfg(feature = "suggest")]
pub(crate) fn is_near_distinctive(labels: &Labels<'_>) -> bool {
    const LETTERS: [u32; 7] = {
        let mut letters = [0; 7];
        let mut at = 0;
        while at < letters.len() {
            #[allow(
                clippy::indexing_slicing,
                reason = "evaluated at compile time, and the bound stands above"
            )]
            {
                letters[at] = letters_of(DISTINCTIVE[at].as_bytes());
            }
            at += 1;
        }
        letters
    };
    let letters = letters_of(labels.name.as_bytes());
    // One edit changes at most two letters of the set.
    let is_near = |other: &u32| {
        let one_less = (letters ^ other) & (letters ^ other).wrapping_sub(1);
        one_less & one_less.wrapping_sub(1) == 0
    };
    if LETTERS.iter().any(is_near) {
        if is_distinctive(labels.name) {
            return labels.ending != "com";
        }
        // A longer ending is no slip of `com`.
        if labels.ending.len() <= ".com".len() {
            return true;
        }
    }
    DISTINCTIVE_COM.iter().any(|com| is_alike_without_dots(labels.domain, com))
}

#[cfg(feature = "suggest")]
fn is_alike_without_dots(one: &str, other: &str) -> bool {
    let letters = |byte: &u8| *byte != b'.';
    one.as_bytes().first() == other.as_bytes().first()
        && one.bytes().filter(letters).eq(other.bytes().filter(letters))
}

/// The set of letters, a bit for each.
#[cfg(feature = "suggest")]
const fn letters_of(name: &[u8]) -> u32 {
    let mut letters = 0;
    let mut rest = name;
    while let [first, others @ ..] = rest {
        letters |= 1 << (*first & 31);
        rest = others;
    }
    letters
}

/// The `com` of the distinctive name that a domain is one slip away from: in its name, in its ending, or with its one
/// dot moved.
#[cfg(feature = "suggest")]
pub(crate) fn slip_of_distinctive(domain: &str, name: &str, ending: &str) -> Option<&'static str> {
    DISTINCTIVE_COM.iter().copied().find(|com| {
        let meant = com.strip_suffix(".com").unwrap_or(com);
        let is_slip = is_within_one_edit(name, meant)
            && is_within_one_edit(ending, "com")
            && (name == meant || endings_of(name).next().is_none());
        is_slip || is_alike_without_dots(domain, com)
    })
}

/// Whether two names are one, for a constant.
const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

/// The name of the provider that a domain belongs to.
#[inline]
pub(crate) fn provider_of(domain: &str) -> Option<&'static str> {
    let domain = domain.as_bytes();
    provider_in(provider_place(domain, Ends::of(domain))?)
}

/// The name of the provider that the domain in that place belongs to.
pub(crate) fn provider_in(place: usize) -> Option<&'static str> {
    NAMES.get(usize::from(*OWNERS.get(place)?)).copied()
}

/// What the provider of a domain documents of addresses there.
pub(crate) fn rules_of(domain: &str) -> Option<&'static Rules> {
    named_rules_of(domain).map(|(_, rules)| rules)
}

/// Whether the provider documents which characters a local part may hold.
pub(crate) fn has_own_characters(provider: &str) -> bool {
    RULES.iter().any(|(name, rules)| *name == provider && rules.characters.is_some())
}

/// The same, with the provider's name.
pub(crate) fn named_rules_of(domain: &str) -> Option<(&'static str, &'static Rules)> {
    let domain_place = provider_place(domain.as_bytes(), Ends::of(domain.as_bytes()))?;
    let place = RULES_OF.get(usize::from(*OWNERS.get(domain_place)?))?;
    let (name, rules) = RULES.get(usize::from(*place))?;
    (rules.domains.is_empty() || rules.domains.contains(&domain)).then_some((*name, rules))
}

/// The endings that a provider's name has of its own: `com`, `es`, `co.uk` … for `yahoo`.
pub(crate) fn endings_of(name: &str) -> impl Iterator<Item = &'static str> {
    domains_of(name).filter_map(|(domain, _)| domain.split_once('.').map(|(_, ending)| ending))
}

/// The provider domains whose first label is `name`.
fn domains_of(name: &str) -> impl Iterator<Item = (&'static str, u8)> {
    // The dot sorts before letters and digits, but after the hyphen: `name-x` stands before `name.com`.
    let first = DOMAINS.search(|domain| {
        let (label, rest) = domain.split_at_checked(name.len()).unwrap_or((domain, b""));
        let is_before = (label, rest.first().copied().unwrap_or(0)) < (name.as_bytes(), b'.');
        if is_before { Ordering::Less } else { Ordering::Greater }
    });
    let first = first.unwrap_or_else(|place| place);
    let rest = (first..).map_while(|place| Some((DOMAINS.get(place)?, *OWNERS.get(place)?)));
    rest.take_while(move |(domain, _)| domain.strip_prefix(name).is_some_and(|rest| rest.starts_with('.')))
}

/// The one domain that a provider's name alone stands for: its `com`, or its main one; none where two providers share
/// the name.
pub(crate) fn sole_domain(name: &str) -> Option<&'static str> {
    let ends_in_com = |domain: &&str| domain.strip_prefix(name) == Some(".com");
    if is_distinctive(name) {
        return domains_of(name).map(|(domain, _)| domain).find(ends_in_com);
    }
    let (first, provider) = domains_of(name).next()?;
    if domains_of(name).any(|(_, other)| other != provider) {
        return None;
    }
    if domains_of(name).nth(1).is_none() {
        return Some(first);
    }
    let main = MAIN_DOMAINS.get(usize::from(provider))?;
    (main.split('.').next() == Some(name)).then_some(main)
}

/// A domain that may well be meant although it is close to a provider's.
pub(crate) fn is_common_domain(domain: &str) -> bool {
    COMMON.place_of(domain).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn providers_by_domain_and_by_name() {
        assert_eq!(provider_of("gmail.com"), Some("gmail"));
        assert_eq!(provider_of("example.com"), None);
        assert!(endings_of("yahoo").any(|ending| ending == "co.uk"));
        assert!(endings_of("gmx").any(|ending| ending == "de"));
        assert_eq!(endings_of("t-online").next(), Some("de"));
        assert_eq!(sole_domain("hotmail"), Some("hotmail.com"));
        assert_eq!(sole_domain("mail"), None);
    }

    /// A local part of letters, digits and dots is not looked at further.
    #[test]
    fn every_provider_takes_dots() {
        for (provider, rules) in RULES {
            assert!(rules.characters.is_none_or(|characters| characters.contains('.')), "{provider}");
        }
    }

    /// Each name with one edit, and each domain with its dot anywhere.
    #[cfg(feature = "suggest")]
    #[test]
    fn a_slip_of_a_distinctive_name_is_near_one() {
        let is_seen = |domain: &str| {
            let [.., one, other] = domain.split('.').next().expect("there is a label").as_bytes() else {
                return true;
            };
            may_be_near_distinctive(Ends::of(domain.as_bytes()), [*one, *other])
        };
        for (name, com) in DISTINCTIVE.into_iter().zip(DISTINCTIVE_COM) {
            for at in 0..=name.len() {
                let (start, end) = name.split_at(at);
                let mut slips = alloc::vec![alloc::format!("{start}0{end}")];
                if let Some(end) = end.get(1..) {
                    slips.extend([alloc::format!("{start}{end}"), alloc::format!("{start}0{end}")]);
                }
                if let (Some(pair), Some(end)) = (end.as_bytes().first_chunk(), end.get(2..)) {
                    let [one, other] = pair.map(char::from);
                    slips.push(alloc::format!("{start}{other}{one}{end}"));
                }
                for slip in slips {
                    assert!(is_within_one_edit(&slip, name), "{slip}");
                    assert!(is_seen(&alloc::format!("{slip}.com")), "{slip}");
                }
            }
            let letters = com.replace('.', "");
            for at in 2..letters.len() {
                let (start, end) = letters.split_at(at);
                assert!(is_seen(&alloc::format!("{start}.{end}")), "{start}.{end}");
            }
            let dotted =
                letters.split("").filter(|letter| !letter.is_empty()).collect::<alloc::vec::Vec<_>>();
            assert!(is_alike_without_dots(&dotted.join("."), com) && dotted.join(".").len() <= 25, "{com}");
        }
        assert!(!is_seen("example.com") && !is_seen("gamil.a-much-longer-domain.com"));
    }

    #[test]
    fn every_provider_domain_is_found_by_its_name() {
        for (domain, _) in PROVIDER_DOMAINS {
            let (name, ending) = domain.split_once('.').expect("a domain has two labels");
            assert!(endings_of(name).any(|own| own == ending), "{domain}");
        }
    }
}
