//! Inspects each argument, or each line of standard input, and draws what was found.
//!
//! ```sh
//! cargo run --example inspect -- 'ana@gmial.com' ' Ana <ana@example.com>'
//! cargo run --example inspect -- --language es --policy header < addresses.txt
//! ```
//!
//! Exit status: 0 if every address can be used as it is or was repaired, 1 if something needs a person, 2 if it could
//! not run.

use std::io::{self, BufRead};
use std::process::ExitCode;

use anstream::{eprintln, println};
use lexopt::Arg::{Long, Value};
use normail::{Language, Policy, Verdict};

struct Options {
    language: Language,
    policy: Policy,
    inputs: Vec<String>,
}

fn options() -> Result<Options, lexopt::Error> {
    let mut options = Options { language: Language::English, policy: Policy::form(), inputs: Vec::new() };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("language") => options.language = arguments.value()?.parse_with(language)?,
            Long("policy") => options.policy = arguments.value()?.parse_with(policy)?,
            Value(input) => options.inputs.push(input.into_string()?),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(options)
}

use lexopt::ValueExt as _;

fn language(name: &str) -> Result<Language, &'static str> {
    match name {
        "en" => Ok(Language::English),
        "es" => Ok(Language::Spanish),
        _ => Err("the languages are en and es"),
    }
}

fn policy(name: &str) -> Result<Policy, &'static str> {
    match name {
        "form" => Ok(Policy::form()),
        "smtp" => Ok(Policy::smtp()),
        "header" => Ok(Policy::header()),
        "html" => Ok(Policy::html()),
        _ => Err("the policies are form, smtp, header and html"),
    }
}

/// Draws one inspection, and says whether a person has to look.
fn inspect(options: &Options, input: &str) -> bool {
    let inspection = options.policy.inspect(input);
    println!("{}", inspection.report(options.language));
    matches!(inspection.verdict(), Verdict::Doubtful | Verdict::Rejected)
}

fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let options = options()?;
    let mut needs_a_person = false;
    for input in &options.inputs {
        needs_a_person |= inspect(&options, input);
    }
    if options.inputs.is_empty() {
        for line in io::stdin().lock().lines() {
            needs_a_person |= inspect(&options, &line?);
        }
    }
    Ok(needs_a_person)
}

fn main() -> ExitCode {
    match run() {
        Ok(needs_a_person) => ExitCode::from(u8::from(needs_a_person)),
        Err(error) => {
            eprintln!("inspect: {error}");
            ExitCode::from(2)
        }
    }
}
