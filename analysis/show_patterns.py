#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a page about the patterns that one run of the baseline shows or does not show: what is
expected, what was found, yes or no by a stated criterion, and a figure of each.

    tandem run scenarios/baseline.yaml -n 5 -o baseline.h5
    show_patterns.py baseline.h5 -o docs/patterns.md --images docs/images

Criteria are judged by the mean of the replicates with its interval, and written as JSON beside the page,
for reports. Two further runs add what the baseline has not: --cycle one with a cycle of demand
(scenarios/patterns/demand_cycle.yaml), --push one with an early push (early_push.yaml).
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
from patterns_joint import joint
from patterns_labour import beveridge, vacancies, wages
from patterns_schooling import births, history
from read_run import ResultError, open_run


def verdict(held):
    return "yes" if held else "**no**"


def markdown(rows):
    lines = [f"| {' | '.join(rows[0])} |", "|---" * len(rows[0]) + "|"]
    return lines + [f"| {' | '.join(row)} |" for row in rows[1:]]


def criteria_of(pattern):
    table = criteria.Table(pattern.title, ["criterion", "the run shows", "in replicates"])
    for check in pattern.checks:
        table.add([check.criterion, check.found, check.count], check.held)
    return table


def section(pattern, image):
    lines = [f"## {pattern.title}", "", f"Expected: {pattern.expected}", "",
             f"Shown: {verdict(pattern.is_shown)}.", "",
             *criteria_of(pattern).markdown(), ""]
    if image:
        lines += [f"![{pattern.title}]({image})", ""]
    for table in pattern.tables:
        lines += [*markdown(table), ""]
    for remark in filter(None, pattern.remarks):
        lines += [remark, ""]
    return lines


def runs_named(run, others):
    """Every run that the page rests on: what it is, its file of the scenarios, its size."""
    rows = [["run", "scenario", "replicates", "seed", "shows"]]
    for one, path, what in [(run, "scenarios/baseline.yaml", "all patterns"), *others]:
        if one is not None:
            rows.append([one.titles()[0], f"`{path}`", str(one.replicates()),
                         str(one.attributes["seed"]), what])
    return markdown(rows)


def page(run, others, found, images):
    shown = sum(pattern.is_shown for pattern in found)
    count = run.replicates()
    judged = ("A criterion is held if the mean of the replicates lies within its bounds with its whole "
              "95 % interval (±, Student's t); beside it stands in how many replicates it holds alone."
              if count > 1 else "One replicate, so that values stand without an interval.")
    lines = ["# Patterns that the baseline shows", "",
             "Written by `analysis/show_patterns.py` from results of the runs below; do not edit. "
             "`./dev docs` writes it anew.", "",
             f"One agent stands for {run.attributes['scale']:,} people. {shown} of {len(found)} "
             "patterns are shown in full; a pattern counts as shown if every criterion holds. "
             + judged, "",
             *runs_named(run, others), "",
             *markdown([["pattern", "criteria held", "shown"]]
                       + [[p.title, f"{sum(c.held for c in p.checks)} of {len(p.checks)}",
                           verdict(p.is_shown)] for p in found]), ""]
    for pattern in found:
        lines += section(pattern, images.get(pattern.name))
    return "\n".join(lines)


def patterns_of(run, cycle=None, push=None):
    return [beveridge(run, cycle), vacancies(run), wages(run), births(run), history(run, push),
            joint(run)]


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="result of the baseline, best of several replicates")
    parser.add_argument("-o", "--out", type=Path, required=True, help="Markdown file to write")
    parser.add_argument("--images", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--cycle", type=Path, help="result of a run with a cycle of demand")
    parser.add_argument("--push", type=Path, help="result of a run with an early push that ends")
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    style.apply()
    try:
        run = open_run(arguments.result)
        cycle = open_run(arguments.cycle) if arguments.cycle else None
        push = open_run(arguments.push) if arguments.push else None
        others = [(cycle, "scenarios/patterns/demand_cycle.yaml", "the loop over a cycle of demand"),
                  (push, "scenarios/patterns/early_push.yaml", "cities with another history")]
        found = patterns_of(run, cycle, push)
        images = {}
        for pattern in found:
            if pattern.name not in pattern_figures.FIGURES or not pattern.data:
                continue
            figure = pattern_figures.FIGURES[pattern.name](pattern, style.source_line(run))
            path = Path(style.save(figure, arguments.images, f"pattern_{pattern.name}", ["png"]))
            images[pattern.name] = os.path.relpath(path, arguments.out.parent)
        arguments.out.write_text(page(run, others, found, images), encoding="utf-8")
        criteria.save(arguments.out, [criteria_of(pattern) for pattern in found])
    except (ResultError, OSError) as error:
        print(f"show_patterns.py: {error}", file=sys.stderr)
        return 4
    print(arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
