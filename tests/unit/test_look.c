// SPDX-License-Identifier: EUPL-1.2
// Tests of an organisation's own look: what is taken, and what is refused.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/render/look.h"

static char path[64];
static struct arena arena;
static struct look look;
static struct trouble trouble;

static int begin(void **state) {
    (void)state;
    strcpy(path, "/tmp/g1p-test-XXXXXX");
    int file = mkstemp(path);
    arena_init(&arena, 0);
    look = (struct look){0};
    return file < 0 ? -1 : close(file);
}

static int end(void **state) {
    (void)state;
    arena_free(&arena);
    return unlink(path);
}

static void put(struct text content) {
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(content.bytes, 1, content.length, file), content.length);
    assert_int_equal(fclose(file), 0);
}

static int read_style(const char *css) {
    put(text_of(css));
    return look_read_style(path, &arena, &look, &trouble);
}

static int read_logo(const char *svg) {
    put(text_of(svg));
    return look_read_logo(path, &arena, &look, &trouble);
}

static void test_style(void **state) {
    (void)state;
    struct buffer out = {0};
    assert_int_equal(read_style("h2::before { content: \"\\2713 \"; }\n"
                                "a { background: url( 'data:image/png;base64,AA'); }"),
                     0);
    look_write_style(&look, &out);
    assert_int_equal(out.length, look.style.length + 1);
    buffer_free(&out);
    static const char *const refused[] = {"a{b:url(x.png)}",
                                          "a{b:url('//x')}",
                                          "a{b:URL(\"file:/x\")}",
                                          "@import \"x\";",
                                          "@IMPORT url(#)",
                                          "</style>",
                                          "a{b:\\75 rl(x)}",
                                          "@\\69mport 'x'",
                                          "a{b:u\\rl(x)}",
                                          "a{b:image-set('x')}",
                                          "a{b:url()}",
                                          "a{b:url(",
                                          "<!-- x",
                                          "a{b:url(data:text/css,x)}"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(read_style(refused[i]), -1);
    put(TEXT("a{}\0b{}"));
    assert_int_equal(look_read_style(path, &arena, &look, &trouble), -1);
    assert_int_equal(read_style("\xff"), -1);
    assert_int_equal(look_read_style("/nergens.css", &arena, &look, &trouble), -1);
}

static void test_logo(void **state) {
    (void)state;
    assert_int_equal(
        read_logo("<svg><use href=\"#a\"/><image xlink:href='data:image/png;base64,A'/>"
                  "<a fill=\"url(#b)\" content='on time'/></svg>"),
        0);
    assert_true(text_starts(look.logo, "data:image/svg+xml;base64,PHN2Zz"));
    put(TEXT("\x89PNG\r\n\x1a\n...."));
    assert_int_equal(look_read_logo(path, &arena, &look, &trouble), 0);
    assert_true(text_starts(look.logo, "data:image/png;base64,iVBORw0KGgo"));
    static const char *const refused[] = {"",
                                          "GIF89a",
                                          "<html>",
                                          "<svg><SCRIPT/></svg>",
                                          "<svg\nonload = 'x'/>",
                                          "<svg><a id=\"x\"onclick='y'/></svg>",
                                          "<svg><image href=\"/etc/passwd\"/></svg>",
                                          "<svg><image x:href\n=\n'file:///x'/></svg>",
                                          "<svg><a style='b:url(/x)'/></svg>",
                                          "<!DOCTYPE svg><svg/>",
                                          "<svg><a href='&#106;avascript:x'/></svg>",
                                          "<?xml-stylesheet href='#'?><svg/>",
                                          "<svg><foreignObject/></svg>",
                                          "<svg><style>@import 'x'</style></svg>",
                                          "<svg><style>a{b:\\75rl(x)}</style></svg>",
                                          "<?xml version='1.0' encoding='utf-16'?><svg/>"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(read_logo(refused[i]), -1);
    put(TEXT("<svg>\0</svg>"));
    assert_int_equal(look_read_logo(path, &arena, &look, &trouble), -1);
    char *large = calloc(LOOK_LARGEST_LOGO + 2, 1);
    assert_non_null(large);
    put((struct text){large, LOOK_LARGEST_LOGO + 1});
    free(large);
    assert_int_equal(look_read_logo(path, &arena, &look, &trouble), -1);
    assert_non_null(strstr(trouble.what, "larger"));
}

static void test_colour(void **state) {
    (void)state;
    assert_int_equal(look_take_colour(TEXT("#0e4a59"), &arena, &look, &trouble), 0);
    assert_string_equal(look.colour, "0e4a59");
    assert_int_equal(look_take_colour(TEXT("#767676"), &arena, &look, &trouble), 0);  // 4.54
    assert_int_equal(look_take_colour(TEXT("#777777"), &arena, &look, &trouble), -1); // 4.48
    static const char *const refused[] = {"",       "red",     "#123",    "0e4a59#",
                                          "#0e4a5", "#0e4a5g", "#12;}a{}"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        assert_int_equal(look_take_colour(text_of(refused[i]), &arena, &look, &trouble), -1);
    struct buffer out = {0};
    look_write_style(&look, &out);
    buffer_add_char(&out, '\0');
    assert_non_null(strstr(out.bytes, "--hoofd: #767676; --hoofd-vlak: #f2f2f2;"));
    buffer_free(&out);
    look_write_style(NULL, &out);
    assert_int_equal(out.length, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_style, begin, end),
        cmocka_unit_test_setup_teardown(test_logo, begin, end),
        cmocka_unit_test_setup_teardown(test_colour, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
