//! The tests that mutants are held against (`.cargo/mutants.toml`), in one program: so many take longer to link than to
//! run.

#[path = "../detection.rs"]
mod detection;
#[path = "../domain_set.rs"]
mod domain_set;
#[path = "../findings.rs"]
mod findings;
#[path = "../grammar.rs"]
mod grammar;
#[path = "../keys/main.rs"]
mod keys;
#[path = "../known_domains.rs"]
mod known_domains;
#[path = "../laws/main.rs"]
mod laws;
#[path = "../lists.rs"]
mod lists;
#[path = "../messages.rs"]
mod messages;
#[path = "../parse_errors.rs"]
mod parse_errors;
#[path = "../policies.rs"]
mod policies;
#[path = "../policy_sets.rs"]
mod policy_sets;
#[path = "../realworld.rs"]
mod realworld;
#[path = "../regressions.rs"]
mod regressions;
#[path = "../reports.rs"]
mod reports;
#[path = "../terminal.rs"]
mod terminal;
