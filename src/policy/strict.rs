//! The strict door: grammar, then characters, then what the policy takes, then the normal form and its sizes.

use alloc::vec::Vec;
use core::ops::Range;

use super::{Policy, dot_string};
use crate::address::EmailAddress;
use crate::finding::{FindingKind, ParseError, Part};
use crate::normalize::{DomainFault, DomainName, LocalPart, nfc_is_ascii};
use crate::span::{char_span, shifted};
use crate::syntax::{
    ADDRESS_MAX, Domain, Fault, Grammar, INPUT_MAX, LOCAL_PART_MAX, Parts, Scan, is_quoted, oversize, parse,
    parse_literal, scan, space_kind,
};
use crate::unicode::{CharClass, classify, form, is_joiner_in_context, is_white_space};

/// What a strict parse has accepted: the parts, ready to be written in their normal form.
#[derive(Debug)]
pub(crate) struct Strict<'a> {
    parts: Parts,
    local: LocalPart<'a>,
    domain: DomainName<'a>,
}

impl Strict<'_> {
    /// Where they stand in the text.
    pub(crate) fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The domain in its normal form.
    pub(crate) fn domain_text(&self) -> &str {
        self.domain.as_str()
    }

    pub(crate) fn address(&self) -> EmailAddress {
        EmailAddress::from_parts(&self.local, &self.domain)
    }
}

impl Policy {
    /// The common case, which every policy accepts that takes the domain: an ASCII dot-string at a host name.
    #[inline(always)]
    pub(crate) fn scan(&self, input: &str) -> Option<Scan> {
        let scanned = scan(input)?;
        if self.takes_every_domain() {
            return Some(scanned);
        }
        let domain = Domain::Name(input.get(Parts::around(scanned.at(), input.len()).domain)?);
        self.refusal_of(&domain).is_none().then_some(scanned)
    }

    /// Every other case, where nobody asks why it is refused. Nothing is allocated.
    pub(crate) fn accept<'a>(&self, input: &'a str) -> Option<Strict<'a>> {
        if input.len() <= INPUT_MAX && self.grammar == Grammar::Rfc6531 && can_only_be_dot_string(input) {
            return self.normalise(input, dot_string::parts(input)?).ok();
        }
        self.read(input).ok()
    }

    /// The same, with the reason.
    pub(crate) fn read<'a>(&self, input: &'a str) -> Result<Strict<'a>, ParseError> {
        if input.len() > INPUT_MAX {
            return Err(ParseError::new(FindingKind::InputTooLong, 0..input.len(), None, Part::Address));
        }
        let beyond_ascii = if self.grammar.has_utf8() { dot_string::parts(input) } else { None };
        let parts = match beyond_ascii {
            Some(parts) => parts,
            None => parts_with_care(input, self.grammar)?,
        };
        self.normalise(input, parts)
    }

    /// What the common case does not cover.
    #[cold]
    #[inline(never)]
    pub(super) fn is_valid_with_care(&self, input: &str) -> bool {
        self.accept(input).is_some()
    }

    /// Where the domain matters too. A scan tells more than whether there is one, so it is kept out of the way.
    #[inline(never)]
    pub(super) fn is_valid_within_sets(&self, input: &str) -> bool {
        self.scan(input).is_some() || self.is_valid_with_care(input)
    }

    #[inline]
    fn normalise<'a>(&self, input: &'a str, parts: Parts) -> Result<Strict<'a>, ParseError> {
        let local = self.normal_local_part(input, &parts)?;
        let mut strict = Strict { parts, local, domain: DomainName::empty() };
        self.fill_domain(&mut strict.domain, input, &strict.parts)?;
        self.check_sizes(input, &strict.parts, &strict.local, &strict.domain)?;
        Ok(strict)
    }

    /// Everything that the policy refuses in parts that the grammar takes: at most one error for each part that is
    /// sound so far, and one for the size of the whole. And the normal form of a sound domain that it takes.
    pub(crate) fn refusals<'a>(
        &self,
        input: &'a str,
        parts: &Parts,
        is_local_sound: bool,
        is_domain_sound: bool,
    ) -> (Vec<ParseError>, Option<DomainName<'a>>) {
        let mut errors = Vec::new();
        let mut refused = |error| errors.push(error);
        let local = if is_local_sound {
            self.normal_local_part(input, parts).map_err(&mut refused).ok()
        } else {
            None
        };
        let mut domain = DomainName::empty();
        if !is_domain_sound || self.fill_domain(&mut domain, input, parts).map_err(&mut refused).is_err() {
            return (errors, None);
        }
        if let Some(local) = local
            && let Err(error) = self.check_sizes(input, parts, &local, &domain)
        {
            errors.push(error);
        }
        (errors, Some(domain))
    }

    fn fill_name<'a>(&self, name: &mut DomainName<'a>, written: &'a str) -> Result<(), DomainFault> {
        if self.grammar == Grammar::Html {
            *name = DomainName::of_browser(written);
            return Ok(());
        }
        name.fill(written)
    }

    fn normal_local_part<'a>(&self, input: &'a str, parts: &Parts) -> Result<LocalPart<'a>, ParseError> {
        let written = input.get(parts.local.clone()).unwrap_or_default();
        let local = LocalPart::new(written);
        if local.needs_quotes() && !self.quoted_local_part {
            return Err(error(input, FindingKind::QuotedLocalPart, parts.local.clone(), Part::LocalPart));
        }
        if !self.smtputf8 && !local.is_ascii() {
            return Err(error(input, FindingKind::Smtputf8, beyond_ascii(written, parts), Part::LocalPart));
        }
        if self.grammar != Grammar::Html && !self.long_local_part && local.octets() > LOCAL_PART_MAX {
            return Err(error(input, FindingKind::LocalPartTooLong, parts.local.clone(), Part::LocalPart));
        }
        Ok(local)
    }

    fn fill_domain<'a>(
        &self,
        domain: &mut DomainName<'a>,
        input: &'a str,
        parts: &Parts,
    ) -> Result<(), ParseError> {
        let written = input.get(parts.domain.clone()).unwrap_or_default();
        let refuse = |kind| error(input, kind, parts.domain.clone(), Part::Domain);
        let moved = |fault: DomainFault| {
            error(input, fault.kind, shifted(&fault.span, parts.domain.start), Part::Domain)
        };
        if parts.is_literal {
            if !self.address_literal {
                return Err(refuse(FindingKind::AddressLiteral));
            }
            let literal = parse_literal(written).ok_or_else(|| refuse(FindingKind::InvalidLiteral))?;
            domain.fill_literal(&literal, written).map_err(moved)?;
        } else {
            self.fill_name(domain, written).map_err(moved)?;
        }
        if !parts.is_literal && !self.single_label_domain && !domain.has_dot() {
            return Err(refuse(FindingKind::SingleLabelDomain));
        }
        if self.takes_every_domain() {
            return Ok(());
        }
        match self.refusal_of(&parse_literal(domain.as_str()).unwrap_or(Domain::Name(domain.as_str()))) {
            Some(kind) => Err(refuse(kind)),
            None => Ok(()),
        }
    }

    /// The size of the whole in its normal form (RFC 5321 4.5.3.1.3), under `html` that of each label.
    #[inline]
    fn check_sizes(
        &self,
        input: &str,
        parts: &Parts,
        local: &LocalPart<'_>,
        domain: &DomainName<'_>,
    ) -> Result<(), ParseError> {
        if self.grammar == Grammar::Html {
            return match oversize(input, parts, self.grammar) {
                Some(fault) => Err(fault.into()),
                None => Ok(()),
            };
        }
        if local.octets().saturating_add("@".len()).saturating_add(domain.octets()) > ADDRESS_MAX {
            let span = parts.local.start..parts.domain.end;
            return Err(error(input, FindingKind::AddressTooLong, span, Part::Address));
        }
        Ok(())
    }
}

/// Without a quoted string, a literal, or a joiner, which its context decides about: then RFC 6531 takes a `Dot-string` at a
/// `Domain` and nothing else.
fn can_only_be_dot_string(input: &str) -> bool {
    let mut is_ascii = true;
    let is_unquoted = input.bytes().all(|byte| {
        is_ascii &= byte.is_ascii();
        !matches!(byte, b'"' | b'[')
    });
    is_unquoted && (is_ascii || !input.contains(['\u{200C}', '\u{200D}']))
}

/// The parts of an input that the grammar takes and that holds nothing unwanted.
pub(super) fn parts_with_care(input: &str, grammar: Grammar) -> Result<Parts, ParseError> {
    let mut first: Option<Fault> = None;
    let parts = parse(input, grammar, &mut first);
    let unwanted = first_unwanted(input, parts.as_ref(), first.as_ref());
    match (parts, unwanted.or(first)) {
        (Some(parts), None) => Ok(parts),
        (_, Some(fault)) => Err(fault.into()),
        // A parser stops only after a report.
        (None, None) => Err(error(input, FindingKind::Empty, 0..0, Part::Address)),
    }
}

fn error(input: &str, kind: FindingKind, span: Range<usize>, part: Part) -> ParseError {
    let found = input.get(span.start..).and_then(|rest| rest.chars().next());
    ParseError::new(kind, span, found, part)
}

/// The first character of the local part beyond ASCII.
fn beyond_ascii(local: &str, parts: &Parts) -> Range<usize> {
    local
        .char_indices()
        .find(|(_, c)| !c.is_ascii())
        .map_or(parts.local.clone(), |(at, c)| shifted(&char_span(at, c), parts.local.start))
}

/// The first character beyond ASCII that no address may hold, if it stands before or at the fault of the grammar.
fn first_unwanted(input: &str, parts: Option<&Parts>, fault: Option<&Fault>) -> Option<Fault> {
    if input.is_ascii() || fault.is_some_and(|fault| fault.kind == FindingKind::Empty) {
        return None;
    }
    let last = fault.map_or(input.len(), |fault| fault.span.start);
    let at = parts.and_then(|parts| parts.at).or_else(|| input.find('@')).unwrap_or(input.len());
    let local = parts.map_or(0..at, |parts| parts.local.clone());
    let domain = parts.map_or(at..input.len(), |parts| parts.domain.clone());
    for (start, c) in
        input.char_indices().take_while(|(start, _)| *start <= last).filter(|(_, c)| !c.is_ascii())
    {
        let in_local = local.contains(&start);
        let Some(kind) = unwanted_kind(input, start, c, in_local, domain.contains(&start)) else {
            continue;
        };
        let span = char_span(start, c);
        let span = if is_white_space(c) { white_space_run(input, span) } else { span };
        let kind = kind.unwrap_or_else(|| space_kind(input, &span));
        let part = match (in_local, domain.contains(&start)) {
            (true, _) if input.get(local.clone()).is_some_and(is_quoted) => Part::QuotedString,
            (true, _) => Part::LocalPart,
            (_, true) => Part::Domain,
            _ => Part::Comment,
        };
        let found = input.get(span.start..).and_then(|rest| rest.chars().next());
        return Some(Fault { kind, span, found, part });
    }
    None
}

/// What is wrong with a character beyond ASCII at `start`: `Some(None)` is white space, whose kind depends on where
/// it stands.
fn unwanted_kind(
    input: &str,
    start: usize,
    c: char,
    in_local: bool,
    in_domain: bool,
) -> Option<Option<FindingKind>> {
    match classify(c) {
        CharClass::Joiner => {
            let (before, rest) = input.split_at_checked(start)?;
            let after = rest.get(c.len_utf8()..)?;
            (!is_joiner_in_context(before, c, after)).then_some(Some(FindingKind::InvisibleCharacter))
        }
        CharClass::LineBreak => Some(None),
        // In a comment it is text.
        CharClass::Space if in_local || in_domain => Some(None),
        CharClass::Ordinary if in_local && form(c).is_some() => Some(Some(FindingKind::FullWidthForm)),
        CharClass::Ordinary if in_local && nfc_is_ascii(c) => Some(Some(FindingKind::CompatibilityCharacter)),
        class => class.finding().map(Some),
    }
}

/// The maximal run of white space around `span`.
fn white_space_run(input: &str, span: Range<usize>) -> Range<usize> {
    let before = input.get(..span.start).unwrap_or_default();
    let after = input.get(span.end..).unwrap_or_default();
    let start = before.trim_end_matches(is_white_space).len();
    let end = input.len().saturating_sub(after.trim_start_matches(is_white_space).len());
    start..end
}

#[cfg(test)]
mod tests {
    use super::Policy;
    use crate::syntax::every_text;

    /// Every text of up to five characters that stand for the classes.
    #[test]
    fn what_is_refused_without_a_reason_is_refused_with_one() {
        const ASCII: [char; 9] = ['a', '1', '-', '.', '@', '"', '[', ' ', 'é'];
        const BEYOND: [char; 9] =
            ['a', '.', '@', '\u{94D}', '\u{200D}', '\u{FF41}', '\u{3002}', '\u{A0}', '\u{212A}'];
        let texts = [every_text(&ASCII, 5), every_text(&BEYOND, 5)].concat();
        for policy in
            [Policy::form().single_label_domain(true), Policy::smtp(), Policy::header(), Policy::html()]
        {
            for text in &texts {
                let with_reason = policy.read(text).map(|strict| strict.address()).ok();
                let without = policy.accept(text).map(|strict| strict.address());
                assert_eq!(without, with_reason, "{text}");
            }
        }
    }
}
