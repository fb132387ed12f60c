#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Spoils the examples and has g1p-check --fix mend them: a slip in a field or word, a date in
another form. What comes back is the example itself, byte for byte, or what could not be mended
safely; nothing else is touched, no finding is new, and a second run changes nothing.

fix_mends.py BIN [SEED [COUNT]]"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

EXAMPLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "examples")
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november "
          "december").split()
LEAST = 0.8  # of the mistakes must be mended
ENV = dict(os.environ, LC_ALL="C.UTF-8", G1P_TODAY="2026-06-01")


def long_fields(bin_folder):
    """The fields of the format that are long enough to be mistyped and still known."""
    run = subprocess.run([os.path.join(bin_folder, "g1p-check"), "--list-fields", "-f", "json"],
                         stdout=subprocess.PIPE, env=ENV, check=True)
    rows = json.loads(run.stdout)
    fields = {row["field"].split(".")[-1] for row in rows if "field" in row}
    return {field for field in fields if len(field) > 5}


def slip(chance, word):
    """The word with one letter gone, doubled, or swapped with the next."""
    at = chance.randrange(1, len(word) - 1)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1:]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2:]


def other_date(chance, match):
    year, month, day = match[2], int(match[3]), int(match[4])
    form = chance.randrange(4)
    if form == 0:
        return f"{match[1]}{day}-{month}-{year}"
    if form == 1:
        return f"{match[1]}{day:02}/{month:02}/{year}"
    if form == 2:
        return f"{match[1]}{day} {MONTHS[month - 1]} {year}"
    return f"{match[1]}{year}/{month}/{day}"


def spoil(chance, text, fields):
    """One to three lines of the text spoilt; the numbers of those lines."""
    lines = text.split("\n")
    spoilt = []
    for _ in range(chance.randint(1, 3)):
        for _ in range(50):
            at = chance.randrange(len(lines))
            key = re.match(r"( *(?:- )?)([a-z_]+)(:.*)", lines[at])
            date = re.match(r"( *(?:- )?[a-z_]+: )(\d{4})-(\d\d)-(\d\d)$", lines[at])
            if at in spoilt or not key:
                continue
            if date and chance.random() < 0.6:
                lines[at] = other_date(chance, date)
            elif key[2] in fields:
                lines[at] = key[1] + slip(chance, key[2]) + key[3]
            else:
                continue
            spoilt.append(at)
            break
    return "\n".join(lines), spoilt


def findings(command, path):
    run = subprocess.run([command, "-f", "jsonl", path], stdout=subprocess.PIPE, env=ENV,
                         check=False)
    rows = [json.loads(line) for line in run.stdout.decode("utf-8").split("\n") if line]
    return [row for row in rows if row["type"] == "finding"]


def fix(command, path):
    return subprocess.run([command, "--fix", "-q", path], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, env=ENV, check=False).returncode


def without_parts(text, original):
    """Without the parts that were added behind a #, which end what is compared line by line."""
    known = set(original.split("\n"))
    return [line for line in text.split("\n")
            if line and not (line.startswith("#") and line not in known)]


def judge(command, path, original, made, spoilt):
    """(what is wrong or None, how many of the spoilt lines were mended)"""
    with open(path, "w", encoding="utf-8", newline="") as stream:
        stream.write(made)
    before = findings(command, path)
    if fix(command, path) > 1:
        return "trouble", 0
    with open(path, encoding="utf-8", newline="") as stream:
        fixed = stream.read()
    after = findings(command, path)
    if fix(command, path) > 1 or open(path, encoding="utf-8", newline="").read() != fixed:
        return "a second run changes something", 0
    if len(after) > len(before):
        return f"{len(before)} findings became {len(after)}", 0
    mended = 0
    wanted, spoilt_lines = original.split("\n"), made.split("\n")
    kept = without_parts(fixed, original)
    good = [line for line in wanted if line]
    bad = [line for line in spoilt_lines if line]
    if len(kept) != len(good):
        return "lines came or went", 0
    for line, one, other in zip(kept, good, bad):
        if line not in (one, other):
            return f"a line became neither what it was nor what it should be: {line}", 0
        mended += one != other and line == one
    return None, mended


def main():
    bin_folder = sys.argv[1]
    command = os.path.join(bin_folder, "g1p-check")
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 5)
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    fields = long_fields(bin_folder)
    names = sorted(name for name in os.listdir(EXAMPLES) if name.endswith(".yaml"))
    bad, mistakes, mended = 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="g1p-fix-") as folder:
        path = os.path.join(folder, "plan.yaml")
        for number in range(count):
            name = names[number % len(names)]
            with open(os.path.join(EXAMPLES, name), encoding="utf-8") as stream:
                original = stream.read()
            made, spoilt = spoil(chance, original, fields)
            problem, good = judge(command, path, original, made, spoilt)
            mistakes += len(spoilt)
            mended += good
            if problem:
                bad += 1
                print(f"not ok {number} {name}, lines {[at + 1 for at in spoilt]}: {problem}")
    if mended < LEAST * mistakes:
        bad += 1
        print(f"not ok only {mended} of {mistakes} mistakes were mended")
    if not bad:
        print(f"ok {mended} of {mistakes} mistakes were mended, and nothing else was touched")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
