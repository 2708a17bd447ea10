// SPDX-License-Identifier: Apache-2.0
// Lets memory of large buffers go back to the system when they are freed.
#pragma once

#if __has_include(<malloc.h>)
#include <malloc.h>
#endif

namespace sim {

// Once, at the start of a program. glibc otherwise keeps ever larger blocks once it has seen some
// freed: at 1:100 a 50th of the peak. No loss of time was measured.
inline void return_large_blocks() {
#if defined(M_MMAP_THRESHOLD)
    constexpr int bytes = 16 << 20;
    mallopt(M_MMAP_THRESHOLD, bytes);
#endif
}

}  // namespace sim
