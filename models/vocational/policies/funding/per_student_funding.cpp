// SPDX-License-Identifier: Apache-2.0
// Article 13: differentiated funding per student. Adds increase · w to the formula amount A of a
// vocational school for each student, w = 1 or, in fields with workshops, heavy_field_weight:
//   grant = x · increase · A · Σ w · students / 4 a quarter, growing at `indexation`,
// paid by the three governments in the shares of the formula. Where effort need not be maintained
// local governments take back crowding_out of it from their own part: A falls.
// Evidence: spend_test, spend_to_percent, major_cost_weight_eng, gpb_sec_voc.
#include "models/vocational/agents/schools/quality_equation.hpp"
#include "models/vocational/money/annuity.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class PerStudentFunding final : public sim::Instrument {
  public:
    PerStudentFunding()
        : Instrument({.doc = "Adds public money per student, more in fields with workshops.",
                      .slot = slots::after_money_plan,
                      .article = "13",
                      .family = "funding",
                      .payer = "government",
                      .responds = "spending_per_student",
                      .where = school_scope({"field"})}) {}

    SIM_PARAM(double, increase, 0.10, .unit = sim::unit::ratio, .range = {0.0, 1.0},
              .doc = "Money added ÷ formula amount per student, in full force.",
              .source = sim::assumed("policy lever; vocational pupils get 0.94 of general ones"));
    SIM_PARAM(double, heavy_field_weight, 1.5, .unit = sim::unit::ratio, .range = {1.2, 2.0},
              .doc = "Amount per student of fields with workshops over that of others.",
              .source = sim::assumed("evidence row major_cost_weight_eng, a judgement"));
    SIM_PARAM(double, indexation, 0.0, .unit = sim::unit::share_per_year, .range = {0.0, 0.08},
              .doc = "Yearly real growth of the amount added.",
              .source = sim::assumed("policy lever; none unless the scenario says so"));
    SIM_PARAM(double, crowding_out, 0.0, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Part of the amount that local governments save on their own formula money.",
              .source = sim::assumed("0: effort is maintained, as article 13 asks; swept"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const double years = 0.25 * (tick.now() - commitment().start);
        const double share = x * increase * growth_factor(indexation, years);
        schools_.for_each(*this, [&](SchoolId school) {
            const TrackCellId cell = track_cell(schools_.province(school), schools_.track(school));
            double weighted = 0.0;
            schools_.for_programmes(school, [&](ProgrammeId programme) {
                const Field field = field_[programme];
                if (applies("field", sim::index_of(field))) {
                    weighted += schools_.students(programme) *
                                (is_technical(field) ? heavy_field_weight() : 1.0);
                }
            });
            grants_.pay(*this, tick, schools_, school, 0.25 * share * formula_[cell] * weighted,
                        sim::FlowKind::recurrent, PaidBy::shared);
        });
        if (crowding_out > 0.0) {
            provinces_crowd_out(share);
        }
    }

  private:
    void provinces_crowd_out(double share) {
        for (std::size_t p = 0; p < grants_.provinces(); ++p) {
            for (const Track track : vocational_tracks) {
                if (applies("province", p) && applies("track", sim::index_of(track))) {
                    formula_[track_cell(ProvinceId(p), track)] *=
                        1.0 - std::min(1.0, crowding_out * share);
                }
            }
        }
    }

    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Write<&TrackMoneyTable::formula_amount> formula_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(per_student_funding, PerStudentFunding);

}  // namespace vocational
