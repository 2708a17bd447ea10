# SPDX-License-Identifier: Apache-2.0
"""A figure for each pattern, from the numbers that stand on the page."""

import numpy as np

import style
from patterns import interval
from patterns_labour import MISMATCH, PREMIA

MILLION = 1e6
BLUE, ORANGE, GREEN = "#0072b2", "#d55e00", "#009e73"


def percents(axis, which="y", digits=0):
    side = axis.yaxis if which == "y" else axis.xaxis
    side.set_major_formatter(lambda v, _: style.minus(f"{100.0 * v:.{digits}f} %"))


def line_through(axis, x, y):
    slope, level = np.polyfit(x, y, 1)
    ends = np.array([np.min(x), np.max(x)])
    axis.plot(ends, level + slope * ends, color=style.SOFT, linestyle=(0, (5, 2)), linewidth=1.2,
              zorder=1)


def beveridge(pattern, source):
    data = pattern.data
    panels = 3 if "loop" in data else 2
    figure, axes = style.canvas(4.6 * panels, 5.0, columns=panels)
    path_of_years(axes[0][0], data)
    x, y = data["provinces"]
    axes[0][1].plot(x, y, "o", color=ORANGE, markersize=5)
    line_through(axes[0][1], x, y)
    axes[0][1].set_title("Provinces, means over the run")
    if panels == 3:
        closed = [np.append(part, part[0]) for part in data["loop"]]
        axes[0][2].plot(*closed, color=GREEN, marker="^", markersize=3.5)
        axes[0][2].plot(*(part[:1] for part in closed), "o", color=style.INK, markersize=7)
        axes[0][2].annotate("start", (closed[0][0], closed[1][0]), xytext=(7, 5),
                            textcoords="offset points")
        axes[0][2].set_title("Last cycle of demand, in its own run")
    for axis in axes[0]:
        percents(axis, "x", 1)
        percents(axis, "y", 2)
        axis.set_xlabel("unemployment rate")
        axis.grid(True, axis="both")
    style.frame(figure, pattern.title, "Vacancies ÷ (vacancies + employed) against the unemployment "
                "rate; dashed: line of least squares; scales do not start at zero", source,
                left=0.08, right=0.97, bottom=0.16, wspace=0.28)
    return figure


def path_of_years(axis, data):
    """The first replicate as a path, the others as dots."""
    u, v = data["u"], data["v"]
    axis.plot(u[1:].ravel(), v[1:].ravel(), "o", color=BLUE, alpha=0.3, markersize=3.5)
    axis.plot(u[0], v[0], color=BLUE, marker="s", linewidth=1.3)
    line_through(axis, u.ravel(), v.ravel())
    for i in sorted({0, u.shape[1] - 1}):
        axis.annotate(f"{data['years'][i]}/{data['years'][i] % 100 + 1}", (u[0][i], v[0][i]),
                      xytext=(0, 7), textcoords="offset points", ha="center", fontsize=8.5)
    axis.margins(x=0.14, y=0.1)
    axis.set_title("Nation, years of four quarters from Q3" if len(u) == 1 else
                   "Nation, years from Q3; line: one replicate")


def vacancies(pattern, source):
    data = pattern.data
    figure, axes = style.canvas(12.5, 5.0, columns=2)
    years = data["years"]
    ends = []
    for values, label, colour, dashes, marker in (
            (data["posts"], "skilled posts open", BLUE, "-", "o"),
            (data["jobless"], "leavers\nwithout work", ORANGE, (0, (6, 1.5)), "s")):
        axes[0][0].plot(years, values / MILLION, color=colour, linestyle=dashes, marker=marker,
                        clip_on=False)
        ends.append((values[-1] / MILLION, label, colour))
    axes[0][0].set_ylim(bottom=0.0)
    style.years_axis(axes[0][0], years)
    style.label_ends(axes[0][0], ends, gap=0.10)
    axes[0][0].set_title("Million, at the end of September")
    axes[0][1].axhspan(*MISMATCH, color=style.RULE, zorder=0)
    axes[0][1].annotate("literature on hires lost: 2 to 8 %", (years[0], MISMATCH[1]), xytext=(5, -12),
                        textcoords="offset points", color=style.SOFT)
    ends = []
    for values, label, colour, marker in (
            (data["lost"], "hires lost to\nmismatch", ORANGE, "s"),
            (data["unfilled"], "skilled posts\nleft open", GREEN, "^")):
        axes[0][1].plot(years[:values.size], values, color=colour, marker=marker)
        ends.append((values[-1], label, colour))
    axes[0][1].set_ylim(0.0, max(0.1, 1.1 * max(data["lost"].max(), data["unfilled"].max())))
    style.years_axis(axes[0][1], years)
    style.label_ends(axes[0][1], ends, gap=0.10)
    percents(axes[0][1])
    axes[0][1].set_title("Shares of the quarter, years from Q3")
    style.frame(figure, pattern.title, "Posts for skilled workers and technicians, and people who "
                "completed a vocational track in spring, neither study on nor are away, and have no "
                "work", source, left=0.05, right=0.90, wspace=0.38)
    return figure


def wages(pattern, source):
    data = pattern.data
    figure, axes = style.canvas(9.5, 5.0)
    axis = axes[0][0]
    rows = np.arange(len(data["levels"]), dtype=float)
    for row, level in zip(rows, data["levels"]):
        value, low, high = PREMIA[level]
        axis.plot([low, high], [row, row], color="#b5b5b5", linewidth=9, solid_capstyle="butt",
                  zorder=1)
        axis.plot(value, row, "|", color=style.INK, markersize=15, markeredgewidth=2)
    series = [(data["plain"], f"gap of mean wages, {data['years'][0]}", BLUE, "o", 0.18)]
    for i, colour, marker, away in zip((0, -1), (ORANGE, GREEN), "s^", (0.0, -0.18)):
        series.append((data["premia"][i], f"at equal experience and province, {data['years'][i]}",
                       colour, marker, away))
    for values, label, colour, marker, away in series:
        axis.plot(values, rows + away, marker, color=colour, markersize=7, label=label)
    axis.plot([], [], color="#b5b5b5", linewidth=9, label="literature with the range of its evidence")
    axis.set_yticks(rows, [style.words(level) for level in data["levels"]])
    axis.set_ylim(-0.6, rows[-1] + 0.6)
    axis.set_xlim(left=0.0)
    axis.grid(True, axis="x")
    percents(axis, "x")
    axis.legend(loc="lower right", frameon=False, fontsize=9)
    style.frame(figure, pattern.title, "Wage above that of people with lower secondary schooling",
                source, left=0.16, right=0.97)
    return figure


def births(pattern, source):
    data = pattern.data
    figure, axes = style.canvas(12.5, 4.6, columns=3)
    panels = [("enrolment", "Enrolment, million", MILLION, BLUE, "o", (2029,)),
              ("intake", "Intake, million", MILLION, ORANGE, "s", (2027, 2028, 2032)),
              ("schools", "Vocational and technical schools", 1.0, GREEN, "^", ())]
    years = data["years"]
    for axis, (name, title, unit, colour, marker, expected) in zip(axes[0], panels):
        for year in expected:
            axis.axvline(year, color=style.SOFT, linestyle=(0, (2, 2)), linewidth=1.0, zorder=0)
        axis.plot(years, data[name] / unit, color=colour, marker=marker, clip_on=False)
        axis.margins(y=0.12)
        axis.set_title(title)
        axis.set_xticks(years[::3])
        axis.set_xlim(years[0], years[-1])
    axes[0][2].yaxis.set_major_formatter(lambda v, _: f"{v:,.0f}")
    style.frame(figure, pattern.title, "Upper secondary students at the end of September, schools at the end of the year; dotted: "
                "years in which\na peak is expected; scales do not start at zero", source,
                left=0.05, right=0.98, top=0.76, wspace=0.22)
    return figure


def history(pattern, source):
    """Each difference over the years with the band of its interval."""
    names = {key: value for key, value in pattern.data.items() if isinstance(key, tuple)}
    figure, axes = style.canvas(12.5, 4.4, columns=max(1, len(names)))
    looks = [(ORANGE, "s"), (BLUE, "o"), (ORANGE, "s"), (BLUE, "o")]
    for axis, ((name, track), (years, apart)), (colour, marker) in zip(axes[0], names.items(), looks):
        found = [interval(apart[:, i]) for i in range(years.size)]
        centre, half = (np.nan_to_num(np.array(part)) for part in zip(*found))
        axis.fill_between(years, centre - half, centre + half, color=colour, alpha=0.25, linewidth=0)
        axis.plot(years, centre, color=colour, marker=marker)
        axis.axhline(0.0, color=style.SOFT, linewidth=0.8)
        axis.axvline(pattern.data["end"], color=style.SOFT, linestyle=(0, (2, 2)), linewidth=1.0)
        axis.set_title(f"{style.words(name.split('_')[1])}, {track.replace('_', ' ')}", fontsize=9.5)
        axis.set_xticks(years[::4])
        axis.yaxis.set_major_formatter(lambda v, _: style.minus(f"{v:.3g}"))
    style.frame(figure, pattern.title, "Cities of an early push less the same cities without it, end of "
                "September; dotted: end of the push; band: 95 % interval", source, left=0.06,
                right=0.98, bottom=0.18, wspace=0.30)
    return figure


FIGURES = {"beveridge": beveridge, "vacancies": vacancies, "wages": wages, "births": births,
           "history": history}
