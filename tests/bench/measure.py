#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
# Measures the commands on the corpus against the goals and prints medians and ratios.
#
# Usage: measure.py PROGRAMS COMMANDS CORPUS EXAMPLE [ROUNDS]
# PROGRAMS: the folder with floor and spend; COMMANDS: with the commands. Always ends with 0: how
# fast a machine is at a moment is no test. What is compared runs in turn (A B A B), and each B is
# held against the A just before it, so that other work on the machine weighs on both.
import collections
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

TODAY = ["--today", "2026-06-15"]  # the plans of the corpus live before this day
LARGEST = {"-j1": 16, "-j2": 32}   # MiB

# What reads Dutch: without it a check is the form and the method alone.
LANGUAGE = "--ignore=OP-14,OP-15,OP-18,OP-21,VP-13,TL"

Cost = collections.namedtuple("Cost", "cpu wall memory status")


class Failed(Exception):
    """A program did not do what it was asked."""


class Bench:
    def __init__(self, programs, commands, scratch):
        self.programs = programs
        self.commands = commands
        self.scratch = scratch

    def command(self, name):
        return os.path.join(self.commands, name)

    def spend(self, arguments, **options):
        """Runs a program once: what it cost."""
        figures = os.path.join(self.scratch, "figures")
        spend = [os.path.join(self.programs, "spend"), figures]
        subprocess.run(spend + arguments, stdout=subprocess.DEVNULL, check=True, **options)
        with open(figures, encoding="ascii") as file:
            cost = Cost(*map(int, file.read().split()))
        if cost.status > 1:  # 1: there were findings
            raise Failed(f"{arguments[0]} ended with status {cost.status}")
        return cost

    def check(self, *arguments):
        return self.spend([self.command("g1p-check")] + TODAY + list(arguments))

    def floor(self, folder):
        return self.spend([os.path.join(self.programs, "floor"), folder])


def tell(what, figure, unit, goal):
    met = "met" if figure <= goal else "not met"
    print(f"{what:<52} {figure:7.2f} {unit:<4} goal {goal:g}, {met}", flush=True)


def ratio(rounds, first, second, measure):
    """The median of second / first over rounds in which they take turns."""
    first(), second()
    ratios = []
    for _ in range(rounds):
        before = getattr(first(), measure)
        ratios.append(getattr(second(), measure) / before)
    return statistics.median(ratios)


def measure_check(bench, corpus, rounds):
    def one():
        return bench.check("-q", "-j1", corpus)

    def two():
        return bench.check("-q", "-j2", corpus)

    def lines():
        return bench.check("-f", "jsonl", "-j1", corpus)

    def without():
        return bench.check("-q", "-j1", LANGUAGE, corpus)

    def floor():
        return bench.floor(corpus)

    tell("check -q -j1 / libyaml's events, CPU", ratio(rounds, floor, one, "cpu"), "", 1.25)
    tell("the same without the rules on language, CPU", ratio(rounds, floor, without, "cpu"), "", 1.25)
    tell("check -f jsonl -j1 / libyaml's events, CPU", ratio(rounds, floor, lines, "cpu"), "", 1.25)
    if len(os.sched_getaffinity(0)) < 2:
        print("two threads: not measured, there is one processor")
    else:
        tell("check -q, two threads / one thread, wall", ratio(rounds, one, two, "wall"), "", 0.7)


def measure_memory(bench, corpus):
    for folder in corpus, corpus + "-large":
        count = len(os.listdir(folder))
        for jobs, goal in LARGEST.items():
            memory = max(bench.check("-q", jobs, folder).memory for _ in range(3))
            tell(f"check {jobs}, {count} plans, most memory", memory / 1024, "MiB", goal)


def measure_one(bench, example, rounds):
    walls = [bench.check("-q", example).wall for _ in range(10 * rounds)]
    tell("one plan in one process, wall", statistics.median(walls) / 1000, "ms", 5)


RECORDER = """#!/bin/sh
# Notes how pandoc is called, and calls it.
case " $* " in *" --version "*) exec {pandoc} "$@" ;; esac
cat >{record}/input
printf '%s\\0' "$@" >{record}/arguments
env -0 >{record}/environment
pwd >{record}/place
cp -R . {record}/folder
exec {pandoc} "$@" <{record}/input
"""


def record_pandoc(bench, pandoc, export):
    """Lets the export run once with a pandoc that notes what it is given. Returns the notes."""
    record = os.path.join(bench.scratch, "record")
    recorder = os.path.join(bench.scratch, "path", "pandoc")
    os.makedirs(record)
    os.makedirs(os.path.dirname(recorder))
    with open(recorder, "w", encoding="utf-8") as file:
        file.write(RECORDER.format(pandoc=pandoc, record=record))
    os.chmod(recorder, 0o755)
    path = os.path.dirname(recorder) + os.pathsep + os.environ["PATH"]
    bench.spend(export, env=dict(os.environ, PATH=path))
    if not os.path.exists(os.path.join(record, "place")):
        raise Failed("the export did not call pandoc")
    return record


def listed(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read().split("\0")[:-1]


def replay_pandoc(bench, pandoc, record):
    """Pandoc alone, with the same input, options, files and surroundings as the export gave it."""
    with open(os.path.join(record, "place"), encoding="utf-8") as file:
        place = file.read().rstrip("\n")
    folder = os.path.join(bench.scratch, "replay")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(record, "folder"), folder)
    arguments = [each.replace(place, folder) for each in listed(record + "/arguments")]
    surroundings = dict(each.replace(place, folder).split("=", 1)
                        for each in listed(record + "/environment"))
    with open(os.path.join(record, "input"), "rb") as content:
        return bench.spend([pandoc] + arguments, stdin=content, cwd=folder, env=surroundings,
                           stderr=subprocess.DEVNULL)


def measure_export(bench, example, rounds):
    pandoc = shutil.which("pandoc")
    command = bench.command("g1p-export")
    if not (pandoc and shutil.which("weasyprint") and os.path.exists(command)):
        print("export: not measured, it needs g1p-export, pandoc and weasyprint")
        return
    out = os.path.join(bench.scratch, "plan.pdf")
    export = [command, "-t", "pdf", "-o", out, os.path.abspath(example)]

    def ours():
        if os.path.exists(out):
            os.remove(out)
        return bench.spend(export)

    ours()
    os.remove(out)
    record = record_pandoc(bench, pandoc, export)

    def theirs():
        return replay_pandoc(bench, pandoc, record)

    for name in "cpu", "wall":
        tell(f"export to PDF / pandoc and its engine, {name}",
             ratio(rounds, theirs, ours, name), "", 1.05)


def measure_line(bench, corpus, rounds):
    """Single sentences on standard input: the lines of a part of the corpus as texts."""
    sentences = os.path.join(bench.scratch, "sentences")
    with open(sentences, "wb") as into:
        for name in sorted(os.listdir(corpus))[:200]:
            with open(os.path.join(corpus, name), "rb") as plan:
                shutil.copyfileobj(plan, into)
    with open(sentences, "rb") as plan:
        count = sum(1 for _ in plan)
    costs = []
    for _ in range(rounds):
        with open(sentences, "rb") as content:
            costs.append(bench.spend([bench.command("g1p-check"), "--line", "tekst", "-f", "jsonl"],
                                     stdin=content).cpu)
    tell("--line, a sentence, CPU", statistics.median(costs) / count, "us", 5)


def measure_change(bench, example, rounds):
    """One change by g1p-safety, from start to the file that is replaced."""
    plan = os.path.join(bench.scratch, "changed.yaml")
    change = [bench.command("g1p-safety"), "schaal", plan, "--wie", "nadia", "--cijfer", "6"] + TODAY
    walls = []
    for _ in range(10 * rounds):
        shutil.copyfile(example, plan)
        walls.append(bench.spend(change, stderr=subprocess.DEVNULL).wall)
    tell("one change by g1p-safety, wall", statistics.median(walls) / 1000, "ms", 20)


def measure_page(bench, example, rounds):
    """A web page of one plan, from start to file."""
    out = os.path.join(bench.scratch, "plan.html")
    page = [bench.command("g1p-export"), "-t", "html", "-o", out, example]
    walls = [bench.spend(page).wall for _ in range(10 * rounds)]
    tell("HTML of one plan, wall", statistics.median(walls) / 1000, "ms", 5)


def measure_many(bench, corpus):
    """A hundred PDFs with two workers, held against one worker."""
    if len(os.sched_getaffinity(0)) < 2 or not shutil.which("weasyprint"):
        print("100 PDFs: not measured, it needs two processors and weasyprint")
        return
    plans = [os.path.join(corpus, name) for name in sorted(os.listdir(corpus))[:100]]
    walls = []
    for jobs in "2", "1":
        out = os.path.join(bench.scratch, "many" + jobs)
        walls.append(bench.spend([bench.command("g1p-export"), "-j", jobs, "-o", out + "/"]
                                 + plans).wall)
        if len(os.listdir(out)) != len(plans):
            raise Failed("not every plan became a PDF")
    tell(f"{len(plans)} PDFs, two workers / one, wall", walls[0] / walls[1], "", 0.6)


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit("Usage: measure.py PROGRAMS COMMANDS CORPUS EXAMPLE [ROUNDS]")
    programs, commands, corpus, example = map(os.path.abspath, sys.argv[1:5])
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 9
    if os.getloadavg()[0] > 0.5:
        print("Something else runs here too: wall times say little, the other figures mostly hold.")
    with tempfile.TemporaryDirectory(prefix="g1p-bench-") as scratch:
        bench = Bench(programs, commands, scratch)
        for measure in (lambda: measure_check(bench, corpus, rounds),
                        lambda: measure_memory(bench, corpus),
                        lambda: measure_one(bench, example, rounds),
                        lambda: measure_line(bench, corpus, rounds),
                        lambda: measure_change(bench, example, rounds),
                        lambda: measure_page(bench, example, rounds),
                        lambda: measure_export(bench, example, max(1, rounds // 3)),
                        lambda: measure_many(bench, corpus)):
            try:
                measure()
            except (Failed, OSError, subprocess.CalledProcessError) as error:
                print(f"not measured: {error}")


main()
