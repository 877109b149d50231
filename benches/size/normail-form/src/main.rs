//! A form field: what was found, in the reader's language, the address, the suggestion.

use normail::{Language, inspect};

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let inspection = inspect(&text);
    for finding in inspection.findings() {
        println!("{}", finding.message(Language::English));
    }
    let shown = inspection.address().or(inspection.suggestion()).map_or("", |address| address.as_str());
    println!("{shown}");
    #[cfg(feature = "beside-idna")]
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
