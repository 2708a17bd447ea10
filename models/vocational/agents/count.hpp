// SPDX-License-Identifier: Apache-2.0
// Adding to a shared whole number from several threads: additions commute, so the sum does not
// depend on their order.
#pragma once

#include <atomic>
#include <cstdint>

namespace vocational {

template <class Integer>
void add_to(Integer& total, Integer amount) {
    std::atomic_ref<Integer>(total).fetch_add(amount, std::memory_order_relaxed);
}

}  // namespace vocational
