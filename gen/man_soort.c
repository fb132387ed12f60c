// SPDX-License-Identifier: EUPL-1.2
// g1p-record(5), g1p-organisatie(5) and g1p-kader(5) from their schemas.
#include <stdlib.h>

#include "gen/mdoc.h"
#include "lib/base/input.h"

// What a page says besides the fields and words of its schema.
struct page {
    const char *purpose;
    const char *title;
    const char *about;
    const char *soort;   // the lines that such a file begins with
    const char *heading; // over the fields
    const char *example; // beside the schema
    const char *says;    // what the example is
    const char *see_also;
};

static const char form[] = ".Sh FORM\n"
                           "The file is YAML in UTF-8, by the same rules as a plan: see\n"
                           ".Xr g1p-plan 5 .\n"
                           "It begins with these lines:\n";

static const char keys[] = ".Pp\n"
                           "A key that begins with\n"
                           ".Ql x_\n"
                           "is the team's own: it may stand anywhere and hold anything.\n"
                           "Any other key that is not on this page is an error.\n"
                           "A key without a value says nothing.\n";

static const struct page meldcode = {
    "The file of a professional's own record of the reporting code.",
    "G1P-RECORD",
    ".Sh NAME\n"
    ".Nm g1p-record\n"
    ".Nd a professional's own record of the reporting code\n"
    ".Sh DESCRIPTION\n"
    "Who works with people and suspects violence or neglect at home\n"
    "follows the steps of the reporting code\n"
    ".Pq meldcode .\n"
    "This file is the record of those steps:\n"
    "what was seen, who was asked, how it was weighed and what was decided,\n"
    "each with its date and the name of who wrote it.\n"
    ".Pp\n"
    "A record stands apart from the plan of the household,\n"
    "for a suspicion belongs in the professional's own file\n"
    "and is not shared when the plan is.\n"
    "It names the plan in its field\n"
    ".Va plan .\n"
    "The right of the household to see its own file stands.\n"
    ".Pp\n"
    ".Xr g1p-new 1\n"
    "writes a first record with hints,\n"
    ".Xr g1p-meldcode 1\n"
    "adds steps to it and shows where it stands, and\n"
    ".Xr g1p-check 1\n"
    "holds it against the code.\n"
    "Entries are only added: what was written down stays as it was.\n"
    "Names and descriptions of fields are Dutch here too, as they are in the file.\n",
    "g1p: 1\nsoort: meldcode\n",
    "FIELDS OF A RECORD",
    "../examples/meldcode-volgen.yaml",
    "Of an invented household, in which help made it safe:\n",
    ".Xr g1p-check 1 ,\n.Xr g1p-meldcode 1 ,\n.Xr g1p-new 1 ,\n.Xr g1p-plan 5 ,\n.Xr g1p 7 ,\n"
    ".Xr g1p-criteria 7\n"};

static const struct page organisatie = {
    "The file of what an organisation arranges.",
    "G1P-ORGANISATIE",
    ".Sh NAME\n"
    ".Nm g1p-organisatie\n"
    ".Nd the file of what an organisation arranges\n"
    ".Sh DESCRIPTION\n"
    "An organisation that works with plans has things to arrange:\n"
    "time, money, training, clear agreements.\n"
    "This file is its list of them: nineteen points, from A1 to F2,\n"
    "each with what is done, who sees to it and when it is done.\n"
    ".Pp\n"
    ".Xr g1p-new 1\n"
    "writes a list with all points and their hints, and\n"
    ".Xr g1p-check 1\n"
    "tells what is still open.\n"
    "What it asks is on the page\n"
    ".Xr g1p-criteria 7 .\n"
    "Names and descriptions of fields are Dutch here too, as they are in the file.\n",
    "g1p: 1\nsoort: organisatie\n",
    "FIELDS OF A LIST",
    "../examples/organisatie.yaml",
    "A list halfway, of an invented organisation:\n",
    ".Xr g1p-check 1 ,\n.Xr g1p-new 1 ,\n.Xr g1p-plan 5 ,\n.Xr g1p 7 ,\n.Xr g1p-criteria 7\n"};

static const struct page kader = {
    "The file of local agreements and settings.",
    "G1P-KADER",
    ".Sh NAME\n"
    ".Nm g1p-kader\n"
    ".Nd the file of local agreements and settings\n"
    ".Sh DESCRIPTION\n"
    "Municipalities agree on how plans are made with them:\n"
    "where that is laid down, who has the lead and how it is paid.\n"
    "This file holds what one municipality or region agreed,\n"
    "and sets the check to it:\n"
    "rules that count more or less here, terms, domains and words of their own.\n"
    ".Pp\n"
    "A plan names the agreements that apply to it in its field\n"
    ".Va kader .\n"
    "A rule is only changed or switched off with a reason.\n"
    "What is unknown, still to come or being made is written down as such.\n"
    ".Pp\n"
    ".Xr g1p-new 1\n"
    "writes a first file with hints, and\n"
    ".Xr g1p-check 1\n"
    "tells what is mistyped or contradicts itself.\n"
    "Names and descriptions of fields are Dutch here too, as they are in the file.\n",
    "g1p: 1\nsoort: kader\n",
    "FIELDS OF LOCAL AGREEMENTS",
    "../examples/kader.yaml",
    "Of two invented municipalities:\n",
    ".Xr g1p-check 1 ,\n.Xr g1p-new 1 ,\n.Xr g1p-plan 5 ,\n.Xr g1p 7 ,\n.Xr g1p-criteria 7\n"};

static void write_page(const struct gen_schema *schema, const struct page *page, FILE *out) {
    struct trouble trouble;
    struct text example;
    bool too_large = false;
    if (input_read(gen_beside(schema->file->path, page->example), TREE_LARGEST, &gen_arena,
                   &example, &too_large, &trouble) != 0) {
        trouble_print("g1p-gen", &trouble);
        exit(1);
    }
    mdoc_begin(out, page->purpose, page->title, 5);
    fputs(page->about, out);
    fputs(form, out);
    mdoc_literal(out, text_of(page->soort));
    fputs(keys, out);
    mdoc_fields(out, schema, page->heading);
    mdoc_word_lists(out, schema);
    fprintf(out, ".Sh EXAMPLES\n%s", page->says);
    mdoc_literal(out, example);
    fprintf(out, ".Sh SEE ALSO\n%s", page->see_also);
}

void gen_man_meldcode(const struct gen_schema *schema, FILE *out) {
    write_page(schema, &meldcode, out);
}

void gen_man_organisatie(const struct gen_schema *schema, FILE *out) {
    write_page(schema, &organisatie, out);
}

void gen_man_kader(const struct gen_schema *schema, FILE *out) {
    write_page(schema, &kader, out);
}
