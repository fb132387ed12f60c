#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Measures g1p-check --line on labelled sentences.

Usage: measure.py [--least FILE] [--show] COMMAND SET.tsv...

A set holds `kind TAB label TAB sentence`, one label a line; SET.alt.tsv, beside it, `line TAB
labels` that can be defended as well. For each label: precision and recall over the kinds where the label
exists, and how many of the good sentences are left in peace. A finding whose label is defensible
counts neither way. With --least the figures may not be lower than those in FILE (a line a figure:
set, label, precision, recall); it ends with 1 when one is. --show names the sentences that were judged
otherwise.
"""
import argparse
import collections
import json
import os
import subprocess
import sys

KINDS = {
    "negatief": {"doel"},
    "vaag": {"doel", "actie", "afspraak", "kracht", "zorg"},
    "geen_tijd": {"actie", "afspraak", "zorg"},
    "geen_wie": {"actie", "afspraak", "kracht", "zorg"},
    "jargon": {"doel", "actie", "afspraak", "kracht", "zorg", "tekst"},
}

Row = collections.namedtuple("Row", "kind label text also")


def read_set(path):
    also = collections.defaultdict(set)
    beside = path[: -len(".tsv")] + ".alt.tsv"
    if os.path.exists(beside):
        with open(beside, encoding="utf-8") as file:
            for line in file:
                number, labels = line.rstrip("\n").split("\t")
                also[int(number)] |= set(labels.split(","))
    with open(path, encoding="utf-8") as file:
        return [Row(*line.rstrip("\n").split("\t"), also[number])
                for number, line in enumerate(file, 1)]


def judge(command, rows):
    """The labels that the command finds, a set for each row."""
    found = [set() for _ in rows]
    for kind in sorted({row.kind for row in rows}):
        places = [place for place, row in enumerate(rows) if row.kind == kind]
        lines = "".join(rows[place].text + "\n" for place in places)
        run = subprocess.run([command, "--line", kind, "-f", "jsonl"], input=lines.encode(),
                             stdout=subprocess.PIPE, check=False)
        if run.returncode > 1:
            sys.exit(f"{command} --line {kind} ended with {run.returncode}")
        for line in run.stdout.decode().splitlines():
            finding = json.loads(line)
            if finding.get("label"):
                found[places[finding["line"] - 1]].add(finding["label"])
    return found


def share(part, rest):
    return part / (part + rest) if part + rest else 1.0


def figures(rows, found):
    """(name, precision, recall, words to print) of each label; of the good sentences, twice the share."""
    for label, kinds in KINDS.items():
        right = wrong = missed = 0
        for row, labels in zip(rows, found):
            if row.kind not in kinds:
                continue
            if label in labels:
                right += row.label == label
                wrong += row.label != label and label not in row.also
            else:
                missed += row.label == label
        yield (label, share(right, wrong), share(right, missed),
               f"{right} right, {wrong} wrong, {missed} missed")
    good = [labels for row, labels in zip(rows, found) if row.label == "ok"]
    quiet = sum(not labels for labels in good)
    yield "ok", share(quiet, len(good) - quiet), 1.0, f"{quiet} of {len(good)} left in peace"


def show(rows, found):
    for number, (row, labels) in enumerate(zip(rows, found), 1):
        expected = set() if row.label == "ok" else {row.label}
        if labels - row.also != expected:
            print(f"{number:5} {row.kind} {row.label}: {','.join(sorted(labels)) or '-'}: {row.text}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--least")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("command")
    parser.add_argument("sets", nargs="+")
    options = parser.parse_args()
    least = {}
    if options.least:
        with open(options.least, encoding="utf-8") as file:
            for line in file:
                if line.strip() and not line.startswith("#"):
                    name, label, precision, recall = line.split()
                    least[name, label] = float(precision), float(recall)
    fallen = 0
    for path in options.sets:
        rows = read_set(path)
        found = judge(options.command, rows)
        name = os.path.basename(path)[: -len(".tsv")]
        print(f"{name}: {len(rows)} sentences")
        for label, precision, recall, words in figures(rows, found):
            if label == "ok":
                print(f"  {label:10} {precision:.3f}                      ({words})")
            else:
                print(f"  {label:10} precision {precision:.3f}  recall {recall:.3f}  ({words})")
            if (name, label) not in least:
                continue
            lowest = least[name, label]
            good = precision >= lowest[0] - 0.0005 and recall >= lowest[1] - 0.0005
            fallen += not good
            print(f"{'ok' if good else 'not ok'} {name} {label}")
        if options.show:
            show(rows, found)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
