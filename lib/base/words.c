// SPDX-License-Identifier: EUPL-1.2
// Choosing the reader's language and opening its catalogue.
#include "lib/base/words.h"

#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef G1P_LOCALEDIR
#define G1P_LOCALEDIR "/usr/local/share/locale"
#endif

static enum language chosen = LANGUAGE_ENGLISH;

// The name of the messages' locale as POSIX looks it up.
static const char *locale_name(void) {
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        if (value && *value)
            return value;
    }
    return "C";
}

// The catalogues beside the running program (build/bin/.. or PREFIX/bin/..), else the installed.
static void bind_catalogue(void) {
    char program[PATH_MAX];
    char folder[PATH_MAX + 32];
    char probe[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length > 0) {
        program[length] = '\0';
        for (int up = 0; up < 2; up++) {
            char *slash = strrchr(program, '/');
            if (slash)
                *slash = '\0';
        }
        snprintf(folder, sizeof folder, "%s/share/locale", program);
        snprintf(probe, sizeof probe, "%s/nl/LC_MESSAGES/g1p.mo", folder);
        if (access(probe, R_OK) == 0 && bindtextdomain("g1p", folder))
            return;
    }
    bindtextdomain("g1p", G1P_LOCALEDIR);
}

void words_begin(void) {
    const char *name = locale_name();
    chosen = strncmp(name, "nl", 2) == 0 && (!name[2] || strchr("_.@", name[2])) ? LANGUAGE_DUTCH
                                                                                 : LANGUAGE_ENGLISH;
    // gettext asks for a locale that the system has; C.UTF-8 always is there, and with LANGUAGE
    // it finds our catalogue under it. Only messages are read: dates and numbers stay as in C.
    if (!setlocale(LC_ALL, "C.UTF-8"))
        setlocale(LC_ALL, "C");
    setenv("LANGUAGE", chosen == LANGUAGE_DUTCH ? "nl" : "en", 1);
    bind_catalogue();
    bind_textdomain_codeset("g1p", "UTF-8");
    textdomain("g1p");
}

enum language words_language(void) {
    return chosen;
}

const char *words_error(int number) {
    switch (number) {
    case ENOENT:
        return _("there is no such file or folder");
    case EACCES:
    case EPERM:
        return _("you may not do that (permission denied)");
    case EISDIR:
        return _("it is a folder");
    case ENOTDIR:
        return _("a part of the path is not a folder");
    case EEXIST:
        return _("it already exists");
    case ENOSPC:
    case EDQUOT:
        return _("the disk is full");
    case EROFS:
        return _("the disk can only be read");
    case EIO:
        return _("the disk or connection failed");
    case ENOMEM:
        return _("there is not enough memory");
    case EMFILE:
    case ENFILE:
        return _("too many files are open");
    case ELOOP:
        return _("the symbolic links go round in a circle");
    case ENAMETOOLONG:
        return _("the name is too long");
    case EPIPE:
        return _("the reader went away");
    default:
        return strerror(number);
    }
}
