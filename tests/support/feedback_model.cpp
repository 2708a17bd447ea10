// SPDX-License-Identifier: Apache-2.0
#include "tests/support/feedback_model.hpp"

#include <cmath>

namespace sim::testing {

namespace {

constexpr std::size_t region_count = 3;
const std::vector<std::string> region_names{"North", "South", "West"};

struct FeedbackParams final : ParamBlock {
    SIM_PARAMS(FeedbackParams, "market", "How values and prices move.");
    SIM_PARAM(double, noise, 1.0, .range = {0.0, 10.0}, .doc = "Spread of values by replicate.",
              .source = assumed("test"));
};

using PlaceId = Id<struct PlaceTag>;
struct PlaceTable final : Table {
    SIM_TABLE(PlaceTable, PlaceId, "place", "Regions.");
    SIM_COLUMN(double, value, unit::none, "Value of the quarter.");
    SIM_COLUMN(double, added, unit::none, "What policies added to it.");
    SIM_COLUMN(double, price, unit::none, "Price; follows the value.");
    SIM_COLUMN(double, cost, unit::yuan, "What policies cost in the quarter.");
};

constexpr Slot policy_slot{"policies", "Where policies act."};

class Begin final : public Phase {
  public:
    Begin(const FeedbackParams& params, World& world)
        : Phase("begin", "Values are drawn."), params_(params), rows_(world) {}
    void run(const Tick& tick) override {
        for_each_row(tick, rows_, [&](PlaceId p, Rng& rng) {
            value_[p] = 10.0 + params_.noise * rng.normal();
            added_[p] = 0.0;
            cost_[p] = 0.0;
        });
    }

  private:
    const FeedbackParams& params_;
    Rows<PlaceTable> rows_;
    Write<&PlaceTable::value> value_{*this};
    Write<&PlaceTable::added> added_{*this};
    Write<&PlaceTable::cost> cost_{*this};
};

class Spread final : public Phase {
  public:
    Spread() : Phase("spread", "A tenth of what was added reaches the next region.") {}
    void run(const Tick&) override {
        for (std::size_t p = 0; p < region_count; ++p) {
            value_.data()[(p + 1) % region_count] += 0.1 * added_.data()[p];
            value_.data()[p] += added_.data()[p];
        }
    }

  private:
    Read<&PlaceTable::added> added_{*this};
    Scatter<&PlaceTable::value> value_{*this};
};

class Prices final : public Phase {
  public:
    explicit Prices(World& world) : Phase("prices", "Prices follow values."), rows_(world) {}
    void run(const Tick& tick) override {
        for_each_row(tick, rows_,
                     [&](PlaceId p, Rng&) { price_[p] += 0.5 * (value_[p] / 2.0 - price_[p]); });
    }

  private:
    Rows<PlaceTable> rows_;
    Read<&PlaceTable::value> value_{*this};
    Write<&PlaceTable::price> price_{*this};
};

class Policy : public Instrument {
  public:
    explicit Policy(std::string_view doc)
        : Instrument({.doc = doc,
                      .slot = policy_slot,
                      .payer = "none",
                      .responds = "welfare",
                      .where = {"province"}}) {}

  protected:
    template <class Body>
    void for_places(Body&& body) const {
        for (std::size_t p = 0; p < region_count; ++p) {
            if (applies("province", p)) {
                body(p);
            }
        }
    }
    Scatter<&PlaceTable::added> added_{*this};
    Scatter<&PlaceTable::cost> cost_{*this};
};

class Grant final : public Policy {
  public:
    Grant() : Policy("Adds and costs the same.") {}
    SIM_PARAM(double, amount, 1.0, .range = {0.0, 100.0}, .doc = "Added.",
              .source = assumed("test"));
    void run(const Tick& tick) override {
        for_places([&](std::size_t p) {
            added_.data()[p] += amount * strength(tick);
            cost_.data()[p] += amount * strength(tick);
        });
    }
};

class Boost final : public Policy {
  public:
    Boost() : Policy("Multiplies what policies before it added.") {}
    SIM_PARAM(double, rate, 0.5, .range = {0.0, 1.0}, .doc = "Share.", .source = assumed("test"));
    void run(const Tick& tick) override {
        for_places([&](std::size_t p) {
            added_.data()[p] *= 1.0 + rate * strength(tick);
            cost_.data()[p] += std::sqrt(strength(tick));
        });
    }
};

class Talk final : public Policy {
  public:
    Talk() : Policy("Adds, and costs nothing.") {}
    void run(const Tick& tick) override {
        for_places([&](std::size_t p) { added_.data()[p] += strength(tick); });
    }
};

class Welfare final : public Output {
  public:
    Welfare()
        : Output({.unit = unit::ratio,
                  .dims = {"region"},
                  .doc = "Value less price.",
                  .headline = true}) {}
    void record(const Tick&, Sink& out) const override {
        for (std::size_t p = 0; p < region_count; ++p) {
            out.value(0, value_.data()[p] - price_.data()[p], p);
        }
    }

  private:
    Read<&PlaceTable::value> value_{*this};
    Read<&PlaceTable::price> price_{*this};
};

class Cost final : public Output {
  public:
    Cost()
        : Output({.unit = unit::yuan, .dims = {}, .doc = "What policies cost.", .headline = true}) {
    }
    void record(const Tick&, Sink& out) const override {
        double sum = 0.0;
        for (std::size_t p = 0; p < region_count; ++p) {
            sum += cost_.data()[p];
        }
        out.push(sum);
    }

  private:
    Read<&PlaceTable::cost> cost_{*this};
};

template <class T>
void add_output(OutputCatalogue& list, std::string_view name) {
    list.add(name, [name = std::string(name)] {
        auto output = std::make_unique<T>();
        output->name_as(name);
        return output;
    });
}

class FeedbackModel final : public Model {
  public:
    FeedbackModel() : Model("feedback", "Values and prices.") {
        declare(params_);
        instrument_list().add("grant", [] { return std::make_unique<Grant>(); });
        instrument_list().add("boost", [] { return std::make_unique<Boost>(); });
        instrument_list().add("talk", [] { return std::make_unique<Talk>(); });
        add_output<Welfare>(output_list(), "welfare");
        add_output<Cost>(output_list(), "cost");
        world().add<PlaceTable>();
        schedule().add<Begin>(params_, world());
        schedule().slot(policy_slot);
        schedule().add<Spread>();
        schedule().add<Prices>(world());
    }

    std::vector<Dimension> dimensions() const override {
        return {{"region", region_names, "Regions.", {}}};
    }
    std::vector<Dimension> scope_dimensions() const override {
        return {{"province", region_names, "Provinces.", {}}};
    }
    ComparisonSpec comparison() const override {
        return {{{"how_well", "welfare", "welfare"}, {"cost", "cost", ""}},
                "cost",
                "province",
                "region",
                {{"net_gain", "1", "Welfare less cost.", {{"welfare"}, {"cost", -1.0}}},
                 {"gain_per_cost",
                  "1",
                  "Welfare over all costs.",
                  {{"welfare"}},
                  {{"cost", 1.0, true}}}}};
    }
    std::vector<Feedback> feedbacks() const override {
        return {{"prices", "Prices stay.", {{"prices", {held<&PlaceTable::price>()}, {}}}}};
    }
    void prepare(const InitialContext&) override {
        world().table<PlaceTable>().reserve(region_count);
    }
    void initialise(const InitialContext&) override {
        world().table<PlaceTable>().append(region_count);
    }

  private:
    FeedbackParams params_;
};

}  // namespace

ModelCatalogue feedback_models() {
    ModelCatalogue models;
    models.add([] { return std::make_unique<FeedbackModel>(); });
    return models;
}

}  // namespace sim::testing
