// SPDX-License-Identifier: EUPL-1.2
// A ZIP archive of a few texts, as the formats of word processors are (PKWARE APPNOTE 6.3).
#ifndef G1P_RENDER_ZIP_H
#define G1P_RENDER_ZIP_H

#include "lib/base/buffer.h"

enum { ZIP_MOST_FILES = 16 };

// A file in an archive.
struct zip_file {
    const char *name;
    struct text content;
};

// Writes the archive: nothing compressed, every file of the same fixed day, so that the same files
// give the same bytes. Whether memory lasted is told by `out->failed`. Written here because a
// library that packs is ten times what storing takes.
void zip_write(const struct zip_file *files, size_t count, struct buffer *out);

#endif
