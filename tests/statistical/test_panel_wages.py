# SPDX-License-Identifier: Apache-2.0
"""R8 on a run: a regression on the panel's formal workers, within province and sector, gives back
the parameters of the wage equation.

    test_panel_wages.py TANDEM REPOSITORY

Wages were set at hire and have followed skill and experience since; who changes firm has found a
gain, and firms choose by what they see of skill, so that the residual depends on who is at work where.
On records without that choice the equation comes back within three standard errors
(tests/unit/vocational/labour/mincer_test.cpp); here the tolerance is three standard errors or 20 % of
the parameter, whichever is more; level premia, which hold at the mean skills of the level, 0.05.
"""
import pathlib
import re
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import h5py, np, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
LEVELS = ["upper_secondary", "associate", "bachelor"]


def text(value):
    return value.decode() if isinstance(value, bytes) else value


class PanelWages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "run.h5"
            tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", "--scale", "1:5000",
                   "--until", "2022Q4", "--panel", "1", "-q", "-o", path)
            with h5py.File(path) as file:
                panel = file["panel"]
                cls.data = {}
                for name in panel:
                    values = panel[name][()]
                    if "flag_labels" in panel[name].attrs:
                        labels = np.array([text(x) for x in panel[name].attrs["flag_labels"]])
                        cls.data[name] = labels[values.astype(int)]
                    else:
                        cls.data[name] = values
                block = file["parameters"]
                at = [text(n) for n in block["parameter"][()]].index("structures.wage_gap")
                # The numbers of the forms stand in the parameter's description alone.
                form, said = (text(block[name][at]) for name in ("value", "description"))
                gap = re.search(rf"\b{form} ([−+]?[0-9.]+[0-9])", said).group(1)
                cls.vocational_gap = float(gap.replace("−", "-"))
                cls.truth = {text(n): float(x) for n, x in
                             zip(block["parameter"][()], block["number"][()])}
        cls.regress()

    @classmethod
    def regress(cls):
        works = cls.data["employment"] == "formal"
        d = {name: values[works] for name, values in cls.data.items()}
        own = d["field_match"] == "own"
        other = (d["field_match"] == "other") & (d["job_level"] != "elementary")
        g, s, x = d["general_skill"], d["specific_skill"], d["experience"]
        has_field = d["field"] != "general"
        columns = {level: d["attainment"] == level for level in LEVELS}
        columns |= {"vocational": np.isin(d["attained"],
                                          ["secondary_vocational", "technical_school"]),
                    "general_skill": g, "specific_skill": s * own, "complementarity": g * s,
                    "experience": x, "experience_squared": x ** 2,
                    "over_education": d["level_match"] == "below",
                    "under_education": d["level_match"] == "above", "field_mismatch": other}
        # Mean skills differ by level, so what the terms of skill take off does too.
        for level in LEVELS:
            columns[f"own field, {level}"] = own & (d["attainment"] == level)
            columns[f"has field, {level}"] = has_field & (d["attainment"] == level)
        cell = np.unique([f"{a}|{b}" for a, b in zip(d["region"], d["sector"])],
                         return_inverse=True)[1]
        count = np.bincount(cell)
        within = {name: values - (np.bincount(cell, values) / count)[cell]
                  for name, values in ((n, np.asarray(v, float)) for n, v in columns.items())}
        within = {name: values for name, values in within.items() if values.std() > 0.0}
        y = np.log(d["wage"])
        y = y - (np.bincount(cell, y) / count)[cell]
        matrix = np.column_stack(list(within.values()))
        found = np.linalg.lstsq(matrix, y, rcond=None)[0]
        rest = y - matrix @ found
        variance = rest @ rest / (len(y) - len(count) - len(found))
        errors = np.sqrt(variance * np.diag(np.linalg.pinv(matrix.T @ matrix)))
        cls.found = dict(zip(within, found))
        cls.error = dict(zip(within, errors))

    def is_near(self, name, truth):
        slack = max(3.0 * self.error[name], 0.2 * abs(truth))
        self.assertAlmostEqual(self.found[name], truth, delta=slack, msg=name)

    def test_prices_of_skill_and_experience_are_the_parameters(self):
        for name in ("general_skill", "specific_skill", "complementarity", "experience",
                     "experience_squared"):
            with self.subTest(name):
                self.is_near(name, self.truth[f"wage.{name}"])

    def test_gaps_of_level_field_and_credential_are_the_parameters(self):
        for name in ("over_education", "under_education", "field_mismatch"):
            with self.subTest(name):
                self.is_near(name, np.log1p(self.truth[f"wage.{name}"]))
        self.is_near("vocational", self.vocational_gap)

    def mean_skill(self, name, level):
        """Of those out of school; specific skill of those who have a field."""
        rows = (self.data["state"] != "enrolled") & (self.data["attainment"] == level)
        if name == "specific_skill":
            rows &= self.data["field"] != "general"
        return self.data[name][rows].mean()

    def test_premia_hold_at_the_mean_skills_of_the_level(self):
        lowest = self.mean_skill("general_skill", "lower_secondary")
        for level in LEVELS:
            general = self.mean_skill("general_skill", level)
            shown = self.found[level] + self.found["general_skill"] * (general - lowest)
            if level != "upper_secondary":
                # (Nearly) everybody has a field, so only the sum of both is known.
                shown += self.found[f"has field, {level}"]
                shown += (self.found["complementarity"] * general
                          * self.mean_skill("specific_skill", level))
            with self.subTest(level):
                self.assertAlmostEqual(shown, np.log1p(self.truth[f"wage.{level}"]), delta=0.05)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
