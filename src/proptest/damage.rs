//! Addresses with one fault each, and the finding that names it.

use alloc::format;
use alloc::string::String;

use proptest::prelude::*;
use proptest::sample::select;

use super::parts;
use crate::address::EmailAddress;
use crate::finding::FindingKind;
use crate::inspect::Verdict;
use crate::policy::Policy;

/// An address with one fault: what [`inspect`](crate::inspect) has to find in it, and what it was before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    input: String,
    kind: FindingKind,
    address: EmailAddress,
}

impl Damaged {
    /// The text with the fault.
    #[must_use]
    pub fn input(&self) -> &str {
        &self.input
    }

    /// The fault, as [`Policy::form`] tells it.
    #[must_use]
    pub fn kind(&self) -> FindingKind {
        self.kind
    }

    /// The address without the fault.
    #[must_use]
    pub fn address(&self) -> &EmailAddress {
        &self.address
    }
}

/// Clean addresses of a web form, each with one fault that [`inspect`](crate::inspect) finds. Where its verdict is
/// [`Repaired`](Verdict::Repaired), the address is what it was before.
///
/// ```
/// use normail::{inspect, proptest::damaged};
/// use proptest::prelude::*;
///
/// proptest!(|(damaged in damaged())| {
///     let inspection = inspect(damaged.input());
///     prop_assert!(inspection.findings().iter().any(|finding| finding.kind() == damaged.kind()));
/// });
/// ```
pub fn damaged() -> impl Strategy<Value = Damaged> {
    let address = parts::plain_address().prop_filter_map("a doubt is there already", |text| {
        let inspection = Policy::form().inspect(&text);
        (inspection.verdict() == Verdict::Clean).then(|| inspection.into_address()).flatten()
    });
    (address, select(DAMAGES)).prop_map(|(address, (kind, damage))| {
        let input = damage(address.local_part(), &address.to_unicode());
        Damaged { input, kind, address }
    })
}

/// How a fault is put into an address, given its local part and the whole.
type Damage = fn(&str, &str) -> String;

const DAMAGES: &[(FindingKind, Damage)] = &[
    // Spaces
    (FindingKind::LeadingSpace, |_, whole| format!(" {whole}")),
    (FindingKind::TrailingSpace, |_, whole| format!("{whole}\u{A0}")),
    (FindingKind::SpaceAroundAt, |_, whole| whole.replacen('@', " @", 1)),
    (FindingKind::InnerSpace, |_, whole| whole.replacen('@', "@ex ", 1)),
    (FindingKind::LineBreak, |_, whole| whole.replacen('@', "\r\nbcc:@", 1)),
    // Characters that nobody sees, or nobody wants
    (FindingKind::InvisibleCharacter, |_, whole| whole.replacen('@', "\u{200B}@", 1)),
    (FindingKind::BidiControl, |_, whole| format!("\u{2066}{whole}\u{2069}")),
    (FindingKind::BidiOverride, |_, whole| format!("\u{202E}{whole}")),
    (FindingKind::ControlCharacter, |_, whole| whole.replacen('@', "\u{1B}[2J@", 1)),
    (FindingKind::PrivateUse, |_, whole| whole.replacen('@', "\u{E000}@", 1)),
    (FindingKind::UnassignedCharacter, |_, whole| whole.replacen('@', "\u{378}@", 1)),
    (FindingKind::Noncharacter, |_, whole| whole.replacen('@', "\u{FFFE}@", 1)),
    (FindingKind::ReplacementCharacter, |_, whole| whole.replacen('@', "\u{FFFD}@", 1)),
    // Other ways to write a character
    (FindingKind::FullWidthForm, |_, whole| whole.replace('e', "\u{FF45}").replace('o', "\u{FF4F}")),
    (FindingKind::LookalikePunctuation, |_, whole| whole.replacen('@', "\u{FF20}", 1)),
    (FindingKind::CompatibilityCharacter, |_, whole| whole.replacen('@', "\u{FB01}@", 1)),
    // What stands around
    (FindingKind::AngleBrackets, |_, whole| format!("<{whole}>")),
    (FindingKind::DisplayName, |_, whole| format!("\"Pérez, Ana\" <{whole}>")),
    (FindingKind::MailtoScheme, |_, whole| format!("mailto:{whole}?subject=hola")),
    (FindingKind::SurroundingPunctuation, |_, whole| format!("[{whole}]")),
    (FindingKind::TrailingPunctuation, |_, whole| format!("{whole},")),
    (FindingKind::LeadingPunctuation, |_, whole| format!("; {whole}")),
    (FindingKind::SurroundingText, |_, whole| format!("please write to {whole}")),
    (FindingKind::MultipleAddresses, |_, whole| format!("{whole} / {whole}")),
    // Shape
    (FindingKind::Empty, |_, _| String::new()),
    (FindingKind::EmptyLocalPart, |local, whole| String::from(whole.strip_prefix(local).unwrap_or_default())),
    (FindingKind::EmptyDomain, |local, _| format!("{local}@")),
    (FindingKind::MissingAt, |_, whole| whole.replacen('@', " at ", 1)),
    (FindingKind::MultipleAt, |_, whole| whole.replacen('@', "@@", 1)),
    (FindingKind::LeadingDot, |_, whole| format!(".{whole}")),
    (FindingKind::TrailingDot, |_, whole| whole.replacen('@', ".@", 1)),
    (FindingKind::ConsecutiveDots, |_, whole| whole.replace('.', "..")),
    (FindingKind::InvalidCharacter, |_, whole| whole.replacen('@', "\\@", 1)),
    (FindingKind::LabelHyphen, |_, whole| whole.replacen('@', "@-", 1)),
    (FindingKind::NumericTld, |_, whole| format!("{whole}.123")),
    (FindingKind::LocalPartTooLong, |local, whole| format!("{}{whole}", local.repeat(64))),
    (FindingKind::InputTooLong, |_, whole| whole.repeat(4096)),
];
