// SPDX-License-Identifier: EUPL-1.2
// Building a tree from libyaml's events.
#include "lib/yaml/tree.h"

#include <string.h>
#include <yaml.h>

#include "lib/base/utf8.h"
#include "lib/yaml/memory.h"

enum { NODES_AT_ONCE = 4 };

// A collection that is still open, and in a mapping the key that waits for its value.
struct level {
    struct node *node;
    struct node *key;
};

struct reader {
    struct tree *tree;
    struct arena *arena;
    struct level levels[TREE_DEEPEST];
    int depth;
    struct node *spare; // nodes that were asked for together
    unsigned spare_count;
    // libyaml counts characters. This is the run of ASCII, in which both counts go up together,
    // that was come to last; marks come nearly in order.
    size_t run_character;
    size_t run_byte;
    size_t run_end; // byte
    size_t end;     // of what libyaml is given
    bool cut;       // libyaml is given only the part before a character that may not be there
    bool stopped;
    bool out_of_memory;
};

static void add_fault(struct reader *reader, enum tree_fault_kind kind, size_t start, size_t end,
                      uint32_t number, const char *problem) {
    struct tree *tree = reader->tree;
    if (tree->fault_count == TREE_MOST_FAULTS)
        return;
    if (!tree->faults)
        tree->faults = arena_zero(reader->arena, TREE_MOST_FAULTS, sizeof *tree->faults);
    if (!tree->faults) {
        reader->out_of_memory = true;
        return;
    }
    tree->faults[tree->fault_count++] =
        (struct tree_fault){kind, (uint32_t)start, (uint32_t)end, number, problem};
}

static bool is_ascii(struct text source, size_t byte) {
    return (unsigned char)source.bytes[byte] < 0x80;
}

static bool begins_character(struct text source, size_t byte) {
    return ((unsigned char)source.bytes[byte] & 0xC0) != 0x80;
}

// Begins a run of ASCII at `byte`, where character number `character` stands.
static void begin_run(struct reader *reader, size_t byte, size_t character) {
    struct text source = reader->tree->source;
    size_t at = byte;
    uint64_t eight;
    for (; at + sizeof eight <= reader->end; at += sizeof eight) {
        memcpy(&eight, source.bytes + at, sizeof eight);
        if (eight & 0x8080808080808080U)
            break;
    }
    while (at < reader->end && is_ascii(source, at))
        at++;
    reader->run_byte = byte;
    reader->run_end = at;
    reader->run_character = character;
}

// Goes on to the next run, beyond the other characters that end this one.
static void next_run(struct reader *reader) {
    struct text source = reader->tree->source;
    size_t at = reader->run_end;
    size_t character = reader->run_character + (reader->run_end - reader->run_byte);
    for (; at < reader->end && !is_ascii(source, at); at++)
        character += begins_character(source, at);
    begin_run(reader, at, character);
}

// The byte offset of a character that lies before the run.
static size_t byte_before(const struct reader *reader, size_t character) {
    struct text source = reader->tree->source;
    size_t at = reader->run_byte;
    for (size_t count = reader->run_character; count > character && at > 0; count--) {
        at--;
        while (at > 0 && !begins_character(source, at))
            at--;
    }
    return at;
}

static size_t byte_beyond(struct reader *reader, size_t character) {
    while (character > reader->run_character + (reader->run_end - reader->run_byte) &&
           reader->run_end < reader->end)
        next_run(reader);
    if (character < reader->run_character)
        return byte_before(reader, character);
    size_t byte = reader->run_byte + (character - reader->run_character);
    return byte < reader->run_end ? byte : reader->run_end;
}

// The byte offset of the character that libyaml calls number `character`.
static inline size_t byte_of(struct reader *reader, size_t character) {
    size_t byte = reader->run_byte + (character - reader->run_character);
    bool inside = character >= reader->run_character && byte < reader->run_end;
    return inside ? byte : byte_beyond(reader, character);
}

// Room for a node, all zero. They are many and are asked for a few at a time.
static inline struct node *spare_node(struct reader *reader) {
    if (reader->spare_count == 0) {
        reader->spare = arena_zero(reader->arena, NODES_AT_ONCE, sizeof *reader->spare);
        if (!reader->spare)
            return NULL;
        reader->spare_count = NODES_AT_ONCE;
    }
    reader->spare_count--;
    return reader->spare++;
}

static inline struct node *new_node(struct reader *reader, enum node_kind kind,
                                    const yaml_event_t *event) {
    if (reader->tree->node_count == TREE_MOST_NODES) {
        size_t at = byte_of(reader, event->start_mark.index);
        add_fault(reader, TREE_TOO_MANY, at, at, TREE_MOST_NODES, NULL);
        reader->stopped = true;
        return NULL;
    }
    struct node *node = spare_node(reader);
    if (!node) {
        reader->out_of_memory = true;
        return NULL;
    }
    reader->tree->node_count++;
    node->kind = (uint8_t)kind;
    node->start = (uint32_t)byte_of(reader, event->start_mark.index);
    node->line = (uint32_t)event->start_mark.line + 1;
    node->end = (uint32_t)byte_of(reader, event->end_mark.index);
    return node;
}

// A key must be one word or text; `<<` would pull in another mapping, which we do not do.
static void check_key(struct reader *reader, struct node *key) {
    enum tree_fault_kind kind = TREE_KEY;
    if (key->kind == NODE_SCALAR) {
        if (key->style != STYLE_PLAIN || !text_is(key->text, "<<"))
            return;
        kind = TREE_MERGE;
    }
    key->broken = true;
    add_fault(reader, kind, key->start, key->end, 0, NULL);
}

// Puts a finished or just opened node where it belongs: root, item, key or value.
static inline void place(struct reader *reader, struct node *node) {
    if (reader->depth == 0) {
        reader->tree->root = node;
        return;
    }
    struct level *level = &reader->levels[reader->depth - 1];
    if (level->node->kind == NODE_LIST) {
        node_append(level->node, node);
    } else if (!level->key) {
        level->key = node;
        node->parent = level->node;
        if (node->kind == NODE_SCALAR)
            check_key(reader, node);
    } else {
        node->key = level->key;
        level->key = NULL;
        node_append(level->node, node);
    }
}

static void note_properties(struct reader *reader, struct node *node, const void *anchor,
                            const void *tag) {
    if (anchor || tag) {
        node->broken = true;
        add_fault(reader, anchor ? TREE_ANCHOR : TREE_TAG, node->start, node->end, 0, NULL);
    }
}

// An escape can name what may not be written: "\x07" is refused as the character itself would be.
static void check_escapes(struct reader *reader, struct node *node) {
    size_t at;
    uint32_t point;
    int ascii;
    if (utf8_scan(node->text.bytes, node->text.length, &at, &point, &ascii) != UTF8_FINE) {
        node->broken = true;
        add_fault(reader, TREE_CONTROL, node->start, node->end, point, NULL);
    }
}

// What a scalar says. Mostly that is just what stands in the source, and needs no copy.
static bool take_text(struct reader *reader, struct node *node, const yaml_event_t *event) {
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;
    size_t quote = node->style == STYLE_SINGLE || node->style == STYLE_DOUBLE;
    const char *source = reader->tree->source.bytes + node->start + quote;
    size_t written = node->end - node->start;
    // A plain scalar on one line is never changed, so it needs no look either.
    bool same = node->style == STYLE_PLAIN && event->start_mark.line == event->end_mark.line;
    if (node->style <= STYLE_DOUBLE && written == length + 2 * quote &&
        (same || memcmp(source, value, length) == 0)) {
        node->text = (struct text){source, length};
        return true;
    }
    const char *copy = arena_copy(reader->arena, value, length);
    if (!copy)
        return false;
    node->text = (struct text){copy, length};
    if (node->style == STYLE_DOUBLE)
        check_escapes(reader, node);
    return true;
}

static void on_scalar(struct reader *reader, const yaml_event_t *event) {
    static const uint8_t styles[] = {
        [YAML_ANY_SCALAR_STYLE] = STYLE_PLAIN,
        [YAML_PLAIN_SCALAR_STYLE] = STYLE_PLAIN,
        [YAML_SINGLE_QUOTED_SCALAR_STYLE] = STYLE_SINGLE,
        [YAML_DOUBLE_QUOTED_SCALAR_STYLE] = STYLE_DOUBLE,
        [YAML_LITERAL_SCALAR_STYLE] = STYLE_LITERAL,
        [YAML_FOLDED_SCALAR_STYLE] = STYLE_FOLDED,
    };
    struct node *node = new_node(reader, NODE_SCALAR, event);
    if (!node)
        return;
    node->style = styles[event->data.scalar.style];
    if (!take_text(reader, node, event)) {
        reader->out_of_memory = true;
        return;
    }
    note_properties(reader, node, event->data.scalar.anchor, event->data.scalar.tag);
    // What touches a character that stopped the scan may go on behind it.
    if (reader->cut && node->end == reader->end)
        node->broken = true;
    place(reader, node);
}

static void on_alias(struct reader *reader, const yaml_event_t *event) {
    struct node *node = new_node(reader, NODE_SCALAR, event);
    if (!node)
        return;
    node->text = TEXT("");
    node->broken = true;
    add_fault(reader, TREE_ANCHOR, node->start, node->end, 0, NULL);
    place(reader, node);
}

static void on_open(struct reader *reader, const yaml_event_t *event) {
    bool list = event->type == YAML_SEQUENCE_START_EVENT;
    struct node *node = new_node(reader, list ? NODE_LIST : NODE_MAPPING, event);
    if (!node)
        return;
    bool flow = list ? event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
                     : event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    node->style = flow ? STYLE_FLOW : STYLE_BLOCK;
    if (reader->depth == TREE_DEEPEST) {
        add_fault(reader, TREE_TOO_DEEP, node->start, node->end, TREE_DEEPEST, NULL);
        reader->stopped = true;
        return;
    }
    note_properties(reader, node,
                    list ? event->data.sequence_start.anchor : event->data.mapping_start.anchor,
                    list ? event->data.sequence_start.tag : event->data.mapping_start.tag);
    place(reader, node);
    reader->levels[reader->depth++] = (struct level){node, NULL};
}

// Where the last child ends is where a block collection ends: libyaml's own mark lies beyond the
// blank lines and comments that follow it. So it is with the pair in [a: b], which has no braces.
static void close_level(struct reader *reader, const yaml_event_t *event) {
    struct level level = reader->levels[--reader->depth];
    struct node *node = level.node;
    bool bracket = event && event->end_mark.index > event->start_mark.index;
    if (node->style == STYLE_FLOW && bracket)
        node->end = (uint32_t)byte_of(reader, event->end_mark.index);
    else if (node->last)
        node->end = node->last->end > node->last->start ? node->last->end
                    : node->last->key                   ? node->last->key->end
                                                        : node->last->end;
    // A collection as a key was not looked at when it opened: its end was not known. Where reading
    // stopped it still is not, and has been told already.
    if (event && reader->depth > 0 && reader->levels[reader->depth - 1].key == node)
        check_key(reader, node);
}

static void on_event(struct reader *reader, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        on_scalar(reader, event);
        break;
    case YAML_ALIAS_EVENT:
        on_alias(reader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        on_open(reader, event);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_level(reader, event);
        break;
    case YAML_DOCUMENT_START_EVENT:
        if (reader->tree->root) {
            size_t start = byte_of(reader, event->start_mark.index);
            size_t end = byte_of(reader, event->end_mark.index);
            add_fault(reader, TREE_DOCUMENTS, start, end, 0, NULL);
            reader->stopped = true;
        }
        break;
    default:
        break;
    }
}

// Whether what is wrong began earlier than where libyaml noticed: an open quotation mark is only
// noticed at the end of the file.
static bool begun_before(const char *problem) {
    return strcmp(problem, "found unexpected end of stream") == 0 ||
           strcmp(problem, "found unexpected document indicator") == 0 ||
           strcmp(problem, "could not find expected ':'") == 0;
}

static void on_error(struct reader *reader, const yaml_parser_t *parser) {
    if (parser->error == YAML_MEMORY_ERROR) {
        reader->out_of_memory = true;
        return;
    }
    // Behind a character that stopped the scan, libyaml saw only an end that is none.
    if (reader->cut)
        return;
    const yaml_mark_t *mark =
        begun_before(parser->problem) ? &parser->context_mark : &parser->problem_mark;
    size_t at = byte_of(reader, mark->index);
    add_fault(reader, TREE_SYNTAX, at, at, 0, parser->problem);
}

// What yaml_event_delete does, which clears the whole event as well: most of its time. What stays
// here (anchors, tags) goes when the arena is reset.
static void drop_event(yaml_event_t *event, bool ours) {
    if (!ours)
        yaml_event_delete(event);
    else if (event->type == YAML_SCALAR_EVENT)
        memory_drop(event->data.scalar.value);
}

static void parse(struct reader *reader, struct text body) {
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser)) {
        reader->out_of_memory = true;
        return;
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)body.bytes, body.length);
    bool ours = memory_taken();
    bool ended = false;
    while (!ended && !reader->stopped && !reader->out_of_memory) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            on_error(reader, &parser);
            break;
        }
        ended = event.type == YAML_STREAM_END_EVENT;
        on_event(reader, &event);
        drop_event(&event, ours);
    }
    yaml_parser_delete(&parser);
    // Before a character that may not be there libyaml saw an end, and closed what was open.
    for (struct node *node = reader->cut ? reader->tree->root : NULL; node; node = node->last)
        node->cut = true;
    while (reader->depth > 0) {
        reader->levels[reader->depth - 1].node->cut = true;
        close_level(reader, NULL);
    }
}

// The scan before libyaml. Returns the part of the source that libyaml may read.
static struct text readable_part(struct reader *reader, struct text source) {
    size_t at = 0;
    uint32_t point = 0;
    int ascii = 1;
    size_t mark = text_starts(source, "\xEF\xBB\xBF") ? 3 : 0;
    enum utf8_fault fault =
        utf8_scan(source.bytes + mark, source.length - mark, &at, &point, &ascii);
    reader->tree->ascii = ascii != 0;
    struct text body = {source.bytes + mark, source.length - mark};
    if (fault != UTF8_FINE) {
        add_fault(reader, fault == UTF8_BROKEN ? TREE_NOT_UTF8 : TREE_CONTROL, mark + at, mark + at,
                  point, NULL);
        body.length = at;
        reader->cut = true;
    }
    reader->end = mark + body.length;
    if (reader->tree->ascii) {
        reader->run_byte = mark;
        reader->run_end = reader->end;
    } else {
        begin_run(reader, mark, 0);
    }
    return body;
}

int tree_read(struct text source, bool too_large, struct arena *arena, struct arena *scratch,
              struct tree *tree) {
    *tree = (struct tree){.source = source};
    struct reader reader = {.tree = tree, .arena = arena};
    if (too_large) {
        add_fault(&reader, TREE_TOO_LARGE, 0, 0, TREE_LARGEST, NULL);
        return reader.out_of_memory ? -1 : 0;
    }
    struct text body = readable_part(&reader, source);
    memory_lend(scratch);
    parse(&reader, body);
    memory_return();
    arena_reset(scratch);
    if (!tree->root && tree->fault_count == 0)
        add_fault(&reader, TREE_EMPTY, 0, 0, 0, NULL);
    return reader.out_of_memory ? -1 : 0;
}
