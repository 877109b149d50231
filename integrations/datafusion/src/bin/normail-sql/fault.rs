//! Why it could not be done, in one sentence.

use std::io;
use std::path::PathBuf;

use datafusion::error::DataFusionError;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("{0}; normail-sql --help tells how it is used")]
    Usage(String),
    #[error("{0}: {1}")]
    File(String, io::Error),
    #[error("{0}: its name tells no format: .csv, .ndjson, .jsonl, .json and .parquet do")]
    Format(String),
    #[error("{0} has no file to read")]
    EmptyFolder(String),
    #[error("{path} has no column {column:?}: its columns are {columns}")]
    NoColumn { path: String, column: String, columns: String },
    #[error("{path}: the column {column:?} is {data_type}, not text")]
    NoText { path: String, column: String, data_type: String },
    #[error("{path} has a column {column:?} already")]
    TakenColumn { path: String, column: String },
    #[error("{0} and {1} would be written to the same file")]
    SameName(String, String),
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    #[error("{0}: {1}")]
    Table(String, String),
    #[error("{0}")]
    Engine(String),
    #[error("it was interrupted")]
    Interrupted,
}

impl Fault {
    /// What went wrong about a file.
    pub(crate) fn table(shown: impl Into<String>, error: &DataFusionError) -> Self {
        match cluster_fault(error) {
            Some(fault) => fault,
            None => Self::Table(shown.into(), sentence(error)),
        }
    }
}

impl From<DataFusionError> for Fault {
    fn from(error: DataFusionError) -> Self {
        cluster_fault(&error).unwrap_or_else(|| Self::Engine(sentence(&error)))
    }
}

/// What the root of an error says first; the rest are its ways through the engine.
fn sentence(error: &DataFusionError) -> String {
    let root = error.find_root().strip_backtrace();
    root.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// What nodes say of a function that they lack, before its name: a scheduler, an executor.
const LACKED: [&str; 2] = ["There is no UDF named \"", "is not provided for scalar function "];

/// A node that lacks the functions is told of by the first of them that it meets.
fn cluster_fault(error: &DataFusionError) -> Option<Fault> {
    let text = error.to_string();
    let (_, rest) = LACKED.iter().find_map(|lacked| text.split_once(lacked))?;
    let name = rest.split(|character: char| !character.is_alphanumeric() && character != '_').next()?;
    name.starts_with("email_").then(|| {
        Fault::Engine(format!(
            "a node of the cluster does not know the function {name}: its nodes have to be normail-scheduler and \
             normail-executor"
        ))
    })
}
