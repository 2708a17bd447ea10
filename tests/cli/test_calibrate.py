# SPDX-License-Identifier: Apache-2.0
"""tandem calibrate as a person would use it: a fit whose answer is known, the same for any number of
threads and after a stop; what it refuses; and the commands of its guide.

    test_calibrate.py TANDEM REPOSITORY
"""
import csv
import json
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

TANDEM = ""
REPOSITORY = pathlib.Path()
FILES = ["calibration.json", "nonimplausible.csv", "parameters.yaml", "runs.csv"]

CALIBRATION = """
base: {base}
budget: 60
parameters:
  - {{name: exchange.saving_propensity, range: [0, 0.9]}}
targets:
  - {{name: gini, outcome: wealth_gini, time: {{from: 2010Q1, to: 2019Q4}}, value: 0.2734,
     tolerance: 0.01, source: theory}}
  - name: richest
    outcome: traders_by_wealth_class
    where: {{wealth_class: four_means_and_over}}
    time: 2019Q4
    statistic: ratio
    over: {{outcome: traders_by_wealth_class}}
    value: 0.5
    tolerance: 0.01
    source: nowhere, no point can give it
"""


class CalibrateTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-calibrate-"))
        self.addCleanup(shutil.rmtree, self.folder)
        base = REPOSITORY / "scenarios/classic/boltzmann_wealth.yaml"
        self.file = self.write("saving.yaml", CALIBRATION.format(base=base))

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def tandem(self, *words, code=0):
        done = subprocess.run([TANDEM, *map(str, words)], cwd=self.folder, capture_output=True,
                              text=True, timeout=300, check=False)
        self.assertEqual(done.returncode, code, f"{words}\n{done.stdout}\n{done.stderr}")
        return done

    def calibrate(self, out, *words, code=0):
        small = ["--set", "parameters.exchange.traders=1000"]
        return self.tandem("calibrate", self.file, "-o", out, *small, *words, code=code)

    def texts(self, out):
        return {name: (self.folder / out / name).read_text(encoding="utf-8") for name in FILES}


class Fits(CalibrateTest):
    def test_finds_what_theory_says_and_names_what_cannot_be(self):
        done = self.calibrate("fit")
        self.assertIn("1 of 2 targets met", done.stdout)
        self.assertIn("out of reach", done.stdout)
        result = json.loads((self.folder / "fit/calibration.json").read_text())
        saving, = result["parameters"]
        self.assertAlmostEqual(saving["value"], 0.5, delta=0.02)
        self.assertEqual(saving["verdict"], "identified")
        self.assertLess(saving["interval"][0], 0.5)
        self.assertGreater(saving["interval"][1], 0.5)
        gini, richest = result["targets"]
        self.assertEqual([gini["verdict"], richest["verdict"]], ["met", "out_of_reach"])
        self.assertLessEqual(result["provenance"]["runs"], 60)
        self.assertNotIn(str(self.folder), json.dumps(result))

    def test_the_set_lies_around_the_value(self):
        self.calibrate("fit", "-q")
        with open(self.folder / "fit/nonimplausible.csv", newline="") as file:
            points = [float(row["exchange.saving_propensity"]) for row in csv.DictReader(file)]
        self.assertGreater(len(points), 50)
        self.assertTrue(0.4 < min(points) < 0.5 < max(points) < 0.6, points)

    def test_the_fragment_extends_a_scenario(self):
        self.calibrate("fit", "-q")
        base = REPOSITORY / "scenarios/classic/boltzmann_wealth.yaml"
        self.write("after.yaml", f"extends: [{base}, fit/parameters.yaml]\n")
        shown = self.tandem("run", "after.yaml", "--print-config").stdout
        value = re.search(r"exchange.saving_propensity: (\S+)", shown)[1]
        self.assertIn(f"exchange.saving_propensity: {value}\n", self.texts("fit")["parameters.yaml"])
        self.tandem("validate", "saving.yaml", "after.yaml")

    def test_is_the_same_for_any_number_of_threads(self):
        self.calibrate("one", "-q", "-j", "1")
        self.calibrate("three", "-q", "-j", "3")
        self.calibrate("serial", "-q", "--backend", "serial")
        one = self.texts("one")
        for other in ("three", "serial"):
            for name, text in self.texts(other).items():
                if name == "runs.csv":  # in the order in which they end
                    self.assertEqual(sorted(text.splitlines()),
                                     sorted(one[name].splitlines()))
                else:
                    self.assertEqual(text, one[name], name)

    def test_goes_on_after_a_stop(self):
        self.calibrate("whole", "-q")
        words = [TANDEM, "calibrate", str(self.file), "-o", "half", "-j", "1", "--set",
                 "parameters.exchange.traders=1000", "-q"]
        process = subprocess.Popen(words, cwd=self.folder, stderr=subprocess.PIPE, text=True)
        runs = self.folder / "half/runs.csv"
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if runs.exists() and runs.read_text().count("\n") > 12:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        if process.returncode == 0:
            self.skipTest("it was done before it could be stopped")
        self.assertEqual(process.returncode, 5, said)
        self.assertIn("--resume", said)
        self.assertEqual(sorted(os.listdir(self.folder / "half")), ["runs.csv"])
        before = runs.read_text().count("\n")
        self.assertLess(before, self.texts("whole")["runs.csv"].count("\n"))
        self.calibrate("half", "-q", "--resume")
        half, whole = self.texts("half"), self.texts("whole")
        for name in FILES[:3]:
            self.assertEqual(half[name], whole[name], name)


class Refuses(CalibrateTest):
    def test_to_replace_results(self):
        self.calibrate("fit", "-q")
        before = self.texts("fit")
        self.assertIn("--force", self.calibrate("fit", "-q", code=4).stderr)
        self.assertEqual(self.texts("fit"), before)
        self.calibrate("fit", "-q", "--force")
        self.assertIn("another calibration",
                      self.calibrate("fit", "-q", "--force", "--resume", "-s", "5", code=3).stderr)

    def test_a_wrong_file(self):
        self.file.write_text(self.file.read_text().replace("budget: 60", "budgte: 60"))
        said = self.calibrate("fit", code=3).stderr
        self.assertIn("saving.yaml:3:1: unknown key 'budgte'", said)
        self.assertIn("Did you mean 'budget'?", said)
        self.assertFalse((self.folder / "fit").exists())
        self.assertIn("budgte", self.tandem("validate", "saving.yaml", code=3).stderr)

    def test_a_target_that_the_model_gives_no_value_of(self):
        text = self.file.read_text().replace("  - {name: gini",
                                             "  - {name: gone, outcome: traders_by_wealth_class,\n"
                                             "     where: {wealth_class: four_means_and_over}, time: "
                                             "2000Q1, statistic: log_ratio, over: {outcome: "
                                             "wealth_gini},\n     value: 1, tolerance: 1, "
                                             "source: s}\n  - {name: gini")
        self.file.write_text(text)
        said = self.calibrate("fit", "-q", code=3).stderr
        self.assertIn("the model gives no value of target 'gone'", said)

    def test_wrong_words(self):
        self.tandem("calibrate", code=2)
        self.tandem("calibrate", self.file, "--until", "2010Q1", code=2)
        self.tandem("calibrate", "none.yaml", code=4)
        self.assertIn("calibration", self.tandem("schema", "nothing", code=2).stderr)

    def test_dry_run_leaves_nothing(self):
        self.assertIn("at most 60 runs", self.calibrate("fit", "--dry-run").stdout)
        self.assertFalse((self.folder / "fit").exists())


class Shipped(CalibrateTest):
    def test_schema_is_draft_7_and_knows_the_keys(self):
        schema = json.loads(self.tandem("schema", "calibration").stdout)
        self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertIn("budget", schema["properties"])
        target = schema["properties"]["targets"]["items"]
        self.assertIn("wealth_gini", target["properties"]["outcome"]["enum"])
        self.assertIn("tolerance", target["required"])

    def test_calibrations_are_valid(self):
        files = sorted(p for p in (REPOSITORY / "scenarios").rglob("calibration/*.yaml")
                       if p.name != "parameters.yaml")
        self.assertGreater(len(files), 1)
        self.tandem("validate", *files)

    def test_sources_of_the_baseline_are_known(self):
        folder = REPOSITORY / "scenarios/data/china"
        keys = set(re.findall(r"^@\w+\{([^,]+),", (REPOSITORY / "docs/references.bib").read_text(),
                              re.MULTILINE))
        sources = re.findall(r"^    source: (.+)$",
                             (folder / "calibration/baseline.yaml").read_text(), re.MULTILINE)
        self.assertGreater(len(sources), 5)
        for source in sources:
            for part in source.split("; "):
                first, _, rest = part.partition(", ")
                if first.endswith(".csv"):
                    self.assertTrue((folder / first).exists(), first)
                    if first.startswith("sources/"):
                        self.assertIn(rest, (folder / first).read_text(), source)
                else:
                    self.assertIn(first, keys, source)

    def test_frozen_values_are_those_that_the_baseline_uses(self):
        """But for what it sets itself, which no target of the calibration may tell."""
        folder = REPOSITORY / "scenarios/data/china/calibration"
        baseline = (REPOSITORY / "scenarios/baseline.yaml").read_text()
        if not (folder / "calibration.json").exists():
            self.assertFalse((folder / "parameters.yaml").exists(), "frozen without provenance")
            self.assertNotIn("calibration/parameters.yaml", baseline)
            return
        self.assertIn("data/china/calibration/parameters.yaml", baseline)
        shown = self.tandem("run", REPOSITORY / "scenarios/baseline.yaml", "--print-config").stdout
        own = dict(re.findall(r"^  (\w+\.\S+): (\S+)$", baseline, re.MULTILINE))
        for parameter in json.loads((folder / "calibration.json").read_text())["parameters"]:
            value = re.search(rf"^  {re.escape(parameter['name'])}: (\S+)$", shown, re.MULTILINE)[1]
            if parameter["name"] in own:
                self.assertEqual(parameter["verdict"], "not_identified", parameter["name"])
                self.assertEqual(float(value), float(own[parameter["name"]]), parameter["name"])
            else:
                self.assertEqual(float(value), parameter["value"], parameter["name"])
            said = self.tandem("explain", parameter["name"]).stdout
            self.assertIn("frozen at", said)

    def test_parameters_marked_as_calibrated_are_frozen_and_no_others(self):
        folder = REPOSITORY / "scenarios/data/china/calibration/calibration.json"
        frozen = set()
        if folder.exists():
            frozen = {p["name"] for p in json.loads(folder.read_text())["parameters"]}
        rows = json.loads(self.tandem("describe", "parameters", "--model", "vocational",
                                      "--json").stdout)
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual(row["mark"] == "C", row["name"] in frozen, row["name"])
            self.assertNotIn("not calibrated yet", row["source"], row["name"])


class Guide(CalibrateTest):
    def test_its_commands_run(self):
        text = (REPOSITORY / "docs/guides/calibrate.md").read_text(encoding="utf-8")
        commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
                    for line in block.splitlines()]
        self.assertGreater(len(commands), 3)
        for name in ("scenarios", "analysis"):
            (self.folder / name).symlink_to(REPOSITORY / name)
        (self.folder / "results").mkdir()
        for command in commands:
            with self.subTest(command=command):
                words = shlex.split(command, comments=True)
                if words[0] == "tandem":
                    self.tandem(*words[1:])
                elif words[0].startswith("analysis/"):
                    subprocess.run([sys.executable, *words], cwd=self.folder, check=True,
                                   capture_output=True, timeout=120)
                else:
                    self.fail("neither the program nor one of its pictures")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: test_calibrate.py TANDEM REPOSITORY [unittest options]")
    TANDEM = str(pathlib.Path(sys.argv[1]).resolve())
    REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
