// SPDX-License-Identifier: EUPL-1.2
// Collecting all by which somebody can be known.
#include <string.h>

#include "lib/base/word.h"
#include "lib/method/naam.h"
#include "lib/method/schuilnaam.h"
#include "lib/method/words.h"

enum { SHORT_WORD = 2, SHORT_NUMBER = 4 };

// What is searched for, as it grows.
struct search {
    struct namen *namen;
    struct namen *gewoon; // words that are nobody's
    struct arena *arena;
    bool failed;
};

static void add(struct search *search, struct text naam, struct text vervanging, unsigned flags) {
    search->failed |= namen_add(search->namen, naam, vervanging, flags) != 0;
}

static void add_list(struct search *search, const char *const list[]) {
    for (; *list; list++) {
        struct word word;
        struct text text = text_of(*list);
        for (size_t at = 0; word_next(text, at, &word); at = word.end)
            search->failed |= namen_add(search->gewoon, word_text(text, &word), TEXT(""), 0) != 0;
    }
}

// ---- persons ----

// Whoever is called by an id: sanne, oma_riet.
static void add_id(struct search *search, struct text id, struct text vervanging) {
    struct word word;
    for (size_t at = 0; word_next(id, at, &word); at = word.end)
        if (word.letters > SHORT_WORD && !namen_holds(search->gewoon, word_text(id, &word)))
            search->failed |=
                naam_add_roepnaam(search->namen, word_text(id, &word), vervanging, NULL) != 0;
}

static void add_initial(struct search *search, struct text naam, struct text vervanging) {
    struct word word;
    if (!word_next(naam, 0, &word))
        return;
    size_t end = word.begin + 1;
    while (end < word.end && ((unsigned char)naam.bytes[end] & 0xC0) == 0x80)
        end++;
    add(search, (struct text){naam.bytes + word.begin, end - word.begin}, vervanging,
        NAAM_HOOFDLETTER | NAAM_PUNT);
}

static void add_person(struct search *search, struct text naam, struct text id,
                       struct text vervanging) {
    search->failed |= naam_add(search->namen, naam, vervanging, NULL) != 0;
    add_initial(search, naam, vervanging);
    add_id(search, id, vervanging);
}

// A day in the ways people write it.
static void add_day(struct search *search, struct date day) {
    struct buffer form = {0};
    for (int i = 0; i < 12; i++) {
        const char *pad = i & 1 ? "0" : "";
        int year = i & 2 ? day.year % 100 : day.year;
        buffer_clear(&form);
        buffer_format(&form, "%s%d ", day.day < 10 ? pad : "", day.day);
        if (i < 4)
            buffer_format(&form, "%s%d", day.month < 10 ? pad : "", day.month);
        else
            buffer_format(&form, "%.*s", i < 8 ? 20 : 3, words_maanden[day.month - 1]);
        buffer_format(&form, " %02d", year);
        search->failed |= form.failed;
        add(search, buffer_text(&form), TEXT("[geboortedatum]"), 0);
    }
    buffer_clear(&form);
    buffer_format(&form, "%d %02d %02d", day.year, day.month, day.day);
    search->failed |= form.failed;
    add(search, buffer_text(&form), TEXT("[geboortedatum]"), 0);
    buffer_free(&form);
}

// ---- the household ----

// "Gezin Bakker-el Amrani": as it stands, called otherwise, and the names in it.
static void add_household(struct search *search, struct text naam) {
    static const char *const called[] = {"gezin", "familie", "fam", "huishouden"};
    struct buffer form = {0};
    struct word word;
    bool first = true;
    add(search, naam, TEXT("dit gezin"), 0);
    for (size_t at = 0; word_next(naam, at, &word); at = word.end) {
        struct text text = word_text(naam, &word);
        struct text rest = {naam.bytes + word.begin, naam.length - word.begin};
        bool particle = naam_is_tussenvoegsel(text);
        if (!particle && namen_holds(search->gewoon, text))
            continue;
        for (size_t i = 0; first && i < sizeof called / sizeof *called; i++) {
            buffer_clear(&form);
            buffer_format(&form, "%s ", called[i]);
            buffer_add(&form, rest);
            search->failed |= form.failed;
            add(search, buffer_text(&form), TEXT("dit gezin"), 0);
        }
        first = false;
        if (!particle && word.letters > 1)
            add(search, text, TEXT("[naam]"), NAAM_HOOFDLETTER | NAAM_VORMEN);
    }
    buffer_free(&form);
}

// The words of a street or a town, together and each that could stand alone.
static void add_place(struct search *search, struct text place, struct text vervanging) {
    struct word word;
    place = text_trim(place);
    add(search, place, vervanging, NAAM_HOOFDLETTER);
    for (size_t at = 0; word_next(place, at, &word); at = word.end)
        if (word.letters > SHORT_WORD && word.capital &&
            !namen_holds(search->gewoon, word_text(place, &word)))
            add(search, word_text(place, &word), vervanging, NAAM_HOOFDLETTER);
}

// "Lindehof 14, 2801 AB Gouda": the whole, street with number, street, town.
static void add_address(struct search *search, struct text adres) {
    size_t digit = 0, comma, town;
    struct word word = {0};
    while (digit < adres.length && !(adres.bytes[digit] >= '0' && adres.bytes[digit] <= '9'))
        digit++;
    for (comma = 0; comma < adres.length && adres.bytes[comma] != ',';)
        comma++;
    size_t street = digit < comma ? digit : comma;
    bool number = digit < comma && word_next(adres, digit, &word);
    add(search, adres, TEXT("[adres]"), 0);
    if (number)
        add(search, (struct text){adres.bytes, word.end}, TEXT("[adres]"), 0);
    add_place(search, (struct text){adres.bytes, street}, TEXT("[adres]"));
    town = number ? word.end : comma;
    // The postcode is known by its shape; the town begins behind its letters.
    for (size_t at = town; word_next(adres, at, &word); at = word.end)
        if (word.letters > SHORT_WORD && word.capital) {
            town = word.begin;
            add_place(search, (struct text){adres.bytes + town, adres.length - town},
                      TEXT("[plaats]"));
            break;
        }
}

// ---- organisations ----

// "Basisschool De Kievit": as it stands, without what it is ("De Kievit"), and each telling word.
static void add_organisation(struct search *search, struct text naam, struct text vervanging) {
    struct word word;
    size_t from = 0;
    bool in_particles = false, whole = false;
    add(search, naam, vervanging, NAAM_VORMEN);
    for (size_t at = 0; word_next(naam, at, &word); at = word.end) {
        struct text text = word_text(naam, &word);
        bool particle = naam_is_tussenvoegsel(text);
        if (!in_particles)
            from = word.begin;
        in_particles = particle;
        if (particle || namen_holds(search->gewoon, text))
            continue;
        if (!whole)
            add(search, (struct text){naam.bytes + from, naam.length - from}, vervanging,
                NAAM_HOOFDLETTER);
        whole = true;
        if (word.letters > SHORT_WORD && word.capital)
            add(search, text, vervanging, NAAM_HOOFDLETTER | NAAM_VORMEN);
    }
}

static void add_number(struct search *search, struct text number) {
    if (number.length >= SHORT_NUMBER)
        add(search, number, TEXT("[nummer]"), 0);
}

// Nothing searched for yet, and the words that are nobody's.
static struct search begin(struct arena *arena) {
    const char *const *const lists[] = {words_rollen, words_soorten_organisatie,
                                        words_tussenvoegsels, words_bekende_namen,
                                        words_gewone_woorden};
    struct search search = {namen_begin(TEXT("[naam]"), arena), namen_begin(TEXT(""), arena), arena,
                            false};
    search.failed = !search.namen || !search.gewoon;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && !search.failed; i++)
        add_list(&search, lists[i]);
    return search;
}

struct namen *schuilnamen_zoek(const struct plan_plan *plan, const struct schuilnamen *schuilnamen,
                               struct arena *arena) {
    struct search search = begin(arena);
    if (search.failed)
        return NULL;
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        add_person(&search, lid->naam.text, lid->id.text, schuilnamen->leden[i].naam);
        if (date_known(lid->geboren.date))
            add_day(&search, lid->geboren.date);
    }
    for (size_t i = 0; i < plan->netwerk.count; i++)
        add_person(&search, plan->netwerk.items[i].naam.text, plan->netwerk.items[i].id.text,
                   schuilnamen->netwerk[i].naam);
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        add_person(&search, professional->naam.text, professional->id.text,
                   schuilnamen->professionals[i].naam);
        add_organisation(&search, professional->organisatie.text,
                         schuilnamen->professionals[i].organisatie);
    }
    add_household(&search, plan->huishouden.naam.text);
    add_address(&search, plan->huishouden.adres.text);
    add_number(&search, plan->nummer.text);
    return search.failed ? NULL : search.namen;
}

// Whether any word of a text is no ordinary one: "moeder" names nobody.
static bool names_somebody(const struct search *search, struct text text) {
    struct word word;
    for (size_t at = 0; word_next(text, at, &word); at = word.end)
        if (!namen_holds(search->gewoon, word_text(text, &word)))
            return true;
    return false;
}

struct namen *schuilnamen_zoek_dossier(const struct plan_meldcode *dossier,
                                       const struct schuilnamen *schuilnamen, struct arena *arena) {
    const struct plan_meldcode_professional *professional = &dossier->professional;
    struct search search = begin(arena);
    if (search.failed)
        return NULL;
    for (size_t i = 0; i < dossier->betreft.count; i++) {
        struct text wie = dossier->betreft.items[i].wie.text;
        if (names_somebody(&search, wie))
            add_person(&search, wie, TEXT(""), schuilnamen->leden[i].naam);
    }
    add_person(&search, professional->naam.text, TEXT(""), schuilnamen->professionals->naam);
    add_organisation(&search, professional->organisatie.text,
                     schuilnamen->professionals->organisatie);
    add_number(&search, dossier->nummer.text);
    return search.failed ? NULL : search.namen;
}
