//! The functions on a Ballista cluster, whose every node has to have them: plans name functions and do not carry them.
//! Each node answers by its own policy, so give all the same.
//!
//! Two things get lost between Ballista 55's nodes, and are carried here: how a CSV file is quoted ([`logical_codec`])
//! and that a file is compressed ([`physical_codec`]).

mod compressed_scan;
mod csv_quotes;
mod told;

use std::sync::Arc;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::extension::ballista_scalar_functions;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_scheduler::scheduler_server::SessionBuilder;
use datafusion::error::Result;
use datafusion::execution::{SessionState, SessionStateBuilder};
use datafusion::prelude::{SessionConfig, SessionContext};
use datafusion_proto::logical_plan::LogicalExtensionCodec;
use datafusion_proto::physical_plan::PhysicalExtensionCodec;
use normail::Policy;

use crate::{functions, register_with};

pub use told::{level, tell};

/// A context whose plans are run by the cluster of the scheduler at `df://HOST:PORT`.
///
/// # Errors
///
/// Where `scheduler` is no such address, or the state cannot be made one of a cluster.
pub async fn context(scheduler: &str, state: SessionState, policy: Policy) -> Result<SessionContext> {
    let config = planned_once(state.config().clone()).with_ballista_logical_extension_codec(logical_codec());
    let state = SessionStateBuilder::new_from_existing(state).with_config(config).build();
    let ctx = SessionContext::remote_with_state(scheduler, state).await?;
    // Ballista 55 replaces a state's scalar functions by its own.
    register_with(&ctx, policy);
    Ok(ctx)
}

/// What a scheduler makes its sessions with: `SchedulerConfig::override_session_builder`.
#[must_use]
pub fn session_builder(policy: Policy) -> SessionBuilder {
    Arc::new(move |config: SessionConfig| {
        let state = SessionStateBuilder::new_from_existing(default_session_builder(planned_once(config))?)
            .with_physical_optimizer_rule(Arc::new(compressed_scan::Rule))
            .build();
        let ctx = SessionContext::new_with_state(state);
        register_with(&ctx, policy.clone());
        Ok(ctx.state())
    })
}

/// What an executor finds functions in: `ExecutorProcessConfig::override_function_registry`.
#[must_use]
pub fn function_registry(policy: &Policy) -> BallistaFunctionRegistry {
    let mut registry = BallistaFunctionRegistry::default();
    // Those of lists are not in it by themselves, though clients and schedulers plan with them.
    let theirs = ballista_scalar_functions();
    let ours = functions(policy).into_iter().map(Arc::new);
    let named = theirs.into_iter().chain(ours).map(|function| (function.name().to_owned(), function));
    registry.scalar_functions.extend(named);
    registry
}

/// How a client tells its plans.
#[must_use]
pub fn logical_codec() -> Arc<dyn LogicalExtensionCodec> {
    Arc::new(csv_quotes::Codec::default())
}

/// How a scheduler tells its plans, and an executor reads them: `override_physical_codec` of both.
#[must_use]
pub fn physical_codec() -> Arc<dyn PhysicalExtensionCodec> {
    Arc::new(compressed_scan::Codec::default())
}

/// Without plans that change while they run: these leave out the rules of a session, and so that a file is compressed.
/// The other planner cannot turn a join whose sides filter each other, so they do not.
fn planned_once(config: SessionConfig) -> SessionConfig {
    config
        .with_ballista_adaptive_query_planner(false)
        .set_bool("datafusion.optimizer.enable_join_dynamic_filter_pushdown", false)
}
