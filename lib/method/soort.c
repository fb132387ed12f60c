// SPDX-License-Identifier: EUPL-1.2
// What a new plan, checklist or local framework begins with.
#include "lib/method/soort.h"

#include <stdio.h>
#include <string.h>

#include "lib/base/words.h"
#include "lib/method/implementatie.h"

static const char about_plan[] =
    "##\n"
    "## Dit is een nieuw plan. Maak het samen met het huishouden, in gewone woorden.\n"
    "## Vul in wat jullie nu weten. Wat je nog niet weet, laat je leeg: dat komt later.\n"
    "##\n"
    "## Regels die met ## beginnen zijn uitleg. Die mag je weghalen.\n"
    "##\n"
    "## Regels met één # zijn nog niet nodig; er staat een voorbeeld in. Wil je zo'n onderdeel\n"
    "## gebruiken? Haal dan vooraan al zijn regels de # en de spatie erachter weg, en zet jullie\n"
    "## eigen woorden op de plaats van het voorbeeld.\n"
    "##\n"
    "## De spaties vooraan een regel laten zien waar hij bij hoort: laat die staan. Een streepje\n"
    "## (-) begint iets nieuws in een rij. Nog een persoon of een doel erbij? Kopieer de regels\n"
    "## vanaf het streepje en pas ze aan.\n"
    "##\n"
    "## Wie of wat een kort woord heeft (id), zoals toos, noem je daarna overal met dat woord:\n"
    "## wie: toos. Meer dan één kan ook: wie: [toos, ger].\n"
    "##\n"
    "## Nakijken doe je met g1p-check, een PDF maken met g1p-export.\n";

static const char about_organisatie[] =
    "##\n"
    "## Dit is de lijst van wat een organisatie regelt om met deze werkwijze te kunnen werken: de\n"
    "## negentien punten A1 tot en met F2. Schrijf bij elk punt wat jullie doen, wie ervoor zorgt\n"
    "## en wanneer het klaar is. Is een punt hier niet nodig? Zet dan bij status: nvt.\n"
    "##\n"
    "## Regels die met ## beginnen zijn uitleg. Die mag je weghalen.\n"
    "##\n"
    "## Regels met één # zijn nog niet nodig; er staat een voorbeeld in. Wil je zo'n onderdeel\n"
    "## gebruiken? Haal dan vooraan al zijn regels de # en de spatie erachter weg, en zet jullie\n"
    "## eigen woorden op de plaats van het voorbeeld.\n"
    "##\n"
    "## De spaties vooraan een regel laten zien waar hij bij hoort: laat die staan. Een streepje\n"
    "## (-) begint iets nieuws in een rij.\n"
    "##\n"
    "## Nakijken doe je met g1p-check: dat zegt ook wat nog openstaat.\n";

static const char about_meldcode[] =
    "##\n"
    "## Is iemand nu in gevaar? Bel eerst 112. Voor hulp en advies, dag en nacht: Veilig Thuis,\n"
    "## 0800 2000. Schrijf daarna.\n"
    "##\n"
    "## Dit is een nieuw dossier van de meldcode. Het is van de professional die de signalen\n"
    "## opmerkt, en staat los van het plan: bewaar het ook apart. Schrijf op wat je zag, hoorde "
    "of\n"
    "## rook, met de dag erbij. Stappen die nog niet aan de beurt zijn, laat je weg.\n"
    "##\n"
    "## Met g1p-meldcode signaal, consult, gesprek, weeg en besluit komt er steeds een regel bij.\n"
    "## Wat er staat, blijft staan: verander of wis nooit wat je eerder opschreef.\n"
    "##\n"
    "## Regels die met ## beginnen zijn uitleg. Die mag je weghalen.\n"
    "##\n"
    "## Regels met één # zijn nog niet nodig; er staat een voorbeeld in. Wil je zo'n onderdeel\n"
    "## gebruiken? Haal dan vooraan al zijn regels de # en de spatie erachter weg, en zet je "
    "eigen\n"
    "## woorden op de plaats van het voorbeeld.\n"
    "##\n"
    "## Waar je bent en wat er volgt, laat g1p-meldcode zien. Nakijken doe je met g1p-check.\n";

static const char about_kader[] =
    "##\n"
    "## Dit zijn de afspraken van een gemeente of regio over deze werkwijze. Een plan verwijst\n"
    "## ernaar met kader: en de naam hieronder. Vul in wat is afgesproken. Is iets onbekend of "
    "nog\n"
    "## in ontwikkeling? Schrijf dat dan ook zo op.\n"
    "##\n"
    "## Regels die met ## beginnen zijn uitleg. Die mag je weghalen.\n"
    "##\n"
    "## Regels met één # zijn nog niet nodig; er staat een voorbeeld in. Wil je zo'n onderdeel\n"
    "## gebruiken? Haal dan vooraan al zijn regels de # en de spatie erachter weg, en zet jullie\n"
    "## eigen woorden op de plaats van het voorbeeld.\n"
    "##\n"
    "## De spaties vooraan een regel laten zien waar hij bij hoort: laat die staan. Een streepje\n"
    "## (-) begint iets nieuws in een rij.\n"
    "##\n"
    "## Nakijken doe je met g1p-check.\n";

// ---- organisatie ----

static int number_of(const struct node *item) {
    const struct node *punt = node_child(item, "punt");
    for (int i = 0; punt && i < implementatie_punt_count; i++)
        if (text_is(punt->text, implementatie_punten[i].punt))
            return i;
    return -1;
}

static void note_punt(const struct node *item, struct buffer *out) {
    int number = number_of(item);
    if (number >= 0)
        buffer_format(out, "%s. %s: %s", implementatie_punten[number].punt,
                      implementatie_punten[number].titel[LANGUAGE_DUTCH],
                      implementatie_punten[number].vraag);
}

static void name_organisatie(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]) {
    (void)path; // what a file is called is no organisation's name
    (void)today;
    snprintf(into, VALUES_NUMBER_ROOM, "Onze organisatie");
}

static int give(struct values *values, const char *field, struct text value) {
    return values_default(values, field, node_child(values->root, field), value);
}

static bool is_given(const struct values *values, int punt) {
    const struct node *list = node_child(values->root, "punten");
    for (const struct node *item = list ? list->first : NULL; item; item = item->next)
        if (number_of(item) == punt)
            return true;
    return false;
}

static int add_punt(struct values *values, int punt) {
    const struct node *list = node_child(values->root, "punten");
    const struct node *jeugd = node_child(values->root, "jeugdigen_tot_23");
    bool asked = !implementatie_punten[punt].jeugd || !jeugd || !text_is(jeugd->text, "nee");
    unsigned index = list ? list->count : 0;
    char path[48];
    snprintf(path, sizeof path, "punten.%u.punt", index);
    if (values_default(values, path, NULL, text_of(implementatie_punten[punt].punt)) != 0)
        return -1;
    snprintf(path, sizeof path, "punten.%u.status", index);
    return values_default(values, path, NULL, asked ? TEXT("open") : TEXT("nvt"));
}

static int complete_organisatie(struct values *values, struct text name, struct date today) {
    (void)today;
    if (give(values, "g1p", TEXT("1")) != 0 || give(values, "soort", TEXT("organisatie")) != 0 ||
        give(values, "naam", name) != 0)
        return -1;
    for (int i = 0; i < implementatie_punt_count; i++)
        if (!is_given(values, i) && add_punt(values, i) != 0)
            return -1;
    return 0;
}

// ---- meldcode ----

static void name_meldcode(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]) {
    if (path)
        values_number(path, today, into);
    else
        snprintf(into, VALUES_NUMBER_ROOM, "M-%04d-0001", today.year);
}

// What must be there and is not known stands there as an open place that nobody takes for a name.
static int complete_meldcode(struct values *values, struct text name, struct date today) {
    (void)today;
    const struct {
        const char *path;
        const char *section;
        const char *field;
    } open[] = {{"professional.naam", "professional", "naam"}, {"betreft.0.wie", "betreft", "wie"}};
    if (give(values, "g1p", TEXT("1")) != 0 || give(values, "soort", TEXT("meldcode")) != 0 ||
        give(values, "nummer", name) != 0)
        return -1;
    if (values_default_empty(values, "vormen") != 0)
        return -1;
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        struct node *section = node_child(values->root, open[i].section);
        if (section && section->kind == NODE_LIST)
            section = section->first;
        if (values_default(values, open[i].path, node_child(section, open[i].field), TEXT("…")) !=
            0)
            return -1;
    }
    return 0;
}

// ---- kader ----

static void name_kader(const char *path, struct date today, char into[VALUES_NUMBER_ROOM]) {
    values_number(path, today, into);
    if (!schema_is_id(text_of(into)))
        snprintf(into, VALUES_NUMBER_ROOM, "ons-kader");
}

static int complete_kader(struct values *values, struct text name, struct date today) {
    (void)today;
    return give(values, "g1p", TEXT("1")) != 0 || give(values, "soort", TEXT("kader")) != 0 ||
                   give(values, "naam", name) != 0
               ? -1
               : 0;
}

// ---- all of them ----

static const struct soort soorten[] = {
    {"plan", &schema_plan, {about_plan, NULL}, values_number, questions_ask, values_complete},
    {"meldcode",
     &schema_meldcode,
     {about_meldcode, NULL},
     name_meldcode,
     questions_meldcode,
     complete_meldcode},
    {"organisatie",
     &schema_organisatie,
     {about_organisatie, note_punt},
     name_organisatie,
     questions_organisatie,
     complete_organisatie},
    {"kader", &schema_kader, {about_kader, NULL}, name_kader, questions_kader, complete_kader}};

const struct soort *soort_named(const char *word) {
    for (size_t i = 0; i < sizeof soorten / sizeof *soorten; i++)
        if (strcmp(word, soorten[i].word) == 0)
            return &soorten[i];
    return NULL;
}
