// SPDX-License-Identifier: EUPL-1.2
// Tests of writing HTML: every letter of a plan must come out as the letter it is.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/render/html.h"
#include "lib/render/say.h"

typedef void (*writer)(struct buffer *out, struct text text);

static void check_bytes(writer write, struct text in, const char *expected) {
    struct buffer out = {0};
    write(&out, in);
    buffer_add_char(&out, '\0');
    assert_false(out.failed);
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void check(writer write, const char *in, const char *expected) {
    check_bytes(write, text_of(in), expected);
}

static void test_markup_is_text(void **state) {
    (void)state;
    check(html_text, "<script>alert('a' & \"b\")</script>",
          "&lt;script&gt;alert(&#39;a&#39; &amp; &quot;b&quot;)&lt;/script&gt;");
    check(html_text, "&amp; &#x41;", "&amp;amp; &amp;#x41;");
    check(html_text, "![](/etc/passwd) \\input{x} $x^2$ `id` %s",
          "![](/etc/passwd) \\input{x} $x^2$ `id` %s");
    check(html_attribute, "\" onclick=\"x", "&quot; onclick=&quot;x");
}

static void test_lines(void **state) {
    (void)state;
    check(html_text, "een\ntwee\tdrie", "een<br>\ntwee drie");
    check(html_text, "een\r\ntwee", "een<br>\ntwee");
    check(html_text,
          "a\xe2\x80\xa8"
          "b\xe2\x80\xa9"
          "c",
          "a<br>\nb<br>\nc");
    check(html_attribute,
          "een\ntwee\xe2\x80\xa8"
          "drie",
          "een twee drie");
    check(html_paragraphs, "een\ntwee\n \n\n drie \n",
          "<p dir=\"auto\">een<br>\ntwee</p>\n<p dir=\"auto\">drie</p>\n");
    check(html_paragraphs, " \n\n", "");
    check(html_paragraphs, "", "");
}

static void test_what_no_document_can_hold(void **state) {
    (void)state;
    check_bytes(html_text, (struct text){"a\0b", 3},
                "a\xef\xbf\xbd"
                "b");
    check(html_text,
          "a\x07"
          "b\x1b[0m\x7f",
          "a\xef\xbf\xbd"
          "b\xef\xbf\xbd[0m\xef\xbf\xbd");
    check(html_text,
          "a\xc2\x85"
          "b",
          "a\xef\xbf\xbd"
          "b");
    check(html_text,
          "a\xff"
          "b\xc3",
          "a\xef\xbf\xbd"
          "b\xef\xbf\xbd");
    check(html_text, "\xef\xbf\xbe", "\xef\xbf\xbd");
    check(html_attribute,
          "a\x01"
          "b",
          "a\xef\xbf\xbd"
          "b");
}

static void test_other_scripts(void **state) {
    (void)state;
    const char *names[] = {"محمد العلي", "Şükrü Ağaoğlu-Żółć", "Оксана", "李娜",
                           "\xe2\x80\xae"
                           "om"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        check(html_text, names[i], names[i]);
        check(html_attribute, names[i], names[i]);
    }
    check(html_isolated, "نور", "<span dir=\"auto\">نور</span>");
}

// All letters of a long word are still there, in their order, in pieces that engines can bear.
static void test_long_word(void **state) {
    (void)state;
    enum { LETTERS = 10000 };
    static char word[2 * LETTERS];
    for (size_t i = 0; i < LETTERS; i++)
        memcpy(word + 2 * i, "é", 2);
    struct buffer out = {0};
    html_text(&out, (struct text){word, sizeof word});
    assert_false(out.failed);
    size_t letters = 0;
    size_t longest = 0;
    size_t run = 0;
    for (size_t i = 0; i < out.length; i++) {
        run = out.bytes[i] == '\xc3' || out.bytes[i] == '\xa9' ? run + 1 : 0;
        letters += out.bytes[i] == '\xc3';
        longest = run > longest ? run : longest;
    }
    assert_int_equal(letters, LETTERS);
    assert_true(longest <= 2 * HTML_LONGEST_WORD);
    assert_memory_equal(out.bytes, "<span class=\"lang-woord\"><span>", 31);
    assert_memory_equal(out.bytes + out.length - 14, "</span></span>", 14);
    buffer_free(&out);
}

static void test_base64(void **state) {
    (void)state;
    check(html_base64, "", "");
    check(html_base64, "f", "Zg==");
    check(html_base64, "fo", "Zm8=");
    check(html_base64, "foo", "Zm9v");
    check(html_base64, "foobar", "Zm9vYmFy");
    check_bytes(html_base64, (struct text){"\xff\xfe\xfd", 3}, "//79");
}

static void test_table(void **state) {
    (void)state;
    static const struct html_column columns[] = {{"Wie", 40, NULL}, {"Wat", 60, "breed"}};
    struct buffer out = {0};
    struct html_table table;
    html_table_open(&table, &out, "lijst", "Wie doet wat", columns, 2);
    html_row_open(&table);
    html_cell_open(&table);
    html_text(&out, TEXT("Ger"));
    html_cell_close(&table);
    html_cell_open(&table);
    html_text(&out, TEXT("kookt"));
    html_cell_close(&table);
    html_row_close(&table);
    html_table_close(&table);
    buffer_add_char(&out, '\0');
    assert_string_equal(
        out.bytes,
        "<table class=\"lijst\">\n<caption>Wie doet wat</caption>\n"
        "<colgroup><col style=\"width:40%\"><col style=\"width:60%\"></colgroup>\n"
        "<thead><tr><th scope=\"col\">Wie</th><th scope=\"col\">Wat</th></tr></thead>\n"
        "<tbody>\n<tr><th scope=\"row\">Ger</th><td class=\"breed\" data-kop=\"Wat\">kookt</td>"
        "</tr>\n</tbody></table>\n");
    buffer_free(&out);
}

static void test_links(void **state) {
    (void)state;
    check(say_phone, "06 1111 2222", "<a href=\"tel:0611112222\">06 1111 2222</a>");
    check(say_phone, "javascript:alert(1)", "<span dir=\"auto\">javascript:alert(1)</span>");
    check(say_phone, "bel oma", "<span dir=\"auto\">bel oma</span>");
    check(say_email, "els@example.org", "<a href=\"mailto:els@example.org\">els@example.org</a>");
    check(say_email, "els at example", "<span dir=\"auto\">els at example</span>");
    check(say_email, "a@b\" x=\"", "<span dir=\"auto\">a@b&quot; x=&quot;</span>");
    check(say_email, "a@b?subject=x", "<span dir=\"auto\">a@b?subject=x</span>");
}

static void check_figure(double figure, const char *expected) {
    struct buffer out = {0};
    say_figure(&out, figure);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void check_when(const char *words, bool full, const char *expected) {
    struct node node = {.kind = NODE_SCALAR, .text = text_of(words)};
    struct plan_date date = {&node, {0, 0, 0}};
    struct buffer out = {0};
    date_read(node.text, &date.date);
    assert_int_equal(say_when(&out, &date), full);
    buffer_add_char(&out, '\0');
    assert_string_equal(out.bytes, expected);
    buffer_free(&out);
}

static void test_dutch(void **state) {
    (void)state;
    check_figure(0, "0");
    check_figure(5.5, "5,5");
    check_figure(10, "10");
    check_when("2026-01-29", true, "29 januari 2026");
    check_when("2025-11", true, "november 2025");
    check_when("2025", true, "2025");
    check_when("2025-13", false, "2025-13");
    check_when("de zomer van <2025>", false, "de zomer van &lt;2025&gt;");
    check(say_quote, " zo \n", "<span class=\"citaat\" dir=\"auto\">„zo”</span>");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markup_is_text),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_what_no_document_can_hold),
        cmocka_unit_test(test_other_scripts),
        cmocka_unit_test(test_long_word),
        cmocka_unit_test(test_base64),
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_links),
        cmocka_unit_test(test_dutch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
