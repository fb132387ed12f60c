// SPDX-License-Identifier: EUPL-1.2
// Dutch for the values of a plan.
#include "lib/render/say.h"

#include <string.h>

#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/render/html.h"
#include "lib/schema/schema.h"

static const char *const months[] = {DN_("januari"), DN_("februari"), DN_("maart"),
                                     DN_("april"),   DN_("mei"),      DN_("juni"),
                                     DN_("juli"),    DN_("augustus"), DN_("september"),
                                     DN_("oktober"), DN_("november"), DN_("december")};
static const char *const short_months[] = {DN_("jan"), DN_("feb"), DN_("mrt"), DN_("apr"),
                                           DN_("mei"), DN_("jun"), DN_("jul"), DN_("aug"),
                                           DN_("sep"), DN_("okt"), DN_("nov"), DN_("dec")};

void say_date(struct buffer *out, struct date date) {
    if (date_known(date))
        buffer_format(out, "%d %s %d", date.day, D_(months[date.month - 1]), date.year);
}

void say_short_date(struct buffer *out, struct date date) {
    if (date_known(date))
        buffer_format(out, "%d %s %d", date.day, D_(short_months[date.month - 1]), date.year);
}

void say_weekday(struct buffer *out, struct date date) {
    static const char *const days[] = {DN_("donderdag"), DN_("vrijdag"), DN_("zaterdag"),
                                       DN_("zondag"),    DN_("maandag"), DN_("dinsdag"),
                                       DN_("woensdag")};
    if (!date_known(date))
        return;
    long day = date_days(date) % 7; // 1970-01-01 was a Thursday
    buffer_add_string(out, D_(days[day < 0 ? day + 7 : day]));
}

void say_month(struct buffer *out, struct date date) {
    if (date_known(date))
        buffer_format(out, "%s %d", D_(short_months[date.month - 1]), date.year);
}

bool say_has_date(const struct plan_date *date) {
    return date->node != NULL;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Reads "2025-11" or "2025" (month 0).
static bool read_month(struct text text, int *year, int *month) {
    if (text.length != 7 && text.length != 4)
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (i == 4 ? text.bytes[i] != '-' : !is_digit(text.bytes[i]))
            return false;
    const char *b = text.bytes;
    *year = (b[0] - '0') * 1000 + (b[1] - '0') * 100 + (b[2] - '0') * 10 + (b[3] - '0');
    *month = text.length == 7 ? (b[5] - '0') * 10 + (b[6] - '0') : 0;
    return *month <= 12 && (text.length == 4 || *month >= 1);
}

bool say_when(struct buffer *out, const struct plan_date *date) {
    if (!date->node)
        return false;
    if (date_known(date->date)) {
        say_date(out, date->date);
        return true;
    }
    int year = 0;
    int month = 0;
    if (!read_month(date->node->text, &year, &month)) {
        html_text(out, date->node->text);
        return false;
    }
    if (month > 0)
        buffer_format(out, "%s ", D_(months[month - 1]));
    buffer_format(out, "%d", year);
    return true;
}

const char *say_between(size_t index, size_t count) {
    if (index == 0)
        return "";
    return index + 1 == count ? D_(" en ") : ", ";
}

void say_person(struct buffer *out, const struct plan_plan *plan, struct text id) {
    struct persoon persoon = plan_persoon(plan, id);
    html_isolated(out, persoon.naam.length > 0 ? persoon.naam : id);
}

// Three or more, so that it is shorter than their names.
static bool is_whole_household(const struct plan_plan *plan, const struct plan_texts *ids) {
    const struct plan_lid_list *leden = &plan->huishouden.leden;
    if (leden->count < 3 || ids->count != leden->count)
        return false;
    for (size_t i = 0; i < leden->count; i++)
        if (!ids_hold(ids, leden->items[i].id.text))
            return false;
    return true;
}

void say_persons(struct buffer *out, const struct plan_plan *plan, const struct plan_texts *ids) {
    if (is_whole_household(plan, ids)) {
        html_raw(out, D_("iedereen in het huishouden"));
        return;
    }
    for (size_t i = 0; i < ids->count; i++) {
        html_raw(out, say_between(i, ids->count));
        say_person(out, plan, ids->items[i].text);
    }
}

static bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// Whether a label begins with a name, which keeps its capital: "Veilig Thuis", "VGV".
static bool begins_with_name(const char *label) {
    const char *blank = strchr(label, ' ');
    return label[0] && (is_capital(label[1]) || (blank && is_capital(blank[1])));
}

// The label with a small letter in front when it stands within a sentence; without a label the word
// of the file, with blanks for underscores.
static void add_label(struct buffer *out, int type, const struct plan_word *word, bool within) {
    const char *label = D_(schema_label(&schema_types[type], word->value));
    char first = label[0];
    if (first && within && is_capital(first) && !begins_with_name(label)) {
        buffer_add_char(out, (char)(first - 'A' + 'a'));
        label++;
    }
    if (first) {
        buffer_add_string(out, label);
        return;
    }
    struct text text = word->node->text;
    for (size_t i = 0; i < text.length; i++)
        buffer_add_char(out, text.bytes[i] == '_' ? ' ' : text.bytes[i]);
}

static void say_label(struct buffer *out, int type, const struct plan_word *word, bool within) {
    struct buffer label = {0};
    if (!word->node)
        return;
    add_label(&label, type, word, within);
    html_text(out, buffer_text(&label));
    out->failed = out->failed || label.failed;
    buffer_free(&label);
}

void say_word_plain(struct buffer *out, int type, const struct plan_word *word) {
    if (word->node)
        add_label(out, type, word, true);
}

void say_word(struct buffer *out, int type, const struct plan_word *word) {
    say_label(out, type, word, false);
}

void say_word_within(struct buffer *out, int type, const struct plan_word *word) {
    say_label(out, type, word, true);
}

void say_words_within(struct buffer *out, int type, const struct plan_words *words) {
    for (size_t i = 0; i < words->count; i++) {
        html_raw(out, say_between(i, words->count));
        say_word_within(out, type, &words->items[i]);
    }
}

void say_figure(struct buffer *out, double figure) {
    long tenths = (long)(figure * 10 + (figure < 0 ? -0.5 : 0.5));
    buffer_format(out, "%ld", tenths / 10);
    if (tenths % 10 != 0)
        buffer_format(out, ",%ld", tenths % 10 < 0 ? -(tenths % 10) : tenths % 10);
}

void say_quote(struct buffer *out, struct text text) {
    html_raw(out, "<span class=\"citaat\" dir=\"auto\">„");
    html_text(out, text_trim(text));
    html_raw(out, "”</span>");
}

// Adds `text` as a link when it holds nothing but `allowed` and is no longer than people type.
static void say_link(struct buffer *out, struct text text, const char *scheme, const char *allowed,
                     const char *dropped) {
    bool plain = text.length >= 3 && text.length <= 100;
    for (size_t i = 0; i < text.length && plain; i++)
        plain = text.bytes[i] != '\0' &&
                (strchr(allowed, text.bytes[i]) || strchr(dropped, text.bytes[i]));
    if (!plain) {
        html_isolated(out, text);
        return;
    }
    buffer_format(out, "<a href=\"%s:", scheme);
    for (size_t i = 0; i < text.length; i++)
        if (strchr(allowed, text.bytes[i]))
            buffer_add_char(out, text.bytes[i]);
    html_raw(out, "\">");
    html_text(out, text);
    html_raw(out, "</a>");
}

void say_phone(struct buffer *out, struct text phone) {
    say_link(out, phone, "tel", "+0123456789", " -.()/");
}

void say_email(struct buffer *out, struct text email) {
    if (email.length == 0 || !memchr(email.bytes, '@', email.length))
        html_isolated(out, email);
    else
        say_link(out, email, "mailto",
                 "@.-_+0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "");
}
