// SPDX-License-Identifier: Apache-2.0
// Random orders, samples without replacement and offsets. The order of the elements passed in is
// part of the result: pass them sorted by identity, never as they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "sim/random/rng.hpp"

namespace sim::draw {

// Puts the elements into an order drawn uniformly from all orders (Fisher and Yates).
template <class T>
void shuffle(Rng& rng, std::span<T> elements) {
    SIM_EXPECT(elements.size() <= std::numeric_limits<std::uint32_t>::max());
    for (auto left = static_cast<std::uint32_t>(elements.size()); left > 1; --left) {
        using std::swap;
        swap(elements[left - 1], elements[rng.below(left)]);
    }
}

// The numbers from 0 to n - 1 in random order.
std::vector<std::uint32_t> permutation(Rng& rng, std::uint32_t n);

// `count` different numbers below n, every set equally likely, in rising order (Floyd's algorithm;
// Bentley & Floyd 1987, CACM 30). Time and memory grow with count, not with n; count at most n.
std::vector<std::uint32_t> sample_without_replacement(Rng& rng, std::uint32_t n,
                                                      std::uint32_t count);

// The offset in (0, 1) that belongs to an identity at a tick: for rounding by cumulative remainder
// (sim::apportion) and for systematic samples.
inline double keyed_offset(const Stream& stream, Identity identity, std::uint32_t tick) {
    return stream.at(identity, tick).uniform();
}

}  // namespace sim::draw
