#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The ODD document of the vocational model is whole: what the sources say in their opening comments is
what it says, every phase and parameter has its submodel, and every question of ODD+D an answer.

    test_odd.py TANDEM
"""
import json
import re
import subprocess
import sys
import unittest

from tree import FILES, text_of

PROGRAM = sys.argv.pop(1)
FOLDER = "models/vocational/"
MARK = re.compile(r"^(\d+\.\d+)(?:, )?")
ELEMENTS = ["Purpose and patterns", "Entities, state variables and scales",
            "Process overview and scheduling", "Design concepts", "Initialization", "Input data",
            "Submodels"]
CONCEPTS = {"Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction",
            "Sensing", "Interaction", "Stochasticity", "Collectives", "Observation"}


def tandem(*words):
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True, check=True)
    return done.stdout


def opening_comment(name):
    """Marks and text of the comment below the licence line."""
    found = re.match(r"// SPDX[^\n]*\n((?://[^\n]*\n)+)", text_of(name))
    text = re.sub(r"^// ?", "", found.group(1), flags=re.MULTILINE).strip() if found else ""
    marks = []
    while mark := MARK.match(text):
        marks.append(mark.group(1))
        text = text[mark.end():].lstrip()
    return marks, text


class Odd(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.data = json.loads(tandem("describe", "odd", "--json", "--model", "vocational"))
        cls.text = tandem("describe", "odd", "--model", "vocational")

    def test_seven_elements_in_order(self):
        self.assertEqual(re.findall(r"^## \d (.+)$", self.text, re.MULTILINE), ELEMENTS)
        self.assertEqual(set(self.data["design_concepts"]["concepts"]), CONCEPTS)
        self.assertGreater(len(self.data["purpose"]["patterns"]), 3)
        for part in ("purpose", "process", "initialization", "input"):
            self.assertGreater(len(self.data[part]["text"]), 100, part)

    def test_submodels_hold_what_the_sources_say(self):
        wanted = {}
        for name in FILES:
            # Beside a header only the header opens a submodel.
            twin = name.replace(".cpp", ".hpp")
            if name.startswith(FOLDER) and name.endswith((".hpp", ".cpp")) and \
                    (name == twin or twin not in FILES):
                marks, text = opening_comment(name)
                for mark in marks:
                    wanted.setdefault(mark, {})[name.removeprefix(FOLDER)] = text
        told = {one["mark"]: {m["file"]: m["text"] for m in one["mechanisms"]}
                for one in self.data["submodels"]}
        self.assertEqual([f"4.{n}" for n in range(1, 15)], list(told))
        self.assertEqual(told, wanted)

    def test_every_phase_has_its_submodel(self):
        placed = {phase for one in self.data["submodels"] for m in one["mechanisms"]
                  for phase in m["phases"]}
        phases = {phase["name"] for step in self.data["process"]["schedule"]
                  for phase in step.get("phases", ())}
        self.assertGreater(len(phases), 50)
        self.assertEqual(phases - placed, set(),
                         "the comment that opens a phase's file begins with its submodel's number")

    def test_every_parameter_has_its_submodel(self):
        blocks = {block for one in self.data["submodels"] for block in one["blocks"]}
        used = {row["name"].rpartition(".")[0] for row in self.data["parameters"]}
        self.assertEqual(used, blocks, "models/vocational/account/odd.cpp says whose blocks are")
        for row in self.data["parameters"]:
            self.assertIn(f"| `{row['name']}` |", self.text)
            self.assertTrue(row["mark"] in "DECA" and row["source"], row["name"])

    def test_every_question_has_an_answer(self):
        decisions = self.data["design_concepts"]["decisions"]
        self.assertGreater(len(decisions), 5)
        for decision in decisions:
            self.assertEqual(len(decision["answers"]), 17)
            for question, answer in decision["answers"].items():
                self.assertRegex(answer, r"\.$", f"{decision['decision']}: {question}")
            for file in decision["implementation"].split(", "):
                self.assertIn(FOLDER + file, FILES)

    def test_every_instrument_says_how_it_acts(self):
        for policy in self.data["policies"]:
            section = self.text.partition(f"#### `{policy['name']}`\n")[2].partition("####")[0]
            self.assertRegex(section, r"Articles? \d", policy["name"])

    def test_data_and_initial_state(self):
        self.assertGreater(len(self.data["input"]["tables"]), 15)
        self.assertGreater(len(self.data["initialization"]["mechanisms"]), 15)
        for table in self.data["input"]["tables"]:
            self.assertIn(f"scenarios/data/china/{table['file']}", FILES)


if __name__ == "__main__":
    unittest.main()
