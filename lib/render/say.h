// SPDX-License-Identifier: EUPL-1.2
// Dutch for the values of a plan, as HTML: dates, names, words, figures, quotations.
#ifndef G1P_RENDER_SAY_H
#define G1P_RENDER_SAY_H

#include <stdbool.h>

#include "lib/base/buffer.h"
#include "lib/plan/plan.h"

// "29 januari 2026"; nothing when there is no date.
void say_date(struct buffer *out, struct date date);

// "29 jan 2026", for figures and narrow columns.
void say_short_date(struct buffer *out, struct date date);

// "maandag"; nothing when there is no date.
void say_weekday(struct buffer *out, struct date date);

// "jan 2026"
void say_month(struct buffer *out, struct date date);

// A date that may be rough: "29 januari 2026", "november 2025", "2025", or the words that stand
// there. Says whether it was one of the first three.
bool say_when(struct buffer *out, const struct plan_date *date);

// Whether any date or words stand there.
bool say_has_date(const struct plan_date *date);

// The name of who an id stands for; the id itself when it stands for nobody.
void say_person(struct buffer *out, const struct plan_plan *plan, struct text id);

// "Ger Aarts, Toos Aarts en Kim Aarts", or "iedereen in het huishouden".
void say_persons(struct buffer *out, const struct plan_plan *plan, const struct plan_texts *ids);

// The label of a word of the format, by its type (TYPE_LEEFGEBIED, …); a word that the list does
// not hold as it stands, with blanks for underscores.
void say_word(struct buffer *out, int type, const struct plan_word *word);

// As say_word, but fit for the middle of a sentence: "gezondheid".
void say_word_within(struct buffer *out, int type, const struct plan_word *word);

// As say_word_within, but as plain text and not as HTML.
void say_word_plain(struct buffer *out, int type, const struct plan_word *word);

// "werk, wonen en gezondheid".
void say_words_within(struct buffer *out, int type, const struct plan_words *words);

// "5,5"
void say_figure(struct buffer *out, double figure);

// The text between quotation marks.
void say_quote(struct buffer *out, struct text text);

// A telephone number or an address, as a link when it is plainly one.
void say_phone(struct buffer *out, struct text phone);
void say_email(struct buffer *out, struct text email);

// Between item `index` and the one before, of `count`: "", ", " or " en ".
const char *say_between(size_t index, size_t count);

#endif
