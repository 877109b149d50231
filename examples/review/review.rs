//! The review itself: one row after the other, from the input to the report and the cleaned list.

use std::path::Path;

use csv::StringRecord;
use normail::{Language, Policy, visible};

use crate::arguments::Options;
use crate::cell::Cell;
use crate::columns;
use crate::decode::Decode;
use crate::dialect;
use crate::encoding;
use crate::json;
use crate::note::Notes;
use crate::output::Output;
use crate::problem::Problem;
use crate::rows::{Place, Rows};
use crate::screen::Screen;
use crate::source;
use crate::table::Table;
use crate::target;
use crate::totals::Totals;
use crate::twins::{Site, Twins};
use crate::words;

/// Reviews one file; whether something in it needs a person.
pub(crate) fn run(options: &Options, language: Language) -> Result<bool, Problem> {
    let (mut file, description) = source::open(&options.input)?;
    let target = target::choose(options, &description)?;
    let found = encoding::find(&mut file)?;
    let mut screen = Screen::new(file.metadata()?.len().saturating_sub(found.mark));

    let bytes = screen.progress().wrap_read(file);
    let (dialect, text) = dialect::find(Decode::new(bytes, found.encoding, found.mark))?;
    let mut rows = Rows::new(text, dialect);
    let Some((_, header)) = rows.next()? else {
        return Err(Problem::Empty(options.input.clone()));
    };
    let header = header.clone();
    let places = columns::find(&header, &options.columns)?;
    let names = shown_names(&header, &places);
    let notes = Notes {
        language,
        columns: &names,
        all: options.all,
    };
    let mut output = match target {
        Some(target) => Some(Output::start(
            target,
            (dialect, found.writes_mark()),
            &header,
            &places,
            notes,
        )?),
        None => None,
    };

    let mut report = if options.json {
        Report::Json(notes)
    } else {
        Report::Table(Table::new(notes))
    };
    let mut judge = Judge {
        policy: Policy::form(),
        places: &places,
        twins: Twins::default(),
    };
    let mut totals = Totals::default();
    while let Some((place, record)) = rows.next()? {
        let cells = judge.cells(place, record);
        totals.count(place.number, &cells, options.all);
        screen.show(&report.row(place, &cells))?;
        if let Some(output) = &mut output {
            output.row(record, &cells)?;
        }
    }

    // Some systems do not let go of a file's name as long as it is read.
    drop(rows);
    let written = output.map(Output::finish).transpose()?;
    screen.end_progress();
    let summary = summary(&totals, notes, written.as_deref());
    match report {
        Report::Table(table) => screen.show(&(table.end() + &summary))?,
        // The standard output is for the rows alone, so that every line of it is one.
        Report::Json(_) => anstream::eprint!("{summary}"),
    }
    screen.finish()?;
    Ok(totals.need_person > 0)
}

/// How rows are shown.
enum Report<'a> {
    Table(Table<'a>),
    Json(Notes<'a>),
}

impl Report<'_> {
    fn row(&mut self, place: Place, cells: &[Cell]) -> String {
        match self {
            Report::Table(table) => table.row(place.number, cells),
            Report::Json(notes) => json::row(place, cells, *notes),
        }
    }
}

/// What is known when a row is judged: the rules, and the mailboxes of the rows before.
struct Judge<'a> {
    policy: Policy,
    places: &'a [usize],
    twins: Twins,
}

impl Judge<'_> {
    /// The cells of a row's e-mail columns.
    fn cells<'r>(&mut self, place: Place, record: &'r StringRecord) -> Vec<Cell<'r>> {
        let texts = self
            .places
            .iter()
            .map(|place| record.get(*place).unwrap_or_default());
        let mut cells: Vec<Cell> = texts
            .enumerate()
            .map(|(column, text)| Cell::inspect(&self.policy, column, text))
            .collect();
        for cell in &mut cells {
            let site = Site {
                row: place.number,
                column: cell.column,
            };
            for address in &mut cell.addresses {
                address.twin = address
                    .inspection()
                    .address()
                    .and_then(|found| self.twins.find(found, site));
            }
        }
        cells
    }
}

fn shown_names(header: &StringRecord, places: &[usize]) -> Vec<String> {
    places
        .iter()
        .map(|place| visible(header.get(*place).unwrap_or_default()).to_string())
        .collect()
}

fn summary(totals: &Totals, notes: Notes, written: Option<&Path>) -> String {
    let mut summary = totals.text(notes);
    if let Some(path) = written {
        let path = visible(&path.to_string_lossy()).to_string();
        summary += &(words::written(notes.language, &path) + "\n");
    }
    summary
}
