//! Where a script is at home.

use super::tables::SCRIPT_COUNTRIES;

/// Whether the top-level label is of a country that writes in the script, given by its ISO 15924 code.
pub(crate) fn writes_in(country: &str, script: &str) -> bool {
    SCRIPT_COUNTRIES.iter().any(|(code, countries)| *code == script && countries.contains(&country))
}
