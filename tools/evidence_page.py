#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
# docs/evidence.csv as a page: its columns, counts by use, rows without a use and why, parameters
# that differ from their row. One of the pages of generated_pages.py; the test
# tests/architecture/test_evidence.py holds the table itself to the program. Usage: evidence_page.py
import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[1]
TABLE = ROOT / "docs/evidence.csv"
USES = {
    "parameter": "sets the default and the range of a declared parameter",
    "moment": "has an outcome that measures it",
    "test": "is reproduced by a test",
    "data": "stands among the records that the model starts from",
    "unused": "has no use; the note says why",
}
HEAD = """# Evidence

Written by `tools/evidence_page.py` from [evidence.csv](evidence.csv) through `./dev docs`; do not
edit.

The table holds one row per number taken from the literature or the records: the topic (`lever`), the
article of the policy document, what is measured, its unit, central value and range, the form in which
it enters, the source (a key of [references.bib](references.bib), `memory:` before it where the figure
was not looked up again, or `judgement`) and whether the source was seen. Three columns say what
became of it here:

- `use` is one of the five below.
- `name` is a parameter (of another model than `vocational` with the model's name and a colon before
  it), an outcome, a test (`Suite.Name`) or a record (`file[column=value,...].column`). Several
  parameters are separated by semicolons.
- `note` says why a default or range differs from the row, how units are converted, or why there is no
  use. A parameter without a note has its default inside the row's range and the same range.

`tests/architecture/test_evidence.py` holds all of this to what the program declares.

"""


def rows():
    with open(TABLE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(head, lines):
    yield "| " + " | ".join(head) + " |"
    yield "|" + " --- |" * len(head)
    for line in lines:
        yield "| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |"


def page():
    evidence = rows()
    count = {use: sum(row["use"] == use for row in evidence) for use in USES}
    lines = [(use, count[use], f"The row {text}.") for use, text in USES.items()]
    lines.append(("all", len(evidence), ""))
    unused = [(row["lever"], f"`{row['parameter']}`", row["meaning"], row["note"])
              for row in evidence if row["use"] == "unused"]
    noted = [(f"`{row['parameter']}`", f"`{row['name'].replace(';', '`, `')}`", row["note"])
             for row in evidence if row["use"] == "parameter" and row["note"]]
    parts = ["## Uses", "", *table(("use", "rows", "meaning"), lines), "",
             "## Rows without a use", "", *table(("topic", "row", "meaning", "why"), unused), "",
             "## Parameters that differ from their row", "",
             *table(("row", "parameter", "how and why"), noted)]
    return HEAD + "\n".join(parts) + "\n"


if __name__ == "__main__":
    print(page(), end="")
