//! The texts that are checked in with normail.

use std::fs;
use std::path::{Path, PathBuf};

const CORPORA: [&str; 5] = ["clean", "international", "invalid", "long", "mixed"];

/// A path in the repository of normail.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The lines of the corpora and the inputs of the real world, some 5,000.
pub fn texts() -> Vec<String> {
    let lines = |name: &str| read(&format!("benches/corpora/{name}.txt"));
    let corpora =
        CORPORA.map(lines).into_iter().flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    let rows = read("tests/data/realworld.jsonl");
    let inputs = rows.lines().map(|row| {
        let row: serde_json::Value = serde_json::from_str(row).expect("a row is JSON");
        row["input"].as_str().expect("a row has an input").to_owned()
    });
    corpora.chain(inputs).collect()
}

fn read(path: &str) -> String {
    fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
