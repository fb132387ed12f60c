// SPDX-License-Identifier: EUPL-1.2
// Reading options by a table, saying what is wrong with them, and printing the help page.
#include "lib/base/options.h"

#include <stdbool.h>
#include <string.h>

#include "lib/base/output.h"
#include "lib/base/text.h"
#include "lib/base/utf8.h"
#include "lib/base/version.h"
#include "lib/base/words.h"

enum {
    PAGE_WIDTH = 80,
    WIDEST_OPTION = 30, // a wider one has its help on the next line
    LONGEST_SHOWN = 60  // bytes of what was typed that a message repeats
};

static bool is_last(const struct option_row *row) {
    return !row->letter && !row->name;
}

void options_begin(struct options *options, const struct option_row *rows, int argc, char **argv) {
    *options = (struct options){.rows = rows, .argc = argc, .argv = argv};
    // "-": operands come in their turn; ":": a missing argument is told apart from a wrong option.
    char *letter = options->letters;
    *letter++ = '-';
    *letter++ = ':';
    struct option *option = options->long_options;
    int most = OPTIONS_MOST_ROWS;
    for (const struct option_row *row = rows; !is_last(row) && most > 0; row++, most--) {
        if (row->letter > 0 && row->letter < OPTIONS_LONG_ONLY) {
            *letter++ = (char)row->letter;
            if (row->argument)
                *letter++ = ':';
        }
        if (row->name && row->letter != OPTIONS_VERB)
            *option++ = (struct option){row->name, row->argument ? required_argument : no_argument,
                                        NULL, row->letter};
    }
    optind = 0; // begin anew, also after an earlier reading
    opterr = 0; // the messages are ours
}

// --- What is wrong ---

// Copies what was typed, up to "=", as far as it may be shown: short and without controls.
static void copy_shown(char into[LONGEST_SHOWN + 4], const char *typed) {
    size_t length = 0;
    while (typed[length] && typed[length] != '=') {
        uint32_t point;
        size_t step = utf8_decode(typed + length, strlen(typed + length), &point);
        if (length + step > LONGEST_SHOWN) {
            memcpy(into + length, "\xe2\x80\xa6", 4); // an ellipsis
            return;
        }
        if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFD)
            memset(into + length, '?', step);
        else
            memcpy(into + length, typed + length, step);
        length += step;
    }
    into[length] = '\0';
}

const char *options_nearest(const char *word, const char *const *words, size_t count) {
    struct text typed = text_of(word);
    size_t limit = text_slip(typed);
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = text_distance(typed, text_of(words[i]), limit);
        if (distance <= limit) {
            nearest = words[i];
            if (distance == 0)
                break;
            limit = distance - 1;
        }
    }
    return nearest;
}

// A long option that nobody knows, or that could be several.
static void tell_long(struct options *options, const char *typed) {
    char shown[LONGEST_SHOWN + 4];
    copy_shown(shown, typed);
    char name[LONGEST_SHOWN + 4] = "";
    size_t length = strcspn(typed + 2, "=");
    if (length <= LONGEST_SHOWN)
        memcpy(name, typed + 2, length);
    const char *names[OPTIONS_MOST_ROWS];
    const char *alike[2] = {NULL, NULL};
    size_t count = 0;
    for (const struct option *option = options->long_options; option->name; option++) {
        if (name[0] && !alike[1] && strncmp(option->name, name, length) == 0)
            alike[alike[0] != NULL] = option->name;
        names[count++] = option->name;
    }
    const char *nearest = options_nearest(name, names, count);
    if (alike[1])
        snprintf(options->message, sizeof options->message,
                 _("option %s is not clear: it could be --%s or --%s"), shown, alike[0], alike[1]);
    else if (nearest)
        snprintf(options->message, sizeof options->message,
                 _("unknown option %s; did you mean --%s?"), shown, nearest);
    else
        snprintf(options->message, sizeof options->message,
                 _("unknown option %s; --help lists them all"), shown);
}

static const struct option_row *row_of(const struct options *options, int letter) {
    for (const struct option_row *row = options->rows; !is_last(row); row++)
        if (row->letter == letter)
            return row;
    return NULL;
}

// An option that is known, with an argument too few or too many.
static void tell_row(struct options *options, const struct option_row *row, bool missing) {
    const char *dashes = row->name ? "--" : "-";
    const char letter[2] = {(char)row->letter, '\0'};
    const char *name = row->name ? row->name : letter;
    if (missing)
        snprintf(options->message, sizeof options->message, _("option %s%s needs an argument: %s"),
                 dashes, name, _(row->argument));
    else
        snprintf(options->message, sizeof options->message, _("option %s%s takes no argument"),
                 dashes, name);
}

static void tell_wrong(struct options *options, bool missing) {
    const struct option_row *row = optopt ? row_of(options, optopt) : NULL;
    if (row)
        tell_row(options, row, missing);
    else if (!optopt && optind > 0 && optind <= options->argc)
        tell_long(options, options->argv[optind - 1]);
    else if (optopt > ' ' && optopt < 0x7F)
        snprintf(options->message, sizeof options->message,
                 _("unknown option -%c; --help lists them all"), optopt);
    else
        snprintf(options->message, sizeof options->message,
                 _("unknown option; --help lists them all"));
}

int options_next(struct options *options) {
    options->value = NULL;
    if (!options->operands_from) {
        int letter = getopt_long(options->argc, options->argv, options->letters,
                                 options->long_options, NULL);
        if (letter == '?' || letter == ':') {
            tell_wrong(options, letter == ':');
            return OPTIONS_WRONG;
        }
        if (letter != -1) {
            options->value = optarg;
            return letter == 1 ? OPTIONS_OPERAND : letter;
        }
        options->operands_from = optind > 0 ? optind : 1;
    }
    if (options->operands_from >= options->argc)
        return OPTIONS_END;
    options->value = options->argv[options->operands_from++];
    return OPTIONS_OPERAND;
}

// --- The help page ---

static int width_of(const char *bytes, size_t length) {
    int width = 0;
    for (size_t at = 0; at < length;) {
        uint32_t point;
        at += utf8_decode(bytes + at, length - at, &point);
        width += utf8_width(point);
    }
    return width;
}

static void print_spaces(FILE *out, int count) {
    fprintf(out, "%*s", count > 0 ? count : 0, "");
}

// Prints words from column `column` on, later lines from column `indent` on, and a newline.
// A newline in the text begins a new line.
static void print_wrapped(FILE *out, const char *text, int column, int indent) {
    bool first = true; // on its line
    while (*text) {
        if (*text == ' ' || *text == '\n') {
            if (*text == '\n') {
                fputc('\n', out);
                column = 0;
                first = true;
            }
            text++;
            continue;
        }
        size_t length = strcspn(text, " \n");
        int width = width_of(text, length);
        if (!first && column + 1 + width > PAGE_WIDTH) {
            fputc('\n', out);
            column = 0;
            first = true;
        }
        if (column < indent) {
            print_spaces(out, indent - column);
            column = indent;
        }
        if (!first) {
            fputc(' ', out);
            column++;
        }
        fwrite(text, 1, length, out);
        column += width;
        first = false;
        text += length;
    }
    fputc('\n', out);
}

// Prints the left column of a row, or only measures it when `out` is NULL. Returns its width.
static int print_option(FILE *out, const struct option_row *row) {
    bool has_letter = row->letter > 0 && row->letter < OPTIONS_LONG_ONLY;
    char left[128];
    const char *argument = row->argument ? _(row->argument) : "";
    const char *joint = !row->argument ? "" : row->name ? "=" : " ";
    if (row->letter == OPTIONS_VERB)
        snprintf(left, sizeof left, "  %s", row->name);
    else
        snprintf(left, sizeof left, "  %c%c%s%s%s%s%s", has_letter ? '-' : ' ',
                 has_letter ? (char)row->letter : ' ',
                 !row->name   ? ""
                 : has_letter ? ", "
                              : "  ",
                 row->name ? "--" : "", row->name ? row->name : "", joint, argument);
    if (out)
        fputs(left, out);
    return width_of(left, strlen(left));
}

static bool is_verb(const struct option_row *row) {
    return row->letter == OPTIONS_VERB;
}

static bool has_rows(const struct option_row *rows, bool verbs) {
    while (!is_last(rows) && is_verb(rows) != verbs)
        rows++;
    return !is_last(rows);
}

// Prints the verbs of the table, or the options.
static void print_rows(FILE *out, const struct option_row *rows, bool verbs) {
    int indent = 0;
    for (const struct option_row *row = rows; !is_last(row); row++) {
        int width = row->help && is_verb(row) == verbs ? print_option(NULL, row) + 2 : 0;
        if (width > indent && width <= WIDEST_OPTION)
            indent = width;
    }
    for (const struct option_row *row = rows; !is_last(row); row++) {
        if (!row->help || is_verb(row) != verbs)
            continue;
        int column = print_option(out, row);
        if (column + 2 > indent) {
            fputc('\n', out);
            column = 0;
        }
        print_wrapped(out, _(row->help), column, indent);
    }
}

void options_help(const struct options_page *page, FILE *out) {
    const char *heading = _("Usage:");
    int indent = width_of(heading, strlen(heading)) + 1;
    for (const char *const *usage = page->usages; usage && *usage; usage++) {
        fputs(usage == page->usages ? heading : "", out);
        print_spaces(out, usage == page->usages ? 1 : indent);
        fputs(page->command, out);
        fputc(' ', out);
        int name = indent + width_of(page->command, strlen(page->command)) + 1;
        print_wrapped(out, _(*usage), name, name);
    }
    if (page->about) {
        fputc('\n', out);
        print_wrapped(out, _(page->about), 0, 0);
    }
    if (page->rows && has_rows(page->rows, true)) {
        fprintf(out, "\n%s\n", _("Verbs:"));
        print_rows(out, page->rows, true);
    }
    if (page->rows && has_rows(page->rows, false)) {
        fprintf(out, "\n%s\n", _("Options:"));
        print_rows(out, page->rows, false);
    }
    if (page->examples && *page->examples) {
        fprintf(out, "\n%s\n", _("Examples:"));
        for (const char *const *example = page->examples; *example; example++)
            fprintf(out, "  %s\n", _(*example));
    }
    if (page->status) {
        fputc('\n', out);
        print_wrapped(out, _(page->status), 0, 0);
    }
}

int options_answer(const struct options_page *page, int letter, FILE *out) {
    struct trouble trouble;
    if (letter == 'h')
        options_help(page, out);
    else
        fprintf(out, "%s %s\n", page->command, G1P_VERSION);
    if (output_finish(out, &trouble) == 0)
        return 0;
    trouble_print(page->command, &trouble);
    return -1;
}
