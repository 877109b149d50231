//! The form of a file, which its name tells.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use datafusion::common::config::{CsvOptions, JsonOptions, TableParquetOptions};
use datafusion::common::parsers::CompressionTypeVariant;
use datafusion::datasource::file_format::csv::CsvFormatFactory;
use datafusion::datasource::file_format::json::JsonFormatFactory;
use datafusion::datasource::file_format::parquet::ParquetFormatFactory;
use datafusion::datasource::file_format::{FileFormatFactory, format_as_file_type};
use datafusion::error::Result;
use datafusion::logical_expr::{LogicalPlan, LogicalPlanBuilder};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Csv,
    Ndjson,
    Parquet,
}

/// A format, and how it is compressed as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Form {
    pub(crate) kind: Kind,
    pub(crate) compression: CompressionTypeVariant,
}

const KINDS: [(&str, Kind); 5] = [
    ("csv", Kind::Csv),
    ("ndjson", Kind::Ndjson),
    ("jsonl", Kind::Ndjson),
    ("json", Kind::Ndjson),
    ("parquet", Kind::Parquet),
];

const COMPRESSIONS: [(&str, CompressionTypeVariant); 2] =
    [("gz", CompressionTypeVariant::GZIP), ("zst", CompressionTypeVariant::ZSTD)];

impl Form {
    pub(crate) const PARQUET: Self =
        Self { kind: Kind::Parquet, compression: CompressionTypeVariant::UNCOMPRESSED };

    /// The form that a file's name tells, in any case.
    pub(crate) fn of_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let (_, suffix) = name.split_once('.')?;
        let mut parts = suffix.rsplit('.');
        let last = parts.next()?;
        match COMPRESSIONS.into_iter().find(|(suffix, _)| *suffix == last) {
            None => Self::of_parts(last, CompressionTypeVariant::UNCOMPRESSED),
            Some((_, compression)) => Self::of_parts(parts.next()?, compression),
        }
    }

    /// The form of this name, such as `csv.gz`.
    pub(crate) fn of_name(name: &str) -> Option<Self> {
        Self::of_path(Path::new(&format!("table.{name}"))).filter(|form| form.suffix() == name)
    }

    fn of_parts(kind: &str, compression: CompressionTypeVariant) -> Option<Self> {
        let (_, kind) = KINDS.into_iter().find(|(suffix, _)| *suffix == kind)?;
        // Parquet is compressed inside.
        let inside = kind == Kind::Parquet && compression != CompressionTypeVariant::UNCOMPRESSED;
        (!inside).then_some(Self { kind, compression })
    }

    /// What the names of its files end in.
    pub(crate) fn suffix(self) -> String {
        let of =
            |known: Kind| KINDS.into_iter().find(|(_, kind)| *kind == known).map_or("", |(suffix, _)| suffix);
        let kind = of(self.kind);
        match COMPRESSIONS.into_iter().find(|(_, compression)| *compression == self.compression) {
            None => kind.to_owned(),
            Some((suffix, _)) => format!("{kind}.{suffix}"),
        }
    }

    /// The plan that writes what another gives to one file.
    pub(crate) fn written(self, plan: LogicalPlan, url: String) -> Result<LogicalPlan> {
        let file_type = format_as_file_type(self.factory());
        LogicalPlanBuilder::copy_to(plan, url, file_type, HashMap::new(), Vec::new())?.build()
    }

    fn factory(self) -> Arc<dyn FileFormatFactory> {
        let compression = self.compression;
        match self.kind {
            Kind::Csv => {
                let options = CsvOptions { compression, ..CsvOptions::default() }.with_has_header(true);
                Arc::new(CsvFormatFactory::new_with_options(options))
            }
            Kind::Ndjson => {
                let options = JsonOptions { compression, ..JsonOptions::default() };
                Arc::new(JsonFormatFactory::new_with_options(options))
            }
            Kind::Parquet => Arc::new(ParquetFormatFactory::new_with_options(TableParquetOptions::default())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_forms() {
        for (name, suffix) in [
            ("a.csv", Some("csv")),
            ("a.b.CSV.GZ", Some("csv.gz")),
            ("a.jsonl", Some("ndjson")),
            ("a.json.zst", Some("ndjson.zst")),
            ("a.parquet", Some("parquet")),
            ("a.parquet.gz", None),
            ("a.gz", None),
            ("csv", None),
            ("a.txt", None),
        ] {
            let found = Form::of_path(Path::new(name)).map(Form::suffix);
            assert_eq!(found.as_deref(), suffix, "{name}");
        }
    }
}
