// SPDX-License-Identifier: EUPL-1.2
// Where each part of the method lives: checking schemas/herkomst.yaml, and writing it for people.
#include <stdlib.h>
#include <string.h>

#include "gen/mdoc.h"

static const char *const languages[] = {"en", "nl"};

static const struct {
    const char *code;
    const char *names[2];
} documents[] = {
    {"KW", {"KW, quality of working", "KW, kwaliteit van werken"}},
    {"KR", {"KR, frameworks and direction", "KR, kaders en regie"}},
    {"IO", {"IO, introduction in organisations", "IO, invoering in organisaties"}},
    {"WP", {"WP, the work process", "WP, het werkproces"}},
    {"FS", {"FS, the region", "FS, de regio"}},
};

// What a row may say beside its rules, in the order in which it is shown.
static const struct {
    const char *key;
    const char *labels[2];
} fates[] = {
    {"plaats", {"Place:", "Plaats:"}},
    {"waarom_niet", {"Not judged:", "Niet beoordeeld:"}},
    {"later", {"Later:", "Later:"}},
};

enum {
    DOCUMENTS = sizeof documents / sizeof *documents,
    FATES = sizeof fates / sizeof *fates,
    LATER = FATES - 1
};

static const char rules_label[2][8] = {"Rules:", "Regels:"};

static const char *const about[] = {
    "The documents of the method ask more than rules can see. This is each part of them, and what "
    "becomes of it here: the rules that look at it, the field or command where it lives, or why "
    "nothing judges it. The numbers after a role are those of its steps; 3.1 is the first point "
    "below step 3.",
    "De documenten van de werkwijze vragen meer dan regels kunnen zien. Hier staat elk deel ervan, "
    "en wat er hier mee gebeurt: de regels die ernaar kijken, het veld of het commando waar het "
    "zit, of waarom niets erover oordeelt. De nummers achter een rol zijn die van de stappen; 3.1 "
    "is het eerste punt onder stap 3.",
};

static const char *const headings[] = {"WHERE EACH PART OF THE METHOD LIVES",
                                       "WAAR ELK DEEL VAN DE WERKWIJZE ZIT"};

static struct gen_file words;

// ---- checking ----

static int document_of(const struct gen_file *file, const struct node *row) {
    const struct node *source = gen_need(file, row, "bron");
    for (int i = 0; i < DOCUMENTS; i++)
        if (text_starts(source->text, documents[i].code) && source->text.length > 3 &&
            source->text.bytes[2] == ' ')
            return i;
    gen_stop(file, source, "`bron` is the code of a document and a part of it");
}

static void check_keys(const struct gen_file *file, const struct node *row) {
    static const char *const known[] = {"bron", "wat", "regels", "plaats", "waarom_niet", "later"};
    for (const struct node *child = row->first; child; child = child->next) {
        bool found = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++)
            found = found || text_is(child->key->text, known[i]);
        if (!found)
            gen_stop(file, child->key, "a row has no such key");
    }
}

static void check_pair(const struct gen_file *file, const struct node *row, const char *key) {
    const struct node *texts = gen_need(file, row, key);
    for (int i = 0; i < 2; i++) {
        const struct node *text = gen_need(file, texts, languages[i]);
        if (text->kind != NODE_SCALAR || text->text.length == 0 ||
            text->text.bytes[text->text.length - 1] == '.')
            gen_stop(file, text, "a text of a few words, without a full stop");
    }
}

static bool is_rule(const struct gen_file *criteria, struct text id) {
    const struct node *rules = gen_need(criteria, criteria->tree.root, "regels");
    for (const struct node *rule = rules->first; rule; rule = rule->next)
        if (text_equal(gen_text(rule, "id"), id))
            return true;
    return false;
}

// A rule that is written down and not built yet: by its id, or by its family and a dash.
static bool is_announced(struct text id) {
    const struct node *list = gen_need(&words, words.tree.root, "regels_die_komen");
    for (const struct node *word = list->first; word; word = word->next) {
        struct text start = word->text;
        bool family = start.bytes[start.length - 1] == '-';
        if (family
                ? id.length == start.length + 2 && memcmp(id.bytes, start.bytes, start.length) == 0
                : text_equal(id, start))
            return true;
    }
    return false;
}

// Every rule is known, and `later` stands where one is still to come, and only there.
static void check_rules(const struct gen_file *file, const struct node *row,
                        const struct gen_file *criteria) {
    const struct node *rules = node_child(row, "regels");
    bool coming = false;
    if (!rules)
        return;
    if (rules->kind != NODE_LIST || rules->count == 0)
        gen_stop(file, rules, "`regels` is a list of rules");
    for (const struct node *rule = rules->first; rule; rule = rule->next) {
        for (const struct node *other = rule->next; other; other = other->next)
            if (text_equal(rule->text, other->text))
                gen_stop(file, other, "the same rule twice");
        if (is_rule(criteria, rule->text))
            continue;
        if (!is_announced(rule->text))
            gen_stop(file, rule, "no such rule");
        coming = true;
    }
    if (coming && !node_child(row, "later"))
        gen_stop(file, row, "a rule here is still to come: say so with `later`");
    if (!coming && node_child(row, "later"))
        gen_stop(file, row, "all rules here are built: `later` can go");
}

static void check_row(const struct gen_file *file, const struct node *row,
                      const struct gen_file *criteria) {
    int said = node_child(row, "regels") != NULL;
    document_of(file, row);
    check_keys(file, row);
    check_pair(file, row, "wat");
    for (int i = 0; i < FATES; i++)
        if (node_child(row, fates[i].key)) {
            check_pair(file, row, fates[i].key);
            said++;
        }
    if (said == 0)
        gen_stop(file, row, "a row says a rule, a place, why there is none, or what is to come");
    check_rules(file, row, criteria);
    for (const struct node *other = row->next; other; other = other->next)
        if (text_equal(gen_text(other, "bron"), gen_text(row, "bron")))
            gen_stop(file, other, "the same `bron` twice");
}

const struct gen_file *gen_herkomst_read(const struct gen_file *criteria) {
    static struct gen_file file;
    gen_read(gen_beside(criteria->path, "woorden.yaml"), &words);
    gen_read(gen_beside(criteria->path, "herkomst.yaml"), &file);
    if (file.tree.root->kind != NODE_LIST)
        gen_stop(&file, file.tree.root, "a list of rows is meant");
    for (const struct node *row = file.tree.root->first; row; row = row->next)
        check_row(&file, row, criteria);
    return &file;
}

// ---- writing ----

// Calls for the document's heading when this row is the first of it; gives the document.
static bool begins_document(const struct gen_file *file, const struct node *row, int *document) {
    int before = *document;
    *document = document_of(file, row);
    return *document != before;
}

static void write_rules(const struct node *row, FILE *out) {
    const struct node *rules = node_child(row, "regels");
    for (const struct node *rule = rules ? rules->first : NULL; rule; rule = rule->next)
        fprintf(out, "%.*s%s", (int)rule->text.length, rule->text.bytes, rule->next ? ", " : "");
}

static void write_text(const struct node *row, const char *key, int language, FILE *out) {
    struct text text = gen_text(node_child(row, key), languages[language]);
    fwrite(text.bytes, 1, text.length, out);
}

// The rules and what else becomes of the part, each as a sentence.
static void write_fates(const struct node *row, int language, FILE *out) {
    const char *between = "";
    if (node_child(row, "regels")) {
        fprintf(out, "%s ", rules_label[language]);
        write_rules(row, out);
        fputc('.', out);
        between = " ";
    }
    for (int i = 0; i < FATES; i++)
        if (node_child(row, fates[i].key)) {
            fprintf(out, "%s%s ", between, fates[i].labels[language]);
            write_text(row, fates[i].key, language, out);
            fputc('.', out);
            between = " ";
        }
}

// The whole text of a row.
static void write_row(const struct node *row, int language, FILE *out) {
    write_text(row, "wat", language, out);
    fputs(". ", out);
    write_fates(row, language, out);
}

static void man_row(const struct node *row, int language, FILE *out) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *prose = open_memstream(&bytes, &length);
    if (prose)
        write_row(row, language, prose);
    if (!prose || fclose(prose) != 0)
        gen_stop(NULL, NULL, "out of memory");
    fputs(".It", out);
    mdoc_words(out, gen_text(row, "bron"));
    fputc('\n', out);
    mdoc_prose(out, (struct text){bytes, length});
    free(bytes);
}

void gen_man_herkomst(const struct gen_file *file, int language, FILE *out) {
    int document = -1;
    fprintf(out, ".Sh %s\n", headings[language]);
    mdoc_prose(out, text_of(about[language]));
    for (const struct node *row = file->tree.root->first; row; row = row->next) {
        if (begins_document(file, row, &document))
            fprintf(out, "%s.Ss %s\n.Bl -tag -width Ds -compact\n",
                    row == file->tree.root->first ? "" : ".El\n",
                    documents[document].names[language]);
        man_row(row, language, out);
    }
    fputs(".El\n", out);
}

void gen_write_herkomst(const struct gen_file *file, FILE *out) {
    enum { DUTCH = 1 };
    int document = -1;
    fprintf(out,
            "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n"
            "<!-- Gemaakt uit schemas/herkomst.yaml met `make man`; verander dat. -->\n"
            "# Waar elk deel van de werkwijze zit\n\n%s\n\n"
            "De regels zelf staan in g1p-criteria(7), de velden in g1p-plan(5), "
            "g1p-organisatie(5) en g1p-kader(5).\n",
            about[DUTCH]);
    for (const struct node *row = file->tree.root->first; row; row = row->next) {
        if (begins_document(file, row, &document))
            fprintf(out, "\n## %s\n\n| Bron | Wat | Waar |\n|---|---|---|\n",
                    documents[document].names[DUTCH]);
        struct text source = gen_text(row, "bron");
        fprintf(out, "| %.*s | ", (int)source.length, source.bytes);
        write_text(row, "wat", DUTCH, out);
        fputs(" | ", out);
        write_fates(row, DUTCH, out);
        fputs(" |\n", out);
    }
}
