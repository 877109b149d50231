/// A language of e-mail addresses: which standard's production a string has to match.
///
/// None of them reads an input above 4,096 bytes.
///
/// ```
/// use normail::{AddrSpec, Grammar};
///
/// let folded = "ana (at work) @example.com";
/// assert!(AddrSpec::parse(folded, Grammar::Rfc5322).is_ok());
/// assert!(AddrSpec::parse(folded, Grammar::Rfc5321).is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grammar {
    /// What SMTP carries: `Mailbox` of RFC 5321 4.1.2, with the sizes of 4.5.3.1 in octets: local part 64,
    /// domain 255, label 63, and 254 for the whole (erratum 1690).
    Rfc5321,
    /// [`Rfc5321`](Grammar::Rfc5321) with UTF-8 in the local part and in labels (RFC 6531 3.3). Labels are not
    /// looked up in any table; one beyond ASCII is at most 63 characters.
    Rfc6531,
    /// What a message header holds: `addr-spec` of RFC 5322 3.4.1, with comments and folding white space, without
    /// the obsolete forms and without any size.
    Rfc5322,
    /// [`Rfc5322`](Grammar::Rfc5322) with the obsolete forms of 4.4.
    Rfc5322Obsolete,
    /// [`Rfc5322`](Grammar::Rfc5322) with UTF-8 (RFC 6532 3.2).
    Rfc6532,
    /// What a browser's `<input type=email>` takes: the "valid e-mail address" of the WHATWG HTML standard.
    Html,
}

impl Grammar {
    /// Characters beyond ASCII are text.
    pub(crate) fn has_utf8(self) -> bool {
        matches!(self, Self::Rfc6531 | Self::Rfc6532)
    }

    /// Comments and folding white space may stand between tokens.
    pub(crate) fn has_cfws(self) -> bool {
        matches!(self, Self::Rfc5322 | Self::Rfc5322Obsolete | Self::Rfc6532)
    }

    /// The forms of RFC 5322 section 4 are taken too.
    pub(crate) fn has_obsolete(self) -> bool {
        matches!(self, Self::Rfc5322Obsolete)
    }

    /// How the tokens of a text are read under it.
    pub(crate) fn reading(self) -> Reading {
        if self.has_cfws() { Reading::Header } else { Reading::Typed }
    }

    /// The local part may be a quoted string.
    pub(crate) fn has_quoted_string(self) -> bool {
        !matches!(self, Self::Html)
    }

    /// The domain may stand in square brackets.
    pub(crate) fn has_literal(self) -> bool {
        !matches!(self, Self::Html)
    }

    /// Dots may stand anywhere in the local part.
    pub(crate) fn has_dots_anywhere(self) -> bool {
        matches!(self, Self::Html)
    }

    /// The domain is made of labels of letters, digits and hyphens rather than of atoms.
    pub(crate) fn has_host_labels(self) -> bool {
        !self.has_cfws()
    }
}

/// Whose text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A header's: by RFC 5322 3.4 and 4.4.
    Header,
    /// A person's or a program's: a line ends with its line break, braces may enclose, and a quote behind a letter or a
    /// digit opens nothing (`5" pipe`).
    Typed,
}
