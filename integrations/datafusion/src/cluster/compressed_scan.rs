//! That a file is compressed, on the way from a scheduler to an executor.
//!
//! DataFusion 55 tells of a scan everything else, so an executor would read what is compressed as it stands. A node
//! that does nothing but say so is put over such a scan before it is sent, and taken away when it has arrived.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use ballista_core::serde::BallistaPhysicalExtensionCodec;
use datafusion::common::config::ConfigOptions;
use datafusion::common::parsers::CompressionTypeVariant;
use datafusion::common::tree_node::{Transformed, TransformedResult, TreeNode, TreeNodeRecursion};
use datafusion::common::{Result, internal_err};
use datafusion::datasource::file_format::file_compression_type::FileCompressionType;
use datafusion::datasource::physical_plan::{FileScanConfig, FileScanConfigBuilder};
use datafusion::datasource::source::DataSourceExec;
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::physical_expr::PhysicalExpr;
use datafusion::physical_optimizer::PhysicalOptimizerRule;
use datafusion::physical_plan::{DisplayAs, DisplayFormatType, ExecutionPlan, PlanProperties};
use datafusion_proto::physical_plan::{PhysicalExtensionCodec, PhysicalProtoConverterExtension};

/// A scan of compressed files.
#[derive(Debug)]
struct CompressedScan {
    scan: Arc<dyn ExecutionPlan>,
    compression: CompressionTypeVariant,
}

impl DisplayAs for CompressedScan {
    fn fmt_as(&self, _: DisplayFormatType, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "CompressedScan: {:?}", self.compression)
    }
}

impl ExecutionPlan for CompressedScan {
    fn name(&self) -> &str {
        "CompressedScan"
    }

    fn properties(&self) -> &Arc<PlanProperties> {
        self.scan.properties()
    }

    fn children(&self) -> Vec<&Arc<dyn ExecutionPlan>> {
        vec![&self.scan]
    }

    fn maintains_input_order(&self) -> Vec<bool> {
        vec![true]
    }

    fn apply_expressions(
        &self,
        _: &mut dyn FnMut(&Arc<dyn PhysicalExpr>) -> Result<TreeNodeRecursion>,
    ) -> Result<TreeNodeRecursion> {
        Ok(TreeNodeRecursion::Continue)
    }

    fn with_new_children(
        self: Arc<Self>,
        children: Vec<Arc<dyn ExecutionPlan>>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let [scan] = only(children)?;
        Ok(Arc::new(Self { scan, compression: self.compression }))
    }

    fn execute(&self, partition: usize, context: Arc<TaskContext>) -> Result<SendableRecordBatchStream> {
        self.scan.execute(partition, context)
    }
}

fn only(nodes: Vec<Arc<dyn ExecutionPlan>>) -> Result<[Arc<dyn ExecutionPlan>; 1]> {
    nodes.try_into().or_else(|nodes: Vec<_>| internal_err!("a compressed scan is one, not {}", nodes.len()))
}

/// The files that a plan scans, if it is no more than that.
fn files(plan: &Arc<dyn ExecutionPlan>) -> Option<&FileScanConfig> {
    plan.downcast_ref::<DataSourceExec>()?.data_source().downcast_ref::<FileScanConfig>()
}

/// Puts a [`CompressedScan`] over each scan of compressed files.
#[derive(Debug)]
pub(super) struct Rule;

impl PhysicalOptimizerRule for Rule {
    fn optimize(&self, plan: Arc<dyn ExecutionPlan>, _: &ConfigOptions) -> Result<Arc<dyn ExecutionPlan>> {
        plan.transform_up(|plan| match files(&plan).map(|files| files.file_compression_type) {
            Some(compression) if compression.is_compressed() => {
                let compression = compression.into();
                Ok(Transformed::yes(Arc::new(CompressedScan { scan: plan, compression })))
            }
            _ => Ok(Transformed::no(plan)),
        })
        .data()
    }

    fn name(&self) -> &str {
        "compressed_scan"
    }

    fn schema_check(&self) -> bool {
        true
    }
}

/// What a [`CompressedScan`] is told with, and the name of its compression. Nothing of Ballista's starts so: no
/// protobuf message does.
const TOLD: &[u8] = b"normail:compressed_scan:";

/// Ballista's own, and a [`CompressedScan`].
#[derive(Debug, Default)]
pub(super) struct Codec(BallistaPhysicalExtensionCodec);

impl PhysicalExtensionCodec for Codec {
    fn try_encode(
        &self,
        node: Arc<dyn ExecutionPlan>,
        buf: &mut Vec<u8>,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<()> {
        let Some(compressed) = node.downcast_ref::<CompressedScan>() else {
            return self.0.try_encode(node, buf, converter);
        };
        buf.extend(TOLD);
        buf.extend(compressed.compression.to_string().bytes());
        Ok(())
    }

    fn try_decode(
        &self,
        buf: &[u8],
        inputs: &[Arc<dyn ExecutionPlan>],
        ctx: &TaskContext,
        converter: &dyn PhysicalProtoConverterExtension,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let Some(compression) = buf.strip_prefix(TOLD) else {
            return self.0.try_decode(buf, inputs, ctx, converter);
        };
        let compression = FileCompressionType::from_str(&String::from_utf8_lossy(compression))?;
        let [scan] = only(inputs.to_vec())?;
        let Some(files) = files(&scan) else {
            return internal_err!("no scan of files was told as compressed");
        };
        let files =
            FileScanConfigBuilder::from(files.clone()).with_file_compression_type(compression).build();
        Ok(DataSourceExec::from_data_source(files))
    }
}
