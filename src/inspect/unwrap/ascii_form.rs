//! What a browser does before it looks: under a grammar of ASCII alone a domain beyond it becomes its A-labels, and
//! needless quotes go.

use alloc::vec::Vec;
use core::ops::Range;

use crate::finding::{Detail, Edit, Finding, FindingKind, Fix};
use crate::inspect::compatibility::is_compatibility_character;
use crate::inspect::draft::Draft;
use crate::normalize::{DomainName, LocalPart};
use crate::policy::Policy;
use crate::span::{char_span, shifted, span_at, suffix_span};
use crate::syntax::{INPUT_MAX, quoted_local_part};

impl Draft {
    /// Whether one of the two was done, and has to be looked at again.
    pub(super) fn write_in_ascii(&mut self, policy: &Policy) -> bool {
        !policy.grammar.has_utf8()
            && !policy.grammar.has_cfws()
            && (self.drop_quotes(policy) || self.write_a_labels().is_some())
    }

    /// `"ana"@` is `ana@`.
    fn drop_quotes(&mut self, policy: &Policy) -> bool {
        let left = self.left();
        let Some(length) = quoted_local_part(left).filter(|_| !policy.grammar.has_quoted_string()) else {
            return false;
        };
        let quoted = left.get(..length).unwrap_or_default();
        let needs_quotes = length == "\"\"".len()
            || LocalPart::new(quoted)
                .content()
                .any(|c| c != '.' && !crate::syntax::is_atext(c, policy.grammar));
        if needs_quotes {
            return false;
        }
        let span = self.source_of_left(&(0..length));
        let marks: Vec<usize> = quoting(quoted).collect();
        let edits = marks.iter().map(|at| Edit::delete(self.source_of_left(&span_at(*at, 1)))).collect();
        let kept = left.char_indices().filter(|(at, _)| marks.binary_search(at).is_err());
        let text = self.copied(kept.map(|(at, c)| (c, char_span(at, c))));
        self.findings.push(Finding::note(FindingKind::RedundantQuotes, span).with_fix(Fix::automatic(edits)));
        self.replace(text);
        true
    }

    /// `münchen.de` is `xn--mnchen-3ya.de`.
    fn write_a_labels(&mut self) -> Option<()> {
        let left = self.left();
        let (_, written) = left.rsplit_once('@')?;
        let start = suffix_span(left, written).start;
        if written.is_ascii() {
            return None;
        }
        let name = DomainName::parse(written).ok()?;
        let labels: Vec<Range<usize>> = labels(written, start).collect();
        if labels.len() != name.as_str().split('.').count() {
            return None;
        }
        let mut text = self.copied(
            left.char_indices().take_while(|(at, _)| *at < start).map(|(at, c)| (c, char_span(at, c))),
        );
        let mut edits = Vec::new();
        let mut removed = Vec::new();
        let mut compatible = Vec::new();
        for (label, a_label) in labels.iter().zip(name.as_str().split('.')) {
            let source = self.source_of_left(label);
            if label.start > start {
                text.push('.', self.source_of_left(&(label.start.saturating_sub(1)..label.start)));
            }
            for c in a_label.chars() {
                text.push(c, source.clone());
            }
            let written = left.get(label.clone()).unwrap_or_default();
            if !written.is_ascii() {
                compatible.extend(
                    written
                        .char_indices()
                        .filter(|(_, c)| is_compatibility_character(*c))
                        .map(|(at, c)| (self.source_of_left(&shifted(&char_span(at, c), label.start)), c)),
                );
                edits.push(Edit::new(source.clone(), a_label));
                removed.push(source);
            }
        }
        if text.len() > INPUT_MAX {
            // Nobody would read what it becomes.
            return None;
        }
        let span = self.source_of_left(&(start..left.len()));
        self.findings.push(Finding::note(FindingKind::Idn, span).with_fix(Fix::automatic(edits)));
        self.findings.extend(compatible.into_iter().map(|(source, c)| {
            Finding::warning(FindingKind::CompatibilityCharacter, source).with_detail(Detail::Char(c))
        }));
        self.removed.extend(removed);
        self.replace(text);
        Some(())
    }
}

/// Where the quotes of a quoted string stand, and the backslashes of its pairs.
fn quoting(quoted: &str) -> impl Iterator<Item = usize> + '_ {
    let last = quoted.len().saturating_sub(1);
    let mut is_escaped = false;
    quoted.bytes().enumerate().filter_map(move |(at, byte)| {
        let is_backslash = byte == b'\\' && !is_escaped;
        is_escaped = is_backslash;
        (is_backslash || at == 0 || at == last).then_some(at)
    })
}

/// Where the labels of a domain stand, counted from `start` on.
fn labels(domain: &str, start: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = start;
    domain.split('.').map(move |label| {
        let range = span_at(at, label.len());
        at = range.end.saturating_add(1);
        range
    })
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::policy::Policy;

    /// `html` has no size for a local part: what the A-labels make of an address has to be read again.
    #[test]
    fn an_address_that_a_labels_make_too_long_to_read_is_none() {
        for (octets, is_some) in [(4096, true), (4097, false)] {
            let input = format!("{}@\u{E9}.com", "a".repeat(octets - "@xn--9ca.com".len()));
            assert_eq!(Policy::html().inspect(&input).address().is_some(), is_some, "{octets}");
        }
    }
}
