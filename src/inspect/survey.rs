//! The first stage: one pass over the characters. It writes the text as it would be without what nobody sees, with
//! full-width forms as the ordinary characters, and notes each character that it changed or that may not stand.

use alloc::vec::Vec;
use core::ops::Range;

use icu_properties::CodePointSetData;
use icu_properties::props::{EmojiModifier, ExtendedPictographic};

use super::comments::between_comments;
use super::folds::bare_folds;
use super::scheme::is_link;
use super::traced::Traced;
use crate::finding::FindingKind;
use crate::normalize::nfc_is_ascii;
use crate::span::{char_span, suffix_span};
use crate::syntax::{Parts, Reading};
use crate::unicode::{CharClass, Form, Lookalike, classify, form, is_joiner_in_context, lookalike};

/// What the survey gives to the next stage.
#[derive(Debug, Default)]
pub(super) struct Survey {
    pub(super) text: Traced,
    pub(super) marks: Vec<Mark>,
    in_emoji: bool,
    in_domain: bool,
    /// What only looks like a special stands for itself.
    keeps_specials: bool,
    /// So does every ordinary character.
    in_comment: bool,
    /// Where the line feeds stand that are folds of a header.
    folds: Vec<usize>,
}

/// A character that was changed, left out, or noted.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    pub(super) c: char,
    /// Where it stands in the input.
    pub(super) source: Range<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Left out: unseen. In an emoji sequence it changes what is seen.
    Unseen { kind: FindingKind, in_emoji: bool },
    /// Left out: U+202E.
    Override,
    /// Left out so that the rest can be judged, and never repaired.
    Refused(FindingKind),
    /// Put in as the ordinary character that the form stands for.
    Form(char),
    /// Put in as the special, or the white space, that the form stands for.
    SpecialForm(char),
    /// Put in as the ASCII that NFC makes of it.
    NfcAscii(char),
    /// Put in as a space, which it is not.
    Space,
    /// Left out: a fold of a header, whose white space stays.
    Fold,
    /// An at-sign or a dot that was put in as ASCII, or a lookalike that was left as it is.
    Lookalike(Lookalike),
}

/// `accepted` are the parts of an input that the policy takes as it is: then no special is put in for what only looks
/// like one, and a comment is text.
pub(super) fn survey(input: &str, reading: Reading, accepted: Option<&Parts>) -> Survey {
    let mut survey = Survey {
        keeps_specials: accepted.is_some(),
        folds: if accepted.is_some() { Vec::new() } else { bare_folds(input, reading) },
        ..Survey::with_capacity(input.len())
    };
    let at = match accepted {
        Some(parts) => parts.at,
        // In ASCII nothing depends on it.
        None if input.is_ascii() => None,
        None => at_sign(input, reading),
    };
    let mut rest = input;
    while let Some(odd) = rest.bytes().position(|byte| !is_plain(char::from(byte))) {
        let (plain, from_odd) = rest.split_at_checked(odd).unwrap_or_default();
        survey.place_plain(plain, suffix_span(input, rest).start);
        let Some(c) = from_odd.chars().next() else { break };
        let start = suffix_span(input, from_odd).start;
        let source = char_span(start, c);
        rest = from_odd.get(c.len_utf8()..).unwrap_or_default();
        // The dots of a domain, or of a text that has no at-sign.
        survey.in_domain = at.is_none_or(|at| start > at);
        survey.in_comment =
            accepted.is_some_and(|parts| !parts.local.contains(&start) && !parts.domain.contains(&start));
        survey.place(c, source, rest);
    }
    survey.place_plain(rest, suffix_span(input, rest).start);
    survey
}

/// The at-sign of the address, or what looks like one: the last outside comments at the ends and the query of a link.
fn at_sign(input: &str, reading: Reading) -> Option<usize> {
    let between = between_comments(input, reading);
    let address = input.get(between.clone()).unwrap_or_default();
    let mut links = address.match_indices(':').filter_map(|(colon, _)| {
        let start = colon.checked_sub("mailto".len())?;
        address.get(start..).filter(|link| is_link(link))
    });
    let query =
        links.next().and_then(|link| Some(suffix_span(address, link).start.saturating_add(link.find('?')?)));
    let end = query.unwrap_or(address.len());
    let at = address.get(..end)?.rfind(|c| c == '@' || lookalike(c) == Some(Lookalike::At))?;
    Some(between.start.saturating_add(at))
}

/// Whether the survey of an input that the policy takes as it is would change and note nothing.
pub(super) fn is_unmarked(input: &str) -> bool {
    input.chars().all(|c| {
        is_plain(c)
            || classify(c) == CharClass::Ordinary
                && lookalike(c).is_none()
                && form(c).is_none()
                && !nfc_is_ascii(c)
    })
}

impl Survey {
    pub(super) fn with_capacity(octets: usize) -> Self {
        Self { text: Traced::with_capacity(octets), ..Self::default() }
    }

    /// A run of printable ASCII, which stands for itself.
    fn place_plain(&mut self, run: &str, start: usize) {
        self.in_emoji &= run.is_empty();
        self.text.push_ascii(run, start);
    }

    /// One character that stands for `source`; `after` follows it.
    pub(super) fn place(&mut self, c: char, source: Range<usize>, after: &str) {
        if is_plain(c) {
            self.in_emoji = false;
            self.text.push(c, source);
            return;
        }
        match classify(c) {
            CharClass::Space => {
                self.mark(MarkKind::Space, c, source.clone());
                self.text.push(' ', source);
            }
            CharClass::LineBreak if self.folds.binary_search(&source.start).is_ok() => {
                self.mark(MarkKind::Fold, c, source);
            }
            CharClass::LineBreak => self.text.push(if matches!(c, '\r' | '\n') { c } else { '\n' }, source),
            CharClass::Joiner if is_joiner_in_context(self.text.as_str(), c, after) => {
                self.text.push(c, source)
            }
            CharClass::BidiOverride => self.mark(MarkKind::Override, c, source),
            CharClass::Invisible | CharClass::Joiner => {
                let kind = FindingKind::InvisibleCharacter;
                let in_emoji = self.in_emoji || self.is_in_keycap(c, source.start, after);
                self.mark(MarkKind::Unseen { kind, in_emoji }, c, source);
            }
            CharClass::BidiControl => {
                let kind = FindingKind::BidiControl;
                self.mark(MarkKind::Unseen { kind, in_emoji: false }, c, source);
            }
            CharClass::Ordinary => self.ordinary(c, source),
            class => {
                let kind = class.finding().unwrap_or(FindingKind::InvalidCharacter);
                self.mark(MarkKind::Refused(kind), c, source);
                // Of a quoted pair no backslash is left, which would take the next character its meaning.
                self.text.drop_backslash();
            }
        }
        self.follow_emoji(c);
    }

    /// Variation selectors, joiners and modifiers continue an emoji; what else is not one ends it.
    fn follow_emoji(&mut self, c: char) {
        let continues = matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{200D}')
            || CodePointSetData::new::<EmojiModifier>().contains(c);
        if !continues {
            self.in_emoji = CodePointSetData::new::<ExtendedPictographic>().contains(c);
        }
    }

    /// Whether the character stands in a keycap: `1`, U+FE0F, U+20E3 (UTS #51 ED-14c).
    fn is_in_keycap(&self, c: char, start: usize, after: &str) -> bool {
        let is_base = |c: char| c.is_ascii_digit() || matches!(c, '#' | '*');
        let end = self.text.len();
        c == '\u{FE0F}'
            && after.starts_with('\u{20E3}')
            && self.text.as_str().ends_with(is_base)
            && self.text.source(&(end..end)).start == start
    }

    fn ordinary(&mut self, c: char, source: Range<usize>) {
        let stands_for_special = lookalike(c) == Some(Lookalike::At)
            || matches!(form(c), Some(Form::Special(_))) && lookalike(c).is_none();
        if self.in_comment || self.keeps_specials && stands_for_special {
            self.text.push(c, source);
            return;
        }
        if let Some(kind) = lookalike(c) {
            let plain = match kind {
                Lookalike::At => Some('@'),
                Lookalike::Dot if self.in_domain => Some('.'),
                _ => None,
            };
            self.mark(MarkKind::Lookalike(kind), c, source.clone());
            self.text.push(plain.unwrap_or(c), source);
        } else if let Some(form) = form(c) {
            let (kind, plain) = match form {
                Form::Ordinary(plain) => (MarkKind::Form(plain), plain),
                Form::Special(plain) => (MarkKind::SpecialForm(plain), plain),
            };
            self.mark(kind, c, source.clone());
            self.text.push(plain, source);
        } else if c == '\u{37E}' {
            // It would be a semicolon: an address could be injected.
            self.mark(MarkKind::Refused(FindingKind::CompatibilityCharacter), c, source);
        } else if nfc_is_ascii(c) {
            // IDNA maps it to the small letter.
            let plain = if c != '\u{212A}' {
                '`'
            } else if self.in_domain {
                'k'
            } else {
                'K'
            };
            self.mark(MarkKind::NfcAscii(plain), c, source.clone());
            self.text.push(plain, source);
        } else {
            self.text.push(c, source);
        }
    }

    pub(super) fn mark(&mut self, kind: MarkKind, c: char, source: Range<usize>) {
        self.marks.push(Mark { kind, c, source });
    }
}

/// Printable ASCII.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~')
}

#[cfg(test)]
mod tests {
    use super::is_unmarked;

    #[test]
    fn letters_need_no_survey() {
        for input in ["ana@example.com", "мария@пример.рф", "山田taro@例え.jp"] {
            assert!(is_unmarked(input), "{input}");
        }
        for input in ["ana\u{200B}@example.com", "ａna@example.com", "ana\u{2010}b@example.com", "ana\t"] {
            assert!(!is_unmarked(input), "{input:?}");
        }
    }
}
