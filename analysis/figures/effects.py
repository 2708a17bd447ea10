# SPDX-License-Identifier: Apache-2.0
"""Effects of the headline measures: a forest of paired intervals, and cost-effectiveness."""

import numpy as np

import measures
import style
from read_run import ResultError

ROW = 0.30  # inches
UNIT_WORDS = {"1": "shares and coefficients", "sd": "standard deviations", "index": "index points",
              "CNY2022/a": "yuan a year (2022)", "persons": "persons", "a": "years",
              "CNY2022": "yuan (2022)", "CNY2022/student/a": "yuan per student and year",
              "CNY2022/student": "yuan per student"}


def words_of(name):
    return style.words(name.removesuffix("_national"))


def need_alternatives(run):
    if len(run.scenarios) < 2:
        raise ResultError(f"{run.path}: only one scenario, nothing to compare")


def alternative_titles(run):
    titles = run.titles()
    return [label if title == titles[0] else title
            for label, title in zip(run.scenarios[1:], titles[1:])]


def forest(run):
    """Every headline measure's paired difference with its interval, a panel per unit, the digits of the
    program's table beside each row."""
    need_alternatives(run)
    by_unit = {}
    for name in measures.headline_names(run):
        by_unit.setdefault(run.outcomes[name].attrs.get("units", "1"), []).append(name)
    effects = {}
    for names in by_unit.values():
        for name in names:
            draws = measures.pooled(run, name)
            effects[name] = [measures.estimate(one - draws[0]) for one in draws[1:]]
    titles = alternative_titles(run)[:len(style.SCENARIOS)]
    row = ROW * max(1.0, 0.62 * len(titles))
    heights = [row * len(names) + 0.42 for names in by_unit.values()]
    height = sum(heights) + 1.75
    figure = style.plt.figure(figsize=(10.5, height))
    top = 1.0 - 1.15 / height
    for (unit, names), inches in zip(by_unit.items(), heights):
        axis = figure.add_axes((0.27, top - (inches - 0.42) / height, 0.40,
                                (inches - 0.42) / height))
        top -= inches / height
        forest_panel(axis, names, effects, len(titles), UNIT_WORDS.get(unit, unit))
    key(figure, titles, 1.0 - 0.72 / height)
    style.frame(figure, f"What changes against “{run.titles()[0]}”",
                "Difference in the same replicate over the last four quarters: mean and 95 % interval",
                style.source_line(run))
    return figure


def forest_panel(axis, names, effects, count, unit):
    axis.axvline(0.0, color=style.INK, linewidth=0.9)
    for place, name in enumerate(names):
        for index in range(count):
            colour, _, marker = style.SCENARIOS[index]
            found = effects[name][index]
            at = place + (index - (count - 1) / 2.0) * 0.8 / count
            axis.plot([found["low"], found["high"]], [at, at], color=colour, linewidth=1.6)
            axis.plot(found["mean"], at, marker, color=colour, markersize=5)
            text = (f"{measures.signed(float(found['mean']))}  "
                    f"({measures.interval(float(found['low']), float(found['high']))})")
            axis.annotate(style.minus(text), (1.0, at), xycoords=("axes fraction", "data"),
                          xytext=(8, 0), textcoords="offset points", va="center",
                          fontsize=7.6, color=colour)
    axis.set_yticks(range(len(names)), [words_of(name) for name in names])
    axis.set_ylim(len(names) - 0.5, -0.5)
    axis.grid(True, axis="x")
    axis.grid(False, axis="y")
    axis.locator_params(axis="x", nbins=5)
    axis.ticklabel_format(axis="x", style="plain")
    axis.xaxis.set_major_formatter(lambda v, _: style.short(v))
    axis.tick_params(axis="x", labelsize=8)
    axis.text(1.0, 1.0, unit, transform=axis.transAxes, ha="right", va="bottom", fontsize=8,
              color=style.SOFT)


def key(figure, titles, top):
    handles = [style.plt.Line2D([], [], color=colour, marker=marker)
               for _, (colour, _, marker) in zip(titles, style.SCENARIOS)]
    figure.legend(handles, titles, loc="upper left", bbox_to_anchor=(0.018, top), frameon=False,
                  ncol=min(3, len(titles)), fontsize=9, borderaxespad=0.0)


def cost_effectiveness(run, name):
    """Draws of extra public cost against effect, and how often the effect is worth the cost."""
    from report_page import content  # the same draws as the page's
    need_alternatives(run)
    costs = content.public_cost_draws(run)
    if costs is None:
        raise ResultError(f"{run.path}: no public cost")
    draws = measures.pooled(run, name)
    figure, axes = style.canvas(12.0, 5.4, columns=2)
    plane, curve = axes[0]
    for index, (colour, dashes, marker) in enumerate(style.SCENARIOS[:len(run.scenarios) - 1], 1):
        extra, effect = (costs[index] - costs[0]) / 1e9, draws[index] - draws[0]
        plane.plot(effect, extra, marker, color=colour, alpha=0.75, markersize=5.5)
        plane.plot(np.nanmean(effect), np.nanmean(extra), marker, color=colour, markersize=10,
                   markeredgecolor="white")
        worth, share = content.acceptability(costs[index] - costs[0], effect)
        if np.any(effect) and None not in worth:
            curve.plot(np.array(worth) / 1e9, share, color=colour, linestyle=dashes,
                       marker=marker, markevery=6)
    for line in (plane.axhline, plane.axvline):
        line(0.0, color=style.INK, linewidth=0.9)
    plane.set_xlabel(f"effect on {words_of(name).lower()}")
    plane.set_title("Extra public cost, billion yuan (2022)")
    plane.grid(True, axis="both")
    for axis in axes[0]:
        axis.xaxis.set_major_formatter(lambda v, _: style.short(v))
        axis.yaxis.set_major_formatter(lambda v, _: style.short(v))
    curve.set_title("Share of draws in which the effect is worth its cost")
    curve.set_xlabel("worth of one unit of the measure, billion yuan (2022)")
    curve.set_ylim(-0.02, 1.02)
    height = figure.get_figheight()
    key(figure, alternative_titles(run)[:len(style.SCENARIOS)], 1.0 - 0.74 / height)
    style.frame(figure, f"Cost and effect: {words_of(name)}",
                "Each point a paired draw against "
                f"“{run.titles()[0]}”; large: the mean. Cost over the whole run, present value",
                style.source_line(run), left=0.06, bottom=0.16, top=0.74, wspace=0.2)
    return figure
