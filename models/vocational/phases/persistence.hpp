// SPDX-License-Identifier: Apache-2.0
// 4.5 Persistence (E4): once a year, before completion, a student stops with probability h,
//   h ÷ (1 − h) = o · exp(x) ÷ M1,    o the smaller root of h0 = o − o² · M2 ÷ M1²,
//   x = b_a · ability + b_s · (family status − ½) + b_c · net cost ÷ (income + k) + b_Q · ln Q
//     + b_w · ln(unskilled wage ÷ reference) + b_p · ln(pay-off ÷ reference)
//     + b_d · [vocational upper secondary and poor or weak] + b_l · relevance of learning at work,
// h0 the usual yearly rate of the track and year of study (a parameter), M1 and M2 the means of
// exp(x) and exp(2x) over the track's students: the mean of h is then h0 up to terms of third
// order. M1 and M2 follow the students up to the start and are frozen then, so policies move the
// mean afterwards. Pay-off is the mean wage with upper secondary or associate education over the
// unskilled wage, both in the province; wages are net of the rise of all pay. Net cost is the price
// of the own school, public or private (markets/price.hpp), less, for the poorest fifth, grants;
// income and k are those of choice (markets/family.hpp). Poor are families below poor_share, weak
// is an ability below weak_below. Who stops keeps what was learnt and seeks work. Evidence:
// dropout_voc_sec, voc_effect_dropout_disadv, cte_grad_pp, spend_grad, aid_dropout_math.
#pragma once

#include <array>
#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/pathway.hpp"
#include "models/vocational/agents/person.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/agents/skill_gain.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/markets/price.hpp"
#include "models/vocational/params/all.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Odds by which relative odds (mean 1, mean square `square`) are multiplied so that the mean hazard
// is `hazard`, to second order.
double odds_for(double hazard, double square);

class Persistence final : public sim::Phase {
  public:
    Persistence(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("persistence", "Some students stop without completing."),
          setting_(setting),
          all_(params),
          params_(params.persistence),
          persons_(world),
          programmes_(world) {}

    unsigned quarters() const override { return only(2); }
    void run(const sim::Tick& tick) override;

  private:
    double base_hazard(Track track, int year_of_study) const;
    void prepare_programmes(const sim::Tick& tick);
    double programme_index(ProgrammeId programme) const;
    double wage_index(ProvinceId province) const;
    double mean_wage(ProvinceId province, std::initializer_list<Level> attained) const;
    void update_reference(const sim::Tick& tick, std::size_t begin);
    double index_of(PersonId person) const;

    const Setting& setting_;
    const Params& all_;
    const PersistenceParams& params_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<ProgrammeTable> programmes_;
    std::vector<double> indices_;  // x of the programme, by programme
    std::vector<Track> tracks_;    // by programme
    struct Cost {
        double net;  // yuan a year
        double poor_grant;
    };
    std::vector<Cost> costs_;         // by programme
    std::vector<Family> families_;    // by percentile
    Relevance relevance_{};           // of learning at work
    double disadvantaged_below_ = 0;  // percentile
    sim::Read<&PersonTable::ability> ability_{*this};
    sim::Read<&PersonTable::ses_percentile> ses_{*this};
    sim::Read<&PersonTable::contract> contract_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolStateTable::ownership> ownership_{*this};
    sim::Read<&TeachingTable::quality> quality_{*this};
    Prices prices_{*this};
    sim::Read<&LabourCellTable::employed> employed_{*this};
    sim::Read<&LabourCellTable::wage_sum> wage_sum_{*this};
    sim::Read<&PayPathTable::now> pay_path_{*this};
    sim::Read<&ProvinceReferenceTable::unskilled_wage> unskilled_{*this};
    sim::Read<&ProvinceReferenceTable::schooled_wage> schooled_{*this};
    sim::Write<&TrackReferenceTable::stopping_odds> mean_odds_{*this};
    sim::Write<&TrackReferenceTable::stopping_odds_square> mean_square_{*this};
    sim::Write<&TrackReferenceTable::has_stopping> has_reference_{*this};
    sim::Write<&PersonTable::state> state_{*this};
    sim::Write<&PersonTable::link> link_{*this};
    sim::Write<&PersonTable::duration> duration_{*this};
    sim::Scatter<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Scatter<&ProgrammeTable::left> left_{*this};
    sim::Read<&PersonTable::origin> origin_{*this};
    sim::Scatter<&GroupFlowTable::dropouts> group_dropouts_{*this};
    sim::Scatter<&TrackCellTable::dropouts> dropouts_{*this};
};

}  // namespace vocational
