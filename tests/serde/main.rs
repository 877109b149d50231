//! Feature `serde`: text out, parsed text in; inspections as what a front end renders.
#![cfg(all(feature = "serde", feature = "suggest"))]

#[path = "../common/mod.rs"]
mod common;

mod doors;
mod mirror;
mod shape;
mod text;
mod words;

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The value after a format that people read, and after one that only programs do.
fn round_trips<T: Serialize + DeserializeOwned + Debug>(value: &T) -> [T; 2] {
    let json = serde_json::to_string(value).expect("JSON takes it");
    let bytes = postcard::to_allocvec(value).expect("postcard takes it");
    [
        serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}")),
        postcard::from_bytes(&bytes).unwrap_or_else(|error| panic!("{value:?}: {error}")),
    ]
}
