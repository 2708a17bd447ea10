#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# What docs/evidence.csv claims holds: parameters, outcomes, tests and records that it names exist,
# parameters without a note have the row's range, rows without a use say why, and a parameter whose
# source names a row stands in that row. Usage: test_evidence.py PROGRAM
import csv
import functools
import json
import math
import pathlib
import re
import subprocess
import sys
import unittest

from tree import ROOT, TreeTest, cpp_files, text_of, with_suffix

MAIN_MODEL = "vocational"
COLUMNS = ["lever", "article", "parameter", "meaning", "unit", "central", "low", "high",
           "functional_form", "source_key", "seen", "use", "name", "note"]
USES = {"parameter", "moment", "test", "data", "unused"}
RECORD = re.compile(r"(?P<file>[\w/.]+)\[(?P<keys>[^\]]+)\]\.(?P<column>\w+)")
ROUNDING = 1e-3
PROGRAM = ""


def described(what, model):
    done = subprocess.run([PROGRAM, "describe", what, "--model", model, "--json"], cwd=ROOT,
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@functools.lru_cache(maxsize=None)
def parameters(model):
    found = {entry["name"]: entry for entry in described("parameters", model)}
    for instrument in described("policies", model):
        for entry in instrument["parameters"]:
            found[f"{instrument['name']}.{entry['name']}"] = entry
    return found


def parameter(name):
    model, _, own = name.rpartition(":")
    return parameters(model or MAIN_MODEL).get(own)


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-12)


def bounds(entry):
    """Ends of a numeric range; None of a choice."""
    ends = re.fullmatch(r"(\S+) to (\S+)", entry["range"])
    return tuple(float(end) for end in ends.groups()) if ends else None


def misfit(entry, low, high):
    """How a parameter differs from its row; empty if it does not."""
    ends = bounds(entry)
    if ends is None:
        return "is a choice"
    if not low <= float(entry["default"]) <= high:
        return f"default {entry['default']} lies outside {low:g} to {high:g}"
    if not (close(ends[0], low) and close(ends[1], high)):
        return f"range {entry['range']} is not {low:g} to {high:g}"
    return ""


def recorded(name):
    """The one value that file[column=value,...].column stands for; a text if there is none."""
    parts = RECORD.fullmatch(name)
    if not parts or not (ROOT / parts["file"]).is_file():
        return f"no file or no record: {name}"
    keys = dict(key.split("=") for key in parts["keys"].split(","))
    with open(ROOT / parts["file"], encoding="utf-8", newline="") as file:
        found = [line.get(parts["column"]) for line in csv.DictReader(file)
                 if all(line.get(column) == value for column, value in keys.items())]
    return float(found[0]) if len(found) == 1 and found[0] else f"{len(found)} records: {name}"


class Evidence(TreeTest):
    @classmethod
    def setUpClass(cls):
        with open(ROOT / "docs/evidence.csv", encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            cls.rows = list(reader)
            cls.columns = reader.fieldnames
        cls.tests = {f"{suite}.{test}" for name in cpp_files(["tests"]) for suite, test in
                     re.findall(r"^TEST(?:_F|_P)?\((\w+), (\w+)\)", text_of(name), re.MULTILINE)}

    def used(self, use):
        found = [row for row in self.rows if row["use"] == use]
        self.assertTrue(found, f"no row is a {use}")
        return found

    def test_form(self):
        self.assertEqual(self.columns, COLUMNS)
        names = [row["parameter"] for row in self.rows]
        self.none_of(f"{name}: twice" for name in sorted(set(names)) if names.count(name) > 1)
        for row in self.rows:
            with self.subTest(row=row["parameter"]):
                self.assertIn(row["use"], USES)
                self.assertEqual(row["use"] == "unused", not row["name"])
                self.assertLessEqual(float(row["low"]), float(row["central"]))
                self.assertLessEqual(float(row["central"]), float(row["high"]))

    def test_unused_rows_say_why(self):
        self.none_of(f"{row['parameter']}: no reason" for row in self.used("unused")
                     if not row["note"])

    def test_parameters_are_declared_and_fit(self):
        wrong = []
        for row in self.used("parameter"):
            for name in row["name"].split(";"):
                entry = parameter(name)
                if entry is None:
                    wrong.append(f"{row['parameter']}: no parameter {name}")
                elif not row["note"]:
                    difference = misfit(entry, float(row["low"]), float(row["high"]))
                    if difference:
                        wrong.append(f"{row['parameter']}: {name}: {difference}, and no note")
        self.none_of(wrong)

    def test_rows_named_as_sources_name_the_parameter(self):
        holders = {row["parameter"]: row["name"].split(";") if row["use"] == "parameter" else []
                   for row in self.rows}
        wrong = []
        claims = 0
        for model in (model["name"] for model in described("models", MAIN_MODEL)):
            prefix = "" if model == MAIN_MODEL else f"{model}:"
            for name, entry in parameters(model).items():
                _, claim, text = entry["source"].partition("evidence row")
                claimed = [word for word in re.findall(r"\w+", text) if word in holders]
                claims += bool(claim)
                if claim and not claimed:
                    wrong.append(f"{name}: no such row: evidence row{text}")
                wrong += [f"{name}: its source names the row {row}, which does not name it"
                          for row in claimed if prefix + name not in holders[row]]
        self.assertGreater(claims, 0)
        self.none_of(wrong)

    def test_rows_named_in_sources_exist(self):
        names = {row["parameter"] for row in self.rows}
        found = [(name, row) for name in cpp_files(["models", "tests"])
                 for row in re.findall(r"[Ee]vidence rows? (\w+)", text_of(name))]
        self.assertTrue(found)
        self.none_of(f"{name}: no evidence row {row}" for name, row in found if row not in names)

    def test_outcomes_are_declared(self):
        outcomes = {entry["name"] for entry in described("outputs", MAIN_MODEL)}
        self.none_of(f"{row['parameter']}: no outcome {row['name']}"
                     for row in self.used("moment") if row["name"] not in outcomes)

    def test_calibration_targets_exist(self):
        targets = set(re.findall(r"- name: (\w+)", "".join(
            text_of(name) for name in with_suffix(".yaml", folders=("scenarios",))
            if "/calibration/" in name)))
        named = [(row["parameter"], re.search(r"calibration target (\w+)", row["note"]))
                 for row in self.rows]
        self.none_of(f"{row}: no calibration target {match[1]}" for row, match in named
                     if match and match[1] not in targets)

    def test_tests_exist(self):
        self.none_of(f"{row['parameter']}: no test {row['name']}"
                     for row in self.used("test") if row["name"] not in self.tests)

    def test_records_hold_the_value(self):
        wrong = []
        for row in self.used("data"):
            value = recorded(row["name"])
            if isinstance(value, str):
                wrong.append(f"{row['parameter']}: {value}")
                continue
            ratio = value / float(row["central"])
            if row["note"]:  # other units: thousands, ten thousands, billions
                ratio /= 10.0 ** round(math.log10(ratio))
            if abs(ratio - 1.0) > ROUNDING:
                wrong.append(f"{row['parameter']}: recorded {value:g}, row {row['central']}")
        self.none_of(wrong)

    def test_sources_are_listed(self):
        listed = set(re.findall(r"^@\w+\{([^,]+),", text_of("docs/references.bib"), re.MULTILINE))
        self.none_of(f"{row['parameter']}: {key} is not in docs/references.bib"
                     for row in self.rows if row["use"] != "unused"
                     for key in row["source_key"].split(";")
                     if key != "judgement" and not key.startswith("memory:") and key not in listed)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: test_evidence.py PROGRAM")
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
