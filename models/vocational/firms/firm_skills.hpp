// SPDX-License-Identifier: Apache-2.0
// 4.8 What a firm's people can do, counted once a year at the end of the third quarter: effective
// skill, which is what the wage equation (E6) pays for schooling, skill, experience and fit in the
// firm's province and sector, firm premium and chance left out; and the share of technicians and
// professionals. Sums are whole yuan, so they do not depend on the order of threads.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FirmSkills final : public sim::Phase {
  public:
    FirmSkills(const Setting& setting, const WageEquation& wages, const sim::World& world)
        : Phase("firm_skills", "Firms take stock of what their people can do."),
          setting_(setting),
          wages_(wages),
          persons_(world),
          firms_(world) {}

    unsigned quarters() const override { return only(3); }
    void run(const sim::Tick& tick) override;

  private:
    // What a person's row needs of her firm in one place, because firms are met in no order.
    struct Staff {
        std::int64_t skill_sum;
        std::int32_t skilled;
        ProvinceId province;
        std::uint8_t sector;
        bool is_counted;
    };

    void count_people(const sim::Tick& tick);

    const Setting& setting_;
    const WageEquation& wages_;
    sim::Rows<PersonTable> persons_;
    sim::Rows<FirmTable> firms_;
    std::vector<Staff> staff_;  // by firm row; buffer of a run
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::headcount> headcount_{*this};
    sim::Write<&FirmStateTable::skill> skill_{*this};
    sim::Write<&FirmStateTable::skilled_share> skilled_share_{*this};
};

}  // namespace vocational
