# SPDX-License-Identifier: Apache-2.0
"""A map with one equal square per province: small provinces with many people are as easy to see as
large ones with few. The places of the tiles come with the data, in scenarios/data."""

import csv
import textwrap
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.colors import Normalize
from matplotlib.patches import FancyBboxPatch

import style

FEW_AGENTS = "hatched: fewer than 30 agents"
LAYOUT = Path(__file__).resolve().parent.parent / "scenarios/data/china/provinces.csv"


def read_layout(path=LAYOUT):
    """Row and column of each province's tile."""
    with open(path, newline="", encoding="utf-8") as file:
        return {row["province"]: (int(row["tile_row"]), int(row["tile_column"]))
                for row in csv.DictReader(file)}


def colour_scale(values, is_change=False):
    """Colours over the range of all values; around zero for changes."""
    finite = np.concatenate([np.asarray(v, dtype=float).ravel() for v in values])
    finite = finite[np.isfinite(finite)]
    low, high = (finite.min(), finite.max()) if finite.size else (0.0, 1.0)
    if is_change:
        high = max(abs(low), abs(high)) or 1.0
        return plt.cm.ScalarMappable(Normalize(-high, high), style.DIVERGING)
    if high - low < 1e-9:
        high = low + 1e-9
    return plt.cm.ScalarMappable(Normalize(low, high), style.SEQUENTIAL)


def draw(axis, values, scale, write, layout, uncertain=()):
    """Tiles coloured by `values` (province → number); None or NaN is grey, numbers of `uncertain`
    provinces are in thin print."""
    for province, (row, column) in layout.items():
        value = values.get(province)
        is_missing = value is None or not np.isfinite(value)
        colour = style.MISSING if is_missing else scale.to_rgba(value)
        axis.add_patch(FancyBboxPatch((column + 0.04, row + 0.04), 0.92, 0.92, linewidth=0,
                                      boxstyle="round,pad=0,rounding_size=0.06",
                                      facecolor=colour, hatch="////" if is_missing else None,
                                      edgecolor="#cfcfcf" if is_missing else colour))
        ink = style.SOFT if is_missing else _ink_on(colour)
        name = "\n".join(textwrap.wrap(province, 13, break_long_words=False))
        axis.text(column + 0.5, row + 0.36, name, ha="center", va="center",
                  fontsize=6.9 if len(province) < 12 else 6.2, color=ink, linespacing=0.95)
        axis.text(column + 0.5, row + 0.72, "–" if is_missing else write(value), ha="center",
                  va="center", color=ink, fontsize=8.2 if province in uncertain else 9,
                  weight="normal" if province in uncertain else "bold",
                  style="italic" if province in uncertain else "normal")
    rows, columns = zip(*layout.values())
    axis.set_xlim(min(columns), max(columns) + 1)
    axis.set_ylim(max(rows) + 1, min(rows))
    axis.set_aspect("equal")
    axis.axis("off")


def _ink_on(colour):
    red, green, blue = colour[:3]
    return "white" if 0.30 * red + 0.59 * green + 0.11 * blue < 0.55 else style.INK


def legend(figure, scale, place, write, remarks):
    """A short colour bar at `place` (left, bottom, width, height), with remarks beside it."""
    axis = figure.add_axes(place)
    bar = figure.colorbar(scale, cax=axis, orientation="horizontal")
    bar.outline.set_visible(False)
    low, high = scale.norm.vmin, scale.norm.vmax
    bar.set_ticks([low, (low + high) / 2.0, high])
    bar.set_ticklabels([write(v) for v in (low, (low + high) / 2.0, high)])
    axis.tick_params(labelsize=8, length=0)
    axis.text(1.10, 0.5, " · ".join(remarks), transform=axis.transAxes, fontsize=8, va="center",
              color=style.SOFT)
