#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Kills sweeps and runs at random moments and counts what is lost: finished members, readable files,
bits.

    kill_sweeps.py TANDEM [--kills N] [--mpi] [--seed S] [--only NAME]

Sweeps of a tiny model are run by one process, by three that share a folder (--shard), and with --mpi
by two ranks of which one is killed. After each kill every shard must be readable and hold every member
that was there before; when a sweep is done at last, no member may have run twice, and the numbers must be
those of a sweep that nobody disturbed. Runs of a few replicates keep checkpoints every quarter, are
killed and gone on with by `resume`; a replicate that the result held must stay there. Prints a table, as
in docs/reliability.md.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

import h5py
import numpy as np

SCENARIO = """model: boltzmann_wealth
seed: 5
time: {start: 2000Q1, end: 2002Q4}
scale: 1:1
parameters: {exchange.traders: 1000, exchange.rounds_per_quarter: 10}
"""
EXPERIMENT = """base: base.yaml
factors: [{path: parameters.exchange.saving_propensity, range: [0, 0.9]}]
design: {kind: lhs, points: 100}
replicates: 4
measures: [wealth_gini, {name: gini_path, outcome: wealth_gini, by: time}]
"""
RUN = """model: boltzmann_wealth
seed: 5
time: {start: 2000Q1, end: 2009Q4, spin_up_years: 1}
scale: 1:1
replicates: 4
parameters: {exchange.traders: 20000, exchange.rounds_per_quarter: 10}
output: {checkpoint_every: 1q}
"""
MPI = {**os.environ, "OMPI_ALLOW_RUN_AS_ROOT": "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM": "1"}


def finished(folder):
    """How often each member was finished; raises OSError if a shard cannot be read."""
    count = {}
    for path in sorted((folder / "shards").glob("*.h5")):
        with h5py.File(path, locking=False) as file:
            done = np.flatnonzero(file["done"][()])
            keys = zip(*(file[name][()][done].tolist()
                         for name in ("inputs_high", "inputs_low", "replicate")))
            for key in keys:
                count[key] = count.get(key, 0) + 1
    return count


def children(process):
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and f"PPid:\t{process.pid}\n" in (entry / "status").read_text():
                found.append(int(entry.name))
        except OSError:
            pass
    return found


class Kind:
    """A way of running a sweep, and what was seen when it was killed."""

    def __init__(self, name, work, tandem, draw):
        self.name, self.work, self.tandem, self.draw = name, work, tandem, draw
        self.kills = self.sweeps = self.lost = self.unreadable = self.repeated = self.wrong = 0

    def command(self, part, parts):
        words = [self.tandem, "sweep", "sweep.yaml", "-o", self.name, "-q", "--resume"]
        if self.name == "ranks":
            return ["mpirun", "--oversubscribe", "-n", "2", *words, "--executor", "mpi"]
        return words + (["--shard", f"{part + 1}/{parts}"] if parts > 1 else [])

    def start(self):
        parts = 3 if self.name == "shards" else 1
        return [subprocess.Popen(self.command(k, parts), cwd=self.work, env=MPI,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for k in range(parts)]

    def kill_once(self, before):
        """Runs on for a random time, kills, and looks at what is there."""
        processes = self.start()
        victim = self.draw.choice(processes)
        time.sleep(self.draw.uniform(0.0, 0.35 if self.name != "ranks" else 0.9))
        was_running = victim.poll() is None
        if was_running and self.name == "ranks":
            ranks = children(victim)
            if ranks:
                os.kill(self.draw.choice(ranks), 9)
            else:
                victim.kill()
        elif was_running:
            victim.kill()
        for process in processes:
            try:
                process.wait(timeout=15 if was_running else None)
            except subprocess.TimeoutExpired:
                process.kill()  # mpirun waits for ever for a rank that died while it was starting
                process.wait()
        self.kills += was_running
        try:
            after = finished(self.work / self.name)
        except OSError:
            self.unreadable += 1
            return before
        self.lost += len(set(before) - set(after))
        return after

    def sweep_until_done(self, reference):
        members = {}
        while len(members) < 400:
            members = self.kill_once(members)
        self.sweeps += 1
        self.repeated += sum(1 for times in members.values() if times > 1)
        subprocess.run([self.tandem, "sweep", "sweep.yaml", "-o", self.name, "-q", "--collect",
                        "--pack"], cwd=self.work, check=True)
        self.wrong += 0 if collected(self.work / self.name) == reference["sweep"] else 1
        subprocess.run(["rm", "-r", self.name], cwd=self.work, check=True)


class Runs:
    """The same for runs with checkpoints: a member is a replicate."""

    def __init__(self, work, tandem, draw, seconds):
        """`seconds` is what a run takes that nobody disturbs."""
        self.name, self.work, self.tandem, self.draw = "run", work, tandem, draw
        self.longest = 0.5 * seconds
        self.out = work / "killed.h5"
        self.kills = self.sweeps = self.lost = self.unreadable = self.repeated = self.wrong = 0

    def kill_once(self, before):
        """Runs on for a random time and kills; the replicates that the result holds, None if the
        run had ended before."""
        words = ["resume", "killed.h5"] if self.out.exists() else ["run", "run.yaml", "-o",
                                                                   "killed.h5"]
        process = subprocess.Popen([self.tandem, *words, "-q", "-j",
                                    str(self.draw.choice((1, 2, 3)))], cwd=self.work,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=self.draw.uniform(0.0, self.longest))
        except subprocess.TimeoutExpired:
            process.kill()
            self.kills += 1
            process.wait()
        if process.returncode == 0:
            return None
        if not self.out.exists():
            return before
        try:
            with h5py.File(self.out, locking=False) as file:
                after = set(np.flatnonzero(file["outcomes/replicate_complete"][()]).tolist())
        except (OSError, KeyError):
            self.unreadable += 1
            return before
        self.lost += len(before - after)
        return after

    def sweep_until_done(self, reference):
        replicates = set()
        while replicates is not None:
            replicates = self.kill_once(replicates)
        self.sweeps += 1
        self.wrong += 0 if result(self.out) == reference["run"] else 1
        self.wrong += len(list(self.work.glob("killed.checkpoint.*")))
        self.out.unlink()


def result(path):
    """The bytes of every number in a result but times spent."""
    found = {}

    def add(name, item):
        if isinstance(item, h5py.Dataset) and item.dtype.kind in "fiu" and "timing" not in name:
            found[name] = item[()].tobytes()
    with h5py.File(path) as file:
        file.visititems(add)
    return found


def collected(folder):
    with h5py.File(folder / "collected.h5") as file:
        return {name: data[()].tobytes() for name, data in file.items()
                if name != "seconds" and data.dtype.kind in "fiu"}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tandem")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--mpi", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="process, shards, ranks or run")
    arguments = parser.parse_args()
    tandem = str(pathlib.Path(arguments.tandem).resolve())
    names = ["process", "shards"] + (["ranks"] if arguments.mpi else [])
    with tempfile.TemporaryDirectory(prefix="tandem-kills-") as folder:
        work = pathlib.Path(folder)
        (work / "base.yaml").write_text(SCENARIO)
        (work / "sweep.yaml").write_text(EXPERIMENT)
        subprocess.run([tandem, "sweep", "sweep.yaml", "-o", "whole", "-q", "--pack"], cwd=work,
                       check=True)
        (work / "run.yaml").write_text(RUN)
        began = time.monotonic()
        subprocess.run([tandem, "run", "run.yaml", "-o", "whole.h5", "-q"], cwd=work, check=True)
        seconds = time.monotonic() - began
        reference = {"sweep": collected(work / "whole"), "run": result(work / "whole.h5")}
        kinds = [Kind(name, work, tandem, random.Random(f"{arguments.seed} {name}"))
                 for name in names]
        kinds.append(Runs(work, tandem, random.Random(f"{arguments.seed} run"), seconds))
        kinds = [kind for kind in kinds if arguments.only in (None, kind.name)]
        while sum(kind.kills for kind in kinds) < arguments.kills:
            min(kinds, key=lambda kind: kind.kills).sweep_until_done(reference)
    print("| by | kills | finished | members lost | run twice | files unreadable | "
          "wrong results |\n| --- | --- | --- | --- | --- | --- | --- |")
    for kind in kinds:
        print(f"| {kind.name} | {kind.kills} | {kind.sweeps} | {kind.lost} | {kind.repeated} | "
              f"{kind.unreadable} | {kind.wrong} |")
    bad = sum(kind.lost + kind.repeated + kind.unreadable + kind.wrong for kind in kinds)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
