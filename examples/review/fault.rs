//! Bytes that are no text in the encoding of their file.

use std::error::Error;
use std::fmt;
use std::io;

use encoding_rs::{Encoding, WINDOWS_1252};

/// Where the malformed bytes stand.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// `None`: the file is in no encoding that this program reads.
    encoding: Option<&'static Encoding>,
    /// How many bytes of the file stand before them.
    pub(crate) offset: u64,
    pub(crate) line: u64,
}

impl Fault {
    pub(crate) fn new(encoding: &'static Encoding, offset: u64, line: u64) -> Self {
        Fault { encoding: Some(encoding), offset, line }
    }

    /// A file whose first bytes are not how text starts.
    pub(crate) fn at_start(offset: u64) -> Self {
        Fault { encoding: None, offset, line: 1 }
    }

    /// The fault that a reader passed on as an error of input.
    pub(crate) fn inside(error: &io::Error) -> Option<&Fault> {
        error.get_ref()?.downcast_ref()
    }

    pub(crate) fn english(&self) -> String {
        let Fault { encoding, offset, line } = self;
        let place = format!("Line {line}, byte offset {offset}");
        match encoding {
            None => format!("{place}: this is not text in UTF-8, Windows-1252 or UTF-16 with its mark."),
            // Windows-1252 is what is left when the file is not UTF-8.
            Some(encoding) if *encoding == WINDOWS_1252 => {
                format!("{place}: neither UTF-8 nor Windows-1252 has this.")
            }
            Some(encoding) => {
                format!("{place}: this is not valid {}, which the file is in.", encoding.name())
            }
        }
    }

    pub(crate) fn spanish(&self) -> String {
        let Fault { encoding, offset, line } = self;
        let place = format!("Línea {line}, posición {offset} en bytes");
        match encoding {
            None => format!("{place}: esto no es texto en UTF-8, Windows-1252 ni UTF-16 con su marca."),
            Some(encoding) if *encoding == WINDOWS_1252 => {
                format!("{place}: esto no existe ni en UTF-8 ni en Windows-1252.")
            }
            Some(encoding) => {
                format!("{place}: esto no es {} válido, la codificación del archivo.", encoding.name())
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl Error for Fault {}

impl From<Fault> for io::Error {
    fn from(fault: Fault) -> Self {
        io::Error::new(io::ErrorKind::InvalidData, fault)
    }
}
