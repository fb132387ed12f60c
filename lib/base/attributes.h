// SPDX-License-Identifier: EUPL-1.2
// What a file has besides its content: owner, group, mode, ACL, extended attributes.
#ifndef G1P_BASE_ATTRIBUTES_H
#define G1P_BASE_ATTRIBUTES_H

// Gives the file open as `to` (ours, mode 0600) all that the file open as `from` has, and takes
// away what it has more. Returns 0, or -1 with errno when that cannot be done completely; the mode
// is the last to change, so that until then nobody else can read `to`.
int attributes_copy(int from, int to);

#endif
