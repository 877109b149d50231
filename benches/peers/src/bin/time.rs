//! Nanoseconds for an address, by corpus and door: the medians of interleaved rounds.

use normail_peers::{corpora, doors, interleaved, median, table_scan};

fn main() {
    let doors = Vec::from_iter([table_scan()].into_iter().chain(doors()));
    for (corpus, lines) in corpora() {
        for (door, times) in doors.iter().zip(interleaved(&doors, &lines)) {
            println!("{corpus}\t{}\t{}", door.name, median(times));
        }
    }
}
