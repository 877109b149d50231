//! What a review comes to, asked of the files that it wrote.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::array::{AsArray, RecordBatch};
use datafusion::arrow::datatypes::{DataType, Field, Int64Type, Schema};
use datafusion::common::Column;
use datafusion::functions_nested::expr_fn::array_to_string;
use datafusion::logical_expr::{Expr, cast, lit};
use datafusion::prelude::{DataFrame, SessionContext};
use normail::visible;

use crate::engine::Engine;
use crate::fault::Fault;
use crate::form::{Form, Kind};
use crate::progress::Progress;
use crate::review::Written;
use crate::reviewed::{CODES, KEY, VERDICT};
use crate::table::{self, Dialect};

/// How many mailboxes that appear twice are listed; the others are counted.
const LISTED: usize = 10;

/// The column that says how many rows a mailbox has.
const ROWS: &str = "email_rows";

const VERDICTS: [&str; 4] = ["Clean", "Repaired", "Doubtful", "Rejected"];

pub(crate) struct Totals {
    /// Rows by verdict; those without a text have none.
    verdicts: BTreeMap<Option<String>, i64>,
    codes: BTreeMap<String, i64>,
    twins: Twins,
}

/// The mailboxes that appear twice.
#[derive(Default)]
struct Twins {
    mailboxes: i64,
    rows: i64,
    listed: Vec<(String, i64)>,
}

impl Totals {
    /// Counts what was written; all mailboxes that appear twice are written to `duplicates`.
    pub(crate) async fn count(
        engine: &Engine,
        written: &[Written],
        duplicates: (&Path, Form),
        progress: &Progress,
    ) -> Result<Self, Fault> {
        let ctx = &engine.in_parts;
        ctx.register_table("written", found(ctx, written).await?.into_view())?;
        let query = format!("SELECT {VERDICT}, {CODES}, count(*) FROM written GROUP BY 1, 2");
        let mut totals = Self { verdicts: BTreeMap::new(), codes: BTreeMap::new(), twins: Twins::default() };
        for batch in ask(engine, &query, progress).await? {
            totals.add(&batch);
        }
        totals.twins = Twins::count(engine, duplicates, progress).await?;
        Ok(totals)
    }

    /// Adds rows of a verdict, its codes with a space between, and how many rows have both.
    fn add(&mut self, batch: &RecordBatch) {
        let rows = batch.column(2).as_primitive::<Int64Type>().values();
        let (verdicts, codes) = (batch.column(0).as_string::<i32>(), batch.column(1).as_string::<i32>());
        for ((verdict, codes), rows) in verdicts.iter().zip(codes).zip(rows) {
            *self.verdicts.entry(verdict.map(str::to_owned)).or_default() += rows;
            for code in codes.into_iter().flat_map(|codes| codes.split(' ')).filter(|code| !code.is_empty()) {
                *self.codes.entry(code.to_owned()).or_default() += rows;
            }
        }
    }
}

impl Twins {
    async fn count(engine: &Engine, (path, form): (&Path, Form), progress: &Progress) -> Result<Self, Fault> {
        let (ctx, url) = (&engine.in_parts, table::url(path)?);
        // Parquet tells the order of columns, but a cluster's sink is not told it: by an expression neither does.
        let twins = format!(
            "SELECT {KEY}, count(*) AS {ROWS} FROM written WHERE {KEY} IS NOT NULL GROUP BY {KEY} \
             HAVING count(*) > 1 ORDER BY -count(*), {KEY}"
        );
        let plan = ctx.sql(&twins).await?.into_unoptimized_plan();
        engine.run(ctx, &form.written(plan, url.clone())?, progress).await?;

        let fields = [(KEY, DataType::Utf8), (ROWS, DataType::Int64)];
        let schema = Schema::new(fields.map(|(name, data_type)| Field::new(name, data_type, true)).to_vec());
        let table = table::open_all(ctx, form, vec![url], Dialect::OURS, Some(&schema)).await?;
        ctx.register_table("twins", table.into_view())?;
        let mut found = Self::default();
        let totals = format!("SELECT count(*), coalesce(sum({ROWS}), 0) FROM twins");
        for batch in ask(engine, &totals, progress).await? {
            let total = |place| batch.column(place).as_primitive::<Int64Type>().values().iter().sum::<i64>();
            found.mailboxes += total(0);
            found.rows += total(1);
        }
        let first =
            format!("SELECT arrow_cast({KEY}, 'Utf8'), {ROWS} FROM twins ORDER BY 2 DESC, 1 LIMIT {LISTED}");
        for batch in ask(engine, &first, progress).await? {
            let rows = batch.column(1).as_primitive::<Int64Type>().values();
            let keys = batch.column(0).as_string::<i32>().iter().flatten().map(str::to_owned);
            found.listed.extend(keys.zip(rows.iter().copied()));
        }
        Ok(found)
    }
}

async fn ask(engine: &Engine, query: &str, progress: &Progress) -> Result<Vec<RecordBatch>, Fault> {
    let ctx = &engine.in_parts;
    let plan = ctx.sql(query).await?.into_unoptimized_plan();
    Ok(engine.run(ctx, &plan, progress).await?)
}

/// Verdict, codes and key of all rows, as text. Files of one header are one table.
async fn found(ctx: &SessionContext, written: &[Written]) -> Result<DataFrame, Fault> {
    let mut groups: Vec<(&Written, Schema, Vec<String>)> = Vec::new();
    for file in written {
        let schema = read_schema(file);
        match groups.iter_mut().find(|(_, known, _)| *known == schema) {
            Some((_, _, urls)) => urls.push(file.url.clone()),
            None => groups.push((file, schema, vec![file.url.clone()])),
        }
    }
    let mut all: Option<DataFrame> = None;
    for (file, schema, urls) in groups {
        let table = table::open_all(ctx, file.form, urls, Dialect::OURS, Some(&schema)).await?;
        let table = table.select(columns(file.form))?;
        all = Some(match all {
            None => table,
            Some(before) => before.union(table)?,
        });
    }
    all.ok_or_else(|| Fault::Engine("nothing was written".into()))
}

/// What has to be known of a file's columns to read the found ones: those of a CSV file stand by their place.
fn read_schema(file: &Written) -> Schema {
    let text = |name: &str| Field::new(name, DataType::Utf8, true);
    match file.form.kind {
        Kind::Csv => {
            Schema::new(file.schema.fields().iter().map(|field| text(field.name())).collect::<Vec<_>>())
        }
        Kind::Ndjson | Kind::Parquet => {
            let codes = Field::new_list(CODES, Arc::new(Field::new_list_field(DataType::Utf8, true)), true);
            Schema::new(vec![text(VERDICT), codes, text(KEY)])
        }
    }
}

fn columns(form: Form) -> Vec<Expr> {
    let column = |name: &str| Expr::Column(Column::from_name(name));
    let codes = match form.kind {
        Kind::Csv => column(CODES),
        Kind::Ndjson | Kind::Parquet => array_to_string(column(CODES), lit(" ")),
    };
    let named = [(VERDICT, column(VERDICT)), (CODES, codes), (KEY, column(KEY))];
    named.map(|(name, expression)| cast(expression, DataType::Utf8).alias(name)).to_vec()
}

impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} rows reviewed", self.verdicts.values().sum::<i64>())?;
        let of = |verdict: &str| self.verdicts.get(&Some(verdict.to_owned())).copied().unwrap_or(0);
        let verdicts = VERDICTS.map(|verdict| (verdict, of(verdict)));
        let empty = self.verdicts.get(&None).map(|rows| ("Empty", *rows));
        write_counts(f, "Verdicts", verdicts.into_iter().chain(empty))?;
        write_counts(f, "Codes", self.codes.iter().map(|(code, rows)| (code.as_str(), *rows)))?;
        if self.twins.mailboxes > 0 {
            let heading = format!(
                "Mailboxes that appear twice or more: {}, in {} rows",
                self.twins.mailboxes, self.twins.rows
            );
            write_counts(f, &heading, self.twins.listed.iter().map(|(key, rows)| (key.as_str(), *rows)))?;
            let more = self.twins.mailboxes - self.twins.listed.len() as i64;
            if more > 0 {
                writeln!(f, "  … and {more} more")?;
            }
        }
        Ok(())
    }
}

/// A heading, and below it a line for each name and its count.
fn write_counts<'a>(
    f: &mut fmt::Formatter,
    heading: &str,
    counts: impl Iterator<Item = (&'a str, i64)>,
) -> fmt::Result {
    let counts: Vec<_> = counts.map(|(name, count)| (visible(name).to_string(), count)).collect();
    if counts.is_empty() {
        return Ok(());
    }
    let width = counts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let digits = counts.iter().map(|(_, count)| count.to_string().len()).max().unwrap_or(0);
    writeln!(f, "\n{heading}")?;
    counts.iter().try_for_each(|(name, count)| writeln!(f, "  {name:width$}  {count:>digits$}"))
}
