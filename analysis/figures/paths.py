# SPDX-License-Identifier: Apache-2.0
"""What happened in one scenario: small multiples over time, equity, and the Beveridge curve."""

import numpy as np

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
    style.frame(figure, "Headline measures over time", "National figures, pooled as "
                "the program's tables do; line: mean, band: middle 90 % of replicates; scales do not start at zero",
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
