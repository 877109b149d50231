//! The plan of a review: a table, its addresses repaired, and what was found beside them.

use datafusion::common::Column;
use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::functions::core::expr_fn::get_field;
use datafusion::functions_nested::expr_fn::array_to_string;
use datafusion::logical_expr::{Expr, lit, when};
use datafusion::prelude::{DataFrame, SessionContext};

use crate::fault::Fault;
use crate::form::{Form, Kind};

pub(crate) const VERDICT: &str = "email_verdict";
pub(crate) const CODES: &str = "email_codes";
pub(crate) const SUGGESTION: &str = "email_suggestion";
pub(crate) const KEY: &str = "email_key";

/// The columns that a review adds.
const ADDED: [&str; 4] = [VERDICT, CODES, SUGGESTION, KEY];

/// What one inspection is called between the plan's two steps.
const INSPECTION: &str = "email_inspection";

/// Refuses a table that has what would be added.
pub(crate) fn refuse_taken(table: &DataFrame, shown: &str) -> Result<(), Fault> {
    let taken = ADDED
        .into_iter()
        .chain([INSPECTION])
        .find(|name| table.schema().has_column_with_unqualified_name(name));
    match taken {
        None => Ok(()),
        Some(column) => Err(Fault::TakenColumn { path: shown.into(), column: column.into() }),
    }
}

/// The table with the repairs made in `column`, and the columns that a review adds. Doubtful and rejected addresses are
/// left as they were. Where the form has no lists, codes stand behind each other with a space between.
pub(crate) fn plan(ctx: &SessionContext, table: DataFrame, column: &Column, form: Form) -> Result<DataFrame> {
    let columns = table.schema().columns();
    let inspection = ctx.udf("email_inspect")?.call(vec![Expr::Column(column.clone())]).alias(INSPECTION);
    let inspected: Vec<Expr> = columns.iter().cloned().map(Expr::Column).chain([inspection]).collect();

    let part = |name: &str| get_field(Expr::Column(Column::from_name(INSPECTION)), name);
    let is_settled = part("verdict").in_list(vec![lit("Clean"), lit("Repaired")], false);
    let cleaned =
        when(is_settled, part("address")).otherwise(Expr::Column(column.clone()))?.alias(&column.name);
    let codes = match form.kind {
        Kind::Csv => array_to_string(part("codes"), lit(" ")),
        Kind::Ndjson | Kind::Parquet => part("codes"),
    };
    let cell = |known: Column| if known.name == column.name { cleaned.clone() } else { Expr::Column(known) };
    let added = [
        part("verdict").alias(VERDICT),
        codes.alias(CODES),
        part("suggestion").alias(SUGGESTION),
        part("key").alias(KEY),
    ];
    table.select(inspected)?.select(columns.into_iter().map(cell).chain(added).collect::<Vec<_>>())
}
