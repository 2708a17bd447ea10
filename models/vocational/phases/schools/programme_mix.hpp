// SPDX-License-Identifier: Apache-2.0
// 4.7 Programme mix (E8), once a year after admission, from the start on, for next year's seats.
// For field f of a school, with K its share of the school's seats:
//   K* = K0 · (D_seen ÷ D0)^elasticity      K' = K + speed · (K* − K), scaled to add up to 1
//   D_seen = D · exp(error · N(0, 1))
// D is prior_weight + the field's share of vacancies of the job level that the track trains for, in
// the province, as a moving mean of m = demand_memory years; 0 marks the reference year. Each
// programme reads D with a forecast error of its own and of the year; policies may add to the
// speed, lessen the error, and publish what the mean will be after a horizon h if vacancies stay as
// they are now,
//   D + (1 − (1 − 1 ÷ 4m)^4h) · (D_now − D).
// By itself a school knows how demand changed, not how much of it there is: K0 keeps what its
// places lacked in the reference year. Where lists publish levels, it plans a part l from them:
//   K* = (1 − l) K0 · (D_seen ÷ D0)^elasticity + l · D_seen ÷ Σ D_seen of its fields
// From decision to graduates it takes a year and the length of study: overshooting is possible
// (cobweb). Evidence: supply_elasticity, adjust_speed, forecast_error_sd, programme_pipeline.
#pragma once

#include <vector>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/programme_mix_state.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// K*: places wanted at `demand` over the reference demand.
double wanted_places(const SchoolSupplyParams& params, double reference_places, double demand);
// K*: a part of it planned from the level of demand, itself a share of the school's places.
double listed_places(double part, double wanted, double level);
// K': places of next year.
double adjusted_places(double speed, double places, double wanted);

class ProgrammeMix final : public sim::Phase {
  public:
    ProgrammeMix(const Setting& setting, const SchoolSupplyParams& params, const sim::World& world)
        : Phase("programme_mix", "Schools move seats between fields by vacancies."),
          setting_(setting),
          params_(params),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void observe(ProvinceId province);
    // How much of the way from the mean to the present vacancies a horizon goes.
    double weight_of_present(double horizon) const;
    double seen(FieldDemandId cell, double weight_of_present) const {
        return demand_[cell] + weight_of_present * (now_[cell.row()] - demand_[cell]);
    }
    double level_vacancies(ProvinceId province, JobLevel level, double weight_of_present) const;
    void keep_reference(const sim::Tick& tick, ProvinceId province);
    void adjust(SchoolId school, const sim::Stream& stream, std::uint32_t key);

    const Setting& setting_;
    const SchoolSupplyParams& params_;
    std::vector<double> now_;  // by FieldDemandId: vacancies of the quarter, made anew in each
    sim::Rows<SchoolTable> schools_;
    sim::Read<&JobCellTable::vacancies> open_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&SchoolLeverTable::mix_speed> further_speed_{*this};
    sim::Read<&SchoolLeverTable::foresight> foresight_{*this};
    sim::Read<&SchoolLeverTable::horizon> horizon_{*this};
    sim::Read<&SchoolLeverTable::listed> listed_{*this};
    sim::Write<&FieldDemandTable::vacancies> demand_{*this};
    sim::Write<&FieldDemandTable::reference> reference_{*this};
    sim::Write<&ProgrammeMixTable::reference_share> reference_share_{*this};
    sim::Write<&ProgrammeTable::seat_share> seat_share_{*this};
};

}  // namespace vocational
