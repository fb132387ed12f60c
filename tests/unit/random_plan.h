// SPDX-License-Identifier: EUPL-1.2
// For the tests of the editor: random plans in every way that YAML can be written, and random
// texts. The same seed gives the same plan.
#ifndef G1P_TESTS_RANDOM_PLAN_H
#define G1P_TESTS_RANDOM_PLAN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "lib/base/buffer.h"
#include "lib/schema/schema.h"

// ---- numbers ----

static uint64_t random_state;

static void seed(uint32_t number) {
    random_state = number * 6364136223846793005U + 1442695040888963407U;
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
}

static uint32_t below(uint32_t limit) {
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(random_state >> 33) % limit;
}

static bool one_in(uint32_t chances) {
    return below(chances) == 0;
}

#define ONE_OF(list) (list)[below(sizeof(list) / sizeof *(list))]

// ---- texts to be put into a plan ----

static const char *const hard_texts[] = {"nee",
                                         "ja",
                                         "2025",
                                         "08",
                                         "0612345678",
                                         "1:30",
                                         "14:00",
                                         "2026-03-12",
                                         "2026-3-12",
                                         "null",
                                         "~",
                                         "true",
                                         "No",
                                         "on",
                                         "y",
                                         "=",
                                         "<<",
                                         "- een",
                                         "-een",
                                         "--- x",
                                         "? wat",
                                         "?",
                                         ": x",
                                         "a: b",
                                         "a:",
                                         "a:b",
                                         "a #b",
                                         "a#b",
                                         "#a",
                                         "[a]",
                                         "{a}",
                                         "a, b",
                                         "&a",
                                         "*a",
                                         "!a",
                                         "|",
                                         ">a",
                                         "'a'",
                                         "\"a\"",
                                         "'t is \"zo\"",
                                         "%a",
                                         "@a",
                                         "`a",
                                         "...",
                                         "pad\\naam",
                                         "é€😀",
                                         " x",
                                         "x ",
                                         "",
                                         "  ",
                                         "\t",
                                         "a\tb",
                                         "een\ntwee",
                                         "een\n\ntwee\n",
                                         "een\n",
                                         "\n",
                                         "\neen",
                                         "een\n\n",
                                         " een\ntwee",
                                         "een\n  twee\ndrie",
                                         "een\n# twee",
                                         "een\n- twee: 3\n",
                                         "een \ntwee",
                                         "een\n \n",
                                         "1e3",
                                         ".5",
                                         "-7",
                                         "6.5",
                                         "0x1F",
                                         "0o17",
                                         "-",
                                         "--",
                                         "wat?",
                                         "http://x.nl/a?b=c&d=[e]",
                                         "}",
                                         "a}b",
                                         "a]b",
                                         "Een heel lange zin die over meer dan één regel gaat, "
                                         "want er is zo veel te zeggen over wat er is: #ja.",
                                         "Een heel lange zin  met twee spaties achter elkaar en "
                                         "die ook over meer dan één regel gaat, want zo is het.",
                                         "Eenheellangwoorddatnietafgebrokenkanwordenomdatergeenspat"
                                         "iesinstaanmaarhetmoettochergensblijvenwaardan",
                                         "Een lange zin die met een regeleinde eindigt, zoals "
                                         "iemand die van een ander blad overneemt doet.\n"};

static void add_random_text(struct buffer *out) {
    if (!one_in(4)) {
        buffer_add_string(out, ONE_OF(hard_texts));
        return;
    }
    static const char *const parts[] = {"a", "é", " ", "-", ":", "#", "\n", "'", "\"",  "\\",
                                        ",", "[", "}", "?", "1", "0", ".",  "😀", "een", " twee "};
    for (uint32_t i = below(12); i > 0; i--)
        buffer_add_string(out, ONE_OF(parts));
}

// ---- a plan under way ----

struct maker {
    struct buffer out;
    size_t step;
    size_t list_step;
    uint32_t left; // how many more fields may come
};

static void say(struct maker *maker, const char *string) {
    buffer_add_string(&maker->out, string);
}

static void blanks(struct maker *maker, size_t count) {
    for (; count > 0; count--)
        buffer_add_char(&maker->out, ' ');
}

// What may stand between two lines of a block.
static void between(struct maker *maker, size_t column) {
    if (one_in(6))
        say(maker, one_in(4) ? "  \n" : "\n");
    if (one_in(8)) {
        blanks(maker, one_in(4) ? column + 2 : one_in(4) ? 0 : column);
        say(maker, one_in(2) ? "# opmerking: [niet - af\n" : "## uitleg, 'zo\n");
    }
    if (one_in(25))
        say(maker, "\n\n");
}

static void end_line(struct maker *maker) {
    if (one_in(10))
        say(maker, one_in(2) ? " # bij deze regel" : "   #'- {x");
    else if (one_in(25))
        say(maker, "  ");
    say(maker, "\n");
}

// ---- scalars ----

static const char *const plain_texts[] = {"nee",   "2026-03-12", "Toos Aarts",   "a:b", "x#y",
                                          "12",    "een - twee", "é€😀",          "6.5", "t",
                                          "loopt", "wat? nee",   "http://x.nl/a"};
static const char *const quoted_texts[] = {"''",           "\"\"",        "'a: b # c'",
                                           "\"a: b # c\"", "'''t is zo'", "\"\\u00e9 \\\" \\\\ x\"",
                                           "'[x], {y}'",   "\"14:00\"",   "'  '",
                                           "\"- x\""};

static void block_text(struct maker *maker, size_t column) {
    static const char *const signs[] = {"|", "|-", "|+", ">", ">-", ">+"};
    size_t inner = column + 1 + below(4);
    say(maker, ONE_OF(signs));
    if (one_in(8)) {
        say(maker, "2");
        inner = column + 2;
    }
    say(maker, one_in(8) ? " # bij het blok\n" : "\n");
    uint32_t count = 1 + below(4);
    for (uint32_t lines = 0; lines < count; lines++) {
        static const char *const texts[] = {"een regel", "# geen opmerking", "- geen: lijst",
                                            "nog één 😀", "x"};
        blanks(maker, inner);
        if (lines > 0 && one_in(6))
            say(maker, "  ");
        say(maker, ONE_OF(texts));
        say(maker, "\n");
        if (one_in(5))
            say(maker, "\n");
    }
}

// A scalar in block style, behind "key:" or "-"; `column` is that of the key or dash. Ends its
// line.
static void block_scalar(struct maker *maker, size_t column) {
    say(maker, one_in(10) ? "  " : " ");
    switch (below(10)) {
    case 0:
    case 1:
        block_text(maker, column);
        return;
    case 2:
        say(maker, ONE_OF(quoted_texts));
        break;
    case 3:
        say(maker, one_in(2) ? "een zin die\n" : "\"een zin die\n");
        bool quoted = maker->out.bytes[maker->out.length - 13] == '"';
        blanks(maker, column + 1 + below(3));
        say(maker, "verder gaat");
        say(maker, quoted ? "\"" : "");
        break;
    default:
        say(maker, ONE_OF(plain_texts));
    }
    end_line(maker);
}

// ---- flow ----

static void flow_gap(struct maker *maker, size_t column, bool lines) {
    if (!lines) {
        say(maker, one_in(6) ? "  " : " ");
        return;
    }
    say(maker, one_in(5) ? " # in de rij\n" : "\n");
    blanks(maker, column);
}

static void flow_scalar(struct maker *maker) {
    static const char *const texts[] = {"ger",    "toos",    "2026-03-12", "een twee",
                                        "'a, b'", "\"x]y\"", "12",         "é"};
    say(maker, ONE_OF(texts));
}

static void flow(struct maker *maker, const struct schema_type *type, bool list, size_t column,
                 bool lines) {
    bool object = !list && type->shape == SHAPE_OBJECT;
    bool first = true;
    say(maker, object ? "{" : "[");
    if (one_in(12)) {
        say(maker, object ? "}" : "]");
        return;
    }
    for (unsigned i = 0; i < (object ? type->field_count : 4); i++) {
        if (!one_in(object ? 4 : 2))
            continue;
        if (!first)
            say(maker, ",");
        if (lines || !first)
            flow_gap(maker, column, lines);
        first = false;
        if (object) {
            say(maker, type->fields[i].name);
            if (one_in(12))
                continue;
            say(maker, ": ");
            flow_scalar(maker);
        } else if (type->shape == SHAPE_OBJECT && one_in(2)) {
            flow(maker, type, false, column, false);
        } else {
            flow_scalar(maker);
        }
    }
    if (!first && one_in(8))
        say(maker, ",");
    if (lines)
        flow_gap(maker, one_in(2) ? column : column - 1, true);
    say(maker, object ? "}" : "]");
}

// ---- blocks ----

static void block_fields(struct maker *maker, const struct schema_type *type, size_t column,
                         bool behind_dash);

static void block_items(struct maker *maker, const struct schema_type *type, size_t column) {
    bool object = type->shape == SHAPE_OBJECT;
    for (uint32_t items = 1 + below(3); items > 0; items--) {
        between(maker, column);
        blanks(maker, column);
        say(maker, "-");
        size_t dash = one_in(8) ? 4 : 2;
        if (object && one_in(8)) {
            say(maker, " ");
            flow(maker, type, false, column + 4, false);
            end_line(maker);
        } else if (object) {
            blanks(maker, dash - 1);
            block_fields(maker, type, column + dash, true);
        } else {
            block_scalar(maker, column);
        }
    }
}

// What stands behind a key at `column`; ends its line.
static void block_value(struct maker *maker, const struct schema_field *field, size_t column) {
    const struct schema_type *type = field->type;
    bool list = field->many == MANY_LIST || field->many == MANY_GEEN_OR_LIST;
    bool object = type->shape == SHAPE_OBJECT && field->many < MANY_BY_WORD;
    if (one_in(12) || field->many >= MANY_BY_WORD) {
        end_line(maker);
    } else if ((list || object) && one_in(14)) {
        say(maker, list ? " []" : " {}");
        end_line(maker);
    } else if ((list || object) && one_in(6)) {
        say(maker, " ");
        flow(maker, type, list, column + 4, one_in(3));
        end_line(maker);
    } else if (list) {
        end_line(maker);
        block_items(maker, type, column + maker->list_step);
    } else if (object) {
        end_line(maker);
        between(maker, column + maker->step);
        blanks(maker, column + maker->step);
        block_fields(maker, type, column + maker->step, true);
    } else {
        block_scalar(maker, column);
    }
}

// The fields of an object; the first stands where the line is now when `behind_dash`.
static void block_fields(struct maker *maker, const struct schema_type *type, size_t column,
                         bool behind_dash) {
    bool any = false;
    unsigned odds = type->field_count > 8 ? 4 : 2;
    for (unsigned i = 0; i < type->field_count; i++) {
        const struct schema_field *field = &type->fields[i];
        if (strcmp(field->name, "g1p") == 0)
            continue; // stands there
        bool last_chance = behind_dash && !any && i + 1 == type->field_count;
        if (!last_chance && (!one_in(odds) || (maker->left == 0 && any)))
            continue;
        maker->left -= maker->left > 0;
        if (any || !behind_dash) {
            between(maker, column);
            blanks(maker, column);
            if (one_in(10)) {
                say(maker, "# ");
                say(maker, field->name);
                say(maker, ": voorbeeld\n");
                if (!behind_dash || any) {
                    any = true;
                    continue;
                }
            }
        }
        any = true;
        if (one_in(15)) {
            say(maker, "'");
            say(maker, field->name);
            say(maker, "'");
        } else {
            say(maker, field->name);
        }
        say(maker, ":");
        block_value(maker, field, column);
    }
}

// Makes the plan of a seed.
static void make_random_plan(struct maker *maker) {
    static const size_t steps[] = {2, 2, 2, 4, 3};
    buffer_clear(&maker->out);
    maker->step = ONE_OF(steps);
    maker->list_step = one_in(3) ? 0 : maker->step;
    maker->left = 10 + below(40);
    if (one_in(12))
        say(maker, "\xEF\xBB\xBF");
    if (one_in(3))
        say(maker, "# yaml-language-server: x\n");
    if (one_in(20))
        say(maker, "---\n");
    say(maker, "g1p: 1\n");
    block_fields(maker, schema_plan, 0, false);
    if (one_in(10))
        say(maker, "# aan het eind\n");
    if (one_in(6) && maker->out.length > 0)
        maker->out.length--; // without its last line end
}

// With other line ends.
static void make_carriage_returns(struct maker *maker) {
    struct buffer made = {0};
    for (size_t i = 0; i < maker->out.length; i++) {
        if (maker->out.bytes[i] == '\n')
            buffer_add_char(&made, '\r');
        buffer_add_char(&made, maker->out.bytes[i]);
    }
    buffer_free(&maker->out);
    maker->out = made;
}

#endif
