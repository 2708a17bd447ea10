# SPDX-License-Identifier: Apache-2.0
"""The contents of a report page, gathered from one result file as plain data for JSON."""

import re
from pathlib import Path

import numpy as np

import criteria
import measures
import style
from read_run import ResultError, headline_labels
from report_page import answer, people, words

ROOT = Path(__file__).resolve().parents[2]
GROUP_DIMENSIONS = ("ses", "hukou", "sex")
LENDER = "lender"
OUTSIDE = "rest_of_economy"
EMPLOYERS = ("school", "centre")
DIGITS = 6  # kept of numbers that are drawn; those of tables are kept whole


def plain(value, digits=None):
    """A float for JSON; None where there is none."""
    value = float(value)
    if not np.isfinite(value):
        return None
    return value if digits is None else float(f"{value:.{digits}g}")


def quad(found, at=(), digits=None):
    return [plain(found[part][at], digits) for part in ("mean", "low", "high", "below")]


def gather(run):
    names = measures.headline_names(run)
    draws = {name: measures.pooled(run, name) for name in names}
    result = {"file": run.path.name, "attributes": attributes(run), "scenarios": scenarios(run),
              "replicates": run.replicates(), "period": period(run),
              "measures": [describe(run, name) for name in names],
              "levels": [[quad(measures.estimate(one)) for one in draws[name]] for name in names],
              "effects": [[quad(measures.estimate(one - draws[name][0]))
                           for one in draws[name][1:]] for name in names],
              "likelihood": [[measures.likelihood(one - draws[name][0])
                              for one in draws[name][1:]] for name in names]}
    result["pooled"] = {dim: [words.both(label) for label in headline_labels(run.outcomes, dim)]
                        for dim, labels in run.outcomes.coords.items()
                        if "headline_labels" in labels.attrs}
    result["series"] = [series(run, name) for name in names]
    result["map"] = [regional(run, name) for name in names]
    result["regions"] = [str(r) for r in run.outcomes["region"].values] \
        if "region" in run.outcomes.dims else []
    result["groups"] = by_group(run)
    result["people"] = people.gather(run)
    result["pilot"] = pilot(run)
    result["ledger"] = ledger(run)
    result["cost"] = cost_effectiveness(run, names, draws)
    result["parameters"] = parameters(run)
    result["validation"] = validation()
    result["sweep"] = None
    result["first"] = next((names.index(n) for n in answer.FIRST if n in names), 0)
    result["missing"] = [group for group in ("ledger", "effects/people", "pilot", "parameters")
                         if group not in run.groups]
    return result


def attributes(run):
    return {name: value if isinstance(value, (int, float, str)) else str(value)
            for name, value in run.attributes.items() if name != "scenario"}


def scenarios(run):
    texts = run.attributes["scenario"].split("\n---\n")
    texts += [""] * (len(run.scenarios) - len(texts))
    titles = run.titles()
    # A title that the base gave too says nothing.
    return [{"label": label, "text": text,
             "title": label if at and title == titles[0] else title}
            for at, (label, title, text) in enumerate(zip(run.scenarios, titles, texts))]


def quarter_text(time):
    return f"{int(time)}Q{int(round(time % 1.0 * 4.0)) + 1}"


def period(run):
    times = run.outcomes["time"].values
    first = times[-min(times.size, measures.HEADLINE_QUARTERS)]
    return {"from": quarter_text(first), "to": quarter_text(times[-1]),
            "years": times.size / 4.0, "start": quarter_text(times[0])}


def is_share(name, symbol):
    """Shares of people or money are told in percentage points; slopes and coefficients as they are."""
    return symbol == "1" and bool(re.search(r"_(share|rate)$|^permeability$|^fidelity$", name))


def describe(run, name):
    about = run.outcomes[name].attrs
    symbol = str(about.get("units", "1"))
    return {"name": name, "title": words.both(name),
            "unit": {"symbol": symbol, **words.unit(symbol)},
            "is_share": is_share(name, symbol),
            "description": str(about.get("description", ""))}


def series(run, name):
    """Levels and paired differences over the quarters in which the measure is due."""
    draws = measures.pooled(run, name, keep=("time",))
    quarters = measures.quarters_due_of(run, name)
    variable = run.outcomes[name]
    due = np.isin(variable["quarter"].values, quarters)
    draws = draws[:, :, due]
    times = variable["time"].values[due]
    level, effect = [], []
    for index, one in enumerate(draws):
        low, high = measures.middle_of(one, axis=0)
        mean = measures.estimate(one, axis=0)["mean"]
        level.append([[plain(v, DIGITS) for v in part] for part in (mean, low, high)])
        if index:
            found = measures.estimate(one - draws[0], axis=0)
            effect.append([[plain(v, DIGITS) for v in found[part]]
                           for part in ("mean", "low", "high")])
    return {"time": [float(t) for t in times], "level": level, "effect": effect}


def regional(run, name):
    if "region" not in run.outcomes[name].dims:
        return None
    draws = measures.pooled(run, name, keep=("region",))
    level = [measures.estimate(one, axis=0) for one in draws]
    effect = [measures.estimate(one - draws[0], axis=0) for one in draws[1:]]
    hidden = measures.few_agents(run, name)
    count = draws.shape[2]
    return {"hidden": [bool(h) for h in hidden],
            "level": [[plain(one["mean"][r], DIGITS) for r in range(count)] for one in level],
            "effect": [[[plain(one[part][r], DIGITS) for part in ("mean", "low", "high")]
                        for r in range(count)] for one in effect]}


def by_group(run):
    """Outcomes that are known by family status, registration or sex."""
    groups = []
    for name, variable in run.outcomes.data_vars.items():
        found = re.fullmatch(rf"(\w+)_by_({'|'.join(GROUP_DIMENSIONS)})", name)
        if not found or found.group(2) not in variable.dims:
            continue
        measure, dimension = found.groups()
        draws = measures.pooled(run, name, keep=(dimension,))
        labels = [str(label) for label in variable[dimension].values]
        symbol = str(variable.attrs.get("units", "1"))
        effect = [measures.estimate(one - draws[0], axis=0) for one in draws[1:]]
        level = [measures.estimate(one, axis=0) for one in draws]
        groups.append({
            "name": measure, "dimension": dimension, "labels": [words.fifth(v) for v in labels],
            "title": words.both(measure), "unit": {"symbol": symbol, **words.unit(symbol)},
            "level": [[quad(one, g) for g in range(len(labels))] for one in level],
            "effect": [[quad(one, g) for g in range(len(labels))] for one in effect]})
    return groups


def pilot(run):
    """The table of /pilot: a row per pilot, a column per variable of one dimension."""
    if "pilot" not in run.groups:
        return None
    data = run.group("pilot")
    columns = {name: variable.values.ravel().tolist()
               for name, variable in [*data.coords.items(), *data.data_vars.items()]
               if variable.ndim <= 1}
    length = max((len(v) for v in columns.values()), default=0)
    kept = {name: v for name, v in columns.items() if len(v) == length}
    return {"columns": list(kept), "rows": [[plain(v) if isinstance(v, float) else v for v in row]
                                            for row in zip(*kept.values())]}


def ledger(run):
    if "ledger" not in run.groups:
        return None
    years = period(run)["years"]
    sums = measures.ledger_sums(run, ["payer", "instrument", "kind"])
    rows, payers = [], {}
    for (payer, instrument, kind), cells in sums.items():
        rows.append({"payer": payer, "instrument": instrument, "kind": kind,
                     "paid": [plain(v) for v in cells.mean(axis=1)]})
        payers[payer] = payers.get(payer, 0) + cells
    net = net_payments(run)
    described = []
    for payer, cells in payers.items():
        entry = {"name": payer, "title": words.both(payer)}
        for prefix, sum_of in (("", cells), ("net_", net.get(payer, 0 * cells))):
            yearly = sum_of / years
            entry[prefix + "level"] = [quad(measures.estimate(one)) for one in yearly]
            entry[prefix + "effect"] = [quad(measures.estimate(one - yearly[0]))
                                        for one in yearly[1:]]
        described.append(entry)
    return {"years": years, "rows": rows, "payers": described}


def net_payments(run):
    """{account: paid less received, yuan of the whole run over scenario and replicate}. Apart are loans
    and what is paid on them, as in public_cost, and what the rest of the economy brings in (taxes,
    sales, pay): it finances a burden and does not lessen it. What schools and centres pay to
    households is work that they buy, like other purchases. The accounts add up to zero."""
    net = {}
    for (payer, payee), cells in measures.ledger_sums(run, ["payer", "payee"]).items():
        if LENDER in (payer, payee) or payer == OUTSIDE:
            continue
        if payer in EMPLOYERS and payee == "household":
            payee = OUTSIDE
        net[payer] = net.get(payer, 0) + cells
        net[payee] = net.get(payee, 0) - cells
    return net


def public_cost_draws(run):
    """Public cost of the whole run over scenario and replicate: present value where the file has it."""
    if "present_public_cost" in run.outcomes:
        cost = run.outcomes["present_public_cost"].isel(time=-1).sum("region")
    elif "public_cost" in run.outcomes:
        cost = run.outcomes["public_cost"].sum(["time", "region"])
    else:
        return None
    values = cost.values.astype(float)
    return values if "scenario" in cost.dims else values[None]


def acceptability(costs, effects, points=25):
    """Share of draws in which worth × effect exceeds cost, over a grid of worths."""
    scale = np.nanmean(np.abs(costs)) / max(np.nanmean(np.abs(effects)), 1e-300)
    worths = np.linspace(0.0, 3.0, points) * scale
    shares = [float(np.mean(worth * effects - costs > 0.0)) for worth in worths]
    return [[plain(w, 4) for w in worths], [round(s, 4) for s in shares]]


def cost_effectiveness(run, names, draws):
    costs = public_cost_draws(run)
    if costs is None or len(run.scenarios) < 2:
        return None
    extra = costs[1:] - costs[0]
    planes = []
    for name in names:
        if name in ("public_cost", "present_public_cost"):
            planes.append(None)
            continue
        effects = draws[name][1:] - draws[name][0]
        planes.append({
            "effect": [[plain(v, DIGITS) for v in one] for one in effects],
            "accept": [acceptability(c, e) if np.any(e) and np.any(c) and np.isfinite(e).all()
                       else None for c, e in zip(extra, effects)]})
    return {"extra": [[plain(v, DIGITS) for v in one] for one in extra], "planes": planes}


def parameters(run):
    if "parameters" not in run.groups:
        return None
    data = run.group("parameters")
    columns = [data["parameter"].values] + [data[name].values for name in
                                            ("value", "unit", "range", "mark", "source",
                                             "description")]
    return [[str(v) for v in row] for row in zip(*columns)]


def validation(folder=ROOT / "docs"):
    """How the checkout's baseline was judged: counts of criteria held, and their tables."""
    tables = []
    for name in ("validation.json", "patterns.json", "population.json"):
        if (folder / name).is_file():
            page, found = criteria.load(folder / name)
            tables += [(page, table) for table in found]
    held = [one for _, table in tables for one in table.held]
    shown = sum(held)
    if not held:
        return {"summary": {"en": "no page of validation was found.", "zh": "没有找到检验页。"},
                "tables": []}
    return {"summary": {
        "en": f"{shown} of {len(held)} criteria of the baseline hold; those that do not are listed below.",
        "zh": f"基准的 {len(held)} 项检验标准中 {shown} 项成立；未成立者列于下文。"},
        "tables": [{"title": table.title, "page": page, "head": [*table.head, "held"],
                    "rows": [[*row, "yes" if one else "no"]
                             for row, one in zip(table.rows, table.held)]}
                   for page, table in tables]}


def check_can_be_reported(run):
    if not measures.headline_names(run):
        raise ResultError(f"{run.path}: no headline measure, nothing to report")
