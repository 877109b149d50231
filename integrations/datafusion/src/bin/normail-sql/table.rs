//! A file as a table.

use std::path::Path;
use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::Column;
use datafusion::datasource::file_format::file_compression_type::FileCompressionType;
use datafusion::prelude::{CsvReadOptions, DataFrame, JsonReadOptions, ParquetReadOptions, SessionContext};
use url::Url;

use crate::fault::Fault;
use crate::form::{Form, Kind};
use crate::inputs::Input;

/// How the rows of CSV files are split.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
}

impl Dialect {
    /// What this program writes.
    pub(crate) const OURS: Self = Self { delimiter: b',' };
}

/// Opens one file. The cells of a CSV file are text: what looks like a number may be an account's.
pub(crate) async fn open(ctx: &SessionContext, input: &Input, dialect: Dialect) -> Result<DataFrame, Fault> {
    let url = url(&input.path)?;
    let opened = open_all(ctx, input.form, vec![url.clone()], dialect, None).await;
    let opened = opened.map_err(|error| Fault::table(&input.shown, &error))?;
    let Some(schema) = without_mark(opened.schema().as_arrow()) else { return Ok(opened) };
    let opened = open_all(ctx, input.form, vec![url], dialect, Some(&schema)).await;
    opened.map_err(|error| Fault::table(&input.shown, &error))
}

/// Opens files of one form as one table; of this schema, if it is known.
pub(crate) async fn open_all(
    ctx: &SessionContext,
    form: Form,
    urls: Vec<String>,
    dialect: Dialect,
    schema: Option<&Schema>,
) -> datafusion::error::Result<DataFrame> {
    let compression = FileCompressionType::from(form.compression);
    match form.kind {
        Kind::Csv => {
            let mut options = CsvReadOptions::new()
                .file_extension("")
                .file_compression_type(compression)
                .delimiter(dialect.delimiter)
                .newlines_in_values(true)
                .schema_infer_max_records(0);
            options.schema = schema;
            ctx.read_csv(urls, options).await
        }
        Kind::Ndjson => {
            let mut options =
                JsonReadOptions::default().file_extension("").file_compression_type(compression);
            options.schema_infer_max_records = usize::MAX;
            options.schema = schema;
            ctx.read_json(urls, options).await
        }
        Kind::Parquet => {
            let options = ParquetReadOptions { file_extension: "", schema, ..ParquetReadOptions::default() };
            ctx.read_parquet(urls, options).await
        }
    }
}

/// The schema with the byte order mark taken from its first name, if there is one.
fn without_mark(schema: &Schema) -> Option<Schema> {
    let (first, others) = schema.fields().split_first()?;
    let name = first.name().strip_prefix('\u{feff}')?;
    let first = Arc::new(Field::new(name, first.data_type().clone(), first.is_nullable()));
    Some(Schema::new([&[first], others].concat()))
}

/// The address of a path, in which no character has a meaning.
pub(crate) fn url(path: &Path) -> Result<String, Fault> {
    let url = Url::from_file_path(path).map(String::from);
    url.map_err(|()| Fault::Usage(format!("{} is no path", path.display())))
}

/// The column of this name, which has to hold text.
pub(crate) fn text_column(table: &DataFrame, name: &str, shown: &str) -> Result<Column, Fault> {
    let schema = table.schema();
    let Ok(field) = schema.field_with_unqualified_name(name) else {
        let columns: Vec<_> = schema.fields().iter().map(|field| format!("{:?}", field.name())).collect();
        return Err(Fault::NoColumn { path: shown.into(), column: name.into(), columns: columns.join(", ") });
    };
    let mut data_type = field.data_type();
    if let DataType::Dictionary(_, values) = data_type {
        data_type = values;
    }
    if !data_type.is_string() {
        let data_type = field.data_type().to_string();
        return Err(Fault::NoText { path: shown.into(), column: name.into(), data_type });
    }
    Ok(Column::from_name(name))
}
