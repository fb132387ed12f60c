// SPDX-License-Identifier: EUPL-1.2
// Taking a name apart.
#include "lib/method/naam.h"

#include "lib/base/word.h"
#include "lib/method/words.h"

enum { MOST_PARTS = 8, SHORT_NAME = 3 };

// The words of a name.
struct parts {
    struct text naam;
    struct word words[MOST_PARTS];
    int count;
    int surname; // the first word of the surname
};

static bool in_list(struct text word, const char *const list[]) {
    for (; *list; list++)
        if (text_is(word, *list))
            return true;
    return false;
}

// Whether a word, whatever its case, stands in a list.
static bool is_listed(struct text word, const char *const list[]) {
    struct buffer folded = {0};
    word_fold(&folded, word);
    bool found = in_list(buffer_text(&folded), list);
    buffer_free(&folded);
    return found;
}

bool naam_is_tussenvoegsel(struct text word) {
    return is_listed(word, words_tussenvoegsels);
}

static struct parts take_apart(struct text naam) {
    struct parts parts = {.naam = naam};
    struct word word;
    for (size_t at = 0; parts.count < MOST_PARTS && word_next(naam, at, &word); at = word.end)
        parts.words[parts.count++] = word;
    parts.surname = parts.count > 1 ? parts.count - 1 : 0;
    for (int i = 1; i < parts.count; i++)
        if (naam_is_tussenvoegsel(word_text(naam, &parts.words[i]))) {
            parts.surname = i;
            break;
        }
    // Of a double surname, the part before the dash belongs to it: Bakker-el Amrani.
    while (parts.surname > 1 && naam.bytes[parts.words[parts.surname].begin - 1] == '-')
        parts.surname--;
    return parts;
}

static struct text from_word(const struct parts *parts, int first) {
    size_t begin = parts->words[first].begin;
    return (struct text){parts->naam.bytes + begin, parts->naam.length - begin};
}

static unsigned flags_of(struct text word, size_t letters, bool surname) {
    unsigned flags = NAAM_VORMEN;
    if (surname || letters <= SHORT_NAME || is_listed(word, words_namen_die_woorden_zijn))
        flags |= NAAM_HOOFDLETTER;
    if (is_listed(word, words_namen_die_werkwoorden_zijn))
        flags |= NAAM_HOOFDLETTER | NAAM_WERKWOORD;
    return flags;
}

static int add_word(struct namen *namen, struct text word, size_t letters, bool surname,
                    struct text vervanging, const struct namen *behalve) {
    if (naam_is_tussenvoegsel(word) || (behalve && namen_holds(behalve, word)))
        return 0;
    return namen_add(namen, word, vervanging, flags_of(word, letters, surname));
}

int naam_add_roepnaam(struct namen *namen, struct text word, struct text vervanging,
                      const struct namen *behalve) {
    struct word first;
    // One letter is no name, and words with a dash or figures are taken for what they are.
    if (!word_next(word, 0, &first) || first.letters < 2 || first.end != word.length)
        return 0;
    return add_word(namen, word, first.letters, false, vervanging, behalve);
}

// F. de Boer; de Boer, F.; F.B.
static int add_initials(struct namen *namen, const struct parts *parts, struct text vervanging) {
    struct buffer form = {0};
    struct text first = word_text(parts->naam, &parts->words[0]);
    struct text surname = from_word(parts, parts->surname);
    size_t initial = 1;
    while (initial < first.length && ((unsigned char)first.bytes[initial] & 0xC0) == 0x80)
        initial++;
    struct text letter = {first.bytes, initial};
    int outcome = 0;
    for (int turned = 0; turned < 2 && outcome == 0; turned++) {
        buffer_clear(&form);
        buffer_add(&form, turned ? surname : letter);
        buffer_add_char(&form, ' ');
        buffer_add(&form, turned ? letter : surname);
        outcome = form.failed ? -1
                              : namen_add(namen, buffer_text(&form), vervanging,
                                          NAAM_HOOFDLETTER | NAAM_VORMEN);
    }
    buffer_free(&form);
    return outcome;
}

// "Boer, Anna de" and "de Boer, Anna".
static int add_turned(struct namen *namen, const struct parts *parts, struct text vervanging) {
    struct buffer form = {0};
    buffer_add(&form, from_word(parts, parts->surname));
    buffer_add_char(&form, ' ');
    buffer_add(&form, word_text(parts->naam, &parts->words[0]));
    int outcome =
        form.failed ? -1 : namen_add(namen, buffer_text(&form), vervanging, NAAM_HOOFDLETTER);
    buffer_free(&form);
    return outcome;
}

int naam_add(struct namen *namen, struct text naam, struct text vervanging,
             const struct namen *behalve) {
    struct parts parts = take_apart(naam);
    int outcome = 0;
    if (parts.count > 1) {
        struct text surname = from_word(&parts, parts.surname);
        struct text last = word_text(naam, &parts.words[parts.count - 1]);
        outcome = namen_add(namen, naam, vervanging, NAAM_VORMEN);
        if (outcome == 0 && !(behalve && namen_holds(behalve, last)))
            outcome = namen_add(namen, surname, vervanging, NAAM_HOOFDLETTER | NAAM_VORMEN);
        if (outcome == 0)
            outcome = add_initials(namen, &parts, vervanging);
        if (outcome == 0)
            outcome = add_turned(namen, &parts, vervanging);
    }
    struct word word;
    for (size_t at = 0; outcome == 0 && word_next(naam, at, &word); at = word.end)
        if (word.letters > 1)
            outcome =
                add_word(namen, word_text(naam, &word), word.letters, at > 0, vervanging, behalve);
    return outcome;
}
