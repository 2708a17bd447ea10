#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes one page that answers what a policy does, for whom, at whose cost and how sure. It is a
single file that works offline; the numbers are the result file's.

    report.py results/opinions.h5 -o results/opinions.html
    report.py results/a.h5 results/b.h5 -o both.html --lang zh
    report.py results/opinions.h5 results/sweep/collected.h5 -o results/opinions.html
"""

import interpreter  # noqa: F401

import argparse
import base64
import gzip
import html
import json
import sys
import warnings
from pathlib import Path

import plot_sensitivity
import tile_map
from read_run import ResultError, open_run
from report_page import answer, assets, content, sweep, words

HERE = Path(__file__).resolve().parent / "report_page"
POLICY = ("default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
          "img-src data: blob:")
SCRIPTS = ("page.js", "people.js", "uncertainty.js")  # one script: functions are known before the first drawing
PARTS = ("asked", "changes", "whom", "cost", "sure")


def answer_blocks(results):
    """The answers as plain HTML, one block per alternative and language."""
    blocks = []
    for r, result in enumerate(results):
        for a, parts in enumerate(answer.answers(result)):
            for lang in ("en", "zh"):
                columns = "".join(
                    f"<section class='part {part}'><h3>{heading(result, part, lang)}</h3><ul>"
                    + "".join(f"<li>{html.escape(line)}</li>" for line in parts[part][lang])
                    + "</ul></section>" for part in PARTS)
                blocks.append(f"<div class='block' data-result='{r}' data-alternative='{a}' "
                              f"lang='{'zh-CN' if lang == 'zh' else 'en'}' hidden>{columns}</div>")
    return "\n".join(blocks)


def heading(result, part, lang):
    """What a single scenario has in place of changes are levels."""
    return words.PAGE[lang]["level" if part == "changes" and len(result["scenarios"]) == 1
                            else part].capitalize()


def licence_blocks():
    return "\n".join(f"<h4>{html.escape(names)}</h4><pre>{html.escape(text)}</pre>"
                     for names, text in assets.licences())


def page(results, lang, sensitivity=()):
    layout = tile_map.read_layout()
    regions = {name: {"row": row, "column": column, **words.both(name)}
               for name, (row, column) in layout.items()}
    data = {"lang": lang, "results": results, "words": words.PAGE, "tiles": regions,
            "marks": {mark: words.both(mark) for mark in words.MARKS},
            "sensitivity": list(sensitivity),
            "names": words.ZH, "english": words.EN}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    title = results[0]["scenarios"][-1]["title"] if len(results[0]["scenarios"]) == 2 \
        else results[0]["scenarios"][0]["title"]
    fill = {"@LANG@": "zh-CN" if lang == "zh" else "en", "@POLICY@": POLICY,
            "@TITLE@": html.escape(f"Tandem · {title}"),
            "@STYLE@": (HERE / "page.css").read_text(encoding="utf-8"),
            "@ANSWERS@": answer_blocks(results), "@LICENCES@": licence_blocks(),
            "@DATA@": base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode(),
            "@LIBRARIES@": "\n".join(f"<script>{s}</script>" for s in assets.scripts()),
            "@PAGE@": "\n".join((HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)}
    whole = (HERE / "page.html").read_text(encoding="utf-8")
    parts = []
    for piece in whole.split("\n"):
        mark = next((m for m in fill if m in piece), None)
        while mark:
            before, piece = piece.split(mark, 1)
            parts.append(before + fill[mark])
            mark = next((m for m in fill if m in piece), None)
        parts.append(piece + "\n")
    return "".join(parts)


def parse_arguments(argv):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", nargs="+", type=Path, metavar="RESULT.h5",
                        help="result file of run or compare, or collected.h5 of a sweep")
    parser.add_argument("-o", "--out", type=Path, required=True, help="page to write")
    parser.add_argument("--sensitivity", nargs="+", type=Path, default=[], metavar="INDICES.json",
                        help="output of tandem sensitivity --json, to stand in the page too")
    parser.add_argument("--lang", choices=["en", "zh"], default="en",
                        help="language the page opens in; it holds both (default: %(default)s)")
    return parser.parse_args(argv)


def main(argv=None):
    arguments = parse_arguments(argv)
    warnings.showwarning = lambda message, *_, **__: print(f"warning: {message}", file=sys.stderr)
    try:
        assets.scripts()  # what is missing is said before the work
        sensitivity = [plot_sensitivity.read(path) for path in arguments.sensitivity]
        results = []
        for path in arguments.results:
            if path.is_file() and sweep.is_sweep(path):
                results.append(sweep.gather(path))
                continue
            run = open_run(path)
            content.check_can_be_reported(run)
            results.append(content.gather(run))
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        arguments.out.write_text(page(results, arguments.lang, sensitivity),
                                 encoding="utf-8")
    except (ResultError, OSError, assets.MissingPackages,
            plot_sensitivity.SensitivityError) as error:
        print(f"report.py: {error}", file=sys.stderr)
        return 4
    print(arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
