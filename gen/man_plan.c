// SPDX-License-Identifier: EUPL-1.2
// g1p-plan(5) from the schema.
#include <stdlib.h>

#include "gen/mdoc.h"
#include "lib/base/input.h"

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
    "and tell whether what was signed is still what stands there; see\n"
    ".Sx FINGERPRINTS .\n"
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
    gen_read(gen_beside(schema->file->path, "werkproces.yaml"), &phases);
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
    mdoc_fields(out, schema, "FIELDS OF A PLAN");
    mdoc_word_lists(out, schema);
    gen_man_prints(schema, out);
    write_examples(out, schema->file->path);
    fputs(see_also, out);
}
