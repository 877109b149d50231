//! An inspection drawn for a person: the input, a caret line and a sentence for each finding, as compilers show errors.

use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Write};
use core::ops::Range;

use super::{Inspection, Verdict};
use crate::finding::{Finding, Language, did_you_mean};
use crate::unicode::{is_right_to_left, visible, width};

/// Longer inputs are shown up to here, in bytes.
const SHOWN_MAX: usize = 400;

impl Inspection<'_> {
    /// The whole inspection for a person to read, in lines: the verdict, the input with its unseen characters made
    /// visible, a caret line and a sentence under each finding, the suggestion.
    ///
    /// It is safe on a terminal: no control and no bidi control of the input is left in it. `Display` is this in
    /// English.
    ///
    /// ```
    /// use normail::{Language, inspect};
    ///
    /// let report = inspect("ana@gmial.com ").report(Language::English).to_string();
    /// assert_eq!(
    ///     report,
    ///     "\
    /// Doubtful: ana@gmial.com
    ///   |
    ///   | ana@gmial.com⟨U+0020⟩
    ///   |     ^^^^^^^^^ domain-typo: A domain that may be mistyped: did you mean \"gmail.com\"?
    ///   |              ^^^^^^^^ trailing-space: A space after the address was removed.
    ///   |
    ///   = Did you mean ana@gmail.com?
    /// ",
    /// );
    /// ```
    pub fn report(&self, language: Language) -> impl fmt::Display + '_ {
        Report { inspection: self, language }
    }
}

impl fmt::Display for Inspection<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.report(Language::English).fmt(f)
    }
}

struct Report<'a> {
    inspection: &'a Inspection<'a>,
    language: Language,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = verdict_word(self.inspection.verdict(), self.language);
        match self.inspection.address() {
            Some(address) => writeln!(f, "{verdict}: {}", visible(&address.to_unicode()))?,
            None => writeln!(f, "{verdict}")?,
        }
        let input = shown(self.inspection.input());
        writeln!(f, "  |")?;
        if input.chars().any(is_right_to_left) {
            // A terminal may turn it around, so the carets stand under its code points.
            writeln!(f, "  | {}", visible(input))?;
        }
        writeln!(
            f,
            "  | {}{}",
            Drawing::of(input),
            if input.len() < self.inspection.input().len() { "…" } else { "" }
        )?;
        for finding in self.inspection.findings() {
            self.finding(f, input, finding)?;
        }
        if let Some(suggestion) = self.inspection.suggestion() {
            let suggestion = suggestion.to_unicode();
            let meant = visible(&suggestion).to_string();
            writeln!(f, "  |\n  = {}", did_you_mean(&meant, self.language))?;
        }
        Ok(())
    }
}

impl Report<'_> {
    fn finding(&self, f: &mut fmt::Formatter<'_>, input: &str, finding: &Finding) -> fmt::Result {
        let span = clamped(input, &finding.span());
        let drawing = Drawing::of(input);
        let indent = drawing.columns(&(0..span.start));
        let length = drawing.columns(&span).max(1);
        write!(f, "  | {:indent$}", "")?;
        for _ in 0..length {
            f.write_char('^')?;
        }
        writeln!(f, " {}: {}", finding.code(), finding.message(self.language))
    }
}

fn verdict_word(verdict: Verdict, language: Language) -> &'static str {
    match (language, verdict) {
        (Language::English, Verdict::Clean) => "Clean",
        (Language::English, Verdict::Repaired) => "Repaired",
        (Language::English, Verdict::Doubtful) => "Doubtful",
        (Language::English, Verdict::Rejected) => "Rejected",
        (Language::Spanish, Verdict::Clean) => "Correcta",
        (Language::Spanish, Verdict::Repaired) => "Corregida",
        (Language::Spanish, Verdict::Doubtful) => "Dudosa",
        (Language::Spanish, Verdict::Rejected) => "Rechazada",
    }
}

/// The start of the input that is shown, on a char boundary.
fn shown(input: &str) -> &str {
    let end = (0..=SHOWN_MAX.min(input.len())).rev().find(|end| input.is_char_boundary(*end)).unwrap_or(0);
    input.get(..end).unwrap_or_default()
}

fn clamped(input: &str, span: &Range<usize>) -> Range<usize> {
    span.start.min(input.len())..span.end.min(input.len())
}

/// The text as it is drawn: outer spaces, unseen and right-to-left characters by their code points.
struct Drawing<'a> {
    text: &'a str,
    /// Where the text without its outer spaces stands.
    inner: Range<usize>,
}

impl<'a> Drawing<'a> {
    fn of(text: &'a str) -> Self {
        let start = text.len() - text.trim_start_matches(' ').len();
        Self { text, inner: start..text.trim_end_matches(' ').len() }
    }

    /// What is drawn for each character, and where that stands.
    fn pieces(&self) -> impl Iterator<Item = (usize, String)> + '_ {
        self.text.char_indices().map(|(at, c)| {
            let is_outer = c == ' ' && !self.inner.contains(&at);
            let mut buffer = [0; 4];
            let piece = if is_outer || is_right_to_left(c) {
                format!("⟨U+{:04X}⟩", u32::from(c))
            } else {
                visible(c.encode_utf8(&mut buffer)).to_string()
            };
            (at, piece)
        })
    }

    /// The columns that a stretch of the text takes on a terminal.
    fn columns(&self, range: &Range<usize>) -> usize {
        let pieces = self.pieces().filter(|(at, _)| range.contains(at));
        pieces.map(|(_, piece)| piece.chars().map(width).sum::<usize>()).sum()
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pieces().try_for_each(|(_, piece)| f.write_str(&piece))
    }
}
