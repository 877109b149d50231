//! Every sentence that a finding can say, in each language, from real inputs; and that no message, report or debug
//! output lets a character through that nobody sees. `UPDATE_EXPECT=1` rewrites the files.
#![cfg(feature = "suggest")]

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use common::{codes, policy};
use icu_properties::props::{
    BidiControl, DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, WhiteSpace,
};
use icu_properties::{CodePointMapData, CodePointSetData};
use normail::{Applicability, Finding, FindingKind, Language, Policy, Severity, visible};
use unicode_normalization::UnicodeNormalization;

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Spanish, "es")];

const POLICIES: [&str; 4] = ["form", "smtp", "header", "html"];

/// What only a set of domains in the policy finds.
const OF_DOMAIN_SETS: [FindingKind; 3] =
    [FindingKind::ProtectedDomainLabel, FindingKind::DeniedDomain, FindingKind::NotAllowedDomain];

/// Each kind, with an input for each end that its sentence may have.
fn cases() -> Vec<(FindingKind, &'static str, String)> {
    use FindingKind as K;
    let long = |octets: usize| "a".repeat(octets);
    let mut cases: Vec<(FindingKind, &'static str, String)> = [
        // Spaces
        (K::LeadingSpace, "form", " ana@example.com"),
        (K::LeadingSpace, "form", "\u{A0}ana@example.com"),
        (K::LeadingSpace, "form", "\r\nana@example.com"),
        (K::TrailingSpace, "form", "ana@example.com "),
        (K::TrailingSpace, "form", "ana@example.com\t"),
        (K::SpaceAroundAt, "form", "ana @example.com"),
        (K::InnerSpace, "form", "an a@example.com"),
        (K::InnerSpace, "form", "an\u{A0}a@example.com"),
        (K::InnerSpace, "form", "ana@yahoo co.uk"),
        (K::InnerSpace, "form", "Rosa gil@example.com"),
        (K::InnerSpace, "form", "an a@intranet"),
        (K::LineBreak, "form", "ana@exam\nple.com"),
        // Unseen and unwanted characters
        (K::InvisibleCharacter, "form", "an\u{200B}a@example.com"),
        (K::InvisibleCharacter, "form", "an\u{1D173}a@example.com"),
        (K::InvisibleCharacter, "form", "\u{1F469}\u{200D}\u{1F4BB}@example.com"),
        (K::BidiControl, "form", "\u{200F}ana@example.com"),
        (K::BidiOverride, "form", "an\u{202E}a@example.com"),
        (K::BidiOverride, "form", "\u{202E}moc.liamg@ana"),
        (K::ControlCharacter, "form", "an\u{1}a@example.com"),
        (K::PrivateUse, "form", "an\u{E000}a@example.com"),
        (K::UnassignedCharacter, "form", "an\u{378}a@example.com"),
        (K::Noncharacter, "form", "an\u{FDD0}a@example.com"),
        (K::ReplacementCharacter, "form", "jos\u{FFFD}@example.com"),
        // Width, compatibility, punctuation
        (K::FullWidthForm, "form", "\u{FF41}\u{FF4E}\u{FF41}@example.com"),
        (K::LookalikePunctuation, "form", "ana\u{FF20}example.com"),
        (K::LookalikePunctuation, "form", "ana@example\u{3002}com"),
        (K::LookalikePunctuation, "form", "ana\u{2011}maria@example.com"),
        (K::LookalikePunctuation, "form", "ana\u{201C}maria@example.com"),
        (K::CompatibilityCharacter, "form", "ana\u{2116}1@example.com"),
        (K::CompatibilityCharacter, "form", "mi\u{212A}e@example.com"),
        (K::CompatibilityCharacter, "form", "ana@\u{FB01}nance.example"),
        (K::CompatibilityCharacter, "form", "ana\u{37E}bob@example.com"),
        (K::EncodedWord, "form", "=?utf-8?q?ana?=@example.com"),
        (K::EncodedWord, "form", "=?utf-8?q?ana?=@intranet"),
        (K::ALabelLocalPart, "form", "xn--mnchen-3ya@example.com"),
        (K::RiskyQuoting, "smtp", "\"ana, maria\"@example.com"),
        (K::RiskyLiteral, "smtp", "ana@[x:<bob@example.com>]"),
        // Wrapping
        (K::AngleBrackets, "form", "<ana@example.com>"),
        (K::DisplayName, "form", "Ana <ana@example.com>"),
        (K::MailtoScheme, "form", "mailto:ana@example.com"),
        (K::SurroundingPunctuation, "form", "'ana@example.com'"),
        (K::SurroundingPunctuation, "form", "*ana@example.com*"),
        (K::Comment, "form", "ana@example.com (work)"),
        (K::Comment, "form", "ana(work)@example.com"),
        (K::LeadingPunctuation, "form", ",ana@example.com"),
        (K::LeadingPunctuation, "form", "'ana@example.com"),
        (K::LeadingPunctuation, "form", "'ana@intranet"),
        (K::TrailingPunctuation, "form", "ana@example.com."),
        (K::ObsoleteRoute, "header", "<@a.example,@b.example:ana@example.com>"),
        (K::Group, "header", "Team: ana@example.com;"),
        (K::DisplayNameMismatch, "form", "bob@example.org <ana@example.com>"),
        (K::SurroundingText, "form", "write to ana@example.com"),
        (K::MultipleAddresses, "form", "ana@example.com, bob@example.com"),
        // Shape
        (K::Empty, "form", ""),
        (K::EmptyLocalPart, "form", "@example.com"),
        (K::EmptyDomain, "form", "ana@"),
        (K::MissingAt, "form", "ana"),
        (K::MissingAt, "form", "ana(at)example.com"),
        (K::MissingAt, "form", "ana.gmail.com"),
        (K::MultipleAt, "form", "ana@home@example.com"),
        (K::MultipleAt, "form", "ana@@example.com"),
        (K::MultipleAt, "form", "ana@@intranet"),
        (K::LeadingDot, "form", ".ana@example.com"),
        (K::TrailingDot, "form", "ana.@example.com"),
        (K::TrailingDot, "form", "ana.@docomo.ne.jp"),
        (K::ConsecutiveDots, "form", "ana..maria@example.com"),
        (K::ConsecutiveDots, "form", "ana..maria@docomo.ne.jp"),
        (K::InvalidCharacter, "form", "ana@my_example.com"),
        (K::InvalidCharacter, "form", "ana@example,com"),
        (K::InvalidCharacter, "form", "ana\u{FF08}x@example.com"),
        (K::InvalidCharacter, "form", "ana\u{FF0E}maria@example.com"),
        (K::UnterminatedQuote, "form", "\"Ana <ana@example.com>"),
        (K::UnterminatedComment, "form", "(ana@example.com"),
        (K::QuotedLocalPart, "form", "\"ana maria\"@example.com"),
        (K::AddressLiteral, "form", "ana@[192.0.2.1]"),
        (K::InvalidLiteral, "smtp", "ana@[192.0.2.300]"),
        (K::LabelHyphen, "form", "ana@-example.com"),
        (K::NumericTld, "form", "ana@example.123"),
        (K::InvalidIdn, "form", "ana@xn--zzzzzzz99999.com"),
        (K::Smtputf8, "form no-smtputf8", "jos\u{E9}@example.com"),
        (K::SingleLabelDomain, "form", "ana@intranet"),
        (K::SingleLabelDomain, "form", "ana@gmail"),
        // Deception
        (K::MixedScript, "form", "\u{430}na@example.com"),
        (K::MixedScript, "form", "\u{3B1}\u{3B2}na@example.com"),
        (K::MixedScript, "form", "p\u{430}yp\u{430}l\u{456}@example.com"),
        (K::MixedScript, "form", "sp\u{585}tify@example.com"),
        (K::MixedScript, "form", "\u{430}\u{3B2}\u{433}@example.com"),
        (K::MixedScript, "form", "face\u{C82}ook@example.com"),
        (K::MixedScript, "form", "a\u{1490}bc@example.com"),
        (K::WholeScriptConfusable, "form", "ana@\u{430}\u{440}\u{440}\u{4CF}\u{435}.com"),
        (K::ProtectedDomainLookalike, "form", "ana@gma\u{131}l.com"),
        (K::RestrictedCharacter, "form", "\u{2665}ana@example.com"),
        (K::MixedNumbers, "form", "ana1\u{662}@example.com"),
        (K::CombiningMarks, "form", "a\u{301}\u{301}na@example.com"),
        // Domain
        (K::DomainTypo, "form", "ana@gmial.com"),
        (K::UnknownTld, "form", "ana@example.abcxyz"),
        (K::SpecialUseDomain, "form", "ana@example.com"),
        (K::SpecialUseDomain, "form", "ana@printer.local"),
        (K::ProviderRule, "form", "ana_p@gmail.com"),
        (K::ProviderRule, "form", "jos\u{E9}@gmail.com"),
        (K::UrlPrefix, "form", "www.ana@example.com"),
        (K::UrlPrefix, "form", "http://ana@example.com"),
        (K::UrlPrefix, "form", "http://example.com/ana@example.com"),
        (K::PercentEncoding, "form", "%20ana@example.com"),
        (K::PercentEncoding, "form", "ana%2Bnews@example.com"),
        (K::PercentEncoding, "form", "jos%C3%A9@example.com"),
        (K::PercentEncoding, "form", "ana%20maria@example.com"),
        // Form
        (K::NotNfc, "form", "jose\u{301}@example.com"),
        (K::RedundantQuotes, "form", "\"ana\"@example.com"),
        (K::RedundantQuotes, "html", "\"ana\"@example.com"),
        (K::UppercaseDomain, "form", "ana@Example.com"),
        (K::Idn, "form", "ana@m\u{FC}nchen.de"),
        (K::Idn, "html", "ana@m\u{FC}nchen.de"),
    ]
    .map(|(kind, policy, input)| (kind, policy, String::from(input)))
    .into();
    let labels = [long(63), long(63), long(63)].join(".");
    cases.extend([
        (K::LocalPartTooLong, "form", format!("{}@example.com", long(65))),
        (K::LabelTooLong, "form", format!("ana@{}.com", long(64))),
        (K::DomainTooLong, "form", format!("a@{labels}.{}.com", long(60))),
        (K::AddressTooLong, "form", format!("{}@{labels}.com", long(60))),
        (K::InputTooLong, "form", long(4097)),
    ]);
    cases
}

/// The finding of this kind that an input has, the weightiest of them.
fn finding(kind: FindingKind, policy_name: &str, input: &str) -> Finding {
    let policy = policy(policy_name);
    let inspection = policy.inspect(input);
    let found = inspection.findings().iter().filter(|finding| finding.kind() == kind);
    let found = found.max_by_key(|finding| finding.severity()).cloned();
    found.unwrap_or_else(|| {
        panic!("{policy_name}: {} has no {}: {:?}", visible(input), kind.code(), codes(&inspection))
    })
}

/// `Note, fixed`; `Error, asks`; `Warning`.
fn weight(finding: &Finding) -> String {
    let severity = match finding.severity() {
        Severity::Note => "Note",
        Severity::Warning => "Warning",
        _ => "Error",
    };
    let fix = match finding.fix().map(|fix| fix.applicability()) {
        Some(Applicability::Automatic) => ", fixed",
        Some(_) => ", asks",
        None => "",
    };
    format!("{severity}{fix}")
}

/// The start of a text, its unseen characters visible.
fn shown(input: &str) -> String {
    let start: String = input.chars().take(60).collect();
    format!("{}{}", visible(&start), if start.len() < input.len() { "…" } else { "" })
}

/// Compares a text with a file beside this test, or writes the file.
fn assert_file(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, text).expect("the tests' data can be written");
        return;
    }
    let expected =
        std::fs::read_to_string(&path).expect("the file stands beside the tests").replace('\r', "");
    let differs = text.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    let at = differs.unwrap_or_else(|| text.lines().count().min(expected.lines().count()));
    assert!(
        text == expected,
        "{name}, line {}:\n  expected {:?}\n  found    {:?}\nUPDATE_EXPECT=1 rewrites it.",
        at + 1,
        expected.lines().nth(at).unwrap_or("the end"),
        text.lines().nth(at).unwrap_or("the end"),
    );
}

#[test]
fn every_kind_has_a_sentence() {
    let covered: BTreeSet<FindingKind> = cases().into_iter().map(|(kind, ..)| kind).collect();
    let missing: Vec<_> = FindingKind::ALL
        .iter()
        .filter(|kind| !covered.contains(kind) && !OF_DOMAIN_SETS.contains(kind))
        .map(|kind| kind.code())
        .collect();
    assert!(missing.is_empty(), "no input for {missing:?}");
    let both: Vec<_> = OF_DOMAIN_SETS.iter().filter(|kind| covered.contains(kind)).collect();
    assert!(both.is_empty(), "listed as never found, and found: {both:?}");
}

#[test]
fn sentences() {
    for (language, code) in LANGUAGES {
        let mut text = String::new();
        for (kind, policy, input) in cases() {
            let finding = finding(kind, policy, &input);
            writeln!(text, "{} ({}) {policy}: {}", kind.code(), weight(&finding), shown(&input))
                .expect("a String takes any text");
            writeln!(text, "    {}", finding.message(language)).expect("a String takes any text");
        }
        assert_file(&format!("messages.{code}.txt"), &text);
    }
}

/// Words that only those who wrote the standards know.
const JARGON: [&str; 8] =
    ["A-label", "U-label", "IDNA", "RFC", "grammar", "gramática", "Unicode", "code point"];

#[test]
fn a_sentence_ends_and_holds_no_jargon() {
    for (kind, policy, input) in cases() {
        for (language, _) in LANGUAGES {
            let message = finding(kind, policy, &input).message(language);
            assert!(message.ends_with(['.', '?']), "{message}");
            assert!(message.starts_with(|c: char| c.is_uppercase()), "{message}");
            let jargon = JARGON.into_iter().find(|word| message.contains(word));
            assert_eq!(jargon, None, "{message}");
        }
    }
}

/// By a button: where there is an address to keep or to take. What should be written instead can always be answered.
#[test]
fn a_question_is_asked_where_a_person_can_answer() {
    for (kind, policy_name, input) in cases() {
        let finding = finding(kind, policy_name, &input);
        let policy = policy(policy_name);
        let inspection = policy.inspect(&input);
        let is_answerable = inspection.address().is_some() || inspection.suggestion().is_some();
        let asks = match finding.fix() {
            Some(fix) if fix.applicability() == Applicability::Confirm => {
                is_answerable || fix.edits().iter().any(|edit| !edit.replacement().is_empty())
            }
            Some(_) => false,
            None => finding.severity() == Severity::Warning && is_answerable,
        };
        for (language, _) in LANGUAGES {
            let message = finding.message(language);
            assert_eq!(message.ends_with('?'), asks, "{message}");
            assert_eq!(
                message.matches('¿').count(),
                usize::from(asks && language == Language::Spanish),
                "{message}"
            );
        }
    }
}

/// Inputs for reports: wide characters, combining marks, right-to-left text, long text, line breaks.
fn report_inputs() -> Vec<(&'static str, String)> {
    let mut inputs: Vec<(&'static str, String)> = [
        ("form", "ana@example.com"),
        ("form", " Ana <an\u{200B}a@gmial.com> "),
        ("form", "山田 太郎@例え.jp"),
        ("form", "\u{FF41}\u{FF4E}\u{FF41}@ｅｘａｍｐｌｅ。ｃｏｍ"),
        ("form", "jose\u{301} perez@example.com"),
        ("form", "a\u{301}\u{301}\u{301}na@mu\u{308}nchen.de"),
        ("form", "\u{5D3}\u{5E0}\u{5D4} \u{5DB}\u{5D4}\u{5DF}@\u{5D3}\u{5D5}\u{5D2}\u{5DE}\u{5D4}.com"),
        ("form", "\u{645}\u{62D}\u{645}\u{62F}@\u{645}\u{62B}\u{627}\u{644}.com\u{202E},"),
        ("form", "ana@example.com\r\nBcc: bob@example.org"),
        ("form", "an\u{1B}[31ma@example.com\u{7}"),
        ("form", "\u{1F469}\u{200D}\u{1F4BB} ana@example.com"),
        ("form", ""),
        ("smtp", "\"ana\u{200B} maria\"@[192.0.2.300]"),
        ("header", "Pe\u{301}rez, Ana (work\r\n place) <ana@EXAMPLE.com>"),
        ("html", "\"ana\"@b\u{FC}cher.example"),
    ]
    .map(|(policy, input)| (policy, String::from(input)))
    .into();
    inputs.push(("form", format!("{} {}@example.com", "山".repeat(100), "a".repeat(200))));
    inputs.push(("form", "a".repeat(5000)));
    inputs
}

#[test]
fn reports() {
    for (language, code) in LANGUAGES {
        let mut text = String::new();
        for (name, input) in report_inputs() {
            let policy = policy(name);
            let inspection = policy.inspect(&input);
            writeln!(text, "-- {name}: {}\n{}", shown(&input), inspection.report(language))
                .expect("a String takes any text");
        }
        assert_file(&format!("inspection_reports.{code}.txt"), &text);
    }
}

#[test]
fn a_caret_stands_under_what_it_speaks_of() {
    // Each of these takes as many columns as the text before the space.
    for (input, before) in
        [("an a@example.com", 2), ("\u{5C71}\u{7530} a@example.com", 4), ("jose\u{301} a@example.com", 4)]
    {
        let report = normail::inspect(input).report(Language::English).to_string();
        let line = report.lines().find(|line| line.contains("inner-space")).expect("it is told");
        assert_eq!(line.find('^'), Some("  | ".len() + before), "{report}");
    }
}

/// Whether a character would be seen, and would change nothing around it, in a log or on a terminal.
fn is_plain(c: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    let is_unseen = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
        || CodePointSetData::new::<BidiControl>().contains(c)
        || c != ' ' && CodePointSetData::new::<WhiteSpace>().contains(c)
        || GeneralCategoryGroup::Other.contains(category)
        || c == '\u{2800}';
    !is_unseen
}

#[track_caller]
fn assert_plain(what: &str, text: &str) {
    let hidden = text.chars().find(|c| !is_plain(*c));
    assert_eq!(hidden, None, "{what}: {}", visible(text));
}

/// Asserts that no control, line break or bidi control is in a text: debug output is for programmers, and may show
/// the rest.
#[track_caller]
fn assert_safe(what: &str, text: &str) {
    let is_unsafe = |c: &char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}')
            || CodePointSetData::new::<BidiControl>().contains(*c)
    };
    assert_eq!(text.chars().find(is_unsafe), None, "{what}: {}", visible(text));
}

/// Asserts that nothing that is said of an input lets through what nobody sees.
fn assert_nothing_unseen(policy: &Policy, input: &str) {
    let inspection = policy.inspect(input);
    for (language, _) in LANGUAGES {
        for finding in inspection.findings() {
            assert_plain("message", &finding.message(language));
        }
        for line in inspection.report(language).to_string().split('\n') {
            assert_plain("report", line);
        }
        if let Err(error) = policy.parse(input) {
            assert_plain("error", &error.message(language));
        }
    }
    assert_safe("Debug of an inspection", &format!("{inspection:?}"));
    for finding in inspection.findings() {
        assert_plain("Display", &finding.to_string());
    }
    if let Err(error) = policy.parse(input) {
        assert_plain("error", &error.to_string());
        assert_safe("Debug of an error", &format!("{error:?}"));
    }
    for address in [inspection.address(), inspection.suggestion()].into_iter().flatten() {
        assert_safe("Debug of an address", &format!("{address:?}"));
    }
}

fn every_char() -> impl Iterator<Item = char> {
    (0..=0x10_FFFF).filter_map(char::from_u32)
}

/// What nobody sees, one of each kind and some more.
const HOSTILE: &str = "\0\u{1}\u{7}\u{8}\t\n\u{B}\u{C}\r\u{1B}\u{7F}\u{85}\u{9B}\u{A0}\u{AD}\u{34F}\u{378}\u{61C}\
                       \u{115F}\u{17B4}\u{180E}\u{200B}\u{200C}\u{200D}\u{200E}\u{202A}\u{202E}\u{2028}\u{2029}\
                       \u{2060}\u{2066}\u{2069}\u{2800}\u{3000}\u{3164}\u{E000}\u{FDD0}\u{FE0F}\u{FEFF}\u{FFA0}\
                       \u{FFF9}\u{FFFD}\u{FFFF}\u{1D173}\u{E0001}\u{E01EF}\u{10FFFF}";

#[test]
fn hostile_characters_stay_out_of_what_is_said() {
    let places = [
        "{}ana@example.com",
        "an{}a@example.com",
        "ana{}@example.com",
        "ana@{}example.com",
        "ana@exam{}ple.com",
        "ana@example.c{}om",
        "ana@example.com{}",
        "A{}na <ana@example.com>",
        "\"a{}b\"@example.com",
        "ana@example.com (a{}b)",
        "ana@[a{}b]",
        "mailto:ana@example.com?a{}b",
        "ana@xn--{}.com",
        "a{}na@gmial.com",
        "{}@gmail.com",
        "ana@example.com, {} <bob@example.com>",
        "jos%C3%A9{}@example.com",
        "{}",
    ];
    for name in ["form", "header"] {
        let policy = policy(name);
        for c in HOSTILE.chars() {
            let mut buffer = [0; 4];
            for place in places {
                assert_nothing_unseen(&policy, &place.replace("{}", c.encode_utf8(&mut buffer)));
            }
        }
    }
}

#[test]
fn what_is_decoded_or_mapped_stays_out_of_what_is_said() {
    let form = Policy::form();
    for escaped in ["%00", "%0D%0A", "%1B", "%C2%85", "%C2%A0", "%E2%80%8B", "%E2%80%AE", "%EF%BB%BF", "%FF"]
    {
        assert_nothing_unseen(&form, &format!("mailto:an{escaped}a@example.com"));
        assert_nothing_unseen(&form, &format!("an{escaped}a@example.com"));
        assert_nothing_unseen(&form, &format!("mailto:ana@example.com?subject={escaped}"));
    }
    // What a compatibility character stands for is put into the sentence.
    let is_changed = |c: &char| !std::iter::once(*c).nfkc().eq(std::iter::once(*c));
    for c in
        every_char().filter(is_changed).filter(|c| !std::iter::once(*c).nfkc().all(char::is_alphanumeric))
    {
        assert_nothing_unseen(&form, &format!("an{c}a@example.com"));
    }
    // What an A-label hides.
    for c in HOSTILE.chars().filter(|c| !c.is_ascii()) {
        let mut label = idna::punycode::encode_str(&format!("an{c}a")).expect("it is short");
        label.insert_str(0, "xn--");
        for name in POLICIES {
            assert_nothing_unseen(&policy(name), &format!("ana@{label}.com"));
        }
    }
}

#[test]
fn a_whole_label_is_no_letter() {
    let inspection = normail::inspect("ana@xn--exmple-4nf.com");
    let message = inspection.findings()[0].message(Language::English);
    assert!(message.ends_with("did you mean \"example\"?"), "{message}");
}
