//! What a review cannot do, and that it says so in one sentence and loses nothing.

use std::fs;

use crate::run::{List, Run, review};

/// One sentence, status 2, in both languages.
fn assert_problem(arguments: &[&str], english: &str, spanish: &str) {
    for (language, sentence) in [("en", english), ("es", spanish)] {
        let run = review(&[arguments, &["--language", language]].concat());
        assert_problem_said(&run, sentence);
    }
}

fn assert_problem_said(run: &Run, sentence: &str) {
    assert_eq!(run.error, format!("review: {sentence}\n"));
    assert_eq!(run.status, Some(2));
}

/// The same for a list: with an older cleaned one, which stays.
fn assert_list_problem(bytes: &[u8], arguments: &[&str], english: &str, spanish: &str) {
    let list = List::new(bytes);
    let target = list.beside("cleaned.csv");
    fs::write(&target, "older").expect("written");
    let target = target.to_string_lossy().into_owned();
    for (language, sentence) in [("en", english), ("es", spanish)] {
        let more = [arguments, &["--language", language, "--output", &target]].concat();
        assert_problem_said(&list.review(&more), sentence);
        assert_eq!(fs::read_to_string(&target).expect("still there"), "older");
        assert_eq!(list.names(), ["cleaned.csv", "list.csv"]);
    }
}

#[test]
fn command_line() {
    assert_problem(
        &[],
        "No file was named; `review --help` shows how.",
        "No se indicó ningún archivo; `review --help` explica cómo.",
    );
    assert_problem(
        &["--colour", "list.csv"],
        "There is no option --colour; `review --help` lists them.",
        "No existe la opción --colour; `review --help` las enumera.",
    );
    assert_problem(
        &["one.csv", "two\u{1b}.csv"],
        "One file at a time, please: two⟨U+001B⟩.csv is one too many.",
        "Un solo archivo cada vez, por favor: two⟨U+001B⟩.csv sobra.",
    );
    assert_problem(
        &["--json=yes", "list.csv"],
        "The option --json takes no value.",
        "La opción --json no lleva ningún valor.",
    );
    assert_problem_said(&review(&["list.csv", "--output"]), "The option --output needs a value.");
    assert_problem_said(&review(&["list.csv", "-l", "fr"]), "The language is en or es, not fr.");
}

#[test]
fn files() {
    assert_problem(
        &["no/such/list.csv"],
        "no/such/list.csv cannot be read: there is no such file or folder.",
        "No se puede leer no/such/list.csv: no existe ese archivo o carpeta.",
    );
    assert_problem(
        &["examples"],
        "examples is a folder, not a file.",
        "examples es una carpeta, no un archivo.",
    );
    for bytes in ["", "\u{feff}", "\r\n\r\n"] {
        let list = List::new(bytes);
        let path = list.path.display();
        assert_problem_said(&list.review(&[]), &format!("{path} is empty: not even a header."));
        assert_problem_said(
            &list.review(&["-l", "es"]),
            &format!("{path} está vacío: no tiene ni encabezado."),
        );
    }
}

#[test]
fn lists_of_domains() {
    let list = List::new("Email\nana@example.com\n");
    let domains = list.beside("domains.txt");
    let path = domains.to_string_lossy().into_owned();
    let assert_refused = |bytes: &[u8], english: &str, spanish: &str| {
        fs::write(&domains, bytes).expect("written");
        for option in ["--allow", "--deny", "--protect"] {
            assert_problem_said(&list.review(&[option, &path]), &format!("{path} {english}"));
            let run = list.review(&[option, &path, "-l", "es"]);
            assert_problem_said(&run, &spanish.replace("{}", &path));
        }
    };
    assert_refused(
        b"# ours\nexample.com\n192.0.2.1/24\n",
        "is no list of domains: line 3: bits set beyond the mask, so that host or network may be meant.",
        "{} no es una lista de dominios: línea 3: bits fuera de la máscara, así que puede ser el equipo o la red.",
    );
    assert_refused(
        b"ex\xe4mple.com",
        "cannot be read: it is not UTF-8 text.",
        "No se puede leer {}: no es texto UTF-8.",
    );
    assert_problem(
        &["--deny", "no/such/list.txt", "list.csv"],
        "no/such/list.txt cannot be read: there is no such file or folder.",
        "No se puede leer no/such/list.txt: no existe ese archivo o carpeta.",
    );
    assert_problem(
        &["--deny", "examples", "list.csv"],
        "examples is a folder, not a file.",
        "examples es una carpeta, no un archivo.",
    );
}

#[test]
fn columns() {
    assert_list_problem(
        b"Customer,,Ma\x1bil\nAna,,ana@example.com\n",
        &[],
        "No column looks like one of e-mail addresses; name it with --column. \
         The columns: Customer, \"\", Ma⟨U+001B⟩il.",
        "Ninguna columna parece de correos electrónicos; indíquela con --column. \
         Las columnas: Customer, \"\", Ma⟨U+001B⟩il.",
    );
    assert_list_problem(
        b"Customer,Email\nAna,ana@example.com\n",
        &["--column", "Mail"],
        "There is no column Mail. The columns: Customer, Email.",
        "No existe la columna Mail. Las columnas: Customer, Email.",
    );
}

#[test]
fn ragged_row() {
    assert_list_problem(
        b"Customer,Email\n\"Ana\nRuiz\",ana@example.com\nEva,eva@example.com,\n",
        &[],
        "Line 4 has 3 fields but the header has 2.",
        "La línea 4 tiene 3 campos, pero el encabezado tiene 2.",
    );
    assert_list_problem(
        b"Customer,Email\r\nAna,ana@example.com\r\n\r\nEva\r\n",
        &[],
        "Line 4 has 1 field but the header has 2.",
        "La línea 4 tiene 1 campo, pero el encabezado tiene 2.",
    );
}

#[test]
fn undecodable_bytes() {
    assert_list_problem(
        b"\xef\xbb\xbfEmail\nana@example.com\n\xff@example.com\n",
        &[],
        "Line 3, byte offset 25: this is not valid UTF-8, which the file is in.",
        "Línea 3, posición 25 en bytes: esto no es UTF-8 válido, la codificación del archivo.",
    );
    assert_list_problem(
        b"Email\nna\xf1o@example.com\n\x81@example.com\n",
        &[],
        "Line 3, byte offset 23: neither UTF-8 nor Windows-1252 has this.",
        "Línea 3, posición 23 en bytes: esto no existe ni en UTF-8 ni en Windows-1252.",
    );
    assert_list_problem(
        b"E\0m\0a\0i\0l\0",
        &[],
        "Line 1, byte offset 1: this is not text in UTF-8, Windows-1252 or UTF-16 with its mark.",
        "Línea 1, posición 1 en bytes: esto no es texto en UTF-8, Windows-1252 ni UTF-16 con su marca.",
    );
    assert_list_problem(
        b"\xff\xfeE\0m\0a\0i\0l\0\n\0a\0\0\xdcb\0",
        &[],
        "Line 2, byte offset 16: this is not valid UTF-16LE, which the file is in.",
        "Línea 2, posición 16 en bytes: esto no es UTF-16LE válido, la codificación del archivo.",
    );
}

#[test]
fn help_and_version() {
    for (language, start) in [("en", "Reviews the e-mail"), ("es", "Revisa las direcciones")] {
        let run = review(&["--help", "--language", language]);
        assert_eq!((run.status, run.error.as_str()), (Some(0), ""));
        assert!(run.report.starts_with(start), "{}", run.report);
        for option in [
            "--column",
            "--language",
            "--all",
            "--json",
            "--output",
            "--in-place",
            "--allow",
            "--deny",
            "--protect",
            "--version",
        ] {
            assert!(run.report.contains(option), "{option} is missing in {language}");
        }
        assert!(run.report.lines().all(|line| line.chars().count() <= 110));
    }
    let run = review(&["--version"]);
    assert_eq!(run.report, format!("review {}\n", env!("CARGO_PKG_VERSION")));
}
