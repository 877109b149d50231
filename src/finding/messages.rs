//! One sentence for each finding, in each language: what was found, then what was or can be done.

mod characters;
mod english;
mod spanish;

use alloc::format;
use alloc::string::String;

use super::{Applicability, Detail, Finding, FindingKind, ParseError, Part};

/// A language that messages are written in.
///
/// ```
/// use normail::{Language, inspect};
///
/// let inspection = inspect("ana");
/// assert_eq!(
///     inspection.findings()[0].message(Language::Spanish),
///     "Falta la @ en la dirección: revise la dirección, por favor.",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[non_exhaustive]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Every language, in the order of their tags.
    ///
    /// ```
    /// use normail::Language;
    ///
    /// let tags: Vec<_> = Language::ALL.iter().map(|language| language.tag()).collect();
    /// assert_eq!(tags, ["en", "es"]);
    /// ```
    pub const ALL: &'static [Self] = &[Self::English, Self::Spanish];

    /// Its tag (BCP 47, RFC 5646), as for the `lang` of HTML.
    ///
    /// ```
    /// assert_eq!(normail::Language::Spanish.tag(), "es");
    /// ```
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The language of a tag, by its primary subtag alone, in any letter case: `es-MX` is served by Spanish, as by
    /// the lookup of RFC 4647 3.4. `None` for a language that no message is written in, and for what is no tag.
    ///
    /// ```
    /// use normail::Language;
    ///
    /// assert_eq!(Language::from_tag("es-MX"), Some(Language::Spanish));
    /// assert_eq!(Language::from_tag("EN"), Some(Language::English));
    /// assert_eq!(Language::from_tag("est"), None);
    /// ```
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next()?;
        Self::ALL.iter().copied().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// Unicode's name of the script of a to z.
pub(crate) const LATIN: &str = "Latin";

/// What becomes of a finding: the end of its sentence. It is true whatever else was found: what one finding leaves out
/// may stand in an input that another refuses.
enum Outcome<'a> {
    /// It is no part of the address.
    LeftOut,
    /// It stands for this.
    ReadAs(&'a str),
    /// Shall it be taken away?
    Remove,
    /// It has to be taken away, and nobody can press a button for it.
    HasToGo,
    /// Is this meant?
    Replace(&'a str),
    /// Is what several changes make of it meant?
    Change,
    /// Nothing mends it, and the address cannot be used.
    Unusable,
    /// Nothing mends it, but a person should look.
    Doubtful,
    /// It is only told.
    Told,
}

impl<'a> Outcome<'a> {
    fn of(finding: &'a Finding) -> Self {
        use super::Severity::{Error, Warning};
        let Some(fix) = finding.fix() else {
            return match finding.severity() {
                Error => Self::Unusable,
                Warning if finding.is_answerable => Self::Doubtful,
                _ => Self::Told,
            };
        };
        let texts = || fix.edits().iter().map(super::Edit::replacement);
        if fix.applicability() == Applicability::Automatic {
            return match texts().next() {
                None | Some("") => Self::LeftOut,
                Some(text) => Self::ReadAs(text),
            };
        }
        let mut texts = texts().filter(|text| !text.is_empty());
        match (texts.next(), texts.next()) {
            (None, _) if finding.is_answerable => Self::Remove,
            (None, _) if finding.severity() == Error => Self::HasToGo,
            (None, _) => Self::Told,
            (Some(text), None) => Self::Replace(text),
            (Some(text), Some(other)) if text == other && texts.all(|further| further == text) => {
                Self::Replace(text)
            }
            _ => Self::Change,
        }
    }
}

/// The whole sentence of a finding.
pub(super) fn finding(finding: &Finding, language: Language) -> String {
    let kind = finding.kind();
    let outcome = Outcome::of(finding);
    match language {
        Language::English => {
            let subject = capitalised(&english::subject(kind, finding.detail()));
            format!("{subject}{}", english::outcome(kind, finding.detail(), &outcome))
        }
        Language::Spanish => {
            let subject = spanish::subject(kind, finding.detail());
            spanish::sentence(kind, finding.detail(), &subject, &outcome)
        }
    }
}

/// Whether something else was meant, which is shown as `meant`.
pub(crate) fn did_you_mean(meant: &str, language: Language) -> String {
    match language {
        Language::English => format!("Did you mean {meant}?"),
        Language::Spanish => format!("¿Quería decir {meant}?"),
    }
}

/// What stopped a strict parse, what was found there and what was being read.
pub(super) fn parse_error(error: &ParseError, language: Language) -> String {
    let detail = error.found().map_or(Detail::None, Detail::Char);
    match language {
        Language::English => {
            let subject = english::subject(error.kind(), &detail);
            let found =
                error.found().map_or_else(|| String::from("the end"), |c| characters::quoted(c, language));
            format!("{subject} (found {found} while reading {})", english::part(error.reading()))
        }
        Language::Spanish => {
            let subject = spanish::subject(error.kind(), &detail);
            let found =
                error.found().map_or_else(|| String::from("el final"), |c| characters::quoted(c, language));
            format!("{subject} (se encontró {found} al leer {})", spanish::part(error.reading()))
        }
    }
}

/// The name of a part of an address.
pub(super) fn part(part: Part, language: Language) -> &'static str {
    match language {
        Language::English => english::part(part),
        Language::Spanish => spanish::part(part),
    }
}

/// Whether the subject of a finding is several things.
fn is_plural(kind: FindingKind, detail: &Detail) -> bool {
    // A run of forms names none of them.
    kind == FindingKind::FullWidthForm && *detail == Detail::None
        || matches!(
            kind,
            FindingKind::AngleBrackets | FindingKind::RedundantQuotes | FindingKind::UppercaseDomain
        )
}

/// The words for a line break or for a space, and the name of the latter where it is no ordinary one.
fn named_space(detail: &Detail, [line_break, space]: [&str; 2], language: Language) -> String {
    match detail {
        Detail::Char('\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}') => {
            String::from(line_break)
        }
        Detail::Char(c) if *c != ' ' => format!("{space} ({})", characters::described(*c, language)),
        _ => String::from(space),
    }
}

/// The character that was found, in parentheses.
fn character(detail: &Detail, language: Language) -> String {
    match detail {
        Detail::Char(c) => format!(" ({})", characters::described(*c, language)),
        _ => String::new(),
    }
}

fn text<'a>(detail: &'a Detail, otherwise: &'a str) -> &'a str {
    match detail {
        Detail::Text(text) => text,
        _ => otherwise,
    }
}

/// What starts a sentence is a letter of ASCII, or has no capital.
fn capitalised(text: &str) -> String {
    let mut text = String::from(text);
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}
