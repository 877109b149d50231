#!/usr/bin/env python3
"""Tests each optional feature in a crate outside the tree that depends on this one by path.

That crate is `tests/integrations/`, copied to a temporary folder with its paths made absolute, so that nothing in it can
lean on this package. Its tests and the examples in `src/integrations/` are run with one feature at a time.
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATE = ROOT / "tests" / "integrations"
# Where each of its files names this package.
PATHS = {"Cargo.toml": "../..", "src/lib.rs": "../../.."}
# In every build.
COMMON = {"default", "std", "suggest"}


def features(manifest):
    return set(tomllib.loads(manifest.read_text())["features"])


def check_complete(ours, tested):
    """A feature, a test or an example that nothing runs is an error."""
    listed = (CRATE / "src" / "lib.rs").read_text()
    wrong = [f"feature {feature}: not in {CRATE.name}" for feature in ours - tested]
    wrong += [f"feature {feature}: no test" for feature in tested if not (CRATE / "tests" / f"{feature}.rs").exists()]
    wrong += [
        f"{examples.name}: not run"
        for examples in (ROOT / "src" / "integrations").glob("*.md")
        if f'"{examples.stem}"' not in listed
    ]
    if wrong:
        sys.exit("\n".join(sorted(wrong)))


def copied(folder):
    copy = Path(shutil.copytree(CRATE, Path(folder) / CRATE.name, ignore=shutil.ignore_patterns("target")))
    for name, path in PATHS.items():
        file = copy / name
        file.write_text(file.read_text().replace(path, ROOT.as_posix()))
    return copy / "Cargo.toml"


def cargo(*arguments):
    print("cargo", *arguments, flush=True)
    subprocess.run(["cargo", *arguments], check=True, cwd=ROOT)


def main():
    ours, tested = features(ROOT / "Cargo.toml") - COMMON, features(CRATE / "Cargo.toml")
    check_complete(ours, tested)
    with tempfile.TemporaryDirectory() as folder:
        manifest = copied(folder)
        for feature in sorted(tested):
            cargo("test", "--quiet", "--locked", "--manifest-path", str(manifest), "--features", feature)


main()
