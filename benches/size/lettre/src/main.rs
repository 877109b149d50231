fn main() {
    let text = std::env::args().nth(1).unwrap_or_default();
    println!("{}", text.parse::<lettre::Address>().is_ok_and(|address| address.as_ref() == text));
}
