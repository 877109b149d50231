//! What a review of many customers costs: rows a second, as ratios to reading and writing the same files without it
//! and to a plain loop, and the memory that it takes.
//!
//! ```sh
//! cargo bench --features cluster               # 5,000,000 rows
//! cargo bench --features cluster -- 200000     # for a try
//! ```
//!
//! The rows are made by [`customers`], the same on every machine. Every figure is that of a process of its own, from
//! its start to its end.

mod computed;
mod copy;
mod customers;
mod nodes;
mod plain_loop;
mod process;

use std::path::Path;
use std::time::Duration;

use nodes::Nodes;
use process::{Cost, command, run};

/// How many rows without an argument.
const ROWS: u64 = 5_000_000;

/// What a fifth of the rows is for: memory that does not grow is the same at both.
const FEWER: u64 = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["copy", input, output, cores] => copy::run(input, output, cores.parse().expect("a number of cores")),
        ["loop", input] => plain_loop::run(input),
        [] => measure(ROWS),
        [rows] => measure(rows.parse().expect("a number of rows")),
        _ => panic!("one argument: the number of rows"),
    }
}

fn measure(rows: u64) {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("review");
    let _ = std::fs::remove_dir_all(&scratch);
    let few = customers::write(&scratch.join("few"), rows / FEWER);
    let all = customers::write(&scratch.join("all"), rows);
    let out = |name: &str| scratch.join(name);

    println!("| {rows} rows | seconds | rows a second | to the copy | to the loop | MiB at its peak |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let plain = run(&mut again(&["loop", text(&all)]));
    let line = |what: &str, cost: Cost, copy: Option<Duration>| {
        let seconds = cost.time.as_secs_f64();
        let ratio = |other: Duration| format!("{:.2}", seconds / other.as_secs_f64());
        println!(
            "| {what} | {seconds:.1} | {:.0} | {} | {} | {} |",
            rows as f64 / seconds,
            copy.map_or(String::new(), ratio),
            ratio(plain.time),
            cost.memory,
        );
    };
    line("plain loop, 1 core", plain, None);
    let mut copies = Vec::new();
    for cores in ["1", "2"] {
        let copied = run(&mut again(&["copy", text(&all), text(&out(&format!("copy-{cores}"))), cores]));
        line(&format!("copy without a review, {cores} core(s)"), copied, Some(copied.time));
        copies.push(copied.time);
    }
    let mut reviews = Vec::new();
    for (cores, copy) in ["1", "2"].into_iter().zip(&copies) {
        let reviewed = run(&mut review(&all, &out(&format!("review-{cores}")), &["--cores", cores]));
        line(&format!("review, {cores} core(s)"), reviewed, Some(*copy));
        reviews.push(reviewed.time);
    }
    let counted = run(&mut count(&out("review-2")));
    line("of it, counting, 2 cores", counted, None);

    let nodes = Nodes::start();
    let clustered = run(&mut review(&all, &out("cluster"), &["--scheduler", &nodes.url()]));
    line("review, cluster of two executors of 1 core", clustered, Some(copies[1]));
    println!("\nMiB at their peak of the scheduler and the executors: {:?}", nodes.memory());
    drop(nodes);

    println!("\n| rows | MiB at its peak, 2 cores, --memory 256 |");
    println!("| --- | --- |");
    for (rows, input, name) in [(rows / FEWER, &few, "memory-few"), (rows, &all, "memory-all")] {
        let cost = run(&mut review(input, &out(name), &["--cores", "2", "--memory", "256"]));
        println!("| {rows} | {} |", cost.memory);
    }
    computed::print(rows, reviews[1], counted.time);
    std::fs::remove_dir_all(&scratch).expect("the scratch folder is ours");
}

fn review(input: &Path, output: &Path, more: &[&str]) -> std::process::Command {
    let mut command = command(env!("CARGO_BIN_EXE_normail-sql"));
    command.arg("review").arg(input).args(["--column", "email", "--output"]).arg(output).args(more);
    command
}

/// The queries that a review ends with, asked of what it wrote.
fn count(reviewed: &Path) -> std::process::Command {
    let mut command = command(env!("CARGO_BIN_EXE_normail-sql"));
    let query = "SELECT count(*) AS twins, (SELECT count(*) FROM (SELECT email_verdict, array_to_string(email_codes, ' ') \
                 FROM t GROUP BY 1, 2)) AS kinds FROM (SELECT email_key FROM t GROUP BY 1 HAVING count(*) > 1)";
    command.args(["query", query, "--cores", "2", "--table"]).arg(format!("t={}", text(reviewed)));
    command
}

/// This program again, so that what it does is a process of its own.
fn again(arguments: &[&str]) -> std::process::Command {
    let mut command = command(std::env::current_exe().expect("it runs"));
    command.args(arguments);
    command
}

fn text(path: &Path) -> &str {
    path.to_str().expect("the scratch folder's path is UTF-8")
}
