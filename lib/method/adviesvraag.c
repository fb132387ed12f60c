// SPDX-License-Identifier: EUPL-1.2
// A question for advice, and taking names out of a text.
#include "lib/method/adviesvraag.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/buffer.h"
#include "lib/base/words.h"
#include "lib/method/deskundige.h"
#include "lib/method/dossier.h"
#include "lib/method/personal.h"

enum { MOST_NAMES = 256, SHORTEST_NAME = 2, REPLACEMENT_ROOM = 24 };

// ---- names ----

// What stands in a text, and what takes its place.
struct naam {
    struct text naam;
    int persoon; // from 1; 0: somebody else; -1: the professional; -2: the organisation
};

struct namen {
    struct naam items[MOST_NAMES];
    size_t count;
};

static bool is_capital(struct text name) {
    unsigned char c = name.length > 0 ? (unsigned char)name.bytes[0] : 0;
    // From U+00C0 on: a letter with an accent may be one.
    return (c >= 'A' && c <= 'Z') || c >= 0xC3;
}

static void add_name(struct namen *namen, struct text name, int person) {
    name = text_trim(name);
    if (name.length < SHORTEST_NAME || namen->count == MOST_NAMES)
        return;
    namen->items[namen->count++] = (struct naam){name, person};
}

// A whole name, and each word of it that begins with a capital.
static void add_person(struct namen *namen, struct text name, int person) {
    add_name(namen, name, person);
    const char *at = name.bytes;
    const char *end = at ? at + name.length : at;
    while (at < end) {
        const char *blank = memchr(at, ' ', (size_t)(end - at));
        const char *stop = blank ? blank : end;
        struct text word = {at, (size_t)(stop - at)};
        if (word.length < name.length && is_capital(word))
            add_name(namen, word, person);
        at = blank ? blank + 1 : end;
    }
}

// Which person of the record an id or name of the plan is; 0: none of them.
static int person_of(const struct plan_meldcode *dossier, struct text id, struct text name) {
    for (size_t i = 0; i < dossier->betreft.count; i++) {
        struct text wie = dossier->betreft.items[i].wie.text;
        if (wie.length > 0 && (text_equal(wie, id) || text_equal(wie, name)))
            return (int)i + 1;
    }
    return 0;
}

static void collect_plan(struct namen *namen, const struct plan_meldcode *dossier,
                         const struct plan_plan *plan) {
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        int person = person_of(dossier, lid->id.text, lid->naam.text);
        add_person(namen, lid->naam.text, person);
    }
    for (size_t i = 0; i < plan->netwerk.count; i++)
        add_person(namen, plan->netwerk.items[i].naam.text, 0);
    for (size_t i = 0; i < plan->professionals.count; i++) {
        add_person(namen, plan->professionals.items[i].naam.text, 0);
        add_name(namen, plan->professionals.items[i].organisatie.text, -2);
    }
    add_name(namen, plan->huishouden.naam.text, 0);
    add_name(namen, plan->huishouden.adres.text, 0);
}

static void collect(struct namen *namen, const struct plan_meldcode *dossier,
                    const struct plan_plan *plan) {
    namen->count = 0;
    add_person(namen, dossier->professional.naam.text, -1);
    add_name(namen, dossier->professional.organisatie.text, -2);
    for (size_t i = 0; i < dossier->betreft.count; i++)
        // Words such as "het meisje van zes" name nobody.
        if (is_capital(dossier->betreft.items[i].wie.text))
            add_person(namen, dossier->betreft.items[i].wie.text, (int)i + 1);
    if (plan)
        collect_plan(namen, dossier, plan);
}

// ---- taking them out ----

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_letter(const char *at) {
    unsigned char c = (unsigned char)*at;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

// Whether a name stands at `at` as words of its own; also with an s behind it ("Bo's", "Annas").
static bool stands_at(struct text text, size_t at, struct text name) {
    if (name.length > text.length - at || (at > 0 && is_letter(text.bytes + at - 1)))
        return false;
    for (size_t i = 0; i < name.length; i++)
        if (lower(text.bytes[at + i]) != lower(name.bytes[i]))
            return false;
    // A name begins with a capital; "roos" on a table is a flower.
    if (is_capital(name) && text.bytes[at] != name.bytes[0])
        return false;
    size_t end = at + name.length;
    if (end < text.length && lower(text.bytes[end]) == 's')
        end++;
    return end == text.length || !is_letter(text.bytes + end) ||
           (at + name.length < text.length && !is_letter(text.bytes + at + name.length));
}

static void replacement(int person, char into[REPLACEMENT_ROOM]) {
    if (person > 0)
        snprintf(into, REPLACEMENT_ROOM, "persoon %d", person);
    else
        snprintf(into, REPLACEMENT_ROOM, "%s",
                 person == -1   ? "de professional"
                 : person == -2 ? "de organisatie"
                                : "iemand");
}

// The longest name that stands here.
static const struct naam *name_at(const struct namen *namen, struct text text, size_t at) {
    const struct naam *found = NULL;
    for (size_t i = 0; i < namen->count; i++)
        if ((!found || namen->items[i].naam.length > found->naam.length) &&
            stands_at(text, at, namen->items[i].naam))
            found = &namen->items[i];
    return found;
}

// Whether a word holds a number or address by which somebody can be found.
static bool is_personal(struct text word) {
    return personal_has_bsn(word) || personal_has_phone(word) || personal_has_email(word);
}

static void strip(const struct namen *namen, struct text text, struct buffer *out) {
    char instead[REPLACEMENT_ROOM];
    for (size_t at = 0; at < text.length;) {
        const struct naam *naam = name_at(namen, text, at);
        if (naam) {
            replacement(naam->persoon, instead);
            buffer_add_string(out, instead);
            at += naam->naam.length;
        } else {
            buffer_add_char(out, text.bytes[at++]);
        }
    }
}

// A line with a number or address in it loses the words that are one; when it is only seen in the
// line as a whole (written with blanks), the line goes.
static void strip_personal(struct text text, struct buffer *out) {
    bool whole = is_personal(text);
    for (size_t at = 0; at < text.length;) {
        size_t end = at;
        while (end < text.length && !strchr(" \n", text.bytes[end]))
            end++;
        // The end of a sentence is no part of it.
        while (end > at + 1 && strchr(".,;:!?)", text.bytes[end - 1]))
            end--;
        struct text word = {text.bytes + at, end - at};
        bool digits = false;
        for (size_t i = 0; i < word.length; i++)
            digits |= word.bytes[i] >= '0' && word.bytes[i] <= '9';
        if (whole && (digits || is_personal(word)))
            buffer_add_string(out, "…");
        else
            buffer_add(out, word);
        if (end < text.length)
            buffer_add_char(out, text.bytes[end++]);
        at = end;
    }
}

static struct text without(const struct namen *namen, struct text text, struct arena *arena) {
    struct buffer plain = {0};
    struct buffer out = {0};
    strip(namen, text, &plain);
    strip_personal(buffer_text(&plain), &out);
    struct text result = {NULL, 0};
    if (!plain.failed && !out.failed) {
        result.bytes = arena_copy(arena, out.bytes ? out.bytes : "", out.length);
        result.length = result.bytes ? out.length : 0;
    }
    buffer_free(&plain);
    buffer_free(&out);
    return result;
}

struct text adviesvraag_zonder_namen(struct text text, const struct plan_meldcode *dossier,
                                     const struct plan_plan *plan, struct arena *arena) {
    struct namen *namen = arena_zero(arena, 1, sizeof *namen);
    if (!namen)
        return (struct text){NULL, 0};
    collect(namen, dossier, plan);
    return without(namen, text, arena);
}

// ---- the whole ----

static int add_facts(const struct plan_meldcode *dossier, const struct namen *namen,
                     struct arena *arena, struct adviesvraag *into) {
    into->feiten = arena_zero(arena, dossier->signalen.count + 1, sizeof *into->feiten);
    if (!into->feiten)
        return -1;
    for (size_t i = 0; i < dossier->signalen.count; i++) {
        const struct plan_signaal *signaal = &dossier->signalen.items[i];
        struct adviesvraag_feit *feit = &into->feiten[into->feit_count];
        if (!signaal->node)
            continue;
        feit->datum = signaal->datum.date;
        feit->waargenomen = &signaal->waargenomen;
        feit->gevoel = signaal->feit.value == JA_NEE_NEE;
        feit->wat = without(namen, signaal->wat.text, arena);
        if (!feit->wat.bytes)
            return -1;
        into->feit_count++;
    }
    return 0;
}

static bool expert_needed(const struct plan_meldcode *dossier) {
    for (size_t i = 0; i < dossier->vormen.count; i++) {
        const struct deskundige_bij *bij = deskundige_bij(dossier->vormen.items[i].value);
        if (bij && bij->eigen && !deskundige_gesproken(dossier, bij))
            return true;
    }
    return false;
}

static void choose_questions(const struct plan_meldcode *dossier, struct adviesvraag *into) {
    bool open = into->gewogen && into->weging.volgende >= 0;
    into->vragen[VRAAG_GEVAAR] = !into->gewogen || into->levensbedreigend;
    into->vragen[VRAAG_DESKUNDIGE] = expert_needed(dossier);
    into->vragen[VRAAG_GESPREK] = !into->gesproken;
    into->vragen[VRAAG_VOORWAARDEN] = true;
    into->vragen[VRAAG_OPEN] = open;
    into->vragen[VRAAG_MELDEN] = !into->gewogen || into->weging.melden == WEGING_OPEN;
    into->vragen[VRAAG_RESULTAAT] = true;
}

int adviesvraag_maak(const struct plan_meldcode *dossier, const struct plan_plan *plan,
                     struct arena *arena, struct adviesvraag *into) {
    struct namen *namen = arena_zero(arena, 1, sizeof *namen);
    const struct plan_weging *weging = dossier_weging(dossier);
    *into = (struct adviesvraag){.vormen = &dossier->vormen};
    into->leeftijdsgroepen =
        arena_zero(arena, dossier->betreft.count + 1, sizeof *into->leeftijdsgroepen);
    if (!namen || !into->leeftijdsgroepen)
        return -1;
    collect(namen, dossier, plan);
    for (size_t i = 0; i < dossier->betreft.count; i++)
        into->leeftijdsgroepen[into->personen++] = dossier->betreft.items[i].leeftijdsgroep.value;
    into->levensbedreigend = dossier->levensbedreigend.antwoord.value == JA_NEE_JA;
    into->gesproken = moment_eerste(dossier->gesprekken.node).node != NULL;
    if (weging) {
        into->gewogen = true;
        weging_antwoorden(weging, into->antwoorden);
        into->weging = weging_weeg(into->antwoorden);
    }
    choose_questions(dossier, into);
    return add_facts(dossier, namen, arena, into);
}

const char *adviesvraag_zin(enum adviesvraag_vraag vraag) {
    static const char *const zinnen[ADVIES_VRAGEN] = {
        [VRAAG_GEVAAR] = DN_("Hoe acuut is het, en wat moet er vandaag gebeuren?"),
        [VRAAG_DESKUNDIGE] = DN_("Welke deskundige moet ik bij deze vorm van geweld nog vragen?"),
        [VRAAG_GESPREK] =
            DN_("Hoe ga ik veilig in gesprek met de mensen om wie het gaat, en met wie eerst?"),
        [VRAAG_VOORWAARDEN] = DN_("Wat moet er minstens veilig zijn, en voor wie?"),
        [VRAAG_OPEN] =
            DN_("Hoe kom ik aan het antwoord op de vraag van de weging die nog openstaat?"),
        [VRAAG_MELDEN] = DN_("Vraagt dit om een melding?"),
        [VRAAG_RESULTAAT] = DN_("Wat doe ik als er niets verandert, en wanneer kijk ik opnieuw?")};
    return zinnen[vraag];
}
