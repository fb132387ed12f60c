// SPDX-License-Identifier: EUPL-1.2
// Tests of the run of pandoc, with programs that only play it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/render/pandoc.h"

static char folder[32]; // holds the programs
static char path[64];
static char programs[3][64];

static int enter(void **state) {
    (void)state;
    strcpy(folder, "/tmp/g1p-test-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s:/usr/bin:/bin", folder);
    return 0;
}

static int leave(void **state) {
    (void)state;
    for (int i = 0; i < 3; i++)
        if (programs[i][0])
            unlink(programs[i]);
    memset(programs, 0, sizeof programs);
    return rmdir(folder);
}

// Puts a program in the folder that does this.
static void put(int number, const char *name, const char *does) {
    snprintf(programs[number], sizeof programs[number], "%s/%s", folder, name);
    FILE *file = fopen(programs[number], "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", does);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(programs[number], 0755), 0);
}

static volatile sig_atomic_t stop;

// Lets the programs make a PDF; its text when they did, else NULL with the trouble.
static char *make(const char *html, unsigned seconds, struct trouble *trouble) {
    static char text[4096];
    struct pandoc pandoc;
    struct workdir work;
    assert_int_equal(pandoc_find(path, &pandoc, trouble), 0);
    assert_int_equal(workdir_make(NULL, &work, trouble), 0);
    struct pandoc_task task = {.html = text_of(html),
                               .style = TEXT("body{}"),
                               .today = {2026, 3, 2},
                               .folder = &work,
                               .stop = &stop,
                               .seconds = seconds};
    int outcome = pandoc_run(&pandoc, &task, trouble);
    if (outcome == 0) {
        char *made = workdir_path(&work, pandoc_result(&pandoc));
        FILE *file = fopen(made, "r");
        assert_non_null(file);
        text[fread(text, 1, sizeof text - 1, file)] = '\0';
        fclose(file);
        free(made);
    }
    assert_int_equal(workdir_remove(&work, NULL), 0);
    pandoc_free(&pandoc);
    return outcome == 0 ? text : NULL;
}

static void test_finding(void **state) {
    (void)state;
    struct pandoc pandoc;
    struct trouble trouble;
    assert_int_equal(pandoc_find(folder, &pandoc, &trouble), -1);
    assert_non_null(strstr(trouble.what, "apt-get install pandoc"));
    assert_int_equal(pandoc_find(NULL, &pandoc, &trouble), -1);
    put(0, "pandoc", "");
    assert_int_equal(pandoc_find(folder, &pandoc, &trouble), -1);
    assert_non_null(strstr(trouble.what, "apt-get install weasyprint"));
    put(1, "xelatex", "");
    assert_int_equal(pandoc_find(folder, &pandoc, &trouble), 0);
    assert_int_equal(pandoc.engine, PANDOC_XELATEX);
    pandoc_free(&pandoc);
    put(2, "chromium", "");
    assert_int_equal(pandoc_find(folder, &pandoc, &trouble), 0);
    assert_int_equal(pandoc.engine, PANDOC_CHROMIUM);
    assert_int_equal(pandoc_form(&pandoc), DOCUMENT_ALONE);
    pandoc_free(&pandoc);
    unlink(programs[1]);
    put(1, "weasyprint", "");
    assert_int_equal(pandoc_find(folder, &pandoc, &trouble), 0);
    assert_int_equal(pandoc.engine, PANDOC_WEASYPRINT);
    assert_int_equal(pandoc_form(&pandoc), DOCUMENT_FOR_PANDOC);
    pandoc_free(&pandoc);
}

// What the programs see: the plan on standard input only, one date, a private folder.
static void test_what_is_passed_on(void **state) {
    (void)state;
    struct trouble trouble;
    put(0, "pandoc",
        "{ echo \"$*\"; env; umask; cat style.css template.html | wc -l; } >all\n"
        "grep -q geheim all && exit 1\n"
        "{ cat all; cat; } >document.pdf");
    put(1, "weasyprint", "");
    char *text = make("geheim", 0, &trouble);
    assert_non_null(text);
    assert_non_null(strstr(text, "--sandbox"));
    assert_non_null(strstr(text, "\nSOURCE_DATE_EPOCH=1772409600\n"));
    assert_non_null(strstr(text, "\nHOME=/"));
    assert_non_null(strstr(text, "\n0077\n"));
    assert_string_equal(text + strlen(text) - 6, "geheim");
    assert_null(strstr(text, "LOGNAME"));
}

static void test_chromium(void **state) {
    (void)state;
    struct trouble trouble;
    put(0, "chromium", "for last; do :; done\ncat \"${last#file://}\" >document.pdf");
    snprintf(path, sizeof path, "%s", folder);
    struct pandoc pandoc;
    assert_int_equal(pandoc_find(path, &pandoc, &trouble), 0);
    assert_int_equal(pandoc.engine, PANDOC_CHROMIUM);
    pandoc_free(&pandoc);
    put(1, "cat", "exec /bin/cat \"$@\""); // its PATH is this folder only
    char *text = make("geheim", 0, &trouble);
    assert_non_null(text);
    assert_string_equal(text, "geheim");
}

static void check_trouble(const char *does, unsigned seconds, int number, const char *what) {
    struct trouble trouble = {0};
    put(0, "pandoc", does);
    assert_null(make("geheim", seconds, &trouble));
    assert_int_equal(trouble.number, number);
    assert_non_null(strstr(trouble.what, what));
    assert_null(strstr(trouble.detail, "geheim"));
}

static void test_trouble(void **state) {
    (void)state;
    put(1, "weasyprint", "");
    check_trouble("cat >&2; exit 43", 0, 0, "could not make the document");
    check_trouble("cat >/dev/null", 0, 0, "made no document");
    check_trouble("cat >/dev/null; : >document.pdf", 0, 0, "made no document");
    check_trouble("ln -s /etc/passwd document.pdf", 0, 0, "made no document");
    check_trouble("kill -9 $$", 0, 0, "was killed");
    check_trouble("sleep 60", 1, 0, "took too long");
    check_trouble("echo 'x: No space left on device' >&2; exit 1", 0, ENOSPC, "could not be made");
    stop = 1;
    check_trouble("sleep 60", 0, EINTR, "was not made");
    stop = 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_finding, enter, leave),
        cmocka_unit_test_setup_teardown(test_what_is_passed_on, enter, leave),
        cmocka_unit_test_setup_teardown(test_chromium, enter, leave),
        cmocka_unit_test_setup_teardown(test_trouble, enter, leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
