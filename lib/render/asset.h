// SPDX-License-Identifier: EUPL-1.2
// The files of this folder that the commands carry with them; made constant by gen/.
#ifndef G1P_RENDER_ASSET_H
#define G1P_RENDER_ASSET_H

extern const char asset_style[];    // style.css
extern const char asset_template[]; // template.html

#endif
