// SPDX-License-Identifier: EUPL-1.2
// Choosing words for people by what the plan says they are.
#include "lib/method/schuilnaam.h"

#include <string.h>

#include "lib/base/word.h"
#include "lib/method/lid.h"
#include "lib/method/words.h"

// What is to be chosen for, and what was: all persons in one row, so that they can be numbered.
struct choice {
    struct arena *arena;
    struct schuilnaam *all;
    size_t count;
    bool failed;
};

static struct text keep(struct choice *choice, const struct buffer *made) {
    const char *copy = made->failed ? NULL : arena_copy(choice->arena, made->bytes, made->length);
    choice->failed |= !copy;
    return (struct text){copy ? copy : "", copy ? made->length : 0};
}

// ---- words ----

// Whether a word of the text, folded, is this one.
static bool has_word(struct text text, const char *wanted) {
    struct buffer folded = {0};
    struct word word;
    bool found = false;
    for (size_t at = 0; !found && word_next(text, at, &word); at = word.end) {
        buffer_clear(&folded);
        word_fold(&folded, word_text(text, &word));
        found = text_is(buffer_text(&folded), wanted);
    }
    buffer_free(&folded);
    return found;
}

// The first word of the list of roles that stands in the text; NULL: none.
static const char *role_in(struct text text) {
    for (const char *const *role = words_rollen; *role; role++)
        if (has_word(text, *role))
            return *role;
    return NULL;
}

// Of a child it is not told whether it is a boy or a girl.
static struct text role_of_member(const struct plan_lid *lid, struct date today) {
    enum leeftijd leeftijd = lid_leeftijd(lid, today);
    const char *role = role_in(lid->rol.text);
    if (leeftijd == LEEFTIJD_VANAF_16)
        return TEXT("jongere");
    if (leeftijd != LEEFTIJD_VOLWASSEN)
        return TEXT("kind");
    return role ? text_of(role) : TEXT("volwassene");
}

static bool in_list(struct text word, const char *const list[]) {
    for (; *list; list++)
        if (text_is(word, *list))
            return true;
    return false;
}

// Whether a word has a capital behind its beginning, as an abbreviation: POH, IB.
static bool is_abbreviation(struct text word) {
    for (size_t i = 1; i < word.length; i++)
        if (word.bytes[i] >= 'A' && word.bytes[i] <= 'Z')
            return true;
    return false;
}

// "juf van groep 5" is a juf. What holds a name or a figure tells too much.
static struct text job_of(struct choice *choice, struct text functie) {
    struct buffer folded = {0};
    struct buffer made = {0};
    struct word word;
    bool telling = false;
    for (size_t at = 0; !telling && word_next(functie, at, &word); at = word.end) {
        struct text written = word_text(functie, &word);
        struct text gap = {functie.bytes + at, word.begin - at};
        buffer_clear(&folded);
        word_fold(&folded, written);
        if (at > 0 && (in_list(buffer_text(&folded), words_tot_een_voorzetsel) ||
                       (gap.length && strchr(",(;:/", gap.bytes[0]))))
            break;
        telling =
            (at > 0 && word.capital && !is_abbreviation(written)) || (!word.capital && !word.lower);
        if (at > 0)
            buffer_add_string(&made, gap.length && gap.bytes[0] == '-' ? "-" : " ");
        buffer_add(&made, is_abbreviation(written) ? written : buffer_text(&folded));
    }
    struct text job = telling || made.length == 0 || made.length > 40 ? TEXT("professional")
                                                                      : keep(choice, &made);
    choice->failed |= made.failed || folded.failed;
    buffer_free(&folded);
    buffer_free(&made);
    return job;
}

// The kind of organisation by a word, or the beginning of one, in its name.
static struct text kind_of_organisation(struct text name) {
    struct buffer folded = {0};
    struct word word;
    struct text found = {"organisatie", 11};
    buffer_add_char(&folded, ' ');
    for (size_t at = 0; word_next(name, at, &word); at = word.end) {
        word_fold(&folded, word_text(name, &word));
        buffer_add_char(&folded, ' ');
    }
    for (const char *const *kind = words_soorten_organisatie; *kind && !folded.failed; kind++) {
        size_t length = strlen(*kind);
        for (size_t at = 0; at + length <= folded.length; at++)
            if (memcmp(folded.bytes + at, *kind, length) == 0 &&
                (folded.bytes[at ? at - 1 : 0] == ' ' || folded.bytes[at + length] == ' ')) {
                found = text_of(*kind);
                goto done;
            }
    }
done:
    buffer_free(&folded);
    return found;
}

// ---- numbers ----

static bool is_child(struct text word) {
    return text_is(word, "kind");
}

// Gives each a name: the word, with a number where several have it, and always for a child.
static void number(struct choice *choice) {
    struct buffer made = {0};
    for (size_t i = 0; i < choice->count; i++) {
        struct schuilnaam *own = &choice->all[i];
        unsigned before = 0, all = 0;
        for (size_t k = 0; k < choice->count; k++) {
            bool same = text_equal(choice->all[k].woord, own->woord);
            before += same && k < i;
            all += same;
        }
        own->naam = own->woord;
        if (all == 1 && !is_child(own->woord))
            continue;
        buffer_clear(&made);
        buffer_add(&made, own->woord);
        buffer_format(&made, " %u", before + 1);
        own->naam = keep(choice, &made);
    }
    buffer_free(&made);
}

// Likewise for organisations: professionals of the same one share its name.
static void number_organisations(struct choice *choice, const struct plan_plan *plan,
                                 struct schuilnaam *own) {
    const struct plan_professional_list *list = &plan->professionals;
    struct buffer made = {0};
    for (size_t i = 0; i < list->count; i++) {
        struct text name = list->items[i].organisatie.text;
        unsigned before = 0;
        bool again = false;
        struct text kind = kind_of_organisation(name);
        for (size_t k = 0; k < i && !again; k++) {
            again = text_equal(list->items[k].organisatie.text, name);
            if (again)
                own[i].organisatie = own[k].organisatie;
            before += text_starts(own[k].organisatie, kind.bytes);
        }
        if (again)
            continue;
        buffer_clear(&made);
        buffer_add(&made, kind);
        if (before > 0)
            buffer_format(&made, " %u", before + 1);
        own[i].organisatie = keep(choice, &made);
    }
    buffer_free(&made);
}

// "moeder, 34 jaar": the age in place of the day of birth.
static struct text role_with_age(struct choice *choice, const struct plan_lid *lid,
                                 struct text word, struct date today) {
    struct buffer made = {0};
    buffer_add(&made, word);
    struct date born = lid->geboren.date;
    int age = date_known(born) ? date_age(born, today) : -1;
    if (age > 0)
        buffer_format(&made, ", %d jaar", age);
    else if (age == 0)
        buffer_add_string(&made, ", nog geen jaar");
    else if (lid_leeftijd(lid, today) == LEEFTIJD_ONGEBOREN)
        buffer_add_string(&made, ", ongeboren");
    struct text text = keep(choice, &made);
    buffer_free(&made);
    return text;
}

int schuilnamen_kies(const struct plan_plan *plan, struct date today, struct arena *arena,
                     struct schuilnamen *namen) {
    size_t leden = plan->huishouden.leden.count, netwerk = plan->netwerk.count;
    size_t count = leden + netwerk + plan->professionals.count;
    struct choice choice = {arena, arena_zero(arena, count + 1, sizeof *choice.all), count, false};
    if (!choice.all)
        return -1;
    *namen = (struct schuilnamen){choice.all, choice.all + leden, choice.all + leden + netwerk};
    for (size_t i = 0; i < leden; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        namen->leden[i].woord = role_of_member(lid, today);
        namen->leden[i].rol = role_with_age(&choice, lid, namen->leden[i].woord, today);
    }
    for (size_t i = 0; i < netwerk; i++) {
        const char *role = role_in(plan->netwerk.items[i].relatie.text);
        namen->netwerk[i].woord = role ? text_of(role) : TEXT("naaste");
    }
    for (size_t i = 0; i < plan->professionals.count; i++)
        namen->professionals[i].woord = job_of(&choice, plan->professionals.items[i].functie.text);
    number(&choice);
    number_organisations(&choice, plan, namen->professionals);
    return choice.failed ? -1 : 0;
}

// Who a record concerns may be written as a role, and else is known by the age group.
static struct text role_of_concerned(const struct plan_betrokkene *betrokkene) {
    static const char *const groups[] = {[LEEFTIJDSGROEP_KIND] = "kind",
                                         [LEEFTIJDSGROEP_ADOLESCENT] = "jongere",
                                         [LEEFTIJDSGROEP_VOLWASSENE] = "volwassene",
                                         [LEEFTIJDSGROEP_OUDERE] = "oudere"};
    const char *role = role_in(betrokkene->wie.text);
    int group = betrokkene->leeftijdsgroep.value;
    bool minor = group == LEEFTIJDSGROEP_KIND || group == LEEFTIJDSGROEP_ADOLESCENT;
    if (role && !minor)
        return text_of(role);
    return group >= 0 ? text_of(groups[group]) : TEXT("betrokkene");
}

int schuilnamen_kies_dossier(const struct plan_meldcode *dossier, struct arena *arena,
                             struct schuilnamen *namen) {
    size_t count = dossier->betreft.count + 1;
    struct choice choice = {arena, arena_zero(arena, count, sizeof *choice.all), count, false};
    if (!choice.all)
        return -1;
    struct schuilnaam *own = &choice.all[count - 1];
    *namen = (struct schuilnamen){choice.all, own, own};
    for (size_t i = 0; i < dossier->betreft.count; i++)
        namen->leden[i].woord = role_of_concerned(&dossier->betreft.items[i]);
    own->woord = job_of(&choice, dossier->professional.functie.text);
    own->organisatie = kind_of_organisation(dossier->professional.organisatie.text);
    number(&choice);
    return choice.failed ? -1 : 0;
}
