#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# Makes the tidy tables beside this file from sources/ (what they hold: README.md). The program
# reads only the tidy tables. `prepare.py` rewrites them, `prepare.py --check` exits with 1 if they
# would change.
import argparse
import filecmp
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from prepare import (attainment, checks, cohorts, common, employment, fields, jobs, money,
                     origins, participation, places, prices, schooling)  # noqa: E402

# Orderings that must hold: attainment after cohorts and places; employment after places; jobs after
# attainment and employment; participation after cohorts, schooling, employment; origins last.
STEPS = [prices, places, cohorts, attainment, schooling, money, fields,
         employment, jobs, participation, origins]


def all_tables():
    tables = {}
    for step in STEPS:
        made = step.build(tables)
        again = set(made) & set(tables)
        if again:
            raise ValueError(f"{step.__name__} makes {again} a second time")
        tables.update(made)
    return tables


def write_all(tables, folder):
    for name, frame in tables.items():
        common.write(frame, folder / f"{name}.csv")


def stale(tables):
    """Tidy tables that differ from what sources/ give, missing and left-over ones included."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        write_all(tables, fresh)
        made = {path.name for path in fresh.iterdir()}
        kept = {path.name for path in HERE.glob("*.csv")}
        differing = {file for file in made & kept
                     if not filecmp.cmp(fresh / file, HERE / file, shallow=False)}
        return sorted(differing | (made ^ kept))


def main():
    parser = argparse.ArgumentParser(description="Make the tidy tables from sources/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    arguments = parser.parse_args()
    tables = all_tables()
    problems = checks.problems(tables)
    for problem in problems:
        print(f"problem: {problem}", file=sys.stderr)
    if problems:
        return 1
    if arguments.check:
        names = stale(tables)
        for name in names:
            print(f"{name}: differs from what sources/ give (run prepare.py)", file=sys.stderr)
        return 1 if names else 0
    write_all(tables, HERE)
    print("\n".join(checks.summary(tables)))
    print(f"{len(tables)} tables written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
