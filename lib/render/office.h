// SPDX-License-Identifier: EUPL-1.2
// The documents that lend their page and styles to those for word processors.
#ifndef G1P_RENDER_OFFICE_H
#define G1P_RENDER_OFFICE_H

#include "lib/base/buffer.h"

// Writes the document to take the look from, A4 with header, footer and styles; `colour` (six hex
// digits; NULL: our own) is that of headings and lines. Whether memory lasted is told by
// `out->failed`.
void office_docx(const char *colour, struct buffer *out);
void office_odt(const char *colour, struct buffer *out);

#endif
