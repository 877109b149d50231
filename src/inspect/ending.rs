//! Whether a domain ends as domains do.

use crate::normalize::DomainName;

/// Whether the text is a domain of two labels or more whose last one is a top-level domain.
pub(super) fn has_existing_ending(domain: &str) -> bool {
    let Ok(name) = DomainName::parse(domain) else { return false };
    name.as_str().rsplit_once('.').is_some_and(|(_, last)| is_top_level(last))
}

#[cfg(feature = "suggest")]
fn is_top_level(label: &str) -> bool {
    crate::known::is_top_level_domain(label)
}

/// Without the list, what looks like an ending may be one.
#[cfg(not(feature = "suggest"))]
fn is_top_level(label: &str) -> bool {
    label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::has_existing_ending;

    #[test]
    fn endings() {
        assert!(["example.com", "a.b.es", "Example.COM"].into_iter().all(has_existing_ending));
        assert!(
            !["anagil", "ana.gilgil", "1.2.3.4", ".com", "a..com", "a b.com"]
                .into_iter()
                .any(has_existing_ending)
        );
    }
}
