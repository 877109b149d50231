#!/usr/bin/env python3
"""Turns the data files beside it into src/known/tables.rs, or with --check only compares.

Nothing but the standard library of Python 3.11 is needed:

    python3 data/generate.py [--check]
"""

import pathlib
import sys
import tomllib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "known" / "tables.rs"

HEADER = """\
//! Made by `data/generate.py` from the files in `data/`, which name their sources and dates; do not edit.

use super::provider::{Rules, TagBase};

"""

RULE_KEYS = {
    "tag",
    "tag_base",
    "ignored",
    "alike",
    "characters",
    "domain_aliases",
    "subdomain",
    "subdomain_hyphen",
    "domains",
    "sources",
}


def lines(name):
    """The lines of a data file, without comments and blank ones."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def list_date():
    """The date that the header of the top-level domains names."""
    for line in (HERE / "top_level_domains.txt").read_text(encoding="utf-8").splitlines():
        if "Public Suffix List of " in line:
            return line.split("Public Suffix List of ")[1].split(",")[0]
    sys.exit("top_level_domains.txt names no date")


def text(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(name, doc, kind, rows):
    """A constant, which is in no program: what asks the table lays it out for that."""
    body = "".join(f"    {row},\n" for row in rows)
    return f"/// {doc}\npub(super) const {name}: &[{kind}] = &[\n{body}];\n\n"


def names(name, doc, values):
    return table(name, doc, "&str", [text(value) for value in sorted(values)])


def folded(word):
    """Without case and accents, as words are compared."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(part for part in parts if not unicodedata.category(part).startswith("M")).lower()


def providers():
    pairs = [tuple(line.split()) for line in lines("providers.txt")]
    seen, order = {}, []
    for domain, provider in pairs:
        if domain in seen:
            sys.exit(f"providers.txt: {domain} stands twice")
        seen[domain] = provider
        if provider not in order:
            order.append(provider)
    rows = [f"({text(domain)}, {order.index(seen[domain])})" for domain in sorted(seen)]
    mains = []
    for provider in order:
        main = next(domain for domain, owner in pairs if owner == provider)
        mains.append(f"({text(provider)}, {text(main)})")
    return table("PROVIDER_DOMAINS", "Domains of mail providers, with the index of the provider.", "(&str, u8)", rows) + table(
        "PROVIDERS", "Mail providers, each with its main domain.", "(&str, &str)", mains
    )


def special_use():
    rows = []
    for line in lines("special_use_domains.txt"):
        domain, *rest = line.split()
        rows.append((domain, "note" in rest))
    return table(
        "SPECIAL_USE",
        "Special-use names; the flag marks those that only documents and tests use.",
        "(&str, bool)",
        [f"({text(domain)}, {str(note).lower()})" for domain, note in sorted(rows)],
    )


def script_countries():
    rows = "".join(f"{row}\\n\\\n" for row in lines("script_countries.txt"))
    return (
        "/// Scripts, by Unicode's name, and the top-level domains of countries that write in them: one a line.\n"
        f'pub(super) const SCRIPT_COUNTRIES: &str = "\\\n{rows}";\n\n'
    )


def optional_char(rule, key):
    return f"Some({rule[key]!r})" if key in rule else "None"


def domain_list(rule, key):
    return f"&[{', '.join(text(domain) for domain in rule.get(key, []))}]"


def one_rule(provider, rule):
    if unknown := rule.keys() - RULE_KEYS:
        sys.exit(f"provider_rules.toml: {provider} has {', '.join(sorted(unknown))}")
    if "sources" not in rule:
        sys.exit(f"provider_rules.toml: {provider} names no source")
    own = {domain for domain, owner in map(str.split, lines("providers.txt")) if owner == provider}
    if foreign := {*rule.get("domain_aliases", []), *rule.get("domains", [])} - own:
        sys.exit(f"provider_rules.toml: {', '.join(sorted(foreign))} is not {provider}'s in providers.txt")
    characters = f"Some({text(rule['characters'])})" if "characters" in rule else "None"
    fields = {
        "tag": optional_char(rule, "tag"),
        "tag_base": "TagBase::" + rule.get("tag_base", "mailbox").capitalize(),
        "ignored": text(rule.get("ignored", "")),
        "alike": text(rule.get("alike", "")),
        "characters": characters,
        "domain_aliases": domain_list(rule, "domain_aliases"),
        "subdomain": str(rule.get("subdomain", False)).lower(),
        "subdomain_hyphen": optional_char(rule, "subdomain_hyphen"),
        "domains": domain_list(rule, "domains"),
    }
    return f"({text(provider)}, Rules {{ {', '.join(f'{key}: {value}' for key, value in fields.items())} }})"


def rules():
    parsed = tomllib.loads((HERE / "provider_rules.toml").read_text(encoding="utf-8"))
    version = parsed.pop("version")
    rows = [one_rule(provider, rule) for provider, rule in sorted(parsed.items())]
    return (
        "/// The version of the rules, which keys carry.\n"
        f"pub(super) const RULES_VERSION: u32 = {version};\n\n"
    ) + table("RULES", "What providers document of their local parts.", "(&str, Rules)", rows)


def generated():
    return "".join(
        [
            HEADER,
            "/// The date of the list that the endings are from.\n",
            f"pub(super) const LIST_DATE: &str = {text(list_date())};\n\n",
            names("TOP_LEVEL_DOMAINS", "Top-level domains, as A-labels.", lines("top_level_domains.txt")),
            names("PUBLIC_SUFFIXES", "Public suffixes of two labels.", lines("public_suffixes.txt")),
            names("COMMON_DOMAINS", "Domains that may well be meant.", lines("common_domains.txt")),
            names("LABEL_WORDS", "Words before a colon and an address that name no group.", map(folded, lines("label_words.txt"))),
            providers(),
            special_use(),
            script_countries(),
            rules(),
        ]
    ).rstrip("\n") + "\n"


def main():
    made = generated()
    if sys.argv[1:] == ["--check"]:
        if TARGET.read_text(encoding="utf-8") != made:
            sys.exit("src/known/tables.rs differs from what data/generate.py makes")
    else:
        TARGET.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
