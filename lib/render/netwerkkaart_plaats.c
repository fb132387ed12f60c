// SPDX-License-Identifier: EUPL-1.2
// Places in the network map: rings of our own, or those that Graphviz finds.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/render/netwerkkaart.h"

enum {
    MARGIN = 90,
    PER_INCH = 960,
    STRETCH = 125, // percent: a sheet is wider than the lines are high
    // Without words on the lines, or with few people, one ring; then more, each with room for more.
    RING_FIRST = 12,
    RING_MORE = 6
};

static const double turn = 6.283185307179586;

// What is drawn lies within this.
static void set_edges(struct netwerkkaart *kaart) {
    kaart->left = -kaart->width / 2;
    kaart->right = kaart->width / 2;
    kaart->top = -kaart->height / 2;
    kaart->bottom = kaart->height / 2;
    for (size_t i = 0; i < kaart->count; i++) {
        const struct netwerkpunt *punt = &kaart->punten[i];
        int left = punt->x - punt->width / 2;
        int top = punt->y - punt->height / 2;
        kaart->left = left < kaart->left ? left : kaart->left;
        kaart->top = top < kaart->top ? top : kaart->top;
        kaart->right = left + punt->width > kaart->right ? left + punt->width : kaart->right;
        kaart->bottom = top + punt->height > kaart->bottom ? top + punt->height : kaart->bottom;
    }
    kaart->left -= MARGIN;
    kaart->top -= MARGIN;
    kaart->right += MARGIN;
    kaart->bottom += MARGIN;
}

// ---- rings ----

// So many of `left` go on ring `ring`; the last ring takes what is left.
static size_t on_ring(size_t ring, size_t left) {
    size_t room = RING_FIRST + RING_MORE * ring;
    return left < room ? left : room;
}

static size_t friends_in(const struct netwerkkaart *kaart) {
    size_t friends = 0;
    while (friends < kaart->count && !kaart->punten[friends].professional)
        friends++;
    return friends;
}

void netwerkkaart_ring(struct netwerkkaart *kaart) {
    size_t done = 0;
    size_t friends = friends_in(kaart);
    for (size_t ring = 0; done < kaart->count; ring++) {
        size_t count = on_ring(ring, kaart->count - done);
        double across = kaart->compact ? 2300 + 1250.0 * (double)ring : 2850;
        double down = kaart->compact ? 1750 + 700.0 * (double)ring : kaart->count > 8 ? 2500 : 2100;
        // The network above, in the middle; the professionals below.
        double first = ring == 0 && friends > 0 && friends <= count
                           ? -0.25 - ((double)friends - 1) / 2 / (double)count
                           : -0.25 + 0.5 / (double)count;
        for (size_t i = 0; i < count; i++) {
            struct netwerkpunt *punt = &kaart->punten[done + i];
            double angle = turn * (first + (double)i / (double)count);
            punt->x = (int)lround(across * cos(angle));
            punt->y = (int)lround(down * sin(angle));
        }
        done += count;
    }
    set_edges(kaart);
}

// ---- Graphviz ----

static void add_inches(struct buffer *graph, int tenths) {
    buffer_format(graph, "%d.%03d", tenths / PER_INCH, tenths % PER_INCH * 1000 / PER_INCH);
}

void netwerkkaart_graph(const struct netwerkkaart *kaart, struct buffer *graph) {
    // Twopi goes round from the right, over the top. So begin with as many professionals as lie
    // between there and the network, whose middle is to be at the top.
    size_t friends = friends_in(kaart);
    size_t before = friends > 0 ? kaart->count / 4 - (friends - 1) / 2 : 0;
    size_t first =
        friends > 0 && friends - 1 <= kaart->count / 2 ? (kaart->count - before) % kaart->count : 0;
    buffer_add_string(graph, "graph g {\n"
                             "graph [root=h, overlap=prism, sep=\"+8\", ranksep=");
    add_inches(graph, kaart->compact ? 2400 : kaart->count > 8 ? 2350 : 2100);
    buffer_add_string(graph, "]\nnode [shape=box, fixedsize=true, label=\"\"]\nh [width=");
    add_inches(graph, kaart->width);
    buffer_add_string(graph, ", height=");
    add_inches(graph, kaart->height);
    buffer_add_string(graph, "]\n");
    for (size_t i = 0; i < kaart->count; i++) {
        const struct netwerkpunt *punt = &kaart->punten[(first + i) % kaart->count];
        buffer_format(graph, "p%u [width=", punt->nummer);
        add_inches(graph, punt->width + 120);
        buffer_add_string(graph, ", height=");
        add_inches(graph, punt->height + 120);
        buffer_format(graph, "]\nh -- p%u\n", punt->nummer);
    }
    buffer_add_string(graph, "}\n");
}

// Reads "12.345" or "1.2e-05" into tenths of a pixel; moves `*at` behind it.
static bool read_inches(const char **at, const char *end, int *tenths) {
    while (*at < end && **at == ' ')
        (*at)++;
    bool minus = *at < end && **at == '-';
    const char *first = *at += minus;
    long value = 0;      // in ten-thousandths of an inch
    long weight = 10000; // of the next digit behind the point
    bool behind = false;
    for (; *at < end && ((**at >= '0' && **at <= '9') || (**at == '.' && !behind)); (*at)++) {
        if (**at == '.') {
            behind = true;
            continue;
        }
        if (value > 10000000)
            return false; // more than any sheet
        if (!behind)
            value = value * 10 + (**at - '0') * 10000L;
        else
            value += (**at - '0') * (weight /= 10);
    }
    if (*at == first)
        return false;
    if (*at < end && **at == 'e') { // only very small ones are written so
        value = 0;
        while (*at < end && **at != ' ' && **at != '\n')
            (*at)++;
    }
    *tenths = (int)((minus ? -value : value) * PER_INCH / 10000);
    return true;
}

static bool touches(int x, int y, int width, int height, const struct netwerkpunt *punt) {
    return abs(x - punt->x) * 2 < width + punt->width &&
           abs(y - punt->y) * 2 < height + punt->height;
}

// Whether no two boxes lie on each other.
static bool is_clear(const struct netwerkkaart *kaart) {
    for (size_t i = 0; i < kaart->count; i++) {
        const struct netwerkpunt *a = &kaart->punten[i];
        if (touches(0, 0, kaart->width, kaart->height, a))
            return false;
        for (size_t k = 0; k < i; k++)
            if (touches(a->x, a->y, a->width, a->height, &kaart->punten[k]))
                return false;
    }
    return true;
}

// Reads "node NAME X Y …": the number of the name (0: the household), and the place.
static bool read_node(const char *at, const char *end, unsigned *number, int *x, int *y) {
    static const char word[] = "node ";
    if ((size_t)(end - at) < sizeof word || memcmp(at, word, sizeof word - 1) != 0)
        return false;
    at += sizeof word - 1;
    *number = 0;
    if (*at != 'h' && *at != 'p')
        return false;
    for (at++; at < end && *at >= '0' && *at <= '9' && *number < 1000; at++)
        *number = *number * 10 + (unsigned)(*at - '0');
    return read_inches(&at, end, x) && read_inches(&at, end, y);
}

bool netwerkkaart_placed(struct netwerkkaart *kaart, struct text answer) {
    struct netwerkkaart placed = *kaart;
    size_t found = 0;
    int home_x = 0;
    int home_y = 0;
    const char *end = answer.bytes + answer.length;
    for (const char *at = answer.bytes; at && at < end;) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        unsigned number = 0;
        int x = 0;
        int y = 0;
        line_end = line_end ? line_end : end;
        if (read_node(at, line_end, &number, &x, &y)) {
            found++;
            if (number == 0) {
                home_x = x;
                home_y = y;
            } else if (number <= placed.count) {
                placed.punten[number - 1].x = x;
                placed.punten[number - 1].y = y;
            }
        }
        at = line_end + (line_end < end);
    }
    if (found != placed.count + 1)
        return false;
    for (size_t i = 0; i < placed.count; i++) {
        placed.punten[i].x = (placed.punten[i].x - home_x) * (placed.compact ? 100 : STRETCH) / 100;
        placed.punten[i].y = home_y - placed.punten[i].y; // Graphviz counts upwards
    }
    if (!is_clear(&placed))
        return false;
    *kaart = placed;
    set_edges(kaart);
    return true;
}
