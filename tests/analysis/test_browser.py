#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens reports in headless Chromium as their reader does (browse_report.mjs): a comparison by the
program, and one of 32 scenarios × 20 replicates whose size and memory have limits. How fast that one
opens: bench/report_opening.py.

    test_browser.py TANDEM
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support"), str(HERE)]

import measures  # noqa: E402
import style  # noqa: E402
import synthetic  # noqa: E402
import test_sensitivity  # noqa: E402
from program import tandem  # noqa: E402

PROGRAM = None  # set by the command line
NODE = shutil.which("node") or shutil.which("nodejs")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or \
    shutil.which("google-chrome")
MEGABYTE = 1_000_000


def missing():
    """What is not there, in words; None if all is."""
    if not NODE:
        return "node is not installed (./dev deps)"
    if not CHROMIUM:
        return "chromium is not installed (./dev deps)"
    if not (ROOT / "analysis/node_modules/playwright-core").is_dir():
        return "npm packages are missing (./dev web)"
    return None


def report(out, *results):
    """Writes a report; its highest use of memory in bytes."""
    return memory_of("report.py", *results, "-o", out)


def memory_of(script, *arguments):
    """Runs a script in a process of its own; its highest use of memory in bytes."""
    watched = ("import resource, subprocess, sys; "
               "code = subprocess.run(sys.argv[1:], stdout=sys.stderr).returncode; "
               "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss); sys.exit(code)")
    done = subprocess.run([sys.executable, "-B", "-c", watched, sys.executable, "-B",
                           str(ROOT / "analysis" / script), *map(str, arguments)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return int(done.stdout) * 1024


def browse(page, folder):
    folder.mkdir()
    done = subprocess.run([NODE, str(HERE / "browse_report.mjs"), str(page), str(folder), CHROMIUM],
                          capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "seen.json").read_text(encoding="utf-8"))


class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # TANDEM_SCREENSHOTS keeps the pictures for people to look at.
        kept = os.environ.get("TANDEM_SCREENSHOTS")
        cls.folder = Path(tempfile.mkdtemp(dir=kept))
        if not kept:
            cls.addClassCleanup(shutil.rmtree, cls.folder)

    def check_quiet(self, seen, page):
        self.assertEqual(seen["errors"], [])
        self.assertEqual(seen["requests"], [page.resolve().as_uri()])
        self.assertEqual(seen["unnamed"], [])

    def test_reader_of_a_comparison(self):
        result, page = self.folder / "compare.h5", self.folder / "compare.html"
        # The last one is chosen: with more instruments in its ledger than there are colours.
        alternatives = [ROOT / f"scenarios/{name}.yaml"
                        for name in ("policies/track_ratio", "bundles/opinions-2022")]
        tandem(PROGRAM, "compare", ROOT / "scenarios/baseline.yaml", *alternatives, "--scale",
               "1:20000", "-n", "3", "--until", "2026Q2", "-q", "-o", result)
        table = json.loads(tandem(PROGRAM, "compare", ROOT / "scenarios/baseline.yaml",
                                  *alternatives, "--scale", "1:20000", "-n", "3", "--until",
                                  "2026Q2", "--json", "-q", "-o",
                                  self.folder / "again.h5").stdout)
        report(page, result)
        seen = browse(page, self.folder / "seen")
        self.check_quiet(seen, page)
        self.assertEqual(seen["title"], "Equal tracks at 15")
        self.assertEqual(seen["second"], "The 2022 document as a whole")
        for part in ("What was asked", "What it changes", "For whom", "At whose cost", "How sure"):
            self.assertIn(part, seen["answer"])
        self.assertGreaterEqual(seen["charts"], 5)
        self.assertEqual((seen["province"], seen["pressed"]), ("Henan", "true"))
        self.assertNotEqual(seen["byKeyboard"], "Henan")
        self.assertEqual(seen["downloads"], seen["tables"])
        self.assertEqual((seen["chinese"], seen["lang"]), ("结论", "zh-CN"))
        self.assertIn("把握多大", seen["chineseAnswer"])
        self.assertFalse(seen["toolsInPrint"])
        self.check_download(seen, table)
        for name in ("first_screen", "whole", "chinese"):
            self.assertGreater((self.folder / "seen" / f"{name}.png").stat().st_size, 20_000)

    def test_reader_of_a_single_run_and_of_two_files(self):
        result, page = self.folder / "run.h5", self.folder / "run.html"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "--scale", "1:20000", "-n", "2",
               "--until", "2024Q4", "-q", "-o", result)
        made_up = self.folder / "small.h5"
        synthetic.small(made_up)
        indices = self.folder / "indices.json"
        indices.write_text(json.dumps(test_sensitivity.indices("sobol")), encoding="utf-8")
        sources = self.folder / "sources.json"
        sources.write_text(json.dumps(test_sensitivity.sources()), encoding="utf-8")
        experiment = self.folder / "saving.yaml"
        experiment.write_text(
            f"base: {ROOT / 'scenarios/classic/boltzmann_wealth.yaml'}\nreplicates: 3\n"
            "factors: [{path: parameters.exchange.saving_propensity, values: [0, 0.5, 0.9]}]\n",
            encoding="utf-8")
        tandem(PROGRAM, "sweep", experiment, "-q", "-o", self.folder / "sweep")
        report(page, result, made_up, self.folder / "sweep/collected.h5", "--sensitivity", indices,
               sources)
        seen = browse(page, self.folder / "run")
        self.check_quiet(seen, page)
        self.assertEqual(seen["title"], "Baseline of China from 2022")
        self.assertIn("nothing is compared", seen["answer"])
        self.assertEqual(seen["results"], ["run.h5", "small.h5", "collected.h5"])
        self.assertEqual([row.split("\t")[0] for row in seen["points"]], ["0", "0.5000", "0.9000"])
        self.assertEqual(seen["sweepCharts"], 2)
        self.assertIn("market.on_the_job_search\t0.2400\t0.2000 至 0.2800\t0.3000", seen["indices"])
        self.assertEqual(seen["other"], "Title of policy_01")

    def check_download(self, seen, table):
        text = (self.folder / "seen" / seen["file"]).read_text(encoding="utf-8-sig")
        rows = {row["Name"]: row for row in csv.DictReader(io.StringIO(text))}
        self.assertEqual(len(rows), len(table["measures"]))
        self.assertEqual(len(seen["table"]), len(rows))
        shown = {cells[1]: cells for cells in (row.split("\t") for row in seen["table"])}
        for measure in table["measures"]:
            row, effect = rows[measure["name"]], measure["effects"][1]
            self.assertAlmostEqual(float(row["Base"]) / (measure["base"] or 1.0),
                                   1.0 if measure["base"] else 0.0, places=9)
            self.assertAlmostEqual(float(row["Difference"]), effect["difference"],
                                   delta=1e-9 * max(1.0, abs(measure["base"])))
            self.assertAlmostEqual(float(row["Draws below zero"]), effect["share_below_zero"])
            # On the screen the digits of the program's table (test_report.py holds these to it).
            self.assertEqual(shown[measure["name"]][2:6], [style.minus(text) for text in (
                measures.number(measure["base"]), measures.signed(effect["difference"]),
                measures.interval(effect["low"], effect["high"]),
                f"{100.0 * effect['share_below_zero']:.0f} %")])

    def test_size_and_memory_of_a_large_comparison(self):
        result, page = self.folder / "large.h5", self.folder / "large.html"
        synthetic.large(result)
        self.assertGreater(result.stat().st_size, 1000 * MEGABYTE)
        used = report(page, result)
        self.assertLess(used, 2000 * MEGABYTE)
        drawn = memory_of("plot_trajectories.py", result, "-o", self.folder / "large_figures",
                          "--only", "headline", "ledger", "placement_rate_map")
        self.assertLess(drawn, 2000 * MEGABYTE)
        self.assertLess(page.stat().st_size, 12 * MEGABYTE)
        result.unlink()
        seen = browse(page, self.folder / "large")
        self.check_quiet(seen, page)
        print(f"memory {used / MEGABYTE:.0f} and {drawn / MEGABYTE:.0f} MB, page {page.stat().st_size / MEGABYTE:.2f} MB, "
              f"opened in {seen['opened']:.2f} s")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = sys.argv.pop(1)
    reason = missing()
    if reason:
        print(f"skipped: {reason}")
        sys.exit(77)
    unittest.main()
