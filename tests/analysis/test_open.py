#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens what the program writes with h5py and with xarray by both engines, group by group, and
compares; then the shared reader and the figures.

    test_open.py SAMPLE_RESULT     (the program made from sample_result.cpp)
"""

import contextlib
import importlib
import importlib.util
import io
import math
import shutil
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "analysis"))

import h5py  # noqa: E402
import numpy as np  # noqa: E402
import xarray as xr  # noqa: E402

import read_run  # noqa: E402

PROVINCES = ROOT / "scenarios/data/china/provinces.csv"
SAMPLE_RESULT = None  # set by the command line
ENGINES = ["h5netcdf"]
with contextlib.suppress(ImportError):
    import netCDF4  # noqa: F401

    ENGINES.append("netcdf4")


def group_names(path):
    names = []
    with h5py.File(path, "r") as file:
        file.visititems(lambda name, item: names.append(name)
                        if isinstance(item, h5py.Group) else None)
    return names


def plain(values):
    """Labels as text, numbers as they are."""
    if values.dtype.kind == "O":
        return np.array([v.decode() if isinstance(v, bytes) else v for v in values.ravel()],
                        dtype=object).reshape(values.shape)
    return values


class SampleTest(unittest.TestCase):
    """Has the three kinds of file in a folder of its own."""

    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        for kind in ("run", "compare", "partial"):
            subprocess.run([SAMPLE_RESULT, PROVINCES, cls.folder / f"{kind}.h5", kind], check=True)

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def path(self, kind):
        return self.folder / f"{kind}.h5"


class Layout(SampleTest):
    def test_every_group_opens_with_every_engine(self):
        for kind in ("run", "compare", "partial"):
            for group in group_names(self.path(kind)):
                for engine in ENGINES:
                    with self.subTest(kind=kind, group=group, engine=engine):
                        self.compare_group(self.path(kind), group, engine)

    def compare_group(self, path, group, engine):
        data = xr.open_dataset(path, engine=engine, group=group, mask_and_scale=False)
        with h5py.File(path, "r") as file:
            stored = {name: item for name, item in file[group].items()
                      if isinstance(item, h5py.Dataset)}
            bare = [name for name, item in stored.items()
                    if bytes(item.attrs.get("NAME", b"")).startswith(b"This is a netCDF dim")]
            self.assertEqual(set(data.variables), set(stored) - set(bare))
            for name, variable in data.variables.items():
                self.assertEqual(variable.shape, stored[name].shape)
                np.testing.assert_array_equal(plain(variable.values), plain(stored[name][()]))
                for axis, dim in enumerate(variable.dims):
                    self.assertFalse(dim.startswith("phony"), f"{name} has an unnamed dimension")
                    scale = stored[name].dims[axis] if name not in data.dims else None
                    if scale is not None:
                        self.assertEqual(scale[0].name, f"/{group}/{dim}")
        data.close()

    def test_dimensions_in_order_and_labels_as_text(self):
        for engine in ENGINES:
            data = xr.open_dataset(self.path("compare"), engine=engine, group="outcomes")
            self.assertEqual(data["intake"].dims,
                             ("scenario", "replicate", "time", "region", "track"))
            self.assertEqual(data["region"].values[4], "Inner Mongolia")
            self.assertEqual(list(data["scenario"].values),
                             ["baseline", "practice_centres", "seats"])
            self.assertEqual(data["time"].values[1], 2022.75)
            self.assertEqual((data["year"].values[1], data["quarter"].values[1]), (2022, 4))
            self.assertEqual(data["placement_rate"].attrs["base"], "placement_rate_base")
            self.assertEqual(data["intake"].attrs["units"], "persons")
            self.assertEqual(data["intake"].dtype, np.int64)
            one = data["enrolment"].sel(scenario="seats", region="Tibet", track="higher_vocational")
            self.assertEqual(one.dims, ("replicate", "time"))
            data.close()

    def test_root_says_where_it_is_from(self):
        with h5py.File(self.path("run"), "r") as file:
            self.assertEqual(file.attrs["filetype"], "tandem result")
            self.assertEqual(file.attrs["status"], "complete")
            self.assertEqual(int(file.attrs["seed"]), 2**64 - 1)
            for name in ("format_version", "program_version", "git_commit", "dirty", "scenario",
                         "scenario_hash", "data_hash", "scale", "created", "machine"):
                self.assertIn(name, file.attrs)

    def test_hashes_have_all_64_bits(self):
        index = 2022 * 4 + 2  # 2022Q3, after 20 quarters of spin-up
        for engine in ENGINES:
            data = xr.open_dataset(self.path("run"), engine=engine, group="state_hash")
            self.assertEqual(data["hash"].dtype, np.uint64)
            expected = (0x9E3779B97F4A7C15 * index + 3) % 2**64
            self.assertEqual(int(data["hash"].sel(replicate=3, time=2022.5)), expected)
            data.close()

    def test_table_of_events(self):
        data = xr.open_dataset(self.path("run"), engine="h5netcdf", group="panel")
        self.assertEqual(dict(data.sizes), {"event": 24})
        np.testing.assert_array_equal(data["replicate"].values, np.repeat(np.arange(8), 3))
        self.assertEqual(data["track"].dtype, np.uint8)
        labels = list(data["track"].attrs["flag_labels"])
        self.assertEqual(labels[int(data["track"].values[0])], "secondary_vocational")
        self.assertEqual(data["track"].attrs["flag_meanings"].split(), labels)
        self.assertEqual(data["person"].values[1], 10**12 + 1)
        self.assertTrue(math.isnan(data["employer"].values[0]))
        self.assertEqual(data["employer"].values[1], 300)
        data.close()

    def test_ledger_adds_up_to_the_accounts(self):
        for kind, replicates in (("run", 8), ("compare", 8), ("partial", 4)):
            for engine in ENGINES:
                with self.subTest(kind=kind, engine=engine):
                    self.check_ledger(self.path(kind), engine, replicates)

    def check_ledger(self, path, engine, replicates):
        flows = xr.open_dataset(path, engine=engine, group="ledger")
        accounts = xr.open_dataset(path, engine=engine, group="accounts", mask_and_scale=False)
        names = list(accounts["account"].values)
        self.assertEqual(flows["payer"].attrs["flag_meanings"].split(), names)
        self.assertEqual(flows["kind"].attrs["flag_meanings"], "recurrent capital")
        self.assertEqual(accounts["balance"].dims[-3:], ("replicate", "time", "account"))
        self.assertEqual(accounts["balance"].attrs["units"], "CNY2022")
        self.assertEqual(accounts["balance"].dtype, np.int64)
        for replicate in range(replicates):
            own = flows["replicate"].values == replicate
            if "scenario" in flows:
                own &= flows["scenario"].values == 0
            closing = accounts["balance"].sel(replicate=replicate, time=2035.25)
            if "scenario" in closing.dims:
                closing = closing.isel(scenario=0)
            for code, name in enumerate(names):
                flow = flows["flow"].values[own].astype(np.int64)
                net = (flow[flows["payee"].values[own] == code].sum()
                       - flow[flows["payer"].values[own] == code].sum())
                self.assertEqual(net, int(closing.sel(account=name)))
        flows.close()
        accounts.close()

    def test_partial_file_marks_what_is_missing(self):
        for engine in ENGINES:
            data = xr.open_dataset(self.path("partial"), engine=engine, group="outcomes")
            np.testing.assert_array_equal(data["replicate_complete"].values, [1] * 4 + [0] * 4)
            self.assertTrue(np.isnan(data["enrolment"].values[4:]).all())
            self.assertFalse(np.isnan(data["enrolment"].values[:4]).any())
            data.close()


class Reader(SampleTest):
    def test_counts_add_up_and_ratios_are_weighted(self):
        run = read_run.open_run(self.path("run"))
        with h5py.File(self.path("run"), "r") as file:
            intake = file["outcomes/intake"][()]
            rate = file["outcomes/placement_rate"][()]
            base = file["outcomes/placement_rate_base"][()]
        np.testing.assert_array_equal(read_run.national(run, "intake").values,
                                      intake.sum(axis=(2, 3)))
        got = read_run.national(run, "placement_rate", over=["region"], track=["higher_vocational"])
        expected = ((rate[:, 0, :, 4] * base[:, 0, :, 4]).sum(axis=1)
                    / base[:, 0, :, 4].sum(axis=1))
        np.testing.assert_allclose(got.sel(track="higher_vocational").values[:, 0], expected)
        self.assertTrue(np.isnan(got.values[:, 1]).all(), "not due in the fourth quarter")
        np.testing.assert_array_equal(
            read_run.national(run, "placement_rate_base").values, base.sum(axis=(2, 3)))

    def test_no_mean_of_means(self):
        run = read_run.open_run(self.path("run"))
        with self.assertRaisesRegex(read_run.ResultError, "no outcome 'enrollment'"):
            read_run.national(run, "enrollment")
        run.outcomes["placement_rate"].attrs.pop("base")
        with self.assertRaisesRegex(read_run.ResultError, "neither a count nor a ratio"):
            read_run.wider(run.outcomes, "placement_rate", ["region"])

    def test_partial_is_read_with_a_warning(self):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            run = read_run.open_run(self.path("partial"))
        self.assertIn("4 of 8 replicates", str(caught[0].message))
        self.assertEqual(run.replicates(), 4)
        whole = read_run.open_run(self.path("run"))
        np.testing.assert_array_equal(read_run.national(run, "enrolment").values,
                                      read_run.national(whole, "enrolment").values[:4])
        self.assertEqual(run.group("panel").sizes["event"], 12)

    def test_refuses_other_files_and_versions(self):
        junk = self.folder / "junk.h5"
        junk.write_text("not HDF5")
        other = self.folder / "other.h5"
        shutil.copy(self.path("run"), other)
        with h5py.File(other, "r+") as file:
            file.attrs["format_version"] = "2.0"
        foreign = self.folder / "foreign.h5"
        h5py.File(foreign, "w").close()
        for path, reason in ((junk, "not a result file"), (foreign, "not a result file"),
                             (other, r"version 2\.0 .* version 1\.x"),
                             (self.folder / "none.h5", "no such file")):
            with self.assertRaisesRegex(read_run.ResultError, reason):
                read_run.open_run(path)

    def test_effects(self):
        run = read_run.open_run(self.path("compare"))
        own = read_run.paired_effect(run, "intake", over=[])
        self.assertEqual(list(own["scenario"].values), ["practice_centres", "seats"])
        self.assertTrue((own["low"] <= own["high"]).where(own["low"].notnull(), True).all())
        pooled = read_run.paired_effect(run, "intake")
        np.testing.assert_allclose(pooled["difference"].values,
                                   own["difference"].sum(["region", "track"]).values)

    def test_interval_is_students(self):
        run = read_run.open_run(self.path("compare"))
        pooled = read_run.paired_effect(run, "enrolment")
        values = run.outcomes["enrolment"].sum(["region", "track"]).values
        differences = (values[2] - values[0])[:, 7]
        half = 2.3646242515928 * differences.std(ddof=1) / math.sqrt(8)  # t(0.975) with 7 degrees
        np.testing.assert_allclose(float(pooled["high"][1, 7]), differences.mean() + half)

    def test_quantiles_of_t(self):
        for freedom, expected in ((1, 12.7062047362), (2, 4.30265272975), (19, 2.09302405441),
                                  (500, 1.96471983)):
            self.assertAlmostEqual(read_run.t_quantile(freedom), expected, delta=1e-4 * expected)
        self.assertTrue(math.isnan(read_run.t_quantile(0)))

    def test_cells_with_few_agents_are_not_shown(self):
        run = read_run.open_run(self.path("run"))
        shown = read_run.enough_agents(run, "placement_rate", ["track"],
                                       track=["vocational_bachelor"]).sel(time=2022.5)
        base = run.outcomes["placement_rate_base"].sel(time=2022.5, track="vocational_bachelor")
        agents = base.mean("replicate") / 1000.0
        students = run.outcomes["agents"].sel(time=2022.5, track="vocational_bachelor")
        expected = (agents >= 30) & (students.mean("replicate") >= 30)
        np.testing.assert_array_equal(shown.values, expected.values)
        self.assertFalse(shown.all())


@unittest.skipUnless(importlib.util.find_spec("matplotlib"), "no matplotlib")
class Figures(SampleTest):
    def draw(self, module, *arguments):
        shown, hidden = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(hidden):
            code = importlib.import_module(module).main([str(a) for a in arguments])
        return code, [Path(line) for line in shown.getvalue().splitlines()], hidden.getvalue()

    def test_trajectories(self):
        code, paths, _ = self.draw("plot_trajectories", self.path("run"), "-o", self.folder / "png")
        self.assertEqual(code, 0)
        self.assertEqual(len(paths), 9)  # the sample has no cut by group and no vacancies
        for path in paths:
            self.assertEqual(path.read_bytes()[:4], b"\x89PNG")

    def test_formats_and_choice_of_scenario(self):
        for form, start in (("svg", b"<?xml"), ("pdf", b"%PDF")):
            code, paths, _ = self.draw("plot_trajectories", self.path("compare"), "-o",
                                       self.folder / form, "--format", form, "--only", "intake",
                                       "--scenario", "seats")
            self.assertEqual((code, len(paths)), (0, 1))
            self.assertTrue(paths[0].read_bytes().startswith(start))

    def test_comparison(self):
        code, paths, _ = self.draw("compare_scenarios", self.path("compare"), "-o",
                                   self.folder / "compare")
        self.assertEqual((code, len(paths)), (0, 4))

    def test_errors_are_for_users(self):
        code, paths, words = self.draw("compare_scenarios", self.path("run"), "-o", self.folder)
        self.assertEqual((code, paths), (4, []))
        self.assertIn("only one scenario", words)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    SAMPLE_RESULT = sys.argv.pop(1)
    unittest.main()
