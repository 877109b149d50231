//! Instructions of the doors over hostile texts of 16 to 4,096 bytes, and of lists of 100 to 10,000 addresses. The
//! harness writes what `benches/check_budgets.py` reads.

use std::hint::black_box;

use gungraun::{Callgrind, LibraryBenchmarkConfig, library_benchmark, library_benchmark_group, main};
use normail::{AddrSpec, Grammar, Policy};
use normail_instructions::{MIXED, lines};

static FORM: Policy = Policy::form();
static HEADER: Policy = Policy::header();

/// In bytes. `check_budgets.py` has them too, for the columns of its table.
const SIZES: [usize; 5] = [16, 64, 256, 1024, 4096];

/// How often the sample of the mixed corpus, a hundred addresses, stands in a list.
const TIMES: [usize; 3] = [1, 10, 100];

type Texts = [String; SIZES.len()];

/// A piece again and again between what stands before and behind, in each of the sizes. One of two, three, four or six
/// bytes can fill them all to the last byte.
fn sizes(before: &str, piece: &str, behind: &str) -> Texts {
    SIZES.map(|octets| {
        let room = octets - before.len() - behind.len();
        assert_eq!(room % piece.len(), 0, "{piece:?} does not fill {octets} bytes");
        format!("{before}{}{behind}", piece.repeat(room / piece.len()))
    })
}

/// Comments as deep as the text is long.
fn nested() -> Texts {
    let address = "ana@b.co";
    SIZES.map(|octets| {
        let depth = (octets - address.len()) / 2;
        format!("{}{}{address}", "(".repeat(depth), ")".repeat(depth))
    })
}

/// Joiners that may not stand there, behind a letter with as many marks as are looked at: of a class so low that a
/// virama may be found behind them.
fn joiners() -> Texts {
    SIZES.map(|octets| {
        let marks = "\u{93C}".repeat((octets / 8).min(30));
        let room = octets - marks.len() - "\u{915}@b".len();
        format!("{}\u{915}{marks}{}@b", "a".repeat(room % 3), "\u{200C}".repeat(room / 3))
    })
}

/// A door, and the shapes of text that it is given.
macro_rules! growth {
    ($name:ident = $open:expr; $($shape:ident: $texts:expr;)+) => {
        #[library_benchmark]
        $(#[benches::$shape(iter = $texts)])+
        fn $name(text: String) -> String {
            let open = $open;
            let _ = black_box(open(black_box(text.as_str())));
            text
        }
    };
}

growth! {
    hostile_parse = |text| FORM.parse(text);
    letters: sizes("", "a", "@b.co");
    dots: sizes("", "a.", "a@b.co");
    zero_width_last: sizes("", "\u{430}", "a@b.c\u{200B}");
    at_signs: sizes("ana", "@", "b.co");
    labels: sizes("ana@", "a.", "b.co");
    a_labels: sizes("ana@", "xn--a.", "bar.co");
    u_labels: sizes("ana@", "\u{E9}.", "b.c");
    u_label: sizes("ana@", "\u{E33}", ".co");
    full_width_last: sizes("", "\u{430}", "\u{FF41}@b.co");
    marks: sizes("e", "\u{301}\u{327}", "@bc.com");
    joiners: joiners();
}

growth! {
    hostile_parse_header = |text| HEADER.parse(text);
    nested_comments: nested();
    comments: sizes("", "()", "a@b.co");
    quoted_pairs: sizes("\"", "\\a", "\"@bc.co");
    quoted_marks: sizes("\"e", "\\\u{301}\\\u{327}", "\"@bc.com");
    folds: sizes("a", "\r\n ", "@b.com");
}

growth! {
    hostile_inspect = |text| FORM.inspect(text);
    zero_width: sizes("ana@b.c", "\u{200B}", "");
    brackets: sizes("", "<", "a@b.co");
    pairs: sizes("", "()", "a@b.co");
    quotes: sizes("", "\"", "a@b.co");
    spaces: sizes("ana", " a", "@b.co");
    at_signs: sizes("ana", "@", "b.co");
    addresses: sizes("", "a@b.c ", "a@bc");
    labels: sizes("ana@", "a.", "b.co");
    a_labels: sizes("ana@", "xn--a.", "bar.co");
    u_labels: sizes("ana@", "\u{E9}.", "b.c");
    u_label: sizes("ana@", "\u{E33}", ".co");
    full_width: sizes("", "\u{FF41}a", "@bcd.com");
    marks: sizes("e", "\u{301}\u{327}", "@bc.com");
    scripts: sizes("", "a\u{430}.", "b@bc.com");
    escaped_quotes: sizes("", "\\\"", "a@b.co");
    joiners: joiners();
    percent: sizes("mailto:", "%20", "@b.com");
    at_words: sizes("a", "%40", "");
    spaced_at_words: sizes("ana", " at ", "gmail.com");
}

growth! {
    hostile_inspect_header = |text| HEADER.inspect(text);
    nested_comments: nested();
    comments: sizes("", "()", "a@b.co");
    quoted_pairs: sizes("\"", "\\a", "\"@bc.co");
    folds: sizes("a", "\r\n ", "@b.com");
}

// The grammar that has them all.
growth! {
    hostile_addr_spec = |text| AddrSpec::parse(text, Grammar::Rfc5322Obsolete);
    nested_comments: nested();
    comments: sizes("", "()", "a@b.co");
    open_comments: sizes("", "(", "a@b.co");
    dots: sizes("", "a.", "a@b.co");
    quoted_pairs: sizes("\"", "\\a", "\"@bc.co");
    at_signs: sizes("a", "@", "b.co");
}

// A list is read beyond what a member may hold.
growth! {
    hostile_inspect_list = |text| FORM.inspect_list(text);
    members: sizes("", "a@b.c,", "a@bc");
    colons: sizes("", "a:,", ";");
    names: sizes("", "x<,", "x");
    escaped_quotes: sizes("", "\\\"", "");
    open_quotes: sizes("", "\"", "");
    open_comments: sizes("", "(", "");
    open_brackets: sizes("", "<", "");
    commas: sizes("", "a,", "");
    lines: sizes("", "\n", "");
    links: sizes("", "mailto:,", "");
    spaces: sizes("", "a ", "");
}

/// The same sample again and again, so that an address costs no more in one list than in another.
fn lists() -> [String; TIMES.len()] {
    let sample = lines(MIXED).into_iter().step_by(10).collect::<Vec<_>>().join(", ");
    TIMES.map(|times| vec![sample.as_str(); times].join(", "))
}

#[library_benchmark]
#[benches::mixed(iter = lists())]
fn long_inspect_list(list: String) -> String {
    black_box(FORM.inspect_list(black_box(&list)));
    list
}

library_benchmark_group!(
    name = growth,
    benchmarks = [
        hostile_parse,
        hostile_parse_header,
        hostile_inspect,
        hostile_inspect_header,
        hostile_addr_spec,
        hostile_inspect_list,
        long_inspect_list
    ]
);

main!(
    // The cache is not simulated: instructions alone are the same on every machine.
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])),
    library_benchmark_groups = growth
);
