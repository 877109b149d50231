//! The sentences in English.

use std::io;

use normail::{Language, visible};

use super::{Problem, names, shown};

pub(super) fn sentence(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::NoFile => "No file was named; `review --help` shows how.".into(),
        P::SecondFile(name) => {
            format!("One file at a time, please: {} is one too many.", visible(name))
        }
        P::UnknownOption(option) => {
            format!("There is no option {}; `review --help` lists them.", visible(option))
        }
        P::MissingValue(option) => format!("The option {} needs a value.", visible(option)),
        P::UnexpectedValue(option) => format!("The option {} takes no value.", visible(option)),
        P::UnknownLanguage(name) => {
            format!("The language is en or es, not {}.", visible(name))
        }
        P::OutputIsInput(path) => {
            format!("{} is the input itself; --in-place allows overwriting it.", shown(path))
        }
        P::InPlaceElsewhere => {
            "--in-place overwrites the input, yet --output names another file: choose one.".into()
        }
        P::InPlaceStream(path) => {
            format!("{} is not a regular file, so --in-place cannot overwrite it.", shown(path))
        }
        P::CannotRead(path, error) => {
            format!("{} cannot be read: {}.", shown(path), reason(error))
        }
        P::IsFolder(path) => format!("{} is a folder, not a file.", shown(path)),
        P::BadDomains(path, error) => {
            format!("{} is no list of domains: {}.", shown(path), error.message(Language::English))
        }
        P::Empty(path) => format!("{} is empty: not even a header.", shown(path)),
        P::Undecodable(fault) => fault.english(),
        P::ReadingStopped(error) => {
            format!("The file cannot be read to its end: {}.", reason(error))
        }
        P::NoEmailColumn { columns } => {
            let columns = names(columns);
            format!(
                "No column looks like one of e-mail addresses; name it with --column. The columns: {columns}."
            )
        }
        P::NoSuchColumn { name, columns } => {
            format!("There is no column {}. The columns: {}.", visible(name), names(columns))
        }
        P::Ragged { line, found, expected } => {
            format!("Line {line} has {} but the header has {expected}.", fields(*found))
        }
        P::CannotWrite(path, error) => {
            format!("{} cannot be written: {}.", shown(path), reason(error))
        }
        P::NotAFile(path) => {
            format!("{} is not a regular file and will not be replaced.", shown(path))
        }
        P::CannotPrint(error) => {
            format!("The review cannot be printed: {}.", reason(error))
        }
    }
}

fn fields(count: usize) -> String {
    if count == 1 { "1 field".into() } else { format!("{count} fields") }
}

/// The system says it in English only, so the usual reasons have words here.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission is denied".into(),
        io::ErrorKind::InvalidData => "it is not UTF-8 text".into(),
        io::ErrorKind::StorageFull => "the disk is full".into(),
        _ => error.to_string(),
    }
}
