# SPDX-License-Identifier: Apache-2.0
"""Sweeps by the slurm executor on a cluster of slurmctld and slurmd on this machine: the same bits as the
local executor, also where tasks are cancelled and killed, and the submitting process with them.

    test_slurm.py TANDEM REPOSITORY
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SUPPORT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(SUPPORT / "cli"))
import sweep_case  # noqa: E402
from sweep_case import EXPERIMENT, SweepTest  # noqa: E402

SLOW = ["--set", "parameters.exchange.rounds_per_quarter=60"]


class OnSlurm(SweepTest):
    @classmethod
    def setUpClass(cls):
        cls.cluster = pathlib.Path(tempfile.mkdtemp(prefix="tandem-slurm-"))
        cls.addClassCleanup(shutil.rmtree, cls.cluster, ignore_errors=True)
        begun = subprocess.run([SUPPORT / "support/slurm_start.sh", cls.cluster], text=True,
                               stdout=subprocess.PIPE, check=False)
        if begun.returncode == 77:
            print(begun.stdout)
            sys.exit(77)
        assert begun.returncode == 0, "the cluster did not start"
        cls.addClassCleanup(subprocess.run, [SUPPORT / "support/slurm_stop.sh", cls.cluster],
                            check=False)
        os.environ["SLURM_CONF"] = begun.stdout.strip()

    def on_slurm(self, out, *words, code=0):
        return self.sweep(out, "--executor", "slurm", "--tasks", "4", *words, code=code)

    def start(self, out, *words):
        return subprocess.Popen([sweep_case.TANDEM, "sweep", "saving.yaml", "-o", out, "-q",
                                 "--executor", "slurm", "--tasks", "4", *words], cwd=self.folder,
                                stderr=subprocess.PIPE, text=True)

    def squeue(self, form):
        return subprocess.run(["squeue", "-h", "-r", "-t", "R", "-o", form], text=True,
                              stdout=subprocess.PIPE, check=True).stdout.split()

    def wait_for(self, out, members):
        until = time.monotonic() + 90
        while time.monotonic() < until:
            if len(self.rows(out)) >= members:
                return
            time.sleep(0.02)
        self.fail(f"no {members} members after 90 s")

    def test_gives_the_bits_of_the_local_executor(self):
        self.on_slurm("cluster")
        self.assertEqual(set(self.rows("cluster").values()), {1})
        self.assertEqual(len(self.rows("cluster")), 40)
        self.sweep("local")
        self.assert_same("cluster", "local")
        self.assertEqual(len(list((self.folder / "cluster/shards").glob("*.h5"))), 4)

    def test_loses_and_repeats_nothing(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 25"))
        process = self.start("hurt", *SLOW)
        self.wait_for("hurt", 20)
        array = (self.folder / "hurt/slurm/jobs").read_text().split()[0]
        running = [job for job in self.squeue("%F_%K") if job.startswith(f"{array}_")]
        self.assertGreaterEqual(len(running), 2, running)
        subprocess.run(["scancel", running[0]], check=True)
        # The worker of another task, and who submitted it all.
        task = running[1].split("_")[1]
        workers = [int(entry.name) for entry in pathlib.Path("/proc").iterdir()
                   if entry.name.isdigit() and self.is_worker(entry, task)]
        self.assertEqual(len(workers), 1, workers)
        os.kill(workers[0], signal.SIGKILL)
        process.kill()
        process.communicate()
        self.assertTrue(self.squeue("%F"), "no task goes on by itself")
        before = set(self.rows("hurt"))
        # The first follows what is left of the jobs and names what is missing, the second runs it.
        first = self.tandem_any("sweep", "saving.yaml", "-o", "hurt", "--executor", "slurm",
                                "--tasks", "4", "--resume", *SLOW)
        self.assertEqual(first.returncode, 5, first.stderr)
        self.assertIn("follows job", first.stderr)
        self.assertIn("members are missing", first.stderr)
        self.assertTrue(before <= set(self.rows("hurt")))
        self.on_slurm("hurt", "--resume", *SLOW)
        self.assertEqual(set(self.rows("hurt").values()), {1})
        self.assertEqual(len(self.rows("hurt")), 200)
        self.sweep("local", *SLOW)
        self.assert_same("hurt", "local")

    def is_worker(self, entry, task):
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            folder = os.readlink(entry / "cwd")
        except OSError:
            return False
        return (words[:2] == [sweep_case.TANDEM.encode(), b"sweep"] and
                f"{task}/4".encode() in words and folder == str(self.folder.resolve()))

    def tandem_any(self, *words):
        return subprocess.run([sweep_case.TANDEM, *words], cwd=self.folder, capture_output=True,
                              text=True, timeout=300, check=False)

    def test_the_guide_works(self):
        commands = sweep_case.guide_commands("cluster.md", "Slurm", self.folder)
        self.assertTrue(commands)
        for words in commands:
            self.tandem(*words[1:])
        self.assertTrue((self.folder / "results/slurm/collected.h5").exists())

    def test_cancels_cleanly(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 100"))
        process = self.start("stopped", *SLOW)
        self.wait_for("stopped", 5)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 5, said)
        self.assertIn("jobs cancelled", said)
        self.assertEqual(self.squeue("%i"), [])
        self.assertEqual(set(self.rows("stopped").values()), {1})

    def test_a_task_out_of_time_is_queued_again(self):
        self.on_slurm("timed", "--time-limit", "10m")
        text = (self.folder / "timed/slurm/array.sh").read_text()
        self.assertIn("#SBATCH --time=10\n", text)
        self.assertIn("--signal=B:USR1@", text)
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 30"))
        process = self.start("warned", *SLOW)
        self.wait_for("warned", 10)
        array = (self.folder / "warned/slurm/jobs").read_text().split()[0]
        subprocess.run(["scancel", "--signal=USR1", "--batch", array], check=True)
        _, said = process.communicate(timeout=240)
        self.assertEqual(process.returncode, 0, said)
        self.assertEqual(set(self.rows("warned").values()), {1})
        self.assertEqual(len(self.rows("warned")), 240)

    def test_members_go_on_where_they_were(self):
        self.file.write_text(EXPERIMENT.replace("replicates: 5", "replicates: 1"))
        long = ["--set", "parameters.exchange.rounds_per_quarter=1000"]
        process = self.start("warned", *long)
        kept = self.folder / "warned/checkpoints"
        self.wait_for("warned", 1)
        array = (self.folder / "warned/slurm/jobs").read_text().split()[0]
        subprocess.run(["scancel", "--signal=USR1", "--batch", array], check=True)
        until = time.monotonic() + 60
        while time.monotonic() < until and not (kept.exists() and any(kept.iterdir())):
            time.sleep(0.01)
        self.assertTrue(any(kept.iterdir()), "no member left a checkpoint")
        _, said = process.communicate(timeout=240)
        self.assertEqual(process.returncode, 0, said)
        self.assertFalse(kept.exists())
        logs = "".join(path.read_text() for path in (self.folder / "warned/slurm").glob("*.log"))
        self.assertNotIn("not used", logs)
        self.assertEqual(set(self.rows("warned").values()), {1})
        self.sweep("local", *long)
        self.assert_same("warned", "local")


if __name__ == "__main__":
    sweep_case.main()
