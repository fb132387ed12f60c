#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
# Drives the questions of g1p-new on a pseudo-terminal. Usage: tests/pty/new.py FOLDER-OF-COMMANDS
import os
import signal
import stat
import subprocess
import sys
import tempfile

from talk import BIN, TODAY, finish, ok
from talk import Talk as Conversation


class Talk(Conversation):
    """With g1p-new."""

    def __init__(self, arguments, language, folder, output=None):
        super().__init__(["g1p-new"] + arguments, language, folder, output)


def check(path):
    run = subprocess.run([os.path.join(BIN, "g1p-check"), "--today", TODAY, "-f", "jsonl", path],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True,
                         env=dict(os.environ, LC_ALL="C.UTF-8"))
    return run.returncode == 0 and '"type":"finding"' not in run.stdout, run.stdout + run.stderr


def live(path):
    """The lines that count."""
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file
                if line.strip() and not line.lstrip().startswith("#")]


def has(path, *lines):
    there = live(path)
    return all(line in there for line in lines)


def full(language, dutch, folder):
    """All questions, with wrong answers in between."""
    name = "nl" if dutch else "en"
    path = os.path.join(folder, name + ".yaml")
    talk = Talk(["plan", "-o", name + ".yaml"], language, folder)
    first = talk.question()
    ok(f"[{name}]" in first, f"{name}: the name of the file is offered as the number", first)
    ok(("Een nieuw plan" in first) == dutch, f"{name}: in the reader's language", first)
    talk.answer("2026-0044")
    talk.question()
    talk.answer("Familie Özdemir: thuis")
    people = talk.question()
    ok("Enter" in people and "1" in people, f"{name}: asks for people, one by one", people)
    talk.answer("Zoë Özdemir")
    role = talk.question()
    role = role.split("\n")[-1]
    ok("Zoë" in role and "Özdemir" not in role, f"{name}: asks about the person by first name", role)
    talk.answer("moeder")
    talk.question()
    for wrong, told in (("12-3-1984", "1984-03-12"),
                        ("2026-02-30", "kalender" if dutch else "calendar"),
                        ("vorig jaar", "Enter"),
                        ("2062-01-01", "negen" if dutch else "nine"),
                        ("1784-01-01", "lang" if dutch else "long")):
        talk.answer(wrong)
        said = talk.question()
        ok(told in said and "1984-03-12" in said, f"{name}: {wrong} is explained and asked again",
           said)
    talk.answer("1984-03-12")
    talk.question()
    talk.answer("  baby  ")
    talk.question()
    talk.answer("kind")
    talk.question()
    talk.answer("2026-09-20")
    talk.question()
    talk.answer("zoe Jansen")
    talk.question()
    talk.answer("")  # the role is left open
    talk.question()
    talk.answer("")  # and the date of birth
    talk.question()
    talk.answer("")  # everybody is there
    teller = talk.question()
    ok("zoe, baby, zoe2" in teller, f"{name}: the short words are shown", teller)
    talk.answer("piet")
    again = talk.question()
    ok("zoe2" in again, f"{name}: somebody unknown is asked again", again)
    talk.answer("Zoë Özdemir")
    talk.question()
    talk.answer('- Ik zei: "nee" # echt')
    safety = talk.question()
    talk.answer("een beetje")
    again = talk.question()
    ok(safety.split("\n")[-1] in again, f"{name}: an unclear answer is asked again", again)
    talk.answer("JA" if dutch else "yes")
    status = talk.finish()
    ok(status == 0 and "112" in talk.seen, f"{name}: ends well, and says whom to call", talk.seen)
    ok(f"g1p-check {name}.yaml" in talk.seen, f"{name}: says what comes next", talk.seen)
    ok(stat.S_IMODE(os.stat(path).st_mode) == 0o600, f"{name}: the file is for its owner only")
    ok(has(path, "nummer: 2026-0044", "fase: aanmelding", f"opgesteld: {TODAY}",
           '  naam: "Familie Özdemir: thuis"', "    - id: zoe", "      naam: Zoë Özdemir",
           "      rol: moeder", "      geboren: 1984-03-12", "    - id: baby", "      rol: kind",
           "      uitgerekend: 2026-09-20", "    - id: zoe2", "      rol: lid", "  wie: zoe",
           "  citaat: '- Ik zei: \"nee\" # echt'", "  zorgen: ja"),
       f"{name}: the file holds the answers", "\n".join(live(path)))
    good, said = check(path)
    ok(good, f"{name}: the file passes g1p-check without findings", said)


def all_open(folder):
    path = os.path.join(folder, "open.yaml")
    talk = Talk(["plan", "-o", "open.yaml"], "C.UTF-8", folder)
    asked = 0
    while ": " in talk.question()[-2:] and asked < 20:
        asked += 1
        talk.answer("")
    status = talk.finish()
    ok(status == 0 and asked == 5, "Enter to all: five questions, and a plan",
       f"status {status}, asked {asked}\n{talk.seen}")
    good, said = check(path)
    ok(good and has(path, "nummer: open"), "Enter to all: it passes g1p-check", said)


def without_name(folder):
    path = os.path.join(folder, "noname.yaml")
    talk = Talk(["plan", "-o", "noname.yaml", "nummer=7"], "C.UTF-8", folder)
    for answer in ("", "Ger Aarts", "vader", "1950-01-01", "", "", "", "weet ik nog niet"):
        talk.question()
        talk.answer(answer)
    status = talk.finish()
    good, said = check(path)
    ok(status == 0 and good and has(path, "  naam: Ger Aarts", "  zorgen:"),
       "a household without a name is called after its first person", talk.seen + said)


def only_a_name(folder):
    path = os.path.join(folder, "nobody.yaml")
    talk = Talk(["plan", "-o", "nobody.yaml", "nummer=7"], "C.UTF-8", folder)
    for answer in ("Familie Aarts", "", "Wij zijn moe.", "nee"):
        talk.question()
        talk.answer(answer)
    status = talk.finish()
    good, said = check(path)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    ok(status == 0 and good and "#   naam: Familie Aarts\n" in text and "leden" in talk.seen and
       has(path, "  citaat: Wij zijn moe.", "  zorgen: nee"),
       "a name without people is kept behind a #, and that is told", talk.seen + said)


def given(folder):
    """What is given on the command line is not asked."""
    path = os.path.join(folder, "given.yaml")
    talk = Talk(["plan", "-o", "given.yaml", "nummer=9", "huishouden.naam=Familie Aarts",
                 "huishouden.leden.0.naam=Toos Aarts", "huishouden.leden.0.rol=oma",
                 "basiszorg_en_veiligheid.zorgen=nee"], "C.UTF-8", folder)
    for answer in ("TOOS", "Ik ben moe."):
        talk.question()
        talk.answer(answer)
    status = talk.finish()
    good, said = check(path)
    ok(status == 0 and good and has(path, "  wie: toos", "  citaat: Ik ben moe.", "    - id: toos"),
       "what is given is not asked", talk.seen + said)


def arrow_key(folder):
    talk = Talk(["plan", "-o", "arrow.yaml"], "C.UTF-8", folder)
    talk.question()
    talk.answer("\x1b[D12")
    said = talk.question()
    ok("arrow" in said, "an arrow key in an answer is told and asked again", said)
    talk.key(b"\x03")
    talk.finish()


def ends(folder):
    """The end of the input, and Ctrl-C, at every question."""
    answers = ["1", "Familie Aarts", "Toos Aarts", "moeder", "1950-01-01", "", "toos", "Ik ben moe."]
    for count in range(len(answers) + 1):
        for name, key in (("ctrl-D", b"\x04"), ("ctrl-C", b"\x03")):
            talk = Talk(["plan", "-o", "stop.yaml"], "C.UTF-8", folder)
            talk.question()
            for answer in answers[:count]:
                talk.answer(answer)
                talk.question()
            talk.key(key)
            status = talk.finish()
            left = [entry for entry in os.listdir(folder) if "stop" in entry]
            good = not left and (status == -signal.SIGINT if key == b"\x03"
                                 else status == 2 and "nothing was written" in talk.seen)
            ok(good, f"{name} after {count} answers leaves nothing behind",
               f"status {status}, left {left}\n{talk.seen}")


def refused_first(folder):
    """A file that is there is told before any question."""
    path = os.path.join(folder, "there.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write("mijn werk\n")
    talk = Talk(["plan", "-o", "there.yaml"], "C.UTF-8", folder)
    status = talk.finish()
    with open(path, encoding="utf-8") as file:
        same = file.read() == "mijn werk\n"
    ok(status == 2 and same and "exists" in talk.seen and "plan [" not in talk.seen,
       "an existing file is told before the questions, and kept", talk.seen)


def to_output(folder):
    """The plan goes to standard output, the questions do not."""
    path = os.path.join(folder, "output.yaml")
    talk = Talk(["plan", "nummer=3", "huishouden.naam=A", "huishouden.leden.0.naam=Bo",
                 "huishouden.leden.0.rol=kind", "aanleiding.wie=bo"], "C.UTF-8", folder, path)
    for answer in ("Ik wil rust.", ""):
        talk.question()
        talk.answer(answer)
    status = talk.finish()
    good, said = check(path)
    ok(status == 0 and good and live(path)[0] == "g1p: 1" and "g1p: 1" not in talk.seen,
       "without -o the plan alone goes to standard output", talk.seen + said)


def quiet(folder):
    talk = Talk(["plan", "-q", "-o", "quiet.yaml"], "C.UTF-8", folder)
    status = talk.finish()
    good, said = check(os.path.join(folder, "quiet.yaml"))
    ok(status == 0 and good and talk.seen == "", "-q asks and says nothing", talk.seen + said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        full("C.UTF-8", False, folder)
        if os.path.exists(os.path.join(BIN, "../share/locale/nl/LC_MESSAGES/g1p.mo")):
            full("nl_NL.UTF-8", True, folder)
        for test in (all_open, without_name, only_a_name, given, arrow_key, refused_first,
                     to_output, quiet, ends):
            test(folder)
    return finish()


sys.exit(main())
