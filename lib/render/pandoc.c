// SPDX-License-Identifier: EUPL-1.2
// Finding the programs, running them in a private folder, and telling what went wrong.
#include "lib/render/pandoc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/buffer.h"
#include "lib/base/process.h"
#include "lib/base/words.h"
#include "lib/render/asset.h"

enum { MOST_ARGUMENTS = 20, MESSAGES_KEPT = 64 * 1024 };

static const char style_name[] = "style.css";
static const char template_name[] = "template.html";
static const char page_name[] = "document.html";
static const char reference_name[] = "reference";

// ---- finding ----

static char *find_first(const char *const *names, const char *path) {
    for (; *names; names++) {
        char *found = process_find(*names, path);
        if (found)
            return found;
    }
    return NULL;
}

int pandoc_find_alone(const char *path, struct pandoc *pandoc, struct trouble *trouble) {
    *pandoc = (struct pandoc){.path = path, .engine = PANDOC_ALONE};
    pandoc->pandoc = process_find("pandoc", path);
    if (!pandoc->pandoc)
        return trouble_tell(trouble, 0,
                            N_("this type needs pandoc, and it is not here: apt-get install pandoc "
                               "(HTML needs nothing: -t html)"),
                            NULL);
    pandoc->picture_program = process_find("rsvg-convert", path);
    return 0;
}

int pandoc_find(const char *path, struct pandoc *pandoc, struct trouble *trouble) {
    static const char *const chromiums[] = {"chromium-headless-shell", "chromium",
                                            "chromium-browser", "google-chrome", NULL};
    *pandoc = (struct pandoc){.path = path};
    pandoc->pandoc = process_find("pandoc", path);
    if (pandoc->pandoc && (pandoc->engine_program = process_find("weasyprint", path))) {
        pandoc->engine = PANDOC_WEASYPRINT;
        return 0;
    }
    if ((pandoc->engine_program = find_first(chromiums, path))) {
        pandoc->engine = PANDOC_CHROMIUM;
        return 0;
    }
    if (pandoc->pandoc && (pandoc->engine_program = process_find("xelatex", path))) {
        pandoc->engine = PANDOC_XELATEX;
        return 0;
    }
    const char *what =
        pandoc->pandoc
            ? N_("a PDF needs weasyprint, and it is not here: apt-get install weasyprint "
                 "(HTML needs nothing: -t html)")
            : N_("a PDF needs pandoc, and it is not here: apt-get install pandoc weasyprint "
                 "(HTML needs nothing: -t html)");
    pandoc_free(pandoc);
    return trouble_tell(trouble, 0, what, NULL);
}

void pandoc_free(struct pandoc *pandoc) {
    free(pandoc->pandoc);
    free(pandoc->engine_program);
    free(pandoc->picture_program);
    *pandoc = (struct pandoc){0};
}

enum document_form pandoc_form(const struct pandoc *pandoc) {
    switch (pandoc->engine) {
    case PANDOC_CHROMIUM:
        return DOCUMENT_ALONE;
    case PANDOC_ALONE:
        return DOCUMENT_TO_EDIT;
    default:
        return DOCUMENT_FOR_PANDOC;
    }
}

// ---- running ----

// The words of a command line or an environment, and the memory of those made for it.
struct words {
    const char *list[MOST_ARGUMENTS];
    int count;
    char *made[8];
    int made_count;
    bool failed;
};

static void add(struct words *words, const char *word) {
    words->list[words->count++] = word;
}

// Adds two strings as one word.
static void add_joined(struct words *words, const char *a, const char *b) {
    size_t room = strlen(a) + strlen(b) + 1;
    char *joined = malloc(room);
    if (!joined) {
        words->failed = true;
        return;
    }
    snprintf(joined, room, "%s%s", a, b);
    words->made[words->made_count++] = joined;
    add(words, joined);
}

static void free_words(struct words *words) {
    for (int i = 0; i < words->made_count; i++)
        free(words->made[i]);
}

static void add_engine(struct words *words, const struct pandoc *pandoc) {
    add(words, "--sandbox");
    add(words, "--from=html-auto_identifiers");
    if (pandoc->engine == PANDOC_WEASYPRINT) {
        add(words, "--to=html5");
        add_joined(words, "--template=", template_name);
        add_joined(words, "--css=", style_name);
        add(words, "--pdf-engine-opt=--pdf-variant=pdf/ua-1");
    } else {
        add(words, "--variable=papersize=a4");
        add(words, "--variable=geometry=margin=2.2cm");
    }
    add_joined(words, "--pdf-engine=", pandoc->engine_program);
}

// The sandbox keeps pandoc 2 from its own files for docx and odt. Without it the input is what it
// is with it: all pictures are in it, and it names no file.
static void add_writer(struct words *words, const struct pandoc_task *task) {
    add(words, "--from=html-auto_identifiers-native_divs");
    add_joined(words, "--to=", task->writer);
    if (task->reference.length > 0) {
        add(words, "--shift-heading-level-by=-1"); // the first heading becomes the title
        add_joined(words, "--reference-doc=", reference_name);
    } else {
        add(words, "--sandbox");
    }
}

static void add_pandoc(struct words *words, const struct pandoc *pandoc,
                       const struct pandoc_task *task) {
    add(words, "pandoc");
    add(words, "--wrap=none");
    if (pandoc->engine == PANDOC_ALONE)
        add_writer(words, task);
    else
        add_engine(words, pandoc);
    add_joined(words, "--output=", pandoc_result(pandoc));
}

const char *pandoc_result(const struct pandoc *pandoc) {
    return pandoc->engine == PANDOC_ALONE ? "document" : "document.pdf";
}

static void add_chromium(struct words *words, const struct workdir *folder) {
    add(words, "chromium");
    add(words, "--headless");
    add(words, "--disable-gpu");
    add(words, "--disable-extensions");
    add(words, "--disable-background-networking");
    add(words, "--host-resolver-rules=MAP * ~NOTFOUND"); // no network
    add(words, "--no-first-run");
    add(words, "--no-pdf-header-footer");
    if (geteuid() == 0)
        add(words, "--no-sandbox"); // it refuses to start for root otherwise
    add_joined(words, "--user-data-dir=", folder->path);
    add(words, "--print-to-pdf=document.pdf");
    size_t room = strlen(folder->path) + sizeof page_name + 1;
    char *page = malloc(room);
    if (!page) {
        words->failed = true;
        return;
    }
    snprintf(page, room, "%s/%s", folder->path, page_name);
    words->made[words->made_count++] = page;
    add_joined(words, "file://", page);
}

// All that the programs get to see: no home but the folder, no language but C, one fixed date.
static void add_environment(struct words *words, const struct pandoc *pandoc,
                            const struct pandoc_task *task, const char *epoch) {
    add_joined(words, "PATH=", pandoc->path ? pandoc->path : "");
    add_joined(words, "HOME=", task->folder->path);
    add_joined(words, "TMPDIR=", task->folder->path);
    add(words, "LC_ALL=C.UTF-8");
    add_joined(words, "SOURCE_DATE_EPOCH=", epoch);
}

static int put_files(const struct pandoc *pandoc, const struct pandoc_task *task,
                     struct trouble *trouble) {
    switch (pandoc->engine) {
    case PANDOC_CHROMIUM:
        return workdir_put(task->folder, page_name, task->html, trouble);
    case PANDOC_XELATEX:
        return 0;
    case PANDOC_ALONE:
        return task->reference.length == 0
                   ? 0
                   : workdir_put(task->folder, reference_name, task->reference, trouble);
    case PANDOC_WEASYPRINT:
        break;
    }
    if (workdir_put(task->folder, style_name, task->style, trouble) != 0)
        return -1;
    return workdir_put(task->folder, template_name, text_of(asset_template), trouble);
}

static bool says(const struct buffer *messages, const char *words) {
    size_t length = strlen(words);
    for (size_t i = 0; i + length <= messages->length; i++)
        if (memcmp(messages->bytes + i, words, length) == 0)
            return true;
    return false;
}

// What it said is only looked through, never shown: it can hold what the plan says.
static int tell_outcome(const struct pandoc *pandoc, const struct pandoc_task *task,
                        const struct process_result *result, struct trouble *trouble) {
    const char *program = pandoc->engine_program ? pandoc->engine_program : pandoc->pandoc;
    struct stat made;
    switch (result->outcome) {
    case PROCESS_TIMED_OUT:
        return trouble_tell(trouble, 0, N_("took too long to make the document and was stopped"),
                            program);
    case PROCESS_STOPPED:
        return trouble_tell(trouble, EINTR, N_("the document was not made"), NULL);
    case PROCESS_NOT_STARTED:
        return trouble_tell(trouble, result->code, N_("cannot be started"),
                            pandoc->pandoc ? pandoc->pandoc : program);
    case PROCESS_SIGNALLED:
        return trouble_tell(trouble, 0, N_("was killed while it made the document"), program);
    case PROCESS_EXITED:
        break;
    }
    if (says(&result->messages, "No space left on device"))
        return trouble_tell(trouble, ENOSPC, N_("the document could not be made"), NULL);
    if (result->code != 0)
        return trouble_tell(trouble, 0, N_("could not make the document; is it installed whole?"),
                            program);
    if (fstatat(task->folder->folder, pandoc_result(pandoc), &made, AT_SYMLINK_NOFOLLOW) != 0 ||
        !S_ISREG(made.st_mode) || made.st_size == 0)
        return trouble_tell(trouble, 0, N_("made no document, and said nothing of it"), program);
    return 0;
}

int pandoc_run(const struct pandoc *pandoc, const struct pandoc_task *task,
               struct trouble *trouble) {
    struct words arguments = {0};
    struct words environment = {0};
    struct process_result result = {0};
    char epoch[32];
    int outcome = -1;
    long days = date_days(task->today);
    snprintf(epoch, sizeof epoch, "%ld", days > 0 ? days * 24 * 60 * 60 : 0L);
    if (put_files(pandoc, task, trouble) != 0)
        return -1;
    if (pandoc->engine == PANDOC_CHROMIUM)
        add_chromium(&arguments, task->folder);
    else
        add_pandoc(&arguments, pandoc, task);
    add_environment(&environment, pandoc, task, epoch);
    struct process_task process = {
        .program = pandoc->engine == PANDOC_CHROMIUM ? pandoc->engine_program : pandoc->pandoc,
        .arguments = arguments.list,
        .environment = environment.list,
        .folder = task->folder->path,
        .input = pandoc->engine == PANDOC_CHROMIUM ? (struct text){NULL, 0} : task->html,
        .message_limit = MESSAGES_KEPT,
        .seconds = task->seconds ? task->seconds : PANDOC_SECONDS,
        .stop = task->stop,
    };
    if (arguments.failed || environment.failed)
        trouble_tell(trouble, ENOMEM, N_("the document could not be made"), NULL);
    else if (process_run(&process, &result, trouble) == 0)
        outcome = tell_outcome(pandoc, task, &result, trouble);
    process_free(&result);
    free_words(&arguments);
    free_words(&environment);
    return outcome;
}
