#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
# Makes a folder of invented plans to measure on, from the examples: other people, ids, dates and
# words in each. The same every time.
#
# Usage: corpus.py EXAMPLES FOLDER COUNT TIMES
# FOLDER gets COUNT plans; FOLDER-large gets links to them, TIMES over.
import datetime
import os
import random
import re
import shutil
import sys
import unicodedata

MEAN = 7400  # bytes in a plan

# The first half is plain, the second half is not.
FIRST_NAMES = """Arjan Bas Coby Dirk Esra Frits Gerda Hamza Ilse Jeroen Kees Loes Mohamed Nel Olaf
Pieter Quinten Riet Sjaak Tineke Umar Vera Wim Yvonne Zeynep Anouk Berend Cora Douwe Evelien
Fleur Geert Hilde Ivo Jannie Klaas Leila Maarten Noor Omar Paula Ruben Sanne Teun
André Björn Chloé Daniël Élodie François Gökhan Hélène Ismaël Joëlle Käthe Loïs Michaël Noëlle
Özlem Rafaël Şirin Thérèse Ümit Zoë Aïcha Benoît Céline Désiré Eloïse Félix Gaëlle Hüseyin Inês
João Maëlle Noémi Raúl Sören Traoré Violène Łucja Çelik Aurélie Dvořák Émile Jürgen""".split()
LAST_NAMES = """Aalders Bakker Claessen Dekker Elzinga Faber Groot Hofman Jansen Kuipers Lammers
Mulder Nijhuis Oldenburg Postma Reinders Smit Timmer Veenstra Willems Yildirim Zwart Ademi Bosman
Adriënsz Böhm Crèvecœur Doğan Erdős Façade Gülen Hübner İnan Jørgensen Kılıç Łukasz Müller
Núñez Öztürk Père Régnier Šimić Tür Ünal Weiß Żak""".split()
PLAIN_LAST_NAMES = 24

# Words that can stand for one another.
WORDS = [group.split() for group in (
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "twee drie vier vijf zes zeven acht negen elf veertien twintig",
    "ochtend middag avond",
    "soms vaak steeds meestal",
    "fiets tas jas brief sleutel tuin bus hond",
    "boos verdrietig moe bang onrustig",
    "Gouda Boskoop Waddinxveen Moordrecht Reeuwijk Schoonhoven Bodegraven")]
WORD = re.compile(r"\b(%s)\b" % "|".join(word for group in WORDS for word in group))
GROUP = {word: group for group in WORDS for word in group}

# What goes wrong in some plans: a pattern and what comes in its place, once.
MISTAKES = [
    (r"^( +)status: open$", r"\1status: opne"),
    (r"^( +)wanneer: .*\n", ""),
    (r"^( +)uiterlijk: ", r"\1uiterlyk: "),
    (r"^( +)evaluatie: (\d{4})-\d\d-\d\d$", r"\1evaluatie: \2-02-30"),
    (r"^( +)leefgebied: wonen$", r"\1leefgebied: Wonen"),
    (r"^( +)zorgen: \[\w+", r"\1zorgen: [niet_genoemd"),
    (r"^  procesregisseur: .*\n", ""),
    (r"^( +)rol: kind$", r"\1rol:"),
    (r"^( +)citaat: .*\n", r""),
]


def people(text):
    """First names with their ids, and last names, as they stand in the example."""
    firsts, lasts = [], []
    for identity, name in re.findall(r"- id: ([a-z0-9_-]+)\n +naam: (.+)\n", text):
        words = name.strip("\"'").split()
        if plain(words[0]).lower() != identity or (words[0], identity) in firsts:
            continue  # "De baby" has no name yet
        firsts.append((words[0], identity))
        if len(words) > 1 and words[-1] not in lasts:
            lasts.append(words[-1])
    return firsts, lasts


def plain(text):
    """The same in ASCII: é becomes e, and what has no such letter is left out."""
    for letter, like in ("ł", "l"), ("Ł", "L"), ("ı", "i"), ("ø", "o"), ("’", "'"), ("…", "..."):
        text = text.replace(letter, like)
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")


def identity_of(name, used):
    identity = re.sub("[^a-z0-9]", "", plain(name).lower())
    while identity in used:
        identity += "2"
    used.add(identity)
    return identity


def rename(text, chance, accents):
    """Gives everybody another name and id, everywhere in the text."""
    firsts, lasts = people(text)
    half = len(FIRST_NAMES) // 2
    pool = FIRST_NAMES if accents else FIRST_NAMES[:half]
    last_pool = LAST_NAMES if accents else LAST_NAMES[:PLAIN_LAST_NAMES]
    others = chance.sample(pool, len(firsts))
    used = set(re.findall(r"\bid: ([a-z0-9_-]+)", text))
    change = {}
    for (name, identity), other in zip(firsts, others):
        change.setdefault(name, other)
        change[identity] = identity_of(other, used)
    for last in lasts:
        change.setdefault(last, chance.choice(last_pool))
    pattern = r"(?<![\w-])(%s)(?![\w-])" % "|".join(map(re.escape, sorted(change, reverse=True)))
    return re.sub(pattern, lambda match: change[match[1]], text)


def shift_dates(text, days):
    def shifted(match):
        day = datetime.date.fromisoformat(match[0]) - datetime.timedelta(days=days)
        return day.isoformat()
    return re.sub(r"(?<![\w-])(?:19|20)\d\d-\d\d-\d\d(?![\w-])", shifted, text)


def vary_words(text, chance):
    return WORD.sub(lambda match: chance.choice(GROUP[match[1]]), text)


def make_mistakes(text, chance):
    for pattern, instead in chance.sample(MISTAKES, chance.randint(1, 4)):
        places = list(re.finditer(pattern, text, re.MULTILINE))
        if places:
            place = chance.choice(places)
            text = text[:place.start()] + place.expand(instead) + text[place.end():]
    return text


def make_plan(example, number):
    chance = random.Random(f"plan {number}")
    accents = number % 2 == 1
    text = rename(example, chance, accents)
    text = vary_words(shift_dates(text, 7 * chance.randrange(6)), chance)
    text = re.sub(r"^nummer: .*$", f"nummer: bench-{number:05}", text, flags=re.MULTILINE)
    if number % 8 == 0:
        text = make_mistakes(text, chance)
    return text if accents else plain(text)


def read_examples(folder):
    names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    if not names:
        sys.exit(f"corpus.py: no examples in {folder}")
    texts = [open(os.path.join(folder, name), encoding="utf-8").read() for name in names]
    texts = [text for text in texts if "\nsoort: plan\n" in text]
    small = [text for text in texts if len(text.encode()) <= MEAN] or texts
    large = [text for text in texts if len(text.encode()) > MEAN] or texts
    return small, large


def main():
    if len(sys.argv) != 5:
        sys.exit("Usage: corpus.py EXAMPLES FOLDER COUNT TIMES")
    folder, count, times = sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    small, large = read_examples(sys.argv[1])
    for old in (folder, folder + "-large"):
        shutil.rmtree(old, ignore_errors=True)
        os.makedirs(old)
    total = 0
    for number in range(count):
        # Small and large ones in turn, whichever keeps the mean.
        kind = small if total > MEAN * number else large
        text = make_plan(random.Random(f"kind {number}").choice(kind), number)
        total += len(text.encode())
        path = os.path.join(folder, f"plan-{number:05}.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        for time in range(times):
            os.link(path, os.path.join(folder + "-large", f"plan-{time}-{number:05}.yaml"))
    print(f"{count} plans of {total / count:.0f} bytes on average in {folder}")


main()
