# SPDX-License-Identifier: Apache-2.0
"""Runs each case of this folder and compares national outcomes with its expected.json.

    test_regression.py TANDEM [--update]

--update rewrites the expectations; a changed one needs a sentence in the commit.
"""
import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, tandem  # noqa: E402

import numpy as np  # noqa: E402

HERE = pathlib.Path(__file__).parent
PROGRAM = sys.argv[1]
COORDINATES = {"time", "year", "quarter", "replicate"}


def outcome(case):
    """Each variable's sum over all cells but time, NaN left out, to ten digits."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "out.h5"
        tandem(PROGRAM, "run", case / "scenario.yaml", "-q", "-o", out)
        data = arrays(out, groups=("outcomes",))
    result = {}
    for name, values in sorted(data.items()):
        short = name.split("/", 1)[1]
        if short not in COORDINATES and values.ndim >= 2:
            sums = np.nansum(values.astype(float), axis=tuple(
                a for a in range(values.ndim) if a != 1))
            result[short] = [float(f"{x:.10g}") for x in sums]
    return result


class Regression(unittest.TestCase):
    def test_cases(self):
        for case in sorted(p.parent for p in HERE.glob("*/scenario.yaml")):
            with self.subTest(case=case.name):
                expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
                found = outcome(case)
                self.assertEqual(sorted(found), sorted(expected))
                for name, values in expected.items():
                    np.testing.assert_allclose(found[name], values, rtol=1e-9, err_msg=name)


if __name__ == "__main__":
    if "--update" in sys.argv:
        for folder in sorted(p.parent for p in HERE.glob("*/scenario.yaml")):
            text = ",\n".join(f'  "{name}": {json.dumps(values)}'
                              for name, values in outcome(folder).items())
            (folder / "expected.json").write_text("{\n" + text + "\n}\n", encoding="utf-8")
    else:
        unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
