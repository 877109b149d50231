//! The files that are read, and where each is written.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::Fault;
use crate::form::Form;

/// A file with a table in it.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// From the root, as every node of a cluster has to find it.
    pub(crate) path: PathBuf,
    /// As it was named.
    pub(crate) shown: String,
    pub(crate) form: Form,
    /// Its name, below the folder that it was found in.
    name: PathBuf,
    pub(crate) bytes: u64,
}

impl Input {
    fn of_file(path: &Path, name: PathBuf) -> Result<Self, Fault> {
        let shown = path.display().to_string();
        let form = Form::of_path(path).ok_or_else(|| Fault::Format(shown.clone()))?;
        let read = || -> std::io::Result<_> {
            // Opened once, so that what cannot be read is known before anything is written.
            let bytes = fs::File::open(path)?.metadata()?.len();
            Ok((std::path::absolute(path)?, bytes))
        };
        let (path, bytes) = read().map_err(|error| Fault::File(shown.clone(), error))?;
        Ok(Self { path, shown, form, name, bytes })
    }

    /// What its table is called in a folder of another form.
    pub(crate) fn name_in(&self, form: Form) -> PathBuf {
        let mut name = self.name.clone().into_os_string();
        if self.form != form {
            name.push(".");
            name.push(form.suffix());
        }
        name.into()
    }
}

/// All files at these paths: a file is itself, a folder what is in it and below it, by name. What starts with a dot
/// or an underscore is no table, as engines leave such notes beside theirs.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<Input>, Fault> {
    let mut inputs = Vec::new();
    for path in paths {
        let before = inputs.len();
        if path.is_dir() {
            walk(path, Path::new(""), &mut inputs)?;
        } else {
            inputs.push(Input::of_file(path, path.file_name().unwrap_or_default().into())?);
        }
        if inputs.len() == before {
            return Err(Fault::EmptyFolder(path.display().to_string()));
        }
    }
    Ok(inputs)
}

fn walk(folder: &Path, below: &Path, inputs: &mut Vec<Input>) -> Result<(), Fault> {
    let list =
        || fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<std::io::Result<Vec<_>>>();
    let mut names = list().map_err(|error| Fault::File(folder.display().to_string(), error))?;
    names.sort();
    for name in names {
        if name.to_string_lossy().starts_with(['.', '_']) {
            continue;
        }
        let (path, below) = (folder.join(&name), below.join(&name));
        if path.is_dir() {
            walk(&path, &below, inputs)?;
        } else {
            inputs.push(Input::of_file(&path, below)?);
        }
    }
    Ok(())
}
