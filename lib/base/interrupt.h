// SPDX-License-Identifier: EUPL-1.2
// Being stopped from outside (Ctrl-C, kill, a terminal that goes away) without leaving anything.
#ifndef G1P_BASE_INTERRUPT_H
#define G1P_BASE_INTERRUPT_H

// From now on SIGINT, SIGTERM and SIGHUP call `clean`, which may only do what a signal handler may,
// and then end the program as they always do. What is ignored (as under nohup) stays so.
void interrupt_clean(void (*clean)(void));

#endif
