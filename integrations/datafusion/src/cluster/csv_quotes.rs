//! How a CSV file is quoted, on the way from a client to its scheduler.
//!
//! DataFusion 55 writes `Always` where it means `Necessary`, and the other way round: the two enumerations of the
//! styles number them in another order.

use std::sync::Arc;

use ballista_core::serde::BallistaLogicalExtensionCodec;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::TableProvider;
use datafusion::common::TableReference;
use datafusion::common::parsers::CsvQuoteStyle::{Always, Necessary};
use datafusion::datasource::file_format::FileFormatFactory;
use datafusion::datasource::file_format::csv::CsvFormatFactory;
use datafusion::error::Result;
use datafusion::execution::TaskContext;
use datafusion::logical_expr::{Extension, LogicalPlan};
use datafusion_proto::logical_plan::LogicalExtensionCodec;

/// Ballista's own, told the other style so that the right one arrives.
#[derive(Debug, Default)]
pub(super) struct Codec(BallistaLogicalExtensionCodec);

fn swapped(factory: &CsvFormatFactory) -> CsvFormatFactory {
    let mut options = factory.options.clone().unwrap_or_default();
    options.quote_style = match options.quote_style {
        Necessary => Always,
        Always => Necessary,
        other => other,
    };
    CsvFormatFactory::new_with_options(options)
}

impl LogicalExtensionCodec for Codec {
    fn try_encode_file_format(&self, buf: &mut Vec<u8>, factory: Arc<dyn FileFormatFactory>) -> Result<()> {
        let factory = match factory.downcast_ref::<CsvFormatFactory>() {
            Some(csv) => Arc::new(swapped(csv)),
            None => factory,
        };
        self.0.try_encode_file_format(buf, factory)
    }

    fn try_decode_file_format(&self, buf: &[u8], ctx: &TaskContext) -> Result<Arc<dyn FileFormatFactory>> {
        self.0.try_decode_file_format(buf, ctx)
    }

    fn try_decode(&self, buf: &[u8], inputs: &[LogicalPlan], ctx: &TaskContext) -> Result<Extension> {
        self.0.try_decode(buf, inputs, ctx)
    }

    fn try_encode(&self, node: &Extension, buf: &mut Vec<u8>) -> Result<()> {
        self.0.try_encode(node, buf)
    }

    fn try_decode_table_provider(
        &self,
        buf: &[u8],
        table_ref: &TableReference,
        schema: SchemaRef,
        ctx: &TaskContext,
    ) -> Result<Arc<dyn TableProvider>> {
        self.0.try_decode_table_provider(buf, table_ref, schema, ctx)
    }

    fn try_encode_table_provider(
        &self,
        table_ref: &TableReference,
        node: Arc<dyn TableProvider>,
        buf: &mut Vec<u8>,
    ) -> Result<()> {
        self.0.try_encode_table_provider(table_ref, node, buf)
    }
}
