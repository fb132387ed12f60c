// SPDX-License-Identifier: EUPL-1.2
// Findings into words, and bytes into lines and columns.
#include "lib/base/utf8.h"
#include "lib/report/report.h"

enum { LONGEST_ARGUMENT = 60 }; // code points of somebody's words inside a message

void report_settle(struct report_options *options, enum when colour, enum when excerpts) {
    bool prose = terminal_output() && options->format == REPORT_TEXT;
    options->colour = terminal_colour(colour);
    options->excerpts = excerpts == WHEN_ALWAYS || (excerpts == WHEN_AUTO && prose);
    options->language = words_language();
}

struct report_places report_places(struct text source) {
    struct position begin = position_begin(source);
    return (struct report_places){source, begin, begin};
}

struct report_places report_places_in(const struct check_result *result) {
    struct report_places places = report_places(result->tree.source);
    if (result->line)
        places.start.line = places.end.line = result->line;
    return places;
}

struct report_place report_place(struct report_places *places, const struct finding *finding) {
    position_advance(places->source, &places->start, finding->start);
    // Ends mostly go forward as well; only one inside another begins anew.
    if (finding->end < places->end.offset || places->end.offset < places->start.offset)
        places->end = places->start;
    position_advance(places->source, &places->end, finding->end);
    return (struct report_place){places->start, places->end};
}

const char *const report_formats[] = {"text", "gcc", "json", "jsonl", NULL};
const char *const report_severities[] = {"info", "warning", "error", NULL};

const char *report_severity_name(enum severity severity) {
    switch (severity) {
    case SEVERITY_FOUT:
        return _("error");
    case SEVERITY_WAARSCHUWING:
        return _("warning");
    default:
        return _("advice");
    }
}

void report_words(struct buffer *buffer, struct text text, size_t most) {
    size_t count = 0;
    size_t at = 0;
    while (at < text.length) {
        uint32_t point;
        size_t taken = utf8_decode(text.bytes + at, text.length - at, &point);
        if (count++ == most) {
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
            report_words(buffer, argument->text, LONGEST_ARGUMENT);
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

static void count(const struct report_options *options, const struct check_result *result,
                  struct report_counts *own) {
    int worst = -1; // also of what is excused
    for (size_t i = 0; i < result->findings.count; i++) {
        const struct finding *finding = &result->findings.items[i];
        bool shown = finding->severity >= options->lowest;
        if ((int)finding->severity > worst)
            worst = (int)finding->severity;
        if (finding->exception) {
            own->excused += shown;
            continue;
        }
        own->shown[finding->severity] += shown;
        if ((int)finding->severity > own->worst)
            own->worst = (int)finding->severity;
    }
    // What is not listed could not be held against the exceptions.
    if (own->unlisted && worst > own->worst)
        own->worst = worst;
}

void report_count(const struct report_options *options, const struct check_result *result,
                  struct report_counts *counts) {
    count(options, result, counts);
}

void report_file(const struct report_options *options, const char *name,
                 const struct check_result *result, struct buffer *findings, struct buffer *file,
                 struct report_counts *counts) {
    struct report_counts own = {
        .unlisted = result->findings.dropped, .worst = -1, .known = counts->known};
    count(options, result, &own);
    if (options->only_counts)
        ; // nobody will read them
    else if (options->format == REPORT_TEXT || options->format == REPORT_GCC)
        report_file_text(options, name, result, findings);
    else
        report_file_json(options, name, result, &own, findings, file);
    for (int i = 0; i < 3; i++)
        counts->shown[i] += own.shown[i];
    counts->unlisted += own.unlisted;
    counts->excused += own.excused;
    if (own.worst > counts->worst)
        counts->worst = own.worst;
}
