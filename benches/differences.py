"""How far a count may be from the recorded one, for check_budgets.py and growth.py."""

# A compiler moves code that nobody touched by 2 to 3 %: a bound near that turns good changes away.
RED = 1.1


def is_red(count, recorded):
    return count > recorded * RED


def shown(count, recorded):
    return "new" if recorded is None else f"{count / recorded - 1:+.1%}"


def complaint(name, count, recorded):
    return f"{name}: {count:.1f} instructions, {shown(count, recorded)} to the recorded {recorded:.1f}"
