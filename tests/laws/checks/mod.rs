//! The laws that every door keeps, each a function of a policy and an input that says what broke.
//!
//! The property tests and the fuzz targets share these files, so they name nothing but the crate and `std`.

macro_rules! ensure {
    ($holds:expr, $($message:tt)+) => {
        if !$holds {
            return Err(format!($($message)+));
        }
    };
}

pub mod domain_set;
pub mod grammars;
pub mod keys;
pub mod lenient;
pub mod list;
pub mod plain_set;
pub mod policies;
pub mod results;
pub mod spans;
pub mod strict;

/// What broke, in words.
pub type Checked = Result<(), String>;

/// Above this many bytes nothing is read.
pub const INPUT_MAX: usize = 4096;
