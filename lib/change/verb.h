// SPDX-License-Identifier: EUPL-1.2
// Commands with verbs (g1p-safety, g1p-meldcode): a table says which verbs there are and what each
// asks. By it the command line is read, --help is written, what was not given is asked of the
// person at the terminal, and every value is held against the schema before anything happens.
//
// A command does, in this order:
//   verb_read      the command line; --help and --version are answered
//   (reads the file, for the ids that it declares)
//   verb_complete  the values: read, checked, asked
//   (changes the file, with verb_item and verb_text; or shows something)
// Texts in a table are N_() texts in English, put into the reader's language when they are shown.
#ifndef G1P_CHANGE_VERB_H
#define G1P_CHANGE_VERB_H

#include <stdbool.h>

#include "lib/base/arena.h"
#include "lib/base/buffer.h"
#include "lib/base/date.h"
#include "lib/base/dialogue.h"
#include "lib/schema/schema.h"
#include "lib/yaml/edit.h"

enum { VERB_MOST_FIELDS = 24, VERB_MOST_ITEMS = 32 };

enum verb_need {
    VERB_REQUIRED, // without it the verb cannot go on
    VERB_ASKED,    // may be left open; asked when there is somebody to ask
    VERB_EXTRA,    // may be left open, and is never asked
    VERB_FLAG      // an option without a value; `path` is NULL
};

// One option of a verb. What may stand there, with its words and hints, is the schema's: a number
// may have a comma, ids and words are parted by commas or given by repeating the option, a list of
// small groups (`steun`) is given as "WHO: WHAT", and of running text "-" reads standard input.
struct verb_field {
    // The field, from the verb's `place`: "cijfer". Or one elsewhere in the file, from its root,
    // with a slash before it: "/veiligheidsplan.afspraken.id"; when it declares ids the value must
    // be one that is there. (An id below `place` must be a new one.) NULL: of no field; free text,
    // or a flag.
    const char *path;
    const char *option; // without dashes; NULL: the field's own name, with - for _
    enum verb_need need;
    const char *preset;   // what counts when nothing is given, or "today"; NULL: nothing
    const char *question; // "Who gives the figure?"; NULL: never asked
    const char *help;     // for --help: "who gives the figure"
};

enum verb_manner {
    VERB_WRITES = 1,    // changes the file: has -n --dry-run, and refuses "-"
    VERB_SHOWS = 2,     // has --json
    VERB_FILE_MAYBE = 4 // the file may be left out
};

// One verb.
struct verb {
    const char *name;
    const char *summary;             // for the list of verbs: "add somebody's figure"
    const char *about;               // what --help says; NULL: the summary
    const char *place;               // where its fields lie: "veiligheidsplan.schaal"; NULL: root
    const struct verb_field *fields; // ended by one without need for anything: VERB_FIELDS_END
    const char *const *examples;     // NULL-ended, or NULL
    unsigned manner;                 // enum verb_manner, joined
};

#define VERB_FIELDS_END                                                                            \
    { NULL, NULL, VERB_FLAG, NULL, NULL, NULL }

// One command. The first verb is the one that counts when none is named.
struct verb_program {
    const char *command;
    const char *about;
    const struct schema_type *const *root; // of the file: &schema_plan
    const struct verb *verbs;
    size_t verb_count;
    const char *const *examples; // NULL-ended
    const char *status;          // about the exit status
};

// What was given or answered for a field.
struct verb_value {
    bool given;      // there is something
    bool from_input; // "-": its text is on standard input, until verb_complete has read it
    size_t count;    // of items; at least 1 when given, but for a flag
    struct text items[VERB_MOST_ITEMS]; // as it is to stand in the file, after verb_complete
};

// What is asked of the command.
struct verb_request {
    const struct verb_program *program;
    const struct verb *verb;
    const char *file; // NULL: none; "-": standard input, of a verb that does not write
    struct date today;
    bool dry_run;
    bool json;
    struct verb_value values[VERB_MOST_FIELDS]; // by the verb's fields
    struct arena *arena;                        // that texts are copied into
};

enum verb_outcome {
    VERB_GO,       // go on
    VERB_ANSWERED, // --help or --version was printed: end with status 0
    VERB_WRONG,    // `message` says why (empty: it was said already): end with status 2
    VERB_NO_MEMORY
};

// Reads the command line. `today` comes from --today, G1P_TODAY or the clock. Values are not looked
// at yet. `message` is one line in the reader's language, ended by a NUL, without the command.
enum verb_outcome verb_read(const struct verb_program *program, int argc, char **argv,
                            struct arena *arena, struct verb_request *request,
                            struct buffer *message);

// Completes the values: reads standard input, applies presets, checks each against the schema and
// against the ids of the file, whose root (schema_check has gone over it) is `root`; NULL: no file.
// With a `dialogue`, when something required was not given, all that was not given is asked, until
// each answer is right; a wrong value of an option is VERB_WRONG in any case. Without one
// `message` names all that is missing.
enum verb_outcome verb_complete(struct verb_request *request, const struct node *root,
                                struct dialogue *dialogue, struct buffer *message);

// Asks for one field by its option's name, whatever was given before, until the answer is right or
// left open; for verbs that ask in an order of their own. VERB_WRONG: the input ended.
enum verb_outcome verb_ask(struct verb_request *request, const char *option,
                           const struct node *root, struct dialogue *dialogue,
                           struct buffer *message);

// Whether somebody can be asked: standard input and standard error are a terminal.
bool verb_can_ask(void);

// ---- what was given, by the option's name ----

bool verb_given(const struct verb_request *request, const char *option);

// The first item, or the empty text.
struct text verb_text(const struct verb_request *request, const char *option);

const struct verb_value *verb_value(const struct verb_request *request, const char *option);

// Gives a field a value that nobody gave (an id that was chosen). `text` must outlive the request.
void verb_give(struct verb_request *request, const char *option, struct text text);

// All that was given for the fields below the verb's `place`, as a mapping in the order of the
// format. NULL when memory ran out.
struct piece *verb_item(const struct verb_request *request, struct arena *arena);

// ---- for lib/change/verb_*.c ----

// The schema's field of a row; NULL for free text and flags.
const struct schema_field *verb_schema(const struct verb_request *request,
                                       const struct verb_field *field);

// The option's name of a row, with the dashes of a name for _.
enum { VERB_OPTION_ROOM = 48 };
void verb_option_name(const struct verb_field *field, char into[VERB_OPTION_ROOM]);

size_t verb_field_count(const struct verb *verb);

// Parts what was given or answered into items, by commas where the field is a list of ids or
// words, holds each against its field and adds it to the value. Returns 0, 1 with one sentence in
// `why`, or -1 when memory ran out.
int verb_take(struct verb_request *request, size_t index, struct text given,
              const struct node *root, struct buffer *why);

// Adds what may be answered: ", "-joined ids or words; nothing when it is free.
void verb_choices(const struct verb_request *request, const struct verb_field *field,
                  const struct node *root, struct buffer *out);

#endif
