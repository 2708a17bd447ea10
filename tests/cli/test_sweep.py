# SPDX-License-Identifier: Apache-2.0
"""tandem sweep and sensitivity as a person would use them: designs whose answer is known, stops, kills
and shards that lose and repeat nothing, members that fail, and one file that xarray opens.

    test_sweep.py TANDEM REPOSITORY
"""
import csv
import json
import os
import pathlib
import random
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import h5py
    import numpy as np
    import xarray as xr
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

TANDEM = ""
REPOSITORY = pathlib.Path()

BASE = """
model: boltzmann_wealth
seed: 5
time: {start: 2000Q1, end: 2002Q4}
scale: 1:1
parameters: {exchange.traders: 1000}
"""

EXPERIMENT = """
title: Saving and inequality
base: base.yaml
factors:
  - {path: parameters.exchange.saving_propensity, values: [0, 0.25, 0.5, 0.75]}
  - {path: parameters.exchange.initial_money, values: [100, 10000]}
replicates: 5
measures:
  - wealth_gini
  - {name: gini_path, outcome: wealth_gini, by: time}
  - {name: classes, outcome: traders_by_wealth_class, by: [wealth_class], time: 2002Q4}
"""


class SweepTest(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-sweep-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("base.yaml", BASE)
        self.file = self.write("saving.yaml", EXPERIMENT)

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def tandem(self, *words, code=0, **options):
        done = subprocess.run([TANDEM, *map(str, words)], cwd=self.folder, capture_output=True,
                              text=True, timeout=300, check=False, **options)
        self.assertEqual(done.returncode, code, f"{words}\n{done.stdout}\n{done.stderr}")
        return done

    def sweep(self, out, *words, file="saving.yaml", code=0, **options):
        return self.tandem("sweep", file, "-o", out, "-q", *words, code=code, **options)

    def collected(self, out):
        """Everything in the collected file but the time that members took."""
        found = {}
        with h5py.File(self.folder / out / "collected.h5") as file:
            for name, data in file.items():
                if name != "seconds":
                    found[name] = data[()]
        return found

    def assert_same(self, out, other):
        first, second = self.collected(out), self.collected(other)
        self.assertEqual(sorted(first), sorted(second))
        for name, values in first.items():
            np.testing.assert_array_equal(values, second[name], err_msg=name)

    def rows(self, out):
        """How often each member was finished, over all shards."""
        count = {}
        for path in (self.folder / out / "shards").glob("*.h5"):
            with h5py.File(path) as file:
                for row in np.flatnonzero(file["done"][()]):
                    key = tuple(int(file[name][row])
                                for name in ("inputs_high", "inputs_low", "replicate"))
                    count[key] = count.get(key, 0) + 1
        return count


class Designs(SweepTest):
    def test_one_data_set_with_factors_as_coordinates(self):
        self.sweep("out")
        for engine in ("h5netcdf", "netcdf4"):
            with xr.open_dataset(self.folder / "out/collected.h5", engine=engine) as data:
                self.assertEqual(dict(data.wealth_gini.sizes), {"point": 8, "replicate": 5})
                self.assertEqual(data.gini_path.dims, ("point", "replicate", "time"))
                self.assertEqual(data.gini_path.sizes["time"], 12)
                self.assertEqual(data.classes.dims, ("point", "replicate", "wealth_class"))
                self.assertIn("saving_propensity", data.coords)
                self.assertEqual(data.scenario.values[0], "base")
                gini = data.wealth_gini.mean("replicate").groupby("saving_propensity").mean()
                # Chakraborti's model: about 1/2, 0.375, 0.273, 0.176.
                self.assertTrue(np.all(np.diff(gini) < -0.08), gini)
                self.assertTrue(bool(data.present.all()))
                self.assertEqual(float(data.classes.sum("wealth_class").min()), 1000.0)
                np.testing.assert_allclose(data.gini_path.isel(time=slice(-4, None)).mean("time"),
                                           data.wealth_gini)

    def test_members_are_runs(self):
        self.sweep("out")
        run = self.folder / "run.h5"
        self.tandem("run", "base.yaml", "-o", run, "-q", "-n", "2", "--set",
                    "parameters.exchange.saving_propensity=0.25", "--state-cache", "off")
        with h5py.File(run) as single:
            expected = single["outcomes/wealth_gini"][()]
        path = self.collected("out")["gini_path"]  # points: 0 and 1 without saving, 3: 0.25, 10000
        np.testing.assert_array_equal(path[3, :2], expected)

    def test_is_the_same_for_any_threads_and_copied(self):
        self.sweep("one", "-j", "1")
        self.sweep("three", "-j", "3", "--pack")
        self.sweep("serial", "--backend", "serial")
        self.assert_same("one", "three")
        self.assert_same("one", "serial")

    def test_indices_of_ishigami(self):
        file = REPOSITORY / "scenarios/experiments/ishigami_sobol.yaml"
        self.sweep("out", file=file)
        result = json.loads(self.tandem("sensitivity", "out", "--json").stdout)
        measure, = result["measures"]
        self.assertAlmostEqual(measure["mean"], 3.5, delta=0.02)
        self.assertAlmostEqual(measure["variance"], 13.84458794, delta=0.2)
        expected = {"x1": (.31390519, .55758886), "x2": (.44241114, .44241114),
                    "x3": (0.0, .24368366)}
        for factor in measure["factors"]:
            for kind, truth in zip(("first", "total"), expected[factor["name"]]):
                self.assertAlmostEqual(factor[kind]["value"], truth, delta=0.03, msg=factor)
                self.assertLessEqual(factor[kind]["low"], truth)
                self.assertGreaterEqual(factor[kind]["high"], truth)

    def test_noise_is_told_from_effects(self):
        base = REPOSITORY / "scenarios/classic/ishigami.yaml"
        self.write("noisy.yaml", f"extends: {base}\nparameters: {{ishigami.noise: 2}}\n")
        factors = "".join(f"  - path: parameters.ishigami.x{k}\n" for k in (1, 2, 3))
        self.write("noisy_sobol.yaml", f"base: noisy.yaml\nfactors:\n{factors}"
                   "design: {kind: sobol, points: 256}\nreplicates: 4\n"
                   "measures: [{outcome: response, time: 2000Q1}]\n")
        self.sweep("out", file="noisy_sobol.yaml")
        measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
        # A variance of 4 over 4 replicates beside one of 13.84.
        self.assertAlmostEqual(measure["noise_floor"], 1.0 / 14.84, delta=0.012)
        self.assertTrue(any("noise of the replicates" in line for line in measure["words"]))

    def test_screening_finds_what_acts(self):
        factors = "".join(f"  - path: parameters.ishigami.{name}\n" for name in
                          ("x1", "x2", "x3", "noise"))
        self.write("morris.yaml", f"base: {REPOSITORY}/scenarios/classic/ishigami.yaml\n"
                   f"factors:\n{factors}design: {{kind: morris, points: 60, seed: 4}}\n")
        self.write("inert.yaml", (self.folder / "morris.yaml").read_text().replace(
            "  - path: parameters.ishigami.noise\n",
            "  - {path: parameters.ishigami.noise, values: [0, 1.0e-9]}\n"))
        self.sweep("out", file="inert.yaml")
        measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
        effects = {f["name"]: f for f in measure["factors"]}
        self.assertLess(effects["noise"]["mu_star"]["value"], 1e-6)
        for name in ("x1", "x2", "x3"):
            self.assertGreater(effects[name]["mu_star"]["low"], 0.5)
        self.assertLess(abs(effects["x3"]["mu"]), effects["x3"]["mu_star"]["value"])
        self.assertIn("sigma", self.tandem("sensitivity", "out").stdout)

    def test_a_negative_index_is_put_in_words(self):
        factors = "".join(f"  - path: parameters.ishigami.x{k}\n" for k in (1, 2, 3))
        for seed in range(1, 20):
            self.write("few.yaml", f"base: {REPOSITORY}/scenarios/classic/ishigami.yaml\n"
                       f"factors:\n{factors}design: {{kind: sobol, points: 16, seed: {seed}}}\n")
            self.sweep("out", "--force", file="few.yaml")
            measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
            negative = [f["name"] for f in measure["factors"] if f["first"]["value"] < 0]
            said = " ".join(measure["words"])
            self.assertEqual(bool(negative), "cannot be negative" in said, said)
            if negative:
                return
        self.fail("no index came out negative in 19 designs of 16 points")


class Survives(SweepTest):
    def start(self, out, *words):
        return subprocess.Popen([TANDEM, "sweep", "saving.yaml", "-o", out, "-q", *words],
                                cwd=self.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def wait_for(self, out, members, process):
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            try:
                if len(self.rows(out)) >= members:
                    return
            except (OSError, KeyError):
                pass
            time.sleep(0.005)

    def large(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 40"))

    def test_a_file_for_a_look_while_it_runs(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        process = self.start("out", *slow)
        self.wait_for("out", 20, process)
        self.assertIsNone(process.poll(), "it was done before anybody could look")
        self.sweep("out", "--collect", *slow)
        with xr.open_dataset(self.folder / "out/collected.h5") as data:
            present = int(data.present.sum())
            self.assertGreaterEqual(present, 20)
            self.assertEqual(int(data.wealth_gini.notnull().sum()), present)
        process.kill()
        process.communicate()

    def test_a_stop(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        process = self.start("half", *slow)
        self.wait_for("half", 20, process)
        self.assertIsNone(process.poll(), "it was done before it could be stopped")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 5, said)
        self.assertIn("--resume", said)
        finished = len(self.rows("half"))
        self.assertLess(finished, 320)
        self.sweep("half", "--resume", *slow)
        self.sweep("whole", *slow)
        self.assert_same("half", "whole")
        self.assertEqual(set(self.rows("half").values()), {1})

    def test_kills(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        before = set()
        for kill in range(12):
            process = self.start("killed", "--resume", *slow)
            self.wait_for("killed", len(before) + random.Random(kill).randrange(1, 25), process)
            self.assertIsNone(process.poll(), "it was done before it could be killed")
            process.kill()
            process.communicate()
            after = set(self.rows("killed"))  # every shard can be read
            self.assertTrue(before <= after, "a finished member was lost")
            before = after
        self.sweep("killed", "--resume", *slow)
        self.assertEqual(set(self.rows("killed").values()), {1})
        self.sweep("whole", *slow)
        self.assert_same("killed", "whole")
        self.assertLessEqual(len(list((self.folder / "killed/shards").glob("*.h5"))), 3)

    def test_shards_are_the_whole(self):
        processes = [self.start("parts", "--shard", f"{k}/3", "-j", "1") for k in (1, 2, 3)]
        for process in processes:
            _, said = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, said)
        self.sweep("parts", "--collect")
        self.sweep("whole")
        self.assert_same("parts", "whole")
        self.assertEqual(set(self.rows("parts").values()), {1})
        self.assertEqual(len(list((self.folder / "parts/shards").glob("*.h5"))), 3)

    def test_a_time_limit(self):
        self.large()
        self.sweep("late", "--time-limit", "0.05", "--set",
                   "parameters.exchange.rounds_per_quarter=30", code=5)
        self.assertLess(len(self.rows("late")), 320)

    def test_a_member_that_fails(self):
        self.file.write_text(EXPERIMENT.replace(
            "  - {path: parameters.exchange.initial_money, values: [100, 10000]}",
            "  - {path: parameters.exchange.traders, values: [1000, 100000000]}"))
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        done = self.sweep("out", "-j", "1", code=1, preexec_fn=little_memory)
        self.assertIn("20 of 40 members failed", done.stderr)
        self.assertEqual(len(self.rows("out")), 20)
        failed = list((self.folder / "out/failed").glob("*.txt"))
        self.assertEqual(len(failed), 20)
        self.assertIn("traders = 100000000", failed[0].read_text())
        self.sweep("out", "--collect")
        self.assertEqual(int(self.collected("out")["present"].sum()), 20)
        self.assertEqual(int(np.isnan(self.collected("out")["wealth_gini"]).sum()), 20)
        fast = self.sweep("fast", "-j", "1", "--fail-fast", code=1, preexec_fn=little_memory)
        self.assertIn("1 of 40 members failed", fast.stderr)

    def test_more_points_later(self):
        self.sweep("out")
        before = set(self.rows("out"))
        self.file.write_text(EXPERIMENT.replace("[0, 0.25, 0.5, 0.75]", "[0, 0.1, 0.5, 0.75]"))
        self.sweep("out", "--resume")
        after = self.rows("out")
        self.assertTrue(before <= set(after))
        self.assertEqual(len(after), 50)
        self.assertEqual(set(after.values()), {1})
        self.sweep("whole")
        self.assert_same("out", "whole")

    def test_ten_thousand_tiny_members(self):
        self.write("many.yaml", "base: base.yaml\nfactors:\n"
                   "  - {path: parameters.exchange.saving_propensity, range: [0, 0.9]}\n"
                   "design: {kind: lhs, points: 10000}\nmeasures: [wealth_gini]\n")
        few = self.peak(1000)
        many = self.peak(10000)
        self.assertLess(many["kilobytes"], few["kilobytes"] + 24_000)
        files = [path for path in (self.folder / "out10000").rglob("*") if path.is_file()]
        self.assertLessEqual(len(files), 4)  # one worker, one shard
        self.assertEqual(len(self.rows("out10000")), 10000)

    def peak(self, members):
        text = (self.folder / "many.yaml").read_text()
        self.write("many.yaml", re.sub(r"points: \d+", f"points: {members}", text))
        out = f"out{members}"
        process = subprocess.Popen([TANDEM, "sweep", "many.yaml", "-o", out, "-q"],
                                   cwd=self.folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        self.assertEqual(status, 0)
        return {"kilobytes": usage.ru_maxrss}


class Refuses(SweepTest):
    def test_to_replace_results(self):
        self.sweep("out")
        self.assertIn("--resume", self.sweep("out", code=4).stderr)
        before = self.rows("out")
        self.assertIn("nothing to run", self.tandem("sweep", "saving.yaml", "-o", "out",
                                                    "--resume").stderr)
        self.assertEqual(self.rows("out"), before)
        self.sweep("out", "--force")
        self.file.write_text(EXPERIMENT.replace("name: gini_path", "name: path"))
        self.assertIn("other measures", self.sweep("out", "--resume", code=3).stderr)

    def test_a_wrong_file(self):
        self.file.write_text(EXPERIMENT.replace("saving_propensity", "saving_propensty"))
        said = self.sweep("out", code=3).stderr
        self.assertIn("saving.yaml:5:12: unknown path", said)
        self.assertIn("Did you mean 'parameters.exchange.saving_propensity'?", said)
        self.assertFalse((self.folder / "out").exists())
        self.assertIn("saving_propensty", self.tandem("validate", "saving.yaml", code=3).stderr)

    def test_wrong_words(self):
        self.tandem("sweep", code=2)
        self.sweep("out", "--shard", "4/3", code=2)
        self.sweep("out", "--shard", "1/3", "--force", code=2)
        self.sweep("out", "--time-limit", "soon", code=2)
        self.sweep("out", "--executor", "cloud", code=2)
        self.sweep("out", "--collect", code=4)
        self.tandem("sweep", "none.yaml", code=4)
        self.tandem("sensitivity", "none", code=4)
        self.sweep("out")
        self.assertIn("factorial", self.tandem("sensitivity", "out", code=3).stderr)

    def test_dry_run_leaves_nothing(self):
        said = self.tandem("sweep", "saving.yaml", "-o", "out", "--dry-run").stdout
        self.assertIn("8 points (factorial)", said)
        self.assertIn("40 members of 12 quarters", said)
        self.assertFalse((self.folder / "out").exists())


class Shipped(SweepTest):
    def test_schema_is_draft_7_and_knows_the_keys(self):
        schema = json.loads(self.tandem("schema", "experiment").stdout)
        self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertEqual(schema["required"], ["base"])
        self.assertIn("sobol", schema["properties"]["design"]["properties"]["kind"]["enum"])

    def test_experiments_are_valid(self):
        files = sorted((REPOSITORY / "scenarios/experiments").glob("*.yaml"))
        self.assertGreater(len(files), 2)
        self.tandem("validate", *files)

    def test_design_is_a_table(self):
        self.sweep("out")
        with open(self.folder / "out/design.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 8)
        self.assertEqual(rows[3]["saving_propensity"], "0.25")
        self.assertEqual(rows[3]["initial_money"], "10000")


class Guide(SweepTest):
    def test_its_commands_run(self):
        text = (REPOSITORY / "docs/guides/sweeps.md").read_text(encoding="utf-8")
        commands = [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
                    for line in block.splitlines()]
        self.assertGreater(len(commands), 5)
        (self.folder / "scenarios").symlink_to(REPOSITORY / "scenarios")
        (self.folder / "results").mkdir()
        for title, body in re.findall(r"```yaml title=(\S+)\n(.*?)```", text, re.DOTALL):
            self.write(title, body)
        for command in commands:
            with self.subTest(command=command):
                words = shlex.split(command, comments=True)
                self.assertEqual(words[0], "tandem", "not the program")
                self.tandem(*words[1:])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: test_sweep.py TANDEM REPOSITORY [unittest options]")
    TANDEM = str(pathlib.Path(sys.argv[1]).resolve())
    REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
