// SPDX-License-Identifier: EUPL-1.2
// Reading the arguments of options.
#include "lib/base/option_value.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/options.h"
#include "lib/base/words.h"

int option_word(const char *option, const char *value, const char *const *words,
                char message[OPTION_MESSAGE]) {
    size_t count = 0;
    for (; words[count]; count++)
        if (strcmp(value, words[count]) == 0)
            return (int)count;
    const char *near = options_nearest(value, words, count);
    if (near)
        snprintf(message, OPTION_MESSAGE, _("--%s: “%s” is none of its words; is “%s” meant?"),
                 option, value, near);
    else
        snprintf(message, OPTION_MESSAGE, _("--%s: “%s” is none of its words; see --help"), option,
                 value);
    return -1;
}

unsigned option_number(const char *option, const char *value, unsigned most,
                       char message[OPTION_MESSAGE]) {
    char *end;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (!errno && !*end && value[0] >= '0' && value[0] <= '9' && number >= 1 && number <= most)
        return (unsigned)number;
    snprintf(message, OPTION_MESSAGE, _("--%s takes a whole number from 1 to %u"), option, most);
    return 0;
}
