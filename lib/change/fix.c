// SPDX-License-Identifier: EUPL-1.2
// Mending what can be mended, one change at a time, each held against the criteria.
#include "lib/change/fix.h"

#include <errno.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/change/fix_date.h"
#include "lib/method/soort.h"
#include "lib/schema/order.h"

enum {
    LARGEST_ARENA = 512 * 1024 * 1024,
    MOST_TRIES = 300,              // changes tried in one file; who has more runs it again
    MOST_WORK = 256 * 1024 * 1024, // bytes to be read in all, but for FEWEST_TRIES
    FEWEST_TRIES = 4
};

int fix_begin(struct fix *fix, const struct check_options *wanted) {
    *fix = (struct fix){.wanted = *wanted};
    arena_init(&fix->arena, LARGEST_ARENA);
    arena_init(&fix->scratch, LARGEST_ARENA);
    if (judging_begin(&fix->judging, wanted->today) != 0)
        return -1;
    fix->judging.options.all_phases = wanted->all_phases;
    return 0;
}

void fix_end(struct fix *fix) {
    judging_end(&fix->judging);
    arena_free(&fix->arena);
    arena_free(&fix->scratch);
    buffer_free(&fix->current);
    buffer_free(&fix->known);
    buffer_free(&fix->found);
    buffer_free(&fix->tried);
}

// One file on its way.
struct mending {
    struct fix *fix;
    const char *name;
    const struct schema_type *type;
    struct edit_order order;
    struct fix_counts *counts;
    bool mistakes; // something may be mistyped
    bool gaps;     // something may be missing
};

static struct text line_of(struct text *rest) {
    const char *newline = rest->length ? memchr(rest->bytes, '\n', rest->length) : NULL;
    struct text line = {rest->bytes, newline ? (size_t)(newline - rest->bytes) : rest->length};
    size_t taken = line.length + (newline != NULL);
    *rest = (struct text){rest->bytes + taken, rest->length - taken};
    return line;
}

// ---- findings, told apart ----

// Where a node lies, by the numbers of children: no change made here moves anything.
static void add_path(const struct node *node, struct buffer *out) {
    const struct node *steps[TREE_DEEPEST + 1];
    int count = 0;
    for (; node && node->parent && count <= TREE_DEEPEST; node = node->parent)
        steps[count++] = node;
    while (count-- > 0)
        buffer_format(out, "/%lu", (unsigned long)steps[count]->index);
    buffer_add_char(out, '/');
}

// A line for each finding: which message, where, with which words.
static void add_findings(const struct findings *findings, struct buffer *out) {
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        buffer_format(out, "%d %s", (int)finding->melding, finding->exception ? "x" : "");
        add_path(finding->node, out);
        for (int a = 0; a < FINDING_ARGUMENTS; a++) {
            struct text words = finding->arguments[a].text;
            buffer_add_char(out, ' ');
            for (size_t c = 0; c < words.length; c++)
                buffer_add_char(out, words.bytes[c] == '\n' ? ' ' : words.bytes[c]);
        }
        buffer_add_char(out, '\n');
    }
    for (size_t i = 0; i < findings->dropped; i++)
        buffer_add_string(out, "not listed\n");
}

static size_t count_line(struct text lines, struct text wanted) {
    size_t count = 0;
    while (lines.length > 0)
        count += text_equal(line_of(&lines), wanted);
    return count;
}

static bool has_new(const struct buffer *found, const struct buffer *known) {
    struct text lines = buffer_text(found);
    while (lines.length > 0) {
        struct text line = line_of(&lines);
        if (count_line(buffer_text(found), line) > count_line(buffer_text(known), line))
            return true;
    }
    return false;
}

// Judges a source. Returns 0, or -1 when memory ran out.
static int judge(struct mending *mending, struct text source, struct check_result *result) {
    struct fix *fix = mending->fix;
    struct judging *judging = &fix->judging;
    struct kader_note ignored;
    return check_read(source, source.length > TREE_LARGEST, &judging->options, &fix->arena,
                      &fix->scratch, result) != 0
               ? -1
               : kader_judge(&judging->kaders, &judging->folder, mending->name, &judging->options,
                             result, &ignored);
}

// ---- what could be changed ----

enum candidate_kind { CANDIDATE_KEY, CANDIDATE_WORD, CANDIDATE_DATE };

struct candidate {
    enum candidate_kind kind;
    const struct node *node; // the value
    struct text to;
    char date[DATE_ROOM];
};

static bool is_wanted(const struct mending *mending, enum rule rule) {
    return mending->fix->wanted.selected[rule];
}

// What can be done about a fault. False: nothing.
static bool candidate_for(const struct mending *mending, const struct schema_fault *fault,
                          struct candidate *candidate) {
    struct date date;
    *candidate = (struct candidate){.node = fault->node, .to = fault->near};
    switch (fault->kind) {
    case SCHEMA_UNKNOWN_KEY:
        candidate->kind = CANDIDATE_KEY;
        candidate->node = fault->node->parent ? fault->node->parent->first : NULL;
        while (candidate->node && candidate->node->key != fault->node)
            candidate->node = candidate->node->next;
        return candidate->node && fault->near.length > 0 && is_wanted(mending, RULE_FMT_07);
    case SCHEMA_WORD:
        candidate->kind = CANDIDATE_WORD;
        return fault->near.length > 0 && is_wanted(mending, RULE_FMT_02);
    case SCHEMA_DATE:
        candidate->kind = CANDIDATE_DATE;
        if (!is_wanted(mending, RULE_FMT_02) || !fix_date(fault->node->text, &date))
            return false;
        date_write(date, candidate->date);
        return true;
    default:
        return false;
    }
}

static void add_name(const struct candidate *candidate, struct buffer *out) {
    buffer_format(out, "%d ", (int)candidate->kind);
    add_path(candidate->node, out);
}

// Whether the name of a candidate (a number, then its path) is of one that is `above` or lies in
// it.
static bool lies_in(struct text name, struct text above) {
    struct text path = {name.bytes + 2, name.length - 2};
    return path.length >= above.length && memcmp(path.bytes, above.bytes, above.length) == 0;
}

// Finds the first that was not tried yet and lies in `above`, and notes that it is tried now.
// Returns 1, 0 when there is none, or -1 when memory ran out.
static int next_candidate(struct mending *mending, struct edit *edit, struct text above,
                          struct candidate *candidate) {
    struct fix *fix = mending->fix;
    struct schema_result result = {0};
    struct buffer name = {0};
    int found = 0;
    if (schema_check(&edit->tree, mending->type, fix->wanted.today, edit->arena, &result) != 0)
        return -1;
    for (size_t i = 0; i < result.count && found == 0; i++) {
        if (!candidate_for(mending, &result.faults[i], candidate))
            continue;
        buffer_clear(&name);
        add_name(candidate, &name);
        if (!name.failed && (!lies_in(buffer_text(&name), above) ||
                             count_line(buffer_text(&fix->tried), buffer_text(&name)) > 0))
            continue;
        buffer_add(&fix->tried, buffer_text(&name));
        buffer_add_char(&fix->tried, '\n');
        found = name.failed || fix->tried.failed ? -1 : 1;
    }
    buffer_free(&name);
    return found;
}

// Makes the change. Returns 0, 1 when the editor refuses, or -1 when memory ran out.
static int apply(struct edit *edit, const struct candidate *candidate, struct fix_counts *counts) {
    struct buffer pointer = {0};
    struct trouble trouble = {0};
    int outcome = -1;
    node_pointer(candidate->node, &pointer);
    buffer_add_char(&pointer, '\0');
    if (!pointer.failed && candidate->kind == CANDIDATE_KEY)
        outcome = edit_rename(edit, pointer.bytes, candidate->to, &trouble);
    else if (!pointer.failed)
        outcome = edit_set(
            edit, pointer.bytes,
            candidate->kind == CANDIDATE_WORD ? candidate->to : text_of(candidate->date), &trouble);
    if (outcome == 0) {
        counts->keys += candidate->kind == CANDIDATE_KEY;
        counts->words += candidate->kind == CANDIDATE_WORD;
        counts->dates += candidate->kind == CANDIDATE_DATE;
    }
    bool memory = pointer.failed || trouble.number == ENOMEM;
    buffer_free(&pointer);
    return outcome == 0 ? 0 : memory ? -1 : 1;
}

// ---- one change after another ----

// Takes what was made when it makes no new finding. Returns 0, or -1 when memory ran out.
static int settle(struct mending *mending, const struct edit *edit,
                  const struct fix_counts *counts) {
    struct fix *fix = mending->fix;
    struct check_result result;
    if (edit->changes == 0)
        return 0;
    buffer_clear(&fix->found);
    if (judge(mending, edit->source, &result) != 0)
        return -1;
    add_findings(&result.findings, &fix->found);
    if (fix->found.failed)
        return -1;
    if (!result.readable || has_new(&fix->found, &fix->known))
        return 0;
    buffer_clear(&fix->current);
    buffer_add(&fix->current, edit->source);
    struct buffer spare = fix->known;
    fix->known = fix->found;
    fix->found = spare;
    mending->counts->keys += counts->keys;
    mending->counts->words += counts->words;
    mending->counts->dates += counts->dates;
    mending->counts->sections += counts->sections;
    return fix->current.failed ? -1 : 0;
}

static int begin(struct mending *mending, struct edit *edit) {
    struct fix *fix = mending->fix;
    struct trouble ignored;
    arena_reset(&fix->arena);
    char *copy =
        arena_copy(&fix->arena, fix->current.bytes ? fix->current.bytes : "", fix->current.length);
    struct text source = {copy, fix->current.length};
    return copy ? edit_begin(edit, source, mending->order, &fix->arena, &fix->scratch, &ignored)
                : -1;
}

// Tries the next change, together with those inside it: a key with its right name brings mistakes
// to light that may be mended too. Returns 1, 0 when none is left, or -1 when memory ran out.
static int mend_next(struct mending *mending) {
    struct edit edit;
    struct candidate candidate;
    struct fix_counts counts = {0};
    struct buffer above = {0};
    if (begin(mending, &edit) != 0)
        return -1;
    int outcome = next_candidate(mending, &edit, TEXT(""), &candidate);
    if (outcome != 1)
        return outcome;
    add_path(candidate.node, &above);
    for (int i = 0; outcome == 1 && i < MOST_TRIES; i++) {
        if (apply(&edit, &candidate, &counts) < 0)
            outcome = -1;
        else
            outcome = next_candidate(mending, &edit, buffer_text(&above), &candidate);
    }
    if (above.failed)
        outcome = -1;
    if (outcome == 0)
        outcome = settle(mending, &edit, &counts) == 0 ? 1 : -1;
    buffer_free(&above);
    return outcome;
}

// ---- what is missing ----

static bool is_section(const struct schema_field *field) {
    return field->type->shape == SHAPE_OBJECT || field->many != MANY_ONE;
}

// Whether the file shows it behind a # already.
static bool is_shown(struct text source, const char *name) {
    while (source.length > 0) {
        struct text line = line_of(&source);
        if (!text_starts(line, "#"))
            continue;
        size_t blank = text_starts(line, "# ");
        struct text words = {line.bytes + 1 + blank, line.length - 1 - blank};
        size_t length = strlen(name);
        if (text_starts(words, name) && words.length > length && words.bytes[length] == ':')
            return true;
    }
    return false;
}

// Adds the keys of all sections that are not there to a copy of the source, so that each finding
// about one lies at its key.
static void add_keys(const struct mending *mending, const struct node *root, struct buffer *out) {
    buffer_add(out, buffer_text(&mending->fix->current));
    if (out->length > 0 && out->bytes[out->length - 1] != '\n')
        buffer_add_char(out, '\n');
    for (unsigned i = 0; i < mending->type->field_count; i++) {
        const struct schema_field *field = &mending->type->fields[i];
        if (is_section(field) && !node_child(root, field->name))
            buffer_format(out, "%s:\n", field->name);
    }
}

static bool asks_for(const struct mending *mending, const struct findings *findings,
                     const struct node *section) {
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].node == section && !findings->items[i].exception &&
            is_wanted(mending, meldingen[findings->items[i].melding].rule))
            return true;
    return false;
}

// Which sections somebody asks for: a bit by the number of the field. -1 when memory ran out.
enum { MOST_FIELDS = 64 };
static int find_missing(struct mending *mending, uint64_t *missing) {
    struct edit edit;
    struct check_result result;
    struct buffer trial = {0};
    *missing = 0;
    if (begin(mending, &edit) != 0)
        return -1;
    const struct node *root = edit.tree.root;
    if (root->kind != NODE_MAPPING || root->style != STYLE_BLOCK)
        return 0;
    add_keys(mending, root, &trial);
    char *copy = arena_copy(&mending->fix->arena, trial.bytes ? trial.bytes : "", trial.length);
    bool failed = trial.failed || !copy;
    struct text source = {copy, trial.length};
    buffer_free(&trial);
    if (failed || judge(mending, source, &result) != 0)
        return -1;
    for (unsigned i = 0; i < mending->type->field_count && i < MOST_FIELDS; i++) {
        const struct schema_field *field = &mending->type->fields[i];
        const struct node *section = node_child(result.tree.root, field->name);
        if (result.readable && is_section(field) && !node_child(root, field->name) && section &&
            asks_for(mending, &result.findings, section))
            *missing |= (uint64_t)1 << i;
    }
    return 0;
}

static int show_section(struct mending *mending, const struct schema_field *field) {
    struct fix *fix = mending->fix;
    struct edit edit;
    struct buffer lines = {0};
    struct buffer pointer = {0};
    struct trouble trouble = {0};
    struct fix_counts counts = {.sections = 1};
    if (begin(mending, &edit) != 0)
        return -1;
    scaffold_section(mending->type, field, fix->wanted.today, &lines);
    buffer_format(&pointer, "/%s", field->name);
    buffer_add_char(&pointer, '\0');
    bool failed = lines.failed || pointer.failed;
    int outcome = failed ? -1 : edit_remark(&edit, pointer.bytes, buffer_text(&lines), &trouble);
    buffer_free(&lines);
    buffer_free(&pointer);
    if (outcome != 0)
        return failed || trouble.number == ENOMEM ? -1 : 0;
    return settle(mending, &edit, &counts);
}

static int show_missing(struct mending *mending) {
    uint64_t missing;
    if (find_missing(mending, &missing) != 0)
        return -1;
    for (unsigned i = 0; i < mending->type->field_count && i < MOST_FIELDS; i++) {
        const struct schema_field *field = &mending->type->fields[i];
        if ((missing >> i & 1) != 0 &&
            !is_shown(buffer_text(&mending->fix->current), field->name) &&
            show_section(mending, field) != 0)
            return -1;
    }
    return 0;
}

// ---- one file ----

// Most files need no second look.
static void look_for_work(struct mending *mending, const struct check_result *result) {
    mending->mistakes = mending->gaps = result->findings.dropped > 0;
    for (size_t i = 0; i < result->findings.count; i++) {
        const struct finding *finding = &result->findings.items[i];
        enum rule rule = meldingen[finding->melding].rule;
        mending->mistakes |= rule == RULE_FMT_02 || rule == RULE_FMT_07;
        mending->gaps |= !finding->node || !finding->node->parent;
    }
}

// What the file is now. Returns 1, 0 when there is nothing to be mended in it, or -1.
static int look(struct mending *mending, struct text source) {
    static const char *const words[] = {"plan", "meldcode", "organisatie", "kader"};
    struct fix *fix = mending->fix;
    struct check_result result;
    arena_reset(&fix->arena);
    fix->ours = check_is_ours(source);
    if (!fix->ours)
        return 0;
    if (judge(mending, source, &result) != 0)
        return -1;
    const struct soort *soort = soort_named(words[result.kind]);
    if (!result.readable || !soort)
        return 0;
    mending->type = *soort->type;
    mending->order = schema_order(mending->type);
    look_for_work(mending, &result);
    add_findings(&result.findings, &fix->known);
    return fix->known.failed ? -1 : mending->mistakes || mending->gaps;
}

// How many changes are tried in a file of this size.
static int tries_for(struct text source) {
    size_t tries = MOST_WORK / (source.length + 1);
    return tries < FEWEST_TRIES ? FEWEST_TRIES : tries > MOST_TRIES ? MOST_TRIES : (int)tries;
}

int fix_source(struct fix *fix, const char *name, struct text source, struct text *fixed,
               struct fix_counts *counts, struct trouble *trouble) {
    struct mending mending = {.fix = fix, .name = name, .counts = counts};
    buffer_clear(&fix->current);
    buffer_clear(&fix->known);
    buffer_clear(&fix->tried);
    buffer_add(&fix->current, source);
    int outcome = fix->current.failed ? -1 : look(&mending, source);
    if (outcome == 1) {
        outcome = mending.mistakes;
        for (int i = tries_for(source); outcome == 1 && i > 0; i--)
            outcome = mend_next(&mending);
        if (outcome >= 0)
            outcome = show_missing(&mending);
    }
    *fixed = buffer_text(&fix->current);
    return outcome >= 0 ? 0 : trouble_tell(trouble, ENOMEM, N_("cannot be mended"), name);
}
