//! What the command line asks for.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use normail::Language;

use crate::problem::Problem;

/// What to do.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Version,
    Review(Options),
}

/// How to review one file.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) input: PathBuf,
    /// The columns named with `--column`; where there are none, the header decides.
    pub(crate) columns: Vec<String>,
    pub(crate) output: Option<PathBuf>,
    pub(crate) in_place: bool,
    pub(crate) json: bool,
    pub(crate) all: bool,
    /// Lists of domains, in files of their own.
    pub(crate) allow: Vec<PathBuf>,
    pub(crate) deny: Vec<PathBuf>,
    pub(crate) protect: Vec<PathBuf>,
}

/// The request, or what is wrong with it, and the language to answer in.
///
/// A fault does not end the reading: `--language` may stand behind it, and the answer is to be in that
/// language. The first fault is the one that is told.
pub(crate) fn read(parser: lexopt::Parser) -> (Language, Result<Request, Problem>) {
    let mut reading = Reading {
        parser,
        language: Language::English,
        input: None,
        options: Options::default(),
        request: None,
        problem: None,
    };
    loop {
        match reading.next() {
            Ok(true) => {}
            Ok(false) => break,
            Err(problem) => {
                reading.problem.get_or_insert(problem);
            }
        }
    }
    (reading.language, reading.finish())
}

struct Reading {
    parser: lexopt::Parser,
    language: Language,
    input: Option<OsString>,
    options: Options,
    /// `--help` or `--version`, whichever came first.
    request: Option<Request>,
    problem: Option<Problem>,
}

impl Reading {
    /// Reads one argument; `false` at the end.
    fn next(&mut self) -> Result<bool, Problem> {
        let Some(argument) = self.parser.next()? else {
            return Ok(false);
        };
        match argument {
            Short('h') | Long("help") => {
                self.request.get_or_insert(Request::Help);
            }
            Short('V') | Long("version") => {
                self.request.get_or_insert(Request::Version);
            }
            Short('c') | Long("column") => self.options.columns.push(text(self.parser.value()?)),
            Short('l') | Long("language") => self.language = language(text(self.parser.value()?))?,
            Short('o') | Long("output") => self.options.output = Some(self.parser.value()?.into()),
            Long("in-place") => self.options.in_place = true,
            Long("json") => self.options.json = true,
            Long("all") => self.options.all = true,
            Long("allow") => self.options.allow.push(self.parser.value()?.into()),
            Long("deny") => self.options.deny.push(self.parser.value()?.into()),
            Long("protect") => self.options.protect.push(self.parser.value()?.into()),
            Value(file) if self.input.is_none() => self.input = Some(file),
            Value(file) => return Err(Problem::SecondFile(text(file))),
            Short(_) | Long(_) => return Err(argument.unexpected().into()),
        }
        Ok(true)
    }

    fn finish(self) -> Result<Request, Problem> {
        if let Some(request) = self.request {
            return Ok(request);
        }
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let input = self.input.ok_or(Problem::NoFile)?.into();
        Ok(Request::Review(Options { input, ..self.options }))
    }
}

/// Both languages by code and by either language's name for them.
fn language(name: String) -> Result<Language, Problem> {
    match name.to_lowercase().as_str() {
        "en" | "english" | "inglés" => Ok(Language::English),
        "es" | "spanish" | "español" => Ok(Language::Spanish),
        _ => Err(Problem::UnknownLanguage(name)),
    }
}

fn text(argument: OsString) -> String {
    argument.to_string_lossy().into_owned()
}

impl From<lexopt::Error> for Problem {
    fn from(error: lexopt::Error) -> Self {
        match error {
            lexopt::Error::MissingValue { option } => Problem::MissingValue(option.unwrap_or_default()),
            lexopt::Error::UnexpectedValue { option, .. } => Problem::UnexpectedValue(option),
            lexopt::Error::UnexpectedOption(option) => Problem::UnknownOption(option),
            // The other errors come from ways of reading a value that are not used here.
            other => Problem::UnknownOption(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(arguments: &[&str]) -> (Language, Result<Request, Problem>) {
        read(lexopt::Parser::from_args(arguments))
    }

    #[test]
    fn reads_every_option() {
        let line =
            ["-c", "Email", "--column=Mail", "--json", "--all", "-o", "out.csv", "in.csv", "--in-place"];
        let (_, Ok(Request::Review(options))) = ask(&line) else { panic!("a review was asked for") };
        assert_eq!(options.columns, ["Email", "Mail"]);
        assert_eq!(options.output, Some("out.csv".into()));
        assert_eq!(options.input, PathBuf::from("in.csv"));
        assert!(options.json && options.all && options.in_place);
        let line = ["--allow", "a.txt", "--deny=b.txt", "--protect", "c.txt", "--allow", "d.txt", "in.csv"];
        let (_, Ok(Request::Review(options))) = ask(&line) else { panic!("a review was asked for") };
        assert_eq!(options.allow, [PathBuf::from("a.txt"), PathBuf::from("d.txt")]);
        assert_eq!(options.deny, [PathBuf::from("b.txt")]);
        assert_eq!(options.protect, [PathBuf::from("c.txt")]);
    }

    #[test]
    fn answers_a_fault_in_the_language_that_stands_behind_it() {
        let (language, request) = ask(&["--colour", "in.csv", "--language", "es"]);
        assert_eq!(language, Language::Spanish);
        assert!(matches!(request, Err(Problem::UnknownOption(option)) if option == "--colour"));
    }

    #[test]
    fn help_needs_no_file() {
        assert!(matches!(ask(&["--help"]), (_, Ok(Request::Help))));
        assert!(matches!(ask(&["-V"]), (_, Ok(Request::Version))));
        assert!(matches!(ask(&[]), (_, Err(Problem::NoFile))));
    }
}
