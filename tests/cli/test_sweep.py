# SPDX-License-Identifier: Apache-2.0
"""tandem sweep and sensitivity as a person would use them: designs whose answer is known, one file that
xarray opens, what is refused, and the commands of the guide.

    test_sweep.py TANDEM REPOSITORY
"""
import csv
import json

import sweep_case
from sweep_case import EXPERIMENT, SweepTest, h5py, np
import xarray as xr


class Designs(SweepTest):
    def test_one_data_set_with_factors_as_coordinates(self):
        self.sweep("out")
        for engine in ("h5netcdf", "netcdf4"):
            with xr.open_dataset(self.folder / "out/collected.h5", engine=engine) as data:
                self.assertEqual(dict(data.wealth_gini.sizes), {"point": 8, "replicate": 5})
                self.assertEqual(data.gini_path.dims, ("point", "replicate", "time"))
                self.assertEqual(data.gini_path.sizes["time"], 12)
                self.assertEqual(data.classes.dims, ("point", "replicate", "wealth_class"))
                self.assertIn("saving_propensity", data.coords)
                self.assertEqual(data.scenario.values[0], "base")
                gini = data.wealth_gini.mean("replicate").groupby("saving_propensity").mean()
                # Chakraborti's model: about 1/2, 0.375, 0.273, 0.176.
                self.assertTrue(np.all(np.diff(gini) < -0.08), gini)
                self.assertTrue(bool(data.present.all()))
                self.assertEqual(float(data.classes.sum("wealth_class").min()), 1000.0)
                np.testing.assert_allclose(data.gini_path.isel(time=slice(-4, None)).mean("time"),
                                           data.wealth_gini)

    def test_members_are_runs(self):
        self.sweep("out")
        run = self.folder / "run.h5"
        self.tandem("run", "base.yaml", "-o", run, "-q", "-n", "2", "--set",
                    "parameters.exchange.saving_propensity=0.25", "--state-cache", "off")
        with h5py.File(run) as single:
            expected = single["outcomes/wealth_gini"][()]
        path = self.collected("out")["gini_path"]  # points: 0 and 1 without saving, 3: 0.25, 10000
        np.testing.assert_array_equal(path[3, :2], expected)

    def test_is_the_same_for_any_threads_and_copied(self):
        self.sweep("one", "-j", "1")
        self.sweep("three", "-j", "3", "--pack")
        self.sweep("serial", "--backend", "serial")
        self.assert_same("one", "three")
        self.assert_same("one", "serial")

    def test_indices_of_ishigami(self):
        file = sweep_case.REPOSITORY / "scenarios/experiments/ishigami_sobol.yaml"
        self.sweep("out", file=file)
        result = json.loads(self.tandem("sensitivity", "out", "--json").stdout)
        measure, = result["measures"]
        self.assertAlmostEqual(measure["mean"], 3.5, delta=0.02)
        self.assertAlmostEqual(measure["variance"], 13.84458794, delta=0.2)
        expected = {"x1": (.31390519, .55758886), "x2": (.44241114, .44241114),
                    "x3": (0.0, .24368366)}
        for factor in measure["factors"]:
            for kind, truth in zip(("first", "total"), expected[factor["name"]]):
                self.assertAlmostEqual(factor[kind]["value"], truth, delta=0.03, msg=factor)
                self.assertLessEqual(factor[kind]["low"], truth)
                self.assertGreaterEqual(factor[kind]["high"], truth)

    def test_noise_is_told_from_effects(self):
        base = sweep_case.REPOSITORY / "scenarios/classic/ishigami.yaml"
        self.write("noisy.yaml", f"extends: {base}\nparameters: {{ishigami.noise: 2}}\n")
        factors = "".join(f"  - path: parameters.ishigami.x{k}\n" for k in (1, 2, 3))
        self.write("noisy_sobol.yaml", f"base: noisy.yaml\nfactors:\n{factors}"
                   "design: {kind: sobol, points: 256}\nreplicates: 4\n"
                   "measures: [{outcome: response, time: 2000Q1}]\n")
        self.sweep("out", file="noisy_sobol.yaml")
        measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
        # A variance of 4 over 4 replicates beside one of 13.84.
        self.assertAlmostEqual(measure["noise_floor"], 1.0 / 14.84, delta=0.012)
        self.assertTrue(any("noise of the replicates" in line for line in measure["words"]))

    def test_screening_finds_what_acts(self):
        factors = "".join(f"  - path: parameters.ishigami.{name}\n" for name in
                          ("x1", "x2", "x3", "noise"))
        self.write("morris.yaml", f"base: {sweep_case.REPOSITORY}/scenarios/classic/ishigami.yaml\n"
                   f"factors:\n{factors}design: {{kind: morris, points: 60, seed: 4}}\n")
        self.write("inert.yaml", (self.folder / "morris.yaml").read_text().replace(
            "  - path: parameters.ishigami.noise\n",
            "  - {path: parameters.ishigami.noise, values: [0, 1.0e-9]}\n"))
        self.sweep("out", file="inert.yaml")
        measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
        effects = {f["name"]: f for f in measure["factors"]}
        self.assertLess(effects["noise"]["mu_star"]["value"], 1e-6)
        for name in ("x1", "x2", "x3"):
            self.assertGreater(effects[name]["mu_star"]["low"], 0.5)
        self.assertLess(abs(effects["x3"]["mu"]), effects["x3"]["mu_star"]["value"])
        self.assertIn("sigma", self.tandem("sensitivity", "out").stdout)

    def test_a_negative_index_is_put_in_words(self):
        factors = "".join(f"  - path: parameters.ishigami.x{k}\n" for k in (1, 2, 3))
        for seed in range(1, 20):
            self.write("few.yaml", f"base: {sweep_case.REPOSITORY}/scenarios/classic/ishigami.yaml\n"
                       f"factors:\n{factors}design: {{kind: sobol, points: 16, seed: {seed}}}\n")
            self.sweep("out", "--force", file="few.yaml")
            measure, = json.loads(self.tandem("sensitivity", "out", "--json").stdout)["measures"]
            negative = [f["name"] for f in measure["factors"] if f["first"]["value"] < 0]
            said = " ".join(measure["words"])
            self.assertEqual(bool(negative), "cannot be negative" in said, said)
            if negative:
                return
        self.fail("no index came out negative in 19 designs of 16 points")


class Refuses(SweepTest):
    def test_to_replace_results(self):
        self.sweep("out")
        self.assertIn("--resume", self.sweep("out", code=4).stderr)
        before = self.rows("out")
        self.assertIn("nothing to run", self.tandem("sweep", "saving.yaml", "-o", "out",
                                                    "--resume").stderr)
        self.assertEqual(self.rows("out"), before)
        self.sweep("out", "--force")
        self.file.write_text(EXPERIMENT.replace("name: gini_path", "name: path"))
        self.assertIn("other measures", self.sweep("out", "--resume", code=3).stderr)

    def test_a_wrong_file(self):
        self.file.write_text(EXPERIMENT.replace("saving_propensity", "saving_propensty"))
        said = self.sweep("out", code=3).stderr
        self.assertIn("saving.yaml:5:12: unknown path", said)
        self.assertIn("Did you mean 'parameters.exchange.saving_propensity'?", said)
        self.assertFalse((self.folder / "out").exists())
        self.assertIn("saving_propensty", self.tandem("validate", "saving.yaml", code=3).stderr)

    def test_wrong_words(self):
        self.tandem("sweep", code=2)
        self.sweep("out", "--shard", "4/3", code=2)
        self.sweep("out", "--shard", "1/3", "--force", code=2)
        self.sweep("out", "--time-limit", "soon", code=2)
        self.sweep("out", "--executor", "cloud", code=2)
        self.sweep("out", "--collect", code=4)
        self.tandem("sweep", "none.yaml", code=4)
        self.tandem("sensitivity", "none", code=4)
        self.sweep("out")
        self.assertIn("both together", self.tandem("sensitivity", "out").stdout)

    def test_dry_run_leaves_nothing(self):
        said = self.tandem("sweep", "saving.yaml", "-o", "out", "--dry-run").stdout
        self.assertIn("8 points (factorial)", said)
        self.assertIn("40 members of 12 quarters", said)
        self.assertFalse((self.folder / "out").exists())


class Shipped(SweepTest):
    def test_schema_is_draft_7_and_knows_the_keys(self):
        schema = json.loads(self.tandem("schema", "experiment").stdout)
        self.assertEqual(schema["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertEqual(schema["required"], ["base"])
        self.assertIn("sobol", schema["properties"]["design"]["properties"]["kind"]["enum"])

    def test_experiments_are_valid(self):
        files = sorted((sweep_case.REPOSITORY / "scenarios/experiments").glob("*.yaml"))
        self.assertGreater(len(files), 2)
        self.tandem("validate", *files)

    def test_design_is_a_table(self):
        self.sweep("out")
        with open(self.folder / "out/design.csv", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 8)
        self.assertEqual(rows[3]["saving_propensity"], "0.25")
        self.assertEqual(rows[3]["initial_money"], "10000")


class Guide(SweepTest):
    def test_its_commands_run(self):
        commands = sweep_case.guide_commands("sweeps.md", "", self.folder)
        self.assertGreater(len(commands), 5)
        for words in commands:
            with self.subTest(command=words):
                self.assertEqual(words[0], "tandem", "not the program")
                self.tandem(*words[1:])

    def test_the_cluster_guide_begins_on_one_machine(self):
        for words in sweep_case.guide_commands("cluster.md", "One machine", self.folder):
            self.tandem(*words[1:])
        self.assertTrue((self.folder / "results/laptop/collected.h5").exists())


if __name__ == "__main__":
    sweep_case.main()
