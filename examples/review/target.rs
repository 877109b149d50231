//! Where the cleaned list goes.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use crate::arguments::Options;
use crate::problem::Problem;

/// The file to write: `None` where none is asked for. The input is overwritten with `--in-place` alone, by
/// whatever name or link `--output` calls it.
pub(crate) fn choose(options: &Options, input: &Metadata) -> Result<Option<PathBuf>, Problem> {
    let output = match (&options.output, options.in_place) {
        (None, false) => return Ok(None),
        (None, true) => &options.input,
        (Some(output), _) => output,
    };
    if options.in_place && !input.is_file() {
        return Err(Problem::InPlaceStream(options.input.clone()));
    }
    // A link is followed: the file that it leads to is replaced, not the link.
    let target = fs::canonicalize(output).unwrap_or_else(|_| output.clone());
    let existing = match fs::metadata(&target) {
        Ok(existing) => Some(existing),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(Problem::CannotWrite(output.clone(), error)),
    };
    if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
        return Err(Problem::NotAFile(output.clone()));
    }
    let is_input = existing.is_some_and(|existing| same_file(&options.input, input, &target, &existing));
    match (is_input, options.in_place) {
        (true, false) => Err(Problem::OutputIsInput(output.clone())),
        (false, true) => Err(Problem::InPlaceElsewhere),
        _ => Ok(Some(target)),
    }
}

#[cfg(unix)]
fn same_file(_: &Path, input: &Metadata, _: &Path, target: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (input.dev(), input.ino()) == (target.dev(), target.ino())
}

#[cfg(not(unix))]
fn same_file(input: &Path, _: &Metadata, target: &Path, _: &Metadata) -> bool {
    fs::canonicalize(input).is_ok_and(|input| input == target)
}
