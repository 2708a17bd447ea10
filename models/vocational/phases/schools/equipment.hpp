// SPDX-License-Identifier: Apache-2.0
// 4.7 Equipment, each quarter: practice stations and digital resources wear out (life L years: a
// share 1/L a year) and what was spent buys new ones; what policies had built is ready in its
// quarter. Students reach stations of practice centres
// that serve their field: of a centre's student hours, a programme at distance d gets its part of
// the centre's students, and uses exp(−d ÷ radius) of it.
// Evidence: equipment_life, open_access_radius.
#pragma once

#include <vector>

#include "models/vocational/agents/place.hpp"
#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/practice_centre.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Equipment final : public sim::Phase {
  public:
    Equipment(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("equipment", "Stations and digital resources wear out and are bought."),
          setting_(setting),
          params_(params),
          schools_(world),
          centres_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void renew(SchoolId school, std::uint32_t quarter);
    void share_centre(CentreId centre);
    double access(CityId school_city, CityId centre_city) const;

    const Setting& setting_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Rows<PracticeCentreTable> centres_;
    std::vector<double> weights_;  // of a centre's students, by school
    sim::Read<&CityTable::x> x_{*this};
    sim::Read<&CityTable::y> y_{*this};
    sim::Read<&SchoolTable::city> city_{*this};
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&SchoolStateTable::equipment> spent_{*this};
    sim::Read<&SchoolStateTable::digital_spending> digital_spent_{*this};
    sim::Read<&PracticeCentreTable::city> centre_city_{*this};
    sim::Read<&PracticeCentreTable::field_set> centre_fields_{*this};
    sim::Read<&PracticeCentreTable::student_hours> student_hours_{*this};
    sim::Write<&PracticeCentreTable::stations> centre_stations_{*this};
    sim::Write<&SchoolStateTable::stations> stations_{*this};
    sim::Write<&SchoolStateTable::reachable_stations> reachable_{*this};
    sim::Write<&SchoolStateTable::digital> digital_{*this};
    sim::Write<&ConstructionTable::stations> under_way_{*this};
};

}  // namespace vocational
