#!/usr/bin/env python3
"""Fails where a dependency asks for a newer compiler than the manifest promises.

No older toolchain is at hand to build with; that the crate itself keeps the promise is clippy's `incompatible_msrv`.
"""

import json
import subprocess
import sys


def version(text):
    return tuple(int(part) for part in (text or "0").split("-")[0].split("."))


def main():
    command = ["cargo", "metadata", "--format-version", "1", "--all-features", "--locked"]
    metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    packages = {package["id"]: package for package in metadata["packages"]}
    ours = packages[metadata["resolve"]["root"]]
    promised = ours["rust_version"]
    newer = [
        f"{package['name']} {package['version']} asks for {package['rust_version']}"
        for package in packages.values()
        if version(package["rust_version"]) > version(promised)
    ]
    if newer:
        sys.exit(f"the manifest promises {promised}, but\n  " + "\n  ".join(newer))
    print(f"{len(packages) - 1} dependencies build with {promised}")


main()
