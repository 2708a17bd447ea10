# SPDX-License-Identifier: Apache-2.0
"""Writes small and large result files in the documented layout, with made-up numbers: what a test needs
that a quick run does not have."""

import h5py
import numpy as np

REGIONS = ["Beijing", "Tianjin", "Hebei", "Shanxi", "Inner Mongolia", "Liaoning", "Jilin",
           "Heilongjiang", "Shanghai", "Jiangsu", "Zhejiang", "Anhui", "Fujian", "Jiangxi",
           "Shandong", "Henan", "Hubei", "Hunan", "Guangdong", "Guangxi", "Hainan", "Chongqing",
           "Sichuan", "Guizhou", "Yunnan", "Tibet", "Shaanxi", "Gansu", "Qinghai", "Ningxia",
           "Xinjiang"]
TRACKS = ["general_high", "comprehensive_high", "secondary_vocational", "technical_school",
          "higher_vocational", "vocational_bachelor", "applied_bachelor", "academic_bachelor"]
HEADLINE_TRACKS = ["secondary_vocational", "technical_school", "higher_vocational",
                   "vocational_bachelor"]
TEXT = h5py.string_dtype("utf-8")
PAYERS = ["central", "province", "city", "school", "firm", "household", "lender"]


class Writer:
    def __init__(self, path, scenarios, replicates, years=13, seed=1):
        self.file = h5py.File(path, "w")
        self.labels = {"scenario": ["baseline", *(f"policy_{i:02d}" for i in range(1, scenarios))],
                       "replicate": list(range(replicates)), "region": REGIONS, "track": TRACKS,
                       "ses": ["1", "2", "3", "4", "5"], "hukou": ["rural", "urban"],
                       "sex": ["female", "male"]}
        self.time = 2022.5 + np.arange(4 * years) / 4.0
        self.random = np.random.default_rng(seed)
        titles = "\n---\n".join(f"model: vocational\ntitle: Title of {label}"
                                for label in self.labels["scenario"])
        self.file.attrs.update({
            "filetype": "tandem result", "format_version": "1.0", "program_version": "0.0.0",
            "git_commit": "none", "dirty": 0, "command": "compare", "scenario": titles,
            "scenario_hash": "0", "data_hash": "0", "seed": 1, "scale": 1000,
            "created": "2000-01-01T00:00:00Z", "machine": "none", "status": "complete"})

    def group(self, name, dims, **replaced):
        group = self.file.require_group(name)
        for dim in dims:
            if dim in group:
                continue
            if dim == "time":
                group["time"] = self.time
                group["year"] = np.floor(self.time).astype(np.int32)
                group["quarter"] = (self.time % 1.0 * 4.0 + 1.0).astype(np.int32)
            else:
                labels = replaced.get(dim, self.labels.get(dim))
                is_text = isinstance(labels[0], str)
                group.create_dataset(dim, data=labels, dtype=TEXT if is_text else np.int32)
            group[dim].make_scale(dim)
            if dim == "track":
                group[dim].attrs.create("headline_labels", HEADLINE_TRACKS, dtype=TEXT)
        for companion in ("year", "quarter"):
            if companion in group:
                group[companion].dims[0].attach_scale(group["time"])
        return group

    def variable(self, group, name, dims, data, **attributes):
        self.group(group, dims)
        made = self.file[group].create_dataset(name, data=data)
        for axis, dim in enumerate(dims):
            made.dims[axis].attach_scale(self.file[group][dim])
        made.attrs.update({"units": "1", "long_name": name, **attributes})

    def texts(self, group, name, dims, texts):
        self.group(group, dims)
        made = self.file[group].create_dataset(name, data=texts, dtype=TEXT)
        for axis, dim in enumerate(dims):
            made.dims[axis].attach_scale(self.file[group][dim])

    def ratio(self, name, dims=("scenario", "replicate", "time", "region", "track"), headline=True,
              policy_effect=0.01, **attributes):
        """A ratio whose later scenarios lie higher, with its base."""
        shape = [len(self.time) if dim == "time" else len(self.labels[dim]) for dim in dims]
        values = self.random.normal(0.5, 0.02, shape)
        values += policy_effect * np.arange(shape[0]).reshape([-1] + [1] * (len(shape) - 1))
        extra = {"headline": 1} if headline else {}
        self.variable("outcomes", name, dims, values, base=name + "_base", **extra, **attributes)
        base = self.random.integers(50_000, 90_000, shape).astype(np.float64)
        self.variable("outcomes", name + "_base", dims, base, units="persons")

    def public_cost(self):
        dims = ("scenario", "replicate", "time", "region")
        shape = [len(self.time) if dim == "time" else len(self.labels[dim]) for dim in dims]
        values = self.random.integers(10**9, 2 * 10**9, shape)
        self.variable("outcomes", "public_cost", dims, values, units="CNY2022", headline=1)
        there = np.ones(shape[:2], dtype=np.int64)
        self.variable("outcomes", "replicate_complete", dims[:2], there)

    def ledger(self, per_replicate):
        scenarios, replicates = len(self.labels["scenario"]), len(self.labels["replicate"])
        rows = scenarios * replicates * per_replicate
        group = self.file.create_group("ledger")
        group.attrs["dimension"] = "entry"
        columns = {"scenario": (np.repeat(np.arange(scenarios), rows // scenarios),
                                self.labels["scenario"]),
                   "replicate": (np.tile(np.repeat(np.arange(replicates), per_replicate),
                                         scenarios), None),
                   "payer": (self.random.integers(0, len(PAYERS), rows), PAYERS),
                   "payee": (self.random.integers(0, len(PAYERS), rows), PAYERS),
                   "instrument": (self.random.integers(0, 2, rows), ["none", "grants"]),
                   "kind": (self.random.integers(0, 2, rows), ["recurrent", "capital"])}
        # A dimension without coordinate, as the netCDF convention marks it.
        group.create_dataset("entry", shape=(rows,), dtype=np.uint8)
        group["entry"].make_scale("This is a netCDF dimension but not a netCDF variable.")
        for name, (codes, labels) in columns.items():
            made = group.create_dataset(name, data=codes.astype(np.uint8))
            made.dims[0].attach_scale(group["entry"])
            if labels:
                made.attrs["flag_values"] = np.arange(len(labels), dtype=np.uint8)
                made.attrs["flag_meanings"] = " ".join(labels)
                made.attrs.create("flag_labels", labels, dtype=TEXT)
        flow = group.create_dataset("flow", data=self.random.integers(1, 10**7, rows))
        flow.dims[0].attach_scale(group["entry"])
        flow.attrs["units"] = "CNY2022"

    def people(self, outcomes=("wage_income", "attainment")):
        """Shares as the program writes them: of everyone, and by each dimension of groups."""
        alternatives = self.labels["scenario"][1:]
        group = "effects/people/shares"
        for cut in ("", "ses", "hukou", "sex", "region"):
            dims = ("scenario", "outcome") + ((cut,) if cut else ())
            self.group(group, dims, scenario=alternatives, outcome=list(outcomes))
            shape = (len(alternatives), len(outcomes)) + ((len(self.labels[cut]),) if cut else ())
            gain, lose = self.random.uniform(0.1, 0.3, (2, *shape))
            people = self.random.integers(1000, 9000, shape).astype(float)
            for name, values in (("gainer_share", gain), ("loser_share", lose),
                                 ("net_gainer_share", gain - lose), ("compared", people)):
                for end, off in (("", 0.0), ("_low", -0.02), ("_high", 0.02)):
                    self.variable(group, name + (f"_by_{cut}" if cut else "") + end, dims,
                                  values + off)
        self.texts(group, "outcome_meaning", ("outcome",), [f"{name}." for name in outcomes])

    def pilot(self):
        self.group("pilot", ("region",))
        for name in ("start", "pilot_estimate", "paired_truth", "rollout_effect"):
            self.variable("pilot", name, ("region",), self.random.normal(0.0, 1.0, len(REGIONS)))

    def close(self):
        self.file.close()


def small(path):
    """Everything a report knows, small."""
    writer = Writer(path, scenarios=3, replicates=6, years=2)
    for name in ("placement_rate", "permeability"):
        writer.ratio(name)
    for name in ("wage_by_ses", "wage_by_sex"):
        writer.ratio(name, ("scenario", "replicate", "time", name[-3:]), headline=False)
    writer.public_cost()
    writer.ledger(400)
    writer.people()
    writer.pilot()
    writer.close()


def large(path):
    """32 scenarios of 20 replicates, more than a gigabyte, with as many measures as the model has."""
    writer = Writer(path, scenarios=32, replicates=20)
    for index in range(32):
        dims = ("scenario", "replicate", "time", "region") + (("track",) if index < 7 else ())
        writer.ratio("placement_rate" if index == 0 else f"measure_{index:02d}_rate", dims)
    for cut in ("ses", "hukou", "sex"):
        for name in ("wage", "employment_rate", "enrolment", "unemployment_rate", "permeability"):
            writer.ratio(f"{name}_by_{cut}", ("scenario", "replicate", "time", cut), headline=False)
    writer.people()
    writer.public_cost()
    writer.ledger(5000)
    writer.close()
