// SPDX-License-Identifier: Apache-2.0
// 4.11 A year of working life, on the birthday: skills age out of school, that of the field by its
// vintage (agents/careers/skill_ageing.hpp); the employed who take a training module keep and renew
// the field's skill and its vintage; wages of formal jobs follow experience gained in the job and
// the pay for skill that is left; all pay follows the path of its province. What a wage contains
// besides stays as it was at hire. Evidence: dep_general, dep_specific, retrain_tech_men.
#pragma once

#include <array>

#include "models/vocational/agents/careers/employee_training.hpp"
#include "models/vocational/agents/careers/firm_bound.hpp"
#include "models/vocational/agents/careers/skill_ageing.hpp"
#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class Careers final : public sim::Phase {
  public:
    Careers(const Setting& setting, const Records& records, const Params& params,
            const WageEquation& wages, const sim::World& world)
        : Phase("careers", "A year older: skills age, wages follow experience."),
          setting_(setting),
          records_(records),
          params_(params),
          wages_(wages),
          rows_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    static constexpr std::size_t longest = 4;  // quarters of growth at once

    // A learner's module: who takes one in the year, by chance and by field of the province of
    // work.
    struct Lessons {
        sim::Stream stream;
        std::uint32_t key;
        int year;
    };

    void make_tables();
    void age_person(const Lessons& lessons, const Segment& segment, std::size_t row) const;
    bool is_trained(const Lessons& lessons, const Segment& segment, std::size_t row,
                    ProvinceId province) const;
    void age_specific_skill(const Lessons& lessons, std::size_t row, bool is_trained) const;
    double growth(std::size_t row, PayPathId group) const;
    double career_growth(std::size_t row, double skill_pay_change) const;

    const Setting& setting_;
    const Records& records_;
    const Params& params_;
    const WageEquation& wages_;
    std::int64_t general_kept_ = 0;  // share of a skill that is left after a year, in parts of 2^24
    // [field][years behind]; 10 kB, so that all of it stays near.
    std::array<std::array<std::int32_t, SkillAgeing::most_behind + 1>, fields> specific_kept_{};
    std::int64_t trained_kept_ = 0;
    bool has_training_ = false;
    // exp of the experience profile at x quarters less that `d` quarters before: [d][x].
    std::array<std::array<double, 256>, longest + 1> growth_{};
    std::vector<std::array<double, longest + 1>> path_;  // exp of the path's gain: [group][d]
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
    sim::Write<&PersonTable::skill_vintage> vintage_{*this};
    sim::Write<&PersonTable::firm_bound> firm_bound_{*this};
    sim::Write<&PersonTable::wage> wage_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::city> firm_city_{*this};
    sim::Read<&EmployeeTrainingTable::coverage> coverage_{*this};
};

}  // namespace vocational
