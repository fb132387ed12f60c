// SPDX-License-Identifier: EUPL-1.2
// The entries of schemas/woorden.yaml: jargon, vague words, and what goes away.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gen/lexicon.h"
#include "lib/base/fold.h"

static const char *const lists[] = {"jargon", "vaag", "weg"};
static const char *const kinds[2][6] = {
    {"slag", "frequentie", "termijn", "leeg", "beeld", NULL},
    {"stoppen", "afname", "voorkomen", "wegblijven", "verdwijnen", NULL}};
static const char *const places[] = {"doel", "actie", "afspraak", "kracht", "zorg", "tekst", NULL};
static const char *const keys[] = {"woord", "werkwoord", "scheidbaar", "frase", "ook",
                                   "niet",  "gewoon",    "soort",      "in",    "tenzij",
                                   "met",   "hoofdzin",  "voltooid",   NULL};

static int index_of(struct text word, const char *const *words) {
    for (int i = 0; words[i]; i++)
        if (text_is(word, words[i]))
            return i;
    return -1;
}

// Calls `each` for a text or each text of a list.
static void for_texts(const struct node *node, unsigned entry,
                      void (*each)(const struct node *node, unsigned entry)) {
    if (!node)
        return;
    if (node->kind == NODE_SCALAR)
        each(node, entry);
    else if (node->kind == NODE_LIST)
        for (const struct node *item = node->first; item; item = item->next)
            for_texts(item, entry, each);
    else
        gen_stop(lexicon.file, node, "a text or a list of texts is meant");
}

static void add(const struct node *node, unsigned entry) {
    lexicon_add(node, node->text, entry, false);
}

static void add_exception(const struct node *node, unsigned entry) {
    lexicon_add(node, node->text, entry, true);
}

static void add_form(const struct node *node, unsigned entry, const char *before, const char *stem,
                     const char *after) {
    char word[3 * LEXICON_LONGEST];
    snprintf(word, sizeof word, "%s%s%s", before, stem, after);
    lexicon_add(node, text_of(word), entry, false);
}

static bool has_prefix_without_ge(const char *word) {
    static const char *const prefixes[] = {"be", "ver", "ont", "her", "er", "ge", NULL};
    for (int i = 0; prefixes[i]; i++)
        if (strncmp(word, prefixes[i], strlen(prefixes[i])) == 0 &&
            strlen(word) > strlen(prefixes[i]) + 4)
            return true;
    return false;
}

// A verb in -eren: stabiliseer, stabiliseert, gestabiliseerd.
static void add_verb(const struct node *node, unsigned entry) {
    static const char *const endings[] = {"eren",   "eer",   "eert",  "eerde",
                                          "eerden", "erend", "erende"};
    char word[LEXICON_LONGEST];
    size_t length = fold_word(node->text, word, sizeof word - 1);
    word[length] = '\0';
    if (length < 6 || strcmp(word + length - 4, "eren") != 0)
        gen_stop(lexicon.file, node, "a verb in -eren is meant; write the forms of others out");
    word[length - 4] = '\0';
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        add_form(node, entry, "", word, endings[i]);
    const char *ge = has_prefix_without_ge(word) ? "" : "ge";
    add_form(node, entry, ge, word, "eerd");
    add_form(node, entry, ge, word, "eerde");
    add_form(node, entry, ge, word, "eerden");
}

static void add_separable(const struct node *node, unsigned entry) {
    const struct node *particle = gen_need(lexicon.file, node, "deel");
    char deel[LEXICON_LONGEST];
    char spaced[3 * LEXICON_LONGEST];
    size_t length = fold_word(particle->text, deel, sizeof deel - 1);
    deel[length] = '\0';
    for (const struct node *stem = gen_need(lexicon.file, node, "stam")->first; stem;
         stem = stem->next) {
        struct variants *variants = lexicon_variants();
        lexicon_expand(stem, stem->text, variants);
        for (unsigned i = 0; i < variants->count; i++) {
            const char *form = variants->words[i];
            size_t end = strlen(form);
            lexicon_add_split(stem, form, deel, entry);
            add_form(stem, entry, deel, form, "");
            if (end > 2 && form[end - 1] == 'n') {
                snprintf(spaced, sizeof spaced, "%s te %s", deel, form);
                lexicon_add(stem, text_of(spaced), entry, false);
            }
        }
        free(variants);
    }
    const struct node *done = gen_need(lexicon.file, node, "voltooid");
    for (const struct node *form = done->kind == NODE_LIST ? done->first : done; form;
         form = done->kind == NODE_LIST ? form->next : NULL) {
        snprintf(spaced, sizeof spaced, "%s%.*s", deel, (int)form->text.length, form->text.bytes);
        lexicon_add(form, text_of(spaced), entry, false);
    }
}

static void add_met(const struct node *node, unsigned entry) {
    char word[LEXICON_LONGEST];
    size_t length = fold_word(node->text, word, sizeof word - 1);
    word[length] = '\0';
    uint16_t verb = lexicon.words[lexicon_word(node, word)].row.werkwoord;
    uint16_t *met = lexicon.entries[entry].met;
    if (!verb)
        gen_stop(lexicon.file, node, "`met` names no verb of `werkwoorden`");
    for (int i = 0; i < INGANG_MET; i++)
        if (!met[i]) {
            met[i] = verb;
            return;
        }
    gen_stop(lexicon.file, node, "at most %d verbs", INGANG_MET);
}

static void add_place(const struct node *node, unsigned entry) {
    int place = index_of(node->text, places);
    if (place < 0) {
        gen_stop(lexicon.file, node, "no such kind of sentence");
        return;
    }
    lexicon.entries[entry].in |= (uint8_t)(1U << place);
}

static void add_unless(const struct node *node, unsigned entry) {
    struct ingang *row = &lexicon.entries[entry];
    if (text_is(node->text, "tijd"))
        row->tenzij_tijd = true;
    else if (text_is(node->text, "getal"))
        row->tenzij_getal = true;
    else
        gen_stop(lexicon.file, node, "`tenzij` is tijd or getal");
}

// How an entry is called: its first word or phrase, without the marks of a pattern.
static struct text name_of(const struct node *entry) {
    static const char *const names[] = {"woord", "werkwoord", "frase", "scheidbaar", "ook", NULL};
    for (int i = 0; names[i]; i++) {
        const struct node *node = node_child(entry, names[i]);
        if (node && node->kind == NODE_LIST)
            node = node->first;
        if (node && node->kind == NODE_SCALAR)
            return node->text;
    }
    return TEXT("");
}

static void read_entry(const struct node *node, unsigned list) {
    unsigned entry = lexicon.entry_count++;
    struct ingang *row = &lexicon.entries[entry];
    if (entry == LEXICON_MOST_ENTRIES)
        gen_stop(lexicon.file, node, "too many entries");
    if (node->kind != NODE_MAPPING)
        gen_stop(lexicon.file, node, "an entry is a mapping");
    for (const struct node *child = node->first; child; child = child->next)
        if (index_of(child->key->text, keys) < 0)
            gen_stop(lexicon.file, child->key, "an entry has no such key");
    *row = (struct ingang){.lijst = (uint8_t)list};
    lexicon.plain[entry] = gen_text(node, "gewoon");
    lexicon.name[entry] = name_of(node);
    if (list == LIJST_JARGON && lexicon.plain[entry].length == 0)
        gen_stop(lexicon.file, node, "jargon has plain words: `gewoon`");
    if (list != LIJST_JARGON) {
        const struct node *soort = gen_need(lexicon.file, node, "soort");
        int kind = index_of(soort->text, kinds[list - LIJST_VAAG]);
        if (kind < 0)
            gen_stop(lexicon.file, soort, "no such `soort` in this list");
        row->soort = (uint8_t)kind;
    }
    row->hoofdzin = node_child(node, "hoofdzin") ? text_is(gen_text(node, "hoofdzin"), "ja")
                                                 : list == LIJST_WEG;
    for_texts(node_child(node, "in"), entry, add_place);
    if (!row->in)
        row->in = 0xFF;
    for_texts(node_child(node, "tenzij"), entry, add_unless);
    for_texts(node_child(node, "met"), entry, add_met);
    for_texts(node_child(node, "woord"), entry, add);
    for_texts(node_child(node, "frase"), entry, add);
    for_texts(node_child(node, "werkwoord"), entry, add_verb);
    for_texts(node_child(node, "ook"), entry, add);
    for_texts(node_child(node, "voltooid"), entry, add);
    for_texts(node_child(node, "niet"), entry, add_exception);
    const struct node *separable = node_child(node, "scheidbaar");
    for (const struct node *one = separable && separable->kind == NODE_LIST ? separable->first
                                                                            : separable;
         one; one = separable->kind == NODE_LIST ? one->next : NULL)
        add_separable(one, entry);
}

void lexicon_read_entries(void) {
    for (unsigned list = 0; list < 3; list++) {
        const struct node *node = gen_need(lexicon.file, lexicon.file->tree.root, lists[list]);
        for (const struct node *entry = node->first; entry; entry = entry->next)
            read_entry(entry, list);
    }
}
