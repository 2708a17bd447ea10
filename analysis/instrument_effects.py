#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a page about what each instrument and each bundle gives at its default strength, with 95 %
intervals, beside what the evidence would allow.

    tandem compare scenarios/baseline.yaml scenarios/policies/*.yaml scenarios/bundles/*.yaml \\
        --scale 1:10000 -n 3 -o effects.h5
    instrument_effects.py effects.h5 -o docs/instruments.md

Figures are headline values of the last year of the run, paired by replicate.
"""

import interpreter  # noqa: F401

import argparse
import sys
from pathlib import Path

import measures
from read_run import ResultError, open_run

# Outcome, head of its column, whether effects are in % of the base.
COLUMNS = [
    ("technical_skill_at_graduation", "technical skill, sd", False),
    ("general_skill_at_graduation", "general skill, sd", False),
    ("programme_quality", "quality Q", False),
    ("starting_wage", "starting wage, %", True),
    ("placement_rate", "placement rate", False),
    ("public_cost", "public cost, %", True),
]
# What evidence says about the size of an effect; rows stand in docs/evidence.csv.
EVIDENCE = [
    ("per_student_funding", "`spend_test`: 7.5 % more money for four years adds 0.03 sd to tests "
     "(−0.004 to 0.067)"),
    ("special_bonds", "`infra_effect`: 0.2 sd (0 to 0.27) for all that is essential; here a part of it"),
    ("dual_qualified_teachers", "`enterprise_exp_effect`: 0.15 sd (0 to 0.3) from no to all teaching "
     "by the experienced; here a tenth of the teaching more"),
    ("flagship_schools", "`elite_bonus`: 0.08 sd (0 to 0.2) in the schools named, a tenth of all: "
     "0.01 (0 to 0.02) over all"),
    ("smart_education_platform", "`edtech_skill_gain`: 0.08 sd (0 to 0.2) a year of intensive use in "
     "a weak school"),
    ("core_capability", "none on material; the age of courses by `curriculum_vintage_decay`, 5 % a "
     "year (2 to 12)"),
    ("sector_community", "`sector_scale_decay`: half of what selected programmes gain is lost at scale"),
    ("municipal_consortium", "`consortium_skill`: 0.05 sd (0 to 0.15) a year at full cooperation; "
     "`tech_service_tfp`: 2 % of a served firm's productivity (0 to 5)"),
    ("government_accountability", "`pbf_effect`: nothing (−0.5 to 0.5 points of completion)"),
    ("results_based_evaluation", "`pbf_effect`: nothing (−0.5 to 0.5 points of completion)"),
    ("student_aid", "`aid_matriculation`, `aid_dropout_math`: nothing found"),
    ("prestige_campaign", "`publicity_effect`: none found"),
]


def cell(draws):
    found = measures.estimate(draws)
    half = found["high"] - found["mean"]
    return f"{measures.signed(float(found['mean']))} ± {measures.number(float(half))}"


def effects(run, index):
    for name, _, is_relative in COLUMNS:
        values = measures.pooled(run, name)
        change = values[index] - values[0]
        yield cell(100.0 * change / values[0] if is_relative else change)


def page(run):
    heads = ["scenario", *(head for _, head, _ in COLUMNS)]
    lines = ["# What instruments give by default", "",
             "Written by `analysis/instrument_effects.py` from a comparison of scenarios of "
             "`scenarios/policies` and", "`scenarios/bundles` with the baseline; do not edit.", "",
             f"Seed {run.attributes['seed']}, scale {run.attributes['scale']}, "
             f"{run.replicates()} replicates: *effect ± half of the 95 % interval* of paired",
             "differences in the last year, all vocational tracks together. An interval that holds "
             "zero is no effect found.", "",
             f"| {' | '.join(heads)} |", "| --- " * len(heads) + "|"]
    for index, label in enumerate(run.scenarios):
        if index > 0:
            lines.append(f"| {label} | {' | '.join(effects(run, index))} |")
    lines += ["", "## Beside the evidence", "",
              "What studies and judgements in [the evidence](evidence.md) would allow:", "",
              "| instrument | evidence |", "| --- | --- |",
              *(f"| `{name}` | {text} |" for name, text in EVIDENCE), "",
              "- Technical skill is in standard deviations among completers, half a score "
              "(`learning.specific_spread`). Studies measure years in one", "  school; many completers "
              "here spent three years in each of two, so effects add up over up to six.",
              "- Terms of quality add up in logs. Practice capacity, experience and shares of use end "
              "at 1, so more of the same gives nothing;", "  a bundle gives less than its parts where they "
              "meet such an end.",
              "- A standard deviation of technical skill pays about 3 % in the own field "
              "(`wage.specific_skill` times the spread), below what", "  surveys of adults' skills find "
              "(7 to 18 %).", ""]
    return "\n".join(lines)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("result", help="result file of tandem compare")
    parser.add_argument("-o", "--output", default="docs/instruments.md", help="page to write")
    options = parser.parse_args(argv)
    try:
        text = page(open_run(options.result))
    except ResultError as error:
        sys.exit(str(error))
    Path(options.output).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
