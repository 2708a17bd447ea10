# SPDX-License-Identifier: Apache-2.0
"""Criteria by which the baseline is judged, as tables: a page for people, and beside it the same rows
as JSON for the report. Every row says whether it is held; nobody reads the page back."""

import json
from dataclasses import dataclass, field
from pathlib import Path

@dataclass
class Table:
    """`head` without the last column, which says whether a row is held."""

    title: str
    head: list
    rows: list = field(default_factory=list)
    held: list = field(default_factory=list)

    def add(self, cells, held):
        self.rows.append([str(cell) for cell in cells])
        self.held.append(bool(held))

    def markdown(self):
        lines = [f"| {' | '.join([*self.head, 'held'])} |", "|---" * (len(self.head) + 1) + "|"]
        return lines + [f"| {' | '.join([*row, 'yes' if held else '**no**'])} |"
                        for row, held in zip(self.rows, self.held)]

    @property
    def missed(self):
        return [row[0] for row, held in zip(self.rows, self.held) if not held]


def save(page, tables):
    """Writes the rows of `page` beside it."""
    path = Path(page).with_suffix(".json")
    text = json.dumps({"page": Path(page).name, "tables": [vars(table) for table in tables]},
                      ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")


def load(path):
    """The name of the page and its tables."""
    found = json.loads(Path(path).read_text(encoding="utf-8"))
    return found["page"], [Table(**table) for table in found["tables"]]
