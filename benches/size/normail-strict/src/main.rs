//! The strict door alone.

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", normail::parse(&text).is_ok_and(|address| address.as_str() == text));
    #[cfg(feature = "beside-idna")]
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
