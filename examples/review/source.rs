//! The file to review.

use std::fs::{File, Metadata};
use std::io::{self, Seek};
use std::path::Path;

use crate::problem::Problem;

/// Opens a file to be read twice: ahead for its encoding, then for the review. What can be read only once,
/// such as a pipe, is copied to a temporary file. The description is that of the file itself.
pub(crate) fn open(path: &Path) -> Result<(File, Metadata), Problem> {
    let unreadable = |error| Problem::CannotRead(path.to_owned(), error);
    let mut file = File::open(path).map_err(unreadable)?;
    let description = file.metadata().map_err(unreadable)?;
    if description.is_dir() {
        return Err(Problem::IsFolder(path.to_owned()));
    }
    if !description.is_file() {
        let mut copy = tempfile::tempfile().map_err(unreadable)?;
        io::copy(&mut file, &mut copy).map_err(unreadable)?;
        copy.rewind().map_err(unreadable)?;
        file = copy;
    }
    Ok((file, description))
}
