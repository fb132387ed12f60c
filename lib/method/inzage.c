// SPDX-License-Identifier: EUPL-1.2
// The walk over a plan that copies what may be seen. Who is asked for what, see toestemming.h.
#include "lib/method/inzage.h"

#include "lib/base/nearest.h"
#include "lib/method/inzage_tidy.h"
#include "lib/method/lid.h"
#include "lib/method/toestemming.h"
#include "lib/schema/check.h"
#include "lib/schema/schema.h"
#include "lib/yaml/copy.h"

// The persons of a plan by where their entries stand.
enum { LISTS = 3 };

struct look {
    const struct plan_plan *plan;
    struct arena *arena;
    struct inzage *inzage;
    struct persoon reader;
    unsigned *given;       // of each member: the parts of theirs that may be seen
    unsigned all;          // what all of them have in common
    bool *referred[LISTS]; // of each member, naaste, professional: something shown names them
    size_t counts[LISTS];
    bool out_of_memory;
};

// What holds where the walk is.
struct spot {
    unsigned may; // the parts that may be seen
    int part;     // the part this belongs to
    bool private; // what is only about other members is theirs
    bool inside;  // an item, or in one: when it is not shown, nothing in it is
};

// ---- who consented ----

// Whether anybody is asked for the data of a member: for the unborn nobody is.
static bool is_asked(const struct plan_lid *lid, struct date today) {
    struct toestemming_nodig nodig = toestemming_nodig(lid, today);
    return nodig.zelf || nodig.namens || lid->vertegenwoordiger.node;
}

// The parts of a member's data that may be seen.
static unsigned consents_of(const struct look *look, const struct toestemming_vraag *vraag,
                            const struct plan_lid *lid) {
    bool member = look->reader.soort == PERSOON_LID;
    const struct plan_lid *reader =
        member ? &look->plan->huishouden.leden.items[look->reader.index] : NULL;
    struct toestemming_nodig nodig = toestemming_nodig(lid, vraag->today);
    unsigned self = toestemming_zelf(vraag, lid);
    unsigned others = toestemming_namens(vraag, lid);
    // Who reads has said yes for themselves, and for those they have authority over.
    if (lid == reader)
        self = others = ONDERDELEN_ALLES;
    else if (reader && ids_hold(&reader->gezag_over, lid->id.text))
        others = ONDERDELEN_ALLES;
    // The unborn: who has authority may consent, and is not asked. An adult with a representative:
    // themselves or, by name, somebody else.
    if (!nodig.zelf && !nodig.namens)
        return lid->vertegenwoordiger.node ? self | others : others;
    return (nodig.zelf ? self : ONDERDELEN_ALLES) & (nodig.namens ? others : ONDERDELEN_ALLES);
}

static void collect_consents(struct look *look, struct date today) {
    const struct plan_lid_list *leden = &look->plan->huishouden.leden;
    struct toestemming_vraag vraag = {look->plan, look->reader.id, today, true};
    bool any = false;
    look->all = ONDERDELEN_ALLES;
    for (size_t i = 0; i < leden->count; i++) {
        look->given[i] = consents_of(look, &vraag, &leden->items[i]) & ONDERDELEN_ALLES;
        if (!is_asked(&leden->items[i], today))
            continue;
        look->all &= look->given[i];
        any = true;
    }
    look->all = any ? look->all : ONDERDELEN_GEEN;
    // For whom nobody is asked, all others together will do.
    for (size_t i = 0; i < leden->count; i++)
        if (!is_asked(&leden->items[i], today))
            look->given[i] |= look->all;
}

// ---- whose data an object holds ----

static struct persoon person_of(const struct look *look, const struct node *scalar) {
    struct plan_text text = {scalar, scalar->text};
    return scalar->field->refers ? plan_persoon_van(look->plan, &text)
                                 : plan_persoon(look->plan, scalar->text);
}

// What the names in one field ask for.
struct names {
    unsigned may;
    bool any;    // a member is named by a field that says whose data it is
    bool reader; // the reader is
};

// Whether a text could be an id or words alike (`door`, `voorkeur_klant`), and is the id of
// somebody.
static bool names_somebody(const struct look *look, const struct node *scalar) {
    const struct schema_field *field = scalar->field;
    return field->type->shape == SHAPE_TEXT && !field->prose && !field->personal &&
           schema_is_id(scalar->text) &&
           plan_persoon(look->plan, scalar->text).soort != PERSOON_ONBEKEND;
}

static void read_name(const struct look *look, const struct node *scalar, struct names *names) {
    const struct schema_field *field = scalar->field;
    if (scalar->kind != NODE_SCALAR || !field ||
        (!field->refers && !field->about && !names_somebody(look, scalar)))
        return;
    struct persoon persoon = person_of(look, scalar);
    if (persoon.soort != PERSOON_LID)
        return;
    names->any |= field->about;
    names->reader |=
        field->about && look->reader.soort == PERSOON_LID && look->reader.index == persoon.index;
    names->may &= look->given[persoon.index];
}

static struct names read_names(const struct look *look, const struct node *object) {
    struct names names = {ONDERDELEN_ALLES, false, false};
    bool person = false;
    for (const struct node *child = object->first; child; child = child->next)
        person |= child->field && child->field->declares >= 0 && child->field->about;
    for (const struct node *child = object->first; child; child = child->next) {
        // Whom somebody has authority over is said about them, not about those.
        if (!child->field || (person && !child->field->about))
            continue;
        read_name(look, child, &names);
        for (const struct node *item = child->first; item; item = item->next)
            read_name(look, item, &names);
    }
    return names;
}

// What may be seen of an object, by whom it names.
static struct spot spot_of(const struct look *look, const struct node *object, struct spot spot) {
    struct names names = read_names(look, object);
    if (look->reader.soort == PERSOON_LID)
        spot.may = spot.private && names.any && !names.reader ? names.may : spot.may;
    else
        spot.may = names.any ? names.may : spot.may & names.may;
    spot.inside = spot.inside || names.any || !object->key;
    return spot;
}

// ---- the walk ----

static struct node *look_at(struct look *look, const struct node *node, struct spot spot);

// The entry of a person: an item of a list.
static const struct node *entry_of(const struct plan_plan *plan, struct persoon persoon) {
    switch (persoon.soort) {
    case PERSOON_LID:
        return plan->huishouden.leden.items[persoon.index].node;
    case PERSOON_NAASTE:
        return plan->netwerk.items[persoon.index].node;
    case PERSOON_PROFESSIONAL:
        return plan->professionals.items[persoon.index].node;
    default:
        return NULL;
    }
}

static void refer_to(struct look *look, struct persoon persoon) {
    const struct node *entry = entry_of(look->plan, persoon);
    if (entry)
        look->referred[persoon.soort - PERSOON_LID][entry->index] = true;
}

static bool is_shown(const struct look *look, const struct schema_field *field, struct spot spot) {
    if (field->type->shape == SHAPE_FIXED)
        return true; // what file it is
    if (look->reader.soort == PERSOON_LID &&
        (!spot.private || field->personal == PERSONAL_NAME || field->personal == PERSONAL_ROLE))
        return true;
    return (spot.may >> spot.part & 1) != 0;
}

static struct node *copy_of(struct look *look, const struct node *node) {
    struct node *copy = node_copy(node, look->arena);
    look->out_of_memory |= !copy;
    return copy;
}

static struct node *look_at_scalar(struct look *look, const struct node *scalar, struct spot spot) {
    const struct schema_field *field = scalar->field;
    if (node_absent(scalar))
        return NULL;
    if (!is_shown(look, field, spot)) {
        look->inzage->weggelaten = true;
        return NULL;
    }
    if (field->refers || names_somebody(look, scalar))
        refer_to(look, person_of(look, scalar));
    look->inzage->onderdelen |= field->type->shape == SHAPE_FIXED ? 0 : 1U << spot.part;
    return copy_of(look, scalar);
}

// Whether an item says more than its id.
static bool says_something(const struct node *copy) {
    for (const struct node *child = copy->first; child; child = child->next)
        if (child->field->declares < 0)
            return true;
    return !copy->first;
}

// Whether an item may not be seen, and so nothing in it.
static bool is_closed(const struct look *look, struct spot spot) {
    bool own = look->reader.soort == PERSOON_LID && !spot.private;
    return spot.inside && !own && !(spot.may >> spot.part & 1);
}

// ---- entries of persons ----

// Whether this is the entry of a person whom something shown names.
static bool is_referred(const struct look *look, const struct node *object) {
    const struct node *lists[LISTS] = {look->plan->huishouden.leden.node, look->plan->netwerk.node,
                                       look->plan->professionals.node};
    for (int i = 0; i < LISTS; i++)
        if (object->parent == lists[i] && lists[i])
            return look->referred[i][object->index];
    return false;
}

// The name, when the entry is there without: who is named has one.
static void add_name(struct look *look, const struct node *object, struct node *copy) {
    if (node_child(copy, "naam"))
        return;
    const struct node *name = node_child(object, "naam");
    struct node *own = name && name->field && !node_absent(name) ? copy_of(look, name) : NULL;
    if (own)
        node_append(copy, own);
}

static struct node *look_at_object(struct look *look, const struct node *object, struct spot spot) {
    struct node *copy = copy_of(look, object);
    struct node *id = NULL;
    if (!copy)
        return NULL;
    spot = spot_of(look, object, spot);
    for (const struct node *child = object->first; child && !look->out_of_memory;
         child = child->next) {
        if (!child->field || node_absent(child))
            continue; // the team's own keys never go
        struct spot inner = spot;
        inner.part = child->field->part >= 0 ? child->field->part : spot.part;
        inner.private |= child->field->private;
        if (child->field->declares >= 0) {
            id = copy_of(look, child);
            if (id)
                node_append(copy, id);
            continue;
        }
        struct node *inside = NULL;
        if (child->kind != NODE_SCALAR && is_closed(look, inner))
            look->inzage->weggelaten = true;
        else
            inside = look_at(look, child, inner);
        if (inside)
            node_append(copy, inside);
    }
    bool referred = id && is_referred(look, object);
    if (referred)
        add_name(look, object, copy);
    return referred || (says_something(copy) && (copy->first || !object->first)) ? copy : NULL;
}

static struct node *look_at_list(struct look *look, const struct node *list, struct spot spot) {
    struct node *copy = copy_of(look, list);
    for (const struct node *item = list->first; item && copy; item = item->next) {
        struct node *inside = item->field ? look_at(look, item, spot) : NULL;
        if (inside)
            node_append(copy, inside);
    }
    return copy && (copy->first || !list->first) ? copy : NULL;
}

static struct node *look_at(struct look *look, const struct node *node, struct spot spot) {
    switch (node->kind) {
    case NODE_SCALAR:
        return look_at_scalar(look, node, spot);
    case NODE_LIST:
        return look_at_list(look, node, spot);
    default:
        return node->field->type->shape == SHAPE_OBJECT ? look_at_object(look, node, spot) : NULL;
    }
}

// ---- the whole ----

// The sections with the entries of persons are looked at last, when it is known who is named.
static bool holds_persons(const struct node *section) {
    return section->field->type->id == TYPE_HUISHOUDEN || section->field->type->id == TYPE_NAASTE ||
           section->field->type->id == TYPE_PROFESSIONAL;
}

static void look_at_plan(struct look *look) {
    const struct node *root = look->plan->node;
    bool member = look->reader.soort == PERSOON_LID;
    struct spot spot = {member ? ONDERDELEN_ALLES : look->all, ONDERDEEL_ALLES, false, false};
    struct node **copies = arena_zero(look->arena, root->count, sizeof(struct node *));
    struct node *copy = copy_of(look, root);
    look->out_of_memory |= !copies;
    for (int persons = 0; persons < 2 && !look->out_of_memory; persons++)
        for (const struct node *child = root->first; child; child = child->next) {
            struct spot inner = spot;
            if (!child->field || node_absent(child) || holds_persons(child) != persons)
                continue;
            inner.part = child->field->part >= 0 ? child->field->part : spot.part;
            inner.private = child->field->private;
            copies[child->index] = look_at(look, child, inner);
        }
    for (uint32_t i = 0; i < root->count && !look->out_of_memory; i++)
        if (copies[i])
            node_append(copy, copies[i]);
    look->inzage->root = copy;
}

static int begin(struct look *look, struct date today) {
    const struct plan_plan *plan = look->plan;
    size_t room[LISTS] = {plan->huishouden.leden.node ? plan->huishouden.leden.node->count : 0,
                          plan->netwerk.node ? plan->netwerk.node->count : 0,
                          plan->professionals.node ? plan->professionals.node->count : 0};
    for (int i = 0; i < LISTS; i++) {
        look->referred[i] = arena_zero(look->arena, room[i] + 1, sizeof(bool));
        if (!look->referred[i])
            return -1;
    }
    look->given = arena_zero(look->arena, plan->huishouden.leden.count + 1, sizeof(unsigned));
    if (!look->given)
        return -1;
    refer_to(look, look->reader);
    collect_consents(look, today);
    return 0;
}

// The id that is nearest to one that nobody has.
static struct text nearest_person(const struct plan_plan *plan, struct text id) {
    struct nearest nearest = nearest_begin(id);
    for (size_t i = 0; i < plan->huishouden.leden.count; i++)
        nearest_offer(&nearest, plan->huishouden.leden.items[i].id.text, 0);
    for (size_t i = 0; i < plan->netwerk.count; i++)
        nearest_offer(&nearest, plan->netwerk.items[i].id.text, 0);
    for (size_t i = 0; i < plan->professionals.count; i++)
        nearest_offer(&nearest, plan->professionals.items[i].id.text, 0);
    return nearest.found;
}

static bool has_left(const struct plan_plan *plan, struct persoon reader, struct date today) {
    if (reader.soort != PERSOON_PROFESSIONAL)
        return false;
    struct date tot = plan->professionals.items[reader.index].tot.date;
    return date_known(tot) && date_compare(tot, today) < 0;
}

int inzage_bepaal(const struct plan_plan *plan, struct text voor, struct date today,
                  struct arena *arena, struct inzage *inzage) {
    struct look look = {.plan = plan, .arena = arena, .inzage = inzage};
    *inzage = (struct inzage){.uitkomst = INZAGE_GEWEIGERD};
    look.reader = plan_persoon(plan, voor);
    if (look.reader.soort == PERSOON_ONBEKEND) {
        inzage->uitkomst = INZAGE_ONBEKEND;
        inzage->nabij = nearest_person(plan, voor);
        return 0;
    }
    if (has_left(plan, look.reader, today)) {
        inzage->uitkomst = INZAGE_VERTROKKEN;
        return 0;
    }
    if (begin(&look, today) != 0)
        return -1;
    look_at_plan(&look);
    if (look.out_of_memory)
        return -1;
    if (inzage->onderdelen == ONDERDELEN_GEEN) {
        *inzage = (struct inzage){.uitkomst = INZAGE_GEWEIGERD};
        return 0;
    }
    inzage->uitkomst = INZAGE_GEGEVEN;
    unsigned whole = 1U << ONDERDEEL_ALLES;
    inzage->onderdelen &= inzage->weggelaten ? ~whole : whole;
    return inzage_tidy(inzage->root, plan, today, arena);
}
