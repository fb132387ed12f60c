// SPDX-License-Identifier: EUPL-1.2
// Findings into words, and bytes into lines and columns.
#include "lib/base/utf8.h"
#include "lib/report/report.h"

enum { LONGEST_ARGUMENT = 60 }; // code points of somebody's words inside a message

struct report_places report_places(struct text source) {
    struct position begin = position_begin(source);
    return (struct report_places){source, begin, begin};
}

struct report_place report_place(struct report_places *places, const struct finding *finding) {
    position_advance(places->source, &places->start, finding->start);
    // Ends mostly go forward as well; only one inside another begins anew.
    if (finding->end < places->end.offset || places->end.offset < places->start.offset)
        places->end = places->start;
    position_advance(places->source, &places->end, finding->end);
    return (struct report_place){places->start, places->end};
}

const char *report_severity_word(enum severity severity) {
    static const char *const words[] = {"info", "warning", "error"};
    return words[severity];
}

// Somebody's words on one line and not too long.
static void add_short(struct buffer *buffer, struct text text) {
    size_t count = 0;
    size_t at = 0;
    while (at < text.length) {
        uint32_t point;
        size_t taken = utf8_decode(text.bytes + at, text.length - at, &point);
        if (count++ == LONGEST_ARGUMENT) {
            buffer_add_string(buffer, "…");
            return;
        }
        if (point < 0x20 || point == 0x7F)
            buffer_add_char(buffer, ' ');
        else
            buffer_add(buffer, (struct text){text.bytes + at, taken});
        at += taken;
    }
}

static void add_argument(struct buffer *buffer, const struct argument *argument, bool excerpts) {
    switch (argument->kind) {
    case ARGUMENT_NONE:
        break;
    case ARGUMENT_WORDS:
        buffer_add_string(buffer, _(argument->text.bytes));
        break;
    case ARGUMENT_SECRET:
        if (excerpts && argument->text.length > 0)
            add_short(buffer, argument->text);
        else
            buffer_add_string(buffer, "…");
        break;
    case ARGUMENT_OPEN:
        buffer_add(buffer, argument->text);
    }
}

void report_message(struct buffer *buffer, const struct finding *finding, enum language language,
                    bool excerpts) {
    const char *plain = meldingen[finding->melding].text[language];
    const char *at = plain;
    for (; *at; at++) {
        if (at[0] != '{' || at[1] < '1' || at[1] > '0' + FINDING_ARGUMENTS || at[2] != '}')
            continue;
        buffer_add(buffer, (struct text){plain, (size_t)(at - plain)});
        add_argument(buffer, &finding->arguments[at[1] - '1'], excerpts);
        at += 2;
        plain = at + 1;
    }
    buffer_add(buffer, (struct text){plain, (size_t)(at - plain)});
}

void report_file(const struct report_options *options, const char *name,
                 const struct check_result *result, struct buffer *findings, struct buffer *file,
                 struct report_counts *counts) {
    struct report_counts own = {{0}, result->findings.dropped, -1};
    for (size_t i = 0; i < result->findings.count; i++) {
        enum severity severity = result->findings.items[i].severity;
        if ((int)severity > own.worst)
            own.worst = (int)severity;
        own.shown[severity] += severity >= options->lowest;
    }
    if (options->format == REPORT_TEXT || options->format == REPORT_GCC)
        report_file_text(options, name, result, findings);
    else
        report_file_json(options, name, result, &own, findings, file);
    for (int i = 0; i < 3; i++)
        counts->shown[i] += own.shown[i];
    counts->unlisted += own.unlisted;
    if (own.worst > counts->worst)
        counts->worst = own.worst;
}
