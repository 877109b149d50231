//! The review as a table for people.

use std::fmt::{Display, Write as _};
use std::iter;

use normail::{Verdict, visible};
use unicode_width::UnicodeWidthStr;

use crate::cell::{Cell, worst};
use crate::note::{Notes, shown};
use crate::words::{VERDICTS, Words};

/// Names of columns are cut at this width.
const NAME_WIDTH: usize = 24;

const ROW_WIDTH: usize = 6;
const GAP: &str = "  ";
const BOLD: &str = "\u{1b}[1m";
const PLAIN: &str = "\u{1b}[0m";

/// Lays out rows one at a time, so that the widths of all columns are known before the first row is.
pub(crate) struct Table<'a> {
    notes: Notes<'a>,
    /// The names of the e-mail columns, cut.
    names: Vec<String>,
    column_width: usize,
    verdict_width: usize,
    /// What stands before a line below an address.
    margin: String,
    has_colours: bool,
    /// Whether the line above the first row is shown.
    headed: bool,
}

impl<'a> Table<'a> {
    pub(crate) fn new(notes: Notes<'a>, has_colours: bool) -> Self {
        let words = Words::of(notes.language);
        let names = Vec::from_iter(notes.columns.iter().map(|name| short_name(name)));
        let column_width = names.iter().map(|name| name.width()).fold(words.column.width(), usize::max);
        let verdict_width =
            words.verdicts.map(str::width).into_iter().fold(words.verdict.width(), usize::max);
        Table {
            notes,
            names,
            column_width,
            verdict_width,
            margin: " ".repeat(ROW_WIDTH + column_width + verdict_width + 3 * GAP.len()),
            has_colours,
            headed: false,
        }
    }

    /// The lines of one row, none where there is nothing to show.
    pub(crate) fn row(&mut self, row: u64, cells: &[Cell]) -> String {
        let mut text = String::new();
        if self.notes.all && worst(cells.iter().filter_map(Cell::verdict)).is_none() {
            self.line(&mut text, row, ["", "", ""], "");
        }
        for cell in cells {
            self.cell(&mut text, row, cell);
        }
        if !text.is_empty() && !self.headed {
            self.headed = true;
            text.insert_str(0, &self.heading());
        }
        text
    }

    /// What parts the rows from what follows them.
    pub(crate) fn end(&self) -> String {
        if self.headed { "\n".into() } else { String::new() }
    }

    fn heading(&self) -> String {
        let words = Words::of(self.notes.language);
        let mut line = String::new();
        self.line(&mut line, words.row, [words.column, words.verdict, words.address], "");
        format!("{}{}{}\n", self.style(BOLD), line.trim_end(), self.style(PLAIN))
    }

    fn cell(&self, text: &mut String, row: u64, cell: &Cell) {
        let words = Words::of(self.notes.language);
        let name = self.names.get(cell.column).map_or("", String::as_str);
        for address in &cell.addresses {
            let verdict = address.verdict();
            if verdict == Verdict::Clean && !self.notes.all {
                continue;
            }
            let input = shown(address.inspection().input(), self.notes.language);
            self.line(text, row, [name, words.name(verdict), &input], self.style(colour(verdict)));
            if let Some(repaired) = address.repaired() {
                self.below(text, format_args!("→ {}", visible(&repaired)));
            }
            for note in self.notes.of(address) {
                self.below(text, &note);
            }
        }
        if let Some(note) = self.notes.of_cell(cell) {
            self.below(text, note);
        }
    }

    fn line(&self, line: &mut String, row: impl Display, [name, verdict, text]: [&str; 3], colour: &str) {
        let _ = write!(line, "{row:>ROW_WIDTH$}{GAP}");
        pad(line, name, self.column_width);
        *line += GAP;
        *line += colour;
        pad(line, verdict, self.verdict_width);
        *line += if colour.is_empty() { "" } else { PLAIN };
        *line += GAP;
        *line += text;
        line.truncate(line.trim_end().len());
        line.push('\n');
    }

    /// The sequence that makes a style, none where there are no colours.
    fn style(&self, sequence: &'static str) -> &'static str {
        if self.has_colours { sequence } else { "" }
    }

    /// A line below the address.
    fn below(&self, text: &mut String, note: impl Display) {
        let _ = writeln!(text, "{}{note}", self.margin);
    }
}

fn colour(verdict: Verdict) -> &'static str {
    const COLOURS: [&str; VERDICTS.len()] = ["\u{1b}[32m", "\u{1b}[36m", "\u{1b}[33m", "\u{1b}[31m"];
    VERDICTS.iter().zip(COLOURS).find(|(known, _)| **known == verdict).map_or("", |(_, colour)| colour)
}

/// Fills up to a width on the screen; `format!` counts characters.
fn pad(line: &mut String, text: &str, width: usize) {
    *line += text;
    line.extend(iter::repeat_n(' ', width.saturating_sub(text.width())));
}

fn short_name(name: &str) -> String {
    if name.width() <= NAME_WIDTH {
        return name.to_owned();
    }
    let mut short = String::new();
    for character in name.chars() {
        short.push(character);
        if short.width() >= NAME_WIDTH {
            short.pop();
            break;
        }
    }
    short + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pads_by_width() {
        let mut line = String::new();
        pad(&mut line, "連絡先", 8);
        assert_eq!(line, "連絡先  ");
        assert_eq!(short_name("連絡先連絡先連絡先連絡先連絡先"), "連絡先連絡先連絡先連絡…");
    }
}
