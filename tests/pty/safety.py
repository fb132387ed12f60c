#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
# Drives the questions of g1p-safety on a pseudo-terminal. Usage: tests/pty/safety.py BINDIR
import difflib
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from talk import BIN, Talk, finish, ok

HERE = os.path.dirname(os.path.abspath(__file__))
PLAN = os.path.join(HERE, "../golden/safety-schaal/plan.yaml")
FULL = os.path.join(HERE, "../../examples/gezin-met-veiligheidsplan.yaml")


class Safety(Talk):
    prompt = r"[:?] $"

    def __init__(self, words, folder, language="C.UTF-8", **more):
        super().__init__(["g1p-safety"] + words, language, folder, **more)


def fresh(folder):
    path = os.path.join(folder, "plan.yaml")
    shutil.copy(PLAN, path)
    return path


def content(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def added(path):
    """The lines that were added; None when any went away or changed."""
    before, after = content(PLAN).splitlines(), content(path).splitlines()
    lines = list(difflib.ndiff(before, after))
    if any(line.startswith("- ") for line in lines):
        return None
    return [line[2:].strip() for line in lines if line.startswith("+ ")]


def figure(folder, language, dutch):
    path = fresh(folder)
    talk = Safety(["schaal", "plan.yaml"], folder, language)
    first = talk.question()
    ok(("Wie geeft" in first) == dutch and "(ans, bo, rik, oma): " in first,
       f"{language}: asks who, and shows who there is", first)
    for wrong, told in (("", "nodig" if dutch else "needed"), ("boo", "bo"),
                        ("niemand", "ans, bo, rik, oma"), ("?", "Wie het cijfer gaf")):
        talk.answer(wrong)
        said = talk.question()
        ok(told in said and "(ans, bo, rik, oma)" in said,
           f"{language}: “{wrong}” is explained and asked again", said)
    talk.answer("BO")
    talk.question()
    for wrong in ("11", "-1", "7.25", "zes"):
        talk.answer(wrong)
        said = talk.question()
        ok("6,5" in said, f"{language}: {wrong} is explained and asked again", said)
    talk.answer("6,5")
    said = talk.question()
    ok("[2026-06-01]" in said, f"{language}: today is offered", said)
    talk.answer("2026-07-01")
    said = talk.question()
    ok("[2026-06-01]" in said and ("jaar" if dutch else "year") in said,
       f"{language}: a day to come is asked again", said)
    talk.answer("")
    talk.question()
    talk.answer("- Ik zei: “goed” # echt")
    status = talk.finish()
    lines = added(path)
    ok(status == 0 and lines == ["-   datum: 2026-06-01", "wie: bo", "cijfer: 6.5",
                                 'toelichting: "- Ik zei: “goed” # echt"'],
       f"{language}: that item is added and nothing else", f"{status} {lines}\n{talk.seen}")
    ok(("De controle" if dutch else "The check") in talk.seen.splitlines()[-1],
       f"{language}: the last line says what the check thinks", talk.seen)


def agreement(folder):
    path = fresh(folder)
    talk = Safety(["afspraak", "plan.yaml", "--waar", "thuis"], folder)
    for answer in ("rik", "gaat naar buiten", "als hij boos wordt", "", "oma", "oma: komt meteen",
                   "bo, ans: bellen oma", "", "oma", "Ans belt oma."):
        said = talk.question()
        talk.answer(answer)
    status = talk.finish()
    ok(status == 0 and "Where?" not in talk.seen, "what was given is not asked", talk.seen)
    lines = added(path)
    ok(lines == ["- id: v1", "wie: rik", "wat: gaat naar buiten", "waar: thuis",
                 "wanneer: als hij boos wordt", "steun:", "- wie: oma", "wat: komt meteen",
                 "- wie: [bo, ans]", "wat: bellen oma", "toezicht: oma",
                 "bij_niet_nakomen: Ans belt oma.", "gemaakt: 2026-06-01", "status: loopt"],
       "an agreement with two who support it", f"{lines}\n{talk.seen}")
    ok("who, a colon" in talk.seen, "support without a colon is explained and asked again",
       talk.seen)


def nothing_asked(folder):
    path = fresh(folder)
    talk = Safety(["schaal", "plan.yaml", "--wie", "bo", "--cijfer", "3"], folder)
    status = talk.finish()
    ok(status == 0 and "?" not in talk.seen and added(path), "all is given: nothing is asked",
       talk.seen)


def ends(folder):
    """The end of the input, and Ctrl-C, at every question."""
    answers = ["bo", "6", "", ""]
    for count in range(len(answers)):
        for name, key in (("ctrl-D", b"\x04"), ("ctrl-C", b"\x03")):
            path = fresh(folder)
            talk = Safety(["schaal", "plan.yaml"], folder)
            talk.question()
            for answer in answers[:count]:
                talk.answer(answer)
                talk.question()
            talk.key(key)
            status = talk.finish()
            good = added(path) == [] and os.listdir(folder) == ["plan.yaml"] and (
                status == -signal.SIGINT if key == b"\x03"
                else status == 2 and "nothing was written" in talk.seen)
            ok(good, f"{name} after {count} answers leaves the file as it was",
               f"status {status}\n{talk.seen}")


def meanwhile(folder):
    """While somebody thinks about a question another one writes: both stand there."""
    path = fresh(folder)
    talk = Safety(["schaal", "plan.yaml", "--wie", "bo"], folder)
    talk.question()
    run = subprocess.run([os.path.join(BIN, "g1p-safety"), "schaal", path, "--wie", "rik",
                          "--cijfer", "5", "--today", "2026-06-01"], stdin=subprocess.DEVNULL,
                         capture_output=True)
    talk.answer("7")
    talk.question()
    talk.answer("")
    talk.question()
    talk.answer("")
    status = talk.finish()
    lines = added(path) or []
    ok(status == 0 and run.returncode == 0 and "cijfer: 5" in lines and "cijfer: 7" in lines,
       "two who write at once both land", f"{lines}\n{talk.seen}")


def told_first(folder):
    path = fresh(folder)
    if os.geteuid() != 0:
        os.chmod(path, 0o400)
        talk = Safety(["schaal", "plan.yaml"], folder)
        status = talk.finish()
        ok(status == 2 and "plan.yaml" in talk.seen and "?" not in talk.seen,
           "that a file cannot be written is told before any question", talk.seen)
        os.chmod(path, 0o600)
    talk = Safety(["begin", "plan.yaml"], folder)
    status = talk.finish()
    ok(status == 2 and "already" in talk.seen, "begin tells that there is a safety plan", talk.seen)


def shown(folder):
    shutil.copy(FULL, os.path.join(folder, "full.yaml"))
    talk = Safety(["full.yaml"], folder, terminal="xterm", columns=60)
    status = talk.finish()
    plain = talk.seen.replace("\x1b[1m", "").replace("\x1b[0m", "")
    ok(status == 0 and "Nadia el Amrani" in plain and "loopt het huis uit" in plain,
       "at a terminal names and agreements are shown", talk.seen)
    ok("●" in plain and max(len(line) for line in plain.splitlines()) <= 60,
       "within the width of the terminal", talk.seen)
    ok("\x1b[1m" in talk.seen, "headings stand out", talk.seen)
    talk = Safety(["full.yaml"], folder, terminal="dumb")
    talk.finish()
    ok("●" not in talk.seen and "ox'*'#" in talk.seen, "a dumb terminal gets ASCII", talk.seen)
    talk = Safety(["--excerpts", "never", "full.yaml"], folder, terminal="xterm")
    talk.finish()
    ok("Nadia" not in talk.seen and "nadia" in talk.seen, "--excerpts never shows ids only",
       talk.seen)
    out = os.path.join(folder, "out.txt")
    talk = Safety(["full.yaml"], folder, output=out, terminal="xterm")
    talk.finish()
    with open(out, encoding="utf-8") as file:
        text = file.read()
    ok("Nadia" not in text and "nadia" in text and "\x1b" not in text,
       "in a file there are no names, and no colours", text)


def main():
    languages = [("C.UTF-8", False)]
    if os.path.exists(os.path.join(BIN, "../share/locale/nl/LC_MESSAGES/g1p.mo")):
        languages.append(("nl_NL.UTF-8", True))
    for language, dutch in languages:
        with tempfile.TemporaryDirectory() as folder:
            figure(folder, language, dutch)
    for test in (agreement, nothing_asked, ends, meanwhile, told_first, shown):
        with tempfile.TemporaryDirectory() as folder:
            test(folder)
    return finish()


sys.exit(main())
