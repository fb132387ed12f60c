// SPDX-License-Identifier: EUPL-1.2
// Tests of unified diffs: what they look like, and that they lead from the one text to the other.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "lib/base/diff.h"

static void shows(const char *name, const char *before, const char *after, const char *expected) {
    struct buffer out = {0};
    diff_unified(name, text_of(before), text_of(after), &out);
    assert_false(out.failed);
    if (!text_is(buffer_text(&out), expected))
        fail_msg("expected\n%s----\nbut it is\n%.*s----", expected, (int)out.length, out.bytes);
    buffer_free(&out);
}

static void test_shapes(void **state) {
    (void)state;
    shows("f", "", "", "");
    shows("f", "a\nb\n", "a\nb\n", "");
    shows("f", "a\n", "b\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n");
    shows("f", "", "b\n", "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+b\n");
    shows("f", "a\n", "", "--- a/f\n+++ b/f\n@@ -1 +0,0 @@\n-a\n");
    shows("f", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nx\n6\n7\n8\n9\n",
          "--- a/f\n+++ b/f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n");
    // Six lines apart is one hunk, seven are two.
    shows("f", "a\n1\n2\n3\n4\n5\n6\nb\n", "1\n2\n3\n4\n5\n6\n",
          "--- a/f\n+++ b/f\n@@ -1,8 +1,6 @@\n-a\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n");
    shows("f", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "1\n2\n3\n4\n5\n6\n7\n",
          "--- a/f\n+++ b/f\n@@ -1,4 +1,3 @@\n-a\n 1\n 2\n 3\n@@ -6,4 +5,3 @@\n 5\n 6\n 7\n-b\n");
}

static void test_last_lines(void **state) {
    (void)state;
    shows("f", "a", "b",
          "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at "
          "end of file\n");
    shows("f", "a", "a\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
    shows("f", "b\na", "c\na",
          "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n-b\n+c\n a\n\\ No newline at end of file\n");
    shows("f", "a\r\n", "b\r\n", "--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\r\n+b\r\n");
}

static void test_names(void **state) {
    (void)state;
    shows("./plannen/a.yaml", "", "b\n",
          "--- a/plannen/a.yaml\n+++ b/plannen/a.yaml\n@@ -0,0 +1 @@\n+b\n");
    shows("/tmp/a", "", "b\n", "--- a/tmp/a\n+++ b/tmp/a\n@@ -0,0 +1 @@\n+b\n");
    shows("../a", "", "b\n", "--- a/../a\n+++ b/../a\n@@ -0,0 +1 @@\n+b\n");
    shows("a b", "", "b\n", "--- a/a b\t\n+++ b/a b\t\n@@ -0,0 +1 @@\n+b\n");
    shows("a\n\"b", "", "b\n", "--- \"a/a\\012\\\"b\"\n+++ \"b/a\\012\\\"b\"\n@@ -0,0 +1 @@\n+b\n");
}

// ---- random texts ----

static uint64_t random_state;

static uint32_t below(uint32_t limit) {
    random_state = random_state * 6364136223846793005U + 1442695040888963407U;
    return (uint32_t)(random_state >> 33) % limit;
}

static void random_lines(struct buffer *out, uint32_t count, uint32_t words) {
    buffer_clear(out);
    for (; count > 0; count--)
        buffer_format(out, "%c%s", (char)('a' + (int)below(words)),
                      count > 1 || below(3) ? "\n" : "");
}

static void change_lines(const struct buffer *from, struct buffer *to) {
    buffer_clear(to);
    for (size_t i = 0; i < from->length; i++)
        switch (below(12)) {
        case 0:
            break;
        case 1:
            buffer_add_string(to, "x\n");
            break;
        default:
            buffer_add_char(to, from->bytes[i]);
        }
}

static struct text take_line(struct text *text) {
    const char *newline = memchr(text->bytes, '\n', text->length);
    size_t length = newline ? (size_t)(newline - text->bytes) + 1 : text->length;
    struct text line = {text->bytes, length};
    *text = (struct text){text->bytes + length, text->length - length};
    return line;
}

// Applies a diff as patch would: copies what lies between the hunks, checks what is kept.
static void apply(struct text before, struct text diff, struct buffer *out) {
    size_t line = 1;
    buffer_clear(out);
    take_line(&diff);
    take_line(&diff);
    while (diff.length > 0) {
        struct text part = take_line(&diff);
        if (text_starts(part, "@@")) {
            char *end;
            size_t from = strtoul(part.bytes + 4, &end, 10);
            bool empty = strncmp(end, ",0", 2) == 0;
            for (; line < from + empty; line++)
                buffer_add(out, take_line(&before));
            continue;
        }
        struct text words = {part.bytes + 1, part.length - 1};
        if (diff.length > 0 && diff.bytes[0] == '\\') {
            take_line(&diff);
            words.length--;
        }
        if (part.bytes[0] != '+') {
            assert_true(text_equal(take_line(&before), words));
            line++;
        }
        if (part.bytes[0] != '-')
            buffer_add(out, words);
    }
    buffer_add(out, before);
}

static void test_random_texts(void **state) {
    struct buffer before = {0};
    struct buffer after = {0};
    struct buffer diff = {0};
    struct buffer made = {0};
    (void)state;
    for (uint32_t round = 0; round < 4000; round++) {
        random_state = round;
        random_lines(&before, below(40), 1 + below(8));
        change_lines(&before, &after);
        buffer_clear(&diff);
        diff_unified("f", buffer_text(&before), buffer_text(&after), &diff);
        assert_false(diff.failed);
        apply(buffer_text(&before), buffer_text(&diff), &made);
        if (!text_equal(buffer_text(&made), buffer_text(&after)))
            fail_msg("round %lu: the difference leads elsewhere\n%.*s", (unsigned long)round,
                     (int)diff.length, diff.bytes);
    }
    // Texts with nothing in common, beyond what is looked into.
    buffer_clear(&before);
    buffer_clear(&after);
    for (int i = 0; i < 3000; i++) {
        buffer_format(&before, "old %d\n", i);
        buffer_format(&after, "new %d\n", i);
    }
    buffer_clear(&diff);
    diff_unified("f", buffer_text(&before), buffer_text(&after), &diff);
    apply(buffer_text(&before), buffer_text(&diff), &made);
    assert_true(text_equal(buffer_text(&made), buffer_text(&after)));
    buffer_free(&before);
    buffer_free(&after);
    buffer_free(&diff);
    buffer_free(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_last_lines),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_random_texts),
    };
    return cmocka_run_group_tests_name("diff", tests, NULL, NULL);
}
