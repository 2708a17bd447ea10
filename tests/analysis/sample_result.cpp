// SPDX-License-Identifier: Apache-2.0
// Writes a result file with made-up numbers under the names of the main model's outcomes, for tests
// of what reads such files: sample_result PROVINCES.csv OUT.h5 run|compare|partial.
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "sim/core/error.hpp"
#include "sim/hdf5/result_file.hpp"

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr int replicates = 8;
constexpr int quarters = 52;
constexpr int spin_up_quarters = 20;
const std::vector<std::string> tracks{
    "general_high",      "comprehensive_high",  "secondary_vocational", "technical_school",
    "higher_vocational", "vocational_bachelor", "applied_bachelor",     "academic_bachelor"};
// Entrants of 2022 in millions, and the share of leavers who find work.
constexpr std::array<double, 8> entrants{9.5, 0.0, 4.8, 1.3, 5.4, 0.08, 2.3, 2.3};
constexpr std::array<double, 8> years{3.0, 3.0, 3.0, 3.0, 3.0, 4.0, 4.0, 4.0};
constexpr std::array<double, 8> placed{0.55, 0.55, 0.70, 0.66, 0.78, 0.84, 0.82, 0.86};

const std::vector<std::string> accounts{"central", "school", "household"};

struct Region {
    std::string name;
    double share;
};

std::vector<Region> read_regions(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    std::vector<Region> regions;
    double total = 0.0;
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        std::size_t begin = 0;
        while (begin <= line.size()) {
            const std::size_t end = std::min(line.find(',', begin), line.size());
            cells.push_back(line.substr(begin, end - begin));
            begin = end + 1;
        }
        regions.push_back({cells.at(0), std::stod(cells.at(5))});
        total += regions.back().share;
    }
    for (Region& region : regions) {
        region.share /= total;
    }
    return regions;
}

sim::ResultHeader make_header(const std::vector<Region>& regions, bool is_compare) {
    sim::ResultHeader header;
    header.scenario_text = "model: vocational\ntitle: Made-up numbers, for tests of readers\n";
    header.scenario_hash = "0";
    header.data_hash = "0";
    header.seed = 18'446'744'073'709'551'615U;
    header.scale = 1000;
    header.command = is_compare ? "compare" : "run";
    header.scenarios = is_compare
                           ? std::vector<std::string>{"baseline", "practice_centres", "seats"}
                           : std::vector<std::string>{"baseline"};
    header.replicates = replicates;
    for (int i = -spin_up_quarters; i < quarters; ++i) {
        header.hash_times.push_back(sim::Quarter(2022, 3) + i);
        if (i >= 0) {
            header.times.push_back(header.hash_times.back());
        }
    }
    std::vector<std::string> names;
    for (const Region& region : regions) {
        names.push_back(region.name);
    }
    header.dimensions = {{"region", names, "Province."}, {"track", tracks, "Track of education."}};
    const std::vector<std::string> cut{"region", "track"};
    using sim::unit::persons;
    using sim::unit::share;
    header.variables = {
        {"agents", sim::unit::agents, cut, "Agents behind a cell.", true, false, ""},
        {"intake", persons, cut, "People who enrolled on ordinary seats.", true, true, ""},
        {"enrolment", persons, cut, "People enrolled.", true, true, ""},
        {"placement_rate", share, cut, "Employed a quarter after completion.", false, true,
         "placement_rate_base"},
        {"placement_rate_base", persons, cut, "Completers neither enrolled nor away.", false, false,
         ""},
        {"public_cost", sim::unit::yuan, {"region"}, "Paid by governments.", true, false, ""},
        {"wage_gini", sim::unit::ratio, {}, "Gini of gross wages.", false, true, ""}};
    header.accounts = accounts;
    header.parameters = {{"admission.mechanism", "parallel", "1", "parallel | serial", 'D', "rules",
                          "How seats are given."},
                         {"labour.separation_rate", "0.12", "1/a", "0 to 1", 'A', "no estimate",
                          "Share of jobs that end."}};
    return header;
}

// A number in −1 … 1 that depends on its arguments in no obvious way.
double wobble(double a, double b, double c) {
    return std::sin(12.9898 * a + 78.233 * b + 41.3 * c + 1.0);
}

void fill_quarter(const std::vector<Region>& regions, std::size_t scenario, std::uint32_t replicate,
                  sim::Quarter now, std::vector<std::vector<double>>& values) {
    const double t = now.number() - 2022.5;
    const double cohort = 1.0 + 0.12 * std::sin(std::numbers::pi * t / 8.0);
    for (std::size_t r = 0; r < regions.size(); ++r) {
        for (std::size_t k = 0; k < tracks.size(); ++k) {
            const double noise =
                0.02 * wobble(static_cast<double>(r), static_cast<double>(k),
                              replicate + std::floor(t)) +
                0.03 * wobble(7.0, static_cast<double>(k), replicate + 0.3 * std::floor(t));
            const double scale = 1.0 + 0.4 * wobble(static_cast<double>(r), k < 2 ? 0.0 : 1.0, 0.0);
            const double people = 1e6 * entrants[k] * regions[r].share * cohort * scale *
                                  (1.0 + noise + (scenario == 2 && k == 5 ? 0.3 : 0.0));
            const double agents = std::round(people * years[k] / 1000.0);
            const bool is_due = now.quarter() == 3 && people > 0.0;
            const double rate =
                placed[k] + 0.06 * wobble(static_cast<double>(r), 3.0, 0.0) + noise * 0.5 +
                (scenario == 1 && k > 1 && k < 6
                     ? 0.004 * t * (0.4 + wobble(static_cast<double>(r), 5.0, replicate))
                     : 0.0);
            values[0].push_back(agents);
            values[1].push_back(is_due ? std::round(people / 1000.0) * 1000.0 : 0.0);
            values[2].push_back(agents * 1000.0);
            values[3].push_back(is_due ? std::min(rate, 1.0) : missing);
            values[4].push_back(is_due ? std::round(people * 0.5) : 0.0);
        }
        values[5].push_back(std::round(2e10 * regions[r].share));
    }
    values[6].push_back(0.38 + 0.001 * t + 0.001 * wobble(t, replicate, 1.0));
}

sim::Record make_record(const sim::ResultHeader& header, const std::vector<Region>& regions,
                        std::size_t scenario, std::uint32_t replicate) {
    sim::Record record;
    record.replicate = replicate;
    record.times = header.times;
    record.hash_times = header.hash_times;
    record.values.resize(header.variables.size());
    for (const sim::Quarter now : header.times) {
        fill_quarter(regions, scenario, replicate, now, record.values);
    }
    for (const sim::Quarter now : header.hash_times) {
        record.hashes.push_back(0x9E3779B97F4A7C15U * static_cast<std::uint64_t>(now.index()) +
                                replicate + 1000 * scenario);
    }
    record.timing = {{"ageing", 0.5}, {"school_admission", 2.0}};
    const double r = replicate;
    record.tables = {{"panel",
                      "event",
                      "Yearly records of a keyed sample of persons.",
                      {{"replicate", sim::unit::none, "Replicate.", true, {}},
                       {"time", sim::unit::year, "Quarter.", false, {}},
                       {"person", sim::unit::none, "Identity.", true, {}},
                       {"track", sim::unit::none, "Track.", true, tracks},
                       {"employer", sim::unit::none, "Employer.", true, {}},
                       {"wage", sim::unit::yuan_per_year, "Wage.", false, {}}},
                      {{r, r, r},
                       {2022.5, 2022.75, 2022.75},
                       {1e12, 1e12 + 1, 1e12},
                       {2, 4, 2},
                       {missing, 300, missing},
                       {missing, 60'000.5, missing}}}};
    // In each quarter the centre pays a million to schools, and these 10 to families.
    record.tables.push_back(
        {"ledger",
         "entry",
         "Flows of money that are not zero, by quarter.",
         {{"time", sim::unit::year, "Quarter.", false, {}},
          {"region", sim::unit::none, "Where.", true, {regions[0].name, "nation"}},
          {"payer", sim::unit::none, "Who pays.", true, accounts},
          {"payee", sim::unit::none, "Who is paid.", true, accounts},
          {"instrument", sim::unit::none, "Cause.", true, {"none", "practice_centres"}},
          {"kind", sim::unit::none, "Kind.", true, {"recurrent", "capital"}},
          {"flow", sim::unit::yuan, "Paid.", true, {}}},
         std::vector<std::vector<double>>(7)});
    std::int64_t quarter = 0;
    for (const sim::Quarter now : header.times) {
        ++quarter;
        const std::array<std::array<double, 7>, 2> flows{
            {{now.number(), 1, 0, 1, 0, 1, 1e6}, {now.number(), 0, 1, 2, 1, 0, 10}}};
        for (const auto& flow : flows) {
            for (std::size_t column = 0; column < flow.size(); ++column) {
                record.tables.back().values[column].push_back(flow[column]);
            }
        }
        for (const std::int64_t balance : {-1'000'000 * quarter, 999'990 * quarter, 10 * quarter}) {
            record.balances.push_back(balance);
        }
    }
    record.complete = true;
    return record;
}

// Simple enough to be checked by hand: the mean of differences, one wide on either side.
std::vector<sim::EffectVariable> make_effects(
    const std::vector<std::vector<std::vector<std::vector<double>>>>& values,
    const sim::ResultHeader& header) {
    std::vector<sim::EffectVariable> effects;
    for (std::size_t v = 0; v < header.variables.size(); ++v) {
        sim::EffectVariable effect{header.variables[v].name, {}, {}, {}, {}};
        for (std::size_t s = 1; s < values.size(); ++s) {
            for (std::size_t i = 0; i < values[s][0][v].size(); ++i) {
                double sum = 0.0;
                double below = 0.0;
                for (std::size_t r = 0; r < values[s].size(); ++r) {
                    const double difference = values[s][r][v][i] - values[0][r][v][i];
                    sum += difference;
                    below += difference < 0.0 ? 1.0 : 0.0;
                }
                const double mean = sum / static_cast<double>(values[s].size());
                effect.difference.push_back(mean);
                effect.low.push_back(mean - 0.25 * std::abs(mean));
                effect.high.push_back(mean + 0.25 * std::abs(mean));
                effect.share_below_zero.push_back(
                    std::isnan(mean) ? missing : below / static_cast<double>(values[s].size()));
            }
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

void write_sample(const std::string& provinces, const std::string& path, const std::string& kind) {
    const std::vector<Region> regions = read_regions(provinces);
    const sim::ResultHeader header = make_header(regions, kind == "compare");
    sim::ResultFile file(path, header);
    std::vector<std::vector<std::vector<std::vector<double>>>> values(header.scenarios.size());
    const std::uint32_t written = kind == "partial" ? replicates / 2 : replicates;
    for (std::size_t s = 0; s < header.scenarios.size(); ++s) {
        for (std::uint32_t r = 0; r < written; ++r) {
            const sim::Record record = make_record(header, regions, s, r);
            file.write(s, record);
            values[s].push_back(record.values);
        }
    }
    if (kind == "compare") {
        file.write_effects([effects = make_effects(values, header)](std::size_t variable) {
            return effects[variable];
        });
    }
    if (kind != "partial") {
        file.finish();
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: sample_result PROVINCES.csv OUT.h5 run|compare|partial\n", stderr);
        return 2;
    }
    try {
        write_sample(argv[1], argv[2], argv[3]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
