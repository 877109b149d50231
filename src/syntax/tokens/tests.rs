//! The tokens of texts, one table, and what is true of the tokens of any text.

use alloc::string::String;
use alloc::vec::Vec;

use super::Reading::{Header, Typed};
use super::TokenKind::{
    Braced, Bracketed, Comment, Entity, LineBreak, Literal, Mark, OpenComment, OpenQuote, QuotedString,
    Space, Word,
};
use super::{Reading, Token, TokenKind, Tokens};
use crate::syntax::every_text;

const BOTH: &[Reading] = &[Header, Typed];

type Case = (&'static [Reading], &'static [(TokenKind, &'static str)]);

/// What the tokens of a text are: the text itself is theirs, one behind the other.
const CASES: &[Case] = &[
    // Words, and what parts them.
    (BOTH, &[]),
    (BOTH, &[(Word, "ana.g+x"), (Mark('@'), "@"), (Word, "b-c.example")]),
    (BOTH, &[(Word, "a"), (Mark(','), ","), (Word, "b"), (Mark(';'), ";"), (Word, "c"), (Mark(':'), ":")]),
    (BOTH, &[(Word, "a"), (Mark('|'), "|"), (Mark(')'), ")"), (Mark(']'), "]"), (Mark('>'), ">")]),
    (BOTH, &[(Word, "é"), (Mark('\u{3001}'), "\u{3001}"), (Word, "ñ"), (Mark('\u{FF0C}'), "\u{FF0C}")]),
    (BOTH, &[(Mark('\u{FF1B}'), "\u{FF1B}"), (Mark('\u{60C}'), "\u{60C}"), (Mark('\u{61B}'), "\u{61B}")]),
    (BOTH, &[(Word, "\\"), (OpenComment, "("), (Word, "a'b/c=d")]),
    // White space, and what ends a line.
    (BOTH, &[(Space, " \t\u{A0}\u{3000}"), (Word, "a"), (Space, " ")]),
    (BOTH, &[(Word, "a"), (LineBreak, "\r\n"), (LineBreak, "\n"), (LineBreak, "\r"), (Word, "b")]),
    (BOTH, &[(LineBreak, "\u{B}"), (Space, " "), (LineBreak, "\u{C}"), (LineBreak, "\u{2028}")]),
    (&[Header], &[(Word, "a"), (Space, "\r\n "), (Word, "b"), (Space, " \n\t\n \u{A0}"), (LineBreak, "\n")]),
    (
        &[Typed],
        &[(Word, "a"), (LineBreak, "\r\n"), (Space, " "), (Word, "b"), (Space, " "), (LineBreak, "\n")],
    ),
    (&[Header], &[(LineBreak, "\r"), (Space, "\r\n "), (LineBreak, "\r"), (Space, " ")]),
    (&[Header], &[(LineBreak, "\n"), (Mark('\u{3001}'), "\u{3001}"), (LineBreak, "\n"), (Space, "\u{A0}")]),
    // Quoted strings, and quotes that open nothing.
    (BOTH, &[(QuotedString, "\"a, (b <c\""), (Mark('@'), "@"), (Word, "d")]),
    (BOTH, &[(QuotedString, "\"a\\\"b\\\\\""), (QuotedString, "\"\""), (Word, "c")]),
    (BOTH, &[(QuotedString, "\"a\r\nb\""), (Space, " "), (OpenQuote, "\""), (Word, "c")]),
    (BOTH, &[(OpenQuote, "\""), (Word, "a\\"), (OpenQuote, "\""), (Comment, "(b)")]),
    (&[Header], &[(Word, "5"), (QuotedString, "\" or 6\""), (Space, " "), (Word, "pipe")]),
    (&[Typed], &[(Word, "5"), (Mark('"'), "\""), (Space, " "), (Word, "6"), (OpenQuote, "\"")]),
    (&[Typed], &[(Word, "é"), (Mark('"'), "\"\"\""), (Word, "a"), (OpenQuote, "\"")]),
    (&[Typed], &[(Word, "'"), (QuotedString, "\"a\""), (Word, "b")]),
    // Comments, and parentheses that nothing closes.
    (BOTH, &[(Comment, "(a (b) \\) c)"), (Word, "d"), (Comment, "(\")"), (Mark(')'), ")")]),
    (BOTH, &[(OpenComment, "("), (Word, "a"), (Comment, "(b)"), (Word, "c")]),
    (BOTH, &[(OpenComment, "("), (OpenComment, "("), (Word, "a"), (Mark(')'), ")"), (OpenComment, "(")]),
    (
        BOTH,
        &[
            (OpenComment, "("),
            (Comment, "()"),
            (Word, "\\"),
            (OpenComment, "("),
            (OpenComment, "("),
            (Mark(')'), ")"),
        ],
    ),
    // Literals.
    (BOTH, &[(Word, "a"), (Mark('@'), "@"), (Literal, "[IPv6:::1]"), (Literal, "[a, (\"<b]")]),
    (BOTH, &[(Mark('['), "["), (Literal, "[a]"), (Mark(']'), "]"), (Mark('['), "["), (Word, "b")]),
    (BOTH, &[(Mark('['), "["), (LineBreak, "\n"), (Mark(']'), "]")]),
    (BOTH, &[(Mark('['), "["), (LineBreak, "\u{2028}"), (Mark(']'), "]")]),
    (&[Header], &[(Literal, "[a\\]b\\[c\r\n d\n\te\u{B}\u{C}]")]),
    (&[Header], &[(Mark('['), "["), (Word, "a\\"), (Mark(']'), "]")]),
    (
        &[Typed],
        &[
            (Literal, "[a\\]"),
            (Word, "b"),
            (Mark('['), "["),
            (LineBreak, "\n"),
            (Space, " "),
            (Mark(']'), "]"),
        ],
    ),
    // Braces.
    (&[Typed], &[(Braced, "{}"), (Space, " "), (Braced, "{a, \"b (c}"), (Mark(';'), ";"), (Braced, "{d}")]),
    (
        &[Typed],
        &[
            (Word, "{a}b"),
            (Space, " "),
            (Word, "c{d}"),
            (Space, " "),
            (Word, "{{e}"),
            (Space, " "),
            (Word, "}"),
        ],
    ),
    (&[Typed], &[(Word, "{a"), (LineBreak, "\n"), (Word, "}"), (Mark('\u{FF0C}'), "\u{FF0C}"), (Word, "{")]),
    (&[Header], &[(Word, "{a}"), (Space, " "), (Word, "{b"), (Mark(','), ","), (Word, "c}")]),
    // Angle brackets.
    (BOTH, &[(Word, "Ana"), (Space, " "), (Bracketed, "<\"a>\"(>)@[>]>"), (Mark('>'), ">")]),
    (BOTH, &[(Mark('<'), "<"), (Bracketed, "<a>"), (Mark('<'), "<"), (LineBreak, "\n"), (Mark('>'), ">")]),
    (BOTH, &[(Bracketed, "<>"), (Bracketed, "<\"a\r\n>\"(<)[<]>"), (Mark('<'), "<"), (Word, "a")]),
    (BOTH, &[(Bracketed, "<(\">"), (Word, "a")]),
    (&[Header], &[(Bracketed, "<a\r\n b>"), (Bracketed, "< {>"), (Space, " "), (Word, "}")]),
    (&[Typed], &[(Mark('<'), "<"), (Word, "a"), (LineBreak, "\n"), (Space, " "), (Mark('>'), ">")]),
    (&[Typed], &[(Bracketed, "< {>} >"), (Word, "a")]),
    // Character references.
    (BOTH, &[(Word, "a"), (Entity, "&amp;"), (Entity, "&#x2019;"), (Word, "b"), (Entity, "&#39;")]),
    (
        BOTH,
        &[
            (Word, "&amp"),
            (Mark(','), ","),
            (Word, "&sons"),
            (Mark(';'), ";"),
            (Word, "&&"),
            (Mark(';'), ";"),
        ],
    ),
    (BOTH, &[(Word, "&"), (Entity, "&lt;"), (Word, "a"), (Entity, "&gt;"), (Mark(';'), ";")]),
];

#[test]
fn every_case() {
    for (readings, expected) in CASES {
        let text: String = expected.iter().map(|(_, text)| *text).collect();
        for reading in *readings {
            let tokens = tokens(&text, *reading);
            let found: Vec<_> = tokens.iter().map(|token| (token.kind, &text[token.span.clone()])).collect();
            assert_eq!(found, *expected, "{text:?} as {reading:?}");
        }
    }
}

/// The laws hold for any text: here for every one of up to so many of these characters.
fn texts() -> impl Iterator<Item = String> {
    ["é\"(\\)<>[]", "a{}&;\n ", "<(\")>\\"].into_iter().flat_map(|classes| {
        let classes: Vec<char> = classes.chars().collect();
        every_text(&classes, 5)
    })
}

#[test]
fn tokens_are_the_text() {
    for text in texts() {
        for reading in BOTH {
            let mut end = 0;
            for token in tokens(&text, *reading) {
                assert!(token.span.start == end && !token.span.is_empty(), "{text:?} as {reading:?}");
                assert!(text.get(token.span.clone()).is_some(), "{text:?} as {reading:?}: {token:?}");
                end = token.span.end;
            }
            assert_eq!(end, text.len(), "{text:?} as {reading:?}");
        }
    }
}

/// What encloses something is the same by itself, but for a bracket of a text with a parenthesis that nothing closes:
/// then others that it holds may be closed in it alone.
#[test]
fn what_encloses_stands_alone() {
    for text in texts() {
        for reading in BOTH {
            for Token { kind, span } in tokens(&text, *reading) {
                let is_alike = match kind {
                    QuotedString | Comment | Literal | Braced | Entity => true,
                    Bracketed => !leaves_open(&text, *reading),
                    _ => false,
                };
                let enclosed = &text[span];
                let alone = [Token { kind, span: 0..enclosed.len() }];
                assert!(!is_alike || tokens(enclosed, *reading) == alone, "{enclosed:?} of {text:?}");
            }
        }
    }
}

/// Whether nothing closes a parenthesis, be it in a bracket.
fn leaves_open(text: &str, reading: Reading) -> bool {
    let mut tokens = Tokens::of(text, reading);
    while let Some(Token { kind, span }) = tokens.next() {
        match kind {
            OpenComment => return true,
            Bracketed => tokens.go_to(span.start + 1),
            _ => {}
        }
    }
    false
}

fn tokens(text: &str, reading: Reading) -> Vec<Token> {
    Tokens::of(text, reading).collect()
}
