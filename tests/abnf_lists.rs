//! What the interpreter of ABNF reads in lists of addresses, without the crate: RFC 5322's own examples, and lists
//! that are easily read wrong.

#[allow(dead_code, reason = "of the languages only that of lists is wanted")]
mod abnf;
#[path = "abnf/lists/mod.rs"]
mod lists;

use abnf::derive::Deriver;
use abnf::languages::Language;
use abnf::prng::Prng;
use lists::{Mailbox, everyday_lists};

/// A list, and of each mailbox the addr-spec, the display name and the group's.
type Example = (&'static str, &'static [(&'static str, Option<&'static str>, Option<&'static str>)]);

/// Appendix A of RFC 5322. What a field begins with, its name and colon, is left out.
const APPENDIX: &[Example] = &[
    // A.1.2
    (
        " \"Joe Q. Public\" <john.q.public@example.com>",
        &[("john.q.public@example.com", Some("Joe Q. Public"), None)],
    ),
    (
        " Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
        &[
            ("mary@x.test", Some("Mary Smith"), None),
            (" jdoe@example.org", None, None),
            ("one@y.test", Some("Who?"), None),
        ],
    ),
    (
        " <boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>",
        &[("boss@nil.test", None, None), ("sysservices@example.net", Some("Giant; \"Big\" Box"), None)],
    ),
    // A.1.3
    (" Pete <pete@silly.example>", &[("pete@silly.example", Some("Pete"), None)]),
    (
        " A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
        &[
            ("c@a.test", Some("Ed Jones"), Some("A Group")),
            ("joe@where.test", None, Some("A Group")),
            ("jdoe@one.test", Some("John"), Some("A Group")),
        ],
    ),
    (" Undisclosed recipients:;", &[]),
    // A.2
    (
        " \"Mary Smith: Personal Account\" <smith@home.example>",
        &[("smith@home.example", Some("Mary Smith: Personal Account"), None)],
    ),
    // A.5
    (
        " Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>",
        &[("pete(his account)@silly.test(his host)", Some("Pete"), None)],
    ),
    (
        "A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n         \
         joe@example.org,\r\n  John <jdoe@one.test> (my dear friend); (the end of the group)",
        &[
            ("c@(Chris's host.)public.example", Some("Chris Jones"), Some("A Group")),
            ("\r\n         joe@example.org", None, Some("A Group")),
            ("jdoe@one.test", Some("John"), Some("A Group")),
        ],
    ),
    ("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", &[]),
    // A.6.1
    (
        " Joe Q. Public <john.q.public@example.com>",
        &[("john.q.public@example.com", Some("Joe Q. Public"), None)],
    ),
    (
        " Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
        &[("mary@example.net", Some("Mary Smith"), None), (" jdoe@test  . example", None, None)],
    ),
    // A.6.2
    (" John Doe <jdoe@machine.example>", &[("jdoe@machine.example", Some("John Doe"), None)]),
    // A.6.3, the underlines as the spaces that they stand for
    (
        " John Doe <jdoe@machine(comment).  example>",
        &[("jdoe@machine(comment).  example", Some("John Doe"), None)],
    ),
    (" Mary Smith\r\n  \r\n          <mary@example.net>", &[("mary@example.net", Some("Mary Smith"), None)]),
];

const OTHERS: &[Example] = &[
    // Separators that separate nothing
    ("\"a,b;c:d>e@f\" <g@h>,i@j", &[("g@h", Some("a,b;c:d>e@f"), None), ("i@j", None, None)]),
    ("\"x@y, <z@w>\" <a@b>", &[("a@b", Some("x@y, <z@w>"), None)]),
    ("(,;<x@y>) a@b (\\)(,)),c@d", &[("(,;<x@y>) a@b (\\)(,))", None, None), ("c@d", None, None)]),
    ("a@[>,;:@],<b@[<>]>", &[("a@[>,;:@]", None, None), ("b@[<>]", None, None)]),
    ("a@[\\],b@c]", &[("a@[\\],b@c]", None, None)]),
    ("\"a,b\"@c,\"<\"@d", &[("\"a,b\"@c", None, None), ("\"<\"@d", None, None)]),
    // Members that are empty
    (", ,a@b,, (c) ,", &[("a@b", None, None)]),
    // Routes
    ("<@a:b@c>", &[("b@c", None, None)]),
    ("N <@a,@[:],@c.d:e@f>", &[("e@f", Some("N"), None)]),
    ("< , (x:) ,@a , ,, @b,:c@d>", &[("c@d", None, None)]),
    ("<@a:(x:)\"@b:\"@c>", &[("(x:)\"@b:\"@c", None, None)]),
    // Names
    ("\"\"<a@b>", &[("a@b", Some(""), None)]),
    ("\"a\"\"b\"c\"d\"<e@f>", &[("e@f", Some("a b c d"), None)]),
    ("\" a \t\r\n b\\ \\\\\\\"\" <c@d>", &[("c@d", Some("a b \\\""), None)]),
    ("A.B. C .D..\"E\".(F)G <h@i>", &[("h@i", Some("A.B. C .D..E. G"), None)]),
    ("a(b)c (d) (e) f\t<g@h>", &[("g@h", Some("a c f"), None)]),
    ("(a)b(c)<d@e>(f)", &[("d@e", Some("b"), None)]),
    // Groups
    ("\":;\":;", &[]),
    ("a:;", &[]),
    ("a:,(b) ,;,c@d", &[("c@d", None, None)]),
    (
        "\"a:;\"(:;):b@c,,\"d\"<e@f>,;,g:h@i; (j),k@l",
        &[
            ("b@c", None, Some("a:;")),
            ("e@f", Some("d"), Some("a:;")),
            ("h@i", None, Some("g")),
            ("k@l", None, None),
        ],
    ),
    ("A\r\n \"B  C\"\r\n\t. : d@e;", &[(" d@e", None, Some("A B C ."))]),
];

/// Nothing between commas, and a group without a name, a colon's or semicolon's place or a list's end.
const NO_LISTS: &[&str] = &[
    "",
    " ",
    ",",
    "(a)",
    "a",
    "a@b c@d",
    "a@b;c@d",
    "a@b;",
    "a@b,<>",
    "a:b@c",
    "a:b@c,",
    ":b@c;",
    "a:b:c@d;;",
    ":;",
    "a;b@c",
    ".a<b@c>",
    "a,b<c@d>",
    "<a@b",
    "a@b>",
    "\"a<b@c>",
    "<@a,b@c>",
    "<@a:>",
    "<a:b@c>",
    "a@b(",
    "a@b)",
    "a@b\r\n",
    "a@b\r\n,c@d",
    "é<a@b>",
];

#[test]
fn the_examples_of_rfc_5322_are_read_as_it_says() {
    check(APPENDIX);
}

#[test]
fn what_is_easily_read_wrong_is_read_right() {
    check(OTHERS);
}

#[test]
fn what_is_no_list_has_no_mailboxes() {
    let language = Language::address_list();
    for text in NO_LISTS {
        assert_eq!(language.mailboxes(text), None, "{text:?}");
    }
}

/// A list of lists has the mailboxes of each, and its length is no trouble, however many ways there are to read it.
#[test]
fn each_derived_list_is_read() {
    let language = Language::address_list();
    let everyday = everyday_lists();
    for (grammar, rule) in [(&language.grammar, "address-list"), (&everyday, "list")] {
        let start = grammar.rule(rule).expect("the grammar has its start rule");
        let deriver = Deriver::new(grammar);
        let mut random = Prng::new(5322);
        let lists: Vec<String> = (0..100).map(|_| deriver.derive(start, &mut random)).collect();
        let members: Vec<_> = lists.iter().flat_map(|list| language.mailboxes(list).expect(list)).collect();
        assert_eq!(language.mailboxes(&lists.join(",")), Some(members));
    }
}

#[test]
fn a_mailbox_says_what_stands_beside_its_addr_spec() {
    let mailboxes =
        Language::address_list().mailboxes("g : \"A\" b <@c:d@e> (f) , g@h;").expect("it is a list");
    let beside: Vec<_> = mailboxes.iter().map(|mailbox| mailbox.beside).collect();
    assert_eq!(beside, [[" \"A\" b <@c:", "> (f) "], ["", ""]]);
    let written = mailboxes.iter().map(|mailbox| mailbox.name.as_ref().map(|name| name.written.trim()));
    assert_eq!(written.collect::<Vec<_>>(), [Some("\"A\" b"), None]);
}

#[test]
fn an_addr_spec_is_bared_at_the_edges_of_its_parts() {
    let language = Language::address_list();
    let bared = [
        ("a@b", Some("a@b")),
        (" a (@)@\r\n \r\n b(b) (c)", Some("a@b")),
        ("(a)\"b (c)\" . d@(e)[ f ] ", Some("\"b (c)\" . d@[ f ]")),
        ("a (b) . c@d (e) . f", Some("a (b) . c@d (e) . f")),
        ("a@b,", None),
    ];
    for (addr_spec, bare) in bared {
        assert_eq!(language.bare(addr_spec).as_deref(), bare, "{addr_spec:?}");
    }
}

fn check(examples: &[Example]) {
    let language = Language::address_list();
    for (list, expected) in examples {
        let mailboxes = language.mailboxes(list).expect(list);
        let found: Vec<_> = mailboxes.iter().map(in_short).collect();
        assert_eq!(found, *expected, "{list:?}");
    }
}

fn in_short<'a>(mailbox: &'a Mailbox<'_>) -> (&'a str, Option<&'a str>, Option<&'a str>) {
    let [name, group] = [&mailbox.name, &mailbox.group].map(|phrase| phrase.as_ref().map(|name| &*name.read));
    (mailbox.addr_spec, name, group)
}
