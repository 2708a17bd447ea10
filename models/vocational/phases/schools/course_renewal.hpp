// SPDX-License-Identifier: Apache-2.0
// 4.7 Courses age a year per year and are renewed: a school wants to renew at the rate
//   ρ = base + partners · C + platform · p   a year
// and does so as far as the money spent reaches; a policy may pay for more, or renew courses for
// the schools at a rate π: renewed = 1 − exp(−(ρ · funded + π) ÷ 4) of the courses, whose age
// becomes 0. Evidence: curriculum_vintage_decay (the loss per year of age).
#pragma once

#include "models/vocational/agents/policy_levers.hpp"
#include "models/vocational/agents/schools/school_state.hpp"
#include "models/vocational/agents/schools/teaching.hpp"
#include "models/vocational/population/setting.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

// Yearly rate at which a school would renew a programme's courses if it had the money.
inline double wanted_renewal(const TeachingParams& params, double partners, double platform) {
    return params.course_renewal + params.partner_renewal * partners +
           params.platform_renewal * platform;
}

class CourseRenewal final : public sim::Phase {
  public:
    CourseRenewal(const Setting& setting, const Params& params, const sim::World& world)
        : Phase("course_renewal", "Courses age and are renewed as far as money reaches."),
          setting_(setting),
          params_(params),
          schools_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    const Setting& setting_;
    const Params& params_;
    sim::Rows<SchoolTable> schools_;
    sim::Read<&SchoolTable::first_programme> first_programme_{*this};
    sim::Read<&SchoolTable::programmes> programmes_{*this};
    sim::Read<&ProgrammeTable::enrolled> enrolled_{*this};
    sim::Read<&SchoolStateTable::courses> spent_{*this};
    sim::Read<&SchoolStateTable::platform> platform_{*this};
    sim::Read<&TeachingTable::partner_intensity> partners_{*this};
    sim::Read<&ProgrammeLeverTable::renewal> renewed_for_them_{*this};
    sim::Write<&TeachingTable::course_age> age_{*this};
};

}  // namespace vocational
