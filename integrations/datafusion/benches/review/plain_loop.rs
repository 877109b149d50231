//! One inspection and one key after the other, of the same rows, with nothing written.

use std::hint::black_box;

use normail::inspect;

pub fn run(input: &str) {
    for entry in std::fs::read_dir(input).expect("the folder is read") {
        let mut reader =
            csv::Reader::from_path(entry.expect("an entry is read").path()).expect("the file is read");
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row).expect("a row is read") {
            let inspection = inspect(&row[1]);
            black_box(inspection.address().map(|address| address.dedup_key()));
            black_box(&inspection);
        }
    }
}
