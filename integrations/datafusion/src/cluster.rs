//! The functions on a Ballista cluster, whose every node has to have them: plans name functions and do not carry them.
//! Each node answers by its own policy, so give all the same.

use std::sync::Arc;

use ballista::prelude::SessionContextExt;
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_scheduler::scheduler_server::SessionBuilder;
use datafusion::error::Result;
use datafusion::execution::SessionState;
use datafusion::prelude::{SessionConfig, SessionContext};
use normail::Policy;

use crate::{functions, register_with};

/// A context whose plans are run by the cluster of the scheduler at `df://HOST:PORT`.
///
/// # Errors
///
/// Where `scheduler` is no such address, or the state cannot be made one of a cluster.
pub async fn context(scheduler: &str, state: SessionState, policy: Policy) -> Result<SessionContext> {
    let ctx = SessionContext::remote_with_state(scheduler, state).await?;
    // Ballista 55 replaces a state's scalar functions by its own.
    register_with(&ctx, policy);
    Ok(ctx)
}

/// What a scheduler makes its sessions with: `SchedulerConfig::with_override_session_builder`.
#[must_use]
pub fn session_builder(policy: Policy) -> SessionBuilder {
    Arc::new(move |config: SessionConfig| {
        let ctx = SessionContext::new_with_state(default_session_builder(config)?);
        register_with(&ctx, policy.clone());
        Ok(ctx.state())
    })
}

/// What an executor finds functions in: `ExecutorProcessConfig::override_function_registry`.
#[must_use]
pub fn function_registry(policy: &Policy) -> BallistaFunctionRegistry {
    let mut registry = BallistaFunctionRegistry::default();
    let functions =
        functions(policy).into_iter().map(|function| (function.name().to_owned(), Arc::new(function)));
    registry.scalar_functions.extend(functions);
    registry
}
