//! Which columns hold e-mail addresses.

use csv::StringRecord;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::problem::Problem;

/// Words that make a column one about e-mail, not one of addresses: `Email status`, `Correo postal`.
const ABOUT: [&str; 36] = [
    "asunto",
    "body",
    "bounced",
    "consent",
    "consentimiento",
    "count",
    "date",
    "domain",
    "dominio",
    "enviado",
    "enviar",
    "estado",
    "fecha",
    "firma",
    "format",
    "formato",
    "idioma",
    "language",
    "mensaje",
    "message",
    "opt",
    "optin",
    "permiso",
    "permission",
    "plantilla",
    "postal",
    "send",
    "sent",
    "signature",
    "status",
    "subject",
    "template",
    "tipo",
    "type",
    "verificado",
    "verified",
];

/// The places of the columns of `header` that are named in `wanted`, or that look like columns of e-mail
/// addresses where none is named.
pub(crate) fn find(header: &StringRecord, wanted: &[String]) -> Result<Vec<usize>, Problem> {
    let names = || header.iter().map(str::to_owned).collect();
    let places = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let fitting = header.iter().enumerate().filter(|(_, name)| fits(name));
        fitting.map(|(place, _)| place).collect()
    };
    if wanted.is_empty() {
        let found = places(&holds_addresses);
        return if found.is_empty() { Err(Problem::NoEmailColumn { columns: names() }) } else { Ok(found) };
    }
    let mut found = Vec::new();
    for name in wanted {
        let named = places(&|column| is_named(column, name));
        if named.is_empty() {
            return Err(Problem::NoSuchColumn { name: name.clone(), columns: names() });
        }
        found.extend(named);
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Whether a column of this name holds e-mail addresses, in English or Spanish.
fn holds_addresses(name: &str) -> bool {
    let words = words(name);
    let is_email = |word: &String| word.contains("email") || word == "correo" || word == "correos";
    let is_split =
        |pair: &[String]| matches!(pair, [e, mail] if e == "e" && (mail == "mail" || mail == "mails"));
    let about = words.iter().any(|word| ABOUT.contains(&word.as_str()));
    !about && (words.iter().any(is_email) || words.windows(2).any(is_split) || words == ["mail"])
}

/// Whether a person who writes `wanted` means this column: case, accents and punctuation aside.
fn is_named(column: &str, wanted: &str) -> bool {
    let words = words(wanted);
    column == wanted || !words.is_empty() && self::words(column) == words
}

/// The words of a column's name, small and without accents: `["correo", "electronico", "2"]`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for character in name.nfd().filter(|character| !is_combining_mark(*character)) {
        if character.is_alphanumeric() {
            // A number or a capital starts a word of its own: `Email2`, `MainEmail`, `eMail`.
            let starts = !before.is_alphanumeric()
                || before.is_numeric() != character.is_numeric()
                || before.is_lowercase() && character.is_uppercase();
            if starts {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(character.to_lowercase());
            }
        }
        before = character;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_columns_of_addresses() {
        for name in [
            "Email",
            "E-mail",
            "e mail",
            "EMAIL ADDRESS",
            "Main Email",
            "CC Email",
            "Email2",
            "main_email",
            "MainEmail",
            "eMail",
            "Mail",
            "Email ID",
            "Correo",
            "Correo electrónico",
            "Correo electro\u{301}nico",
            "Correos de facturación",
            "Dirección de correo",
            "\u{feff}Email",
            " Email ",
        ] {
            assert!(holds_addresses(name), "{name}");
        }
    }

    #[test]
    fn knows_other_columns() {
        for name in
            ["", "Customer", "Mailing address", "Email status", "Email opt-in", "Correo postal", "Mail code"]
        {
            assert!(!holds_addresses(name), "{name}");
        }
    }

    #[test]
    fn finds_named_columns_in_their_order() {
        let header = StringRecord::from(vec!["Correo electrónico", "Contact", "連絡先", "contact"]);
        let find = |wanted: &[&str]| {
            let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
            find(&header, &wanted)
        };
        assert!(matches!(find(&["連絡先", "correo electronico"]), Ok(found) if found == [0, 2]));
        assert!(matches!(find(&["Contact"]), Ok(found) if found == [1, 3]));
        assert!(matches!(find(&["Email"]), Err(Problem::NoSuchColumn { .. })));
    }
}
