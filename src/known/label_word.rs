//! Words that stand before a colon and an address: the names of fields, schemes, labels.

use super::name_list::{NameList, name_list};
use super::tables::LABEL_WORDS;

static WORDS: NameList = name_list!(LABEL_WORDS);

/// Whether the word, in small letters and without accents, is one of them.
pub(crate) fn is_label_word(word: &str) -> bool {
    WORDS.place_of(word).is_some()
}

#[cfg(test)]
mod tests {
    use super::is_label_word;

    #[test]
    fn fields_schemes_and_labels() {
        assert!(["to", "para", "smtp", "email", "кому"].into_iter().all(is_label_word));
        assert!(!["team", "To", "ventas", ""].into_iter().any(is_label_word));
    }
}
