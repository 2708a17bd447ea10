// SPDX-License-Identifier: Apache-2.0
// 4.4 Q of every programme (agents/schools/quality_equation.hpp), each quarter. Until the scenario
// starts the reference of each track follows the nation, so that its mean Q is 1; then it is
// frozen. Evidence: spend_test, enterprise_exp_effect, infra_effect, edtech_skill_gain.
#pragma once

#include <vector>

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/quality_equation.hpp"
#include "models/vocational/agents/schools/school_reference.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/population/school_norms.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class ProgrammeQuality final : public sim::Phase {
  public:
    ProgrammeQuality(const Setting& setting, const SchoolNorms& norms, const Params& params,
                     const sim::World& world)
        : Phase("programme_quality", "Quality of teaching follows from what schools have."),
          setting_(setting),
          norms_(norms),
          params_(params),
          schools_(world),
          programme_rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void measure(SchoolId school, int year);
    double practice(SchoolId school) const;
    void update_references(const sim::Tick& tick);

    const Setting& setting_;
    const SchoolNorms& norms_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Rows<ProgrammeTable> programme_rows_;
    std::vector<double> log_quality_;  // by programme, before the reference is taken off
    sim::Read<&SchoolTable::track> track_{*this};
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::school> school_{*this};
    sim::Read<&ProgrammeTable::field> field_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&SchoolStateTable::teachers> teachers_{*this};
    sim::Read<&SchoolStateTable::experienced> experienced_{*this};
    sim::Read<&SchoolStateTable::mentors> mentors_{*this};
    sim::Read<&SchoolStateTable::stations> stations_{*this};
    sim::Read<&SchoolStateTable::reachable_stations> reachable_{*this};
    sim::Read<&SchoolStateTable::digital> digital_{*this};
    sim::Read<&SchoolStateTable::platform> platform_{*this};
    sim::Read<&SchoolStateTable::funding> funding_{*this};
    sim::Read<&TeachingTable::partner_intensity> partners_{*this};
    sim::Read<&TeachingTable::course_age> course_age_{*this};
    sim::Read<&SchoolLeverTable::effort> effort_{*this};
    sim::Read<&ProgrammeLeverTable::productivity> productivity_{*this};
    sim::Write<&TeachingTable::quality> quality_{*this};
    sim::Scatter<&TrackReferenceTable::log_quality> reference_{*this};
    sim::Scatter<&TrackReferenceTable::experience> experience_reference_{*this};
    sim::Scatter<&TrackReferenceTable::currency> currency_reference_{*this};
    sim::Scatter<&TrackReferenceTable::has_quality> has_reference_{*this};
};

}  // namespace vocational
