// SPDX-License-Identifier: Apache-2.0
// Gives memory that was freed back to the system, where the library keeps it (glibc does).
#pragma once

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace sim {

inline void return_freed_memory() {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}

}  // namespace sim
