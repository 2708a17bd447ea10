# SPDX-License-Identifier: Apache-2.0
"""The ledger of a run, read back: flows add up to the balances of every account and quarter, all
accounts to zero, governments' payments to the outcome public_cost; spin-up is there when asked for.

    test_ledger.py TANDEM REPOSITORY
"""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import h5py, np, tandem  # noqa: E402

PROGRAM, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
SMALL = ["--scale", "1:20000", "--until", "2023Q4"]


class Ledger(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        path = pathlib.Path(cls.folder.name) / "run.h5"
        tandem(PROGRAM, "run", ROOT / "scenarios/baseline.yaml", *SMALL, "-q", "-o", path,
               "--set", "output.spin_up=true")
        cls.file = h5py.File(path)
        cls.flows = {name: data[()] for name, data in cls.file["ledger"].items()}
        cls.names = [name.decode() for name in cls.file["accounts/account"][()]]
        cls.times = cls.file["accounts/time"][()]
        cls.balance = cls.file["accounts/balance"][0]

    @classmethod
    def tearDownClass(cls):
        cls.file.close()
        cls.folder.cleanup()

    def code(self, name):
        return self.names.index(name)

    def test_flows_add_up_to_balances(self):
        flow = self.flows["flow"].astype(np.int64)
        self.assertGreater(len(flow), 1000)
        self.assertTrue((flow > 0).all())
        for account, name in enumerate(self.names):
            for quarter, time in enumerate(self.times):
                so_far = self.flows["time"] <= time
                net = (flow[so_far & (self.flows["payee"] == account)].sum()
                       - flow[so_far & (self.flows["payer"] == account)].sum())
                self.assertEqual(net, self.balance[quarter, account], f"{name} in {time}")

    def test_accounts_add_up_to_zero(self):
        np.testing.assert_array_equal(self.balance.sum(axis=1), 0)

    def test_public_cost_is_what_governments_paid(self):
        paid = np.isin(self.flows["payer"], [self.code(n) for n in ("central", "province", "city")])
        cost = np.isin(self.flows["payee"],
                       [self.code(n) for n in ("school", "firm", "household", "centre")])
        for quarter, time in enumerate(self.times):
            rows = paid & cost & (self.flows["time"] == time)
            self.assertEqual(self.flows["flow"][rows].sum(),
                             self.file["outcomes/public_cost"][0, quarter].sum())

    def test_codes_have_labels(self):
        ledger = self.file["ledger"]
        for column in ("region", "payer", "payee", "instrument", "kind"):
            self.assertIn("flag_meanings", ledger[column].attrs)
        self.assertTrue(ledger["instrument"].attrs["flag_meanings"].startswith("none "))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
