// SPDX-License-Identifier: Apache-2.0
// Article 9: seats of bachelor programmes reserved for vocational graduates with years of work
// (admission.work_years), beside the ordinary seats. Evidence: return_per_year_adult,
// adult_takeup: few eligible workers apply.
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class WorkExperienceRecruitment final : public sim::Instrument {
  public:
    WorkExperienceRecruitment()
        : Instrument({.doc = "Reserves bachelor seats for people with work experience.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "none",
                      .responds = "entrants_from_work",
                      .where = {"province"}}) {}

    SIM_PARAM(double, vocational_bachelor, 0.10, .unit = sim::unit::share, .range = {0.0, 2.0},
              .doc = "Reserved seats ÷ ordinary seats of vocational bachelor institutions.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, applied_bachelor, 0.01, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "The same of applied bachelor institutions.",
              .source = sim::assumed("policy lever"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        provinces_.for_each(*this, [&](ProvinceId province) {
            const auto reserve = [&](Track track, double share) {
                const TrackCellId cell = track_cell(province, track);
                work_seats_[cell] += x * share * seats_[cell];
            };
            reserve(Track::vocational_bachelor, vocational_bachelor);
            reserve(Track::applied_bachelor, applied_bachelor);
        });
    }

  private:
    ProvincesInScope provinces_{*this};
    sim::Read<&TrackCellTable::seats> seats_{*this};
    sim::Write<&PathwayTable::work_seats> work_seats_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(work_experience_recruitment, WorkExperienceRecruitment);

}  // namespace vocational
