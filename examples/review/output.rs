//! The cleaned list: the columns of the input, the addresses repaired, and two columns more.
//!
//! Every other cell keeps its text. The list is UTF-8; it starts with a byte order mark if the input did,
//! and also if the input was in another encoding, since a spreadsheet goes by it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use csv::{ByteRecord, StringRecord};
use tempfile::NamedTempFile;

use crate::cell::{Cell, worst};
use crate::dialect::Dialect;
use crate::note::Notes;
use crate::problem::{Problem, io_error};
use crate::words::{LANGUAGES, Words};

/// Writes to a file beside the target, which takes its name when it is complete: whoever looks at the target
/// sees all of it, or what was there before.
pub(crate) struct Output<'a> {
    target: PathBuf,
    writer: csv::Writer<NamedTempFile>,
    /// The row to write.
    record: ByteRecord,
    /// How many columns of the input are kept: all but those that an earlier review has added.
    kept: usize,
    /// Where the e-mail columns stand.
    places: &'a [usize],
    notes: Notes<'a>,
}

impl<'a> Output<'a> {
    /// Starts the list with its header.
    pub(crate) fn start(
        target: PathBuf,
        (dialect, mark): (Dialect, bool),
        header: &StringRecord,
        places: &'a [usize],
        notes: Notes<'a>,
    ) -> Result<Self, Problem> {
        let writer = match writer(&target, dialect, mark) {
            Ok(writer) => writer,
            Err(error) => return Err(Problem::CannotWrite(target, error)),
        };
        let kept = kept(header, places);
        let mut output = Output { target, writer, record: ByteRecord::new(), kept, places, notes };
        header.iter().take(kept).for_each(|name| output.record.push_field(name.as_bytes()));
        output.write(Words::of(notes.language).added_columns)?;
        Ok(output)
    }

    /// Writes one row.
    pub(crate) fn row(&mut self, record: &ByteRecord, cells: &[Cell]) -> Result<(), Problem> {
        for (place, field) in record.iter().take(self.kept).enumerate() {
            match self.places.binary_search(&place).ok().and_then(|column| cells.get(column)) {
                Some(cell) => self.record.push_field(cell.cleaned().as_bytes()),
                None => self.record.push_field(field),
            }
        }
        let verdict = worst(cells.iter().filter_map(Cell::verdict));
        let verdict = verdict.map_or("", |verdict| Words::of(self.notes.language).name(verdict));
        self.write([verdict, &self.notes.of_row(cells)])
    }

    /// Writes what the record holds, with the two columns that are added.
    fn write(&mut self, added: [&str; 2]) -> Result<(), Problem> {
        added.iter().for_each(|field| self.record.push_field(field.as_bytes()));
        let written = self.writer.write_byte_record(&self.record);
        self.record.clear();
        written.map_err(|error| Problem::CannotWrite(self.target.clone(), io_error(error)))
    }

    /// Gives the list its name.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        complete(self.writer, &self.target).map_err(|error| Problem::CannotWrite(self.target, error))
    }
}

fn writer(target: &Path, dialect: Dialect, mark: bool) -> io::Result<csv::Writer<NamedTempFile>> {
    let mut file = temporary(target)?;
    if mark {
        file.write_all("\u{feff}".as_bytes())?;
    }
    if dialect.names_delimiter {
        file.write_all(&[b's', b'e', b'p', b'=', dialect.delimiter])?;
        match dialect.ending {
            csv::Terminator::Any(byte) => file.write_all(&[byte])?,
            _ => file.write_all(b"\r\n")?,
        }
    }
    let style = if dialect.quotes_all { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut builder = csv::WriterBuilder::new();
    builder.delimiter(dialect.delimiter).terminator(dialect.ending).quote_style(style);
    Ok(builder.from_writer(file))
}

/// A new file in the target's folder, for a file can be given another name only within one disk.
fn temporary(target: &Path) -> io::Result<NamedTempFile> {
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".review-");
    // As any program's file, not as a secret one.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder)?;
    if let Ok(existing) = fs::metadata(target) {
        file.as_file().set_permissions(existing.permissions())?;
    }
    Ok(file)
}

fn complete(writer: csv::Writer<NamedTempFile>, target: &Path) -> io::Result<()> {
    let file = writer.into_inner().map_err(|error| io::Error::from(error.error().kind()))?;
    file.as_file().sync_all()?;
    file.persist(target)?;
    Ok(())
}

/// A list that was reviewed before ends in the two columns that this program adds; they are written anew.
fn kept(header: &StringRecord, places: &[usize]) -> usize {
    let kept = header.len().saturating_sub(2);
    let last: Vec<&str> = header.iter().skip(kept).collect();
    let reviewed = LANGUAGES.iter().any(|language| last == Words::of(*language).added_columns);
    if reviewed && places.iter().all(|place| *place < kept) { kept } else { header.len() }
}
