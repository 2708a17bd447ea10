#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what each alternative changes against the base: outcomes over time with 95 % intervals of
the paired differences, a forest of all headline measures, cost against effect, and a map of the
provinces for one outcome.

    compare_scenarios.py results/compare.h5 -o results/compare
    compare_scenarios.py results/compare.h5 -o results/compare --outcomes intake --map intake

National figures of the vocational tracks together, where an outcome is known by track.
"""

import interpreter  # noqa: F401

import argparse
import sys
import warnings
from pathlib import Path

import numpy as np

import measures
import style
import tile_map
from figures import effects
from read_run import (ResultError, due, enough_agents, headline_labels, open_run, paired_effect,
                      quarters_due)

COLUMNS = 3
LARGEST_GRID = 12


def labels_for(run, name):
    """The tracks that headline values pool, where the outcome is known by track."""
    if "track" not in run.outcomes[name].dims:
        return {}
    return {"track": headline_labels(run.outcomes)}


def pooled_effect(run, name, keep=()):
    """The paired effect over all labelled dimensions but `keep`."""
    cut = [dim for dim in run.outcomes[name].dims if dim not in ("scenario", "replicate", "time")]
    return paired_effect(run, name, over=[dim for dim in cut if dim not in keep],
                         **labels_for(run, name))


def can_be_pooled(run, name):
    variable = run.outcomes[name]
    has_cut = any(dim not in ("scenario", "replicate", "time") for dim in variable.dims)
    return not has_cut or variable.attrs["adds_up"] or "base" in variable.attrs


def once_a_year(run, name, effect):
    """Along `year` if the outcome is due in one quarter only, else along `time`."""
    quarters = quarters_due(run.outcomes[name])
    return due(effect, quarters[0]) if len(quarters) == 1 else effect


def scaled(variable, effect):
    """Factor and words for a unit in which effects are easy to read."""
    unit = variable.attrs.get("units", "1")
    if "base" in variable.attrs and unit == "1":
        return 100.0, "percentage points"
    largest = np.nanmax(np.abs(effect["difference"].values), initial=0.0)
    for factor, word in ((1e9, "billion"), (1e6, "million"), (1e3, "thousand")):
        if largest >= factor and unit not in ("1", "index", "sd"):
            return 1.0 / factor, f"{word} {unit}"
    return 1.0, "" if unit == "1" else unit


def effects_over_time(run, names):
    """One panel per outcome, a line and a band per alternative."""
    columns = min(COLUMNS, len(names))
    rows = -(-len(names) // columns)
    width, height = 4.15 * columns if columns > 1 else 8.0, 1.95 + 2.55 * rows
    figure, axes = style.canvas(width, height, columns=columns, rows=rows)
    for axis, name in zip(axes.ravel(), names):
        draw_effect(axis, run, name)
    for axis in axes.ravel()[len(names):]:
        axis.axis("off")
    scenario_key(figure, run, 1.0 - 0.78 / height)
    style.frame(figure, f"What changes against “{run.titles()[0]}”",
                "Difference in the same replicate: mean and 95 % interval", style.source_line(run),
                left=0.62 / width, right=1.0 - 0.3 / width, top=1.0 - 1.72 / height,
                bottom=0.62 / height, wspace=0.24, hspace=0.52)
    return figure


def draw_effect(axis, run, name):
    effect = once_a_year(run, name, pooled_effect(run, name))
    variable = run.outcomes[name]
    factor, unit = scaled(variable, effect)
    along = "year" if "year" in effect.dims else "time"
    at = effect[along].values
    axis.axhline(0.0, color=style.INK, linewidth=0.9)
    for label, (colour, dashes, marker) in zip(run.scenarios[1:], style.SCENARIOS):
        one = effect.sel(scenario=label) * factor
        seen = np.isfinite(one["difference"].values)
        axis.fill_between(at[seen], one["low"].values[seen], one["high"].values[seen],
                          color=colour, alpha=0.18, lw=0)
        axis.plot(at[seen], one["difference"].values[seen], color=colour, linestyle=dashes,
                  marker=marker, markevery=max(1, int(seen.sum()) // 6), markersize=3.6)
    pooled = "track" in variable.dims
    axis.set_title(style.words(name) + (", vocational tracks" if pooled else ""), pad=17)
    axis.text(0.0, 1.035, unit, transform=axis.transAxes, color=style.SOFT, fontsize=8.5)
    axis.yaxis.set_major_formatter(lambda v, _: style.minus(f"{v:+.3g}") if v else "0")
    years = np.unique(np.floor(at).astype(int))
    axis.set_xticks(years[::max(1, years.size // 4)])
    axis.set_xlim(at[0], at[-1])
    axis.locator_params(axis="y", nbins=5)
    if not np.any(np.nan_to_num(effect["difference"].values)):
        axis.set_ylim(-1.0, 1.0)
        axis.set_yticks([0.0])


def scenario_key(figure, run, top):
    """Names of the alternatives with their line, in one row."""
    handles = [style.plt.Line2D([], [], color=colour, linestyle=dashes, marker=marker)
               for _, (colour, dashes, marker) in zip(run.scenarios[1:], style.SCENARIOS)]
    titles = [label if title == run.titles()[0] else title
              for label, title in zip(run.scenarios[1:], run.titles()[1:])]
    figure.legend(handles, [style.words(title) for title in titles], loc="upper left",
                  bbox_to_anchor=(0.018, top), ncol=len(handles), frameon=False, fontsize=9.5,
                  handlelength=3.0, borderaxespad=0.0)


def effect_map(run, name):
    """The effect in the last year by province, one map per alternative."""
    if "region" not in run.outcomes[name].dims:
        raise ResultError(f"'{name}' is not known by region: no map")
    layout = tile_map.read_layout()
    effect = once_a_year(run, name, pooled_effect(run, name, keep=["region"]))
    along = "year" if "year" in effect.dims else "time"
    known = effect["difference"].notnull().any([d for d in effect["difference"].dims if d != along])
    if not known.any():
        raise ResultError(f"'{name}' has no effect in any year")
    last = effect.isel({along: int(np.flatnonzero(known.values)[-1])})
    factor, unit = scaled(run.outcomes[name], last)
    last = (last * factor).where(shown_regions(run, name, last))
    alternatives = run.scenarios[1:3]
    figure, axes = style.canvas(6.4 * len(alternatives) if len(alternatives) > 1 else 8.5, 7.2,
                                columns=len(alternatives))
    scale = tile_map.colour_scale([last["difference"].values], is_change=True)
    write = number_writer(scale.norm.vmax)
    for axis, label in zip(axes[0], alternatives):
        one = last.sel(scenario=label)
        unsure = ((one["low"] <= 0.0) & (one["high"] >= 0.0)).values
        regions = [str(region) for region in one["region"].values]
        tile_map.draw(axis, dict(zip(regions, one["difference"].values)), scale, write, layout,
                      uncertain={r for r, is_unsure in zip(regions, unsure) if is_unsure})
        axis.set_title(style.words(label))
    year = int(np.floor(float(last[along])))
    pooled = ", vocational tracks" if "track" in run.outcomes[name].dims else ""
    style.frame(figure, f"{style.words(name)}{pooled}: what changes by {year}",
                f"Difference from “{run.titles()[0]}”" + (f" in {unit}" if unit else "") +
                ", by province", style.source_line(run),
                left=0.02, right=0.98, top=0.84, bottom=0.12, wspace=0.04)
    remarks = ["slanted: the 95 % interval includes zero"]
    if not np.isfinite(last["difference"].values).all():
        remarks.append(tile_map.FEW_AGENTS)
    tile_map.legend(figure, scale, (0.03, 0.085, 0.22, 0.018), write, remarks)
    return figure


def shown_regions(run, name, last):
    """Regions with enough agents in every scenario, in the effect's quarter."""
    labels = labels_for(run, name)
    shown = [enough_agents(run, name, ["track"], scenario, **labels) for scenario in run.scenarios]
    if any(enough is True for enough in shown):
        return True
    at = float(last["time"])
    return np.logical_and.reduce([enough.sel(time=at).values for enough in shown])


def number_writer(largest):
    decimals = 0 if largest >= 20.0 else 1 if largest >= 2.0 else 2
    return lambda v: style.minus(f"{v:+.{decimals}f}") if round(v, decimals) else "0"


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="result file of compare")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for the pictures")
    style.add_format(parser)
    parser.add_argument("--outcomes", nargs="+", metavar="NAME",
                        help="what to draw over time (default: the headline outcomes)")
    parser.add_argument("--map", default="placement_rate", metavar="NAME",
                        help="outcome of the map (default: %(default)s)")
    parser.add_argument("--worth", default="placement_rate", metavar="NAME",
                        help="outcome that cost is held against (default: %(default)s)")
    return parser.parse_args(argv)


def chosen_outcomes(run, wanted):
    if wanted is None:
        names = [name for name, variable in run.outcomes.data_vars.items()
                 if variable.attrs.get("headline") and can_be_pooled(run, name)]
        return names[:LARGEST_GRID]
    for name in wanted:
        if name not in run.outcomes:
            raise ResultError(f"{run.path}: no outcome '{name}'")
    return wanted


def main(argv=None):
    arguments = parse_arguments(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    style.apply()
    try:
        run = open_run(arguments.result)
        if len(run.scenarios) < 2:
            raise ResultError(f"{run.path}: only one scenario, nothing to compare")
        if len(run.scenarios) - 1 > len(style.SCENARIOS):
            raise ResultError(f"{run.path}: more than {len(style.SCENARIOS)} alternatives "
                              "cannot be told apart in one figure")
        names = chosen_outcomes(run, arguments.outcomes)
        if names:
            figure = effects_over_time(run, names)
            print(style.save(figure, arguments.out, "effects", arguments.format))
        if measures.headline_names(run):
            print(style.save(effects.forest(run), arguments.out, "forest", arguments.format))
        if arguments.worth in run.outcomes and "public_cost" in run.outcomes:
            print(style.save(effects.cost_effectiveness(run, arguments.worth), arguments.out,
                             f"cost_effectiveness_{arguments.worth}", arguments.format))
        else:
            print(f"no cost-effectiveness: the result lacks '{arguments.worth}' or 'public_cost'",
                  file=sys.stderr)
        if arguments.map in run.outcomes:
            figure = effect_map(run, arguments.map)
            print(style.save(figure, arguments.out, f"effect_map_{arguments.map}",
                             arguments.format))
        else:
            print(f"no map: the result has no '{arguments.map}'", file=sys.stderr)
    except (ResultError, OSError) as error:
        print(f"compare_scenarios.py: {error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
