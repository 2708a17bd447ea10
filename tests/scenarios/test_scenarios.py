# SPDX-License-Identifier: Apache-2.0
"""Every shipped scenario validates and runs two quarters, and leaves a file that opens.

    test_scenarios.py TANDEM REPOSITORY
"""
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
# Calibrations and values frozen beside the data are no scenarios; tests/cli/test_calibrate.py looks at them.
FILES = sorted(p for p in (ROOT / "scenarios").rglob("*.yaml")
               if not {"experiments", "calibration", "data"} & set(p.parts))


def second_quarter(path):
    """The quarter after the scenario's start, following `extends`."""
    text = path.read_text(encoding="utf-8")
    start = re.search(r"start: (\d{4})Q([1-4]),", text)
    if start:
        year, quarter = int(start[1]), int(start[2])
        return f"{year + quarter // 4}Q{quarter % 4 + 1}"
    return second_quarter(path.parent / re.search(r"^extends: (\S+)", text, re.MULTILINE)[1])


class Scenarios(unittest.TestCase):
    def test_there_are_some(self):
        self.assertGreater(len(FILES), 3)

    def test_all_validate(self):
        tandem(PROGRAM, "validate", *FILES)

    def test_all_run_two_quarters(self):
        for file in FILES:
            with self.subTest(scenario=file.name), tempfile.TemporaryDirectory() as folder:
                out = pathlib.Path(folder) / "out.h5"
                small = ["--scale", "1:50000"] if "classic" not in file.parts else []
                # Policies must have begun: their scenarios run until they have.
                began = {"policies", "bundles"} & set(file.parts)
                until = "2024Q4" if began else second_quarter(file)
                tandem(PROGRAM, "run", file, "-q", "-n", "1", "-o", out, *small, "--until", until)
                self.assertGreaterEqual(arrays(out)["outcomes/time"].size, 2)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
