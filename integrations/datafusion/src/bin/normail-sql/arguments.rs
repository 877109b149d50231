//! What is asked for.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;

use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;

use crate::fault::Fault;
use crate::form::Form;
use crate::table::Dialect;

pub(crate) enum Request {
    Help,
    Version,
    Review(Review, Resources),
    Query(Query, Resources),
}

#[derive(Debug)]
pub(crate) struct Review {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) column: String,
    pub(crate) output: PathBuf,
    pub(crate) format: Option<Form>,
    pub(crate) duplicates: Option<PathBuf>,
    pub(crate) dialect: Dialect,
}

#[derive(Debug)]
pub(crate) struct Query {
    pub(crate) query: String,
    pub(crate) tables: Vec<(String, PathBuf)>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) dialect: Dialect,
}

/// What the work may use.
#[derive(Debug)]
pub(crate) struct Resources {
    /// The scheduler of a cluster; without one it is this process.
    pub(crate) scheduler: Option<String>,
    pub(crate) cores: NonZeroUsize,
    /// In bytes.
    pub(crate) memory: usize,
}

/// All options, whichever command they belong to.
#[derive(Default)]
struct Options {
    free: Vec<OsString>,
    column: Option<String>,
    output: Option<PathBuf>,
    format: Option<Form>,
    duplicates: Option<PathBuf>,
    tables: Vec<(String, PathBuf)>,
    delimiter: Option<u8>,
    scheduler: Option<String>,
    cores: Option<NonZeroUsize>,
    /// In MiB.
    memory: Option<NonZeroUsize>,
}

pub(crate) fn read(mut arguments: lexopt::Parser) -> Result<Request, Fault> {
    let mut options = Options::default();
    let command = match arguments.next()? {
        Some(Short('h') | Long("help")) => return Ok(Request::Help),
        Some(Short('V') | Long("version")) => return Ok(Request::Version),
        Some(Value(command)) if command == "review" => Command::Review,
        Some(Value(command)) if command == "query" => Command::Query,
        _ => return Err(Fault::Usage("the first argument is review or query".into())),
    };
    let (review, query) = (command == Command::Review, command == Command::Query);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return Ok(Request::Help),
            Short('V') | Long("version") => return Ok(Request::Version),
            Short('c') | Long("column") if review => options.column = Some(arguments.value()?.string()?),
            Short('f') | Long("format") if review => {
                options.format = Some(format(&arguments.value()?.string()?)?)
            }
            Long("duplicates") if review => options.duplicates = Some(arguments.value()?.into()),
            Short('t') | Long("table") if query => options.tables.push(table(&arguments.value()?.string()?)?),
            Short('o') | Long("output") => options.output = Some(arguments.value()?.into()),
            Long("delimiter") => options.delimiter = Some(delimiter(&arguments.value()?.string()?)?),
            Long("scheduler") => options.scheduler = Some(arguments.value()?.string()?),
            Long("cores") => options.cores = Some(arguments.value()?.parse()?),
            Long("memory") => options.memory = Some(arguments.value()?.parse()?),
            Value(free) => options.free.push(free),
            argument => return Err(argument.unexpected().into()),
        }
    }
    let resources = options.resources();
    match command {
        Command::Review => Ok(Request::Review(options.review()?, resources)),
        Command::Query => Ok(Request::Query(options.query()?, resources)),
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Command {
    Review,
    Query,
}

impl Options {
    fn resources(&self) -> Resources {
        let all = || available_parallelism().unwrap_or(NonZeroUsize::MIN);
        Resources {
            scheduler: self.scheduler.clone(),
            cores: self.cores.unwrap_or_else(all),
            memory: self.memory.map_or(1 << 10, NonZeroUsize::get).saturating_mul(1 << 20),
        }
    }

    fn review(self) -> Result<Review, Fault> {
        let missing = |what: &str| Fault::Usage(format!("review needs {what}"));
        if self.free.is_empty() {
            return Err(missing("a FILE"));
        }
        Ok(Review {
            files: self.free.into_iter().map(PathBuf::from).collect(),
            column: self.column.ok_or_else(|| missing("--column NAME"))?,
            output: self.output.ok_or_else(|| missing("--output PATH"))?,
            format: self.format,
            duplicates: self.duplicates,
            dialect: Dialect { delimiter: self.delimiter.unwrap_or(b',') },
        })
    }

    fn query(self) -> Result<Query, Fault> {
        let [query] = <[OsString; 1]>::try_from(self.free)
            .map_err(|_| Fault::Usage("query needs one query, in quotes".into()))?;
        Ok(Query {
            query: query.string()?,
            tables: self.tables,
            output: self.output,
            dialect: Dialect { delimiter: self.delimiter.unwrap_or(b',') },
        })
    }
}

fn format(name: &str) -> Result<Form, Fault> {
    Form::of_name(name).ok_or_else(|| Fault::Usage(format!("there is no format {name:?}")))
}

fn table(text: &str) -> Result<(String, PathBuf), Fault> {
    match text.split_once('=') {
        Some((name, path)) if !name.is_empty() && !path.is_empty() => Ok((name.to_owned(), path.into())),
        _ => Err(Fault::Usage(format!("{text:?} is not NAME=PATH"))),
    }
}

fn delimiter(text: &str) -> Result<u8, Fault> {
    match text.as_bytes() {
        [delimiter] if delimiter.is_ascii() => Ok(*delimiter),
        _ => Err(Fault::Usage(format!("the delimiter {text:?} is not one ASCII character"))),
    }
}

impl From<lexopt::Error> for Fault {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}
