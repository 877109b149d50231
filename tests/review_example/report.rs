//! What the review shows of a list.

use std::fmt::Write as _;

use serde_json::Value;

use crate::run::{List, review_with};

#[test]
fn status_says_whether_a_person_is_needed() {
    assert_eq!(List::new("Email\n").review(&[]).status, Some(0));
    assert_eq!(List::new("Email,Name\nana@example.com,\n ben@example.com,\n,\n").review(&[]).status, Some(0));
    assert_eq!(List::new("Email\nana.example.com\n").review(&[]).status, Some(1));
}

#[test]
fn named_columns_are_reviewed_alone() {
    let list = List::new("Email,Contact,連絡先\nx,ana@example.com,y\n");
    assert_eq!(list.review(&["--column", "contact"]).status, Some(0));
    let run = list.review(&["-c", "Contact", "-c", "連絡先"]);
    assert_eq!(run.status, Some(1));
    assert!(run.report.contains("2  連絡先   Rejected  y\n"), "{}", run.report);
}

#[test]
fn lists_of_domains_decide() {
    let list = List::new("Email\nana@rnybank.es\nben@bad.example.es\neva@otra.es\nleo@mybank.es\n");
    let write = |name: &str, domains: &str| {
        let path = list.beside(name);
        std::fs::write(&path, domains).expect("written");
        path.to_string_lossy().into_owned()
    };
    let protect = write("protect.txt", "\u{feff}mybank.es\r\n");
    let deny = write("deny.txt", "# bad ones\n.example.es\n");
    let run = list.review(&["--protect", &protect, "--deny", &deny]);
    assert_eq!(run.status, Some(1));
    for line in
        ["     2  Email   Doubtful  ana@rnybank.es\n", "     3  Email   Rejected  ben@bad.example.es\n"]
    {
        assert!(run.report.contains(line), "{}", run.report);
    }
    assert!(run.report.contains("A domain that is easily taken for mybank.es"), "{}", run.report);
    assert!(!run.report.contains("eva@") && !run.report.contains("leo@"), "{}", run.report);

    let (one, other) = (write("one.txt", "mybank.es"), write("other.txt", "rnybank.es"));
    let run = list.review(&["--allow", &one, "--allow", &other]);
    assert!(run.report.contains("     4  Email   Rejected  eva@otra.es\n"), "{}", run.report);
    assert!(!run.report.contains("rnybank") && !run.report.contains("leo@"), "{}", run.report);
}

#[test]
fn clean_rows_are_shown_when_asked_for() {
    let list = List::new("Email,Name\nana@example.com,Ana\n,Eva\n");
    assert!(!list.review(&[]).report.contains("ana@example.com"));
    let report = list.review(&["--all"]).report;
    assert!(report.contains("     2  Email   Clean     ana@example.com\n"), "{report}");
    assert!(report.contains("\n     3\n"), "{report}");
}

#[test]
fn nothing_of_the_input_reaches_a_terminal_raw() {
    let evil = "\u{1b}[31m\u{9b}2J\u{202e}\u{7}";
    let list = List::new(format!("Email {evil}\na{evil}@example.com\n{evil}\n"));
    for arguments in [&["--all"][..], &["--json"], &["-l", "es"], &["--column", evil]] {
        let run = list.review(arguments);
        let raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!run.report.contains(raw) && !run.error.contains(raw), "{run:?}");
    }
}

#[test]
fn colours_are_for_terminals() {
    let list = List::new("Email\nana.example.com\n");
    let report = |settings: &[(&str, &str)]| review_with(settings, &[list.path.as_os_str()]).report;
    assert!(!report(&[]).contains('\u{1b}'));
    assert!(report(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'));
    assert!(!report(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains('\u{1b}'));
}

#[test]
fn json_is_one_object_a_row() {
    let list = List::new(
        "Name,Email\nAna,\"ana@example.com, b\u{200b}en@example.com\"\n\nEva,\nLuis,ana@example.com\n",
    );
    let run = list.review(&["--json", "--language", "es"]);
    assert_eq!(run.status, Some(0));
    let rows: Vec<Value> =
        run.report.lines().map(|line| serde_json::from_str(line).expect("an object")).collect();
    let numbers: Vec<u64> = rows.iter().filter_map(|row| row["row"].as_u64()).collect();
    assert_eq!(numbers, [2, 4, 5]);
    assert_eq!(rows[0]["verdict"], "repaired");
    let cell = &rows[0]["cells"][0];
    assert_eq!(cell["column"], "Email");
    assert_eq!(cell["cleaned"], "ana@example.com, ben@example.com");
    assert_eq!(cell["addresses"][1]["address"], "ben@example.com");
    assert_eq!(cell["addresses"][1]["findings"][0]["code"], "invisible-character");
    assert_eq!(rows[1]["verdict"], Value::Null);
    assert_eq!(rows[2]["cells"][0]["addresses"][0]["same_mailbox_as"]["row"], 2);
    // The totals are no row, and are for people.
    assert!(run.error.starts_with("3 filas, 3 direcciones; 1 sin ninguna."), "{}", run.error);
}

#[test]
fn the_same_mailbox_is_found_again() {
    let list = List::new("Email,CC Email\nana@example.com,\nben@example.com, ana@example.com\n");
    let report = list.review(&[]).report;
    assert!(report.contains("The same mailbox as in row 2, Email."), "{report}");
    assert!(
        report.contains(
            "The same mailbox more than once: 1\n  ana@example.com: row 2, Email; row 3, CC Email\n"
        ),
        "{report}"
    );
}

#[test]
fn a_huge_field_is_shown_in_part() {
    let huge = "x".repeat(1_000_000);
    let list = List::new(format!("Email,Notes\n{huge}@example.com,\nana@example.com,{huge}\n"));
    let run = list.review(&[]);
    assert_eq!(run.status, Some(1));
    assert!(run.report.contains("… (1000012 characters)"));
    assert!(run.report.contains("input-too-long"));
    assert!(run.report.len() < 2_000, "{} bytes", run.report.len());
    let cleaned = String::from_utf8(list.cleaned()).expect("text");
    assert_eq!(cleaned.matches(&huge).count(), 2);
}

#[test]
fn a_long_list_is_reviewed_to_its_end() {
    let mut text = String::from("Name,Email\n");
    for number in 0..20_000 {
        let _ = writeln!(text, "Customer {number},customer.{number}@example.com");
    }
    text += "Last,customer.0@example.com\n";
    let run = List::new(text).review(&[]);
    assert_eq!(run.status, Some(0));
    assert!(run.report.contains("20001 rows, 20001 addresses; 0 without any."), "{}", run.report);
    assert!(
        run.report.contains("customer.0@example.com: row 2, Email; row 20002, Email\n"),
        "{}",
        run.report
    );
}
