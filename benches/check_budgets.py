#!/usr/bin/env python3
"""Holds instruction counts against benches/budgets.txt and growth.txt; only Python's standard library is needed.

    cd benches/instructions && cargo bench --bench doors --bench growth -- --output-format=json > counts.json
    python3 benches/check_budgets.py counts.json [--record]

Each line of counts.json is a benchmark as gungraun reports it. Its count is divided by the addresses of its corpus, or
of its list, or by the bytes of a hostile text. It fails where a count is above its guard by more than the slack, or
above its must without the mark that the table has for what has never reached it; where a line of a table has no count or
a count no line; and where the cost of a byte, or of an address, grows with their number (growth.py). --record writes the
counts as the new guards instead, and takes the mark from what has reached its must: by hand alone is one set.
"""

import json
import pathlib
import sys

import growth

TABLE = pathlib.Path(__file__).resolve().parent / "budgets.txt"
ADDRESSES = 1000
NO_ROW = [None, None, None, True]
UNREACHED = "# must not reached yet"

HEADER = """\
# Instructions for each address that a door may take, on x86-64.
# guard: what was reached, held with 2 % of slack. must, aim: what the design asks for, where it does; must is a ceiling.
# Written by `check_budgets.py --record`; must and aim by hand.
#
"""


def counts(path):
    """The instructions by the name of the benchmark."""
    found = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            value = row["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"]
            found[f"{row['function_name']}/{row['id']}"] = value
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
        if count > guard * (1 + growth.SLACK):
            yield f"{name}: {count:.1f} instructions, the guard is {guard:.1f}"
        _, must, _, is_reached = rows.get(name, NO_ROW)
        if must is not None and is_reached and count > must:
            yield f"{name}: {count:.1f} instructions, they must be {must:.1f} at most"


def show(found, rows):
    for name, count in found.items():
        guard, must, aim, _ = rows.get(name, [None] * 4)
        print(f"{name:<38} {count:>9.1f}   guard {number(guard)}, must {number(must)}, aim {number(aim)}")


def main():
    found = counts(sys.argv[1])
    grown = growth.rows({name: count for name, count in found.items() if growth.kind(name)})
    each = {name: count / ADDRESSES for name, count in found.items() if not growth.kind(name)}
    rows = budgets()
    if sys.argv[2:] == ["--record"]:
        record(each, rows)
        growth.record(grown)
        return
    show(each, rows)
    print("\n".join(growth.table(grown)))
    if wrong := [*complaints(each, rows), *growth.complaints(grown)]:
        sys.exit("over budget:\n  " + "\n  ".join(wrong))


main()
