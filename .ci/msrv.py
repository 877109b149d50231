#!/usr/bin/env python3
"""Fails where a dependency asks for a newer compiler than the manifest, or the README for a feature, promises.

No older toolchain is at hand to build with; that the crate itself keeps the promise is clippy's `incompatible_msrv`.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Features that need more, as the README says.
NEWER = {"sqlx": "1.94"}


def version(text):
    parts = [int(part) for part in (text or "0").split("-")[0].split(".")]
    return tuple(parts + [0] * (3 - len(parts)))


def check(features, promised):
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--features", ",".join(features)]
    metadata = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    packages = [package for package in metadata["packages"] if package["id"] != metadata["resolve"]["root"]]
    newer = [
        f"{package['name']} {package['version']} asks for {package['rust_version']}"
        for package in packages
        if version(package["rust_version"]) > version(promised)
    ]
    if newer:
        sys.exit(f"{', '.join(features)}: promised is {promised}, but\n  " + "\n  ".join(newer))
    print(f"{len(packages)} dependencies build with {promised}: {', '.join(features)}")


def main():
    manifest = tomllib.loads((ROOT / "Cargo.toml").read_text())
    check([feature for feature in manifest["features"] if feature not in NEWER], manifest["package"]["rust-version"])
    for feature, promised in NEWER.items():
        check([feature], promised)


main()
