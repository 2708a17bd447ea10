# SPDX-License-Identifier: Apache-2.0
"""Who pays: the ledger's flows by payer, the parts of each bar by instrument and kind. The bars add up
to what the accounts paid."""

import numpy as np

import measures
import style

FILLS = [("#0b4a80", None), ("#e0a03c", None), ("#7fb3a6", "//"), ("#8c3b00", "xx"),
         ("#b8559a", "\\\\"), ("#9bbbd4", "++"), ("#4a4a4a", "oo"), ("#c9c27a", "--")]


def paid(run, scenario=0):
    """{payer: {(instrument, kind): yuan in the whole run, mean of replicates}}."""
    found = {}
    for (payer, instrument, kind), cells in measures.ledger_sums(
            run, ["payer", "instrument", "kind"]).items():
        found.setdefault(payer, {})[(instrument, kind)] = float(cells[scenario].mean())
    return found


def part_name(part):
    instrument, kind = part
    return f"{'ordinary business' if instrument == 'none' else style.words(instrument)}, {kind}"


def ledger(run, scenario=None):
    index = run.scenarios.index(scenario) if scenario else 0
    years = run.outcomes.sizes["time"] / 4.0
    payers = paid(run, index)
    parts = sorted({part for payer in payers.values() for part in payer},
                   key=lambda p: (p[0] != "none", p))
    if len(parts) > len(FILLS):  # the smallest share one fill
        size = {p: sum(payer.get(p, 0.0) for payer in payers.values()) for p in parts}
        parts = sorted(parts, key=lambda p: -size[p])
    kept = parts[:len(FILLS) - 1] if len(parts) > len(FILLS) else parts
    height = 2.75 + 0.42 * len(payers)
    figure, axes = style.canvas(11.0, height)
    axis = axes[0][0]
    left = np.zeros(len(payers))
    names = list(payers)
    for part, (colour, hatch) in zip(kept, FILLS):
        values = np.array([payers[name].get(part, 0.0) for name in names]) / years / 1e9
        axis.barh(names, values, left=left, color=colour, hatch=hatch, edgecolor="white",
                  linewidth=0.6, label=part_name(part), height=0.72)
        left = left + values
    rest = np.array([sum(v for part, v in payers[name].items() if part not in kept)
                     for name in names]) / years / 1e9
    if rest.any():
        axis.barh(names, rest, left=left, color=FILLS[-1][0], hatch=FILLS[-1][1],
                  edgecolor="white", label="all other", height=0.72)
        left = left + rest
    for place, total in enumerate(left):
        axis.annotate(measures.number(float(total)), (total, place), xytext=(5, 0),
                      textcoords="offset points", va="center", fontsize=9)
    axis.set_yticks(range(len(names)), [style.words(name) for name in names])
    axis.invert_yaxis()
    axis.set_xlim(0.0, left.max() * 1.12)
    axis.grid(True, axis="x")
    axis.grid(False, axis="y")
    axis.xaxis.set_major_formatter(lambda v, _: f"{v:,.6g}")
    axis.legend(loc="upper left", frameon=False, fontsize=9, ncol=3, borderaxespad=0.0,
                bbox_to_anchor=(0.0, -0.24 / (height - 1.75)))
    style.frame(figure, "Who pays", "Billion yuan of 2022 a year that each account paid out, mean of "
                "the run and of replicates, by instrument and kind",
                style.source_line(run, run.titles()[index]), left=0.15, top=1.0 - 0.85 / height,
                bottom=1.05 / height)
    return figure
