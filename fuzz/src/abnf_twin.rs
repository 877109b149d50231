//! The grammars against their plain twin: an interpreter of the RFCs' own ABNF, which shares no code with the parser.

use std::sync::LazyLock;

use normail::AddrSpec;

use crate::abnf::languages::Language;
use crate::checks::Checked;
use crate::checks::grammars::GRAMMARS;

/// The interpreter's work grows faster than the text.
const BYTES_MAX: usize = 128;

/// In the order of [`GRAMMARS`].
static LANGUAGES: LazyLock<[Language; 6]> = LazyLock::new(Language::all);

/// A short input is in the language of a grammar if and only if its ABNF says so.
pub fn grammars_are_their_abnf(input: &str) -> Checked {
    if input.len() > BYTES_MAX {
        return Ok(());
    }
    for (grammar, language) in GRAMMARS.into_iter().zip(LANGUAGES.iter()) {
        let (parsed, known) = (AddrSpec::parse(input, grammar), language.accepts(input));
        if parsed.is_ok() != known {
            return Err(format!("{}: the ABNF says {known}, the parser {parsed:?}", language.name));
        }
    }
    Ok(())
}
