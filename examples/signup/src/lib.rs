//! A sign-up form: what a person types is inspected, asked about where it is doubtful, and stored.

pub mod app;
pub mod letter;
pub mod store;

mod form;
mod headers;
mod language;
mod page;
mod text;
