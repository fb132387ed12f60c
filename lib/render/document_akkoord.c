// SPDX-License-Identifier: EUPL-1.2
// Who agrees: a box for each person who signs, with what they said before or room to write.
#include "lib/base/words.h"
#include "lib/method/lid.h"
#include "lib/render/document_parts.h"

struct boxes {
    struct document *document;
    size_t count;
};

// The last entry in which somebody agreed, or signed.
static const struct plan_akkoord *agreement_of(const struct plan_plan *plan, struct text id) {
    for (size_t i = plan->akkoord.count; i > 0; i--)
        if (ids_hold(&plan->akkoord.items[i - 1].wie, id))
            return &plan->akkoord.items[i - 1];
    return NULL;
}

static const struct plan_ondertekening *signature_of(const struct plan_plan *plan, struct text id) {
    const struct plan_ondertekening_list *list = &plan->veiligheidsplan.ondertekening;
    for (size_t i = list->count; i > 0; i--)
        if (ids_hold(&list->items[i - 1].wie, id))
            return &list->items[i - 1];
    return NULL;
}

static bool has_said(const struct plan_plan *plan, struct text id) {
    return id.length > 0 && (agreement_of(plan, id) || signature_of(plan, id));
}

static void write_said(struct document *document, struct text id) {
    struct buffer *out = document->out;
    const struct plan_akkoord *agreed = agreement_of(document->plan, id);
    const struct plan_ondertekening *signature = signature_of(document->plan, id);
    if (agreed) {
        buffer_format(out, "<p><span class=\"stand %s\">%s</span>",
                      agreed->eens.value == JA_NEE_JA ? "klaar" : "te-laat",
                      agreed->eens.value == JA_NEE_JA ? D_("Eens met het plan")
                      : agreed->eens.value == JA_NEE_NEE
                          ? D_("Niet eens met het plan")
                          : D_("Eens of niet eens: dat staat er nog niet"));
        if (date_known(agreed->datum.date)) {
            html_words(out, "<br>", D_("op "), "");
            say_date(out, agreed->datum.date);
        }
        html_raw(out, "</p>\n");
        if (document_has(&agreed->opmerking)) {
            html_raw(out, "<p>");
            say_quote(out, agreed->opmerking.text);
            html_raw(out, "</p>\n");
        }
    }
    if (signature) {
        html_words(out, "<p><span class=\"stand klaar\">", D_("Veiligheidsplan ondertekend"),
                   "</span>");
        if (date_known(signature->datum.date)) {
            html_words(out, "<br>", D_("op "), "");
            say_date(out, signature->datum.date);
        }
        html_raw(out, "</p>\n");
    }
}

static void write_role(struct document *document, struct persoon persoon) {
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    bool leads = persoon.id.length > 0 && text_equal(plan->regie.procesregisseur.text, persoon.id);
    html_raw(out, "<p><span class=\"bij\">");
    if (persoon.soort == PERSOON_LID) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[persoon.index];
        html_isolated(out, lid->rol.text);
        enum leeftijd age = lid_leeftijd(lid, document->today);
        if (age == LEEFTIJD_12_TOT_16 || age == LEEFTIJD_VANAF_16) {
            html_raw(out, ", ");
            document_age(document, lid);
        }
    } else if (persoon.soort == PERSOON_NAASTE) {
        html_isolated(out, plan->netwerk.items[persoon.index].relatie.text);
    } else if (persoon.soort == PERSOON_PROFESSIONAL && !leads) {
        html_isolated(out, plan->professionals.items[persoon.index].functie.text);
    }
    if (leads)
        html_raw(out, persoon.soort == PERSOON_PROFESSIONAL ? D_("procesregisseur")
                                                            : D_(", procesregisseur"));
    html_raw(out, "</span></p>\n");
}

// Two boxes to a row, with a gap between them.
static void write_box(struct boxes *boxes, struct persoon persoon) {
    struct document *document = boxes->document;
    struct buffer *out = document->out;
    const struct plan_plan *plan = document->plan;
    bool second = boxes->count % 2 == 1;
    html_raw(out, second ? "<td class=\"tussen\"></td>\n" : "<tr>");
    html_raw(out, "<td><div class=\"vak\"><p><strong>");
    html_isolated(out, persoon.naam.length > 0 ? persoon.naam : persoon.id);
    html_raw(out, "</strong></p>\n");
    write_role(document, persoon);
    write_said(document, persoon.id);
    bool must_sign = plan->veiligheidsplan.node && !signature_of(plan, persoon.id);
    const struct plan_akkoord *agreed = agreement_of(plan, persoon.id);
    if (!document->partial && (!agreed || agreed->eens.value < 0 || must_sign))
        html_raw(out,
                 document->form == DOCUMENT_TO_EDIT
                     ? D_("<p>Datum: ……………………</p><p>Handtekening: ……………………………………</p>\n")
                     : D_("<div class=\"lijntjes\"><span class=\"streep datum\">Datum</span><span "
                          "class=\"streep handtekening\">Handtekening</span></div>\n"));
    html_raw(out, second ? "</div></td></tr>\n" : "</div></td>\n");
    boxes->count++;
}

// Who is asked to sign: from 12 years on, a child whose age is not known, and who signed before. Of
// a plan that is not whole nobody is asked to, and who did sign may have been left out.
static bool signs(const struct document *document, const struct plan_lid *lid) {
    enum leeftijd age = lid_leeftijd(lid, document->today);
    return (!document->partial && age != LEEFTIJD_ONGEBOREN && age != LEEFTIJD_TOT_12) ||
           has_said(document->plan, lid->id.text);
}

// Of those outside the household: who signed before, and who leads.
static bool signs_too(const struct document *document, struct text id) {
    const struct plan_plan *plan = document->plan;
    return has_said(plan, id) || (!document->partial && id.length > 0 &&
                                  text_equal(plan->regie.procesregisseur.text, id));
}

static void write_boxes(struct boxes *boxes) {
    const struct plan_plan *plan = boxes->document->plan;
    for (size_t i = 0; i < plan->huishouden.leden.count; i++) {
        const struct plan_lid *lid = &plan->huishouden.leden.items[i];
        if (signs(boxes->document, lid))
            write_box(boxes, (struct persoon){PERSOON_LID, i, lid->id.text, lid->naam.text});
    }
    for (size_t i = 0; i < plan->netwerk.count; i++) {
        const struct plan_naaste *naaste = &plan->netwerk.items[i];
        if (signs_too(boxes->document, naaste->id.text))
            write_box(boxes,
                      (struct persoon){PERSOON_NAASTE, i, naaste->id.text, naaste->naam.text});
    }
    for (size_t i = 0; i < plan->professionals.count; i++) {
        const struct plan_professional *professional = &plan->professionals.items[i];
        if (signs_too(boxes->document, professional->id.text))
            write_box(boxes, (struct persoon){PERSOON_PROFESSIONAL, i, professional->id.text,
                                              professional->naam.text});
    }
    if (boxes->count % 2 == 1)
        html_raw(boxes->document->out, "<td class=\"tussen\"></td><td></td></tr>\n");
}

void document_akkoord(struct document *document) {
    struct buffer *out = document->out;
    struct boxes boxes = {document, 0};
    html_words(
        out, "<p>",
        D_("Met mijn handtekening zeg ik: ik heb het plan gelezen of het is mij voorgelezen. Ik "
           "kon zeggen wat ik ervan vind. Ik houd mij aan wat we afspreken."),
        "</p>\n<table class=\"tekenen\" role=\"presentation\"><colgroup><col "
        "style=\"width:49%\"><col style=\"width:2%\"><col "
        "style=\"width:49%\"></colgroup><tbody>\n");
    write_boxes(&boxes);
    html_raw(out, "</tbody></table>\n");
}

bool document_has_akkoord(const struct document *document) {
    const struct plan_plan *plan = document->plan;
    return !document->partial || plan->akkoord.count > 0 ||
           plan->veiligheidsplan.ondertekening.count > 0;
}
