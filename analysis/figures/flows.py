# SPDX-License-Identifier: Apache-2.0
"""Flows as ribbons from left to right: ways into each track, from the outcomes, and from one completed
track to the next, from the panel of persons."""

import numpy as np
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline

import measures
import style
from read_run import ResultError

# Which recorded counts are flows into a track.
WAYS = {"intake": "ordinary seats", "transfers_in": "transfers", "upgrade_entrants": "upgrading",
        "articulation_entrants": "articulated places", "entrants_from_work": "from work",
        "track_changes": "change of track"}
GREY = "#555555"


def entry_flows(run, scenario=None):
    """Entrants of each track by the way they came, people a year: mean of the run and of replicates."""
    index = run.scenarios.index(scenario) if scenario else 0
    ways = {name: words for name, words in WAYS.items() if name in run.outcomes}
    if not ways:
        raise ResultError(f"{run.path}: no outcome counts entrants")
    tracks = [str(t) for t in run.outcomes[next(iter(ways))]["track"].values]
    years = run.outcomes.sizes["time"] / 4.0
    table = np.array([measures.pooled(run, name, keep=("time", "track"))[index].sum(1).mean(0)
                      / years for name in ways]) / 1e6
    return ribbons(table, [(words, GREY) for words in ways.values()],
                   [style.TRACKS[t][:2] for t in tracks], "{:.2f}", "How people come into each track",
                   "Million people a year, by the way in (left) and the track (right); mean of the run "
                   "and of replicates", style.source_line(run, run.titles()[index]))


def completed_tracks(run):
    """Changes of the highest completed track from one yearly record of a person to the next: labels,
    and a table from × to of changes."""
    panel = run.group("panel")
    keys = ["replicate", "birth_city", "birth_time", "number", "time"]
    missing = [name for name in [*keys, "attained"] if name not in panel]
    if missing:
        raise ResultError(f"{run.path}: the panel has no {', '.join(missing)}")
    if "scenario" in panel:
        panel = panel.isel({panel.attrs["dimension"]: np.flatnonzero(panel["scenario"].values == 0)})
    columns = {name: panel[name].values for name in [*keys, "attained"]}
    order = np.lexsort([columns[name] for name in reversed(keys)])
    columns = {name: values[order] for name, values in columns.items()}
    same = np.logical_and.reduce([columns[name][1:] == columns[name][:-1] for name in keys[:-1]])
    before, after = columns["attained"][:-1], columns["attained"][1:]
    changed = same & (before != after)
    labels = [str(label) for label in panel["attained"].attrs["flag_labels"]]
    table = np.zeros((len(labels), len(labels)))
    np.add.at(table, (before[changed].astype(int), after[changed].astype(int)), 1.0)
    return labels, table


def track_flows(run):
    """Which track people complete after which, of the persons that the panel follows in the base."""
    labels, table = completed_tracks(run)
    if not table.any():
        raise ResultError(f"{run.path}: nobody in the panel completes a track")
    told = [style.TRACKS[label][:2] if label in style.TRACKS else (style.words(label), GREY)
            for label in labels]
    rows, columns = np.flatnonzero(table.any(axis=1)), np.flatnonzero(table.any(axis=0))
    shares = 100.0 * table[np.ix_(rows, columns)] / table.sum()
    return ribbons(shares, [told[i] for i in rows], [told[i] for i in columns], "{:.1f} %",
                   "From one track to the next", "Highest completed track before (left) and after "
                   "(right), share of all completions in the panel", style.source_line(run))


def ribbons(table, left, right, form, title, subtitle, source):
    """Nodes are (words, colour); the width of a ribbon is the table's cell."""
    figure, axes = style.canvas(11.5, 7.2)
    axis = axes[0][0]
    gap = 0.028 * table.sum()
    starts, ends = stack(table.sum(1), gap), stack(table.sum(0), gap)
    used_left, used_right = [at for at, _ in starts], [at for at, _ in ends]
    for row, column in np.argwhere(table > 0.0):
        size = table[row, column]
        ribbon(axis, used_left[row], used_right[column], size, right[column][1])
        used_left[row] += size
        used_right[column] += size
    node_labels(axis, starts, left, 0.0, "right", form)
    node_labels(axis, ends, right, 1.0, "left", form)
    axis.set_xlim(-0.36, 1.36)
    axis.set_ylim(max(starts[-1][0] + starts[-1][1], ends[-1][0] + ends[-1][1]) + gap, -gap)
    axis.axis("off")
    style.frame(figure, title, subtitle, source, left=0.02, right=0.98, top=0.88, bottom=0.07)
    return figure


def stack(sizes, gap):
    """(start, size) of nodes one under the other, each with room for its label."""
    places, at = [], 0.0
    for size in sizes:
        places.append((at, float(size)))
        at += max(float(size), 0.6 * gap) + gap
    return places


def ribbon(axis, start, end, size, colour):
    shape = [(0.02, start), (0.5, start), (0.5, end), (0.98, end), (0.98, end + size),
             (0.5, end + size), (0.5, start + size), (0.02, start + size), (0.02, start)]
    codes = [Outline.MOVETO, Outline.CURVE4, Outline.CURVE4, Outline.CURVE4, Outline.LINETO,
             Outline.CURVE4, Outline.CURVE4, Outline.CURVE4, Outline.CLOSEPOLY]
    axis.add_patch(PathPatch(Outline(shape, codes), facecolor=colour, alpha=0.5,
                             edgecolor="white", linewidth=0.5))


def node_labels(axis, places, nodes, x, side, form):
    for (at, size), (words, colour) in zip(places, nodes):
        axis.add_patch(Rectangle((x - 0.02, at), 0.04, size, facecolor=colour, linewidth=0))
        axis.text(x + (-0.04 if side == "right" else 0.04), at + size / 2.0,
                  f"{words}  {form.format(size)}", ha=side, va="center", fontsize=9)
