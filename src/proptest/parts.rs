//! Addresses built from their parts, and what stands around them.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use core::net::{Ipv4Addr, Ipv6Addr};

use proptest::prelude::*;
use proptest::sample::select;

const NAMES: &[&str] = &[
    "josé",
    "jose\u{301}",
    "мария",
    "山田taro",
    "उपयोगकर्ता",
    "คำ",
    "Գևորգ",
    "ⵣⵉⵔⵉ",
    "o'neil",
    "50%deal",
    "İpek",
    "straße",
    "ελένη",
    "نامه\u{200C}ای",
    "क्\u{200D}ष",
    "user+tag",
    "no-reply",
    "ﬁn",
    "ａｎａ",
    "аna",
    "x²",
    "1١",
    "a\u{301}\u{301}",
];

const LABELS: &[&str] = &[
    "bücher",
    "BÜCHER",
    "bu\u{308}cher",
    "münchen",
    "пример",
    "例え",
    "उदाहरण",
    "مثال",
    "ไทยshop",
    "faß",
    "läge",
    "аррӏе",
    "faceboಂk",
    "gmaıl",
    "ﬁnance",
    "ｅｘ",
    "xn--bcher-kva",
    "XN--BCHER-KVA",
    "xn--e1aybc",
    "xn--80ak6aa92e",
    "xn--maana-pta",
    "a-b",
    "a--b",
    "EXAMPLE",
    "paypal",
    "exampIe",
    "examp1e",
    "exаmple",
    "paypai",
    "раураl",
    "gmail",
    "yaho",
    "3com",
    "ab--c",
    "xn--zca",
    "xn--ls8h",
];

const ENDINGS: &[&str] = &[
    "com",
    "COM",
    "org",
    "co.uk",
    "example",
    "test",
    "de",
    "рф",
    "xn--p1ai",
    "भारत",
    "みんな",
    "museum",
    "local",
    "internal",
    "con",
    "cmo",
    "a1",
    "0x",
    "m",
];

fn atom() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[a-zA-Z0-9_+-]{1,8}",
        1 => "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,8}",
        2 => select(NAMES).prop_map(String::from),
    ]
    .boxed()
}

fn dot_string() -> BoxedStrategy<String> {
    prop::collection::vec(atom(), 1..4).prop_map(|atoms| atoms.join(".")).boxed()
}

fn quoted_string() -> BoxedStrategy<String> {
    let piece = prop_oneof![
        4 => "[a-z.]{1,4}",
        1 => "[ @<>,;:()\\[\\]]",
        1 => "\\\\[ -~]",
        1 => select(NAMES).prop_map(String::from),
        1 => select(vec!["\t", "\r\n ", " \r\n\t", "\u{A0}", "\u{7F}"]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat())).boxed()
}

fn local_part() -> BoxedStrategy<String> {
    prop_oneof![
        6 => dot_string(),
        2 => quoted_string(),
        1 => "[a-z.]{1,12}",
        1 => "[a-z]{60,70}",
    ]
    .boxed()
}

fn label() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[a-zA-Z0-9]([a-zA-Z0-9-]{0,6}[a-zA-Z0-9])?",
        3 => select(LABELS).prop_map(String::from),
        1 => "[a-z]{60,66}",
    ]
    .boxed()
}

/// Host names in many scripts, and a few that are none: with labels that are too long, or an ending of digits.
///
/// ```
/// use normail::proptest::host_name;
/// use proptest::prelude::*;
///
/// proptest!(|(name in host_name())| {
///     prop_assert!(!name.is_empty() && !name.contains('@'));
/// });
/// ```
pub fn host_name() -> impl Strategy<Value = String> {
    let labels = prop_oneof![4 => 1..4_usize, 1 => 0..9_usize]
        .prop_flat_map(|count| prop::collection::vec(label(), count));
    (labels, select(ENDINGS)).prop_map(|(mut labels, ending)| {
        labels.push(String::from(ending));
        labels.join(".")
    })
}

fn literal() -> BoxedStrategy<String> {
    prop_oneof![
        any::<[u8; 4]>().prop_map(|octets| format!("[{}]", Ipv4Addr::from(octets))),
        any::<[u16; 8]>().prop_map(|groups| format!("[IPv6:{}]", Ipv6Addr::from(groups))),
        "\\[IPv6:[0-9A-Fa-f]{0,4}(::?[0-9a-f]{1,4}){0,8}(:192\\.0\\.2\\.1)?\\]",
        "\\[[a-z-]{1,6}:[!-Z^-~]{1,8}\\]",
        "\\[[0-9.]{1,15}\\]",
    ]
    .boxed()
}

fn domain() -> BoxedStrategy<String> {
    prop_oneof![8 => host_name(), 1 => literal()].boxed()
}

/// What a header may hold beside a token.
fn gap() -> impl Strategy<Value = &'static str> {
    select(vec!["", "", "", "", " ", "(c)", " (a (b) \\) c) ", "\r\n ", "(café)", "\t"])
}

/// An address that nothing is odd about, most of the time: for faults to be put in.
pub(super) fn plain_address() -> impl Strategy<Value = String> {
    let names = select(vec!["ana", "josé", "мария", "उपयोगकर्ता", "o'neil", "Ana.Maria", "user+tag"]);
    let local = prop_oneof![2 => "[a-z]{3,8}(\\.[a-z]{3,8})?", 1 => names.prop_map(String::from)];
    let label = select(vec!["münchen", "пример", "例え", "उदाहरण"]);
    let label = prop_oneof![2 => "[a-z]{4,9}[0-9]?", 1 => label.prop_map(String::from)];
    let ending = select(vec!["com", "org", "de", "co.uk", "net"]);
    (local, label, ending).prop_map(|(local, label, ending)| format!("{local}@{label}.{ending}"))
}

/// An address as a grammar takes it; now and then with comments and folds.
pub(super) fn address() -> BoxedStrategy<String> {
    let plain = (local_part(), domain()).prop_map(|(local, domain)| format!("{local}@{domain}"));
    let with_gaps = (gap(), local_part(), gap(), gap(), domain(), gap())
        .prop_map(|(a, local, b, c, domain, d)| format!("{a}{local}{b}@{c}{domain}{d}"));
    let obsolete = (atom(), gap(), atom(), label(), gap(), label())
        .prop_map(|(one, a, two, three, b, four)| format!("{one}{a}.{two}@{three}.{b}{four}"));
    prop_oneof![6 => plain, 2 => with_gaps, 1 => obsolete].boxed()
}

/// Addresses with what people and programs put around them: names, brackets, links, words.
///
/// ```
/// use normail::{inspect, proptest::wrapped};
/// use proptest::prelude::*;
///
/// proptest!(|(text in wrapped())| {
///     let inspection = inspect(&text);
///     prop_assert!(inspection.address().is_none_or(|address| !address.as_str().contains('<')));
/// });
/// ```
pub fn wrapped() -> impl Strategy<Value = String> {
    let name = select(vec![
        "Ana",
        "Ana María",
        "\"Pérez, Ana\"",
        "Pérez, Ana",
        "👍",
        "=?utf-8?q?Jos=C3=A9?=",
        "ana@example.com",
        "Jos\u{FFFD}",
        "(x)",
        "\"un",
        "山田",
        "<<",
        "O'Neil",
    ]);
    let around = select(vec![
        ("", ""),
        ("<", ">"),
        ("(", ")"),
        ("\"", "\""),
        ("'", "'"),
        ("mailto:", ""),
        ("mailto:", "?subject=hola%20a"),
        ("Email: ", ""),
        ("", "."),
        ("", ","),
        (" ", " "),
        ("\u{200B}", "\u{FEFF}"),
        ("[x](mailto:", ")"),
        ("<@a,@b:", ">"),
        ("Team: ", ";"),
        ("write to ", ""),
        ("", " thanks"),
        ("*", "*"),
        ("＜", "＞"),
        ("http://", ""),
        ("www.", ""),
        ("<mailto:", ">"),
        ("\u{201C}", "\u{201D}"),
        ("", " (work)"),
    ]);
    prop_oneof![
        2 => (name, address()).prop_map(|(name, address)| format!("{name} <{address}>")),
        3 => (around, address()).prop_map(|((before, after), address)| format!("{before}{address}{after}")),
    ]
}
