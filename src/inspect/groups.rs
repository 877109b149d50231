//! Groups: `Team: ana@example.com, bob@example.org;` (RFC 5322 3.4).

use core::ops::Range;

use super::missing_at;
use super::words::folded;
use crate::known::is_label_word;
use crate::syntax::{Reading, TokenKind, Tokens, find_byte};
use crate::unicode::{is_at_sign, is_white_space};

/// Where the parts of a group stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The phrase before the colon.
    pub(super) name: Range<usize>,
    /// What stands between the colon and the semicolon.
    pub(super) members: Range<usize>,
    /// Behind the semicolon, and the white space and comments that follow it.
    pub(super) end: usize,
}

/// Finds groups, and looks up each semicolon once.
#[derive(Clone, Debug)]
pub(super) struct Groups {
    /// In this stretch nothing may end a group but what stands at its end.
    searched: Range<usize>,
    /// Whether something does.
    ends_group: bool,
    reading: Reading,
}

impl Groups {
    pub(super) fn new(reading: Reading) -> Self {
        Self { searched: 0..0, ends_group: false, reading }
    }

    /// The group whose name stands there, before the colon that the tokens are behind.
    pub(super) fn behind_colon(&mut self, name: Range<usize>, tokens: &Tokens<'_>) -> Option<Group> {
        if self.reading == Reading::Typed && !may_name_group(tokens.text(), &name) {
            return None;
        }
        let start = tokens.next_start();
        let semicolon = self.semicolon(tokens)?;
        let mut tokens = tokens.clone();
        tokens.go_to(semicolon.saturating_add(1));
        let end = end_of_group(&mut tokens)?;
        Some(Group { name, members: start..semicolon, end })
    }

    /// Where the first semicolon stands that may end a group. In a header it may be the one of a character reference, if
    /// the grammar has the group end there.
    fn semicolon(&mut self, tokens: &Tokens<'_>) -> Option<usize> {
        let start = tokens.next_start();
        let rest = tokens.text().as_bytes().get(start..).unwrap_or_default();
        if !self.searched.contains(&start) && find_byte(rest, |byte| byte == b';').is_none() {
            (self.ends_group, self.searched) = (false, start..usize::MAX);
        }
        if !self.searched.contains(&start) {
            let found = self.find_semicolon(tokens.clone());
            self.ends_group = found.is_some();
            self.searched = start..found.unwrap_or(usize::MAX);
        }
        self.ends_group.then_some(self.searched.end)
    }

    fn find_semicolon(&self, mut tokens: Tokens<'_>) -> Option<usize> {
        while let Some(token) = tokens.next() {
            let is_end = match token.kind {
                TokenKind::Mark(';') => true,
                TokenKind::Entity => {
                    self.reading == Reading::Header && end_of_group(&mut tokens.clone()).is_some()
                }
                _ => false,
            };
            if is_end {
                return token.span.end.checked_sub(1);
            }
        }
        None
    }
}

/// The group of a single member that the text is, and nothing else.
pub(super) fn sole_group(text: &str, reading: Reading) -> Option<Group> {
    // Behind its semicolon only comments may stand.
    if !text.ends_with([';', ')']) || !text.as_bytes().contains(&b':') {
        return None;
    }
    let mut tokens = Tokens::of(text, reading);
    let name = 0..phrase_end(&mut tokens)?;
    let group = Groups::new(reading).behind_colon(name, &tokens)?;
    (group.end == text.len()).then_some(group)
}

/// Where the colon stands behind the phrase that the text starts with. The tokens go on behind it.
fn phrase_end(tokens: &mut Tokens<'_>) -> Option<usize> {
    let mut has_word = false;
    for token in tokens {
        match token.kind {
            TokenKind::Mark(':') if has_word => return Some(token.span.start),
            kind if is_of_phrase(kind) => has_word |= is_word(kind),
            _ => return None,
        }
    }
    None
}

/// Whether a phrase may hold the token (RFC 5322 3.2.5).
pub(super) fn is_of_phrase(kind: TokenKind) -> bool {
    is_word(kind) || matches!(kind, TokenKind::Space | TokenKind::Comment)
}

/// Whether the token is a word of a phrase, or a part of one.
pub(super) fn is_word(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::QuotedString | TokenKind::Entity | TokenKind::Mark('|'))
}

/// Where the text goes on behind a group, if the group may end there: the text ends, or a comma follows.
fn end_of_group(tokens: &mut Tokens<'_>) -> Option<usize> {
    loop {
        let start = tokens.next_start();
        match tokens.next().map(|token| token.kind) {
            Some(TokenKind::Space | TokenKind::Comment) => {}
            None | Some(TokenKind::Mark(',')) => return Some(start),
            Some(TokenKind::LineBreak) if ends_in_space(tokens) => return Some(start),
            Some(_) => return None,
        }
    }
}

fn ends_in_space(tokens: &Tokens<'_>) -> bool {
    let rest = tokens.text().get(tokens.next_start()..).unwrap_or_default();
    rest.chars().all(is_white_space)
}

/// Whether what stands before a colon may be the name of a group where no header says so: no field's name, no scheme, no
/// word such as `Email`, no time of day, and nothing that may be an address.
fn may_name_group(text: &str, name: &Range<usize>) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let behind = text.get(name.end.saturating_add(1)..).and_then(|rest| rest.chars().next());
    let Some(name) = text.get(name.clone()).map(|name| name.trim_matches(is_white_space)) else {
        return false;
    };
    let is_label = || name.split(is_white_space).next_back().is_some_and(|word| is_label_word(&folded(word)));
    let is_address = || name.contains(is_at_sign) || missing_at::is_address_in_words(name);
    !is_digit(behind) && !is_digit(name.chars().next_back()) && !is_label() && !is_address()
}

#[cfg(test)]
mod tests {
    use super::sole_group;
    use crate::syntax::Reading;

    #[test]
    fn a_text_that_is_a_group() {
        for (text, header, typed) in [
            ("Team: a@b.io, c@d.io;", Some(" a@b.io, c@d.io"), Some(" a@b.io, c@d.io")),
            ("Team:;", Some(""), Some("")),
            ("\"My; Team\" (x:y): a@b.io;", Some(" a@b.io"), Some(" a@b.io")),
            ("Team: \"a;b\"@c.io (d;e); (end)", Some(" \"a;b\"@c.io (d;e)"), Some(" \"a;b\"@c.io (d;e)")),
            ("Team:\r\n a@b.io;", Some("\r\n a@b.io"), Some("\r\n a@b.io")),
            ("Te\r\n am: a@b.io;", Some(" a@b.io"), None),
            ("Team: o&#039;neil@b.io;", Some(" o&#039;neil@b.io"), Some(" o&#039;neil@b.io")),
            ("Team: a@b&amp;", Some(" a@b&amp"), None),
            ("Team: a@b.io; c@d.io", None, None),
            ("Team: a@b.io", None, None),
            ("Team: a@b.io;\r\n", None, None),
            ("Ana (ana@b.io): bob@c.io;", Some(" bob@c.io"), None),
            ("ana\u{FF20}b.io: bob@c.io;", Some(" bob@c.io"), None),
            ("Email: a@b.io;", Some(" a@b.io"), None),
            ("Para: a@b.io;", Some(" a@b.io"), None),
            ("Mi correo: a@b.io;", Some(" a@b.io"), None),
            ("mailto:a@b.io;", Some("a@b.io"), None),
            ("at 10:30;", Some("30"), None),
            (": a@b.io;", None, None),
            ("(x): a@b.io;", None, None),
            ("a@b: c@d.io;", None, None),
        ] {
            let members = |reading| sole_group(text, reading).map(|group| &text[group.members]);
            assert_eq!((members(Reading::Header), members(Reading::Typed)), (header, typed), "{text}");
        }
    }
}
