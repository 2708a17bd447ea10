#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pictures of sensitivity: bars and points stand where the indices are; what is wrong is said in words."""

import contextlib
import io
import json
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))

import numpy as np  # noqa: E402

import plot_sensitivity  # noqa: E402


def interval(value, half):
    return {"value": value, "low": value - half, "high": value + half}


def indices(design):
    factors = []
    for name, size in (("wage.bachelor", 0.6), ("choice.school_taste", 0.05),
                       ("market.on_the_job_search", 0.3)):
        factors.append({"name": name, "first": interval(size * 0.8, 0.04),
                        "total": interval(size, 0.05)} if design == "sobol" else
                       {"name": name, "mu_star": interval(size, 0.1), "mu": -size,
                        "sigma": size / 3.0})
    return {"design": design, "trials": 8, "replicates": 4, "resamples": 1000, "left_out": [],
            "factors": [f["name"] for f in factors],
            "measures": [{"name": "placement_rate", "unit": "1", "used": 8, "noise_floor": 0.02,
                          "factors": factors, "words": []}]}


def sources():
    """What tandem sensitivity says of a crossed sweep of two scenarios, one of them without structures."""
    def part(name, share):
        missing = {"value": None, "low": None, "high": None}
        return {"name": name, "variance": missing if share is None else interval(4 * share, 0.2),
                "share": missing if share is None else interval(share, 0.05)}

    outcomes = [{"name": "placement_rate", "unit": "1", "scenario": scenario, "base": base, "used": 8,
                 "mean": 0.5, "variance": interval(4.0, 1.0), "words": ["so it is"],
                 "parts": [part(*one) for one in zip(("structures", "parameters", "together",
                                                      "replicates"), shares)]}
                for scenario, base, shares in (("baseline", None, (0.2, 0.5, -0.01, 0.31)),
                                               ("funding", "baseline", (None, 0.9, None, 0.1)))]
    return {"design": "crossed", "structures": 8, "settings": 8, "replicates": 3, "resamples": 1000,
            "structure_factors": ["hiring"], "parameter_factors": ["funding_weight"],
            "outcomes": outcomes, "left_out": []}


class Sensitivity(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def draw(self, text, *arguments):
        path = self.folder / "indices.json"
        path.write_text(text, encoding="utf-8")
        shown, hidden = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(hidden):
            code = plot_sensitivity.main([str(path), "-o", str(self.folder), *arguments])
        return code, [Path(line) for line in shown.getvalue().splitlines()], hidden.getvalue()

    def test_both_designs_in_all_formats(self):
        for design in ("morris", "sobol"):
            code, paths, _ = self.draw(json.dumps(indices(design)), "--format", "png", "svg", "pdf")
            self.assertEqual(code, 0)
            self.assertEqual([p.name for p in paths], [f"{design}_placement_rate.{form}"
                                                       for form in ("png", "svg", "pdf")])
            for path in paths:
                self.assertGreater(path.stat().st_size, 5000)

    def test_bars_are_the_indices_with_the_largest_first(self):
        data = indices("sobol")
        axis = plot_sensitivity.sobol(data, data["measures"][0]).axes[0]
        self.assertEqual([t.get_text() for t in axis.get_yticklabels()],
                         ["wage.bachelor", "market.on_the_job_search", "choice.school_taste"])
        np.testing.assert_allclose([bar.get_width() for bar in axis.patches],
                                   [0.6, 0.3, 0.05, 0.48, 0.24, 0.04])

    def test_points_are_mu_star_and_sigma(self):
        data = indices("morris")
        axis = plot_sensitivity.morris(data, data["measures"][0]).axes[0]
        points = [line.get_xydata()[0] for line in axis.lines if len(line.get_xydata()) == 1]
        np.testing.assert_allclose(points, [[0.6, 0.2], [0.3, 0.1], [0.05, 0.05 / 3.0]])

    def test_bars_are_the_shares_of_each_source_that_there_is(self):
        code, paths, said = self.draw(json.dumps(sources()))
        self.assertEqual((code, [p.name for p in paths]), (0, ["parts_placement_rate.png"]), said)
        level, effect = plot_sensitivity.parts(sources(), "placement_rate").axes
        np.testing.assert_allclose([bar.get_width() for bar in level.patches],
                                   [0.2, 0.5, -0.01, 0.31])
        self.assertEqual([t.get_text() for t in effect.get_yticklabels()],
                         ["parameters", "chance (replicates)"])
        self.assertIn("funding \N{MINUS SIGN} baseline", effect.get_title(loc="left"))

    def test_errors_are_for_users(self):
        for text, words in (("no", "is no JSON"), ("{}", "no output of tandem sensitivity")):
            code, paths, said = self.draw(text)
            self.assertEqual((code, paths), (4, []))
            self.assertIn(words, said)
        code, _, said = self.draw(json.dumps(indices("sobol")), "--measures", "wage")
        self.assertEqual(code, 4)
        self.assertIn("no measure 'wage' (there are: placement_rate)", said)


if __name__ == "__main__":
    unittest.main()
