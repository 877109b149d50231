//! Slips in a domain: which well-known one was likely meant. Two likely readings are none.

use alloc::borrow::Cow;
use alloc::format;

use crate::known::{
    Ends, Labels, distance, endings_of, has_common_ending, is_common_domain, is_distinctive,
    is_near_distinctive, is_public_suffix, is_top_level_domain, is_within_one_edit, may_be_near_distinctive,
    may_name_a_provider, provider_of, slip_of_distinctive, sole_domain, special_use,
};
use crate::syntax::Scan;

/// Names that networks use among themselves without a registry.
const PRIVATE: [&str; 6] = ["lan", "home", "corp", "internal", "alt", "local"];

/// Endings that a slip likely meant, before any country's.
const COMMON_ENDINGS: [&str; 4] = ["com", "net", "org", "edu"];

/// Countries with many addresses: a slip of their ending is worth a question.
const BIG_COUNTRIES: [&str; 30] = [
    "ar", "at", "au", "be", "br", "ca", "ch", "cl", "cn", "co", "cz", "de", "dk", "es", "fr", "gr", "in",
    "it", "jp", "kr", "mx", "nl", "pl", "pt", "ru", "se", "tr", "ua", "uk", "us",
];

/// The domain that was likely meant in place of this one, in its normal form.
pub(super) fn meant(labels: &Labels<'_>) -> Option<Cow<'static, str>> {
    if labels.ending.is_empty() {
        return distinctive_label(labels.domain);
    }
    if is_far_from_all(labels) { None } else { slip(labels) }
}

/// The common case: an ending that exists, and a name that is no provider's nor near to a distinctive one. It looks
/// nothing up.
pub(super) fn is_far_from_all(labels: &Labels<'_>) -> bool {
    is_top_level_domain(labels.top)
        && !is_near_distinctive(labels)
        // Of one label, an ending that exists is a slip of a distinctive name's alone.
        && (labels.ending.len() == labels.top.len()
            || !may_name_a_provider(Ends::of(labels.domain.as_bytes()), labels.name.len()))
}

/// Whether the domain of a clean text has one of the most common endings and is no slip of anything, told without a
/// branch that one domain takes and the next does not; `false` says no more than that another has to look.
#[inline(always)]
pub(super) fn is_ordinary(text: &[u8], scan: Scan, domain: Ends) -> bool {
    let first_dot = scan.first_dot();
    let Some(name_end) = text.get(first_dot.wrapping_sub(2)..).and_then(|end| end.first_chunk()) else {
        return false;
    };
    let octets = first_dot.wrapping_sub(scan.at()).wrapping_sub(1);
    has_common_ending(text)
        & (octets > 1)
        & !may_be_near_distinctive(domain, *name_end)
        & (first_dot == scan.last_dot() || !may_name_a_provider(domain, octets))
}

/// A distinctive name without its ending, or without its dot, where a single label is taken for a domain.
fn distinctive_label(label: &str) -> Option<Cow<'static, str>> {
    let name = label.strip_suffix("com").unwrap_or(label);
    is_distinctive(name).then(|| format!("{name}.com").into())
}

#[cold]
fn slip(labels: &Labels<'_>) -> Option<Cow<'static, str>> {
    let Labels { domain, name, ending, top } = *labels;
    if provider_of(domain).is_some()
        || is_common_domain(domain)
        || special_use(labels).is_some()
        || PRIVATE.contains(&top)
    {
        return None;
    }
    if is_distinctive(name) && ending == "com.com" {
        return Some(format!("{name}.com").into());
    }
    own_ending(name, ending)
        .map(|own| format!("{name}.{own}").into())
        .or_else(|| slip_of_distinctive(domain, name, ending).map(Cow::Borrowed))
        .or_else(|| slip_of_ending(domain, top).map(Cow::Owned))
}

/// The last label, if it is in no list. A number is another fault.
pub(super) fn unknown_ending<'a>(labels: &Labels<'a>) -> Option<&'a str> {
    let Labels { ending, top, .. } = *labels;
    let is_number = || top.bytes().all(|byte| byte.is_ascii_digit());
    (!ending.is_empty() && !is_top_level_domain(top) && !is_number()).then_some(top)
}

/// The ending that a provider's exact name was likely given.
fn own_ending(name: &str, ending: &str) -> Option<&'static str> {
    let first = endings_of(name).next()?;
    if !has_the_shape_of_an_ending(ending) {
        return None;
    }
    if matches!(name, "gmail" | "icloud") {
        return Some("com");
    }
    let exists = if ending.contains('.') { is_public_suffix(ending) } else { is_top_level_domain(ending) };
    if exists {
        return None;
    }
    if is_doubled_com(ending) && endings_of(name).any(|own| own == "com") {
        return Some("com");
    }
    let near = |own: &&str| distance(own, ending).filter(|distance| *distance <= 2);
    let nearest = endings_of(name).filter_map(|own| near(&own)).min()?;
    let mut candidates = endings_of(name).filter(|own| near(own) == Some(nearest));
    let candidate = candidates.next().unwrap_or(first);
    match candidates.next() {
        None => Some(candidate),
        // Two are as near.
        Some(_) => endings_of(name).find(|own| *own == "com" && near(own) == Some(nearest)),
    }
}

/// One label, a public suffix, or `com`, `co`, `net`, `ne`, `org` and a label.
fn has_the_shape_of_an_ending(ending: &str) -> bool {
    match ending.split_once('.') {
        None => true,
        Some((second, top)) => {
            is_public_suffix(ending)
                || matches!(second, "com" | "co" | "net" | "ne" | "org") && !top.contains('.')
        }
    }
}

/// The domain with the ending that one slip made of an ending which does not exist.
fn slip_of_ending(domain: &str, top: &str) -> Option<alloc::string::String> {
    if is_top_level_domain(top) {
        return None;
    }
    let only = |endings: &[&'static str]| {
        let mut near = endings.iter().copied().filter(|ending| is_within_one_edit(ending, top));
        near.next().filter(|_| near.next().is_none())
    };
    let meant = if COMMON_ENDINGS.iter().any(|ending| is_within_one_edit(ending, top)) {
        only(&COMMON_ENDINGS)
    } else {
        only(&BIG_COUNTRIES)
    }?;
    let before = domain.strip_suffix(top)?.strip_suffix('.')?;
    // What is there twice was typed twice: `acme.com.con`.
    let is_doubled = before.strip_suffix(meant).is_some_and(|before| before.ends_with('.'));
    Some(if is_doubled { before.into() } else { format!("{before}.{meant}") })
}

/// `com` and a slip of it.
fn is_doubled_com(ending: &str) -> bool {
    ending.strip_prefix("com.").is_some_and(|slip| is_within_one_edit(slip, "com"))
}

/// Whether an ending that people type is a country's: two letters, and in the list.
pub(super) fn is_country(label: &str) -> bool {
    label.len() == 2 && is_top_level_domain(label)
}

/// The domain that a provider's name alone stands for, also where its dot was lost: `gmail`, `gmailcom`.
pub(super) fn of_single_label(label: &str) -> Option<Cow<'static, str>> {
    if let Some(sole) = sole_domain(label) {
        return Some(sole.into());
    }
    (1..label.len()).find_map(|dot| {
        let (name, ending) = label.split_at_checked(dot)?;
        endings_of(name).any(|own| own == ending).then(|| format!("{name}.{ending}").into())
    })
}

#[cfg(test)]
mod tests {
    use super::{is_far_from_all, is_ordinary};
    use crate::known::{Ends, Labels};
    use crate::policy::Policy;

    /// What they are not sure of costs a second look.
    #[test]
    fn the_common_domain_is_looked_up_nowhere() {
        for domain in ["acme.es", "acme-foods.com", "shop.acme-foods.com", "gmx.de"] {
            assert!(is_far_from_all(&Labels::of(domain)), "{domain}");
        }
        for domain in ["acme.con", "gmial.com", "hotmail.con"] {
            assert!(!is_far_from_all(&Labels::of(domain)), "{domain}");
        }
        for (input, expected) in [
            ("ana@acme-foods.com", true),
            ("ana@shop.acme-foods.com", true),
            ("ana@zoho.com", true),
            ("ana@gmial.com", false),
            ("ana@acme-foods.con", false),
        ] {
            let scan = Policy::form().scan(input).expect("it is clean");
            let ends = Ends::behind(input.as_bytes(), scan.at() + 1).expect("it has a domain");
            assert_eq!(is_ordinary(input.as_bytes(), scan, ends), expected, "{input}");
        }
    }
}
