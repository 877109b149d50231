//! The languages that sentences come in, by their codes.

use datafusion::common::{Result, ScalarValue, plan_err};
use normail::Language;

/// The language that a constant names.
pub(crate) fn of_constant(function: &str, constant: &ScalarValue) -> Result<Language> {
    match constant.try_as_str() {
        Some(Some("en")) => Ok(Language::English),
        Some(Some("es")) => Ok(Language::Spanish),
        Some(Some(other)) => plan_err!("{function} speaks 'en' and 'es', not '{other}'"),
        _ => no_constant(function),
    }
}

/// A language that is not known when the query is planned.
pub(crate) fn no_constant<T>(function: &str) -> Result<T> {
    plan_err!("the language of {function} has to be a constant, 'en' or 'es'")
}
