// SPDX-License-Identifier: EUPL-1.2
// g1p-criteria(7) from the criteria, in English or Dutch.
#include <string.h>

#include "gen/mdoc.h"

// The words of the page itself, for one language.
struct frame {
    const char *language;
    const char *purpose;
    const char *about; // up to the phases
    const char *rules; // between the phases and the rules
    const char *severities[3];
    const char *always;
    const char *from;  // before the phase
    const char *until; // before the last phase
    const char *source;
    const char *beyond;
    const char *messages;
    const char *right;
    const char *such_as; // before an example
    const char *in_phase;
    const char *framework;  // before the example of a local one
    const char *in_plan;    // after that
    const char *named_plan; // before the plan that a record names
    const char *in_record;  // after that
    const char *whole_file;
    const char *as_severity;
    const char *see_also;
};

static const char *const severity_words[] = {"advies", "waarschuwing", "fout"};

static const struct {
    const char *family;
    const char *names[2]; // English, Dutch
} families[] = {
    {"FMT", {"FMT: THE FORM OF THE FILE", "FMT: DE VORM VAN HET BESTAND"}},
    {"OP", {"OP: THE PLAN", "OP: HET ONDERSTEUNINGSPLAN"}},
    {"VP", {"VP: THE SAFETY PLAN", "VP: HET VEILIGHEIDSPLAN"}},
    {"SY", {"SY: EVERYBODY OF THE HOUSEHOLD", "SY: IEDEREEN VAN HET HUISHOUDEN"}},
    {"RG", {"RG: DIRECTION", "RG: REGIE"}},
    {"PR", {"PR: THE WORK PROCESS", "PR: HET WERKPROCES"}},
    {"AV", {"AV: PRIVACY", "AV: PRIVACY"}},
    {"MC", {"MC: THE REPORTING CODE", "MC: DE MELDCODE"}},
    {"IM", {"IM: THE ORGANISATION", "IM: DE ORGANISATIE"}},
    {"TL", {"TL: LANGUAGE", "TL: TAAL"}},
    {"UZ", {"UZ: EXCEPTIONS", "UZ: UITZONDERINGEN"}},
};

static const char about_english[] =
    ".Sh NAME\n"
    ".Nm g1p-criteria\n"
    ".Nd what a plan is held against\n"
    ".Sh DESCRIPTION\n"
    "These are the rules that\n"
    ".Xr g1p-check 1\n"
    "holds a plan against.\n"
    "They come from the documents of the method;\n"
    "each names its source by a code and a section, and\n"
    ".Xr g1p 7\n"
    "tells what the codes stand for.\n"
    "The source\n"
    ".Ql format\n"
    "is the form of the file itself:\n"
    ".Xr g1p-plan 5 .\n"
    "A rule that goes beyond the sources says so.\n"
    ".Pp\n"
    "A rule has an id: letters for its family and a number.\n"
    "An id never changes its meaning.\n"
    "A rule speaks with one of three severities:\n"
    ".Pp\n"
    ".Bl -tag -width warning -offset indent -compact\n"
    ".It Em error\n"
    "this has to be put right\n"
    ".It Em warning\n"
    "this probably has to be put right\n"
    ".It Em info\n"
    "a piece of advice, and called advice in messages to people\n"
    ".El\n"
    ".Pp\n"
    "A plan grows while people work on it.\n"
    "So a rule is silent in the phases before the one it names.\n"
    "Where it says\n"
    ".Dq from phase 4 ,\n"
    "the phases 5a, 5b and 6a are meant too: they ask the same, and 6b comes last.\n"
    ".Fl Fl all-phases\n"
    "lets every rule speak.\n"
    "These are the phases, with the words that a plan has for them:\n"
    ".Pp\n";

static const char rules_english[] =
    ".Ss Choosing rules\n"
    ".Fl Fl select\n"
    "holds plans against the named rules only, and\n"
    ".Fl Fl ignore\n"
    "leaves rules out.\n"
    "Both take ids, families and beginnings of ids, with commas between them:\n"
    ".Bd -literal -offset indent\n"
    "$ g1p\\-check \\-\\-select FMT,OP\\-17 plan.yaml\n"
    "$ g1p\\-check \\-\\-ignore OP\\-2 plan.yaml\n"
    ".Ed\n"
    ".Ss Reading about a rule\n"
    ".Fl Fl explain\n"
    "shows the same as this page: what a rule asks, why, where that comes from,\n"
    "and its examples.\n"
    ".Fl Fl list-rules\n"
    "shows all rules, one on a line.\n"
    ".Bd -literal -offset indent\n"
    "$ g1p\\-check \\-\\-explain OP\\-17\n"
    ".Ed\n"
    ".Pp\n"
    "In the messages below, \\(oq…\\(cq stands for what is filled in:\n"
    "a field, a name or a number.\n"
    "Under a message stands an example that calls for it, in Dutch, as plans are.\n"
    "An example is a piece of a plan; what it leaves out is in order.\n";

static const char about_dutch[] =
    ".\\\" NAME is an English word here, because that is what programs look for.\n"
    ".Sh NAME\n"
    ".Nm g1p-criteria\n"
    ".Nd waarop een plan wordt nagekeken\n"
    ".Sh BESCHRIJVING\n"
    "Dit zijn de regels waarmee\n"
    ".Xr g1p-check 1\n"
    "een plan nakijkt.\n"
    "Ze komen uit de documenten van de methode.\n"
    "Bij elke regel staat de bron, met een code en een paragraaf;\n"
    "wat de codes betekenen, staat in\n"
    ".Xr g1p 7 .\n"
    "De bron\n"
    ".Ql format\n"
    "is de vorm van het bestand zelf:\n"
    ".Xr g1p-plan 5 .\n"
    "Vraagt een regel meer dan de bronnen, dan staat dat erbij.\n"
    ".Pp\n"
    "Elke regel heeft een eigen code: letters voor de groep en een nummer.\n"
    "Wat een code betekent, verandert nooit.\n"
    "Een regel kan op drie manieren iets zeggen:\n"
    ".Pp\n"
    ".Bl -tag -width waarschuwing -offset indent -compact\n"
    ".It Em fout\n"
    "dit moet anders\n"
    ".It Em waarschuwing\n"
    "dit moet waarschijnlijk anders\n"
    ".It Em advies\n"
    "dit kan beter\n"
    ".El\n"
    ".Pp\n"
    "Een plan groeit terwijl jullie ermee werken.\n"
    "Daarom zegt een regel niets in de fasen v\\('o\\('or de fase die erbij staat.\n"
    "Staat er\n"
    ".Dq vanaf fase 4 ,\n"
    "dan horen ook 5a, 5b en 6a daarbij: die vragen hetzelfde.\n"
    "Fase 6b komt het laatst.\n"
    "Met\n"
    ".Fl Fl all-phases\n"
    "doen alle regels mee.\n"
    "Dit zijn de fasen, met het woord dat in het plan staat:\n"
    ".Pp\n";

static const char rules_dutch[] =
    ".Ss Regels kiezen\n"
    "Met\n"
    ".Fl Fl select\n"
    "doen alleen de regels mee die je noemt, en met\n"
    ".Fl Fl ignore\n"
    "laat je regels weg.\n"
    "Noem codes, groepen of het begin van een code, met komma's ertussen:\n"
    ".Bd -literal -offset indent\n"
    "$ g1p\\-check \\-\\-select FMT,OP\\-17 plan.yaml\n"
    "$ g1p\\-check \\-\\-ignore OP\\-2 plan.yaml\n"
    ".Ed\n"
    ".Ss Lezen over een regel\n"
    ".Fl Fl explain\n"
    "laat hetzelfde zien als deze pagina: wat een regel vraagt, waarom,\n"
    "waar dat vandaan komt, en de voorbeelden.\n"
    "Met\n"
    ".Fl Fl list-rules\n"
    "zie je alle regels, elk op een eigen regel tekst.\n"
    ".Bd -literal -offset indent\n"
    "$ g1p\\-check \\-\\-explain OP\\-17\n"
    ".Ed\n"
    ".Pp\n"
    "In de meldingen hieronder staat \\(oq…\\(cq voor wat er wordt ingevuld:\n"
    "een veld, een naam of een getal.\n"
    "Onder een melding staat een voorbeeld dat deze melding krijgt.\n"
    "Een voorbeeld is een stuk van een plan; wat er niet bij staat, is in orde.\n";

static const struct frame frames[] = {
    {
        .language = "en",
        .purpose = "What a plan is held against.",
        .about = about_english,
        .rules = rules_english,
        .severities = {"info", "warning", "error"},
        .always = "in every phase",
        .from = "from phase",
        .until = "until phase",
        .source = "Source:",
        .beyond = "This goes beyond the sources.",
        .messages = "It can say:",
        .right = "This is right,",
        .such_as = "For example,",
        .in_phase = "in phase",
        .framework = "with this local framework:",
        .in_plan = "and this in the plan:",
        .named_plan = "with this plan:",
        .in_record = "and this in the record that names it:",
        .whole_file = "a whole file:",
        .as_severity = "as",
        .see_also = ".Sh SEE ALSO\n",
    },
    {
        .language = "nl",
        .purpose = "Waarop een plan wordt nagekeken.",
        .about = about_dutch,
        .rules = rules_dutch,
        .severities = {"advies", "waarschuwing", "fout"},
        .always = "in elke fase",
        .from = "vanaf fase",
        .until = "tot en met fase",
        .source = "Bron:",
        .beyond = "Dit gaat verder dan de bronnen.",
        .messages = "De regel kan zeggen:",
        .right = "Zo is het goed,",
        .such_as = "Bijvoorbeeld",
        .in_phase = "in fase",
        .framework = "met dit lokale kader:",
        .in_plan = "en dit in het plan:",
        .named_plan = "bij dit plan:",
        .in_record = "en dit in het dossier dat het noemt:",
        .whole_file = "een heel bestand:",
        .as_severity = "als",
        .see_also = ".Sh ZIE OOK\n",
    },
};

static const char *severity_in(const struct frame *frame, struct text word) {
    for (int i = 0; i < 3; i++)
        if (text_is(word, severity_words[i]))
            return frame->severities[i];
    return "";
}

// The family's own section, when this rule is the first of it.
static void write_family(FILE *out, struct text id, struct text before, int language) {
    size_t length = 0;
    while (length < id.length && id.bytes[length] != '-')
        length++;
    if (before.length > length && memcmp(before.bytes, id.bytes, length + 1) == 0)
        return;
    struct text family = {id.bytes, length};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (text_is(family, families[i].family)) {
            fprintf(out, ".Sh %s\n", families[i].names[language]);
            return;
        }
    fprintf(out, ".Sh %.*s\n", (int)length, id.bytes);
}

// "from phase 4 (Progress)".
static void write_phase(FILE *out, const struct gen_file *phases, const struct frame *frame,
                        const char *before, struct text number) {
    fprintf(out, "%s %.*s", before, (int)number.length, number.bytes);
    for (const struct node *phase = gen_phases(phases)->first; phase; phase = phase->next)
        if (text_equal(gen_text(phase, "nummer"), number)) {
            struct text name = gen_text(node_child(phase, "naam"), frame->language);
            fprintf(out, " (%.*s)", (int)name.length, name.bytes);
        }
}

// In which phases a rule speaks.
static void write_phases(FILE *out, const struct gen_file *phases, const struct frame *frame,
                         const struct node *rule) {
    struct text from = gen_text(rule, "vanaf");
    struct text until = gen_text(rule, "tot");
    if (text_is(from, "altijd"))
        fputs(frame->always, out);
    else
        write_phase(out, phases, frame, frame->from, from);
    if (until.length > 0) {
        fputs(",\n", out);
        write_phase(out, phases, frame, frame->until, until);
    }
    fputs(".\n", out);
}

static void write_sources(FILE *out, const struct node *rule, const struct frame *frame) {
    fputs(frame->source, out);
    for (const struct node *source = node_child(rule, "bron")->first; source; source = source->next)
        fprintf(out, "\n%.*s%s", (int)source->text.length, source->text.bytes,
                source->next ? ";" : ".");
    fputc('\n', out);
    if (text_is(gen_text(rule, "buiten_bronnen"), "ja"))
        fprintf(out, "%s\n", frame->beyond);
}

// "For example, in phase voortgang:" and the lines of the example.
static void write_example(FILE *out, const struct node *example, const struct frame *frame,
                          const char *before) {
    struct text framework = gen_text(example, "kader");
    struct text phase = gen_text(example, "fase");
    fprintf(out, ".Pp\n%s\n", before);
    if (text_is(gen_text(example, "heel"), "ja"))
        fprintf(out, "%s\n", frame->whole_file);
    else
        fprintf(out, "%s\n.Va %.*s %c\n", frame->in_phase, (int)phase.length, phase.bytes,
                framework.length > 0 ? ',' : ':');
    if (framework.length > 0) {
        fprintf(out, "%s\n", frame->framework);
        mdoc_literal(out, framework);
        fprintf(out, "%s\n", frame->in_plan);
    }
    if (gen_text(example, "plan").length > 0) {
        fprintf(out, "%s\n", frame->named_plan);
        mdoc_literal(out, gen_text(example, "plan"));
        fprintf(out, "%s\n", frame->in_record);
    }
    mdoc_literal(out, gen_text(example, "tekst"));
}

static void write_message(FILE *out, const struct node *rule, const struct node *message,
                          const struct frame *frame) {
    fputs(".It\n", out);
    mdoc_prose(out, gen_text(message, frame->language));
    if (node_child(message, "ernst"))
        fprintf(out, ".Pq %s Em %s\n", frame->as_severity,
                severity_in(frame, gen_text(message, "ernst")));
    const struct node *without = node_child(message, "zonder_voorbeeld");
    if (without) {
        fputs(".Pp\n", out);
        mdoc_prose(out, gen_text(without, frame->language));
    }
    const struct node *bad = node_child(node_child(rule, "voorbeelden"), "fout");
    for (const struct node *example = bad->first; example; example = example->next)
        if (text_equal(gen_text(example, "melding"), message->key->text))
            write_example(out, example, frame, frame->such_as);
}

// What is explained point by point, if anything.
static void write_points(FILE *out, const struct node *points, const struct frame *frame) {
    if (!points)
        return;
    fputs(".Bl -bullet\n", out);
    for (const struct node *point = points->first; point; point = point->next) {
        fputs(".It\n", out);
        mdoc_prose(out, gen_text(point, frame->language));
    }
    fputs(".El\n", out);
}

static void write_rule(FILE *out, const struct node *rule, const struct gen_file *phases,
                       const struct frame *frame) {
    struct text id = gen_text(rule, "id");
    fprintf(out, ".Ss %.*s:", (int)id.length, id.bytes);
    mdoc_words(out, gen_text(node_child(rule, "titel"), frame->language));
    fprintf(out, "\n.Em %s ,\n", severity_in(frame, gen_text(rule, "ernst")));
    write_phases(out, phases, frame, rule);
    write_sources(out, rule, frame);
    fputs(".Pp\n", out);
    mdoc_prose(out, gen_text(node_child(rule, "waarom"), frame->language));
    write_points(out, node_child(rule, "uitleg"), frame);
    fprintf(out, ".Pp\n%s\n.Bl -bullet\n", frame->messages);
    for (const struct node *m = node_child(rule, "meldingen")->first; m; m = m->next)
        write_message(out, rule, m, frame);
    fputs(".El\n", out);
    const struct node *good = node_child(node_child(rule, "voorbeelden"), "goed");
    for (const struct node *example = good->first; example; example = example->next)
        write_example(out, example, frame, frame->right);
}

void gen_man_criteria(const struct gen_file *criteria, const char *language, FILE *out) {
    static struct gen_file phases;
    int chosen = strcmp(language, "nl") == 0;
    const struct frame *frame = &frames[chosen];
    if (strcmp(language, frame->language) != 0)
        gen_stop(NULL, NULL, "the languages are en and nl");
    gen_read(gen_beside(criteria->path, "werkproces.yaml"), &phases);
    mdoc_begin(out, frame->purpose, "G1P-CRITERIA", 7);
    fputs(frame->about, out);
    mdoc_phases(out, &phases, language);
    fputs(frame->rules, out);
    struct text before = TEXT("");
    const struct node *rules = gen_need(criteria, criteria->tree.root, "regels");
    for (const struct node *rule = rules->first; rule; rule = rule->next) {
        write_family(out, gen_text(rule, "id"), before, chosen);
        before = gen_text(rule, "id");
        write_rule(out, rule, &phases, frame);
    }
    gen_man_herkomst(gen_herkomst_read(criteria), chosen, out);
    fputs(frame->see_also, out);
    fputs(".Xr g1p-check 1 ,\n.Xr g1p-plan 5 ,\n.Xr g1p 7\n", out);
}
