//! What the tests share.
#![allow(dead_code, reason = "each test takes its part")]

pub mod cells;
#[cfg(feature = "cluster")]
pub mod cluster;
#[cfg(feature = "command")]
pub mod command;
pub mod corpora;
pub mod expected;
