# SPDX-License-Identifier: Apache-2.0
"""Runs that begin from a saved state give the file that straight runs give, but for the time they
took; a saved state that cannot be used changes nothing.

    test_saved_state.py TANDEM REPOSITORY
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, contents, differences, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SMALL = ["--scale", "1:20000", "--until", "2024Q4", "-v"]
BASE = ROOT / "scenarios/baseline.yaml"
POLICY = ROOT / "scenarios/policies/track_ratio.yaml"


class SavedState(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.straight = cls.folder / "straight.h5"
        tandem(PROGRAM, "run", BASE, *SMALL, "-j", "1", "-o", cls.straight)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def run_cached(self, verb, name, *arguments):
        """Runs with a cache of the test's own; returns the result, states found and kept, stderr."""
        path = self.folder / f"{self.id()}_{name}.h5"
        done = tandem(PROGRAM, verb, *arguments, *SMALL, "-o", path, "--state-cache", self.cache())
        found, kept = map(int, re.search(r"state cache: (\d+) found, (\d+) kept",
                                         done.stderr).groups())
        return path, found, kept, done.stderr

    def cache(self):
        return self.folder / f"{self.id()}_cache"

    def files(self):
        return sorted(self.cache().iterdir())

    def same(self, a, b):
        self.assertEqual(differences(contents(a), contents(b)), [])

    def test_second_run_uses_the_state_on_any_threads(self):
        first, found, kept, _ = self.run_cached("run", "first", BASE, "-j", "2")
        self.assertEqual((found, kept), (0, 1))
        self.same(self.straight, first)
        for threads in (1, 2, 7):
            again, found, kept, _ = self.run_cached("run", f"on_{threads}", BASE, "-j", threads)
            self.assertEqual((found, kept), (1, 0))
            self.same(self.straight, again)
        self.assertEqual(len(self.files()), 1)

    def test_the_default_place_is_beside_the_result(self):
        folder = self.folder / "beside"
        for name in ("a", "b"):
            tandem(PROGRAM, "run", BASE, *SMALL, "-o", folder / f"{name}.h5", "--state-cache", "")
        self.assertEqual(len(list((folder / ".tandem-cache").iterdir())), 1)
        self.same(self.straight, folder / "b.h5")

    def test_damaged_states_are_replaced(self):
        self.run_cached("run", "first", BASE)
        state = self.files()[0]
        whole = state.read_bytes()
        for name, bad in (("cut", whole[:len(whole) // 3]), ("empty", b""),
                          ("changed", whole[:9999] + bytes([whole[9999] ^ 4]) + whole[10000:])):
            state.write_bytes(bad)
            result, found, kept, errors = self.run_cached("run", name, BASE)
            self.assertEqual((found, kept), (0, 1), name)
            self.assertIn(state.name, errors)
            self.same(self.straight, result)
            self.assertEqual(state.read_bytes(), whole)

    def test_compare_goes_through_spin_up_once(self):
        alone = self.folder / "policy_alone.h5"
        tandem(PROGRAM, "run", POLICY, *SMALL, "-o", alone)
        plain = self.folder / "compare_plain.h5"
        tandem(PROGRAM, "compare", BASE, POLICY, *SMALL, "-j", "2", "-o", plain)
        for number, straight in enumerate((self.straight, alone)):
            one = arrays(straight)
            both = {name: data[number] for name, data in arrays(plain).items() if name in one
                    and data.shape[1:] == one[name].shape}
            self.assertEqual(differences({n: one[n] for n in both}, both), [])
            self.assertIn("state_hash/hash", both)
        for found_kept in ((0, 1), (1, 0)):
            cached, found, kept, _ = self.run_cached("compare", f"f{found_kept[0]}", BASE, POLICY)
            self.assertEqual((found, kept), found_kept)
            self.same(plain, cached)

    def test_policies_before_the_start_begin_from_the_initial_state(self):
        early = ("--set", "policies.track_ratio.start=2020Q1")
        straight = self.folder / "early.h5"
        tandem(PROGRAM, "run", POLICY, *SMALL, *early, "-o", straight)
        self.run_cached("run", "base", BASE)
        for found_kept in ((0, 1), (1, 0)):
            result, found, kept, _ = self.run_cached("run", f"f{found_kept[0]}", POLICY, *early)
            self.assertEqual((found, kept), found_kept)
            self.same(straight, result)
        self.assertEqual(len(self.files()), 2)

    def test_a_panel_needs_no_state_of_its_own(self):
        panel = ("--panel", "0.05")
        straight = self.folder / "panel.h5"
        tandem(PROGRAM, "run", BASE, *SMALL, *panel, "-o", straight)
        self.run_cached("run", "without", BASE)
        result, found, kept, _ = self.run_cached("run", "with", BASE, *panel)
        self.assertEqual((found, kept), (1, 0))
        self.assertTrue(any(name.startswith("panel/") for name in contents(result)))
        self.same(straight, result)

    def test_processes_may_share_a_folder(self):
        results = [self.folder / f"at_once_{number}.h5" for number in range(3)]
        running = [subprocess.Popen([PROGRAM, "run", BASE, *SMALL, "-j", "1", "-o", result,
                                     "--state-cache", self.cache()], stderr=subprocess.PIPE,
                                    stdout=subprocess.DEVNULL, text=True) for result in results]
        for process, result in zip(running, results):
            errors = process.communicate()[1]
            self.assertEqual(process.returncode, 0, errors)
            self.same(self.straight, result)
        self.assertEqual([file.suffix for file in self.files()], [".state"])

    def test_another_parameter_is_another_state(self):
        self.run_cached("run", "base", BASE)
        for name, change in (("seed", ["-s", "7"]), ("wages", ["--set", "parameters.birth.male_share=0.52"]),
                             ("spin_up", ["--set", "time.spin_up_years=2"])):
            _, found, kept, _ = self.run_cached("run", name, BASE, *change)
            self.assertEqual((found, kept), (0, 1), name)

    def test_reproduce_takes_nothing_from_the_cache(self):
        result, _, _, _ = self.run_cached("run", "first", BASE)
        beside = self.folder / ".tandem-cache"
        tandem(PROGRAM, "reproduce", result)
        self.assertFalse(beside.exists())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
