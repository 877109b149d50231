#!/usr/bin/env python3
"""Holds instruction counts against benches/budgets.txt and growth.txt; only Python's standard library is needed.

    cd benches/instructions && cargo bench --bench doors --bench growth -- --output-format=json > counts.json
    python3 benches/check_budgets.py counts.json [--record]

Each line of counts.json is a benchmark as gungraun reports it. Its count is divided by the addresses of its corpus, or
of its list, or by the bytes of a hostile text, and shown with its difference to the recorded one. It fails where

- a count is above its must, save one that the table marks as never reached;
- any other count is more than a tenth above the recorded one: whoever means it records the counts anew;
- the cost of a byte, or of an address, grows with their number (growth.py);
- a line of a table has no count or a count no line.

Another compiler than the table names makes other code of the same source: there the second is shown and fails nothing.
--record writes the counts into the tables instead, and takes the mark from what has reached its must: by hand alone is
one set.
"""

import collections
import json
import pathlib
import subprocess
import sys

import differences
import growth

HERE = pathlib.Path(__file__).resolve().parent
TABLE = HERE / "budgets.txt"
ADDRESSES = 1000
UNREACHED = "must not reached yet"
COMPILER = "# compiler: "
# What a number follows in the names of the harness, a line of corpora/shapes.txt; and the rows of the table.
NUMBERED = "inspect/shape_"
SHAPE, DEAREST, CLEAN = "inspect_shape/", "inspect_shape/dearest", "inspect/clean"

HEADER = """\
# Instructions for each address that a door may take, on x86-64. `inspect_shape/dearest` is a ratio: the dearest of the
# domains of corpora/shapes.txt to `inspect/clean`.
# recorded: what was reached; a count is shown with its difference to it. must, aim: what the design asks for, where it
# does. Above a must is a failure, and without one a tenth above what was reached.
# Written by `check_budgets.py --record`; must, aim and what stands behind them by hand.
"""

Row = collections.namedtuple("Row", "recorded must aim note")
NO_ROW = Row(None, None, None, "")


def counts(text):
    """The instructions by the name of the benchmark."""
    found = {}
    for line in text.splitlines():
        if line.startswith("{"):
            row = json.loads(line)
            value = row["profiles"][0]["data"]["total"]["metrics"]["Ir"]["values"]["new"]
            found[f"{row['function_name']}/{row['id']}"] = value
    return found


def shapes():
    """The domains, in the order of the harness's numbers."""
    lines = (HERE / "corpora/shapes.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition("@")[2] for line in lines]


def for_each_address(found, domains):
    """The counts of the doors. A shape has its domain for a name, where the harness has a number."""
    of_shapes = {f"{NUMBERED}{at}": SHAPE + domain for at, domain in enumerate(domains)}
    costs = {of_shapes.get(name, name): count / ADDRESSES for name, count in found.items()}
    dearest = max(costs[name] for name in of_shapes.values())
    return {**costs, DEAREST: dearest / costs[CLEAN]}


def budgets(text):
    """The compiler that the table was made with, and its rows by name, with `None` for a dash."""
    compiler, rows = None, {}
    for line in text.splitlines():
        if line.startswith(COMPILER):
            compiler = line.removeprefix(COMPILER)
        cells, _, note = line.partition("#")
        if cells.strip():
            name, *numbers = cells.split()
            rows[name] = Row(*[None if cell == "-" else float(cell) for cell in numbers], note.strip())
    return compiler, rows


def number(value):
    return "-" if value is None else f"{value:.1f}" if value < 10_000 and value % 1 else f"{value:.0f}"


def table(found, rows, compiler):
    """The text of the table with these counts, and what the one before has by hand."""
    lines = [HEADER, f"{COMPILER}{compiler}\n#\n", f"# {'benchmark':<36} {'recorded':>9} {'must':>7} {'aim':>7}\n"]
    for name, count in found.items():
        _, must, aim, note = rows.get(name, NO_ROW)
        row = f"{name:<38} {number(round(count, 1)):>9} {number(must):>7} {number(aim):>7}"
        if note and not (UNREACHED in note and count <= must):
            row += f"   # {note}"
        lines.append(row + "\n")
    return "".join(lines)


def complaints(found, rows, is_same_compiler):
    for name in sorted(found.keys() ^ rows.keys()):
        yield f"{name}: {'not in the table' if name in found else 'not measured'}"
    for name, count in found.items():
        row = rows.get(name, NO_ROW)
        if row.must is not None and UNREACHED not in row.note:
            if count > row.must:
                yield f"{name}: {count:.1f}, it must be {number(row.must)} at most"
        elif is_same_compiler and row.recorded and differences.is_red(count, row.recorded):
            yield differences.complaint(name, count, row.recorded)


def show(found, rows):
    for name, count in found.items():
        recorded, must, aim, note = rows.get(name, NO_ROW)
        asked = "" if must is None else f"   must {number(must)}, aim {number(aim)}"
        print(f"{name:<38} {count:>9.1f} {differences.shown(count, recorded):>7}{asked}{note and f'   {note}'}")


def compiler_here():
    """The one that the benchmarks were built with, if they were built here."""
    return subprocess.run(["rustc", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


def main():
    found = counts(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    of_growth = {name: count for name, count in found.items() if growth.kind(name)}
    of_doors = {name: count for name, count in found.items() if name not in of_growth}
    each, grown = for_each_address(of_doors, shapes()), growth.rows(of_growth)
    recorded_with, rows = budgets(TABLE.read_text(encoding="utf-8"))
    counted_with, held = compiler_here(), growth.recorded()
    show(each, rows)
    print("\n".join(growth.table(grown, held)))
    if sys.argv[2:] == ["--record"]:
        TABLE.write_text(table(each, rows, counted_with), encoding="utf-8")
        growth.record(grown)
        return
    is_same_compiler = counted_with == recorded_with
    if not is_same_compiler:
        print(f"recorded with {recorded_with}, counted with {counted_with}: differences alone fail nothing")
    wrong = [*complaints(each, rows, is_same_compiler), *growth.complaints(grown, held, is_same_compiler)]
    if wrong:
        sys.exit("over budget:\n  " + "\n  ".join(wrong))


if __name__ == "__main__":
    main()
