//! What a context knows of the functions.

mod support;

use std::collections::BTreeSet;

use datafusion::arrow::util::display::array_value_to_string;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::{ScalarUDF, Volatility};
use datafusion::prelude::{SessionConfig, SessionContext};
use normail::Policy;

use support::cells::column;
use support::expected::FUNCTIONS;

fn names() -> Vec<&'static str> {
    FUNCTIONS.into_iter().chain(["email_inspect"]).collect()
}

#[test]
fn every_function_is_registered_and_immutable() {
    let ctx = SessionContext::new();
    normail_datafusion::register(&ctx);
    for name in names() {
        let function = ctx.udf(name).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(function.signature().volatility, Volatility::Immutable, "{name}");
    }
    assert_eq!(normail_datafusion::functions(&Policy::form()).len(), names().len());
}

#[test]
fn functions_are_one_where_name_and_policy_are() {
    let form = normail_datafusion::functions(&Policy::form());
    assert_eq!(form, normail_datafusion::functions(&Policy::form()));
    for (one, other) in form.iter().zip(normail_datafusion::functions(&Policy::smtp())) {
        assert_ne!(*one, other, "{}", one.name());
    }
    let distinct: std::collections::HashSet<ScalarUDF> = form.into_iter().collect();
    assert_eq!(distinct.len(), names().len());
}

#[tokio::test]
async fn a_context_answers_by_its_own_policy() {
    let query = "SELECT email_verdict('ana@intranet'), email_is_valid('ana@intranet')";
    for (policy, expected) in [(Policy::form(), ["Rejected", "false"]), (Policy::smtp(), ["Clean", "true"])] {
        let ctx = SessionContext::new();
        normail_datafusion::register_with(&ctx, policy);
        let batches = ctx.sql(query).await.unwrap().collect().await.unwrap();
        let found = [0, 1].map(|place| column(&batches, place).remove(0).unwrap());
        assert_eq!(found, expected);
    }
}

#[tokio::test]
async fn show_functions_explains_each() {
    let ctx = SessionContext::new_with_config(SessionConfig::new().with_information_schema(true));
    normail_datafusion::register(&ctx);
    let shown = ctx.sql("SHOW FUNCTIONS LIKE 'email_%'").await.unwrap();
    let query = "SELECT DISTINCT arrow_cast(function_name, 'Utf8') FROM shown \
                 WHERE return_type IS NOT NULL AND description IS NOT NULL AND syntax_example IS NOT NULL \
                 AND parameter_types[1] = 'String'";
    ctx.register_table("shown", shown.into_view()).unwrap();
    let batches = ctx.sql(query).await.unwrap().collect().await.unwrap();
    let explained: BTreeSet<String> = column(&batches, 0).into_iter().flatten().collect();
    assert_eq!(explained, names().into_iter().map(str::to_owned).collect());
}

/// The examples of the documentation are queries: each is asked.
#[tokio::test]
async fn each_example_is_answered_as_it_says() {
    let ctx = SessionContext::new();
    normail_datafusion::register(&ctx);
    for function in normail_datafusion::functions(&Policy::form()) {
        let name = function.name();
        let documentation = function.documentation().unwrap_or_else(|| panic!("{name} is explained"));
        let example = documentation.sql_example.as_deref().unwrap_or_else(|| panic!("{name} has an example"));
        let (query, answer) = example.split_once(";\n").unwrap_or_else(|| panic!("{name}: {example}"));
        let asked = query.strip_prefix("> SELECT ").unwrap_or_else(|| panic!("{name}: {query}"));
        let batches = ctx.sql(&format!("SELECT {asked}")).await.unwrap().collect().await.unwrap();
        let found = array_value_to_string(batches[0].column(0), 0).unwrap();
        // A long answer is begun alone.
        let begun = answer.split('…').next().unwrap_or(answer);
        assert!(found == answer || begun != answer && found.starts_with(begun), "{query}: {found}");
    }
}
