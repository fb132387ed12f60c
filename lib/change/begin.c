// SPDX-License-Identifier: EUPL-1.2
// Making the text of a new file.
#include "lib/change/begin.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/realfolder.h"
#include "lib/report/report.h"
#include "lib/rules/proof.h"

// ---- what is given ----

enum begin_outcome begin_take(struct values *values, const char *typed, struct buffer *said) {
    struct value_fault fault = {0};
    struct text path = {typed, strcspn(typed, "=")};
    if (path.length == 0 || typed[path.length] == '\0') {
        buffer_add_string(
            said, _("behind the kind come only fields, as FIELD=VALUE (with quotation marks round "
                    "all of it when there are blanks in it); a file is named with -o"));
        buffer_add_char(said, '\n');
        return BEGIN_REFUSED;
    }
    int outcome = values_set(values, path, text_of(typed + path.length + 1), &fault);
    if (outcome <= 0)
        return outcome == 0 ? BEGIN_DONE : BEGIN_NO_MEMORY;
    if (fault.path.length > 0) {
        buffer_add(said, fault.path);
        buffer_add_string(said, ": ");
    }
    value_fault_explain(&fault, said);
    buffer_add_char(said, '\n');
    return BEGIN_REFUSED;
}

// ---- whether it can stand ----

// Says what the findings are about. Refused when there is one.
static enum begin_outcome refuse_findings(const struct begin *begin,
                                          const struct findings *findings, struct buffer *said) {
    for (size_t i = 0; i < findings->count; i++) {
        values_path(findings->items[i].node, said);
        buffer_add_string(said, ": ");
        report_message(said, &findings->items[i], words_language(), begin->excerpts);
        buffer_add_char(said, '\n');
    }
    if (findings->count == 0)
        return BEGIN_DONE;
    buffer_format(said, "%s\n", _("nothing was written"));
    return BEGIN_REFUSED;
}

// Says which given parts stand behind a #, and why.
static void tell_parts_behind(const struct node *node, struct buffer *said) {
    struct buffer path = {0};
    for (const struct node *child = node->first; child; child = child->next) {
        tell_parts_behind(child, said);
        const struct schema_type *type = child->field->type;
        const struct schema_field *missing =
            child->kind == NODE_MAPPING ? values_missing(type, child) : NULL;
        // What lacks something deeper down was told there.
        if (!missing || missing < type->fields || missing >= type->fields + type->field_count)
            continue;
        buffer_clear(&path);
        values_path(child, &path);
        buffer_format(said, _("%.*s stands behind a # until its “%s” is filled in"),
                      (int)path.length, path.bytes, missing->name);
        buffer_add_char(said, '\n');
        said->failed |= path.failed;
    }
    buffer_free(&path);
}

// ---- the text ----

// Where the schema of the file is: in the folder `.schemas` of a repository of plans, if it comes
// to lie in one. NULL when it is not.
static const char *find_schema(const struct begin *begin, struct buffer *path) {
    struct realfolder folder = {0};
    char name[64];
    if (begin->repo)
        return ".schemas/kader.schema.json";
    snprintf(name, sizeof name, ".schemas/%s.schema.json", begin->soort->word);
    const char *home = begin->path ? realfolder_of(&folder, begin->path) : NULL;
    bool found = home && realfolder_above(home, name, path);
    buffer_add_char(path, '\0');
    realfolder_free(&folder);
    return found && !path->failed ? path->bytes : NULL;
}

// Reads the file as it would be written, and refuses it when it would not be right.
static enum begin_outcome prove(const struct begin *begin, const struct values *values,
                                struct text text, struct arena *scratch, struct buffer *said) {
    struct check_result result;
    bool kept;
    if (proof_plan(text, values, begin->today, scratch, &result, &kept) != 0)
        return BEGIN_NO_MEMORY;
    enum begin_outcome outcome = refuse_findings(begin, &result.findings, said);
    if (outcome != BEGIN_DONE || kept)
        return outcome;
    buffer_format(said, "%s\n",
                  _("the file would not hold what was given, which is a mistake of this command; "
                    "nothing was written"));
    return BEGIN_REFUSED;
}

static enum begin_outcome write_text(const struct begin *begin, struct values *values,
                                     struct arena *scratch, struct buffer *said,
                                     struct buffer *text) {
    struct findings findings;
    if (begin->soort->complete(values, begin->name, begin->today) != 0 ||
        proof_values(values, begin->today, &findings) != 0)
        return BEGIN_NO_MEMORY;
    enum begin_outcome outcome = refuse_findings(begin, &findings, said);
    if (outcome != BEGIN_DONE)
        return outcome;
    if (!begin->quiet)
        tell_parts_behind(values->root, said);
    scaffold_write(values, &begin->soort->words, begin->today, text);
    return text->failed ? BEGIN_NO_MEMORY : prove(begin, values, buffer_text(text), scratch, said);
}

enum begin_outcome begin_text(const struct begin *begin, struct values *values, struct buffer *said,
                              struct buffer *text) {
    struct arena scratch;
    struct buffer schema = {0};
    arena_init(&scratch, 0);
    values->schema = find_schema(begin, &schema);
    enum begin_outcome outcome = write_text(begin, values, &scratch, said, text);
    values->schema = NULL;
    buffer_free(&schema);
    arena_free(&scratch);
    return said->failed ? BEGIN_NO_MEMORY : outcome;
}
