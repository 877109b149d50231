fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", text.parse::<email_address::EmailAddress>().is_ok_and(|address| address.as_str() == text));
}
