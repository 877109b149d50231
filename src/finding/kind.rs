//! The stable list of everything that can be odd about an address.

/// Declares [`FindingKind`], its codes and [`FindingKind::ALL`] from one table, so that none can be forgotten.
macro_rules! finding_kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// What is odd about an input: one variant for each row of the table of findings.
        ///
        /// The kinds are stable: a caller may store a [`code`](FindingKind::code), match on a variant, or hang its
        /// own translation on either. New kinds may be added.
        ///
        /// ```
        /// use normail::FindingKind;
        ///
        /// assert_eq!(FindingKind::LeadingSpace.code(), "leading-space");
        /// assert_eq!(FindingKind::from_code("leading-space"), Some(FindingKind::LeadingSpace));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum FindingKind {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl FindingKind {
            /// Every kind, in the order of the documentation's table.
            ///
            /// ```
            /// # use normail::FindingKind;
            /// assert!(FindingKind::ALL.contains(&FindingKind::MissingAt));
            /// ```
            pub const ALL: &'static [FindingKind] = &[$(FindingKind::$variant,)+];

            /// The stable code, in kebab-case: the variant's own words.
            ///
            /// ```
            /// # use normail::FindingKind;
            /// assert_eq!(FindingKind::ConsecutiveDots.code(), "consecutive-dots");
            /// ```
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(FindingKind::$variant => $code,)+
                }
            }
        }
    };
}

finding_kinds! {
    // Spaces
    /// White space, line breaks included, before the address.
    LeadingSpace = "leading-space",
    /// White space, line breaks included, after the address.
    TrailingSpace = "trailing-space",
    /// White space beside the `@`.
    SpaceAroundAt = "space-around-at",
    /// White space inside the local part or the domain.
    InnerSpace = "inner-space",
    /// A line break (CR, LF, VT, FF, NEL, LS, PS) anywhere but at the ends: header injection. A fold of a header that a
    /// program wrote with a line feed alone is only noted, and so is one that a quoted local part loses.
    LineBreak = "line-break",

    // Unseen and unwanted characters
    /// A character that nobody sees: Default_Ignorable_Code_Point, U+2800, U+FFF9 to U+FFFC.
    InvisibleCharacter = "invisible-character",
    /// A mark, embedding or isolate that steers the direction of text.
    BidiControl = "bidi-control",
    /// U+202E: what was read is not what is stored.
    BidiOverride = "bidi-override",
    /// A control character (C0, C1, DEL).
    ControlCharacter = "control-character",
    /// A character of private use, whose meaning only its maker knows.
    PrivateUse = "private-use",
    /// A code point that Unicode has not assigned.
    UnassignedCharacter = "unassigned-character",
    /// A code point that is not a character (U+FDD0 to U+FDEF, U+xxFFFE, U+xxFFFF).
    Noncharacter = "noncharacter",
    /// U+FFFD, what is left of a character after a broken import.
    ReplacementCharacter = "replacement-character",

    // Width, compatibility, punctuation
    /// A full-width or half-width form of an ordinary character.
    FullWidthForm = "full-width-form",
    /// A character that looks like the punctuation of an address.
    LookalikePunctuation = "lookalike-punctuation",
    /// A character that is only another way to write ordinary ones (NFKC differs).
    CompatibilityCharacter = "compatibility-character",
    /// A local part in the form of an RFC 2047 encoded word, which some mailers decode into another address.
    EncodedWord = "encoded-word",
    /// A local part with an atom that starts with `xn--`.
    ALabelLocalPart = "a-label-local-part",
    /// A quoted local part with punctuation that mailers have been known to route by.
    RiskyQuoting = "risky-quoting",
    /// An address literal with punctuation in it (`[tag:<bob@example.com>]`): parsers have delivered to what stands inside.
    RiskyLiteral = "risky-literal",

    // Wrapping
    /// `<ana@example.com>`.
    AngleBrackets = "angle-brackets",
    /// `Ana <ana@example.com>`.
    DisplayName = "display-name",
    /// `mailto:ana@example.com`, also as the target of a Markdown link.
    MailtoScheme = "mailto-scheme",
    /// A pair of quotes or brackets around the address.
    SurroundingPunctuation = "surrounding-punctuation",
    /// An RFC 5322 comment.
    Comment = "comment",
    /// Punctuation before the address.
    LeadingPunctuation = "leading-punctuation",
    /// Punctuation after the address.
    TrailingPunctuation = "trailing-punctuation",
    /// An RFC 5322 source route: `<@a,@b:ana@example.com>`.
    ObsoleteRoute = "obsolete-route",
    /// The address is the only member of a group: `Team: ana@example.com;`. The members of a list have none: there
    /// [`ListMember::group`](crate::ListMember::group) tells it.
    Group = "group",
    /// The display name or a comment holds another address, or what a person reads as one (`ana @example.com`).
    DisplayNameMismatch = "display-name-mismatch",
    /// Words around one complete address.
    SurroundingText = "surrounding-text",
    /// Two or more complete addresses where one was asked for.
    MultipleAddresses = "multiple-addresses",

    // Shape
    /// Nothing is there.
    Empty = "empty",
    /// Nothing stands before the `@`.
    EmptyLocalPart = "empty-local-part",
    /// Nothing stands after the `@`.
    EmptyDomain = "empty-domain",
    /// There is no `@`.
    MissingAt = "missing-at",
    /// There is more than one `@`.
    MultipleAt = "multiple-at",
    /// A dot at the start of the local part or the domain.
    LeadingDot = "leading-dot",
    /// A dot at the end of the local part or the domain.
    TrailingDot = "trailing-dot",
    /// Two or more dots in a row.
    ConsecutiveDots = "consecutive-dots",
    /// A character that may not stand where it stands.
    InvalidCharacter = "invalid-character",
    /// A `"` that nothing closes.
    UnterminatedQuote = "unterminated-quote",
    /// A `(` that nothing closes.
    UnterminatedComment = "unterminated-comment",
    /// A local part that needs its quotes, where the policy takes none.
    QuotedLocalPart = "quoted-local-part",
    /// An address literal (`[192.0.2.1]`), where the policy takes none.
    AddressLiteral = "address-literal",
    /// A domain literal that is no address literal of RFC 5321 4.1.3.
    InvalidLiteral = "invalid-literal",
    /// A hyphen at the start or end of a label.
    LabelHyphen = "label-hyphen",
    /// A top-level label of digits alone.
    NumericTld = "numeric-tld",
    /// A label that IDNA refuses.
    InvalidIdn = "invalid-idn",
    /// A local part beyond ASCII, where the policy takes none.
    Smtputf8 = "smtputf8",
    /// A domain of a single label.
    SingleLabelDomain = "single-label-domain",
    /// A local part above 64 octets (RFC 5321 4.5.3.1.1).
    LocalPartTooLong = "local-part-too-long",
    /// A label above 63 octets (RFC 1035 2.3.4).
    LabelTooLong = "label-too-long",
    /// A domain above 255 octets (RFC 5321 4.5.3.1.2).
    DomainTooLong = "domain-too-long",
    /// An address above 254 octets (RFC 5321 4.5.3.1.3, erratum 1690).
    AddressTooLong = "address-too-long",
    /// An input above 4,096 bytes, which is not read at all.
    InputTooLong = "input-too-long",

    // Deception
    /// A word of letters from scripts that are not written together.
    MixedScript = "mixed-script",
    /// A label of one script that looks like an ASCII one. A local part is never judged so: `сора`, all Cyrillic, may be
    /// somebody's name, and is Clean. That it looks like `copa` only [`skeleton`](crate::EmailAddress::skeleton) tells.
    WholeScriptConfusable = "whole-script-confusable",
    /// A domain that looks like, or is one slip away from, a protected one.
    ProtectedDomainLookalike = "protected-domain-lookalike",
    /// A protected name as a label of another domain.
    ProtectedDomainLabel = "protected-domain-label",
    /// A character that UTS #39 does not recommend in identifiers.
    RestrictedCharacter = "restricted-character",
    /// Decimal digits of two systems in one word.
    MixedNumbers = "mixed-numbers",
    /// A combining mark at the start of a word, doubled, or one of more than four in a row.
    CombiningMarks = "combining-marks",

    // Domain
    /// A domain that is one slip away from a well-known one.
    DomainTypo = "domain-typo",
    /// A top-level label that is not in the list of top-level domains.
    UnknownTld = "unknown-tld",
    /// A domain of the special-use registry (RFC 6761).
    SpecialUseDomain = "special-use-domain",
    /// A local part that the provider's own rules exclude.
    ProviderRule = "provider-rule",
    /// `www.` or a URL's scheme before the address.
    UrlPrefix = "url-prefix",
    /// Percent-encoding in the local part.
    PercentEncoding = "percent-encoding",
    /// A domain that the policy denies.
    DeniedDomain = "denied-domain",
    /// A domain that the policy does not list as allowed.
    NotAllowedDomain = "not-allowed-domain",

    // Form
    /// Text that is not in Normalization Form C.
    NotNfc = "not-nfc",
    /// Quotes that the local part does not need.
    RedundantQuotes = "redundant-quotes",
    /// Capitals in the domain.
    UppercaseDomain = "uppercase-domain",
    /// A domain beyond ASCII, written as an A-label in the result.
    Idn = "idn",
}

impl FindingKind {
    /// The kind that has this code.
    ///
    /// ```
    /// # use normail::FindingKind;
    /// assert_eq!(FindingKind::from_code("no-such-code"), None);
    /// ```
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::FindingKind;
    use alloc::format;
    use alloc::string::String;

    #[test]
    fn a_code_is_the_variants_own_words() {
        for kind in FindingKind::ALL {
            let mut kebab = String::new();
            for c in format!("{kind:?}").chars() {
                if c.is_ascii_uppercase() && !kebab.is_empty() {
                    kebab.push('-');
                }
                kebab.push(c.to_ascii_lowercase());
            }
            assert_eq!(kind.code(), kebab);
        }
    }
}
