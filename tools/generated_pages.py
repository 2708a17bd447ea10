#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Pages that the program writes about itself, and docs/evidence.md: ./dev docs renews them, and with
# --check (a test) says which are stale. pages() is the only list. Usage: generated_pages.py [--check] PROGRAM
import json
import pathlib
import subprocess
import sys

import evidence_page
import reference_pages

ROOT = pathlib.Path(__file__).resolve().parents[1]
DOCUMENTED = "vocational"  # the model that docs/odd.md and docs/science are about
PARTS = {
    "agents": "Agents",
    "schedule": "Schedule of a tick",
    "parameters": "Parameters",
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


def reference_index(models):
    text = ("# Reference\n\nWhat is asked of the program: [commands](commands.md). What is written: "
            "[scenario](scenario.md), [experiment](experiment.md) and [calibration](calibration.md) "
            "files, [policies](policies.md). What comes out: [result file](result-file.md), [saved "
            "state](saved-state.md), [sweep folder](sweep-folder.md).\n\n")
    return text + reference_pages.table(
        ["model", "meaning", "pages"],
        ([f"`{model['name']}`", reference_pages.cell(model["doc"]),
          ", ".join(f"[{part}]({model['name']}/{part}.md)" for part in PARTS)]
         for model in models))


def list_of_decisions():
    text = "# Decisions\n\nThe larger choices and why they were made; listed by `./dev docs`.\n\n"
    for path in sorted((ROOT / "docs/adr").glob("0*.md")):
        title = path.read_text(encoding="utf-8").splitlines()[0].lstrip("# ")
        text += f"- [{title}]({path.name})\n"
    return text


def pages(program):
    """File and text of every generated page."""
    def said(*arguments):
        return answer(program, *arguments)

    yield "docs/evidence.md", evidence_page.page()
    yield "docs/odd.md", said("describe", "odd", "--model", DOCUMENTED)
    for name, text in reference_pages.science_pages(said, DOCUMENTED):
        yield f"docs/science/{name}", text
    models = json.loads(said("describe", "models", "--json"))
    yield "docs/reference/commands.md", reference_pages.commands(said)
    yield "docs/reference/policies.md", reference_pages.policies_page(
        said, [model["name"] for model in models])
    yield "docs/reference/README.md", reference_index(models)
    yield "docs/adr/README.md", list_of_decisions()
    for kind in ("scenario", "experiment", "calibration"):
        yield f"scenarios/{kind}.schema.json", said("schema", kind)
        yield f"docs/reference/{kind}.md", reference_pages.file_page(kind, said)
    for model in models:
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
