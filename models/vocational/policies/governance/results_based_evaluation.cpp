// SPDX-License-Identifier: Apache-2.0
// Article 14: part of a school's formula money follows its graduates' reported results. Money is
// moved between the schools of a province and track in proportion to reputation over its mean,
// within one standard deviation, so that next to nothing is paid or saved on the whole. Schools
// respond, in proportion to what is at stake, by effort (log quality), by selecting entrants (fewer
// seats, so the weakest are not admitted) and by reporting.
// Evidence: pbf_effect (null to modest), gaming_elasticity: half of a measured gain is no gain.
#include <algorithm>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/policies/grants.hpp"
#include "models/vocational/policies/provinces_in_scope.hpp"
#include "models/vocational/slots.hpp"
#include "sim/policy/catalogue.hpp"

namespace vocational {

namespace {

class ResultsBasedEvaluation final : public sim::Instrument {
  public:
    ResultsBasedEvaluation()
        : Instrument({.doc = "Lets part of school money follow reported results.",
                      .slot = slots::after_seat_plan,
                      .article = "14",
                      .family = "governance",
                      .payer = "none",
                      .responds = "reported_placement_rate",
                      .where = school_scope()}) {}

    SIM_PARAM(double, share, 0.1, .unit = sim::unit::share, .range = {0.0, 0.5},
              .doc = "Formula money at stake, in full force.",
              .source = sim::assumed("policy lever"));
    SIM_PARAM(double, effort, 0.1, .unit = sim::unit::score, .range = {0.0, 1.0},
              .doc = "Log quality per share of money at stake.",
              .source = sim::cited("ortagus2020", "evidence row pbf_effect: null to modest"));
    SIM_PARAM(double, selection, 0.1, .unit = sim::unit::share, .range = {0.0, 1.0},
              .doc = "Seats left closed per share of money at stake.",
              .source = sim::cited("ortagus2020", "access is restricted; size assumed"));
    SIM_PARAM(double, reporting, 0.5, .unit = sim::unit::share, .range = {0.0, 2.0},
              .doc = "Unplaced leavers reported as placed, per share of money at stake.",
              .source = sim::cited("ortagus2020", "evidence row gaming_elasticity; size judged"));

    void run(const sim::Tick& tick) override {
        const double x = strength(tick);
        if (x == 0.0) {
            return;
        }
        const double stake = x * share;
        move_money(stake);
        schools_.for_each(
            *this, [&](SchoolId school) { effort_[school] += static_cast<float>(stake * effort); });
        for (std::size_t p = 0; p < grants_.provinces() && tick.is_quarter(3); ++p) {
            for (const Track track : vocational_tracks) {
                if (applies("province", p) && applies("track", sim::index_of(track))) {
                    const TrackCellId cell = track_cell(ProvinceId(p), track);
                    seats_[cell] *= std::max(0.0, 1.0 - stake * selection);
                    reporting_[cell] = std::min(1.0, reporting_[cell] + stake * reporting);
                }
            }
        }
    }

  private:
    // The school's factor of formula money: 1 + stake · (its standing − the mean of its cell).
    void move_money(double stake) {
        students_.assign(grants_.provinces() * tracks, 0.0);
        mean_.assign(students_.size(), 0.0);
        const auto cell_of = [&](SchoolId school) {
            return track_cell(schools_.province(school), schools_.track(school)).row();
        };
        schools_.for_each(*this, [&](SchoolId school) {
            students_[cell_of(school)] += schools_.students(school);
            mean_[cell_of(school)] +=
                schools_.students(school) * static_cast<double>(standing_[school]);
        });
        schools_.for_each(*this, [&](SchoolId school) {
            const std::size_t cell = cell_of(school);
            const double ahead =
                static_cast<double>(standing_[school]) - mean_[cell] / students_[cell];
            formula_factor_[school] *=
                static_cast<float>(1.0 + stake * std::clamp(ahead, -1.0, 1.0));
        });
    }

    std::vector<double> students_;  // by province and track
    std::vector<double> mean_;      // standing times students, likewise
    SchoolsInScope schools_{*this};
    Grants grants_{*this};
    sim::Read<&SchoolTable::standing> standing_{*this};
    sim::Write<&TrackCellTable::seats> seats_{*this};
    sim::Write<&SchoolLeverTable::formula_factor> formula_factor_{*this};
    sim::Write<&SchoolLeverTable::effort> effort_{*this};
    sim::Write<&TrackLeverTable::reporting> reporting_{*this};
};

}  // namespace

SIM_REGISTER_INSTRUMENT(results_based_evaluation, ResultsBasedEvaluation);

}  // namespace vocational
