//! What most programs with a URL in them have already.

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
