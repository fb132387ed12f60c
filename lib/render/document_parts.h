// SPDX-License-Identifier: EUPL-1.2
// The pieces of the documents; only for the document_*.c and part_*.c files.
#ifndef G1P_RENDER_DOCUMENT_PARTS_H
#define G1P_RENDER_DOCUMENT_PARTS_H

#include "lib/method/overleg.h"
#include "lib/render/document.h"
#include "lib/render/html.h"
#include "lib/render/say.h"

struct document {
    struct buffer *out;
    const struct plan_plan *plan;
    struct date today;
    const struct part *part;
    enum document_form form;
    const struct look *look; // or NULL
    const struct graphviz *graphviz;
    const struct plan_kader *kader;
    const struct plan_meldcode *dossier; // NULL: of a plan, else the plan holds nothing
    const struct plan_plan *linked;      // the plan that the record names, or NULL
    struct text reader;                  // the id of who it is for, or empty
    bool partial;                        // what is not there may have been left out
    bool anonymous;
};

// The head of a part that is no whole plan: its title as a heading of this level, whose it is, how
// old. Without the household it names nobody.
void document_kop(struct document *document, bool with_household, int level);

// The cover, with the title of the part and the household's name, and its own facts.
void document_cover(struct document *document);

// The logo of the look, when it has one.
void document_logo(struct document *document);

// The head of a document of DOCUMENT_TO_EDIT: the title first, which word processors take for that
// of the file; then logo, sender and, with the household's name, how old it is.
void document_plain_head(struct document *document, bool with_household);

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

// Whether there is anything to show of who agreed and signed, or a place to sign.
bool document_has_akkoord(const struct document *document);

// The day of the meeting to come, with its hour when that is settled.
void document_meeting_moment(struct document *document, const struct volgend_overleg *next);

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

// A picture, with plain text for who cannot see it.
void document_picture(struct document *document, const struct buffer *svg,
                      const struct buffer *alternative);

// Strengths beside concerns by part of life: picture and table, when a part of life is named.
void document_leefgebieden(struct document *document);

// The time line of goals and actions. False, and nothing written, when nothing has a date.
bool document_tijdlijn(struct document *document);

// ` src="data:…"` with a picture, and the end of the element.
void document_svg(struct buffer *out, const struct buffer *svg);

// The telephone number of who an id stands for; empty when there is none.
struct text document_phone(const struct plan_plan *plan, struct text id);

// The name of who an id stands for, with the telephone number when there is one.
void document_contact(struct document *document, struct text id);

// "Nadia el Amrani (moeder)": the name, and who that is.
void document_person_and_role(struct document *document, struct text id);

// The meeting to come in a table of facts: when, where, who leads and who writes. What is not
// settled yet gets a line to write on.
void document_meeting_facts(struct document *document, struct html_table *table,
                            const struct volgend_overleg *next);

// Refuses to make a part of what may be shown, in words that tell nothing about what was left out:
// why a part cannot be made may lie there. Returns -1.
int document_refuse_partial(struct trouble *trouble);

// A sentence that something is still to be written; of a plan that is not whole, that this copy has
// nothing about it.
void document_leeg(struct document *document, const char *sentence);

// "85 jaar" or "wordt verwacht rond 3 mei 2026"; nothing when it is not known.
bool document_age(struct document *document, const struct plan_lid *lid);

#endif
