// SPDX-License-Identifier: EUPL-1.2
// Tests of the shapes that a page gets for Markdown and for word processors.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/render/html.h"
#include "lib/render/reshape.h"

static struct buffer out;

static int end(void **state) {
    (void)state;
    buffer_free(&out);
    out = (struct buffer){0};
    return 0;
}

static void check_markdown(const char *html, const char *expected) {
    buffer_clear(&out);
    reshape_for_markdown(text_of(html), &out);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, expected);
}

static void test_cells(void **state) {
    (void)state;
    check_markdown("<table class=\"lijst\">\n<caption>Wie</caption>\n<colgroup><col></colgroup>\n"
                   "<thead><tr><th scope=\"col\">A</th></tr></thead>\n<tbody>\n"
                   "<tr><th scope=\"row\"><span>een</span><br>\ntwee</th>"
                   "<td><p>x</p>\n<p>y <strong>z</strong></p></td><td><ul><li>p</li><li>q</li></ul>"
                   "</td><td></td></tr>\n</tbody></table>\n",
                   "\n<p><strong>Wie</strong></p>\n\n<table>\n\n"
                   "<thead><tr><th scope=\"col\">A</th></tr></thead>\n<tbody>\n"
                   "<tr><th scope=\"row\"><span>een</span>; twee</th>"
                   "<td>x; y <strong>z</strong></td><td>p; q</td><td></td></tr>\n</tbody>"
                   "</table>\n\n");
}

static void test_tables_without_head(void **state) {
    (void)state;
    check_markdown("<table class=\"gegevens\">\n<colgroup><col></colgroup>\n<tbody>\n"
                   "<tr><th scope=\"row\">Waar</th><td><p>hier</p><p>daar</p></td></tr>\n"
                   "<tr><th scope=\"row\">Wie let op?</th><td>oma</td></tr>\n</tbody></table>",
                   "\n<ul>\n\n\n<li><strong>Waar:</strong> hier; daar</li>\n\n"
                   "<li><strong>Wie let op?</strong> oma</li>\n\n</ul>\n");
    check_markdown("<table><tbody><tr><td>een</td><td class=\"tussen\"></td><td>twee</td></tr>"
                   "</tbody></table>",
                   "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n");
}

static void test_the_rest(void **state) {
    (void)state;
    check_markdown("<p><img alt=\"Lijnen\" src=\"data:x\"></p>", "<p><em>Lijnen</em></p>");
    check_markdown("<p><img alt=\"\" src=\"data:x\"></p>", "<p></p>");
    check_markdown("<a href=\"#doel\">doel</a> <a href=\"tel:1\">1</a>",
                   "doel <a href=\"tel:1\">1</a>");
    check_markdown("<h3><span class=\"pil\">Doel 1</span> Rust</h3>",
                   "<h3><span class=\"pil\">Doel 1:</span> Rust</h3>");
    // What would be read as a character stays the letters it is.
    check_markdown("<p>&amp;lt; &amp; &amp;#42; &amp;x</p>",
                   "<p>&amp;amp;lt; &amp; &amp;amp;#42; &amp;x</p>");
    check_markdown("<p>half <", "<p>half <");
}

static int draw(void *context, struct text svg, struct buffer *png, struct trouble *trouble) {
    const char *expected = context;
    if (!expected)
        return trouble_tell(trouble, EIO, N_("cannot be read"), NULL);
    assert_memory_equal(svg.bytes, expected, svg.length);
    buffer_add(png, TEXT("png!"));
    return 0;
}

static void test_office(void **state) {
    (void)state;
    char svg[] = "<svg viewBox=\"0 0 60 9\" width=\"60\">\xc3\xa9</svg>";
    struct buffer html = {0};
    struct trouble trouble;
    buffer_add_string(&html,
                      "<table><tr><th scope=\"col\">A</th></tr><tr><th scope=\"row\">B</th></tr>"
                      "</table><img alt=\"x &gt; y\" src=\"data:image/svg+xml;base64,");
    html_base64(&html, text_of(svg));
    buffer_add_string(&html, "\"><img alt=\"\" src=\"data:image/png;base64,AA\">");
    assert_int_equal(reshape_for_office(buffer_text(&html), draw, svg, &out, &trouble), 0);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes,
                        "<table><tr><th scope=\"col\">A</th></tr><tr><td><strong>B</strong></td>"
                        "</tr></table><img alt=\"x &gt; y\" src=\"data:image/png;base64,cG5nIQ==\""
                        " width=\"40\"><img alt=\"\" src=\"data:image/png;base64,AA\">");
    assert_int_equal(reshape_for_office(buffer_text(&html), draw, NULL, &out, &trouble), -1);
    assert_int_equal(trouble.number, EIO);
    buffer_clear(&out);
    assert_int_equal(reshape_for_office(buffer_text(&html), NULL, NULL, &out, &trouble), 0);
    assert_non_null(memchr(out.bytes, '+', out.length)); // svg+xml stays
    buffer_free(&html);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(test_cells, end),
        cmocka_unit_test_teardown(test_tables_without_head, end),
        cmocka_unit_test_teardown(test_the_rest, end),
        cmocka_unit_test_teardown(test_office, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
