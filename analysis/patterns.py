# SPDX-License-Identifier: Apache-2.0
"""What the page of patterns is made of: a Pattern holds criteria, each with what a run shows of it.
The numbers come from patterns_labour.py and patterns_schooling.py, means over replicates.
"""

from dataclasses import dataclass, field

import numpy as np

from read_run import t_quantile
from style import minus

@dataclass
class Check:
    """One criterion, what was found, and whether that meets it."""

    criterion: str
    found: str
    held: bool


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


def mean(values):
    return values.mean("replicate")


def percent(value, digits=1):
    return minus(f"{100.0 * value:.{digits}f} %")


def signed(value, digits=2):
    return minus(f"{value:+.{digits}f}")


def people(value):
    return minus(f"{value:,.0f}")


def parameter(run, name):
    """A parameter as it was in the run, or None if the program had no such parameter."""
    group = run.group("parameters")
    at = np.flatnonzero(group["parameter"].values == name)
    return float(group["number"].values[at[0]]) if at.size else None


def correlation(x, y):
    """With the bound below which it is negative at the 5 % level, one-sided."""
    n = len(x)
    t = t_quantile(n - 2, 0.95)
    return float(np.corrcoef(x, y)[0, 1]), -t / np.sqrt(n - 2 + t * t)


def slope(x, y):
    return float(np.polyfit(x, y, 1)[0])


def four_quarters(values):
    """Means of four quarters running, which takes the season out."""
    return np.convolve(values, np.ones(4) / 4.0, "valid")


def signed_area(x, y):
    """Area inside the closed path, positive if it runs counter-clockwise."""
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))
