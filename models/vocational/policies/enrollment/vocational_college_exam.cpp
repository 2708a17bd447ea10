// SPDX-License-Identifier: Apache-2.0
// Article 9: the vocational college entrance exam ("culture + skills") as a main road to college.
// Sets the exam's share of college seats, share' = (1 − x) share + x · lever at strength x, inside
// the planned total: what the exam gains the general route loses.
#include <algorithm>

#include "models/vocational/agents/school.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class VocationalCollegeExam final : public sim::Instrument {
  public:
    VocationalCollegeExam()
        : Instrument({.doc = "Sets the share of college seats that the vocational exam fills.",
                      .slot = slots::after_seat_plan,
                      .article = "9",
                      .family = "enrollment",
                      .payer = "none",
                      .responds = "continuation_rate",
                      .where = {"province"}}) {}

    SIM_PARAM(double, seat_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Share of higher vocational seats for the exam's entrants, in full force.",
              .source = sim::assumed("policy lever; the baseline's share is some 0.35"));
    SIM_PARAM(double, bachelor_seat_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "The same share of vocational bachelor seats.",
              .source = sim::assumed("policy lever; the baseline's share is 0.3"));

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override {
        const double x = std::clamp(strength(tick), 0.0, 1.0);
        if (x == 0.0) {
            return;
        }
        const auto move = [x](double& share, double lever) {
            share = (1.0 - x) * share + x * lever;
        };
        provinces_.for_each(*this, [&](ProvinceId province) {
            move(exam_share_[track_cell(province, Track::higher_vocational)], seat_share);
            move(exam_share_[track_cell(province, Track::vocational_bachelor)],
                 bachelor_seat_share);
        });
    }

  private:
    ProvincesInScope provinces_{*this};
    sim::Write<&TrackCellTable::exam_share> exam_share_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(vocational_college_exam, VocationalCollegeExam);

}  // namespace vocational
