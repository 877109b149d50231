#!/usr/bin/env python3
"""Writes top_level_domains.txt and public_suffixes.txt from the Public Suffix List.

    pip download --no-deps publicsuffixlist==1.1.2.20261023
    python3 data/top_level_domains.py publicsuffixlist-1.1.2.20261023-py3-none-any.whl

The argument is the wheel of the PyPI package `publicsuffixlist`, which ships the list as it was
published. Only the ICANN section is read. With `--check` nothing is written: the exit status says
whether the two files beside this script are what the package gives.
"""

import pathlib
import re
import sys
import unicodedata
import zipfile

LIST = "publicsuffixlist/public_suffix_list.dat"
HERE = pathlib.Path(__file__).resolve().parent


def main(arguments):
    check = "--check" in arguments
    packages = [argument for argument in arguments if argument != "--check"]
    if len(packages) != 1:
        sys.exit(__doc__)
    with zipfile.ZipFile(packages[0]) as package:
        text = package.read(LIST).decode("utf-8")
        source = package_name(package)
    date = re.search(r"^// VERSION: (\d{4}-\d{2}-\d{2})", text, re.MULTILINE)
    if date is None:
        sys.exit(f"{LIST}: no line that names the version")
    note = [
        f"From the package {source}: the Public Suffix List of {date[1]}, ICANN section.",
        "The list is under the Mozilla Public License 2.0. Made by top_level_domains.py; do not edit.",
    ]
    rules = icann_rules(text)
    stale = [
        name
        for name, content in (
            ("top_level_domains.txt", top_level_domains(rules, note)),
            ("public_suffixes.txt", public_suffixes(rules, note)),
        )
        if not settle(HERE / name, content, check)
    ]
    if stale:
        sys.exit(f"not what the package gives: {', '.join(stale)}")


def package_name(package):
    """Name and version, as the package's own metadata has them."""
    metadata = next(name for name in package.namelist() if name.endswith(".dist-info/METADATA"))
    fields = dict(
        line.split(": ", 1)
        for line in package.read(metadata).decode("utf-8").split("\n\n", 1)[0].splitlines()
        if line.startswith(("Name: ", "Version: "))
    )
    return f"{fields['Name']} {fields['Version']}"


def icann_rules(text):
    """Every rule of the ICANN section as a list of labels, in A-label form and lower case."""
    section = text.split("// ===BEGIN ICANN DOMAINS===", 1)[1].split("// ===END ICANN DOMAINS===", 1)[0]
    rules = (line.split(maxsplit=1)[0] for line in section.splitlines() if line.strip())
    return [[a_label(label) for label in rule.split(".")] for rule in rules if not rule.startswith("//")]


def a_label(label):
    """Labels of the list are U-labels already: NFC and lower case are all the mapping they need."""
    mark = "!" if label.startswith("!") else ""
    label = unicodedata.normalize("NFC", label[len(mark):].lower())
    if not label.isascii():
        label = "xn--" + label.encode("punycode").decode("ascii")
    return mark + label


def top_level_domains(rules, note):
    """The last label of any rule: some endings, `ck` and `za` among them, stand only below."""
    return file(
        ["Top-level domains, A-labels, sorted by bytes, one a line.", *note],
        {labels[-1].removeprefix("!") for labels in rules},
    )


def public_suffixes(rules, note):
    """Rules of two labels. `*.ck` is a rule as well as `co.uk`, and `!www.ck` what it does not hold for."""
    return file(
        [
            "Public suffixes of exactly two labels, A-labels, sorted by bytes, one a line.",
            "`*.ck`: any label before `ck` makes a suffix; `!www.ck`: this one does not.",
            *note,
        ],
        {".".join(labels) for labels in rules if len(labels) == 2},
    )


def file(comments, entries):
    lines = [f"# {comment}" for comment in comments] + sorted(entries)
    return "\n".join(lines) + "\n"


def settle(path, content, check):
    """Whether `path` holds `content` in the end."""
    if check:
        return path.exists() and path.read_bytes() == content.encode("ascii")
    path.write_bytes(content.encode("ascii"))
    return True


if __name__ == "__main__":
    main(sys.argv[1:])
