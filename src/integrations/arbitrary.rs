//! Addresses out of a fuzzer's bytes, by arbitrary.

use alloc::string::String;

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::address::EmailAddress;
use crate::policy::Policy;

/// Where bytes run out, the first of each list is taken.
const NAMES: &[&str] = &[
    "ana",
    "Ana",
    "o'neil",
    "no-reply",
    "50%deal",
    "jose\u{301}",
    "stra\u{DF}e",
    "\u{430}na",
    "мария",
    "山田",
    "उपयोगकर्ता",
    "نامه\u{200C}ای",
];
const SEPARATORS: &[&str] = &[".", "+", "-", "_"];
const LABELS: &[&str] =
    &["example", "gmail", "mail", "a-b", "BÜCHER", "xn--bcher-kva", "пример", "例え", "उदाहरण", "مثال"];
const ENDINGS: &[&str] = &["com", "org", "example", "co.uk", "рф", "भारत"];

/// So many words, of so many letters at most, leave a local part mostly within its 64 octets: what is longer is refused.
const WORDS_MAX: usize = 3;
const CHARS_MAX: usize = 5;

#[cfg_attr(not(doctest), doc = include_str!("arbitrary.md"))]
impl<'a> Arbitrary<'a> for EmailAddress {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let mut text = word(bytes)?;
        for _ in 1..bytes.int_in_range(1..=WORDS_MAX)? {
            text.push_str(bytes.choose(SEPARATORS)?);
            text.push_str(&word(bytes)?);
        }
        text.push('@');
        for _ in 0..bytes.int_in_range(1..=WORDS_MAX)? {
            text.push_str(bytes.choose(LABELS)?);
            text.push('.');
        }
        text.push_str(bytes.choose(ENDINGS)?);
        const { &Policy::form() }.parse(&text).map_err(|_| Error::IncorrectFormat)
    }
}

/// A name, or letters and digits of any script.
fn word(bytes: &mut Unstructured<'_>) -> Result<String> {
    let mut word = String::new();
    for _ in 0..bytes.int_in_range(0..=CHARS_MAX)? {
        let c: char = bytes.arbitrary()?;
        word.extend(c.is_alphanumeric().then_some(c));
    }
    if word.is_empty() {
        word.push_str(bytes.choose(NAMES)?);
    }
    Ok(word)
}
