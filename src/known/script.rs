//! Where a script is at home.

use super::tables::SCRIPT_COUNTRIES;

/// Whether the top-level label is of a country that writes in the script, given by Unicode's name for it.
pub(crate) fn writes_in(country: &str, script: &str) -> bool {
    rows().any(|(name, mut countries)| name == script && countries.any(|label| label == country))
}

/// Each script with its countries.
fn rows() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    SCRIPT_COUNTRIES
        .lines()
        .filter_map(|row| row.split_once(' '))
        .map(|(name, countries)| (name, countries.split(' ')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_script::Script;

    #[test]
    fn every_script_is_unicodes() {
        for (name, _) in rows() {
            assert!(Script::from_full_name(name).is_some(), "{name}");
        }
    }

    #[test]
    fn scripts_at_home() {
        assert!(writes_in("bg", "Cyrillic") && writes_in("uz", "Cyrillic") && writes_in("jp", "Han"));
        assert!(!writes_in("com", "Cyrillic") && !writes_in("bg", "Greek") && !writes_in("b", "Cyrillic"));
    }
}
