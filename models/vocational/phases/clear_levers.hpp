// SPDX-License-Identifier: Apache-2.0
// 4.14 Everything that instruments set anew each quarter returns to its value without them, before
// they act: a policy that ends leaves no lever pushed. What they built, taught or promised stays.
#pragma once

#include <algorithm>

#include "models/vocational/agents/alliance.hpp"
#include "models/vocational/agents/careers/employee_training.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/school.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/training.hpp"
#include "models/vocational/agents/wage_state.hpp"
#include "models/vocational/params/teaching.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class ClearLevers final : public sim::Phase {
  public:
    ClearLevers(const TeachingParams& params, const sim::World& world)
        : Phase("clear_levers", "What instruments set anew each quarter returns to its rest."),
          params_(params),
          schools_(world),
          programmes_(world),
          cities_(world),
          provinces_(world),
          sectors_(world),
          firms_(world),
          alliances_(world),
          support_(world) {}

    void run(const sim::Tick&) override {
        clear(schools_.end(), industry_hires_.data(), certification_.data(), place_growth_.data(),
              effort_.data(), mix_speed_.data(), foresight_.data(), horizon_.data(), listed_.data(),
              supplement_.data(), platform_.data());
        clear(programmes_.end(), renewal_.data(), productivity_.data());
        clear(cities_.end(), assessment_.data());
        clear(provinces_.end(), search_advice_.data(), mechanism_.data(), choices_.data());
        clear(provinces_.end(), barrier_removed_.data());
        clear(provinces_.end() * tracks, reporting_.data());
        clear(provinces_.end() * fields, coverage_.data());
        clear(provinces_.end() * pay_groups, pay_scale_.data());
        clear(sectors_.end(), outward_.data(), outward_hires_.data());
        clear(firms_.end(), service_.data());
        clear(alliances_.end(), consortium_.data(), community_.data());
        clear(support_.end(), subsidy_.data(), credit_.data(), credit_limit_.data(), rises_.data(),
              rose_.data());
        for (std::size_t row = schools_.first(); row < schools_.end(); ++row) {
            formula_factor_.data()[row] = 1.0F;
            mentors_.data()[row] = is_vocational(track_.data()[row])
                                       ? static_cast<float>(params_.initial_mentors)
                                       : 0.0F;
        }
    }

  private:
    template <class... Columns>
    static void clear(std::size_t rows, Columns... columns) {
        (std::fill_n(columns, rows, 0), ...);
    }

    const TeachingParams& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Rows<ProgrammeTable> programmes_;
    sim::Rows<CityLeverTable> cities_;
    sim::Rows<ProvinceLeverTable> provinces_;
    sim::Rows<SectorLeverTable> sectors_;
    sim::Rows<FirmTable> firms_;
    sim::Rows<AllianceTable> alliances_;
    sim::Rows<TrainingSupportTable> support_;
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Write<&SchoolStateTable::mentors> mentors_{*this};
    sim::Write<&SchoolStateTable::pay_supplement> supplement_{*this};
    sim::Write<&SchoolStateTable::platform> platform_{*this};
    sim::Write<&SchoolLeverTable::industry_hires> industry_hires_{*this};
    sim::Write<&SchoolLeverTable::certification> certification_{*this};
    sim::Write<&SchoolLeverTable::place_growth> place_growth_{*this};
    sim::Write<&SchoolLeverTable::formula_factor> formula_factor_{*this};
    sim::Write<&SchoolLeverTable::effort> effort_{*this};
    sim::Write<&TrackLeverTable::reporting> reporting_{*this};
    sim::Write<&SectorLeverTable::outward_demand> outward_{*this};
    sim::Write<&SectorLeverTable::outward_hires> outward_hires_{*this};
    sim::Write<&EmployeeTrainingTable::coverage> coverage_{*this};
    sim::Write<&HiringRuleTable::barrier_removed> barrier_removed_{*this};
    sim::Write<&PayPathTable::pay_scale> pay_scale_{*this};
    sim::Write<&ProgrammeLeverTable::renewal> renewal_{*this};
    sim::Write<&ProgrammeLeverTable::productivity> productivity_{*this};
    sim::Write<&SchoolLeverTable::mix_speed> mix_speed_{*this};
    sim::Write<&SchoolLeverTable::foresight> foresight_{*this};
    sim::Write<&SchoolLeverTable::horizon> horizon_{*this};
    sim::Write<&SchoolLeverTable::listed> listed_{*this};
    sim::Write<&CityLeverTable::assessment> assessment_{*this};
    sim::Write<&ProvinceLeverTable::search_advice> search_advice_{*this};
    sim::Write<&ProvinceLeverTable::mechanism> mechanism_{*this};
    sim::Write<&ProvinceLeverTable::parallel_choices> choices_{*this};
    sim::Write<&FirmStateTable::technical_service> service_{*this};
    sim::Write<&AllianceTable::consortium> consortium_{*this};
    sim::Write<&AllianceTable::community> community_{*this};
    sim::Write<&TrainingSupportTable::subsidy> subsidy_{*this};
    sim::Write<&TrainingSupportTable::credit> credit_{*this};
    sim::Write<&TrainingSupportTable::credit_limit> credit_limit_{*this};
    sim::Write<&TrainingSupportTable::rises_next_year> rises_{*this};
    sim::Write<&TrainingSupportTable::rose_as_foreseen> rose_{*this};
};

}  // namespace vocational
