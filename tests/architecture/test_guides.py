#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The guides work: what they tell the reader to write is put into a copy of the sources, built against
the engine of this build, and their commands are run on the program that comes out.

    test_guides.py BUILD CMAKE [CMake options]

The copy stays in BUILD/guides and only changed files are written, so another run compiles little.
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import unittest

from tree import FILES, ROOT, text_of

BUILD = pathlib.Path(sys.argv[1]).resolve()
CMAKE = sys.argv[2]
OPTIONS = sys.argv[3:]
WORK = BUILD / "guides"
COPY = WORK / "source"
PROGRAM = WORK / "build" / "tandem"
# What the copy holds of the checkout.
COPIED = ("models/", "cmake/", "scenarios/", "tests/unit/CMakeLists.txt")

BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The command's name in the guides.
SPELLED = "build/release/tandem "


def guides():
    return [name for name in FILES if name.startswith("docs/guides/add-")]


def blocks():
    """(guide, language, target, text) of each block of code."""
    for guide in guides():
        for language, target, text in BLOCK.findall(text_of(guide)):
            yield guide, language, target, text


def inserted(old, change, where):
    """`old` with the lines marked + put where the other lines of `change` stand."""
    lines = change.splitlines(keepends=True)
    wrong = [line for line in lines if line[:1] not in ("+", " ")]
    if wrong:
        raise ValueError(f"{where}: neither new nor context: {wrong[0]!r}")
    context = "".join(line[1:] for line in lines if line.startswith(" "))
    if not context or old.count(context) != 1:
        raise ValueError(f"{where}: found {old.count(context)} times, not once:\n{context}")
    return old.replace(context, "".join(line[1:] for line in lines))


def sources_after_reading():
    """Text of every file of the copy, by name."""
    files = {name: text_of(name) for name in FILES if name.startswith(COPIED)}
    new = set()
    for guide, language, target, text in blocks():
        if language == "diff":
            files[target] = inserted(files[target], text, f"{guide}, {target}")
        elif target:
            if target in files:
                raise ValueError(f"{guide}: {target} exists already")
            files[target] = text
            new.add(target)
    files["CMakeLists.txt"] = text_of("tests/architecture/guides/CMakeLists.txt")
    return files, new


def write_changes(files):
    for path in [p for p in COPY.rglob("*") if p.is_file()]:
        if str(path.relative_to(COPY)) not in files:
            path.unlink()
    for name, text in files.items():
        path = COPY / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def call(words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True,
                          check=False, **options)
    if done.returncode != 0:
        raise AssertionError(f"{shlex.join(map(str, words))}: exit code {done.returncode}\n"
                             f"{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done.stdout


def tandem(*words):
    return call([PROGRAM, *words], cwd=COPY)


def described(what):
    return json.loads(tandem("describe", what, "--json"))


def run(name, *more):
    """Headline measures of a small run, by name."""
    said = json.loads(tandem("run", f"scenarios/{name}.yaml", "--scale", "1:50000", "--until",
                             "2024Q4", "-q", "--json", "--force", "-o", WORK / "run.h5", *more))
    return {measure["name"]: measure["mean"] for measure in said["measures"]}


def in_words(files, lines, statements):
    """As the list of guides puts it; a single line needs no second word."""
    parts = [f"{number(files)} file{'s' * (files > 1)}"] if files else []
    if lines == 1:
        parts.append("one line")
    elif lines:
        parts.append(f"{number(statements)} declaration{'s' * (statements > 1)}, {number(lines)} lines")
    return " and ".join(parts)


def number(count):
    return ("no", "one", "two", "three", "four", "five", "six")[count]


class Guides(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        files, cls.new = sources_after_reading()
        write_changes(files)
        tests = ";".join(sorted(name for name in cls.new if name.startswith("tests/")))
        call([CMAKE, "-G", "Ninja", "-S", COPY, "-B", WORK / "build", f"-DTANDEM_BUILD={BUILD}",
              f"-DGUIDE_TESTS={tests}", *OPTIONS])
        call([CMAKE, "--build", WORK / "build"],
             env={**os.environ, "CCACHE_BASEDIR": str(WORK), "CCACHE_NOHASHDIR": "1"})

    def test_each_guide_has_code_and_commands(self):
        for guide in guides():
            languages = [language for name, language, *_ in blocks() if name == guide]
            self.assertIn("sh", languages, guide)
            self.assertGreater(len(languages), 1, guide)

    def test_the_list_of_guides_is_complete(self):
        listed = re.findall(r"\((add-[a-z-]+\.md)\)", text_of("docs/guides/README.md"))
        self.assertEqual(sorted(f"docs/guides/{name}" for name in listed), guides())

    def test_additions_cost_what_is_claimed(self):
        """New files, and new lines in old ones with the declarations or statements they make up; tests
        and scenarios are counted apart. The list of guides says the same."""
        cost = {guide: {"files": 0, "lines": 0, "statements": 0} for guide in guides()}
        for guide, language, target, text in blocks():
            if not target or target.startswith(("tests/", "scenarios/")):
                continue
            if language == "diff":
                added = re.findall(r"^\+.*$", text, re.MULTILINE)
                cost[guide]["lines"] += len(added)
                cost[guide]["statements"] += sum(line.endswith(";") for line in added)
            else:
                cost[guide]["files"] += 1
        said = dict(re.findall(r"\((add-[a-z-]+\.md)\) \| (.*?) \|", text_of("docs/guides/README.md")))
        for guide, counted in cost.items():
            with self.subTest(guide):
                self.assertEqual(said[guide.rpartition("/")[2]], in_words(**counted))

    def test_their_tests_pass(self):
        call([WORK / "build" / "guide_tests"])

    def test_their_commands_run(self):
        for guide, language, _, text in blocks():
            for line in text.splitlines() if language == "sh" else ():
                with self.subTest(guide=guide, line=line):
                    self.assertTrue(line.startswith(SPELLED))
                    words = shlex.split(line.removeprefix(SPELLED))
                    writes = ["-q", "-o", WORK / "run.h5"] if words[0] in ("run", "compare") else []
                    tandem(*words, *writes)

    def test_additions_are_described(self):
        person = next(t for t in described("agents") if t["table"] == "person")
        self.assertIn("jobless_quarters", [column["name"] for column in person["columns"]])
        for what, name in (("parameters", "labour.idle_skill_loss"), ("schedule", "idle_skill"),
                           ("outputs", "jobless_quarters"), ("policies", "refresher_courses")):
            self.assertIn(f'"{name}"', json.dumps(described(what)), what)

    def test_additions_act(self):
        base = run("baseline")
        self.assertGreater(base["jobless_quarters"], 0.0)
        self.assertNotEqual(run("baseline", "--set", "parameters.labour.idle_skill_loss=0"), base)
        self.assertNotEqual(run("policies/refresher_courses"), base)
        idle = run("policies/refresher_courses", "--set", "policies.refresher_courses.strength=0")
        self.assertEqual(idle, base)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
