# SPDX-License-Identifier: Apache-2.0
"""Sweeps by the mpi executor: the same bits as the local executor on any number of ranks, and nothing
lost or repeated where a rank is killed.

    test_mpi.py TANDEM REPOSITORY
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cli"))
import sweep_case  # noqa: E402
from sweep_case import EXPERIMENT, SweepTest  # noqa: E402

SLOW = ["--set", "parameters.exchange.rounds_per_quarter=30"]

# Open MPI refuses root, and more ranks than cores, unless told.
os.environ.update(OMPI_ALLOW_RUN_AS_ROOT="1", OMPI_ALLOW_RUN_AS_ROOT_CONFIRM="1")


class ByMpi(SweepTest):
    @classmethod
    def setUpClass(cls):
        if shutil.which("mpirun") is None:
            print("skipped: no mpirun")
            sys.exit(77)

    def words(self, ranks, out, *words):
        return ["mpirun", "--oversubscribe", "-n", str(ranks), sweep_case.TANDEM, "sweep",
                "saving.yaml", "-o", out, "--executor", "mpi", *words]

    def by_mpi(self, ranks, out, *words, code=0):
        done = subprocess.run(self.words(ranks, out, *words), cwd=self.folder, text=True,
                              capture_output=True, timeout=200, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def ranks_of(self, process):
        found = []
        for entry in pathlib.Path("/proc").iterdir():
            try:
                if entry.name.isdigit() and f"PPid:\t{process.pid}\n" in (
                        entry / "status").read_text():
                    found.append(int(entry.name))
            except OSError:
                pass
        return found

    def test_gives_the_bits_of_the_local_executor(self):
        self.sweep("local")
        for ranks in (1, 2, 3):
            out = f"ranks{ranks}"
            said = self.by_mpi(ranks, out).stderr
            self.assertIn(f"ran 40 members on {ranks} ranks", said)
            self.assert_same(out, "local")
            self.assertEqual(set(self.rows(out).values()), {1})

    def test_every_rank_works(self):
        self.by_mpi(3, "out", *SLOW)
        shards = sorted(path.name for path in (self.folder / "out/shards").glob("*.h5"))
        self.assertEqual(shards, ["rank-0.h5", "rank-1.h5", "rank-2.h5"])

    def test_loses_and_repeats_nothing_when_a_rank_is_killed(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 20"))
        before = set()
        for kill in range(4):
            process = subprocess.Popen(self.words(2, "hurt", "--resume", "-q", *SLOW),
                                       cwd=self.folder, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            until = time.monotonic() + 60
            while time.monotonic() < until and len(self.rows("hurt")) < len(before) + 8:
                time.sleep(0.01)
            ranks = self.ranks_of(process)
            self.assertEqual(len(ranks), 2, ranks)
            os.kill(random.Random(kill).choice(ranks), signal.SIGKILL)
            self.assertNotEqual(process.wait(timeout=60), 0)
            after = set(self.rows("hurt"))
            self.assertTrue(before <= after)
            before = after
        self.by_mpi(2, "hurt", "--resume", *SLOW)
        self.assertEqual(set(self.rows("hurt").values()), {1})
        self.sweep("local", *SLOW)
        self.assert_same("hurt", "local")

    def test_the_guide_works(self):
        commands = sweep_case.guide_commands("cluster.md", "MPI", self.folder)
        self.assertTrue(commands)
        for words in commands:
            words = [sweep_case.TANDEM if word == "tandem" else word for word in words]
            subprocess.run(words, cwd=self.folder, check=True, capture_output=True, timeout=120)
        self.assertTrue((self.folder / "results/mpi/collected.h5").exists())

    def test_stops_and_refuses_on_all_ranks(self):
        said = self.by_mpi(2, "late", "--time-limit", "0.1", *SLOW, code=5).stderr
        self.assertEqual(said.count("go on with"), 1, said)
        self.by_mpi(2, "late", code=4)


if __name__ == "__main__":
    sweep_case.main()
