// SPDX-License-Identifier: Apache-2.0
// Articles 6 and 9: leading schools and programmes. In its first quarter the policy designates, in
// each province and track, schools in order of reputation until they hold `share` of the students;
// of the last one reached, which stands for many real schools, only the part that is missing. They
// keep the title and, while the policy lasts, get money for equipment and current use and work for
// quality targets (log quality). Others get nothing: the gap between schools is reported beside the
// top. Evidence: elite_bonus (0.08 sd in all, of which money alone gives more), displacement.
#include <algorithm>
#include <vector>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class FlagshipSchools final : public sim::Instrument {
  public:
    FlagshipSchools()
        : Instrument({.doc = "Funds a set of leading schools and sets them quality targets.",
                      .slot = slots::after_money_plan,
                      .article = "6, 9",
                      .family = "funding",
                      .payer = "central",
                      .responds = "top_quality",
                      .where = school_scope()}) {}

    SIM_PARAM(double, share, 0.1, .unit = sim::unit::share, .range = {0.01, 0.5},
              .doc = "Students in the schools designated ÷ students of the province and track.",
              .source = sim::assumed("policy lever; some 200 colleges and 300 schools"));
    SIM_PARAM(double, money, 4'000.0, .unit = sim::unit::yuan_per_student_year,
              .range = {0.0, 20'000.0}, .doc = "Money per student of these schools.",
              .source = sim::cited("shuanggao2023",
                                   "71.2 billion yuan of all payers in five years for 197 of the "
                                   "first round: some 14 billion a year, as this for a tenth"));
    SIM_PARAM(double, capital_share, 0.5, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Part of the money that is for equipment.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, quality_target, 0.0, .unit = sim::unit::score, .range = {0.0, 0.19},
              .doc = "Log quality that the targets add beyond what money does.",
              .source = sim::assumed("evidence row elite_bonus, a judgement: 0.08 sd in all, less "
                                     "than what the money does here; its highest, 0.2 sd over "
                                     "three years of 0.35, is 0.19"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        if (tick.now() == commitment().start) {
            designate();
        }
        schools_.for_each(*this, [&](SchoolId school) {
            const auto part = static_cast<double>(flagship_[school]);
            if (part == 0.0) {
                return;
            }
            const double yuan = 0.25 * x * money * part * schools_.students(school);
            grants_.pay(*this, tick, schools_, school, (1.0 - capital_share) * yuan,
                        sim::FlowKind::recurrent, PaidBy::central);
            grants_.pay(*this, tick, schools_, school, capital_share * yuan, sim::FlowKind::capital,
                        PaidBy::central, Purpose::equipment);
            const double done =
                grants_.purse().share_done(*this, central_government(), schools_.province(school));
            effort_[school] += static_cast<float>(x * quality_target * part * done);
        });
    }

  private:
    void designate() {
        std::vector<std::vector<SchoolId>> cells(grants_.provinces() * tracks);
        schools_.for_each(*this, [&](SchoolId school) {
            cells[track_cell(schools_.province(school), schools_.track(school)).row()].push_back(
                school);
        });
        for (std::vector<SchoolId>& cell : cells) {
            std::sort(cell.begin(), cell.end(), [&](SchoolId a, SchoolId b) {
                return standing_[a] != standing_[b] ? standing_[a] > standing_[b] : a < b;
            });
            double all = 0.0;
            for (const SchoolId school : cell) {
                all += schools_.students(school);
            }
            double missing = share * all;
            for (const SchoolId school : cell) {
                const double students = schools_.students(school);
                if (missing <= 0.0) {
                    break;
                }
                if (students > 0.0) {
                    flagship_[school] = static_cast<float>(std::min(1.0, missing / students));
                    missing -= students;
                }
            }
        }
    }

    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Write<&SchoolLeverTable::flagship> flagship_{*this};
    sim::Write<&SchoolLeverTable::effort> effort_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(flagship_schools, FlagshipSchools);

}  // namespace vocational
