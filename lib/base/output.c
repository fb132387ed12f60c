// SPDX-License-Identifier: EUPL-1.2
// Flushing and judging what was written.
#include "lib/base/output.h"

#include <errno.h>

#include "lib/base/words.h"

// `number`: what the system said; 0 when that was lost with a write that failed earlier.
static int judge(int number, struct trouble *trouble) {
    if (number == EPIPE)
        return 0;
    return trouble_tell(trouble, number, N_("the output cannot be written"), NULL);
}

int output_finish(FILE *out, struct trouble *trouble) {
    errno = 0;
    return fflush(out) == 0 && !ferror(out) ? 0 : judge(errno, trouble);
}

int output_text(FILE *out, struct text text, struct trouble *trouble) {
    errno = 0;
    if (fwrite(text.bytes, 1, text.length, out) != text.length)
        return judge(errno, trouble);
    return output_finish(out, trouble);
}
