// SPDX-License-Identifier: EUPL-1.2
// g1p-plan(5) from the schema.
#include <stdlib.h>
#include <string.h>

#include "gen/mdoc.h"
#include "lib/base/buffer.h"
#include "lib/base/input.h"

enum { FEW_WORDS = 6 }; // as many are named at the field itself; for more, see their own list

static const double no_minimum = -1e9, no_maximum = 1e9; // as schema_read.c leaves them

static const char example[] = "../examples/aanmelding-broer-en-zus.yaml";

static const char about[] =
    ".Sh NAME\n"
    ".Nm g1p-plan\n"
    ".Nd the file of a plan: its form and its fields\n"
    ".Sh DESCRIPTION\n"
    "A plan\n"
    ".Pq Em ondersteuningsplan\n"
    "is a text file that people read and write in any editor,\n"
    "in Dutch and in the method's own words.\n"
    "It holds one household: who belongs to it, what goes well,\n"
    "what people worry about, what they want to reach and agreed,\n"
    "and when it is needed the safety plan\n"
    ".Pq Em veiligheidsplan .\n"
    ".Pp\n"
    ".Xr g1p-new 1\n"
    "writes a first plan with hints,\n"
    ".Xr g1p-check 1\n"
    "tells what is missing or mistyped, and\n"
    ".Xr g1p-export 1\n"
    "makes something for people to read.\n"
    "What a plan ought to hold in which phase is on another page,\n"
    ".Xr g1p-criteria 7 .\n"
    "This page tells what it can hold.\n"
    "Names and descriptions of fields are Dutch here too, as they are in the plan.\n";

static const char form[] =
    ".Sh FORM\n"
    "The file is YAML in UTF-8.\n"
    "It begins with these lines:\n"
    ".Bd -literal -offset indent\n"
    "g1p: 1\n"
    "soort: plan\n"
    ".Ed\n"
    ".Pp\n"
    "A file counts as one of ours when one of its lines begins with\n"
    ".Ql g1p:\\& .\n"
    "The first line may also be a comment that tells an editor where the schema is,\n"
    "so that it can complete the names of fields and show their descriptions:\n"
    ".Bd -literal -offset indent\n"
    "# yaml\\-language\\-server: $schema=schemas/plan.schema.json\n"
    ".Ed\n"
    ".Bl -tag -width Ds\n"
    ".It Sy Keys\n"
    "are in lower case, joined by\n"
    ".Ql _ ,\n"
    "without accents.\n"
    "A key stands only once in the same place.\n"
    "One that begins with\n"
    ".Ql x_\n"
    "is the team's own: it may stand anywhere, hold anything, and is left alone.\n"
    "Any other key that is not on this page is an error.\n"
    ".It Sy Values\n"
    "are what this page says of their field, however YAML itself would take them:\n"
    ".Ql nee ,\n"
    ".Ql 2025\n"
    "and\n"
    ".Ql 08\n"
    "are text where text is meant.\n"
    "Text that holds a colon with a blank after it, or begins with one of\n"
    ".Ql & * !\\& \\(ga \\(dq \\(aq # % @ { [\\& |\\& > \\-\n"
    "or\n"
    ".Ql \\&? ,\n"
    "is put between quotation marks, or on lines of its own under\n"
    ".Ql >\\- .\n"
    ".It Sy Absent\n"
    "is the same as empty: a key without a value says nothing.\n"
    ".It Sy Yes and no\n"
    "are the words\n"
    ".Ql ja\n"
    "and\n"
    ".Ql nee ;\n"
    "where a question may stay open,\n"
    ".Ql onbekend\n"
    "too.\n"
    ".It Sy Dates\n"
    "are written as\n"
    ".Ql 2026\\-03\\-12 ,\n"
    "and are days that the calendar has.\n"
    "Where a rough date will do, a month\n"
    ".Pq Ql 2025\\-11 ,\n"
    "a year\n"
    ".Pq Ql 2025\n"
    "or words are fine too.\n"
    ".It Sy Ids\n"
    "name a person, concern, goal, action or agreement in short,\n"
    "so that other places can refer to it.\n"
    "An id begins with a small letter, followed by small letters, digits,\n"
    ".Ql _\n"
    "or\n"
    ".Ql \\- .\n"
    "It cannot be\n"
    ".Ql ja ,\n"
    ".Ql nee ,\n"
    ".Ql geen ,\n"
    ".Ql null ,\n"
    ".Ql true\n"
    "or\n"
    ".Ql false .\n"
    "A person is declared once and has one id,\n"
    "whether member of the household, somebody close to it, or professional.\n"
    ".It Sy Lists\n"
    "have an item on each line, after\n"
    ".Ql \\- ,\n"
    "or stand on one line, as in\n"
    ".Ql [sanne,\\ tom] .\n"
    "Where one or a list is allowed, one needs no brackets.\n"
    ".It Sy Fingerprints\n"
    "are written by the commands,\n"
    "and tell whether what was signed is still what stands there.\n"
    ".El\n";

static const char limits[] =
    ".Pp\n"
    "Refused are anchors\n"
    ".Pq Ql & ,\n"
    "aliases\n"
    ".Pq Ql * ,\n"
    "merge keys\n"
    ".Pq Ql << ,\n"
    "tags\n"
    ".Pq Ql !\\& ,\n"
    "a second document in the same file,\n"
    "and control characters other than tab and line end.\n"
    "A byte order mark, Windows line ends and a missing last line end do no harm.\n"
    ".Pp\n";

static const char later[] =
    "zorgen:\n"
    "  - id: post\n"
    "    wie: riet\n"
    "    citaat: Ik durf de brieven niet meer open te maken.\n"
    "    over: [riet, gerrit]\n"
    "    leefgebied: inkomen_en_financien\n"
    "    sinds: 2025-11\n"
    "    gevolg: De huur is twee keer te laat betaald.\n"
    "    prioriteit: 1\n"
    "doelen:\n"
    "  - id: post_op_tafel\n"
    "    doel: Alle post is binnen een week open en beantwoord.\n"
    "    van: [riet, gerrit]\n"
    "    zorgen: [post]\n"
    "    evaluatie: 2026-09-14\n"
    "    acties:\n"
    "      - wie: riet\n"
    "        wat: maakt de post open en legt de rekeningen apart\n"
    "        wanneer: elke maandag\n"
    "      - {wie: gerrit, wat: belt de woningbouw, uiterlijk: 2026-07-01}\n";

static const char see_also[] = ".Sh SEE ALSO\n"
                               ".Xr g1p-check 1 ,\n"
                               ".Xr g1p-export 1 ,\n"
                               ".Xr g1p-new 1 ,\n"
                               ".Xr g1p 7 ,\n"
                               ".Xr g1p-criteria 7\n";

static void add_name(struct buffer *line, struct text name) {
    buffer_add_char(line, '`');
    buffer_add(line, name);
    buffer_add_char(line, '`');
}

// "`a`, `b` or `c`".
static void add_names(struct buffer *line, const struct text *names, int count) {
    for (int i = 0; i < count; i++) {
        if (i > 0)
            buffer_add_string(line, i == count - 1 ? " or " : ", ");
        add_name(line, names[i]);
    }
}

static void add_number(struct buffer *line, const struct gen_type *type) {
    bool whole = type->whole || type->step == 1;
    buffer_add_string(line, whole ? "a whole number" : "a number");
    if (type->minimum > no_minimum && type->maximum < no_maximum)
        buffer_format(line, " from %g to %g", type->minimum, type->maximum);
    else if (type->minimum > no_minimum)
        buffer_format(line, ", %g or more", type->minimum);
    if (!whole && type->step > 0)
        buffer_format(line, ", in steps of %g", type->step);
}

static void add_words(struct buffer *line, const struct gen_type *type) {
    if (type->word_count > FEW_WORDS) {
        buffer_add_string(line, "one of the words listed under ");
        add_name(line, type->name);
        return;
    }
    struct text names[FEW_WORDS];
    for (int i = 0; i < type->word_count; i++)
        names[i] = type->words[i].word;
    buffer_add_string(line, type->word_count == 1 ? "the word " : "one of the words ");
    add_names(line, names, type->word_count);
}

static void add_id(struct buffer *line, const struct gen_schema *schema,
                   const struct gen_field *field) {
    if (field->declares >= 0) {
        buffer_add_string(line, "a new id; no other ");
        buffer_add(line, schema->namespaces[field->declares]);
        buffer_add_string(line, " of this plan has it");
    } else if (field->refer_count > 0) {
        buffer_add_string(line, "the id of a ");
        add_names(line, field->refers, field->refer_count);
    } else {
        buffer_add_string(line, "an id");
    }
}

// What one value of a field is, in words.
static void add_kind(struct buffer *line, const struct gen_schema *schema,
                     const struct gen_field *field) {
    const struct gen_type *type = &schema->types[field->type];
    static const char *const plain[] = {
        [SHAPE_TEXT] = "text",
        [SHAPE_DATE] = "a date",
        [SHAPE_ROUGH_DATE] = "a date, a month, a year or words",
        [SHAPE_TIME] = "a time, such as `14:30`",
        [SHAPE_FINGERPRINT] = "a fingerprint: `sha256:` and 32 hexadecimal digits",
        [SHAPE_RULE] = "the id of a rule, such as `OP-17`",
    };
    switch (type->shape) {
    case SHAPE_ID:
        add_id(line, schema, field);
        break;
    case SHAPE_WORD:
    case SHAPE_OPEN_WORD:
        add_words(line, type);
        break;
    case SHAPE_NUMBER:
        add_number(line, type);
        break;
    case SHAPE_FIXED:
        buffer_add_string(line, "always ");
        add_name(line, type->words[0].word);
        break;
    case SHAPE_OBJECT:
        buffer_add_string(line, "the fields of ");
        add_name(line, type->name);
        break;
    default:
        buffer_add_string(line, plain[type->shape]);
        if (type->shape == SHAPE_TEXT && field->refer_count > 0) {
            buffer_add_string(line, ", or the id of a ");
            add_names(line, field->refers, field->refer_count);
        }
    }
}

static void add_dates(struct buffer *line, const struct gen_field *field) {
    if (field->past)
        buffer_add_string(line, " Not later than today.");
    if (field->not_before_count > 0) {
        buffer_add_string(line, " Not before ");
        add_names(line, field->not_before, field->not_before_count);
        buffer_add_char(line, '.');
    }
}

static void write_line(FILE *out, struct buffer *line) {
    if (line->failed)
        gen_stop(NULL, NULL, "out of memory");
    mdoc_prose(out, buffer_text(line));
    buffer_clear(line);
}

static void write_kind(FILE *out, const struct gen_schema *schema, const struct gen_field *field,
                       struct buffer *line) {
    bool object = schema->types[field->type].shape == SHAPE_OBJECT;
    if (field->many == MANY_GEEN_OR_LIST)
        buffer_add_string(line, "the word `geen`, or ");
    if (field->many == MANY_GEEN_OR_LIST || field->many == MANY_LIST)
        buffer_add_string(line, object ? "a list; each item has " : "a list; each item is ");
    else if (object)
        buffer_add_string(line, "it has ");
    add_kind(line, schema, field);
    if (field->many == MANY_ONE_OR_LIST)
        buffer_add_string(line, ", or a list of such");
    buffer_add_char(line, '.');
    if (!line->failed && line->bytes[0] >= 'a' && line->bytes[0] <= 'z')
        line->bytes[0] = (char)(line->bytes[0] - 'a' + 'A');
    add_dates(line, field);
    write_line(out, line);
}

// The Dutch name, in italics, with the full stop or question mark behind it.
static void write_title(FILE *out, struct text title) {
    bool asks = title.length > 0 && title.bytes[title.length - 1] == '?';
    fputs(".Em", out);
    mdoc_words(out, (struct text){title.bytes, title.length - asks});
    fputs(asks ? " ?\n" : " .\n", out);
}

static void write_field(FILE *out, const struct gen_schema *schema, const struct gen_field *field,
                        struct buffer *line) {
    fputs(".It Va", out);
    mdoc_words(out, field->name);
    fputs(field->required ? " Pq required\n" : "\n", out);
    write_title(out, field->title);
    mdoc_prose(out, field->description);
    write_kind(out, schema, field, line);
    if (field->example.length > 0) {
        buffer_add_string(line, "Example: ");
        add_name(line, field->example);
        if (!strchr(".?!", field->example.bytes[field->example.length - 1]))
            buffer_add_char(line, '.');
        write_line(out, line);
    }
}

// In which fields of which objects such an object stands.
static void write_places(FILE *out, const struct gen_schema *schema, int type,
                         struct buffer *line) {
    int places = 0;
    for (int owner = 0; owner < schema->type_count; owner++)
        for (int i = 0; i < schema->types[owner].field_count; i++) {
            if (schema->types[owner].fields[i].type != type)
                continue;
            buffer_add_string(line, places++ ? ", in " : "Stands in ");
            add_name(line, schema->types[owner].fields[i].name);
            buffer_add_string(line, " of ");
            add_name(line, schema->types[owner].name);
        }
    if (places == 0)
        return;
    buffer_add_char(line, '.');
    write_line(out, line);
}

static void write_object(FILE *out, const struct gen_schema *schema, int index,
                         struct buffer *line) {
    const struct gen_type *type = &schema->types[index];
    fputs(".Ss", out);
    mdoc_words(out, type->name);
    fputc('\n', out);
    write_title(out, type->title);
    mdoc_prose(out, type->description);
    write_places(out, schema, index, line);
    fputs(".Bl -tag -width Ds\n", out);
    for (int i = 0; i < type->field_count; i++)
        write_field(out, schema, &type->fields[i], line);
    fputs(".El\n", out);
}

static void write_fields(FILE *out, const struct gen_schema *schema, struct buffer *line) {
    fputs(".Sh FIELDS OF A PLAN\n", out);
    write_object(out, schema, schema->roots[0], line);
    for (int i = 0; i < schema->type_count; i++)
        if (i != schema->roots[0] && schema->types[i].shape == SHAPE_OBJECT)
            write_object(out, schema, i, line);
}

static int widest(const struct gen_type *type) {
    size_t most = 0;
    for (int i = 0; i < type->word_count; i++)
        if (type->words[i].word.length > most)
            most = type->words[i].word.length;
    return (int)most;
}

// Every list of words with what each word means to people.
static void write_words(FILE *out, const struct gen_schema *schema) {
    fputs(".Sh WORDS\nThese fields take a word of a list.\n"
          "Behind each word is how it is shown to people.\n",
          out);
    for (int i = 0; i < schema->type_count; i++) {
        const struct gen_type *type = &schema->types[i];
        if (type->shape != SHAPE_WORD && type->shape != SHAPE_OPEN_WORD)
            continue;
        fputs(".Ss", out);
        mdoc_words(out, type->name);
        fputc('\n', out);
        write_title(out, type->title);
        mdoc_prose(out, type->description);
        if (type->shape == SHAPE_OPEN_WORD)
            fputs("Other words in the form of an id are allowed too.\n", out);
        fprintf(out, ".Bl -tag -width %dn -offset indent -compact\n", widest(type));
        for (int k = 0; k < type->word_count; k++) {
            fputs(".It Cm", out);
            mdoc_words(out, type->words[k].word);
            fputc('\n', out);
            mdoc_prose(out, type->words[k].label);
        }
        fputs(".El\n", out);
    }
}

static void write_examples(FILE *out, const char *path) {
    struct trouble trouble;
    struct text plan;
    bool too_large = false;
    if (input_read(gen_beside(path, example), TREE_LARGEST, &gen_arena, &plan, &too_large,
                   &trouble) != 0) {
        trouble_print("g1p-gen", &trouble);
        exit(1);
    }
    fputs(".Sh EXAMPLES\nA whole plan in its first phase, about invented people:\n", out);
    mdoc_literal(out, plan);
    fputs(".Pp\nA concern, and the goal and actions that answer it in a later phase:\n", out);
    mdoc_literal(out, TEXT(later));
    fputs(".Pp\nWhole plans in other phases stand in the folder\n.Pa examples\n"
          "of the source.\n",
          out);
}

void gen_man_plan(const struct gen_schema *schema, FILE *out) {
    static struct gen_file phases;
    struct buffer line = {0};
    gen_read(gen_beside(schema->file->path, "fasen.yaml"), &phases);
    mdoc_begin(out, "The file of a plan.", "G1P-PLAN", 5);
    fputs(about, out);
    fputs(form, out);
    fputs(limits, out);
    fprintf(out,
            "A file is at most %d MiB, its parts are nested at most %d deep,\n"
            "and it has at most %d,%03d parts.\n",
            TREE_LARGEST / (1024 * 1024), TREE_DEEPEST, TREE_MOST_NODES / 1000,
            TREE_MOST_NODES % 1000);
    fputs(".Sh PHASES\nThe field\n.Va fase\n"
          "holds one of these words; people know the phases by the number before it:\n.Pp\n",
          out);
    mdoc_phases(out, &phases, "en");
    write_fields(out, schema, &line);
    write_words(out, schema);
    write_examples(out, schema->file->path);
    fputs(see_also, out);
    buffer_free(&line);
}
