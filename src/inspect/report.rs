//! An inspection drawn for a person: the input, a caret line and a sentence for each finding, as compilers show errors.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

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
    ///   |              ^^^^^^^^ trailing-space: A space after the address is left out.
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
        let drawing = Drawing::of(self.inspection, input.len());
        writeln!(f, "  |")?;
        if input.chars().any(is_right_to_left) {
            // A terminal may turn it around, so the carets stand under its code points.
            writeln!(f, "  | {}", visible(input))?;
        }
        writeln!(
            f,
            "  | {}{}",
            drawing.text,
            if input.len() < self.inspection.input().len() { "…" } else { "" }
        )?;
        for finding in self.inspection.findings() {
            self.finding(f, &drawing, finding)?;
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
    fn finding(&self, f: &mut fmt::Formatter<'_>, drawing: &Drawing, finding: &Finding) -> fmt::Result {
        let span = finding.span();
        let indent = drawing.column(span.start);
        let length = drawing.column(span.end).saturating_sub(indent).max(1);
        f.write_str("  | ")?;
        write_many(f, " ", indent)?;
        write_many(f, "^", length)?;
        writeln!(f, " {}: {}", finding.code(), finding.message(self.language))
    }
}

/// Writes a character so many times at once: a long input may have a finding at each byte.
fn write_many(f: &mut fmt::Formatter<'_>, character: &str, count: usize) -> fmt::Result {
    f.write_str(&character.repeat(count))
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

/// The text as it is drawn: outer spaces, unseen and right-to-left characters by their code points.
struct Drawing {
    text: String,
    /// The column where each byte of the input is drawn, and that behind them all.
    columns: Vec<usize>,
}

impl Drawing {
    /// Draws the input up to `end`.
    fn of(inspection: &Inspection<'_>, end: usize) -> Self {
        let mut text = String::new();
        let mut columns = Vec::with_capacity(end);
        let mut column = 0_usize;
        for (piece, c) in inspection.pieces().flat_map(|piece| piece.text().chars().map(move |c| (piece, c)))
        {
            if columns.len() >= end {
                break;
            }
            let drawn = if piece.is_unseen() {
                format!("⟨{piece}⟩")
            } else if is_right_to_left(c) {
                format!("⟨U+{:04X}⟩", u32::from(c))
            } else {
                String::from(c)
            };
            columns.extend(core::iter::repeat_n(column, c.len_utf8()));
            column = column.saturating_add(drawn.chars().map(width).sum());
            text.push_str(&drawn);
        }
        columns.push(column);
        Self { text, columns }
    }

    /// The column on a terminal where the byte is drawn; what is not shown stands behind it all.
    fn column(&self, at: usize) -> usize {
        self.columns.get(at).or(self.columns.last()).copied().unwrap_or(0)
    }
}
