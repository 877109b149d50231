//! The English sentences.

use alloc::format;
use alloc::string::{String, ToString};

use super::characters::{is_letter, letter};
use super::{Language, Outcome, character, is_plural, named_space, text};
use crate::finding::{Detail, FindingKind, Part};

/// What was found, without a capital or a full stop.
pub(super) fn subject(kind: FindingKind, detail: &Detail) -> String {
    use FindingKind as K;
    match kind {
        K::LeadingSpace => format!("{} before the address", space(detail)),
        K::TrailingSpace => format!("{} after the address", space(detail)),
        K::SpaceAroundAt => format!("{} beside the @", space(detail)),
        K::InnerSpace => format!("{} inside the address", space(detail)),
        K::InvisibleCharacter => format!("an unseen character{}", character(detail, Language::English)),
        K::BidiControl => {
            format!("a hidden mark for the direction of text{}", character(detail, Language::English))
        }
        K::BidiOverride => {
            format!(
                "a hidden character that shows the text back to front{}",
                character(detail, Language::English)
            )
        }
        K::ControlCharacter => format!("a hidden control code{}", character(detail, Language::English)),
        K::PrivateUse => {
            format!("a character that only some computers can show{}", character(detail, Language::English))
        }
        K::UnassignedCharacter | K::Noncharacter => {
            format!("something that is no readable character{}", character(detail, Language::English))
        }
        K::FullWidthForm if *detail == Detail::None => "unusually wide or narrow characters".to_string(),
        K::FullWidthForm => {
            format!("an unusually wide or narrow character{}", character(detail, Language::English))
        }
        K::LookalikePunctuation => {
            format!("a look-alike of the usual punctuation{}", character(detail, Language::English))
        }
        K::CompatibilityCharacter => {
            format!("a special form of an ordinary character{}", character(detail, Language::English))
        }
        K::InvalidCharacter => {
            format!("a character that is not allowed there{}", character(detail, Language::English))
        }
        K::Smtputf8 => {
            format!("a letter before the @ that is not accepted here{}", character(detail, Language::English))
        }
        K::MixedScript => mixed_script(detail),
        K::WholeScriptConfusable => match detail {
            Detail::Script(script) => {
                format!("{} letters in the domain that look like Latin ones", script_name(script))
            }
            _ => "letters in the domain that look like others".to_string(),
        },
        K::RestrictedCharacter => {
            format!("a character that is unusual in addresses{}", character(detail, Language::English))
        }
        K::ProviderRule => format!(
            "a character that this mail provider does not use{}",
            character(detail, Language::English)
        ),
        K::LocalPartTooLong => format!("too long a part before the @{}", size(detail)),
        K::LabelTooLong => format!("too long a part of the domain{}", size(detail)),
        K::DomainTooLong => format!("too long a domain{}", size(detail)),
        K::AddressTooLong => format!("too long an address{}", size(detail)),
        K::InputTooLong => format!("too long a text{}", size(detail)),
        K::ProtectedDomainLookalike => {
            format!("a domain that is easily taken for {}", text(detail, "another"))
        }
        K::ProtectedDomainLabel => {
            format!("the name {} inside another domain", text(detail, "of a known domain"))
        }
        K::UnknownTld => format!("an unknown domain ending{}", ending(detail)),
        _ => fixed_subject(kind).to_string(),
    }
}

/// The subjects that never change.
fn fixed_subject(kind: FindingKind) -> &'static str {
    use FindingKind as K;
    match kind {
        K::LineBreak => "a line break inside the address",
        K::ReplacementCharacter => "a broken character (U+FFFD), left by a faulty import",
        K::EncodedWord => "coded text that some mail programs turn into another address",
        K::ALabelLocalPart => {
            "a word before the @ that starts with \"xn--\", which some mail programs read as other letters"
        }
        K::RiskyQuoting => "punctuation or spaces in quotes, which some mail programs send to somebody else",
        K::RiskyLiteral => "punctuation in square brackets, which some mail programs send to somebody else",
        K::AngleBrackets => "angle brackets around the address",
        K::DisplayName => "a name beside the address",
        K::MailtoScheme => "the \"mailto:\" of a link",
        K::SurroundingPunctuation => "a pair of marks around the address",
        K::Comment => "a remark in parentheses",
        K::LeadingPunctuation => "punctuation before the address",
        K::TrailingPunctuation => "punctuation after the address",
        K::ObsoleteRoute => "an old-style route before the address",
        K::Group => "the name of a group around the address",
        K::DisplayNameMismatch => {
            "a name or remark that shows another address than the one that gets the mail"
        }
        K::SurroundingText => "other text around the address",
        K::MultipleAddresses => "more than one address",
        K::Empty => "no address",
        K::EmptyLocalPart => "nothing before the @",
        K::EmptyDomain => "nothing after the @",
        K::MissingAt => "no @ in the address",
        K::MultipleAt => "more than one @",
        K::LeadingDot => "an extra dot at the start",
        K::TrailingDot => "an extra dot at the end",
        K::ConsecutiveDots => "an extra dot in the middle",
        K::UnterminatedQuote => "a quotation mark that nothing closes",
        K::UnterminatedComment => "a parenthesis that nothing closes",
        K::QuotedLocalPart => "a quoted text before the @, which is not accepted here",
        K::AddressLiteral => "a network address in place of a domain, which is not accepted here",
        K::InvalidLiteral => "text in brackets that is no network address",
        K::LabelHyphen => "a hyphen at the start or end of a part of the domain",
        K::NumericTld => "a domain that ends in a number",
        K::InvalidIdn => "a part of the domain that is no valid name",
        K::SingleLabelDomain => "a domain without an ending such as .com",
        K::MixedNumbers => "digits of two different kinds in one word",
        K::CombiningMarks => "an accent in an unusual place",
        K::DomainTypo => "a domain that may be mistyped",
        K::SpecialUseDomain => "a reserved domain, which gets no ordinary mail",
        K::UrlPrefix => "the start of a web link before the address",
        K::PercentEncoding => "text coded with % signs",
        K::DeniedDomain => "a domain that is not accepted here",
        K::NotAllowedDomain => "a domain that is not among those accepted here",
        K::NotNfc => "a letter and its accent stored apart",
        K::RedundantQuotes => "quotes that are not needed",
        K::UppercaseDomain => "capitals in the domain",
        K::Idn => "a domain with letters beyond a to z",
        _ => "something odd",
    }
}

/// The rest of the sentence.
pub(super) fn outcome(kind: FindingKind, detail: &Detail, outcome: &Outcome<'_>) -> String {
    use FindingKind as K;
    let are = if is_plural(kind, detail) { "are" } else { "is" };
    match outcome {
        Outcome::LeftOut => format!(" {are} left out."),
        Outcome::ReadAs(text) if kind == K::Idn => format!(" is written as \"{text}\"."),
        Outcome::ReadAs(text) => format!(" {are} read as {}.", meant(kind, text)),
        Outcome::Remove if kind == K::SurroundingText => ": use only the address?".to_string(),
        Outcome::Remove if kind == K::MultipleAt => ": remove one?".to_string(),
        Outcome::Remove => ": remove it?".to_string(),
        Outcome::HasToGo => match kind {
            K::SurroundingText => ": please give the address alone.",
            K::MultipleAt => ": please remove one.",
            // Nobody can remove what is not seen.
            K::BidiOverride => ": please type the address again.",
            _ => ": please remove it.",
        }
        .to_string(),
        Outcome::Replace(".") if kind == K::InnerSpace => ": should it be a dot?".to_string(),
        Outcome::Replace(_) | Outcome::Change if kind == K::MissingAt => {
            ": should it stand here?".to_string()
        }
        Outcome::Replace(text) => format!(": did you mean {}?", meant(kind, text)),
        Outcome::Change if matches!(kind, K::MixedScript | K::WholeScriptConfusable) => {
            ": did you mean Latin letters?".to_string()
        }
        Outcome::Change if kind == K::ProviderRule => ": did you mean letters without accents?".to_string(),
        Outcome::Change => ": did you mean something else?".to_string(),
        Outcome::Unusable => match kind {
            K::Empty => ": please type one.",
            K::MultipleAddresses => ": please give one alone.",
            K::DeniedDomain | K::NotAllowedDomain => ": please use another address.",
            K::ReplacementCharacter | K::InputTooLong => ": please type the address again.",
            _ => ": please check the address.",
        }
        .to_string(),
        Outcome::Doubtful => ": is it correct?".to_string(),
        Outcome::Told => match kind {
            K::NotNfc => " are joined.",
            K::RedundantQuotes => " are left out.",
            K::UppercaseDomain => " are changed to small letters: it makes no difference.",
            K::Idn => " is kept in the form that every mail program takes.",
            _ => ".",
        }
        .to_string(),
    }
}

/// What the parser was reading.
pub(super) fn part(part: Part) -> &'static str {
    match part {
        Part::Address => "the address",
        Part::LocalPart => "the local part",
        Part::QuotedString => "a quoted string",
        Part::Comment => "a comment",
        Part::Domain => "the domain",
        Part::DomainLiteral => "a domain literal",
    }
}

/// What would stand in the place of what was found, told apart where it looks the same.
fn meant(kind: FindingKind, text: &str) -> String {
    use FindingKind as K;
    match kind {
        K::LookalikePunctuation => format!("the usual \"{text}\""),
        K::CompatibilityCharacter => format!("the ordinary \"{text}\""),
        K::MixedScript | K::WholeScriptConfusable if is_letter(text) => {
            format!("the Latin \"{text}\"")
        }
        _ => format!("\"{text}\""),
    }
}

fn mixed_script(detail: &Detail) -> String {
    match detail {
        Detail::Letter { c, script, among } => format!(
            "{} {} {} among {} letters",
            if script.starts_with(['A', 'E', 'I', 'O']) { "an" } else { "a" },
            script_name(script),
            letter(*c, Language::English),
            script_name(among),
        ),
        _ => format!("letters of different alphabets in one word{}", character(detail, Language::English)),
    }
}

/// Unicode's name of a script, which is English.
fn script_name(name: &str) -> String {
    name.replace('_', " ")
}

fn space(detail: &Detail) -> String {
    named_space(detail, ["a line break", "a space"], Language::English)
}

fn size(detail: &Detail) -> String {
    match detail {
        Detail::Size { octets, limit } => format!(" ({octets} bytes, where at most {limit} can be)"),
        _ => String::new(),
    }
}

fn ending(detail: &Detail) -> String {
    match detail {
        Detail::Ending { label, list_date } => format!(" ({label}, not in the list of {list_date})"),
        _ => String::new(),
    }
}
