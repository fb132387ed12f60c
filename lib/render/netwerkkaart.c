// SPDX-License-Identifier: EUPL-1.2
// Who stands in the network map, and the drawing of it.
#include "lib/render/netwerkkaart.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/professional.h"
#include "lib/render/say.h"
#include "lib/schema/schema.h"

enum {
    BOX_WIDEST = 1350,
    BOX_NARROWEST = 700,
    BOX_HIGH = 400,
    BOX_COMPACT_WIDEST = 1100,
    BOX_COMPACT_HIGH = 240,
    INSIDE = 90, // between a box and the letters in it
    HOME_WIDEST = 1500,
    MEMBER_LINE = 170,
    MOST_MEMBERS = 8, // named in the household's box
    WORD_LINE = 125,
    MOST_WORDS = 3,
    TOKEN = 75,
    LEGEND = 620,
    LEGEND_LINE = 200,
    NARROWEST = 7200
};

static const struct svg_letters name_letters = {"middle", SVG_INK, 115, true};
static const struct svg_letters role_letters = {"middle", SVG_SOFT, 100, false};
static const struct svg_letters word_letters = {"middle", SVG_INK, 100, false};
static const struct svg_letters home_letters = {"middle", SVG_PAPER, 125, true};
static const struct svg_letters member_letters = {"middle", SVG_PAPER, 110, false};
static const struct svg_letters token_letters = {"middle", SVG_INK, 95, true};
static const struct svg_letters legend_letters = {"start", SVG_SOFT, 105, false};

static const struct svg_pen friend_line = {NULL, SVG_GOOD, 20, NULL};
static const struct svg_pen worker_line = {NULL, SVG_MAIN, 20, "6 4"};

// For the kinds of support, by enum steunsoort.
static const char *const tokens[] = {"P", "T", "G", "D", "L"};

enum { TOKENS = sizeof tokens / sizeof *tokens };

// ---- who stands in it ----

bool netwerkkaart_holds(const struct plan_professional *professional, struct date today) {
    return professional->node && !professional_weg(professional, today);
}

static void set_size(struct netwerkpunt *punt, bool compact) {
    int widest = compact ? BOX_COMPACT_WIDEST : BOX_WIDEST;
    int name = svg_text_width(punt->naam, name_letters);
    int role = compact ? 0 : svg_text_width(punt->rol, role_letters);
    int width = (name > role ? name : role) + 2 * INSIDE;
    punt->width = width > widest ? widest : width < BOX_NARROWEST ? BOX_NARROWEST : width;
    punt->height = compact ? BOX_COMPACT_HIGH : BOX_HIGH;
}

static void add(struct netwerkkaart *kaart, struct netwerkpunt punt) {
    if (kaart->count == NETWERKKAART_MOST) {
        kaart->dropped++;
        return;
    }
    punt.nummer = (unsigned)kaart->count + 1;
    kaart->punten[kaart->count++] = punt;
}

static struct text name_or_id(const struct plan_text *name, const struct plan_text *id) {
    struct text trimmed = text_trim(name->text);
    return trimmed.length > 0 ? trimmed : id->text;
}

bool netwerkkaart_read(const struct plan_plan *plan, struct date today,
                       struct netwerkkaart *kaart) {
    memset(kaart, 0, sizeof *kaart);
    kaart->naam = text_trim(plan->huishouden.naam.text);
    kaart->leden = &plan->huishouden.leden;
    for (size_t i = 0; i < plan->netwerk.count; i++) {
        const struct plan_naaste *naaste = &plan->netwerk.items[i];
        add(kaart, (struct netwerkpunt){.naam = name_or_id(&naaste->naam, &naaste->id),
                                        .rol = text_trim(naaste->relatie.text),
                                        .steun = &naaste->steun,
                                        .type = TYPE_STEUNSOORT,
                                        .blijft = naaste->blijvend_betrokken.value == JA_NEE_JA});
    }
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *worker = &plan->professionals.items[i];
        if (netwerkkaart_holds(worker, today))
            add(kaart,
                (struct netwerkpunt){.naam = name_or_id(&worker->naam, &worker->id),
                                     .rol = text_trim(worker->functie.text),
                                     .steun = &worker->leefgebieden,
                                     .type = TYPE_LEEFGEBIED,
                                     .professional = true,
                                     .blijft = worker->blijvend_betrokken.value == JA_NEE_JA});
    }
    kaart->compact = kaart->count > NETWERKKAART_FEW;
    for (size_t i = 0; i < kaart->count; i++)
        set_size(&kaart->punten[i], kaart->compact);
    size_t shown = kaart->leden->count > MOST_MEMBERS ? MOST_MEMBERS + 1 : kaart->leden->count;
    kaart->width = HOME_WIDEST;
    kaart->height = 380 + (int)shown * MEMBER_LINE;
    return kaart->count + kaart->leden->count > 0;
}

// ---- drawing ----

// Where the line from the middle of a box towards (dx, dy) leaves it, in thousandths of the way.
static long leaves(int width, int height, int dx, int dy) {
    long by_side = dx != 0 ? 500L * width / labs(dx) : 1000;
    long by_top = dy != 0 ? 500L * height / labs(dy) : 1000;
    long at = by_side < by_top ? by_side : by_top;
    return at > 1000 ? 1000 : at;
}

static int between(long from, long until, long thousandths) {
    return (int)(from + (until - from) * thousandths / 1000);
}

// What a word on a line says: its label, or the word as it stands.
static void add_word(struct buffer *svg, int x, int y, int type, const struct plan_word *word) {
    struct buffer said = {0};
    say_word_plain(&said, type, word);
    struct text shown = buffer_text(&said);
    int width = svg_text_width(shown, word_letters);
    if (width > BOX_WIDEST)
        width = BOX_WIDEST;
    svg_box(svg, x - width / 2 - 20, y - 95, width + 40, WORD_LINE, 0,
            (struct svg_pen){.fill = SVG_PAPER});
    svg_short_text(svg, x, y, word_letters, shown, BOX_WIDEST);
    svg->failed = svg->failed || said.failed;
    buffer_free(&said);
}

static void draw_words(const struct netwerkpunt *punt, int x, int y, struct buffer *svg) {
    size_t count = punt->steun->count > MOST_WORDS ? MOST_WORDS : punt->steun->count;
    y += 40 - (int)(count - 1) * WORD_LINE / 2;
    for (size_t i = 0; i < count; i++, y += WORD_LINE) {
        bool more = i + 1 == MOST_WORDS && punt->steun->count > MOST_WORDS;
        if (more) {
            svg_box(svg, x - 120, y - 95, 240, WORD_LINE, 0, (struct svg_pen){.fill = SVG_PAPER});
            svg_text(svg, x, y, word_letters, text_of(D_("en meer")));
        } else {
            add_word(svg, x, y, punt->type, &punt->steun->items[i]);
        }
    }
}

static void draw_tokens(const struct netwerkpunt *punt, int x, int y, struct buffer *svg) {
    size_t count = 0;
    for (size_t i = 0; i < punt->steun->count; i++)
        count += punt->steun->items[i].value >= 0 && punt->steun->items[i].value < TOKENS;
    x -= (int)(count > 0 ? count - 1 : 0) * TOKEN;
    for (size_t i = 0; i < punt->steun->count; i++) {
        int which = punt->steun->items[i].value;
        if (which < 0 || which >= TOKENS)
            continue;
        svg_mark(svg, SVG_CIRCLE, x, y, TOKEN, (struct svg_pen){SVG_PAPER, SVG_GOOD, 12, NULL});
        svg_text(svg, x, y + 33, token_letters, text_of(tokens[which]));
        x += 2 * TOKEN;
    }
}

// The line, and on the part of it that shows what somebody does.
static void draw_line(const struct netwerkpunt *punt, struct buffer *svg) {
    svg_line(svg, 0, 0, punt->x, punt->y, punt->professional ? worker_line : friend_line);
}

static void draw_on_line(const struct netwerkkaart *kaart, const struct netwerkpunt *punt,
                         struct buffer *svg) {
    long from = leaves(kaart->width, kaart->height, punt->x, punt->y);
    long until = 1000 - leaves(punt->width, punt->height, punt->x, punt->y);
    long at = kaart->compact ? until - (until - from) / 4 : (from + until) / 2;
    int x = between(0, punt->x, at);
    int y = between(0, punt->y, at);
    if (kaart->compact && punt->type == TYPE_STEUNSOORT)
        draw_tokens(punt, x, y, svg);
    else if (!kaart->compact && punt->steun->count > 0)
        draw_words(punt, x, y, svg);
}

static void draw_box(const struct netwerkkaart *kaart, const struct netwerkpunt *punt,
                     struct buffer *svg) {
    const struct svg_pen frame = {SVG_PAPER, punt->professional ? SVG_MAIN : SVG_GOOD, 14,
                                  punt->professional ? "5 2" : NULL};
    int round = punt->professional ? 20 : punt->height / 2;
    int left = punt->x - punt->width / 2;
    int top = punt->y - punt->height / 2;
    int room = punt->width - INSIDE;
    struct text number = {NULL, 0};
    struct buffer words = {0};
    if (punt->blijft)
        svg_box(svg, left - 35, top - 35, punt->width + 70, punt->height + 70,
                round > 20 ? round + 35 : round, (struct svg_pen){SVG_PAPER, frame.line, 9, NULL});
    svg_box(svg, left, top, punt->width, punt->height, round, frame);
    if (svg_reads_right_to_left(punt->naam)) {
        buffer_format(&words, D_("nummer %u"), punt->nummer);
        number = buffer_text(&words);
    }
    svg_short_text(svg, punt->x, punt->y + (kaart->compact ? 40 : -20), name_letters,
                   number.length > 0 ? number : punt->naam, room);
    if (!kaart->compact && !svg_reads_right_to_left(punt->rol))
        svg_short_text(svg, punt->x, punt->y + 120, role_letters, punt->rol, room);
    svg->failed = svg->failed || words.failed;
    buffer_free(&words);
}

static void draw_household(const struct netwerkkaart *kaart, struct buffer *svg) {
    int top = -kaart->height / 2;
    int room = kaart->width - 2 * INSIDE;
    int y = top + 215;
    svg_box(svg, -kaart->width / 2, top, kaart->width, kaart->height, 90,
            (struct svg_pen){.fill = SVG_MAIN});
    svg_short_text(
        svg, 0, y, home_letters,
        svg_reads_right_to_left(kaart->naam) ? text_of(D_("Het huishouden")) : kaart->naam, room);
    for (size_t i = 0; i < kaart->leden->count; i++) {
        const struct plan_lid *lid = &kaart->leden->items[i];
        struct text name = name_or_id(&lid->naam, &lid->id);
        struct text role = text_trim(lid->rol.text);
        y += MEMBER_LINE;
        if (i == MOST_MEMBERS) {
            svg_text(svg, 0, y, member_letters, text_of(D_("en anderen")));
            return;
        }
        svg_short_text(svg, 0, y, member_letters,
                       !svg_reads_right_to_left(name)   ? name
                       : !svg_reads_right_to_left(role) ? role
                                                        : TEXT("…"),
                       room);
    }
}

static void draw_legend(const struct netwerkkaart *kaart, int x, int y, struct buffer *svg) {
    svg_line(svg, x, y - 35, x + 450, y - 35, friend_line);
    svg_text(svg, x + 530, y, legend_letters, text_of(D_("familie, vrienden, buren")));
    svg_line(svg, x + 2450, y - 35, x + 2900, y - 35, worker_line);
    svg_text(svg, x + 2980, y, legend_letters, text_of(D_("professional")));
    svg_box(svg, x + 4250, y - 125, 420, 190, 90, (struct svg_pen){NULL, SVG_SOFT, 9, NULL});
    svg_box(svg, x + 4285, y - 90, 350, 120, 60, (struct svg_pen){NULL, SVG_SOFT, 14, NULL});
    svg_text(svg, x + 4750, y, legend_letters, text_of(D_("blijft ook later")));
    y += LEGEND_LINE;
    for (int i = 0; i < TOKENS && kaart->compact; i++) {
        svg_mark(svg, SVG_CIRCLE, x + TOKEN, y - 35, TOKEN,
                 (struct svg_pen){SVG_PAPER, SVG_GOOD, 12, NULL});
        svg_text(svg, x + TOKEN, y - 2, token_letters, text_of(tokens[i]));
        svg_text(svg, x + 200, y, legend_letters,
                 text_of(D_(schema_label(&schema_types[TYPE_STEUNSOORT], i))));
        x += 1230;
    }
}

void netwerkkaart_draw(const struct netwerkkaart *kaart, struct buffer *svg) {
    int width = kaart->right - kaart->left;
    int aside = width < NARROWEST ? (NARROWEST - width) / 2 : 0;
    int left = kaart->left - aside;
    width += 2 * aside;
    svg_begin(svg, width, kaart->bottom - kaart->top + LEGEND);
    buffer_add_string(svg, "<g transform=\"translate(");
    svg_step(svg, ' ', -left, -kaart->top);
    buffer_add_string(svg, ")\">");
    for (size_t i = 0; i < kaart->count; i++)
        draw_line(&kaart->punten[i], svg);
    for (size_t i = 0; i < kaart->count; i++)
        draw_on_line(kaart, &kaart->punten[i], svg);
    for (size_t i = 0; i < kaart->count; i++)
        draw_box(kaart, &kaart->punten[i], svg);
    draw_household(kaart, svg);
    if (kaart->count > 0)
        draw_legend(kaart, left + (width - 6200) / 2, kaart->bottom + 300, svg);
    buffer_add_string(svg, "</g>");
    svg_end(svg);
}
