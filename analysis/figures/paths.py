# SPDX-License-Identifier: Apache-2.0
"""What happened in one scenario: small multiples over time, flows between tracks, equity, and the
Beveridge curve."""

import numpy as np
from matplotlib.path import Path as Outline
from matplotlib.patches import PathPatch, Rectangle

import measures
import style
from figures.effects import UNIT_WORDS, words_of
from read_run import ResultError

COLUMNS = 4
GROUPS = {"ses": "family status, fifths", "hukou": "registration", "sex": "sex"}
LINES = [("#8c3b00", "-", "s"), ("#d55e00", (0, (5, 1.5)), "^"), ("#7a7a7a", (0, (2, 1.2)), "D"),
         ("#0072b2", (0, (4, 1.2, 1, 1.2)), "v"), ("#0b4a80", "-", "o")]


def scenario_index(run, scenario):
    return run.scenarios.index(scenario) if scenario else 0


def due_draws(run, name, index, keep=()):
    """Times at which the measure is due, and its draws over replicate, time and `keep`."""
    draws = measures.pooled(run, name, keep=("time", *keep))[index]
    due = np.isin(run.outcomes["quarter"].values, measures.quarters_due_of(run, name))
    return run.outcomes["time"].values[due], draws[:, due]


def small_multiples(run, scenario=None):
    """All headline measures over time: mean, and a band over the middle 90 % of replicates."""
    index = scenario_index(run, scenario)
    names = measures.headline_names(run)
    rows = -(-len(names) // COLUMNS)
    height = 1.5 + 1.85 * rows
    figure, axes = style.canvas(13.5, height, columns=COLUMNS, rows=rows)
    for axis, name in zip(axes.ravel(), names):
        times, draws = due_draws(run, name, index)
        band(axis, times, draws, "#0072b2", "-", None)
        unit = run.outcomes[name].attrs.get("units", "1")
        axis.set_title(words_of(name), fontsize=9.5, pad=13)
        axis.text(0.0, 1.03, "" if unit == "1" else UNIT_WORDS.get(unit, unit), fontsize=7.5,
                  transform=axis.transAxes, color=style.SOFT)
        tidy(axis, times)
    for axis in axes.ravel()[len(names):]:
        axis.axis("off")
    style.frame(figure, "Headline measures over time", "All provinces and the four vocational tracks "
                "together; line: mean, band: middle 90 % of replicates; scales do not start at zero",
                style.source_line(run, run.titles()[index]), left=0.04, right=0.89,
                top=1.0 - 1.12 / height, bottom=0.55 / height, wspace=0.28, hspace=0.62)
    return figure


def band(axis, times, draws, colour, dashes, marker, label=None):
    mean = measures.estimate(draws, axis=0)["mean"]
    low, high = measures.middle_of(draws, axis=0)
    axis.fill_between(times, low, high, color=colour, alpha=0.17, lw=0)
    axis.plot(times, mean, color=colour, linestyle=dashes, marker=marker,
              markevery=max(1, times.size // 6), linewidth=1.6, label=label)
    return mean


def tidy(axis, times):
    years = np.unique(np.floor(times).astype(int))
    axis.set_xticks(years[::max(1, -(-years.size // 4))])
    axis.locator_params(axis="y", nbins=4)
    axis.yaxis.set_major_formatter(lambda v, _: style.short(v))
    axis.tick_params(labelsize=8)


def equity(run, scenario=None):
    """Measures by family status, registration and sex: curves with bands, a row per cut; the gap between
    the outer groups stands at the right with its interval."""
    index = scenario_index(run, scenario)
    found = {}
    for name in run.outcomes.data_vars:
        for cut in GROUPS:
            if name.endswith(f"_by_{cut}") and cut in run.outcomes[name].dims:
                found.setdefault(name.removesuffix(f"_by_{cut}"), {})[cut] = name
    if not found:
        raise ResultError(f"{run.path}: no outcome by {', '.join(GROUPS)}")
    chosen = sorted(found, key=lambda m: (m not in ("wage", "unemployment_rate", "permeability",
                                                    "vocational_share"), m))[:4]
    cuts = [cut for cut in GROUPS if any(cut in found[m] for m in chosen)]
    height = 1.6 + 2.5 * len(cuts)
    figure, axes = style.canvas(3.7 * len(chosen) + 1.6, height, columns=len(chosen), rows=len(cuts))
    for row, cut in enumerate(cuts):
        for column, measure in enumerate(chosen):
            axis = axes[row][column]
            if cut in found[measure]:
                equity_panel(run, axis, found[measure][cut], measure, cut, index)
            else:
                axis.axis("off")
        handles, labels = next(axis for axis in axes[row] if axis.lines).get_legend_handles_labels()
        axes[row][-1].legend(handles, labels, frameon=False, fontsize=8, title=GROUPS[cut],
                             title_fontsize=8, loc="upper left", bbox_to_anchor=(1.02, 1.05))
    style.frame(figure, "Who has what", "Mean and middle 90 % of replicates by group; gap: last group "
                "less first in the last four quarters, with its 95 % interval",
                style.source_line(run, run.titles()[index]), left=0.04, right=0.89,
                top=1.0 - 1.1 / height, bottom=0.55 / height, wspace=0.25, hspace=0.55)
    return figure


def equity_panel(run, axis, name, measure, cut, index):
    labels = [str(label) for label in run.outcomes[name][cut].values]
    times, draws = due_draws(run, name, index, keep=(cut,))
    lines = LINES if len(labels) > 2 else [LINES[1], LINES[4]]
    for at, (label, (colour, dashes, marker)) in enumerate(zip(labels, lines)):
        band(axis, times, draws[:, :, at], colour, dashes, marker, label)
    last = measures.pooled(run, name, keep=(cut,))[index]
    gap = measures.estimate(last[:, -1] - last[:, 0])
    text = (f"gap {measures.signed(float(gap['mean']))} "
            f"({measures.interval(float(gap['low']), float(gap['high']))})")
    axis.set_title(words_of(measure), pad=14, fontsize=9.5)
    axis.text(0.0, 1.03, style.minus(text), transform=axis.transAxes, fontsize=8,
              color=style.SOFT)
    tidy(axis, times)


def beveridge(run, scenario=None):
    """Vacancies after matching over jobs against the unemployment rate, a point per year of four quarters."""
    index = scenario_index(run, scenario)
    for name in ("vacancies", "unemployment_rate"):
        if name not in run.outcomes:
            raise ResultError(f"{run.path}: no {name}")
    unemployment, base = (measures.pooled(run, name, keep=("time",))[index]
                          for name in ("unemployment_rate", "unemployment_rate_base"))
    vacancies = measures.pooled(run, "vacancies", keep=("time",))[index]
    employed = base * (1.0 - unemployment)
    years = unemployment.shape[1] // 4
    fold = (len(unemployment), years, 4)
    cut = slice(0, 4 * years)
    rate = (unemployment * base)[:, cut].reshape(fold).sum(2) / base[:, cut].reshape(fold).sum(2)
    opened = vacancies[:, cut].reshape(fold).sum(2)
    opened = opened / (opened + employed[:, cut].reshape(fold).sum(2))
    figure, axes = style.canvas(8.0, 6.0)
    axis = axes[0][0]
    for one_rate, one_open in zip(rate, opened):
        axis.plot(one_rate, one_open, color="#b9cfdd", linewidth=0.8, zorder=1)
    x, y = rate.mean(0), opened.mean(0)
    axis.plot(x, y, color="#0072b2", marker="o", zorder=3)
    first = int(np.floor(run.outcomes["time"].values[0]))
    for at in sorted({0, years // 2, years - 1}):
        axis.annotate(f"{first + at}/{(first + at + 1) % 100:02d}", (x[at], y[at]), xytext=(6, 6),
                      textcoords="offset points", weight="bold", fontsize=9)
    for side in (axis.xaxis, axis.yaxis):
        side.set_major_formatter(lambda v, _: f"{100.0 * v:.3g} %")
    axis.set_xlabel("unemployment rate")
    axis.grid(True, axis="both")
    style.frame(figure, "Beveridge curve", "Vacancies ÷ (vacancies + employed) against the unemployment "
                "rate, years of four quarters;\nblue: mean, pale: each replicate; scales do not start "
                "at zero", style.source_line(run, run.titles()[index]), left=0.11, top=0.84,
                bottom=0.14)
    return figure


# (outcome, from, to): which recorded counts are flows into a track.
OUTSIDE = {"intake": "ordinary seats", "transfers_in": "transfers", "upgrade_entrants": "upgrading",
           "articulation_entrants": "articulated places", "entrants_from_work": "from work",
           "track_changes": "change of track"}


def flows(run, scenario=None):
    """Entrants of each track by the way they came, people a year: mean of the run and of replicates."""
    index = scenario_index(run, scenario)
    ways = {name: words for name, words in OUTSIDE.items() if name in run.outcomes}
    if not ways:
        raise ResultError(f"{run.path}: no outcome counts entrants")
    tracks = [str(t) for t in run.outcomes[next(iter(ways))]["track"].values]
    years = run.outcomes.sizes["time"] / 4.0
    table = np.array([measures.pooled(run, name, keep=("time", "track"))[index].sum(1).mean(0)
                      / years for name in ways])
    figure, axes = style.canvas(11.5, 7.2)
    axis = axes[0][0]
    total = table.sum()
    gap = 0.028 * total
    left = stack(table.sum(1), gap)
    right = stack(table.sum(0), gap)
    used_left, used_right = [at for at, _ in left], [at for at, _ in right]
    for row in range(table.shape[0]):
        for column, track in enumerate(tracks):
            size = table[row, column]
            if size > 0.0:
                ribbon(axis, used_left[row], used_right[column], size, style.TRACKS[track][1])
                used_left[row] += size
                used_right[column] += size
    node_labels(axis, left, list(ways.values()), 0.0, "right", ["#555555"] * len(left))
    node_labels(axis, right, [style.TRACKS[t][0] for t in tracks], 1.0, "left",
                [style.TRACKS[t][1] for t in tracks])
    axis.set_xlim(-0.32, 1.36)
    axis.set_ylim(max(left[-1][0] + left[-1][1], right[-1][0] + right[-1][1]) + gap, -gap)
    axis.axis("off")
    style.frame(figure, "How people come into each track", "Million people a year, by the way in (left) "
                "and the track (right); mean of the run and of replicates",
                style.source_line(run, run.titles()[index]), left=0.02, right=0.98, top=0.88,
                bottom=0.07)
    return figure


def stack(sizes, gap):
    """(start, size) of nodes one under the other, each with room for its label."""
    places, at = [], 0.0
    for size in sizes:
        places.append((at, float(size)))
        at += max(float(size), 0.6 * gap) + gap
    return places


def ribbon(axis, start, end, size, colour):
    shape = [(0.02, start), (0.5, start), (0.5, end), (0.98, end), (0.98, end + size),
             (0.5, end + size), (0.5, start + size), (0.02, start + size), (0.02, start)]
    codes = [Outline.MOVETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4, Outline.LINETO,
             Outline.CURVE4, Outline.CURVE4, Outline.CURVE4, Outline.CLOSEPOLY]
    axis.add_patch(PathPatch(Outline(shape, codes), facecolor=colour, alpha=0.5,
                             edgecolor="white", linewidth=0.5))


def node_labels(axis, places, names, x, side, colours):
    for (at, size), name, colour in zip(places, names, colours):
        axis.add_patch(Rectangle((x - 0.02 if side == "right" else x - 0.02, at), 0.04, size,
                                 facecolor=colour, linewidth=0))
        axis.text(x + (-0.04 if side == "right" else 0.04), at + size / 2.0,
                  f"{name}  {size / 1e6:.2f}", ha=side, va="center", fontsize=9)
