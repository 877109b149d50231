#!/usr/bin/env python3
"""Builds each optional feature alone, then tests it in a crate outside the tree that depends on this one by path.

That crate is `tests/integrations/`, copied to a temporary folder with its paths made absolute, so that nothing in it can
lean on this package. Its tests and the examples in `src/integrations/` are run with one feature at a time.
"""

import subprocess
import sys
import tempfile
import shutil
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CRATE = ROOT / "tests" / "integrations"
# They are in every build.
COMMON = {"default", "std", "suggest"}


def features(manifest):
    return tomllib.loads(manifest.read_text())["features"]


def copied(folder):
    """The crate with each path into this package made absolute."""
    copy = Path(shutil.copytree(CRATE, folder / "integrations", ignore=shutil.ignore_patterns("target")))
    for name in ("Cargo.toml", "src/lib.rs"):
        file = copy / name
        relative = "/".join(".." for _ in file.relative_to(copy).parent.parts + ("tests", "integrations"))
        text = file.read_text()
        if relative not in text:
            sys.exit(f"{name} leads nowhere")
        file.write_text(text.replace(relative, ROOT.as_posix()))
    return copy / "Cargo.toml"


def run(*command):
    print("$", *command, flush=True)
    subprocess.run(command, check=True, cwd=ROOT)


def main():
    ours = set(features(ROOT / "Cargo.toml")) - COMMON
    tested = features(CRATE / "Cargo.toml")
    if untested := ours - set(tested):
        sys.exit(f"no test has the features {sorted(untested)}")
    with tempfile.TemporaryDirectory() as folder:
        manifest = copied(Path(folder))
        for feature in tested:
            if feature in ours:
                run("cargo", "clippy", "--quiet", "--no-default-features", "--features", feature, "--", "-D", "warnings")
            run("cargo", "test", "--quiet", "--locked", "--manifest-path", str(manifest), "--features", feature)


main()
