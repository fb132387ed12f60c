// SPDX-License-Identifier: EUPL-1.2
// Signals that end a program.
#include "lib/base/interrupt.h"

#include <signal.h>
#include <stddef.h>

static void (*cleaning)(void);

static void on_signal(int number) {
    cleaning();
    signal(number, SIG_DFL);
    raise(number);
}

void interrupt_clean(void (*clean)(void)) {
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    cleaning = clean;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction before;
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &action, NULL);
    }
}
