//! The arrays that the parts of inspections are written to, each part to its own.

use std::fmt::Write;
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, ListBuilder, StringViewBuilder};
use normail::{EmailAddress, Inspection, Language, Policy, Verdict};

use crate::answer::{Part, Text};

/// How a part is made of an inspection.
#[derive(Clone, Copy)]
pub(crate) struct Manner<'a> {
    pub(crate) policy: &'a Policy,
    pub(crate) language: Language,
}

/// One array for each of the parts that were asked for.
pub(crate) struct Columns<'a> {
    manner: Manner<'a>,
    columns: Vec<Column>,
    /// What a value is put together in, the same for all rows.
    scratch: String,
}

enum Column {
    Text(Text, StringViewBuilder),
    Codes(ListBuilder<StringViewBuilder>),
}

impl<'a> Columns<'a> {
    pub(crate) fn new(parts: &[Part], rows: usize, manner: Manner<'a>) -> Self {
        let column = |part: &Part| match part {
            Part::Codes => Column::Codes(ListBuilder::with_capacity(StringViewBuilder::new(), rows)),
            Part::Text(text) => Column::Text(*text, StringViewBuilder::with_capacity(rows)),
        };
        Self { manner, columns: parts.iter().map(column).collect(), scratch: String::new() }
    }

    pub(crate) fn append(&mut self, inspection: &Inspection) {
        for column in &mut self.columns {
            match column {
                Column::Codes(lists) => {
                    for finding in inspection.findings() {
                        lists.values().append_value(finding.code());
                    }
                    lists.append(true);
                }
                Column::Text(text, texts) => {
                    append_text(*text, inspection, self.manner, texts, &mut self.scratch);
                }
            }
        }
    }

    pub(crate) fn append_null(&mut self) {
        for column in &mut self.columns {
            match column {
                Column::Codes(lists) => lists.append_null(),
                Column::Text(_, texts) => texts.append_null(),
            }
        }
    }

    pub(crate) fn finish(self) -> Vec<ArrayRef> {
        let array = |column| match column {
            Column::Codes(mut lists) => Arc::new(lists.finish()) as ArrayRef,
            Column::Text(_, mut texts) => Arc::new(texts.finish()),
        };
        self.columns.into_iter().map(array).collect()
    }
}

fn append_text(
    text: Text,
    inspection: &Inspection,
    manner: Manner,
    texts: &mut StringViewBuilder,
    scratch: &mut String,
) {
    let address = inspection.address();
    scratch.clear();
    match text {
        Text::Address => texts.append_option(address.map(EmailAddress::as_str)),
        Text::Suggestion => texts.append_option(inspection.suggestion().map(EmailAddress::as_str)),
        Text::Verdict => texts.append_value(verdict(inspection.verdict())),
        Text::Provider => texts.append_option(address.and_then(EmailAddress::provider)),
        Text::Key => texts.append_option(address.map(|address| manner.policy.dedup_key(address))),
        Text::Skeleton => texts.append_option(address.map(EmailAddress::skeleton)),
        Text::Domain => texts.append_option(address.map(|address| {
            // Writing to a string does not fail.
            let _ = write!(scratch, "{}", address.domain());
            scratch
        })),
        Text::Message => texts.append_option(sentences(inspection, manner.language, scratch)),
    }
}

/// The sentences of the findings, one after the other; none where nothing was found.
fn sentences<'s>(inspection: &Inspection, language: Language, scratch: &'s mut String) -> Option<&'s str> {
    for finding in inspection.findings() {
        if !scratch.is_empty() {
            scratch.push(' ');
        }
        scratch.push_str(&finding.message(language));
    }
    Some(&**scratch).filter(|sentences| !sentences.is_empty())
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Clean => "Clean",
        Verdict::Repaired => "Repaired",
        Verdict::Doubtful => "Doubtful",
        // `Verdict` may grow: what is not known to be usable is not.
        _ => "Rejected",
    }
}
