//! A caller's own fuzz target, with bytes in place of the fuzzer.

use std::collections::HashSet;

use arbitrary::{Arbitrary, Unstructured};
use normail::EmailAddress;

#[derive(Arbitrary, Debug)]
struct Account {
    email: EmailAddress,
    others: Vec<EmailAddress>,
}

/// Bytes that look like chance, the same in every run (xorshift).
fn noise(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let step = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..length).map(step).collect()
}

#[test]
fn addresses_are_of_the_form_and_of_every_script() {
    let made: Vec<EmailAddress> = (0..2_000)
        .filter_map(|seed| EmailAddress::arbitrary(&mut Unstructured::new(&noise(seed, 64))).ok())
        .collect();
    assert!(made.len() > 1_800, "{} of 2,000 are addresses", made.len());
    assert!(made.iter().all(|address| EmailAddress::parse(address.as_str()).as_ref() == Ok(address)));
    let distinct: HashSet<&str> = made.iter().map(EmailAddress::as_str).collect();
    assert!(distinct.len() > 1_700, "{} of {} differ", distinct.len(), made.len());
    assert!(made.iter().any(EmailAddress::needs_smtputf8));
    assert!(made.iter().any(|address| address.subaddress().is_some()));
}

#[test]
fn a_struct_with_addresses_is_made_of_bytes() {
    let accounts = (0..200).filter_map(|seed| {
        let bytes = noise(seed, 512);
        Account::arbitrary_take_rest(Unstructured::new(&bytes)).ok()
    });
    let accounts: Vec<Account> = accounts.collect();
    assert!(accounts.iter().any(|account| account.others.len() > 1), "{accounts:?}");
    assert!(accounts.iter().all(|account| account.email.as_str().contains('@')));
}
