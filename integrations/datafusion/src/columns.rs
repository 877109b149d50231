//! The arrays that the parts of inspections are written to, each part to its own.

use std::fmt::{self, Write};
use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, ListBuilder, StringBuilder};
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
}

enum Column {
    Text(Text, StringBuilder),
    Codes(ListBuilder<StringBuilder>),
}

impl<'a> Columns<'a> {
    pub(crate) fn new(parts: &[Part], rows: usize, manner: Manner<'a>) -> Self {
        let column = |part: &Part| match part {
            Part::Codes => Column::Codes(ListBuilder::with_capacity(StringBuilder::new(), rows)),
            Part::Text(text) => Column::Text(*text, StringBuilder::with_capacity(rows, 0)),
        };
        Self { manner, columns: parts.iter().map(column).collect() }
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
                    append_text(*text, inspection, self.manner, texts);
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

fn append_text(text: Text, inspection: &Inspection, manner: Manner, texts: &mut StringBuilder) {
    let address = inspection.address();
    match text {
        Text::Address => texts.append_option(address.map(EmailAddress::as_str)),
        Text::Suggestion => texts.append_option(inspection.suggestion().map(EmailAddress::as_str)),
        Text::Verdict => texts.append_value(verdict(inspection.verdict())),
        Text::Provider => texts.append_option(address.and_then(EmailAddress::provider)),
        Text::Key => texts.append_option(address.map(|address| manner.policy.dedup_key(address))),
        Text::Skeleton => texts.append_option(address.map(EmailAddress::skeleton)),
        Text::Domain => match address {
            Some(address) => append_written(texts, |texts| write!(texts, "{}", address.domain())),
            None => texts.append_null(),
        },
        Text::Message if inspection.findings().is_empty() => texts.append_null(),
        Text::Message => {
            append_written(texts, |texts| write_sentences(texts, inspection, manner.language));
        }
    }
}

/// Appends what is written; nothing here fails to be.
fn append_written(texts: &mut StringBuilder, write: impl FnOnce(&mut StringBuilder) -> fmt::Result) {
    let _ = write(texts);
    texts.append_value("");
}

/// The sentences of the findings, one after the other.
fn write_sentences(texts: &mut StringBuilder, inspection: &Inspection, language: Language) -> fmt::Result {
    for (place, finding) in inspection.findings().iter().enumerate() {
        let space = if place == 0 { "" } else { " " };
        write!(texts, "{space}{}", finding.message(language))?;
    }
    Ok(())
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
