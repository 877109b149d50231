//! The interpreter of ABNF that other tests measure the crate against: does it read ABNF as RFC 5234 says, and
//! do its six languages agree with the answers that are known?

mod abnf;

use abnf::derive::Deriver;
use abnf::grammar::Grammar;
use abnf::languages::Language;
use abnf::prng::Prng;
use serde_json::Value;

#[test]
fn the_languages_agree_with_every_known_answer() {
    let languages = Language::all();
    let mut rows = 0;
    let mut wrong = Vec::new();
    for line in include_str!("data/grammar.jsonl").lines() {
        let row: Value = serde_json::from_str(line).expect("each line is one JSON object");
        let input = row["input"].as_str().expect("each row has an input");
        for language in &languages {
            let known = row[language.name].as_bool().expect("each row has an answer for each grammar");
            if language.accepts(input) != known {
                wrong.push(format!("{}: {input:?} should be {known}", language.name));
            }
        }
        rows += 1;
    }
    assert!(rows > 600, "only {rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The ABNF of a rule `s`, strings that are in its language, strings that are not.
const NOTATION: &[(&str, &[&str], &[&str])] = &[
    // RFC 5234, section 2.3: quoted strings in any case, numbers exactly
    ("s = \"aB\"", &["ab", "AB", "Ab", "aB"], &["", "a", "abc"]),
    ("s = %d97.98", &["ab"], &["AB", "a"]),
    ("s = %x61-63", &["a", "b", "c"], &["d", "A", ""]),
    ("s = %b1100001", &["a"], &["A"]),
    ("s = %x80-10FFFF", &["\u{80}", "é", "\u{10FFFF}"], &["\u{7F}", "éé"]),
    ("s = \"\"", &[""], &["a"]),
    // Sections 2.1, 2.2, 3.9: names in any case, lines that go on, comments
    ("S = x-1 ; \" y\n  X-1;\n\nx-1 = \";\"", &[";;"], &[";", ";;;"]),
    // Sections 3.1, 3.2, 3.5, 3.10: concatenation binds tighter than alternation, a group binds tightest
    ("s = \"a\" \"b\" / \"c\"", &["ab", "c"], &["ac", "b"]),
    ("s = \"a\" (\"b\" / \"c\")", &["ab", "ac"], &["a", "c"]),
    // Section 3.3
    ("s = \"a\"\ns =/ \"b\" / \"c\"", &["a", "b", "c"], &["", "ab"]),
    // Sections 3.6, 3.7, 3.8
    ("s = *\"a\"", &["", "a", "aaa"], &["b", "ab"]),
    ("s = 1*\"a\"", &["a", "aa"], &[""]),
    ("s = *2\"a\"", &["", "a", "aa"], &["aaa"]),
    ("s = 1*2\"a\"", &["a", "aa"], &["", "aaa"]),
    ("s = 2\"a\"", &["aa"], &["a", "aaa"]),
    ("s = 2(\"a\" / \"bb\")", &["aa", "abb", "bbbb"], &["bb", "aaa"]),
    ("s = [\"a\"] \"b\"", &["b", "ab"], &["a", "aab"]),
    // No reading is left out, and one that gets nowhere is no endless loop
    ("s = *\"a\" \"a\" 1*2\"a\" \"a\"", &["aaa", "aaaaaaa"], &["aa"]),
    ("s = (\"a\" / \"ab\") (\"c\" / \"bcd\")", &["ac", "abc", "abcd", "abbcd"], &["a", "abd"]),
    ("s = *[\"a\"] 3[\"a\"] \"b\"", &["b", "aaaaaaab"], &["a"]),
    ("s = \"(\" *s \")\"", &["()", "(()(()))"], &["(", "(()", "())"]),
];

#[test]
fn notation_means_what_rfc_5234_says() {
    for &(text, accepted, refused) in NOTATION {
        let grammar = Grammar::new(&[text], &[]).expect(text);
        let start = grammar.rule("s").expect(text);
        for input in accepted {
            assert!(grammar.recognises(start, input), "{text}\nis to accept {input:?}");
        }
        for input in refused {
            assert!(!grammar.recognises(start, input), "{text}\nis to refuse {input:?}");
        }
    }
}

#[test]
fn a_faulty_grammar_is_an_error() {
    let faulty = [
        "s",
        "s =",
        "s = \"a",
        "s = (\"a\"",
        "s = [\"a\")",
        "s = \"a\" / ",
        "s = %q41",
        "s = %x",
        "s = %xD800",
        "s = <prose>",
        "s = 2",
        " = \"a\"",
        "s = t",
        "s = \"a\"\ns = \"b\"",
        "s =/ \"a\"",
    ];
    for text in faulty {
        assert!(Grammar::new(&[text], &[]).is_err(), "{text} has a fault");
    }
    assert!(Grammar::new(&["s = \"a\""], &[("t", |_| true)]).is_err(), "a constraint of no rule");
}

#[test]
fn a_constraint_judges_each_reading_by_itself() {
    let text = "s = t *\"a\"\nt = 1*\"a\"";
    let grammar = Grammar::new(&[text], &[("t", |text| text.len() == 3)]).expect(text);
    let start = grammar.rule("s").expect(text);
    assert!(!grammar.recognises(start, "aa"));
    assert!(grammar.recognises(start, "aaa"));
    assert!(grammar.recognises(start, "aaaaa"));
}

#[test]
#[should_panic(expected = "left-recursive")]
fn left_recursion_is_told_instead_of_followed() {
    let grammar = Grammar::new(&["s = [\"a\"] s / \"b\""], &[]).expect("it is well-formed");
    grammar.recognises(0, "b");
}

/// Backtracking would take some 2^300 steps here.
#[test]
fn ambiguity_costs_no_time() {
    let grammar = Grammar::new(&["s = *( 1*\"a\" / \"a\" / \"aa\" ) \"b\""], &[]).expect("it is well-formed");
    let run = "a".repeat(300);
    assert!(!grammar.recognises(0, &run));
    assert!(grammar.recognises(0, &(run + "b")));
}

#[test]
fn the_words_beside_the_abnf_are_heeded() {
    let (a63, a64, a65) = (&"a".repeat(63), &"a".repeat(64), &"a".repeat(65));
    let long_domain = |bytes: usize| {
        let labels = format!("{a63}.{a63}.{a63}.");
        format!("{labels}{}", "a".repeat(bytes - labels.len()))
    };
    let smtp = [
        (format!("{a64}@b"), true),
        (format!("{a65}@b"), false),
        (format!("\"{}\"@b", "a".repeat(62)), true),
        (format!("\"{a63}\"@b"), false),
        (format!("a@{a63}"), true),
        (format!("a@{a64}"), false),
        (format!("a@{}", long_domain(252)), true),
        (format!("a@{}", long_domain(253)), false),
        ("a@[255.0.00.000]".to_owned(), true),
        ("a@[256.0.0.0]".to_owned(), false),
        ("a@[iPv6:1::2]".to_owned(), true),
        ("a@[iPv6:x]".to_owned(), false),
        ("a@[IPv7:x]".to_owned(), true),
        ("a@[IPv6:1:2:3:4:5::6]".to_owned(), true),
        ("a@[IPv6:1:2:3:4:5::6:7]".to_owned(), false),
        ("a@[IPv6:1:2::3:4:1.2.3.4]".to_owned(), true),
        ("a@[IPv6:1:2::3:4:5:1.2.3.4]".to_owned(), false),
    ];
    for (input, known) in &smtp {
        assert_eq!(Language::rfc5321().accepts(input), *known, "{input}");
        assert_eq!(Language::rfc6531().accepts(input), *known, "{input}");
    }
    let international = [
        (format!("{}@b", "é".repeat(32)), true),
        (format!("{}@b", "é".repeat(33)), false),
        (format!("a@{}", "é".repeat(63)), true),
        (format!("a@{}", "é".repeat(64)), false),
        (format!("aa@{0}.{0}", "é".repeat(62)), true),
        (format!("aaaa@{0}.{0}.b", "é".repeat(62)), false),
    ];
    for (input, known) in &international {
        assert_eq!(Language::rfc6531().accepts(input), *known, "{input}");
    }
    assert!(Language::html().accepts(&format!("a@{a63}")));
    assert!(!Language::html().accepts(&format!("a@{a64}")));
    assert!(Language::html().accepts(&format!("{}@a", "a".repeat(4_094))));
    assert!(!Language::html().accepts(&format!("{}@a", "a".repeat(4_095))));
}

#[test]
fn what_a_grammar_derives_it_recognises() {
    for mut language in Language::all() {
        for rule in &mut language.grammar.rules {
            rule.constraint = None;
        }
        let deriver = Deriver::new(&language.grammar);
        let mut random = Prng::new(5234);
        for _ in 0..2_000 {
            let derived = deriver.derive(language.start, &mut random);
            assert!(language.accepts(&derived), "{}: {derived:?}", language.name);
        }
    }
}
