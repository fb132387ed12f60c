// SPDX-License-Identifier: EUPL-1.2
// schemas/woorden.yaml as the tables of lib/taal/woorden.h.
#include <stdlib.h>
#include <string.h>

#include "gen/lexicon.h"
#include "lib/base/fold.h"
#include "lib/taal/lettergrepen.h"

static const char *const class_names[] = {
#define CLASS_NAME(name) #name,
    KLASSEN(CLASS_NAME)
#undef CLASS_NAME
};

// Lists outside `klassen`, `mensen` and `tijd` that are classes too.
static const struct {
    const char *section, *list, *name;
} lists[] = {{NULL, "lijkt_ontkenning", "LIJKT_NEGATIE"},
             {NULL, "geen_vergelijking", "GEEN_VERGELIJKING"},
             {NULL, "zonder_goed", "ZONDER_GOED"},
             {"afkortingen", "bekend", "AFKORTING"}};

static unsigned class_named(const struct node *node, struct text name) {
    for (unsigned i = 0; i < KLASSE_COUNT; i++) {
        size_t length = strlen(class_names[i]);
        bool same = length == name.length;
        for (size_t k = 0; same && k < length; k++) {
            char c = name.bytes[k];
            same = class_names[i][k] == (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
        }
        if (same)
            return i;
    }
    gen_stop(lexicon.file, node, "no such class of words");
}

static void read_class(const struct node *list, unsigned klasse) {
    if (list->kind != NODE_LIST)
        gen_stop(lexicon.file, list, "a list of words is meant");
    for (const struct node *word = list->first; word; word = word->next)
        lexicon_add(word, word->text, FRASE_KLASSE + klasse, false);
}

static void read_classes(void) {
    static const char *const sections[] = {"klassen", "mensen", "tijd"};
    const struct node *root = lexicon.file->tree.root;
    for (int i = 0; i < 3; i++)
        for (const struct node *list = gen_need(lexicon.file, root, sections[i])->first; list;
             list = list->next)
            read_class(list, class_named(list, list->key->text));
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        const struct node *section =
            lists[i].section ? gen_need(lexicon.file, root, lists[i].section) : root;
        const struct node *list = gen_need(lexicon.file, section, lists[i].list);
        read_class(list, class_named(list, text_of(lists[i].name)));
    }
}

static void add_verb_form(const struct node *node, const char *letters, unsigned verb,
                          uint64_t klasse) {
    struct woord *row = &lexicon.words[lexicon_word(node, letters)].row;
    row->klassen |= klasse;
    if (!row->werkwoord || row->werkwoord == verb)
        row->werkwoord = (uint16_t)verb;
    else
        row->ook_werkwoord = (uint16_t)verb;
}

// The infinitive is the key; the last of the forms is the participle.
static void read_verb(const struct node *verb) {
    unsigned number = ++lexicon.verb_count;
    struct variants *variants = lexicon_variants();
    if (verb->kind != NODE_LIST || verb->count == 0)
        gen_stop(lexicon.file, verb, "a verb has a list of forms");
    lexicon_expand(verb->key, verb->key->text, variants);
    add_verb_form(verb->key, variants->words[0], number, K(WW_HEEL));
    for (const struct node *form = verb->first; form; form = form->next) {
        lexicon_expand(form, form->text, variants);
        bool last = !form->next && verb->count > 1;
        for (unsigned i = 0; i < variants->count; i++)
            add_verb_form(form, variants->words[i], number, last ? K(WW_VOLTOOID) : K(WW_VORM));
    }
    free(variants);
}

static void read_verbs(void) {
    const struct node *verbs = gen_need(lexicon.file, lexicon.file->tree.root, "werkwoorden");
    for (const struct node *verb = verbs->first; verb; verb = verb->next)
        read_verb(verb);
}

// ---- writing ----

static bool is_jargon(const struct frase *phrase) {
    return phrase->doel < LEXICON_MOST_ENTRIES &&
           lexicon.entries[phrase->doel].lijst == LIJST_JARGON;
}

static int by_anchor(const void *a, const void *b) {
    const struct frase *left = a;
    const struct frase *right = b;
    int x = left->woorden[left->anker];
    int y = right->woorden[right->anker];
    if (x != y)
        return x - y;
    if (is_jargon(left) != is_jargon(right)) // jargon first
        return is_jargon(left) ? -1 : 1;
    if (left->aantal != right->aantal) // then the longest
        return right->aantal - left->aantal;
    return memcmp(left, right, sizeof *left);
}

static void write_phrases(FILE *out) {
    qsort(lexicon.phrases, lexicon.phrase_count, sizeof *lexicon.phrases, by_anchor);
    fputs("const struct frase frases[] = {\n", out);
    for (unsigned i = 0; i < lexicon.phrase_count; i++) {
        const struct frase *phrase = &lexicon.phrases[i];
        struct lexicon_word *word = &lexicon.words[phrase->woorden[phrase->anker]];
        if (word->row.frases == 0)
            word->row.eerste = (uint16_t)i;
        if (word->row.frases == UINT8_MAX)
            gen_stop(lexicon.file, NULL, "too many phrases hang on “%s”", word->letters);
        word->row.frases++;
        word->row.jargon = (uint8_t)(word->row.jargon + is_jargon(phrase));
        fprintf(out, "    {%u, %u, %u, %u, %u, %d, {", phrase->doel, phrase->aantal, phrase->anker,
                phrase->gat, phrase->soort, phrase->uitzondering);
        for (int k = 0; k < phrase->aantal; k++)
            fprintf(out, "%s%u", k ? ", " : "", phrase->woorden[k]);
        fputs("}},\n", out);
    }
    fputs("    {0}};\n", out);
}

static void write_words(FILE *out) {
    uint32_t room = 1024;
    while (room < 3 * lexicon.word_count)
        room *= 2;
    uint16_t *slots = calloc(room, sizeof *slots);
    if (!slots)
        gen_stop(NULL, NULL, "out of memory");
    fputs("const struct woord woorden[] = {\n    {0},\n", out);
    for (unsigned i = 1; i <= lexicon.word_count; i++) {
        const struct lexicon_word *word = &lexicon.words[i];
        fprintf(out, "    {0x%llxU, 0x%llxU, %u, %u, %u, %u, %u, %u}, // %u %s\n",
                (unsigned long long)word->row.key, (unsigned long long)word->row.klassen,
                word->row.werkwoord, word->row.ook_werkwoord, word->row.eerste, word->row.frases,
                word->row.jargon, lettergrepen(text_of(word->letters)), i, word->letters);
        uint32_t at = (uint32_t)word->row.key & (room - 1);
        while (slots[at])
            at = (at + 1) & (room - 1);
        slots[at] = (uint16_t)i;
    }
    fprintf(out, "};\nconst uint32_t woord_slot_mask = %u;\nconst uint16_t woord_slots[] = {",
            room - 1);
    for (uint32_t i = 0; i < room; i++)
        fprintf(out, "%s%u,", i % 16 ? " " : "\n    ", slots[i]);
    fputs("\n};\n", out);
    free(slots);
}

static uint32_t four_of(const struct patroon *pattern) {
    const char *at = pattern->achter ? pattern->letters + pattern->lengte - 4 : pattern->letters;
    uint32_t four = 0;
    for (int i = 0; i < 4; i++)
        four = four << 8 | (unsigned char)at[i];
    return four;
}

static int by_edge(const void *a, const void *b) {
    const struct patroon *left = a;
    const struct patroon *right = b;
    if (left->achter != right->achter)
        return left->achter - right->achter;
    uint32_t x = patroon_hash(four_of(left));
    uint32_t y = patroon_hash(four_of(right));
    if (x != y)
        return x < y ? -1 : 1;
    if (left->lengte != right->lengte) // the longest first
        return right->lengte - left->lengte;
    int order = strcmp(left->letters, right->letters);
    return order ? order : left->doel - right->doel;
}

// Where the run of each hash begins: the patterns stand in the order of their hashes.
static void write_slots(FILE *out) {
    unsigned at = 0;
    fprintf(out, "const uint16_t patroon_slots[2][PATROON_SLOTS + 1] = {\n");
    for (int side = 0; side < 2; side++) {
        fputs("    {", out);
        for (uint32_t hash = 0; hash <= PATROON_SLOTS; hash++) {
            while (at < lexicon.pattern_count && lexicon.patterns[at].achter == side &&
                   patroon_hash(four_of(&lexicon.patterns[at])) < hash)
                at++;
            fprintf(out, "%s%u", hash % 16 ? ", " : hash ? ",\n     " : "", at);
        }
        fputs("},\n", out);
    }
    fputs("};\n", out);
}

static void write_patterns(FILE *out) {
    qsort(lexicon.patterns, lexicon.pattern_count, sizeof *lexicon.patterns, by_edge);
    fputs("const struct patroon patronen[] = {\n", out);
    for (unsigned i = 0; i < lexicon.pattern_count; i++) {
        const struct patroon *pattern = &lexicon.patterns[i];
        fputs("    {", out);
        gen_literal(out, text_of(pattern->letters), false);
        fprintf(out, ", 0x%xU, %u, %d, %d, %u},\n", four_of(pattern), pattern->lengte,
                pattern->achter, pattern->uitzondering, pattern->doel);
    }
    fprintf(out, "    {0}};\nconst unsigned patroon_count = %u;\n", lexicon.pattern_count);
    write_slots(out);
}

// The name without the marks of a pattern: what stands in its groups is one ending of several.
static void write_name(struct text name, FILE *out) {
    char plain[3 * LEXICON_LONGEST];
    size_t length = 0;
    bool group = false;
    bool first = false; // inside the first part of a group with |
    for (size_t i = 0; i < name.length && length < sizeof plain; i++) {
        char c = name.bytes[i];
        if (c == '(') {
            const char *close = memchr(name.bytes + i, ')', name.length - i);
            size_t part = close ? (size_t)(close - name.bytes) - i : 0;
            group = true;
            first = memchr(name.bytes + i, '|', part) != NULL;
        } else if (c == ')') {
            group = false;
        } else if (c == '|') {
            first = false;
        } else if (c != '*' && (!group || first)) {
            plain[length++] = c;
        }
    }
    gen_literal(out, (struct text){plain, length}, false);
}

static void write_entries(FILE *out) {
    fputs("const struct ingang ingangen[] = {\n", out);
    for (unsigned i = 0; i < lexicon.entry_count; i++) {
        const struct ingang *entry = &lexicon.entries[i];
        fputs("    {", out);
        write_name(lexicon.name[i], out);
        fputs(", ", out);
        gen_literal(out, lexicon.plain[i], true);
        fprintf(out, ", %u, %u, %u, %d, %d, %d, {", entry->lijst, entry->soort, entry->in,
                entry->tenzij_tijd, entry->tenzij_getal, entry->hoofdzin);
        for (int k = 0; k < INGANG_MET; k++)
            fprintf(out, "%s%u", k ? ", " : "", entry->met[k]);
        fputs("}},\n", out);
    }
    fputs("    {0}};\n", out);
}

static void write_abbreviations(FILE *out) {
    const struct node *section = gen_need(lexicon.file, lexicon.file->tree.root, "afkortingen");
    const struct node *meanings = gen_need(lexicon.file, section, "uitleg");
    unsigned count = 0;
    fputs("const struct afkorting afkortingen[] = {\n", out);
    for (const struct node *one = meanings->first; one; one = one->next, count++) {
        char letters[LEXICON_LONGEST];
        size_t length = fold_word(one->key->text, letters, sizeof letters);
        fprintf(out, "    {0x%llxU, ", (unsigned long long)fold_key(letters, length));
        gen_literal(out, one->text, false);
        fputs("},\n", out);
    }
    fprintf(out, "    {0}};\nconst unsigned afkorting_count = %u;\n", count);
}

// The words the grammar names come first, so that their rows do not move when a list grows.
static void read_own(void) {
    const struct node *own = gen_need(lexicon.file, lexicon.file->tree.root, "eigen");
    for (const struct node *word = own->first; word; word = word->next) {
        char letters[LEXICON_LONGEST];
        size_t length = fold_word(word->text, letters, sizeof letters - 1);
        letters[length] = '\0';
        lexicon_word(word, letters);
    }
}

void gen_write_word_names(const struct gen_file *file, FILE *out) {
    lexicon.file = file;
    read_own();
    fputs("#ifndef G1P_GEN_WORD_NAMES_H\n#define G1P_GEN_WORD_NAMES_H\n\nenum word_name {\n", out);
    for (unsigned i = 1; i <= lexicon.word_count; i++) {
        fputs("    W_", out);
        for (const char *c = lexicon.words[i].letters; *c; c++)
            fputc(*c >= 'a' && *c <= 'z' ? *c : '_', out);
        fprintf(out, " = %u,\n", i);
    }
    fputs("    W_COUNT\n};\n\n#endif\n", out);
}

void gen_write_lexicon(const struct gen_file *file, FILE *out) {
    lexicon.file = file;
    read_own();
    read_verbs();
    read_classes();
    lexicon_read_entries();
    fputs("#include <stddef.h>\n#include \"lib/taal/woorden.h\"\n\n", out);
    write_phrases(out);
    write_words(out);
    write_patterns(out);
    write_entries(out);
    write_abbreviations(out);
}
