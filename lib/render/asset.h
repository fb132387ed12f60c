// SPDX-License-Identifier: EUPL-1.2
// The files of this folder that the commands carry with them; made constant by gen/.
#ifndef G1P_RENDER_ASSET_H
#define G1P_RENDER_ASSET_H

extern const char asset_style[];    // style.css
extern const char asset_screen[];   // screen.css
extern const char asset_template[]; // template.html

// office/: the parts of the documents that word processors take their look from.
extern const char asset_docx_types[];
extern const char asset_docx_rels[];
extern const char asset_docx_document[];
extern const char asset_docx_document_rels[];
extern const char asset_docx_header[];
extern const char asset_docx_footer[];
extern const char asset_docx_styles[];
extern const char asset_odt_manifest[];
extern const char asset_odt_content[];
extern const char asset_odt_meta[];
extern const char asset_odt_styles[];

#endif
