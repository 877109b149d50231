//! The text that the stages work on: mapped, with the way back to the input, and with a window on what is left of it.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::survey::{Mark, Survey};
use super::traced::Traced;
use crate::finding::{Edit, Finding};
use crate::span::shifted;
use crate::syntax::{Reading, Tokens};

/// What is left, and what was taken off.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) text: Traced,
    /// How its tokens are read.
    pub(super) reading: Reading,
    pub(super) marks: Vec<Mark>,
    /// Where in the text the address stands.
    pub(super) window: Range<usize>,
    /// Whether the policy accepts what is left.
    pub(super) is_address: bool,
    pub(super) findings: Vec<Finding>,
    /// What a fix takes off, as stretches of the input: it is judged mildly.
    pub(super) removed: Vec<Range<usize>>,
    /// Display names and comments that hold an `@`.
    pub(super) annotations: Vec<Annotation>,
    pub(super) display_name: Option<String>,
    /// What the comment says that stood next behind what is left.
    pub(super) comment_behind: Option<String>,
    /// Characters that a link had escaped, with the stretches of the input that they stood for.
    pub(super) escaped: Vec<(Range<usize>, char)>,
}

/// A display name or a comment.
#[derive(Debug)]
pub(super) struct Annotation {
    pub(super) text: String,
    pub(super) source: Range<usize>,
}

impl Draft {
    /// All of what was surveyed.
    pub(super) fn new(survey: Survey, reading: Reading, is_address: bool) -> Self {
        let window = 0..survey.text.len();
        Self {
            text: survey.text,
            reading,
            marks: survey.marks,
            window,
            is_address,
            findings: Vec::new(),
            removed: Vec::new(),
            annotations: Vec::new(),
            display_name: None,
            comment_behind: None,
            escaped: Vec::new(),
        }
    }

    /// The text that is left.
    pub(super) fn left(&self) -> &str {
        self.text.get(&self.window)
    }

    /// The tokens of what is left.
    pub(super) fn tokens(&self) -> Tokens<'_> {
        Tokens::of(self.left(), self.reading)
    }

    /// The stretch of the input that a range of what is left stands for.
    pub(super) fn source_of_left(&self, range: &Range<usize>) -> Range<usize> {
        self.text.source(&shifted(range, self.window.start))
    }

    /// Edits that delete a range of what is left, without what a finding of its own deletes.
    pub(super) fn deletions(&self, range: &Range<usize>) -> Vec<Edit> {
        self.text.source_pieces(&shifted(range, self.window.start)).into_iter().map(Edit::delete).collect()
    }

    #[cfg(feature = "suggest")]
    pub(super) fn left_in_lower_case(&self, range: &Range<usize>) -> String {
        self.left().get(range.clone()).unwrap_or_default().to_ascii_lowercase()
    }

    /// Characters of what is left, with their sources.
    pub(super) fn copied(&self, chars: impl Iterator<Item = (char, Range<usize>)>) -> Traced {
        let mut text = Traced::with_capacity(self.left().len());
        for (c, range) in chars {
            text.push(c, self.source_of_left(&range));
        }
        text
    }

    pub(super) fn replace(&mut self, text: Traced) {
        self.window = 0..text.len();
        self.text = text;
    }
}
