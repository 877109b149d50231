#!/usr/bin/env python3
"""Fills fuzz/corpus/<target>/ from the tables of the tests and the corpora of the benchmarks. Run it as often as you
like: a seed's name is the hash of its text.

    python3 fuzz/seed.py
"""

import hashlib
import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
TARGETS = ["parse", "addr_spec", "inspect", "inspect_list", "domain_set", "differential", "list_peers", "tokens"]


def inputs():
    for table in sorted((ROOT / "tests" / "data").glob("*.jsonl")):
        for line in table.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row.get("input") if isinstance(row, dict) else row
            if isinstance(text, str):
                yield text
    for corpus in sorted((ROOT / "benches" / "corpora").glob("*.txt")):
        # A few of each: they are alike.
        yield from corpus.read_text(encoding="utf-8").splitlines()[::40]


def lists(texts):
    """The lists of the tables, and some of the texts together, with every separator in turn."""
    table = ROOT / "tests" / "data" / "lists.jsonl"
    for line in table.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)["list"]
    separators = [", ", ";", "\n", "\u3001", "\uff0c", "\u060c"]
    for start in range(0, len(texts), 5):
        yield separators[start // 5 % len(separators)].join(texts[start : start + 3])


def domain_lists(texts):
    """The entries of the tables, one by one and some together, and what stands behind at-signs."""
    for table in sorted((ROOT / "tests" / "data" / "domain_sets").glob("*.jsonl")):
        rows = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
        entries = [entry for row in rows for entry in row.values() if isinstance(entry, str)]
        yield from entries
        for start in range(0, len(entries), 7):
            yield "\n".join(entries[start : start + 7])
    domains = [text.rpartition("@")[2] for text in texts]
    for start in range(0, len(domains), 9):
        yield "\r\n".join(domains[start : start + 9])


def plant(target, texts):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        seed = text.encode()
        (folder / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


def main():
    texts = list(inputs())
    for target in TARGETS:
        plant(target, texts)
    for target in ["inspect_list", "list_peers", "tokens"]:
        plant(target, lists(texts))
    plant("domain_set", domain_lists(texts))


main()
