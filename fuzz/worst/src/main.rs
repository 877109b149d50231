//! Looks for the inputs that cost most, and for those whose cost grows faster than they do.
//!
//!     cd fuzz/worst && cargo run --release [-- ROUNDS [DOOR]]
//!
//! The work is counted, not timed (`work.rs`), and the choices come from a seed, so that a run says the same twice. It
//! fails where a byte of an input costs more and more the longer the input is.

mod doors;
#[path = "../../../tests/abnf/prng.rs"]
#[allow(dead_code, reason = "others draw more from it")]
mod prng;
mod shape;
mod work;

use std::process::ExitCode;

use doors::{DOORS, Door};
use prng::Prng;
use shape::Shape;

/// Below, at and close to what is read at most.
const SIZES: [usize; 3] = [1000, 2000, 4000];
/// A sort of what is found is allowed to grow by its logarithm.
const GROWTH_MAX: f64 = 1.25;
/// What costs less than this share of the worst may be on its way to a limit: the layers that come off are counted.
const WORST_SHARE: f64 = 0.1;
/// How many inputs are kept, for the next ones to be made of.
const KEPT: usize = 12;
const ROUNDS: usize = 3000;

/// What once cost the square of its length: the search starts from these, section by section of a shape.
const KNOWN: [[&str; 5]; 9] = [
    ["", "\u{C}", "", "", ""],
    ["", ".\u{C}", "", "", ""],
    ["", "\u{FFFC}@a,@b:", "", "", ""],
    ["", "\\\"", "", "(at)", "(at)"],
    ["x", "?subject=x&cc=", "", "", "<ana@example.com>"],
    ["", "=?u?Q?x", "", "", " <ana@example.com>"],
    ["a", "%40", "", "", ""],
    ["", " at ", "", "", "gmail.com"],
    ["", "\\\"", "", "\"", "\0"],
];

const DICTIONARY: &str = include_str!("../../email.dict");

/// What an input costs for each of its bytes, at each of the sizes.
type Costs = [f64; 3];
type Goal = (&'static str, fn(&Costs) -> f64);

const GOALS: [Goal; 2] = [
    ("cost", |costs| costs[2]),
    // Twice in a row: one step may be that of a limit.
    ("growth", |costs| (costs[1] / costs[0]).min(costs[2] / costs[1])),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let rounds = arguments.next().map_or(ROUNDS, |rounds| rounds.parse().expect("a number of rounds"));
    let wanted = arguments.next();
    let of_known = KNOWN.as_flattened().iter().map(|piece| String::from(*piece));
    let tokens: Vec<String> = of_known.chain(DICTIONARY.lines().filter_map(token)).collect();
    let mut is_linear = true;
    for door in DOORS.iter().filter(|(name, _)| wanted.as_ref().is_none_or(|wanted| name.starts_with(wanted)))
    {
        let mut worst = 0_f64;
        for goal in &GOALS {
            let (shape, costs) = search(door, goal, &tokens, rounds);
            worst = worst.max(costs[2]);
            let grows = (GOALS[1].1)(&costs) > GROWTH_MAX && costs[2] > worst * WORST_SHARE;
            is_linear &= !grows;
            let [short, middle, long] = costs;
            println!(
                "{:<15} {:<7} {short:7.1} {middle:7.1} {long:7.1}  {}{}",
                door.0,
                goal.0,
                shape.shown(&tokens),
                if grows { "  GROWS" } else { "" },
            );
        }
    }
    if is_linear { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Climbs from random shapes: the best are kept, and changed into the next ones.
fn search(door: &Door, goal: &Goal, tokens: &[String], rounds: usize) -> (Shape, Costs) {
    let mut prng = Prng::new(5321);
    let mut kept: Vec<(f64, Shape, Costs)> = Vec::new();
    for round in 0..rounds {
        let shape = if round < KNOWN.len() {
            Shape::known(round)
        } else if round < rounds / 5 || kept.is_empty() {
            Shape::any(&mut prng, tokens.len())
        } else {
            let (_, one, _) = prng.pick(&kept);
            let (_, other, _) = prng.pick(&kept);
            one.changed(other, &mut prng, tokens.len())
        };
        let Some(costs) = costs(door, &shape, tokens) else { continue };
        let score = (goal.1)(&costs);
        // Two of the same score are as good as the same.
        if kept.iter().any(|(other, ..)| *other == score) {
            continue;
        }
        let place = kept.partition_point(|(other, ..)| *other > score);
        kept.insert(place, (score, shape, costs));
        kept.truncate(KEPT);
    }
    let (_, shape, costs) = kept.swap_remove(0);
    (shape, costs)
}

fn costs(door: &Door, shape: &Shape, tokens: &[String]) -> Option<Costs> {
    let mut costs = [0.0; 3];
    for (cost, bytes) in costs.iter_mut().zip(SIZES) {
        let text = shape.text(tokens, bytes)?;
        *cost = work::of(|| (door.1)(&text)) as f64 / text.len() as f64;
    }
    Some(costs)
}

/// A token of libFuzzer's dictionary: between quotes, bytes beyond the plain ones as `\xAB`.
fn token(line: &str) -> Option<String> {
    let mut rest = line.strip_prefix('"')?.strip_suffix('"')?.as_bytes();
    let mut bytes = Vec::new();
    while let [first, behind @ ..] = rest {
        rest = behind;
        bytes.push(match (first, behind) {
            (b'\\', [b'x', high, low, behind @ ..]) => {
                rest = behind;
                u8::from_str_radix(std::str::from_utf8(&[*high, *low]).ok()?, 16).ok()?
            }
            (b'\\', [escaped, behind @ ..]) => {
                rest = behind;
                *escaped
            }
            (plain, _) => *plain,
        });
    }
    String::from_utf8(bytes).ok()
}
