# SPDX-License-Identifier: Apache-2.0
"""At 1:1000, where every pass has many chunks, one, two and seven threads give the same bits.

    test_threads_at_scale.py TANDEM REPOSITORY
"""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import contents, differences, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


class ThreadsAtScale(unittest.TestCase):
    def test_one_two_and_seven_threads_give_the_same_bits(self):
        with tempfile.TemporaryDirectory() as folder:
            found = {}
            for threads in (1, 2, 7):
                path = pathlib.Path(folder) / f"{threads}.h5"
                tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "-j", threads, "--panel", "0.01",
                       "-q", "-o", path)
                found[threads] = contents(path)
            # Thirteen years of the run and those before it.
            self.assertGreaterEqual(found[1]["state_hash/hash"].size, 52)
            for threads in (2, 7):
                self.assertEqual([name for name in differences(found[1], found[threads])
                                  if not name.startswith("@")], [], threads)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
