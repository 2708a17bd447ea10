#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what `tandem calibrate` found: each target's record with its tolerance against the model, and
each parameter's value and interval inside its range. The numbers come from the program.

    plot_calibration.py FOLDER/calibration.json -o DIR
"""

import interpreter  # noqa: F401

import argparse
import json
import math
import sys
from pathlib import Path

import style

VERDICT_COLOURS = {
    "met": "#009e73", "missed": "#d55e00", "out_of_reach": "#8c3b00",
    "identified": "#009e73", "weakly_identified": "#0072b2", "at_bound": "#d55e00",
    "not_identified": "#6b6b6b",
}
ROW = 0.42  # inches
SHOWN_TOLERANCES = 4.0


class CalibrationError(Exception):
    """The file is no result of a calibration."""


def read(path):
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, UnicodeDecodeError) as error:
        raise CalibrationError(f"{path}: is no JSON ({error})") from error
    if not isinstance(data, dict) or data.get("filetype") != "tandem calibration":
        raise CalibrationError(f"{path}: is no result of tandem calibrate")
    if data["format_version"] != 1:
        raise CalibrationError(f"{path}: has format {data['format_version']}, this reads 1")
    return data


def number(value):
    """Four digits that matter, thousands apart."""
    if value is None or not math.isfinite(value):
        return "–"
    if abs(value) >= 1000:
        return style.minus(f"{value:,.0f}")
    return style.minus(f"{value:.4g}")


def with_unit(value, unit):
    return number(value) if unit == "1" else f"{number(value)} {unit}"


def verdict(name):
    return name.replace("_", " ")


def source_line(data):
    facts = data["provenance"]
    return (f"Source: Tandem {facts['program_version']} · {facts['calibration']} on "
            f"{facts['base']} · {facts['runs']} runs at scale {facts['scale']} · "
            f"seed {facts['seed']}")


def rows(count, title, subtitle, data, limits, label):
    """A figure with one line of text and marks per row, the first at the top."""
    height = 1.75 + ROW * count
    figure, axes = style.canvas(9.5, height)
    axis = axes[0][0]
    style.frame(figure, title, subtitle, source_line(data), left=0.30, right=0.70,
                top=1.0 - 0.95 / height, bottom=0.72 / height)
    axis.set_ylim(count - 0.5, -0.5)
    axis.set_yticks([])
    axis.grid(False)
    axis.set_xlim(*limits)
    axis.set_xlabel(label)
    for row in range(count):
        axis.axhline(row, color=style.RULE, linewidth=0.7, zorder=0)
    return figure, axis


def beside(axis, row, left, right, colour):
    axis.annotate(left, (0.0, row), xycoords=("axes fraction", "data"), xytext=(-8, 0),
                  textcoords="offset points", ha="right", va="center", fontsize=9)
    axis.annotate(right, (1.0, row), xycoords=("axes fraction", "data"), xytext=(8, 0),
                  textcoords="offset points", ha="left", va="center", fontsize=8.5, color=colour)


def target_figure(data):
    """Distances in tolerances; beyond the edge an arrow."""
    targets = data["targets"]
    met = sum(target["verdict"] == "met" for target in targets)
    edge = SHOWN_TOLERANCES
    figure, axis = rows(
        len(targets), f"{met} of {len(targets)} targets met",
        "Model against record, in tolerances of the record. Band: met. Grey: before the fit. "
        "Whisker: two standard errors.", data, (-edge, edge), "(model − record) ÷ tolerance")
    axis.axvspan(-1.0, 1.0, color="#e3f1ea", zorder=-1)
    axis.axvline(0.0, color=style.SOFT, linewidth=0.8, zorder=0)
    for row, target in enumerate(targets):
        colour = VERDICT_COLOURS[target["verdict"]]
        away = {name: (target[name] - target["recorded"]) / target["tolerance"]
                for name in ("start", "model")}
        for name, shade, size in (("start", "#b5b5b5", 4.5), ("model", colour, 6.5)):
            place = min(max(away[name], -edge), edge)
            marker = "o" if place == away[name] else (">" if place > 0 else "<")
            axis.plot(place, row, marker, color=shade, markersize=size, clip_on=False, zorder=3)
        error = 2.0 * (target["standard_error"] or 0.0) / target["tolerance"]
        if abs(away["model"]) <= edge:
            ends = [max(away["model"] - error, -edge), min(away["model"] + error, edge)]
            axis.plot(ends, [row, row], color=colour, linewidth=1.5, zorder=2)
        beside(axis, row, style.words(target["name"]),
               f"{number(target['model'])} for {with_unit(target['recorded'], target['unit'])} · "
               f"{verdict(target['verdict'])}", colour)
    return figure


def position(parameter, value):
    """Where a value lies in its range, 0 to 1, on the scale of the search."""
    scale = {"linear": lambda x: x, "log": math.log,
             "logit": lambda x: math.log(x / (1.0 - x))}[parameter["scale"]]
    low, high = (scale(end) for end in parameter["range"])
    return (scale(value) - low) / (high - low)


def parameter_figure(data):
    parameters = data["parameters"]
    known = sum(parameter["verdict"] == "identified" for parameter in parameters)
    figure, axis = rows(
        len(parameters), f"{known} of {len(parameters)} parameters identified",
        "Value and 90 % interval inside the range of the search, each on its own scale. "
        "Grey: before the fit.", data, (0.0, 1.0), "")
    axis.set_xticks([0.0, 1.0], ["low end of range", "high end of range"])
    axis.get_xticklabels()[0].set_ha("left")
    axis.get_xticklabels()[1].set_ha("right")
    for row, parameter in enumerate(parameters):
        colour = VERDICT_COLOURS[parameter["verdict"]]
        ends = [position(parameter, end) for end in parameter["interval"]]
        axis.plot(ends, [row, row], color=colour, linewidth=5, alpha=0.35, solid_capstyle="butt",
                  zorder=2)
        axis.plot(position(parameter, parameter["start"]), row, "o", color="#b5b5b5",
                  markersize=4.5, clip_on=False, zorder=3)
        axis.plot(position(parameter, parameter["value"]), row, "o", color=colour, markersize=6.5,
                  clip_on=False, zorder=4)
        low, high = parameter["interval"]
        beside(axis, row, parameter["name"],
               f"{with_unit(parameter['value'], parameter['unit'])} ({number(low)} to "
               f"{number(high)}) · {verdict(parameter['verdict'])}", colour)
    return figure


FIGURES = {"calibration_targets": target_figure, "calibration_parameters": parameter_figure}


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="calibration.json of a calibration")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for the pictures")
    style.add_format(parser)
    arguments = parser.parse_args(argv)
    style.apply()
    try:
        data = read(arguments.result)
        for name, draw in FIGURES.items():
            print(style.save(draw(data), arguments.out, name, arguments.format))
    except (CalibrationError, OSError) as error:
        print(f"plot_calibration.py: {error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
