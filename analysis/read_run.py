# SPDX-License-Identifier: Apache-2.0
"""The only reader of result files: everything else in this folder takes what it returns.

    run = open_run("results/baseline.h5")
    run.outcomes.enrolment                                  # an xarray variable
    national(run, "placement_rate", over=["region"])        # base-weighted, by track

A file of another major format version is refused; a partial one is read with a warning and only the
replicates that are there. The layout is described in docs/reference/result-file.md.
"""

import math
import os
import re
import warnings
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

# A file can then be read while its run goes on; set before HDF5 is loaded.
os.environ.setdefault("HDF5_USE_FILE_LOCKING", "FALSE")

import h5py  # noqa: E402
import numpy as np  # noqa: E402
import xarray as xr  # noqa: E402

FILETYPE = "tandem result"
FORMAT_MAJOR = 1
FEWEST_AGENTS = 30  # cells with fewer agents behind them are not shown

UPPER_SECONDARY = ["general_high", "comprehensive_high", "secondary_vocational", "technical_school"]
HIGHER = ["higher_vocational", "vocational_bachelor", "applied_bachelor", "academic_bachelor"]


class ResultError(Exception):
    """The file cannot be read, is not a result file, or lacks what was asked for."""


@dataclass
class Run:
    """A result file: root attributes, outcomes, and the other groups on demand."""

    path: Path
    attributes: dict
    outcomes: xr.Dataset
    groups: list = field(default_factory=list)

    def group(self, name):
        """Another group as a dataset: "effects/difference", "panel", "state_hash"."""
        if name not in self.groups:
            raise ResultError(f"{self.path}: no group '{name}' (there are: "
                              f"{', '.join(self.groups)})")
        return _open_group(self.path, name, is_partial=not self.is_complete)

    @property
    def is_complete(self):
        return self.attributes["status"] == "complete"

    @property
    def scenarios(self):
        """Labels of the scenarios, the base first."""
        if "scenario" in self.outcomes.dims:
            return [str(label) for label in self.outcomes["scenario"].values]
        return [self.attributes.get("scenario_label", self.path.stem)]

    def titles(self):
        """Titles of the scenarios as their texts give them; a label where there is none."""
        texts = self.attributes["scenario"].split("\n---\n")
        found = [re.search(r"^title:\s*(.+?)\s*$", text, re.MULTILINE) for text in texts]
        titles = [match.group(1).strip("'\"") if match else None for match in found]
        titles += [None] * (len(self.scenarios) - len(titles))
        return [title or label for title, label in zip(titles, self.scenarios)]

    def replicates(self):
        return int(self.outcomes.sizes["replicate"])


def headline_labels(data, dimension="track"):
    """The labels of a dimension that headline values pool, as the model declares them in the file; all
    of them where it declares none."""
    labels = data[dimension]
    chosen = labels.attrs.get("headline_labels", labels.values)
    return [str(label) for label in np.atleast_1d(chosen)]


def open_run(path):
    """Opens a result file; raises ResultError with a reason a user can act on."""
    path = Path(path)
    attributes, groups = _read_root(path)
    is_partial = attributes["status"] != "complete"
    outcomes = _open_group(path, "outcomes", is_partial)
    if is_partial:
        outcomes = _only_what_is_there(path, outcomes)
    return Run(path, attributes, outcomes, groups)


def _read_root(path):
    if not path.is_file():
        raise ResultError(f"{path}: no such file")
    if not h5py.is_hdf5(path):
        raise ResultError(f"{path}: not a result file (expected HDF5)")
    try:
        with h5py.File(path, "r") as file:
            attributes = {name: _plain(value) for name, value in file.attrs.items()}
            groups = []
            file.visititems(lambda name, item: groups.append(name)
                            if isinstance(item, h5py.Group) else None)
    except OSError as error:
        raise ResultError(f"{path}: cannot be read ({error})") from error
    if attributes.get("filetype") != FILETYPE:
        raise ResultError(f"{path}: not a result file (expected attribute filetype '{FILETYPE}')")
    version = str(attributes.get("format_version", ""))
    if version.split(".")[0] != str(FORMAT_MAJOR):
        raise ResultError(f"{path}: format version {version} cannot be read "
                          f"(this reader knows version {FORMAT_MAJOR}.x)")
    return attributes, groups


def _plain(value):
    return value.item() if isinstance(value, np.generic) else value


def _open_group(path, name, is_partial):
    try:
        # Nothing is kept that was read: a figure needs a small part of a large file.
        data = xr.open_dataset(path, engine="h5netcdf", group=name, cache=False)
    except (OSError, ValueError) as error:
        raise ResultError(f"{path}: group '{name}' cannot be read ({error})") from error
    if is_partial and "dimension" in data.attrs:
        # A run killed while it wrote can leave columns of different lengths.
        with h5py.File(path, "r") as file:
            rows = min(column.shape[0] for column in file[name].values())
        data = data.isel({data.attrs["dimension"]: slice(0, rows)})
    bases = {variable.attrs["base"] for variable in data.values() if "base" in variable.attrs}
    for key, variable in data.variables.items():
        stored = np.dtype(variable.encoding.get("dtype", variable.dtype))
        # Counts turn into floating point where a partial file marks what is missing.
        variable.attrs["adds_up"] = stored.kind in "iu" or key in bases
    return data.set_coords([name for name in ("year", "quarter") if name in data])


def _only_what_is_there(path, outcomes):
    there = outcomes["replicate_complete"]
    if "scenario" in there.dims:
        there = there.min("scenario")
    kept = np.flatnonzero(there.values)
    if kept.size == 0:
        raise ResultError(f"{path}: the run has not finished any replicate yet")
    warnings.warn(f"{path}: partial result, {kept.size} of {there.size} replicates", stacklevel=3)
    return outcomes.isel(replicate=kept)


def wider(data, name, over):
    """A variable without the dimensions `over`: counts add up, ratios are base-weighted means."""
    if name not in data:
        raise ResultError(f"no outcome '{name}'")
    values = data[name]
    over = [dim for dim in over if dim in values.dims]
    if not over:
        return values
    attributes = dict(values.attrs)
    if attributes.get("adds_up"):
        result = values.sum(over, skipna=False)
    elif "base" in attributes:
        base = data[attributes["base"]].where(values.notnull(), 0.0)
        total = base.sum(over)
        result = (values.fillna(0.0) * base).sum(over) / total.where(total > 0.0)
    else:
        raise ResultError(f"'{name}' is neither a count nor a ratio with a base: "
                          f"it has no value over {', '.join(over)} together")
    return result.assign_attrs(attributes)


def national(run, name, over=None, scenario=None, **labels):
    """The national figure over replicate, time and what is left: `labels` selects first
    (track=[...]), `over` names the dimensions taken together (all labelled ones by default)."""
    data = pick_scenario(run, run.outcomes, scenario)
    for dim, wanted in labels.items():
        if dim in data.dims:
            data = data.sel({dim: wanted})
    kept = {"scenario", "replicate", "time"}
    if over is None:
        over = [dim for dim in data[name].dims if dim not in kept] if name in data else []
    return wider(data, name, over)


def pick_scenario(run, data, scenario=None):
    """One scenario of a comparison (the base by default); anything else as it is."""
    if "scenario" not in data.dims:
        return data
    label = run.scenarios[0] if scenario is None else scenario
    if label not in run.scenarios:
        raise ResultError(f"{run.path}: no scenario '{label}' "
                          f"(there are: {', '.join(run.scenarios)})")
    return data.sel(scenario=label)


def due(values, quarter):
    """The values of one quarter of each year, along `year` in place of `time`."""
    chosen = values.isel(time=np.flatnonzero(values["quarter"].values == quarter))
    return chosen.swap_dims(time="year")


def quarters_due(values):
    """The quarters of the year in which there is anything but missing values and zeros."""
    others = [dim for dim in values.dims if dim != "time"]
    filled = (values.notnull() & (values != 0.0)).any(others).values
    return sorted(set(values["quarter"].values[filled].tolist()))


def middle(values, share=0.90):
    """Mean over replicates and the bounds of the middle `share` of them."""
    tail = (1.0 - share) / 2.0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # cells that are missing everywhere
        bounds = values.quantile([tail, 1.0 - tail], dim="replicate")
    return values.mean("replicate"), bounds.isel(quantile=0), bounds.isel(quantile=1)


def paired_effect(run, name, over=None, **labels):
    """Difference of each alternative from the base with its 95 % interval, as a dataset of
    `difference`, `low` and `high`. Where nothing is taken together it is the program's own; else
    the wider figures are compared in the same way: Student t over pairs of replicates."""
    if len(run.scenarios) < 2:
        raise ResultError(f"{run.path}: only one scenario, nothing to compare")
    if name not in run.outcomes:
        raise ResultError(f"{run.path}: no outcome '{name}'")
    leading = ["scenario", "replicate", "time"]
    cut = [dim for dim in run.outcomes[name].dims if dim not in leading]
    over = cut if over is None else [dim for dim in over if dim in cut]
    chosen = {dim: wanted for dim, wanted in labels.items() if dim in cut}
    if not over and "effects/difference" in run.groups:
        parts = {part: run.group(f"effects/{part}")[name].sel(chosen)
                 for part in ("difference", "low", "high")}
        return xr.Dataset(parts)
    values = wider(run.outcomes.sel(chosen), name, over)
    base = values.sel(scenario=run.scenarios[0], drop=True)
    differences = values.sel(scenario=run.scenarios[1:]) - base
    pairs = differences.notnull().sum("replicate")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        mean = differences.mean("replicate")
        error = differences.std("replicate", ddof=1) / np.sqrt(pairs.where(pairs > 1))
    half = error * xr.apply_ufunc(np.vectorize(t_quantile, otypes=[float]), pairs - 1)
    return xr.Dataset({"difference": mean, "low": mean - half, "high": mean + half})


@lru_cache(maxsize=None)
def t_quantile(freedom, probability=0.975):
    """Quantile of Student's t; NaN below one degree of freedom."""
    if freedom < 1:
        return float("nan")
    # t = √n·tan(a) turns the distribution into one of cos^(n−1)(a) on a finite interval, whose whole
    # integral is known; the rest by Newton's method with Gauss's rule.
    whole = math.sqrt(math.pi) / 2.0 * math.exp(math.lgamma(freedom / 2.0)
                                                - math.lgamma((freedom + 1.0) / 2.0))
    wanted = (2.0 * probability - 1.0) * whole
    nodes, weights = np.polynomial.legendre.leggauss(200)
    angle = 0.0
    for _ in range(100):
        mass = angle / 2.0 * float(weights @ np.cos(angle / 2.0 * (nodes + 1.0)) ** (freedom - 1.0))
        step = (wanted - mass) / math.cos(angle) ** (freedom - 1.0)
        angle += step
        if abs(step) < 1e-15:
            break
    return math.sqrt(freedom) * math.tan(angle)


def enough_agents(run, name, over, scenario=None, **labels):
    """Where at least 30 agents stand behind a cell of the outcome, on average over replicates: the
    students of the cell, and for a ratio of people its base as well. Along `time`; True if the file
    does not say."""
    shown = True
    base = run.outcomes[name].attrs.get("base")
    if "agents" in run.outcomes:
        agents = national(run, "agents", over=over, scenario=scenario, **labels)
        shown = agents.mean("replicate") >= FEWEST_AGENTS
    if base is not None and run.outcomes[base].attrs.get("units") == "persons":
        people = national(run, base, over=over, scenario=scenario, **labels)
        counted = people.mean("replicate") / run.attributes["scale"] >= FEWEST_AGENTS
        shown = counted & shown
    return shown
