#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reports: contents from a made-up file with all groups, and, for a comparison that the program makes
itself, every headline number in figure and page against the program's table, to the printed digit.

    test_report.py TANDEM
"""

import base64
import contextlib
import gzip
import importlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "analysis"), str(ROOT / "tests/support"),
                str(Path(__file__).resolve().parent)]

import h5py  # noqa: E402
import numpy as np  # noqa: E402

import measures  # noqa: E402
import read_run  # noqa: E402
import report  # noqa: E402
import style  # noqa: E402
import synthetic  # noqa: E402
from figures import effects, flows, money  # noqa: E402
from program import tandem  # noqa: E402
from report_page import answer, assets, content, people as people_page, words  # noqa: E402

PROGRAM = None  # set by the command line
HAS_PACKAGES = (assets.PACKAGES / "node_modules/vega/build/vega.min.js").is_file()


def data_of(path):
    text = path.read_text(encoding="utf-8")
    found = re.search(r'<script type="text/plain" id="data">(.*?)</script>', text, re.S)
    return json.loads(gzip.decompress(base64.b64decode(found.group(1))))


def write_report(*arguments):
    shown, hidden = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(hidden):
        code = report.main([str(a) for a in arguments])
    return code, hidden.getvalue()


class Folder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)


class Likelihood(unittest.TestCase):
    def test_terms(self):
        for positive, negative, expected in ((20, 0, "extremely likely"), (5, 0, "likely"),
                                             (200, 0, "virtually certain"),
                                             (19, 1, "very likely"), (3, 2, "about as likely as not"),
                                             (70, 30, "likely")):
            found = measures.likelihood([1.0] * positive + [-1.0] * negative)
            self.assertEqual(found["term"], expected, (positive, negative))
            self.assertAlmostEqual(found["probability"],
                                   (positive + 1) / (positive + negative + 2))
        self.assertIsNone(measures.likelihood([0.0, 0.0]))
        self.assertEqual(measures.likelihood([-1.0, -1.0, 0.0])["agree"], 2.5)
        self.assertEqual(measures.likelihood([-1.0] * 30)["sign"], -1.0)

    def test_every_term_has_a_translation(self):
        for _, term in measures.LIKELIHOOD:
            self.assertIn(term, words.ZH)
        self.assertEqual(words.PAGE["en"].keys(), words.PAGE["zh"].keys())

    def test_numbers_in_words(self):
        self.assertEqual(answer.shown(0.0829, None, True), "+8.29")
        self.assertEqual(answer.shown(-0.5, None, True), "−50.00")
        self.assertEqual(answer.shown(1234.4, None, False), "+1,234")
        self.assertEqual(answer.money(-13.04e9), {"en": "−13.0 billion yuan", "zh": "−130 亿元"})
        self.assertEqual(answer.money(2.5e6)["zh"], "+250 万元")


class MadeUp(Folder):
    """Every group of the contract, known numbers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.path = cls.folder / "small.h5"
        synthetic.small(cls.path)
        cls.result = content.gather(read_run.open_run(cls.path))

    def test_headline_is_weighted_over_vocational_tracks_and_four_quarters(self):
        with h5py.File(self.path) as file:
            rate = file["outcomes/placement_rate"][:, :, -4:, :, 2:6]
            base = file["outcomes/placement_rate_base"][:, :, -4:, :, 2:6]
        expected = (rate * base).sum(axis=(2, 3, 4)) / base.sum(axis=(2, 3, 4))
        at = [m["name"] for m in self.result["measures"]].index("placement_rate")
        np.testing.assert_allclose([q[0] for q in self.result["levels"][at]], expected.mean(axis=1))
        differences = expected[1:] - expected[0]
        np.testing.assert_allclose([q[0] for q in self.result["effects"][at]],
                                   differences.mean(axis=1))
        half = 2.5705818366 * differences.std(axis=1, ddof=1) / np.sqrt(6)
        np.testing.assert_allclose([q[2] for q in self.result["effects"][at]],
                                   differences.mean(axis=1) + half)

    def test_ledger_adds_up(self):
        with h5py.File(self.path) as file:
            ledger = {name: file["ledger"][name][()] for name in
                      ("scenario", "replicate", "payer", "payee", "flow")}
        lender = synthetic.PAYERS.index("lender")
        for entry in self.result["ledger"]["payers"]:
            code = synthetic.PAYERS.index(entry["name"])
            own = (ledger["payer"] == code) & (ledger["scenario"] == 1)
            self.assertEqual(entry["level"][1][0], ledger["flow"][own].sum() / 6 / 2)
            other = (ledger["payee"] == code) & (ledger["scenario"] == 1)
            loans = (ledger["payer"] == lender) | (ledger["payee"] == lender)
            # What a household gets from a school is pay for work.
            pay = (ledger["payer"] == synthetic.PAYERS.index("school")) & (
                entry["name"] == "household")
            net = ledger["flow"][own & ~loans].sum() - ledger["flow"][other & ~loans & ~pay].sum()
            self.assertEqual(entry["net_level"][1][0], net / 6 / 2)
        rows = sum(row["paid"][2] for row in self.result["ledger"]["rows"])
        self.assertAlmostEqual(rows * 6, ledger["flow"][ledger["scenario"] == 2].sum(), places=3)

    def test_blocks_of_the_ledger_do_not_matter(self):
        run = read_run.open_run(self.path)
        whole = measures.ledger_sums(run, ["payer", "kind"])
        parts = measures.ledger_sums(run, ["payer", "kind"], block=777)
        self.assertEqual(whole.keys(), parts.keys())
        for key in whole:
            np.testing.assert_array_equal(whole[key], parts[key])

    def test_people_and_pilot(self):
        with h5py.File(self.path) as file:
            shares = file["effects/people/shares"]
            loses = shares["loser_share_by_hukou"][()]
            net = [shares[f"net_gainer_share{end}"][0, 0] for end in ("", "_low", "_high")]
            poor = shares["gainer_share_by_ses"][0, 1, 0]
        people = self.result["people"]
        self.assertEqual([one["name"] for one in people["outcomes"]], ["wage_income", "attainment"])
        at = [g for g, group in enumerate(people["groups"]) if group["dimension"] == "hukou"]
        for alternative in range(2):
            for outcome in range(2):
                self.assertEqual([people["values"]["lose"][alternative][outcome][g][0] for g in at],
                                 loses[alternative, outcome].tolist())
        self.assertEqual(people["values"]["net"][0][0][0], net)
        self.assertEqual([group["is_drawn"] for group in people["groups"] if group["dimension"] in
                          ("", "region")], [True] + [False] * 31)
        for lang, said in (("en", f"poorest fifth {100 * poor:.1f} % gain"),
                           ("zh", f"最低五分之一家庭受益 {100 * poor:.1f} %")):
            text = " ".join(answer.whom(self.result, 0)[lang])
            self.assertIn(said, text)
            self.assertNotIn(words.PAGE[lang]["no_people"], text)
            self.assertIn(f"{100 * net[0]:+.1f}".replace("-", "\N{MINUS SIGN}"), text)
        self.assertEqual(self.result["pilot"]["columns"][0], "region")
        self.assertCountEqual(self.result["pilot"]["columns"][1:],
                         ["start", "pilot_estimate", "paired_truth", "rollout_effect"])
        self.assertEqual(len(self.result["pilot"]["rows"]), 31)
        self.assertEqual(self.result["missing"], ["parameters"])

    def test_people_whom_nobody_can_compare(self):
        odd = self.folder / "odd.h5"
        writer = synthetic.Writer(odd, scenarios=2, replicates=2, years=1)
        writer.ratio("placement_rate")
        writer.people(["attainment"])
        for name in ("gainer_share", "loser_share", "net_gainer_share"):
            for end in ("", "_low", "_high"):
                writer.file[f"effects/people/shares/{name}{end}"][...] = np.nan
        writer.close()
        result = content.gather(read_run.open_run(odd))
        self.assertEqual(result["people"]["values"]["gain"][0][0][0], [None] * 3)
        self.assertEqual(people_page.lines(result, 0), {"en": [], "zh": []})

    def test_absent_groups_are_named(self):
        bare = self.folder / "bare.h5"
        writer = synthetic.Writer(bare, scenarios=2, replicates=3, years=2)
        writer.ratio("placement_rate")
        writer.public_cost()
        writer.close()
        result = content.gather(read_run.open_run(bare))
        self.assertEqual(result["missing"], ["ledger", "effects/people", "pilot", "parameters"])
        for parts in answer.answers(result):
            self.assertIn("no count of gainers", " ".join(parts["whom"]["en"]))
            self.assertIn("no ledger", " ".join(parts["cost"]["en"]))

    def test_a_single_scenario_is_told_by_its_levels(self):
        one = self.folder / "one.h5"
        writer = synthetic.Writer(one, scenarios=1, replicates=3, years=2)
        writer.ratio("placement_rate")
        writer.ledger(100)
        writer.close()
        result = content.gather(read_run.open_run(one))
        parts, = answer.answers(result)
        value = measures.number(100.0 * round(result["levels"][0][0][0], 4))
        self.assertIn(f"Placement rate: {value} per cent", parts["changes"]["en"][0])
        self.assertIn(" yuan a year, less what the others pay it", " ".join(parts["cost"]["en"]))

    def test_a_partial_result_is_called_so(self):
        partial = {**self.result, "attributes": {**self.result["attributes"], "status": "partial"}}
        self.assertIn("has not finished", answer.sure(partial)["en"][0])
        self.assertNotIn("has not finished", " ".join(answer.sure(self.result)["en"]))

    def test_flows_between_tracks_are_the_panels(self):
        path = self.folder / "panel.h5"
        with h5py.File(path, "w") as file:
            group = file.create_group("panel")
            group.attrs["dimension"] = "event"
            group.create_dataset("event", shape=(6,), dtype=np.uint8)
            group["event"].make_scale("This is a netCDF dimension but not a netCDF variable.")
            # Two persons of one city and quarter; the second's records are out of order.
            for name, values in {"replicate": [0] * 6, "birth_city": [1] * 6, "birth_time": [2005.0] * 6,
                                 "number": [1, 1, 1, 2, 2, 2],
                                 "time": [2022.75, 2023.75, 2024.75, 2024.75, 2022.75, 2023.75],
                                 "attained": [1, 1, 2, 3, 1, 2]}.items():
                group[name] = np.array(values)
                group[name].dims[0].attach_scale(group["event"])
            group["attained"].attrs.create("flag_labels", ["below", "lower", "college", "bachelor"],
                                           dtype=synthetic.TEXT)
        run = read_run.Run(path, {"status": "complete"}, None, ["panel"])
        labels, table = flows.completed_tracks(run)
        self.assertEqual(labels[1], "lower")
        self.assertEqual({tuple(at): table[tuple(at)] for at in np.argwhere(table)},
                         {(1, 2): 2.0, (2, 3): 1.0})

    def test_acceptability(self):
        worths, shares = content.acceptability(np.array([1.0, 1.0, -1.0]),
                                               np.array([1.0, 0.5, 1.0]))
        self.assertAlmostEqual(shares[0], 1 / 3, places=3)
        self.assertEqual(shares[-1], 1.0)

    @unittest.skipUnless(HAS_PACKAGES, "npm packages are missing: ./dev web")
    def test_page_is_one_closed_file(self):
        out = self.folder / "page.html"
        code, said = write_report(self.path, "-o", out, "--lang", "zh")
        self.assertEqual((code, said), (0, ""))
        text = out.read_text(encoding="utf-8")
        self.assertIn("default-src 'none'", text)
        self.assertIn('<html lang="zh-CN">', text)
        without_scripts = re.sub(r"<script.*?</script>|<pre.*?</pre>", "", text, flags=re.S)
        self.assertNotRegex(without_scripts, r"(?:src|href)\s*=\s*[\"'](?!data:|#)")
        self.assertNotRegex(text, r"@[A-Z]+@<")
        for library in ("vega 6", "vega-lite 6", "vega-embed 7"):
            self.assertIn(library, without_scripts, "its licence")
        self.assertEqual(data_of(out)["lang"], "zh")

    def test_says_what_is_missing(self):
        with mock.patch.object(assets, "PACKAGES", self.folder):
            code, said = write_report(self.path, "-o", self.folder / "none.html")
        self.assertEqual(code, 4)
        self.assertIn("vega, vega-lite, vega-embed are missing (run './dev web'", said)
        self.assertFalse((self.folder / "none.html").exists())

    def test_every_script_has_help(self):
        for name in ("report", "plot_trajectories", "compare_scenarios", "plot_sensitivity",
                     "plot_calibration"):
            done = subprocess.run([sys.executable, "-B", ROOT / f"analysis/{name}.py", "--help"],
                                  capture_output=True, text=True, check=True)
            self.assertIn("usage:", done.stdout)


class AgainstTheProgram(Folder):
    """The program's table is read as text; figure and page must say the same."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.path = cls.folder / "compare.h5"
        base = ROOT / "scenarios/baseline.yaml"
        alternatives = [ROOT / f"scenarios/policies/{name}.yaml"
                        for name in ("track_ratio", "vocational_college_exam")]
        done = tandem(PROGRAM, "compare", base, *alternatives, "--scale", "1:20000", "-n", "3",
                      "--until", "2026Q2", "-o", cls.path)
        cls.tables = parse_tables(done.stdout)
        cls.run_ = read_run.open_run(cls.path)

    def test_table_was_read(self):
        self.assertEqual(list(self.tables), ["track_ratio", "vocational_college_exam"])
        self.assertGreater(len(self.tables["track_ratio"]), 25)

    def test_forest_says_what_the_table_says(self):
        drawn = []
        with mock.patch.object(style, "frame", lambda figure, *a, **k: drawn.append(figure)):
            effects.forest(self.run_)
        found = {}
        for axis in drawn[0].axes:
            names = [label.get_text() for label in axis.get_yticklabels()]
            texts = [t.get_text() for t in axis.texts if "(" in t.get_text() and ")" in t.get_text()
                     and t.get_text()[0] in "+−0123456789–"]
            for at, name in enumerate(names):
                found[name] = texts[2 * at:2 * at + 2]
        for index, table in enumerate(self.tables.values()):
            for name, row in table.items():
                expected = style.minus(f"{row['difference']}  ({row['interval']})")
                self.assertEqual(found[effects.words_of(name)][index], expected, name)

    def test_page_and_words_say_what_the_table_says(self):
        result = content.gather(self.run_)
        for a, table in enumerate(self.tables.values()):
            for m, measure in enumerate(result["measures"]):
                row = table[measure["name"]]
                effect = result["effects"][m][a]
                self.assertEqual(measures.number(result["levels"][m][0][0]), row["base"])
                self.assertEqual(measures.signed(effect[0]), row["difference"])
                self.assertEqual(measures.interval(*[float("nan") if v is None else v
                                                     for v in effect[1:3]]), row["interval"])
                self.assertEqual(f"{100.0 * effect[3]:.0f} %", row["below"])
                sentence = answer.effect_sentence(result, m, a)["en"]
                if "no change" not in sentence and not answer.is_share(result, m):
                    self.assertIn(style.minus(row["difference"]), sentence)

    def test_series_are_the_files_effects(self):
        result = content.gather(self.run_)
        at = [m["name"] for m in result["measures"]].index("wage_gini_national")
        for part, group in enumerate(("difference", "low", "high")):
            own = self.run_.group(f"effects/{group}")["wage_gini_national"].values
            np.testing.assert_allclose(
                np.array([e[part] for e in result["series"][at]["effect"]], dtype=float), own,
                rtol=1e-4, atol=1e-9)

    def test_bars_are_the_ledgers_sums(self):
        found = money.paid(self.run_, 1)
        ledger = self.run_.group("ledger")
        labels = list(ledger["payer"].attrs["flag_labels"])
        own = ledger["scenario"].values == 1
        for payer, parts in found.items():
            mine = own & (ledger["payer"].values == labels.index(payer))
            self.assertAlmostEqual(sum(parts.values()) * 3 / float(ledger["flow"].values[mine].sum()),
                                   1.0, places=12)

    def test_accounts_add_up_to_zero(self):
        net = content.net_payments(self.run_)
        self.assertTrue({"household", "central", "city", "rest_of_economy"} <= net.keys())
        # Taxes do not make a government's burden nothing.
        self.assertTrue((net["city"] > 0).all())
        self.assertTrue((net["household"] > 0).all())
        self.assertFalse(np.any(sum(net.values())))

    def test_all_figures_in_all_formats(self):
        for script in ("plot_trajectories", "compare_scenarios"):
            folder, shown = self.folder / script, io.StringIO()
            with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(io.StringIO()):
                extra = ["--only", "headline", "entry_flows", "equity", "beveridge", "ledger"] \
                    if script == "plot_trajectories" else ["--outcomes", "placement_rate"]
                code = importlib.import_module(script).main(
                    [str(self.path), "-o", str(folder), "--format", "png", "svg", "pdf", *extra])
            paths = [Path(line) for line in shown.getvalue().splitlines()]
            self.assertEqual(code, 0)
            self.assertEqual(len(paths), 15 if script == "plot_trajectories" else 12)
            starts = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}
            for path in paths:
                self.assertTrue(path.read_bytes().startswith(starts[path.suffix]), path)


def parse_tables(text):
    """{alternative: {measure: cells}} from the words that compare prints."""
    tables, current = {}, None
    for line in text.splitlines():
        cells = re.split(r"\s{2,}", line.strip())
        if not line:
            current = None  # what follows is another table
        elif cells[0] == "measure":
            current = tables.setdefault(cells[2].split(" − ")[0], {})
        elif current is not None and len(cells) >= 5:
            current[cells[0]] = dict(zip(("base", "difference", "interval", "below"), cells[1:]))
    return tables


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PROGRAM = sys.argv.pop(1)
    unittest.main()
