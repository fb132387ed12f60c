// SPDX-License-Identifier: EUPL-1.2
// Tests of what is taken for a BSN, a telephone number or an e-mail address.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "lib/method/personal.h"

// Asks every text of a NULL-ended list.
static void all(bool (*has)(struct text), const char *const *texts, bool expected) {
    for (; *texts; texts++) {
        if (has(text_of(*texts)) != expected)
            print_error("%s: \"%s\"\n", expected ? "missed" : "wrongly found", *texts);
        assert_int_equal(has(text_of(*texts)), expected);
    }
}

static void test_bsn(void **state) {
    (void)state;
    static const char *const found[] = {
        "111222333",
        "123456782",
        "Haar bsn is 111222333.",
        "1112.22.333",
        "111-222-333",
        "111 222 333",
        "1 1 1 2 2 2 3 3 3",
        "(111222333)",
        "bsn:111222333",
        "“111222333”",
        "111\xC2\xA0"
        "222\xC2\xA0"
        "333",
        "111\xE2\x80\x93"
        "222\xE2\x80\x93"
        "333",
        "111222\n333",
        "010000008",
        "14-09-2016 111222333",
        "2016-09-14 111.222.333",
        "op 12 mei 2026 om 10 111222333",
        "A4 111222333",
        "111222333 4x",
        "€111222333",
        "een lange tekst waarin pas aan het einde iets staat: 111222333",
        NULL};
    static const char *const passed_over[] = {"",
                                              "1",
                                              "111222334",
                                              "123456789",
                                              "000000000",
                                              "11122233",
                                              "1112223330",
                                              "0111222333",
                                              "a111222333",
                                              "111222333a",
                                              "é111222333",
                                              "+111222333",
                                              "+31 111222333",
                                              "0031 111222333",
                                              "111  222333",
                                              "111,222,333",
                                              "111/222/333",
                                              "NL02 ABNA 0111 2223 33",
                                              "NL02ABNA0111222333",
                                              "NL02 ABNA 111222333",
                                              "1-12-2026 15",
                                              "2026-05-12 0",
                                              "12.345.678,90",
                                              "111222333111222333",
                                              NULL};
    all(personal_has_bsn, found, true);
    all(personal_has_bsn, passed_over, false);
}

// The eleven test against its definition, digit by digit.
static void test_eleven(void **state) {
    (void)state;
    for (long number = 100000000; number < 100002000; number++) {
        char digits[10];
        long rest = number;
        long sum = 0;
        for (int i = 8; i >= 0; i--, rest /= 10)
            digits[i] = (char)('0' + rest % 10);
        for (int i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (i == 8 ? -1 : 9 - i);
        assert_int_equal(personal_has_bsn((struct text){digits, 9}), sum % 11 == 0);
    }
}

// Wherever it stands in a text, and however long that is.
static void test_every_place(void **state) {
    (void)state;
    char text[64];
    for (size_t length = 9; length <= sizeof text; length++)
        for (size_t at = 0; at + 9 <= length; at++) {
            memset(text, '/', length); // just below the digits
            memcpy(text + at, "111222333", 9);
            assert_true(personal_has_bsn((struct text){text, length}));
            text[at] = ':'; // just above them
            assert_false(personal_has_bsn((struct text){text, length}));
        }
}

static void test_phone(void **state) {
    (void)state;
    static const char *const found[] = {"0612345678",
                                        "06 1234 5678",
                                        "06-12345678",
                                        "06.12.34.56.78",
                                        "020 123 4567",
                                        "(020) 123 45 67",
                                        "0229-123456",
                                        "+31612345678",
                                        "+31 6 12345678",
                                        "+31 (0)6 1234 5678",
                                        "0031612345678",
                                        "0031 6 12 34 56 78",
                                        "Bel 06 1234 5678, ook 's nachts",
                                        "op 12-05-2026 0612345678",
                                        "om 10.30 uur: 0612345678",
                                        "06\xC2\xA0"
                                        "12345678",
                                        NULL};
    static const char *const passed_over[] = {"",
                                              "0",
                                              "112",
                                              "144",
                                              "14 020",
                                              "0800 1234567",
                                              "0900-1234567",
                                              "088 123 45 67",
                                              "061234567",
                                              "06123456789",
                                              "1061234567 8",
                                              "+48612345678",
                                              "+3261234567",
                                              "01-05-2026 10.30",
                                              "01-05-2026 10:30",
                                              "1-5-2026 0900",
                                              "09.30-10.30 12",
                                              "09.00-12.00 uur",
                                              "2026-05-12 09:30:15",
                                              "0000000000",
                                              "NL02 ABNA 0123 4567 89",
                                              "00 12345678",
                                              NULL};
    all(personal_has_phone, found, true);
    all(personal_has_phone, passed_over, false);
}

static void test_email(void **state) {
    (void)state;
    static const char *const found[] = {
        "a@b.nl",       "schrijf naar sanne.visser@post.example.org,",
        "<a+@b-c.nl>",  "@ en a_b@c.d",
        "renée@één.nl", NULL};
    static const char *const passed_over[] = {"",     "@",       "a@",      "@b.nl", "a@b",
                                              "a@b.", "a @b.nl", "a@ b.nl", "a@.nl", NULL};
    all(personal_has_email, found, true);
    all(personal_has_email, passed_over, false);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bsn),         cmocka_unit_test(test_eleven),
        cmocka_unit_test(test_every_place), cmocka_unit_test(test_phone),
        cmocka_unit_test(test_email),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
