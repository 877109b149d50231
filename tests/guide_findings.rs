//! The guide's table of findings: one example of each kind, and what the crate makes of it. `UPDATE_EXPECT=1` rewrites
//! `src/guide/findings.md`.
#![cfg(feature = "suggest")]

mod common;

use std::fmt::Write as _;
use std::path::Path;

use common::{policy, rows, text};
use normail::{
    Applicability, DomainSet, EmailAddress, Finding, FindingKind, Language, Policy, Severity, visible,
};
use serde_json::Value;

const TABLE: &str = include_str!("data/guide_findings.jsonl");

/// Characters of an input or a result that a cell of the table has room for.
const ROOM: usize = 40;

/// A row of the table, or the heading that the rows below it stand under.
enum Row {
    Section(String),
    Example { kind: FindingKind, policy: Policy, policy_name: String, input: String },
}

fn table() -> impl Iterator<Item = Row> {
    rows(TABLE).map(|(line, row)| {
        if let Some(section) = row["section"].as_str() {
            return Row::Section(section.into());
        }
        let code = text(&row, "kind");
        let kind = FindingKind::from_code(code).unwrap_or_else(|| panic!("line {line}: no kind {code}"));
        let (policy, policy_name) = policy_of(&row);
        Row::Example { kind, policy, policy_name, input: input(&row) }
    })
}

/// The policy of a row, and how the guide calls it: nothing where it is that of forms.
fn policy_of(row: &Value) -> (Policy, String) {
    let base = row["policy"].as_str();
    let mut called: Vec<String> = base.map(String::from).into_iter().collect();
    let mut policy = policy(base.unwrap_or("form"));
    for (setter, set) in [
        ("allow", Policy::allow as fn(Policy, DomainSet) -> Policy),
        ("deny", Policy::deny),
        ("protect", Policy::protect),
    ] {
        if let Some(domains) = row[setter].as_str() {
            policy = set(policy, domains.parse().expect("the table's sets are well-formed"));
            called.push(format!("{setter} `{domains}`"));
        }
    }
    (policy, called.join(", "))
}

/// A text, or pieces of it, of which some are repeated: `["ana@", ["a", 64], ".com"]`.
fn input(row: &Value) -> String {
    let pieces = match &row["input"] {
        Value::Array(pieces) => pieces.as_slice(),
        whole => std::slice::from_ref(whole),
    };
    let repeated = |piece: &Value| Some(piece[0].as_str()?.repeat(piece[1].as_u64()?.try_into().ok()?));
    let text = |piece: &Value| piece.as_str().map(String::from).or_else(|| repeated(piece));
    pieces
        .iter()
        .map(|piece| text(piece).unwrap_or_else(|| panic!("no text and no repetition: {piece}")))
        .collect()
}

/// A text as code in a cell, its unseen characters visible, and spaces at its ends as well.
fn code(text: &str) -> String {
    let start: String = text.chars().take(ROOM).collect();
    let outer_space = |part: &str| "⟨U+0020⟩".repeat(part.len());
    let inner = start.trim_matches(' ');
    let (before, after) = if inner.is_empty() {
        (start.as_str(), "")
    } else {
        start.split_once(inner).expect("it is what is left of it")
    };
    let shown = format!("{}{}{}", outer_space(before), visible(inner), outer_space(after));
    let shown = shown.replace('|', "\\|");
    assert!(!shown.contains('`'), "no cell can show a backtick: {shown}");
    match text.len() {
        0 => String::from("nothing"),
        octets if start.len() < octets => format!("`{shown}…` ({octets} octets)"),
        _ => format!("`{shown}`"),
    }
}

/// Plain text as Markdown.
fn escaped(text: &str) -> String {
    let mut markdown = String::new();
    for c in text.chars() {
        if "\\`*_<>[]|#&".contains(c) {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

fn weight(finding: &Finding) -> String {
    let severity = match finding.severity() {
        Severity::Note => "note",
        Severity::Warning => "warning",
        _ => "error",
    };
    match finding.fix().map(|fix| fix.applicability()) {
        Some(Applicability::Automatic) => format!("{severity}, automatic"),
        Some(_) => format!("{severity}, confirm"),
        None => severity.into(),
    }
}

fn row(kind: FindingKind, policy: &Policy, policy_name: &str, input: &str) -> String {
    let inspection = policy.inspect(input);
    let found = inspection.findings().iter().filter(|finding| finding.kind() == kind);
    let finding = found
        .max_by_key(|finding| finding.severity())
        .unwrap_or_else(|| panic!("{} has no {}: {inspection}", visible(input), kind.code()));
    let shown =
        |address: Option<&EmailAddress>| address.map_or(String::new(), |address| code(address.as_str()));
    let under = if policy_name.is_empty() { String::new() } else { format!(" ({policy_name})") };
    format!(
        "| [`{}`](crate::FindingKind::{kind:?}) | {} | {}{under} | {} | {} | {} |",
        kind.code(),
        weight(finding),
        code(input),
        escaped(&finding.message(Language::English)),
        shown(inspection.address()),
        shown(inspection.suggestion()),
    )
}

fn markdown() -> String {
    let mut markdown = String::new();
    for entry in table() {
        match entry {
            Row::Section(section) => writeln!(
                markdown,
                "\n# {section}\n\n| code | severity, fix | input | what it says | address | suggestion |\n\
                 | --- | --- | --- | --- | --- | --- |",
            ),
            Row::Example { kind, policy, policy_name, input } => {
                writeln!(markdown, "{}", row(kind, &policy, &policy_name, &input))
            }
        }
        .expect("a String takes any text");
    }
    markdown
}

#[test]
fn every_kind_has_its_example_in_order() {
    let kinds: Vec<_> = table()
        .filter_map(|row| match row {
            Row::Example { kind, .. } => Some(kind),
            Row::Section(_) => None,
        })
        .collect();
    let missing: Vec<_> = FindingKind::ALL.iter().filter(|kind| !kinds.contains(kind)).collect();
    assert!(missing.is_empty(), "tests/data/guide_findings.jsonl has no example of {missing:?}");
    assert_eq!(kinds, FindingKind::ALL, "each kind once, in the order of FindingKind::ALL");
}

#[test]
fn the_guide_shows_what_is_found() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/guide/findings.md");
    let markdown = markdown();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, markdown).expect("the guide can be written");
        return;
    }
    let guide = std::fs::read_to_string(&path).expect("the guide has this chapter").replace('\r', "");
    for (line, (found, shown)) in markdown.lines().zip(guide.lines()).enumerate() {
        assert_eq!(found, shown, "src/guide/findings.md, line {}: UPDATE_EXPECT=1 rewrites it", line + 1);
    }
    assert_eq!(
        markdown.lines().count(),
        guide.lines().count(),
        "UPDATE_EXPECT=1 rewrites src/guide/findings.md"
    );
}
