# SPDX-License-Identifier: Apache-2.0
"""What the page of patterns is made of: a Pattern holds criteria, each with what the run shows of it.
A criterion is judged by the mean of the replicates with its 95 % interval, and beside it stands in how
many of them it holds alone. The numbers come from patterns_labour.py, patterns_schooling.py and
patterns_joint.py.
"""

from dataclasses import dataclass, field

import numpy as np

from read_run import t_quantile
from style import minus


@dataclass
class Check:
    """One criterion, what was found, whether that meets it, in which replicates it does, and whether
    their mean does, however wide its interval."""

    criterion: str
    found: str
    held: bool
    each: list = field(default_factory=list)
    mean_held: bool = False

    @property
    def count(self):
        return f"{sum(self.each)} of {len(self.each)}" if self.each else "none"


@dataclass
class Pattern:
    """`data` is what the figure draws; `tables` are lists of rows, the first the head."""

    name: str
    title: str
    expected: str
    checks: list
    data: dict
    tables: list = field(default_factory=list)
    remarks: list = field(default_factory=list)

    @property
    def is_shown(self):
        return all(check.held for check in self.checks)


def interval(values):
    """Mean and half of its 95 % interval, which one value does not have (NaN)."""
    values = np.asarray(values, dtype=float)
    if values.size < 2:
        return float(values.mean()), float("nan")
    half = t_quantile(values.size - 1) * values.std(ddof=1) / np.sqrt(values.size)
    return float(values.mean()), float(half)


def with_interval(values, show):
    centre, half = interval(values)
    return show(centre) + ("" if np.isnan(half) else f" ± {show(half).lstrip('+')}")


def judged(criterion, values, show, low=-np.inf, high=np.inf, more=""):
    """Held if the mean of the replicates' values lies in the bounds with its whole interval."""
    values = np.asarray(values, dtype=float)
    centre, half = interval(values)
    half = 0.0 if np.isnan(half) else half
    return Check(criterion, with_interval(values, show) + more,
                 bool(low < centre - half and centre + half < high),
                 [bool(low < value < high) for value in values], bool(low < centre < high))


def counted(criterion, found, each):
    """Held if it is in every replicate: for what is true or not and has no mean."""
    each = [bool(one) for one in each]
    return Check(criterion, found, bool(each) and all(each), each, bool(each) and all(each))


def mean(values):
    return values.mean("replicate")


def by_replicate(values, *dims):
    """A plain array, replicates first."""
    return values.transpose("replicate", *dims).values


def percent(value, digits=1):
    return minus(f"{100.0 * value:.{digits}f} %")


def change(value, digits=1):
    return minus(f"{100.0 * value:+.{digits}f} %")


def signed(value, digits=2):
    return minus(f"{value:+.{digits}f}")


def people(value):
    return minus(f"{value:,.0f}")


def span(values, show):
    """Least to most, or the one value."""
    low, high = show(np.min(values)), show(np.max(values))
    return low if low == high else f"{low} to {high}"


def parameter(run, name):
    """A parameter as it was in the run, or None if the program had no such parameter."""
    group = run.group("parameters")
    at = np.flatnonzero(group["parameter"].values == name)
    return float(group["number"].values[at[0]]) if at.size else None


def correlation(x, y):
    return float(np.corrcoef(x, y)[0, 1])


def slope(x, y):
    return float(np.polyfit(x, y, 1)[0])


def four_quarters(values):
    """Means of four quarters running, which takes the season out."""
    return np.convolve(values, np.ones(4) / 4.0, "valid")


def without_trend(values):
    at = np.arange(values.size)
    return values - np.polyval(np.polyfit(at, values, 1), at)


def signed_area(x, y):
    """Area inside the closed path, positive if it runs counter-clockwise."""
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))
