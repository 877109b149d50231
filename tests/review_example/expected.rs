//! The whole review of `examples/customers.csv`, compared with the one that is checked in.
//!
//! `UPDATE_EXPECT=1 cargo test --test review_example` writes it anew.

use std::fs;
use std::path::Path;

use crate::run::{Run, review};

const LIST: &str = "examples/customers.csv";

/// Compares text with what is expected; says the first line that differs.
fn assert_expected(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/review").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder is there");
        fs::write(&path, found).expect("the expectation is written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differing = expected.lines().zip(found.lines()).enumerate().find(|(_, (old, new))| old != new);
    if let Some((line, (expected, found))) = differing {
        panic!("{name}, line {}:\nexpected {expected}\nfound    {found}", line + 1);
    }
    assert!(expected == found, "{name}: {} bytes expected, {} found", expected.len(), found.len());
}

fn assert_asks_for_a_person(run: &Run) {
    assert_eq!(run.status, Some(1), "{run:?}");
}

#[test]
#[cfg(feature = "suggest")]
fn table_in_english() {
    let run = review(&[LIST]);
    assert_asks_for_a_person(&run);
    assert_eq!(run.error, "");
    assert_expected("customers.en.txt", &run.report);
}

#[test]
#[cfg(feature = "suggest")]
fn table_in_spanish() {
    let run = review(&[LIST, "--language", "es"]);
    assert_asks_for_a_person(&run);
    assert_eq!(run.error, "");
    assert_expected("customers.es.txt", &run.report);
}

#[test]
#[cfg(feature = "suggest")]
fn json() {
    let run = review(&[LIST, "--json"]);
    assert_asks_for_a_person(&run);
    assert_expected("customers.json-lines", &run.report);
}

#[test]
#[cfg(feature = "suggest")]
fn cleaned_list() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("cleaned.csv");
    let run = review(&[LIST.as_ref(), "--output".as_ref(), target.as_os_str()]);
    assert_asks_for_a_person(&run);
    assert_expected("customers.cleaned.csv", &fs::read_to_string(target).expect("the list is written"));
}

/// A cleaned list has no repair left to make: reviewed again, only what a person was asked for is found.
#[test]
fn cleaned_list_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let [once, twice] = ["once.csv", "twice.csv"].map(|name| folder.path().join(name));
    review(&[LIST.as_ref(), "--output".as_ref(), once.as_os_str()]);
    let run = review(&[once.as_os_str(), "--json".as_ref(), "--output".as_ref(), twice.as_os_str()]);
    for row in run.report.lines() {
        let row: serde_json::Value = serde_json::from_str(row).expect("an object");
        assert_ne!(row["verdict"], "repaired", "{row}");
    }
    let cells = |path: &Path| -> Vec<csv::StringRecord> {
        let mut reader = csv::Reader::from_path(path).expect("a list");
        let mut records: Vec<csv::StringRecord> =
            reader.records().map(|record| record.expect("a row")).collect();
        // The two columns of the review tell the repairs only once.
        records.iter_mut().for_each(|record| record.truncate(record.len() - 2));
        records
    };
    assert_eq!(cells(&once), cells(&twice));
}
