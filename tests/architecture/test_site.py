#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# The documentation builds as a site without a warning, shows every page of docs/, and every link and
# picture of it leads to a file, and every anchor to a place in it; nothing is asked of other servers.
import html.parser
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

from tree import FILES, ROOT


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.loaded, self.anchors = [], [], set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.anchors |= {attrs[key] for key in ("id", "name") if attrs.get(key)}
        if tag == "a" and attrs.get("href"):
            self.links.append(attrs["href"])
        loaded = attrs.get("src") or (attrs.get("href") if tag == "link" else None)
        if loaded:
            self.loaded.append(loaded)


class Site(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.done = subprocess.run(["mkdocs", "build", "--strict", "--site-dir", cls.folder], cwd=ROOT,
                                  capture_output=True, text=True, check=False)
        cls.pages = {path: Page(path) for path in cls.folder.rglob("*.html")}

    def test_builds_without_warning(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)

    def test_every_page_is_in_the_navigation(self):
        self.assertNotIn("not included", self.done.stderr)

    def test_every_page_of_docs_is_there(self):
        wanted = [name for name in FILES if re.match(r"docs/.*\.md$", name)]
        self.assertGreater(len(wanted), 40)
        for name in wanted:
            page = re.sub(r"README\.md$", "index.md", name.removeprefix("docs/"))
            self.assertIn(self.folder / page.replace(".md", ".html"), self.pages, name)

    def test_links_and_anchors_lead_somewhere(self):
        wrong = []
        for path, page in self.pages.items():
            for link in page.links + page.loaded:
                parts = urllib.parse.urlsplit(link)
                if parts.scheme or parts.netloc or path.name == "404.html":
                    continue
                target = path if not parts.path else \
                    (path.parent / urllib.parse.unquote(parts.path)).resolve()
                if not target.is_file():
                    wrong.append(f"{path.relative_to(self.folder)}: nothing at {link}")
                elif parts.fragment and target in self.pages and \
                        urllib.parse.unquote(parts.fragment) not in self.pages[target].anchors:
                    wrong.append(f"{path.relative_to(self.folder)}: no anchor {link}")
        self.assertEqual(wrong, [])

    def test_nothing_is_loaded_from_elsewhere(self):
        for path, page in self.pages.items():
            for link in page.loaded:
                self.assertFalse(re.match(r"(https?:)?//", link), f"{path.name}: {link}")


if __name__ == "__main__":
    if not shutil.which("mkdocs"):
        print("skipped: MkDocs is not installed")
        sys.exit(77)
    unittest.main()
