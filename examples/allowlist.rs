//! Takes a provider's list of hosts and IP addresses, as pasted from a help page, and prints it canonical, one entry a
//! line: ready for a firewall, a proxy, or a policy's allow set.
//!
//! ```text
//! cargo run --example allowlist -- hosts.txt
//! cargo run --example allowlist -- --masks --language es < hosts.txt
//! ```
//!
//! Networks are printed in CIDR, single addresses plain; with `--masks`, IPv4 networks and addresses with their mask
//! (`192.0.2.10 255.255.255.255`). What was mended on which line, and which lines are no entries, goes to the standard
//! error.
//!
//! The exit status is 0 where every line was read, 1 where lines were left out, 2 where the list could not be read.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::process::ExitCode;

use lexopt::Arg::{Long, Value};
use lexopt::ValueExt as _;
use normail::{DomainEntry, DomainSet, Language, Severity, visible};

#[derive(Debug, Default)]
struct Options {
    /// Standard input where there is none.
    file: Option<PathBuf>,
    masks: bool,
    language: Language,
}

fn main() -> ExitCode {
    match options(lexopt::Parser::from_env()).and_then(|options| Ok((list(&options)?, options))) {
        Ok((list, options)) => {
            let report = read(&list, &options);
            // Whoever closed the output, as `head` does, has seen enough.
            let _ = io::stdout().write_all(report.entries.as_bytes());
            let _ = io::stderr().write_all(report.findings.as_bytes());
            ExitCode::from(u8::from(report.has_left_out))
        }
        Err(error) => {
            eprintln!("allowlist: {}", visible(&error.to_string()));
            ExitCode::from(2)
        }
    }
}

fn options(mut arguments: lexopt::Parser) -> Result<Options, lexopt::Error> {
    let mut options = Options::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("masks") => options.masks = true,
            Long("language") => options.language = arguments.value()?.parse_with(language)?,
            Value(file) if options.file.is_none() => options.file = Some(file.into()),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(options)
}

fn language(name: &str) -> Result<Language, &'static str> {
    match name {
        "en" => Ok(Language::English),
        "es" => Ok(Language::Spanish),
        _ => Err("the language is en or es"),
    }
}

fn list(options: &Options) -> Result<String, lexopt::Error> {
    let mut list = String::new();
    let read = match &options.file {
        Some(file) => fs::read_to_string(file).map(|text| list = text),
        None => io::stdin().read_to_string(&mut list).map(|_| ()),
    };
    read.map_err(|error| lexopt::Error::Custom(error.into()))?;
    Ok(list)
}

/// What is printed of a list.
#[derive(Debug)]
struct Report {
    entries: String,
    findings: String,
    has_left_out: bool,
}

fn read(list: &str, options: &Options) -> Report {
    let inspection = DomainSet::inspect(list);
    let mut entries = String::new();
    for entry in inspection.set().iter() {
        entries += &if options.masks { with_mask(&entry) } else { entry.to_string() };
        entries.push('\n');
    }
    let lines: Vec<&str> = list.lines().collect();
    let mut findings = String::new();
    for finding in inspection.findings() {
        let line = lines.get(finding.line() - 1).copied().unwrap_or_default();
        let _ = writeln!(findings, "{}\n    {}", finding.message(options.language), visible(line));
    }
    let has_left_out = inspection.findings().iter().any(|finding| finding.severity() == Severity::Error);
    Report { entries, findings, has_left_out }
}

fn with_mask(entry: &DomainEntry<'_>) -> String {
    match entry.network() {
        Some((IpAddr::V4(network), prefix)) => {
            let mask = u32::MAX.checked_shl(32 - u32::from(prefix)).unwrap_or(0);
            format!("{network} {}", Ipv4Addr::from(mask))
        }
        _ => entry.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(name: &str) -> String {
        let path = format!("{}/tests/data/domain_sets/{name}", env!("CARGO_MANIFEST_DIR"));
        fs::read_to_string(path).expect("the file is checked in")
    }

    #[test]
    fn a_help_page() {
        let page = data("help_page.txt");
        for (masks, language, entries, findings) in [
            (false, Language::English, "help_page.cidr.txt", "help_page.findings.en.txt"),
            (true, Language::Spanish, "help_page.masks.txt", "help_page.findings.es.txt"),
        ] {
            let report = read(&page, &Options { masks, language, file: None });
            assert_eq!(report.entries, data(entries));
            assert_eq!(report.findings, data(findings));
            assert!(report.has_left_out);
            // What was printed is a list, and the same one.
            let again = read(&report.entries, &Options { masks, language, file: None });
            assert_eq!((again.entries, again.findings.as_str()), (report.entries, ""));
        }
    }

    #[test]
    fn masks() {
        let options = Options { masks: true, ..Options::default() };
        let report = read("0.0.0.0/0\n10.0.0.0/8\n192.0.2.1\n2001:db8::/32\n.example.com", &options);
        assert_eq!(
            report.entries,
            ".example.com\n0.0.0.0 0.0.0.0\n10.0.0.0 255.0.0.0\n192.0.2.1 255.255.255.255\n2001:db8::/32\n",
        );
    }

    #[test]
    fn arguments() {
        let ask = |arguments: &[&str]| options(lexopt::Parser::from_args(arguments));
        let asked = ask(&["--masks", "--language=es", "hosts.txt"]).expect("these are options");
        assert_eq!((asked.masks, asked.language), (true, Language::Spanish));
        assert_eq!(asked.file, Some("hosts.txt".into()));
        assert!(ask(&["--language", "fr"]).is_err() && ask(&["a", "b"]).is_err() && ask(&["--no"]).is_err());
    }
}
