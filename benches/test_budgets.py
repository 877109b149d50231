#!/usr/bin/env python3
"""What check_budgets.py and growth.py complain of, and what they write."""

import unittest

import check_budgets
import growth
from check_budgets import Row, budgets

HELD = Row(1000.0, 1200.0, 800.0, "")
FREE = Row(1000.0, None, None, "")
UNREACHED = Row(1000.0, 900.0, 800.0, "must not reached yet: it looks twice")
# A byte costs ten instructions, and a call a thousand.
FLAT = [1_000 + 10 * size for size in growth.SIZES[growth.TEXTS]]


def is_red(count, row, is_same_compiler=True):
    return bool([*check_budgets.complaints({"door": count}, {"door": row}, is_same_compiler)])


def grown(row, held, is_same_compiler=True):
    return [*growth.complaints({"hostile_parse/dots": row}, {"hostile_parse/dots": held}, is_same_compiler)]


class Budgets(unittest.TestCase):
    def test_a_must_holds_with_any_compiler_and_a_tenth_with_the_tables(self):
        for count, row, with_same, with_other in [
            (1190, HELD, False, False),
            (1210, HELD, True, True),
            (1090, FREE, False, False),
            (1110, FREE, True, False),
            (1500, FREE, True, False),
            (1090, UNREACHED, False, False),
            (1110, UNREACHED, True, False),
        ]:
            with self.subTest(count=count, row=row):
                self.assertEqual((is_red(count, row), is_red(count, row, False)), (with_same, with_other))

    def test_table_and_counts_have_the_same_names(self):
        self.assertEqual(
            [*check_budgets.complaints({"new": 1.0}, {"old": FREE}, False)],
            ["new: not in the table", "old: not measured"],
        )

    def test_what_stands_there_by_hand_is_kept_and_the_mark_of_a_reached_must_is_not(self):
        note = "for now what it took"
        rows = {"held": HELD._replace(note=note), "free": FREE, "unreached": UNREACHED, "reached": UNREACHED}
        counts = {"held": 1100.0, "free": 2.5, "unreached": 950.0, "reached": 850.0}
        compiler, written = budgets(check_budgets.table(counts, rows, "rustc 1.0.0"))
        self.assertEqual(compiler, "rustc 1.0.0")
        self.assertEqual({name: row.recorded for name, row in written.items()}, counts)
        self.assertEqual(written["held"], Row(1100.0, 1200.0, 800.0, note))
        self.assertEqual((written["unreached"].note, written["reached"].note), (UNREACHED.note, ""))

    def test_the_dearest_shape_is_a_ratio(self):
        found = {"inspect/clean": 5_000, "inspect/shape_0": 7_000, "inspect/shape_1": 20_000}
        expected = {
            "inspect/clean": 5.0,
            "inspect_shape/a.es": 7.0,
            "inspect_shape/b.es": 20.0,
            "inspect_shape/dearest": 4.0,
        }
        self.assertEqual(check_budgets.for_each_address(found, ["a.es", "b.es"]), expected)


class Growth(unittest.TestCase):
    def test_a_byte_of_a_long_text_costs_no_more(self):
        held = growth.per_unit("hostile_parse/dots", FLAT)
        self.assertEqual(grown(FLAT, held), [])
        square = [size * size for size in growth.SIZES[growth.TEXTS]]
        of_square = growth.per_unit("hostile_parse/dots", square)
        for is_same_compiler in [True, False]:
            [complaint] = grown(square, of_square, is_same_compiler)
            self.assertIn("grows", complaint)

    def test_a_tenth_more_is_red_with_the_tables_compiler(self):
        held = growth.per_unit("hostile_parse/dots", FLAT)
        dearer = [count * 1.11 for count in FLAT]
        self.assertEqual(len(grown(dearer, held)), len(FLAT))
        self.assertEqual(grown(dearer, held, False), [])
        self.assertEqual(grown([count * 1.09 for count in FLAT], held), [])


if __name__ == "__main__":
    unittest.main()
