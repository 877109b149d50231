//! Allocations for an address and the share that is accepted, by corpus and door. A program of its own, since its
//! allocator costs time and instructions.

use allocation_counter::measure;
use normail_peers::{corpora, doors};

fn main() {
    for (corpus, lines) in corpora() {
        for door in doors() {
            (door.open)(&lines);
            let allocations = measure(|| (door.open)(&lines)).count_total as f64 / lines.len() as f64;
            let accepted = (door.accepted)(&lines) as f64 / lines.len() as f64;
            println!("{corpus}\t{}\t{allocations}\t{accepted}", door.name);
        }
    }
}
