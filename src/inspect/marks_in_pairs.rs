//! Marks that come in pairs around a text: quotes and brackets of many languages, and light markup.

/// Quotes and brackets that enclose, in the order open, close. The quotes are those of the languages in CLDR.
const ENCLOSING: &[(char, char)] = &[
    ('\'', '\''),
    ('`', '`'),
    ('\u{B4}', '\u{B4}'),
    ('[', ']'),
    ('{', '}'),
    ('(', ')'),
    ('\u{2018}', '\u{2019}'),
    ('\u{201C}', '\u{201D}'),
    ('\u{201D}', '\u{201D}'),
    ('\u{2019}', '\u{2019}'),
    ('\u{201A}', '\u{2018}'),
    ('\u{201E}', '\u{201C}'),
    ('\u{201E}', '\u{201D}'),
    ('\u{AB}', '\u{BB}'),
    ('\u{BB}', '\u{AB}'),
    ('\u{BB}', '\u{BB}'),
    ('\u{2039}', '\u{203A}'),
    ('\u{203A}', '\u{2039}'),
    ('\u{300C}', '\u{300D}'),
    ('\u{300E}', '\u{300F}'),
    ('\u{3008}', '\u{3009}'),
    ('\u{300A}', '\u{300B}'),
    ('\u{3010}', '\u{3011}'),
    ('\u{3014}', '\u{3015}'),
];

/// Marks of light markup, which a local part may hold: they could be meant.
const DOUBTFUL: &[char] = &['*', '_', '~', '|', '/'];

/// Whether the two enclose what stands between them.
pub(super) fn is_pair(open: char, close: char) -> bool {
    (open, close) == ('"', '"') || is_doubtful_pair(open, close) || is_enclosing_pair(open, close)
}

pub(super) fn is_doubtful_pair(open: char, close: char) -> bool {
    open == close && DOUBTFUL.contains(&open)
}

/// Quotes and brackets, which nobody means.
pub(super) fn is_enclosing_pair(open: char, close: char) -> bool {
    ENCLOSING.contains(&(open, close))
}

/// Whether the character may open such a pair.
pub(super) fn opens_pair(c: char) -> bool {
    c == '"' || ENCLOSING.iter().any(|(open, _)| *open == c)
}
