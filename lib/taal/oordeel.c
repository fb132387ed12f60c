// SPDX-License-Identifier: EUPL-1.2
// Judging a piece of prose: each label by a small function over one reading.
#include "lib/taal/oordeel.h"

#include "lib/taal/tijd.h"
#include "lib/taal/wie.h"

struct werk {
    struct lezing lezing;
    const struct vraag *vraag;
    struct merk *merken;
    size_t room;
    size_t count;
    bool tijd, vaag, wie; // what any part of the text said
};

// The reading is large and filled when there is something to read.
static void begin(struct werk *werk, const struct vraag *vraag, struct merk *merken, size_t room) {
    werk->vraag = vraag;
    werk->merken = merken;
    werk->room = room;
    werk->count = 0;
    werk->tijd = vraag && vraag->heeft_tijd;
    werk->vaag = werk->wie = false;
}

// ---- marks ----

static void mark(struct werk *werk, size_t van, size_t tot, enum label label, unsigned soort,
                 unsigned ingang) {
    if (werk->count == werk->room || tot <= van)
        return;
    const struct token *tokens = werk->lezing.tokens;
    while (tot > van + 1 && tokens[tot - 1].soort == TOKEN_TEKEN)
        tot--;
    werk->merken[werk->count++] = (struct merk){.begin = tokens[van].begin,
                                                .einde = tokens[tot - 1].einde,
                                                .label = (uint8_t)label,
                                                .soort = (uint8_t)soort,
                                                .ingang = (uint16_t)ingang};
}

// The whole text, when something is missing in it.
static void mark_whole(struct werk *werk, struct text text, enum label label) {
    struct text bare = text_trim(text);
    if (werk->count == werk->room)
        return;
    uint32_t begin = (uint32_t)(bare.bytes - text.bytes);
    werk->merken[werk->count++] = (struct merk){.begin = begin,
                                                .einde = begin + (uint32_t)bare.length,
                                                .label = (uint8_t)label,
                                                .ingang = GEEN_INGANG};
}

static void sort_marks(struct werk *werk) {
    for (size_t i = 1; i < werk->count; i++) {
        struct merk merk = werk->merken[i];
        size_t k = i;
        for (; k > 0 && werk->merken[k - 1].begin > merk.begin; k--)
            werk->merken[k] = werk->merken[k - 1];
        werk->merken[k] = merk;
    }
}

// Of marks of one label that overlap the first stays, or the longest of those that begin together.
static void drop_doubles(struct werk *werk) {
    size_t kept = 0;
    for (size_t i = 0; i < werk->count; i++) {
        const struct merk *merk = &werk->merken[i];
        struct merk *last = NULL;
        for (size_t k = kept; k-- > 0 && !last;)
            if (werk->merken[k].label == merk->label)
                last = &werk->merken[k];
        if (!last || merk->begin >= last->einde)
            werk->merken[kept++] = *merk;
        else if (merk->begin == last->begin && merk->einde > last->einde)
            *last = *merk;
    }
    werk->count = kept;
}

static bool is_negative_there(const struct werk *werk, const struct merk *merk) {
    for (size_t i = 0; i < werk->count; i++)
        if (werk->merken[i].label == LABEL_NEGATIEF && werk->merken[i].begin < merk->einde &&
            merk->begin < werk->merken[i].einde)
            return true;
    return false;
}

// The same words are not told twice: that they say what must go weighs more than that they are
// vague.
static void drop_lighter(struct werk *werk) {
    size_t kept = 0;
    for (size_t i = 0; i < werk->count; i++)
        if (werk->merken[i].label != LABEL_VAAG || !is_negative_there(werk, &werk->merken[i]))
            werk->merken[kept++] = werk->merken[i];
    werk->count = kept;
}

// ---- what an entry asks ----

static bool verb_beside(const struct lezing *lezing, const struct vondst *vondst,
                        const uint16_t *met) {
    size_t end = deel_einde(lezing, vondst->tot - 1);
    for (size_t i = deel_begin(lezing, vondst->van); i < end; i++) {
        const struct woord *row = &woorden[lezing->tokens[i].woord];
        for (int k = 0; k < INGANG_MET && met[k]; k++)
            if (row->werkwoord == met[k] || row->ook_werkwoord == met[k])
                return true;
    }
    return false;
}

static bool number_beside(const struct lezing *lezing, const struct vondst *vondst) {
    size_t end = deel_einde(lezing, vondst->tot - 1);
    for (size_t i = deel_begin(lezing, vondst->van); i < end; i++)
        if (lezing->tokens[i].soort == TOKEN_GETAL ||
            (heeft(lezing, i, K(TELWOORD)) && !is_woord(lezing, i, W_een)))
            return true;
    return false;
}

static bool holds(const struct werk *werk, const struct vondst *vondst) {
    const struct ingang *ingang = &ingangen[vondst->ingang];
    if (!(ingang->in & 1U << werk->vraag->soort))
        return false;
    if (ingang->met[0] && !verb_beside(&werk->lezing, vondst, ingang->met))
        return false;
    if (ingang->tenzij_tijd && werk->tijd)
        return false;
    return !(ingang->tenzij_getal && number_beside(&werk->lezing, vondst));
}

// Whether a sentence is nothing but a subordinate clause: "Dat Bo niet bang is." It is the main one
// then.
static bool only_subordinate(const struct lezing *lezing, size_t i) {
    size_t end = zin_einde(lezing, i);
    while (i > 0 && !(lezing->tokens[i].vlaggen & VLAG_BEGIN))
        i--;
    for (; i < end; i++)
        if (lezing->tokens[i].soort == TOKEN_WOORD && !(lezing->tokens[i].vlaggen & VLAG_BIJZIN))
            return false;
    return true;
}

static bool is_main(const struct lezing *lezing, size_t i) {
    uint16_t flags = lezing->tokens[i].vlaggen;
    if (flags & VLAG_CITAAT)
        return false;
    return !(flags & VLAG_BIJZIN) || only_subordinate(lezing, i);
}

// ---- negative ----

// "Jip is niet alleen.", "laten hem niet alleen thuis": it denies, as no "maar ook" follows.
static bool is_not_alone(const struct lezing *lezing, size_t i) {
    if (!is_woord(lezing, i, W_niet) || !is_woord(lezing, i + 1, W_alleen) || !is_main(lezing, i))
        return false;
    size_t next = i + 2;
    if (is_woord(lezing, next, W_thuis))
        next++;
    return next >= lezing->count || lezing->tokens[next - 1].vlaggen & VLAG_EINDE ||
           is_teken(lezing, next, '.') || is_teken(lezing, next, ';');
}

// A negation that denies what the clause says, not "niet alleen" or "niet omdat".
static bool denies(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (is_not_alone(lezing, i))
        return true;
    return token_heeft(token, K(NEGATIE)) && !token_heeft(token, K(LIJKT_NEGATIE)) &&
           !(token->vlaggen & VLAG_VERVOLG) && !is_woord(lezing, i + 1, W_omdat) &&
           !is_woord(lezing, i + 1, W_doordat) && !is_woord(lezing, i + 1, W_alleen) &&
           is_main(lezing, i);
}

// "Zonder ruzie uit elkaar": the goal begins with what must not be there. Further on "zonder" may
// name a quality of what will be, and which of the two it is cannot be seen.
static bool begins_without(const struct lezing *lezing, size_t i) {
    if (!is_woord(lezing, i, W_zonder) || !(lezing->tokens[i].vlaggen & VLAG_BEGIN))
        return false;
    size_t noun = i + 1;
    while (heeft(lezing, noun, K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND)) &&
           !heeft(lezing, noun, K(ZONDER_GOED)))
        noun++;
    return noun < lezing->count && !heeft(lezing, noun, K(ZONDER_GOED));
}

static void judge_negative(struct werk *werk) {
    const struct lezing *lezing = &werk->lezing;
    for (size_t i = 0; i < lezing->count; i++)
        if (denies(lezing, i) || begins_without(lezing, i))
            mark(werk, i, i + 1, LABEL_NEGATIEF, NEGATIEF_ONTKENNING, GEEN_INGANG);
    for (size_t i = 0; i < lezing->vondst_count; i++) {
        const struct vondst *vondst = &lezing->vondsten[i];
        const struct ingang *ingang = &ingangen[vondst->ingang];
        if (ingang->lijst == LIJST_WEG && holds(werk, vondst) &&
            (!ingang->hoofdzin || is_main(lezing, vondst->van)))
            mark(werk, vondst->van, vondst->tot, LABEL_NEGATIEF, NEGATIEF_STOPPEN + ingang->soort,
                 vondst->ingang);
    }
}

// ---- vague ----

static bool is_about_time(unsigned soort) {
    return soort == VAAG_FREQUENTIE || soort == VAAG_TERMIJN;
}

// "Jip is vrolijk: hij lacht en speelt": what stands behind the colon fills it in.
static bool is_filled_in(const struct lezing *lezing, size_t i) {
    for (; i < lezing->count && !(lezing->tokens[i].vlaggen & VLAG_EINDE); i++)
        if (is_teken(lezing, i, ':'))
            for (i++; i < lezing->count; i++) {
                if (is_persoonsvorm(lezing, i) || heeft(lezing, i, K(WW_HEEL)))
                    return true;
                if (lezing->tokens[i].vlaggen & VLAG_EINDE)
                    return false;
            }
    return false;
}

// "later dan zes uur": compared with something that is said.
static bool is_measured(const struct lezing *lezing, const struct vondst *vondst) {
    if (vondst->tot != vondst->van + 1 || !eindigt(&lezing->tokens[vondst->van], EIND2('e', 'r')))
        return false;
    for (size_t i = vondst->tot; i < lezing->count && i < vondst->tot + 3U; i++) {
        if (lezing->tokens[i].soort == TOKEN_TEKEN)
            return false;
        if (is_woord(lezing, i, W_dan))
            return lezing->tokens[i + 1 < lezing->count ? i + 1 : i].soort == TOKEN_GETAL ||
                   heeft(lezing, i + 1, K(TELWOORD) | K(DAGDEEL) | K(DAG) | K(LIDWOORD));
    }
    return false;
}

// What somebody said is as it is; only what says nothing at all is vague there too.
static bool counts_as_vague(const struct werk *werk, const struct vondst *vondst) {
    const struct ingang *ingang = &ingangen[vondst->ingang];
    uint16_t flags = werk->lezing.tokens[vondst->van].vlaggen;
    if (is_about_time(ingang->soort) && (werk->tijd || is_measured(&werk->lezing, vondst)))
        return false;
    if (ingang->soort == VAAG_BEELD && werk->vraag->soort == ZIN_DOEL &&
        is_filled_in(&werk->lezing, vondst->tot))
        return false;
    if (flags & VLAG_CITAAT)
        return ingang->soort == VAAG_BEELD;
    if (flags & VLAG_BIJZIN && werk->vraag->soort == ZIN_DOEL)
        return ingang->soort == VAAG_SLAG;
    return true;
}

static bool has_ending_of_comparative(const struct token *token) {
    static const uint32_t endings[] = {
        (uint32_t)'k' << 16 | 'e' << 8 | 'r', (uint32_t)'g' << 16 | 'e' << 8 | 'r',
        (uint32_t)'d' << 16 | 'e' << 8 | 'r', (uint32_t)'l' << 16 | 'e' << 8 | 'r',
        (uint32_t)'m' << 16 | 'e' << 8 | 'r', (uint32_t)'n' << 16 | 'e' << 8 | 'r',
        (uint32_t)'p' << 16 | 'e' << 8 | 'r', (uint32_t)'t' << 16 | 'e' << 8 | 'r'};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (eindigt(token, endings[i], 3))
            return true;
    return false;
}

// "rustiger", "vriendelijker", "wat soepeler": what is compared with nothing.
static bool is_comparative(const struct lezing *lezing, size_t i) {
    const struct token *token = &lezing->tokens[i];
    if (token->soort != TOKEN_WOORD || is_naam(lezing, i) || token->vlaggen & VLAG_BEGIN ||
        token_heeft(token, K(GEEN_VERGELIJKING)))
        return false;
    // Compared with something that is said: "later dan tien uur"
    for (size_t k = i + 1; k < lezing->count && k < i + 4; k++)
        if (is_woord(lezing, k, W_dan))
            return false;
    if (token_heeft(token, K(VERGELIJKING)))
        return true;
    if (!is_onbekend(token) || token->lengte < 6 || !has_ending_of_comparative(token))
        return false;
    if (i > 0 && heeft(lezing, i - 1, K(MATE)))
        return true;
    if (i > 0 && heeft(lezing, i - 1, K(LIDWOORD) | K(BEZIT) | K(VOORZETSEL)))
        return false;
    return eindigt(token, EIND4('i', 'g', 'e', 'r')) || eindigt(token, EIND4('j', 'k', 'e', 'r')) ||
           eindigt(token, EIND4('e', 'l', 'e', 'r')) || eindigt(token, EIND4('a', 'm', 'e', 'r')) ||
           eindigt(token, EIND4('r', 'd', 'e', 'r'));
}

static void judge_vague(struct werk *werk) {
    const struct lezing *lezing = &werk->lezing;
    for (size_t i = 0; i < lezing->vondst_count; i++) {
        const struct vondst *vondst = &lezing->vondsten[i];
        const struct ingang *ingang = &ingangen[vondst->ingang];
        if (ingang->lijst == LIJST_VAAG && holds(werk, vondst) && counts_as_vague(werk, vondst)) {
            mark(werk, vondst->van, vondst->tot, LABEL_VAAG, ingang->soort, vondst->ingang);
            werk->vaag = true;
        }
    }
    if (werk->vraag->soort != ZIN_DOEL)
        return;
    for (size_t i = 0; i < lezing->count; i++)
        if (is_main(lezing, i) && is_comparative(lezing, i) && !is_filled_in(lezing, i + 1))
            mark(werk, i, i + 1, LABEL_VAAG, VAAG_VERGELIJKING, GEEN_INGANG);
}

// ---- jargon ----

static void judge_jargon(struct werk *werk) {
    const struct lezing *lezing = &werk->lezing;
    for (size_t i = 0; i < lezing->vondst_count; i++) {
        const struct vondst *vondst = &lezing->vondsten[i];
        if (ingangen[vondst->ingang].lijst == LIJST_JARGON && holds(werk, vondst))
            mark(werk, vondst->van, vondst->tot, LABEL_JARGON, 0, vondst->ingang);
    }
}

// ---- means ----

// The preposition that a noun hangs on, behind determiners and adjectives; NERGENS: none.
enum { NERGENS = SIZE_MAX };
static size_t preposition_of(const struct lezing *lezing, size_t i) {
    while (i > 0 && !(lezing->tokens[i].vlaggen & VLAG_BEGIN)) {
        i--;
        if (heeft(lezing, i, K(VOORZETSEL)))
            return i;
        if (!heeft(lezing, i, K(LIDWOORD) | K(BEZIT) | K(AANWIJZEND)) &&
            !eindigt(&lezing->tokens[i], EIND1('e')))
            return NERGENS;
    }
    return NERGENS;
}

// Whether somebody takes or gets the service at `i` in its clause. "gaat met begeleiding naar zijn
// werk" and "heeft na de cursus een baan" tell of something else.
static bool is_taken(const struct lezing *lezing, size_t i) {
    size_t before = preposition_of(lezing, i);
    bool with = before != NERGENS && is_woord(lezing, before, W_met);
    if (before != NERGENS && !with && !is_woord(lezing, before, W_naar) &&
        !is_woord(lezing, before, W_aan) && !is_woord(lezing, before, W_in))
        return false;
    size_t end = deel_einde(lezing, i);
    for (size_t k = deel_begin(lezing, i); k < end; k++)
        if (heeft(lezing, k, K(AFNEMEN)) && is_main(lezing, k) &&
            !(with && heeft(lezing, k, K(HULPWERKWOORD))))
            return true;
    return false;
}

static void judge_means(struct werk *werk) {
    const struct lezing *lezing = &werk->lezing;
    for (size_t i = 0; i < lezing->count; i++)
        if (heeft(lezing, i, K(DIENST)) && is_main(lezing, i) && is_taken(lezing, i)) {
            mark(werk, i, i + 1, LABEL_MIDDEL, 0, GEEN_INGANG);
            return;
        }
}

// ---- the whole ----

// "Wie het eerst boos wordt, …", "De ouder die later komt, …": for an agreement that is a moment
// too.
static bool begins_with_who(const struct werk *werk) {
    const struct lezing *lezing = &werk->lezing;
    if (werk->vraag->soort != ZIN_AFSPRAAK)
        return false;
    bool which = heeft(lezing, 0, K(LIDWOORD) | K(ELK)) &&
                 (is_iemand(lezing, 0) || is_iemand(lezing, 1)) &&
                 (is_woord(lezing, 2, W_die) || is_woord(lezing, 2, W_wie));
    return which || is_woord(lezing, 0, W_wie);
}

// Who and when may be said anywhere in the text; they are looked for in all of it first.
static void judge_part(struct werk *werk) {
    const struct vraag *vraag = werk->vraag;
    struct tijd tijd = tijd_zoek(&werk->lezing);
    werk->tijd |= tijd.meetbaar || begins_with_who(werk);
    if (tijd.ongewis && !tijd.meetbaar && vraag->vaag && !vraag->heeft_tijd &&
        vraag->soort != ZIN_DOEL) {
        mark(werk, tijd.van, tijd.tot, LABEL_VAAG, VAAG_ONGEWIS, GEEN_INGANG);
        werk->vaag = true;
    }
    if (vraag->negatief)
        judge_negative(werk);
    if (vraag->vaag)
        judge_vague(werk);
    if (vraag->middel)
        judge_means(werk);
    if (vraag->jargon)
        judge_jargon(werk);
    if (vraag->wie)
        werk->wie |= vraag->soort == ZIN_KRACHT || vraag->soort == ZIN_ZORG
                         ? wie_zegt(&werk->lezing)
                         : wie_doet(&werk->lezing);
}

size_t oordeel(struct text text, const struct vraag *vraag, struct merk *merken, size_t room) {
    struct werk werk;
    begin(&werk, vraag, merken, room);
    bool any = false;
    for (size_t at = 0; lezing_zinnen(&werk.lezing, text, &at);) {
        judge_part(&werk);
        any = true;
    }
    if (!any)
        return 0;
    if (vraag->wie && !werk.wie)
        mark_whole(&werk, text, LABEL_GEEN_WIE);
    // What is vague is told already, and how it could be checked with it.
    if (vraag->tijd && !werk.tijd && !werk.vaag)
        mark_whole(&werk, text, LABEL_GEEN_TIJD);
    sort_marks(&werk);
    drop_doubles(&werk);
    drop_lighter(&werk);
    return werk.count;
}

struct vraag oordeel_vraag(enum zinsoort soort) {
    bool done = soort == ZIN_ACTIE || soort == ZIN_AFSPRAAK;
    bool said = soort == ZIN_KRACHT || soort == ZIN_ZORG;
    return (struct vraag){.soort = soort,
                          .negatief = soort == ZIN_DOEL,
                          .middel = soort == ZIN_DOEL,
                          .vaag = soort != ZIN_TEKST,
                          .tijd = done || soort == ZIN_ZORG,
                          .wie = done || said,
                          .jargon = true};
}

// ---- quotations that report ----

static bool says_dat(struct text text) {
    for (size_t i = 0; i + 3 <= text.length; i++)
        if ((text.bytes[i] | 0x20) == 'd' && (text.bytes[i + 1] | 0x20) == 'a' &&
            (text.bytes[i + 2] | 0x20) == 't')
            return true;
    return false;
}

bool oordeel_weergave(struct text text, struct merk *merk) {
    struct werk werk;
    begin(&werk, NULL, merk, 1);
    enum { BEGINNING = 240 }; // bytes; a report says so at once
    size_t at = 0;
    if (text.length > BEGINNING)
        text.length = BEGINNING;
    // A report has "dat" in it, which most quotations have not.
    if (!says_dat(text) || !lezing_zinnen(&werk.lezing, text, &at))
        return false;
    const struct lezing *lezing = &werk.lezing;
    size_t end = zin_einde(lezing, 0);
    for (size_t i = 0; i < end; i++)
        if (heeft(lezing, i, K(IK)) || lezing->tokens[i].vlaggen & VLAG_CITAAT)
            return false;
    for (size_t i = 0; i + 1 < end && i < 5; i++) {
        if (!heeft(lezing, i, K(ZEGGEN)) ||
            !(is_woord(lezing, i + 1, W_dat) || is_woord(lezing, i + 2, W_dat)))
            continue;
        for (size_t k = 0; k < i; k++)
            if (is_iemand(lezing, k)) {
                mark(&werk, k, i + 1, LABEL_VAAG, 0, GEEN_INGANG);
                return true;
            }
    }
    return false;
}
