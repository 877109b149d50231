//! Where the members of a list stand: what its separators part, the members of a group one by one, a name with commas
//! kept with its address.

use alloc::sync::Arc;
use core::ops::Range;

use super::ending::has_existing_ending;
use super::groups::{Group, Groups, is_of_phrase, is_word};
use super::links::Links;
use super::missing_at;
use super::phrase::name_of;
use crate::policy::Policy;
use crate::span::{shifted, span_at, suffix_span};
use crate::syntax::{Reading, Token, TokenKind, Tokens, find_byte, is_separator_beyond_ascii};
use crate::unicode::{is_at_sign, is_white_space};

/// A member of a list.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Where it stands, without white space at its ends.
    pub(super) span: Range<usize>,
    /// The name of the group that it belongs to.
    pub(super) group: Option<Arc<str>>,
    /// How many at-signs stand in it outside quotes, comments and brackets.
    pub(super) at_signs: usize,
}

/// The members of a list, one after the other. Its work is linear: what lies ahead is looked at once.
#[derive(Clone, Debug)]
pub(super) struct Members<'p, 'a> {
    policy: &'p Policy,
    reading: Reading,
    tokens: Tokens<'a>,
    groups: Groups,
    /// The group that is being read.
    group: Option<OpenGroup>,
    /// Where the piece before the one being read ended at a separator of ASCII or a line break.
    stretch_start: usize,
    /// Whether strict takes all from there to the next such: asked where a separator beyond ASCII stands in it.
    is_stretch_whole: Option<bool>,
    links: Links,
    /// Where the next angle bracket stands: without one there is no name.
    bracket: usize,
    /// The pieces before this belong to no name that stands ahead.
    no_name_before: usize,
    is_finished: bool,
}

#[derive(Clone, Debug)]
struct OpenGroup {
    name: Arc<str>,
    /// Where its semicolon stands, and where the list goes on behind it.
    semicolon: usize,
    end: usize,
}

/// What stands between two separators.
#[derive(Clone, Debug, Default)]
struct Piece {
    span: Range<usize>,
    separator: Option<char>,
    /// A word or a quoted string stands in it.
    has_word: bool,
    /// Something else than comments and white space does.
    has_text: bool,
    /// An opening angle bracket does.
    has_bracket: bool,
    /// So many at-signs do, outside what encloses.
    at_signs: usize,
    /// It is the name of a group.
    is_group: bool,
}

impl<'p, 'a> Members<'p, 'a> {
    pub(super) fn of(policy: &'p Policy, list: &'a str) -> Self {
        let reading = policy.grammar.reading();
        Self {
            policy,
            reading,
            tokens: Tokens::of(list, reading),
            groups: Groups::new(reading),
            group: None,
            stretch_start: 0,
            is_stretch_whole: None,
            links: Links::default(),
            bracket: 0,
            no_name_before: 0,
            is_finished: false,
        }
    }

    fn enter_group(&mut self, group: &Group) {
        let name = name_of(self.text(&group.name), self.reading).unwrap_or_default();
        self.group = Some(OpenGroup { name: Arc::from(name), semicolon: group.members.end, end: group.end });
        // What looks like a scheme is the group's name.
        self.links = Links::default();
        self.start_stretch(group.members.start);
    }

    fn leave_group(&mut self) {
        if let Some(group) = self.group.take() {
            self.start_stretch(group.end);
        }
    }

    /// Goes on there, behind a separator of ASCII.
    fn start_stretch(&mut self, start: usize) {
        self.tokens.go_to(start);
        self.stretch_start = start;
        self.is_stretch_whole = None;
    }

    fn text(&self, span: &Range<usize>) -> &'a str {
        self.tokens.text().get(span.clone()).unwrap_or_default()
    }

    /// Where the group ends that is being read, or else the list.
    fn limit(&self) -> usize {
        self.group.as_ref().map_or(self.tokens.text().len(), |group| group.semicolon)
    }

    /// What stands up to the next separator, which goes with it; or the name of a group, which is entered.
    fn piece(&mut self) -> Piece {
        let start = self.tokens.next_start();
        let limit = self.limit();
        let mut piece = Piece { span: start..limit, ..Piece::default() };
        let mut is_phrase = self.group.is_none();
        while let Some(Token { kind, span }) = self.tokens.next() {
            if span.end > limit {
                break;
            }
            if kind == TokenKind::Word && !piece.has_text {
                self.links.start(self.tokens.text(), span.start, limit);
            }
            if let Some(end) = self.links.end_of_query(&span) {
                self.tokens.go_to(end);
                continue;
            }
            if self.is_separator(kind, &span, limit) {
                piece.span.end = span.start;
                piece.separator = self.text(&span).chars().next();
                return piece;
            }
            if kind == TokenKind::Mark(':')
                && is_phrase
                && piece.has_word
                && let Some(group) = self.groups.behind_colon(start..span.start, &self.tokens)
            {
                self.enter_group(&group);
                return Piece { is_group: true, ..piece };
            }
            is_phrase &= is_of_phrase(kind);
            piece.has_word |= is_word(kind);
            piece.has_text |= !matches!(kind, TokenKind::Space | TokenKind::Comment);
            piece.has_bracket |= matches!(kind, TokenKind::Bracketed | TokenKind::Mark('<'));
            piece.at_signs = piece.at_signs.saturating_add(usize::from(kind == TokenKind::Mark('@')));
        }
        if self.group.is_some() {
            self.leave_group();
        } else {
            self.is_finished = true;
        }
        piece
    }

    fn is_separator(&mut self, kind: TokenKind, span: &Range<usize>, limit: usize) -> bool {
        match kind {
            TokenKind::LineBreak | TokenKind::Mark(',' | ';') => {
                self.stretch_start = span.end;
                self.is_stretch_whole = None;
                true
            }
            TokenKind::Mark(c) if is_separator_beyond_ascii(c) => !self.is_whole_stretch(limit),
            _ => false,
        }
    }

    /// Whether strict takes all that stands up to the next separator of ASCII: then one beyond ASCII parts nothing in it.
    fn is_whole_stretch(&mut self, limit: usize) -> bool {
        if let Some(is_whole) = self.is_stretch_whole {
            return is_whole;
        }
        let mut ahead = self.tokens.clone();
        let is_end = |token: &Token| {
            token.span.end > limit || matches!(token.kind, TokenKind::LineBreak | TokenKind::Mark(',' | ';'))
        };
        let end = ahead.find(is_end).map_or(limit, |token| token.span.start.min(limit));
        let text = self.text(&(self.stretch_start..end)).trim_matches(is_white_space);
        let is_whole = self.policy.is_valid(text);
        self.is_stretch_whole = Some(is_whole);
        is_whole
    }

    /// The piece with those behind it that a comma parts from it and that make up a name: `Pérez, Ana <a@b>`.
    fn with_name(&mut self, piece: Piece) -> Piece {
        if piece.span.start < self.no_name_before || !self.has_bracket_ahead() || !self.may_be_name(&piece) {
            return piece;
        }
        let mut ahead = self.clone();
        loop {
            let start = ahead.tokens.next_start();
            let is_list_end = ahead.is_finished || self.group.is_some() != ahead.group.is_some();
            if is_list_end {
                self.no_name_before = start;
                return piece;
            }
            let next = ahead.piece();
            if next.has_bracket && !next.is_group {
                *self = ahead;
                return Piece { span: piece.span.start..next.span.end, ..next };
            }
            if next.is_group || !self.may_be_name(&next) {
                self.no_name_before = next.span.start;
                return piece;
            }
        }
    }

    fn has_bracket_ahead(&mut self) -> bool {
        let start = self.tokens.next_start();
        if self.bracket < start {
            let rest = self.tokens.text().as_bytes().get(start..).unwrap_or_default();
            let bracket = find_byte(rest, |byte| byte == b'<');
            self.bracket = bracket.map_or(usize::MAX, |bracket| start.saturating_add(bracket));
        }
        self.bracket < self.limit()
    }

    /// Whether the piece is words alone, and a comma follows it.
    fn may_be_name(&self, piece: &Piece) -> bool {
        let is_comma =
            piece.separator.is_some_and(|c| matches!(c, ',' | '\u{3001}' | '\u{FF0C}' | '\u{60C}'));
        is_comma
            && piece.has_word
            && !piece.has_bracket
            && piece.at_signs == 0
            && is_words_alone(self.text(&piece.span))
    }

    /// Where the piece stands, without white space at its ends and without the query of a link that began before it.
    fn trimmed(&self, span: &Range<usize>) -> Range<usize> {
        let span = &self.links.without_query(self.tokens.text(), span);
        let text = self.text(span);
        let start = suffix_span(text, text.trim_start_matches(is_white_space)).start;
        shifted(&span_at(start, text.trim_matches(is_white_space).len()), span.start)
    }
}

impl Iterator for Members<'_, '_> {
    type Item = Member;

    fn next(&mut self) -> Option<Member> {
        while !self.is_finished {
            let group = self.group.as_ref().map(|group| group.name.clone());
            let piece = self.piece();
            if piece.is_group {
                continue;
            }
            let piece = self.with_name(piece);
            let span = self.trimmed(&piece.span);
            // In a header a comment alone is no member (`obs-addr-list`, RFC 5322 4.4).
            if !span.is_empty() && (piece.has_text || self.reading == Reading::Typed) {
                return Some(Member { span, group, at_signs: piece.at_signs });
            }
        }
        None
    }
}

/// Whether the text is words that may belong to a name: no address that is broken or written in words.
fn is_words_alone(text: &str) -> bool {
    !text.contains(is_at_sign) && !missing_at::is_address_in_words(text) && !is_dotted_name(text)
}

/// Whether the text is a single token in small letters with a dot and an ending that exists, as `ana.example.com` is and
/// `Amazon.com` is not.
fn is_dotted_name(text: &str) -> bool {
    let token = text.trim_matches(is_white_space);
    token.contains('.')
        && !token.contains(|c: char| is_white_space(c) || c.is_uppercase())
        && has_existing_ending(token)
}
