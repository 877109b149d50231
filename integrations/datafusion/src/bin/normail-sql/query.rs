//! A query over tables of files.

use datafusion::arrow::util::pretty::pretty_format_batches;
use datafusion::execution::context::SQLOptions;
use datafusion::prelude::{DataFrame, SessionContext};

use crate::arguments::Query;
use crate::engine::Engine;
use crate::fault::Fault;
use crate::form::Form;
use crate::inputs;
use crate::progress::Progress;
use crate::screen;
use crate::staging::Staging;
use crate::table::{self, Dialect};

const RESULT: &str = "result";

pub(crate) async fn run(query: &Query, engine: &Engine) -> Result<(), Fault> {
    let ctx = &engine.in_parts;
    let mut bytes = 0;
    for (name, path) in &query.tables {
        let inputs = inputs::find(std::slice::from_ref(path))?;
        bytes += inputs.iter().map(|input| input.bytes).sum::<u64>();
        let table = open_all(ctx, &inputs, query.dialect).await?;
        ctx.register_table(name.as_str(), table.into_view())?;
    }
    let reads_only =
        SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let plan = ctx.sql_with_options(&query.query, reads_only).await?.into_unoptimized_plan();
    let progress = Progress::new(bytes);
    let Some(output) = &query.output else {
        let batches = engine.run(ctx, &plan, &progress).await?;
        drop(progress);
        let table = pretty_format_batches(&batches).map_err(|error| Fault::Engine(error.to_string()))?;
        return screen::print(&format!("{table}\n"));
    };
    let form = Form::of_path(output).ok_or_else(|| Fault::Format(output.display().to_string()))?;
    let staging = Staging::beside(output)?;
    let path = staging.path(RESULT).with_extension(form.suffix());
    engine.run(ctx, &form.written(plan, table::url(&path)?)?, &progress).await?;
    staging.publish(path, output)
}

/// Files of the same columns as one table, whatever their forms.
async fn open_all(
    ctx: &SessionContext,
    inputs: &[inputs::Input],
    dialect: Dialect,
) -> Result<DataFrame, Fault> {
    let mut all: Option<DataFrame> = None;
    for input in inputs {
        let table = table::open(ctx, input, dialect).await?;
        all = Some(match all {
            None => table,
            Some(before) => {
                before.union_by_name(table).map_err(|error| Fault::table(&input.shown, &error))?
            }
        });
    }
    all.ok_or_else(|| Fault::Usage("there is no file to read".into()))
}
