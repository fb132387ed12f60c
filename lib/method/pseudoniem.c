// SPDX-License-Identifier: EUPL-1.2
// The walk over a plan that copies it without names.
#include "lib/method/pseudoniem.h"

#include <string.h>

#include "lib/base/word.h"
#include "lib/method/ids.h"
#include "lib/method/inzage.h"
#include "lib/method/personal.h"
#include "lib/method/schuilnaam.h"
#include "lib/method/words.h"
#include "lib/schema/check.h"
#include "lib/schema/scalar.h"
#include "lib/schema/schema.h"
#include "lib/yaml/copy.h"

struct hide {
    const struct plan_plan *plan; // NULL: a record of the meldcode
    struct plan_plan *copy;       // the tree that is being reworded, typed
    struct arena *arena;
    struct schuilnamen schuilnamen;
    struct namen *namen;         // all that is looked for
    struct namen *bekend;        // words that may have a capital anywhere
    struct namen *gewoon;        // words that may have one at the beginning of a sentence
    const char *const *sections; // of which words are told; NULL: of all
    struct pseudoniem *result;
    const struct node *at; // the text that is being looked at
    bool failed;
};

// ---- the copy ----

// What stands nowhere in the new tree: it would lead back to the people, and says nothing else.
static bool goes(const struct node *node) {
    switch (node->field->personal) {
    case PERSONAL_BIRTH:
    case PERSONAL_CONTACT:
    case PERSONAL_ADDRESS:
    case PERSONAL_TRACE:
        return true;
    default:
        return false;
    }
}

static struct node *copy_all(const struct node *node, struct arena *arena, bool *failed) {
    struct node *copy = node_copy(node, arena);
    for (const struct node *child = node->first; child && copy; child = child->next) {
        if (!child->field || goes(child) || node_absent(child))
            continue; // the team's own keys say what they like
        struct node *inside = copy_all(child, arena, failed);
        if (inside)
            node_append(copy, inside);
    }
    *failed |= !copy;
    return copy;
}

// ---- what stands in for what ----

// Typed values are for reading; the nodes of our own copy may be changed.
static void put(const struct plan_text *value, struct text text) {
    struct node *node =
        value->node ? node_child(value->node->parent, value->node->field->name) : NULL;
    if (node)
        node->text = text;
}

// Item i of the copy is item i of the plan: nothing is left out between them.
static void put_persons(struct hide *hide) {
    const struct plan_plan *copy = hide->copy;
    for (size_t i = 0; i < copy->huishouden.leden.count; i++) {
        put(&copy->huishouden.leden.items[i].naam, hide->schuilnamen.leden[i].naam);
        put(&copy->huishouden.leden.items[i].rol, hide->schuilnamen.leden[i].rol);
    }
    for (size_t i = 0; i < copy->netwerk.count; i++) {
        put(&copy->netwerk.items[i].naam, hide->schuilnamen.netwerk[i].naam);
        put(&copy->netwerk.items[i].relatie, hide->schuilnamen.netwerk[i].woord);
    }
    for (size_t i = 0; i < copy->professionals.count; i++) {
        const struct schuilnaam *own = &hide->schuilnamen.professionals[i];
        put(&copy->professionals.items[i].naam, own->naam);
        put(&copy->professionals.items[i].functie, own->woord);
        put(&copy->professionals.items[i].organisatie, own->organisatie);
    }
    put(&copy->huishouden.naam, TEXT("dit gezin"));
    put(&copy->nummer, TEXT("anoniem"));
}

// "kind 1" as an id: kind-1.
static struct text as_id(const struct hide *hide, struct text naam, bool *failed) {
    struct buffer made = {0};
    struct word word;
    for (size_t at = 0; word_next(naam, at, &word); at = word.end) {
        if (at > 0)
            buffer_add_char(&made, '-');
        word_fold(&made, word_text(naam, &word));
    }
    bool fits = !made.failed && schema_is_id(buffer_text(&made));
    const char *copy = fits          ? arena_copy(hide->arena, made.bytes, made.length)
                       : made.failed ? NULL
                                     : "";
    *failed |= !copy;
    struct text text = {copy ? copy : "", fits && copy ? made.length : 0};
    buffer_free(&made);
    return text;
}

static struct text rename_id(const struct node *id, unsigned count, void *context,
                             struct arena *arena, bool *failed) {
    const struct hide *hide = context;
    // Whose name has been put beside the id already.
    const struct node *naam = node_child(id->parent, "naam");
    bool person = naam && naam->field && naam->field->personal == PERSONAL_NAME;
    struct text own = person ? as_id(hide, naam->text, failed) : (struct text){"", 0};
    return own.length > 0 ? own : ids_numbered(id, count, arena, failed);
}

// ---- running text ----

static bool is_text(const struct node *node) {
    const struct schema_field *field = node->field;
    return node->kind == NODE_SCALAR && field && node->text.length > 0 && !field->personal &&
           field->declares < 0 && !field->refers && field->type->shape != SHAPE_FIXED &&
           node->word == 0 && !scalar_is_rule(node->text);
}

// Whether a text stands in a section of which words are told.
static bool is_told(const struct hide *hide, const struct node *node) {
    const struct node *root = hide->result->root;
    while (node->parent && node->parent != root)
        node = node->parent;
    bool told = !hide->sections;
    for (const char *const *section = hide->sections; !told && *section; section++)
        told = node->field && text_is(text_of(node->field->name), *section);
    return told;
}

static void note(void *context, struct text word, bool begins, bool doubtful) {
    struct hide *hide = context;
    struct pseudoniem *result = hide->result;
    if (!is_told(hide, hide->at))
        return;
    if (!doubtful &&
        (namen_holds(hide->bekend, word) || (begins && namen_holds(hide->gewoon, word))))
        return;
    result->onbekend++;
    if (result->woord_count == PSEUDONIEM_MOST_WORDS)
        return;
    const char *copy = arena_copy(hide->arena, word.bytes, word.length);
    hide->failed |= !copy;
    if (copy)
        result->woorden[result->woord_count++] =
            (struct pseudoniem_woord){{copy, word.length}, hide->at->line};
}

// The id of somebody where words may stand too.
static const struct text *person_meant(const struct hide *hide, struct text text) {
    if (!hide->plan)
        return NULL;
    struct persoon persoon = plan_persoon(hide->plan, text);
    switch (persoon.soort) {
    case PERSOON_LID:
        return &hide->schuilnamen.leden[persoon.index].naam;
    case PERSOON_NAASTE:
        return &hide->schuilnamen.netwerk[persoon.index].naam;
    case PERSOON_PROFESSIONAL:
        return &hide->schuilnamen.professionals[persoon.index].naam;
    default:
        return NULL;
    }
}

static void reword(struct hide *hide, struct node *node, struct buffer *numbers,
                   struct buffer *out) {
    const struct text *person = schema_is_id(node->text) ? person_meant(hide, node->text) : NULL;
    if (person) {
        node->text = *person;
        return;
    }
    hide->at = node;
    buffer_clear(numbers);
    buffer_clear(out);
    size_t count = personal_replace(node->text, numbers);
    count += namen_replace(hide->namen, buffer_text(numbers), note, hide, out);
    hide->failed |= numbers->failed || out->failed;
    if (count == 0 || hide->failed)
        return;
    const char *copy = arena_copy(hide->arena, out->bytes, out->length);
    hide->failed |= !copy;
    node->text = (struct text){copy ? copy : "", copy ? out->length : 0};
}

static void reword_all(struct hide *hide) {
    struct buffer numbers = {0};
    struct buffer out = {0};
    struct node *root = hide->result->root;
    for (struct node *node = root; node && !hide->failed; node = node_after(root, node))
        if (is_text(node))
            reword(hide, node, &numbers, &out);
    buffer_free(&numbers);
    buffer_free(&out);
}

// ---- words that are nobody's ----

static void know(struct hide *hide, struct namen *where, struct text text) {
    struct word word;
    for (size_t at = 0; word_next(text, at, &word); at = word.end)
        hide->failed |= namen_add(where, word_text(text, &word), TEXT(""), 0) != 0;
}

static void know_list(struct hide *hide, struct namen *where, const char *const list[]) {
    for (; *list; list++)
        know(hide, where, text_of(*list));
}

// Words that the plan itself writes small are no names where a sentence begins with them.
static void know_small(struct hide *hide) {
    struct word word;
    for (struct node *node = hide->result->root; node && !hide->failed;
         node = node_after(hide->result->root, node))
        for (size_t at = 0; is_text(node) && word_next(node->text, at, &word); at = word.end)
            if (word.lower)
                know(hide, hide->gewoon, word_text(node->text, &word));
}

static int collect_words(struct hide *hide) {
    hide->bekend = namen_begin(TEXT(""), hide->arena);
    hide->gewoon = namen_begin(TEXT(""), hide->arena);
    if (!hide->namen || !hide->bekend || !hide->gewoon)
        return -1;
    know_list(hide, hide->bekend, words_bekende_namen);
    know_list(hide, hide->bekend, words_tussenvoegsels); // without the rest of the name
    know_list(hide, hide->gewoon, words_gewone_woorden);
    know_list(hide, hide->gewoon, words_rollen);
    know_list(hide, hide->gewoon, words_soorten_organisatie);
    know_small(hide);
    return hide->failed ? -1 : 0;
}

// Gets ready to hide; `root` is what is to be copied.
static int begin(struct hide *hide, const struct node *root, struct pseudoniem *pseudoniem) {
    hide->result = pseudoniem;
    *pseudoniem = (struct pseudoniem){
        .woorden = arena_zero(hide->arena, PSEUDONIEM_MOST_WORDS, sizeof *pseudoniem->woorden)};
    pseudoniem->root = copy_all(root, hide->arena, &hide->failed);
    return pseudoniem->woorden && !hide->failed ? 0 : -1;
}

int pseudoniem_maak(const struct plan_plan *plan, struct date today, const char *const *sections,
                    struct arena *arena, struct pseudoniem *pseudoniem) {
    struct hide hide = {.plan = plan, .sections = sections, .arena = arena};
    hide.copy = arena_alloc(arena, sizeof *hide.copy);
    if (!hide.copy || begin(&hide, plan->node, pseudoniem) != 0 ||
        schuilnamen_kies(plan, today, arena, &hide.schuilnamen) != 0 ||
        zicht_lees(pseudoniem->root, today, arena, hide.copy) != 0)
        return -1;
    hide.namen = schuilnamen_zoek(plan, &hide.schuilnamen, arena);
    if (collect_words(&hide) != 0)
        return -1;
    ids_drop_dangling(pseudoniem->root);
    put_persons(&hide);
    reword_all(&hide);
    return hide.failed ? -1 : ids_rename_all(pseudoniem->root, rename_id, &hide, arena);
}

int pseudoniem_lees_dossier(struct node *root, struct date today, struct arena *arena,
                            struct plan_meldcode *dossier) {
    struct tree tree = {.root = root};
    struct schema_result *result = arena_zero(arena, 1, sizeof *result);
    if (!result || schema_check(&tree, schema_meldcode, today, arena, result) != 0)
        return -1;
    return plan_read_meldcode(&tree, arena, dossier);
}

int pseudoniem_maak_dossier(const struct plan_meldcode *dossier, struct arena *arena,
                            struct pseudoniem *pseudoniem) {
    struct hide hide = {.arena = arena};
    struct date no_day = {0};
    struct plan_meldcode *copy = arena_alloc(arena, sizeof *copy);
    if (!copy || begin(&hide, dossier->node, pseudoniem) != 0 ||
        schuilnamen_kies_dossier(dossier, arena, &hide.schuilnamen) != 0 ||
        pseudoniem_lees_dossier(pseudoniem->root, no_day, arena, copy) != 0)
        return -1;
    hide.namen = schuilnamen_zoek_dossier(dossier, &hide.schuilnamen, arena);
    if (collect_words(&hide) != 0)
        return -1;
    for (size_t i = 0; i < copy->betreft.count; i++)
        put(&copy->betreft.items[i].wie, hide.schuilnamen.leden[i].naam);
    put(&copy->professional.naam, hide.schuilnamen.professionals->naam);
    put(&copy->professional.functie, hide.schuilnamen.professionals->woord);
    put(&copy->professional.organisatie, hide.schuilnamen.professionals->organisatie);
    put(&copy->nummer, TEXT("anoniem"));
    reword_all(&hide);
    return hide.failed ? -1 : 0;
}
