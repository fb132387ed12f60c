// SPDX-License-Identifier: EUPL-1.2
// The floor to measure from: libyaml parses every file of a folder and throws the events away.
#include <dirent.h>
#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
#include <yaml.h>

enum { LARGEST = 8 * 1024 * 1024 };

static unsigned char content[LARGEST];

static size_t read_file(int folder, const char *name) {
    size_t length = 0;
    ssize_t got;
    int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        err(1, "%s", name);
    while ((got = read(fd, content + length, LARGEST - length)) > 0)
        length += (size_t)got;
    if (got < 0)
        err(1, "%s", name);
    close(fd);
    return length;
}

// Returns how many events there were.
static unsigned long parse(size_t length) {
    yaml_parser_t parser;
    unsigned long events = 0;
    int ended = 0;
    if (!yaml_parser_initialize(&parser))
        errx(1, "no memory");
    yaml_parser_set_input_string(&parser, content, length);
    while (!ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event))
            break; // some files of the corpus are broken
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        events++;
    }
    yaml_parser_delete(&parser);
    return events;
}

int main(int argc, char **argv) {
    struct dirent *entry;
    unsigned long files = 0;
    unsigned long events = 0;
    if (argc != 2)
        errx(2, "usage: floor FOLDER");
    DIR *folder = opendir(argv[1]);
    if (!folder)
        err(1, "%s", argv[1]);
    while ((entry = readdir(folder))) {
        if (entry->d_name[0] == '.')
            continue;
        events += parse(read_file(dirfd(folder), entry->d_name));
        files++;
    }
    closedir(folder);
    printf("%lu files, %lu events\n", files, events);
    return 0;
}
