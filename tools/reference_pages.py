# SPDX-License-Identifier: Apache-2.0
"""Reference pages in Markdown, made from what the program says of itself: command line, files that
people write, policy instruments, chapters of the ODD document. Used by generated_pages.py."""
import json
import re

NOTE = "Written by `{}` through `./dev docs`; do not edit."


def cell(text):
    return str(text).replace("|", "\\|").replace("*", "\\*").replace("<", "\\<").replace("\n", " ")


def table(head, rows):
    lines = [f"| {' | '.join(head)} |", "|" + " --- |" * len(head)]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows]) + "\n"


def commands(answer):
    """Every verb with its options, as --help prints them."""
    general = answer("--help")
    text = f"# Commands\n\n{NOTE.format('tandem --help')}\n\n```text\n{general.rstrip()}\n```\n"
    for verb in re.findall(r"^  ([a-z]+) ", general.partition("Verbs:\n")[2], re.MULTILINE):
        said = answer(verb, "--help").rstrip()
        text += f"\n## tandem {verb}\n\n```text\n{said}\n```\n"
    return text


# ---- Files that people write

def value_of(schema):
    """What a key may hold, in a few words."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        names = [f"`{name}`" for name in schema["enum"]]
        return ", ".join(names) if len(names) <= 8 else f"one of {len(names)} names"
    if "anyOf" in schema:
        kinds = [one for one in schema["anyOf"] if not is_quantity(one)]
        words = []
        for kind in map(value_of, kinds):
            words += [] if kind in words else [kind]
        return " or ".join(words) + (", also with a unit" if len(kinds) < len(schema["anyOf"]) else "")
    kind = schema.get("type", "any value")
    if isinstance(kind, list):
        return " or ".join(kind)
    if kind == "array":
        return "list" + (f" of {value_of(schema['items'])}" if is_plain(schema.get("items")) else "")
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None or high is not None:
        low, high = (None if one is None else f"{one:,g}" if one < 1e6 else f"{one:.0e}"
                     for one in (low, high))
        return f"{kind}, " + (f"{low} to {high}" if None not in (low, high)
                              else f"at least {low}" if high is None else f"at most {high}")
    return {"object": "map", "string": "text", "boolean": "true or false"}.get(kind, kind)


def is_quantity(schema):
    """The text with a unit that stands beside every number."""
    return "A-Za-z%" in schema.get("pattern", "")


def is_plain(schema):
    return schema is not None and schema.get("type") not in ("object", None)


def rows_of(properties, required=(), prefix=""):
    for name, schema in properties.items():
        default = schema.get("default")
        yield [f"`{prefix}{name}`" + (" (required)" if name in required else ""),
               cell(value_of(schema)),
               "" if default is None else f"`{json.dumps(default, ensure_ascii=False)}`",
               cell(schema.get("description", "").removesuffix(" Source: assumed."))]
        inner, suffix = map_within(schema)
        if inner:
            yield from rows_of(inner["properties"], inner.get("required", ()),
                               f"{prefix}{name}{suffix}.")


def map_within(schema):
    """The map that a value is, or that entries of a list are; and what that adds to the key."""
    for one in (schema, *schema.get("anyOf", ())):
        if "properties" in one:
            return one, ""
        entries = one.get("items", {})
        for entry in (entries, *entries.get("anyOf", ())):
            if "properties" in entry:
                return entry, "[]"
    return None, ""


HEAD = ["key", "value", "default", "meaning"]


def policy_keys(definition):
    """What every instrument of a model takes, beside its own parameters."""
    kinds = definition["properties"].get("policies", {}).get("items", {}).get("oneOf", [])
    if not kinds:
        return {}
    shared = set.intersection(*(set(kind["properties"]) for kind in kinds))
    keys = {name: schema for kind in kinds for name, schema in kind["properties"].items()
            if name in shared or name in ("where", "pilot")}
    keys["instrument"] = {"type": "string", "description": "Which one."}
    where = {}
    for kind in kinds:
        where |= kind["properties"].get("where", {}).get("properties", {})
    keys["where"] = {"type": "object", "properties": where,
                     "description": "Where it acts; each instrument says what it accepts. Lists mean any of."}
    return keys


def file_page(kind, answer):
    schema = json.loads(answer("schema", kind))
    text = (f"# {schema['title']} files\n\n{NOTE.format(f'tandem schema {kind}')} Unknown and "
            "duplicate keys are errors. Where the table says so a number may carry a unit, as "
            "`12 %/a`.\n\n")
    text += table(HEAD, rows_of(schema["properties"], schema.get("required", ())))
    for model, definition in schema.get("definitions", {}).items():
        keys = policy_keys(definition) if "properties" in definition else {}
        if keys:
            text += (f"\n## Entries of `policies`, model `{model}`\n\nBeside these every instrument has "
                     "parameters of its own: [policies](policies.md).\n\n")
            text += table(HEAD, rows_of(keys))
    return text


# ---- Policies and chapters

def chapters(odd):
    """(number, title, text) of each chapter of element 7 of an ODD document."""
    found = re.split(r"^### 7\.(\d+) (.+)$", odd.partition("\n## 7 Submodels")[2],
                     flags=re.MULTILINE)
    return [(int(found[i]), found[i + 1], found[i + 2].strip() + "\n")
            for i in range(1, len(found), 3)]


def policies_page(answer, models):
    text = (f"# Policies\n\n{NOTE.format('tandem describe odd')} What every entry takes (`start`, `end`, "
            "`where`, `strength`, `budget`, …): [scenario files](scenario.md).\n")
    for model in models:
        declared = json.loads(answer("describe", "policies", "--json", "--model", model))
        if not declared:
            continue
        text += f"\n## Model `{model}`\n\n" + table(
            ["instrument", "does", "family", "article", "payer", "moves"],
            ([f"`{p['name']}`", cell(p["doc"]), p["family"], p["article"], p["payer"],
              f"`{p['responds']}` {'up' if p['sign'] > 0 else 'down'}" if p["responds"] else ""]
             for p in declared))
        own = [body for _, title, body in chapters(answer("describe", "odd", "--model", model))
               if title == "Policy instruments"]
        text += "\n" + own[0].replace("\n#### ", "\n### ").replace("#### ", "### ", 1)
    return text


def slug(title):
    return re.sub(r"[^a-z]+", "-", title.lower()).strip("-")


def science_pages(answer, model):
    """File and text of a page per submodel, and of the list of them."""
    odd = answer("describe", "odd", "--model", model)
    listed = []
    for number, title, body in chapters(odd):
        if title == "Policy instruments":
            continue
        name = f"{number:02d}-{slug(title)}.md"
        listed.append(f"{number}. [{title}]({name})")
        yield name, (f"# {title}\n\n{NOTE.format('tandem describe odd')} Chapter 7.{number} of the "
                     f"[ODD document](../odd.md). Marks: D read from data, E from evidence "
                     f"([list](../evidence.md)), C calibrated, A assumed.\n\n{body}")
    yield "README.md", (f"# The model `{model}` by submodel\n\n{NOTE.format('tandem describe odd')}\n\n"
                        "What the comments that open the sources say, with the parameters. The whole "
                        "in its order: [ODD document](../odd.md).\n\n" + "\n".join(listed) + "\n")
