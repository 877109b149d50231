//! Encodings, delimiters, line endings: whatever the input is written in, it is the same list.

use encoding_rs::WINDOWS_1252;

use crate::run::List;

const ROWS: &str = "Cliente,Correo electrónico,Ciudad\r\n\
    José Muñoz,jose@example.com ,Cádiz\r\n\
    Eva,eva.example.com,\"Peña, La\"\r\n";
const CLEANED: &str = "Cliente,Correo electrónico,Ciudad,verdict,note\r\n\
    José Muñoz,jose@example.com,Cádiz,Repaired,";

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn every_encoding_gives_the_same_review() {
    let marked = format!("\u{feff}{ROWS}");
    let plain = List::new(ROWS);
    let report = plain.review(&[]).report;
    assert!(report.contains("Correo electrónico"), "{report}");
    assert!(plain.cleaned().starts_with(CLEANED.as_bytes()));

    let (windows, _, _) = WINDOWS_1252.encode(ROWS);
    let others = [
        marked.clone().into_bytes(),
        utf_16(&marked, u16::to_le_bytes),
        utf_16(&marked, u16::to_be_bytes),
        windows.into_owned(),
    ];
    for bytes in others {
        let list = List::new(&bytes);
        assert_eq!(list.review(&[]).report, report, "{bytes:?}");
        let cleaned = String::from_utf8(list.cleaned()).expect("the cleaned list is UTF-8");
        assert!(cleaned.starts_with(&format!("\u{feff}{CLEANED}")), "{cleaned}");
    }
}

#[test]
fn every_delimiter_and_line_ending_is_kept() {
    for delimiter in [",", ";", "\t"] {
        for ending in ["\r\n", "\n"] {
            let text =
                |rows: &[[&str; 3]]| rows.iter().map(|row| row.join(delimiter) + ending).collect::<String>();
            let list = List::new(text(&[["No.", "Email", "City"], ["007", "ana@example.com", "1.5"]]));
            assert_eq!(
                String::from_utf8_lossy(&list.cleaned()),
                text(&[
                    ["No.", "Email", &["City", "verdict", "note"].join(delimiter)],
                    ["007", "ana@example.com", &["1.5", "Clean", ""].join(delimiter)],
                ])
            );
        }
    }
}

#[test]
fn quotes_stay_where_they_are_needed() {
    let list = List::new("No.,Email,Address\n0042,ana@example.com,\"1, Mill \"\"Lane\"\"\nRiverton\"\n");
    let cleaned = String::from_utf8(list.cleaned()).expect("text");
    assert!(
        cleaned.contains("0042,ana@example.com,\"1, Mill \"\"Lane\"\"\nRiverton\",Clean,\n"),
        "{cleaned}"
    );

    let list = List::new("\"No.\",\"Email\"\n\"0042\",\"ana@example.com\"\n");
    let cleaned = String::from_utf8(list.cleaned()).expect("text");
    assert_eq!(
        cleaned,
        "\"No.\",\"Email\",\"verdict\",\"note\"\n\"0042\",\"ana@example.com\",\"Clean\",\"\"\n"
    );
}

#[test]
fn a_line_that_names_the_delimiter_is_kept() {
    let list = List::new("sep=;\r\nName;Email\r\nAna;ana@example.com\r\n");
    assert_eq!(
        String::from_utf8_lossy(&list.cleaned()),
        "sep=;\r\nName;Email;verdict;note\r\nAna;ana@example.com;Clean;\r\n"
    );
}
