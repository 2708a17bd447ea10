#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How time and memory of the baseline grow with the number of persons, beside the limits set for them.

    scaling.py PROGRAM [--repeats N] [--with-1:50] [--scales 1000,500,…] [--threads N] [--json] [--check]
               [--markdown docs/performance.md]

For each scale first a run that makes the population and its years before the start (spin-up), to which
the limits of seconds belong, then runs that read that state again, the fastest of the repeats; both from
start of the program to written result. Processor seconds add up its threads and tell more where others use the
machine too; memory is the most that was resident in any run. Persons are those at the start of a
replicate.
--check ends with exit code 6 if a limit is missed; --markdown writes the page as well, to be done where
nothing else runs. Needs no module beyond Python.
"""
import argparse
import json
import math
import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BASELINE = ROOT / "scenarios" / "baseline.yaml"
SCALES = (1000, 500, 200, 100)
# People per agent → most seconds of a replicate on two cores, its start state made anew.
SECONDS = {1000: 6.0, 100: 40.0}
EXPONENT = 1.05
BYTES_PER_PERSON = 48.0


def answer(program, *words):
    done = subprocess.run([program, *words], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit code {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def rows_at_the_start(program, scale):
    """Rows of each table, as --dry-run tells them."""
    said = answer(program, "run", BASELINE, "--scale", f"1:{scale}", "--dry-run", "--json",
                  "-o", "scaling.h5")
    return said["scenarios"][0]["agents"]


def declared_bytes(program, rows):
    """Bytes of all columns that hold one value per person, whichever table they stand in."""
    return sum(table["bytes_per_row"] for table in answer(program, "describe", "agents", "--json")
               if rows.get(table["table"]) == rows["person"])


def one_run(program, scale, threads, folder):
    """Seconds, processor seconds and peak bytes of a run of one replicate."""
    words = [str(program), "run", str(BASELINE), "--scale", f"1:{scale}", "-n", "1", "-q",
             "-j", str(threads), "--force", "-o", str(folder / "scaling.h5")]
    began = time.monotonic()
    process = subprocess.Popen(words, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(words)}: exit code {process.returncode}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def slope(xs, ys):
    """Least-squares slope of y on x; none from fewer than two different x."""
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mean_x) ** 2 for x in xs)
    return sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) / spread if spread else None


def measure(program, scales, repeats, threads):
    found = []
    with tempfile.TemporaryDirectory(prefix="tandem-scaling-") as name:
        for scale in scales:
            rows = rows_at_the_start(program, scale)
            first, *runs = [one_run(program, scale, threads, pathlib.Path(name))
                            for _ in range(1 + repeats)]
            found.append({"scale": scale, "persons": rows["person"],
                          "first_seconds": first[0],
                          "seconds": min(seconds for seconds, _, _ in runs),
                          "processor_seconds": min(busy for _, busy, _ in runs),
                          "peak_bytes": max(peak for _, _, peak in (first, *runs)),
                          "declared_bytes_per_person": declared_bytes(program, rows)})
            print(f"1:{scale}: {first[0]:.2f} s, then {found[-1]['seconds']:.2f} s",
                  file=sys.stderr)
    return found


def verdicts(found, threads):
    """(what, value, limit, whether it holds) for each limit that these runs can tell."""
    for run in found:
        if run["scale"] in SECONDS:
            limit = SECONDS[run["scale"]]
            yield (f"seconds of a first run at 1:{run['scale']}, {threads} threads",
                   run["first_seconds"], limit, run["first_seconds"] <= limit)
    span = f"1:{max(r['scale'] for r in found)} to 1:{min(r['scale'] for r in found)}"
    for what in ("first_seconds", "seconds", "processor_seconds"):
        logs = [(math.log(run["persons"]), math.log(run[what])) for run in found]
        exponent = slope(*zip(*logs))
        if exponent is not None:
            yield (f"exponent of {what.replace('_', ' ')} in persons, {span}", exponent, EXPONENT,
                   exponent <= EXPONENT)
    declared = found[-1]["declared_bytes_per_person"]
    yield "declared bytes per person", declared, BYTES_PER_PERSON, declared <= BYTES_PER_PERSON
    added = slope([r["persons"] for r in found], [r["peak_bytes"] for r in found])
    if added is not None:
        yield ("peak memory that each further person adds, bytes", added, BYTES_PER_PERSON,
               added <= BYTES_PER_PERSON)


def print_tables(found, judged):
    print(f"{'scale':>7} {'persons':>12} {'first run':>9} {'seconds':>8} {'processor':>10} {'µs/person':>10} "
          f"{'peak MB':>8} {'peak bytes/person':>18}")
    for run in found:
        print(f"{'1:' + str(run['scale']):>7} {run['persons']:>12,} "
              f"{run['first_seconds']:>9.2f} {run['seconds']:>8.2f} "
              f"{run['processor_seconds']:>10.2f} "
              f"{1e6 * run['seconds'] / run['persons']:>10.2f} "
              f"{run['peak_bytes'] / 1e6:>8.0f} {run['peak_bytes'] / run['persons']:>18.1f}")
    print()
    for what, value, limit, holds in judged:
        print(f"{what:<62} {value:>7.3f}  at most {limit:<6g} {'holds' if holds else 'MISSED'}")


def processor():
    """What the machine calls its processor."""
    try:
        names = re.findall(r"^model name\s*: (.+)$", pathlib.Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    except OSError:
        names = []
    return " ".join(names[0].split()) if names else platform.processor() or "unknown processor"


def spoken(seconds):
    """Seconds as one says them."""
    if seconds < 90.0:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60.0:.1f} minutes"


def markdown(found, judged, threads, machine, version):
    """The page: the tables, and what they mean on a slower machine."""
    lines = ["# Time and memory", "",
             "Written by `./dev bench scaling --with-1:50 --markdown docs/performance.md`; do not edit.", "",
             f"One replicate of `scenarios/baseline.yaml` by Tandem {version} on {threads} threads, "
             f"{machine}, from start of the program to written result. The first run makes the "
             "population and its years before the start; the next reads that state again.", "",
             "| one agent for | persons | first run, s | next run, s | peak memory, MB |",
             "|---|---|---|---|---|"]
    for run in found:
        lines.append(f"| {run['scale']:,} people | {run['persons']:,} | {run['first_seconds']:.2f} | "
                     f"{run['seconds']:.2f} | {run['peak_bytes'] / 1e6:.0f} |")
    lines += ["", "| limit | measured | at most | held |", "|---|---|---|---|"]
    lines += [f"| {what} | {value:.3f} | {limit:g} | {'yes' if holds else '**no**'} |"
              for what, value, limit, holds in judged]
    by_scale = sorted(found, key=lambda run: -run["scale"])
    low, high = by_scale[0], by_scale[-1]
    lines += ["", "An exponent of one means that twice the persons take twice the time.", "",
              "Where processors are throttled or shared with other work, a run takes as much longer as "
              f"they are slower: at half the speed the first run at 1:{low['scale']:,} takes about "
              f"{spoken(2.0 * low['first_seconds'])} in place of {spoken(low['first_seconds'])}, at a "
              f"quarter {spoken(4.0 * low['first_seconds'])}; at 1:{high['scale']:,} it is "
              f"{spoken(2.0 * high['first_seconds'])} and {spoken(4.0 * high['first_seconds'])} in place of "
              f"{spoken(high['first_seconds'])}. Memory does not change.", ""]
    return "\n".join(lines)


def main(words):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--repeats", type=int, default=1)
    parser.add_argument("--scales", default=",".join(map(str, SCALES)))
    parser.add_argument("--with-1:50", dest="with_50", action="store_true")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--markdown", type=pathlib.Path)
    asked = parser.parse_args(words)
    scales = [int(scale) for scale in asked.scales.split(",")] + ([50] if asked.with_50 else [])
    found = measure(asked.program.resolve(), scales, asked.repeats, asked.threads)
    judged = list(verdicts(found, asked.threads))
    if asked.markdown:
        version = subprocess.run([asked.program.resolve(), "--version"], capture_output=True, text=True,
                                 check=True).stdout.split()[-1]
        asked.markdown.write_text(markdown(found, judged, asked.threads, processor(), version),
                                  encoding="utf-8")
    if asked.json:
        names = ("what", "value", "limit", "holds")
        print(json.dumps({"runs": found, "limits": [dict(zip(names, one)) for one in judged]},
                         indent=2))
    else:
        print_tables(found, judged)
    return 6 if asked.check and not all(holds for *_, holds in judged) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
