// SPDX-License-Identifier: Apache-2.0
#include "models/classic/boltzmann_wealth/model.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "models/classic/boltzmann_wealth/exchange.hpp"
#include "models/classic/boltzmann_wealth/outputs.hpp"
#include "models/classic/classic.hpp"

namespace classic {

BoltzmannWealth::BoltzmannWealth()
    : Model("boltzmann_wealth",
            "Traders meet at random and split their money: inequality by luck.") {
    declare(params_);
    world().add<TraderTable>();
    schedule().add<Exchange>(params_, world());
    add_wealth_outputs(output_list(), world());
}

std::vector<sim::Dimension> BoltzmannWealth::dimensions() const {
    return {sim::dimension_of<WealthClass>("wealth_class", "Money relative to the mean.")};
}

void BoltzmannWealth::check(const sim::Scenario& scenario, sim::Problems& problems) const {
    if (scenario.scale != 1) {
        problems.add({{},
                      fmt::format("scale: 1:{} does not fit boltzmann_wealth", scenario.scale),
                      "1:1, because its traders stand for nobody else"});
    }
}

void BoltzmannWealth::prepare(const sim::InitialContext&) {
    world().table<TraderTable>().reserve(static_cast<std::size_t>(params_.traders()));
}

void BoltzmannWealth::initialise(const sim::InitialContext&) {
    TraderTable& traders = world().table<TraderTable>();
    const auto rows = static_cast<std::size_t>(params_.traders());
    traders.append(rows);
    std::fill_n(traders.money.data(), rows, std::int64_t{params_.initial_money()});
}

std::string BoltzmannWealth::broken_invariant(const sim::Tick&) const {
    const TraderTable& traders = world().table<TraderTable>();
    const std::int64_t issued = std::int64_t{params_.traders()} * params_.initial_money();
    std::int64_t held = 0;
    for (std::size_t row = 0; row < traders.size(); ++row) {
        if (traders.money[row] < 0) {
            return fmt::format("trader {} holds {} money", row, traders.money[row]);
        }
        held += traders.money[row];
    }
    return held == issued ? "" : fmt::format("{} money held but {} issued", held, issued);
}

std::unique_ptr<sim::Model> make_boltzmann_wealth() {
    return std::make_unique<BoltzmannWealth>();
}

}  // namespace classic
