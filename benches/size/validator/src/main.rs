use validator::ValidateEmail;

fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", text.validate_email());
    #[cfg(feature = "beside-idna")]
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
