//! [`normail`]'s inspection of e-mail addresses as scalar functions of [DataFusion](datafusion): a column at a time,
//! one inspection for each value, written straight into Arrow arrays.
//!
//! ```
//! use datafusion::prelude::SessionContext;
//!
//! # tokio::runtime::Runtime::new()?.block_on(async {
//! let ctx = SessionContext::new();
//! normail_datafusion::register(&ctx);
//! let cleaned = ctx.sql("SELECT email_address(' Ana <ana@EXAMPLE.com>')").await?.to_string().await?;
//! assert!(cleaned.contains("ana@example.com"));
//! # Ok::<(), datafusion::error::DataFusionError>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | function | answer |
//! | --- | --- |
//! | `email_is_valid(x)` | whether the strict door takes it as it stands |
//! | `email_address(x)` | the address with every automatic fix applied; null where it is Rejected |
//! | `email_suggestion(x)` | what was likely meant, if that is something else |
//! | `email_verdict(x)` | `Clean`, `Repaired`, `Doubtful` or `Rejected` |
//! | `email_codes(x)` | the codes of the findings, a list in the order of the text |
//! | `email_message(x)`, `email_message(x, 'es')` | the sentences of the findings; null where there are none |
//! | `email_domain(x)` | the domain of the address, in lower case, as A-labels |
//! | `email_provider(x)` | the mail provider whose documented rules apply |
//! | `email_key(x)` | equal for addresses that reach one mailbox |
//! | `email_skeleton(x)` | equal for addresses that look alike |
//! | `email_inspect(x)`, `email_inspect(x, 'es')` | all of these as one struct, for the price of one inspection |
//!
//! They take `Utf8`, `LargeUtf8`, `Utf8View` and dictionaries of them; the values of a dictionary are inspected once
//! each. Null stays null. Text comes back as `Utf8`.

mod answer;
#[cfg(feature = "cluster")]
pub mod cluster;
mod columns;
mod evaluate;
mod explanation;
mod function;
mod language;

use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;
use normail::Policy;

/// Adds the functions to a context, under [`Policy::form`].
///
/// ```
/// use datafusion::execution::FunctionRegistry;
/// use datafusion::prelude::SessionContext;
///
/// let ctx = SessionContext::new();
/// normail_datafusion::register(&ctx);
/// assert!(ctx.udf("email_key").is_ok());
/// ```
pub fn register(ctx: &SessionContext) {
    register_with(ctx, Policy::form());
}

/// Adds the functions to a context, under a policy of the caller's. Functions of another policy that the context has
/// are replaced.
///
/// It turns `datafusion.optimizer.enable_leaf_expression_pushdown` off: DataFusion 55 moves each field of a struct to
/// where the struct is made, and so makes it once for each. With it on, five columns of `email_inspect` cost five
/// inspections.
///
/// ```
/// use datafusion::prelude::SessionContext;
/// use normail::Policy;
///
/// # tokio::runtime::Runtime::new()?.block_on(async {
/// let ctx = SessionContext::new();
/// normail_datafusion::register_with(&ctx, Policy::form().single_label_domain(true));
/// let verdict = ctx.sql("SELECT email_verdict('ana@intranet')").await?.to_string().await?;
/// assert!(verdict.contains("Clean"));
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// # })?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn register_with(ctx: &SessionContext, policy: Policy) {
    for function in functions(&policy) {
        ctx.register_udf(function);
    }
    ctx.state_ref().write().config_mut().options_mut().optimizer.enable_leaf_expression_pushdown = false;
}

/// The functions themselves, for registries other than a context's, such as a cluster node's.
///
/// ```
/// use normail::Policy;
///
/// let functions = normail_datafusion::functions(&Policy::form());
/// assert!(functions.iter().any(|function| function.name() == "email_inspect"));
/// ```
#[must_use]
pub fn functions(policy: &Policy) -> Vec<ScalarUDF> {
    function::all(policy)
}
