//! How a table is written: the delimiter, the quotes and the line endings, found in its first line.

use std::io::{self, Read};

/// A header longer than this is judged by its start.
const LONGEST_HEADER: usize = 64 * 1024;

/// What to keep when the table is written again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    pub(crate) ending: csv::Terminator,
    /// Whether the header has quotes around every name, as programs write that quote all they write.
    pub(crate) quotes_all: bool,
    /// Whether the first line is `sep=;`, which tells a spreadsheet the delimiter.
    pub(crate) names_delimiter: bool,
    /// The line that the header starts in, counted from 1.
    pub(crate) header_line: u64,
}

/// Finds the dialect in the first line of `text`; gives it back with a reader that starts at the header.
pub(crate) fn find<R: Read>(mut text: R) -> io::Result<(Dialect, impl Read)> {
    let mut start = Vec::new();
    let mut line = 1;
    skip_blank_lines(&mut text, &mut start, &mut line)?;
    let named = named_delimiter(&start);
    if named.is_some() {
        let rest = start.iter().position(|byte| *byte == b'\n').map_or(start.len(), |end| end + 1);
        start.drain(..rest);
        line += 1;
        skip_blank_lines(&mut text, &mut start, &mut line)?;
    }
    let header = start.get(..header_end(&start)).unwrap_or_default();
    let delimiter = named.unwrap_or_else(|| likeliest_delimiter(header));
    let dialect = Dialect {
        delimiter,
        ending: ending(start.get(header.len()..).unwrap_or_default()),
        quotes_all: quotes_all(header, delimiter),
        names_delimiter: named.is_some(),
        header_line: line,
    };
    Ok((dialect, io::Cursor::new(start).chain(text)))
}

/// Reads on until `start` starts with a line that is not blank and holds all of it.
fn skip_blank_lines(text: &mut impl Read, start: &mut Vec<u8>, line: &mut u64) -> io::Result<()> {
    loop {
        let blank = start.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        *line += start.drain(..blank).filter(|byte| *byte == b'\n').count() as u64;
        // One byte behind the header shows whether its ending is CR LF.
        if header_end(start) + 1 < start.len() || start.len() > LONGEST_HEADER {
            return Ok(());
        }
        if text.by_ref().take(4096).read_to_end(start)? == 0 {
            return Ok(());
        }
    }
}

/// Where the first line break outside quotes stands.
fn header_end(start: &[u8]) -> usize {
    outside_quotes(start)
        .find(|(_, byte)| matches!(byte, b'\r' | b'\n'))
        .map_or(start.len(), |(place, _)| place)
}

fn outside_quotes(text: &[u8]) -> impl Iterator<Item = (usize, u8)> {
    let mut quoted = false;
    text.iter().copied().enumerate().filter(move |(_, byte)| {
        quoted ^= *byte == b'"';
        !quoted
    })
}

fn named_delimiter(start: &[u8]) -> Option<u8> {
    match start {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter, b'\r' | b'\n', ..] => Some(*delimiter),
        _ => None,
    }
}

/// The most frequent of the three, the comma where two are as frequent.
fn likeliest_delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| outside_quotes(header).filter(|(_, byte)| *byte == delimiter).count();
    // The last of the greatest wins.
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

fn quotes_all(header: &[u8], delimiter: u8) -> bool {
    let starts =
        outside_quotes(header).filter(|(_, byte)| *byte == delimiter).map(|(place, _)| place + 1).chain([0]);
    let mut starts = starts.map(|start| header.get(start));
    starts.all(|first| first == Some(&b'"'))
}

fn ending(behind_header: &[u8]) -> csv::Terminator {
    match behind_header {
        [b'\r', b'\n', ..] | [] => csv::Terminator::CRLF,
        [byte, ..] => csv::Terminator::Any(*byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (Dialect, String) {
        let (dialect, mut reader) = find(text.as_bytes()).expect("readable");
        let mut rest = String::new();
        reader.read_to_string(&mut rest).expect("readable");
        (dialect, rest)
    }

    #[test]
    fn finds_the_delimiter_outside_quotes() {
        let delimiter = |text: &str| char::from(of(text).0.delimiter);
        assert_eq!(delimiter("Name,Email\n"), ',');
        assert_eq!(delimiter("Name;Email;\"City, State, ZIP, Country\"\n"), ';');
        assert_eq!(delimiter("Name\tEmail\n1,5;2,5;3,5\t"), '\t');
        assert_eq!(delimiter("Email\na@example.com;b@example.com"), ',');
        assert_eq!(delimiter("sep=|\nName,x|Email"), '|');
    }

    #[test]
    fn finds_how_lines_end() {
        let ending = |text: &str| of(text).0.ending;
        assert!(matches!(ending("Name,Email\r\nAna"), csv::Terminator::CRLF));
        assert!(matches!(ending("Name,Email\nAna\r\n"), csv::Terminator::Any(b'\n')));
        assert!(matches!(ending("Name,\"E\r\nmail\"\rAna"), csv::Terminator::Any(b'\r')));
    }

    #[test]
    fn sees_a_table_quoted_throughout() {
        assert!(of("\"Name\",\"Email\"\n").0.quotes_all);
        assert!(!of("\"Name\",Email\n").0.quotes_all);
        assert!(!of("").0.quotes_all);
    }

    #[test]
    fn the_reader_starts_at_the_header() {
        let (dialect, rest) = of("\r\n\r\nsep=;\r\nName;Email\r\nAna;\r\n");
        assert_eq!(rest, "Name;Email\r\nAna;\r\n");
        assert_eq!((dialect.header_line, dialect.names_delimiter), (4, true));
    }

    #[test]
    fn reads_a_header_of_any_length() {
        let header = "x,".repeat(100_000) + "Email\nAna";
        assert_eq!(of(&header).1, header);
    }
}
