# SPDX-License-Identifier: Apache-2.0
"""Every instrument in a world in which it is strong: mechanism/NAME.yaml.

Mechanism: the outcome that the instrument names moves by the sign that it names, with a 95 % interval
of the paired replicates that excludes zero, and the ledger shows who paid.
Null: at strength 0 every quarter's state is, bit for bit, that of the world without it.
Start: until the quarter before its start so is the state of the strong one.
Scope: restricted to one province, the first quarter that it changes is the same elsewhere in every
outcome and, where that quarter is one of the panel's, for every person; exceptions are mechanisms that
cross borders within the quarter, and CROSSES names them.

    test_instruments.py TANDEM REPOSITORY [INSTRUMENT...]
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import h5py, np, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
WORLDS = pathlib.Path(__file__).parent / "mechanism"
VOCATIONAL = ["secondary_vocational", "technical_school", "higher_vocational", "vocational_bachelor"]
INSIDE = "Jiangsu"
# What crosses the border of a province within the very quarter in which the instrument acts.
COLLEGES = "colleges admit from all provinces in the same market"
CROSSES = {
    "vocational_college_exam": COLLEGES,
    "upgrading_exam": COLLEGES,
    "capacity_expansion": COLLEGES,
    "work_experience_recruitment": COLLEGES,
    "five_year_programme": COLLEGES,
    "secondary_to_bachelor": COLLEGES,
    "comprehensive_high_school": COLLEGES,
    "track_ratio": COLLEGES,
    "results_based_evaluation": COLLEGES,
    "municipal_consortium": "technology that members adopt changes posts in the same market",
    "sector_community": "technology that members adopt changes posts in the same market",
    "information_platform": "seekers look for posts in other provinces in the same market",
    "equal_employment": "seekers look for posts in other provinces in the same market",
    "international_cooperation": "seekers look for posts in other provinces in the same market",
    "skilled_wage_policy": "seekers look for posts in other provinces in the same market",
    "employee_training": "seekers look for posts in other provinces in the same market",
}
PAYERS = {
    "none": set(),
    "central": {"central"},
    "province": {"province"},
    "local": {"province", "city"},
    "government": {"central", "province", "city"},
    "firm": {"firm"},
}
# Firms add to what governments pay, out of their sales; lenders pay out bonds; centres pass on what they get.
BESIDE = {"firm", "rest_of_economy", "lender", "centre"}
# Student's t at 97.5 % by degrees of freedom.
T = {2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 11: 2.201}

POLICIES = {entry["name"]: entry for entry in json.loads(
    subprocess.run([PROGRAM, "describe", "policies", "--model", "vocational", "--json"],
                   capture_output=True, text=True, check=True).stdout)}
NAMES = sys.argv[3:] or sorted(POLICIES)


class World:
    """The world without the instrument against that with it; and, in one replicate with everybody in
    the panel, against that at strength 0 and that inside one province: what must be equal there is
    equal to the bit, so that more replicates would tell no more."""

    def __init__(self, name, folder):
        self.name, self.policy = name, POLICIES[name]
        text = (WORLDS / f"{name}.yaml").read_text(encoding="utf-8")
        text = re.sub(r"^extends: .*$", f"extends: {ROOT / 'scenarios/baseline.yaml'}", text,
                      flags=re.MULTILINE)
        entry = f"  - instrument: {name}\n"
        assert text.count(entry) == 1, f"{name}.yaml has no entry of its own"
        self.start = float_quarter(re.search(rf"{name}\n(?:.*\n)*?    start: (\S+)", text)[1])
        self.folder = folder
        self.write("base", text[:text.index("policies:")])
        self.write("strong", text)
        self.write("null", text.replace(entry, entry + "    strength: 0\n"))
        self.write("inside", self.inside(text, entry))
        self.strong = self.compare("strong")
        self.same = self.compare("null", "inside", "-n", "1", "--panel", "1")

    def write(self, stem, text):
        (self.folder / f"{stem}.yaml").write_text(text, encoding="utf-8")

    def compare(self, *words):
        """The file with the world without the instrument as its first scenario, then those named."""
        stems = [word for word in words if word in ("strong", "null", "inside")]
        out = self.folder / f"{stems[0]}.h5"
        tandem(PROGRAM, "compare", *(self.folder / f"{stem}.yaml" for stem in ["base", *stems]),
               *words[len(stems):], "-q", "-o", out)
        return out

    @staticmethod
    def inside(text, entry):
        """The text with `province` among the entry's `where`."""
        found = re.search(r"    where: \{(.*)\}\n", text)
        if found:
            return text.replace(found[0], f"    where: {{{found[1]}, province: {INSIDE}}}\n")
        return text.replace(entry, entry + f"    where: {{province: {INSIDE}}}\n")


def float_quarter(text):
    return int(text[:4]) + (int(text[5]) - 1) / 4


def labels(file, dimension):
    return [label.decode() for label in file[f"outcomes/{dimension}"][()]]


def headline(file, name):
    """The pooled value of the last four quarters, over scenario and replicate."""
    data = file[f"outcomes/{name}"]
    names = [pathlib.PurePath(data.dims[i][0].name).name for i in range(data.ndim)]
    values = data[()][:, :, -4:]
    base = file.get(f"outcomes/{name}_base")
    weights = base[()][:, :, -4:] if base is not None else None
    if "track" in names and "track" in labels_of(file):
        keep = [labels(file, "track").index(track) for track in VOCATIONAL]
        axis = names.index("track")
        values = values.take(keep, axis)
        weights = weights.take(keep, axis) if weights is not None else None
    axes = tuple(range(2, values.ndim))
    if weights is None:
        return np.nansum(values, axis=axes)
    weights = np.where(np.isnan(values), 0.0, weights)
    return np.nansum(values * weights, axis=axes) / weights.sum(axis=axes)


def labels_of(file):
    return set(file["outcomes"].keys())


class Instruments(unittest.TestCase):
    def test_every_instrument_has_a_world(self):
        self.assertEqual(sorted(POLICIES), sorted(p.stem for p in WORLDS.glob("*.yaml")))

    def test_crossing_is_of_instruments(self):
        self.assertLessEqual(set(CROSSES), set(POLICIES))

    def test_worlds(self):
        for name in NAMES:
            with self.subTest(instrument=name), tempfile.TemporaryDirectory() as folder:
                world = World(name, pathlib.Path(folder))
                with h5py.File(world.strong) as file:
                    self.check_mechanism(world, file)
                    self.check_ledger(world, file)
                    self.check_start(world, file)
                with h5py.File(world.same) as file:
                    self.check_null(file)
                    self.check_scope(world, file)

    def check_mechanism(self, world, file):
        value = headline(file, world.policy["responds"])
        difference = value[1] - value[0]
        n = len(difference)
        mean = difference.mean()
        half = T[n - 1] * difference.std(ddof=1) / n ** 0.5
        print(f"{world.name}: {world.policy['responds']} {value[0].mean():.6g}, "
              f"{mean:+.4g} ± {half:.2g}")
        self.assertGreater(world.policy["sign"] * mean - half, 0.0,
                           f"{world.policy['responds']} is silent")

    def check_ledger(self, world, file):
        ledger = {name: data[()] for name, data in file["ledger"].items()}
        names = file["ledger/payer"].attrs["flag_meanings"].split()
        causes = file["ledger/instrument"].attrs["flag_meanings"].split()
        rows = (ledger["instrument"] == causes.index(world.name)) & (ledger["scenario"] == 1)
        payers = {names[code] for code in np.unique(ledger["payer"][rows])}
        expected = PAYERS[world.policy["payer"]]
        self.assertLessEqual(payers, expected | BESIDE, "payers")
        if expected:
            self.assertTrue(payers & expected, f"nobody of {expected} paid")
            self.assertGreaterEqual(ledger["time"][rows].min(), world.start)
        elif world.policy["payer"] == "none":
            self.assertEqual(payers, set())

    def check_start(self, world, file):
        states = file["state_hash/hash"][()]
        base, strong = states[:2]  # a pilot has its roll-out behind
        before = file["state_hash/time"][()] < world.start
        np.testing.assert_array_equal(strong[:, before], base[:, before], "acts before its start")
        self.assertTrue((strong[:, ~before] != base[:, ~before]).any(), "never acts")

    def check_null(self, file):
        states = file["state_hash/hash"][()]
        np.testing.assert_array_equal(states[1], states[0], "strength 0 changes something")

    def check_scope(self, world, file):
        states = file["state_hash/hash"][()]
        changed = (states[2] != states[0]).any(axis=0)
        self.assertTrue(changed.any(), f"does nothing inside {INSIDE}")
        time = file["state_hash/time"][int(np.argmax(changed))]
        if world.name in CROSSES:
            return
        first = int(np.searchsorted(file["outcomes/time"][()], time))
        outside = [i for i, label in enumerate(labels(file, "region")) if label != INSIDE]
        for name, data in file["outcomes"].items():
            if data.ndim >= 4 and data.dims[3][0].name.endswith("region"):
                values = data[()][:, :, first].take(outside, axis=2)
                np.testing.assert_array_equal(values[2], values[0],
                                              f"{name} outside {INSIDE} in the first quarter")
        self.check_people(file, time)

    def check_people(self, file, time):
        panel = {name: data[()] for name, data in file["panel"].items()}
        at = [(panel["time"] == time) & (panel["scenario"] == scenario) for scenario in (0, 2)]
        if not at[0].any():
            return  # not one of the panel's quarters
        outside = [rows & (panel["region"] != self.region(file)) for rows in at]
        for name, column in panel.items():
            if name != "scenario":
                np.testing.assert_array_equal(column[outside[0]], column[outside[1]],
                                              f"{name} of people outside {INSIDE}")

    @staticmethod
    def region(file):
        return file["panel/region"].attrs["flag_meanings"].split().index(INSIDE)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
