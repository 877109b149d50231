//! A Ballista scheduler that knows the functions, for `normail-sql --scheduler`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::config::SchedulerConfig;
use ballista_scheduler::scheduler_process::{create_scheduler, start_grpc_service_with_listener};
use datafusion_proto::protobuf::{LogicalPlanNode, PhysicalPlanNode};
use lexopt::ValueExt;
use lexopt::prelude::{Long, Short};
use log::LevelFilter;
use normail::Policy;
use normail_datafusion::cluster;
use tokio::net::TcpListener;

const HELP: &str = "\
A Ballista scheduler that knows normail's functions.

Usage: normail-scheduler [OPTIONS]

      --bind HOST:PORT            Where to listen; 127.0.0.1:50050 without. Port 0 is any free one. Whoever reaches
                                  it can run queries: keep it on a trusted network.
      --executor-timeout SECONDS  Take an executor for lost when it was silent for so long: 15 at least, 60 without.
      --log LEVEL                 Tell errors, warnings (warn), or more (info, debug) on the standard error; error
                                  without.
  -h, --help                      Print this help.

It prints the address that it listens on.
";

/// In seconds. An executor that is busy speaks every five.
const SHORTEST_TIMEOUT: u64 = 15;

type Fault = Box<dyn std::error::Error + Send + Sync>;

struct Options {
    bind: SocketAddr,
    executor_timeout: u64,
    log: LevelFilter,
}

fn main() -> ExitCode {
    match options().and_then(|options| options.map_or(Ok(()), serve)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("normail-scheduler: {fault}");
            ExitCode::from(2)
        }
    }
}

/// None where the help was asked for.
fn options() -> Result<Option<Options>, Fault> {
    let mut options = Options {
        bind: SocketAddr::from(([127, 0, 0, 1], 50050)),
        executor_timeout: 60,
        log: LevelFilter::Error,
    };
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("bind") => options.bind = arguments.value()?.parse()?,
            Long("log") => options.log = arguments.value()?.parse_with(cluster::level)?,
            Long("executor-timeout") => {
                options.executor_timeout = arguments.value()?.parse()?;
                if options.executor_timeout < SHORTEST_TIMEOUT {
                    return Err(format!("the timeout is {SHORTEST_TIMEOUT} seconds at least").into());
                }
            }
            Short('h') | Long("help") => {
                print!("{HELP}");
                return Ok(None);
            }
            argument => return Err(argument.unexpected().into()),
        }
    }
    Ok(Some(options))
}

#[tokio::main]
async fn serve(options: Options) -> Result<(), Fault> {
    cluster::tell(options.log);
    let listener = TcpListener::bind(options.bind).await?;
    let address = listener.local_addr()?;
    let config = SchedulerConfig {
        bind_host: address.ip().to_string(),
        bind_port: address.port(),
        external_host: address.ip().to_string(),
        // An executor asks for its work: it needs to be reached for its results alone.
        scheduling_policy: TaskSchedulingPolicy::PullStaged,
        executor_timeout_seconds: options.executor_timeout,
        no_executors_grace_period_seconds: options.executor_timeout,
        expire_dead_executor_interval_seconds: (options.executor_timeout / 4).clamp(1, 15),
        override_session_builder: Some(cluster::session_builder(Policy::form())),
        override_physical_codec: Some(cluster::physical_codec()),
        ..SchedulerConfig::default()
    };
    config.validate()?;
    let nodes = BallistaCluster::new_from_config(&config).await?;
    let scheduler = create_scheduler::<LogicalPlanNode, PhysicalPlanNode>(nodes, Arc::new(config)).await?;
    println!("{address}");
    tokio::select! {
        ended = start_grpc_service_with_listener(listener, scheduler) => Ok(ended?),
        _ = tokio::signal::ctrl_c() => Ok(()),
    }
}
