// SPDX-License-Identifier: EUPL-1.2
// The shortest way from one list of lines to another (E. W. Myers, An O(ND) Difference Algorithm
// and Its Variations, 1986), and writing it down.
#include "lib/base/diff.h"

#include <stdlib.h>
#include <string.h>

enum {
    CONTEXT = 3,
    MOST_STEPS = 1000 // beyond so many changed lines the middle is shown as one change
};

// The lines of a text; the last may lack its newline.
struct lines {
    struct text *items;
    size_t count;
};

// Which lines stay: `kept[i]` tells for each old line whether it is in the new text too, in order.
struct comparison {
    struct lines old;
    struct lines new;
    bool *kept_old;
    bool *kept_new;
};

static bool split(struct text text, struct lines *lines) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += text.bytes[i] == '\n' || i + 1 == text.length;
    lines->count = count;
    lines->items = calloc(count + 1, sizeof *lines->items);
    if (!lines->items)
        return false;
    const char *end = text.bytes + text.length;
    for (size_t i = 0; i < count; i++) {
        const char *newline = memchr(text.bytes, '\n', (size_t)(end - text.bytes));
        size_t length = newline ? (size_t)(newline + 1 - text.bytes) : (size_t)(end - text.bytes);
        lines->items[i] = (struct text){text.bytes, length};
        text.bytes += length;
    }
    return true;
}

// The part that is compared: without what both begin and end with.
struct middle {
    size_t begin; // the same in both
    long old_count;
    long new_count;
};

static bool same(const struct comparison *comparison, const struct middle *middle, long x, long y) {
    return text_equal(comparison->old.items[middle->begin + (size_t)x],
                      comparison->new.items[middle->begin + (size_t)y]);
}

// How far each diagonal (old line minus new line) was reached, from -step - 1 to step + 1, before
// each step; one row behind the other.
struct history {
    long *rows;
    size_t room;
};

static size_t row_begin(long step) {
    return (size_t)step * (size_t)(step + 2); // the rows before it have 3, 5, 7, … places
}

static long *history_row(const struct history *history, long step) {
    return history->rows + row_begin(step) + step + 1;
}

static bool history_grow(struct history *history, long step) {
    size_t needed = row_begin(step + 1);
    if (needed <= history->room)
        return true;
    size_t room = needed * 2;
    long *rows = realloc(history->rows, room * sizeof *rows);
    if (!rows)
        return false;
    history->rows = rows;
    history->room = room;
    return true;
}

// Whether step `step` came to a diagonal by a new line (from the diagonal above it) rather than by
// leaving out an old one.
static bool came_down(const long *row, long diagonal, long step) {
    return diagonal == -step || (diagonal != step && row[diagonal - 1] < row[diagonal + 1]);
}

// One step further on every diagonal. Returns whether the end was reached.
static bool advance(const struct comparison *comparison, const struct middle *middle,
                    const long *row, long *next, long step) {
    for (long diagonal = -step; diagonal <= step; diagonal += 2) {
        long x = came_down(row, diagonal, step) ? row[diagonal + 1] : row[diagonal - 1] + 1;
        long y = x - diagonal;
        while (x < middle->old_count && y < middle->new_count && same(comparison, middle, x, y)) {
            x++;
            y++;
        }
        next[diagonal] = x;
        if (x >= middle->old_count && y >= middle->new_count)
            return true;
    }
    return false;
}

// Finds the number of steps; -1 when there are too many, -2 when memory ran out.
static long find_steps(const struct comparison *comparison, const struct middle *middle,
                       struct history *history) {
    for (long step = 0; step <= MOST_STEPS; step++) {
        if (!history_grow(history, step + 1))
            return -2;
        long *row = history_row(history, step);
        long *next = history_row(history, step + 1);
        if (step == 0)
            row[-1] = row[0] = row[1] = 0;
        for (long i = -step - 2; i <= step + 2; i++)
            next[i] = i < -step - 1 || i > step + 1 ? -1 : row[i];
        if (advance(comparison, middle, row, next, step))
            return step;
    }
    return -1;
}

static void keep_diagonal(struct comparison *comparison, const struct middle *middle, long *x,
                          long *y, long until_x, long until_y) {
    while (*x > until_x && *y > until_y) {
        --*x;
        --*y;
        comparison->kept_old[middle->begin + (size_t)*x] = true;
        comparison->kept_new[middle->begin + (size_t)*y] = true;
    }
}

// Goes back from the end, step by step, and marks the lines that stay.
static void mark_kept(struct comparison *comparison, const struct middle *middle,
                      const struct history *history, long steps) {
    long x = middle->old_count;
    long y = middle->new_count;
    for (long step = steps; step > 0; step--) {
        const long *row = history_row(history, step);
        long diagonal = x - y;
        long from = came_down(row, diagonal, step) ? diagonal + 1 : diagonal - 1;
        keep_diagonal(comparison, middle, &x, &y, row[from], row[from] - from);
        x = row[from];
        y = x - from;
    }
    keep_diagonal(comparison, middle, &x, &y, 0, 0);
}

// Marks what stays. Returns false when memory ran out.
static bool compare(struct comparison *comparison) {
    size_t old_count = comparison->old.count;
    size_t new_count = comparison->new.count;
    size_t begin = 0;
    while (begin < old_count && begin < new_count &&
           text_equal(comparison->old.items[begin], comparison->new.items[begin])) {
        comparison->kept_old[begin] = comparison->kept_new[begin] = true;
        begin++;
    }
    while (old_count > begin && new_count > begin &&
           text_equal(comparison->old.items[old_count - 1], comparison->new.items[new_count - 1])) {
        old_count--;
        new_count--;
        comparison->kept_old[old_count] = comparison->kept_new[new_count] = true;
    }
    struct middle middle = {begin, (long)(old_count - begin), (long)(new_count - begin)};
    struct history history = {0};
    long steps = find_steps(comparison, &middle, &history);
    if (steps >= 0)
        mark_kept(comparison, &middle, &history, steps);
    free(history.rows);
    return steps != -2;
}

// ---- writing it down ----

// A run of lines: how many of each text, from where.
struct hunk {
    size_t old_begin;
    size_t old_end;
    size_t new_begin;
    size_t new_end;
};

static bool kept(const bool *marks, size_t at, size_t count) {
    return at >= count || marks[at];
}

// Moves over lines that stay, then over a change. Returns whether there was one.
static bool next_change(const struct comparison *comparison, size_t *old_at, size_t *new_at,
                        struct hunk *change) {
    size_t old_count = comparison->old.count;
    size_t new_count = comparison->new.count;
    while (*old_at < old_count && *new_at < new_count && comparison->kept_old[*old_at] &&
           comparison->kept_new[*new_at]) {
        ++*old_at;
        ++*new_at;
    }
    change->old_begin = *old_at;
    change->new_begin = *new_at;
    while (!kept(comparison->kept_old, *old_at, old_count))
        ++*old_at;
    while (!kept(comparison->kept_new, *new_at, new_count))
        ++*new_at;
    change->old_end = *old_at;
    change->new_end = *new_at;
    return change->old_end > change->old_begin || change->new_end > change->new_begin;
}

static void write_line(struct buffer *out, char sign, struct text line) {
    buffer_add_char(out, sign);
    buffer_add(out, line);
    if (line.length == 0 || line.bytes[line.length - 1] != '\n')
        buffer_add_string(out, "\n\\ No newline at end of file\n");
}

// "12,3"; a count of 1 is left out, and an empty run is named by the line before it.
static void write_range(struct buffer *out, char sign, size_t begin, size_t end) {
    size_t count = end - begin;
    buffer_add_char(out, sign);
    buffer_add_number(out, (long)(count > 0 ? begin + 1 : begin));
    if (count != 1)
        buffer_format(out, ",%ld", (long)count);
}

static void write_hunk(const struct comparison *comparison, const struct hunk *hunk,
                       struct buffer *out) {
    buffer_add_string(out, "@@ ");
    write_range(out, '-', hunk->old_begin, hunk->old_end);
    buffer_add_char(out, ' ');
    write_range(out, '+', hunk->new_begin, hunk->new_end);
    buffer_add_string(out, " @@\n");
    size_t old_at = hunk->old_begin;
    size_t new_at = hunk->new_begin;
    while (old_at < hunk->old_end || new_at < hunk->new_end) {
        if (old_at < hunk->old_end && !comparison->kept_old[old_at]) {
            write_line(out, '-', comparison->old.items[old_at++]);
        } else if (new_at < hunk->new_end && !comparison->kept_new[new_at]) {
            write_line(out, '+', comparison->new.items[new_at++]);
        } else {
            write_line(out, ' ', comparison->old.items[old_at++]);
            new_at++;
        }
    }
}

// Adds the lines around a hunk.
static void widen(const struct comparison *comparison, struct hunk *hunk) {
    size_t before = hunk->old_begin < CONTEXT ? hunk->old_begin : CONTEXT;
    size_t behind = comparison->old.count - hunk->old_end;
    behind = behind < CONTEXT ? behind : CONTEXT;
    hunk->old_begin -= before;
    hunk->new_begin -= before;
    hunk->old_end += behind;
    hunk->new_end += behind;
}

static void write_hunks(const struct comparison *comparison, struct buffer *out) {
    size_t old_at = 0;
    size_t new_at = 0;
    struct hunk hunk;
    struct hunk change;
    bool more = next_change(comparison, &old_at, &new_at, &hunk);
    while (more) {
        more = next_change(comparison, &old_at, &new_at, &change);
        if (more && change.old_begin - hunk.old_end <= 2 * (size_t)CONTEXT) {
            hunk.old_end = change.old_end;
            hunk.new_end = change.new_end;
            continue;
        }
        widen(comparison, &hunk);
        write_hunk(comparison, &hunk, out);
        hunk = change;
    }
}

// "a/NAME", as git writes it: between quotation marks when the name holds what would be mistaken,
// and with a tab behind it when it holds blanks, so that patch sees where it ends.
static void write_name(struct buffer *out, const char *sign, const char *side, const char *name) {
    bool quoted = false;
    while (*name == '/' || (name[0] == '.' && name[1] == '/'))
        name += *name == '/' ? 1 : 2;
    for (const char *c = name; *c; c++)
        quoted |= (unsigned char)*c < 0x20 || *c == 0x7F || *c == '"' || *c == '\\';
    buffer_format(out, "%s %s%s/", sign, quoted ? "\"" : "", side);
    for (const char *c = name; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            buffer_format(out, "\\%03o", (unsigned)(unsigned char)*c);
        else
            buffer_format(out, "%s%c", quoted && (*c == '"' || *c == '\\') ? "\\" : "", *c);
    buffer_add_string(out, quoted ? "\"\n" : strchr(name, ' ') ? "\t\n" : "\n");
}

void diff_unified(const char *name, struct text before, struct text after, struct buffer *out) {
    struct comparison comparison = {0};
    if (text_equal(before, after))
        return;
    bool fine = split(before, &comparison.old) && split(after, &comparison.new);
    if (fine) {
        comparison.kept_old = calloc(comparison.old.count + 1, sizeof *comparison.kept_old);
        comparison.kept_new = calloc(comparison.new.count + 1, sizeof *comparison.kept_new);
        fine = comparison.kept_old && comparison.kept_new && compare(&comparison);
    }
    if (fine) {
        write_name(out, "---", "a", name);
        write_name(out, "+++", "b", name);
        write_hunks(&comparison, out);
    }
    out->failed |= !fine;
    free(comparison.kept_old);
    free(comparison.kept_new);
    free(comparison.old.items);
    free(comparison.new.items);
}
