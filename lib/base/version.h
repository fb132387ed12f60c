// SPDX-License-Identifier: EUPL-1.2
// The version, as --version says it.
#ifndef G1P_BASE_VERSION_H
#define G1P_BASE_VERSION_H

#define G1P_VERSION "0.1.0"

#endif
