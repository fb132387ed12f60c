#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds g1p-check's verdict on form against an independent JSON Schema validator's.

validate.py [--keep DIR] [--least N] SCHEMA CHECK_COMMAND PLAN...
CHECK_COMMAND - means: only make and judge the variants, compare with nothing."""
import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

import jsonschema
import yaml

import variants

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TODAY = "2026-06-01"
AT_ONCE = 500  # files in one run of the command


KNOWN = set()  # every key of the format: only these can be left open


def learn_keys(schema):
    """A mistyped key is a mistake also when nothing stands behind it yet."""
    if isinstance(schema, dict):
        KNOWN.update(schema.get("properties", ()))
    for part in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(part, (dict, list)):
            learn_keys(part)


def written(node):
    """The value of a node by its written form, as the format asks: `nee` and `08` are text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: written(value) for key, value in node.value
                if not (absent(value) and key.value in KNOWN)}
    if isinstance(node, yaml.SequenceNode):
        return [written(item) for item in node.value]
    if absent(node):
        return None
    number = NUMBER.fullmatch(node.value)
    if not number:
        return node.value
    return float(node.value) if number[1] or number[2] else int(node.value)


def absent(node):
    """A key or an item without a value: nothing was written, not even quotes."""
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style


def load(path):
    with open(path, "rb") as stream:
        return written(yaml.compose(stream, Loader=LOADER))


def pattern(validator, wanted, instance, schema):
    """As in JSON Schema, where $ is the very end; in Python it also stands before a newline."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", wanted), instance):
        yield jsonschema.ValidationError(f"does not match {wanted}")


def make_validator(schema):
    learn_keys(schema)
    kind = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"pattern": pattern})
    return kind(schema, format_checker=jsonschema.FormatChecker(formats=["date"]))


def verdict(validator, path):
    """(True when the file is right by the schema, what is wrong with it)"""
    error = next(validator.iter_errors(load(path)), None)
    if error is None:
        return True, ""
    return False, "/".join(map(str, error.absolute_path)) + ": " + error.message[:120]


class Tally:
    """Counts what agreed, and says what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def note(self, right, words):
        if right:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", words)


def check_schema(schema, tally):
    """The schema is a schema, and the examples and labels in it are right by itself."""
    jsonschema.Draft202012Validator.check_schema(schema)
    tally.passed += 1
    validator = make_validator(schema)
    objects = [schema] + list(schema["$defs"].values())
    for part in objects:
        if "enum" in part:
            words = list(dict.fromkeys(map(str, part["enum"])))  # a number also as text
            tally.note(words == list(part["x-labels"]), f"labels of {part['title']}")
        for name, field in part.get("properties", {}).items():
            for example in field.get("examples", []):
                right = validator.evolve(schema=field).is_valid(example)
                tally.note(right, f"example of {part['title']}.{name}: {example!r}")


def write(folder, name, text, files):
    """Writes one variant and remembers it under its file."""
    safe = re.sub(r"[^a-z0-9]+", "-", name.lower())[:80].strip("-")
    path = os.path.join(folder, f"{len(files):04d}-{safe}.yaml")
    with open(path, "w", encoding="utf-8", newline="") as stream:
        stream.write(text)
    files[path] = name


def make_variants(schema, plans, folder):
    """{file: name of the variant}, the same every time for the same schema and plans."""
    files = {}
    maker = variants.Maker(schema)
    full = maker.sample()
    for name, text in variants.of_text(yaml.serialize(full, allow_unicode=True)):
        write(folder, "everything: " + name, text, files)
    for plan in plans:
        with open(plan, encoding="utf-8") as stream:
            text = stream.read()
        for name, variant in variants.of_text(text):
            write(folder, os.path.basename(plan) + ": " + name, variant, files)
        for name, variant in maker.of(yaml.compose(text)):
            write(folder, os.path.basename(plan) + ": " + name, variant, files)
    for name, variant in maker.of(full):
        write(folder, "everything: " + name, variant, files)
    return files


def ask(command, paths):
    """{file: rules of form it breaks} as g1p-check says; a file it is silent about is left out."""
    words = shlex.split(command) + ["-f", "jsonl", "--today", TODAY, "--no-cache", "--"] + paths
    run = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                         env={**os.environ, "LC_ALL": "C.UTF-8"})
    if run.returncode not in (0, 1):
        print(f"status {run.returncode}:", run.stderr.decode(errors="replace")[:2000])
    seen, broken = set(), {}
    for line in run.stdout.decode().splitlines():
        item = json.loads(line)
        if item["type"] == "file":
            seen.add(item["file"])
        elif item["type"] == "finding" and item["rule"] in ("FMT-02", "FMT-07") and \
                not item["message"].startswith("This contradicts"):  # no schema can say that
            broken.setdefault(item["file"], []).append(item["rule"] + " at " + item["path"])
    return {path: broken.get(path, []) for path in seen}


def compare(command, files, expected, tally):
    paths = list(files)
    said = {}
    for start in range(0, len(paths), AT_ONCE):
        said.update(ask(command, paths[start:start + AT_ONCE]))
    for path, name in files.items():
        right, reason = expected[path]
        if path not in said:
            tally.note(False, f"{name}: g1p-check says nothing about {path}")
            continue
        ours = "yes" if not said[path] else "no (" + "; ".join(said[path][:3]) + ")"
        theirs = "yes" if right else "no (" + reason + ")"
        tally.note(right == (not said[path]), f"{name}\n  schema: {theirs}\n  g1p-check: {ours}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep", metavar="DIR", help="write the variants here and leave them")
    parser.add_argument("--least", type=int, default=300, help="as many variants there must be")
    parser.add_argument("schema")
    parser.add_argument("command")
    parser.add_argument("plans", nargs="+")
    options = parser.parse_args()
    with open(options.schema, encoding="utf-8") as stream:
        schema = json.load(stream)
    tally = Tally()
    check_schema(schema, tally)
    validator = make_validator(schema)
    for plan in options.plans:
        right, reason = verdict(validator, plan)
        tally.note(right, f"{plan} should be valid: {reason}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or scratch
        os.makedirs(folder, exist_ok=True)
        files = make_variants(schema, options.plans, folder)
        expected = {path: verdict(validator, path) for path in files}
        good = sum(right for right, _ in expected.values())
        print(f"{len(files)} variants: {good} valid, {len(files) - good} not")
        tally.note(len(files) >= options.least and 0 < good < len(files), "too few variants, or all alike")
        if options.command != "-":
            compare(options.command, files, expected, tally)
    print(f"{tally.passed} passed, {tally.failed} failed")
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
