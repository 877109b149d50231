//! The ways into each crate.

use std::hint::black_box;
use std::sync::LazyLock;

use email_address_parser as parser_2;
use email_address_parser_3 as parser_3;
use normail::{AddrSpec, EmailAddress, Grammar, Inspection};
use structured_email_address as structured;
use validator::ValidateEmail;

/// A way into a crate.
pub struct Door {
    pub name: &'static str,
    /// Opens it for each line. The loop is within, so that a door costs no call through a pointer.
    pub open: fn(&[&'static str]),
    /// How many of the lines it takes.
    pub accepted: fn(&[&'static str]) -> usize,
}

/// What a door answers.
trait Answer {
    fn is_yes(&self) -> bool;
}

impl Answer for bool {
    fn is_yes(&self) -> bool {
        *self
    }
}

impl<T> Answer for Option<T> {
    fn is_yes(&self) -> bool {
        self.is_some()
    }
}

impl<T, E> Answer for Result<T, E> {
    fn is_yes(&self) -> bool {
        self.is_ok()
    }
}

impl Answer for Inspection<'_> {
    fn is_yes(&self) -> bool {
        self.address().is_some()
    }
}

#[inline(always)]
fn open<T>(lines: &[&'static str], open: impl Fn(&'static str) -> T) {
    for line in lines {
        black_box(open(black_box(line)));
    }
}

fn accepted<T: Answer>(lines: &[&'static str], open: impl Fn(&'static str) -> T) -> usize {
    lines.iter().filter(|line| open(line).is_yes()).count()
}

macro_rules! door {
    ($name:literal, $open:expr) => {
        Door { name: $name, open: |lines| open(lines, $open), accepted: |lines| accepted(lines, $open) }
    };
}

/// The yardstick: one look at a table for each byte.
pub fn table_scan() -> Door {
    door!("table scan", |line| normail_instructions::table_scan(line) != 0)
}

pub fn doors() -> Vec<Door> {
    static STRUCTURED: LazyLock<structured::Config> = LazyLock::new(structured::Config::default);
    vec![
        door!("normail: is_valid", normail::is_valid),
        door!("normail: AddrSpec::parse, Rfc5321", |line| AddrSpec::parse(line, Grammar::Rfc5321)),
        door!("normail: EmailAddress::parse", EmailAddress::parse),
        door!("normail: inspect", normail::inspect),
        door!("email_address: from_str", |line| line.parse::<email_address::EmailAddress>()),
        door!("email-address-parser 2: is_valid", |line| parser_2::EmailAddress::is_valid(line, None)),
        door!("email-address-parser 2: parse", |line| parser_2::EmailAddress::parse(line, None)),
        door!("email-address-parser 3-rc: is_valid", |line| parser_3::EmailAddress::is_valid(line, None)),
        door!("email-address-parser 3-rc: parse", |line| parser_3::EmailAddress::parse(line, None)),
        door!("lettre: Address::from_str", |line| line.parse::<lettre::Address>()),
        door!("addr-spec: from_str", |line| line.parse::<addr_spec::AddrSpec>()),
        door!("fast_chemail: parse_email", fast_chemail::parse_email),
        door!("validator: validate_email", |line| line.validate_email()),
        door!("structured-email-address: is_smtp_mailbox", structured::is_smtp_mailbox),
        door!("structured-email-address: parse_with", |line| {
            structured::EmailAddress::parse_with(line, &STRUCTURED)
        }),
    ]
}
