#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what `tandem sensitivity FOLDER --json` found: the Morris plane (mean size of a factor's effect
against its spread), Sobol bars (first-order and total shares of variance, with intervals), or where the
variance of outcomes and paired effects comes from: structures, parameters, chance.

    tandem sensitivity results/sweep --json > sensitivity.json
    plot_sensitivity.py sensitivity.json -o DIR
    plot_sensitivity.py sensitivity.json -o DIR --measures placement_rate
"""

import interpreter  # noqa: F401

import argparse
import json
import sys
from pathlib import Path

import numpy as np

import style

LABELLED = 12  # factors that are named in the plane
SHOWN = 20  # factors with the largest total index


class SensitivityError(Exception):
    """The file is no result of tandem sensitivity."""


def read(path):
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise SensitivityError(f"{path}: is no JSON ({error})") from error
    if not isinstance(data, dict) or not (data.get("design") in ("morris", "sobol") or
                                          "outcomes" in data):
        raise SensitivityError(f"{path}: is no output of tandem sensitivity --json")
    return data


def source_line(data, measure):
    noun = "base points" if data["design"] == "sobol" else "trajectories"
    return (f"Source: tandem sensitivity · {data['design']} design · {measure['used']} of "
            f"{data['trials']} {noun} · {data['replicates']} "
            f"replicate{'s' if data['replicates'] > 1 else ''} · "
            f"{data['resamples']} bootstrap resamples")


def title(measure):
    unit = "" if measure["unit"] == "1" else f" ({measure['unit']})"
    return f"{style.words(measure['name'])}{unit}"


def morris(data, measure):
    """Every factor a point; below the lines sigma is smaller than mu*, or half of it: nearly additive."""
    factors = sorted(measure["factors"], key=lambda f: -f["mu_star"]["value"])
    figure, axes = style.canvas(10.5, 6.4)
    axis = axes[0][0]
    largest = max([f["mu_star"]["high"] for f in factors] + [1e-300])
    for slope, words in ((1.0, "σ = μ*"), (0.5, "σ = ½ μ*")):
        axis.plot([0.0, largest], [0.0, slope * largest], color=style.RULE, linewidth=1.0, zorder=0)
        axis.annotate(words, (largest, slope * largest), fontsize=8, color=style.SOFT,
                      xytext=(4, 0), textcoords="offset points", va="center",
                      annotation_clip=False)
    noise = measure.get("noise_floor")
    if noise:
        axis.axvspan(0.0, noise, color="#eeeeee", zorder=-1)
        axis.annotate("noise of replicates", (noise, 1.0), xycoords=("data", "axes fraction"),
                      xytext=(3, -3), textcoords="offset points", fontsize=8, color=style.SOFT,
                      va="top")
    for place, factor in enumerate(factors):
        found = factor["mu_star"]
        is_clear = not noise or found["low"] > noise
        colour = "#0072b2" if is_clear else "#8a8a8a"
        axis.plot([found["low"], found["high"]], [factor["sigma"]] * 2, color=colour,
                  linewidth=1.1, alpha=0.7)
        axis.plot(found["value"], factor["sigma"], "o" if factor["mu"] >= 0.0 else "v",
                  color=colour, markersize=6)
        if place < LABELLED:
            axis.annotate(factor["name"], (found["value"], factor["sigma"]), xytext=(5, 5),
                          textcoords="offset points", fontsize=8)
    axis.set_xlim(left=0.0)
    axis.set_ylim(bottom=0.0)
    axis.set_xlabel("μ*: mean size of the effect of a factor over its range, with its 95 % interval")
    axis.set_title("σ: how much that effect depends on the other factors", fontsize=9.5,
                   weight="normal", color=style.SOFT)
    axis.grid(True, axis="both")
    style.frame(figure, f"What moves {title(measure)}", "Circle: the factor raises it on average, "
                "triangle: lowers it; grey: within the noise of replicates",
                source_line(data, measure), left=0.08, right=0.90, bottom=0.14, top=0.82)
    return figure


def sobol(data, measure):
    factors = sorted(measure["factors"], key=lambda f: -f["total"]["value"])[:SHOWN]
    height = 1.9 + 0.42 * len(factors)
    figure, axes = style.canvas(9.5, height)
    axis = axes[0][0]
    at = np.arange(len(factors))
    for part, shift, colour, hatch, words in (("total", 0.19, "#9bbbd4", "//", "total"),
                                              ("first", -0.19, "#0b4a80", None, "first order")):
        values = np.array([f[part]["value"] for f in factors])
        low = np.array([f[part]["low"] for f in factors])
        high = np.array([f[part]["high"] for f in factors])
        axis.barh(at + shift, values, height=0.36, color=colour, hatch=hatch, edgecolor="white",
                  label=words)
        axis.hlines(at + shift, low, high, color=style.INK, linewidth=1.1)
    noise = measure.get("noise_floor")
    if noise:
        axis.axvline(noise, color=style.SOFT, linestyle=(0, (4, 2)), linewidth=1.0,
                     label="noise of replicates")
    axis.axvline(0.0, color=style.INK, linewidth=0.8)
    axis.set_yticks(at, [f["name"] for f in factors])
    axis.invert_yaxis()
    axis.grid(True, axis="x")
    axis.grid(False, axis="y")
    axis.xaxis.set_major_formatter(lambda v, _: style.minus(f"{100.0 * v:.0f} %"))
    handles, words = axis.get_legend_handles_labels()
    order = sorted(range(len(words)), key=lambda i: words[i] != "first order")
    axis.legend([handles[i] for i in order], [words[i] for i in order], frameon=False,
                loc="lower right", fontsize=9)
    style.frame(figure, f"What the variance of {title(measure)} comes from",
                "Share of the variance between points; first order: the factor alone, total: with all it "
                "does together with others; whiskers: 95 %", source_line(data, measure),
                left=0.30, top=1.0 - 0.85 / height, bottom=0.65 / height)
    return figure


PARTS = {"structures": "form of the model", "parameters": "parameters",
         "together": "both together", "replicates": "chance (replicates)"}


def parts(data, name):
    """One panel per level and paired effect of a measure; a bar per source of variance."""
    outcomes = [one for one in data["outcomes"] if one["name"] == name]
    height = 1.5 + 1.6 * len(outcomes)
    figure, axes = style.canvas(9.5, height, rows=len(outcomes))
    for (axis,), of in zip(axes, outcomes):
        shown = [part for part in of["parts"] if part["share"]["value"] is not None]
        at = np.arange(len(shown))
        axis.barh(at, [part["share"]["value"] for part in shown], height=0.6, color="#9bbbd4")
        axis.hlines(at, [part["share"]["low"] for part in shown],
                    [part["share"]["high"] for part in shown], color=style.INK, linewidth=1.1)
        axis.axvline(0.0, color=style.INK, linewidth=0.8)
        axis.set_yticks(at, [PARTS[part["name"]] for part in shown])
        axis.invert_yaxis()
        axis.grid(True, axis="x")
        axis.grid(False, axis="y")
        axis.xaxis.set_major_formatter(lambda v, _: style.minus(f"{100.0 * v:.0f} %"))
        axis.set_title(of["scenario"] + (f" \N{MINUS SIGN} {of['base']}" if of["base"] else ""),
                       fontsize=9.5, weight="normal", color=style.SOFT)
    style.frame(figure, f"Where the uncertainty of {style.words(name)} comes from",
                "Share of the variance; whiskers: 95 %; effects are paired in the same draw",
                f"Source: tandem sensitivity · {data['design']} design · {data['structures']} structures "
                f"× {data['settings']} settings × {data['replicates']} replicates · "
                f"{data['resamples']} bootstrap resamples", left=0.22, hspace=0.75,
                top=1.0 - 1.0 / height, bottom=0.65 / height)
    return figure


def drawings(data):
    """File stem and figure of each measure, drawn when asked for."""
    if "outcomes" in data:
        names = dict.fromkeys(one["name"] for one in data["outcomes"])
        return {name: (f"parts_{name}", lambda name=name: parts(data, name)) for name in names}
    draw = morris if data["design"] == "morris" else sobol
    return {measure["name"]: (f"{data['design']}_{measure['name']}",
                              lambda measure=measure: draw(data, measure))
            for measure in data["measures"]}


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("indices", type=Path, help="output of tandem sensitivity --json")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for the pictures")
    style.add_format(parser)
    parser.add_argument("--measures", nargs="+", metavar="NAME", help="some of the measures")
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    style.apply()
    try:
        data = read(arguments.indices)
        known = drawings(data)
        for name in arguments.measures or known:
            if name not in known:
                raise SensitivityError(f"{arguments.indices}: no measure '{name}' "
                                       f"(there are: {', '.join(known)})")
            stem, draw = known[name]
            print(style.save(draw(), arguments.out, stem, arguments.format))
    except (SensitivityError, OSError) as error:
        print(f"plot_sensitivity.py: {error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
