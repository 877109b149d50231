//! Lists of domains as an administrator pastes them.

use std::net::{Ipv4Addr, Ipv6Addr};

use normail::proptest::{host_name, mangled, tokens};
use proptest::prelude::*;
use proptest::sample::select;

/// Entries that meet: above, below, beside and inside each other.
const FEW: &[&str] = &[
    "a.example",
    "*.a.example",
    ".example",
    "b.a.example",
    "*.com",
    "192.0.2.1",
    "192.0.0.0/16",
    "::ffff:0:0/96",
    "0.0.0.0/0",
];

/// Names, wildcards, addresses and networks, some of them damaged, with an end of line or without.
pub(crate) fn domain_lists() -> BoxedStrategy<String> {
    let line = prop_oneof![
        4 => name(),
        4 => select(FEW).prop_map(String::from),
        3 => network(),
        2 => mangled(name()),
        1 => mangled(network()),
        1 => tokens(),
    ];
    let end = select(vec!["\n", "\n", "\r\n", "\r", ","]);
    (prop::collection::vec(line, 0..12), end).prop_map(|(lines, end)| lines.join(end)).boxed()
}

fn name() -> BoxedStrategy<String> {
    let before = select(vec!["", "", "*.", ".", "- ", "• ", "@", "# "]);
    let behind = select(vec!["", "", "", " # ours", ",", ";", " ", "."]);
    (before, host_name(), behind).prop_map(|(before, name, behind)| format!("{before}{name}{behind}")).boxed()
}

/// Of any address and prefix, with the bits beyond the prefix set in a few.
fn network() -> BoxedStrategy<String> {
    let v4 = (any::<u32>(), 0..=32_u32).prop_map(|(bits, prefix)| {
        let mask = u32::MAX.checked_shl(32 - prefix).unwrap_or(0);
        (Ipv4Addr::from_bits(bits & mask), Ipv4Addr::from_bits(mask), prefix)
    });
    let v6 = (any::<u128>(), 0..=128_u32).prop_map(|(bits, prefix)| {
        let mask = u128::MAX.checked_shl(128 - prefix).unwrap_or(0);
        format!("{}/{prefix}", Ipv6Addr::from_bits(bits & mask))
    });
    prop_oneof![
        2 => v4.clone().prop_map(|(network, _, prefix)| format!("{network}/{prefix}")),
        1 => v4.prop_map(|(network, mask, _)| format!("{network} {mask}")),
        2 => v6,
        1 => (any::<Ipv4Addr>(), 0..34_u8).prop_map(|(address, prefix)| format!("{address}/{prefix}")),
        1 => any::<Ipv4Addr>().prop_map(|address| address.to_ipv6_mapped().to_string()),
    ]
    .boxed()
}
