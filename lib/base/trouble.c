// SPDX-License-Identifier: EUPL-1.2
// Filling in and showing trouble.
#include "lib/base/trouble.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"

int trouble_tell(struct trouble *trouble, int number, const char *what, const char *detail) {
    if (trouble) {
        trouble->number = number;
        trouble->what = what;
        snprintf(trouble->detail, sizeof trouble->detail, "%s", detail ? detail : "");
    }
    return -1;
}

void trouble_print(const char *command, const struct trouble *trouble) {
    fprintf(stderr, "%s: ", command);
    for (const char *c = trouble->detail; *c; c++)
        // A file name can hold anything; on a terminal a control character could do harm.
        fputc((unsigned char)*c < 0x20 || *c == 0x7F ? '?' : *c, stderr);
    if (trouble->detail[0])
        fputs(": ", stderr);
    fputs(_(trouble->what), stderr);
    if (trouble->number)
        fprintf(stderr, ": %s", words_error(trouble->number));
    fputc('\n', stderr);
}
