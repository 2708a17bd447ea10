#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The figures of a calibration, on numbers made up to hold every verdict."""

import contextlib
import io
import json
import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))

import plot_calibration  # noqa: E402
import style  # noqa: E402


def target(name, model, verdict, **more):
    return {"name": name, "recorded": 10.0, "tolerance": 2.0, "unit": "persons", "start": 40.0,
            "model": model, "standard_error": 0.5, "verdict": verdict, **more}


def parameter(name, verdict, scale="linear", **more):
    return {"name": name, "unit": "1", "range": [0.1, 0.9], "scale": scale, "start": 0.2,
            "value": 0.3, "interval": [0.2, 0.6], "verdict": verdict, **more}


def sample():
    return {"filetype": "tandem calibration", "format_version": 1,
            "provenance": {"program_version": "0.1.0", "calibration": "fit.yaml",
                           "base": "base.yaml", "runs": 80, "scale": "1:1000", "seed": 3},
            "targets": [target("vocational_share", 11.0, "met"), target("wage_gini", 15.0, "missed"),
                        target("far_away", -900.0, "out_of_reach", standard_error=None)],
            "parameters": [parameter("a.one", "identified"),
                           parameter("a.two", "weakly_identified", "log"),
                           parameter("b.one", "not_identified", "logit"),
                           parameter("b.two", "at_bound", value=0.9, interval=[0.5, 0.9])]}


class Figures(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def run_script(self, data, *options, text=None):
        path = self.folder / "calibration.json"
        path.write_text(json.dumps(data) if text is None else text, encoding="utf-8")
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = plot_calibration.main([str(path), "-o", str(self.folder / "pictures"), *options])
        return code, out.getvalue().splitlines(), err.getvalue()

    def test_both_are_drawn_the_same_each_time(self):
        code, files, _ = self.run_script(sample())
        self.assertEqual(code, 0)
        self.assertEqual([Path(f).name for f in files],
                         ["calibration_targets.png", "calibration_parameters.png"])
        first = [Path(f).read_bytes() for f in files]
        self.run_script(sample())
        self.assertEqual([Path(f).read_bytes() for f in files], first)

    def test_marks_stand_where_the_numbers_say(self):
        style.apply()
        figure = plot_calibration.target_figure(sample())
        points = {(round(float(line.get_xdata()[0]), 6), int(line.get_ydata()[0]),
                   line.get_marker())
                  for line in figure.axes[0].lines if line.get_marker() in ("o", "<", ">")}
        self.assertIn((0.5, 0, "o"), points)  # (11 - 10) / 2
        self.assertIn((2.5, 1, "o"), points)
        self.assertIn((-4.0, 2, "<"), points)  # beyond the edge
        self.assertIn((4.0, 0, ">"), points)  # before the fit
        figure = plot_calibration.parameter_figure(sample())
        values = [float(line.get_xdata()[0]) for line in figure.axes[0].lines
                  if line.get_marker() == "o" and line.get_markersize() == 6.5]
        self.assertAlmostEqual(values[0], 0.25)
        self.assertAlmostEqual(values[1], 0.5)  # 0.3 is the geometric mean of 0.1 and 0.9
        self.assertAlmostEqual(values[3], 1.0)

    def test_texts_say_verdicts_and_numbers(self):
        _, files, _ = self.run_script(sample(), "--format", "svg")
        figure = plot_calibration.target_figure(sample())
        texts = [child.get_text() for child in figure.axes[0].texts]
        self.assertIn("Vocational share", texts)
        self.assertTrue(any(re.search("11 for 10 persons · met", text) for text in texts), texts)
        self.assertTrue(any("out of reach" in text for text in texts), texts)
        self.assertEqual(len(files), 2)

    def test_refuses_what_is_no_calibration(self):
        for text in ("{", "[]", '{"filetype": "other"}'):
            code, _, said = self.run_script(None, text=text)
            self.assertEqual(code, 4, text)
            self.assertIn("calibration.json", said)
        code, _, said = self.run_script({**sample(), "format_version": 2})
        self.assertEqual(code, 4)
        self.assertIn("format 2", said)
        with contextlib.redirect_stderr(io.StringIO()):
            self.assertEqual(plot_calibration.main(["nowhere.json", "-o", str(self.folder)]), 4)


if __name__ == "__main__":
    unittest.main()
