// SPDX-License-Identifier: EUPL-1.2
// The local frameworks that come with the program: schemas/kaders/*.yaml, built in.
#ifndef G1P_METHOD_SHIPPED_KADER_H
#define G1P_METHOD_SHIPPED_KADER_H

struct shipped_kader {
    const char *name; // of its file, without .yaml
    const char *text; // the whole file
};

extern const struct shipped_kader shipped_kaders[]; // by name, in byte order
extern const unsigned shipped_kader_count;

#endif
