//! Runs the example `review` as a person does, and looks at what it shows, writes and returns.

mod expected;
mod formats;
mod output;
mod problems;
mod report;
mod run;
