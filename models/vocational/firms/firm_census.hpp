// SPDX-License-Identifier: Apache-2.0
// 4.14 Counts firms at the end of the quarter by province and sector, and the output of completers
// in their first four quarters by the province where they live and the track that they completed
// (what one of them adds: firms/output_of.hpp for one person). Whole numbers in any order.
#pragma once

#include "models/vocational/agents/firm.hpp"
#include "models/vocational/agents/firm_state.hpp"
#include "models/vocational/agents/sector_cell.hpp"
#include "models/vocational/agents/sector_pace.hpp"
#include "models/vocational/agents/wage_equation.hpp"
#include "sim/schedule/phase.hpp"

namespace vocational {

class FirmCensus final : public sim::Phase {
  public:
    FirmCensus(const Setting& setting, const Records& records, const Params& params,
               const WageEquation& wages, const sim::World& world)
        : Phase("firm_census", "Counts firms, their output, open posts and beginners' output."),
          setting_(setting),
          records_(records),
          params_(params.firm),
          wages_(wages),
          persons_(world) {}

    void run(const sim::Tick& tick) override;

  private:
    void count_firms(const sim::Tick& tick);
    void count_firm(const sim::Tick& tick, const SectorPace& pace, ProvinceId province,
                    std::size_t f) const;
    void count_beginners(const sim::Tick& tick);
    double output_of_person(std::size_t row, std::size_t f) const;

    const Setting& setting_;
    const Records& records_;
    const FirmParams& params_;
    const WageEquation& wages_;
    sim::Rows<PersonTable> persons_;
    sim::Read<&PersonTable::state> state_{*this};
    sim::Read<&PersonTable::link> link_{*this};
    sim::Read<&PersonTable::present_city> present_city_{*this};
    sim::Read<&PersonTable::attained> attained_{*this};
    sim::Read<&PersonTable::completed> completed_{*this};
    sim::Read<&PersonTable::field> field_{*this};
    sim::Read<&PersonTable::general_skill> general_skill_{*this};
    sim::Read<&PersonTable::specific_skill> specific_skill_{*this};
    sim::Read<&PersonTable::experience> experience_{*this};
    sim::Read<&PersonTable::occupation> occupation_{*this};
    sim::Read<&FirmTable::city> city_{*this};
    sim::Read<&FirmTable::sector> sector_{*this};
    sim::Read<&FirmTable::is_pool> is_pool_{*this};
    sim::Read<&FirmTable::wanted> wanted_{*this};
    sim::Read<&FirmTable::headcount> headcount_{*this};
    sim::Read<&FirmStateTable::technology> technology_{*this};
    sim::Read<&FirmStateTable::skill> skill_{*this};
    sim::Read<&FirmStateTable::unfilled> unfilled_{*this};
    sim::Read<&FirmStateTable::vacancy_age> age_{*this};
    sim::Read<&FirmStateTable::offer> offer_{*this};
    sim::Read<&FirmStateTable::trains> trains_{*this};
    sim::Scatter<&SectorCellTable::output> output_{*this};
    sim::Scatter<&SectorCellTable::employed> employed_{*this};
    sim::Scatter<&SectorCellTable::gap_sum> gap_sum_{*this};
    sim::Scatter<&SectorCellTable::unfilled> cell_unfilled_{*this};
    sim::Scatter<&SectorCellTable::age_sum> age_sum_{*this};
    sim::Scatter<&SectorCellTable::offer_sum> offer_sum_{*this};
    sim::Scatter<&SectorCellTable::firms> firms_{*this};
    sim::Scatter<&SectorCellTable::training_firms> training_firms_{*this};
    sim::Scatter<&BeginnerCellTable::employed> beginners_{*this};
    sim::Scatter<&BeginnerCellTable::output> beginner_output_{*this};
};

}  // namespace vocational
