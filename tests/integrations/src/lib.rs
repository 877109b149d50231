//! The examples of normail's integrations, as documentation tests.

/// Runs the examples of one file.
macro_rules! examples {
    ($($feature:literal $name:ident)+) => {$(
        #[cfg(all(doctest, feature = $feature))]
        #[doc = include_str!(concat!("../../../src/integrations/", $feature, ".md"))]
        struct $name;
    )+};
}

examples! {
    "arbitrary" Arbitrary
    "clap" Clap
    "diesel" Diesel
    "garde" Garde
    "lettre" Lettre
    "schemars" Schemars
    "sqlx" Sqlx
    "utoipa" Utoipa
    "validator" Validator
}
