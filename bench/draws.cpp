// SPDX-License-Identifier: Apache-2.0
// The cost of keyed random numbers, each with a generator of its own identity, as a pass over
// persons draws them.
#include <vector>

#include <benchmark/benchmark.h>

#include "sim/random/rng.hpp"

namespace {

const sim::Stream& stream() {
    static const sim::Stream one(1, 0, sim::Purpose("bench"));
    return one;
}

template <class Draw>
void draw_each(benchmark::State& state, Draw draw) {
    std::uint64_t identity = 0;
    for (auto _ : state) {
        sim::Rng rng = stream().at(sim::Identity{++identity}, 8090);
        benchmark::DoNotOptimize(draw(rng));
    }
}

void bernoulli(benchmark::State& state) {
    draw_each(state, [](sim::Rng& rng) { return rng.bernoulli(0.03); });
}
void uniform(benchmark::State& state) {
    draw_each(state, [](sim::Rng& rng) { return rng.uniform(); });
}
void gumbel(benchmark::State& state) {
    draw_each(state, [](sim::Rng& rng) { return rng.gumbel(); });
}

// One draw and one random look-up in a table of firms per person.
void draw_and_look_up(benchmark::State& state) {
    const std::vector<std::uint32_t> firms(static_cast<std::size_t>(state.range(0)), 7);
    std::uint64_t identity = 0;
    for (auto _ : state) {
        sim::Rng rng = stream().at(sim::Identity{++identity}, 8090);
        benchmark::DoNotOptimize(firms[rng.below(static_cast<std::uint32_t>(firms.size()))]);
    }
}

}  // namespace

BENCHMARK(bernoulli);
BENCHMARK(uniform);
BENCHMARK(gumbel);
BENCHMARK(draw_and_look_up)->Arg(20'000)->Arg(20'000'000);
