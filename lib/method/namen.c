// SPDX-License-Identifier: EUPL-1.2
// A tree of words in one hash table, and the walk of a text along it.
#include "lib/method/namen.h"

#include <stdint.h>
#include <string.h>

#include "lib/base/utf8.h"
#include "lib/base/word.h"
#include "lib/method/words.h"

enum { MOST_WORDS = 8, FIRST_ROOM = 64 };

// The step from one place in the tree to the next by a word. `to` is 0 in a free slot.
struct step {
    uint32_t from, to;
    struct text word; // folded
};

// A place in the tree: what stands in for the name that ends here, if one does.
struct place {
    struct text vervanging;
    bool ends;
    unsigned char flags;
};

struct namen {
    struct arena *arena;
    struct text meer;
    struct step *steps;
    size_t step_room; // a power of two
    struct place *places;
    size_t place_count, place_room;
};

static size_t hash_of(uint32_t from, struct text word) {
    uint32_t hash = 2166136261U ^ from * 2654435761U; // FNV-1a
    for (size_t i = 0; i < word.length; i++)
        hash = (hash ^ (unsigned char)word.bytes[i]) * 16777619U;
    return hash;
}

// The slot of a step, or the free one where it would go.
static struct step *slot_of(const struct namen *namen, uint32_t from, struct text word) {
    size_t mask = namen->step_room - 1;
    for (size_t at = hash_of(from, word) & mask;; at = (at + 1) & mask) {
        struct step *step = &namen->steps[at];
        if (step->to == 0 || (step->from == from && text_equal(step->word, word)))
            return step;
    }
}

static int grow(struct namen *namen) {
    struct namen larger = *namen;
    if (namen->place_count == namen->place_room) {
        larger.place_room = namen->place_room * 2;
        larger.places = arena_alloc(namen->arena, larger.place_room * sizeof *larger.places);
        if (!larger.places)
            return -1;
        memcpy(larger.places, namen->places, namen->place_count * sizeof *larger.places);
    }
    if (namen->place_count * 2 >= namen->step_room) {
        larger.step_room = namen->step_room * 2;
        larger.steps = arena_zero(namen->arena, larger.step_room, sizeof *larger.steps);
        if (!larger.steps)
            return -1;
        for (size_t i = 0; i < namen->step_room; i++)
            if (namen->steps[i].to)
                *slot_of(&larger, namen->steps[i].from, namen->steps[i].word) = namen->steps[i];
    }
    *namen = larger;
    return 0;
}

struct namen *namen_begin(struct text meer, struct arena *arena) {
    struct namen *namen = arena_zero(arena, 1, sizeof *namen);
    if (!namen)
        return NULL;
    *namen = (struct namen){.arena = arena, .meer = meer, .place_count = 1};
    namen->step_room = namen->place_room = FIRST_ROOM;
    namen->steps = arena_zero(arena, FIRST_ROOM, sizeof *namen->steps);
    namen->places = arena_zero(arena, FIRST_ROOM, sizeof *namen->places);
    return namen->steps && namen->places ? namen : NULL;
}

// ---- adding ----

// The place that a word leads to, made when it is not there; 0 when memory ran out.
static uint32_t go(struct namen *namen, uint32_t from, struct text word) {
    struct step *step = slot_of(namen, from, word);
    if (step->to)
        return step->to;
    const char *copy = arena_copy(namen->arena, word.bytes, word.length);
    if (!copy || grow(namen) != 0)
        return 0;
    step = slot_of(namen, from, word);
    *step = (struct step){from, (uint32_t)namen->place_count, {copy, word.length}};
    namen->places[namen->place_count] = (struct place){{"", 0}, false, 0};
    namen->place_count++;
    return step->to;
}

static int end_at(struct namen *namen, uint32_t from, struct text word, struct text vervanging,
                  unsigned flags) {
    uint32_t to = go(namen, from, word);
    if (to == 0)
        return -1;
    struct place *place = &namen->places[to];
    if (!place->ends)
        *place = (struct place){vervanging, true, (unsigned char)flags};
    else if (!text_equal(place->vervanging, vervanging))
        place->vervanging = namen->meer;
    place->flags &= (unsigned char)flags; // the least that is asked of it
    return 0;
}

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiou", c) != NULL;
}

// Fleurs, Fleurtje, Bramm-etje, Nadia-atje: whose it is, and the small forms, with their plurals.
static int add_forms(struct namen *namen, uint32_t from, struct text word, struct text vervanging,
                     unsigned flags) {
    static const char *const endings[] = {"s", "tje", "je", "pje", "kje", "etje", "ke", NULL};
    char last = word.bytes[word.length - 1];
    struct buffer form = {0};
    int outcome = 0;
    for (int i = 0; endings[i] && outcome == 0; i++) {
        bool doubled = strcmp(endings[i], "etje") == 0 && !is_vowel(last) && (last & 0x80) == 0;
        bool longer = strcmp(endings[i], "tje") == 0 && is_vowel(last);
        unsigned kind = flags | (i == 0 ? NAAM_BEZIT : 0);
        for (int twice = 0; twice < 2 && outcome == 0; twice++) {
            for (int plural = 0; plural < (i > 0 ? 2 : 1) && outcome == 0; plural++) {
                buffer_clear(&form);
                buffer_add(&form, word);
                if (twice)
                    buffer_add_char(&form, last);
                buffer_add_string(&form, endings[i]);
                if (plural)
                    buffer_add_char(&form, 's');
                outcome =
                    form.failed ? -1 : end_at(namen, from, buffer_text(&form), vervanging, kind);
            }
            if (!doubled && !longer)
                break;
        }
    }
    buffer_free(&form);
    return outcome;
}

int namen_add(struct namen *namen, struct text naam, struct text vervanging, unsigned flags) {
    struct word word, next;
    struct buffer folded = {0};
    uint32_t at = 0;
    int outcome = 0;
    bool more = word_next(naam, 0, &word);
    for (int i = 0; more && outcome == 0; i++, word = next) {
        more = word_next(naam, word.end, &next) && i + 1 < MOST_WORDS;
        buffer_clear(&folded);
        word_fold(&folded, word_text(naam, &word));
        struct text text = buffer_text(&folded);
        if (folded.failed)
            outcome = -1;
        else if (more)
            outcome = (at = go(namen, at, text)) ? 0 : -1;
        else if (text.length > 0) {
            unsigned kept = flags & ~(unsigned)NAAM_VORMEN;
            outcome = end_at(namen, at, text, vervanging, kept);
            if (outcome == 0 && (flags & NAAM_VORMEN))
                outcome = add_forms(namen, at, text, vervanging, kept);
        }
    }
    buffer_free(&folded);
    return outcome;
}

// ---- finding ----

// The walk of one text.
struct walk {
    const struct namen *namen;
    struct text text;
    struct buffer folded; // one word at a time
    struct buffer before; // the word before, folded
    bool replaced;        // it was a name
    size_t done;          // bytes that are written
};

// A name that stands somewhere.
struct match {
    size_t end;
    struct text vervanging;
    bool whose;
    bool doubtful; // it could be a verb
};

static struct text fold(struct walk *walk, const struct word *word) {
    buffer_clear(&walk->folded);
    word_fold(&walk->folded, word_text(walk->text, word));
    return buffer_text(&walk->folded);
}

// Whether words of one name may stand so far apart: blanks, dots, dashes, commas.
static bool joins(struct text text, size_t begin, size_t end) {
    int newlines = 0;
    for (size_t at = begin; at < end;) {
        uint32_t point;
        at += utf8_decode(text.bytes + at, end - at, &point);
        newlines += point == '\n';
        bool fits = point == ' ' || point == '\t' || point == '\n' || point == '.' ||
                    point == '-' || point == ',' || point == '/' || point == '_' || point == '\'' ||
                    point == 0xA0 || (point >= 0x2010 && point <= 0x2019);
        if (!fits || newlines > 1)
            return false;
    }
    return end - begin <= 8;
}

// Whether 's stands behind a name: one apostrophe and that letter, as a word. `*end` is moved on.
static bool takes_s(struct text text, size_t *end) {
    uint32_t point = 0;
    struct word word;
    if (*end >= text.length)
        return false;
    size_t taken = utf8_decode(text.bytes + *end, text.length - *end, &point);
    if (point != '\'' && point != 0x2019 && point != 0x2018 && point != '`' && point != 0xB4)
        return false;
    if (!word_next(text, *end + taken, &word) || word.begin != *end + taken ||
        word.end - word.begin != 1 || (text.bytes[word.begin] | 0x20) != 's')
        return false;
    *end = word.end;
    return true;
}

static bool in_list(struct text word, const char *const list[]) {
    for (; *list; list++)
        if (text_is(word, *list))
            return true;
    return false;
}

static bool before_subject(struct walk *walk, size_t end) {
    struct word next;
    return word_next(walk->text, end, &next) && in_list(fold(walk, &next), words_na_een_werkwoord);
}

// The longest name that begins at a word. False: none.
static bool find(struct walk *walk, struct word word, bool begins, struct match *match) {
    uint32_t at = 0;
    bool found = false;
    *match = (struct match){0};
    for (int i = 0; i < MOST_WORDS; i++) {
        at = slot_of(walk->namen, at, fold(walk, &word))->to;
        if (at == 0)
            break;
        const struct place *place = &walk->namen->places[at];
        bool point = word.end < walk->text.length && walk->text.bytes[word.end] == '.';
        if (place->ends && (word.capital || !(place->flags & NAAM_HOOFDLETTER)) &&
            (point || !(place->flags & NAAM_PUNT))) {
            bool doubtful = begins && i == 0 && (place->flags & NAAM_WERKWOORD) &&
                            before_subject(walk, word.end);
            found = !doubtful;
            *match = (struct match){word.end, place->vervanging, (place->flags & NAAM_BEZIT) != 0,
                                    doubtful};
        }
        size_t end = word.end;
        if (!word_next(walk->text, end, &word) || !joins(walk->text, end, word.begin))
            break;
    }
    if (found && takes_s(walk->text, &match->end))
        match->whose = true;
    return found;
}

bool namen_holds(const struct namen *namen, struct text word) {
    struct buffer folded = {0};
    word_fold(&folded, word);
    uint32_t to = slot_of(namen, 0, buffer_text(&folded))->to;
    buffer_free(&folded);
    return to != 0 && namen->places[to].ends;
}

bool namen_occur(const struct namen *namen, struct text text) {
    struct walk walk = {.namen = namen, .text = text};
    struct word word;
    struct match match;
    bool found = false;
    for (size_t at = 0; !found && word_next(text, at, &word); at = word.end) {
        word.capital = true; // in an id nothing has one
        found = find(&walk, word, false, &match) || match.doubtful;
    }
    buffer_free(&walk.folded);
    return found;
}

// ---- replacing ----

// Whether a sentence begins at `at`, before which the word `before` ended at `end`.
static bool sentence_begins(const struct walk *walk, size_t end, size_t at) {
    struct text before = buffer_text(&walk->before);
    bool begins = end == 0;
    for (size_t i = end; i < at;) {
        uint32_t point;
        i += utf8_decode(walk->text.bytes + i, at - i, &point);
        bool stop = point == '!' || point == '?' || point == ':' || point == '"' || point == '\n' ||
                    point == 0x2026 || point == 0xAB || point == 0x2018 ||
                    (point >= 0x201C && point <= 0x201E);
        // Behind "mw." and the like, and behind an initial, no sentence begins.
        bool initial = before.length == 1 && before.bytes[0] >= 'a' && before.bytes[0] <= 'z';
        bool dot = point == '.' && !initial && !in_list(before, words_met_een_punt);
        begins = begins || stop || dot;
    }
    return begins;
}

// 's, s or an apostrophe, as it is written behind this word.
static void add_whose(struct buffer *out, struct text word) {
    char last = word.length ? word.bytes[word.length - 1] : 'x';
    if (strchr("sxz", last))
        buffer_add_char(out, '\'');
    else
        buffer_add_string(out, strchr("aiouy0123456789]", last) ? "'s" : "s");
}

// Writes what stands in for a name that begins at `word`; the word before it ended at `before`.
static void write_match(struct walk *walk, size_t before, const struct word *word,
                        const struct match *match, bool begins, struct buffer *out) {
    struct text said = match->vervanging;
    struct text gap = {walk->text.bytes + before, word->begin - before};
    bool again = !walk->replaced && gap.length > 0 && text_trim(gap).length == 0 &&
                 text_equal(buffer_text(&walk->before), said);
    size_t until = again ? before : word->begin;
    buffer_add(out, (struct text){walk->text.bytes + walk->done, until - walk->done});
    if (!again) { // "oma Riet" is no "oma oma"
        if (begins && said.length && said.bytes[0] >= 'a' && said.bytes[0] <= 'z') {
            buffer_add_char(out, (char)(said.bytes[0] - 'a' + 'A'));
            said = (struct text){said.bytes + 1, said.length - 1};
        }
        buffer_add(out, said);
    }
    if (match->whose)
        add_whose(out, match->vervanging);
    walk->done = match->end;
}

// Long enough to be somebody's: of a file, a policy, an account.
static bool is_long_number(const struct word *word) {
    return !word->capital && !word->lower && word->letters >= 6;
}

size_t namen_replace(const struct namen *namen, struct text text, namen_unknown *unknown,
                     void *context, struct buffer *out) {
    struct walk walk = {.namen = namen, .text = text};
    struct word word;
    size_t count = 0;
    for (size_t at = 0; word_next(text, at, &word);) {
        bool begins = sentence_begins(&walk, at, word.begin);
        struct match match;
        bool found = find(&walk, word, begins, &match);
        if (found) {
            write_match(&walk, at, &word, &match, begins, out);
            count++;
        } else if (unknown && (word.capital || match.doubtful || is_long_number(&word)))
            unknown(context, word_text(text, &word), begins, match.doubtful);
        buffer_clear(&walk.before);
        word_fold(&walk.before, found ? match.vervanging : word_text(text, &word));
        out->failed |= walk.folded.failed || walk.before.failed;
        walk.replaced = found;
        at = found ? match.end : word.end;
    }
    buffer_add(out, (struct text){text.bytes + walk.done, text.length - walk.done});
    buffer_free(&walk.folded);
    buffer_free(&walk.before);
    return count;
}
