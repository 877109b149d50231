//! Opens every door over every corpus, once to warm up and once to be counted, and prints which they are. Callgrind
//! dumps its counts each time that `counted` returns (see `benches/peers/table`).

use std::hint::black_box;

use normail_peers::{Door, corpora, doors, table_scan};

#[inline(never)]
fn counted(door: &Door, lines: &[&'static str]) {
    (door.open)(lines);
    // Else the call is a jump, and nothing returns from here.
    black_box(());
}

fn main() {
    for (corpus, lines) in corpora() {
        for door in [table_scan()].into_iter().chain(doors()) {
            (door.open)(&lines);
            counted(&door, &lines);
            println!("{corpus}\t{}\t{}", door.name, lines.len());
        }
    }
}
