#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Steps of the headline indices: the standard deviation of each part across provinces in the four
quarters before the start, as the parameters that freeze it.

    tandem run scenarios/baseline.yaml --set output.spin_up=true -o baseline.h5
    index_steps.py baseline.h5

A part that has one value for the nation has no spread; its step stays a judgement.
"""

import interpreter  # noqa: F401

import argparse
import re
import sys
import warnings
from pathlib import Path

import numpy as np

from read_run import ResultError, headline_labels, open_run, wider

REFERENCE_QUARTERS = 4
FEWEST_PROVINCES = 10


def reference_year(run):
    """The outcomes of the four quarters before the start, or an error that says what is missing."""
    start = re.search(r"\bstart:\s*(\d{4})Q([1-4])", run.attributes["scenario"])
    if start is None:
        raise ResultError(f"{run.path}: its scenario has no start")
    year, quarter = int(start[1]), int(start[2])
    moment = 4 * run.outcomes["year"].values + run.outcomes["quarter"].values - 1
    begin = 4 * year + quarter - 1
    chosen = np.flatnonzero((moment >= begin - REFERENCE_QUARTERS) & (moment < begin))
    if chosen.size != REFERENCE_QUARTERS:
        raise ResultError(f"{run.path}: no reference year (run with --set output.spin_up=true)")
    return run.outcomes.isel(time=chosen)


def by_province(data, part):
    """A part of each province, pooled over headline tracks and quarters; None for a national part."""
    if "region" not in data[part].dims:
        return None
    if "track" in data[part].dims:
        data = data.sel(track=headline_labels(data))
    over = [dim for dim in data[part].dims if dim != "region"]
    values = wider(data, part, over).values
    return values[np.isfinite(values)]


def steps(run):
    """{parameter: standard deviation across provinces, or None}, in the order of the indices."""
    data = reference_year(run)
    found = {}
    for index in ("quality", "adaptability", "attractiveness"):
        for part in run.outcomes[f"{index}_part"].values:
            values = by_province(data, str(part))
            enough = values is not None and values.size >= FEWEST_PROVINCES
            found[f"index.{index}.step.{part}"] = float(values.std(ddof=1)) if enough else None
    return found


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="result of the baseline with its spin-up")
    arguments = parser.parse_args(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    try:
        for name, step in steps(open_run(arguments.result)).items():
            print(f"{name}: {step:.4g}" if step else f"# {name}: the same in all provinces")
    except (ResultError, OSError) as error:
        print(f"index_steps.py: {error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
