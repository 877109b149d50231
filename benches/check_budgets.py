#!/usr/bin/env python3
"""Holds instruction counts against benches/budgets.txt; only Python's standard library is needed.

    cd benches/instructions && cargo bench --bench doors -- --output-format=json > counts.json
    python3 benches/check_budgets.py counts.json [--record]

Each line of counts.json is a benchmark as gungraun reports it. Its count is divided by the addresses of its corpus, or
by the bytes of a hostile text. It fails where a count is above its guard by more than the slack, or above its must without
the mark that the table has for what has never reached it; where a line of the table has no count or a count no line; and
where a byte of a long hostile text costs more than one of a short one. --record writes the counts as the new guards
instead, and takes the mark from what has reached its must: by hand alone is one set.
"""

import json
import pathlib
import re
import sys

TABLE = pathlib.Path(__file__).resolve().parent / "budgets.txt"
ADDRESSES = 1000
SLACK = 0.02
NO_ROW = [None, None, None, True]
UNREACHED = "# must not reached yet"
# A fixed cost weighs less on a longer text, and a list that doubles may have just done so.
GROWTH = 1.15

HEADER = """\
# Instructions for each address (hostile texts: for each byte) that a door may take, on x86-64.
# guard: what was reached, held with 2 % of slack. must, aim: what the design asks for, where it does; must is a ceiling.
# Written by `check_budgets.py --record`; must and aim by hand.
#
"""


def counts(path):
    """The instructions per address, or per byte, by the name of the benchmark."""
    found = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if not line.startswith("{"):
            continue
        row = json.loads(line)
        value = row["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"]
        size = re.search(r"_(\d+)$", row["id"])
        divisor = int(size[1]) if row["function_name"].startswith("hostile") else ADDRESSES
        found[f"{row['function_name']}/{row['id']}"] = value / divisor
    return found


def budgets():
    """The rows of the table: guard, must and aim by name, `None` for a dash, and whether the must was ever reached."""
    rows = {}
    if TABLE.exists():
        for line in TABLE.read_text(encoding="utf-8").splitlines():
            fields = line.split("#")[0].split()
            if fields:
                numbers = [None if field == "-" else float(field) for field in fields[1:4]]
                rows[fields[0]] = [*numbers, UNREACHED not in line]
    return rows


def number(value):
    return "-" if value is None else f"{value:.1f}" if value < 10_000 and value % 1 else f"{value:.0f}"


def record(found, rows):
    lines = [f"# {'benchmark':<36} {'guard':>9} {'must':>7} {'aim':>7}\n"]
    for name, count in found.items():
        _, must, aim, is_reached = rows.get(name, NO_ROW)
        row = f"{name:<38} {number(round(count, 1)):>9} {number(must):>7} {number(aim):>7}"
        if not is_reached and count > must:
            row += f"   {UNREACHED}"
        lines.append(row.rstrip() + "\n")
    TABLE.write_text(HEADER + "".join(lines), encoding="utf-8")


def complaints(found, rows):
    for name in sorted(found.keys() ^ rows.keys()):
        yield f"{name}: {'not in the table' if name in found else 'not measured'}"
    for name, count in found.items():
        guard = rows[name][0] if name in rows else count
        if count > guard * (1 + SLACK):
            yield f"{name}: {count:.1f} instructions, the guard is {guard:.1f}"
        _, must, _, is_reached = rows.get(name, NO_ROW)
        if must is not None and is_reached and count > must:
            yield f"{name}: {count:.1f} instructions, they must be {must:.1f} at most"
    for name, count in found.items():
        shorter = found.get(re.sub(r"_4000$", "_1000", name))
        if name.startswith("hostile") and shorter is not None and count > shorter * GROWTH:
            yield f"{name}: {count:.1f} instructions for each byte, {shorter:.1f} in the shorter text"


def show(found, rows):
    for name, count in found.items():
        guard, must, aim, _ = rows.get(name, [None] * 4)
        print(f"{name:<38} {count:>9.1f}   guard {number(guard)}, must {number(must)}, aim {number(aim)}")


def main():
    found, rows = counts(sys.argv[1]), budgets()
    if sys.argv[2:] == ["--record"]:
        record(found, rows)
        return
    show(found, rows)
    if wrong := list(complaints(found, rows)):
        sys.exit("over budget:\n  " + "\n  ".join(wrong))


main()
