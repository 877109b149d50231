//! `inspect`: reads JSON strings, one a line, and answers what normail says of each. `skeletons`: the skeleton of every
//! code point that is not its own. `identifiers`: the Identifier_Type of every code point beyond ASCII that has one.

use std::io::{self, BufWriter, Write};

use normail::{Severity, inspect};
use serde_json::{Value, json};
use unicode_security::confusable_detection::skeleton;
use unicode_security::general_security_profile::GeneralSecurityProfile;

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    match std::env::args().nth(1).as_deref() {
        Some("inspect") => answer(&mut out)?,
        Some("skeletons") => skeletons(&mut out)?,
        Some("identifiers") => identifiers(&mut out)?,
        _ => eprintln!("inspect, skeletons or identifiers"),
    }
    out.flush()
}

fn answer(out: &mut impl Write) -> io::Result<()> {
    for line in io::stdin().lines() {
        let input: String = serde_json::from_str(&line?)?;
        let inspection = inspect(&input);
        let faults = inspection.findings().iter().filter(|finding| finding.severity() != Severity::Note);
        let codes: Vec<&str> = faults.map(|finding| finding.code()).collect();
        let row: Value = json!({
            "input": input,
            "verdict": format!("{:?}", inspection.verdict()),
            "address": inspection.address().map(|address| address.as_str()),
            "codes": codes,
        });
        writeln!(out, "{row}")?;
    }
    Ok(())
}

fn skeletons(out: &mut impl Write) -> io::Result<()> {
    for c in '\0'..=char::MAX {
        let text = String::from(c);
        let look: String = skeleton(&text).collect();
        if look != text {
            writeln!(out, "{}", json!([text, look]))?;
        }
    }
    Ok(())
}

fn identifiers(out: &mut impl Write) -> io::Result<()> {
    for c in '\u{80}'..=char::MAX {
        if let Some(kind) = c.identifier_type() {
            writeln!(out, "{}", json!([c, format!("{kind:?}")]))?;
        }
    }
    Ok(())
}
