#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
# Drives the questions of g1p-meldcode, and of g1p-new meldcode, on a pseudo-terminal.
# Usage: tests/pty/meldcode.py BINDIR
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from talk import BIN, TODAY, Talk, finish, ok

HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = os.path.join(HERE, "../golden/meldcode-flow/dossier.yaml")
DUTCH = os.path.exists(os.path.join(BIN, "../share/locale/nl/LC_MESSAGES/g1p.mo"))


class Meldcode(Talk):
    prompt = r": $"

    def __init__(self, words, folder, language="C.UTF-8", **more):
        super().__init__(["g1p-meldcode"] + words, language, folder, **more)


def content(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def fresh(folder, rest=""):
    path = os.path.join(folder, "dossier.yaml")
    shutil.copy(RECORD, path)
    with open(path, "a", encoding="utf-8") as file:
        file.write(rest)
    return path


def walk(talk, answers):
    for answer in answers:
        talk.question()
        talk.answer(answer)
    return talk.finish()


def weigh(folder, language, dutch):
    """The five questions: why, what each leads to, wrong answers, not yet, and back."""
    yes, no, back = ("ja", "nee", "terug") if dutch else ("yes", "no", "back")
    talk = Meldcode(["weeg"], folder, language)
    first = talk.question()
    ok("112" in first and "0800 2000" in first and first.index("112") < first.index("1."),
       f"{language}: danger comes before the first question", first)
    ok(("vermoed" in first) == dutch and f"  {yes} →" not in first and f"{yes} → " in first
       and f"{no} → " in first, f"{language}: says what each answer leads to", first)
    talk.answer(back)
    said = talk.question()
    ok(("eerste vraag" if dutch else "first question") in said,
       f"{language}: nothing lies before the first question", said)
    talk.answer("misschien")
    said = talk.question()
    ok("Enter" in said and "2." not in said, f"{language}: “misschien” is asked again", said)
    talk.answer(yes)
    talk.question()
    talk.answer(yes.upper())
    said = talk.question()
    ok("0800 2000" in said and "3." in said, f"{language}: report first, then on to 3", said)
    talk.answer(back)
    said = talk.question()
    ok("\n2." in said, f"{language}: back asks the question before", said)
    talk.answer(no)
    talk.question()
    talk.answer(yes)
    talk.question()
    talk.answer("weet ik nog niet" if dutch else "not yet")
    said = talk.question()
    ok("0800 2000" in said and "5." not in said, f"{language}: not yet known stops the walk", said)
    talk.answer(back)
    said = talk.question()
    ok("\n4." in said, f"{language}: back from the end", said)
    talk.answer(yes)
    talk.question()
    talk.answer("")
    talk.question()
    talk.answer("")
    status = talk.finish()
    ok(status == 3 and ("Uitkomst: hulp" if dutch else "Outcome: hulp") in talk.seen,
       f"{language}: the outcome, and status 3", f"status {status}\n{talk.seen}")


def statuses(folder):
    for answers, expected, outcome in (
            (["no", ""], 0, "afsluiten"),
            (["yes", "no", "yes", "yes", "yes", ""], 0, "volgen"),
            (["yes", "yes", "no", ""], 1, "melden"),
            (["", ""], 3, "open")):
        talk = Meldcode(["weeg"], folder)
        status = walk(talk, answers)
        ok(status == expected and f"Outcome: {outcome}" in talk.seen,
           f"{'-'.join(answers)} ends {expected}", f"status {status}\n{talk.seen}")


def record(folder):
    """The weighing is written down, with whom it was weighed."""
    path = fresh(folder)
    talk = Meldcode(["weeg", "--record", "dossier.yaml"], folder)
    status = walk(talk, ["yes", "no", "yes", "yes", "", "", "veilig_thuis", "Het gaat beter."])
    text = content(path)
    ok(status == 3 and "    vermoeden: ja\n    acuut_of_structureel: nee\n" in text
       and "    met: veilig_thuis\n    toelichting: Het gaat beter.\n" in text
       and "duurzame_veiligheid: " not in text, "weeg --record asks and writes",
       f"status {status}\n{talk.seen}\n{text}")


def departing(folder):
    """A decision that departs is asked for its reason; without one nothing is written."""
    weging = ("wegingen:\n  - {datum: 2026-05-20, door: N, vermoeden: ja, "
              "acuut_of_structureel: ja, effectieve_hulp: nee, met: veilig_thuis}\n")
    path = fresh(folder, weging)
    before = content(path)
    talk = Meldcode(["besluit", "dossier.yaml"], folder)
    said = talk.question()
    ok("Report to Veilig Thuis" in said, "a decision is asked with the weighing beside it", said)
    for answer in ("nee", "nee", "", ""):
        talk.answer(answer)
        said = talk.question()
    ok("not what follows" in said, "a departing decision is asked for its reason", said)
    talk.answer("")
    status = talk.finish()
    ok(status == 2 and content(path) == before, "without a reason nothing is written",
       f"status {status}\n{talk.seen}")
    talk = Meldcode(["besluit", "dossier.yaml"], folder)
    status = walk(talk, ["nee", "nee", "de politie meldt al", ""])
    ok(status == 0 and "reden: de politie meldt al" in content(path) and "MC-08" in talk.seen,
       "with a reason it is written, and marked", f"status {status}\n{talk.seen}")


def signal_asked(folder):
    path = fresh(folder)
    talk = Meldcode(["signaal", "dossier.yaml"], folder)
    status = walk(talk, ["", "Een gat in de deur.", "gezein", "gezien", "ja", "2026-06-31",
                         "2026-05-30"])
    ok(status == 0 and "  - datum: 2026-05-30\n    door: Nadia Amrani\n"
       "    wat: Een gat in de deur.\n    waargenomen: gezien\n    feit: ja\n" in content(path),
       "a signal is asked until it is right; its author is known",
       f"status {status}\n{talk.seen}\n{content(path)}")


def told_first(folder):
    """What cannot be is told before any question."""
    path = fresh(folder)
    before = content(path)
    for verb, words in (("besluit", "weighed"), ("sluit", "weighed")):
        talk = Meldcode([verb, "dossier.yaml"], folder)
        status = talk.finish()
        ok(status == 2 and words in talk.seen and "questions" not in talk.seen
           and content(path) == before, f"{verb} without a weighing asks nothing", talk.seen)


def stops(folder):
    path = fresh(folder)
    before = content(path)
    for count, answers in enumerate(([], ["yes"], ["yes", "no", "yes"])):
        for name, key in (("ctrl-D", b"\x04"), ("ctrl-C", b"\x03")):
            talk = Meldcode(["weeg", "--record", "dossier.yaml"], folder)
            talk.question()
            for answer in answers:
                talk.answer(answer)
                talk.question()
            talk.key(key)
            status = talk.finish()
            left = sorted(os.listdir(folder))
            good = content(path) == before and left == ["dossier.yaml"]
            ok(good and (status == -signal.SIGINT if key == b"\x03" else status == 2),
               f"{name} in walk {count} leaves all as it was", f"status {status}, {left}")


def new_record(folder):
    """g1p-new meldcode asks for danger first."""
    path = os.path.join(folder, "nieuw.yaml")
    talk = Talk(["g1p-new", "meldcode", "-o", "nieuw.yaml"], "C.UTF-8", folder)
    first = talk.question()
    ok("112" in first and "life-threatening" in first, "danger is the first question", first)
    talk.answer("yes")
    status = walk(talk, ["1, 9", "1,3", "", "Nadia Amrani", "gezinswerker", "Wijkteam",
                         "", "het meisje van zes", "kid", "kind", "", "no", "2, lichamelijk_letsel"])
    text = content(path)
    checked = subprocess.run([os.path.join(BIN, "g1p-check"), "--today", TODAY, path],
                             capture_output=True, text=True, check=False)
    ok(status == 0 and checked.returncode == 0 and '    - "112"\n    - veilig_thuis_crisis\n' in text
       and "  - wie: het meisje van zes\n" in text and "    leeftijdsgroep: kind\n" in text
       and "  - kindermishandeling\n  - lichamelijk_letsel\n" in text and "nummer: nieuw\n" in text,
       "a record with all its answers", f"status {status}\n{talk.seen}\n{checked.stdout}\n{text}")
    os.remove(path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        weigh(folder, "C.UTF-8", False)
        if DUTCH:
            weigh(folder, "nl_NL.UTF-8", True)
        for test in (statuses, new_record, record, departing, signal_asked, told_first, stops):
            test(folder)
    return finish()


sys.exit(main())
