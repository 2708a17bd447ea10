// SPDX-License-Identifier: Apache-2.0
// Article 13: public money for non-profit private schools, subsidy · formula amount per student.
// Let c be the share of its province's private places of the track whose schools get it. A school
// funded alone grows; where all are funded they compete by quality (andrabi2020):
//   growth of places = x · capacity_response · subsidy · (1 − c + c · saturated_growth),
//   log quality      = x · quality_response · c.
// Evidence: grant_enrol_sign, grant_quality_partial, grant_quality_saturated.
#include <vector>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PrivateSchoolSubsidy final : public sim::Instrument {
  public:
    PrivateSchoolSubsidy()
        : Instrument({.doc = "Pays non-profit private schools a share of the public amount.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "funding",
                      .payer = "local",
                      .responds = "private_enrolment",
                      .where = school_scope()}) {}

    SIM_PARAM(double, subsidy, 0.3, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Money per student ÷ formula amount of public schools, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, capacity_response, 0.3, .unit = sim::unit::share_per_year,
              .range = {0.0, 1.0},
              .doc = "Yearly growth of the places of a school funded alone, at a full amount.",
              .source = sim::cited("andrabi2020", "evidence row grant_enrol_sign; size assumed"));
    SIM_PARAM(double, saturated_growth, 0.3, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "That growth where all local private schools are funded, over it.",
              .source = sim::cited("andrabi2020", "less enrolment, more quality; size assumed"));
    SIM_PARAM(double, quality_response, 0.17, .unit = sim::unit::score, .range = {0.0, 0.25},
              .doc = "Log quality where all are funded: 0.2 sd over three years of 0.35 a year.",
              .source = sim::cited("andrabi2020", "evidence row grant_quality_saturated"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        count_places();
        schools_.for_each(*this, [&](SchoolId school) {
            if (schools_.ownership(school) != Ownership::private_nonprofit) {
                return;
            }
            const TrackCellId cell = track_cell(schools_.province(school), schools_.track(school));
            const double planned = 0.25 * x * subsidy * formula_[cell] * schools_.students(school);
            const double done = grants_
                                    .pay(*this, tick, schools_, school, planned,
                                         sim::FlowKind::recurrent, PaidBy::city)
                                    .done;
            const double covered = funded_[cell.row()] / private_[cell.row()];
            growth_[school] += static_cast<float>(done * x * capacity_response * subsidy *
                                                  (1.0 - covered + covered * saturated_growth));
            effort_[school] += static_cast<float>(done * x * quality_response * covered);
        });
    }

  private:
    void count_places() {
        private_.assign(grants_.provinces() * tracks, 0.0);
        funded_.assign(private_.size(), 0.0);
        for (std::size_t row = rows_.first(); row < rows_.end(); ++row) {
            const SchoolId school(row);
            if (schools_.ownership(school) != Ownership::public_school) {
                private_[track_cell(schools_.province(school), schools_.track(school)).row()] +=
                    schools_.students(school);
            }
        }
        schools_.for_each(*this, [&](SchoolId school) {
            if (schools_.ownership(school) == Ownership::private_nonprofit) {
                funded_[track_cell(schools_.province(school), schools_.track(school)).row()] +=
                    schools_.students(school);
            }
        });
    }

    std::vector<double> private_;  // students, by province and track
    std::vector<double> funded_;   // those of them in schools that get the money
    sim::Rows<SchoolTable> rows_{*this};
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&TrackMoneyTable::formula_amount> formula_{*this};
    sim::Write<&SchoolLeverTable::place_growth> growth_{*this};
    sim::Write<&SchoolLeverTable::effort> effort_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(private_school_subsidy, PrivateSchoolSubsidy);

}  // namespace vocational
