// SPDX-License-Identifier: EUPL-1.2
// For the tests: whether markup is whole.
#ifndef G1P_TESTS_MARKUP_H
#define G1P_TESTS_MARKUP_H

#include <stdbool.h>
#include <string.h>

// Whether every element that is opened is closed, in the right order.
static inline bool is_balanced(const char *html) {
    static const char *const alone[] = {"br", "img", "meta", "col", "!DOCTYPE", NULL};
    struct {
        const char *name;
        size_t length;
    } open[64];
    size_t depth = 0;
    for (const char *at = html; (at = strchr(at, '<')); at++) {
        bool closes = at[1] == '/';
        const char *name = at + 1 + closes;
        size_t length = strcspn(name, " >\n");
        bool stands_alone = false;
        for (int i = 0; alone[i]; i++)
            stands_alone =
                stands_alone || (strlen(alone[i]) == length && memcmp(alone[i], name, length) == 0);
        if (stands_alone)
            continue;
        if (!closes && depth == 64)
            return false;
        if (!closes) {
            open[depth].name = name;
            open[depth++].length = length;
        } else if (depth == 0 || open[depth - 1].length != length ||
                   memcmp(open[depth - 1].name, name, length) != 0) {
            print_error("closed too early: %.40s\n", at);
            return false;
        } else {
            depth--;
        }
    }
    return depth == 0;
}

#endif
