# SPDX-License-Identifier: Apache-2.0
"""Patterns of work: the Beveridge relation, open posts beside jobless leavers, wages by level. Every
public function takes a run and returns a Pattern.
"""

import numpy as np

from patterns import (Check, Pattern, by_replicate, change, correlation, counted, four_quarters,
                      interval, judged, mean, parameter, people, percent, signed, signed_area, slope,
                      span, with_interval, without_trend)
from read_run import ResultError, due, headline_labels, national, wider

SKILLED = ["skilled_worker", "technician"]
REGULAR_BACHELOR = ["applied_bachelor", "academic_bachelor"]
# Level premia over lower secondary schooling: the literature and the ranges of their evidence rows.
PREMIA = {"upper_secondary": (0.20, 0.15, 0.25), "associate": (0.50, 0.40, 0.60),
          "bachelor": (0.75, 0.60, 0.90)}
STARTING_RATIO, RATIO_TOLERANCE = 4595.0 / 5990.0, 0.05  # literature: college ÷ university
# Wage of college leavers after five years over their starting wage (evidence row wage_growth_5y): as
# recorded, in yuan of each year, with the row's range; and in the prices of one year, as in the model.
GROWTH, GROWTH_RANGE, REAL_GROWTH = 2.1, (1.7, 2.3), 1.9
MISMATCH = (0.02, 0.08)  # literature: hires lost to mismatch


# ---- Unemployment and vacancies

def rates(run, over):
    """Unemployment rate and vacancies ÷ (vacancies + employed) by replicate and quarter."""
    unemployment = national(run, "unemployment_rate", over=over)
    force = national(run, "unemployment_rate_base", over=over)
    posts = national(run, "vacancies", over=[*over, "job_level"])
    employed = force * (1.0 - unemployment)
    rest = [dim for dim in unemployment.dims if dim not in ("replicate", "time")]
    return [by_replicate(r, "time", *rest) for r in (unemployment, posts / (posts + employed))]


def of_years(quarters):
    """Means of four quarters each, from the first on."""
    return quarters[:, :quarters.shape[1] // 4 * 4].reshape(quarters.shape[0], -1, 4).mean(axis=2)


def beveridge(run, cycle=None):
    unemployment, vacancies = rates(run, ["region", "level"])
    u, v = of_years(unemployment), of_years(vacancies)
    provinces = [r.mean(axis=1) for r in rates(run, ["level"])]
    slopes = interval([slope(x, y) for x, y in zip(u, v)])[0]
    checks = [
        judged(f"over the {u.shape[1]} years of the run, each of four quarters from Q3: correlation "
               "below zero", [correlation(x, y) for x, y in zip(u, v)], signed, high=0.0,
               more=f", slope {signed(slopes, 3)}; unemployment {span(u, percent)}, vacancies "
                    f"{span(v, lambda x: percent(x, 2))}"),
        judged(f"across {provinces[0].shape[1]} provinces, means over the run: correlation below zero",
               [correlation(x, y) for x, y in zip(*provinces)], signed, high=0.0,
               more=f", slope {signed(np.mean([slope(x, y) for x, y in zip(*provinces)]), 3)}"),
        judged("path of the whole run, means of four quarters running without their straight trend: "
               "signed area above zero",
               [area(without_trend(four_quarters(x)), without_trend(four_quarters(y)))
                for x, y in zip(unemployment, vacancies)], lambda a: signed(a, 4), low=0.0,
               more=" square points")]
    data = {"years": run.outcomes["year"].values[0] + np.arange(u.shape[1]), "u": u, "v": v,
            "provinces": [p.mean(axis=0) for p in provinces]}
    checks += loop(cycle, data)
    return Pattern(
        "beveridge", "Beveridge relation",
        "Unemployment and vacancies move against each other, and the path in the plane of both runs "
        "counter-clockwise.", checks, data, [],
        [common_path(u, v), season(run, unemployment)])


def area(u, v):
    return signed_area(100.0 * u, 100.0 * v)


def common_path(u, v):
    r = correlation(u.mean(axis=0), v.mean(axis=0))
    return ("The mean path of all replicates, from which most of each one's own ups and downs are gone, "
            f"has a correlation of {signed(r)}." if u.shape[0] > 1 else "")


def season(run, unemployment):
    whole = unemployment.mean(axis=0)
    seasonal = [whole[k:whole.size // 4 * 4:4].mean() for k in range(4)]
    worst = int(np.argmax(seasonal))
    quarter = (int(run.outcomes["quarter"].values[0]) - 1 + worst) % 4 + 1
    return (f"Within the year unemployment is highest in Q{quarter} ({percent(max(seasonal))} against "
            f"{percent(min(seasonal))} at its lowest). Vacancies are those left after the quarter's "
            "matching, and farm and own-account work, which has none, counts as employment.")


def loop(cycle, data):
    """The last whole cycle of demand of a run that has one, by itself."""
    if cycle is None:
        return []
    years, amplitude = (parameter(cycle, f"firm.demand_cycle_{part}")
                        for part in ("years", "amplitude"))
    if not years or not amplitude:
        raise ResultError(f"{cycle.path}: has no cycle of demand "
                          "(firm.demand_cycle_amplitude, firm.demand_cycle_years)")
    length = round(4.0 * years)
    paths = [[four_quarters(one) for one in rate] for rate in rates(cycle, ["region", "level"])]
    if paths[0][0].size < length:
        raise ResultError(f"{cycle.path}: shorter than one cycle of demand ({years:g} years)")
    u, v = (np.array([one[-length:] for one in rate]) for rate in paths)
    data["loop"] = (u.mean(axis=0), v.mean(axis=0))
    what = f"in the run with a cycle of demand ({years:g} years, amplitude {percent(amplitude)}), its last"
    return [judged(f"{what} whole cycle: signed area above zero", [area(*uv) for uv in zip(u, v)],
                   lambda a: signed(a, 3), low=0.0, more=" square points"),
            judged(f"{what} whole cycle: correlation below zero",
                   [correlation(*uv) for uv in zip(u, v)], signed, high=0.0)]


# ---- Open skilled posts beside jobless graduates

def vacancies(run):
    posts = due(wider(run.outcomes.sel(job_level=SKILLED), "vacancies", ["job_level"]), 3)
    there = run.outcomes.sel(track=headline_labels(run.outcomes))
    leavers = due(wider(there, "placement_rate_base", ["track"]), 3)
    jobless = leavers * (1.0 - due(wider(there, "placement_rate", ["track"]), 3).fillna(0.0))
    years = posts["year"].values
    agent = run.attributes["scale"]
    both = by_replicate(((posts >= agent) & (jobless >= agent)).sum("region"), "year")
    provinces = posts.sizes["region"]
    open_posts, without, all_leavers = (by_replicate(x.sum("region"), "year")
                                        for x in (posts, jobless, leavers))
    unfilled, lost = yearly(run, "unfilled_skilled_vacancy_share"), yearly(run, "hires_lost_to_mismatch")
    checks = [
        counted("in every year both exist at the end of Q3",
                f"{span(open_posts, people)} skilled-worker and technician posts open, "
                f"{span(without, people)} vocational leavers of the spring without work",
                ((open_posts > 0) & (without > 0)).all(axis=1)),
        counted("in every year in the same province, in at least half of them, each of one agent or "
                "more", f"{span(both, str)} of {provinces} provinces",
                (both >= provinces / 2.0).all(axis=1))]
    table = [["Q3 of", "skilled posts open", "vocational leavers without work",
              "of all those leavers", "provinces with both"]]
    share = without.sum(axis=0) / all_leavers.sum(axis=0)
    for i, year in enumerate(years):
        table.append([str(year), people(open_posts[:, i].mean()), people(without[:, i].mean()),
                      percent(share[i]), f"{both[:, i].mean():.1f}"])
    data = {"years": years, "posts": open_posts.mean(axis=0), "jobless": without.mean(axis=0),
            "unfilled": unfilled.mean(axis=0), "lost": lost.mean(axis=0)}
    remarks = ["Of the skilled posts of a quarter matching leaves "
               f"{with_interval(unfilled.mean(axis=1), percent)} open; no study gives a band for that."]
    return Pattern(
        "vacancies", "Unfilled skilled vacancies beside jobless graduates",
        "Posts for skilled workers and technicians stay open while people who have just completed a "
        "vocational track have no work.",
        checks, data, [table], remarks)


def lost_to_mismatch(run):
    lost = yearly(run, "hires_lost_to_mismatch")
    check = judged(f"hires lost to mismatch {percent(MISMATCH[0], 0)} to {percent(MISMATCH[1], 0)}, "
                   "mean over the run (literature)", lost.mean(axis=1), percent, *MISMATCH)
    return check, (
        "Hires lost to mismatch are 1 − Σ m(s, v) ÷ m(Σ s, Σ v) in both the study (sahin2014) and the "
        "model: a share of the hires of a period, so that a month there and a quarter here do not differ "
        "by a factor. Two differences remain. The study pools industries or broad occupations of a "
        "nation; here the parts are the occupations of each city within a province, finer, and the "
        "finer the parts, the more is lost between them, by chance too where few agents meet in a part "
        "([scale](scale.md)). And matches follow the urn-ball law in "
        "place of a Cobb-Douglas function. The verdict takes the number as it is.")


def yearly(run, name):
    """Base-weighted means of the years of four quarters, by replicate."""
    values = by_replicate(national(run, name), "time")
    base = by_replicate(national(run, run.outcomes[name].attrs["base"]), "time").astype(float)
    return of_years(np.nan_to_num(values) * base) / of_years(base)


# ---- Wages

def wages(run):
    levels = list(PREMIA)
    raw = due(mean(national(run, "wage", over=["region"])), 4)
    plain = (raw / raw.sel(level="lower_secondary") - 1.0).sel(level=levels).transpose("year", "level")
    premia = np.expm1(by_replicate(due(national(run, "wage_premium", over=["region"]), 4)
                                   .sel(level=levels), "year", "level"))
    years = raw["year"].values
    over_run = premia.mean(axis=1)
    table = [["", *(level.replace("_", " ") for level in levels)],
             ["literature", *(percent(PREMIA[k][0], 0) for k in levels)],
             ["at equal experience and province, mean over the run",
              *(with_interval(over_run[:, k], percent) for k in range(len(levels)))]]
    for i in (0, -1):
        table.append([f"at equal experience and province, {years[i]}Q4",
                      *(percent(x) for x in premia[:, i].mean(axis=0))])
    for i in (0, -1):
        table.append([f"gap of mean wages, {years[i]}Q4", *(percent(x) for x in plain.values[i])])
    checks = []
    for k, level in enumerate(levels):
        _, low, high = PREMIA[level]
        checks.append(judged(
            f"{level.replace('_', ' ')} over lower secondary {percent(low, 0)} to {percent(high, 0)}, "
            "formal jobs at equal experience and province, mean over the run", over_run[:, k],
            percent, low, high))
    checks.append(judged(
        f"starting wage of college ÷ university leavers {STARTING_RATIO:.3f} ± {RATIO_TOLERANCE}, "
        "mean over the run", starting_ratio(run), lambda x: f"{x:.3f}",
        STARTING_RATIO - RATIO_TOLERANCE, STARTING_RATIO + RATIO_TOLERANCE))
    data = {"levels": levels, "plain": plain.values[0], "years": years, "premia": premia.mean(axis=0)}
    return Pattern(
        "wages", "Wage premia by level",
        "Upper secondary 20 %, associate 50 %, bachelor 75 % above lower secondary; college leavers "
        "start at 0.767 of what university leavers do (literature).", checks, data, [table],
        ["Premia are those of `wage_premium`, which takes in everybody in a formal job."])


def starting_ratio(run):
    college = national(run, "starting_wage", track=["higher_vocational"])
    university = national(run, "starting_wage", track=REGULAR_BACHELOR)
    return (college / university).mean("time").values


def five_years(run):
    """The same completers half a year out and five years out."""
    start = due(national(run, "starting_wage", track=["higher_vocational"]), 4)
    later = due(national(run, "wage_after_years", over=["region", "track"], years="5",
                         track=["higher_vocational"]), 2)
    cohorts = [y for y in start["year"].values if y + 5 in later["year"].values]
    if not cohorts:
        return Check("wage after five years over the starting wage: at least six years of the run",
                     "too short a run", False), ""
    ratio = np.stack([later.sel(year=y + 5).values / start.sel(year=y).values for y in cohorts])
    ratio = ratio.mean(axis=0)
    deflated = REAL_GROWTH / GROWTH
    low, high = (bound * deflated for bound in GROWTH_RANGE)
    centre = interval(ratio)[0]
    check = judged(
        f"wage of college leavers after five years {low:.2f} to {high:.2f} times their starting wage, "
        f"leavers of {cohorts[0]} to {cohorts[-1]}", ratio, lambda x: f"{x:.3f}", low, high)
    return check, (
        f"The recorded {GROWTH:.1f} times is in yuan of each year and in constant prices about "
        f"{REAL_GROWTH:.1f} ({low:.2f} to {high:.2f} by the row's range). The model's wages are in "
        f"yuan of 2022, so {centre:.2f} is real; prices and pay as a whole would have to rise by "
        f"{change(GROWTH / centre - 1.0, 0).lstrip('+')} in five years to make it {GROWTH:.1f}.")
