// SPDX-License-Identifier: Apache-2.0
// Walkers that take random steps: the smallest model whose replicates differ. One parameter makes
// it fail in the middle of a run, one drives those with even numbers forward and the others back.
#pragma once

#include <atomic>
#include <cmath>
#include <stdexcept>
#include <string>

#include "sim/model/model.hpp"
#include "sim/scenario/load.hpp"

namespace sim::testing {

struct WalkParams final : ParamBlock {
    SIM_PARAMS(WalkParams, "walk", "How walkers move.");
    SIM_PARAM(double, drift, 0.0, .range = {-10.0, 10.0}, .doc = "Added to each step.",
              .source = assumed("test"));
    SIM_PARAM(double, favour, 0.0, .range = {-10.0, 10.0},
              .doc = "Added to each step of walkers with even numbers, taken from the others'.",
              .source = assumed("test"));
    SIM_PARAM(int, fails_in_year, 0, .range = {0, 3000}, .doc = "Year in which it fails; 0 never.",
              .source = assumed("test"));
};

using WalkerId = Id<struct WalkerTag>;
struct WalkerTable final : Table {
    SIM_TABLE(WalkerTable, WalkerId, "walker", "Walkers.");
    SIM_COLUMN(double, position, unit::kilometre, "Where it stands.");
};

// Quarters that were simulated by this process.
inline std::atomic<int> steps_taken{0};

class Step final : public Phase {
  public:
    Step(const WalkParams& params, World& world)
        : Phase("step", "Everyone takes a step."), params_(params), rows_(world) {}
    void run(const Tick& tick) override {
        ++steps_taken;
        if (tick.now().year() == params_.fails_in_year) {
            throw std::runtime_error("walkers fell");
        }
        for_each_row(tick, rows_, [&](WalkerId w, Rng& rng) {
            const double favour = w.row() % 2 == 0 ? params_.favour : -params_.favour;
            position_[w] += rng.normal() + params_.drift + favour;
        });
    }

  private:
    const WalkParams& params_;
    Rows<WalkerTable> rows_;
    Write<&WalkerTable::position> position_{*this};
};

class Distance final : public Output {
  public:
    explicit Distance(const World& world)
        : Output({.unit = unit::kilometre, .doc = "Mean position.", .headline = true}),
          rows_(world) {}
    void record(const Tick&, Sink& out) const override {
        double sum = 0.0;
        for (std::size_t row = rows_.first(); row < rows_.end(); ++row) {
            sum += position_.data()[row];
        }
        out.push(sum / static_cast<double>(rows_.size()));
    }

  private:
    Rows<WalkerTable> rows_;
    Read<&WalkerTable::position> position_{*this};
};

class WalkModel final : public Model {
  public:
    WalkModel() : Model("walk", "Random walkers.") {
        declare(params_);
        world().add<WalkerTable>();
        schedule().add<Step>(params_, world());
        output_list().add("distance", [this] {
            auto output = std::make_unique<Distance>(world());
            output->name_as("distance");
            return output;
        });
    }
    std::vector<Dimension> dimensions() const override { return {}; }
    // Those who are more than half a kilometre further gain.
    PeopleSpec people() const override {
        PersonalOutcome position{"position", unit::kilometre, "Where it stands at the end."};
        position.step = kilometres_per_code;
        position.zero = middle;
        position.tolerance = 0.5;
        return {{position},
                {{"parity", {"even", "odd"}, "Of its number.", {}},
                 {"quarter", {"1", "2", "3", "4"}, "Quarter of the numbers.", {}}},
                {{"even ones", "parity", "even"}},
                "all walkers."};
    }
    Portrait portrait(const Tick&) const override {
        Portrait portrait{{{Identity{0}, walkers}}, {}, {{}}};
        const double* at = world().table<WalkerTable>().position.data();
        for (std::size_t row = 0; row < walkers; ++row) {
            portrait.cell.push_back(static_cast<std::uint16_t>(row % 2 * 4 + row * 4 / walkers));
            portrait.outcomes[0].push_back(
                static_cast<std::uint16_t>(middle + std::lround(at[row] / kilometres_per_code)));
        }
        return portrait;
    }
    void prepare(const InitialContext&) override { world().table<WalkerTable>().reserve(walkers); }
    void initialise(const InitialContext&) override {
        world().table<WalkerTable>().append(walkers);
    }

  private:
    static constexpr std::size_t walkers = 10'000;  // more than one chunk
    static constexpr double kilometres_per_code = 1.0 / 256.0;
    static constexpr std::uint16_t middle = 32768;

    WalkParams params_;
};

inline ModelCatalogue walk_models() {
    ModelCatalogue models;
    models.add([] { return std::make_unique<WalkModel>(); });
    return models;
}

// Two years of walking, with more lines of a scenario behind.
inline LoadedScenario walk_scenario(const ModelCatalogue& models, const std::string& more = {}) {
    return load_scenario_text(
        "model: walk\ntime: {start: 2022Q3, end: 2024Q2, spin_up_years: 0}\nseed: 7\n" + more,
        "walk.yaml", models, {}, "");
}

}  // namespace sim::testing
