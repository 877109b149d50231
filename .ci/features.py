#!/usr/bin/env python3
"""The features of the manifest, one a line, without those that only switch a dependency on."""

import json
import subprocess

command = ["cargo", "metadata", "--format-version", "1", "--no-deps"]
metadata = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
for feature in sorted(metadata["packages"][0]["features"]):
    print(feature)
