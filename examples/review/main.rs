//! Reviews the e-mail addresses of a customer list, as accounting software exports it.
//!
//! ```text
//! cargo run --example review -- examples/customers.csv
//! cargo run --example review -- examples/customers.csv --language es --output cleaned.csv
//! ```
//!
//! The list is read in a stream: a row is decoded (`encoding`, `decode`), split (`dialect`, `rows`), judged by
//! the library (`rules`, `columns`, `cell`, `twins`), shown (`table`, `json`, `note`, `words`) and written (`output`)
//! before the next one is read. What grows with the list is one small entry for each mailbox, by which the
//! same mailbox is known when it comes again.
//!
//! The exit status is 0 where all is clean or repaired, 1 where something needs a person, 2 where the review
//! could not run: then one sentence on the standard error says why, and no file is written.

use std::process::ExitCode;

use normail::Language;

use crate::arguments::Request;

mod arguments;
mod cell;
mod columns;
mod decode;
mod dialect;
mod encoding;
mod fault;
mod json;
mod note;
mod output;
mod problem;
mod review;
mod rows;
mod rules;
mod screen;
mod source;
mod table;
mod target;
mod totals;
mod twins;
mod words;

fn main() -> ExitCode {
    let (language, request) = arguments::read(lexopt::Parser::from_env());
    let done = request.and_then(|request| match request {
        Request::Help => screen::print(help(language)).map(|()| false),
        Request::Version => screen::print(VERSION).map(|()| false),
        Request::Review(options) => review::run(&options, language),
    });
    match done {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::from(1),
        Err(problem) => {
            // Whoever closed the report, as `head` does, has seen enough.
            if !problem.is_closed_report() {
                screen::tell(&format!("review: {}\n", problem.sentence(language)));
            }
            ExitCode::from(2)
        }
    }
}

const VERSION: &str = concat!("review ", env!("CARGO_PKG_VERSION"), "\n");

fn help(language: Language) -> &'static str {
    match language {
        Language::Spanish => include_str!("help.es.txt"),
        _ => include_str!("help.en.txt"),
    }
}
