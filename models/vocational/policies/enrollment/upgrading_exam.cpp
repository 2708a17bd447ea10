// SPDX-License-Identifier: Apache-2.0
// Article 9: places of the associate-to-bachelor exam. Multiplies the year's planned places by
// 1 + x · increase at strength x, in every bachelor track; takers compete for them by score.
#include <algorithm>

#include "models/vocational/agents/school.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class UpgradingExam final : public sim::Instrument {
  public:
    UpgradingExam()
        : Instrument({.doc = "Adds places for associate graduates in bachelor programmes.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "none",
                      .responds = "continuation_rate",
                      .where = {"province"}}) {}

    SIM_PARAM(double, increase, 0.25, .unit = sim::unit::ratio, .range = {-1.0, 3.0},
              .doc = "Places added ÷ places planned, in full force.",
              .source = sim::assumed("policy lever; a quarter more"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        provinces_.for_each(*this, [&](ProvinceId province) {
            for (const Track track :
                 {Track::vocational_bachelor, Track::applied_bachelor, Track::academic_bachelor}) {
                double& places = places_[track_cell(province, track)];
                places *= std::max(0.0, 1.0 + x * increase);
            }
        });
    }

  private:
    ProvincesInScope provinces_{*this};
    sim::Write<&TrackCellTable::upgrade_places> places_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(upgrading_exam, UpgradingExam);

}  // namespace vocational
