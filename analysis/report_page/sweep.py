# SPDX-License-Identifier: Apache-2.0
"""The contents of a report page from a collected sweep: every point of the design stands as a scenario,
compared with the first one by replicates, which draw the same random numbers at all points."""

import json
import re

import h5py
import numpy as np
import xarray as xr

import measures
import style
from read_run import ResultError
from report_page import content, words

FILETYPE = "tandem sweep"
MOST_POINTS = 100
OWN = ("present", "seconds")


def is_sweep(path):
    if not h5py.is_hdf5(path):
        return False
    with h5py.File(path, "r") as file:
        filetype = file.attrs.get("filetype")
    return (filetype.decode() if isinstance(filetype, bytes) else filetype) == FILETYPE


def gather(path):
    data = xr.open_dataset(path, engine="h5netcdf", cache=False)
    manifest = json.loads(data.attrs["manifest"])
    if data.sizes["point"] > MOST_POINTS:
        raise ResultError(f"{path}: {data.sizes['point']} points are too many to compare one by one (at "
                          f"most {MOST_POINTS}); tandem sensitivity --json sums them up, and --sensitivity "
                          "shows that in the page")
    present = data["present"].values.astype(bool)
    if not present.any():
        raise ResultError(f"{path}: no member of the sweep is finished")
    numbers = [name for name, one in data.data_vars.items() if name not in OWN
               and one.dims == ("point", "replicate")]
    if not numbers:
        raise ResultError(f"{path}: no measure is a single number of a member, nothing to report")
    draws = {name: np.where(present, data[name].values.astype(float), np.nan) for name in numbers}
    if all(np.isnan(one).all() for one in draws.values()):
        raise ResultError(f"{path}: every number is missing (are the shards beside the file?)")
    empty = [None] * len(numbers)
    return {"file": path.name, "attributes": attributes(data, manifest, present),
            "scenarios": points(data, manifest), "replicates": int(data.sizes["replicate"]),
            "period": None, "pooled": {}, "measures": [describe(data, name) for name in numbers],
            "levels": [[content.quad(measures.estimate(one)) for one in draws[name]]
                       for name in numbers],
            "effects": [[content.quad(measures.estimate(one - draws[name][0]))
                         for one in draws[name][1:]] for name in numbers],
            "likelihood": [[measures.likelihood(one - draws[name][0]) for one in draws[name][1:]]
                           for name in numbers],
            "series": empty, "map": empty, "regions": [], "groups": [], "people": None,
            "pilot": None, "ledger": None, "cost": None, "parameters": None,
            "validation": content.validation(), "first": 0, "sweep": factors(data, manifest),
            "missing": [f"{name} (kept by {', '.join(one.dims[2:])})"
                        for name, one in data.data_vars.items()
                        if name not in [*OWN, *numbers] and "replicate" in one.dims]}


def attributes(data, manifest, present):
    found = {name: str(value) for name, value in data.attrs.items() if name != "manifest"}
    scale = re.search(r"^scale: 1:(\d+)", manifest["scenarios"][0]["resolved"], re.MULTILINE)
    return {**found, "scale": int(scale.group(1)) if scale else 1, "members": int(present.size),
            "finished": int(present.sum()), "status": "complete" if present.all() else "partial"}


def factors(data, manifest):
    """Names of the factors and their value at each point."""
    names = [factor["name"] for factor in manifest["factors"] if factor["name"] in data.coords]
    return {"factors": [{"name": name, "unit": str(data[name].attrs.get("units", "1"))}
                        for name in names],
            "values": [[value if isinstance(value, str) else content.plain(value)
                        for value in data[name].values.tolist()] for name in names]}


def points(data, manifest):
    """What a point is called: its scenario where there are several, and its factors."""
    labels = [str(label) for label in data["scenario"].values]
    resolved = {one["label"]: one["resolved"] for one in manifest["scenarios"]}
    titles = {label: found.group(1).strip("'\"") if found else label for label, found in
              ((label, re.search(r"^title:\s*(.+?)\s*$", text, re.MULTILINE))
               for label, text in resolved.items())}
    names = [factor["name"] for factor in manifest["factors"] if factor["name"] in data.coords]
    listed, shown = [], set()
    for p, label in enumerate(labels):
        settings = [f"{style.words(name)} {said(data[name].values[p])}" for name in names]
        several = [titles[label]] if len(resolved) > 1 or not settings else []
        # A text is long: once for each scenario, then what differs is in the factors.
        text = "" if label in shown else resolved.get(label, "")
        shown.add(label)
        listed.append({"label": f"point {p}", "title": ", ".join([*several, *settings]),
                       "text": text})
    return listed


def said(value):
    return f"{value:g}" if isinstance(value, (int, float, np.number)) else str(value)


def describe(data, name):
    about = data[name].attrs
    symbol = str(about.get("units", "1"))
    return {"name": name, "title": words.both(name), "unit": {"symbol": symbol, **words.unit(symbol)},
            "is_share": content.is_share(name, symbol),
            "description": str(about.get("description", ""))}
