// SPDX-License-Identifier: Apache-2.0
#include "models/classic/boltzmann_wealth/outputs.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include "models/classic/boltzmann_wealth/trader.hpp"
#include "models/classic/outputs.hpp"
#include "sim/statistics/inequality.hpp"

namespace classic {

namespace {

constexpr std::size_t grain = 16384;

std::int64_t total_money(const sim::Tick& tick, const std::int64_t* money, std::size_t traders) {
    return tick.executor().reduce(
        traders, grain, std::int64_t{0},
        [&](const sim::Chunk& chunk) {
            return std::accumulate(money + chunk.begin, money + chunk.end, std::int64_t{0});
        },
        std::plus<>());
}

class WealthGini final : public sim::Output {
  public:
    explicit WealthGini(const sim::World& world)
        : Output({.unit = sim::unit::index,
                  .doc = "Gini coefficient of money over traders, population formula.",
                  .headline = true}),
          traders_(world) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        std::vector<std::int64_t> amounts(money_.data() + traders_.first(),
                                          money_.data() + traders_.end());
        out.push(population_gini(amounts));
    }

  private:
    sim::Rows<TraderTable> traders_;
    sim::Read<&TraderTable::money> money_{*this};
};

class MeanMoney final : public sim::Output {
  public:
    explicit MeanMoney(const sim::World& world)
        : Output(
              {.unit = sim::unit::money,
               .doc =
                   "Money held, over traders; constant, because no exchange makes or destroys it.",
               .measure = sim::Measure::ratio,
               .base_unit = sim::unit::agents,
               .base_doc = "Traders.",
               .headline = true}),
          traders_(world) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const std::int64_t total =
            total_money(tick, money_.data() + traders_.first(), traders_.size());
        out.ratio(0, static_cast<double>(total), static_cast<double>(traders_.size()));
    }

  private:
    sim::Rows<TraderTable> traders_;
    sim::Read<&TraderTable::money> money_{*this};
};

WealthClass class_of(double multiple_of_mean) {
    constexpr std::array upper{0.5, 1.0, 2.0, 3.0, 4.0};
    return static_cast<WealthClass>(std::upper_bound(upper.begin(), upper.end(), multiple_of_mean) -
                                    upper.begin());
}

class TradersByWealthClass final : public sim::Output {
    using Counts = std::array<std::int64_t, sim::enum_size<WealthClass>>;

  public:
    explicit TradersByWealthClass(const sim::World& world)
        : Output({.unit = sim::unit::agents,
                  .dims = {"wealth_class"},
                  .doc = "Traders by their money relative to the mean of all traders.",
                  .measure = sim::Measure::count}),
          traders_(world) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const std::int64_t* money = money_.data() + traders_.first();
        const std::int64_t total = total_money(tick, money, traders_.size());
        const double mean = static_cast<double>(total) / static_cast<double>(traders_.size());
        const Counts counts = tick.executor().reduce(
            traders_.size(), grain, Counts{},
            [&](const sim::Chunk& chunk) {
                Counts part{};
                for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
                    ++part[sim::index_of(class_of(static_cast<double>(money[i]) / mean))];
                }
                return part;
            },
            [](Counts sum, const Counts& part) {
                std::transform(sum.begin(), sum.end(), part.begin(), sum.begin(), std::plus<>());
                return sum;
            });
        for (std::size_t i = 0; i < counts.size(); ++i) {
            out.value(0, static_cast<double>(counts[i]), i);
        }
    }

  private:
    sim::Rows<TraderTable> traders_;
    sim::Read<&TraderTable::money> money_{*this};
};

}  // namespace

double population_gini(std::vector<std::int64_t>& amounts) {
    std::sort(amounts.begin(), amounts.end());
    return sim::gini_of_sorted(
        amounts.size(), [&](std::size_t i) { return static_cast<double>(amounts[i]); },
        [](std::size_t) { return 1.0; });
}

void add_wealth_outputs(sim::OutputCatalogue& outputs, const sim::World& world) {
    add_output<WealthGini>(outputs, "wealth_gini", world);
    add_output<MeanMoney>(outputs, "mean_money", world);
    add_output<TradersByWealthClass>(outputs, "traders_by_wealth_class", world);
}

}  // namespace classic
