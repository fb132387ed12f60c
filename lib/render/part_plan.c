// SPDX-License-Identifier: EUPL-1.2
// The plan as a whole: cover, welcome, contents, and the sections in their order.
#include "lib/base/words.h"
#include "lib/render/document_parts.h"
#include "lib/render/part_writers.h"

// ---- which sections there are ----

static bool always(const struct plan_plan *plan) {
    (void)plan;
    return true;
}

static bool has_eerdere_hulp(const struct plan_plan *plan) {
    return plan->eerdere_hulp.geen || plan->eerdere_hulp.count > 0;
}

static bool has_analyse(const struct plan_plan *plan) {
    const struct plan_analyse *analyse = &plan->analyse;
    return document_has(&analyse->samenhang) || document_has(&analyse->patronen) ||
           document_has(&analyse->gevolgen);
}

static bool has_resultaat(const struct plan_plan *plan) {
    return document_has(&plan->gewenst_resultaat) || plan->basiszorg_en_veiligheid.zorgen.node ||
           document_has(&plan->basiszorg_en_veiligheid.toelichting);
}

static bool has_veiligheidsplan(const struct plan_plan *plan) {
    return plan->veiligheidsplan.node != NULL;
}

static bool has_regie(const struct plan_plan *plan) {
    return plan->regie.node != NULL;
}

static bool has_overleggen(const struct plan_plan *plan) {
    return plan->overleggen.count > 0;
}

static bool has_beschikkingen(const struct plan_plan *plan) {
    return plan->beschikkingen.count > 0;
}

static bool has_toestemming(const struct plan_plan *plan) {
    return plan->toestemming.count > 0;
}

static bool has_afsluiting(const struct plan_plan *plan) {
    return plan->afsluiting.node != NULL;
}

// ---- of a plan of which parts were left out: only what is there ----

static bool has_aanleiding(const struct plan_plan *plan) {
    return plan->aanleiding.node || plan->intake.node;
}

static bool has_krachten_of_zorgen(const struct plan_plan *plan) {
    return plan->krachten.count + plan->zorgen.count > 0;
}

static bool has_doelen(const struct plan_plan *plan) {
    return plan->doelen.count > 0;
}

static bool has_akkoord(const struct plan_plan *plan) {
    return plan->akkoord.count > 0;
}

static bool has_nummer(const struct plan_plan *plan) {
    return plan->nummer.node != NULL;
}

static const struct section {
    const char *id;
    const char *head;
    const char *class;
    bool (*is_there)(const struct plan_plan *plan);
    void (*write)(struct document *document);
    bool (*is_there_in_part)(
        const struct plan_plan *plan); // when parts were left out; NULL: as else
} sections[] = {
    {"betrokken", DN_("Wie zijn erbij betrokken?"), "deel", always, document_betrokken, NULL},
    {"aanleiding", DN_("Waarom is dit plan er?"), "deel", always, document_aanleiding,
     has_aanleiding},
    {"krachten-en-zorgen", DN_("Wat gaat goed, en wat geeft zorgen?"), "deel", always,
     document_krachten_en_zorgen, has_krachten_of_zorgen},
    {"eerdere-hulp", DN_("Welke hulp was er al?"), "deel", has_eerdere_hulp, document_eerdere_hulp,
     NULL},
    {"analyse", DN_("Hoe hangt alles samen?"), "deel", has_analyse, document_analyse, NULL},
    {"resultaat", DN_("Waar willen we naartoe?"), "deel", has_resultaat, document_resultaat, NULL},
    {"doelen", DN_("Wat gaan we doen?"), "deel", always, document_doelen, has_doelen},
    {"veiligheidsplan", DN_("Ons veiligheidsplan"), "deel veiligheid", has_veiligheidsplan,
     document_veiligheidsplan, NULL},
    {"regie", DN_("Wie heeft de regie, en wie bel je?"), "deel", has_regie, document_regie, NULL},
    {"overleggen", DN_("Wanneer spreken we elkaar?"), "deel", has_overleggen, document_overleggen,
     NULL},
    {"beschikkingen", DN_("Welke hulp is toegekend?"), "deel", has_beschikkingen,
     document_beschikkingen, NULL},
    {"toestemming", DN_("Wie mag wat zien?"), "deel", has_toestemming, document_toestemming, NULL},
    {"afsluiting", DN_("Hoe gaat het verder na dit plan?"), "deel", has_afsluiting,
     document_afsluiting, NULL},
    {"akkoord", DN_("Akkoord"), "deel", always, document_akkoord, has_akkoord},
    {"over-dit-plan", DN_("Over dit plan"), "deel", always, document_over_dit_plan, has_nummer},
};

enum { SECTION_COUNT = sizeof sections / sizeof *sections };

// Of what was left out not even the heading is there.
static bool is_shown(const struct document *document, const struct section *section) {
    return section->is_there(document->plan) && (!document->partial || !section->is_there_in_part ||
                                                 section->is_there_in_part(document->plan));
}

// ---- the welcome ----

static void write_welcome(struct document *document) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    html_words(out, "<div class=\"welkom\">\n<p>", D_("Dit is het plan van "), "<strong>");
    html_isolated(out, document_has(&plan->huishouden.naam) ? plan->huishouden.naam.text
                                                            : text_of(D_("dit huishouden")));
    html_words(out, "</strong>",
               D_(". We maken het samen: wat goed gaat, waar we ons zorgen over maken, wat we "
                  "willen bereiken en wie wat doet."),
               "");
    html_words(out, "</p>\n<p>", D_("Klopt er iets niet, of verandert er iets? Zeg het"), "");
    if (plan->regie.procesregisseur.node) {
        html_raw(out, D_(" tegen "));
        document_contact(document, plan->regie.procesregisseur.text);
    }
    html_words(out, "", D_(". Dan passen we het plan aan."), "</p>\n</div>\n");
}

// For screens only: on paper the numbered pages do.
static void write_contents(struct document *document) {
    html_words(document->out, "<div class=\"inhoud\"><p><strong>", D_("In dit plan"),
               "</strong></p>\n<ul>\n");
    for (int i = 0; i < SECTION_COUNT; i++)
        if (is_shown(document, &sections[i]))
            buffer_format(document->out, "<li><a href=\"#%s\">%s</a></li>\n", sections[i].id,
                          D_(sections[i].head));
    html_raw(document->out, "</ul></div>\n");
}

int part_plan(struct document *document, struct trouble *trouble) {
    struct buffer *out = document->out;
    (void)trouble; // there always is something to show
    document_cover(document);
    write_welcome(document);
    if (document->form == DOCUMENT_ALONE)
        write_contents(document);
    for (int i = 0; i < SECTION_COUNT; i++) {
        if (!is_shown(document, &sections[i]))
            continue;
        buffer_format(out, "<section class=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", sections[i].class,
                      sections[i].id, D_(sections[i].head));
        sections[i].write(document);
        html_raw(out, "</section>\n");
    }
    return 0;
}
