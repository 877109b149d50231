#!/usr/bin/env python3
"""Makes the corpora beside it, or with --check only compares. The same seed gives the same lines on any Python 3.

    python3 benches/corpora/generate.py [--check]
"""

import pathlib
import random
import sys

sys.dont_write_bytecode = True  # The import below would leave a folder here.

from words import (  # noqa: E402
    COMPANIES,
    ENDINGS,
    FAMILY,
    GIVEN,
    PROVIDERS,
    SCRIPTS,
    SHAPES,
    WORDS,
)

HERE = pathlib.Path(__file__).resolve().parent
LINES = 1000
NBSP, ZWSP, BOM, IDEOGRAPHIC_STOP = "\u00a0", "\u200b", "\ufeff", "\u3002"


class Maker:
    """Draws by `random()` alone, the one method whose values no Python version changes."""

    def __init__(self, seed):
        self.draw = random.Random(seed).random

    def pick(self, choices):
        return choices[int(self.draw() * len(choices))]

    def chance(self, share):
        return self.draw() < share

    def number(self, low, high):
        return low + int(self.draw() * (high - low))

    def hex(self, size):
        return "".join(self.pick("0123456789abcdef") for _ in range(size))

    # Clean ASCII, as sign-up forms of a mixed European and Latin American public see it.

    def local_part(self, company):
        given, family = self.pick(GIVEN), self.pick(FAMILY)
        shapes = [
            f"{given}.{family}",
            f"{given}.{family}",
            f"{given}.{family}",
            f"{given}.{family}{self.number(1, 100)}",
            f"{given}.{family}{self.number(60, 100)}",
            f"{given}{family}",
            f"{given}",
            f"{given[0]}{family}",
            f"{given}{self.number(1, 100)}",
            f"{given}{family[0]}{self.number(60, 100)}",
            f"{family}.{given[0]}",
            f"{given}.{self.number(1970, 2010)}",
        ]
        if company:
            shapes += [self.pick(["info", "contact", "office", "sales", "hello"]), f"{given}-{family}", f"{given[0]}.{family}"]
        local = self.pick(shapes)
        if self.chance(0.02):
            local = local.capitalize()
        if self.chance(0.02):
            local += f"+{self.pick(WORDS)}"
        return local

    def company(self):
        name = self.pick(COMPANIES)
        if self.chance(0.2):
            name += self.pick(["-", ""]) + self.pick(WORDS)
        if self.chance(0.08):
            name = f"{self.pick(['mail', 'dept', 'staff'])}.{name}"
        return f"{name}.{self.pick(ENDINGS)}"

    def clean(self):
        if self.chance(0.58):
            return f"{self.local_part(False)}@{self.pick(PROVIDERS)}"
        return f"{self.local_part(True)}@{self.company()}"

    # What needs a repair, or a question.

    def dirty(self):
        clean = self.clean()
        local, domain = clean.split("@")
        name = f"{self.pick(GIVEN).capitalize()} {self.pick(FAMILY).capitalize()}"
        return self.pick(
            [
                f" {clean}",
                f"{clean} ",
                f"{clean}\t",
                f"{NBSP}{clean}",
                f"{clean}{NBSP}",
                f"{local} @{domain}",
                f"{local}@ {domain}",
                f"{local}@{domain[:3]}{ZWSP}{domain[3:]}",
                f"{BOM}{clean}",
                f"<{clean}>",
                f"{name} <{clean}>",
                f'"{name}" <{clean}>',
                f"mailto:{clean}",
                f"{clean},",
                f"{clean}.",
                f"{clean};",
                f"'{clean}'",
                f"{local.capitalize()}@{domain.upper()}",
                f"{local}\uff20{domain}",
                f"{local}@{domain.replace('.', IDEOGRAPHIC_STOP)}",
                f"{local}\u2019s@{domain}",
                f"{local}@gmial.com",
                f"{local}@hotmial.com",
                f"{local}@gmail.con",
                f"{local}@yaho.com",
                f"www.{clean}",
            ]
        )

    # What no form takes.

    def invalid(self):
        clean = self.clean()
        local, domain = clean.split("@")
        name = domain.split(".")[0]
        return self.pick(
            [
                f"{local}{domain}",
                f"{local}.{domain}",
                f"{local} at {domain}",
                f"{local}@@{domain}",
                f"{local}@{name}@{domain}",
                f"{local}@",
                f"@{domain}",
                f"{local}@{name}",
                f"{local}@.{domain}",
                f"{local}@{domain}.",
                f"{local}..{self.pick(FAMILY)}@{domain}",
                f".{clean}",
                f"{local}.@{domain}",
                f"{local}@{domain.replace('.', '..')}",
                f"{local}@{domain.replace('.', ',')}",
                f"{local}@{domain[:2]} {domain[2:]}",
                f"{self.pick(GIVEN)} {self.pick(FAMILY)}@{domain}",
                f"{local}@-{domain}",
                f"{local}@{name}_{self.pick(WORDS)}.com",
                f"{local}@{name}.123",
                f"{local}@192.0.2.{self.number(1, 255)}",
                f"{local}@[192.0.2.{self.number(1, 255)}]",
                f'"{local}@{domain}',
                f'"{self.pick(GIVEN)} {self.pick(FAMILY)}"@{domain}',
                f"{local}({self.pick(WORDS)}@{domain}",
                f"{clean} {self.clean()}",
                f"{clean}, {self.clean()}",
                f"{self.pick(GIVEN)} {self.pick(FAMILY)}",
                f"+34 6{self.number(10000000, 99999999)}",
                f"http://{domain}/{local}",
                f"{local}@{name}\u0007.com",
                f"{local}\ufffd@{domain}",
                "n/a",
                "-",
                f"{(local * 24)[:70]}@{domain}",
            ]
        )

    # Beyond ASCII: the local part, the domain, or both; now and then an A-label.

    def idn(self):
        _, domains = self.pick(SCRIPTS)
        return f"{self.local_part(True)}@{self.pick(domains)}"

    def international(self):
        names, domains = self.pick(SCRIPTS)
        local = self.pick(names)
        if self.chance(0.4):
            local += f".{self.pick(names)}"
        draw = self.draw()
        if draw < 0.2:
            return f"{local}@{self.company()}"
        if draw < 0.6:
            return f"{local}@{self.pick(domains)}"
        return self.idn()

    # What machines send from: bounce addresses, tokens, hosts.

    def long(self):
        clean = self.clean().replace("@", "=").replace("+", "-")
        local = f"bounce-{self.number(10**6, 10**7)}-{clean}"
        local = f"{local}-{self.hex(64)}"[: self.number(54, 65)].rstrip(".")
        host = f"{self.pick(['out', 'mx', 'mta'])}-{self.number(1, 90)}.{self.hex(14)}"
        zone = f"{self.pick(['eu-central', 'sa-east', 'us-west'])}-{self.number(1, 4)}"
        domain = f"{host}.{zone}.{self.pick(WORDS)}-{self.hex(self.number(12, 22))}.{self.pick(WORDS)}.{self.company()}"
        return f"{local}@{domain}"

    def mixed(self):
        draw = self.draw()
        if draw < 0.90:
            return self.clean()
        if draw < 0.95:
            return self.dirty()
        return self.invalid() if draw < 0.98 else self.idn()


def corpora():
    for seed, kind in enumerate(["clean", "mixed", "international", "invalid", "long", "dirty"]):
        make = getattr(Maker(seed), kind)
        yield HERE / f"{kind}.txt", "".join(f"{make()}\n" for _ in range(LINES))
    yield HERE / "shapes.txt", "".join(f"ana.gil@{domain}\n" for domain in SHAPES)


def main():
    for path, text in corpora():
        if sys.argv[1:] == ["--check"]:
            if path.read_text(encoding="utf-8") != text:
                sys.exit(f"{path.name} is not what generate.py makes")
        else:
            path.write_text(text, encoding="utf-8")


main()
