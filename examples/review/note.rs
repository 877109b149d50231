//! What was done with an address, or what to ask the person about it.

use normail::{Finding, FindingKind, Language, Severity, Verdict, visible};

use crate::cell::{Address, Cell, needs_person, starts_formula};
use crate::words::{self, Words};

/// Longer texts are cut at this count of characters.
const LONGEST: usize = 120;

/// Says what there is to say, a sentence each.
#[derive(Clone, Copy)]
pub(crate) struct Notes<'a> {
    pub(crate) language: Language,
    /// The names of the e-mail columns, fit to be shown.
    pub(crate) columns: &'a [String],
    /// Whether to tell facts too that ask for nothing.
    pub(crate) all: bool,
}

impl Notes<'_> {
    pub(crate) fn column(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", String::as_str)
    }

    /// The sentences about one address.
    pub(crate) fn of(&self, address: &Address) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        for finding in address.inspection().findings().iter().filter(|finding| self.all || is_told(finding)) {
            // A message may quote the input.
            let note = visible(&finding.message(self.language)).to_string();
            // Three spaces of a kind are told once.
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        notes.extend(self.question(address));
        if let Some(site) = address.twin {
            notes.push(words::same_mailbox_as(self.language, site.row, self.column(site.column)));
        }
        notes
    }

    /// The sentence about a cell that is left unrepaired.
    pub(crate) fn of_cell(&self, cell: &Cell) -> Option<&'static str> {
        cell.becomes_formula.then_some(Words::of(self.language).left_for_formula)
    }

    /// All that there is to say about a row, on one line.
    pub(crate) fn of_row(&self, cells: &[Cell]) -> String {
        let line = cells.iter().flat_map(|cell| self.sentences(cell)).collect::<Vec<String>>().join(" ");
        // A spreadsheet is not to take the name of a column, or an address, for a formula.
        if starts_formula(&line) { format!(" {line}") } else { line }
    }

    /// The sentences about a cell, with the names that tell which column and which address they are about.
    fn sentences(&self, cell: &Cell) -> Vec<String> {
        let mut sentences = Vec::new();
        for address in &cell.addresses {
            let about = self.of(address).join(" ");
            if cell.addresses.len() > 1 && !about.is_empty() {
                sentences.push(format!("{}: {about}", shown(address.inspection().input(), self.language)));
            } else if !about.is_empty() {
                sentences.push(about);
            }
        }
        sentences.extend(self.of_cell(cell).map(str::to_owned));
        if let Some(first) = sentences.first_mut()
            && self.columns.len() > 1
        {
            first.insert_str(0, &format!("{}: ", self.column(cell.column)));
        }
        sentences
    }

    fn question(&self, address: &Address) -> Option<String> {
        if !needs_person(Some(address.verdict())) {
            return None;
        }
        let words = Words::of(self.language);
        let mut kinds = address.inspection().findings().iter().map(Finding::kind);
        if kinds.any(|kind| kind == FindingKind::MultipleAddresses) {
            return Some(words.part_addresses.into());
        }
        Some(match (address.inspection().suggestion(), address.verdict()) {
            (Some(suggestion), _) => {
                words::did_they_mean(self.language, &visible(suggestion.as_str()).to_string())
            }
            (None, Verdict::Doubtful) => words.ask_to_confirm.into(),
            (None, _) => words.ask_again.into(),
        })
    }
}

/// Whether a finding says what was done or what is wrong; the others are facts, such as that a domain is
/// written in another script.
pub(crate) fn is_told(finding: &Finding) -> bool {
    finding.fix().is_some() || finding.severity() != Severity::Note
}

/// The text of an address with what cannot be seen made visible, and not longer than a person reads.
pub(crate) fn shown(text: &str, language: Language) -> String {
    let end = text.char_indices().nth(LONGEST).map(|(end, _)| end);
    let start = end.and_then(|end| text.get(..end)).unwrap_or(text);
    // A space can be seen between words alone.
    let inner = start.trim_matches(' ');
    let before = start.len() - start.trim_start_matches(' ').len();
    let behind = start.len() - start.trim_end_matches(' ').len();
    let space = |count| "⟨U+0020⟩".repeat(count);
    let shown = format!("{}{}{}", space(before), visible(inner), space(behind));
    if end.is_none() {
        return shown;
    }
    format!("{shown}… {}", words::characters(language, text.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_long_text_and_shows_what_cannot_be_seen() {
        assert_eq!(shown("a\u{202e}b\u{1b}", Language::English), "a⟨U+202E⟩b⟨U+001B⟩");
        assert_eq!(shown(" a b  ", Language::English), "⟨U+0020⟩a b⟨U+0020⟩⟨U+0020⟩");
        let long = shown(&"x".repeat(1_000_000), Language::Spanish);
        assert_eq!(long, "x".repeat(120) + "… (1000000 caracteres)");
    }
}
