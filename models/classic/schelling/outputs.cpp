// SPDX-License-Identifier: Apache-2.0
#include "models/classic/schelling/outputs.hpp"

#include <functional>
#include <numeric>

#include "models/classic/outputs.hpp"
#include "models/classic/schelling/neighbours.hpp"
#include "sim/output/output.hpp"

namespace classic {

namespace {

constexpr std::size_t grain = 4096;

// A sum over residents and how many of them it is taken over.
struct Total {
    double sum = 0.0;
    std::int64_t base = 0;

    friend Total operator+(const Total& a, const Total& b) {
        return {a.sum + b.sum, a.base + b.base};
    }
};

// Adds up what `add(neighbours, total)` makes of every resident's neighbours.
template <class Add>
Total total_over(const sim::Tick& tick, const CityView& city, const sim::Rows<ResidentTable>& rows,
                 const SquareId* home, Add&& add) {
    return tick.executor().reduce(
        rows.size(), grain, Total{},
        [&](const sim::Chunk& chunk) {
            Total part;
            for (std::size_t r = chunk.begin; r < chunk.end; ++r) {
                add(neighbours_at(city, home[r], city.group[r]), part);
            }
            return part;
        },
        std::plus<>());
}

class SameTypeShare final : public sim::Output {
  public:
    SameTypeShare(const CityParams& params, const sim::World& world)
        : Output({.unit = sim::unit::share,
                  .doc = "Share of a resident's neighbours who are of the same group, mean over "
                         "residents.",
                  .measure = sim::Measure::ratio,
                  .base_unit = sim::unit::agents,
                  .base_doc = "Residents with at least one neighbour.",
                  .headline = true}),
          params_(params),
          residents_(world) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const CityView city{static_cast<std::size_t>(params_.side()), occupant_.data(),
                            group_.data()};
        const Total total = total_over(tick, city, residents_, home_.data(),
                                       [](const Neighbours& neighbours, Total& part) {
                                           if (neighbours.all > 0) {
                                               part.sum += neighbours.same_share();
                                               ++part.base;
                                           }
                                       });
        out.ratio(0, total.sum, static_cast<double>(total.base));
    }

  private:
    const CityParams& params_;
    sim::Rows<ResidentTable> residents_;
    sim::Read<&ResidentTable::group> group_{*this};
    sim::Read<&ResidentTable::home> home_{*this};
    sim::Read<&SquareTable::occupant> occupant_{*this};
};

class UnhappyShare final : public sim::Output {
  public:
    UnhappyShare(const CityParams& params, const sim::World& world)
        : Output({.unit = sim::unit::share,
                  .doc = "Share of residents who would move if it were their turn.",
                  .measure = sim::Measure::ratio,
                  .base_unit = sim::unit::agents,
                  .base_doc = "Residents.",
                  .headline = true}),
          params_(params),
          residents_(world) {}

    void record(const sim::Tick& tick, sim::Sink& out) const override {
        const CityView city{static_cast<std::size_t>(params_.side()), occupant_.data(),
                            group_.data()};
        const double threshold = params_.threshold;
        const Total total = total_over(tick, city, residents_, home_.data(),
                                       [threshold](const Neighbours& neighbours, Total& part) {
                                           part.sum += neighbours.are_enough(threshold) ? 0.0 : 1.0;
                                           ++part.base;
                                       });
        out.ratio(0, total.sum, static_cast<double>(total.base));
    }

  private:
    const CityParams& params_;
    sim::Rows<ResidentTable> residents_;
    sim::Read<&ResidentTable::group> group_{*this};
    sim::Read<&ResidentTable::home> home_{*this};
    sim::Read<&SquareTable::occupant> occupant_{*this};
};

class Moves final : public sim::Output {
  public:
    explicit Moves(const sim::World& world)
        : Output({.unit = sim::unit::agents,
                  .doc = "Residents who moved this quarter; 0 once everybody is content.",
                  .measure = sim::Measure::count,
                  .headline = true}),
          residents_(world) {}

    void record(const sim::Tick&, sim::Sink& out) const override {
        const std::uint8_t* first = has_moved_.data() + residents_.first();
        out.push(std::accumulate(first, first + residents_.size(), 0.0));
    }

  private:
    sim::Rows<ResidentTable> residents_;
    sim::Read<&ResidentTable::has_moved> has_moved_{*this};
};

}  // namespace

void add_city_outputs(sim::OutputCatalogue& outputs, const CityParams& params,
                      const sim::World& world) {
    add_output<SameTypeShare>(outputs, "same_type_share", params, world);
    add_output<UnhappyShare>(outputs, "unhappy_share", params, world);
    add_output<Moves>(outputs, "moves", world);
}

}  // namespace classic
