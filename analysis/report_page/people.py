# SPDX-License-Identifier: Apache-2.0
"""Winners and losers of a comparison, as the program counted them: who is better off than the same
person under the base."""

import numpy as np

from report_page import words

SHARES = "effects/people/shares"
PARTS = {"gain": "gainer_share", "lose": "loser_share", "net": "net_gainer_share",
         "people": "compared"}
MOST_LABELS = 6  # of a dimension that is drawn; others stand in the table alone
POOREST = ("ses", "1")


def gather(run):
    """Per outcome, alternative and group: mean and ends of the interval of each part."""
    if SHARES not in run.groups:
        return None
    data = run.group(SHARES)
    dimensions = [dim for dim in data.dims if f"gainer_share_by_{dim}" in data]
    groups, columns = [{"dimension": "", "title": words.both("everyone"), "label": words.both(""),
                        "name": "", "is_drawn": True}], [""]
    for dim in dimensions:
        labels = [str(v) for v in data[dim].values]
        for label in labels:
            groups.append({"dimension": dim, "title": words.both(dim), "label": words.fifth(label),
                           "name": label, "is_drawn": len(labels) <= MOST_LABELS})
        columns.append(dim)
    values = {}
    for part, name in PARTS.items():
        ends = [np.concatenate([_with_labels(data, name, dim, end) for dim in columns], axis=2)
                for end in ("", "_low", "_high")]
        values[part] = np.stack(ends, axis=-1)  # [alternative][outcome][group][mean, low, high]
    return {
        "outcomes": [{"name": str(name), "title": words.both(str(name)),
                      "meaning": str(data["outcome_meaning"].values[o])}
                     for o, name in enumerate(data["outcome"].values)],
        "groups": groups,
        "about": str(data.attrs.get("description", "")),
        "values": {part: _plain(found) for part, found in values.items()}}


def _with_labels(data, name, dim, end):
    variable = data[f"{name}_by_{dim}{end}" if dim else f"{name}{end}"]
    values = variable.transpose("scenario", "outcome", *([dim] if dim else [])).values
    return values if dim else values[:, :, None]


def _plain(values):
    return np.where(np.isfinite(values), values, None).tolist()


def lines(result, alternative):
    """A sentence per outcome, in both languages."""
    people = result["people"]
    names = [(group["dimension"], group["name"]) for group in people["groups"]]
    told = {"en": [], "zh": []}
    for o, outcome in enumerate(people["outcomes"]):
        at = {part: values[alternative][o] for part, values in people["values"].items()}
        gain, lose, net = (at[part][0] for part in ("gain", "lose", "net"))
        if gain[0] is None:
            continue
        span = None if net[1] is None else (_points(net[1]), _points(net[2]))
        en = (f"{outcome['title']['en']}, person by person: {_percent(gain[0])} gain, "
              f"{_percent(lose[0])} lose, net {_points(net[0])} points"
              + (f" ({span[0]} to {span[1]})" if span else ""))
        zh = (f"{outcome['title']['zh']}（逐人比较）：受益 {_percent(gain[0])}，受损 {_percent(lose[0])}，"
              f"净 {_points(net[0])} 个百分点" + (f"（{span[0]} 至 {span[1]}）" if span else ""))
        if POOREST in names and at["gain"][names.index(POOREST)][0] is not None:
            poor = names.index(POOREST)
            pair = [_percent(at[part][poor][0]) for part in ("gain", "lose")]
            en += f"; poorest fifth {pair[0]} gain, {pair[1]} lose"
            zh += f"；最低五分之一家庭受益 {pair[0]}，受损 {pair[1]}"
        told["en"].append(en + ".")
        told["zh"].append(zh + "。")
    return told


def _percent(share):
    return f"{100.0 * share:.1f} %"


def _points(share):
    text = f"{100.0 * share:+.1f}"
    return ("0.0" if float(text) == 0.0 else text).replace("-", "\N{MINUS SIGN}")
