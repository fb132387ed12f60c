// SPDX-License-Identifier: EUPL-1.2
// Looking for the words of a list in a text.
#include "lib/method/words.h"

#include <string.h>

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

// Whether a letter ends right before byte `at`: one of the alphabet, or one with an accent (U+00C0
// to U+00FF, which UTF-8 begins with 0xC3).
static bool in_a_word(struct text text, size_t at) {
    char before = at > 0 ? lower(text.bytes[at - 1]) : ' ';
    if (before >= 'a' && before <= 'z')
        return true;
    return at > 1 && (unsigned char)text.bytes[at - 2] == 0xC3;
}

static bool stands_at(struct text text, size_t at, const char *word) {
    for (; *word; word++, at++) {
        char c = at < text.length ? lower(text.bytes[at]) : '\0';
        if (c == '\n' || c == '\t')
            c = ' ';
        if (c != *word)
            return false;
    }
    return true;
}

// The parting of a verb that Dutch splits: "schalen … af" for "dan schalen we de hulp af".
static const char parting[] = " … ";

// Whether the two parts stand in one sentence, the first from `at`; the second as a whole word.
static bool stands_split(struct text text, size_t at, const char *word, const char *gap) {
    size_t first = (size_t)(gap - word);
    const char *second = gap + sizeof parting - 1;
    for (size_t i = 0; i < first; i++)
        if (at + i >= text.length || lower(text.bytes[at + i]) != word[i])
            return false;
    for (at += first; at < text.length && !strchr(".!?;", text.bytes[at]); at++) {
        size_t end = at + strlen(second);
        if (!in_a_word(text, at) && stands_at(text, at, second) &&
            (end == text.length || strchr(" .,;!?\n", text.bytes[end])))
            return true;
    }
    return false;
}

static bool occurs_at(struct text text, size_t at, const char *word) {
    const char *gap = strstr(word, parting);
    return gap ? stands_split(text, at, word, gap) : stands_at(text, at, word);
}

bool words_occur(struct text text, const char *const words[]) {
    for (size_t at = 0; at < text.length; at++) {
        char first = lower(text.bytes[at]);
        if (in_a_word(text, at))
            continue;
        for (const char *const *word = words; *word; word++)
            if (**word == first && occurs_at(text, at, *word))
                return true;
    }
    return false;
}
