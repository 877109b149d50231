//! Scripts of a word, and how they may be mixed (UTS #39 5.1 and 5.2).

use unicode_script::{Script, ScriptExtension, UnicodeScript};
use unicode_security::mixed_script::AugmentedScriptSet;

/// How the scripts of a word lie together, from the strictest level of UTS #39 5.2 to the loosest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mixture {
    /// All of it is in one script, Han with its companions counted as one (Single Script).
    Single,
    /// Latin beside Chinese, Japanese or Korean (Highly Restrictive).
    WithEastAsian,
    /// Latin beside one other Recommended script, Cyrillic and Greek aside (Moderately Restrictive).
    WithRecommended,
    /// Any other.
    Loose,
}

/// The mixture of a word of letters, marks and digits. Scripts of Limited Use count as any other: nobody's name is
/// suspect.
pub(crate) fn mixture(word: impl Iterator<Item = char> + Clone) -> Mixture {
    if is_in_one_script(word.clone()) {
        return Mixture::Single;
    }
    let mut all = AugmentedScriptSet::default();
    let mut beside_latin = AugmentedScriptSet::default();
    for c in word {
        let set = AugmentedScriptSet::for_char(c);
        all.intersect_with(set);
        if !set.base.contains_script(Script::Latin) {
            beside_latin.intersect_with(set);
        }
    }
    if !all.is_empty() {
        Mixture::Single
    } else if beside_latin.hanb || beside_latin.jpan || beside_latin.kore {
        Mixture::WithEastAsian
    } else if beside_latin.base.iter().any(goes_with_latin) {
        Mixture::WithRecommended
    } else {
        Mixture::Loose
    }
}

/// The common case: one script that every letter is written in.
fn is_in_one_script(word: impl Iterator<Item = char>) -> bool {
    let letters = word.filter(|c| !c.is_ascii() || c.is_ascii_alphabetic());
    let mut sets =
        letters.map(|c| if c.is_ascii() { Script::Latin.into() } else { ScriptExtension::from(c) });
    let first = sets.next();
    first.is_none_or(|first| !sets.fold(first, ScriptExtension::intersection).is_empty())
}

fn goes_with_latin(script: Script) -> bool {
    script.is_recommended() && !matches!(script, Script::Cyrillic | Script::Greek)
}

/// Unicode's name for the script of a letter; `None` for what many scripts share.
pub(crate) fn script_name(c: char) -> Option<&'static str> {
    match c.script() {
        Script::Common | Script::Inherited | Script::Unknown => None,
        script => Some(script.full_name()),
    }
}

/// Unicode's name for the one script that the word is in, if that is not Latin; digits and what every script shares set
/// aside.
pub(crate) fn sole_script(word: impl Iterator<Item = char>) -> Option<&'static str> {
    let mut scripts = word.map(ScriptExtension::from).filter(|set| !set.is_common() && !set.is_inherited());
    let first = scripts.next()?;
    let shared = scripts.fold(first, ScriptExtension::intersection);
    shared.iter().next().filter(|script| *script != Script::Latin).map(Script::full_name)
}

/// Whether the letter is of the Latin script, or of none of its own.
pub(crate) fn is_latin_or_shared(c: char) -> bool {
    ScriptExtension::from(c).contains_script(Script::Latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mixtures() {
        let cases = [
            ("ana", Mixture::Single),
            ("мария", Mixture::Single),
            ("ⵣⵉⵔⵉ", Mixture::Single),
            ("山田taro", Mixture::WithEastAsian),
            ("한글abc", Mixture::WithEastAsian),
            ("ひらabc", Mixture::WithEastAsian),
            ("ㄅㄆabc", Mixture::WithEastAsian),
            ("ไทยshop", Mixture::WithRecommended),
            ("user1٢", Mixture::WithRecommended),
            ("mаria", Mixture::Loose),
            ("αna", Mixture::Loose),
            ("Ꭰna", Mixture::Loose),
            ("ไทยмир", Mixture::Loose),
            ("山田и", Mixture::Loose),
            ("", Mixture::Single),
            ("123", Mixture::Single),
        ];
        for (word, expected) in cases {
            assert_eq!(mixture(word.chars()), expected, "{word}");
        }
    }

    #[test]
    fn one_script_is_told_without_a_set_of_them() {
        for word in ["ana", "мария1", "山田", "123"] {
            assert!(is_in_one_script(word.chars()), "{word}");
        }
        assert!(!is_in_one_script("mаria".chars()));
    }

    #[test]
    fn script_names() {
        assert_eq!(
            ['а', 'a', 'ᐃ'].map(script_name),
            [Some("Cyrillic"), Some("Latin"), Some("Canadian_Aboriginal")]
        );
        assert_eq!(['1', '\u{301}', '\u{378}'].map(script_name), [None; 3]);
    }

    #[test]
    fn sole_scripts() {
        assert_eq!(sole_script("сео1".chars()), Some("Cyrillic"));
        assert_eq!(sole_script("ceo".chars()), None);
        assert_eq!(sole_script("123".chars()), None);
        assert_eq!(sole_script("cео".chars()), None);
    }
}
