// SPDX-License-Identifier: EUPL-1.2
// The canonical content of a part of a plan, and its SHA-256.
#include "lib/method/fingerprint.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <nettle/sha2.h>
#include <utf8proc.h>

#include "lib/schema/schema.h"

enum { PRINT_BYTES = 16 }; // of the digest that are shown

static void add_value(struct buffer *out, const struct node *node);

// ---- texts ----

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// One character of a JSON string that cannot stand there as it is, as RFC 8785 writes it.
static void add_escaped(struct buffer *out, char c) {
    static const char shorts[] = "\bb\ff\"\"\\\\";
    for (const char *pair = shorts; *pair; pair += 2)
        if (c == *pair) {
            buffer_add_char(out, '\\');
            buffer_add_char(out, pair[1]);
            return;
        }
    buffer_format(out, "\\u%04x", (unsigned)c);
}

// Bytes that stand in the content as they are: all but white space, what is below it, " and \.
#define STAY(c) ((c) > 0x20 && (c) != '"' && (c) != '\\')
#define STAY_8(c)                                                                                  \
    STAY(c), STAY(c + 1), STAY(c + 2), STAY(c + 3), STAY(c + 4), STAY(c + 5), STAY(c + 6),         \
        STAY(c + 7)
#define STAY_64(c)                                                                                 \
    STAY_8(c), STAY_8(c + 8), STAY_8(c + 16), STAY_8(c + 24), STAY_8(c + 32), STAY_8(c + 40),      \
        STAY_8(c + 48), STAY_8(c + 56)
static const bool may_stay[256] = {STAY_64(0), STAY_64(64), STAY_64(128), STAY_64(192)};

// A text with every stretch of white space as one blank, and none at either end.
static void add_folded(struct buffer *out, struct text text) {
    struct text rest = text_trim(text);
    size_t plain = 0; // from here on nothing needed a change
    buffer_add_char(out, '"');
    for (size_t i = 0; i < rest.length; i++) {
        while (i < rest.length && may_stay[(unsigned char)rest.bytes[i]])
            i++;
        if (i == rest.length)
            break;
        char c = rest.bytes[i];
        bool space = is_space(c);
        if (space ? c == ' ' && !is_space(rest.bytes[i + 1])
                  : (unsigned char)c >= 0x20 && c != '"' && c != '\\')
            continue;
        buffer_add(out, (struct text){rest.bytes + plain, i - plain});
        if (!space)
            add_escaped(out, c);
        else if (!is_space(rest.bytes[i + 1]))
            buffer_add_char(out, ' ');
        plain = i + 1;
    }
    buffer_add(out, (struct text){rest.bytes + plain, rest.length - plain});
    buffer_add_char(out, '"');
}

// Whether a text is in NFC for sure, by its bytes: no character below U+0300 is ever changed, nor
// are the dashes, quotation marks, bullets and dots from U+2010 to U+2027. Nearly all Dutch is told
// here.
static bool surely_composed(struct text text) {
    uint64_t eight;
    for (size_t i = 0; i < text.length; i++) {
        for (; text.length - i > sizeof eight; i += sizeof eight) {
            memcpy(&eight, text.bytes + i, sizeof eight);
            if (eight & 0x8080808080808080U)
                break;
        }
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte < 0xCC)
            continue; // ASCII, what leads a character below U+0300, and what follows
        if (byte != 0xE2 || text.length - i < 3 || (unsigned char)text.bytes[i + 1] != 0x80 ||
            (unsigned char)text.bytes[i + 2] < 0x90 || (unsigned char)text.bytes[i + 2] > 0xA7)
            return false;
    }
    return true;
}

static void add_text(struct buffer *out, struct text text) {
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length = UTF8PROC_ERROR_INVALIDUTF8;
    if (!surely_composed(text))
        length = utf8proc_map((const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length,
                              &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (length == UTF8PROC_ERROR_NOMEM)
        out->failed = true;
    else if (length >= 0)
        add_folded(out, (struct text){(const char *)composed, (size_t)length});
    else
        add_folded(out, text);
    free(composed);
}

// ---- lists and mappings ----

// Whether a key of a mapping says something about what was agreed: the format knows it (it does not
// know x_ keys), and it does not tell how things go.
static bool counts(const struct node *value) {
    return value->field && !value->field->progress;
}

// Whether nothing that counts is left in a value: then it is the same as no value.
static bool is_empty(const struct node *node) {
    if (node->kind == NODE_SCALAR)
        return text_trim(node->text).length == 0;
    for (const struct node *child = node->first; child; child = child->next)
        if ((!child->key || counts(child)) && !is_empty(child))
            return false;
    return true;
}

static void add_items(struct buffer *out, const struct node *list) {
    bool first = true;
    buffer_add_char(out, '[');
    for (const struct node *item = list->first; item; item = item->next) {
        if (is_empty(item))
            continue;
        if (!first)
            buffer_add_char(out, ',');
        add_value(out, item);
        first = false;
    }
    buffer_add_char(out, ']');
}

// The value with the first name after that of `after` (NULL: of all) that counts. Looking through a
// mapping once for each of its few fields needs no memory.
static const struct node *next_value(const struct node *mapping, const struct node *after) {
    const struct node *next = NULL;
    for (const struct node *value = mapping->first; value; value = value->next)
        if (counts(value) && (!after || strcmp(value->field->name, after->field->name) > 0) &&
            (!next || strcmp(value->field->name, next->field->name) < 0) && !is_empty(value))
            next = value;
    return next;
}

// All fields of a mapping but the one named `without` (NULL: all).
static void add_fields(struct buffer *out, const struct node *mapping, const char *without) {
    const struct node *value = NULL;
    char before = '{';
    while ((value = next_value(mapping, value))) {
        if (without && strcmp(value->field->name, without) == 0)
            continue;
        // One where a list is allowed is a list of one.
        bool alone = value->kind == NODE_SCALAR && value->field->many == MANY_ONE_OR_LIST;
        buffer_add_char(out, before);
        buffer_add_char(out, '"');
        buffer_add_string(out, value->field->name);
        buffer_add_string(out, alone ? "\":[" : "\":");
        add_value(out, value);
        if (alone)
            buffer_add_char(out, ']');
        before = ',';
    }
    if (before == '{')
        buffer_add_char(out, '{');
    buffer_add_char(out, '}');
}

static void add_value(struct buffer *out, const struct node *node) {
    if (node->kind == NODE_SCALAR)
        add_text(out, node->text);
    else if (node->kind == NODE_LIST)
        add_items(out, node);
    else
        add_fields(out, node, NULL);
}

// ---- the whole ----

static void add_part(struct buffer *out, const char *name, const struct node *list, bool *first) {
    if (!list || is_empty(list))
        return;
    buffer_format(out, "%s\"%s\":", *first ? "" : ",", name);
    add_items(out, list);
    *first = false;
}

void fingerprint_content(const struct plan_plan *plan, enum fingerprint_part part,
                         struct buffer *out) {
    bool first = true;
    if (part == FINGERPRINT_GEGEVEN) {
        add_fields(out, plan->node, "verstrekkingen");
        return;
    }
    buffer_add_char(out, '{');
    add_part(out, "afspraken", plan->veiligheidsplan.afspraken.node, &first);
    if (part == FINGERPRINT_PLAN)
        add_part(out, "doelen", plan->doelen.node, &first);
    buffer_add_char(out, '}');
}

int fingerprint_take(const struct plan_plan *plan, enum fingerprint_part part,
                     char into[FINGERPRINT_ROOM]) {
    static const char hex[] = "0123456789abcdef";
    struct buffer content = {0};
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    fingerprint_content(plan, part, &content);
    bool failed = content.failed;
    sha256_init(&context);
    if (!failed)
        sha256_update(&context, content.length, (const uint8_t *)content.bytes);
    sha256_digest(&context, sizeof digest, digest);
    buffer_free(&content);
    if (failed)
        return -1;
    memcpy(into, "sha256:", sizeof "sha256:");
    char *at = into + sizeof "sha256:" - 1;
    for (int i = 0; i < PRINT_BYTES; i++) {
        *at++ = hex[digest[i] >> 4];
        *at++ = hex[digest[i] & 15];
    }
    *at = '\0';
    return 0;
}
