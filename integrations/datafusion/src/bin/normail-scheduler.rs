//! A Ballista scheduler that knows the functions.
fn main() {}
