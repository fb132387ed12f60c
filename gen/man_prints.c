// SPDX-License-Identifier: EUPL-1.2
// The section of g1p-plan(5) that tells how a fingerprint is taken.
#include "gen/mdoc.h"
#include "lib/base/buffer.h"

// How a fingerprint is taken, up to the fields that tell how things go.
static const char prints[] =
    ".Sh FINGERPRINTS\n"
    "A fingerprint tells whether a part of a plan is still what it was\n"
    "when somebody agreed to it.\n"
    "It is not secret, and anybody can take one by what follows.\n"
    "How it is taken does not change.\n"
    ".Pp\n"
    "At\n"
    ".Va ondertekening\n"
    "it is taken over a mapping of one key,\n"
    ".Ql afspraken ,\n"
    "with the agreements of the safety plan.\n"
    "At\n"
    ".Va akkoord\n"
    "it is taken over a mapping of two,\n"
    ".Ql afspraken\n"
    "with the same and\n"
    ".Ql doelen\n"
    "with the goals of the plan and their actions.\n"
    "At\n"
    ".Va verstrekkingen\n"
    "it is taken over all that was handed over:\n"
    "what\n"
    ".Ql g1p-export \\-\\-for\n"
    "leaves of the plan, with the keys of this page, but for\n"
    ".Va verstrekkingen\n"
    "itself.\n"
    "Of a file with errors of form it means nothing.\n"
    ".Bl -enum\n"
    ".It\n"
    "Keys that are not on this page are left out, and so are those that begin with\n"
    ".Ql x_ .\n"
    "Fields that only tell how things go are left out:\n";

static const char prints_end[] =
    ".It\n"
    "Every value is the text that stands there, without its quotation marks: 2025 is\n"
    ".Ql \\(dq2025\\(dq\n"
    "and ja is\n"
    ".Ql \\(dqja\\(dq .\n"
    "It is in Unicode's normal form C.\n"
    "Each stretch of blanks, tabs and line ends in it is one blank,\n"
    "and there is none at its beginning or end.\n"
    ".It\n"
    "Where this page allows one or a list, one is a list of one.\n"
    ".It\n"
    "What is empty is left out with its key or its place in a list:\n"
    "a text without characters, and a list or mapping in which nothing is left.\n"
    ".It\n"
    "What remains is written as JSON in the canonical form of RFC 8785:\n"
    "without white space, and with the keys of each mapping in order.\n"
    "Lists keep their order.\n"
    "Nothing at all is\n"
    ".Ql {} .\n"
    ".It\n"
    "The fingerprint is\n"
    ".Ql sha256:\\&\n"
    "and the first 32 hexadecimal digits, in lower case,\n"
    "of the SHA-256 of those bytes in UTF-8.\n"
    ".El\n"
    ".Pp\n"
    "For example, these agreements:\n"
    ".Bd -literal -offset indent\n"
    "afspraken:\n"
    "  \\- wie: tom           # tom keeps it\n"
    "    id: \\(dqrondje\\(dq\n"
    "    wat: >\\-\n"
    "      loopt een rondje\n"
    "      met de hond\n"
    "    toezicht: riet\n"
    "    status: loopt\n"
    ".Ed\n"
    ".Pp\n"
    "are taken as (on one line)\n"
    ".Bd -literal -offset indent\n"
    "{\\(dqafspraken\\(dq:[{\\(dqid\\(dq:\\(dqrondje\\(dq,\\(dqtoezicht\\(dq:\\(dqriet\\(dq,\n"
    "\\(dqwat\\(dq:\\(dqloopt een rondje met de hond\\(dq,\\(dqwie\\(dq:[\\(dqtom\\(dq]}]}\n"
    ".Ed\n"
    ".Pp\n"
    "and have the fingerprint\n"
    ".Ql sha256:401ea7331d9351dff4bde429ba1bd4d2 .\n";

// "of `afspraak` `status` and `evaluaties`".
static void add_progress_fields(struct buffer *line, const struct gen_type *type) {
    struct text names[MOST_FIELDS];
    int count = 0;
    for (int i = 0; i < type->field_count; i++)
        if (type->fields[i].progress)
            names[count++] = type->fields[i].name;
    buffer_format(line, "of `%.*s` ", (int)type->name.length, type->name.bytes);
    for (int i = 0; i < count; i++)
        buffer_format(line, "%s`%.*s`",
                      i == 0           ? ""
                      : i == count - 1 ? " and "
                                       : ", ",
                      (int)names[i].length, names[i].bytes);
}

void gen_man_prints(const struct gen_schema *schema, FILE *out) {
    static const char *const objects[] = {"afspraak", "doel", "actie"};
    struct buffer line = {0};
    fputs(prints, out);
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++) {
        buffer_add_string(&line, i ? "; " : "");
        add_progress_fields(&line, &schema->types[gen_type_named(schema, text_of(objects[i]))]);
    }
    buffer_add_char(&line, '.');
    if (line.failed)
        gen_stop(NULL, NULL, "out of memory");
    mdoc_prose(out, buffer_text(&line));
    buffer_free(&line);
    fputs(prints_end, out);
}
