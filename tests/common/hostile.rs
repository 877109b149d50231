//! Texts that cost much for their size.

/// Pieces that make much of each: faults, findings, edits, wrappers, members, labels, entries.
const PIECES: [&str; 34] = [
    "a",
    "@",
    ".",
    " ",
    "\"",
    "\\\"",
    "(",
    "()",
    "(at)",
    "<",
    "<>",
    "a@b.co,",
    "a@b.co ",
    "a,",
    "\n",
    "\u{C}",
    "\u{200B}",
    "\u{200B}a",
    "\u{FFFC}@a,@b:",
    "\u{FF41}",
    "a\u{FF41}",
    "\u{FF0E}",
    "%20",
    "=?u?Q?x",
    "\u{301}",
    "é",
    "\u{E33}",
    "\u{FDFA}",
    "xn--a.",
    "\u{2011}a",
    "a\u{430}.",
    "\0",
    "a.b\n",
    "::1\n",
];

/// Each of them again and again, alone and where an address has it.
pub(crate) fn hostile(bytes: usize) -> impl Iterator<Item = String> {
    let shapes = [
        ("", ""),
        ("", "@example.com"),
        ("ana@", ".com"),
        ("mailto:", ""),
        ("x <", "@b.co>"),
        ("\"", "\"@b.co"),
    ];
    PIECES.into_iter().flat_map(move |piece| {
        shapes.map(|(before, behind)| {
            let room = bytes - before.len() - behind.len();
            format!("{before}{}{behind}", piece.repeat(room / piece.len()))
        })
    })
}
