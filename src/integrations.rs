//! One file for each crate that callers use beside this one, behind the feature of its name. A file of Markdown beside it
//! is its documentation, whose examples `tests/integrations/` runs: they need more of that crate than the feature does.

#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "garde")]
pub mod garde;
#[cfg(feature = "lettre")]
mod lettre;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "sqlx")]
mod sqlx;
#[cfg(feature = "utoipa")]
mod utoipa;
#[cfg(feature = "validator")]
pub mod validator;
