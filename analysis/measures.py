# SPDX-License-Identifier: Apache-2.0
"""Wider figures of a result, pooled and estimated as the program's own tables do it:
base-weighted means, counts as the mean of the quarters, Student t over replicates. Reads one scenario
of one outcome at a time, so that a file much larger than memory can be drawn.
"""

import math
import warnings

import numpy as np

from read_run import FEWEST_AGENTS, ResultError, headline_labels, t_quantile

HEADLINE_QUARTERS = 4
NO_LABELS = ("scenario", "replicate", "time")


def headline_names(run):
    """What the tables of run and compare show, in their order."""
    return [name for name, variable in run.outcomes.data_vars.items()
            if variable.attrs.get("headline")]


def is_count(run, name):
    return bool(run.outcomes[name].attrs["adds_up"])


def pooled(run, name, keep=(), last_quarters=HEADLINE_QUARTERS):
    """Array over scenario, replicate and `keep`: all else is taken together. `keep` may hold "time";
    otherwise the last quarters are pooled."""
    if name not in run.outcomes:
        raise ResultError(f"{run.path}: no outcome '{name}'")
    variable = run.outcomes[name]
    base_name = variable.attrs.get("base")
    if not (is_count(run, name) or base_name or _needs_no_pooling(variable, keep)):
        raise ResultError(f"'{name}' is neither a count nor a ratio with a base")
    parts = []
    for index in range(len(run.scenarios)):
        values, dims = _slice(variable, index, keep, last_quarters)
        weight = _slice(run.outcomes[base_name], index, keep, last_quarters)[0] \
            if base_name else np.ones_like(values)
        parts.append(_pool(values, weight, dims, keep, is_count(run, name)))
    return np.stack(parts)


def _needs_no_pooling(variable, keep):
    return all(dim in NO_LABELS or dim in keep for dim in variable.dims)


def _slice(variable, scenario, keep, last_quarters):
    if "scenario" in variable.dims:
        variable = variable.isel(scenario=scenario)
    if "time" not in keep:
        variable = variable.isel(time=slice(-last_quarters, None))
    for dim in variable.dims:
        if dim not in NO_LABELS and dim not in keep and "headline_labels" in variable[dim].attrs:
            variable = variable.sel({dim: headline_labels(variable, dim)})
    return variable.values.astype(float), variable.dims


def _pool(values, weight, dims, keep, counted):
    kept = ["replicate", *keep]
    over = tuple(axis for axis, dim in enumerate(dims) if dim not in kept)
    left = [dim for dim in dims if dim in kept]
    there = np.isfinite(values)
    weight = np.where(there, weight, 0.0)
    total = np.where(there, values, 0.0) * weight
    quarters = values.shape[dims.index("time")] if "time" not in keep else 1
    total = total.sum(axis=over)
    # A count that nobody recorded in a kept cell is missing, not zero.
    divisor = np.where(there.any(axis=over), float(quarters), np.nan) if counted \
        else weight.sum(axis=over)
    with np.errstate(invalid="ignore", divide="ignore"):
        result = np.where(divisor > 0.0, total / divisor, np.nan)
    return np.transpose(result, [left.index(dim) for dim in kept])


def estimate(draws, axis=-1):
    """Mean, ends of the 95 % interval (Student t) and share of draws below zero, along `axis`."""
    draws = np.moveaxis(np.asarray(draws, dtype=float), axis, -1)
    there = np.isfinite(draws)
    count = there.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(there, draws, 0.0).sum(axis=-1) / np.where(count > 0, count, np.nan)
        squares = np.where(there, (draws - mean[..., None]) ** 2, 0.0).sum(axis=-1)
        error = np.sqrt(squares / (count - 1.0) / count)
    quantile = np.vectorize(lambda n: t_quantile(int(n) - 1), otypes=[float])(count)
    half = np.where(count > 1, np.where(squares == 0.0, 0.0, quantile * error), np.nan)
    below = np.where(count > 0, (there & (np.where(there, draws, 0.0) < 0.0)).sum(axis=-1)
                     / np.maximum(count, 1), np.nan)
    return {"mean": mean, "low": mean - half, "high": mean + half, "below": below}


def middle_of(draws, axis, share=0.90):
    """The bounds between which the middle `share` of the replicates lies."""
    tail = 50.0 * (1.0 - share)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        return np.nanpercentile(draws, [tail, 100.0 - tail], axis=axis)


def number(value):
    """A number as the program's tables print it."""
    if value is None or math.isnan(value):
        return "–"
    size = abs(value)
    if math.isinf(value):
        return "∞" if value > 0.0 else "-∞"
    if size >= 1e15 or 0.0 < size < 1e-4:
        return f"{value:.3g}"
    if size >= 999.95:
        return f"{value:,.0f}"
    if value == math.floor(value):
        return f"{0.0 if value == 0.0 else value:.0f}"
    decimals = 1 if size >= 99.995 else 2 if size >= 9.9995 else 3 if size >= 0.99995 else 4
    return f"{value:.{decimals}f}"


def signed(value):
    return ("+" if value > 0.0 else "") + number(value)


def interval(low, high):
    return "–" if math.isnan(low) or math.isnan(high) else f"{number(low)} to {number(high)}"


# IPCC (2010), guidance note on uncertainties: term and least probability.
LIKELIHOOD = [(0.99, "virtually certain"), (0.95, "extremely likely"), (0.90, "very likely"),
              (0.66, "likely"), (0.50, "more likely than not")]


def likelihood(draws):
    """Term, probability and agreeing draws for the sign of the mean of paired draws. The probability
    is (k + 1) ÷ (n + 2), so that few draws alone never make anything certain; draws of exactly zero
    count half. None if no draw differs from zero."""
    draws = np.asarray(draws, dtype=float)
    draws = draws[np.isfinite(draws)]
    if draws.size == 0 or not draws.any():
        return None
    sign = 1.0 if draws.mean() >= 0.0 else -1.0
    agree = float((draws * sign > 0.0).sum() + 0.5 * (draws == 0.0).sum())
    probability = (agree + 1.0) / (draws.size + 2.0)
    term = next((word for least, word in LIKELIHOOD if probability > least),
                "about as likely as not")
    if probability < 0.66:
        term = "about as likely as not"
    return {"term": term, "probability": probability, "agree": agree, "draws": int(draws.size),
            "sign": sign}


def quarters_due_of(run, name):
    """The quarters of the year that have values, judged by the first scenario and replicate."""
    variable = run.outcomes[name]
    one = variable.isel(replicate=0)
    if "scenario" in one.dims:
        one = one.isel(scenario=0)
    values = one.values.reshape(one.sizes["time"], -1)
    with np.errstate(invalid="ignore"):
        filled = (np.isfinite(values) & (values != 0.0)).any(axis=1)
    return sorted(set(variable["quarter"].values[filled].tolist()))


def few_agents(run, name):
    """Where fewer than 30 agents stand behind the pooled figure of a region, on average over the last
    quarters in which it is due, in any scenario: for shares and means of people by their base, else by
    the students of the cell."""
    regions = [str(r) for r in run.outcomes[name]["region"].values]
    base = run.outcomes[name].attrs.get("base")
    hidden = np.zeros(len(regions), dtype=bool)
    if base is not None and run.outcomes[base].attrs.get("units") == "persons":
        people = pooled(run, base, keep=("region", "time"))[:, :, :, -HEADLINE_QUARTERS:]
        valued = np.isfinite(pooled(run, name, keep=("region", "time"))[:, :, :,
                                                                        -HEADLINE_QUARTERS:])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            mean = np.nanmean(np.where(valued, people, np.nan), axis=(1, 3))
        hidden |= (np.nan_to_num(mean) / run.attributes["scale"] < FEWEST_AGENTS).any(axis=0)
    if "agents" in run.outcomes and "track" in run.outcomes[name].dims:
        students = pooled(run, "agents", keep=("region",)).mean(axis=1)
        hidden |= (students < FEWEST_AGENTS).any(axis=0)
    return hidden


BLOCK = 1_000_000


def ledger_sums(run, by, block=BLOCK):
    """Sums of /ledger's flows over the whole run, as a dict from the codes' labels in `by` to an
    array over scenario and replicate, in whole yuan. Read block by block."""
    if "ledger" not in run.groups:
        raise ResultError(f"{run.path}: no ledger")
    ledger = run.group("ledger")
    labels = {name: _flag_labels(ledger[name]) for name in by}
    shape = [len(labels[name]) for name in by]
    counts = (len(run.scenarios), run.replicates())
    sums = np.zeros(int(np.prod(shape)) * counts[0] * counts[1], dtype=np.int64)
    rows = ledger.sizes[ledger.attrs["dimension"]]
    for start in range(0, rows, block):
        part = ledger.isel({ledger.attrs["dimension"]: slice(start, start + block)})
        index = np.zeros(part["flow"].size, dtype=np.int64)
        for name, size in zip(by, shape):
            index = index * size + part[name].values.astype(np.int64)
        scenario = part["scenario"].values.astype(np.int64) if "scenario" in part else 0
        index = (index * counts[0] + scenario) * counts[1] + part["replicate"].values
        flow = part["flow"].values.astype(np.int64)
        order = np.argsort(index, kind="stable")
        cells, first = np.unique(index[order], return_index=True)
        sums[cells] += np.add.reduceat(flow[order], first)  # integers: exact beyond 2^53
    sums = sums.reshape(*shape, *counts)
    return {tuple(labels[name][i] for name, i in zip(by, at)): sums[at]
            for at in np.ndindex(*shape) if sums[at].any()}


def _flag_labels(variable):
    labels = variable.attrs.get("flag_labels", variable.attrs["flag_meanings"])
    return labels.split() if isinstance(labels, str) else [str(label) for label in labels]
