// SPDX-License-Identifier: EUPL-1.2
// Writing components, properties, and lines that are folded as the format asks.
#include "lib/render/ics.h"

#include <nettle/sha2.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/version.h"
#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/render/part.h"
#include "lib/render/say.h"
#include "lib/schema/schema.h"

enum { LONGEST_LINE = 75, UID_BYTES = 16 };

struct calendar {
    const struct document_page *page;
    struct buffer *out;
    struct buffer line; // the one being put together
};

// ---- lines ----

// Adds the line to the calendar, folded at 75 octets and never within a character (3.1).
static void end_line(struct calendar *calendar) {
    const struct buffer *line = &calendar->line;
    size_t room = LONGEST_LINE;
    for (size_t at = 0; at < line->length;) {
        size_t end = at + room < line->length ? at + room : line->length;
        while (end < line->length && end > at + 1 && (line->bytes[end] & 0xc0) == 0x80)
            end--;
        if (at > 0)
            buffer_add_string(calendar->out, "\r\n ");
        buffer_add(calendar->out, (struct text){line->bytes + at, end - at});
        at = end;
        room = LONGEST_LINE - 1; // for the blank before it
    }
    buffer_add_string(calendar->out, "\r\n");
    calendar->out->failed = calendar->out->failed || line->failed;
    buffer_clear(&calendar->line);
}

// A whole line of our own.
static void add_line(struct calendar *calendar, const char *line) {
    buffer_add_string(&calendar->line, line);
    end_line(calendar);
}

// Adds text from a plan to the line, escaped (3.3.11). Control characters are no text there.
static void add_text(struct calendar *calendar, struct text text) {
    struct buffer *line = &calendar->line;
    for (size_t i = 0; i < text.length;) {
        uint32_t point = 0;
        size_t step = utf8_decode(text.bytes + i, text.length - i, &point);
        if (point == '\n')
            buffer_add_string(line, "\\n");
        else if (point == '\t')
            buffer_add_char(line, ' ');
        else if (point == '\\' || point == ';' || point == ',')
            buffer_format(line, "\\%c", (char)point);
        else if (point < 0x20 || (point >= 0x7f && point <= 0x9f) || (point == 0xfffd && step == 1))
            buffer_add_string(line, point == '\r' ? "" : "\xef\xbf\xbd");
        else
            buffer_add(line, (struct text){text.bytes + i, step});
        i += step;
    }
}

static void add_date(struct calendar *calendar, struct date date) {
    buffer_format(&calendar->line, "%04d%02d%02d", date.year, date.month, date.day);
}

static void add_person(struct calendar *calendar, struct text id) {
    struct persoon persoon = plan_persoon(calendar->page->plan, id);
    add_text(calendar, persoon.naam.length > 0 ? persoon.naam : id);
}

static void add_people(struct calendar *calendar, const struct plan_texts *people) {
    for (size_t i = 0; i < people->count; i++) {
        add_text(calendar, text_of(say_between(i, people->count)));
        add_person(calendar, people->items[i].text);
    }
}

// ---- what all have ----

// One of the texts that a UID is taken of, with its length before it, so that no two run together.
static void digest(struct sha256_ctx *state, struct text text) {
    uint8_t length[4];
    for (int i = 0; i < 4; i++)
        length[i] = (uint8_t)(text.length >> (8 * i));
    sha256_update(state, sizeof length, length);
    sha256_update(state, text.length, (const uint8_t *)text.bytes);
}

// What something is known by: its id, or else its words; a meeting has neither, and goes by its
// day.
static void add_uid(struct calendar *calendar, const struct due *due) {
    static const char *const kinds[] = {"actie", "evaluatie", "overleg"};
    struct sha256_ctx state;
    uint8_t bytes[UID_BYTES];
    char day[DATE_ROOM];
    sha256_init(&state);
    digest(&state, calendar->page->plan->nummer.text);
    digest(&state, text_of(kinds[due->kind]));
    if (due->kind == DUE_OVERLEG) {
        date_write(due->date, day);
        digest(&state, text_of(day));
    } else if (due->kind == DUE_ACTIE && due->actie->id.text.length > 0) {
        digest(&state, due->actie->id.text);
    } else {
        const struct plan_doel *doel = due->doel;
        digest(&state, doel->id.text.length > 0 ? doel->id.text : doel->doel.text);
        if (due->kind == DUE_ACTIE)
            digest(&state, due->actie->wat.text);
    }
    sha256_digest(&state, UID_BYTES, bytes);
    buffer_add_string(&calendar->line, "UID:");
    for (size_t i = 0; i < UID_BYTES; i++)
        buffer_format(&calendar->line, "%02x", bytes[i]);
    buffer_add_string(&calendar->line, "@g1p");
    end_line(calendar);
}

static void begin(struct calendar *calendar, const char *component, const struct due *due) {
    buffer_format(&calendar->line, "BEGIN:%s", component);
    end_line(calendar);
    add_uid(calendar, due);
    buffer_add_string(&calendar->line, "DTSTAMP:");
    add_date(calendar, calendar->page->today);
    buffer_add_string(&calendar->line, "T000000Z");
    end_line(calendar);
    add_line(calendar, "CLASS:CONFIDENTIAL");
}

static void end(struct calendar *calendar, const char *component) {
    buffer_format(&calendar->line, "END:%s", component);
    end_line(calendar);
}

// A property with a day for its value.
static void add_day(struct calendar *calendar, const char *property, struct date date) {
    buffer_format(&calendar->line, "%s;VALUE=DATE:", property);
    add_date(calendar, date);
    end_line(calendar);
}

// "Overleg Gezin Bakker": what it is and whose, for a calendar that holds more.
static void add_summary(struct calendar *calendar, const char *what, struct text words) {
    buffer_format(&calendar->line, "SUMMARY:%s", what);
    if (words.length > 0) {
        buffer_add_string(&calendar->line, ": ");
        add_text(calendar, text_trim(words));
    }
    if (calendar->page->plan->huishouden.naam.text.length > 0) {
        buffer_add_string(&calendar->line, " (");
        add_text(calendar, calendar->page->plan->huishouden.naam.text);
        buffer_add_char(&calendar->line, ')');
    }
    end_line(calendar);
}

// ---- each kind ----

static void write_action(struct calendar *calendar, const struct due *due) {
    const struct plan_actie *actie = due->actie;
    begin(calendar, "VTODO", due);
    add_day(calendar, "DUE", due->date);
    buffer_add_string(&calendar->line, "SUMMARY:");
    if (actie->wie.count > 0) {
        add_people(calendar, &actie->wie);
        buffer_add_string(&calendar->line, ": ");
    }
    add_text(calendar, text_trim(actie->wat.text));
    end_line(calendar);
    buffer_add_string(&calendar->line, "DESCRIPTION:");
    buffer_add_string(&calendar->line, D_("Doel: "));
    add_text(calendar, text_trim(due->doel->doel.text));
    if (actie->wanneer.text.length > 0) {
        buffer_add_string(&calendar->line, "\\n");
        buffer_add_string(&calendar->line, D_("Wanneer: "));
        add_text(calendar, text_trim(actie->wanneer.text));
    }
    end_line(calendar);
    add_line(calendar, "STATUS:NEEDS-ACTION");
    end(calendar, "VTODO");
}

static void write_evaluation(struct calendar *calendar, const struct due *due) {
    begin(calendar, "VEVENT", due);
    add_day(calendar, "DTSTART", due->date);
    add_line(calendar, "TRANSP:TRANSPARENT");
    add_summary(calendar, D_("Terugkijken op het doel"), due->doel->doel.text);
    if (due->doel->van.count > 0) {
        buffer_add_string(&calendar->line, "DESCRIPTION:");
        buffer_add_string(&calendar->line, D_("Van: "));
        add_people(calendar, &due->doel->van);
        end_line(calendar);
    }
    end(calendar, "VEVENT");
}

static bool is_time(struct text text) {
    return text.length == 5 && text.bytes[2] == ':' && text.bytes[0] >= '0' &&
           text.bytes[0] <= '2' && text.bytes[1] >= '0' && text.bytes[1] <= '9' &&
           text.bytes[3] >= '0' && text.bytes[3] <= '5' && text.bytes[4] >= '0' &&
           text.bytes[4] <= '9' && !(text.bytes[0] == '2' && text.bytes[1] > '3');
}

static void add_start(struct calendar *calendar, struct date date, struct text time) {
    if (!is_time(time)) {
        add_day(calendar, "DTSTART", date);
        return;
    }
    buffer_add_string(&calendar->line, "DTSTART;TZID=Europe/Amsterdam:");
    add_date(calendar, date);
    buffer_format(&calendar->line, "T%.2s%.2s00", time.bytes, time.bytes + 3);
    end_line(calendar);
}

// A meeting; of one that was only agreed at another no more is known than its day.
static void write_meeting(struct calendar *calendar, const struct due *due) {
    const struct plan_overleg *overleg = due->overleg;
    bool planned =
        date_known(overleg->datum.date) && date_compare(overleg->datum.date, due->date) == 0;
    begin(calendar, "VEVENT", due);
    add_start(calendar, due->date, planned ? overleg->tijd.text : (struct text){NULL, 0});
    add_summary(calendar,
                planned && overleg->soort.value >= 0
                    ? D_(schema_label(&schema_types[TYPE_OVERLEGSOORT], overleg->soort.value))
                    : D_("Overleg"),
                (struct text){NULL, 0});
    if (planned && overleg->plaats.text.length > 0) {
        buffer_add_string(&calendar->line, "LOCATION:");
        add_text(calendar, text_trim(overleg->plaats.text));
        end_line(calendar);
    }
    if (planned && overleg->uitgenodigd.count > 0) {
        buffer_add_string(&calendar->line, "DESCRIPTION:");
        buffer_add_string(&calendar->line, D_("Uitgenodigd: "));
        add_people(calendar, &overleg->uitgenodigd);
        end_line(calendar);
    }
    end(calendar, "VEVENT");
}

// The rules for summer and winter time that hold in the Netherlands since 1996.
static void write_zone(struct calendar *calendar) {
    static const char *const lines[] = {"BEGIN:VTIMEZONE",
                                        "TZID:Europe/Amsterdam",
                                        "BEGIN:DAYLIGHT",
                                        "DTSTART:19960331T020000",
                                        "TZOFFSETFROM:+0100",
                                        "TZOFFSETTO:+0200",
                                        "TZNAME:CEST",
                                        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                                        "END:DAYLIGHT",
                                        "BEGIN:STANDARD",
                                        "DTSTART:19961027T030000",
                                        "TZOFFSETFROM:+0200",
                                        "TZOFFSETTO:+0100",
                                        "TZNAME:CET",
                                        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                                        "END:STANDARD",
                                        "END:VTIMEZONE"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        add_line(calendar, lines[i]);
}

int ics_plan(const struct document_page *page, struct arena *arena, struct buffer *out) {
    static void (*const writers[])(struct calendar *, const struct due *) = {
        write_action, write_evaluation, write_meeting};
    struct calendar calendar = {page, out, {0}};
    struct due_list list;
    if (due_collect(page->plan, page->today, arena, &list) != 0)
        return -1;
    add_line(&calendar, "BEGIN:VCALENDAR");
    add_line(&calendar, "VERSION:2.0");
    add_line(&calendar, "PRODID:-//g1p//g1p-export " G1P_VERSION "//NL");
    add_line(&calendar, "METHOD:PUBLISH");
    write_zone(&calendar);
    for (size_t i = 0; i < list.count; i++)
        if (page->part->due & 1u << list.items[i].kind)
            writers[list.items[i].kind](&calendar, &list.items[i]);
    add_line(&calendar, "END:VCALENDAR");
    buffer_free(&calendar.line);
    return out->failed ? -1 : 0;
}
