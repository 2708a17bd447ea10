#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# End-to-end checks of the built program: run_cli_tests.py TANDEM REPOSITORY [unittest options].
# Runs on a small model without data, in a folder of its own; needs only the standard library (checks
# that alter a result file are skipped without h5py).
import json
import os
import pathlib
import pty
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

try:
    import h5py
except ImportError:
    h5py = None

TANDEM = ""
REPOSITORY = pathlib.Path()
SCENARIO = """\
model: {model}
title: A small run
time: {{start: 2022Q3, end: 2024Q2, spin_up_years: 0}}
seed: 3
replicates: 3
"""


def environment(**changes):
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
    env.update(changes)
    return env


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


class CliTest(unittest.TestCase):
    model = ""

    @classmethod
    def setUpClass(cls):
        described = subprocess.run([TANDEM, "describe", "models", "--json"],
                                   capture_output=True, text=True, check=True)
        models = json.loads(described.stdout)
        small = [m["name"] for m in models if not m["default_data"]]
        preferred = [name for name in ("boltzmann_wealth", "schelling") if name in small]
        cls.model = (preferred + small)[0]

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tandem-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.write("small.yaml", SCENARIO.format(model=self.model))

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return name

    def tandem(self, *words, code=0):
        done = subprocess.run([TANDEM, *words], cwd=self.folder, capture_output=True, text=True,
                              timeout=300, env=environment(), check=False)
        self.assertEqual(done.returncode, code, f"{words}\n{done.stdout}\n{done.stderr}")
        return done

    def on_terminal(self, *words, **env):
        """Runs with stderr on a terminal; returns what appears there."""
        ours, theirs = pty.openpty()
        process = subprocess.Popen([TANDEM, *words], cwd=self.folder, stdout=subprocess.DEVNULL,
                                   stderr=theirs, env=environment(TERM="xterm", **env))
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        process.wait(60)
        return shown.decode("utf-8")

    def long_run(self):
        """Options that make a run last at least some seconds here."""
        begin = time.monotonic()
        self.tandem("run", "small.yaml", "-o", "timed.h5", "-q", "-n", "20", "-j", "1")
        each = max((time.monotonic() - begin) / 20, 1e-4)
        return ["-n", str(min(100_000, int(4.0 / each) + 20)), "-j", "1"]


class Words(CliTest):
    def test_help_and_version(self):
        self.assertIn("reproduce", self.tandem("--help").stdout)
        self.assertRegex(self.tandem("--version").stdout, r"^tandem \S+\n$")
        self.assertIn("--replicates", self.tandem("run", "--help").stdout)

    def test_usage_errors(self):
        for words in (["rum"], ["run"], ["run", "small.yaml", "--sed", "1"], [],
                      ["run", "small.yaml", "-j", "0"], ["compare", "small.yaml"],
                      ["describe", "everything"], ["explain", "no_such_name"]):
            with self.subTest(words=words):
                done = self.tandem(*words, code=2)
                self.assertEqual(done.stdout, "")
                self.assertTrue(done.stderr.startswith("tandem: "), done.stderr)
        self.assertIn("Did you mean 'run'?", self.tandem("rum", code=2).stderr)

    def test_colour_only_where_it_is_wanted(self):
        self.assertIn("\x1b[1;31m", self.on_terminal("rum"))
        self.assertNotIn("\x1b", self.on_terminal("rum", NO_COLOR="1"))
        self.assertNotIn("\x1b", self.tandem("rum", code=2).stderr)

    def test_full_disk_on_stdout(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([TANDEM, "--help"], stdout=full, stderr=subprocess.PIPE,
                                  check=False)
        self.assertEqual(done.returncode, 4)

    def test_describe_as_json(self):
        for what in ("models", "agents", "schedule", "parameters", "policies", "outputs", "odd"):
            with self.subTest(what=what):
                self.tandem("describe", what)
                words = ["describe", what, "--json"]
                json.loads(self.tandem(*words).stdout)
                parts = json.loads(self.tandem(*words, "--model", self.model).stdout)
                if what in ("models", "agents", "schedule", "outputs", "odd"):
                    self.assertTrue(parts)

    def test_explain_every_output(self):
        for output in json.loads(
                self.tandem("describe", "outputs", "--json", "--model", self.model).stdout):
            self.assertIn(output["doc"], self.tandem("explain", output["name"]).stdout)

    def test_schema(self):
        schema = json.loads(self.tandem("schema", "scenario").stdout)
        self.assertIn("draft-07", schema["$schema"])


class Runs(CliTest):
    def test_run_makes_its_folder_and_prints_a_table(self):
        done = self.tandem("run", "small.yaml")
        self.assertIn("2024Q2, 3 replicates", done.stdout)
        self.assertIn("wrote results/small.h5", done.stderr)
        facts = json.loads(self.tandem("inspect", "results/small.h5", "--json").stdout)
        self.assertEqual(facts["status"], "complete")
        self.assertEqual(facts["replicates"], 3)
        self.assertEqual((facts["from"], facts["to"]), ("2022Q3", "2024Q2"))
        self.assertIn("time", self.tandem("inspect", "results/small.h5").stdout)

    def test_quiet_says_nothing_and_json_says_all(self):
        done = self.tandem("run", "small.yaml", "-q")
        self.assertEqual((done.stdout, done.stderr), ("", ""))
        done = self.tandem("run", "small.yaml", "-q", "--json", "--force")
        self.assertTrue(json.loads(done.stdout)["measures"])

    def test_never_overwrites(self):
        self.tandem("run", "small.yaml", "-o", "x.h5", "-q")
        before = (self.folder / "x.h5").read_bytes()
        done = self.tandem("run", "small.yaml", "-o", "x.h5", code=4)
        self.assertIn("--force", done.stderr)
        self.assertEqual((self.folder / "x.h5").read_bytes(), before)
        self.tandem("run", "small.yaml", "-o", "x.h5", "-q", "--force")

    def test_bad_input_leaves_nothing(self):
        self.write("bad.yaml", SCENARIO.format(model=self.model) + "sede: 1\n")
        done = self.tandem("run", "bad.yaml", code=3)
        self.assertIn("bad.yaml:6:1: ", done.stderr)
        self.assertFalse((self.folder / "results").exists())
        self.tandem("run", "none.yaml", code=4)
        self.tandem("run", "small.yaml", "--set", "no.such.path=1", code=3)
        self.tandem("validate", "bad.yaml", "small.yaml", code=3)
        self.tandem("validate", "small.yaml")

    def test_refuses_a_place_that_cannot_be_written(self):
        self.write("file", "")
        self.tandem("run", "small.yaml", "-o", "file/x.h5", code=4)
        self.tandem("run", "small.yaml", "-o", ".", code=4)

    def test_previews_leave_nothing(self):
        self.assertIn("would run 3 replicates",
                      self.tandem("run", "small.yaml", "--dry-run").stdout)
        config = self.tandem("run", "small.yaml", "--print-config", "-s", "11", "--until",
                             "2023Q4").stdout
        self.assertFalse((self.folder / "results").exists())
        self.assertIn("seed: 11", config)
        self.write("again.yaml", config)
        self.assertEqual(self.tandem("run", "again.yaml", "--print-config").stdout, config)

    def test_shows_progress_on_a_terminal(self):
        shown = self.on_terminal("run", "small.yaml", *self.long_run())
        self.assertIn(" replicates, ", shown)
        self.assertIn("] ", shown)

    def test_compare_with_itself_is_exactly_zero(self):
        shutil.copy(self.folder / "small.yaml", self.folder / "same.yaml")
        done = self.tandem("compare", "small.yaml", "same.yaml", "--json", "-q")
        self.assertTrue((self.folder / "results" / "small_vs_same.h5").exists())
        measures = json.loads(done.stdout)["measures"]
        self.assertTrue(measures)
        for measure in measures:
            effect = measure["effects"][0]
            self.assertEqual((effect["difference"], effect["low"], effect["high"]), (0, 0, 0))
        self.assertIn("Differences from small",
                      self.tandem("compare", "small.yaml", "same.yaml", "--force").stdout)

    def test_compare_needs_scenarios_alike(self):
        self.write("other.yaml", SCENARIO.format(model=self.model).replace("seed: 3", "seed: 4"))
        self.assertIn("seed is 4, but 3",
                      self.tandem("compare", "small.yaml", "other.yaml", code=3).stderr)
        self.tandem("compare", "small.yaml", "other.yaml", "-s", "5", "-q")

    def test_compare_needs_equal_dimensions(self):
        for name, occupations in (("two", 2), ("three", 3)):
            self.write(f"{name}.yaml", SCENARIO.format(model="occupational_mobility")
                       + f"parameters: {{market.occupations: {occupations}, market.workers: 100}}\n")
        self.assertIn("three.yaml: dimensions is 3 occupation, but 2 occupation in two.yaml",
                      self.tandem("compare", "two.yaml", "three.yaml", code=3).stderr)
        self.tandem("run", "three.yaml", "-q", "-o", "three.h5")
        found = json.loads(self.tandem("inspect", "three.h5", "--json").stdout)["dimensions"]
        self.assertEqual(found, [{"name": "occupation", "labels": ["1", "2", "3"]}])


class Reproduces(CliTest):
    def test_with_other_threads_and_backend(self):
        self.tandem("run", "small.yaml", "-o", "x.h5", "-q", "-j", "2")
        for options in (["-j", "1", "--backend", "serial"], ["-j", "3"], ["-j", "8"]):
            with self.subTest(options=options):
                self.assertIn("all hashes agree",
                              self.tandem("reproduce", "x.h5", *options).stdout)

    @unittest.skipIf(h5py is None, "needs h5py")
    def test_refuses_what_differs(self):
        self.tandem("run", "small.yaml", "-o", "x.h5", "-q")
        for attribute in ("program_version", "data_hash"):
            with self.subTest(attribute=attribute):
                shutil.copy(self.folder / "x.h5", self.folder / "y.h5")
                with h5py.File(self.folder / "y.h5", "r+") as file:
                    file.attrs[attribute] = "another"
                self.assertIn("not reproduced",
                              self.tandem("reproduce", "y.h5", code=6).stderr)

    @unittest.skipIf(h5py is None, "needs h5py")
    def test_names_the_first_quarter_that_differs(self):
        self.tandem("run", "small.yaml", "-o", "x.h5", "-q")
        with h5py.File(self.folder / "x.h5", "r+") as file:
            hashes = file["state_hash/hash"]
            hashes[1, 5] = 1
            hashes[2, 4] = 1
        self.assertIn("replicate 2 differs first in 2023Q3",
                      self.tandem("reproduce", "x.h5", code=6).stderr)

    def test_refuses_other_files(self):
        self.tandem("reproduce", "small.yaml", code=3)
        self.tandem("inspect", "none.h5", code=4)


class Stops(CliTest):
    def stopped_by(self, which, options):
        process = subprocess.Popen([TANDEM, "run", "small.yaml", "-o", "x.h5", "--force", *options],
                                   cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, env=environment())
        self.assertTrue(wait_until(lambda: (self.folder / "x.h5").exists()))
        time.sleep(0.3)
        process.send_signal(which)
        _, words = process.communicate(timeout=60)
        return process.returncode, words

    def test_signals_leave_a_partial_file_that_can_be_resumed(self):
        options = self.long_run()
        for which in (signal.SIGINT, signal.SIGTERM, signal.SIGUSR1):
            with self.subTest(signal=which.name):
                (self.folder / "x.h5").unlink(missing_ok=True)
                code, words = self.stopped_by(which, options)
                self.assertEqual(code, 5, words)
                self.assertIn("tandem resume x.h5", words)
                facts = json.loads(self.tandem("inspect", "x.h5", "--json").stdout)
                self.assertEqual(facts["status"], "partial")
        self.tandem("reproduce", "x.h5", code=6)
        self.tandem("resume", "x.h5", "-q")
        self.assertEqual(
            json.loads(self.tandem("inspect", "x.h5", "--json").stdout)["status"], "complete")
        before = (self.folder / "x.h5").stat().st_mtime_ns
        self.tandem("resume", "x.h5")
        self.assertEqual((self.folder / "x.h5").stat().st_mtime_ns, before)

    def test_a_killed_run_can_be_resumed(self):
        options = self.long_run()
        code, _ = self.stopped_by(signal.SIGKILL, options)
        self.assertEqual(code, -signal.SIGKILL)
        self.tandem("resume", "x.h5", "-q")
        facts = json.loads(self.tandem("inspect", "x.h5", "--json").stdout)
        self.assertEqual(facts["status"], "complete")


class ShippedScenarios(CliTest):
    def test_every_scenario_is_valid(self):
        files = sorted(REPOSITORY.glob("scenarios/*.yaml"))
        self.assertTrue(files, "no scenarios found")
        self.tandem("validate", *map(str, files))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: run_cli_tests.py TANDEM REPOSITORY [unittest options]")
    TANDEM = str(pathlib.Path(sys.argv[1]).resolve())
    REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
