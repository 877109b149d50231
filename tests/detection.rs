//! One letter of a well-known domain in another's clothes: `tests/data/well_known_domains.txt`.
#![cfg(feature = "suggest")]

use std::collections::BTreeMap;
use std::fmt::{self, Display};

use normail::{FindingKind, Severity, inspect, parse};
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

const DOMAINS: &str = include_str!("data/well_known_domains.txt");

/// Substitutions of one kind of letter, by what becomes of them.
#[derive(Default)]
struct Tally {
    /// A Warning of the section Deception, or a compatibility character.
    flagged: usize,
    /// The strict door takes no such domain.
    refused: usize,
    /// The mapping of UTS #46 gives the letter back: it is the domain itself.
    same: usize,
    missed: Vec<String>,
}

impl Tally {
    /// Those that the strict door takes as another domain.
    fn taken(&self) -> usize {
        self.flagged + self.missed.len()
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = 100.0 * self.flagged as f64 / self.taken().max(1) as f64;
        let Self { flagged, refused, same, missed } = self;
        write!(f, "{flagged} of {} flagged ({share:.2} %), ", self.taken())?;
        write!(f, "{} missed, {refused} refused, {same} mapped to the domain itself", missed.len())
    }
}

/// The code points whose skeleton is that of a lower-case ASCII letter, by that letter.
fn confusables() -> BTreeMap<char, Vec<char>> {
    let mut found: BTreeMap<char, Vec<char>> = BTreeMap::new();
    let look = |c: char| skeleton(c.encode_utf8(&mut [0; 4])).collect::<String>();
    let letters: BTreeMap<String, char> = ('a'..='z').map(|letter| (look(letter), letter)).collect();
    for c in '\u{80}'..=char::MAX {
        if let Some(letter) = letters.get(&look(c)) {
            found.entry(*letter).or_default().push(c);
        }
    }
    found
}

fn is_flagged(input: &str) -> bool {
    inspect(input).findings().iter().any(|finding| {
        finding.severity() != Severity::Note
            && matches!(
                finding.kind(),
                FindingKind::MixedScript
                    | FindingKind::WholeScriptConfusable
                    | FindingKind::ProtectedDomainLookalike
                    | FindingKind::RestrictedCharacter
                    | FindingKind::MixedNumbers
                    | FindingKind::CombiningMarks
                    | FindingKind::CompatibilityCharacter
            )
    })
}

/// Each letter of each domain as each of its confusables.
fn substitutions() -> BTreeMap<&'static str, Tally> {
    let confusables = confusables();
    let mut tallies: BTreeMap<&'static str, Tally> = BTreeMap::new();
    for domain in DOMAINS.lines().filter(|line| !line.starts_with('#')) {
        for (at, letter) in domain.char_indices() {
            for twin in confusables.get(&letter).into_iter().flatten() {
                let fake = format!("{}{twin}{}", &domain[..at], &domain[at + 1..]);
                let input = format!("ana@{fake}");
                let kind = match twin.script() {
                    Script::Latin => "Latin",
                    Script::Common | Script::Inherited => "Common or Inherited",
                    _ => "another script",
                };
                let tally = tallies.entry(kind).or_default();
                match parse(&input) {
                    Err(_) => tally.refused += 1,
                    _ if is_flagged(&input) => tally.flagged += 1,
                    Ok(address) if address.as_str() == format!("ana@{domain}") => tally.same += 1,
                    Ok(_) => tally.missed.push(format!("{fake} (U+{:04X})", u32::from(*twin))),
                }
            }
        }
    }
    tallies
}

#[test]
fn a_lookalike_from_another_script_never_passes() {
    assert_eq!(DOMAINS.lines().filter(|line| !line.starts_with('#')).count(), 50);
    let tallies = substitutions();
    for (kind, tally) in &tallies {
        println!("{kind}: {tally}");
        let mut by_letter: BTreeMap<&str, usize> = BTreeMap::new();
        for miss in &tally.missed {
            *by_letter.entry(&miss[miss.find("U+").unwrap_or_default()..]).or_default() += 1;
        }
        println!("    {by_letter:?}");
    }
    let share = |kind: &str| tallies[kind].flagged as f64 / tallies[kind].taken() as f64;
    assert_eq!(tallies["another script"].missed, Vec::<String>::new());
    assert!(tallies["another script"].flagged > 5000);
    // The full-width digit one is mended to the plain one, which is ASCII: `goog1e.com`.
    assert!(share("Common or Inherited") > 0.99);
    // What passes is letters of living languages: þ ı ƒ ɩ ɣ ʋ. A caller protects its own names.
    assert!(share("Latin") > 0.87);
}
