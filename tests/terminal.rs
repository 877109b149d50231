//! Nothing that is shown moves a terminal, breaks a line or turns the text around it: of every public type that holds
//! something of an input, what `Display`, `Debug` and the messages make of it.

use std::fmt::{Debug, Display};

use normail::{AddrSpec, DomainSet, EmailAddress, Grammar, Language, Policy, RestrictionLevel, visible};

const POLICIES: [(&str, Policy); 4] = [
    ("form", Policy::form()),
    ("smtp", Policy::smtp()),
    ("header", Policy::header()),
    ("html", Policy::html()),
];

/// What terminals obey, and what changes what is read.
const HARMFUL: [&str; 16] = [
    "\u{1B}[2J",
    "\u{1B}]0;title\u{7}",
    "\u{7}",
    "\u{8}",
    "\u{9B}31m",
    "\r",
    "\n",
    "\r\n ",
    "\u{85}",
    "\u{2028}",
    "\u{202E}",
    "\u{2066}",
    "\u{2069}",
    "\u{61C}",
    "\u{200B}",
    "\u{FEFF}",
];

/// Where it may stand, as `~`.
const PLACES: [&str; 22] = [
    "~",
    "~ana@example.com",
    "a~na@example.com",
    "ana~@example.com",
    "ana@~example.com",
    "ana@exa~mple.com",
    "ana@example.com~",
    "ana@example.~",
    "A~na <ana@example.com>",
    "\"A~na\" <ana@example.com>",
    "<ana~@example.com",
    "\"a~na\"@example.com",
    "\"a\\~na\"@example.com",
    "ana@example.com (wo~rk)",
    "ana(~)@example.com",
    "mailto:ana@example.com?subject=~",
    "ana@[~192.0.2.1]",
    "ana@[x:~]",
    "bob~@example.com <ana@example.com>",
    "ana@exаmple~.com",
    "an~a@gmial.com, b~ob@example.com",
    "ana ~at~ example~dot~com",
];

fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
        || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

/// One line, without anything harmful.
fn assert_harmless(what: &str, input: &str, shown: &str) {
    let found = shown.chars().find(|c| is_harmful(*c));
    assert_eq!(found, None, "{what} of {input:?} shows {shown:?}");
}

/// Lines, each without anything harmful.
fn assert_lines_harmless(what: &str, input: &str, shown: &str) {
    shown.split('\n').for_each(|line| assert_harmless(what, input, line));
}

fn assert_debug_harmless<T: Debug>(input: &str, value: &T) {
    let what = std::any::type_name::<T>();
    assert_harmless(what, input, &format!("{value:?}"));
    assert_lines_harmless(what, input, &format!("{value:#?}"));
}

fn assert_shown_harmless<T: Debug + Display>(input: &str, value: &T) {
    assert_harmless(std::any::type_name::<T>(), input, &value.to_string());
    assert_debug_harmless(input, value);
}

fn inputs() -> impl Iterator<Item = String> {
    PLACES.iter().flat_map(|place| HARMFUL.iter().map(|harmful| place.replace('~', harmful)))
}

#[test]
fn findings_and_reports_are_harmless() {
    for input in inputs() {
        for (_, policy) in &POLICIES {
            for member in policy.inspect_list(&input) {
                assert_debug_harmless(&input, &member);
            }
            let inspection = policy.inspect(&input);
            assert_debug_harmless(&input, &inspection);
            assert_lines_harmless("the report", &input, &inspection.to_string());
            assert_debug_harmless(&input, &inspection.display_name_profile());
            for finding in inspection.findings() {
                assert_shown_harmless(&input, finding);
                assert_debug_harmless(&input, &finding.fix());
            }
            for language in [Language::English, Language::Spanish] {
                assert_lines_harmless("the report", &input, &inspection.report(language).to_string());
                for finding in inspection.findings() {
                    assert_harmless("the message", &input, &finding.message(language));
                }
            }
            inspection.address().into_iter().chain(inspection.suggestion()).for_each(assert_address_harmless);
        }
    }
}

fn assert_address_harmless(address: &EmailAddress) {
    let text = address.as_str();
    assert_shown_harmless(text, address);
    assert_shown_harmless(text, &address.domain());
    assert_shown_harmless(text, &address.redacted());
    assert_shown_harmless(text, &address.dedup_key());
    assert_shown_harmless(text, &address.skeleton());
    assert_harmless("to_unicode", text, &address.to_unicode());
    assert_debug_harmless(text, &address.security_profile(RestrictionLevel::HighlyRestrictive));
}

#[test]
fn refusals_are_harmless() {
    let grammars =
        [Grammar::Rfc5321, Grammar::Rfc6531, Grammar::Rfc5322Obsolete, Grammar::Rfc6532, Grammar::Html];
    for input in inputs() {
        for (_, policy) in &POLICIES {
            match policy.parse(&input) {
                Ok(address) => assert_address_harmless(&address),
                Err(error) => {
                    assert_shown_harmless(&input, &error);
                    for language in [Language::English, Language::Spanish] {
                        assert_harmless("the message", &input, &error.message(language));
                    }
                }
            }
        }
        for grammar in grammars {
            match AddrSpec::parse(&input, grammar) {
                Ok(spec) => assert_debug_harmless(&input, &spec),
                Err(error) => assert_shown_harmless(&input, &error),
            }
        }
        assert_harmless("visible", &input, &visible(&input).to_string());
        assert_debug_harmless(&input, &visible(&input));
    }
}

#[test]
fn sets_and_policies_are_harmless() {
    for input in inputs() {
        let list = format!("{input}\n{}", input.replace('@', "\n"));
        let inspection = DomainSet::inspect(&list);
        assert_debug_harmless(&list, &inspection);
        for finding in inspection.findings() {
            assert_shown_harmless(&list, finding);
            assert_harmless("the message", &list, &finding.message(Language::Spanish));
        }
        if let Err(error) = list.parse::<DomainSet>() {
            assert_shown_harmless(&list, &error);
        }
        for entry in inspection.set().iter() {
            assert_shown_harmless(&list, &entry);
        }
        assert_lines_harmless("the set", &list, &inspection.set().to_string());
        let policy = Policy::form().deny(inspection.set().clone()).protect(inspection.into_set());
        assert_debug_harmless(&list, &policy);
    }
}
