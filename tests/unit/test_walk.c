// SPDX-License-Identifier: EUPL-1.2
// Tests of the walk along files and folders.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lib/base/buffer.h"
#include "lib/base/walk.h"

static char folder[] = "/tmp/g1p-walk-XXXXXX";
static char pattern[sizeof folder];
static int home = -1;

static void make_file(const char *name, const char *bytes, size_t length) {
    int fd = open(name, O_WRONLY | O_CREAT | O_EXCL, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, length), (ssize_t)length);
    close(fd);
}

static void make_empty(const char *name) {
    make_file(name, "", 0);
}

static void make_folder(const char *name) {
    assert_int_equal(mkdir(name, 0700), 0);
}

// Each test has a fresh folder as its current one.
static int enter(void **state) {
    (void)state;
    if (!pattern[0])
        memcpy(pattern, folder, sizeof folder);
    memcpy(folder, pattern, sizeof folder);
    home = open(".", O_RDONLY | O_DIRECTORY);
    return home >= 0 && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave(void **state) {
    (void)state;
    char command[sizeof folder + 16];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    int outcome = fchdir(home) == 0 && system(command) == 0 ? 0 : -1;
    close(home);
    return outcome;
}

// Walks, and writes down a step a line: "named PATH", "found PATH" or "! PATH: what".
static void check_walk(const struct walk_paths *paths, const char *expected) {
    struct trouble trouble;
    struct walk *walk = walk_open(paths, &trouble);
    assert_non_null(walk);
    struct buffer seen = {0};
    struct walk_entry entry;
    enum walk_step step;
    while ((step = walk_next(walk, &entry)) != WALK_END) {
        if (step == WALK_FILE)
            buffer_format(&seen, "%s %s\n", entry.named ? "named" : "found", entry.path);
        else
            buffer_format(&seen, "! %s: %s\n", entry.trouble.detail, entry.trouble.what);
    }
    assert_int_equal(walk_next(walk, &entry), WALK_END);
    walk_close(walk);
    buffer_add_char(&seen, '\0');
    assert_false(seen.failed);
    assert_string_equal(seen.bytes, expected);
    buffer_free(&seen);
}

static void check_operand(const char *operand, const char *expected) {
    const char *const operands[] = {operand, NULL};
    check_walk(&(struct walk_paths){.operands = operands}, expected);
}

static void test_named(void **state) {
    (void)state;
    make_empty("notes.txt");
    make_empty(".hidden");
    const char *const operands[] = {"notes.txt", "-", ".hidden", "absent", "", NULL};
    check_walk(&(struct walk_paths){.operands = operands},
               "named notes.txt\nnamed -\nnamed .hidden\n"
               "! absent: cannot be opened\n"
               "! : cannot be opened\n");
    check_walk(&(struct walk_paths){0}, "");
}

static void test_order_and_choice(void **state) {
    (void)state;
    make_folder("top");
    make_folder("top/b");
    make_folder("top/.git");
    make_folder("top/map.yaml");
    make_empty("top/b/2.yml");
    make_empty("top/b/1.yaml");
    make_empty("top/b/10.yaml");
    make_empty("top/.git/x.yaml");
    make_empty("top/.x.yaml");
    make_empty("top/map.yaml/in.yaml");
    make_empty("top/c.yaml");
    make_empty("top/B.yml");
    make_empty("top/a.yaml.bak");
    make_empty("top/yaml");
    make_empty("top/e.YAML");
    make_empty("top/\xc3\xa9.yaml");
    const char *expected = "found top/B.yml\nfound top/b/1.yaml\nfound top/b/10.yaml\n"
                           "found top/b/2.yml\nfound top/c.yaml\nfound top/map.yaml/in.yaml\n"
                           "found top/\xc3\xa9.yaml\n";
    check_operand("top", expected);
    check_operand("top/", expected);
    assert_int_equal(chdir("top/b"), 0);
    check_operand(".", "found ./1.yaml\nfound ./10.yaml\nfound ./2.yml\n");
}

static void test_links(void **state) {
    (void)state;
    make_folder("top");
    make_folder("other");
    make_empty("other/far.yaml");
    assert_int_equal(symlink("../other", "top/folder.yaml"), 0);
    assert_int_equal(symlink("..", "top/circle"), 0);
    assert_int_equal(symlink("../other/far.yaml", "top/file.yaml"), 0);
    assert_int_equal(symlink("nowhere", "top/gone.yaml"), 0);
    assert_int_equal(mkfifo("top/pipe.yaml", 0600), 0);
    check_operand("top", "found top/file.yaml\n"
                         "! top/gone.yaml: is a symbolic link that leads nowhere\n");
    // A link that is itself named is followed.
    check_operand("top/folder.yaml", "found top/folder.yaml/far.yaml\n");
}

static void test_empty_folder(void **state) {
    (void)state;
    make_folder("empty");
    make_folder("empty/inner");
    make_empty("empty/inner/read.me");
    make_folder("full");
    make_empty("full/a.yaml");
    const char *const operands[] = {"empty", "full", NULL};
    check_walk(&(struct walk_paths){.operands = operands},
               "! empty: holds no file *.yaml or *.yml\nfound full/a.yaml\n");
}

static void test_list(void **state) {
    (void)state;
    make_empty("a.yaml");
    make_empty("-");
    make_empty("two\nlines.yaml");
    make_folder("b");
    make_empty("b/c.yaml");
    static const char lines[] = "a.yaml\n\nb\n-\nabsent\na.yaml";
    make_file("lines", lines, sizeof lines - 1);
    const char *const operands[] = {"b/c.yaml", NULL};
    check_walk(&(struct walk_paths){.operands = operands, .list = "lines"},
               "named b/c.yaml\nnamed a.yaml\nfound b/c.yaml\nnamed ./-\n"
               "! absent: cannot be opened\nnamed a.yaml\n");
    static const char nul[] = "two\nlines.yaml\0a.yaml";
    make_file("nul", nul, sizeof nul);
    check_walk(&(struct walk_paths){.list = "nul", .list_by_nul = true},
               "named two\nlines.yaml\nnamed a.yaml\n");
    // Read by line, a list with NULs holds no paths; that is told once, and the rest is still done.
    static const char mixed[] = "a\0b\na.yaml\n";
    make_file("mixed", mixed, sizeof mixed - 1);
    check_walk(&(struct walk_paths){.list = "mixed"},
               "! mixed: holds something that cannot be a path\nnamed a.yaml\n");
    make_empty("none");
    check_walk(&(struct walk_paths){.list = "none"}, "");
    check_walk(&(struct walk_paths){.list = "b"}, "! b: cannot be read\n");
    struct trouble trouble;
    assert_null(walk_open(&(struct walk_paths){.list = "absent"}, &trouble));
    assert_int_equal(trouble.number, ENOENT);
    assert_string_equal(trouble.detail, "absent");
}

static void test_list_on_standard_input(void **state) {
    (void)state;
    make_empty("a.yaml");
    make_file("lines", "a.yaml\n", 7);
    int kept = dup(STDIN_FILENO);
    int fd = open("lines", O_RDONLY);
    assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
    check_walk(&(struct walk_paths){.list = "-"}, "named a.yaml\n");
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(fd);
}

static void test_endless_line(void **state) {
    (void)state;
    char *line = calloc(1, 200 * 1024);
    assert_non_null(line);
    memset(line, 'x', 200 * 1024);
    make_file("long", line, 200 * 1024);
    free(line);
    check_walk(&(struct walk_paths){.list = "long"},
               "! long: holds something that cannot be a path\n");
}

// Far deeper than a recursion per folder should go, and deeper than one path can say.
static void test_deep(void **state) {
    (void)state;
    make_folder("deep");
    int top = open("deep", O_RDONLY | O_DIRECTORY);
    int fd = dup(top);
    for (int i = 0; i < 3000; i++) {
        assert_int_equal(mkdirat(fd, "d", 0700), 0);
        int inner = openat(fd, "d", O_RDONLY | O_DIRECTORY);
        close(fd);
        fd = inner;
    }
    close(fd);
    fd = openat(top, "z.yaml", O_WRONLY | O_CREAT, 0600);
    close(fd);
    close(top);
    const char *const operands[] = {"deep", NULL};
    struct walk *walk = walk_open(&(struct walk_paths){.operands = operands}, NULL);
    assert_non_null(walk);
    struct walk_entry entry;
    assert_int_equal(walk_next(walk, &entry), WALK_TROUBLE);
    assert_int_equal(entry.trouble.number, ENAMETOOLONG);
    assert_int_equal(walk_next(walk, &entry), WALK_FILE);
    assert_string_equal(entry.path, "deep/z.yaml");
    assert_int_equal(walk_next(walk, &entry), WALK_END);
    walk_close(walk);
}

static void test_no_permission(void **state) {
    (void)state;
    if (geteuid() == 0)
        skip(); // root may look everywhere
    make_folder("top");
    make_folder("top/closed");
    make_empty("top/z.yaml");
    assert_int_equal(chmod("top/closed", 0), 0);
    check_operand("top", "! top/closed: cannot be walked\nfound top/z.yaml\n");
    chmod("top/closed", 0700);
}

static void test_close_halfway(void **state) {
    (void)state;
    make_folder("top");
    make_empty("top/a.yaml");
    make_empty("top/b.yaml");
    const char *const operands[] = {"top", NULL};
    struct walk *walk = walk_open(&(struct walk_paths){.operands = operands}, NULL);
    struct walk_entry entry;
    assert_int_equal(walk_next(walk, &entry), WALK_FILE);
    walk_close(walk);
    walk_close(NULL);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_named, enter, leave),
        cmocka_unit_test_setup_teardown(test_order_and_choice, enter, leave),
        cmocka_unit_test_setup_teardown(test_links, enter, leave),
        cmocka_unit_test_setup_teardown(test_empty_folder, enter, leave),
        cmocka_unit_test_setup_teardown(test_list, enter, leave),
        cmocka_unit_test_setup_teardown(test_list_on_standard_input, enter, leave),
        cmocka_unit_test_setup_teardown(test_endless_line, enter, leave),
        cmocka_unit_test_setup_teardown(test_deep, enter, leave),
        cmocka_unit_test_setup_teardown(test_no_permission, enter, leave),
        cmocka_unit_test_setup_teardown(test_close_halfway, enter, leave),
    };
    return cmocka_run_group_tests_name("walk", tests, NULL, NULL);
}
