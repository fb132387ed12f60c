#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Holds random changes by the editor against another reader of YAML, PyYAML's own (without libyaml):
what it reads afterwards is what it read before plus the change, and no comment was lost.

pyyaml_reads.py COMMAND [FROM [COUNT]]   COMMAND: build/tests/test_edit_random"""
import json
import re
import subprocess
import sys

import yaml

COUNT = 2500
BARE = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}")  # may be meant as such
FEWEST = 0.9  # of the changes must have been made, else the test tests nothing


class Gone(Exception):
    """The pointer leads nowhere."""


class Absent:
    """A key or item without a value."""

    def __eq__(self, other):
        return isinstance(other, Absent)

    def __repr__(self):
        return "absent"


def written(node):
    """The tree by its written form, keys in order; what is changed shows as lists of pairs."""
    if isinstance(node, yaml.MappingNode):
        return {"map": [[key.value, written(value)] for key, value in node.value]}
    if isinstance(node, yaml.SequenceNode):
        return [written(item) for item in node.value]
    if node.value == "" and not node.style:
        return Absent()
    return node.value


def read(text):
    return written(yaml.compose(text, Loader=yaml.SafeLoader))


def piece(value):
    if isinstance(value, dict):
        return {"map": [[key, piece(part)] for key, part in value.items()]}
    if isinstance(value, list):
        return [piece(part) for part in value]
    return value


def find(tree, step):
    """Where a step leads: the holder of it and the index in that."""
    if isinstance(tree, list):
        if not step.isdigit() or int(step) >= len(tree):
            raise Gone
        return tree, int(step)
    if isinstance(tree, dict):
        for pair in tree["map"]:
            if pair[0] == step:
                return pair, 1
    raise Gone


def wrap(steps, value):
    for step in reversed(steps):
        value = [value] if step == "-" else {"map": [[step, value]]}
    return value


def is_empty(tree):
    return isinstance(tree, Absent) or tree == [] or tree == {"map": []}


def add(holder, steps, value, after):
    """Where a new key stands among the others is for the editor: taken over from what was made."""
    index, made = 0, after
    for at, step in enumerate(steps):
        here = holder[index]
        if is_empty(here):
            holder[index] = wrap(steps[at:], value)
            return
        if isinstance(here, list) and step == "-":
            here.append(wrap(steps[at + 1:], value))
            return
        try:
            found, place = find(here, step)
        except Gone:
            keys = [pair[0] for pair in made["map"]]
            here["map"].insert(keys.index(step), [step, wrap(steps[at + 1:], value)])
            return
        holder, index = found, place
        inner, place = find(made, step)
        made = inner[place]
    if not is_empty(holder[index]):
        raise Gone
    holder[index] = value


def expected(case, before, after):
    steps = [step.replace("~1", "/").replace("~0", "~")
             for step in case["pointer"].split("/")[1:]]
    value = piece(case["value"])
    holder, index = [before], 0
    if case["op"] == "add":
        add(holder, steps, value, after)
        return holder[0]
    outer = None
    for step in steps:
        outer = holder[index]
        holder, index = find(holder[index], step)
    if case["op"] == "set":
        holder[index] = value
    elif case["op"] == "rename":
        holder[0] = value
    elif isinstance(outer, list):
        del outer[index]
    else:
        outer["map"].remove(holder)
    return before


def comments(text):
    """The comments on lines of their own, as PyYAML sees them: lines that no token lies on."""
    taken = set()
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        if isinstance(token, yaml.ScalarToken):
            taken.update(range(token.start_mark.line, token.end_mark.line))
            if token.end_mark.column:
                taken.add(token.end_mark.line)
    return [line.strip() for number, line in enumerate(re.split(r"\r?\n", text))
            if number not in taken and line.strip().startswith("#")]


def texts(value):
    """All texts in what was read or is to be put in."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def is_among(few, many):
    """Whether the one list is the other with some left out."""
    rest = iter(many)
    return all(any(one == other for other in rest) for one in few)


def judge(case):
    """What is wrong, or None."""
    try:
        before = read(case["before"])
    except yaml.YAMLError:
        return "PyYAML cannot read the plan that was made"
    try:
        after = read(case["after"])
    except yaml.YAMLError as error:
        return f"PyYAML cannot read it any more: {error}"
    if not case["done"]:
        return None if case["after"] == case["before"] else "refused, but changed"
    try:
        wanted = expected(case, before, after)
    except (Gone, ValueError):
        return "the change is not where it should be"
    if wanted != after:
        return "PyYAML reads something else"
    if case["op"] != "remove" and not is_among(comments(case["before"]), comments(case["after"])):
        return "a comment was lost"
    meant = {text for text in texts(case["value"]) if not BARE.fullmatch(text)}
    if case["op"] != "remove" and not meant <= set(texts(yaml.safe_load(case["after"]))):
        return "PyYAML takes a text for something else"
    return None


def main():
    command = sys.argv[1]
    first = sys.argv[2] if len(sys.argv) > 2 else "100000"
    count = sys.argv[3] if len(sys.argv) > 3 else str(COUNT)
    run = subprocess.run([command, "--print", first, count], stdout=subprocess.PIPE, check=True)
    done, bad = 0, 0
    for line in run.stdout.decode("utf-8").split("\n"):
        if not line:
            continue
        case = json.loads(line)
        problem = judge(case)
        if problem:
            bad += 1
            print(f"not ok seed {case['seed']}: {case['op']} {case['pointer']}: {problem}")
        done += case["done"]
    if done < FEWEST * int(count):
        print(f"not ok only {done} of {count} changes were made")
        bad += 1
    if not bad:
        print(f"ok {done} changes are read by PyYAML as they were meant, from seed {first}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
