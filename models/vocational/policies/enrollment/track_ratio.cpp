// SPDX-License-Identifier: Apache-2.0
// Articles 2 and 9: the split of upper-secondary seats between general and vocational schools.
// Moves planned seats, general' = (1 − x) general + x · share · total at strength x; vocational and
// technical seats take what is left in proportion, five-year places follow the vocational seats.
// Provinces pay for the change of each seat in the year in which it is changed; what is not paid
// for is not changed that year. May also set the mechanism of the market at 15 (E3), which is in
// force as a whole from the start; other markets keep theirs.
#include <algorithm>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/params/admission.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

// The mechanisms, and none of them.
enum class SetMechanism { as_before, immediate, parallel, deferred };

class TrackRatio final : public sim::Instrument {
  public:
    TrackRatio()
        : Instrument({.doc = "Sets the share of upper-secondary seats in general high schools.",
                      .slot = slots::after_seat_plan,
                      .article = "2, 9",
                      .family = "enrollment",
                      .payer = "local",
                      .responds = "general_intake_share",
                      .where = {"province"}}) {}

    SIM_PARAM(double, general_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc =
                  "General seats ÷ general, secondary vocational and technical seats, in full "
                  "force.",
              .source = sim::assumed("policy lever; half is the rule of equal tracks"));

    SIM_PARAM(double, cost_per_seat, 5'000.0, .unit = sim::unit::yuan, .range = {0.0, 50'000.0},
              .doc = "Change of one seat from one kind of school to the other.",
              .source = sim::assumed("classrooms or workshops for a part of it; swept"));

    SIM_PARAM(SetMechanism, mechanism, SetMechanism::as_before, .unit = sim::unit::none,
              .doc = "Mechanism of the admission market at 15.",
              .source = sim::cited("chen_kesten2017", "policy lever"));
    SIM_PARAM(int, parallel_choices, 5, .unit = sim::unit::none, .range = {1, 20},
              .doc = "Choices per band of the parallel mechanism.",
              .source = sim::cited("chen_kesten2017", "evidence row parallel_band; judgement"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = std::clamp(strength(tick), 0.0, 1.0);
        if (x == 0.0) {
            return;
        }
        set_mechanism();
        const double more = std::max(0.0, x - std::clamp(strength_in(tick.now() - 4), 0.0, 1.0));
        provinces_.for_each(*this, [&](ProvinceId province) {
            double& general = seats_[track_cell(province, Track::general_high)];
            const TrackCellId vocational = track_cell(province, Track::secondary_vocational);
            double& technical = seats_[track_cell(province, Track::technical_school)];
            const double rest = seats_[vocational] + technical;
            if (rest <= 0.0) {
                return;  // nowhere to move seats to or from
            }
            const double total = general + rest;
            const double planned = more * std::abs(general_share * total - general) * cost_per_seat;
            double done = 1.0;
            if (planned >= 1.0) {
                done = std::min(1.0, grants_
                                         .pay_suppliers(*this, tick, province, planned,
                                                        sim::FlowKind::capital, PaidBy::province)
                                         .done);
            }
            const double moved = x - more * (1.0 - done);
            general = (1.0 - moved) * general + moved * general_share * total;
            const double factor = (total - general) / rest;
            seats_[vocational] *= factor;
            technical *= factor;
            five_year_[vocational] *= factor;
        });
    }

  private:
    void set_mechanism() {
        if (mechanism == SetMechanism::as_before) {
            return;
        }
        constexpr auto first = static_cast<std::uint8_t>(SetMechanism::immediate);
        const auto number =
            static_cast<std::uint8_t>(static_cast<std::uint8_t>(mechanism()) - first +
                                      static_cast<std::uint8_t>(Mechanism::immediate) + 1);
        provinces_.for_each(*this, [&](ProvinceId province) {
            mechanism_[province] = number;
            choices_[province] = static_cast<std::uint8_t>(parallel_choices());
        });
    }

    ProvincesInScope provinces_{*this};
    Grants grants_{*this};
    sim::Write<&ProvinceLeverTable::mechanism> mechanism_{*this};
    sim::Write<&ProvinceLeverTable::parallel_choices> choices_{*this};
    sim::Write<&TrackCellTable::seats> seats_{*this};
    sim::Write<&TrackCellTable::five_year_places> five_year_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(track_ratio, TrackRatio);

}  // namespace vocational
