#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An instrument is one file: taking it away takes it out of the schema, the descriptions, the pages
and the validity of scenarios, with no other edit. Checked for one instrument and for all at once.

    test_removal.py BUILD CMAKE [CMake options]

Links the objects of BUILD anew, those of instruments apart: these and their list are made from a copy of
their folder (removal/CMakeLists.txt), as the build itself does.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unittest

from tree import FILES, ROOT

BUILD = pathlib.Path(sys.argv[1]).resolve()
CMAKE = sys.argv[2]
OPTIONS = sys.argv[3:]
WORK = BUILD / "removal"
POLICIES = WORK / "policies"
KEPT = WORK / "libkept.a"
PROGRAM = WORK / "build" / "tandem"
FOLDER = "models/vocational/policies/"
REMOVED = "track_ratio"


def instruments():
    """File by instrument."""
    return {pathlib.PurePath(name).stem: name for name in FILES
            if name.startswith(FOLDER) and name.endswith(".cpp")}


def call(*words, expect=0):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False,
                          cwd=ROOT, env={**os.environ, "NO_COLOR": "1"})
    if done.returncode != expect:
        raise AssertionError(f"{' '.join(map(str, words))}: exit code {done.returncode}\n"
                             f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done


def link_without(removed):
    """Builds the program as it is when the files of these instruments are not there."""
    shutil.rmtree(POLICIES, ignore_errors=True)
    for stem, name in instruments().items():
        if stem not in removed:
            copy = POLICIES / name.removeprefix(FOLDER)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy)
    POLICIES.mkdir(parents=True, exist_ok=True)
    library = BUILD / "models" / "vocational" / "libmodel_vocational.a"
    kept = KEPT.with_suffix(".new")
    shutil.copy(library, kept)
    # Files of a folder are compiled together (GroupSources.cmake).
    gone = [name for name in call("ar", "t", kept).stdout.split()
            if name.startswith("unity_in_policies_") or
            name == "vocational_register_instruments.cpp.o"]
    assert len(gone) > 1, f"{library} lacks objects of instruments"
    call("ar", "d", kept, *gone)
    kept.rename(KEPT)
    call(CMAKE, "-G", "Ninja", "-S", ROOT / "tests" / "architecture" / "removal", "-B",
         WORK / "build", f"-DTANDEM_BUILD={BUILD}", f"-DCHECKOUT={ROOT}", f"-DPOLICIES={POLICIES}",
         f"-DKEPT={KEPT}", *OPTIONS)
    call(CMAKE, "--build", WORK / "build")


def tandem(*words, expect=0):
    return call(PROGRAM, *words, expect=expect)


def described():
    return {entry["name"] for entry in json.loads(
        tandem("describe", "policies", "--model", "vocational", "--json").stdout)}


def in_schema():
    schema = json.loads(tandem("schema", "scenario").stdout)
    policies = schema["definitions"]["vocational"]["properties"]["policies"]
    return {kind["properties"]["instrument"]["const"]
            for kind in policies.get("items", {}).get("oneOf", [])}


def scenarios_of(instrument):
    """Scenarios that use it, and those with policies that do not."""
    using, others = [], []
    for name in FILES:
        if name.startswith(("scenarios/policies/", "scenarios/bundles/")) and name.endswith(".yaml"):
            text = (ROOT / name).read_text(encoding="utf-8")
            (using if f"instrument: {instrument}\n" in text else others).append(name)
    return using, others


class Removal(unittest.TestCase):
    def test_one_file(self):
        all_of_them = set(instruments())
        link_without([REMOVED])
        self.assertEqual(described(), all_of_them - {REMOVED})
        self.assertEqual(in_schema(), all_of_them - {REMOVED})
        page = tandem("describe", "policies", "--model", "vocational").stdout
        self.assertNotIn(REMOVED, page)
        using, others = scenarios_of(REMOVED)
        self.assertGreater(len(using), 1)
        for name in using:
            said = tandem("validate", name, expect=3).stderr
            self.assertIn(f"'{REMOVED}'", said, name)
        plain = [name for name in others if name.startswith("scenarios/policies/")]
        self.assertGreater(len(plain), 20)
        tandem("validate", *plain)

    def test_all_files(self):
        link_without(sorted(instruments()))
        self.assertEqual(described(), set())
        self.assertEqual(in_schema(), set())
        tandem("validate", "scenarios/baseline.yaml")
        said = tandem("validate", "scenarios/policies/track_ratio.yaml", expect=3).stderr
        self.assertIn("'track_ratio'", said)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
