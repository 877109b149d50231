//! An array of texts in, an array of answers out.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, AsArray, BooleanArray, StringArrayType, StructArray};
use datafusion::arrow::compute::take;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::{Result, exec_err};

use crate::answer::{Answer, Part, fields};
use crate::columns::{Columns, Manner};

/// The answer for each text; null for a null.
pub(crate) fn evaluate(answer: Answer, texts: &dyn Array, manner: Manner) -> Result<ArrayRef> {
    match texts.data_type() {
        DataType::Utf8 => answers(answer, texts.as_string::<i32>(), manner),
        DataType::LargeUtf8 => answers(answer, texts.as_string::<i64>(), manner),
        DataType::Utf8View => answers(answer, texts.as_string_view(), manner),
        DataType::Dictionary(..) => evaluate_dictionary(answer, texts, manner),
        other => exec_err!("e-mail addresses are text, not {other}"),
    }
}

/// Each value once, then its answer for each key. A small slice of a large dictionary is read as plain text: most of
/// the values do not occur in it.
fn evaluate_dictionary(answer: Answer, texts: &dyn Array, manner: Manner) -> Result<ArrayRef> {
    let dictionary = texts.as_any_dictionary();
    if dictionary.values().len() > dictionary.len() {
        let plain = take(dictionary.values(), dictionary.keys(), None)?;
        return evaluate(answer, &plain, manner);
    }
    let answers = evaluate(answer, dictionary.values(), manner)?;
    Ok(take(&answers, dictionary.keys(), None)?)
}

fn answers<'a, T>(answer: Answer, texts: T, manner: Manner) -> Result<ArrayRef>
where
    T: StringArrayType<'a> + Copy,
{
    Ok(match answer {
        Answer::Validity => validity(texts, manner),
        Answer::Part(part) => parts(&[part], texts, manner).remove(0),
        Answer::Everything => {
            let mut columns = vec![validity(texts, manner)];
            columns.extend(parts(&Part::all(), texts, manner));
            Arc::new(StructArray::try_new(fields(), columns, texts.nulls().cloned())?)
        }
    })
}

fn validity<'a, T: StringArrayType<'a>>(texts: T, manner: Manner) -> ArrayRef {
    let valid = |text: Option<&str>| text.map(|text| manner.policy.is_valid(text));
    Arc::new(texts.iter().map(valid).collect::<BooleanArray>())
}

/// The parts of one inspection of each text.
fn parts<'a, T: StringArrayType<'a>>(parts: &[Part], texts: T, manner: Manner) -> Vec<ArrayRef> {
    let mut columns = Columns::new(parts, texts.len(), manner);
    for text in texts.iter() {
        match text {
            Some(text) => columns.append(&manner.policy.inspect(text)),
            None => columns.append_null(),
        }
    }
    columns.finish()
}
