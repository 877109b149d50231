//! Time, taken so that what else the machine does and what the processor learns weigh alike on every door. It is the
//! thread's own: what others run in between does not count.

use cpu_time::ThreadTime;
use fastrand::Rng;

use crate::Door;

/// How often a corpus stands in what one sample is taken over: long enough for the clock.
const REPEATS: usize = 10;
/// Odd, so that one of them is in the middle.
const ROUNDS: usize = 51;

/// Nanoseconds for a line, by door and round. In each round every door is given the same lines in the same order, one
/// door after the other, and each round has an order of its own: no branch predictor knows the next line's length.
pub fn interleaved(doors: &[Door], lines: &[&'static str]) -> Vec<Vec<f64>> {
    let mut order = lines.repeat(REPEATS);
    let mut random = Rng::with_seed(1);
    let mut times = vec![Vec::with_capacity(ROUNDS); doors.len()];
    for door in doors {
        (door.open)(lines);
    }
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for (door, times) in doors.iter().zip(&mut times) {
            let start = ThreadTime::now();
            (door.open)(&order);
            times.push(start.elapsed().as_nanos() as f64 / order.len() as f64);
        }
    }
    times
}

/// The middle of an odd number of samples.
pub fn median(samples: impl IntoIterator<Item = f64>) -> f64 {
    let mut samples = Vec::from_iter(samples);
    samples.sort_by(f64::total_cmp);
    samples[samples.len() / 2]
}
