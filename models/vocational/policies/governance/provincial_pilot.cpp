// SPDX-License-Identifier: Apache-2.0
// Article 3: a pilot of provinces. Measures of the scenario that name it by `pilot:` act in its
// provinces alone: those of its `where`, or `number` of them drawn once, richer ones more likely
// (Gumbel noise on selection · affluence, so one by one without replacement). While it runs, local
// effort adds effort_bonus to what those measures do for their money; that cannot be replicated. At
// its end the measures end, or with roll_out go on in all provinces without the bonus (E11).
// Evidence: pilot_positive_selection, pilot_effort_bonus (wang_yang2025).
#include <algorithm>
#include <vector>

#include "models/vocational/agents/census.hpp"
#include "models/vocational/agents/government.hpp"
#include "models/vocational/agents/place.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ProvincialPilot final : public sim::Instrument {
  public:
    ProvincialPilot()
        : Instrument({.doc = "Gives the measures that belong to it to pilot provinces alone.",
                      .slot = slots::before_policies,
                      .article = "3",
                      .family = "scope",
                      .payer = "none",
                      .responds = "spending_per_student",
                      .where = {"province"},
                      .is_pilot = true,
                      .treated_in = "pilot_regions"}) {}

    SIM_PARAM(
        int, number, 6, .unit = sim::unit::none, .range = {1, 31},
        .doc = "Provinces drawn where the scenario names none.",
        .source = sim::assumed("policy lever; the first provincial agreements were some six"));
    SIM_PARAM(double, selection, 1.04, .unit = sim::unit::ratio, .range = {0.0, 1.28},
              .doc = "Log odds of being drawn per standard deviation of provincial log income.",
              .source = sim::cited("wang_yang2025",
                                   "0.8 to 0.9 of pilots in places better off than average"));
    SIM_PARAM(double, effort_bonus, 0.3, .unit = sim::unit::share, .range = {0.0, 0.6},
              .doc = "Effect that a measure gains by local effort while it is a pilot.",
              .source = sim::cited("wang_yang2025", "evidence row pilot_effort_bonus; judged"));
    SIM_PARAM(bool, roll_out, false, .unit = sim::unit::none,
              .doc = "Whether the measures go on in all provinces after the pilot.",
              .source = sim::assumed("policy lever"));

    void run(const sim::Tick& tick) override {
        sim::PilotArea& area = *commitment().pilot;
        area.dimension = "province";
        area.rolls_out = roll_out;
        const bool is_over = tick.now() > commitment().end;
        if (is_over && roll_out) {
            area.places.assign(provinces_.data()[0], true);
            return;
        }
        area.places = chosen(tick);
        const double x = strength(tick);
        for (std::size_t p = 0; p < area.places.size() && x > 0.0; ++p) {
            if (area.places[p]) {
                is_pilot_[ProvinceId(p)] = 1;
                bonus_[ProvinceId(p)] = static_cast<float>(x * effort_bonus);
            }
        }
    }

  private:
    // The same in every quarter.
    std::vector<bool> chosen(const sim::Tick& tick) const {
        const std::size_t provinces = provinces_.data()[0];
        std::vector<bool> places(provinces, false);
        if (commitment().scope.restricts("province")) {
            for (std::size_t p = 0; p < provinces; ++p) {
                places[p] = applies("province", p);
            }
            return places;
        }
        const sim::Stream stream = tick.stream(sim::Purpose("provincial_pilot"));
        std::vector<std::pair<double, std::size_t>> order;
        for (std::size_t p = 0; p < provinces; ++p) {
            sim::Rng rng = stream.at(sim::Identity{p}, 0);
            order.emplace_back(-selection * affluence_[ProvinceId(p)] - rng.gumbel(), p);
        }
        std::sort(order.begin(), order.end());
        const auto most = std::min(order.size(), static_cast<std::size_t>(int{number}));
        for (std::size_t i = 0; i < most; ++i) {
            places[order[i].second] = true;
        }
        return places;
    }

    sim::Read<&NationTable::provinces> provinces_{*this};
    sim::Read<&ProvinceTable::affluence> affluence_{*this};
    sim::Write<&ProvinceMoneyTable::is_pilot> is_pilot_{*this};
    sim::Write<&ProvinceMoneyTable::effort_bonus> bonus_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(provincial_pilot, ProvincialPilot);

}  // namespace vocational
