#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a page about the patterns that one run of the baseline shows or does not show: what is
expected, what was found, yes or no by a stated criterion, and a figure of each.

    tandem run scenarios/baseline.yaml --panel 0.02 -o baseline.h5
    show_patterns.py baseline.h5 -o docs/patterns.md --images docs/images

The criteria are also written as JSON beside the page, for reports. The loop of unemployment and
vacancies needs a second run of the same scale and seed that differs by a cycle of demand: --cycle.
"""

import interpreter  # noqa: F401

import argparse
import os
import sys
import warnings
from pathlib import Path

import criteria
import pattern_figures
import style
from patterns_labour import beveridge, vacancies, wages
from patterns_schooling import births, history
from read_run import ResultError, open_run


def verdict(held):
    return "yes" if held else "**no**"


def markdown(rows):
    lines = [f"| {' | '.join(rows[0])} |", "|---" * len(rows[0]) + "|"]
    return lines + [f"| {' | '.join(row)} |" for row in rows[1:]]


def criteria_of(pattern):
    table = criteria.Table(pattern.title, ["criterion", "the run shows"])
    for check in pattern.checks:
        table.add([check.criterion, check.found], check.held)
    return table


def section(pattern, image):
    lines = [f"## {pattern.title}", "", f"Expected: {pattern.expected}", "",
             f"Shown: {verdict(pattern.is_shown)}.", "",
             *criteria_of(pattern).markdown(), "",
             f"![{pattern.title}]({image})", ""]
    for table in pattern.tables:
        lines += [*markdown(table), ""]
    for remark in pattern.remarks:
        lines += [remark, ""]
    return lines


def page(run, found, images):
    shown = sum(pattern.is_shown for pattern in found)
    a = run.attributes
    count = run.replicates()
    lines = ["# Patterns that the baseline shows", "",
             "Written by `analysis/show_patterns.py` from a result of `scenarios/baseline.yaml`; do "
             "not edit. `./dev docs` writes it anew.", "",
             f"One agent stands for {a['scale']:,} people; {count} "
             f"replicate{'s' if count > 1 else ''}, seed {a['seed']}. "
             f"{shown} of {len(found)} patterns are shown in full; a pattern counts as shown if "
             "every criterion holds.", "",
             *markdown([["pattern", "criteria held", "shown"]]
                       + [[p.title, f"{sum(c.held for c in p.checks)} of {len(p.checks)}",
                           verdict(p.is_shown)] for p in found]), ""]
    for pattern in found:
        lines += section(pattern, images[pattern.name])
    return "\n".join(lines)


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="result of the baseline, best with a panel")
    parser.add_argument("-o", "--out", type=Path, required=True, help="Markdown file to write")
    parser.add_argument("--images", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--cycle", type=Path, help="result of a run with a cycle of demand")
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    style.apply()
    try:
        run = open_run(arguments.result)
        cycle = open_run(arguments.cycle) if arguments.cycle else None
        found = [beveridge(run, cycle), vacancies(run), wages(run), births(run), history(run)]
        images = {}
        for pattern in found:
            figure = pattern_figures.FIGURES[pattern.name](pattern, style.source_line(run))
            path = Path(style.save(figure, arguments.images, f"pattern_{pattern.name}", ["png"]))
            images[pattern.name] = os.path.relpath(path, arguments.out.parent)
        arguments.out.write_text(page(run, found, images), encoding="utf-8")
        criteria.save(arguments.out, [criteria_of(pattern) for pattern in found])
    except (ResultError, OSError) as error:
        print(f"show_patterns.py: {error}", file=sys.stderr)
        return 4
    print(arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
