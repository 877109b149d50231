//! Finds the accounts that can be taken for one another, in a file or on standard input, one address a line.
//!
//! ```sh
//! cargo run --example twins -- accounts.txt
//! ```
//!
//! An account is compared with all before it: by its mailbox (`DedupKey`), by its look as it is written, and by the look
//! of its mailbox (`Skeleton`). Blank lines are passed over.
//!
//! Exit status: 0 if there are none, 1 if there are some or a line is no address, 2 if it could not run.

use std::collections::HashMap;
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::process::ExitCode;

use anstream::{eprintln, println};
use normail::{DedupKey, EmailAddress, Language, Policy, Skeleton, visible};

/// An account in the list.
#[derive(Clone)]
struct Account {
    line: usize,
    address: EmailAddress,
}

/// The address as it is compared, its domain in ASCII, and what is beyond ASCII in it by code point: twins would look
/// alike here as well.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, visible(self.address.as_str()))?;
        for c in self.address.as_str().chars().filter(|c| !c.is_ascii()) {
            write!(f, " U+{:04X}", u32::from(c))?;
        }
        Ok(())
    }
}

/// What is known of the accounts so far: the first of each kind.
#[derive(Default)]
struct Accounts {
    mailboxes: HashMap<DedupKey, Account>,
    looks: HashMap<Skeleton, Account>,
}

impl Accounts {
    /// The account that this one is a twin of, and how; an account of a new kind is noted.
    fn twin(&mut self, account: &Account) -> Option<(&'static str, Account)> {
        let key = account.address.dedup_key();
        let looks = [account.address.skeleton(), key.skeleton()];
        let mailbox = self.mailboxes.get(&key).map(|first| ("has the mailbox of", first));
        let look = || looks.iter().find_map(|look| self.looks.get(look)).map(|first| ("looks like", first));
        let twin = mailbox.or_else(look).map(|(how, first)| (how, first.clone()));
        self.mailboxes.entry(key).or_insert_with(|| account.clone());
        for look in looks {
            self.looks.entry(look).or_insert_with(|| account.clone());
        }
        twin
    }
}

/// Prints the twins in the list; says whether there was anything to print.
fn compare(list: impl BufRead) -> io::Result<bool> {
    const POLICY: Policy = Policy::smtp();
    let mut accounts = Accounts::default();
    let mut is_odd = false;
    for (line, text) in (1..).zip(list.lines()) {
        let text = text?;
        if text.trim().is_empty() {
            continue;
        }
        match POLICY.parse(&text) {
            Ok(address) => {
                let account = Account { line, address };
                if let Some((how, first)) = accounts.twin(&account) {
                    is_odd = true;
                    println!("{account}\n    {how} {first}");
                }
            }
            Err(error) => {
                is_odd = true;
                println!("line {line}: no address: {}", error.message(Language::English));
            }
        }
    }
    Ok(is_odd)
}

fn run() -> Result<bool, Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1);
    match (arguments.next(), arguments.next()) {
        (None, _) => Ok(compare(io::stdin().lock())?),
        (Some(path), None) => {
            let list = File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok(compare(BufReader::new(list))?)
        }
        _ => Err("at most one file".into()),
    }
}

fn main() -> ExitCode {
    match run() {
        Ok(is_odd) => ExitCode::from(u8::from(is_odd)),
        Err(error) => {
            eprintln!("twins: {error}");
            ExitCode::from(2)
        }
    }
}
