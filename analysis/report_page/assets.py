# SPDX-License-Identifier: Apache-2.0
"""Scripts and licences of the charts, from npm's folder beside analysis/package.json."""

import json
from pathlib import Path

PACKAGES = Path(__file__).resolve().parents[1]
SCRIPTS = ["vega/build/vega.min.js", "vega-lite/build/vega-lite.min.js",
           "vega-embed/build/vega-embed.min.js"]
LICENCE_NAMES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "license", "LICENCE")


class MissingPackages(Exception):
    """npm's packages are not there."""


def scripts():
    modules = PACKAGES / "node_modules"
    missing = [name for name in SCRIPTS if not (modules / name).is_file()]
    if missing:
        raise MissingPackages(
            f"{modules}: {', '.join(name.split('/')[0] for name in missing)} "
            f"{'is' if len(missing) == 1 else 'are'} missing (run './dev web', which calls npm ci)")
    # A closing tag inside a script would end it.
    return [(modules / name).read_text(encoding="utf-8").replace("</script", "<\\/script")
            for name in SCRIPTS]


def licences():
    """Text of each licence with the packages under it, those of the browser test left out."""
    lock = json.loads((PACKAGES / "package-lock.json").read_text(encoding="utf-8"))
    by_text = {}
    for place, entry in sorted(lock["packages"].items()):
        if not place or entry.get("dev"):
            continue
        folder = PACKAGES / place
        text = next(((folder / name).read_text(encoding="utf-8", errors="replace").strip()
                     for name in LICENCE_NAMES if (folder / name).is_file()),
                    f"Licence: {entry.get('license', 'not stated')}")
        name = place.split("node_modules/")[-1]
        by_text.setdefault(text, []).append(f"{name} {entry['version']}")
    return [(", ".join(names), text) for text, names in by_text.items()]
