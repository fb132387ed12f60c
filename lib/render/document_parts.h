// SPDX-License-Identifier: EUPL-1.2
// The pieces of the documents; only for the document_*.c and part_*.c files.
#ifndef G1P_RENDER_DOCUMENT_PARTS_H
#define G1P_RENDER_DOCUMENT_PARTS_H

#include "lib/render/document.h"
#include "lib/render/html.h"
#include "lib/render/say.h"

struct document {
    struct buffer *out;
    const struct plan_plan *plan;
    struct date today;
    const struct part *part;
    enum document_form form;
};

// The cover, with the title of the part and the household's name, and its own facts.
void document_cover(struct document *document);

// Each writes the inside of one section, below its heading.
void document_betrokken(struct document *document);
void document_aanleiding(struct document *document);
void document_krachten_en_zorgen(struct document *document);
void document_eerdere_hulp(struct document *document);
void document_analyse(struct document *document);
void document_resultaat(struct document *document);
void document_doelen(struct document *document);
void document_veiligheidsplan(struct document *document);
void document_regie(struct document *document);
void document_overleggen(struct document *document);
void document_beschikkingen(struct document *document);
void document_toestemming(struct document *document);
void document_afsluiting(struct document *document);
void document_akkoord(struct document *document);
void document_over_dit_plan(struct document *document);

// The next meeting if one is planned, the first on or after today, else NULL; and its day and hour.
const struct plan_date *document_next_meeting(const struct document *document);
void document_meeting_moment(struct document *document, const struct plan_date *moment);

// The figures of the safety scale: picture and table.
void document_schaal(struct document *document);

// Strengths beside concerns, of the plan or of its safety plan (whose concerns tell more).
struct document_kolommen {
    const char *kop_krachten;
    const char *kop_zorgen;
    const struct plan_kracht_list *krachten;
    const struct plan_zorg_list *zorgen;                       // or NULL
    const struct plan_veiligheidszorg_list *veiligheidszorgen; // or NULL
};
void document_kolommen(struct document *document, const struct document_kolommen *kolommen);

// A table of facts: what it is, and what it says.
void facts_open(struct html_table *table, struct buffer *out);
void fact_open(struct html_table *table, const char *head);
void fact_close(struct html_table *table);
void fact_text(struct html_table *table, const char *head, const struct plan_text *text);
void fact_date(struct html_table *table, const char *head, const struct plan_date *date);

// Whether a household's answer stands there.
bool document_has(const struct plan_text *text);

// A sentence that something is still to be written.
void document_leeg(struct document *document, const char *sentence);

// "85 jaar" or "wordt verwacht rond 3 mei 2026"; nothing when it is not known.
bool document_age(struct document *document, const struct plan_lid *lid);

#endif
