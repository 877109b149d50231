//! Time of each door as a ratio to the table scan, which touches every byte once: the medians of interleaved rounds,
//! beside what the design asks for. Prints Markdown.

use normail_peers::{corpora, doors, interleaved, median, table_scan};

const ASKED: &str = include_str!("../../../ratios.txt");

/// What the design asks of a door over a corpus, as it stands in the table.
fn asked(door: &str, corpus: &str) -> Option<(&'static str, &'static str)> {
    ASKED.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let (must, aim) =
            line.strip_prefix(door)?.trim_start().strip_prefix(corpus)?.trim().split_once(' ')?;
        Some((must, aim.trim()))
    })
}

fn cell(ratio: f64, asked: Option<(&str, &str)>) -> String {
    match asked {
        Some((must, aim)) => format!("{ratio:.2} (must {must}, aim {aim})"),
        None => format!("{ratio:.2}"),
    }
}

fn main() {
    let mut head = String::from("| time ÷ table scan |");
    let mut rows = Vec::from_iter(doors().iter().map(|door| format!("| {} |", door.name)));
    let doors = Vec::from_iter([table_scan()].into_iter().chain(doors()));
    for (corpus, lines) in corpora().into_iter().filter(|(corpus, _)| *corpus != "invalid") {
        let times = interleaved(&doors, &lines);
        let (scan, times) = times.split_first().expect("the table scan is the first door");
        head.push_str(&format!(" {corpus} |"));
        for ((row, door), times) in rows.iter_mut().zip(&doors[1..]).zip(times) {
            let ratio = median(times.iter().zip(scan).map(|(time, scan)| time / scan));
            row.push_str(&format!(" {} |", cell(ratio, asked(door.name, corpus))));
        }
    }
    println!("{head}\n| --- | ---: | ---: | ---: | ---: |\n{}", rows.join("\n"));
}
