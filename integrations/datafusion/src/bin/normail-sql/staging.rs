//! Output that appears as a whole or not at all.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::fault::Fault;

/// A folder beside the output, which what is written stays in until all of it is there. It goes when this is dropped.
pub(crate) struct Staging {
    folder: TempDir,
}

impl Staging {
    /// Beside `output`, so that a rename does not leave the file system. Nothing may be at `output`.
    pub(crate) fn beside(output: &Path) -> Result<Self, Fault> {
        refuse_existing(output)?;
        let parent = match output.parent() {
            Some(parent) if parent != "" => parent,
            _ => Path::new("."),
        };
        let from_root = fs::metadata(parent).and_then(|_| std::path::absolute(parent));
        let from_root = from_root.map_err(|error| fault(parent, error))?;
        let folder = tempfile::Builder::new().prefix(".normail-").tempdir_in(from_root);
        Ok(Self { folder: folder.map_err(|error| fault(parent, error))? })
    }

    /// A name in it.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes the folder that a name in it stands in.
    pub(crate) fn make_parent(&self, path: &Path) -> Result<(), Fault> {
        let parent = path.parent().unwrap_or(path);
        fs::create_dir_all(parent).map_err(|error| fault(parent, error))
    }

    /// Removes all files but these: a node that was lost leaves what it had begun beside what was written after it.
    pub(crate) fn keep_only(&self, paths: &HashSet<PathBuf>) -> Result<(), Fault> {
        sweep(self.folder.path(), paths).map_err(|error| fault(self.folder.path(), error))
    }

    /// Puts what has a name in it where it belongs.
    pub(crate) fn publish(&self, name: impl AsRef<Path>, output: &Path) -> Result<(), Fault> {
        refuse_existing(output)?;
        fs::rename(self.path(name), output).map_err(|error| fault(output, error))
    }
}

pub(crate) fn refuse_existing(output: &Path) -> Result<(), Fault> {
    if output.symlink_metadata().is_ok() { Err(Fault::Exists(output.into())) } else { Ok(()) }
}

/// Two files that an option names each.
pub(crate) fn refuse_same(one: (&str, &Path), other: (&str, &Path)) -> Result<(), Fault> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| fault(path, error));
    if absolute(one.1)? == absolute(other.1)? {
        return Err(Fault::SameName(one.0.into(), other.0.into()));
    }
    Ok(())
}

fn fault(path: &Path, error: std::io::Error) -> Fault {
    Fault::File(path.display().to_string(), error)
}

fn sweep(folder: &Path, kept: &HashSet<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sweep(&path, kept)?;
        } else if !kept.contains(&path) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
