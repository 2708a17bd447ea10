#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How long headless Chromium takes to open the report of 32 scenarios × 20 replicates.

    report_opening.py [--repeats N] [--check]

The result is made up, with as many measures as the model has, and larger than a gigabyte. Seconds are
those until what the reader sees first stands, and until all charts below it do; the fastest repeat of
the first counts. --check ends with exit code 6 if a limit is missed.
"""
import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support"), str(ROOT / "tests/analysis")]

import synthetic  # noqa: E402
import test_browser  # noqa: E402

SECONDS = 2.0
MEGABYTES = 12.0


def main(words):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args(words)
    reason = test_browser.missing()
    if reason:
        sys.exit(reason)
    with tempfile.TemporaryDirectory(prefix="tandem-report-") as name:
        folder = Path(name)
        result, page = folder / "large.h5", folder / "large.html"
        synthetic.large(result)
        test_browser.report(page, result)
        result.unlink()
        seen = [test_browser.browse(page, folder / str(repeat)) for repeat in range(asked.repeats)]
        size = page.stat().st_size / 1e6
    opened = [one["opened"] for one in seen]
    holds = min(opened) < SECONDS and size < MEGABYTES
    drawn = ", ".join(f"{one['drawn']:.2f}" for one in seen)
    print("opened in " + ", ".join(f"{seconds:.2f}" for seconds in opened) +
          f" s (whole {drawn} s), the fastest below {SECONDS:g} s; {size:.2f} MB, below "
          f"{MEGABYTES:g} MB: " + ("holds" if holds else "MISSED"))
    return 6 if asked.check and not holds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
