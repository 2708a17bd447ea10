#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# What must not stand in the code because results would differ between machines or runs, words that
# do not belong there, and sources that are cited but not listed.
import re
import unittest

from tree import FILES, TreeTest, cpp_files, text_of, with_suffix

# Pattern → why not.
NOT_IN_THE_ENGINE = {
    r"std::(uniform_\w+|normal_distribution|bernoulli_distribution|\w+_distribution)":
        "distributions differ between standard libraries",
    r"std::(mt19937\w*|minstd_rand\w*|ranlux\w+|default_random_engine|random_device)":
        "random numbers come from sim/random",
    r"std::(random_)?shuffle\b|std::ranges::shuffle|std::sample\b":
        "orders differ between standard libraries",
    r"(?<![\w.:>])s?rand\s*\(": "random numbers come from sim/random",
    r"#\s*include\s*<random>": "random numbers come from sim/random",
    r"std::(transform_)?reduce\s*\(": "the order of the sum is not fixed; use Executor::reduce",
    r"std::execution::": "parallel loops go through sim/parallel",
    r"#\s*include\s*<unordered_": "iteration order differs between libraries",
    r"std::unordered_": "iteration order differs between libraries",
    r"std::hash\b": "values differ between libraries",
    r"(?<!\w)(setlocale|std::locale::global)\s*\(": "global mutable state",
}
# (file, pattern) → why it is right there.
EXCEPTIONS = {}

# Word patterns that no text of the project may hold. Parentheses keep this file clean.
NOT_ANYWHERE = [r"/(wor)k/", r"/(roo)t/", r"/(hom)e/[a-z]", r"\b(FIXM)E\b", r"\b(XX)X\b",
                r"\b(HAC)K\b", r"\b(TOD)O\b(?!\(#\d+\))"]
NOT_IN_CODE = [r"(?i)not (yet )?(implemente)d", r"(?i)\b(placeholde)r\b", r"(?i)\b(stu)b\b",
               r"(?i)\b(dumm)y\b"]
TEXT = (".cpp", ".hpp", ".py", ".sh", ".md", ".yaml", ".cmake", ".txt", ".bib", ".R", ".json")

COMMENT = re.compile(r"//[^\n]*")


def hits(name, text, pattern):
    for match in re.finditer(pattern, text):
        yield f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group(0)!r}"


class Sources(TreeTest):
    def test_nothing_that_differs_between_machines(self):
        files = cpp_files(["sim", "models"])
        self.assert_finds_files(files)
        wrong = []
        for name in files:
            code = COMMENT.sub("", text_of(name))
            for pattern, why in NOT_IN_THE_ENGINE.items():
                if (name, pattern) not in EXCEPTIONS:
                    wrong += [f"{hit}: {why}" for hit in hits(name, code, pattern)]
        self.none_of(wrong)

    def test_no_fast_math(self):
        wrong = []
        for name in with_suffix("CMakeLists.txt", ".cmake", "CMakePresets.json"):
            wrong += hits(name, text_of(name), r"-f(fast-math|associative-math)|-Ofast")
        self.none_of(wrong)

    def test_words(self):
        names = [n for n in FILES if n.endswith(TEXT) or n in ("dev", ".ci/run")]
        self.assert_finds_files(names)
        wrong = []
        for name in names:
            patterns = NOT_ANYWHERE + (NOT_IN_CODE if name.endswith((".cpp", ".hpp")) else [])
            for pattern in patterns:
                wrong += hits(name, text_of(name), pattern)
        self.none_of(wrong)

    def test_cited_works_are_listed(self):
        listed = set(re.findall(r"^@\w+\{([^,]+),", text_of("docs/references.bib"), re.MULTILINE))
        self.none_of(
            f"{name}: cited({key!r}) is not in docs/references.bib"
            for name in cpp_files(["sim", "models"])
            for key in re.findall(r'\bcited\(\s*"([^"]*)"', text_of(name)) if key not in listed)

    def test_assert_something(self):
        wrong = []
        for name in cpp_files(["tests"]):
            wrong += hits(name, text_of(name),
                          r"SUCCEED\(\)|(EXPECT|ASSERT)_TRUE\(true\)|\bDISABLED_|GTEST_SKIP\(\)\s*;")
        self.none_of(wrong)


if __name__ == "__main__":
    unittest.main()
