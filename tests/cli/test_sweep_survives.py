# SPDX-License-Identifier: Apache-2.0
"""Sweeps that are stopped, killed, shared out or given too little memory lose and repeat nothing.

    test_sweep_survives.py TANDEM REPOSITORY
"""
import os
import random
import re
import resource
import signal
import subprocess
import time

import sweep_case
from sweep_case import EXPERIMENT, SweepTest, np
import xarray as xr


class Survives(SweepTest):
    def start(self, out, *words):
        return subprocess.Popen([sweep_case.TANDEM, "sweep", "saving.yaml", "-o", out, "-q", *words],
                                cwd=self.folder, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def wait_for(self, out, members, process):
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            try:
                if len(self.rows(out)) >= members:
                    return
            except (OSError, KeyError):
                pass
            time.sleep(0.005)

    def large(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 40"))

    def test_a_file_for_a_look_while_it_runs(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        process = self.start("out", *slow)
        self.wait_for("out", 20, process)
        self.assertIsNone(process.poll(), "it was done before anybody could look")
        self.sweep("out", "--collect", *slow)
        with xr.open_dataset(self.folder / "out/collected.h5") as data:
            present = int(data.present.sum())
            self.assertGreaterEqual(present, 20)
            self.assertEqual(int(data.wealth_gini.notnull().sum()), present)
        process.kill()
        process.communicate()

    def test_a_stop(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        process = self.start("half", *slow)
        self.wait_for("half", 20, process)
        self.assertIsNone(process.poll(), "it was done before it could be stopped")
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 5, said)
        self.assertIn("--resume", said)
        finished = len(self.rows("half"))
        self.assertLess(finished, 320)
        self.sweep("half", "--resume", *slow)
        self.sweep("whole", *slow)
        self.assert_same("half", "whole")
        self.assertEqual(set(self.rows("half").values()), {1})

    def test_kills(self):
        self.large()
        slow = ["--set", "parameters.exchange.rounds_per_quarter=10"]
        before = set()
        kills = 0
        while kills < 12:
            process = self.start("killed", "--resume", *slow)
            self.wait_for("killed", len(before) + random.Random(kills).randrange(1, 25), process)
            done = process.poll() is not None  # where others use the machine too, a look comes late
            process.kill()
            _, said = process.communicate()
            after = set(self.rows("killed"))  # every shard can be read
            self.assertTrue(before <= after, "a finished member was lost")
            before = after
            if done:
                self.assertEqual(process.returncode, 0, said)
                break
            kills += 1
        self.assertGreater(kills, 2, "it was done before it could be killed")
        self.sweep("killed", "--resume", *slow)
        self.assertEqual(set(self.rows("killed").values()), {1})
        self.sweep("whole", *slow)
        self.assert_same("killed", "whole")
        self.assertLessEqual(len(list((self.folder / "killed/shards").glob("*.h5"))), 3)

    def test_shards_are_the_whole(self):
        processes = [self.start("parts", "--shard", f"{k}/3", "-j", "1") for k in (1, 2, 3)]
        for process in processes:
            _, said = process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0, said)
        self.sweep("parts", "--collect")
        self.sweep("whole")
        self.assert_same("parts", "whole")
        self.assertEqual(set(self.rows("parts").values()), {1})
        self.assertEqual(len(list((self.folder / "parts/shards").glob("*.h5"))), 3)

    def test_a_time_limit(self):
        self.large()
        self.sweep("late", "--time-limit", "0.05", "--set",
                   "parameters.exchange.rounds_per_quarter=30", code=5)
        self.assertLess(len(self.rows("late")), 320)

    def test_a_member_that_fails(self):
        self.file.write_text(EXPERIMENT.replace(
            "  - {path: parameters.exchange.initial_money, values: [100, 10000]}",
            "  - {path: parameters.exchange.traders, values: [1000, 100000000]}"))
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
        done = self.sweep("out", "-j", "1", code=1, preexec_fn=little_memory)
        self.assertIn("20 of 40 members failed", done.stderr)
        self.assertEqual(len(self.rows("out")), 20)
        failed = list((self.folder / "out/failed").glob("*.txt"))
        self.assertEqual(len(failed), 20)
        self.assertIn("traders = 100000000", failed[0].read_text())
        self.sweep("out", "--collect")
        self.assertEqual(int(self.collected("out")["present"].sum()), 20)
        self.assertEqual(int(np.isnan(self.collected("out")["wealth_gini"]).sum()), 20)
        fast = self.sweep("fast", "-j", "1", "--fail-fast", code=1, preexec_fn=little_memory)
        self.assertIn("1 of 40 members failed", fast.stderr)

    def test_more_points_later(self):
        self.sweep("out")
        before = set(self.rows("out"))
        self.file.write_text(EXPERIMENT.replace("[0, 0.25, 0.5, 0.75]", "[0, 0.1, 0.5, 0.75]"))
        self.sweep("out", "--resume")
        after = self.rows("out")
        self.assertTrue(before <= set(after))
        self.assertEqual(len(after), 50)
        self.assertEqual(set(after.values()), {1})
        self.sweep("whole")
        self.assert_same("out", "whole")

    def test_ten_thousand_tiny_members(self):
        self.write("many.yaml", "base: base.yaml\nfactors:\n"
                   "  - {path: parameters.exchange.saving_propensity, range: [0, 0.9]}\n"
                   "design: {kind: lhs, points: 10000}\nmeasures: [wealth_gini]\n")
        few = self.peak(1000)
        many = self.peak(10000)
        self.assertLess(many["kilobytes"], few["kilobytes"] + 24_000)
        files = [path for path in (self.folder / "out10000").rglob("*") if path.is_file()]
        self.assertLessEqual(len(files), 4)  # one worker, one shard
        self.assertEqual(len(self.rows("out10000")), 10000)

    def peak(self, members):
        text = (self.folder / "many.yaml").read_text()
        self.write("many.yaml", re.sub(r"points: \d+", f"points: {members}", text))
        out = f"out{members}"
        process = subprocess.Popen([sweep_case.TANDEM, "sweep", "many.yaml", "-o", out, "-q"],
                                   cwd=self.folder)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        self.assertEqual(status, 0)
        return {"kilobytes": usage.ru_maxrss}


if __name__ == "__main__":
    sweep_case.main()
