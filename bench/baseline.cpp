// SPDX-License-Identifier: Apache-2.0
// The whole program's speed: person-quarters per second of the baseline at one scale, beside the
// machine's own limit. Bytes moved are counted from the phases' handles: a column of the person
// table that a phase reads costs its width for each row, one that it writes twice that.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "models/vocational/agents/person.hpp"
#include "models/vocational/model.hpp"
#include "sim/model/run.hpp"
#include "sim/scenario/load.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point began) {
    return std::chrono::duration<double>(Clock::now() - began).count();
}

// Bytes per second that all threads together read from memory, the best of some passes over a block
// far larger than any cache.
double read_bandwidth(const sim::Executor& executor) {
    constexpr std::size_t words = std::size_t{1} << 26U;  // 512 MiB
    constexpr int passes = 5;
    std::vector<std::uint64_t> block(words, 1);
    double best = 0.0;
    std::uint64_t sum = 0;
    for (int pass = 0; pass < passes; ++pass) {
        const auto began = Clock::now();
        sum += executor.reduce(
            words, std::size_t{1} << 18U, std::uint64_t{0},
            [&](const sim::Chunk& chunk) {
                return std::accumulate(block.data() + chunk.begin, block.data() + chunk.end,
                                       std::uint64_t{0});
            },
            [](std::uint64_t a, std::uint64_t b) { return a + b; });
        best = std::max(best,
                        static_cast<double>(words * sizeof(std::uint64_t)) / seconds_since(began));
    }
    if (sum != passes * words) {
        std::abort();  // also keeps the loop from being dropped
    }
    return best;
}

// Bytes per person and quarter that the schedule's phases touch, by their own declarations.
double bytes_per_person_quarter(const sim::Model& model) {
    double bytes = 0.0;
    for (const sim::Schedule::Step& step : model.schedule().steps()) {
        for (const sim::Phase* phase : step.phases) {
            int quarters = 0;
            for (int q = 1; q <= 4; ++q) {
                quarters += (phase->quarters() & sim::Phase::only(q)) != 0 ? 1 : 0;
            }
            for (const sim::Access& access : phase->accesses()) {
                if (access.table != "person") {
                    continue;
                }
                for (const sim::ColumnBase* column :
                     model.world().table<vocational::PersonTable>().columns()) {
                    if (column->name() == access.column) {
                        const double times = access.mode == sim::AccessMode::read ? 1.0 : 2.0;
                        bytes +=
                            times * static_cast<double>(column->element_bytes()) * quarters / 4;
                    }
                }
            }
        }
    }
    return bytes;
}

}  // namespace

// bench_baseline [people per agent, default 1000] [threads, default all]
int main(int argc, char** argv) {
    const std::string scale = argc > 1 ? argv[1] : "1000";
    const int threads =
        argc > 2 ? std::atoi(argv[2]) : static_cast<int>(std::thread::hardware_concurrency());
    const std::string root = SIM_SOURCE_DIR;
    sim::ModelCatalogue models;
    models.add(vocational::make_model);
    sim::Overrides overrides;
    overrides.scale = "1:" + scale;
    sim::LoadedScenario loaded = sim::load_scenario(root + "/scenarios/baseline.yaml", models,
                                                    overrides, root + "/scenarios/data");
    const auto executor = sim::make_executor(sim::Backend::tbb, threads);
    sim::Run run(std::move(loaded.model), loaded.scenario, 0);
    std::size_t person_quarters = 0;
    sim::RunOptions options;
    options.executor = executor.get();
    options.on_quarter = [&] {
        person_quarters += run.model().world().table<vocational::PersonTable>().size();
    };
    const auto began = Clock::now();
    const sim::Record record = run.simulate(options);
    const double seconds = seconds_since(began);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto people =
        static_cast<double>(run.model().world().table<vocational::PersonTable>().size());
    const double bytes = bytes_per_person_quarter(run.model());
    const double moved = bytes * static_cast<double>(person_quarters) / seconds;
    const double limit = read_bandwidth(*executor);
    fmt::print("scale 1:{}, {} threads, {} quarters\n", scale, threads, record.hashes.size());
    fmt::print("persons at the end           {:.0f}\n", people);
    fmt::print("seconds, initial state too   {:.2f}\n", seconds);
    fmt::print("person-quarters per second   {:.1f} million\n",
               static_cast<double>(person_quarters) / seconds / 1e6);
    fmt::print("columns per person           {} bytes\n",
               run.model().world().table<vocational::PersonTable>().bytes_per_row());
    fmt::print("peak memory                  {:.0f} MB\n",
               static_cast<double>(usage.ru_maxrss) / 1e3);
    fmt::print("declared bytes moved         {:.0f} per person-quarter, {:.2f} GB/s\n", bytes,
               moved / 1e9);
    fmt::print("read bandwidth               {:.1f} GB/s; share reached {:.0f} %\n", limit / 1e9,
               100.0 * moved / limit);
    for (const sim::PhaseTime& phase : record.timing) {
        if (phase.seconds > 0.02 * seconds) {
            fmt::print("  {:<20} {:6.3f} s\n", phase.name, phase.seconds);
        }
    }
    return 0;
}
