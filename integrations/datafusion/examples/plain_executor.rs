//! A Ballista executor as it comes, without the functions: what a test shows a cluster to be told about.
//!
//! ```sh
//! cargo run --features cluster --example plain_executor -- SCHEDULER_PORT PORT
//! ```

use std::sync::Arc;

use ballista_core::config::TaskSchedulingPolicy;
use ballista_executor::executor_process::{ExecutorProcessConfig, start_executor_process};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ports = std::env::args().skip(1).map(|port| port.parse()).collect::<Result<Vec<u16>, _>>()?;
    let [scheduler_port, port] = ports[..] else { return Err("two ports are needed".into()) };
    let work = tempfile::tempdir()?;
    let config = ExecutorProcessConfig {
        port,
        scheduler_host: "127.0.0.1".into(),
        scheduler_port,
        scheduler_connect_timeout_seconds: 30,
        task_scheduling_policy: TaskSchedulingPolicy::PullStaged,
        work_dir: work.path().to_str().map(str::to_owned),
        ..ExecutorProcessConfig::default()
    };
    Ok(start_executor_process(Arc::new(config)).await?)
}
