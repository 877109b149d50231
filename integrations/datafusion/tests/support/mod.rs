//! What the tests share.
#![allow(dead_code, reason = "each test takes its part")]

pub mod cells;
pub mod corpora;
pub mod expected;
