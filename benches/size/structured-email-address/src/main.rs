fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    let address = text.parse::<structured_email_address::EmailAddress>();
    println!("{}", address.is_ok_and(|address| address.canonical() == text));
    #[cfg(feature = "beside-idna")]
    println!("{}", idna::domain_to_ascii(&text).unwrap_or_default());
}
