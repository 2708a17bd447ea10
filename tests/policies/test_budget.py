# SPDX-License-Identifier: Apache-2.0
"""A budget that policies share: what the payer spends is the budget to the yuan where it binds,
nothing changes where it does not, what is left undone is reported, and the order of the policies does
not matter.

    test_budget.py TANDEM REPOSITORY
"""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, differences, h5py, np, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
WORLD = f"""extends: {ROOT / 'scenarios/baseline.yaml'}
time: {{end: 2024Q2}}
scale: 1:20000
replicates: 2
"""
POLICIES = [
    "  - {instrument: core_capability, start: 2022Q4, central_share: 1}\n",
    "  - {instrument: smart_education_platform, start: 2022Q4}\n",
    "  - {instrument: prestige_campaign, start: 2022Q4, effect: 0.1, yearly_cost: 1e8}\n",
    "  - {instrument: core_capability, label: again, start: 2023Q1, central_share: 0.5}\n",
    "  - {instrument: capacity_expansion, start: 2022Q4, where: {track: technical_school}}\n",
]
NAMES = ["core_capability", "smart_education_platform", "prestige_campaign"]
# Between what is wanted in the first year and in the second.
CEILING = 1_234_567_891


def scenario(budget, policies=POLICIES):
    return WORLD + "policies:\n" + "".join(policies) + budget


FILES = {
    "free": scenario(""),
    "ample": scenario("budget: {payer: central, amount: 1e15}\n"),
    "bound": scenario(f"budget: {{payer: central, amount: {CEILING}}}\n"),
    "turned": scenario(f"budget: [{{payer: central, amount: {CEILING}}}]\n", POLICIES[::-1]),
    "none": scenario("budget: {payer: government, amount: 0}\n"),
}


class Result:
    def __init__(self, path):
        self.data = arrays(path, groups=("outcomes", "accounts", "ledger", "panel", "state_hash"))
        with h5py.File(path) as file:
            self.instruments = list(file["outcomes/instrument"].asstr()[()])
            self.causes = file["ledger/instrument"].attrs["flag_meanings"].split()
            self.accounts = file["ledger/payer"].attrs["flag_meanings"].split()
        self.time = self.data["outcomes/time"]

    def ledger(self, account, instrument=None):
        """Paid by the account for policies, [replicate][quarter]."""
        ledger = {name.split("/")[1]: data for name, data in self.data.items()
                  if name.startswith("ledger/")}
        rows = (ledger["payer"] == self.accounts.index(account)) & (ledger["instrument"] > 0)
        if instrument is not None:
            rows &= ledger["instrument"] == self.causes.index(instrument)
        sums = np.zeros((2, len(self.time)), dtype=np.int64)
        for replicate in range(2):
            for quarter, time in enumerate(self.time):
                at = rows & (ledger["replicate"] == replicate) & (ledger["time"] == time)
                sums[replicate, quarter] = ledger["flow"][at].sum()
        return sums

    def of_instrument(self, what, name):
        return self.data[f"outcomes/{what}_by_instrument"][:, :, self.instruments.index(name)]


class Budget(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.results = {}
        for stem, text in FILES.items():
            path = folder / f"{stem}.yaml"
            path.write_text(text, encoding="utf-8")
            tandem(PROGRAM, "run", path, "-q", "-o", folder / f"{stem}.h5", "--panel", "0.2")
            cls.results[stem] = Result(folder / f"{stem}.h5")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_what_does_not_bind_changes_nothing(self):
        free, ample = (
            {name: data for name, data in self.results[stem].data.items()
             if not name.startswith("state_hash/")} for stem in ("free", "ample"))
        self.assertEqual(differences(free, ample), [])

    def test_what_binds_is_spent_to_the_yuan(self):
        years = [slice(0, 4), slice(4, 8)]
        free, bound = (self.results[stem].ledger("central") for stem in ("free", "bound"))
        binding = 0
        for year in years:
            for replicate in range(2):
                wanted, spent = free[replicate, year].sum(), bound[replicate, year].sum()
                if wanted > CEILING:
                    self.assertEqual(spent, CEILING)
                    binding += 1
                else:
                    self.assertEqual(spent, wanted)
        self.assertGreater(binding, 0)

    def test_what_others_pay_is_not_bound(self):
        free, bound = (self.results[stem].ledger("province", "capacity_expansion")
                       for stem in ("free", "bound"))
        np.testing.assert_array_equal(bound, free)
        self.assertGreater(free.sum(), 0)

    def test_what_is_left_undone_is_reported(self):
        free, bound = self.results["free"], self.results["bound"]
        unpaid = 0
        for name in NAMES:
            # Before the next admission nothing that is left undone changes what is planned.
            for one, other in ((bound.of_instrument("planned", name),
                                free.of_instrument("planned", name)),
                               (bound.of_instrument("spent", name)
                                + bound.of_instrument("unpaid", name),
                                free.of_instrument("spent", name))):
                np.testing.assert_array_equal(one[:, :4], other[:, :4])
            np.testing.assert_array_equal(
                bound.of_instrument("spent", name),
                sum(bound.ledger(payer, name) for payer in ("central", "province", "city")))
            self.assertEqual(free.of_instrument("unpaid", name).sum(), 0)
            unpaid += bound.of_instrument("unpaid", name).sum()
        self.assertGreater(unpaid, 0)
        short = (bound.data["outcomes/unpaid_by_instrument"].sum(axis=2) > 0).all(axis=0)
        self.assertTrue(short.any())
        fidelity = [np.nansum(self.results[stem].data["outcomes/fidelity"]
                              * self.results[stem].data["outcomes/fidelity_base"], axis=2)[:, short]
                    for stem in ("free", "bound")]
        self.assertTrue((fidelity[1] < fidelity[0]).all())

    def test_shares_are_in_proportion(self):
        bound = self.results["bound"]
        short = bound.data["outcomes/unpaid_by_instrument"].sum(axis=2) > 0
        for replicate in range(2):
            for quarter in np.flatnonzero(short[replicate]):
                shares = []
                for name in ("smart_education_platform", "prestige_campaign"):
                    spent = bound.of_instrument("spent", name)[replicate, quarter]
                    wanted = spent + bound.of_instrument("unpaid", name)[replicate, quarter]
                    if wanted > 0:
                        shares.append((spent, wanted))
                for spent, wanted in shares[1:]:
                    first_spent, first_wanted = shares[0]
                    self.assertAlmostEqual(spent / wanted, first_spent / first_wanted, delta=1e-6)

    def test_order_does_not_matter(self):
        bound, turned = (
            {name: data for name, data in self.results[stem].data.items()
             if not name.startswith("state_hash/")} for stem in ("bound", "turned"))
        self.assertEqual(differences(bound, turned), [])

    def test_nothing_to_spend_does_nothing(self):
        none = self.results["none"]
        for payer in ("central", "province", "city"):
            self.assertEqual(none.ledger(payer).sum(), 0)
        self.assertEqual(none.data["outcomes/spent_by_instrument"].sum(), 0)
        self.assertGreater(none.data["outcomes/unpaid_by_instrument"].sum(), 0)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
