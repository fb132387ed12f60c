// SPDX-License-Identifier: EUPL-1.2
// Words, phrases and patterns of schemas/woorden.yaml, collected.
#include "gen/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/fold.h"

enum { LONGEST_PATTERN = 2048 }; // bytes, with its groups

struct lexicon lexicon;

// ---- groups ----

struct variants *lexicon_variants(void) {
    struct variants *variants = malloc(sizeof *variants);
    if (!variants)
        gen_stop(NULL, NULL, "out of memory");
    return variants;
}

static void add_variant(const struct node *node, const char *word, struct variants *variants) {
    if (variants->count == LEXICON_MOST_VARIANTS)
        gen_stop(lexicon.file, node, "this pattern stands for too many words");
    strcpy(variants->words[variants->count++], word);
}

static void append(const struct node *node, char *word, struct text part) {
    size_t length = strlen(word);
    if (length + part.length >= LEXICON_LONGEST)
        gen_stop(lexicon.file, node, "a word is too long");
    memcpy(word + length, part.bytes, part.length);
    word[length + part.length] = '\0';
}

static struct text piece(const char *from, const char *to) {
    return (struct text){from, (size_t)(to - from)};
}

// Adds what can follow `begin`: the rest of a pattern, its first group written out in turn.
static void expand(const struct node *node, const char *begin, struct text rest,
                   struct variants *variants) {
    char word[LEXICON_LONGEST];
    const char *end = rest.bytes + rest.length;
    const char *open = rest.length ? memchr(rest.bytes, '(', rest.length) : NULL;
    strcpy(word, begin);
    if (!open) {
        append(node, word, rest);
        add_variant(node, word, variants);
        return;
    }
    append(node, word, piece(rest.bytes, open));
    const char *close = memchr(open, ')', (size_t)(end - open));
    if (!close) {
        gen_stop(lexicon.file, node, "a group is not closed");
        return;
    }
    bool choice = memchr(open, '|', (size_t)(close - open)) != NULL;
    if (!choice)
        expand(node, word, piece(close + 1, end), variants);
    for (const char *part = open + 1; part <= close;) {
        const char *bar = memchr(part, '|', (size_t)(close - part));
        const char *until = bar ? bar : close;
        char longer[LEXICON_LONGEST];
        strcpy(longer, word);
        append(node, longer, piece(part, until));
        expand(node, longer, piece(close + 1, end), variants);
        part = until + 1;
    }
}

void lexicon_expand(const struct node *node, struct text pattern, struct variants *variants) {
    char folded[LONGEST_PATTERN];
    size_t length = fold_word(pattern, folded, sizeof folded);
    variants->count = 0;
    if (length == 0)
        gen_stop(lexicon.file, node, "an empty or endless word");
    expand(node, "", (struct text){folded, length}, variants);
}

// ---- words ----

// How many vowel units a word has is counted when the tables are read; here only its place.
unsigned lexicon_word(const struct node *node, const char *letters) {
    uint64_t key = fold_key(letters, strlen(letters));
    size_t mask = sizeof lexicon.slots / sizeof *lexicon.slots - 1;
    size_t slot = key & mask;
    for (; lexicon.slots[slot]; slot = (slot + 1) & mask) {
        struct lexicon_word *word = &lexicon.words[lexicon.slots[slot]];
        if (word->row.key == key) {
            if (strcmp(word->letters, letters) != 0)
                gen_stop(lexicon.file, node, "two words have the same key");
            return lexicon.slots[slot];
        }
    }
    if (++lexicon.word_count == LEXICON_MOST_WORDS)
        gen_stop(lexicon.file, node, "too many words");
    lexicon.slots[slot] = (uint16_t)lexicon.word_count;
    struct lexicon_word *word = &lexicon.words[lexicon.word_count];
    strcpy(word->letters, letters);
    word->row.key = key;
    return lexicon.word_count;
}

// ---- phrases and patterns ----

// The longest word of the part before the gap: mostly the rarest.
static uint8_t anchor_of(const struct frase *phrase) {
    size_t longest = 0;
    uint8_t anchor = 0;
    uint8_t last = phrase->gat ? phrase->gat : phrase->aantal;
    for (uint8_t i = 0; i < last; i++) {
        size_t length = strlen(lexicon.words[phrase->woorden[i]].letters);
        if (length > longest) {
            longest = length;
            anchor = i;
        }
    }
    return anchor;
}

static void add_phrase(const struct node *node, struct frase phrase) {
    if (lexicon.phrase_count == LEXICON_MOST_PHRASES)
        gen_stop(lexicon.file, node, "too many phrases");
    phrase.anker = anchor_of(&phrase);
    lexicon.phrases[lexicon.phrase_count++] = phrase;
}

// Writes out the words of a phrase from `text` on, each in all its variants.
static void add_words(const struct node *node, struct text text, struct frase phrase) {
    text = text_trim(text);
    if (text.length == 0) {
        add_phrase(node, phrase);
        return;
    }
    const char *blank = memchr(text.bytes, ' ', text.length);
    const char *end = text.bytes + text.length;
    struct text first = piece(text.bytes, blank ? blank : end);
    struct text rest = piece(blank ? blank : end, end);
    if (text_is(first, "…")) {
        if (phrase.gat || phrase.aantal == 0 || rest.length == 0)
            gen_stop(lexicon.file, node, "one … may stand between words");
        phrase.gat = phrase.aantal;
        phrase.soort = FRASE_GAT;
        add_words(node, rest, phrase);
        return;
    }
    if (phrase.aantal == FRASE_LONGEST)
        gen_stop(lexicon.file, node, "a phrase has at most %d words", FRASE_LONGEST);
    struct variants *variants = lexicon_variants();
    lexicon_expand(node, first, variants);
    for (unsigned i = 0; i < variants->count; i++) {
        struct frase longer = phrase;
        if (variants->words[i][0] == '\0') { // a word that may be left out
            add_words(node, rest, longer);
            continue;
        }
        longer.woorden[longer.aantal++] = (uint16_t)lexicon_word(node, variants->words[i]);
        add_words(node, rest, longer);
    }
    free(variants);
}

static void add_pattern(const struct node *node, const char *letters, bool behind, unsigned target,
                        bool exception) {
    size_t length = strlen(letters);
    if (length < 4)
        gen_stop(lexicon.file, node, "a * needs four letters beside it");
    if (lexicon.pattern_count == LEXICON_MOST_PATTERNS)
        gen_stop(lexicon.file, node, "too many patterns");
    char *copy = strdup(letters);
    if (!copy)
        gen_stop(NULL, NULL, "out of memory");
    lexicon.patterns[lexicon.pattern_count++] = (struct patroon){.letters = copy,
                                                                 .lengte = (uint8_t)length,
                                                                 .achter = behind,
                                                                 .uitzondering = exception,
                                                                 .doel = (uint16_t)target};
}

static void add_single(const struct node *node, struct text text, unsigned target, bool exception) {
    bool behind = text.length > 1 && text.bytes[0] == '*';
    bool before = text.length > 1 && text.bytes[text.length - 1] == '*';
    if (behind && before)
        gen_stop(lexicon.file, node, "a * at both ends");
    struct text bare = {text.bytes + behind, text.length - behind - before};
    if (memchr(bare.bytes, '*', bare.length))
        gen_stop(lexicon.file, node, "a * stands in front or behind");
    struct variants *variants = lexicon_variants();
    lexicon_expand(node, bare, variants);
    for (unsigned i = 0; i < variants->count; i++) {
        if (behind || before) {
            add_pattern(node, variants->words[i], behind, target, exception);
        } else if (target >= FRASE_KLASSE) {
            unsigned word = lexicon_word(node, variants->words[i]);
            lexicon.words[word].row.klassen |= (uint64_t)1 << (target - FRASE_KLASSE);
        } else {
            struct frase phrase = {.doel = (uint16_t)target,
                                   .aantal = 1,
                                   .uitzondering = exception,
                                   .woorden = {(uint16_t)lexicon_word(node, variants->words[i])}};
            add_phrase(node, phrase);
        }
    }
    free(variants);
}

void lexicon_add(const struct node *node, struct text text, unsigned target, bool exception) {
    text = text_trim(text);
    if (text.length && memchr(text.bytes, ' ', text.length)) {
        struct frase phrase = {.doel = (uint16_t)target, .uitzondering = exception};
        if (memchr(text.bytes, '*', text.length))
            gen_stop(lexicon.file, node, "no * in a phrase");
        add_words(node, text, phrase);
        return;
    }
    add_single(node, text, target, exception);
}

void lexicon_add_split(const struct node *node, const char *stem, const char *particle,
                       unsigned target) {
    struct frase phrase = {
        .doel = (uint16_t)target,
        .aantal = 2,
        .gat = 1,
        .soort = FRASE_GESPLITST,
        .woorden = {(uint16_t)lexicon_word(node, stem), (uint16_t)lexicon_word(node, particle)}};
    add_phrase(node, phrase);
}
