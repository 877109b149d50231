//! How a message names a character: unseen ones by name and code point, so that a message is safe to print.

use alloc::format;
use alloc::string::String;

use super::Language;

/// The unseen characters that people meet, with a name that they understand; the names follow Unicode's.
const NAMES: &[(char, &str, &str)] = &[
    ('\t', "tab", "tabulador"),
    ('\n', "line feed", "salto de línea"),
    ('\r', "carriage return", "retorno de carro"),
    ('\u{A0}', "no-break space", "espacio de no separación"),
    ('\u{AD}', "soft hyphen", "guion opcional"),
    ('\u{34F}', "combining grapheme joiner", "unión de grafemas"),
    ('\u{61C}', "Arabic letter mark", "marca de letra árabe"),
    ('\u{115F}', "Hangul filler", "relleno hangul"),
    ('\u{1160}', "Hangul filler", "relleno hangul"),
    ('\u{180E}', "Mongolian vowel separator", "separador de vocales mongol"),
    ('\u{2002}', "en space", "espacio medio"),
    ('\u{2003}', "em space", "espacio largo"),
    ('\u{2007}', "figure space", "espacio de cifra"),
    ('\u{2009}', "thin space", "espacio fino"),
    ('\u{200A}', "hair space", "espacio finísimo"),
    ('\u{200B}', "zero-width space", "espacio de ancho cero"),
    ('\u{200C}', "zero-width non-joiner", "separador de ancho cero"),
    ('\u{200D}', "zero-width joiner", "unión de ancho cero"),
    ('\u{200E}', "left-to-right mark", "marca de izquierda a derecha"),
    ('\u{200F}', "right-to-left mark", "marca de derecha a izquierda"),
    ('\u{2028}', "line separator", "separador de líneas"),
    ('\u{2029}', "paragraph separator", "separador de párrafos"),
    ('\u{202A}', "left-to-right embedding", "incrustación de izquierda a derecha"),
    ('\u{202B}', "right-to-left embedding", "incrustación de derecha a izquierda"),
    ('\u{202C}', "end of embedding", "fin de incrustación"),
    ('\u{202D}', "left-to-right override", "imposición de izquierda a derecha"),
    ('\u{202E}', "right-to-left override", "imposición de derecha a izquierda"),
    ('\u{202F}', "narrow no-break space", "espacio fino de no separación"),
    ('\u{2060}', "word joiner", "unión de palabras"),
    ('\u{2066}', "left-to-right isolate", "aislado de izquierda a derecha"),
    ('\u{2067}', "right-to-left isolate", "aislado de derecha a izquierda"),
    ('\u{2068}', "first strong isolate", "aislado por el primer carácter"),
    ('\u{2069}', "end of isolate", "fin de aislado"),
    ('\u{2800}', "blank braille pattern", "braille en blanco"),
    ('\u{3000}', "wide space", "espacio ancho"),
    ('\u{3164}', "Hangul filler", "relleno hangul"),
    ('\u{FE0F}', "emoji selector", "selector de emoji"),
    ('\u{FEFF}', "byte order mark", "marca de orden de bytes"),
    ('\u{FFA0}', "Hangul filler", "relleno hangul"),
];

fn name(c: char, language: Language) -> Option<&'static str> {
    let (_, english, spanish) = NAMES.iter().find(|(named, ..)| *named == c)?;
    Some(match language {
        Language::English => english,
        Language::Spanish => spanish,
    })
}

/// Whether a text is one letter.
pub(super) fn is_letter(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// `"а" (U+0430)`; `U+0301`.
pub(super) fn letter(c: char, language: Language) -> String {
    let (open, close) = quotation_marks(language);
    if is_visible(c) { format!("{open}{c}{close} ({})", code_point(c)) } else { code_point(c) }
}

/// `no-break space, U+00A0`; `U+E000`; `"é", U+00E9`; `"("`.
pub(super) fn described(c: char, language: Language) -> String {
    if let Some(name) = name(c, language) {
        return format!("{name}, {}", code_point(c));
    }
    let (open, close) = quotation_marks(language);
    match (c.is_ascii_graphic(), is_visible(c)) {
        (true, _) => format!("{open}{c}{close}"),
        (_, true) => format!("{open}{c}{close}, {}", code_point(c)),
        _ => code_point(c),
    }
}

/// `'('`, `' '`, `'é'`, `U+200B`: for a parser's message.
pub(super) fn quoted(c: char, language: Language) -> String {
    match name(c, language) {
        None if c == ' ' || is_visible(c) => format!("'{c}'"),
        None => code_point(c),
        Some(name) => format!("{} ({name})", code_point(c)),
    }
}

fn quotation_marks(language: Language) -> (char, char) {
    match language {
        Language::English => ('"', '"'),
        Language::Spanish => ('«', '»'),
    }
}

fn code_point(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// Whether the character may be printed as it is: core escapes what is unprintable or would join its neighbour.
fn is_visible(c: char) -> bool {
    // Core calls the interlinear marks and the replacement of an object printable.
    c != ' '
        && !matches!(c, '\u{FFF9}'..='\u{FFFC}')
        && (matches!(c, '"' | '\'' | '\\') || c.escape_debug().eq([c]))
}
