// SPDX-License-Identifier: EUPL-1.2
// Storing files one behind the other, with a directory at the end.
#include "lib/render/zip.h"

#include <stdint.h>
#include <string.h>

enum {
    LOCAL_HEADER = 0x04034b50,
    DIRECTORY_ENTRY = 0x02014b50,
    DIRECTORY_END = 0x06054b50,
    VERSION = 20,
    FIRST_DAY = 0x21 // 1980-01-01, the first that the format knows
};

// Adds a number of `size` bytes, the lowest first.
static void add(struct buffer *out, uint32_t number, int size) {
    for (int i = 0; i < size; i++)
        buffer_add_char(out, (char)(number >> (8 * i) & 0xff));
}

static uint32_t checksum(struct text content) {
    uint32_t sum = 0xffffffff;
    for (size_t i = 0; i < content.length; i++) {
        sum ^= (unsigned char)content.bytes[i];
        for (int bit = 0; bit < 8; bit++)
            sum = sum >> 1 ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

// What a file's own header and its entry in the directory have in common.
static void add_facts(struct buffer *out, const struct zip_file *file) {
    add(out, VERSION, 2);
    add(out, 0, 2); // no flags
    add(out, 0, 2); // stored
    add(out, 0, 2); // midnight
    add(out, FIRST_DAY, 2);
    add(out, checksum(file->content), 4);
    add(out, (uint32_t)file->content.length, 4);
    add(out, (uint32_t)file->content.length, 4);
    add(out, (uint32_t)strlen(file->name), 2);
    add(out, 0, 2); // nothing more
}

void zip_write(const struct zip_file *files, size_t count, struct buffer *out) {
    uint32_t places[ZIP_MOST_FILES];
    size_t begin = out->length;
    for (size_t i = 0; i < count; i++) {
        places[i] = (uint32_t)(out->length - begin);
        add(out, LOCAL_HEADER, 4);
        add_facts(out, &files[i]);
        buffer_add_string(out, files[i].name);
        buffer_add(out, files[i].content);
    }
    uint32_t directory = (uint32_t)(out->length - begin);
    for (size_t i = 0; i < count; i++) {
        add(out, DIRECTORY_ENTRY, 4);
        add(out, VERSION, 2);
        add_facts(out, &files[i]);
        add(out, 0, 2); // no comment
        add(out, 0, 2); // on the first disk
        add(out, 0, 2);
        add(out, 0, 4);
        add(out, places[i], 4);
        buffer_add_string(out, files[i].name);
    }
    uint32_t size = (uint32_t)(out->length - begin) - directory;
    add(out, DIRECTORY_END, 4);
    add(out, 0, 4);
    add(out, (uint32_t)count, 2);
    add(out, (uint32_t)count, 2);
    add(out, size, 4);
    add(out, directory, 4);
    add(out, 0, 2);
}
