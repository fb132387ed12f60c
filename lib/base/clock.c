// SPDX-License-Identifier: EUPL-1.2
// The clock and what may stand in for it.
#include "lib/base/clock.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "lib/base/words.h"

int clock_today(const char *given, struct date *today, struct trouble *trouble) {
    const char *variable = getenv("G1P_TODAY");
    const char *text = given ? given : variable && *variable ? variable : NULL;
    if (text) {
        if (date_read(text_of(text), today))
            return 0;
        return trouble_tell(trouble, 0,
                            given ? N_("--today is not a date; write it like 2026-03-12")
                                  : N_("G1P_TODAY is not a date; write it like 2026-03-12"),
                            NULL);
    }
    time_t now = time(NULL);
    struct tm local;
    if (now == (time_t)-1 || !localtime_r(&now, &local))
        return trouble_tell(trouble, errno, N_("the clock cannot be read"), NULL);
    *today = (struct date){(short)(local.tm_year + 1900), (signed char)(local.tm_mon + 1),
                           (signed char)local.tm_mday};
    return 0;
}
