// SPDX-License-Identifier: Apache-2.0
// Asks memory for what will soon be read or written; nothing depends on it but time.
#pragma once

namespace sim {

inline void prefetch(const void* address) {
#if defined(__GNUC__)
    __builtin_prefetch(address);
#else
    static_cast<void>(address);
#endif
}

}  // namespace sim
