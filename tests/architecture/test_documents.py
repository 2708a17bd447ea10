#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Links between pages lead somewhere; the bibliography is well formed; decisions are numbered.
import pathlib
import re
import unittest

from tree import FILES, ROOT, TreeTest, text_of, with_suffix

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
ENTRY = re.compile(r"^@\w+\{([^,\s]+),\n(.*?)^\}", re.MULTILINE | re.DOTALL)


class Documents(TreeTest):
    def test_links_lead_somewhere(self):
        wrong = []
        for name in with_suffix(".md"):
            prose = re.sub(r"```.*?```", "", text_of(name), flags=re.DOTALL)
            for target in LINK.findall(prose):
                if re.match(r"[a-z]+:|#", target):
                    continue
                path = (ROOT / name).parent / target.partition("#")[0]
                if not path.exists():
                    wrong.append(f"{name}: nothing at {target}")
        self.none_of(wrong)

    def test_bibliography(self):
        text = text_of("docs/references.bib")
        entries = ENTRY.findall(text)
        self.assertEqual(len(entries), len(re.findall(r"^@", text, re.MULTILINE)))
        keys = [key for key, _ in entries]
        self.none_of(f"{key}: twice" for key in sorted(set(keys)) if keys.count(key) > 1)
        self.assertEqual(keys, sorted(keys), "entries are sorted by key")
        for key, body in entries:
            with self.subTest(key=key):
                fields = set(re.findall(r"^\s+(\w+) = \{", body, re.MULTILINE))
                self.assertIn("title", fields)
                self.assertTrue(fields & {"url", "doi", "note"}, "no url, doi or note")

    def test_decisions_are_numbered(self):
        names = [pathlib.PurePosixPath(n).name for n in FILES if n.startswith("docs/adr/")]
        names.remove("README.md")  # their list
        numbers = [int(name[:4]) for name in names if re.match(r"\d{4}-[a-z0-9-]+\.md$", name)]
        self.assertTrue(numbers)
        self.assertEqual(sorted(numbers), list(range(1, len(names) + 1)))


if __name__ == "__main__":
    unittest.main()
