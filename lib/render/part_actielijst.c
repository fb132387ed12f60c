// SPDX-License-Identifier: EUPL-1.2
// Who does what: everything in the order of the days, and for each person a slip to tear off
// (KW §5.1 Actie: who, what, when).
#include <errno.h>

#include "lib/base/words.h"
#include "lib/method/due.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"
#include "lib/render/tijdlijn.h"

static const char box[] = "<span class=\"hokje\">☐</span>";

// One action to do, with its place in the plan.
struct todo {
    const struct plan_doel *doel;
    const struct plan_actie *actie;
    unsigned long number; // of the goal
    size_t index;         // of the action
};

struct todo_list {
    struct todo *items;
    size_t count;
};

static int collect(const struct plan_plan *plan, struct arena *arena, struct todo_list *list) {
    size_t most = 1;
    for (size_t i = 0; i < plan->doelen.count; i++)
        most += plan->doelen.items[i].acties.count;
    *list = (struct todo_list){arena_zero(arena, most, sizeof *list->items), 0};
    if (!list->items)
        return -1;
    for (size_t i = 0; i < plan->doelen.count; i++) {
        const struct plan_doel *doel = &plan->doelen.items[i];
        for (size_t k = 0; due_doel_open(doel) && k < doel->acties.count; k++)
            if (due_actie_open(&doel->acties.items[k]))
                list->items[list->count++] =
                    (struct todo){doel, &doel->acties.items[k], (unsigned long)i + 1, k};
    }
    return 0;
}

static bool is_late(const struct document *document, const struct plan_actie *actie) {
    return tijdlijn_stand(actie, document->today) == STAND_VOORBIJ;
}

static void write_number(struct buffer *out, const struct todo *todo) {
    char letters[TIJDLIJN_LETTERS];
    tijdlijn_letters(todo->index, letters);
    buffer_format(out, "%lu%s", todo->number, letters);
}

static void write_when(struct document *document, const struct plan_actie *actie) {
    struct buffer *out = document->out;
    bool words = document_has(&actie->wanneer);
    if (words)
        html_isolated(out, text_trim(actie->wanneer.text));
    if (date_known(actie->uiterlijk.date)) {
        html_words(out, words ? "<br><span class=\"bij\">" : "<span>", D_("uiterlijk "), "");
        say_date(out, actie->uiterlijk.date);
        html_raw(out, "</span>");
    }
    if (is_late(document, actie))
        html_words(out, "<br><span class=\"stand te-laat\">", D_("datum voorbij"), "</span>");
    if (!words && !date_known(actie->uiterlijk.date))
        html_words(out, "<span class=\"leeg\">", D_("nog af te spreken"), "</span>");
}

// ---- all of it, by day ----

static int by_day(const struct todo *a, const struct todo *b) {
    struct date x = a->actie->uiterlijk.date;
    struct date y = b->actie->uiterlijk.date;
    if (!date_known(x) || !date_known(y))
        return date_known(y) - date_known(x);
    return date_compare(x, y);
}

// A stable order: what has no day comes last, in the order of the plan.
static void put_in_order(struct todo_list *list) {
    for (size_t i = 1; i < list->count; i++) {
        struct todo todo = list->items[i];
        size_t at = i;
        for (; at > 0 && by_day(&list->items[at - 1], &todo) > 0; at--)
            list->items[at] = list->items[at - 1];
        list->items[at] = todo;
    }
}

static void write_all(struct document *document, const struct todo_list *list) {
    static const struct html_column columns[] = {{DN_("Nr."), 8, NULL},
                                                 {DN_("Wie"), 24, NULL},
                                                 {DN_("Doet wat"), 40, NULL},
                                                 {DN_("Wanneer"), 28, NULL}};
    struct buffer *out = document->out;
    struct html_table table;
    html_words(out, "<section class=\"overzicht\">\n<h2 id=\"alles\">", D_("Alles op een rij"),
               "</h2>\n");
    document_tijdlijn(document);
    html_table_open(&table, out, "lijst", D_("Dit is er nog te doen"), columns, 4);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_actie *actie = list->items[i].actie;
        html_row_open(&table);
        html_cell_open(&table);
        write_number(out, &list->items[i]);
        html_cell_close(&table);
        html_cell_open(&table);
        say_persons(out, document->plan, &actie->wie);
        if (actie->wie.count == 0)
            html_words(out, "<span class=\"leeg\">",
                       document->partial ? "–" : D_("nog af te spreken"), "</span>");
        html_cell_close(&table);
        html_cell_open(&table);
        html_isolated(out, text_trim(actie->wat.text));
        html_cell_close(&table);
        html_cell_open(&table);
        write_when(document, actie);
        html_cell_close(&table);
        html_row_close(&table);
    }
    html_table_close(&table);
    html_raw(out, "</section>\n");
}

// ---- a slip for each person ----

// Says whether somebody does the action (`wie`) or helps with it.
static bool concerns(const struct plan_actie *actie, struct text id, bool helps) {
    return ids_hold(&actie->wie, id) ? !helps : helps && ids_hold(&actie->hulp_van, id);
}

static size_t count_of(const struct todo_list *list, struct text id, bool helps) {
    size_t count = 0;
    for (size_t i = 0; i < list->count; i++)
        count += concerns(list->items[i].actie, id, helps);
    return count;
}

// With whom: the others who do it, and who help.
static void write_with(struct document *document, const struct plan_actie *actie, struct text id,
                       bool helps) {
    struct buffer *out = document->out;
    size_t others = 0;
    for (size_t i = 0; i < actie->wie.count && !helps; i++) {
        if (text_equal(actie->wie.items[i].text, id))
            continue;
        if (others++ == 0)
            html_words(out, "<br><span class=\"bij\">", D_("samen met "), "");
        else
            html_raw(out, D_(" en "));
        say_person(out, document->plan, actie->wie.items[i].text);
    }
    html_raw(out, others > 0 ? "</span>" : "");
    if (helps || actie->hulp_van.count == 0)
        return;
    html_words(out, "<br><span class=\"bij\">", D_("met hulp van "), "");
    say_persons(out, document->plan, &actie->hulp_van);
    html_raw(out, "</span>");
}

static void write_tasks(struct document *document, const struct todo_list *list, struct text id,
                        bool helps) {
    static const struct html_column doing[] = {
        {DN_("Wat"), 54, NULL}, {DN_("Wanneer"), 32, NULL}, {DN_("Gedaan"), 14, "midden"}};
    static const struct html_column helping[] = {{DN_("Wat"), 54, NULL},
                                                 {DN_("Wanneer"), 46, NULL}};
    struct buffer *out = document->out;
    struct html_table table;
    if (count_of(list, id, helps) == 0)
        return;
    html_table_open(&table, out, "lijst", helps ? D_("Hierbij help je") : NULL,
                    helps ? helping : doing, helps ? 2 : 3);
    for (size_t i = 0; i < list->count; i++) {
        const struct plan_actie *actie = list->items[i].actie;
        if (!concerns(actie, id, helps))
            continue;
        html_row_open(&table);
        html_cell_open(&table);
        html_raw(out, "<span class=\"nummer\">");
        write_number(out, &list->items[i]);
        html_raw(out, "</span> ");
        if (helps) {
            say_persons(out, document->plan, &actie->wie);
            html_raw(out, actie->wie.count > 0 ? ": " : "");
        }
        html_isolated(out, text_trim(actie->wat.text));
        write_with(document, actie, id, helps);
        html_cell_close(&table);
        html_cell_open(&table);
        write_when(document, actie);
        html_cell_close(&table);
        if (!helps) {
            html_cell_open(&table);
            html_raw(out, box);
            html_cell_close(&table);
        }
        html_row_close(&table);
    }
    html_table_close(&table);
}

static void write_foot(struct document *document, struct text id) {
    struct buffer *out = document->out;
    const struct plan_text *leader = &document->plan->regie.procesregisseur;
    struct volgend_overleg next = overleg_volgend(document->plan, document->today);
    bool call = leader->node && !text_equal(leader->text, id);
    if (!call && !date_known(next.datum))
        return;
    html_raw(out, "<p><span class=\"bij\">");
    if (call) {
        html_raw(out, D_("Lukt iets niet, of kan het eerder? Bel "));
        document_contact(document, leader->text);
        html_raw(out, ". ");
    }
    if (date_known(next.datum)) {
        html_raw(out, D_("We zien elkaar op "));
        say_weekday(out, next.datum);
        buffer_add_char(out, ' ');
        document_meeting_moment(document, &next);
        html_raw(out, ".");
    }
    html_raw(out, "</span></p>\n");
}

static void write_slip(struct document *document, const struct todo_list *list, struct text id) {
    struct buffer *out = document->out;
    size_t rows = count_of(list, id, false) + count_of(list, id, true);
    if (rows == 0)
        return;
    enum { MOST_ON_A_SLIP = 9 }; // more may run on to the next sheet
    buffer_format(out, "<section class=\"strook%s\">\n<h3>",
                  rows > MOST_ON_A_SLIP ? " lange-strook" : "");
    say_person(out, document->plan, id);
    html_words(out, "", count_of(list, id, false) > 0 ? D_(", dit doe jij") : "", "</h3>\n");
    write_tasks(document, list, id, false);
    write_tasks(document, list, id, true);
    write_foot(document, id);
    html_raw(out, "</section>\n");
}

// Whether an action is the first one that names this id, which stands for nobody in the plan.
static bool is_first_stranger(const struct document *document, const struct todo_list *list,
                              size_t which, struct text id) {
    if (id.length == 0 || plan_persoon(document->plan, id).soort != PERSOON_ONBEKEND)
        return false;
    for (size_t i = 0; i < which; i++)
        if (ids_hold(&list->items[i].actie->wie, id))
            return false;
    return true;
}

static void write_slips(struct document *document, const struct todo_list *list) {
    const struct plan_plan *plan = document->plan;
    html_words(document->out, "<h2 id=\"stroken\" class=\"nieuw-blad\">",
               D_("Voor ieder een strook"), "");
    html_words(document->out, "</h2>\n<p>",
               D_("Knip of scheur langs de stippellijn, en hang je strook op waar je hem ziet."),
               "</p>\n");
    for (size_t i = 0; i < plan->huishouden.leden.count; i++)
        write_slip(document, list, plan->huishouden.leden.items[i].id.text);
    for (size_t i = 0; i < plan->netwerk.count; i++)
        write_slip(document, list, plan->netwerk.items[i].id.text);
    for (size_t i = 0; i < plan->professionals.count; i++)
        write_slip(document, list, plan->professionals.items[i].id.text);
    for (size_t i = 0; i < list->count; i++)
        for (size_t k = 0; k < list->items[i].actie->wie.count; k++)
            if (is_first_stranger(document, list, i, list->items[i].actie->wie.items[k].text))
                write_slip(document, list, list->items[i].actie->wie.items[k].text);
}

int part_actielijst(struct document *document, struct trouble *trouble) {
    struct arena arena;
    struct todo_list list;
    int outcome = 0;
    arena_init(&arena, 0);
    if (collect(document->plan, &arena, &list) != 0) {
        outcome = trouble_tell(trouble, ENOMEM, N_("no document can be made"), NULL);
    } else if (list.count == 0) {
        outcome = trouble_tell(trouble, 0,
                               N_("has no action that is still to be done, so there is no list to "
                                  "make"),
                               NULL);
    } else {
        put_in_order(&list);
        document_kop(document, true, 1);
        write_all(document, &list);
        write_slips(document, &list);
    }
    arena_free(&arena);
    return outcome;
}
