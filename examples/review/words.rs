//! The words of the review in both languages. What a finding means, the library says itself.

use normail::{Language, Verdict};

/// The words of one language that stand alone.
pub(crate) struct Words {
    pub(crate) row: &'static str,
    pub(crate) column: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) address: &'static str,
    /// The names of the two columns that a cleaned list has behind its own.
    pub(crate) added_columns: [&'static str; 2],
    pub(crate) verdicts: [&'static str; 4],
    pub(crate) codes: &'static str,
    pub(crate) same_mailbox: &'static str,
    pub(crate) ask_again: &'static str,
    pub(crate) ask_to_confirm: &'static str,
    pub(crate) part_addresses: &'static str,
    pub(crate) left_for_formula: &'static str,
}

const ENGLISH: Words = Words {
    row: "Row",
    column: "Column",
    verdict: "Verdict",
    address: "Address",
    added_columns: ["verdict", "note"],
    verdicts: ["Clean", "Repaired", "Doubtful", "Rejected"],
    codes: "What was found",
    same_mailbox: "The same mailbox more than once",
    ask_again: "Ask for the address again.",
    ask_to_confirm: "Ask whether it is right.",
    part_addresses: "Put a comma or a semicolon between the addresses, or keep one.",
    left_for_formula: "Left as it was: repaired, a spreadsheet would take the cell for a formula.",
};

const SPANISH: Words = Words {
    row: "Fila",
    column: "Columna",
    verdict: "Veredicto",
    address: "Dirección",
    added_columns: ["veredicto", "nota"],
    verdicts: ["Limpia", "Reparada", "Dudosa", "Rechazada"],
    codes: "Qué se encontró",
    same_mailbox: "El mismo buzón más de una vez",
    ask_again: "Vuelva a pedir la dirección.",
    ask_to_confirm: "Pregunte si es correcta.",
    part_addresses: "Separe las direcciones con una coma o un punto y coma, o deje una sola.",
    left_for_formula: "Se dejó como estaba: reparada, una hoja de cálculo tomaría la celda por una fórmula.",
};

/// The languages of [`Words`], to know a column by either name.
pub(crate) const LANGUAGES: [Language; 2] = [Language::English, Language::Spanish];

/// The verdicts from the best to the worst.
pub(crate) const VERDICTS: [Verdict; 4] =
    [Verdict::Clean, Verdict::Repaired, Verdict::Doubtful, Verdict::Rejected];

impl Words {
    pub(crate) fn of(language: Language) -> &'static Words {
        if matches!(language, Language::Spanish) { &SPANISH } else { &ENGLISH }
    }

    pub(crate) fn name(&self, verdict: Verdict) -> &'static str {
        VERDICTS.iter().zip(self.verdicts).find(|(known, _)| **known == verdict).map_or("?", |(_, name)| name)
    }
}

/// The question that a suggestion makes.
pub(crate) fn did_they_mean(language: Language, suggestion: &str) -> String {
    match language {
        Language::Spanish => format!("Pregunte si querían decir {suggestion}."),
        _ => format!("Ask whether they meant {suggestion}."),
    }
}

/// Where the same mailbox stood before.
pub(crate) fn same_mailbox_as(language: Language, row: u64, column: &str) -> String {
    match language {
        Language::Spanish => format!("El mismo buzón que en la fila {row}, {column}."),
        _ => format!("The same mailbox as in row {row}, {column}."),
    }
}

/// How much was reviewed.
pub(crate) fn reviewed(language: Language, rows: u64, addresses: u64, without: u64) -> String {
    let spanish = matches!(language, Language::Spanish);
    let (row, address) = if spanish { ("fila", "dirección") } else { ("row", "address") };
    let (rows_word, addresses_word) = if spanish { ("filas", "direcciones") } else { ("rows", "addresses") };
    let rows = counted(rows, row, rows_word);
    let addresses = counted(addresses, address, addresses_word);
    if spanish {
        format!("{rows}, {addresses}; {without} sin ninguna.")
    } else {
        format!("{rows}, {addresses}; {without} without any.")
    }
}

/// How many rows somebody has to look at.
pub(crate) fn need_a_person(language: Language, rows: u64) -> String {
    match (language, rows) {
        (Language::Spanish, 0) => "Ninguna fila necesita a una persona.".into(),
        (Language::Spanish, 1) => "1 fila necesita a una persona.".into(),
        (Language::Spanish, _) => format!("{rows} filas necesitan a una persona."),
        (_, 0) => "No row needs a person.".into(),
        (_, 1) => "1 row needs a person.".into(),
        _ => format!("{rows} rows need a person."),
    }
}

/// How many places are not listed.
pub(crate) fn and_more(language: Language, count: u64) -> String {
    match language {
        Language::Spanish => format!("y {count} más"),
        _ => format!("and {count} more"),
    }
}

/// Where the cleaned list is.
pub(crate) fn written(language: Language, path: &str) -> String {
    match language {
        Language::Spanish => format!("La lista limpia está en {path}."),
        _ => format!("The cleaned list is in {path}."),
    }
}

/// How long a text is that is not shown whole.
pub(crate) fn characters(language: Language, count: usize) -> String {
    match language {
        Language::Spanish => format!("({count} caracteres)"),
        _ => format!("({count} characters)"),
    }
}

fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
