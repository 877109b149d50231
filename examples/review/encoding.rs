//! Which encoding a file is in.
//!
//! A byte order mark decides. Without one the file is UTF-8 if all of it is valid, which takes one reading
//! ahead of the review; else it is Windows-1252, which spreadsheets still write.

use std::io::{self, Read, Seek, SeekFrom};

use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1252};

use crate::decode::{Decode, count};
use crate::fault::Fault;

/// An encoding, and how many bytes of byte order mark the file starts with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) encoding: &'static Encoding,
    pub(crate) mark: u64,
}

impl Found {
    /// Whether text cleaned from such a file starts with a mark: where the file had one; and where it was
    /// not UTF-8, for a spreadsheet takes UTF-8 without its mark for the encoding of old.
    pub(crate) fn writes_mark(self) -> bool {
        self.mark > 0 || self.encoding != UTF_8
    }
}

/// Reads as much of `file` as it takes to tell, and leaves it behind its mark.
pub(crate) fn find(file: &mut (impl Read + Seek)) -> io::Result<Found> {
    let mut start = Vec::new();
    file.by_ref().take(4).read_to_end(&mut start)?;
    let found = match Encoding::for_bom(&start) {
        // UTF-32, whose mark starts as that of UTF-16 does.
        Some((encoding, _)) if encoding == UTF_16LE && start.ends_with(&[0, 0]) && start.len() == 4 => {
            return Err(Fault::at_start(0).into());
        }
        Some((encoding, length)) => Found { encoding, mark: length as u64 },
        None => {
            // Text does not start with a NUL: this is UTF-16 or UTF-32 without a mark, or no text at all.
            if let Some(place) = start.iter().position(|byte| *byte == 0) {
                return Err(Fault::at_start(place as u64).into());
            }
            file.rewind()?;
            Found { encoding: survey(&mut *file)?, mark: 0 }
        }
    };
    file.seek(SeekFrom::Start(found.mark))?;
    Ok(found)
}

/// UTF-8 or Windows-1252. A file with more sequences of UTF-8 than bytes that do not fit is UTF-8 with a
/// fault, such as a name cut within a letter: read as Windows-1252 every accent in it would be corrupted.
fn survey(file: impl Read) -> io::Result<&'static Encoding> {
    let mut decode = Decode::new(file, UTF_8, 0);
    let mut letters = 0;
    let mut faults = 0;
    let mut first = None;
    loop {
        let (text, fault) = decode.piece()?;
        if text.is_empty() && fault.is_none() {
            break;
        }
        letters += count(text, |byte| byte >= 0xc0);
        if let Some(fault) = fault {
            faults += 1;
            first.get_or_insert(fault);
        }
    }
    match first {
        Some(fault) if letters > faults => Err(fault.into()),
        Some(_) => Ok(WINDOWS_1252),
        None => Ok(UTF_8),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use encoding_rs::UTF_16BE;

    use super::*;

    fn of(bytes: &[u8]) -> Result<(&'static str, u64), u64> {
        match find(&mut Cursor::new(bytes)) {
            Ok(found) => Ok((found.encoding.name(), found.mark)),
            Err(error) => Err(Fault::inside(&error).expect("a fault").offset),
        }
    }

    #[test]
    fn a_mark_decides() {
        assert_eq!(of(b"\xef\xbb\xbfa"), Ok(("UTF-8", 3)));
        assert_eq!(of(b"\xff\xfea\0"), Ok(("UTF-16LE", 2)));
        assert_eq!(of(b"\xfe\xff\0a"), Ok((UTF_16BE.name(), 2)));
    }

    #[test]
    fn without_a_mark_the_whole_file_decides() {
        assert_eq!(of(b""), Ok(("UTF-8", 0)));
        assert_eq!(of("Muñoz".as_bytes()), Ok(("UTF-8", 0)));
        assert_eq!(of(b"Mu\xf1oz"), Ok(("windows-1252", 0)));
        // One name that an earlier import has broken, in a file that is otherwise Windows-1252.
        assert_eq!(of("Jos\u{c3}\u{a9}".as_bytes()), Ok(("UTF-8", 0)));
        assert_eq!(of(b"Jos\xc3\xa9, Mu\xf1oz, Pe\xf1a"), Ok(("windows-1252", 0)));
    }

    #[test]
    fn what_is_nearly_utf_8_is_not_taken_for_windows_1252() {
        assert_eq!(of(b"Mu\xc3\xb1oz, Pe\xc3\xb1a, Nu\xc3"), Err(17));
    }

    #[test]
    fn refuses_what_does_not_start_as_text() {
        assert_eq!(of(b"a\0b\0"), Err(1));
        assert_eq!(of(b"\xff\xfe\0\0a\0\0\0"), Err(0));
    }
}
