//! The e-mail security profile of UTS #39, section "Email Security Profiles for Identifiers": each clause on its own.

use unicode_normalization::is_nfkc;

use crate::address::EmailAddress;
use crate::normalize::to_u_label;
use crate::syntax::{Domain, Grammar, is_atext};
use crate::unicode::{
    CharClass, Mixture, classify, has_mixed_numbers, has_odd_marks_within, is_identifier_char, is_nfc,
    is_xid_start, mixture,
};

/// How freely scripts may be mixed in an identifier (UTS #39 5.2), from the strictest level to the loosest.
///
/// ```
/// use normail::RestrictionLevel;
///
/// assert!(RestrictionLevel::SingleScript < RestrictionLevel::ModeratelyRestrictive);
/// assert_eq!(RestrictionLevel::of("ana"), RestrictionLevel::AsciiOnly);
/// assert_eq!(RestrictionLevel::of("山田taro"), RestrictionLevel::HighlyRestrictive);
/// // A Cyrillic а among Latin letters.
/// assert_eq!(RestrictionLevel::of("mаria"), RestrictionLevel::MinimallyRestrictive);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RestrictionLevel {
    /// All characters are ASCII.
    AsciiOnly,
    /// All are in one script, Han and its companions counted as one.
    SingleScript,
    /// Latin with Chinese, Japanese or Korean.
    HighlyRestrictive,
    /// Latin with one other Recommended script, Cyrillic and Greek aside.
    ModeratelyRestrictive,
    /// Any mixture of characters that may stand in identifiers.
    MinimallyRestrictive,
    /// Characters among them that may stand in none.
    Unrestricted,
}

impl RestrictionLevel {
    /// The level of a text. ASCII punctuation, which is no identifier character, does not count against it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::AsciiOnly;
        }
        if !text.chars().all(|c| c.is_ascii() || is_identifier_char(c)) {
            return Self::Unrestricted;
        }
        match mixture(text.chars()) {
            Mixture::Single => Self::SingleScript,
            Mixture::WithEastAsian => Self::HighlyRestrictive,
            Mixture::WithRecommended => Self::ModeratelyRestrictive,
            Mixture::Loose => Self::MinimallyRestrictive,
        }
    }
}

/// Declares the clauses, their list, and the bit that each has in a profile.
macro_rules! clauses {
    ($($(#[doc = $doc:literal])+ $clause:ident,)+) => {
        /// A clause of the e-mail security profile.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum SecurityClause {
            $($(#[doc = $doc])+ $clause,)+
        }

        impl SecurityClause {
            const ALL: &'static [Self] = &[$(Self::$clause,)+];
        }
    };
}

clauses! {
    /// Domain part: its labels hold identifier characters alone (IDN security profile, UTS #39 3.2).
    DomainCharacters,
    /// Domain part: each label keeps within the restriction level (UTS #39 5.2).
    DomainRestrictionLevel,
    /// Domain part: no label mixes the digits of two systems (UTS #39 5.3).
    DomainMixedNumbers,
    /// Local part, clause 1: it is in NFKC.
    LocalPartNfkc,
    /// Local part, clause 2: it keeps within the restriction level (UTS #39 5.2).
    LocalPartRestrictionLevel,
    /// Local part, clause 3: it does not mix the digits of two systems (UTS #39 5.3).
    LocalPartMixedNumbers,
    /// Local part, clause 4: it is a dot-atom-text (RFC 5322 3.2.3) whose characters beyond ASCII are identifier
    /// characters, the first of them XID_Start.
    LocalPartDotAtom,
    /// Quoted-string part, clause 1: it is in NFC.
    QuotedStringNfc,
    /// Quoted-string part, clause 2: it holds no bidi control that reaches beyond it.
    QuotedStringBidi,
    /// Quoted-string part, clause 3: no more than four nonspacing marks in a row, and none doubled.
    QuotedStringMarks,
}

/// Which clauses of the e-mail security profile an address, or a display name, meets.
///
/// The profile is stricter than what the crate's findings speak of: it is for those who give out addresses rather
/// than for those who take them.
///
/// ```
/// use normail::{RestrictionLevel, SecurityClause, parse};
///
/// let level = RestrictionLevel::ModeratelyRestrictive;
/// assert!(parse("мария@example.com")?.security_profile(level).is_met());
///
/// let profile = parse("mаria@example.com")?.security_profile(level);
/// let failed: Vec<_> = profile.failed().collect();
/// assert_eq!(failed, [SecurityClause::LocalPartRestrictionLevel]);
/// # Ok::<(), normail::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SecurityProfile {
    failed: u16,
}

impl SecurityProfile {
    /// Whether every clause is met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.failed == 0
    }

    /// The clauses that are not met.
    pub fn failed(&self) -> impl Iterator<Item = SecurityClause> {
        let failed = self.failed;
        let clauses = SecurityClause::ALL.iter().enumerate();
        clauses.filter(move |(bit, _)| failed >> bit & 1 == 1).map(|(_, clause)| *clause)
    }

    fn of(is_met: impl Fn(SecurityClause) -> bool) -> Self {
        let clauses = SecurityClause::ALL.iter().enumerate();
        Self {
            failed: clauses
                .filter(|(_, clause)| !is_met(**clause))
                .fold(0, |failed, (bit, _)| failed | 1 << bit),
        }
    }

    /// The profile of the quoted-string part, which is the display name.
    pub(crate) fn of_display_name(name: &str) -> Self {
        Self::of(|clause| match clause {
            SecurityClause::QuotedStringNfc => is_nfc(name),
            SecurityClause::QuotedStringBidi => !name.chars().any(is_stateful_bidi_control),
            SecurityClause::QuotedStringMarks => !has_odd_marks_within(name),
            _ => true,
        })
    }
}

impl EmailAddress {
    /// Whether the domain part and the local part meet the e-mail security profile of UTS #39 at a restriction level:
    /// each clause on its own. The third part of the profile, the display name, is
    /// [`Inspection::display_name_profile`](crate::Inspection::display_name_profile)'s.
    ///
    /// Labels are judged as U-labels. An address literal meets the clauses of the domain part.
    ///
    /// ```
    /// use normail::{RestrictionLevel, parse};
    ///
    /// let address = parse("山田taro@例え.jp")?;
    /// assert!(address.security_profile(RestrictionLevel::HighlyRestrictive).is_met());
    /// assert!(!address.security_profile(RestrictionLevel::SingleScript).is_met());
    /// # Ok::<(), normail::ParseError>(())
    /// ```
    #[must_use]
    pub fn security_profile(&self, level: RestrictionLevel) -> SecurityProfile {
        let local = self.local_part_unquoted();
        let domain = self.domain();
        let each_label = |is_met: &dyn Fn(&str) -> bool| match domain {
            Domain::Name(name) => name.split('.').all(|label| is_met(&to_u_label(label))),
            _ => true,
        };
        SecurityProfile::of(|clause| match clause {
            SecurityClause::DomainCharacters => each_label(&|label| label.chars().all(is_domain_char)),
            SecurityClause::DomainRestrictionLevel => {
                each_label(&|label| RestrictionLevel::of(label) <= level)
            }
            SecurityClause::DomainMixedNumbers => each_label(&|label| !has_mixed_numbers(label.chars())),
            SecurityClause::LocalPartNfkc => is_nfkc(&local),
            SecurityClause::LocalPartRestrictionLevel => RestrictionLevel::of(&local) <= level,
            SecurityClause::LocalPartMixedNumbers => !has_mixed_numbers(local.chars()),
            SecurityClause::LocalPartDotAtom => is_dot_atom(&local),
            _ => true,
        })
    }
}

/// An embedding, override or isolate; the marks LRM, RLM and ALM reach no further than themselves.
fn is_stateful_bidi_control(c: char) -> bool {
    matches!(classify(c), CharClass::BidiControl | CharClass::BidiOverride)
        && !matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

fn is_domain_char(c: char) -> bool {
    c.is_ascii() || is_identifier_char(c)
}

/// `dot-atom-text`, its `atext` extended as the profile says.
fn is_dot_atom(local: &str) -> bool {
    let is_first = |at: usize| at == 0;
    let is_atom_char = |(at, c): (usize, char)| {
        if c.is_ascii() {
            is_atext(c, Grammar::Rfc5321)
        } else {
            is_identifier_char(c) && (!is_first(at) || is_xid_start(c))
        }
    };
    local.split('.').all(|atom| !atom.is_empty())
        && local.char_indices().filter(|(_, c)| *c != '.').all(is_atom_char)
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::policy::Policy;

    use RestrictionLevel as Level;
    use SecurityClause as Clause;

    #[test]
    fn levels() {
        let cases = [
            ("ana.gil+1", Level::AsciiOnly),
            ("мария.гил+1", Level::SingleScript),
            ("山田", Level::SingleScript),
            ("山田taro", Level::HighlyRestrictive),
            ("ไทยshop", Level::ModeratelyRestrictive),
            ("mаria", Level::MinimallyRestrictive),
            // No identifier may hold a sign, nor a letter that NFKC changes.
            ("мария€", Level::Unrestricted),
            ("ﬁn", Level::Unrestricted),
        ];
        for (text, level) in cases {
            assert_eq!(Level::of(text), level, "{text}");
        }
    }

    /// Each clause fails alone, or with the level of the same part where no identifier may hold a character.
    #[test]
    fn what_an_address_fails() {
        let cases: [(&str, Level, &[Clause]); 19] = [
            ("ana@example.com", Level::AsciiOnly, &[]),
            ("ana@[192.0.2.1]", Level::AsciiOnly, &[]),
            ("josé@example.com", Level::SingleScript, &[]),
            ("josé@example.com", Level::AsciiOnly, &[Clause::LocalPartRestrictionLevel]),
            ("ana@münchen.de", Level::SingleScript, &[]),
            ("ana@münchen.de", Level::AsciiOnly, &[Clause::DomainRestrictionLevel]),
            ("ana@xn--mnchen-3ya.de", Level::AsciiOnly, &[Clause::DomainRestrictionLevel]),
            (
                "ana@i❤.ws",
                Level::MinimallyRestrictive,
                &[Clause::DomainCharacters, Clause::DomainRestrictionLevel],
            ),
            ("ana@i❤.ws", Level::Unrestricted, &[Clause::DomainCharacters]),
            ("ana@a१1.example", Level::Unrestricted, &[Clause::DomainMixedNumbers]),
            ("user1٢@example.com", Level::Unrestricted, &[Clause::LocalPartMixedNumbers]),
            ("ﬁn@example.com", Level::Unrestricted, &[Clause::LocalPartNfkc, Clause::LocalPartDotAtom]),
            ("\"a b\"@example.com", Level::AsciiOnly, &[Clause::LocalPartDotAtom]),
            ("\"a..b\"@example.com", Level::AsciiOnly, &[Clause::LocalPartDotAtom]),
            ("ana€@example.com", Level::Unrestricted, &[Clause::LocalPartDotAtom]),
            ("мария@example.com", Level::SingleScript, &[]),
            // A middle dot goes on with a word and starts none.
            ("pal·les@example.com", Level::SingleScript, &[]),
            ("·les@example.com", Level::SingleScript, &[Clause::LocalPartDotAtom]),
            ("user1@a1.example", Level::AsciiOnly, &[]),
        ];
        for (text, level, expected) in cases {
            let profile = Policy::smtp().parse(text).expect("an address").security_profile(level);
            assert_eq!(profile.failed().collect::<Vec<_>>(), expected, "{text} {level:?}");
            assert_eq!(profile.is_met(), expected.is_empty(), "{text} {level:?}");
        }
    }

    #[test]
    fn what_a_display_name_fails() {
        let cases: [(&str, &[Clause]); 8] = [
            ("José Pérez, \"Pepe\"", &[]),
            ("Jose\u{301}", &[Clause::QuotedStringNfc]),
            ("a\u{202E}b", &[Clause::QuotedStringBidi]),
            ("a\u{2066}b\u{2069}", &[Clause::QuotedStringBidi]),
            ("a\u{202A}b\u{202C}", &[Clause::QuotedStringBidi]),
            // The marks reach no further than themselves.
            ("a\u{200E}\u{200F}\u{61C}b", &[]),
            ("\u{E1}\u{301}", &[Clause::QuotedStringMarks]),
            ("x\u{300}\u{301}\u{302}\u{303}\u{304}", &[Clause::QuotedStringMarks]),
        ];
        for (name, expected) in cases {
            let profile = SecurityProfile::of_display_name(name);
            assert_eq!(profile.failed().collect::<Vec<_>>(), expected, "{name:?}");
        }
    }
}
