// SPDX-License-Identifier: EUPL-1.2
// Reading, applying and writing baselines.
#include "lib/report/baseline.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "lib/base/input.h"
#include "lib/base/newfile.h"
#include "lib/base/realfolder.h"
#include "lib/base/utf8.h"
#include "lib/base/words.h"
#include "lib/schema/scalar.h"
#include "lib/schema/schema.h"

static const char FIRST_LINE[] = "g1p-baseline 1\n";
static const char ANY_FIRST_LINE[] = "g1p-baseline ";

enum { LARGEST = 256 * 1024 * 1024, MOST_OF_ONE = 1000000 };

// One line; the texts are written as in the file.
struct entry {
    struct text rule, path, file;
    unsigned long count;
    bool seen;
};

struct baseline {
    struct arena arena;
    struct entry *entries; // by file, path and rule
    size_t count;
};

// ---- names and paths ----

static void add_escaped(struct buffer *out, struct text text) {
    for (size_t at = 0; at < text.length;) {
        uint32_t point;
        size_t step = utf8_decode(text.bytes + at, text.length - at, &point);
        unsigned char byte = (unsigned char)text.bytes[at];
        if (point <= 0x20 || point == 0x7F || point == '%' || (point == 0xFFFD && step == 1))
            buffer_format(out, "%%%02X", byte);
        else
            buffer_add(out, (struct text){text.bytes + at, step});
        at += step;
    }
}

char *baseline_folder(const char *path, struct trouble *trouble) {
    struct realfolder folder = {0};
    const char *real = realfolder_of(&folder, strcmp(path, "-") == 0 ? "./-" : path);
    char *copy = real ? strdup(real) : NULL;
    if (!copy)
        trouble_tell(trouble, errno, N_("cannot be opened"), path);
    realfolder_free(&folder);
    return copy;
}

void baseline_name(const char *home, const char *folder, const char *name, struct buffer *out) {
    struct buffer plain = {0};
    realfolder_relative(home, folder, name, &plain);
    add_escaped(out, buffer_text(&plain));
    out->failed |= plain.failed;
    buffer_free(&plain);
}

// What an item of a list is called: the id that it declares.
static struct text item_name(const struct node *item) {
    for (const struct node *child = item->first; child; child = child->next)
        if (child->field && child->field->declares >= 0 && schema_is_id(child->text))
            return child->text;
    return TEXT("*");
}

// Adds the path of a node, down to the last place that the format knows: a key that it does not
// know could be a sentence. Returns whether all was known. The depth is that of the reader.
static bool add_path(const struct node *node, struct buffer *out) {
    if (!node->parent)
        return true;
    const struct node *parent = node->parent;
    if (!add_path(parent, out) || !node->field)
        return false;
    buffer_add_char(out, '/');
    bool own_keys =
        parent->field && parent->field->many >= MANY_BY_WORD && parent->field == node->field;
    if (parent->kind == NODE_LIST)
        buffer_add(out, item_name(node));
    else if (!own_keys)
        buffer_add_string(out, node->field->name);
    else if (parent->field->many == MANY_BY_RULE && scalar_is_rule(node->key->text))
        buffer_add(out, node->key->text);
    else
        buffer_add_char(out, '*');
    return true;
}

static int compare_texts(struct text a, struct text b) {
    size_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.bytes, b.bytes, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

static int compare_entries(const void *a, const void *b) {
    const struct entry *left = a;
    const struct entry *right = b;
    int order = compare_texts(left->file, right->file);
    if (order == 0)
        order = compare_texts(left->path, right->path);
    return order ? order : compare_texts(left->rule, right->rule);
}

// The entry for a finding, without its file; the path is the arena's.
static int entry_of(const struct finding *finding, struct arena *arena, struct buffer *room,
                    struct entry *entry) {
    size_t before = room->length;
    if (finding->node)
        add_path(finding->node, room);
    if (room->failed)
        return -1;
    struct text path = {room->bytes + before, room->length - before};
    if (path.length == 0)
        path = TEXT("-");
    const char *copy = arena_copy(arena, path.bytes, path.length);
    room->length = before;
    *entry = (struct entry){.rule = text_of(rules[meldingen[finding->melding].rule].id),
                            .path = {copy, path.length},
                            .count = 1};
    return copy ? 0 : -1;
}

static void add_line(struct buffer *out, const struct entry *entry, unsigned long count,
                     struct text file) {
    buffer_add(out, entry->rule);
    buffer_add_char(out, ' ');
    buffer_add(out, entry->path);
    buffer_format(out, " %lu ", count);
    buffer_add(out, file);
    buffer_add_char(out, '\n');
}

// ---- reading ----

// The next part of a line, up to a blank or its end.
static struct text take_part(struct text *rest) {
    const char *blank = rest->length ? memchr(rest->bytes, ' ', rest->length) : NULL;
    struct text part = {rest->bytes, blank ? (size_t)(blank - rest->bytes) : rest->length};
    size_t taken = part.length + (blank != NULL);
    rest->bytes += taken;
    rest->length -= taken;
    return part;
}

static bool read_count(struct text text, unsigned long *count) {
    *count = 0;
    for (size_t i = 0; i < text.length && *count <= MOST_OF_ONE; i++) {
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
        *count = *count * 10 + (unsigned long)(text.bytes[i] - '0');
    }
    return *count > 0 && *count <= MOST_OF_ONE && text.bytes[0] != '0';
}

static bool read_line(struct text line, struct entry *entry) {
    *entry = (struct entry){0};
    entry->rule = take_part(&line);
    entry->path = take_part(&line);
    bool counted = read_count(take_part(&line), &entry->count);
    entry->file = take_part(&line);
    return counted && line.length == 0 && scalar_is_rule(entry->rule) && entry->file.length > 0 &&
           (text_is(entry->path, "-") || text_starts(entry->path, "/"));
}

static struct text cut_line(struct text *rest) {
    const char *end = memchr(rest->bytes, '\n', rest->length);
    struct text line = {rest->bytes, (size_t)(end - rest->bytes)};
    rest->bytes = end + 1;
    rest->length -= line.length + 1;
    // Some editors and some settings of git end lines with this.
    if (line.length && line.bytes[line.length - 1] == '\r')
        line.length--;
    return line;
}

static int damaged(const char *path, unsigned long number, struct trouble *trouble) {
    char place[TROUBLE_DETAIL];
    snprintf(place, sizeof place, "%s:%lu", path, number);
    return trouble_tell(trouble, 0,
                        N_("this line is none of a baseline: write it anew with --write-baseline"),
                        place);
}

// Two lines about one thing (of a merge, say) count together.
static void join_doubles(struct baseline *baseline) {
    size_t kept = 0;
    for (size_t i = 0; i < baseline->count; i++) {
        struct entry *entry = &baseline->entries[i];
        if (kept && compare_entries(&baseline->entries[kept - 1], entry) == 0)
            baseline->entries[kept - 1].count += entry->count;
        else
            baseline->entries[kept++] = *entry;
    }
    baseline->count = kept;
}

static int read_entries(struct baseline *baseline, struct text source, const char *path,
                        struct trouble *trouble) {
    size_t lines = 0;
    for (size_t i = 0; i < source.length; i++)
        lines += source.bytes[i] == '\n';
    struct text first = {source.bytes, source.length};
    if (lines == 0 || !text_starts(source, ANY_FIRST_LINE))
        return trouble_tell(trouble, 0, N_("is no baseline: make one with --write-baseline"), path);
    first = cut_line(&source);
    if (first.length != sizeof FIRST_LINE - 2 || memcmp(first.bytes, FIRST_LINE, first.length) != 0)
        return trouble_tell(trouble, 0, N_("is a baseline of another version of g1p-check"), path);
    if (source.length && source.bytes[source.length - 1] != '\n')
        return damaged(path, lines + 1, trouble);
    baseline->entries = arena_zero(&baseline->arena, lines, sizeof *baseline->entries);
    if (!baseline->entries)
        return trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
    for (unsigned long number = 2; source.length; number++)
        if (!read_line(cut_line(&source), &baseline->entries[baseline->count++]))
            return damaged(path, number, trouble);
    qsort(baseline->entries, baseline->count, sizeof *baseline->entries, compare_entries);
    join_doubles(baseline);
    return 0;
}

struct baseline *baseline_open(const char *path, struct trouble *trouble) {
    struct baseline *baseline = calloc(1, sizeof *baseline);
    struct text source;
    bool too_large = false;
    if (!baseline) {
        trouble_tell(trouble, ENOMEM, N_("cannot be read"), path);
        return NULL;
    }
    arena_init(&baseline->arena, 0);
    int outcome = input_read(path, LARGEST, &baseline->arena, &source, &too_large, trouble);
    if (outcome == 0 && too_large)
        outcome = trouble_tell(trouble, 0, N_("is too large"), path);
    if (outcome == 0)
        outcome = read_entries(baseline, source, path, trouble);
    if (outcome == 0)
        return baseline;
    baseline_close(baseline);
    return NULL;
}

void baseline_close(struct baseline *baseline) {
    if (baseline)
        arena_free(&baseline->arena);
    free(baseline);
}

// ---- what is known ----

// The lines of one file.
static void find_file(const struct baseline *baseline, struct text name,
                      struct baseline_part *part) {
    size_t low = 0;
    size_t high = baseline->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_texts(baseline->entries[middle].file, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    part->first = low;
    while (low < baseline->count && text_equal(baseline->entries[low].file, name))
        low++;
    part->count = low - part->first;
}

static void close_part(const struct entry *entries, const unsigned long *used,
                       const bool selected[RULE_COUNT], bool whole, struct buffer *kept,
                       struct baseline_part *part) {
    for (size_t i = 0; i < part->count; i++) {
        int rule = rule_named(entries[i].rule);
        // A rule that could not speak, or spoke beyond what is listed, says nothing about its line.
        bool judged = rule >= 0 && selected[rule] && whole;
        unsigned long count = judged ? used[i] : entries[i].count;
        part->stale += entries[i].count - count;
        if (kept && count)
            add_line(kept, &entries[i], count, entries[i].file);
    }
}

int baseline_apply(const struct baseline *baseline, struct text name,
                   const bool selected[RULE_COUNT], struct arena *arena,
                   struct check_result *result, struct buffer *kept, struct baseline_part *part) {
    struct findings *findings = &result->findings;
    struct buffer room = {0};
    size_t left = 0;
    *part = (struct baseline_part){.worst = -1};
    find_file(baseline, name, part);
    if (part->count == 0)
        return 0;
    const struct entry *entries = baseline->entries + part->first;
    unsigned long *used = arena_zero(arena, part->count, sizeof *used);
    int outcome = used ? 0 : -1;
    for (size_t i = 0; i < findings->count && outcome == 0; i++) {
        const struct entry *entry = NULL;
        struct entry wanted;
        if (!findings->items[i].exception) {
            outcome = entry_of(&findings->items[i], arena, &room, &wanted);
            wanted.file = name;
            if (outcome == 0)
                entry = bsearch(&wanted, entries, part->count, sizeof *entries, compare_entries);
        }
        if (entry && used[entry - entries] < entry->count) {
            used[entry - entries]++;
            part->known++;
            if ((int)findings->items[i].severity > part->worst)
                part->worst = (int)findings->items[i].severity;
        } else {
            findings->items[left++] = findings->items[i];
        }
    }
    buffer_free(&room);
    if (outcome != 0)
        return -1;
    findings->count = left;
    close_part(entries, used, selected, result->readable && findings->dropped == 0, kept, part);
    return 0;
}

void baseline_seen(struct baseline *baseline, const struct baseline_part *part) {
    for (size_t i = 0; i < part->count; i++)
        baseline->entries[part->first + i].seen = true;
}

void baseline_rest(const struct baseline *baseline, struct buffer *lines) {
    for (size_t i = 0; i < baseline->count; i++)
        if (!baseline->entries[i].seen)
            add_line(lines, &baseline->entries[i], baseline->entries[i].count,
                     baseline->entries[i].file);
}

// ---- writing ----

int baseline_may_replace(const char *path, struct trouble *trouble) {
    struct stat status;
    char begin[sizeof ANY_FIRST_LINE] = "";
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0)
        return 0; // what else is in the way is told when it is written
    FILE *file = fopen(path, "r");
    if (!file)
        return trouble_tell(trouble, errno, N_("cannot be opened"), path);
    size_t length = fread(begin, 1, sizeof begin - 1, file);
    fclose(file);
    if (length == sizeof begin - 1 && memcmp(begin, ANY_FIRST_LINE, length) == 0)
        return 0;
    return trouble_tell(trouble, 0, N_("is no baseline, and is left alone"), path);
}

int baseline_add(struct text name, struct arena *arena, const struct check_result *result,
                 struct buffer *lines) {
    const struct findings *findings = &result->findings;
    struct entry *entries = arena_zero(arena, findings->count + 1, sizeof *entries);
    struct buffer room = {0};
    size_t count = 0;
    int outcome = entries ? 0 : -1;
    for (size_t i = 0; i < findings->count && outcome == 0; i++)
        if (!findings->items[i].exception)
            outcome = entry_of(&findings->items[i], arena, &room, &entries[count++]);
    buffer_free(&room);
    if (outcome != 0)
        return -1;
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && compare_entries(&entries[i], &entries[next]) == 0;)
            next++;
        add_line(lines, &entries[i], next - i, name);
    }
    return lines->failed ? -1 : 0;
}

static int compare_lines(const void *a, const void *b) {
    return compare_texts(*(const struct text *)a, *(const struct text *)b);
}

int baseline_write(const char *path, struct buffer *lines, unsigned long *count,
                   struct trouble *trouble) {
    struct buffer out = {0};
    struct text rest = buffer_text(lines);
    size_t most = 0;
    *count = 0;
    for (size_t i = 0; i < rest.length; i++)
        most += rest.bytes[i] == '\n';
    struct text *sorted = calloc(most + 1, sizeof *sorted);
    if (!sorted || lines->failed) {
        free(sorted);
        return trouble_tell(trouble, ENOMEM, N_("cannot be written"), path);
    }
    for (size_t i = 0; i < most; i++)
        sorted[i] = cut_line(&rest);
    qsort(sorted, most, sizeof *sorted, compare_lines);
    buffer_add_string(&out, FIRST_LINE);
    for (size_t i = 0; i < most; i++) {
        struct entry entry;
        // A file that was named twice gave the same lines twice.
        if ((i && text_equal(sorted[i - 1], sorted[i])) || !read_line(sorted[i], &entry))
            continue;
        buffer_add(&out, sorted[i]);
        buffer_add_char(&out, '\n');
        *count += entry.count;
    }
    struct newfile_content content = {.text = buffer_text(&out)};
    int outcome = out.failed ? trouble_tell(trouble, ENOMEM, N_("cannot be written"), path)
                             : newfile_replace(path, &content, trouble);
    buffer_free(&out);
    free(sorted);
    return outcome;
}
