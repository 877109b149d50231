//! What the review comes to. The memory it takes does not depend on the length of the list.

use std::collections::BTreeMap;

use normail::{Language, Verdict, visible};

use crate::cell::{Address, Cell, needs_person, worst};
use crate::note::{self, Notes};
use crate::twins::Site;
use crate::words::{self, VERDICTS, Words};

/// How many mailboxes that stand twice are listed; the others are told with their rows and counted.
const LISTED: usize = 100;

#[derive(Default)]
pub(crate) struct Totals {
    rows: u64,
    without: u64,
    addresses: u64,
    verdicts: [u64; VERDICTS.len()],
    codes: BTreeMap<&'static str, u64>,
    pub(crate) need_person: u64,
    twins: u64,
    listed: Vec<Twin>,
}

/// A mailbox that stood somewhere before.
struct Twin {
    address: String,
    first: Site,
    site: Site,
}

impl Totals {
    /// Counts one row; `all` as for [`Notes`].
    pub(crate) fn count(&mut self, row: u64, cells: &[Cell], all: bool) {
        let verdict = worst(cells.iter().filter_map(Cell::verdict));
        self.rows += 1;
        self.without += u64::from(verdict.is_none());
        self.need_person += u64::from(needs_person(verdict));
        for cell in cells {
            for address in &cell.addresses {
                self.addresses += 1;
                self.count_verdict(address.verdict());
                for finding in address.inspection().findings() {
                    if all || note::is_told(finding) {
                        *self.codes.entry(finding.code()).or_default() += 1;
                    }
                }
                if let Some(first) = address.twin {
                    self.count_twin(address, first, Site { row, column: cell.column });
                }
            }
        }
    }

    fn count_verdict(&mut self, verdict: Verdict) {
        let place = VERDICTS.iter().position(|known| *known == verdict);
        if let Some(count) = place.and_then(|place| self.verdicts.get_mut(place)) {
            *count += 1;
        }
    }

    fn count_twin(&mut self, address: &Address, first: Site, site: Site) {
        self.twins += 1;
        if self.listed.len() < LISTED
            && let Some(address) = address.inspection().address()
        {
            let address = visible(address.as_str()).to_string();
            self.listed.push(Twin { address, first, site });
        }
    }

    /// The totals as text.
    pub(crate) fn text(&self, notes: Notes) -> String {
        let words = Words::of(notes.language);
        let mut lines =
            vec![words::reviewed(notes.language, self.rows, self.addresses, self.without), String::new()];
        let verdicts = words.verdicts.into_iter().zip(self.verdicts);
        lines.extend(columns(verdicts.collect()));
        if !self.codes.is_empty() {
            lines.extend([String::new(), words.codes.into()]);
            lines.extend(columns(self.codes.iter().map(|(code, count)| (*code, *count)).collect()));
        }
        if self.twins > 0 {
            lines.extend([String::new(), format!("{}: {}", words.same_mailbox, self.twins)]);
            lines.extend(self.listed.iter().map(|twin| twin_line(twin, notes)));
            let more = self.twins - self.listed.len() as u64;
            if more > 0 {
                lines.push(format!("  {}", words::and_more(notes.language, more)));
            }
        }
        lines.extend([String::new(), words::need_a_person(notes.language, self.need_person), String::new()]);
        lines.join("\n")
    }
}

fn twin_line(twin: &Twin, notes: Notes) -> String {
    let row = if matches!(notes.language, Language::Spanish) { "fila" } else { "row" };
    let place = |site: Site| format!("{row} {}, {}", site.row, notes.column(site.column));
    format!("  {}: {}; {}", twin.address, place(twin.first), place(twin.site))
}

/// A line for each name and its count, below each other.
fn columns(counts: Vec<(&str, u64)>) -> Vec<String> {
    let width = counts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let digits = counts.iter().map(|(_, count)| count.to_string().len()).max().unwrap_or(0);
    counts.into_iter().map(|(name, count)| format!("  {name:width$}  {count:>digits$}")).collect()
}
