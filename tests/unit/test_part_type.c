// SPDX-License-Identifier: EUPL-1.2
// Tests of the tables of parts and types, and of the archives that lend their styles.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/render/office.h"
#include "lib/render/part.h"
#include "lib/render/type.h"
#include "lib/render/zip.h"

static void test_types(void **state) {
    (void)state;
    assert_ptr_equal(type_by_suffix("a/b.c/plan.PDF"), &types[0]);
    assert_string_equal(type_by_suffix("x.htm")->name, "html");
    assert_null(type_by_suffix("plan"));
    assert_null(type_by_suffix("uit.docx/plan"));
    assert_null(type_by_suffix("plan.doc"));
    for (size_t i = 0; i < type_count; i++) {
        assert_ptr_equal(type_named(types[i].name), &types[i]);
        assert_true((types[i].route == ROUTE_OWN) == (types[i].write != NULL));
        assert_true((types[i].route == ROUTE_PANDOC) == (types[i].writer != NULL));
    }
}

static void test_parts(void **state) {
    (void)state;
    assert_string_equal(parts[0].name, "plan");
    assert_null(part_named("x"));
    for (size_t i = 0; i < part_count; i++) {
        assert_ptr_equal(part_named(parts[i].name), &parts[i]);
        assert_true(parts[i].title && parts[i].write);
    }
}

// An archive of one file, byte for byte as the format has it; its checksum is that of "123456789",
// which every description of CRC-32 gives.
static void test_zip(void **state) {
    (void)state;
    struct buffer out = {0};
    struct zip_file file = {"a", TEXT("123456789")};
    zip_write(&file, 1, &out);
    static const char expected[] =
        "PK\3\4\x14\0\0\0\0\0\0\0\x21\0\x26\x39\xf4\xcb\x09\0\0\0\x09\0\0\0\1\0\0\0a123456789"
        "PK\1\2\x14\0\x14\0\0\0\0\0\0\0\x21\0\x26\x39\xf4\xcb\x09\0\0\0\x09\0\0\0\1\0\0\0\0\0\0\0"
        "\0\0\0\0\0\0\0\0\0\0a"
        "PK\5\6\0\0\0\0\1\0\1\0\x2f\0\0\0\x28\0\0\0\0\0";
    assert_int_equal(out.length, sizeof expected - 1);
    assert_memory_equal(out.bytes, expected, sizeof expected - 1);
    buffer_free(&out);
}

static bool holds(const struct buffer *buffer, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= buffer->length; i++)
        if (memcmp(buffer->bytes + i, words, length) == 0)
            return true;
    return false;
}

static void test_office(void **state) {
    (void)state;
    static void (*const writers[])(const char *, struct buffer *) = {office_docx, office_odt};
    for (int i = 0; i < 2; i++) {
        struct buffer ours = {0};
        struct buffer theirs = {0};
        writers[i](NULL, &ours);
        writers[i]("5b2a86", &theirs);
        assert_true(holds(&ours, "0E4A59") && !holds(&ours, "5b2a86"));
        assert_true(holds(&theirs, "5b2a86") && !holds(&theirs, "0E4A59"));
        buffer_free(&ours);
        buffer_free(&theirs);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_types),
        cmocka_unit_test(test_parts),
        cmocka_unit_test(test_zip),
        cmocka_unit_test(test_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
