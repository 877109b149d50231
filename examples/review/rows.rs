//! The rows of a table, each with the places where people look for it.

use std::io::Read;

use csv::ByteRecord;

use crate::decode::count;
use crate::dialect::Dialect;
use crate::problem::{Problem, io_error};

/// Reads one row after the other; holds one at a time.
pub(crate) struct Rows<R> {
    reader: csv::Reader<R>,
    record: ByteRecord,
    /// How many fields each row has: as many as the header.
    width: Option<usize>,
    /// The row that a spreadsheet shows for it: the header is row 1, blank lines count.
    number: u64,
    /// The line of the file that it starts in. A field may hold line breaks, so the two differ.
    line: u64,
    next_line: u64,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) number: u64,
    pub(crate) line: u64,
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(text: R, dialect: Dialect) -> Self {
        let mut builder = csv::ReaderBuilder::new();
        // Rows of another length are told in this program's words.
        builder.delimiter(dialect.delimiter).has_headers(false).flexible(true);
        Rows {
            reader: builder.from_reader(text),
            record: ByteRecord::new(),
            width: None,
            number: 0,
            line: 0,
            next_line: dialect.header_line,
        }
    }

    /// The next row, the header first; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<(Place, &ByteRecord)>, Problem> {
        let before = self.reader.position().line();
        if !self.reader.read_byte_record(&mut self.record).map_err(io_error)? {
            return Ok(None);
        }
        let breaks = count(self.record.as_slice(), |byte| byte == b'\n');
        // The reader passes over blank lines, which still are rows of a spreadsheet.
        let blank = (self.reader.position().line() - before).saturating_sub(1 + breaks);
        self.line = self.next_line + blank;
        self.next_line = self.line + 1 + breaks;
        self.number += 1 + blank;

        let width = *self.width.get_or_insert(self.record.len());
        if self.record.len() != width {
            return Err(Problem::Ragged { line: self.line, found: self.record.len(), expected: width });
        }
        Ok(Some((Place { number: self.number, line: self.line }, &self.record)))
    }
}

/// The text of a field. What the reader reads is decoded already: fields that nobody asks for are not checked again.
pub(crate) fn field(record: &ByteRecord, place: usize) -> &str {
    record.get(place).and_then(|field| str::from_utf8(field).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect;

    fn places(text: &str) -> Vec<(u64, u64, String)> {
        let (dialect, reader) = dialect::find(text.as_bytes()).expect("readable");
        let mut rows = Rows::new(reader, dialect);
        let mut places = Vec::new();
        while let Some((place, record)) = rows.next().expect("a table") {
            places.push((place.number, place.line, field(record, 0).to_owned()));
        }
        places
    }

    #[test]
    fn numbers_rows_as_a_spreadsheet_does() {
        for ending in ["\n", "\r\n"] {
            let text =
                "Name,Email\nAna,a@example.com\n\n\"Luis\n2nd line\n3rd\",l@example.com\nEva,e@example.com";
            let text = text.replace('\n', ending);
            let places = places(&text);
            let numbers: Vec<_> = places.iter().map(|(number, line, _)| (*number, *line)).collect();
            assert_eq!(numbers, [(1, 1), (2, 2), (4, 4), (5, 7)], "{text:?}");
        }
    }

    #[test]
    fn tells_the_line_of_a_ragged_row() {
        let text = "\nName,Email\n\"A\nB\",x\n\nAna\n";
        let (dialect, reader) = dialect::find(text.as_bytes()).expect("readable");
        let mut rows = Rows::new(reader, dialect);
        rows.next().expect("a header");
        rows.next().expect("a row");
        let problem = rows.next().expect_err("ragged");
        assert!(matches!(problem, Problem::Ragged { line: 6, found: 1, expected: 2 }));
    }
}
