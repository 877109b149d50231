//! What runs the plans: this process, or a cluster.

use std::sync::Arc;
use std::time::Duration;

use datafusion::arrow::array::RecordBatch;
use datafusion::error::{DataFusionError, Result};
use datafusion::execution::memory_pool::FairSpillPool;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::logical_expr::LogicalPlan;
use datafusion::physical_plan::collect;
use datafusion::prelude::{SessionConfig, SessionContext};
#[cfg(feature = "cluster")]
use {normail::Policy, tokio::net::TcpStream, tokio::time::timeout, url::Url};

use tokio::time::sleep;

use crate::arguments::Resources;
use crate::fault::Fault;
use crate::progress::Progress;

/// Before a plan is run again.
const PAUSE: Duration = Duration::from_secs(1);

/// How many files a cluster is given at once; it lets wait what it has no room for.
#[cfg(feature = "cluster")]
const FILES_ON_CLUSTER: usize = 64;

/// A cluster runs again what it lost with a node, save the result of a plan that had ended.
#[cfg(feature = "cluster")]
const ATTEMPTS_ON_CLUSTER: usize = 3;

/// How many parts a cluster groups in.
#[cfg(feature = "cluster")]
const PARTS_ON_CLUSTER: usize = 16;

#[derive(Clone)]
pub(crate) struct Engine {
    /// For plans that keep the order of rows: one part each.
    pub(crate) in_order: SessionContext,
    /// For plans that sort and group.
    pub(crate) in_parts: SessionContext,
    /// How many plans to run at once.
    pub(crate) at_once: usize,
    /// How often to run a plan until its result has arrived.
    attempts: usize,
}

impl Engine {
    pub(crate) async fn start(resources: &Resources) -> std::result::Result<Self, Fault> {
        match &resources.scheduler {
            None => Self::embedded(resources),
            Some(scheduler) => Self::on_cluster(scheduler, resources).await,
        }
    }

    fn embedded(resources: &Resources) -> std::result::Result<Self, Fault> {
        let cores = resources.cores.get();
        let context = |parts| {
            let context = SessionContext::new_with_state(state(resources, parts)?);
            normail_datafusion::register(&context);
            Ok::<_, Fault>(context)
        };
        Ok(Self { in_order: context(1)?, in_parts: context(cores)?, at_once: cores, attempts: 1 })
    }

    #[cfg(feature = "cluster")]
    async fn on_cluster(scheduler: &str, resources: &Resources) -> std::result::Result<Self, Fault> {
        reach(scheduler).await?;
        let context = async |parts| {
            normail_datafusion::cluster::context(scheduler, state(resources, parts)?, Policy::form())
                .await
                .map_err(Fault::from)
        };
        Ok(Self {
            in_order: context(1).await?,
            in_parts: context(PARTS_ON_CLUSTER).await?,
            at_once: FILES_ON_CLUSTER,
            attempts: ATTEMPTS_ON_CLUSTER,
        })
    }

    #[cfg(not(feature = "cluster"))]
    async fn on_cluster(_: &str, _: &Resources) -> std::result::Result<Self, Fault> {
        Err(Fault::Usage(
            "this normail-sql was built without the feature cluster, which --scheduler needs".into(),
        ))
    }
}

/// Asks for the scheduler once: the engine would tell of a silent one after its first plan, and not by its address.
#[cfg(feature = "cluster")]
async fn reach(scheduler: &str) -> std::result::Result<(), Fault> {
    const PATIENCE: Duration = Duration::from_secs(5);
    let url = Url::parse(scheduler).ok().filter(|url| url.scheme() == "df");
    let address = url.as_ref().and_then(|url| Some((url.host_str()?, url.port()?)));
    let address = address.ok_or_else(|| Fault::Usage(format!("{scheduler} is not df://HOST:PORT")))?;
    match timeout(PATIENCE, TcpStream::connect(address)).await {
        Ok(Ok(_)) => Ok(()),
        _ => Err(Fault::Engine(format!("no scheduler answers at {scheduler}"))),
    }
}

fn state(resources: &Resources, parts: usize) -> std::result::Result<SessionState, Fault> {
    let pool = Arc::new(FairSpillPool::new(resources.memory));
    let runtime = RuntimeEnvBuilder::new().with_memory_pool(pool).build_arc()?;
    let config = SessionConfig::new()
        .with_target_partitions(parts)
        .with_information_schema(true)
        // As on a cluster, so that the same is written: Ballista has no use for views yet.
        .set_bool("datafusion.execution.parquet.schema_force_view_types", false)
        .set_bool("datafusion.sql_parser.map_string_types_to_utf8view", false);
    Ok(SessionStateBuilder::new()
        .with_config(config)
        .with_runtime_env(runtime)
        .with_default_features()
        .build())
}

impl Engine {
    /// Runs a plan in one of the contexts to its end. What a plan writes, it writes again where it has to run again.
    pub(crate) async fn run(
        &self,
        context: &SessionContext,
        plan: &LogicalPlan,
        progress: &Progress,
    ) -> Result<Vec<RecordBatch>> {
        let mut attempts = 0;
        loop {
            let plan = context.state().create_physical_plan(plan).await?;
            let watched = progress.watch(&plan);
            let done = collect(plan, context.task_ctx()).await;
            drop(watched);
            attempts += 1;
            match done {
                Err(error) if attempts < self.attempts && !is_judged(&error) => sleep(PAUSE).await,
                done => return done,
            }
        }
    }
}

/// Whether a cluster says that a plan cannot be done: then it has tried enough itself.
fn is_judged(error: &DataFusionError) -> bool {
    error.find_root().strip_backtrace().starts_with("Execution error: Job ")
}
