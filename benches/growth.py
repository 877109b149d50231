"""How the cost of hostile texts and long lists grows: the rows of benches/growth.txt, for check_budgets.py."""

import pathlib

import differences

TABLE = pathlib.Path(__file__).resolve().parent / "growth.txt"
# What stands before the slash in the name of a benchmark, and the sizes behind its shape's number, as in
# instructions/benches/growth.rs.
TEXTS, LISTS = "hostile_", "long_"
SIZES = {TEXTS: (16, 64, 256, 1_024, 4_096), LISTS: (100, 1_000, 10_000)}
# The last step by the one before it. A sort of all would make it 1.2, the square of the size 4.
GROWTH = 1.1

HEADER = """\
# Instructions for each byte of hostile texts, by their size in bytes, on x86-64, with the compiler that budgets.txt names.
# A count is shown with its difference to these, and a tenth more is a failure.
# A call has a cost of its own, which weighs on a short text, and up to 254 bytes a text may be an address and takes
# another road: what has to be flat is what each byte more costs, from 256 to 1,024 bytes and from there to 4,096.
# Written by `check_budgets.py --record`.
#
"""


def kind(name):
    return next((kind for kind in SIZES if name.startswith(kind)), None)


def rows(counts):
    """The instructions of a shape in the order of the sizes, by its name, which a number follows in the counts."""
    found = {}
    for name, count in counts.items():
        shape, _, number = name.rpartition("_")
        found.setdefault(shape, {})[int(number)] = count
    return {shape: [sizes[number] for number in sorted(sizes)] for shape, sizes in found.items()}


def per_unit(name, row):
    return [count / size for count, size in zip(row, SIZES[kind(name)], strict=True)]


def steps(name, row):
    """What each byte more costs, from one size to the next: the cost of a call is in none of them."""
    sizes = SIZES[kind(name)]
    pairs = zip(zip(sizes, row), zip(sizes[1:], row[1:]))
    return [(count - before) / (size - less) for (less, before), (size, count) in pairs]


def growth(name, row):
    """The last step, and what it is held against, where they are not alike: the step before it, or where that is more all
    that a byte below the last step costs (a text of 256 bytes with white space around it may still be an address)."""
    *_, before, last = steps(name, row)
    *_, each, _ = per_unit(name, row)
    before = max(before, each)
    return (before, last) if last > before * GROWTH else None


def recorded():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    fields = [line.split("#")[0].split() for line in lines]
    return {name: [float(cost) for cost in row] for name, *row in filter(None, fields)}


def line(name, cells, width):
    return f"{name:<38}" + "".join(f" {cell:>{width}}" for cell in cells)


def cell(cost, held):
    return f"{cost:.1f} {differences.shown(cost, held):>6}"


def table(found, held=None):
    """Every row, below the sizes of its kind; with what is held, each cost with its difference to that."""
    width = 8 if held is None else 14
    for each, sizes in SIZES.items():
        of_kind = [name for name in found if kind(name) == each]
        if of_kind:
            unit = "bytes" if each == TEXTS else "addresses"
            yield line(f"# {unit}", [f"{size:,}" for size in sizes], width)
        for name in of_kind:
            costs = per_unit(name, found[name])
            if held is None:
                cells = [f"{cost:.1f}" for cost in costs]
            else:
                cells = map(cell, costs, held.get(name, [None] * len(costs)))
            yield line(name, cells, width)


def record(found):
    TABLE.write_text(HEADER + "\n".join(table(found)) + "\n", encoding="utf-8")


def complaints(found, held, is_same_compiler):
    for name in sorted(found.keys() ^ held.keys()):
        yield f"{name}: {'not in the table' if name in found else 'not measured'}"
    for name, row in found.items():
        costs = per_unit(name, row)
        for size, cost, before in zip(SIZES[kind(name)], costs, held.get(name, costs)):
            if is_same_compiler and differences.is_red(cost, before):
                yield differences.complaint(f"{name} at {size:,}", cost, before)
        if grown := growth(name, row):
            yield f"{name} grows: {grown[0]:.1f} instructions for each one more, then {grown[1]:.1f}"
