// SPDX-License-Identifier: EUPL-1.2
// Choosing the languages of messages and of documents, and opening their catalogues.
#include "lib/base/words.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef G1P_LOCALEDIR
#define G1P_LOCALEDIR "/usr/local/share/locale"
#endif

static const char documents[] = "g1p-documenten";

enum { LONGEST_LANGUAGE = 15, MOST_LANGUAGES = 32 };

static enum language chosen = LANGUAGE_ENGLISH;
static char locale_folder[PATH_MAX + 32] = G1P_LOCALEDIR;
static char document_language[LONGEST_LANGUAGE + 1] = "nl";
static bool documents_translated;

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
static void find_catalogues(void) {
    char program[PATH_MAX];
    char folder[sizeof locale_folder];
    char probe[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    if (length <= 0)
        return;
    program[length] = '\0';
    for (int up = 0; up < 2; up++) {
        char *slash = strrchr(program, '/');
        if (slash)
            *slash = '\0';
    }
    snprintf(folder, sizeof folder, "%s/share/locale", program);
    snprintf(probe, sizeof probe, "%s/nl/LC_MESSAGES/g1p.mo", folder);
    if (access(probe, R_OK) == 0)
        memcpy(locale_folder, folder, sizeof folder);
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
    find_catalogues();
    bindtextdomain("g1p", locale_folder);
    bind_textdomain_codeset("g1p", "UTF-8");
    textdomain("g1p");
}

enum language words_language(void) {
    return chosen;
}

// ---- documents ----

// Whether it can be the name of a language, as in "de", "fy" or "sr@latin"; never of a folder.
static bool names_language(const char *name) {
    size_t length = strlen(name);
    return length >= 2 && length <= LONGEST_LANGUAGE &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz") >= 2 &&
           strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_@") == length;
}

static bool has_catalogue(const char *language) {
    char path[sizeof locale_folder + 64];
    int length = snprintf(path, sizeof path, "%s/%.*s/LC_MESSAGES/%s.mo", locale_folder,
                          LONGEST_LANGUAGE, language, documents);
    return length > 0 && (size_t)length < sizeof path && access(path, R_OK) == 0;
}

// gettext takes the languages from the environment, for all catalogues alike. The messages come
// first: a Dutch reader's have their own catalogue, an English reader's need none, and must not be
// found in that of the documents' language.
static void look_up_in(const char *language) {
    char order[LONGEST_LANGUAGE + 8];
    snprintf(order, sizeof order, "%s%s", chosen == LANGUAGE_DUTCH ? "nl:" : "", language);
    setenv("LANGUAGE", order, 1);
    if (chosen == LANGUAGE_ENGLISH) {
        bindtextdomain("g1p", "/nonexistent");
        bindtextdomain("libc", "/nonexistent");
    }
    bindtextdomain(documents, locale_folder);
    bind_textdomain_codeset(documents, "UTF-8");
}

int words_document_begin(const char *language) {
    if (strcmp(language, "nl") == 0)
        return 0;
    if (!names_language(language) || !has_catalogue(language))
        return -1;
    look_up_in(language);
    static const char head[] = ""; // what this stands for; a damaged catalogue has none
    if (dgettext(documents, head)[0] == '\0')
        return -1;
    snprintf(document_language, sizeof document_language, "%s", language);
    documents_translated = true;
    return 0;
}

const char *words_document_language(void) {
    return document_language;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(a, b);
}

void words_document_languages(char *names, size_t size) {
    char found[MOST_LANGUAGES][LONGEST_LANGUAGE + 1];
    size_t count = 0;
    size_t used = (size_t)snprintf(names, size, "nl");
    DIR *folder = opendir(locale_folder);
    struct dirent *entry;
    while (folder && count < MOST_LANGUAGES && (entry = readdir(folder)) != NULL)
        if (strcmp(entry->d_name, "nl") != 0 && names_language(entry->d_name) &&
            has_catalogue(entry->d_name))
            snprintf(found[count++], sizeof *found, "%.*s", LONGEST_LANGUAGE, entry->d_name);
    if (folder)
        closedir(folder);
    qsort(found, count, sizeof *found, compare_names);
    for (size_t i = 0; i < count && used + strlen(found[i]) + 3 <= size; i++)
        used += (size_t)snprintf(names + used, size - used, ", %s", found[i]);
}

const char *words_of_document(const char *words) {
    return documents_translated && words[0] ? dgettext(documents, words) : words;
}

const char *words_of_documents(const char *one, const char *more, unsigned long number) {
    if (documents_translated)
        return dngettext(documents, one, more, number);
    return number == 1 ? one : more;
}

// ---- what went wrong ----

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
