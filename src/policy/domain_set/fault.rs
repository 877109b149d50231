//! What can be odd about a line of a list of domains, in one table.

use core::fmt;

use crate::finding::Language;

/// Declares [`DomainSetFault`], its codes and its words from one table.
macro_rules! faults {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $english:literal, $spanish:literal;)+) => {
        /// What is odd about a line of a list of domains.
        ///
        /// ```
        /// use normail::{DomainSet, DomainSetFault};
        ///
        /// let error = "example.com\n192.0.2.1/24".parse::<DomainSet>().unwrap_err();
        /// assert_eq!((error.line(), error.kind()), (2, DomainSetFault::HostBits));
        /// assert_eq!(error.kind().code(), "host-bits");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum DomainSetFault {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl DomainSetFault {
            /// The stable code, in kebab-case: the variant's own words.
            ///
            /// ```
            /// assert_eq!(normail::DomainSetFault::ListBullet.code(), "list-bullet");
            /// ```
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// What was found, in a few words.
            pub(super) fn words(self, language: Language) -> &'static str {
                match (self, language) {
                    $(
                        (Self::$variant, Language::Spanish) => $spanish,
                        (Self::$variant, _) => $english,
                    )+
                }
            }
        }
    };
}

faults! {
    // What a lenient reading mends
    /// White space before the entry.
    LeadingSpace = "leading-space", "a space before the entry", "un espacio antes de la entrada";
    /// White space after the entry.
    TrailingSpace = "trailing-space", "a space after the entry", "un espacio después de la entrada";
    /// White space other than spaces and tabs between an address and its mask.
    UnusualSpace = "unusual-space", "an unusual kind of space", "un espacio poco común";
    /// A character that nobody sees, such as a zero-width space, a soft hyphen or a byte order mark.
    InvisibleCharacter = "invisible-character", "an unseen character", "un carácter que no se ve";
    /// The bullet, dash or number of a list item.
    ListBullet = "list-bullet", "the bullet of a list", "la viñeta de una lista";
    /// A comma, a semicolon or a dot after the entry.
    TrailingPunctuation = "trailing-punctuation",
        "punctuation after the entry", "puntuación después de la entrada";

    // What leaves a line out
    /// Two entries on a line, or a text with a space in it.
    InnerSpace = "inner-space", "a space inside the entry", "un espacio dentro de la entrada";
    /// A character that no name may hold.
    InvalidCharacter = "invalid-character",
        "a character that may not stand there", "un carácter que no puede estar ahí";
    /// Nothing between two dots, or before or after one.
    EmptyLabel = "empty-label", "a dot too many", "un punto de más";
    /// A hyphen at the edge of a label.
    LabelHyphen = "label-hyphen",
        "a hyphen at the edge of a part of the name", "un guion al borde de una parte del nombre";
    /// A label above 63 octets.
    LabelTooLong = "label-too-long",
        "a part of the name above 63 bytes", "una parte del nombre de más de 63 bytes";
    /// A name above 255 octets.
    NameTooLong = "name-too-long", "a name above 255 bytes", "un nombre de más de 255 bytes";
    /// A label beyond ASCII that IDNA refuses.
    InvalidIdn = "invalid-idn",
        "a part of the name that is no valid name", "una parte del nombre que no es un nombre válido";
    /// A last label of digits alone: no such top-level domain can exist (RFC 3696 2).
    NumericTld = "numeric-tld", "a name that ends in a number", "un nombre que termina en un número";
    /// A `*` anywhere but in `*.` before a name.
    InvalidWildcard = "invalid-wildcard",
        "a wildcard other than \"*.\" before a name", "un comodín que no es \"*.\" ante un nombre";
    /// Numbers that are no IP address.
    InvalidAddress = "invalid-address", "numbers that are no IP address", "números que no son una dirección IP";
    /// A prefix length that is no number, or above 32 (IPv6: 128).
    InvalidPrefix = "invalid-prefix",
        "a prefix length that no such network has", "una longitud de prefijo que no tiene ninguna red así";
    /// A mask that is no address of the same family.
    InvalidMask = "invalid-mask", "a mask that is none", "una máscara que no lo es";
    /// A mask with a one behind a zero.
    NonContiguousMask = "non-contiguous-mask", "a mask with gaps", "una máscara con huecos";
    /// An address with bits set that its mask does not cover: it is unclear whether the host or the network is meant.
    HostBits = "host-bits",
        "bits set beyond the mask, so that host or network may be meant",
        "bits fuera de la máscara, así que puede ser el equipo o la red";
}

/// The code.
impl fmt::Display for DomainSetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
