//! Why a review could not run: one clear sentence each, in both languages.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use normail::{DomainSetError, Language, visible};

use crate::fault::Fault;

mod english;
mod spanish;

/// Whatever ends a run with status 2.
#[derive(Debug)]
pub(crate) enum Problem {
    // The command line.
    NoFile,
    SecondFile(String),
    UnknownOption(String),
    MissingValue(String),
    UnexpectedValue(String),
    UnknownLanguage(String),
    OutputIsInput(PathBuf),
    InPlaceElsewhere,
    InPlaceStream(PathBuf),
    // The input.
    CannotRead(PathBuf, io::Error),
    IsFolder(PathBuf),
    BadDomains(PathBuf, DomainSetError),
    Empty(PathBuf),
    Undecodable(Fault),
    ReadingStopped(io::Error),
    NoEmailColumn { columns: Vec<String> },
    NoSuchColumn { name: String, columns: Vec<String> },
    Ragged { line: u64, found: usize, expected: usize },
    // The output.
    CannotWrite(PathBuf, io::Error),
    NotAFile(PathBuf),
    CannotPrint(io::Error),
}

impl Problem {
    /// The one sentence that says it.
    pub(crate) fn sentence(&self, language: Language) -> String {
        match language {
            Language::Spanish => spanish::sentence(self),
            _ => english::sentence(self),
        }
    }

    /// Whether the report is not printed because nobody reads on.
    pub(crate) fn is_closed_report(&self) -> bool {
        matches!(self, Self::CannotPrint(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// An error of reading the input, which is where text is decoded.
impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match Fault::inside(&error) {
            Some(fault) => Problem::Undecodable(fault.clone()),
            None => Problem::ReadingStopped(error),
        }
    }
}

/// The error of input or output in an error of the table's reader or writer. There is no other kind: rows may
/// have any length, and their text is valid.
pub(crate) fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// A path may hold whatever a file name may, escape sequences included.
fn shown(path: &Path) -> impl fmt::Display {
    visible(&path.to_string_lossy()).to_string()
}

fn names(columns: &[String]) -> String {
    let shown = |name: &String| {
        if name.is_empty() { "\"\"".into() } else { visible(name).to_string() }
    };
    columns.iter().map(shown).collect::<Vec<String>>().join(", ")
}
