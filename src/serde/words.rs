//! Words out, words in: what has a few named values.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::finding::{Applicability, FindingKind, Language, Part, Severity};
use crate::inspect::Verdict;

/// A value that is one word, in every format: the number of a variant may change with a later release, its word may
/// not.
trait Word: Copy {
    const EXPECTED: &'static str;

    fn word(self) -> &'static str;

    fn from_word(word: &str) -> Option<Self>;
}

struct Reader<T>(PhantomData<T>);

impl<T: Word> Visitor<'_> for Reader<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<T, E> {
        T::from_word(word).ok_or_else(|| E::invalid_value(Unexpected::Str(word), &self))
    }
}

macro_rules! serialize_as_words {
    ($($type:ident)+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Reader(PhantomData))
            }
        }
    )+};
}

serialize_as_words! { FindingKind Verdict Severity Applicability Part Language }

impl Word for FindingKind {
    const EXPECTED: &'static str = "the code of a finding";

    fn word(self) -> &'static str {
        self.code()
    }

    fn from_word(word: &str) -> Option<Self> {
        Self::from_code(word)
    }
}

impl Word for Language {
    const EXPECTED: &'static str = "a language that messages are written in";

    fn word(self) -> &'static str {
        self.tag()
    }

    /// What is stored is the tag itself: `es-MX` is none.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == word)
    }
}

/// Both ways from one table, in which no variant can be missing.
macro_rules! words {
    ($($type:ident, $expected:literal { $($variant:ident = $word:literal,)+ })+) => {$(
        impl Word for $type {
            const EXPECTED: &'static str = $expected;

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    )+};
}

words! {
    Verdict, "a verdict" {
        Clean = "clean",
        Repaired = "repaired",
        Doubtful = "doubtful",
        Rejected = "rejected",
    }
    Severity, "a severity" {
        Note = "note",
        Warning = "warning",
        Error = "error",
    }
    Applicability, "an applicability" {
        Automatic = "automatic",
        Confirm = "confirm",
    }
    Part, "a part of an address" {
        Address = "address",
        LocalPart = "local-part",
        QuotedString = "quoted-string",
        Comment = "comment",
        Domain = "domain",
        DomainLiteral = "domain-literal",
    }
}
