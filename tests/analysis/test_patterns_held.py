#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The patterns that docs/patterns.md claims are there with other random numbers too: two replicates of
another seed at 1:1000 meet, by their mean, each criterion that every replicate of the page meets.

    test_patterns_held.py TANDEM
"""

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support")]

from program import tandem  # noqa: E402

import criteria  # noqa: E402
import show_patterns  # noqa: E402
from read_run import open_run  # noqa: E402

PROGRAM = sys.argv.pop(1) if len(sys.argv) > 1 else None
SCENARIOS = ("baseline", "patterns/demand_cycle", "patterns/early_push")


def claimed():
    """(pattern, criterion) → whether the page claims it for each of its replicates."""
    _, tables = criteria.load(ROOT / "docs/patterns.json")
    found = {}
    for table in tables:
        for row, held in zip(table.rows, table.held):
            some, _, of = row[2].partition(" of ") if len(row) == 3 else ("", "", "")
            found[table.title, row[0]] = held and some == of
    return found


class PatternsHeld(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            runs = []
            for scenario in SCENARIOS:
                path = Path(folder) / f"{Path(scenario).name}.h5"
                tandem(PROGRAM, "run", ROOT / f"scenarios/{scenario}.yaml", "-n", "2", "-s", "1", "-q",
                       "-o", path)
                runs.append(open_run(path))
            cls.found = {(pattern.title, check.criterion): check
                         for pattern in show_patterns.patterns_of(*runs)
                         for check in pattern.checks}

    def test_the_page_has_the_criteria_of_today(self):
        self.assertEqual(sorted(claimed()), sorted(self.found), "./dev docs writes the page anew")

    def test_what_the_page_claims_is_there(self):
        for key, is_claimed in claimed().items():
            if is_claimed and key in self.found:
                with self.subTest(key):
                    self.assertTrue(self.found[key].mean_held, self.found[key].found)

    def test_the_page_claims_some_of_each_wave_and_relation(self):
        """A page of nothing but no would pass the test above."""
        shown = {title for (title, _), is_claimed in claimed().items() if is_claimed}
        self.assertEqual(shown, {title for title, _ in self.found})


if __name__ == "__main__":
    unittest.main()
