//! Reviews the e-mail addresses of tables, in this process or on a cluster.
//!
//! ```text
//! normail-sql review customers.csv --column Email --output reviewed.csv
//! normail-sql query "SELECT email_domain(email), count(*) FROM t GROUP BY 1" --table t=customers/
//! ```
//!
//! A review is a plan for each file (`inputs`, `table`, `reviewed`), run by an engine (`engine`) that writes to names
//! of its own until all is there (`staging`); then the totals are asked of what was written (`totals`).
//!
//! The exit status is 0 where it was done, 2 where it could not be: then one sentence on the standard error says why,
//! and nothing is written.

use std::process::ExitCode;

use crate::arguments::{Request, Resources};
use crate::engine::Engine;
use crate::fault::Fault;

mod arguments;
mod engine;
mod fault;
mod form;
mod inputs;
mod progress;
mod query;
mod review;
mod reviewed;
mod screen;
mod staging;
mod table;
mod totals;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("normail-sql: {fault}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), Fault> {
    match arguments::read(lexopt::Parser::from_env())? {
        Request::Help => screen::print(include_str!("help.txt")),
        Request::Version => screen::print(concat!("normail-sql ", env!("CARGO_PKG_VERSION"), "\n")),
        Request::Review(options, resources) => {
            on_engine(&resources, async |engine| review::run(&options, engine).await)
        }
        Request::Query(options, resources) => {
            on_engine(&resources, async |engine| query::run(&options, engine).await)
        }
    }
}

/// Does the work, unless it is interrupted: then what it left is cleaned up like after any other fault.
fn on_engine(
    resources: &Resources,
    work: impl AsyncFnOnce(&Engine) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(resources.cores.get()).enable_all().build();
    let runtime = runtime.map_err(|error| Fault::Engine(error.to_string()))?;
    runtime.block_on(async {
        let engine = Engine::start(resources).await?;
        tokio::select! {
            done = work(&engine) => done,
            () = interrupted() => Err(Fault::Interrupted),
        }
    })
}

/// Returns when somebody asks for an end. Where that cannot be heard of, never.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let heard = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
        let (Ok(mut interrupt), Ok(mut terminate)) = heard else { return std::future::pending().await };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
    #[cfg(not(unix))]
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
