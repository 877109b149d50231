//! The whole service, end to end: what is posted, what is shown, what is stored, what is written to whom.

mod accounts;
mod answers;
mod inputs;
mod protocol;
mod service;
