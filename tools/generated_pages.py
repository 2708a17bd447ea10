#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# Pages that the program writes about itself: ./dev docs renews them, and with --check (a test) says
# which are stale. PAGES is the only list. Usage: generated_pages.py [--check] PROGRAM
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
MODELS = ("vocational", "boltzmann_wealth", "schelling", "occupational_mobility")
PARTS = {
    "agents": "Agents",
    "schedule": "Schedule of a tick",
    "parameters": "Parameters",
    "policies": "Policy instruments",
    "outputs": "Outputs",
}


def as_it_is(text):
    return text


def page(title, command):
    """A page that shows what a command prints."""
    head = f"# {title}\n\nWritten by `tandem {command}` through `./dev docs`; do not edit.\n\n"
    return lambda text: f"{head}```text\n{text.rstrip()}\n```\n"


# File → (arguments of the program, what is made of its answer).
PAGES = {"scenarios/scenario.schema.json": (["schema", "scenario"], as_it_is)}
for model in MODELS:
    for part, title in PARTS.items():
        arguments = ["describe", part, "--model", model]
        PAGES[f"docs/reference/{model}/{part}.md"] = (
            arguments, page(f"{title}: {model}", " ".join(arguments)))


def answer(program, arguments):
    done = subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: exit code {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def main(words):
    check = "--check" in words
    programs = [word for word in words if word != "--check"]
    if len(programs) != 1:
        sys.exit("usage: generated_pages.py [--check] PROGRAM")
    program = str(pathlib.Path(programs[0]).resolve())
    stale = []
    for name, (arguments, make) in PAGES.items():
        path = ROOT / name
        text = make(answer(program, arguments))
        if path.exists() and path.read_text(encoding="utf-8") == text:
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
