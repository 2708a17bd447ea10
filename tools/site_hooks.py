# SPDX-License-Identifier: Apache-2.0
"""What MkDocs needs to know about the checkout: pages link to each other as files do, so whatever docs/
links to elsewhere (READMEs, scenarios, sources) becomes part of the site, at its own path. README.md of
the checkout is the first page. A link that leads nowhere is a warning, and an error in strict mode."""
import logging
import pathlib
import posixpath
import re

from mkdocs.structure.files import File

ROOT = pathlib.Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
LINK = re.compile(r"(!?\[(?:[^\[\]]|\[[^\[\]]*\])*\]\()([^)\s]+)(\))")
FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
TITLED = re.compile(r"^```(\w+) title=(\S+)$", re.MULTILINE)
FOREIGN = re.compile(r"[a-z]+:|#")
log = logging.getLogger("mkdocs.hooks.tandem")


def path_in_site(target):
    """Where a file of the checkout lies in the site's sources."""
    return target.relative_to(DOCS if DOCS in target.parents else ROOT).as_posix()


def target_of(page, link):
    """The file that a link of a page means; a folder means its README. None if there is none."""
    target = pathlib.Path(posixpath.normpath((page.parent / link.partition("#")[0]).as_posix()))
    if target.is_dir():
        target = target / "README.md"
    return target if target.is_file() and ROOT in target.parents else None


def links_of(text):
    for part in FENCE.split(text)[::2]:
        for _, link, _ in LINK.findall(part):
            if not FOREIGN.match(link):
                yield link


def on_config(config):
    config["nav"] = [expanded(entry) for entry in config["nav"]]
    return config


def expanded(entry):
    """Folders of the navigation as lists of their pages, the README first."""
    (title, what), = entry.items()
    if isinstance(what, list):
        return {title: [expanded(inner) for inner in what]}
    if not what.endswith("/"):
        return entry
    pages = sorted((DOCS / what).glob("*.md"), key=lambda page: (page.name != "README.md", page.name))
    return {title: [page.relative_to(DOCS).as_posix() for page in pages]}


def on_files(files, config):
    """Adds what pages link to outside docs/, and what these pages link to in turn."""
    known = {file.src_uri for file in files}
    open_pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    while open_pages:
        page = open_pages.pop()
        if page.suffix == ".md" and path_in_site(page) not in known:
            add(files, page, config)
            known.add(path_in_site(page))
        for link in links_of(page.read_text(encoding="utf-8")):
            target = target_of(page, link)
            if target is None or path_in_site(target) in known:
                continue
            if target.suffix == ".md":
                open_pages.append(target)
            else:
                add(files, target, config)
                known.add(path_in_site(target))
    return files


def add(files, path, config):
    files.append(File(path_in_site(path), str(DOCS if DOCS in path.parents else ROOT),
                      config["site_dir"], config["use_directory_urls"]))


def on_page_markdown(markdown, page, config, files):
    source = pathlib.Path(page.file.abs_src_path)

    def in_site(match):
        link = match[2]
        if FOREIGN.match(link):
            return match[0]
        target = target_of(source, link)
        if target is None:
            log.warning("%s: nothing at %s", page.file.src_uri, link)
            return match[0]
        path = posixpath.relpath(path_in_site(target), posixpath.dirname(page.file.src_uri) or ".")
        anchor = link.partition("#")
        return f"{match[1]}{path}{anchor[1]}{anchor[2]}{match[3]}"

    parts = FENCE.split(markdown)
    parts[::2] = [LINK.sub(in_site, part) for part in parts[::2]]
    return TITLED.sub(r"`\2`\n\n```\1", "".join(parts))
