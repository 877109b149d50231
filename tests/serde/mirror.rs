//! The documented shape as a reader in Rust would declare it.

use std::ops::Range;

use normail::{Applicability, FindingKind, Part, Severity, Verdict};
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Inspection {
    pub(crate) input: String,
    pub(crate) verdict: Verdict,
    pub(crate) address: Option<String>,
    pub(crate) address_unicode: Option<String>,
    pub(crate) suggestion: Option<String>,
    pub(crate) suggestion_unicode: Option<String>,
    pub(crate) display_name: Option<String>,
    pub(crate) findings: Vec<Finding>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ListMember {
    pub(crate) offset: Offset,
    pub(crate) inspection: Inspection,
    pub(crate) group: Option<String>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Offset {
    pub(crate) bytes: usize,
    pub(crate) utf16: usize,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) code: FindingKind,
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) fix: Option<Fix>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ParseError {
    pub(crate) code: FindingKind,
    pub(crate) severity: Severity,
    pub(crate) span: Span,
    pub(crate) message: String,
    pub(crate) fix: Option<Fix>,
    pub(crate) found: Option<char>,
    pub(crate) reading: Part,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fix {
    pub(crate) applicability: Applicability,
    pub(crate) edits: Vec<Edit>,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Edit {
    pub(crate) span: Span,
    pub(crate) replacement: String,
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Span {
    pub(crate) bytes: Range<usize>,
    pub(crate) utf16: Option<Range<usize>>,
}
