# SPDX-License-Identifier: Apache-2.0
"""Same scenario and seed, same bits: for any threads, backends, replicates side by side or not, and
outputs switched on or off. Another seed differs; a policy of zero strength equals none.

    test_determinism.py TANDEM REPOSITORY
"""
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, differences, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SMALL = ["--scale", "1:20000", "--until", "2024Q4"]


class Determinism(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.base = cls.run_scenario("base", "-j", "1")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def run_scenario(cls, name, *options, scenario="scenarios/baseline.yaml"):
        path = pathlib.Path(cls.folder.name) / f"{name}.h5"
        tandem(PROGRAM, "run", ROOT / scenario, *SMALL, "-q", "-o", path, *options)
        return arrays(path)

    def same(self, name, *options):
        self.assertEqual(differences(self.base, self.run_scenario(name, *options)), [])

    def test_two_threads(self):
        self.same("two", "-j", "2")

    def test_seven_threads(self):
        self.same("seven", "-j", "7")

    def test_serial_backend(self):
        self.same("serial", "--backend", "serial")

    def test_panel_changes_nothing(self):
        self.same("panel", "-j", "2", "--panel", "0.05")

    def test_ledger_changes_nothing(self):
        self.same("no_ledger", "-j", "2", "--set", "output.ledger=false")

    def test_replicates_do_not_depend_on_their_company(self):
        alone = self.run_scenario("alone", "-n", "3", "-j", "1")
        together = self.run_scenario("together", "-n", "3", "-j", "3")
        self.assertEqual(differences(alone, together), [])
        first = {name: data[:1] for name, data in together.items()
                 if data.ndim > 0 and data.shape[0] == 3 and name in self.base}
        base = {name: self.base[name] for name in first}
        changed = [n for n in differences(base, first) if not n.endswith("/replicate")]
        self.assertEqual(changed, [])

    def test_another_seed_differs(self):
        other = self.run_scenario("seed", "-s", "7")
        changed = differences(self.base, other)
        self.assertIn("state_hash/hash", changed)
        self.assertIn("outcomes/dropouts", changed)

    def test_zero_strength_equals_none(self):
        for policy in sorted((ROOT / "scenarios/policies").glob("*.yaml")):
            entries = policy.read_text(encoding="utf-8").split("- instrument: ")[1:]
            labels = [(re.findall(r"^    label: (\S+)", entry, re.MULTILINE) or entry.split())[0]
                      for entry in entries]
            off = [word for label in labels
                   for word in ("--set", f"policies.{label}.strength=0")]
            with self.subTest(policy=policy.stem):
                nothing = self.run_scenario(f"zero_{policy.stem}", *off, scenario=policy)
                self.assertEqual(differences(self.base, nothing), [])

    def test_policies_change_something(self):
        for policy in sorted((ROOT / "scenarios/policies").glob("*.yaml")):
            with self.subTest(policy=policy.stem):
                changed = self.run_scenario(f"full_{policy.stem}", scenario=policy)
                self.assertIn("state_hash/hash", differences(self.base, changed))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
