// SPDX-License-Identifier: EUPL-1.2
// Completing what was given for a verb: standard input, presets, and questions to the person.
#include <string.h>

#include "lib/base/input.h"
#include "lib/base/words.h"
#include "lib/base/wrap.h"
#include "lib/change/verb.h"
#include "lib/plan/scaffold.h"

enum { LONGEST_INPUT = 64 * 1024, WIDEST = 60 };

struct asking {
    struct verb_request *request;
    const struct node *root;
    struct dialogue *dialogue;
    struct buffer *message;
    struct buffer question;
};

static enum verb_outcome tell(struct buffer *message) {
    buffer_add_char(message, '\0');
    return message->failed ? VERB_NO_MEMORY : VERB_WRONG;
}

// ---- what was given ----

// Whether "-" stands for standard input here: where running text belongs.
static bool is_running(const struct verb_request *request, const struct verb_field *row) {
    const struct schema_field *field = verb_schema(request, row);
    return !field || field->type->shape == SHAPE_TEXT || field->type->shape == SHAPE_ROUGH_DATE;
}

static enum verb_outcome read_input(struct asking *asking, struct text *text) {
    struct trouble trouble;
    bool too_large = false;
    if (input_read("-", LONGEST_INPUT, asking->request->arena, text, &too_large, &trouble) != 0) {
        buffer_format(asking->message, "%s: %s", trouble.detail, _(trouble.what));
        if (trouble.number)
            buffer_format(asking->message, ": %s", words_error(trouble.number));
        return tell(asking->message);
    }
    if (too_large) {
        buffer_format(asking->message,
                      _("standard input is longer than %d kB, too much for one "
                        "field"),
                      LONGEST_INPUT / 1024);
        return tell(asking->message);
    }
    // One way of ending lines.
    char *bytes = arena_copy(asking->request->arena, text->bytes, text->length);
    size_t length = 0;
    for (size_t i = 0; bytes && i < text->length; i++)
        if (!(bytes[i] == '\r' && i + 1 < text->length && bytes[i + 1] == '\n'))
            bytes[length++] = bytes[i];
    *text = (struct text){bytes, length};
    return bytes ? VERB_GO : VERB_NO_MEMORY;
}

// Checks what options gave for a field.
static enum verb_outcome settle(struct asking *asking, size_t index, bool *input_read_already) {
    struct verb_request *request = asking->request;
    const struct verb_field *row = &request->verb->fields[index];
    struct verb_value given = request->values[index];
    char name[VERB_OPTION_ROOM];
    if (!given.given || row->need == VERB_FLAG)
        return VERB_GO;
    request->values[index] = (struct verb_value){.given = false};
    verb_option_name(row, name);
    for (size_t i = 0; i < given.count; i++) {
        if (text_is(given.items[i], "-") && is_running(request, row)) {
            if (*input_read_already) {
                buffer_add_string(asking->message,
                                  _("only one option can read standard input with -"));
                return tell(asking->message);
            }
            *input_read_already = true;
            enum verb_outcome outcome = read_input(asking, &given.items[i]);
            if (outcome != VERB_GO)
                return outcome;
        }
        buffer_format(asking->message, "--%s: ", name);
        int outcome = verb_take(request, index, given.items[i], asking->root, asking->message);
        if (outcome < 0)
            return VERB_NO_MEMORY;
        if (outcome > 0)
            return tell(asking->message);
        buffer_clear(asking->message);
    }
    return VERB_GO;
}

// ---- presets ----

static struct text preset(const struct verb_request *request, const struct verb_field *row) {
    char written[DATE_ROOM];
    if (!row->preset || strcmp(row->preset, "today") != 0)
        return text_of(row->preset);
    date_write(request->today, written);
    return (struct text){arena_copy(request->arena, written, strlen(written)), strlen(written)};
}

static enum verb_outcome apply_presets(struct verb_request *request) {
    size_t count = verb_field_count(request->verb);
    for (size_t i = 0; i < count; i++) {
        struct verb_value *value = &request->values[i];
        if (value->given || !request->verb->fields[i].preset)
            continue;
        *value = (struct verb_value){.given = true, .count = 1};
        value->items[0] = preset(request, &request->verb->fields[i]);
        if (!value->items[0].bytes)
            return VERB_NO_MEMORY;
    }
    return VERB_GO;
}

// ---- questions ----

// The question with what may be answered: "Who gives the figure? (nadia, jeroen): ". What does not
// fit on its line is said before it.
static void put_question(struct asking *asking, const struct verb_field *row) {
    struct buffer *out = &asking->question;
    struct buffer choices = {0};
    const char *open = row->need != VERB_REQUIRED && !row->preset ? _("may stay open") : "";
    struct text asked = text_of(_(row->question));
    buffer_clear(out);
    verb_choices(asking->request, row, asking->root, &choices);
    buffer_add_char(&choices, '\0');
    out->failed |= choices.failed;
    if (!choices.failed && choices.length > 1 &&
        wrap_width(asked) + wrap_width(text_of(choices.bytes)) > WIDEST) {
        buffer_format(out, _("Choose from: %s."), choices.bytes);
        buffer_add_char(out, '\0');
        if (!out->failed)
            dialogue_say(asking->dialogue, out->bytes);
        buffer_clear(out);
        buffer_clear(&choices);
        buffer_add_char(&choices, '\0');
    }
    buffer_add(out, asked);
    if (!choices.failed && (choices.bytes[0] || open[0]))
        buffer_format(out, " (%s%s%s)", choices.bytes, choices.bytes[0] && open[0] ? "; " : "",
                      open);
    if (row->preset) {
        struct text offered = preset(asking->request, row);
        buffer_format(out, " [%.*s]", (int)offered.length, offered.bytes ? offered.bytes : "");
    }
    bool question = out->length > 0 && !out->failed && out->bytes[out->length - 1] == '?';
    buffer_add_string(out, question ? " " : ": ");
    buffer_add_char(out, '\0');
    buffer_free(&choices);
}

// What the schema says about a field, for who asks.
static void give_hint(struct asking *asking, const struct verb_field *row) {
    const struct schema_field *field = verb_schema(asking->request, row);
    struct buffer hint = {0};
    if (field)
        hint_write(field, true, &hint);
    else
        buffer_add_string(&hint, _(row->help));
    buffer_add_char(&hint, '\0');
    if (!hint.failed)
        dialogue_say(asking->dialogue, hint.bytes);
    buffer_free(&hint);
}

// Takes an answer; true when the next question is due.
static bool take_answer(struct asking *asking, size_t index, struct text answer,
                        enum verb_outcome *outcome) {
    const struct verb_field *row = &asking->request->verb->fields[index];
    struct verb_value before = asking->request->values[index];
    struct buffer why = {0};
    int taken = verb_take(asking->request, index, answer, asking->root, &why);
    if (taken > 0) {
        asking->request->values[index] = before;
        buffer_add_char(&why, '\0');
        if (!why.failed)
            dialogue_say(asking->dialogue, why.bytes);
    }
    if (taken < 0 || why.failed)
        *outcome = VERB_NO_MEMORY;
    buffer_free(&why);
    const struct schema_field *field = verb_schema(asking->request, row);
    bool more = field && field->many != MANY_ONE && field->type->shape == SHAPE_OBJECT;
    return taken < 0 || (taken == 0 && !more);
}

// Asks for one field until the answer is right, or open where it may be.
static enum verb_outcome ask(struct asking *asking, size_t index) {
    const struct verb_field *row = &asking->request->verb->fields[index];
    enum verb_outcome outcome = VERB_GO;
    struct text answer;
    put_question(asking, row);
    if (asking->question.failed)
        return VERB_NO_MEMORY;
    for (;;) {
        if (dialogue_ask(asking->dialogue, asking->question.bytes, &answer) != 0) {
            buffer_add_string(asking->message,
                              _("stopped before the last question; nothing was written"));
            return tell(asking->message);
        }
        bool given = asking->request->values[index].given;
        if (answer.length == 0 && (row->need != VERB_REQUIRED || row->preset || given))
            return VERB_GO;
        if (answer.length == 0)
            dialogue_say(asking->dialogue, _("This one is needed. Type ? to read more about it, or "
                                             "stop with Ctrl-C: nothing is written then."));
        else if (text_is(answer, "?"))
            give_hint(asking, row);
        else if (take_answer(asking, index, answer, &outcome))
            return outcome;
    }
}

static bool is_missing(const struct verb_request *request, size_t index) {
    const struct verb_field *row = &request->verb->fields[index];
    return row->need == VERB_REQUIRED && !row->preset && !request->values[index].given;
}

static enum verb_outcome ask_all(struct asking *asking) {
    const struct verb_request *request = asking->request;
    size_t count = verb_field_count(request->verb);
    dialogue_say(asking->dialogue,
                 _("A few questions. Enter leaves open what may stay open, or takes what stands "
                   "between [ ]; ? tells more. Ctrl-C stops, and nothing is written.\n"));
    for (size_t i = 0; i < count; i++) {
        const struct verb_field *row = &request->verb->fields[i];
        bool asked = row->need == VERB_REQUIRED || row->need == VERB_ASKED;
        if (!asked || !row->question || request->values[i].given)
            continue;
        enum verb_outcome outcome = ask(asking, i);
        if (outcome != VERB_GO)
            return outcome;
    }
    return VERB_GO;
}

// Names all that is missing.
static enum verb_outcome tell_missing(struct asking *asking) {
    const struct verb_request *request = asking->request;
    struct buffer *message = asking->message;
    size_t count = verb_field_count(request->verb);
    bool first = true;
    char name[VERB_OPTION_ROOM];
    buffer_format(message, _("“%s” needs more:"), request->verb->name);
    for (size_t i = 0; i < count; i++) {
        if (!is_missing(request, i))
            continue;
        verb_option_name(&request->verb->fields[i], name);
        buffer_format(message, "%s --%s", first ? "" : ",", name);
        first = false;
    }
    buffer_format(message, _(" (%s %s --help tells more)"), request->program->command,
                  request->verb->name);
    return tell(message);
}

// ---- all together ----

enum verb_outcome verb_complete(struct verb_request *request, const struct node *root,
                                struct dialogue *dialogue, struct buffer *message) {
    struct asking asking = {request, root, dialogue, message, {0}};
    size_t count = verb_field_count(request->verb);
    enum verb_outcome outcome = VERB_GO;
    bool read_already = request->file && strcmp(request->file, "-") == 0;
    bool missing = false;
    for (size_t i = 0; i < count && outcome == VERB_GO; i++)
        outcome = settle(&asking, i, &read_already);
    for (size_t i = 0; i < count; i++)
        missing |= is_missing(request, i);
    if (outcome == VERB_GO && missing)
        outcome = dialogue ? ask_all(&asking) : tell_missing(&asking);
    if (outcome == VERB_GO)
        outcome = apply_presets(request);
    buffer_free(&asking.question);
    return outcome;
}

enum verb_outcome verb_ask(struct verb_request *request, const char *option,
                           const struct node *root, struct dialogue *dialogue,
                           struct buffer *message) {
    struct asking asking = {request, root, dialogue, message, {0}};
    size_t index = (size_t)(verb_value(request, option) - request->values);
    request->values[index] = (struct verb_value){.given = false};
    enum verb_outcome outcome = ask(&asking, index);
    buffer_free(&asking.question);
    return outcome;
}
