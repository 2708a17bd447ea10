// SPDX-License-Identifier: Apache-2.0
#include "sim/sweep/experiment/sobol_sequence.hpp"

#include <boost/random/sobol.hpp>

#include "sim/core/contract.hpp"
#include "sim/random/philox.hpp"
#include "sim/random/rng.hpp"

namespace sim {

namespace {

constexpr unsigned word_bits = 64;
constexpr unsigned kept_bits = 52;  // as many as a double in (0, 1) tells apart

// A flip depends on the bits above as they were before any flip.
std::uint64_t scrambled(std::uint64_t word, std::uint32_t dimension, std::uint64_t key) {
    std::uint64_t flips = 0;
    for (unsigned depth = 0; depth < kept_bits; ++depth) {
        const std::uint64_t above = depth == 0 ? 0 : word >> (word_bits - depth);
        const PhiloxBlock block =
            philox({static_cast<std::uint32_t>(above), static_cast<std::uint32_t>(above >> 32U),
                    depth, dimension},
                   key);
        flips |= std::uint64_t{block[0] & 1U} << (word_bits - 1 - depth);
    }
    return word ^ flips;
}

double unit_of(std::uint64_t word, Scrambling scrambling) {
    const auto cell = static_cast<double>(word >> (word_bits - kept_bits));
    return (cell + (scrambling == Scrambling::owen ? 0.5 : 0.0)) * 0x1p-52;
}

}  // namespace

std::vector<std::vector<double>> sobol_sequence(std::size_t count, std::size_t dimensions,
                                                Scrambling scrambling, std::uint64_t seed) {
    SIM_EXPECT(dimensions > 0 && dimensions <= most_sobol_dimensions);
    const std::uint64_t key = Stream(seed, 0, Purpose("design/sobol")).key();
    boost::random::sobol sequence(dimensions);  // begins after the point at zero
    std::vector<std::vector<double>> points(count, std::vector<double>(dimensions));
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < dimensions; ++k) {
            std::uint64_t word = i == 0 ? 0 : sequence();
            if (scrambling == Scrambling::owen) {
                word = scrambled(word, static_cast<std::uint32_t>(k), key);
            }
            points[i][k] = unit_of(word, scrambling);
        }
    }
    return points;
}

}  // namespace sim
