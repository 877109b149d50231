//! What can be asked about a text, and the type of the answer.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Fields};

/// One piece of an inspection that is text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Text {
    Address,
    Suggestion,
    Verdict,
    Message,
    Domain,
    Provider,
    Key,
    Skeleton,
}

/// One piece of an inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Text(Text),
    /// The codes of the findings, a list.
    Codes,
}

/// All, in the order of the struct that `email_inspect` gives, with their names there.
const PARTS: [(&str, Part); 9] = [
    ("address", Part::Text(Text::Address)),
    ("suggestion", Part::Text(Text::Suggestion)),
    ("verdict", Part::Text(Text::Verdict)),
    ("codes", Part::Codes),
    ("message", Part::Text(Text::Message)),
    ("domain", Part::Text(Text::Domain)),
    ("provider", Part::Text(Text::Provider)),
    ("key", Part::Text(Text::Key)),
    ("skeleton", Part::Text(Text::Skeleton)),
];

impl Part {
    /// All, in the order of the struct.
    pub(crate) fn all() -> [Self; PARTS.len()] {
        PARTS.map(|(_, part)| part)
    }

    fn data_type(self) -> DataType {
        match self {
            Self::Codes => DataType::new_list(DataType::Utf8, true),
            Self::Text(_) => DataType::Utf8,
        }
    }
}

/// What a function answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Answer {
    /// Whether the strict door takes the text, which needs no inspection.
    Validity,
    /// One part of an inspection.
    Part(Part),
    /// Validity and all parts, as a struct.
    Everything,
}

impl Answer {
    pub(crate) fn data_type(self) -> DataType {
        match self {
            Self::Validity => DataType::Boolean,
            Self::Part(part) => part.data_type(),
            Self::Everything => DataType::Struct(fields()),
        }
    }

    /// Whether the answer has sentences in it.
    pub(crate) fn speaks(self) -> bool {
        matches!(self, Self::Part(Part::Text(Text::Message)) | Self::Everything)
    }
}

/// The fields of [`Answer::Everything`]. All are nullable, as a null text has a null in each.
pub(crate) fn fields() -> Fields {
    let validity = ("is_valid", Answer::Validity.data_type());
    let parts = PARTS.map(|(name, part)| (name, part.data_type()));
    std::iter::once(validity)
        .chain(parts)
        .map(|(name, data_type)| Arc::new(Field::new(name, data_type, true)))
        .collect()
}
