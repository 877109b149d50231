//! What a billion rows would cost, computed from what fewer were measured to.

use std::time::Duration;

const ROWS: f64 = 1e9;

/// A key and its count, as they go from one machine to another.
const BYTES_OF_A_KEY: f64 = 48.0;

/// What a machine receives in a second: 10 Gbit.
const BYTES_A_SECOND: f64 = 1.25e9;

/// Prints a table from a review of `rows` on one machine of two cores, and the part of it that was counting.
pub fn print(rows: u64, review: Duration, counting: Duration) {
    let scale = ROWS / rows as f64;
    let writing = review.saturating_sub(counting).as_secs_f64() * scale;
    let counting = counting.as_secs_f64() * scale;
    println!(
        "\n| computed, not measured: 10⁹ rows on | minutes to read, inspect and write | to count | to move all keys |"
    );
    println!("| --- | --- | --- | --- |");
    for machines in [1.0, 4.0, 16.0, 64.0] {
        // Of the keys that a machine finds, all but its own share go to others, which receive at the same time.
        let moved = ROWS * BYTES_OF_A_KEY * (machines - 1.0) / machines / machines / BYTES_A_SECOND;
        let [writing, counting, moving] =
            [writing / machines, counting / machines, moved].map(|seconds| seconds / 60.0);
        println!("| {machines} machine(s) of 2 cores | {writing:.1} | {counting:.1} | {moving:.2} |");
    }
}
