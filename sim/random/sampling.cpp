// SPDX-License-Identifier: Apache-2.0
// Permutations and samples without replacement.
#include "sim/random/sampling.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace sim::draw {

namespace {

// A set of numbers of known final size, by open addressing. Only membership is ever asked, so the
// order inside cannot reach a result.
class NumberSet {
  public:
    explicit NumberSet(std::size_t size)
        : shift_(64U - static_cast<unsigned>(std::bit_width(2 * size))),
          slots_(std::size_t{1} << (64U - shift_), empty) {}

    // Adds the number; false if it was there.
    bool add(std::uint32_t number) {
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;
        std::size_t slot = (number * golden) >> shift_;
        while (slots_[slot] != empty) {
            if (slots_[slot] == number) {
                return false;
            }
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = number;
        return true;
    }

  private:
    static constexpr std::uint64_t empty = std::numeric_limits<std::uint64_t>::max();

    unsigned shift_;
    std::vector<std::uint64_t> slots_;
};

}  // namespace

std::vector<std::uint32_t> permutation(Rng& rng, std::uint32_t n) {
    std::vector<std::uint32_t> numbers(n);
    std::iota(numbers.begin(), numbers.end(), 0U);
    shuffle(rng, std::span(numbers));
    return numbers;
}

std::vector<std::uint32_t> sample_without_replacement(Rng& rng, std::uint32_t n,
                                                      std::uint32_t count) {
    SIM_EXPECT(count <= n);
    std::vector<std::uint32_t> sample;
    sample.reserve(count);
    NumberSet taken(count);
    for (std::uint32_t largest = n - count; largest < n; ++largest) {
        const std::uint32_t candidate = rng.below(largest + 1U);
        const std::uint32_t chosen = taken.add(candidate) ? candidate : largest;
        if (chosen != candidate) {
            taken.add(largest);
        }
        sample.push_back(chosen);
    }
    std::sort(sample.begin(), sample.end());
    return sample;
}

}  // namespace sim::draw
