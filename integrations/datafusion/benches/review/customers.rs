//! Customers, as many as are asked for and the same every time.
//!
//! An address is a line of the mixed corpus (nine in ten clean, the others mistyped, broken or international) with a
//! number before its `@`, so that most mailboxes are different and some come again.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// As many files as a table of this size is likely to have; a file is read by one core.
const FILES: u64 = 8;

/// How many numbers there are for a line: of 5,000,000 rows one in ten or so shares its mailbox.
const NUMBERS: u64 = 50_000;

const CITIES: [&str; 6] = ["Springfield", "Riverton", "Valdeprado", "San Telmo", "Port Ellery", "Alder Bay"];

/// SplitMix64.
struct Draw(u64);

impl Draw {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut drawn = self.0;
        drawn = (drawn ^ (drawn >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        drawn = (drawn ^ (drawn >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (drawn ^ (drawn >> 31)) % limit
    }

    fn pick<'a, T: ?Sized>(&mut self, choices: &[&'a T]) -> &'a T {
        choices[self.below(choices.len() as u64) as usize]
    }
}

/// Writes a folder of CSV files, and gives it back.
pub fn write(folder: &Path, rows: u64) -> PathBuf {
    let mixed = include_str!("../../../../benches/corpora/mixed.txt").lines().collect::<Vec<_>>();
    fs::create_dir_all(folder).expect("a folder is made");
    let mut draw = Draw(2026);
    for file in 0..FILES {
        let path = folder.join(format!("{file}.csv"));
        let mut output = BufWriter::new(File::create(path).expect("a file is made"));
        writeln!(output, "customer,email,city,balance").expect("it is written");
        for row in (rows * file / FILES)..(rows * (file + 1) / FILES) {
            let address = numbered(draw.pick(&mixed), draw.below(NUMBERS)).replace('"', "\"\"");
            let (city, balance) = (draw.pick(&CITIES), draw.below(1_000_000));
            let (whole, hundredths) = (balance / 100, balance % 100);
            writeln!(output, "{row:08},\"{address}\",{city},{whole}.{hundredths:02}").expect("it is written");
        }
        output.flush().expect("it is written");
    }
    folder.to_owned()
}

fn numbered(line: &str, number: u64) -> String {
    match line.split_once('@') {
        Some((local_part, domain)) => format!("{local_part}{number}@{domain}"),
        None => line.to_owned(),
    }
}
