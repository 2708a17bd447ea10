#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Pages that the program writes about itself, and docs/evidence.md: ./dev docs renews them, and with
# --check (a test) says which are stale. pages() is the only list. Usage: generated_pages.py [--check] PROGRAM
import json
import pathlib
import subprocess
import sys

import evidence_page

ROOT = pathlib.Path(__file__).resolve().parents[1]
PARTS = {
    "agents": "Agents",
    "schedule": "Schedule of a tick",
    "parameters": "Parameters",
    "policies": "Policy instruments",
    "outputs": "Outputs",
}


def answer(program, *arguments):
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def shown(title, program, *arguments):
    """A page that shows what a command prints; empty if it prints nothing."""
    text = answer(program, *arguments).rstrip()
    command = " ".join(arguments)
    head = f"# {title}\n\nWritten by `tandem {command}` through `./dev docs`; do not edit.\n\n"
    return f"{head}```text\n{text}\n```\n" if text else ""


def pages(program):
    """File and text of every generated page."""
    yield "docs/evidence.md", evidence_page.page()
    for kind in ("scenario", "experiment", "calibration"):
        yield f"scenarios/{kind}.schema.json", answer(program, "schema", kind)
    for model in json.loads(answer(program, "describe", "models", "--json")):
        name = model["name"]
        for part, title in PARTS.items():
            yield (f"docs/reference/{name}/{part}.md",
                   shown(f"{title}: {name}", program, "describe", part, "--model", name))


def main(words):
    check = "--check" in words
    programs = [word for word in words if word != "--check"]
    if len(programs) != 1:
        sys.exit("usage: generated_pages.py [--check] PROGRAM")
    stale = []
    for name, text in pages(str(pathlib.Path(programs[0]).resolve())):
        path = ROOT / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'stale, run ./dev docs' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
