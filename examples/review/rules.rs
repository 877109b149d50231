//! The policy: that of forms, with the domains of the lists that the command line names.

use std::fs;
use std::path::{Path, PathBuf};

use normail::{DomainSet, Policy};

use crate::arguments::Options;
use crate::problem::Problem;

pub(crate) fn read(options: &Options) -> Result<Policy, Problem> {
    let policy = with_lists(Policy::form(), &options.allow, Policy::allow)?;
    let policy = with_lists(policy, &options.deny, Policy::deny)?;
    with_lists(policy, &options.protect, Policy::protect)
}

fn with_lists(
    policy: Policy,
    lists: &[PathBuf],
    add: impl Fn(Policy, DomainSet) -> Policy,
) -> Result<Policy, Problem> {
    lists.iter().try_fold(policy, |policy, list| Ok(add(policy, domains(list)?)))
}

fn domains(path: &Path) -> Result<DomainSet, Problem> {
    if path.is_dir() {
        return Err(Problem::IsFolder(path.to_owned()));
    }
    let list = fs::read_to_string(path).map_err(|error| Problem::CannotRead(path.to_owned(), error))?;
    // Some editors put a byte order mark in front.
    let list = list.strip_prefix('\u{FEFF}').unwrap_or(&list);
    list.parse().map_err(|error| Problem::BadDomains(path.to_owned(), error))
}
