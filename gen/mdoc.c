// SPDX-License-Identifier: EUPL-1.2
// Writing manual pages in mdoc(7).
#include "gen/mdoc.h"

#include <ctype.h>
#include <string.h>

// Constant, so that the same schemas give the same bytes. To be raised when the pages change much.
static const char page_date[] = "November 22, 2026";

// mandoc -Wstyle wants at most 80 bytes, and sees \[u00E9] for every letter beyond ASCII.
enum { LONGEST_LINE = 79, BEYOND_ASCII = 8 };

void mdoc_begin(FILE *out, const char *purpose, const char *title, int section) {
    fprintf(out,
            ".\\\" SPDX-License-Identifier: EUPL-1.2\n.\\\" %s\n"
            ".\\\" Made from schemas/ by gen/; change those instead.\n"
            ".Dd %s\n.Dt %s %d\n.Os\n",
            purpose, page_date, title, section);
}

// One byte so that it is shown as it is. In `code` a minus and a quote are those of the keyboard.
static void put_byte(FILE *out, char byte, bool code) {
    static const struct {
        char byte;
        bool only_code;
        const char *escape;
    } escapes[] = {{'\\', false, "\\e"},  {'`', false, "\\(ga"}, {'\'', true, "\\(aq"},
                   {'~', false, "\\(ti"}, {'^', false, "\\(ha"}, {'-', true, "\\-"}};
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (byte == escapes[i].byte && (code || !escapes[i].only_code)) {
            fputs(escapes[i].escape, out);
            return;
        }
    if ((unsigned char)byte < ' ' || byte == 0x7F)
        fprintf(out, "<U+%04X>", (unsigned)(unsigned char)byte); // an example of what is refused
    else
        fputc(byte, out);
}

static bool is_blank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\t';
}

static bool is_placeholder(const char *at, const char *end) {
    return end - at >= 3 && at[0] == '{' && isdigit((unsigned char)at[1]) && at[2] == '}';
}

// Whether a sentence ends with this word.
static bool ends_sentence(const char *word, const char *end) {
    static const char *const closing[] = {")", "\"", "'", "`", "”", "’"};
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < sizeof closing / sizeof *closing; i++) {
            size_t length = strlen(closing[i]);
            if ((size_t)(end - word) > length && memcmp(end - length, closing[i], length) == 0) {
                end -= length;
                again = true;
            }
        }
    }
    return end > word && strchr(".!?", end[-1]);
}

// Writes one word; `code` tells whether it lies between backquotes, and is kept up to date.
static void put_word(FILE *out, const char *word, const char *end, bool first, bool *code) {
    if (first && (*word == '.' || *word == '\''))
        fputs("\\&", out);
    for (const char *at = word; at < end; at++) {
        if (is_placeholder(at, end)) {
            fputs("…", out);
            at += 2;
        } else if (*at == '`') {
            *code = !*code;
            fputs(*code ? "\\(oq" : "\\(cq", out);
        } else {
            put_byte(out, *at, *code);
        }
    }
}

// The most bytes that a byte of a word becomes.
static size_t width_of(char byte) {
    if ((unsigned char)byte >= 0xC0)
        return BEYOND_ASCII;
    if ((unsigned char)byte >= 0x80)
        return 0;
    if (byte == '{')
        return BEYOND_ASCII; // a placeholder becomes an ellipsis
    return strchr("`'~^-\\", byte) ? 4 : 1;
}

void mdoc_prose(FILE *out, struct text text) {
    const char *at = text.bytes;
    const char *end = text.bytes + text.length;
    size_t line = 0; // bytes on it, as they will be at most
    bool sentence = false;
    bool code = false;
    while (at < end) {
        while (at < end && is_blank(*at))
            at++;
        const char *word = at;
        size_t width = 0;
        for (; at < end && !is_blank(*at); at++)
            width += width_of(*at);
        if (at == word)
            break;
        bool first = line == 0 || sentence || line + 1 + width > LONGEST_LINE;
        if (line > 0)
            fputc(first ? '\n' : ' ', out);
        line = (first ? 0 : line + 1) + width;
        put_word(out, word, at, first, &code);
        sentence = ends_sentence(word, at);
    }
    fputc('\n', out);
}

// Macros are called two or three letters, the first a capital; lone punctuation is taken apart.
static bool means_something(const char *word, size_t length) {
    return length == 1 ? ispunct((unsigned char)*word)
                       : length <= 3 && isupper((unsigned char)*word);
}

void mdoc_words(FILE *out, struct text text) {
    const char *at = text.bytes;
    const char *end = text.bytes + text.length;
    while (at < end) {
        const char *word = at;
        while (at < end && !is_blank(*at))
            at++;
        if (at > word) {
            fputs(means_something(word, (size_t)(at - word)) ? " \\&" : " ", out);
            for (const char *byte = word; byte < at; byte++)
                if (*byte == '"')
                    fputs("\\(dq", out);
                else
                    put_byte(out, *byte, false);
        }
        at += at < end;
    }
}

void mdoc_literal(FILE *out, struct text text) {
    const char *at = text.bytes;
    const char *end = text.bytes + text.length;
    while (end > at && is_blank(end[-1]))
        end--;
    fputs(".Bd -literal -offset indent\n", out);
    while (at < end) {
        if (*at == '.' || *at == '\'')
            fputs("\\&", out);
        for (; at < end && *at != '\n'; at++)
            put_byte(out, *at, true);
        fputc('\n', out);
        at += at < end;
    }
    fputs(".Ed\n", out);
}

void mdoc_phases(FILE *out, const struct gen_file *phases, const char *language) {
    fputs(".Bl -column \"3a\" \"voortgangsoverleg_voorbereiden\" -offset indent -compact\n", out);
    for (const struct node *phase = gen_phases(phases)->first; phase; phase = phase->next) {
        struct text number = gen_need(phases, phase, "nummer")->text;
        struct text word = gen_need(phases, phase, "woord")->text;
        struct text name = gen_need(phases, gen_need(phases, phase, "naam"), language)->text;
        fprintf(out, ".It %.*s Ta %.*s Ta", (int)number.length, number.bytes, (int)word.length,
                word.bytes);
        mdoc_words(out, name);
        fputc('\n', out);
    }
    fputs(".El\n", out);
}

const char *gen_beside(const char *path, const char *name) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t length = strlen(name) + 1;
    char *beside = arena_zero(&gen_arena, folder + length, 1);
    if (!beside) {
        gen_stop(NULL, NULL, "out of memory");
        return NULL; // never reached; cppcheck does not know
    }
    memcpy(beside, path, folder);
    memcpy(beside + folder, name, length);
    return beside;
}
