// SPDX-License-Identifier: EUPL-1.2
// A document for print or to edit: the run of pandoc and of the engine behind it.
#ifndef G1P_RENDER_PANDOC_H
#define G1P_RENDER_PANDOC_H

#include <signal.h>

#include "lib/base/date.h"
#include "lib/base/text.h"
#include "lib/base/trouble.h"
#include "lib/base/workdir.h"
#include "lib/render/document.h"

enum pandoc_engine {
    PANDOC_WEASYPRINT,
    PANDOC_CHROMIUM,
    PANDOC_XELATEX,
    PANDOC_ALONE // no PDF
};

enum { PANDOC_SECONDS = 120 }; // an engine that takes longer is stopped

// The programs that will make the document. Start with {0}; free with pandoc_free.
struct pandoc {
    enum pandoc_engine engine;
    char *pandoc;          // its path; NULL for Chromium, which needs none
    char *engine_program;  // its path; NULL when pandoc is alone
    char *picture_program; // the path of rsvg-convert, or NULL
    const char *path;      // $PATH, for the programs they call
};

// Finds pandoc and the first engine there is along `path` ($PATH). Returns 0, or -1 with what to
// install in `*trouble`.
int pandoc_find(const char *path, struct pandoc *pandoc, struct trouble *trouble);

// The same for a document without an engine; rsvg-convert may be missing.
int pandoc_find_alone(const char *path, struct pandoc *pandoc, struct trouble *trouble);

void pandoc_free(struct pandoc *pandoc);

// The form of the document that the engine wants.
enum document_form pandoc_form(const struct pandoc *pandoc);

// One run.
struct pandoc_task {
    struct text html;                  // in the form of pandoc_form
    struct text style;                 // the style sheet, for WeasyPrint
    const char *writer;                // pandoc's name for the type, when it is alone
    struct text reference;             // the document that lends its styles, or empty
    struct date today;                 // the date that the document bears
    const struct workdir *folder;      // fresh and empty
    const volatile sig_atomic_t *stop; // it is stopped when this is not 0; NULL: never
    unsigned seconds;                  // 0: PANDOC_SECONDS
};

// Makes the file pandoc_result() in the task's folder. Nothing of the plan is in an argument, the
// environment or a message. Returns 0, or -1 with `*trouble` (number EINTR: it was stopped).
int pandoc_run(const struct pandoc *pandoc, const struct pandoc_task *task,
               struct trouble *trouble);
const char *pandoc_result(const struct pandoc *pandoc);

#endif
