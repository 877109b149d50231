//! `normail-sql` as a person or a script runs it.
#![cfg(feature = "command")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use normail::{Language, Policy};

use support::command::{Folder, output_in_time, wait_until};
use support::corpora::repository;
use support::expected::answers;

const COLUMN: &str = "Main Email";
const FORMS: [&str; 7] = ["csv", "csv.gz", "csv.zst", "ndjson", "ndjson.gz", "ndjson.zst", "parquet"];

/// The customers of the repository, whose first name has a byte order mark before it.
fn customers() -> Vec<u8> {
    fs::read(repository("examples/customers.csv")).expect("the customers are read")
}

/// Header and rows of a CSV text.
fn rows(text: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut reader = csv::Reader::from_reader(text);
    let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = owned(reader.headers().expect("there is a header"));
    (header, reader.records().map(|record| owned(&record.expect("a row is read"))).collect())
}

/// What a plain loop makes of a table: its rows with the repairs, and the four columns beside them.
fn reviewed(header: &[String], rows: &[Vec<String>]) -> (Vec<String>, Vec<Vec<String>>) {
    let place = header.iter().position(|name| name == COLUMN).expect("the column is there");
    let added = ["email_verdict", "email_codes", "email_suggestion", "email_key"].map(str::to_owned);
    let row = |row: &Vec<String>| {
        let text = Some(row[place].as_str()).filter(|text| !text.is_empty());
        let [_, address, suggestion, verdict, codes, _, _, _, key, _] =
            answers(&Policy::form(), Language::English, text);
        let mut row = row.clone();
        if matches!(verdict.as_deref(), Some("Clean" | "Repaired")) {
            row[place] = address.expect("it has an address");
        }
        row.into_iter().chain([verdict, codes, suggestion, key].map(Option::unwrap_or_default)).collect()
    };
    (header.iter().cloned().chain(added).collect(), rows.iter().map(row).collect())
}

/// Rows as names and cells: the members of an object have no order.
fn by_name((header, rows): (Vec<String>, Vec<Vec<String>>)) -> Vec<BTreeMap<String, String>> {
    rows.into_iter().map(|row| header.iter().cloned().zip(row).collect()).collect()
}

#[test]
fn a_review_writes_what_a_plain_loop_finds() {
    let folder = Folder::new();
    folder.write("customers.csv", customers());
    folder.succeed(&["review", "customers.csv", "-c", COLUMN, "-o", "out.csv"]);
    let (header, table) = rows(&customers());
    assert_eq!(rows(&folder.files()["out.csv".as_ref() as &std::path::Path]), reviewed(&header, &table));
}

#[test]
fn every_form_is_read_and_written_alike() {
    let folder = Folder::new();
    folder.write("customers.csv", customers());
    let (header, table) = rows(&customers());
    let expected = by_name(reviewed(&header, &table));
    for form in FORMS {
        let [table, from, to, back] = ["table", "from", "to", "back"].map(|name| format!("{form}-{name}"));
        let (table, to) = (format!("{table}.{form}"), format!("{to}.{form}"));
        let (from, back) = (format!("{from}.csv"), format!("{back}.csv"));
        folder.succeed(&["query", "SELECT * FROM t", "-t", "t=customers.csv", "-o", &table]);
        folder.succeed(&["review", &table, "-c", COLUMN, "-o", &from]);
        assert_eq!(by_name(rows(&fs::read(folder.path(&from)).unwrap())), expected, "{form} is read");

        folder.succeed(&["review", "customers.csv", "-c", COLUMN, "-o", &to]);
        let codes = if form.starts_with("csv") { "email_codes" } else { "array_to_string(email_codes, ' ')" };
        let query = format!("SELECT * REPLACE ({codes} AS email_codes) FROM t");
        folder.succeed(&["query", &query, "-t", &format!("t={to}"), "-o", &back]);
        assert_eq!(by_name(rows(&fs::read(folder.path(&back)).unwrap())), expected, "{form} is written");
    }
}

#[test]
fn a_folder_is_reviewed_file_by_file_and_counted_as_a_whole() {
    let folder = Folder::new();
    folder.write("in/a.csv", customers());
    folder.write("in/_notes", "no table");
    folder.write("in/below/.hidden", "no table");
    folder.succeed(&["query", "SELECT * FROM t", "-t", "t=in/a.csv", "-o", "in/below/b.parquet"]);
    let told = folder.succeed(&["review", "in", "-c", COLUMN, "-o", "out", "--duplicates", "twins.csv"]);

    let names: Vec<_> = folder.files().into_keys().filter(|name| name.starts_with("out")).collect();
    assert_eq!(names, ["out/a.csv.parquet", "out/below/b.parquet"].map(std::path::PathBuf::from));
    let (header, table) = rows(&customers());
    let (_, reviewed) = reviewed(&header, &table);
    assert_eq!(told, totals(&[reviewed.clone(), reviewed.clone()].concat()));
    let (_, twins) = rows(&fs::read(folder.path("twins.csv")).unwrap());
    assert_eq!(twins, twins_of(&[reviewed.clone(), reviewed].concat()));
}

/// The mailboxes of more than one row, those of most rows first.
fn twins_of(reviewed: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut keys: BTreeMap<&String, usize> = BTreeMap::new();
    for key in reviewed.iter().filter_map(|row| row.last()).filter(|key| !key.is_empty()) {
        *keys.entry(key).or_default() += 1;
    }
    let mut twins: Vec<_> = keys.into_iter().filter(|(_, rows)| *rows > 1).collect();
    twins.sort_by_key(|(key, rows)| (std::cmp::Reverse(*rows), *key));
    twins.into_iter().map(|(key, rows)| vec![key.clone(), rows.to_string()]).collect()
}

/// The report of a review, counted by a loop.
fn totals(reviewed: &[Vec<String>]) -> String {
    let (mut verdicts, mut codes) = (BTreeMap::new(), BTreeMap::new());
    for row in reviewed {
        let [verdict, found, _, _] = &row[row.len() - 4..] else { panic!("four columns are added") };
        *verdicts.entry(verdict.as_str()).or_insert(0) += 1;
        for code in found.split(' ').filter(|code| !code.is_empty()) {
            *codes.entry(code).or_insert(0) += 1;
        }
    }
    let of = |name, verdict| (name, verdicts.get(verdict).copied().unwrap_or(0));
    let verdicts = ["Clean", "Repaired", "Doubtful", "Rejected"].map(|verdict| of(verdict, verdict));
    let verdicts = verdicts.into_iter().chain([of("Empty", "")]).collect();
    let twins = twins_of(reviewed);
    let rows: usize = twins.iter().map(|twin| twin[1].parse::<usize>().unwrap()).sum();
    let listed = twins.iter().take(10).map(|twin| (twin[0].as_str(), twin[1].parse().unwrap())).collect();
    format!(
        "{} rows reviewed\n\nVerdicts\n{}\nCodes\n{}\nMailboxes that appear twice or more: {}, in {rows} rows\n{}  … and {} more\n",
        reviewed.len(),
        columns(verdicts),
        columns(codes.into_iter().collect()),
        twins.len(),
        columns(listed),
        twins.len() - 10,
    )
}

fn columns(counts: Vec<(&str, usize)>) -> String {
    let width = counts.iter().map(|(name, _)| name.chars().count()).max().unwrap();
    let digits = counts.iter().map(|(_, count)| count.to_string().len()).max().unwrap();
    counts.iter().map(|(name, count)| format!("  {name:width$}  {count:>digits$}\n")).collect()
}

#[test]
fn a_query_answers_with_the_functions() {
    let folder = Folder::new();
    folder.write("t.csv", "email;name\nana@gmial.com;Ana, the first\nben@gmial.com;Ben\n");
    let told = folder.succeed(&[
        "query",
        "SELECT email_suggestion(email) AS meant FROM t WHERE name = 'Ana, the first'",
        "-t",
        "t=t.csv",
        "--delimiter",
        ";",
    ]);
    assert_eq!(
        told,
        "+---------------+\n| meant         |\n+---------------+\n| ana@gmail.com |\n+---------------+\n"
    );
}

#[test]
fn a_table_without_rows_is_reviewed() {
    let folder = Folder::new();
    folder.write("t.csv", "email\n");
    for form in FORMS {
        let output = format!("out.{form}");
        let told = folder.succeed(&["review", "t.csv", "-c", "email", "-o", &output]);
        assert_eq!(
            told, "0 rows reviewed\n\nVerdicts\n  Clean     0\n  Repaired  0\n  Doubtful  0\n  Rejected  0\n",
            "{form}"
        );
        assert!(folder.path(&output).exists(), "{form}");
    }
}

#[test]
fn what_cannot_be_done_is_told_in_one_sentence_and_leaves_nothing() {
    let folder = Folder::new();
    folder.write("t.csv", "email,n\nana@example.com,1\n");
    folder.write("taken.csv", "email,email_key\na,b\n");
    folder.write("ragged.csv", format!("email,n\n{}ana@example.com\n", "ana@example.com,1\n".repeat(20_000)));
    folder.write("latin1.csv", b"email\njos\xe9@example.com\n");
    folder.write("n.ndjson", "{\"email\": 1}\n");
    folder.write("broken.ndjson", "{\"email\": \"ana@example.com\"\n{\n");
    folder.write("broken.parquet", "PAR1 but for its first bytes");
    folder.write("broken.csv.gz", "email\nana@example.com\n");
    folder.write("t.txt", "email\n");
    folder.write("empty/_nothing", "");
    folder.write("mixed/a.csv", "email\nana@example.com\n");
    folder.write("mixed/b.csv", "e-mail\nana@example.com\n");
    folder.write("same/t.csv", "email\n");
    folder.write("there", "");
    let before = folder.files();
    let usage = "; normail-sql --help tells how it is used";
    for (arguments, sentence) in [
        ("review t.csv -c mail -o out.csv", "t.csv has no column \"mail\": its columns are \"email\", \"n\""),
        ("review mixed -c email -o out", "mixed/b.csv has no column \"email\": its columns are \"e-mail\""),
        ("review n.ndjson -c email -o out.csv", "n.ndjson: the column \"email\" is Int64, not text"),
        ("review taken.csv -c email -o out.csv", "taken.csv has a column \"email_key\" already"),
        ("review no.csv -c email -o out.csv", "no.csv: No such file or directory (os error 2)"),
        (
            "review t.txt -c email -o out.csv",
            "t.txt: its name tells no format: .csv, .ndjson, .jsonl, .json and .parquet do",
        ),
        ("review empty -c email -o out", "empty has no file to read"),
        ("review t.csv -c email -o there", "there is there already"),
        ("review t.csv -c email -o t.csv", "t.csv is there already"),
        ("review t.csv -c email -o out --duplicates t.csv", "t.csv is there already"),
        (
            "review t.csv -c email -o out.csv --duplicates ./out.csv",
            "--output and --duplicates would be written to the same file",
        ),
        ("review t.csv -c email -o no/out.csv", "no: No such file or directory (os error 2)"),
        ("review t.csv same -c email -o out", "same/t.csv and t.csv would be written to the same file"),
        (
            "review t.csv mixed/a.csv -c email -o out.csv",
            &format!("2 files go to a folder, and out.csv names a file{usage}"),
        ),
        ("review t.csv -c email -o out -f xls", &format!("there is no format \"xls\"{usage}")),
        ("review -c email -o out", &format!("review needs a FILE{usage}")),
        ("review t.csv -o out", &format!("review needs --column NAME{usage}")),
        ("review t.csv -c email", &format!("review needs --output PATH{usage}")),
        ("review t.csv -c email -o out -t a=b", &format!("invalid option '-t'{usage}")),
        ("", &format!("the first argument is review or query{usage}")),
        ("query SELECT 1", &format!("query needs one query, in quotes{usage}")),
        ("query SELECT -t t", &format!("\"t\" is not NAME=PATH{usage}")),
        (
            "query x -o out.txt",
            "SQL error: ParserError(\"Expected: an SQL statement, found: x at Line: 1, Column: 1\")",
        ),
    ] {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        assert_eq!(folder.fail(&arguments), sentence, "{arguments:?}");
        assert!(folder.files() == before, "{arguments:?} leaves nothing");
    }
    for (file, start) in [
        ("ragged.csv", "ragged.csv: Arrow error: Csv error: incorrect number of fields for line 20002"),
        ("latin1.csv", "latin1.csv: Arrow error: Csv error: Encountered invalid UTF-8 data"),
        ("broken.ndjson", "broken.ndjson: "),
        ("broken.parquet", "broken.parquet: "),
        ("broken.csv.gz", "broken.csv.gz: "),
    ] {
        let sentence = folder.fail(&["review", file, "-c", "email", "-o", "out.csv"]);
        assert!(sentence.starts_with(start), "{sentence}");
        assert!(folder.files() == before, "{file} leaves nothing");
    }
    for (query, start) in [
        ("CREATE VIEW v AS SELECT 1", "Error during planning: DDL not supported"),
        ("COPY (SELECT 1) TO 'out.csv'", "Error during planning: DML not supported"),
        (
            "SELECT email_message('a', 'fr')",
            "Error during planning: email_message speaks 'en' and 'es', not 'fr'",
        ),
        ("SELECT * FROM t", "Error during planning: table 'datafusion.public.t' not found"),
    ] {
        let sentence = folder.fail(&["query", query]);
        assert!(sentence.starts_with(start), "{sentence}");
        assert!(folder.files() == before, "{query} leaves nothing");
    }
}

#[test]
#[cfg(unix)]
fn what_is_interrupted_leaves_nothing() {
    let folder = Folder::new();
    folder.write("t.csv", format!("email\n{}", "ana@@example.com\n".repeat(500_000)));
    for signal in ["-INT", "-TERM"] {
        let review = folder.start(&["review", "t.csv", "-c", "email", "-o", "out.csv"]);
        let entries = || fs::read_dir(folder.path("")).expect("the folder is read").count();
        wait_until("the review is in its middle", || entries() > 1);
        let sent = Command::new("kill").args([signal, &review.id().to_string()]).status();
        assert!(sent.expect("there is kill").success());
        let output = output_in_time(review).expect("it ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "normail-sql: it was interrupted\n", "{signal}");
        assert_eq!(output.status.code(), Some(2), "{signal}");
        assert_eq!(entries(), 1, "{signal}: nothing is left");
    }
}
