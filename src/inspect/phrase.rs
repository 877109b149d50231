//! What a phrase and a comment say: the name of a person, or of a group (RFC 5322 3.2.5, 3.2.2).

use alloc::string::String;

use super::encoded_word::decoded;
use crate::syntax::{Reading, TokenKind, Tokens, quoted_content};
use crate::unicode::is_white_space;

/// The name that a phrase is: its words, without the quotes of those that have them and without comments, encoded words
/// decoded, white space single. `None` where nothing is left.
pub(super) fn name_of(phrase: &str, reading: Reading) -> Option<String> {
    if !phrase.contains(['"', '(']) {
        return single_spaced(&decoded(phrase));
    }
    let mut name = String::with_capacity(phrase.len());
    let mut last = TokenKind::Space;
    // From here on the words stand without quotes: RFC 2047 5 has no encoded word inside them.
    let mut unquoted = 0;
    for token in Tokens::of(phrase, reading) {
        let text = phrase.get(token.span).unwrap_or_default();
        if matches!(token.kind, TokenKind::Space | TokenKind::LineBreak | TokenKind::Comment) {
            last = TokenKind::Space;
            continue;
        }
        // Two words, even where nothing stands between them; a dot is none, and before a comma stands no space.
        let is_quoted = [last, token.kind].contains(&TokenKind::QuotedString);
        let is_at_dot = text.starts_with('.') || last == TokenKind::Word && name.ends_with('.');
        let is_comma = token.kind == TokenKind::Mark(',');
        if !is_comma && (last == TokenKind::Space || is_quoted && !is_at_dot) {
            name.push(' ');
        }
        if token.kind == TokenKind::QuotedString {
            decode_from(unquoted, &mut name);
            name.push_str(&quoted_content(text));
            unquoted = name.len();
        } else {
            name.push_str(text);
        }
        last = token.kind;
    }
    decode_from(unquoted, &mut name);
    single_spaced(&name)
}

/// What a comment says: without its parentheses and the backslashes of its quoted pairs, encoded words decoded.
pub(super) fn comment_text(comment: &str) -> Option<String> {
    let inner = comment.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(comment);
    let mut text = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        text.extend(if c == '\\' { chars.next() } else { Some(c) });
    }
    single_spaced(&decoded(&text))
}

fn decode_from(start: usize, name: &mut String) {
    let plain = name.get(start..).unwrap_or_default();
    if plain.contains("=?") {
        let plain = decoded(plain).into_owned();
        name.truncate(start);
        name.push_str(&plain);
    }
}

fn single_spaced(text: &str) -> Option<String> {
    let mut single = String::with_capacity(text.len());
    for word in text.split(is_white_space).filter(|word| !word.is_empty()) {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    (!single.is_empty()).then_some(single)
}

#[cfg(test)]
mod tests {
    use super::{comment_text, name_of};
    use crate::syntax::Reading;

    #[test]
    fn names_of_phrases() {
        for (phrase, expected) in [
            ("Ana Gil", Some("Ana Gil")),
            (" Ana \t Gil ", Some("Ana Gil")),
            (r#""Gil, Ana""#, Some("Gil, Ana")),
            (r#""The Foo of Bar" Course Staff"#, Some("The Foo of Bar Course Staff")),
            (r#""a" "b""#, Some("a b")),
            (r#""a""b""#, Some("a b")),
            (r#""Ana \"A\" Gil" (work)"#, Some(r#"Ana "A" Gil"#)),
            ("Ana(work)Gil", Some("Ana Gil")),
            ("Ana\r\n Gil", Some("Ana Gil")),
            ("\"Ana\r\n Gil\"", Some("Ana Gil")),
            ("John Q. Public", Some("John Q. Public")),
            ("Dr.Ana", Some("Dr.Ana")),
            ("\"Doe\", John (x), Jr.", Some("Doe, John, Jr.")),
            ("J.\"R.\".R", Some("J.R..R")),
            ("=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_Gil?= (x)", Some("José Gil")),
            (r#""=?utf-8?q?Jos=C3=A9?=""#, Some("=?utf-8?q?Jos=C3=A9?=")),
            (r#"=?utf-8?q?Jos=C3=A9?= "Gil""#, Some("José Gil")),
            (r#""""#, None),
            ("(work)", None),
        ] {
            assert_eq!(name_of(phrase, Reading::Header).as_deref(), expected, "{phrase}");
        }
        assert_eq!(name_of("5\" pipe", Reading::Typed).as_deref(), Some("5\" pipe"));
    }

    #[test]
    fn what_comments_say() {
        for (comment, expected) in [
            ("(Ana Gil)", Some("Ana Gil")),
            ("(Ana (work)  Gil)", Some("Ana (work) Gil")),
            (r"(Ana \(A\) Gil)", Some("Ana (A) Gil")),
            ("(=?utf-8?q?Jos=C3=A9?=)", Some("José")),
            ("()", None),
        ] {
            assert_eq!(comment_text(comment).as_deref(), expected, "{comment}");
        }
    }
}
