# SPDX-License-Identifier: Apache-2.0
"""Patterns of work: the Beveridge relation, open posts beside jobless leavers, wages by level. Every
public function takes a run and returns a Pattern.
"""

import numpy as np

from patterns import (Check, Pattern, correlation, four_quarters, mean, parameter, people, percent,
                      signed, signed_area, slope)
from read_run import ResultError, due, headline_labels, national, wider

SKILLED = ["skilled_worker", "technician"]
REGULAR_BACHELOR = ["applied_bachelor", "academic_bachelor"]
# Level premia over lower secondary schooling: the literature and the ranges of their evidence rows.
PREMIA = {"upper_secondary": (0.20, 0.15, 0.25), "associate": (0.50, 0.40, 0.60),
          "bachelor": (0.75, 0.60, 0.90)}
STARTING_RATIO, RATIO_TOLERANCE = 4595.0 / 5990.0, 0.05  # literature: college ÷ university
MISMATCH = (0.02, 0.08)  # literature: hires lost to mismatch
LEVEL_OF = {"lower_secondary": "lower_secondary", "general_high": "upper_secondary",
            "comprehensive_high": "upper_secondary", "secondary_vocational": "upper_secondary",
            "technical_school": "upper_secondary", "higher_vocational": "associate",
            "vocational_bachelor": "bachelor", "applied_bachelor": "bachelor",
            "academic_bachelor": "bachelor"}


# ---- Unemployment and vacancies

def rates(run, over):
    """Unemployment rate and vacancies ÷ (vacancies + employed) by quarter."""
    unemployment = national(run, "unemployment_rate", over=over)
    force = national(run, "unemployment_rate_base", over=over)
    posts = national(run, "vacancies", over=[*over, "job_level"])
    employed = force * (1.0 - unemployment)
    return mean(unemployment), mean(posts / (posts + employed))


def beveridge(run, cycle=None):
    unemployment, vacancies = (r.values for r in rates(run, ["region", "level"]))
    whole = unemployment.size // 4 * 4
    u, v = (r[:whole].reshape(-1, 4).mean(axis=1) for r in (unemployment, vacancies))
    in_time, bound = correlation(u, v)
    by_province = [r.mean("time").values for r in rates(run, ["level"])]
    in_space, space_bound = correlation(*by_province)
    checks = [
        Check(f"over the {u.size} years of the run, each of four quarters from Q3: correlation below "
              f"{signed(bound)} (negative at the 5 % level)",
              f"correlation {signed(in_time)}, slope {signed(slope(u, v), 3)}; unemployment "
              f"{percent(u.min())} to {percent(u.max())}, vacancies {percent(v.min(), 2)} to "
              f"{percent(v.max(), 2)}", in_time < bound),
        Check(f"across {by_province[0].size} provinces, means over the run: correlation below "
              f"{signed(space_bound)}",
              f"correlation {signed(in_space)}, slope {signed(slope(*by_province), 3)}",
              in_space < space_bound)]
    data = {"years": run.outcomes["year"].values[0] + np.arange(u.size), "u": u, "v": v,
            "provinces": by_province}
    checks.append(loop(run, cycle, data))
    seasonal = [unemployment[k:whole:4].mean() for k in range(4)]
    first = int(run.outcomes["quarter"].values[0])
    worst = int(np.argmax(seasonal))
    remarks = [f"Within the year unemployment is highest in Q{(first - 1 + worst) % 4 + 1} "
               f"({percent(max(seasonal))} against {percent(min(seasonal))} at its lowest). "
               "Vacancies are those left after the quarter's matching, and farm and own-account "
               "work, which has none, counts as employment."]
    return Pattern(
        "beveridge", "Beveridge relation",
        "Unemployment and vacancies move against each other, and over a cycle of demand the path in "
        "the plane of both runs counter-clockwise.", checks, data, [], remarks)


def loop(run, cycle, data):
    """The last whole cycle of demand, as a deviation from the same run without the cycle: neither
    season nor drift closes or opens the path."""
    criterion = ("over the last whole cycle of demand, against the run without: signed area above "
                 "zero, correlation below zero")
    if cycle is None:
        return Check(criterion, "not shown: no run with a cycle of demand", False)
    years, amplitude = (parameter(cycle, f"firm.demand_cycle_{part}")
                        for part in ("years", "amplitude"))
    if not years or not amplitude:
        raise ResultError(f"{cycle.path}: has no cycle of demand "
                          "(firm.demand_cycle_amplitude, firm.demand_cycle_years)")
    if any(run.attributes[k] != cycle.attributes[k] for k in ("scale", "seed")) or \
            run.outcomes.sizes["time"] != cycle.outcomes.sizes["time"]:
        raise ResultError(f"{cycle.path}: another scale, seed or time than {run.path}")
    length = round(4.0 * years)
    u, v = (four_quarters(with_it.values - without.values) for with_it, without in
            zip(rates(cycle, ["region", "level"]), rates(run, ["region", "level"])))
    if u.size < length:
        raise ResultError(f"{cycle.path}: shorter than one cycle of demand ({years:g} years)")
    u, v = u[-length:], v[-length:]
    data["loop"] = (u, v)
    area = signed_area(100.0 * u, 100.0 * v)
    r = float(np.corrcoef(u, v)[0, 1])
    return Check(criterion, f"area {signed(area, 4)} square points in {years:g} years of amplitude "
                 f"{percent(amplitude)}, correlation {signed(r)}", area > 0.0 and r < 0.0)


# ---- Open skilled posts beside jobless graduates

def vacancies(run):
    posts = due(mean(wider(run.outcomes.sel(job_level=SKILLED), "vacancies", ["job_level"])), 3)
    there = run.outcomes.sel(track=headline_labels(run.outcomes))
    leavers = due(mean(wider(there, "placement_rate_base", ["track"])), 3)
    placed = due(mean(wider(there, "placement_rate", ["track"])), 3).fillna(0.0)
    jobless = leavers * (1.0 - placed)
    unfilled = yearly(run, "unfilled_skilled_vacancy_share")
    years = posts["year"].values
    both = ((posts >= run.attributes["scale"]) & (jobless >= run.attributes["scale"])).sum("region")
    provinces = posts.sizes["region"]
    open_posts, without = posts.sum("region").values, jobless.sum("region").values
    checks = [
        Check("in every year both exist at the end of Q3",
              f"{people(open_posts.min())} to {people(open_posts.max())} skilled-worker and "
              f"technician posts open, {people(without.min())} to {people(without.max())} vocational "
              "leavers of the spring without work",
              bool((open_posts > 0).all() and (without > 0).all())),
        Check("in every year in the same province, in at least half of them, each of one agent or "
              "more", f"{int(both.min())} to {int(both.max())} of {provinces} provinces",
              bool((both >= provinces / 2.0).all())),
        Check(f"skilled vacancies that stay open {percent(MISMATCH[0], 0)} to "
              f"{percent(MISMATCH[1], 0)}, mean over the run (literature)",
              percent(unfilled.mean()), MISMATCH[0] <= unfilled.mean() <= MISMATCH[1])]
    table = [["Q3 of", "skilled posts open", "vocational leavers without work",
              "of all those leavers", "provinces with both"]]
    share = without / leavers.sum("region").values
    for i, year in enumerate(years):
        table.append([str(year), people(open_posts[i]), people(without[i]), percent(share[i]),
                      str(int(both.values[i]))])
    data = {"years": years, "posts": open_posts, "jobless": without, "unfilled": unfilled}
    return Pattern(
        "vacancies", "Unfilled skilled vacancies beside jobless graduates",
        "Posts for skilled workers and technicians stay open while people who have just completed a "
        "vocational track have no work; 2 to 8 % of hires are lost to mismatch in the literature.",
        checks, data, [table])


def yearly(run, name):
    """Base-weighted means of the years of four quarters."""
    values = mean(national(run, name)).values
    base = mean(national(run, run.outcomes[name].attrs["base"])).values
    whole = values.size // 4 * 4
    values, base = (x[:whole].reshape(-1, 4) for x in (np.nan_to_num(values), base))
    return (values * base).sum(axis=1) / base.sum(axis=1)


# ---- Wages

def wages(run):
    levels = list(PREMIA)
    raw = due(mean(national(run, "wage", over=["region"])), 4)
    plain = (raw / raw.sel(level="lower_secondary") - 1.0).sel(level=levels)
    years = raw["year"].values
    regressions = premia_from_panel(run)
    checks, table = [], [["", *(level.replace("_", " ") for level in levels)],
                         ["literature", *(percent(PREMIA[k][0], 0) for k in levels)]]
    for i in (0, -1):
        table.append([f"gap of mean wages, {years[i]}Q4", *(percent(x) for x in plain.values[i])])
    for year in sorted({min(regressions, default=None), max(regressions, default=None)} - {None}):
        table.append([f"wage earners at equal experience and province, {year}Q4",
                      *(percent(x) for x in regressions[year])])
    like = regressions[min(regressions)] if regressions else plain.values[0]
    how = ("wage earners at equal experience and province" if regressions
           else "gap of mean wages")
    for k, level in enumerate(levels):
        _, low, high = PREMIA[level]
        checks.append(Check(
            f"{level.replace('_', ' ')} over lower secondary {percent(low, 0)} to "
            f"{percent(high, 0)}, {how}, first year", percent(like[k]), low <= like[k] <= high))
    ratio = starting_ratio(run)
    checks.append(Check(
        f"starting wage of college ÷ university leavers {STARTING_RATIO:.3f} ± {RATIO_TOLERANCE}, "
        "mean over the run", f"{ratio:.3f}", abs(ratio - STARTING_RATIO) <= RATIO_TOLERANCE))
    data = {"levels": levels, "plain": plain.values[0], "years": years, "regressions": regressions}
    remarks = ["" if regressions else "The result has no panel, so that experience and province are "
               "not held equal."]
    return Pattern(
        "wages", "Wage premia by level",
        "Upper secondary 20 %, associate 50 %, bachelor 75 % above lower secondary, and college "
        "leavers start at 0.767 of what university leavers do (literature).", checks, data, [table],
        [r for r in remarks if r])


def starting_ratio(run):
    college = mean(national(run, "starting_wage", track=["higher_vocational"]))
    university = mean(national(run, "starting_wage", track=REGULAR_BACHELOR))
    return float((college / university).mean("time"))


def premia_from_panel(run):
    """Log wages in formal jobs, of which the studies speak, on levels, experience, its square and provinces, by year: premia of
    the levels as shares. Empty without a panel."""
    if "panel" not in run.groups:
        return {}
    panel = run.group("panel")

    def labelled(name):
        variable = panel[name]
        values = np.atleast_1d(variable.attrs["flag_values"]).tolist()
        labels = dict(zip(values, variable.attrs["flag_labels"]))
        return np.array([labels[int(x)] for x in variable.values])

    level = np.array([LEVEL_OF.get(a, "") for a in labelled("attained")])
    employment, region = labelled("employment"), labelled("region")
    when, wage, experience = (panel[n].values.astype(float) for n in ("time", "wage", "experience"))
    works = (employment == "formal") & (level != "")
    places = np.unique(region)
    found = {}
    for time in np.unique(when):
        rows = works & (when == time)
        columns = [level[rows] == k for k in PREMIA]
        columns += [experience[rows], experience[rows] ** 2]
        columns += [region[rows] == place for place in places]
        matrix = np.column_stack(columns).astype(float)
        found[int(time)] = np.expm1(
            np.linalg.lstsq(matrix, np.log(wage[rows]), rcond=None)[0][:len(PREMIA)])
    return found
