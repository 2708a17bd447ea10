#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws what happened in a run: the headline measures as small multiples, enrolment, intake and its
split, ways into each track and between tracks, graduates' work, equity, the Beveridge curve, who pays, and maps of the
provinces. Lines are means over replicates, bands their middle 90 %.

    plot_trajectories.py results/baseline.h5 -o results/baseline
"""

import interpreter  # noqa: F401

import argparse
import sys
import warnings
from pathlib import Path

import numpy as np

import style
import tile_map
from figures import flows, money, paths
from read_run import (HIGHER, UPPER_SECONDARY, ResultError, due, enough_agents, headline_labels,
                      middle, national, open_run, pick_scenario, wider)

MILLION = 1e6
LEVELS = [("Upper secondary", UPPER_SECONDARY), ("Higher education", HIGHER)]


def percent(value):
    return f"{100.0 * value:.0f} %"


class View:
    """One scenario of a run, with the words that every figure needs."""

    def __init__(self, run, scenario):
        self.run = run
        self.scenario = scenario
        index = run.scenarios.index(scenario) if scenario else 0
        self.vocational = headline_labels(run.outcomes) if "track" in run.outcomes.dims else []
        self.source = style.source_line(run, run.titles()[index])
        many = run.replicates() > 1
        self.lines = "line: mean of replicates, band: middle 90 % of them" if many \
            else "one replicate"

    def by_track(self, name, quarter):
        return due(national(self.run, name, over=["region"], scenario=self.scenario), quarter)

    def tracks(self, values, wanted):
        """Those of `wanted` that the run has and that are not empty."""
        return [track for track in wanted if track in values["track"].values
                and np.nanmax(np.nan_to_num(values.sel(track=track).values)) > 0.0]


def lines_by_track(axis, values, tracks, scale, write):
    """A line with a band per track and its last value at the end."""
    ends = []
    years = values["year"].values
    for track in tracks:
        label, colour, dashes, marker = style.TRACKS[track]
        mean, low, high = (part.sel(track=track).values / scale for part in middle(values))
        seen = np.isfinite(mean)
        axis.fill_between(years, low, high, where=seen, color=colour, alpha=0.16, lw=0)
        # Every point is marked where there are gaps: a year alone has no line.
        axis.plot(years, mean, color=colour, linestyle=dashes, marker=marker,
                  markevery=2 if seen.all() else 1, clip_on=False)
        if seen.any():
            ends.append((mean[seen][-1], f"{label} {write(mean[seen][-1])}", colour))
    style.years_axis(axis, years)
    return ends


def two_levels(view, name, quarter, title, subtitle):
    """Upper secondary on the left, higher education on the right, one scale."""
    values = view.by_track(name, quarter)
    figure, axes = style.canvas(12.5, 5.2, columns=2, sharey=True)
    ends = []
    for axis, (level, tracks) in zip(axes[0], LEVELS):
        axis.set_title(level)
        ends.append(lines_by_track(axis, values, view.tracks(values, tracks), MILLION,
                                   lambda v: f"{v:.1f}"))
        axis.set_ylim(bottom=0.0)
    for axis, labels in zip(axes[0], ends):
        style.label_ends(axis, labels)
    axes[0][1].tick_params(labelleft=False)
    style.frame(figure, title, f"{subtitle}; {view.lines}", view.source, left=0.035, right=0.83,
                wspace=0.52)
    return figure


def enrolment(view):
    return two_levels(view, "enrolment", 3, "Students by track",
                      "Million people enrolled at the end of September, by year")


def intake(view):
    return two_levels(view, "intake", 3, "New students by track",
                      "Million people who took up an ordinary seat in autumn, by year")


def intake_split(view):
    """Shares of each level's intake, stacked; the vocational tracks lie at the bottom."""
    values = view.by_track("intake", 3).mean("replicate")
    figure, axes = style.canvas(12.5, 5.2, columns=2, sharey=True)
    for axis, (level, wanted) in zip(axes[0], LEVELS):
        tracks = view.tracks(values, wanted)
        tracks.sort(key=lambda track: track not in view.vocational)
        total = values.sel(track=tracks).sum("track")
        shares = values.sel(track=tracks) / total.where(total > 0.0)
        years = shares["year"].values
        stack_shares(axis, shares, tracks, years)
        vocational = shares.sel(track=[t for t in tracks if t in view.vocational]).sum("track").values
        axis.plot(years, vocational, color=style.INK, linewidth=1.4)
        for at, side in ((0, "left"), (-1, "right")):
            axis.annotate(percent(vocational[at]), (years[at], vocational[at]),
                          xytext=(4 if side == "left" else -4, 5), textcoords="offset points",
                          ha=side, weight="bold", color=style.INK)
        axis.set_title(level)
    axes[0][0].set_yticks(np.linspace(0.0, 1.0, 5), [percent(v) for v in np.linspace(0, 1, 5)])
    axes[0][1].tick_params(labelleft=False)
    style.frame(figure, "How new students divide between tracks",
                "Share of each level's autumn intake, mean of replicates; "
                "the black line is the share of vocational tracks", view.source,
                left=0.05, right=0.83, wspace=0.52)
    return figure


def stack_shares(axis, shares, tracks, years):
    """Neighbours differ in lightness and hatching, so that they stay apart in grey."""
    below = np.zeros(years.size)
    ends = []
    fills = [(0.70, None), (0.35, "//"), (0.55, ".."), (0.30, None)]
    for track, (alpha, hatch) in zip(tracks, fills):
        label, colour, _, _ = style.TRACKS[track]
        part = shares.sel(track=track).values
        axis.fill_between(years, below, below + part, color=colour, alpha=alpha, lw=0,
                          hatch=hatch, edgecolor="white")
        axis.plot(years, below + part, color="white", linewidth=0.9)
        ends.append((below[-1] + part[-1] / 2.0, f"{label} {percent(part[-1])}", colour))
        below = below + part
    style.years_axis(axis, years)
    axis.set_ylim(0.0, 1.0)
    axis.grid(False)
    style.label_ends(axis, ends)


def placement_rate(view):
    """Work of those who left with a vocational qualification, beside other graduates."""
    values = view.by_track("placement_rate", 3)
    enough = enough_agents(view.run, "placement_rate", ["region"], view.scenario)
    shown = values if enough is True else values.where(due(enough, 3))
    remarks = ["years with fewer than 30 agents are left out"] if shown.isnull().sum() > \
        values.isnull().sum() else []
    values = shown
    figure, axes = style.canvas(12.5, 5.2, columns=2, sharey=True)
    panels = [("Vocational tracks", view.vocational),
              ("Other tracks", [t for t in style.TRACKS if t not in view.vocational])]
    ends = [lines_by_track(axis, values, view.tracks(values, tracks), 1.0, percent)
            for axis, (_, tracks) in zip(axes[0], panels)]
    low, high = axes[0][0].get_ylim()
    axes[0][0].set_ylim(max(0.0, np.floor(low * 10.0) / 10.0), min(1.0, np.ceil(high * 10) / 10))
    if axes[0][0].get_ylim()[0] > 0.0:
        remarks.append("the scale does not start at zero")
    ticks = axes[0][0].get_yticks()
    axes[0][0].set_yticks(ticks, [percent(v) for v in ticks])
    for axis, labels, (name, _) in zip(axes[0], ends, panels):
        axis.set_title(name)
        style.label_ends(axis, labels)
    axes[0][1].tick_params(labelleft=False)
    style.frame(figure, "Graduates in work three months after leaving",
                "Employed at the end of September, as a share of those who completed in spring and "
                "neither study on nor are away;\n" + "; ".join([*remarks, view.lines]),
                view.source, left=0.05, right=0.83, top=0.77, wspace=0.52)
    return figure


def province_maps(view, values, shown, title, subtitle):
    """First and last year side by side on one scale. `values` is over year and region."""
    layout = tile_map.read_layout()
    years = [int(y) for y in values["year"].values if np.isfinite(values.sel(year=y)).any()]
    if not years:
        raise ResultError("no value in any year")
    years = sorted({years[0], years[-1]})
    values = values.where(shown)
    figure, axes = style.canvas(12.5, 7.2, columns=len(years))
    maps = [values.sel(year=year) for year in years]
    scale = tile_map.colour_scale([m.values for m in maps])
    has_missing = False
    for axis, year, tiles in zip(axes[0], years, maps):
        by_province = dict(zip((str(r) for r in tiles["region"].values), tiles.values))
        has_missing = has_missing or not np.isfinite(tiles.values).all()
        tile_map.draw(axis, by_province, scale, percent, layout)
        axis.set_title(str(year))
    style.frame(figure, title, subtitle, view.source, left=0.02, right=0.98, top=0.84, bottom=0.12,
                wspace=0.04)
    tile_map.legend(figure, scale, (0.03, 0.085, 0.22, 0.018), percent,
                    [tile_map.FEW_AGENTS] if has_missing else [])
    return figure


def vocational_intake_share_map(view):
    data = pick_scenario(view.run, view.run.outcomes, view.scenario)
    by_region = due(data["intake"].sel(track=UPPER_SECONDARY), 3)
    total = by_region.sum("track").mean("replicate")
    vocational = by_region.sel(track=[t for t in UPPER_SECONDARY if t in view.vocational])
    share = vocational.sum("track").mean("replicate") / total.where(total > 0.0)
    shown = shown_regions(view, "intake", UPPER_SECONDARY)
    return province_maps(view, share, shown, "Vocational share of upper-secondary entrants",
                         "Secondary vocational and technical schools, as a share of autumn intake "
                         "by province of the school; mean of replicates")


def placement_rate_map(view):
    data = pick_scenario(view.run, view.run.outcomes, view.scenario)
    tracks = view.vocational
    rates = due(wider(data.sel(track=tracks), "placement_rate", ["track"]), 3)
    shown = shown_regions(view, "placement_rate", tracks)
    return province_maps(view, rates.mean("replicate"), shown,
                         "Vocational graduates in work three months after leaving",
                         "Share of those who completed a vocational track in spring and neither "
                         "study on nor are away, by province; mean of replicates")


def shown_regions(view, name, tracks):
    enough = enough_agents(view.run, name, ["track"], view.scenario, track=tracks)
    return enough if enough is True else due(enough, 3)


FIGURES = {
    "headline": (lambda view: paths.small_multiples(view.run, view.scenario), []),
    "entry_flows": (lambda view: flows.entry_flows(view.run, view.scenario), ["intake"]),
    "track_flows": (lambda view: flows.track_flows(view.run), []),
    "equity": (lambda view: paths.equity(view.run, view.scenario), ["wage_by_ses"]),
    "beveridge": (lambda view: paths.beveridge(view.run, view.scenario),
                  ["vacancies", "unemployment_rate"]),
    "ledger": (lambda view: money.ledger(view.run, view.scenario), []),
    "enrolment": (enrolment, ["enrolment"]),
    "intake": (intake, ["intake"]),
    "intake_split": (intake_split, ["intake"]),
    "placement_rate": (placement_rate, ["placement_rate"]),
    "vocational_intake_share_map": (vocational_intake_share_map, ["intake"]),
    "placement_rate_map": (placement_rate_map, ["placement_rate"]),
}
NEEDED_GROUPS = {"ledger": "ledger", "track_flows": "panel"}


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("result", type=Path, help="result file of run or compare")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder for the pictures")
    style.add_format(parser)
    parser.add_argument("--scenario", help="which scenario of a comparison (default: the base)")
    parser.add_argument("--only", nargs="+", choices=list(FIGURES), metavar="FIGURE",
                        help=f"some of: {', '.join(FIGURES)}")
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    style.apply()
    try:
        run = open_run(arguments.result)
        pick_scenario(run, run.outcomes, arguments.scenario)
        view = View(run, arguments.scenario)
        for name in arguments.only or FIGURES:
            draw, needed = FIGURES[name]
            missing = [outcome for outcome in needed if outcome not in run.outcomes]
            if missing:
                print(f"{name}: not drawn, the result has no {', '.join(missing)}",
                      file=sys.stderr)
                continue
            group = NEEDED_GROUPS.get(name)
            if group and group not in run.groups:
                print(f"{name}: not drawn, the result has no {group}", file=sys.stderr)
                continue
            try:
                figure = draw(view)
            except ResultError as error:
                if arguments.only is not None:
                    raise
                print(f"{name}: not drawn, {error}", file=sys.stderr)
                continue
            print(style.save(figure, arguments.out, name, arguments.format))
    except (ResultError, OSError) as error:
        print(f"plot_trajectories.py: {error}", file=sys.stderr)
        return 4
    return 0


if __name__ == "__main__":
    sys.exit(main())
