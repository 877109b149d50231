//! Addresses as arguments of a program.

use clap::{Parser, error::ErrorKind};
use normail::{EmailAddress, Policy};

#[derive(Debug, Parser)]
struct Arguments {
    to: Vec<EmailAddress>,
    #[arg(long, value_parser = |text: &str| Policy::smtp().parse(text))]
    from: Option<EmailAddress>,
}

fn read(arguments: &[&str]) -> Result<Arguments, clap::Error> {
    Arguments::try_parse_from([&["send"], arguments].concat())
}

#[test]
fn arguments_are_parsed_by_their_policies() {
    let arguments =
        read(&["ana@EXAMPLE.com", "josé@bücher.example", "--from", "root@localhost"]).expect("addresses");
    let to: Vec<_> = arguments.to.iter().map(EmailAddress::as_str).collect();
    assert_eq!(to, ["ana@example.com", "josé@xn--bcher-kva.example"]);
    assert_eq!(arguments.from.as_ref().map(EmailAddress::as_str), Some("root@localhost"));
}

#[test]
fn what_is_no_address_is_said() {
    let error = read(&["root@localhost"]).expect_err("a single label");
    assert_eq!(error.kind(), ErrorKind::ValueValidation);
    let reason = normail::parse("root@localhost").expect_err("a single label").to_string();
    assert!(error.to_string().contains(&reason), "{error}");
}
