// SPDX-License-Identifier: Apache-2.0
// 4.11 A year of working life, on the birthday: general skill ages slower than the field's skill,
// out of school; wages of formal jobs follow experience gained in the job and the pay for skill
// that is left. What a wage contains besides stays as it was at hire.
#pragma once

#include <array>

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Careers final : public sim::Phase {
  public:
    Careers(const Setting& setting, const Params& params, const WageEquation& wages,
            const sim::World& world)
        : Phase("careers", "A year older: skills age, wages follow experience."),
          setting_(setting),
          learning_(params.learning),
          wages_(wages),
          rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    static constexpr std::size_t longest = 4;  // quarters of growth at once

    void make_tables();
    void age_person(std::size_t row) const;
    double growth(std::size_t row, double skill_pay_change) const;

    const Setting& setting_;
    const LearningParams& learning_;
    const WageEquation& wages_;
    std::int64_t general_kept_ = 0;  // share of a skill that is left after a year, in parts of 2^24
    std::int64_t specific_kept_ = 0;
    // exp of the experience profile at x quarters less that `d` quarters before: [d][x].
    std::array<std::array<double, 256>, longest + 1> growth_{};
    sim::Rows<PersonTable> rows_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::duration> duration_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Write<&PersonTable::general_skill> general_skill_{*this};
    sim::Write<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Write<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
};

}  // namespace vocational
