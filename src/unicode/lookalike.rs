//! Characters that people read as the punctuation of an address. No property names them: this is a list.

/// What a lookalike is read as, and whether there is another reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lookalike {
    /// An at-sign.
    At,
    /// A dot that UTS #46 maps to one in a domain, or that only is one there.
    Dot,
    /// A hyphen or dash.
    Hyphen,
    /// A curly single quote.
    Apostrophe,
    /// A curly double quote.
    Quote,
}

impl Lookalike {
    /// The ASCII that it is read as.
    pub(crate) fn ascii(self) -> char {
        match self {
            Self::At => '@',
            Self::Dot => '.',
            Self::Hyphen => '-',
            Self::Apostrophe => '\'',
            Self::Quote => '"',
        }
    }
}

/// Whether people read the character as the at-sign.
pub(crate) fn is_at_sign(c: char) -> bool {
    matches!(c, '@' | '\u{FF20}' | '\u{FE6B}')
}

pub(crate) fn lookalike(c: char) -> Option<Lookalike> {
    Some(match c {
        '\u{FF20}' | '\u{FE6B}' => Lookalike::At,
        '\u{3002}' | '\u{FF0E}' | '\u{FF61}' | '\u{FE52}' => Lookalike::Dot,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Lookalike::Hyphen,
        '\u{2018}'..='\u{201B}' => Lookalike::Apostrophe,
        '\u{201C}'..='\u{201F}' => Lookalike::Quote,
        _ => return None,
    })
}
