# SPDX-License-Identifier: Apache-2.0
"""Runs that are stopped or killed in the middle, and gone on with on other threads, end with the file
of the straight run; a checkpoint that cannot be used is said, and changes nothing.

    test_checkpoints.py TANDEM REPOSITORY
"""
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "support"))
from program import arrays, contents, differences, h5py, tandem  # noqa: E402

PROGRAM, ROOT = str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve()
BUNDLE = ROOT / "scenarios/bundles/opinions-2022.yaml"
BASE = ROOT / "scenarios/baseline.yaml"
SMALL = ["--scale", "1:50000", "--until", "2024Q4", "--panel", "0.05",
         "--set", "time.spin_up_years=1"]
TOY = """model: boltzmann_wealth
seed: 5
time: {start: 2000Q1, end: 2009Q4, spin_up_years: 1}
scale: 1:1
replicates: 3
parameters: {exchange.traders: 20000, exchange.rounds_per_quarter: 20}
"""


class Checkpoints(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory()
        self.addCleanup(self.temporary.cleanup)
        self.folder = pathlib.Path(self.temporary.name)
        self.draw = random.Random(self.id())
        self.portraits = 0

    def toy(self):
        path = self.folder / "toy.yaml"
        path.write_text(TOY)
        return path

    def left(self, out):
        return sorted(out.parent.glob(out.stem + ".checkpoint.*"))

    def has_portraits(self, out):
        """A run that ended before the other half of its pair left what it made of each person."""
        with h5py.File(out) as file:
            if "effects/people" not in file:
                return
            complete = file["outcomes/replicate_complete"][()]
            gainers = file["effects/people/gainers"][()]
            counted = gainers.reshape(*gainers.shape[:2], -1).min(axis=2) >= 0
            for (s, r) in zip(*complete.nonzero()):
                if not (counted[:, r].all() if s == 0 else counted[s - 1, r]):
                    self.assertTrue((out.parent / f"{out.stem}.checkpoint.{s}-{r}.portrait").exists())
                    self.portraits += 1

    def same(self, a, b):
        self.assertEqual(differences(contents(a), contents(b)), [])

    def straight(self, verb, *words):
        """The result of a run that nobody disturbs, and the seconds it took."""
        out = self.folder / "straight.h5"
        began = time.monotonic()
        tandem(PROGRAM, verb, *words, "-j", "2", "-o", out)
        return out, time.monotonic() - began

    def disturbed(self, out, seconds, which, *words):
        """Begins or goes on, is sent the signal after so many seconds; exit code and stderr."""
        verb = ["resume", out] if out.exists() else words
        process = subprocess.Popen([PROGRAM, *map(str, verb), "-v", "--state-cache", "off"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        until = time.monotonic() + 60
        while not out.exists() and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(which)
        said = process.communicate(timeout=120)[1]
        return process.returncode, said

    def until_done(self, which, longest, verb, *words):
        """Disturbs a job until it is done; the result, how often it was ended before its time and
        how many checkpoints were gone on from."""
        out = self.folder / "pieces.h5"
        ended = found = 0
        while True:
            threads = str(self.draw.choice((1, 2, 3, 5)))
            more = [] if out.exists() else [*words, "-o", out]
            code, said = self.disturbed(out, self.draw.uniform(0.2, 1.0) * longest, which, verb,
                                        *more, "-j", threads)
            found += self.found(said)
            self.assertNotIn("not used", said)
            if code == 0:
                break
            # -SIGTERM: it came before the program could listen.
            self.assertIn(code, (5, -which) if which == signal.SIGTERM else (-which,), said)
            if code == 5:
                self.has_portraits(out)
            ended += 1
            self.assertLess(ended, 60, "it makes no progress")
            if ended > 6:
                longest *= 1.2
        self.assertEqual(self.left(out), [])
        return out, ended, found

    def in_pieces(self, which, longest, verb, *words):
        """The result of a job that was disturbed at least twice and went on from what it had kept.
        How fast the machine is at the moment decides when that is, so waits are tried."""
        for _ in range(12):
            pieces, ended, found = self.until_done(which, longest, verb, *words)
            if ended > 1 and found > 0:
                return pieces
            pieces.unlink()
            longest *= 0.5 if ended < 2 else 1.5
        self.fail("it was never disturbed between its first quarter and its end")

    def found(self, said):
        return sum(int(n) for n in re.findall(r"checkpoints: (\d+) found", said))

    def test_a_bundle_of_policies_with_panel_and_ledger(self):
        words = [BUNDLE, *SMALL, "-n", "3"]
        straight, seconds = self.straight("run", *words)
        with h5py.File(straight) as file:
            self.assertGreater(len(file["ledger/flow"]), 1000)
            self.assertGreater(len(file["panel/event"]), 100)
        pieces = self.in_pieces(signal.SIGTERM, seconds / 2, "run", *words)
        self.same(straight, pieces)

    def test_a_comparison(self):
        words = [BASE, BUNDLE, *SMALL, "-n", "2"]
        straight, seconds = self.straight("compare", *words)
        pieces = self.in_pieces(signal.SIGTERM, seconds / 2, "compare", *words)
        self.same(straight, pieces)
        self.assertIn("effects/difference/intake", contents(pieces))
        for _ in range(12):
            if self.portraits > 0:
                break
            pieces.unlink()
            pieces = self.in_pieces(signal.SIGTERM, seconds / 2, "compare", *words)
            self.same(straight, pieces)
        self.assertGreater(self.portraits, 0, "no stop came between the halves of a pair")

    def test_kills(self):
        """Without warning only what was written every so often is left."""
        straight, seconds = self.straight("run", self.toy())
        pieces = self.in_pieces(signal.SIGKILL, seconds / 2, "run", self.toy(),
                                "--checkpoint-every", "1q")
        found_there = contents(pieces)
        self.assertIn("checkpoint_every: 1q", str(found_there.pop("@scenario")))
        expected = contents(straight)
        expected.pop("@scenario")
        self.assertEqual(differences(expected, found_there), [])

    def test_the_interval_changes_nothing(self):
        straight, _ = self.straight("run", self.toy())
        for interval in ("1q", "3q", "1y"):
            out = self.folder / f"{interval}.h5"
            said = tandem(PROGRAM, "run", self.toy(), "-o", out, "--checkpoint-every", interval,
                          "-v").stderr
            quarters = {"1q": 43, "3q": 14, "1y": 10}[interval]  # of 44, the last one left out
            self.assertIn(f"checkpoints: 0 found, {3 * quarters} written", said)
            self.assertEqual(differences(arrays(straight), arrays(out)), [])
            self.assertEqual(self.left(out), [])

    def stopped(self, name="stopped", *words):
        """A toy run that was stopped in the middle of a replicate, in a folder of its own."""
        out = self.folder / name / "run.h5"
        for limit in range(1, 20):
            done = subprocess.run([PROGRAM, "run", self.toy(), "-o", out, "-j", "1", "-q", "--force",
                                   "--state-cache", "off", "--time-limit", f"{0.02 * limit}",
                                   *words], check=False, capture_output=True, text=True)
            self.assertEqual(done.returncode, 5, done.stderr)
            if self.left(out):
                self.assertIn("of 3 replicates, 1 more begun and kept", done.stderr)
                return out
        self.fail("it never came to the end of a quarter")

    def resumed_copy(self, out, name, damage):
        """Goes on with a copy whose checkpoint was changed; the result and stderr."""
        folder = self.folder / name
        shutil.copytree(out.parent, folder)
        checkpoint = self.left(folder / out.name)[0]
        checkpoint.write_bytes(damage(checkpoint.read_bytes()))
        said = tandem(PROGRAM, "resume", folder / out.name, "-v").stderr
        self.assertEqual(self.left(folder / out.name), [])
        return folder / out.name, checkpoint.name, said

    def test_what_is_damaged_is_said_and_not_used(self):
        straight, _ = self.straight("run", self.toy())
        out = self.stopped()
        result, _, said = self.resumed_copy(out, "whole", lambda whole: whole)
        self.assertEqual(self.found(said), 1)
        self.same(straight, result)
        size = len(self.left(out)[0].read_bytes())
        damages = {"empty": lambda whole: b"", "longer": lambda whole: whole + b"0"}
        cut = self.draw.randrange(size)
        damages["cut"] = lambda whole: whole[:cut]
        for place, at in (("header", self.draw.randrange(48)),
                          ("manifest", self.draw.randrange(size - 2000, size)),
                          ("column", self.draw.randrange(4096, 4096 + 100_000))):
            bit = 1 << self.draw.randrange(8)
            damages[place] = lambda whole, at=at, bit=bit: (
                whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1:])
        for name, damage in damages.items():
            with self.subTest(name):
                result, checkpoint, said = self.resumed_copy(out, name, damage)
                self.assertEqual(self.found(said), 0)
                self.assertRegex(said, f"checkpoint .*{checkpoint}.*not used, replicate \\d begins anew")
                self.same(straight, result)
                shutil.rmtree(result.parent)

    def test_one_of_another_run_is_not_used(self):
        straight, _ = self.straight("run", self.toy())
        out = self.stopped()
        for change, words in (("seed is 6, not 5", ["-s", "6"]),
                              ("scenario has", ["--set", "output.ledger=false"])):
            checkpoint = self.left(self.stopped(words[0], *words))[0]
            result, _, said = self.resumed_copy(out, words[0] + "into",
                                                lambda _, wrong=checkpoint: wrong.read_bytes())
            self.assertIn(f"is of another run: {change}", said)
            self.same(straight, result)

    def test_another_program_begins_anew(self):
        straight, _ = self.straight("run", self.toy())
        out = self.stopped()
        with h5py.File(out, "r+") as file:
            file.attrs["build"] = "of somebody else"
        said = tandem(PROGRAM, "resume", out).stderr
        self.assertIn("was begun by another program (of somebody else)", said)
        self.same(straight, out)

    def test_force_forgets(self):
        out = self.stopped()
        mine = out.parent / "run.checkpoint.notes"
        mine.write_text("not of the program")
        said = tandem(PROGRAM, "run", self.toy(), "-o", out, "--force", "-v").stderr
        self.assertEqual(self.found(said), 0)
        self.assertEqual(self.left(out), [mine])

    def test_members_of_a_sweep(self):
        (self.folder / "sweep.yaml").write_text(
            f"base: {self.toy().name}\nfactors:\n"
            "  - {path: parameters.exchange.saving_propensity, values: [0, 0.5, 0.9]}\n"
            "replicates: 2\nmeasures: [{name: path, outcome: wealth_gini, by: time}]\n")
        whole, pieces = self.folder / "whole", self.folder / "pieces"
        began = time.monotonic()
        subprocess.run([PROGRAM, "sweep", self.folder / "sweep.yaml", "-o", whole, "--pack", "-q"],
                       cwd=self.folder, check=True)
        limit = (time.monotonic() - began) / 6
        found = stops = 0
        while True:
            said = subprocess.run(
                [PROGRAM, "sweep", self.folder / "sweep.yaml", "-o", pieces, "--pack", "-v",
                 "--resume", "-j", str(self.draw.choice((1, 2, 3))), "--time-limit", f"{limit}"],
                cwd=self.folder, capture_output=True, text=True, check=False)
            found += self.found(said.stderr)
            self.assertNotIn("not used", said.stderr)
            if said.returncode == 0:
                break
            self.assertEqual(said.returncode, 5, said.stderr)
            stops += 1
            self.assertLess(stops, 60, "it makes no progress")
            limit *= 1.1 if stops > 6 else 1.0
        self.assertGreater(found, 1)
        self.assertFalse((pieces / "checkpoints").exists())
        with h5py.File(whole / "collected.h5") as a, h5py.File(pieces / "collected.h5") as b:
            for name in ("path", "present"):
                self.assertEqual(a[name][()].tobytes(), b[name][()].tobytes())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
