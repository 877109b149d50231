//! The review itself: one row after the other, from the input to the report and the cleaned list.

use csv::{ByteRecord, StringRecord};
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
use crate::rows::{self, Place, Rows};
use crate::rules;
use crate::screen::{self, Screen};
use crate::source;
use crate::table::Table;
use crate::target;
use crate::totals::Totals;
use crate::twins::{Site, Twins};
use crate::words;

/// Reviews one file; whether something in it needs a person.
pub(crate) fn run(options: &Options, language: Language) -> Result<bool, Problem> {
    let policy = rules::read(options)?;
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
    let header = StringRecord::from_byte_record_lossy(header.clone());
    let places = columns::find(&header, &options.columns)?;
    let names = shown_names(&header, &places);
    let notes = Notes { language, columns: &names, all: options.all };

    let mut review = Review {
        policy,
        places: &places,
        twins: Twins::default(),
        totals: Totals::default(),
        notes,
        report: if options.json {
            Report::Json(notes)
        } else {
            Report::Table(Table::new(notes, screen.has_colours))
        },
        output: None,
    };
    if let Some(target) = target {
        let form = (dialect, found.writes_mark());
        // What is worth knowing but asks for nothing has no place in a list to work with.
        let notes = Notes { all: false, ..notes };
        review.output = Some(Output::start(target, form, &header, &places, notes)?);
    }
    while let Some((place, record)) = rows.next()? {
        review.row(place, record, &mut screen)?;
    }
    // Some systems do not let go of a file's name as long as it is read.
    drop(rows);
    review.finish(options, screen)
}

/// What is kept from row to row.
struct Review<'a> {
    policy: Policy,
    /// Where the e-mail columns stand.
    places: &'a [usize],
    twins: Twins,
    totals: Totals,
    notes: Notes<'a>,
    report: Report<'a>,
    output: Option<Output<'a>>,
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

impl Review<'_> {
    fn row(&mut self, place: Place, record: &ByteRecord, screen: &mut Screen) -> Result<(), Problem> {
        let cells = self.cells(place, record);
        self.totals.count(place.number, &cells, self.notes.all);
        screen.show(&self.report.row(place, &cells))?;
        match &mut self.output {
            Some(output) => output.row(record, &cells),
            None => Ok(()),
        }
    }

    /// The cells of a row's e-mail columns.
    fn cells<'r>(&mut self, place: Place, record: &'r ByteRecord) -> Vec<Cell<'r>> {
        let texts = self.places.iter().map(|place| rows::field(record, *place));
        let cells = texts.enumerate().map(|(column, text)| Cell::inspect(&self.policy, column, text));
        let mut cells: Vec<Cell> = cells.collect();
        for cell in &mut cells {
            let site = Site { row: place.number, column: cell.column };
            for address in &mut cell.addresses {
                address.twin = address.inspection().address().and_then(|found| self.twins.find(found, site));
            }
        }
        cells
    }

    /// Completes the cleaned list and tells the totals; whether anything needs a person.
    fn finish(self, options: &Options, mut screen: Screen) -> Result<bool, Problem> {
        let mut summary = self.totals.text(self.notes);
        if let Some(output) = self.output {
            output.finish()?;
            let path = options.output.as_ref().unwrap_or(&options.input).to_string_lossy();
            summary += &words::written(self.notes.language, &visible(&path).to_string());
            summary.push('\n');
        }
        screen.end_progress();
        match self.report {
            Report::Table(table) => screen.show(&(table.end() + &summary))?,
            // The standard output is for the rows alone, so that every line of it is one.
            Report::Json(_) => screen::tell(&summary),
        }
        screen.flush()?;
        Ok(self.totals.need_person > 0)
    }
}

fn shown_names(header: &StringRecord, places: &[usize]) -> Vec<String> {
    places.iter().map(|place| visible(header.get(*place).unwrap_or_default()).to_string()).collect()
}
