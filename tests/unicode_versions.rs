//! The tables of the Unicode crates are of one version, which the documentation states.

use std::collections::BTreeMap;
use std::fmt::Debug;

use icu_properties::CodePointMapData;
use icu_properties::props::{CanonicalCombiningClass, GeneralCategory, Script as IcuScript};
use unicode_normalization::char::canonical_combining_class;
use unicode_script::{Script, UnicodeScript};
use unicode_security::general_security_profile::GeneralSecurityProfile;

const VERSION: (u64, u64, u64) = (18, 0, 0);

fn every_char() -> impl Iterator<Item = char> {
    '\0'..=char::MAX
}

#[test]
fn crates_that_state_a_version_state_this_one() {
    let (major, minor, update) = unicode_normalization::UNICODE_VERSION;
    assert_eq!((major.into(), minor.into(), update.into()), VERSION);
    assert_eq!(unicode_script::UNICODE_VERSION, VERSION);
    assert_eq!(unicode_security::UNICODE_VERSION, VERSION);
    assert!(include_str!("../README.md").contains(&format!("Unicode {}", VERSION.0)));
    // The standard library serves case alone here, and may lag by a version or two.
    let (major, ..) = char::UNICODE_VERSION;
    assert!(u64::from(major) + 2 >= VERSION.0, "{major}");
}

/// `icu_properties` states none: what is a character to it must be one to the others.
#[test]
fn icu_properties_knows_the_same_characters() {
    let categories = CodePointMapData::<GeneralCategory>::new();
    for c in every_char() {
        let is_known =
            !matches!(categories.get(c), GeneralCategory::Unassigned | GeneralCategory::PrivateUse);
        assert_eq!(c.script() != Script::Unknown, is_known, "{c:?}");
    }
}

/// Two crates have their own names for the classes of a property: what is one class to one must be one to the other.
fn assert_same_classes<A: Copy + Ord + Debug, B: Copy + Ord + Debug>(
    ours: impl Fn(char) -> A,
    theirs: impl Fn(char) -> B,
) {
    let (mut there, mut back) = (BTreeMap::new(), BTreeMap::new());
    for c in every_char() {
        let (own, other) = (ours(c), theirs(c));
        assert_eq!(*there.entry(own).or_insert(other), other, "{c:?}");
        assert_eq!(*back.entry(other).or_insert(own), own, "{c:?}");
    }
    assert!(there.len() > 50, "{}", there.len());
}

#[test]
fn icu_properties_knows_the_same_combining_classes() {
    let classes = CodePointMapData::<CanonicalCombiningClass>::new();
    assert_same_classes(canonical_combining_class, |c| classes.get(c));
}

#[test]
fn icu_properties_knows_the_same_scripts() {
    let scripts = CodePointMapData::<IcuScript>::new();
    assert_same_classes(|c| c.script().full_name(), |c| scripts.get(c));
}

#[test]
fn identifiers_hold_known_characters() {
    for c in every_char().filter(|c| c.identifier_allowed()) {
        assert_ne!(c.script(), Script::Unknown, "{c:?}");
    }
}

/// `idna` maps by tables of its own, below it in the tree.
#[test]
fn idna_knows_letters_of_this_version() {
    let categories = CodePointMapData::<GeneralCategory>::new();
    // Devanagari, Bengali and Khitan letters that Unicode 18 brought.
    for c in ['\u{11B0A}', '\u{11DF1}', '\u{18CD6}'] {
        assert_eq!(categories.get(c), GeneralCategory::OtherLetter, "{c:?}");
        assert!(normail::parse(&format!("ana@{c}{c}.com")).is_ok(), "{c:?}");
    }
}
