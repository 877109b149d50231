//! A Ballista executor with the functions in its registry, for `normail-sql --scheduler`.

use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::Arc;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};
use lexopt::ValueExt;
use lexopt::prelude::{Long, Short};
use log::LevelFilter;
use normail::Policy;
use normail_datafusion::cluster;
use url::Url;

const HELP: &str = "\
A Ballista executor that knows normail's functions.

Usage: normail-executor [OPTIONS] --scheduler df://HOST:PORT

      --scheduler URL   The scheduler to work for, a normail-scheduler.
      --bind HOST:PORT  Where to give results from; 127.0.0.1 and any free port without. Whoever reaches it can read
                        them: keep it on a trusted network.
      --host NAME       The name by which others reach this machine; its address as the scheduler sees it without.
      --cores N         How many tasks to run at once; as many as there are cores without.
      --memory MIB      Sort and group in so much memory, then on disk; seven tenths of the machine's without.
      --work-dir PATH   Where to keep what goes from one stage to the next; a folder of its own, which goes with it,
                        without.
      --log LEVEL       Tell errors, warnings (warn), or more (info, debug) on the standard error; error without.
  -h, --help            Print this help.

It sees files by their paths, as the client and all executors have to.
";

type Fault = Box<dyn std::error::Error + Send + Sync>;

#[derive(Default)]
struct Options {
    scheduler: Option<Url>,
    bind: Option<SocketAddr>,
    host: Option<String>,
    cores: Option<NonZeroUsize>,
    memory: Option<u64>,
    work_dir: Option<String>,
    log: Option<LevelFilter>,
}

fn main() -> ExitCode {
    match options().and_then(|options| options.map_or(Ok(()), serve)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("normail-executor: {fault}");
            ExitCode::from(2)
        }
    }
}

/// None where the help was asked for.
fn options() -> Result<Option<Options>, Fault> {
    let mut options = Options::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("scheduler") => options.scheduler = Some(arguments.value()?.parse()?),
            Long("bind") => options.bind = Some(arguments.value()?.parse()?),
            Long("host") => options.host = Some(arguments.value()?.string()?),
            Long("cores") => options.cores = Some(arguments.value()?.parse()?),
            Long("memory") => options.memory = Some(arguments.value()?.parse()?),
            Long("log") => options.log = Some(arguments.value()?.parse_with(cluster::level)?),
            Long("work-dir") => options.work_dir = Some(arguments.value()?.string()?),
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
    cluster::tell(options.log.unwrap_or(LevelFilter::Error));
    let scheduler = options.scheduler.ok_or("--scheduler df://HOST:PORT is needed")?;
    let (Some(host), Some(port)) = (scheduler.host_str(), scheduler.port()) else {
        return Err(format!("{scheduler} is not df://HOST:PORT").into());
    };
    let bind = free(options.bind.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 0))))?;
    let own = tempfile::Builder::new().prefix("normail-executor-").tempdir()?;
    let defaults = ExecutorProcessConfig::default();
    let config = ExecutorProcessConfig {
        bind_host: bind.ip().to_string(),
        external_host: options.host,
        port: bind.port(),
        scheduler_host: host.to_owned(),
        scheduler_port: port,
        scheduler_connect_timeout_seconds: 30,
        // It asks for its work, so it listens on one port alone.
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        vcores: options.cores.map_or(defaults.vcores, NonZeroUsize::get),
        memory_pool_size: options.memory.map(|mib| mib << 20),
        work_dir: options.work_dir.or_else(|| Some(own.path().to_str()?.to_owned())),
        override_function_registry: Some(Arc::new(cluster::function_registry(&Policy::form()))),
        override_physical_codec: Some(cluster::physical_codec()),
        ..defaults
    };
    Ok(start_executor_process(Arc::new(config)).await?)
}

/// The address, with a port that is free now where it asks for any: an executor tells its port before it listens.
fn free(bind: SocketAddr) -> std::io::Result<SocketAddr> {
    if bind.port() == 0 { TcpListener::bind(bind)?.local_addr() } else { Ok(bind) }
}
