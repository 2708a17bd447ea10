# SPDX-License-Identifier: Apache-2.0
"""What tests of sweeps share: a small experiment, the program, and what it left. Needs h5py, xarray."""
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest

try:
    import h5py
    import numpy as np
    import xarray  # noqa: F401
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


def guide_commands(page, section, folder):
    """Commands in a section of a guide; its files are written to `folder`, where the scenarios are."""
    text = (REPOSITORY / "docs/guides" / page).read_text(encoding="utf-8")
    (folder / "scenarios").symlink_to(REPOSITORY / "scenarios")
    (folder / "results").mkdir()
    for title, body in re.findall(r"```yaml title=(\S+)\n(.*?)```", text, re.DOTALL):
        (folder / title).write_text(body, encoding="utf-8")
    part = text[text.index(f"\n## {section}\n") + 1:] if section else text
    part = part[:part.index("\n## ")] if section and "\n## " in part else part
    return [shlex.split(line, comments=True)
            for block in re.findall(r"```sh\n(.*?)```", part, re.DOTALL)
            for line in block.splitlines()]


def main():
    """Runs the tests of the calling script, given the program and the repository."""
    global TANDEM, REPOSITORY
    if len(sys.argv) < 3:
        sys.exit(f"usage: {sys.argv[0]} TANDEM REPOSITORY [unittest options]")
    TANDEM = str(pathlib.Path(sys.argv[1]).resolve())
    REPOSITORY = pathlib.Path(sys.argv[2]).resolve()
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
