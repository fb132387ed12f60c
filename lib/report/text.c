// SPDX-License-Identifier: EUPL-1.2
// The formats for people and editors: text and gcc.
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/report/report.h"

enum { EXCERPT_WIDTH = 76, EXCERPT_BEFORE = 40, LONGEST_REASON = 300 };

static void colour(const struct report_options *options, struct buffer *out, const char *code) {
    if (options->colour)
        buffer_format(out, "\033[%sm", code);
}

static const char *severity_colour(enum severity severity) {
    static const char *const codes[] = {"36", "33", "31"};
    return codes[severity];
}

// A file's name can hold anything; on a terminal a control character could do harm.
static void add_name(struct buffer *out, const char *name) {
    for (; *name; name++)
        buffer_add_char(out, (unsigned char)*name < 0x20 || *name == 0x7F ? '?' : *name);
}

static void add_head(const struct report_options *options, const char *name,
                     const struct report_place *place, enum severity severity, struct buffer *out) {
    colour(options, out, "1");
    add_name(out, name);
    buffer_format(out, ":%u:%u:", place->start.line, place->start.column);
    colour(options, out, "0");
    buffer_add_char(out, ' ');
    // Editors that read gcc's lines know its words only.
    const char *word = options->format == REPORT_GCC
                           ? severity == SEVERITY_ADVIES ? "note" : report_severities[severity]
                           : report_severity_name(severity);
    colour(options, out, severity_colour(severity));
    buffer_add_string(out, word);
    colour(options, out, "0");
    buffer_add_string(out, ": ");
}

// The part of a line around a place that fits on a terminal.
struct excerpt {
    uint32_t start, end; // byte offsets
    uint32_t mark_start, mark_end;
};

// Steps back over at most `count` characters, not before `floor`.
static uint32_t step_back(struct text source, uint32_t at, uint32_t floor, int count) {
    while (at > floor && count-- > 0) {
        at--;
        while (at > floor && ((unsigned char)source.bytes[at] & 0xC0) == 0x80)
            at--;
    }
    return at;
}

static struct excerpt excerpt_of(struct text source, const struct report_place *place) {
    struct excerpt excerpt;
    excerpt.start = step_back(source, place->start.offset, place->start.line_start, EXCERPT_BEFORE);
    // Short lines are shown from their beginning, so that the indentation can be seen.
    if (place->start.offset - place->start.line_start < EXCERPT_BEFORE)
        excerpt.start = place->start.line_start;
    excerpt.end = excerpt.start;
    int width = 0;
    while (excerpt.end < source.length && source.bytes[excerpt.end] != '\n' &&
           source.bytes[excerpt.end] != '\r' && width < EXCERPT_WIDTH) {
        uint32_t point;
        size_t left = source.length - excerpt.end;
        excerpt.end += (uint32_t)utf8_decode(source.bytes + excerpt.end, left, &point);
        width += utf8_width(point);
    }
    excerpt.mark_start = place->start.offset < excerpt.end ? place->start.offset : excerpt.end;
    excerpt.mark_end = place->end.offset < excerpt.end ? place->end.offset : excerpt.end;
    return excerpt;
}

static int width_of(struct text source, uint32_t from, uint32_t to) {
    int width = 0;
    while (from < to) {
        uint32_t point;
        from += (uint32_t)utf8_decode(source.bytes + from, to - from, &point);
        width += utf8_width(point);
    }
    return width;
}

static void add_repeated(struct buffer *out, char character, int count) {
    while (count-- > 0)
        buffer_add_char(out, character);
}

static void add_excerpt(const struct report_options *options, struct text source,
                        const struct report_place *place, enum severity severity,
                        struct buffer *out) {
    struct excerpt excerpt = excerpt_of(source, place);
    buffer_format(out, "%6u | ", place->start.line);
    for (uint32_t at = excerpt.start; at < excerpt.end;) {
        uint32_t point;
        size_t taken = utf8_decode(source.bytes + at, excerpt.end - at, &point);
        // What the reader refused may still be on the line that is shown.
        if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFD)
            buffer_add_char(out, point == '\t' ? ' ' : '?');
        else
            buffer_add(out, (struct text){source.bytes + at, taken});
        at += (uint32_t)taken;
    }
    buffer_add_string(out, "\n       | ");
    add_repeated(out, ' ', width_of(source, excerpt.start, excerpt.mark_start));
    int marks = width_of(source, excerpt.mark_start, excerpt.mark_end);
    colour(options, out, severity_colour(severity));
    add_repeated(out, '^', marks > 0 ? marks : 1);
    colour(options, out, "0");
    buffer_add_char(out, '\n');
}

// Behind a finding that an exception covers: why, where that may be shown.
static void add_excuse(const struct report_options *options,
                       const struct plan_uitzondering *exception, struct buffer *out) {
    struct text reason = text_trim(exception->reden.text);
    buffer_add_string(out, " (");
    buffer_add_string(out, _("excused"));
    if (options->excerpts && reason.length > 0) {
        buffer_add_string(out, ": ");
        report_words(out, reason, LONGEST_REASON);
    }
    buffer_add_char(out, ')');
}

void report_file_text(const struct report_options *options, const char *name,
                      const struct check_result *result, struct buffer *out) {
    struct report_places places = report_places_in(result);
    for (size_t i = 0; i < result->findings.count; i++) {
        const struct finding *finding = &result->findings.items[i];
        if (finding->severity < options->lowest || (finding->exception && !options->show_excused))
            continue;
        struct report_place place = report_place(&places, finding);
        add_head(options, name, &place, finding->severity, out);
        report_message(out, finding, options->language, options->excerpts);
        buffer_format(out, " [%s]", rules[meldingen[finding->melding].rule].id);
        if (finding->exception)
            add_excuse(options, finding->exception, out);
        buffer_add_char(out, '\n');
        if (options->excerpts && options->format == REPORT_TEXT)
            add_excerpt(options, result->tree.source, &place, finding->severity, out);
    }
}

// How many findings of each severity, or that there are none.
static void add_counts(const struct report_options *options, const struct report_counts *counts,
                       struct buffer *out) {
    unsigned long errors = counts->shown[SEVERITY_FOUT];
    unsigned long warnings = counts->shown[SEVERITY_WAARSCHUWING];
    unsigned long advices = counts->shown[SEVERITY_ADVIES];
    if (errors + warnings + advices == 0) {
        bool hidden = counts->worst >= 0 && options->lowest > SEVERITY_ADVIES;
        buffer_add_string(out, hidden          ? _("nothing as severe as --severity asks")
                               : counts->known ? _("nothing new")
                                               : _("nothing to report"));
    } else {
        buffer_format(out, ngettext("%lu error", "%lu errors", errors), errors);
        buffer_add_string(out, ", ");
        buffer_format(out, ngettext("%lu warning", "%lu warnings", warnings), warnings);
        buffer_add_string(out, ", ");
        buffer_format(out, ngettext("%lu piece of advice", "%lu pieces of advice", advices),
                      advices);
    }
}

void report_lines_summary(const struct report_options *options, unsigned long lines,
                          const struct report_counts *counts, struct buffer *out) {
    if (lines == 0)
        return;
    buffer_format(out, ngettext("%lu line checked: ", "%lu lines checked: ", lines), lines);
    add_counts(options, counts, out);
    buffer_add_string(out, ".\n");
}

void report_summary(const struct report_options *options, unsigned long files,
                    const struct report_counts *counts, struct buffer *out) {
    if (options->format != REPORT_TEXT || files == 0)
        return;
    if (counts->others)
        buffer_format(out, ngettext("%lu file checked: ", "%lu files checked: ", files), files);
    else
        buffer_format(out, ngettext("%lu plan checked: ", "%lu plans checked: ", files), files);
    add_counts(options, counts, out);
    if (counts->known)
        buffer_format(out, ngettext(", %lu known", ", %lu known", counts->known), counts->known);
    if (counts->excused)
        buffer_format(out, ngettext(", %lu excused", ", %lu excused", counts->excused),
                      counts->excused);
    buffer_add_string(out, ".\n");
}
